import { addMonths, earlierOf, laterOf, type PlainDate } from '../../kernel/index.ts'
import {
  addWorkingDays, cellConsidersWorkingDays, confirmationDecisionDue, confirmationEffective, decisionBodyGrassroots, decisionBodySuperior, formMarks, newMemberCertificateNeeded, probationEnd, sendUpWorkingDays,
  workingDaysBetween,
} from '../../regulations/index.ts'
import { addDays, officeDay } from './calendar.ts'
import { CaseMaker, type Desk } from './case-maker.ts'
import { centreNumber, lateReasons, mentorRemarks, numbers, takenOverBasis } from './cases.vi.ts'
import { decisionOf, type CaseLaying } from './desk.ts'
import type { Member } from './members.ts'
import { paperWords } from './places.vi.ts'
import { centre } from './sources.vi.ts'

/** Remarks kept of a probation that is concluded. */
const REMARKS_OF_CONCLUDED = 3

type Laying = { readonly desk: Desk; readonly case: CaseLaying; readonly file: CaseMaker; readonly member: Member; readonly until: PlainDate }

/** The days of the steps after the cell's vote; those that have not come are absent. */
type Way = { readonly cell: PlainDate; readonly sentUp?: PlainDate; readonly committee?: PlainDate; readonly sentOn?: PlainDate; readonly submitted?: PlainDate }

/** What became of a probation that nobody followed for years. */
export type Forgotten = 'untouched' | 'voteLost' | 'voted' | 'deadlocked'

/** Lays the file of confirmation of one member: running, in the votes, or concluded. Answers its identifier. */
export function layConfirmation(laying: CaseLaying, desk: Desk, member: Member, forgotten?: Forgotten): string {
  const { today } = laying.chronicle
  const { ceremonyOn, cohort, ended } = member.plan
  const until = probationEnd(ceremonyOn).endsOn
  const mentor = forgotten === 'untouched' ? undefined : helperFor(laying, desk, member)
  const openedOn = forgotten ? officeDay(desk.random, addMonths(today, -9), addMonths(today, -6)) : ceremonyOn
  const file = new CaseMaker(desk, {
    kind: 'confirmation', personId: member.id, cell: member.cell, openedOn, facts: { probationFrom: ceremonyOn, probationUntil: until, ...(forgotten && { basis: takenOverBasis }) }, rules: probationEnd(ceremonyOn).rules,
    columns: { probation_from: ceremonyOn, probation_until: until },
  })
  if (mentor) file.assignMentor(mentor.id, openedOn)
  const made = { desk, case: laying, file, member, until }
  if (forgotten) layForgotten(made, forgotten)
  else if (cohort === 'probation') layRunning(made)
  else if (ended && ended.on <= until) layBrokenOff(made, ended.on)
  else layConcluded(made)
  file.finish()
  return file.id
}

function helperFor({ helpers }: CaseLaying, { random, rolls }: Desk, member: Member): Member {
  const able = helpers.get(member.cell)!.filter((each) => each !== member)
  const ready = able.filter((each) => each.inCellSince <= member.plan.ceremonyOn && rolls.isFree(each.id, member.plan.ceremonyOn))
  return random.pick(ready.length > 0 ? ready : able)
}

/** A remark for every month, the last one not more than a month before `last`. */
function monthlyRemarks(laying: Laying, last: PlainDate, atMost = 12): PlainDate {
  const { random } = laying.desk
  const { ceremonyOn } = laying.member.plan
  const days: PlainDate[] = []
  for (let month = 1; month <= 12 && addMonths(ceremonyOn, month) <= last; month++) days.push(addDays(addMonths(ceremonyOn, month), -random.int(0, 3)))
  const latest = days.at(-1) ?? ceremonyOn
  if (addMonths(latest, 1) <= addDays(last, 3) && addDays(last, -1) > latest) days.push(addDays(last, -1))
  for (const day of days.slice(-atMost)) laying.file.remark(day, random.pick(mentorRemarks))
  return days.at(-1) ?? ceremonyOn
}

