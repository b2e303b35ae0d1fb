import type { ScreenRoute } from '../../../platform/ui-kit/index.ts'

/** The pocket pages of every room, joined. */
export const pocketScreens: readonly ScreenRoute[] = []
