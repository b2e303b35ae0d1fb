import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const searchPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketSearch', title: word('title'), screen: () => import('./finds-screen.tsx'), roles: ['cellSecretary'] },
]
