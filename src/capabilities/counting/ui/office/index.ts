import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const countingOfficeScreens: readonly ScreenRoute[] = [
  {
    address: 'counting', title: word('title'), screen: () => import('./counting-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector', 'cellSecretary'], menu: { group: 'figures', order: 1, label: word('title') },
  },
]
