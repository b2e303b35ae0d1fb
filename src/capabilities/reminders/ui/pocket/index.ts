import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { titles } from './titles.vi.ts'

export const remindersPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketWork', title: titles.work, screen: () => import('./pocket-work-screen.tsx'), roles: ['cellSecretary'] },
]
