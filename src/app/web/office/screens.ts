import type { ScreenRoute } from '../../../platform/ui-kit/index.ts'

/** The office pages of every room, joined. */
export const officeScreens: readonly ScreenRoute[] = []
