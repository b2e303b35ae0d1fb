import { admission, type CaseFile } from '../../client.ts'
import { fullTally } from '../../tally.ts'
import { useCaseAct } from '../../use-case-act.ts'
import type { DecisionDraft } from './decision-draft.ts'

/** Sends the decision to the operation of its outcome: admission, more time, or confirmation. */
export function useRecordDecision(file: CaseFile, onDone: () => void) {
  const admit = useCaseAct(file, admission.recordDecision, onDone)
  const extend = useCaseAct(file, admission.extendDecision, onDone)
  const confirm = useCaseAct(file, admission.recordConfirmationDecision, onDone)
  const acts = [admit, extend, confirm]
  const send = (draft: DecisionDraft) => {
    const boardVote = draft.withVote ? fullTally(draft.tally) : undefined
    const paper = { number: draft.number, decidedOn: draft.decidedOn!, signatory: draft.signatory, ...(boardVote ? { boardVote } : {}) }
    if (draft.outcome === 'extend') void extend.run({ workingDays: draft.workingDays!, reason: draft.reason })
    else if (draft.outcome === 'confirm' || draft.outcome === 'strikeOff')
      void confirm.run({ ...paper, outcome: draft.outcome, ...(draft.latenessReason ? { latenessReason: draft.latenessReason } : {}) })
    else void admit.run({ ...paper, outcome: draft.outcome === 'decline' ? 'decline' : 'admit', ...(draft.reason ? { reason: draft.reason } : {}) })
  }
  const failed = acts.find((act) => act.failure) ?? admit
  return { send, failed, running: acts.some((act) => act.running), reset: () => acts.forEach((act) => act.reset()) }
}
