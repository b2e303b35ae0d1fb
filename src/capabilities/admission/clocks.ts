import { addMonths, laterOf, type PlainDate } from '../../kernel/index.ts'
import {
  addWorkingDays, backgroundReplyDue, ceremonyDue, cellConsidersWorkingDays, confirmationDecisionDue, decisionDue, dossierOpeningDue, firstRuledDay, mentorRemarkMonths,
  probationMonths, returnedFileWorkingDays, sendUpWorkingDays, workingDaysBetween, type RuleUse, type Settings,
} from '../../regulations/index.ts'
import type { DueOwner } from '../reminders/index.ts'
import { agingRule } from './checklist.ts'
import type { ClockKind, Level } from './codes.ts'
import { agingPapers, CERTIFICATE, certificateIssued } from './conditions.ts'
import { holderOf, isBeforeCellVote, isConfirmation, type CaseFile } from './model.ts'

/** A limit that runs, or ran, over a file. `dueOn` itself is still in time. */
export type Clock = {
  readonly kind: ClockKind
  readonly startsOn: PlainDate
  readonly dueOn: PlainDate
  readonly doneOn: PlainDate | null
  readonly counting: 'workingDays' | 'calendar'
  /** Working days, extension included; none for calendar clocks. */
  readonly limit: number | null
  readonly extension: { readonly workingDays: number; readonly until: PlainDate } | null
  readonly rules: readonly RuleUse[]
}

/** A rule picked by a day of a file; for days before the first known rules the first ones answer. */
const ruled = (day: PlainDate): PlainDate => laterOf(day, firstRuledDay)

const workingClock = (kind: ClockKind, startsOn: PlainDate, dueOn: PlainDate, doneOn: PlainDate | null, rules: readonly RuleUse[], { swaps }: Settings): Clock =>
  ({ kind, startsOn, dueOn, doneOn, counting: 'workingDays', limit: workingDaysBetween(startsOn, dueOn, swaps), extension: null, rules })

const calendarClock = (kind: ClockKind, startsOn: PlainDate, dueOn: PlainDate, rule: RuleUse): Clock =>
  ({ kind, startsOn, dueOn, doneOn: null, counting: 'calendar', limit: null, extension: null, rules: [rule] })

/** One clock for each place that was asked. */
function verificationClocks({ verifications }: CaseFile, settings: Settings): Clock[] {
  return verifications.map(({ askedOn, abroad, repliedOn }) => {
    const { dueOn, rules } = backgroundReplyDue(ruled(askedOn), abroad, settings)
    return workingClock('verification', askedOn, dueOn, repliedOn, rules, settings)
  })
}

/** Until the cell has voted its papers and the certificate grow old. */
function agingClocks(file: CaseFile, today: PlainDate, settings: Settings): Clock[] {
  if (isConfirmation(file) || !isBeforeCellVote(file)) return []
  const oldest = file.documents.filter(({ code, datedOn, fault }) => agingPapers.includes(code) && datedOn && fault !== 'missing').map(({ datedOn }) => datedOn!).sort()[0]
  const issued = certificateIssued(file)
  const clock = (kind: ClockKind, code: string, madeOn: PlainDate) => {
    const rule = agingRule(code, today, settings)!
    return calendarClock(kind, madeOn, addMonths(madeOn, rule.value), rule)
  }
  return [...(oldest ? [clock('freshness', agingPapers[0]!, oldest)] : []), ...(issued ? [clock('certificate', CERTIFICATE, issued)] : [])]
}

function sendUpClock(file: CaseFile, settings: Settings): Clock[] {
  const { cellResolvedOn, sentUpOn, sentToDecidingOn, line } = file
  if (!cellResolvedOn || file.stage === 'cellRejected') return []
  const rule = sendUpWorkingDays.usedOn(ruled(cellResolvedOn), settings.overrides)
  return [workingClock('sendUp', cellResolvedOn, addWorkingDays(cellResolvedOn, rule.value, settings.swaps), line.hasCommittee ? sentUpOn : sentToDecidingOn, [rule], settings)]
}

/** Lengthened by the working days that were granted, which may be fewer than the rule allows. */
function extended(clock: Clock, by: number, { swaps }: Settings): Clock {
  if (by === 0) return clock
  const until = addWorkingDays(clock.dueOn, by, swaps)
  return { ...clock, dueOn: until, limit: clock.limit! + by, extension: { workingDays: by, until } }
}

