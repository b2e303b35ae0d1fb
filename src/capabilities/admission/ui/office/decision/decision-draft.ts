import type { PlainDate } from '../../../../../kernel/index.ts'
import { dayText, type FieldError, type SummaryRow, say } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { committeeNameOf } from '../../../../organisations/ui/index.ts'
import { emptyTally, fullTally, type Tally } from '../../tally.ts'
import { word } from '../../words.vi.ts'
import { officialDayOf } from '../file/probation.tsx'

export type Outcome = 'admit' | 'decline' | 'extend' | 'confirm' | 'strikeOff'

/** A decision as it is being recorded. */
export type DecisionDraft = {
  readonly outcome: Outcome | ''
  readonly reason: string
  readonly number: string
  readonly decidedOn: PlainDate | undefined
  readonly signatory: string
  readonly withVote: boolean
  readonly tally: Tally
  readonly workingDays: number | undefined
  readonly latenessReason: string
}

export const emptyDecision: DecisionDraft = {
  outcome: '', reason: '', number: '', decidedOn: undefined, signatory: '', withVote: false, tally: emptyTally, workingDays: undefined, latenessReason: '',
}

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  admit: word('outcomeAdmit'), decline: word('outcomeDecline'), extend: word('outcomeExtend'), confirm: word('outcomeConfirm'), strikeOff: word('outcomeStrikeOff'),
}

/** The outcomes that this file may have: what was voted, its refusal, and more time while some is left. */
export function outcomesOf(file: CaseFile): Outcome[] {
  if (file.kind === 'confirmation') return file.confirmation?.question && file.stage !== 'reported' ? [file.confirmation.question] : ['confirm', 'strikeOff']
  const mayExtend = file.proposals.extensionLeft > 0 && file.acts.some((act) => act.code === 'extendDecision' && act.isPossible)
  return ['admit', 'decline', ...(mayExtend ? (['extend'] as const) : [])]
}

/** True when the decision comes after its limit, so that a reason must be given. */
export function isDecisionLate(file: CaseFile, { decidedOn }: DecisionDraft): boolean {
  const clock = file.clocks.find((one) => one.kind === 'confirmationDecision')
  return file.kind === 'confirmation' && clock !== undefined && decidedOn !== undefined && decidedOn > clock.dueOn
}

export function decisionWrongs(draft: DecisionDraft): FieldError[] {
  const must = (field: string, label: string, isGiven: unknown): FieldError[] => (isGiven ? [] : [{ field, text: say('ui.fieldMissing', { field: label }) }])
  if (!draft.outcome) return [{ field: 'outcome', text: word('mustChoose', { field: word('outcomeField') }) }]
  if (draft.outcome === 'extend')
    return [...must('workingDays', word('extendDays'), draft.workingDays), ...must('reason', word('extendReason'), draft.reason.trim())]
  return [
    ...(draft.outcome === 'decline' ? must('reason', word('declineReason'), draft.reason.trim()) : []),
    ...must('number', word('decisionNumber'), draft.number.trim()), ...must('decidedOn', word('decidedOn'), draft.decidedOn), ...must('signatory', word('signatory'), draft.signatory.trim()),
    ...(draft.withVote ? must('present', word('boardVote'), fullTally(draft.tally)) : []),
  ]
}

/** What follows from the outcome. */
export function afterDecision(file: CaseFile, outcome: Outcome | ''): string {
  switch (outcome) {
    case 'admit': return word('decisionAfterAdmit')
    case 'decline': return word('decisionAfterDecline')
    case 'extend': return word('decisionAfterExtend')
    case 'confirm': return word('decisionAfterConfirm', { day: dayText(officialDayOf(file)) })
    case 'strikeOff': return word('decisionAfterStrikeOff')
    case '': return ''
  }
}

export function decisionRows(file: CaseFile, draft: DecisionDraft, toForm: () => void): SummaryRow[] {
  const vote = draft.withVote && fullTally(draft.tally)
  const row = (label: string, value: string): SummaryRow => ({ label, value, onEdit: toForm })
  const outcome = row(word('outcomeField'), outcomeNames[draft.outcome || 'admit'])
  if (draft.outcome === 'extend') return [outcome, row(word('extendDays'), String(draft.workingDays)), row(word('extendReason'), draft.reason)]
  return [
    outcome, ...(draft.outcome === 'decline' ? [row(word('declineReason'), draft.reason)] : []), row(word('decisionNumber'), draft.number), row(word('decidedOn'), dayText(draft.decidedOn)),
    row(word('signatory'), draft.signatory), { label: word('decidedBy'), value: committeeNameOf(file.deciding.name), note: word('decidedByHint') },
    ...(draft.outcome === 'confirm' ? [{ label: word('officialOn'), value: dayText(officialDayOf(file)), note: word('officialLocked') }] : []),
    ...(vote ? [row(word('boardVote'), word('checkSumValue', vote))] : []), ...(draft.latenessReason ? [row(word('latenessReason'), draft.latenessReason)] : []),
  ]
}
