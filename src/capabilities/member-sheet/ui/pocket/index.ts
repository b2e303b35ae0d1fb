import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { titles } from './titles.vi.ts'

export const memberSheetPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketMe', title: titles.me, screen: () => import('./own-screen.tsx') },
  { address: 'pocketSupplement', title: titles.supplements, screen: () => import('./supplement-screen.tsx') },
  { address: 'pocketReport', title: titles.report, screen: () => import('./report-screen.tsx') },
]