function decisionClock(file: CaseFile, settings: Settings): Clock[] {
  const { cellResolvedOn, sentToDecidingOn, decidedOn, extendedBy } = file
  if (!cellResolvedOn || file.stage === 'cellRejected') return []
  const resolvedOn = ruled(cellResolvedOn)
  const due = isConfirmation(file) ? confirmationDecisionDue({ resolvedOn }, settings) : decisionDue({ resolvedOn, fileArrivedOn: sentToDecidingOn ?? undefined }, settings)
  if (!due) return []
  const kind = isConfirmation(file) ? 'confirmationDecision' : 'decision'
  return [extended(workingClock(kind, due.startsOn, due.dueOn, decidedOn, due.rules, settings), extendedBy, settings)]
}

function ceremonyClocks(file: CaseFile, settings: Settings): Clock[] {
  const { decidedOn, decisionReceivedOn, ceremonyOn, dossierOpenedOn, stage } = file
  if (isConfirmation(file) || !decidedOn || stage === 'declined' || (stage === 'closed' && !ceremonyOn)) return []
  const ceremony = ceremonyDue({ decidedOn, receivedOn: decisionReceivedOn ?? undefined }, settings)
  const clocks = [workingClock('ceremony', ceremony.startsOn, ceremony.dueOn, ceremonyOn, ceremony.rules, settings)]
  if (!ceremonyOn) return clocks
  const dossier = dossierOpeningDue(ceremonyOn, settings)
  return [...clocks, workingClock('dossierOpening', ceremonyOn, dossier.dueOn, dossierOpenedOn, dossier.rules, settings)]
}

/** Limits set by the one who returned the file; what the rule proposes is only a proposal. */
function returnClocks({ returns }: CaseFile, settings: Settings): Clock[] {
  return returns.map(({ returnedOn, dueOn, resentOn }) =>
    workingClock('returned', returnedOn, dueOn, resentOn, [returnedFileWorkingDays.usedOn(ruled(returnedOn), settings.overrides)], settings))
}

function probationClocks(file: CaseFile, settings: Settings): Clock[] {
  const { probationFrom, probationUntil, cellResolvedOn } = file
  if (!probationFrom || !probationUntil) return []
  const months = probationMonths.usedOn(ruled(probationFrom), settings.overrides)
  const considers = cellConsidersWorkingDays.usedOn(ruled(probationUntil), settings.overrides)
  return [
    calendarClock('probation', probationFrom, probationUntil, months),
    workingClock('cellConsiders', probationUntil, addWorkingDays(probationUntil, considers.value, settings.swaps), cellResolvedOn, [considers], settings),
  ]
}

/** Every limit over a file, in the order of the steps, by the rules of the day that starts each. */
export function clocksOf(file: CaseFile, today: PlainDate, settings: Settings): readonly Clock[] {
  return [
    ...agingClocks(file, today, settings), ...verificationClocks(file, settings), ...probationClocks(file, settings), ...sendUpClock(file, settings),
    ...decisionClock(file, settings), ...returnClocks(file, settings), ...ceremonyClocks(file, settings),
  ]
}

/** The clocks that still run on an open file. The certificate and the age of papers stop at the cell's vote. */
export const runningClocks = (file: CaseFile, clocks: readonly Clock[]): readonly Clock[] =>
  file.closedOn ? [] : clocks.filter(({ doneOn, kind }) => doneOn === null && !(kind === 'probation' && file.stage !== 'running'))

/** When the mentor's next remark is due, and the rule that says so. */
export function remarkDue(file: CaseFile, { overrides }: Settings): { dueOn: PlainDate; rule: RuleUse } | undefined {
  if (!file.probationFrom) return undefined
  const rule = mentorRemarkMonths.usedOn(ruled(file.probationFrom), overrides)
  return { dueOn: addMonths(file.lastRemarkOn ?? file.probationFrom, rule.value), rule }
}

/** The office that does the work of a level. */
export const ownerOf = (level: Level): DueOwner => level

/** A stretch of time during which one level had the file. `until` none: has it still. */
export type Holding = { readonly owner: DueOwner; readonly from: PlainDate; readonly until: PlainDate | null; readonly workingDays: number; readonly returned: boolean }

type Change = { readonly on: PlainDate; readonly owner: DueOwner; readonly returned: boolean }

