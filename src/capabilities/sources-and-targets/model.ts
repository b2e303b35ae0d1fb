import { addDays, addMonths, dayOf, fullMonthsBetween, laterOf, partsOf, type DateRange, type PlainDate } from '../../kernel/index.ts'
import { certificateValidityMonths, firstRuledDay, type Override, type RuleUse } from '../../regulations/index.ts'

/** A certificate is spoken of from this many days before it lapses. A convention of the product. */
export const CERTIFICATE_WARNING_DAYS = 90

/** A place whose last review is older than this stands among those to review anew. A convention of the product. */
export const REVIEW_MONTHS = 12

/** `2018-Q3` for any day of July to September 2018. */
export function quarterOf(day: PlainDate): string {
  const { year, month } = partsOf(day)
  return `${year}-Q${Math.ceil(month / 3)}`
}

/** Quarters from the one of a day to that of another, newest first. */
export function quartersBetween(from: PlainDate, until: PlainDate): string[] {
  const quarters: string[] = []
  for (let day = daysOfQuarter(quarterOf(until)).first; day >= daysOfQuarter(quarterOf(from)).first; day = addMonths(day, -3)) quarters.push(quarterOf(day))
  return quarters
}

/** First and last day of a quarter written `2018-Q3`. */
export function daysOfQuarter(quarter: string): { first: PlainDate; last: PlainDate } {
  const first = dayOf(Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3 - 2, 1)
  return { first, last: addDays(addMonths(first, 3), -1) }
}

/**
 * The last day of the quarter for which the next remark on a prospect is owed: the quarter after the last one remarked on, at first
 * the first whole quarter of being followed.
 */
export function nextRemarkDue(openedOn: PlainDate, lastQuarter: string | null): PlainDate {
  if (lastQuarter) return daysOfQuarter(quarterOf(addDays(daysOfQuarter(lastQuarter).last, 1))).last
  const { first, last } = daysOfQuarter(quarterOf(openedOn))
  return openedOn === first ? last : daysOfQuarter(quarterOf(addDays(last, 1))).last
}

/** The rule on the validity of awareness certificates, as on a day; the first ruled day for days before. */
export const certificateRule = (on: PlainDate, overrides: readonly Override[]): RuleUse<number> =>
  certificateValidityMonths.usedOn(laterOf(on, firstRuledDay), overrides)

/** The last day on which a cell meeting is covered by a certificate. */
export const certificateCovers = (issuedOn: PlainDate, validityMonths: number): PlainDate => addMonths(issuedOn, validityMonths)

export type Pace = {
  /** Full months gone by and in all. */
  elapsedMonths: number
  totalMonths: number
  /** What would be done by now at an even pace, rounded. */
  expected: number
  /** How many are missing against the pace; negative when ahead. */
  behind: number
}

/** Where a target should be on a day at an even pace through its period. */
export function paceOf(given: number, done: number, period: DateRange & { until: PlainDate }, on: PlainDate): Pace {
  const totalMonths = fullMonthsBetween(period.from, period.until)
  const elapsedMonths = Math.min(totalMonths, Math.max(0, fullMonthsBetween(period.from, on)))
  const even = totalMonths > 0 ? (given * elapsedMonths) / totalMonths : given
  return { elapsedMonths, totalMonths, expected: Math.round(even), behind: Math.round(even - done) }
}

/** First day of a year and of the next. */
export const yearPeriod = (year: number): { from: PlainDate; until: PlainDate } => ({ from: dayOf(year, 1, 1), until: dayOf(year + 1, 1, 1) })
