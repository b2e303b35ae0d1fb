import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const remindersOfficeScreens: readonly ScreenRoute[] = [
  {
    address: 'work', title: word('title'), screen: () => import('./work-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector'], menu: { order: 1, lateCount: 'work' },
  },
]
