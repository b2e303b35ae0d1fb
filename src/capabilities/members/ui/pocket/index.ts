import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const secretary = ['cellSecretary']

export const membersPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketMembers', title: word('pocketTitle'), screen: () => import('./cell-screen.tsx'), roles: secretary },
  { address: 'pocketMember', title: word('member'), screen: () => import('./person-screen.tsx'), roles: secretary },
  { address: 'pocketAwayQuestion', title: word('askAway'), screen: () => import('./away-question-screen.tsx'), roles: secretary },
  { address: 'pocketAway', title: word('pocketAway'), screen: () => import('./away-screen.tsx'), roles: secretary },
]
