import { addMonths, type PlainDate } from '../../kernel/index.ts'
import { badgeGround, badgeNotUnderDiscipline, badgeYears, earlyMonthsOf, firstRuledDay, formerAwardDay, type BadgeGround, type Override, type RuleUse } from '../../regulations/index.ts'
import { partyAgeReachedOn, type PartyAgeRuling, type SpellOfMembership } from '../members/index.ts'
import type { CandidateGroup } from './codes.ts'

/** What is known of somebody who may be given a badge. */
export type BadgeFacts = {
  /** From the first to the last. */
  readonly spells: readonly SpellOfMembership[]
  readonly rulings: readonly PartyAgeRuling[]
  /** Day of death, of who died as a member. */
  readonly diedOn: PlainDate | null
  /** Years for which a badge was given, or is proposed for another round. */
  readonly held: readonly number[]
  /** Under discipline on the award day. */
  readonly disciplined: boolean
}

export type Candidate = { readonly years: number; readonly reachedOn: PlainDate; readonly group: CandidateGroup; /** The rule for which the person has to wait. */ readonly waitsFor: RuleUse | undefined }

const rulesOn = (awardOn: PlainDate): PlainDate => (awardOn < firstRuledDay ? firstRuledDay : awardOn)
export const MONTHS_SINCE_DEATH = 12

/** The day on which somebody reaches so many years; for who died, as if life had gone on. */
export const reachedBy = ({ spells, rulings, diedOn }: Pick<BadgeFacts, 'spells' | 'rulings' | 'diedOn'>, years: number): PlainDate | undefined =>
  partyAgeReachedOn(spells, rulings, years, { goesOn: diedOn !== null })

function posthumous(facts: BadgeFacts, awardOn: PlainDate, overrides: readonly Override[] | undefined): Candidate | undefined {
  const { diedOn } = facts
  if (!diedOn || diedOn > awardOn || addMonths(diedOn, MONTHS_SINCE_DEATH) < awardOn) return undefined
  for (const years of badgeYears.inForceOn(rulesOn(awardOn), overrides).value.toReversed()) {
    const reachedOn = reachedBy(facts, years)
    if (reachedOn && badgeGround(years, { reachedOn, awardOn, diedOn, seriouslyIll: false }, overrides).ground)
      return facts.held.includes(years) ? undefined : { years, reachedOn, group: 'posthumous', waitsFor: undefined }
  }
  return undefined
}

/**
 * As what somebody stands on the list of an award day, if at all: the highest badge that is reached and not given; of who died in the twelve months before, the one
 * within reach of the posthumous rule; else the next one, when serious illness would bring it forward so far. The award day picks the rules.
 */
export function badgeCandidate(facts: BadgeFacts, awardOn: PlainDate, overrides?: readonly Override[]): Candidate | undefined {
  if (facts.diedOn) return posthumous(facts, awardOn, overrides)
  const years = badgeYears.inForceOn(rulesOn(awardOn), overrides).value
  const reached = years.flatMap((each) => { const reachedOn = reachedBy(facts, each); return reachedOn ? [{ years: each, reachedOn }] : [] })
  const highest = reached.findLast((each) => each.reachedOn <= awardOn)
  const rule = badgeNotUnderDiscipline.usedOn(rulesOn(awardOn), overrides)
  const waitsFor = facts.disciplined && rule.value ? rule : undefined
  if (highest && !facts.held.includes(highest.years)) return { ...highest, group: highest.reachedOn > formerAwardDay(awardOn) ? 'due' : 'missed', waitsFor }
  const next = reached.find((each) => each.reachedOn > awardOn)
  if (!next || facts.held.includes(next.years)) return undefined
  return next.reachedOn <= addMonths(awardOn, earlyMonthsOf(next.years, awardOn, overrides).months) ? { ...next, group: 'early', waitsFor } : undefined
}

/** On which ground somebody may be proposed for a badge of so many years, and the rule that decided, either way. */
export function mayBeProposed(facts: BadgeFacts, years: number, { awardOn, seriouslyIll }: { awardOn: PlainDate; seriouslyIll: boolean }, overrides?: readonly Override[]): {
  ground: BadgeGround | undefined; reachedOn: PlainDate | undefined; rule: RuleUse
} {
  const reachedOn = reachedBy(facts, years)
  if (!reachedOn) return { ground: undefined, reachedOn, rule: badgeYears.usedOn(rulesOn(awardOn), overrides) }
  return { ...badgeGround(years, { reachedOn, awardOn, seriouslyIll, ...(facts.diedOn ? { diedOn: facts.diedOn } : {}) }, overrides), reachedOn }
}
