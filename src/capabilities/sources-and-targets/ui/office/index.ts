import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word as sourceWord } from './sources/words.vi.ts'
import { word as massWord } from './mass/words.vi.ts'
import { word as targetWord } from './targets/words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector'] as const

export const sourcesAndTargetsOfficeScreens: readonly ScreenRoute[] = [
  {
    address: 'sources', title: sourceWord('menu'), screen: () => import('./sources/sources-screen.tsx'),
    roles: readers, menu: { group: 'development', order: 10 },
  },
  { address: 'source', title: sourceWord('menu'), screen: () => import('./sources/prospect-screen.tsx'), roles: readers },
  {
    address: 'targets', title: targetWord('title'), screen: () => import('./targets/targets-screen.tsx'),
    roles: readers, menu: { group: 'development', order: 40 },
  },
  {
    address: 'massOrganisations', title: massWord('title'), screen: () => import('./mass/mass-screen.tsx'),
    roles: readers, menu: { group: 'development', order: 50, label: massWord('menu') },
  },
]
