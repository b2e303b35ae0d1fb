import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { pocketTitle } from './title.vi.ts'

export const reconcilingPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketReconciliations', title: pocketTitle, screen: () => import('./reconciliations-screen.tsx'), roles: ['cellSecretary'] },
]
