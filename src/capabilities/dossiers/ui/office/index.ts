import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const keepers = ['superiorOfficer', 'grassrootsOfficer']
const officers = [...keepers, 'leader', 'inspector']
const readers = [...officers, 'cellSecretary']

export const dossiersOfficeScreens: readonly ScreenRoute[] = [
  { address: 'dossiers', title: word('title'), screen: () => import('./dossiers-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 3, label: word('menu') } },
  { address: 'dossier', title: word('dossier'), screen: () => import('./dossier-screen.tsx'), roles: readers },
  { address: 'dossierScans', title: word('scansTitle'), screen: () => import('./scans-screen.tsx'), roles: keepers },
  { address: 'dossierLoans', title: word('loansTitle'), screen: () => import('./loans-screen.tsx'), roles: officers },
  { address: 'dossierHandovers', title: word('handoversTitle'), screen: () => import('./handovers-screen.tsx'), roles: officers },
  { address: 'dossierHandover', title: word('handoverTitle'), screen: () => import('./handover-screen.tsx'), roles: officers },
  { address: 'dossierInspections', title: word('inspectionsTitle'), screen: () => import('./inspections-screen.tsx'), roles: officers },
  { address: 'dossierInspection', title: word('inspection'), screen: () => import('./inspection-screen.tsx'), roles: officers },
]
