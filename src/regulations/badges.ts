import { addDays, addMonths, dayOf, laterOf, partsOf, type PlainDate } from '../kernel/index.ts'
import { again, dated, from, type DatedRule, type Entry, type Override, type RuleUse } from './dated.ts'
import { cite } from './instruments.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, aStructure, yesNo } from './shapes.ts'

/** Read in section 18 of the guideline of 2021; what was said before and after it is from memory. */
const readIn2021 = <T>(value: T): readonly Entry<T>[] => [
  ...again(value, { P2011: 'memory', P2016: 'memory' }), from('2021-09-28', value, cite('HD-01-2021', 'mục 18', 'verified')),
  ...again(value, { P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' }),
]

/** Full years of party age for which a badge is given, fewest first. Picked by the award day. */
export const badgeYears: DatedRule<readonly number[]> = dated('badges.years', { pickedBy: 'badgeAward', shape: aStructure }, readIn2021<readonly number[]>([30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]))

/** The days of a year on which badges are given, as MM-DD, first to last. Picked by the award day. */
export const badgeAwardDays: DatedRule<readonly string[]> = dated('badges.awardDays', { pickedBy: 'badgeAward', shape: aStructure }, readIn2021<readonly string[]>(['02-03', '05-19', '09-02', '11-07']))

export type EarlyMonths = { readonly upTo65: number; readonly from70: number }

/** Calendar months by which somebody who is seriously ill may be given the badge early: for 30 to 65 years, and for 70 years and more. Picked by the award day. */
export const badgeEarlyMonths: DatedRule<EarlyMonths> = dated('badges.earlyMonths', { unit: 'months', pickedBy: 'badgeAward', shape: aStructure }, readIn2021<EarlyMonths>({ upTo65: 12, from70: 24 }))

/** Calendar months that may be missing at the death of somebody who is given the badge posthumously. Picked by the award day. */
export const badgePosthumousMonths = dated('badges.posthumousMonths', { unit: 'months', pickedBy: 'badgeAward', shape: aNumber }, readIn2021(12))

/** Whether who is under discipline has to wait. Picked by the award day. */
export const badgeNotUnderDiscipline = dated('badges.notUnderDiscipline', { pickedBy: 'badgeAward', shape: yesNo },
  again(true, { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' }))

/** Days before an award day by which the list of who is to be given a badge is made; the product's own. Picked by the award day. */
export const badgeListDaysBefore = dated('badges.listDaysBefore', { unit: 'days', pickedBy: 'badgeAward', shape: aNumber }, again(30, { P2011: 'inferred' }))

const ruled = (day: PlainDate) => laterOf(day, firstRuledDay)

/** The award days of a calendar year, first to last. */
export function awardDaysOf(year: number): readonly PlainDate[] {
  return badgeAwardDays.inForceOn(ruled(dayOf(year, 1, 1))).value.map((monthDay) => dayOf(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))))
}

/** Whether badges are given on the day. */
export const isAwardDay = (day: PlainDate): boolean => awardDaysOf(partsOf(day).year).includes(day)

/** The award day on or after a day. */
export function nextAwardDay(day: PlainDate): PlainDate {
  const { year } = partsOf(day)
  return [...awardDaysOf(year), ...awardDaysOf(year + 1)].find((each) => each >= day)!
}

/** The award day before a day. */
export function formerAwardDay(day: PlainDate): PlainDate {
  const { year } = partsOf(day)
  return [...awardDaysOf(year - 1), ...awardDaysOf(year)].findLast((each) => each < day)!
}

/** Months by which the badge of so many years may come early in serious illness, and the rule that says so. */
export function earlyMonthsOf(years: number, awardOn: PlainDate, overrides?: readonly Override[]): { months: number; rule: RuleUse<EarlyMonths> } {
  const rule = badgeEarlyMonths.usedOn(ruled(awardOn), overrides)
  return { months: years >= 70 ? rule.value.from70 : rule.value.upTo65, rule }
}

/** The day by which the list for an award day is to be made. */
export const listDueFor = (awardOn: PlainDate, overrides?: readonly Override[]): PlainDate => addDays(awardOn, -badgeListDaysBefore.inForceOn(ruled(awardOn), overrides).value)

export type BadgeStanding = {
  /** The day on which the party age of so many years is reached, were membership to go on. */
  readonly reachedOn: PlainDate
  readonly awardOn: PlainDate
  readonly diedOn?: PlainDate | undefined
  readonly seriouslyIll: boolean
}

export type BadgeGround = 'reached' | 'early' | 'posthumous'

/**
 * On which ground the badge of so many years may be given on an award day: reached by then; early, in serious illness; or posthumously, when no more than the
 * months of the rule were missing at death. `undefined` when it may not; `rule` is what decided either way. The award day picks the rules.
 */
export function badgeGround(years: number, { reachedOn, awardOn, diedOn, seriouslyIll }: BadgeStanding, overrides?: readonly Override[]): { ground: BadgeGround | undefined; rule: RuleUse } {
  const on = ruled(awardOn)
  if (diedOn) {
    const rule = badgePosthumousMonths.usedOn(on, overrides)
    return { ground: reachedOn <= addMonths(diedOn, rule.value) ? 'posthumous' : undefined, rule }
  }
  if (reachedOn <= awardOn) return { ground: 'reached', rule: badgeYears.usedOn(on, overrides) }
  const { months, rule } = earlyMonthsOf(years, awardOn, overrides)
  if (!seriouslyIll) return { ground: undefined, rule: badgeYears.usedOn(on, overrides) }
  return { ground: reachedOn <= addMonths(awardOn, months) ? 'early' : undefined, rule }
}