/** The certificate of the class, then the three papers of the end, as far as their days have come. */
function papersOfEnd({ desk: { random }, file }: Laying, from: PlainDate, last: PlainDate, count = 4): void {
  const days = [0, 1, 2, 3].map((i) => earlierOf(addDays(from, i * 2), last))
  if (count > 0) {
    const number = centreNumber(random.int(10, 240), days[0]!.slice(0, 4))
    const documentId = file.keep('KNĐ-GCNLM', { datedOn: days[0]!, number })
    file.act('recordClassCertificate', days[0]!, { step: 'P02', level: 'cell', facts: { documentId, number, issuer: centre }, rules: [newMemberCertificateNeeded.usedOn(days[0]!)] })
  }
  ;['KNĐ-10', 'KNĐ-11', 'KNĐ-12'].slice(0, Math.max(0, count - 1)).forEach((code, i) => file.paper(code, { datedOn: days[i + 1]! }, 'cell'))
}

function layRunning(laying: Laying): void {
  const { desk: { random, chronicle: { today } }, until, member } = laying
  if (until <= today) return layJustEnded(laying)
  const last = monthlyRemarks(laying, today)
  const daysLeft = Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000)
  const count = daysLeft <= 30 ? random.weighted([[0, 12], [1, 26], [2, 22], [3, 20], [4, 20]]) : member.plan.ceremonyOn < addMonths(today, -6) && random.chance(0.6) ? 1 : 0
  papersOfEnd(laying, last, today, count)
}

/** Twelve months that ended a few weeks ago: the longer ago, the further the file has come; nothing of it is late. */
function layJustEnded(laying: Laying): void {
  const { desk: { chronicle: { today }, random }, until } = laying
  const elapsed = workingDaysBetween(until, today)
  papersOfEnd(laying, laterOf(monthlyRemarks(laying, until), addDays(until, -8)), until)
  const day = (days: number) => addWorkingDays(until, days)
  if (elapsed < 5) return
  if (elapsed < 8) return void (random.chance(0.4) ? voteLost(laying, day(3), 'lost') : voted(laying, { cell: day(elapsed - 2) }))
  const way = { cell: day(3), sentUp: day(5) }
  if (elapsed < 12) return voted(laying, way)
  voted(laying, { ...way, committee: day(9), sentOn: day(11), ...(elapsed >= 16 && { submitted: day(15) }) })
}

function voteLost({ desk: { random }, file, until }: Laying, heldOn: PlainDate, result: 'lost' | 'deadlocked'): void {
  const considers = cellConsiders(until, heldOn)
  file.cellVote({ heldOn, question: 'confirm', resolutionNumber: null, lost: true }, { deadlocked: result === 'deadlocked', told: { ...considers.told, latenessReason: considers.told.isLate ? random.pick(lateReasons) : null }, rules: considers.rules })
}

/** Whether the cell considered in time, as the act of its vote keeps it. */
function cellConsiders(until: PlainDate, heldOn: PlainDate) {
  const rule = cellConsidersWorkingDays.usedOn(until)
  const dueOn = addWorkingDays(until, rule.value)
  return { told: { dueOn, isLate: heldOn > dueOn }, rules: [rule] }
}

/** The cell has voted for it (or for removal); further steps as far as they have days. */
function voted({ desk: { random }, file, member, until }: Laying, { cell, sentUp, committee, sentOn, submitted }: Way, question: 'confirm' | 'strikeOff' = 'confirm'): void {
  const considers = cellConsiders(until, cell)
  const itself = member.cell.unit.mayDecideAdmission
  const told = { ...considers.told, latenessReason: considers.told.isLate ? random.pick(lateReasons) : null }
  file.cellVote({ heldOn: cell, question, resolutionNumber: numbers.cellResolution(random.int(2, 40)) }, { told, rules: considers.rules })
  if (!sentUp) return
  file.act('sendUp', sentUp, { step: 'P06', level: 'cell', facts: { papers: file.paperCount }, rules: [sendUpWorkingDays.usedOn(cell)] })
  file.set({ sent_up_on: sentUp })
  if (!committee) return
  file.accept(committee, 'grassrootsCommittee')
  file.committeeVote({ heldOn: committee, question, resolutionNumber: numbers.committeeResolution(random.int(20, 400)) }, itself)
  if (!sentOn || itself) return
  const { dueOn, rules } = confirmationDecisionDue({ resolvedOn: cell })
  file.act('sendToDeciding', sentOn, { step: 'P08', level: 'grassrootsCommittee', facts: { papers: file.paperCount, dueOn }, rules })
  file.set({ sent_to_deciding_on: sentOn })
  if (!submitted) return
  file.accept(submitted, 'decidingOffice')
  file.act('submitForDecision', submitted, { step: 'P09', level: 'decidingOffice', facts: { dueOn }, rules })
  file.set({ submitted_on: submitted })
}

