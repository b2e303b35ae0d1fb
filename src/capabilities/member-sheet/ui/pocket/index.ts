import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const memberSheetPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketMe', title: word('me'), screen: () => import('./own-screen.tsx') },
  { address: 'pocketSupplement', title: word('supplements'), screen: () => import('./supplement-screen.tsx') },
  { address: 'pocketReport', title: word('report'), screen: () => import('./report-screen.tsx') },
]
