import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'inspector', 'grassrootsOfficer']

export const reorganisationOfficeScreens: readonly ScreenRoute[] = [
  { address: 'reorganisations', title: word('title'), screen: () => import('./plans-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 7, label: word('menu') } },
  { address: 'reorganisation', title: word('plan'), screen: () => import('./plan-screen.tsx'), roles: readers },
  { address: 'reorganisationMinutes', title: word('minutes'), screen: () => import('./minutes-screen.tsx'), roles: readers },
]
