import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { titles } from './titles.vi.ts'

export const searchPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketSearch', title: titles.search, screen: () => import('./finds-screen.tsx'), roles: ['cellSecretary'] },
]
