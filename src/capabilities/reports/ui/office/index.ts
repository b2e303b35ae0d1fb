import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'inspector', 'grassrootsOfficer']

export const reportsOfficeScreens: readonly ScreenRoute[] = [
  { address: 'reports', title: word('title'), screen: () => import('./reports-screen.tsx'), roles: readers, menu: { group: 'figures', order: 2, label: word('title') } },
  { address: 'reportComparison', title: word('comparison'), screen: () => import('./comparison-screen.tsx'), roles: readers },
  { address: 'report', title: word('report'), screen: () => import('./report-screen.tsx'), roles: readers },
]
