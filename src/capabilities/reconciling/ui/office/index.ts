import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary', 'leader', 'inspector'] as const

/** The office pages of this room. */
export const reconcilingOfficeScreens: readonly ScreenRoute[] = [
  { address: 'reconciliations', title: word('title'), screen: () => import('./list-screen.tsx'), roles: readers, menu: { group: 'figures', order: 2, label: word('menu') } },
  { address: 'reconciliationNew', title: word('newTitle'), screen: () => import('./new-screen.tsx'), roles: ['superiorOfficer'] },
  { address: 'reconciliationReturn', title: word('returnPage'), screen: () => import('./return-screen.tsx'), roles: readers },
  { address: 'reconciliationDifference', title: word('taskTitle'), screen: () => import('./difference-screen.tsx'), roles: readers },
  { address: 'reconciliationMinutes', title: word('minutes'), screen: () => import('./minutes-screen.tsx'), roles: readers },
  { address: 'reconciliation', title: word('title'), screen: () => import('./reconciliation-screen.tsx'), roles: readers },
]
