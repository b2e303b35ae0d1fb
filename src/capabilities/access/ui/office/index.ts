import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['administrator', 'grassrootsOfficer', 'inspector']

export const accessOfficeScreens: readonly ScreenRoute[] = [
  { address: 'ownAccount', title: word('accountTitle'), screen: () => import('./own-account-screen.tsx') },
  { address: 'chooseRole', title: word('roleTitle'), screen: () => import('./choose-role-screen.tsx') },
  { address: 'users', title: word('usersTitle'), screen: () => import('./users-screen.tsx'), roles: readers, menu: { group: 'system', order: 2 } },
  { address: 'user', title: word('usersTitle'), screen: () => import('./user-screen.tsx'), roles: readers },
]
