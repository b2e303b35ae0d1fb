import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector']

export const membersOfficeScreens: readonly ScreenRoute[] = [
  { address: 'members', title: word('title'), screen: () => import('./members-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 2, label: word('menu') } },
  { address: 'membersAway', title: word('awayTitle'), screen: () => import('./away-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 5, label: word('awayMenu') } },
  { address: 'member', title: word('member'), screen: () => import('./member-screen.tsx'), roles: readers },
]
