import { addMonths, daysInMonth, dayOf, fullMonthsBetween, partsOf, type PlainDate, type Refusal } from '../../kernel/index.ts'
import { conditionTitles, missingNames, sponsorFaults, type EligibilityReason, type SponsorFault, type StepCode } from '../../regulations/index.ts'
import { isUpTo, openRows, type ChecklistRow } from './checklist.ts'
import { agingRule } from './checklist.ts'
import { CERTIFICATE, isCovered, papersOf } from './conditions.ts'
import * as say from './errors.ts'
import { actWords, faultNames, missingFactNames } from './messages.vi.ts'
import type { Judged } from './next-act.ts'
import { judgingDay } from './model.ts'

/** The mark people know a paper by. */
export const formOf = (row: Pick<ChecklistRow, 'formMark' | 'title'>): string => row.formMark?.mark ?? row.title

function stalePaper(row: ChecklistRow, on: PlainDate, judged: Judged): Refusal {
  const paper = row.papers.find(({ isStale }) => isStale)!
  const rule = agingRule(row.code, on, judged.settings)!
  const validUntil = paper.freshUntil!
  if (row.step === 'A03') return say.certificateExpired(paper.datedOn!, validUntil, on, rule.value, rule)
  return say.paperStale({ title: row.title, form: formOf(row), datedOn: paper.datedOn!, on, months: fullMonthsBetween(paper.datedOn!, on), limit: rule.value }, rule)
}

/** What a line of the checklist that is not in order says to people. */
export function refusalOfPaper(row: ChecklistRow, judged: Judged, day: PlainDate): Refusal {
  const on = judgingDay(judged.file, day)
  switch (row.state) {
    case 'expired': return stalePaper(row, on, judged)
    case 'cannotTell': return say.documentUndecided(row.title, formOf(row), row.missing.map((fact) => missingFactNames[fact] ?? fact), row.rule)
    case 'needsWork': {
      const bad = row.papers.find(({ state }) => state === 'needsWork')!
      return say.documentNeedsWork(row.title, formOf(row), bad.remark || faultNames[bad.fault ?? 'other'], row.rule)
    }
    default: return say.documentMissing(row.title, formOf(row), row.rule)
  }
}

/** Every paper that stands in the way up to a step. */
export const refusalsOfPapers = (judged: Judged, day: PlainDate, last?: StepCode): Refusal[] =>
  openRows(judged.checklist, last).map((row) => refusalOfPaper(row, judged, day))

/** First day on which somebody is of age, by full months. */
function ofAgeFrom(birth: string, years: number): PlainDate {
  const [year, month, day] = birth.split('-').map(Number)
  const lastMonth = month ?? 12
  const reached = dayOf(year! + years, lastMonth, 1)
  const { year: y, month: m } = partsOf(reached)
  return dayOf(y, m, Math.min(day ?? daysInMonth(y, m), daysInMonth(y, m)))
}

function refusalOfAge({ facts, rule }: EligibilityReason, on: PlainDate): Refusal {
  const months = Number(facts.ageMonths)
  const years = Math.floor(months / 12)
  const limit = Number(rule!.value)
  return months < limit * 12
    ? say.notOldEnough({ years, months: months % 12, on, from: ofAgeFrom(String(facts.birth), limit) }, rule)
    : say.tooOld({ years, months: months % 12, on, limit }, rule)
}

function refusalOfCertificate({ facts, rule }: EligibilityReason, on: PlainDate): Refusal {
  if (!facts.issuedOn) return say.certificateMissing(rule)
  const issuedOn = facts.issuedOn as PlainDate
  if (issuedOn > on) return say.certificateNotYet(issuedOn, on, rule)
  return say.certificateExpired(issuedOn, addMonths(issuedOn, Number(rule!.value)), on, Number(rule!.value), rule)
}

function refusalOfSponsor({ facts, rule }: EligibilityReason): Refusal {
  const faults = facts.faults as readonly SponsorFault[]
  if (faults[0] === 'notFullMember') return say.sponsorNotFull(String(facts.sponsor), rule)
  return say.sponsorDoesNotFit(String(facts.sponsor), faults.map((fault) => sponsorFaults[fault]), rule)
}

