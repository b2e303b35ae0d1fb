import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector', 'cellSecretary'] as const

/** The part of the overview that tells of conferences. */
export const conferenceBlock = () => import('./conference-block.tsx')

export const conferencesOfficeScreens: readonly ScreenRoute[] = [
  { address: 'conferences', title: word('title'), screen: () => import('./conferences-screen.tsx'), roles: readers, menu: { group: 'development', order: 60, label: word('menu') } },
  { address: 'conference', title: word('title'), screen: () => import('./conference-screen.tsx'), roles: readers },
]
