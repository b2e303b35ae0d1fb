import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const remindersPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketWork', title: word('pocketTitle'), screen: () => import('./pocket-work-screen.tsx'), roles: ['cellSecretary'] },
]