/** What a condition that is not met, or not known, says to people. None for one that is met. */
export function refusalOfCondition(reason: EligibilityReason, on: PlainDate): Refusal | undefined {
  const { condition, verdict, rule, facts } = reason
  const missing = (reason.missing ?? []).map((one) => missingNames[one])
  if (verdict === 'met' || verdict === 'exceptionByConsent') return undefined
  if (verdict === 'unknown' && condition === 'backgroundCheck') return say.verificationNotAsked(rule)
  if (verdict === 'unknown') return say.conditionUnknown(conditionTitles[condition], missing, rule)
  switch (condition) {
    case 'age': return refusalOfAge(reason, on)
    case 'certificate': return refusalOfCertificate(reason, on)
    case 'sponsors': return say.tooFewSponsors(Number(facts.needed), Number(facts.counted), rule)
    case 'sponsor': return refusalOfSponsor(reason)
    default: return say.conditionNotMet(conditionTitles[condition], missing, rule)
  }
}

/**
 * Every condition that stands in the way. Left out: what a stale or missing paper already says, a sponsor too many who does not fit,
 * and a condition whose only gap is a rule that nobody has been able to read. Those of covered facts are one refusal that names none.
 */
export function refusalsOfConditions(judged: Judged, on: PlainDate): Refusal[] {
  if (!judged.eligibility) return []
  const { reasons } = judged.eligibility
  const enoughSponsors = reasons.some(({ condition, verdict }) => condition === 'sponsors' && verdict === 'met')
  const inTheWay = reasons.filter((reason) => {
    const onlyRule = reason.verdict === 'unknown' && reason.missing?.every((one) => one === 'rule')
    if (onlyRule || isSaidOtherwise(judged, reason, on) || (reason.condition === 'sponsor' && enoughSponsors)) return false
    return reason.verdict !== 'met' && reason.verdict !== 'exceptionByConsent'
  })
  const covered = inTheWay.filter(({ condition }) => isCovered(condition, judged.file.circumstances))
  const named = inTheWay.filter((reason) => !covered.includes(reason)).flatMap((reason) => refusalOfCondition(reason, on) ?? [])
  return covered.length > 0 ? [...named, say.coveredNotMet()] : named
}

/** Whether a paper, or an answer that is still out, already says what a condition lacks. */
function isSaidOtherwise({ checklist, file }: Judged, { condition, verdict, missing }: EligibilityReason, on: PlainDate): boolean {
  const isAbsent = (code: string) => checklist.some((row) => row.code === code && (row.state === 'missing' || row.state === 'expired'))
  switch (condition) {
    case 'fileFreshness': return true
    case 'certificate': return isAbsent(CERTIFICATE) || papersOf(file, CERTIFICATE).some(({ datedOn }) => datedOn && datedOn > on)
    case 'backgroundCheck': return verdict === 'unknown' && file.verifications.some(({ repliedOn }) => !repliedOn)
    case 'youthUnion': return missing?.every((one) => one === 'unionResolution') === true && isAbsent('KNĐ-4')
    default: return false
  }
}

/** Answers to verification that are still out. */
export const refusalsOfVerification = ({ file, clocks }: Judged): Refusal[] =>
  file.verifications.flatMap((each, i) => each.repliedOn ? [] : [say.verificationAwaited(each.place, each.askedOn, clocks.filter(({ kind }) => kind === 'verification')[i]?.rules[0])])

/** Papers that were signed, and answers that came, only after the day: nobody had them before them then. */
function refusalsOfLaterFacts({ checklist, file }: Judged, on: PlainDate): Refusal[] {
  const rows = checklist.filter((row) => row.need === 'required' && isUpTo(row.step, 'A08'))
  const papers = rows.flatMap((row) => row.papers.flatMap(({ datedOn }) => (datedOn && datedOn > on ? [say.paperAfterDay({ title: row.title, form: formOf(row), datedOn, on })] : [])))
  const replies = file.verifications.flatMap(({ repliedOn }) => (repliedOn && repliedOn > on ? [say.beforeFormerStep(on, actWords.recordVerificationReply, repliedOn)] : []))
  return [...papers, ...replies.slice(-1)]
}

/** Whether all that is not known of a paper is how the verification was answered. */
const waitsForReplies = ({ state, missing }: ChecklistRow): boolean => state === 'cannotTell' && missing.every((fact) => fact === 'verifiedByLetter')

/** Whether the cell may consider on a day: everything that is not in order, all at once. A verification that is out is said once, not again for its papers. */
export function refusalsBeforeCell(judged: Judged, on: PlainDate): Refusal[] {
  const conditions = [...refusalsOfConditions(judged, on), ...refusalsOfVerification(judged)]
  const isVerificationSaid = conditions.some(({ code }) => code === 'admission.verificationNotAsked' || code === 'admission.verificationAwaited')
  const checklist = isVerificationSaid ? judged.checklist.filter((row) => !waitsForReplies(row)) : judged.checklist
  return [...conditions, ...refusalsOfPapers({ ...judged, checklist }, on, 'A08'), ...refusalsOfLaterFacts(judged, on)]
}
