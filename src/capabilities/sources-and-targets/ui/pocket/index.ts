import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../office/sources/words.vi.ts'

export const sourcesAndTargetsPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketSources', title: word('pocketTitle'), screen: () => import('./sources-screen.tsx'), roles: ['cellSecretary'] },
  { address: 'pocketSource', title: word('pocketTitle'), screen: () => import('./remark-screen.tsx'), roles: ['cellSecretary'] },
]
