import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'grassrootsOfficer', 'inspector'] as const
const keepers = ['superiorOfficer', 'grassrootsOfficer'] as const

/** The office pages of this room. */
export const importExportOfficeScreens: readonly ScreenRoute[] = [
  { address: 'imports', title: word('title'), screen: () => import('./list-screen.tsx'), roles: readers, menu: { group: 'figures', order: 1, label: word('menu') } },
  { address: 'importNew', title: word('newTitle'), screen: () => import('./new-screen.tsx'), roles: keepers },
  { address: 'import', title: word('menu'), screen: () => import('./import-screen.tsx'), roles: readers },
]