/** Decided on the day on which the member's papers say it was signed; in force from the end of the twelve months. */
function layConcluded(laying: Laying): void {
  const { file, member, until } = laying
  const signedOn = member.confirmationSignedOn!
  papersOfEnd(laying, laterOf(monthlyRemarks(laying, until, REMARKS_OF_CONCLUDED), addDays(until, -8)), until)
  const way = wayTo(until, signedOn)
  voted(laying, way)
  decided(laying, { question: 'confirm', cell: way.cell, on: signedOn, number: member.confirmationNumber!, effectiveOn: until })
  const reportedOn = reportDay(laying, signedOn)
  file.keep('DM-100', { datedOn: reportedOn }, { state: 'valid' })
  file.act('recordResultReported', reportedOn, { step: 'P11', level: 'grassrootsCommittee', rules: [formMarks.usedOn(reportedOn)] })
}

const reportDay = ({ desk: { random, chronicle: { today } } }: Laying, on: PlainDate) => earlierOf(addWorkingDays(on, random.int(2, 9)), today)

/** The steps between two days, each at its share of the time. */
function wayTo(from: PlainDate, to: PlainDate): Required<Way> {
  const whole = workingDaysBetween(from, to)
  const day = (share: number) => addWorkingDays(from, Math.floor(whole * share))
  return { cell: day(0.25), sentUp: day(0.32), committee: day(0.55), sentOn: day(0.65), submitted: day(0.85) }
}

type Decided = { question: 'confirm' | 'strikeOff'; cell: PlainDate; on: PlainDate; number: string; effectiveOn: PlainDate }

function decided({ desk, case: { posts }, file, member, until }: Laying, { question, cell, on, number: given, effectiveOn }: Decided): void {
  const itself = member.cell.unit.mayDecideAdmission
  const { number, signatory, decidedBy } = decisionOf(desk, posts, member.cell, given)
  const { rules } = confirmationDecisionDue({ resolvedOn: cell })
  const body = (itself ? decisionBodyGrassroots : decisionBodySuperior).usedOn(on)
  file.keep(question === 'confirm' ? 'KNĐ-16' : 'KNĐ-XTDB', { datedOn: on, number }, { state: 'valid' })
  file.act('recordConfirmationDecision', on, {
    step: question === 'confirm' ? 'P09' : 'P10', level: itself ? 'grassrootsCommittee' : 'decidingOffice', result: question,
    facts: { outcome: question, number, signatory, decidedBy, effectiveOn, lateness: [] }, rules: [confirmationEffective.usedOn(until), ...rules, body],
  })
  file.set({ decided_on: on, decision_number: number, decision_signatory: signatory, decided_by: decidedBy, effective_on: effectiveOn })
}

/** Removed before the twelve months were over: the cell, the committee and the deciding committee all voted for it. */
function layBrokenOff(laying: Laying, endedOn: PlainDate): void {
  const { member, desk: { random }, file } = laying
  const begun = laterOf(member.plan.ceremonyOn, addWorkingDays(endedOn, -30))
  monthlyRemarks(laying, begun, REMARKS_OF_CONCLUDED)
  const way = wayTo(begun, endedOn)
  voted(laying, way, 'strikeOff')
  decided(laying, { question: 'strikeOff', cell: way.cell, on: endedOn, number: paperWords.decision(2200 + random.int(1, 900) * 2, 'HU'), effectiveOn: endedOn })
  const reportedOn = reportDay(laying, endedOn)
  file.act('recordResultReported', reportedOn, { step: 'P11', level: 'grassrootsCommittee', rules: [formMarks.usedOn(reportedOn)] })
}

function layForgotten(laying: Laying, what: Forgotten): void {
  const { desk: { chronicle: { today } } } = laying
  if (what === 'untouched') return
  const ago = (days: number) => addWorkingDays(today, -days)
  papersOfEnd(laying, ago(118), ago(105))
  if (what === 'voted') return voted(laying, { cell: ago(40), sentUp: ago(37) })
  voteLost(laying, ago(100), 'lost')
  if (what === 'voteLost') return
  voteLost(laying, ago(70), 'lost')
  voteLost(laying, ago(38), 'deadlocked')
}