function changesOf(file: CaseFile, startsOn: PlainDate): Change[] {
  const { sentUpOn, committeeResolvedOn, sentToDecidingOn, submittedOn, line } = file
  const change = (on: PlainDate | null, owner: Level, returned = false): Change[] => (on ? [{ on: laterOf(on, startsOn), owner: ownerOf(owner), returned }] : [])
  const changes = [
    ...change(startsOn, 'cell'), ...change(sentUpOn, line.section ? 'sectionCommittee' : 'grassrootsCommittee'), ...change(committeeResolvedOn, 'grassrootsCommittee'),
    ...change(sentToDecidingOn, 'decidingOffice'), ...change(submittedOn, 'standingBoard'),
    ...file.returns.flatMap(({ returnedOn, resentOn, fromLevel, toLevel }) => [...change(returnedOn, toLevel, true), ...change(resentOn, fromLevel)]),
  ]
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Who had the file during a clock, from its start to its end or today; the working days add up to what has elapsed. */
export function holdingsOf(file: CaseFile, clock: Pick<Clock, 'startsOn' | 'doneOn'>, today: PlainDate, { swaps }: Settings): readonly Holding[] {
  const end = clock.doneOn ?? laterOf(today, clock.startsOn)
  const changes = changesOf(file, clock.startsOn).filter(({ on }) => on <= end)
  return changes.flatMap(({ on, owner, returned }, i): Holding[] => {
    const next = changes[i + 1]
    if (next?.on === on) return []
    return [{ owner, from: on, until: next?.on ?? clock.doneOn, workingDays: workingDaysBetween(on, next?.on ?? end, swaps), returned }]
  })
}

/** The other reading of a clock: the working days during which the file was away to be mended are left out. */
export function withoutReturned(clock: Clock, holdings: readonly Holding[], today: PlainDate, { swaps }: Settings) {
  const returnedWorkingDays = holdings.filter(({ returned }) => returned).reduce((sum, { workingDays }) => sum + workingDays, 0)
  if (returnedWorkingDays === 0) return null
  const dueOn = addWorkingDays(clock.dueOn, returnedWorkingDays, swaps)
  return {
    returnedWorkingDays, dueOn, elapsed: workingDaysBetween(clock.startsOn, clock.doneOn ?? laterOf(today, clock.startsOn), swaps) - returnedWorkingDays,
    isLate: (clock.doneOn ?? today) > dueOn,
  }
}

export type Lateness = {
  readonly level: Level
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly workingDaysHeld: number
  readonly workingDaysLate: number
}

/**
 * How late each level was with a confirmation, in working days past its limit: the cell by the end of probation and its 30 days, the deciding
 * committee by the cell's resolution. The grassroots committee has no limit of its own; the days it held the file are shown.
 */
export function latenessOf(file: CaseFile, clocks: readonly Clock[], today: PlainDate, settings: Settings): readonly Lateness[] {
  const find = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind)
  const lateBy = (clock: Clock | undefined) => (clock ? Math.max(0, workingDaysBetween(clock.dueOn, clock.doneOn ?? today, settings.swaps)) : 0)
  const cell = find('cellConsiders')
  const decision = find('confirmationDecision')
  if (!cell) return []
  const holdings = decision ? holdingsOf(file, decision, today, settings) : []
  const held = (...owners: DueOwner[]) => holdings.filter(({ owner }) => owners.includes(owner)).reduce((sum, { workingDays }) => sum + workingDays, 0)
  const cellHeld = Math.max(0, workingDaysBetween(cell.startsOn, cell.doneOn ?? laterOf(today, cell.startsOn), settings.swaps))
  return [
    { level: 'cell', dueOn: cell.dueOn, doneOn: cell.doneOn, workingDaysHeld: cellHeld + held('cell'), workingDaysLate: lateBy(cell) },
    { level: 'grassrootsCommittee', dueOn: null, doneOn: file.sentToDecidingOn, workingDaysHeld: held('sectionCommittee', 'grassrootsCommittee'), workingDaysLate: 0 },
    { level: 'decidingOffice', dueOn: decision?.dueOn ?? null, doneOn: file.decidedOn, workingDaysHeld: held('decidingOffice', 'standingBoard'), workingDaysLate: lateBy(decision) },
  ]
}

/** Who must act for a clock to stop, when it is not the one who has the file now. */
export function actorOfClock(file: CaseFile, kind: ClockKind): DueOwner {
  return kind === 'verification' ? 'grassrootsCommittee' : ownerOf(holderOf(file))
}
