import { admission, type CaseFile } from './client.ts'
import type { FullTally } from './tally.ts'
import { useCaseAct, type CaseAct } from './use-case-act.ts'
import type { VoteDraft } from './use-vote.ts'

/** A hook that sends a vote to the operation of its kind. */
export type SendVote = (file: CaseFile, onDone: () => void) => Pick<CaseAct<never, never>, 'failure' | 'conflict' | 'othersActs' | 'running' | 'reset'> & { send: (draft: VoteDraft, tally: FullTally) => void }

const meeting = ({ heldOn, resolutionNumber }: VoteDraft, tally: FullTally) => ({ ...tally, heldOn: heldOn!, ...(resolutionNumber ? { resolutionNumber } : {}) })
const present = ({ exemptPresent }: VoteDraft) => (exemptPresent.length ? { exemptPresent: [...exemptPresent] } : {})

/** The cell's vote on admission. */
export const useSendCellVote: SendVote = (file, onDone) => {
  const act = useCaseAct(file, admission.recordCellVote, onDone)
  return { ...act, send: (draft, tally) => void act.run({ ...meeting(draft, tally), ...present(draft) }) }
}

/** The vote of the grassroots committee; on a confirmation it says on what. */
export const useSendCommitteeVote: SendVote = (file, onDone) => {
  const act = useCaseAct(file, admission.recordCommitteeVote, onDone)
  return { ...act, send: (draft, tally) => void act.run({ ...meeting(draft, tally), ...(file.kind === 'confirmation' && draft.question ? { question: draft.question } : {}) }) }
}

/** The cell's vote on confirming or removing a probationary member. */
export const useSendConfirmationVote: SendVote = (file, onDone) => {
  const act = useCaseAct(file, admission.recordConfirmationVote, onDone)
  const send = (draft: VoteDraft, tally: FullTally) => void act.run({
    ...meeting(draft, tally), ...present(draft), question: draft.question === 'strikeOff' ? 'strikeOff' : 'confirm', ...(draft.latenessReason ? { latenessReason: draft.latenessReason } : {}),
  })
  return { ...act, send }
}
