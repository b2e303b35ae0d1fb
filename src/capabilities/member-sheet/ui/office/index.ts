import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector']

export const memberSheetOfficeScreens: readonly ScreenRoute[] = [
  { address: 'memberSheet', title: word('sheet'), screen: () => import('./sheet-screen.tsx'), roles: readers },
  { address: 'sheetProposals', title: word('proposals'), screen: () => import('./proposals-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 4, label: word('proposals') } },
  { address: 'sheetProposal', title: word('proposals'), screen: () => import('./proposal-screen.tsx'), roles: readers },
  { address: 'supplements', title: word('supplements'), screen: () => import('./campaigns-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 5, label: word('supplements') } },
  { address: 'supplement', title: word('supplements'), screen: () => import('./campaign-screen.tsx'), roles: readers },
  { address: 'supplementForm', title: word('supplements'), screen: () => import('./supplement-screen.tsx'), roles: readers },
]
