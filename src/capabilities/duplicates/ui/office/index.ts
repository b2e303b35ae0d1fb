import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const keepers = ['superiorOfficer', 'grassrootsOfficer']

export const duplicatesOfficeScreens: readonly ScreenRoute[] = [
  { address: 'duplicates', title: word('title'), screen: () => import('./pairs-screen.tsx'), roles: keepers, menu: { group: 'organisations', order: 7, label: word('menu') } },
  { address: 'duplicatePair', title: word('pair'), screen: () => import('./pair-screen.tsx'), roles: keepers },
  { address: 'duplicateJoining', title: word('joining'), screen: () => import('./joining-screen.tsx'), roles: keepers },
]
