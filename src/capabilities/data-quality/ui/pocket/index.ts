import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const dataQualityPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketQuality', title: word('pocketTitle'), screen: () => import('./work-screen.tsx'), roles: ['cellSecretary'] },
]
