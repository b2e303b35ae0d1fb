import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { titles } from './titles.vi.ts'

const secretary = ['cellSecretary']

export const membersPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketMembers', title: titles.members, screen: () => import('./cell-screen.tsx'), roles: secretary },
  { address: 'pocketMember', title: titles.member, screen: () => import('./person-screen.tsx'), roles: secretary },
  { address: 'pocketAwayQuestion', title: titles.askAway, screen: () => import('./away-question-screen.tsx'), roles: secretary },
  { address: 'pocketAway', title: titles.away, screen: () => import('./away-screen.tsx'), roles: secretary },
]
