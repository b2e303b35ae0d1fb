import { daysBetween, laterOf, type PlainDate } from '../../kernel/index.ts'
import {
  addWorkingDays, conditionTitles, documentReasons, documentTypes, firstRuledDay, missingNames, packInForceOn, returnedFileWorkingDays, valueWords, verdictNames, workingDaysBetween,
  type EligibilityReason, type RuleUse, type Verdict,
} from '../../regulations/index.ts'
import { showRule } from './answers.ts'
import { isPaperMended, type ChecklistRow } from './checklist.ts'
import { holdingsOf, withoutReturned, type Clock } from './clocks.ts'
import type { ClockKind, Milestone, Stage } from './codes.ts'
import type { CoveredFact } from './contract/acting.ts'
import { coverConditions, isCovered } from './conditions.ts'
import { extensionLeft } from './guards.ts'
import { clockNames, coveredConditions, coveredConditionsMissing, coveredReasonTodo, coveredReasonWhat, milestoneNames, missingFactNames } from './messages.vi.ts'
import { isConfirmation, judgingDay, sendingsOf, type CaseFile, type Return, type Vote } from './model.ts'
import type { Judged } from './next-act.ts'
import type { Scan } from './queries/documents.ts'

const typeOf = (code: string | null) => documentTypes.find((type) => type.code === code)

/** The checklist as the page shows it: every paper with its scans, its age, and whether it came with the latest sending. */
export function showChecklist({ checklist, file }: Judged, scans: readonly Scan[]) {
  const latest = sendingsOf(file)
  return checklist.map((row) => ({
    code: row.code, title: row.title, step: row.step, formMark: row.formMark?.mark ?? null, formMarkConfirmed: row.formMark?.confirmed ?? true, need: row.need, reason: row.reason,
    reasonText: documentReasons[row.reason], missingFacts: row.missing.map((fact) => missingFactNames[fact] ?? fact), minCount: row.minCount, neededByNow: row.neededByNow, state: row.state,
    rule: showRule(row.rule),
    documents: row.papers.map(({ subjectId, replacesId: _replaces, recordedAt: _at, ...paper }) => ({
      ...paper, subject: subjectId ? { id: subjectId, name: file.people[subjectId]?.name ?? '' } : null, changedSinceLastSending: latest > 1 && paper.sending >= latest,
      scans: scans.filter(({ documentId }) => documentId === paper.id).map(({ contentHash: _hash, documentId: _document, ...scan }) => scan),
    })),
  }))
}

export function countChecklist(rows: readonly ChecklistRow[]) {
  const needed = rows.filter(({ need, neededByNow }) => need === 'required' && neededByNow)
  return { needed: needed.length, valid: needed.filter(({ state }) => state === 'valid').length, present: needed.filter(({ state }) => state === 'valid' || state === 'toCheck').length }
}

const showReason = ({ condition, verdict, facts, missing, rule }: EligibilityReason) => ({
  condition, title: conditionTitles[condition], verdict, verdictText: verdictNames[verdict], facts,
  missing: (missing ?? []).map((code) => ({ code, text: missingNames[code] })), rule: rule ? showRule(rule) : null,
})

/** What covered conditions come to together; which of them, and what they judge, `openCircumstances` tells. */
const showCovered = (verdict: Verdict) => ({
  condition: 'covered', title: coveredConditions, verdict, verdictText: verdictNames[verdict], facts: {}, missing: verdict === 'notMet' || verdict === 'unknown' ? [{ code: 'covered', text: coveredConditionsMissing }] : [], rule: null,
})

/** The conditions of a file that the reader may see by name, and one line for those that judge something covered. */
export function showConditions({ eligibility, file }: Judged, covered: readonly CoveredFact[]) {
  if (!eligibility) return []
  const { open, verdict } = coverConditions(eligibility, file.circumstances, covered)
  return [...open.map(showReason), ...(verdict ? [showCovered(verdict)] : [])]
}

export function showEligibility(judged: Judged, covered: readonly CoveredFact[]) {
  const { eligibility, file, today } = judged
  if (!eligibility) return null
  const judgedOn = judgingDay(file, today)
  return { judgedOn, packName: packInForceOn(laterOf(judgedOn, firstRuledDay)).name, answer: eligibility.answer, reasons: showConditions(judged, covered) }
}

