import { earliestDay, fullMonthsBetween, latestDay, type PlainDate, type UncertainDate } from '../kernel/index.ts'
import {
  education, educationInSpecialAreas, educationOfPersonsOfStanding, maxAge, minAge, overMaxAgeNeedsConsent, uncertainBirth, type EducationRequirement,
} from './admission.ts'
import type { Consent, EducationFacts, EligibilityFacts } from './eligibility-facts.ts'
import type { EligibilityReason, Setting } from './eligibility-reason.ts'

/**
 * Full months of age on the day. Of a birth known to the month or year the last possible day is taken,
 * so nobody is taken for older than they may be.
 */
export function ageInMonths(birth: UncertainDate, on: PlainDate): number {
  return fullMonthsBetween(latestDay(birth), on)
}

/** True for a consent issued on or before the day. */
export const givenBy = (consent: Consent | null | undefined, on: PlainDate): boolean => !!consent && consent.issuedOn <= on

type AgeBand = 'tooYoung' | 'inside' | 'tooOld'

export function judgeAge({ birth, consents }: EligibilityFacts, { on, overrides }: Setting): EligibilityReason {
  const [min, max, unsure] = [minAge.usedOn(on, overrides), maxAge.usedOn(on, overrides), uncertainBirth.usedOn(on, overrides)]
  if (!birth) return { condition: 'age', verdict: 'unknown', rule: min, facts: {}, missing: ['birth'] }
  const bandOf = (months: number): AgeBand => (months < min.value * 12 ? 'tooYoung' : months > max.value * 12 ? 'tooOld' : 'inside')
  const months = ageInMonths(birth, on)
  const band = bandOf(months)
  const birthAssumed = bandOf(fullMonthsBetween(earliestDay(birth), on)) !== band
  const facts = { birth, ageMonths: months, ageYears: Math.floor(months / 12), birthAssumed }
  if (birthAssumed && unsure.value === 'ask') return { condition: 'age', verdict: 'unknown', rule: unsure, facts, missing: ['birthDay'] }
  if (band === 'tooYoung') return { condition: 'age', verdict: 'notMet', rule: min, facts }
  if (band === 'inside') return { condition: 'age', verdict: 'met', rule: birthAssumed ? unsure : max, facts }
  if (!overMaxAgeNeedsConsent.inForceOn(on, overrides).value) return { condition: 'age', verdict: 'notMet', rule: max, facts }
  return byConsent('age', max, facts, consents && (consents.overMaxAge ?? null), on)
}

/** The verdict of a condition that only a written consent can open. `undefined` = nobody said whether there is one. */
export function byConsent(
  condition: EligibilityReason['condition'], rule: EligibilityReason['rule'], facts: EligibilityReason['facts'], consent: Consent | null | undefined, on: PlainDate,
): EligibilityReason {
  const base = { condition, ...(rule && { rule }), facts: { ...facts, consent: consent?.number ?? null, consentIssuedOn: consent?.issuedOn ?? null } }
  if (consent === undefined) return { ...base, verdict: 'unknown', missing: ['consents'] }
  return givenBy(consent, on) ? { ...base, verdict: 'exceptionByConsent' } : { ...base, verdict: 'notMet', missing: ['consents'] }
}

const RANK: Record<EducationFacts['level'], number> = { G00: 0, G01: 1, G10: 2, G20: 3, G30: 4 }

/** Whether the ordinary condition is met; upper secondary shows lower secondary, whatever paper is at hand. */
function ordinaryEducation({ level, evidence }: EducationFacts, requirement: EducationRequirement): 'met' | 'notMet' | 'evidenceMissing' {
  if (RANK[level] >= RANK.G30) return 'met'
  if (RANK[level] < RANK.G20) return 'notMet'
  if (requirement !== 'lowerSecondaryDiploma') return evidence === 'E3' ? 'evidenceMissing' : 'met'
  return evidence === 'E1' ? 'met' : evidence === undefined ? 'evidenceMissing' : 'notMet'
}

export function judgeEducation(candidate: EligibilityFacts, setting: Setting): EligibilityReason {
  const rule = education.usedOn(setting.on, setting.overrides)
  const known = candidate.education
  if (!known) return { condition: 'education', verdict: 'unknown', rule, facts: {}, missing: ['education'] }
  const facts = { level: known.level, evidence: known.evidence ?? null }
  if (rule.value === 'unknown') return { condition: 'education', verdict: 'unknown', rule, facts, missing: ['rule'] }
  const ordinary = ordinaryEducation(known, rule.value)
  if (ordinary === 'met') return { condition: 'education', verdict: 'met', rule, facts }
  if (candidate.livesInSpecialArea && RANK[known.level] >= RANK.G10)
    return { condition: 'education', verdict: 'met', rule: educationInSpecialAreas.usedOn(setting.on, setting.overrides), facts }
  if (ordinary === 'evidenceMissing') return { condition: 'education', verdict: 'unknown', rule, facts, missing: ['educationEvidence'] }
  return educationException(candidate, known, setting) ?? { condition: 'education', verdict: 'notMet', rule, facts }
}

/** What an exception says below the ordinary condition; `undefined` when none can apply. */
function educationException(candidate: EligibilityFacts, known: EducationFacts, { on, overrides }: Setting): EligibilityReason | undefined {
  const facts = { level: known.level, evidence: known.evidence ?? null }
  const { livesInSpecialArea, personOfStanding, consents } = candidate
  const rank = RANK[known.level]
  if (personOfStanding && rank >= RANK.G01)
    return byConsent('education', educationOfPersonsOfStanding.usedOn(on, overrides), facts, consents && (consents.education ?? null), on)
  if (livesInSpecialArea === undefined && rank >= RANK.G10)
    return { condition: 'education', verdict: 'unknown', rule: educationInSpecialAreas.usedOn(on, overrides), facts, missing: ['livesInSpecialArea'] }
  if (personOfStanding === undefined && rank >= RANK.G01)
    return { condition: 'education', verdict: 'unknown', rule: educationOfPersonsOfStanding.usedOn(on, overrides), facts, missing: ['personOfStanding'] }
  return undefined
}
