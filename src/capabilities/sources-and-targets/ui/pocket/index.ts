import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { titles } from './titles.vi.ts'

export const sourcesAndTargetsPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketSources', title: titles.sources, screen: () => import('./sources-screen.tsx'), roles: ['cellSecretary'] },
  { address: 'pocketSource', title: titles.sources, screen: () => import('./remark-screen.tsx'), roles: ['cellSecretary'] },
]
