import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector'] as const

/** The office pages of this room. The secretary of a cell has the own cell in place of the tree. */
export const organisationsOfficeScreens: readonly ScreenRoute[] = [
  { address: 'organisations', title: word('treeTitle'), screen: () => import('./tree-screen.tsx'), roles: readers, menu: { group: 'organisations', order: 1, label: word('menu') } },
  { address: 'organisations', title: word('myCell'), screen: () => import('./own-cell-screen.tsx'), roles: ['cellSecretary'], menu: { group: 'organisations', order: 1, label: word('myCell') } },
  { address: 'organisation', title: word('page'), screen: () => import('./organisation-screen.tsx'), roles: [...readers, 'cellSecretary'] },
]
