import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

/** The office page of this room. */
export const exportsOfficeScreens: readonly ScreenRoute[] = [
  { address: 'exports', title: word('title'), screen: () => import('./exports-screen.tsx'), roles: ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary'], menu: { group: 'figures', order: 3, label: word('menu') } },
]
