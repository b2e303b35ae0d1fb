import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word as endingWord } from '../endings.vi.ts'
import { word as measureWord } from '../measures.vi.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'grassrootsOfficer', 'leader', 'inspector', 'cellSecretary']

export const lifecycleOfficeScreens: readonly ScreenRoute[] = [
  { address: 'badges', title: word('title'), screen: () => import('./badges-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 6, label: word('menu') } },
  { address: 'measures', title: measureWord('title'), screen: () => import('./measures-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 7, label: measureWord('menu') } },
  { address: 'memberMeasures', title: measureWord('title'), screen: () => import('./member-measures-screen.tsx'), roles: readers },
  { address: 'endings', title: endingWord('title'), screen: () => import('./endings-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 8, label: endingWord('menu') } },
  { address: 'memberEnding', title: endingWord('title'), screen: () => import('./member-ending-screen.tsx'), roles: readers },
  { address: 'partyAge', title: word('partyAge'), screen: () => import('./party-age-screen.tsx'), roles: readers },
]
