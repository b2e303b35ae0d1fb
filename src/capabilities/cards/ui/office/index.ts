import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'grassrootsOfficer', 'leader', 'inspector', 'cellSecretary']

export const cardsOfficeScreens: readonly ScreenRoute[] = [
  { address: 'cards', title: word('title'), screen: () => import('./cards-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 5, label: word('menu') } },
  { address: 'memberCards', title: word('title'), screen: () => import('./member-cards-screen.tsx'), roles: readers },
]
