import type { PlainDate } from '../../kernel/index.ts'
import type { ClockKind, Milestone, Stage } from './codes.ts'
import { milestoneNames } from './messages.vi.ts'
import { isConfirmation, type CaseFile } from './model.ts'
import type { Judged } from './next-act.ts'

type Mark = { readonly code: Milestone; readonly on: PlainDate | null; readonly clock?: ClockKind }

function admissionMarks(file: CaseFile): readonly Mark[] {
  const replies = file.verifications.map(({ repliedOn }) => repliedOn)
  const verifiedOn = replies.length > 0 && replies.every(Boolean) ? (replies as PlainDate[]).reduce((a, b) => (a > b ? a : b)) : null
  const started = file.verifications.length > 0 || file.stage !== 'fileOpen'
  const { hasCommittee, decidesItself } = file.line
  return [
    { code: 'file', on: started ? file.openedOn : null }, { code: 'verification', on: verifiedOn, clock: 'verification' }, { code: 'cell', on: file.cellResolvedOn },
    ...(hasCommittee ? [{ code: 'committee', on: file.committeeResolvedOn } as const] : []),
    ...(decidesItself ? [] : [{ code: 'office', on: file.submittedOn } as const]),
    { code: 'decision', on: file.decidedOn, clock: 'decision' }, { code: 'ceremony', on: file.ceremonyOn, clock: 'ceremony' },
  ]
}

function confirmationMarks(file: CaseFile, today: PlainDate): readonly Mark[] {
  const { hasCommittee, decidesItself } = file.line
  const over = file.probationUntil !== null && file.probationUntil <= today
  return [
    { code: 'probation', on: over ? file.probationUntil : null, clock: 'probation' }, { code: 'cell', on: file.cellResolvedOn, clock: 'cellConsiders' },
    ...(hasCommittee ? [{ code: 'committee', on: file.committeeResolvedOn } as const] : []),
    ...(decidesItself ? [] : [{ code: 'office', on: file.submittedOn } as const]),
    { code: 'decision', on: file.decidedOn, clock: 'confirmationDecision' }, { code: 'report', on: file.stage === 'completed' ? file.closedOn : null },
  ]
}

const passed: readonly Stage[] = ['readyForCell', 'cellPassed', 'cellRejected', 'appraised', 'committeePassed', 'committeeRejected', 'decided', 'declined', 'ceremonyHeld', 'completed']

/** The line over the page of a file: what is done and when, where it stands, what lies ahead and by when. */
export function stageLineOf({ file, today, clocks }: Judged) {
  const marks = isConfirmation(file) ? confirmationMarks(file, today) : admissionMarks(file)
  // A file that skipped the days of a step (no verification was needed) is past it all the same.
  const done = marks.map(({ code, on }) => on !== null || ((code === 'file' || code === 'verification') && passed.includes(file.stage)))
  const lastDone = done.lastIndexOf(true)
  const current = file.closedOn ? -1 : done.findIndex((each, i) => !each && i > (isConfirmation(file) ? -1 : lastDone))
  return marks.map(({ code, on, clock }, i) => ({
    code, title: milestoneNames[code], state: done[i] || i < lastDone ? ('done' as const) : i === current ? ('current' as const) : ('ahead' as const), on,
    dueOn: on ? null : (clocks.find(({ kind, doneOn }) => kind === clock && doneOn === null)?.dueOn ?? null),
  }))
}
