import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const officers = ['superiorOfficer', 'grassrootsOfficer', 'leader', 'inspector']
const readers = [...officers, 'cellSecretary']

export const dataQualityOfficeScreens: readonly ScreenRoute[] = [
  { address: 'dataQuality', title: word('title'), screen: () => import('./score-screen.tsx'), roles: readers, menu: { group: 'figures', order: 2, label: word('menu') } },
  { address: 'qualityWork', title: word('workTitle'), screen: () => import('./work-screen.tsx'), roles: readers, menu: { group: 'figures', order: 3, label: word('workMenu') } },
]
