import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const accessPocketScreens: readonly ScreenRoute[] = [{ address: 'pocketAccount', title: word('accountTitle'), screen: () => import('./pocket-account-screen.tsx') }]
