import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const auditOfficeScreens: readonly ScreenRoute[] = [
  {
    address: 'audit', title: word('title'), screen: () => import('./trail-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector', 'administrator'], menu: { group: 'system', order: 3 },
  },
]
