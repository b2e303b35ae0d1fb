import { addDays, addMonths, dayOf, fullMonthsBetween, laterOf, partsOf, type DateRange, type PlainDate } from '../../kernel/index.ts'
import { certificateValidityMonths, firstRuledDay, type Override, type RuleUse } from '../../regulations/index.ts'

/** Codes of mass organisations, as in `regulations/codes/mass-organisations.json`. */
export const unionCodes = ['MTTQ', 'DTN', 'LHPN', 'ND', 'CCB', 'CD', 'HCTD', 'HNCT', 'HKH', 'HLHTN', 'HTNXP'] as const
export type UnionCode = (typeof unionCodes)[number]

/** How far a prospect has come; `caseOpen` is known to the room admission only and handed in. */
export const stages = ['inSource', 'classDone', 'applied', 'caseOpen'] as const
export type Stage = (typeof stages)[number]

export const closeReasons = ['admitted', 'moved', 'unsuitable', 'withdrawn', 'died'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Months since the last admission in a cell; the last band also holds cells without any on record, so that none can hide. */
export const bands = ['0-12', '13-24', '25-60', 'over60'] as const
export type Band = (typeof bands)[number]

/** What a target counts. The side measures count the same decisions of admission. */
export const measures = ['admissions', 'women', 'ethnicMinority'] as const
export type Measure = (typeof measures)[number]

/** Above this many open assignments a helper is warned about. A convention of the product, not of a paper. */
export const MENTOR_LOAD = 3

/** A certificate is spoken of from this many days before it lapses. A convention of the product. */
export const CERTIFICATE_WARNING_DAYS = 90

/** A place whose last review is older than this stands among those to review anew. A convention of the product. */
export const REVIEW_MONTHS = 12

/** `2018-Q3` for any day of July to September 2018. */
export function quarterOf(day: PlainDate): string {
  const { year, month } = partsOf(day)
  return `${year}-Q${Math.ceil(month / 3)}`
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
