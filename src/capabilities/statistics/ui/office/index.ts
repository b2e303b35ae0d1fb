import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const statisticsOfficeScreens: readonly ScreenRoute[] = [
  {
    address: 'term', title: word('title'), screen: () => import('./term-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector'], menu: { order: 2 },
  },
  {
    address: 'statistics', title: word('tables'), screen: () => import('./tables-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector', 'cellSecretary'], menu: { group: 'figures', order: 1, label: word('tables') },
  },
]
