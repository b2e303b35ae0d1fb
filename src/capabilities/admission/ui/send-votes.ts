import { dayText } from '../../../platform/ui-kit/index.ts'
import type { PlainDate } from '../../../kernel/index.ts'
import { admission, type CaseFile } from './client.ts'
import type { FullTally } from './tally.ts'
import { useCaseAct, type CaseAct, type WaitingAct } from './use-case-act.ts'
import type { VoteDraft } from './use-vote.ts'
import { actWords, questionNames, word } from './words.vi.ts'

/** Where a vote that waits on the phone is opened again, and what follows once it waits. */
export type VoteWaits = Pick<WaitingAct<unknown>, 'page' | 'onWaiting'>

/** A hook that sends a vote to the operation of its kind. */
export type SendVote = (file: CaseFile, onDone: () => void, waits?: VoteWaits) => Pick<CaseAct<never, never>, 'failure' | 'conflict' | 'othersActs' | 'running' | 'reset'> & { send: (draft: VoteDraft, tally: FullTally) => void }

const meeting = ({ heldOn, resolutionNumber }: VoteDraft, tally: FullTally) => ({ ...tally, heldOn: heldOn!, ...(resolutionNumber ? { resolutionNumber } : {}) })
const present = ({ exemptPresent }: VoteDraft) => (exemptPresent.length ? { exemptPresent: [...exemptPresent] } : {})

type Counted = Omit<FullTally, 'invalid'> & { invalid?: number | undefined; heldOn: string; question?: keyof typeof questionNames }

/** The vote as it was typed, to be read while it waits. */
const rowsOf = (vote: Counted) => [
  { label: word('questionField'), value: questionNames[vote.question ?? 'admit'] }, { label: word('heldOn'), value: dayText(vote.heldOn as PlainDate) },
  { label: word('presentShort'), value: String(vote.present) }, { label: word('inFavour'), value: String(vote.inFavour) },
  { label: word('against'), value: String(vote.against) }, { label: word('invalidShort'), value: String(vote.invalid ?? 0) },
]

/** The cell's vote on admission. */
export const useSendCellVote: SendVote = (file, onDone, waits) => {
  const act = useCaseAct(file, admission.recordCellVote, onDone, waits && { ...waits, title: actWords.recordCellVote, rows: rowsOf })
  return { ...act, send: (draft, tally) => void act.run({ ...meeting(draft, tally), ...present(draft) }) }
}

/** The vote of the grassroots committee; on a confirmation it says on what. */
export const useSendCommitteeVote: SendVote = (file, onDone) => {
  const act = useCaseAct(file, admission.recordCommitteeVote, onDone)
  return { ...act, send: (draft, tally) => void act.run({ ...meeting(draft, tally), ...(file.kind === 'confirmation' && draft.question ? { question: draft.question } : {}) }) }
}

/** The cell's vote on confirming or removing a probationary member. */
export const useSendConfirmationVote: SendVote = (file, onDone, waits) => {
  const act = useCaseAct(file, admission.recordConfirmationVote, onDone, waits && { ...waits, title: actWords.recordConfirmationVote, rows: rowsOf })
  const send = (draft: VoteDraft, tally: FullTally) => void act.run({
    ...meeting(draft, tally), ...present(draft), question: draft.question === 'strikeOff' ? 'strikeOff' : 'confirm', ...(draft.latenessReason ? { latenessReason: draft.latenessReason } : {}),
  })
  return { ...act, send }
}
