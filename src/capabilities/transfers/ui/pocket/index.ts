import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { pocketTitle } from './title.vi.ts'

const secretary = ['cellSecretary']

export const transfersPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketTransfers', title: pocketTitle, screen: () => import('./transfers-screen.tsx'), roles: secretary },
]