function showClock({ file, today, settings }: Judged, clock: Clock) {
  const { kind, startsOn, dueOn, doneOn, counting, limit, extension, rules } = clock
  const end = doneOn ?? laterOf(today, startsOn)
  const working = counting === 'workingDays'
  const splits = kind === 'decision' || kind === 'confirmationDecision'
  const heldBy = splits ? holdingsOf(file, clock, today, settings) : []
  return {
    kind, title: clockNames[kind], startsOn, dueOn, doneOn, counting, limit, extension, rules: rules.map(showRule), isLate: (doneOn ?? today) > dueOn,
    elapsed: working ? workingDaysBetween(startsOn, end, settings.swaps) : daysBetween(startsOn, end),
    remaining: working ? workingDaysBetween(end, dueOn, settings.swaps) : daysBetween(end, dueOn),
    heldBy: [...heldBy], withoutReturned: splits ? withoutReturned(clock, heldBy, today, settings) : null,
  }
}

export const showClocks = (judged: Judged) => judged.clocks.map((clock) => showClock(judged, clock))

export const showExcluded = (excluded: Vote['excluded']) => excluded.map((each) => ({ ...each, reasonText: valueWords[each.reason] ?? each.reason }))

export const showVotes = (file: CaseFile) => file.votes.map(({ excluded, rule, ...vote }) => ({ ...vote, excluded: showExcluded(excluded), rule: showRule(rule as RuleUse) }))

type Condition = EligibilityReason['condition']
type Reason = Return['reasons'][number]

const titleOfCondition = (condition: string | null): string | null => condition && (conditionTitles[condition as Condition] ?? condition)

/** What a reason of a return asks for; nothing of it when its condition judges something covered. */
function wordsOfReason({ circumstances }: CaseFile, { condition, what, todo }: Reason) {
  if (condition && isCovered(condition as Condition, circumstances)) return { condition: 'covered', conditionTitle: coveredConditions, what: coveredReasonWhat, todo: coveredReasonTodo, isCovered: true }
  return { condition, conditionTitle: titleOfCondition(condition), what, todo, isCovered: false }
}

/** The reasons of returns that are covered on the page, but for those whose facts stay covered to the reader. */
export function openedReturnReasons({ circumstances, returns }: CaseFile, stillCovered: readonly CoveredFact[]) {
  const opens = (condition: string | null) => condition !== null && isCovered(condition as Condition, circumstances) && !isCovered(condition as Condition, circumstances, stillCovered)
  return returns.flatMap(({ reasons }) => reasons.filter(({ condition }) => opens(condition))).map(({ id, condition, what, todo }) => ({ id, conditionTitle: titleOfCondition(condition)!, what, todo }))
}

function showReturn(judged: Judged, each: Return) {
  const { file, today } = judged
  const { recordedAt: _at, reasons, ...returned } = each
  const isOpen = each.resentOn === null
  return {
    ...returned, isOpen, isLate: (each.resentOn ?? today) > each.dueOn,
    reasons: reasons.map((reason) => ({
      ...reason, ...wordsOfReason(file, reason), documentTitle: typeOf(reason.documentType)?.title ?? null, formMark: typeOf(reason.documentType)?.form ?? null,
      isMended: isOpen ? isPaperMended(judged, reason) : true,
    })),
  }
}

export const showReturns = (judged: Judged) => judged.file.returns.map((each) => showReturn(judged, each))

/** What came with the latest sending after a return; `null` before a second sending. */
export function showChanges(file: CaseFile) {
  const latest = sendingsOf(file)
  const resent = file.returns.findLast(({ resentOn }) => resentOn !== null)
  if (!resent?.resentOn || latest < 2) return null
  const documents = file.documents.filter(({ sending }) => sending === latest)
  return {
    sentOn: resent.resentOn,
    documents: documents.map(({ id, code, replacesId }) => ({ documentId: id, code, title: typeOf(code)?.title ?? code, change: replacesId ? ('replaced' as const) : ('added' as const) })),
  }
}

export function showProposals(judged: Judged) {
  const { today, settings } = judged
  const rule = returnedFileWorkingDays.usedOn(laterOf(today, firstRuledDay), settings.overrides)
  return { returnDueOn: addWorkingDays(today, rule.value, settings.swaps), extensionLeft: extensionLeft(judged).left }
}

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
