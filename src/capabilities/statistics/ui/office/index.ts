import type { ComponentType } from 'react'
import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

type Day = { asOf?: string; knownAt?: string }
/** A part of the overview of a room above, handed in by the roof; the overview says which part it is. */
export type OverviewBlock = () => Promise<{ default: ComponentType<{ day: Day; ordinal: number }> }>

export const statisticsOfficeScreens = (lastBlock: OverviewBlock): readonly ScreenRoute[] => [
  {
    address: 'term', title: word('title'),
    screen: async () => {
      const [{ termScreenWith }, { default: Block }] = await Promise.all([import('./term-screen.tsx'), lastBlock()])
      return { default: termScreenWith(Block) }
    },
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector'], menu: { order: 2 },
  },
  {
    address: 'statistics', title: word('tables'), screen: () => import('./tables-screen.tsx'),
    roles: ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector', 'cellSecretary'], menu: { group: 'figures', order: 1, label: word('tables') },
  },
]
