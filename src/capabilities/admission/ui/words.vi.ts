import { fill } from '../../../platform/ui-kit/index.ts'
import { boardWords } from './words/board.vi.ts'
import { circumstancesWords } from './words/circumstances.vi.ts'
import { confirmationWords } from './words/confirmation.vi.ts'
import { decisionWords } from './words/decision.vi.ts'
import { fileWords } from './words/file.vi.ts'
import { formsWords } from './words/forms.vi.ts'
import { openingWords } from './words/opening.vi.ts'
import { pocketWords } from './words/pocket.vi.ts'
import { returnsWords } from './words/returns.vi.ts'
import { votesWords } from './words/votes.vi.ts'

/** Words of the screens of this room. `{…}` is filled in by `word`. */
export const words = {
  ...boardWords,
  ...fileWords,
  ...confirmationWords,
  ...formsWords,
  ...votesWords,
  ...returnsWords,
  ...decisionWords,
  ...openingWords,
  ...circumstancesWords,
  ...pocketWords,
} as const

type Text = { [K in keyof typeof words]: (typeof words)[K] extends string ? K : never }[keyof typeof words]

/** A text of this room by its key, filled in. */
export const word = (key: Text, fillings?: Readonly<Record<string, string | number>>): string => fill(words[key], fillings)

export { actWords, closeReasonNames, columnNames, documentStateNames, faultNames, kindNames, levelNames, questionNames, stageNames } from '../messages.vi.ts'
export { coveredFactNames } from './words/circumstances.vi.ts'
export { ownerNames, relativeNames, relationNames, educationNames, evidenceNames, leavingReasonNames, type Owner } from './names.vi.ts'
