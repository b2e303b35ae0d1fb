import education from '../../regulations/codes/education.json' with { type: 'json' }
import ethnicGroups from '../../regulations/codes/ethnic-groups.json' with { type: 'json' }
import politicalTheory from '../../regulations/codes/political-theory.json' with { type: 'json' }
import religions from '../../regulations/codes/religions.json' with { type: 'json' }
import { disciplineSides, familyBackgrounds, historyKinds, relations } from './lists.vi.ts'

type Listed = { readonly items: readonly { readonly vi: string }[] }

const words = (list: Listed): readonly string[] => list.items.map((each) => each.vi)
const educationOf = (code: string) => words(education.groups.find((group) => group.code === code)!)

/** What may stand in an item that is chosen from a list: the words of the official lists, as the forms write them. `sex` is a code. */
export const codeLists = {
  sex: ['male', 'female'],
  ethnicGroups: words(ethnicGroups), religions: words(religions), politicalTheory: words(politicalTheory),
  degrees: educationOf('DEGREE'), academicTitles: educationOf('ACADEMIC_TITLE'), computing: educationOf('IT_LEVEL'),
  familyBackgrounds, disciplineSides, historyKinds, relations,
} as const satisfies Record<string, readonly string[]>

export type CodeListName = keyof typeof codeLists
