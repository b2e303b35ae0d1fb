import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const searchOfficeScreens: readonly ScreenRoute[] = [
  {
    address: 'search', title: word('title'), screen: () => import('./finds-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector', 'administrator'],
  },
]
