import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const officers = ['superiorOfficer', 'grassrootsOfficer']
const acting = [...officers, 'cellSecretary']
const readers = [...acting, 'leader', 'inspector']

export const transfersOfficeScreens: readonly ScreenRoute[] = [
  { address: 'transfers', title: word('title'), screen: () => import('./transfers-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 4, label: word('menu') } },
  { address: 'transferNew', title: word('newTitle'), screen: () => import('./opening-screen.tsx'), roles: acting },
  { address: 'transferArrival', title: word('arrivalTitle'), screen: () => import('./arrival-screen.tsx'), roles: officers },
  { address: 'transferTogether', title: word('togetherTitle'), screen: () => import('./together-screen.tsx'), roles: officers },
  { address: 'transfer', title: word('transfer'), screen: () => import('./transfer-screen.tsx'), roles: readers },
  { address: 'transferPaper', title: word('paper'), screen: () => import('./paper-screen.tsx'), roles: readers },
]
