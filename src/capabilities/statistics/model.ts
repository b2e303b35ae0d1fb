import { addMonths, dayOf, earlierOf, fullMonthsBetween, laterOf, partsOf, type PlainDate } from '../../kernel/index.ts'

export type DayCount = { readonly decidedOn: PlainDate; readonly admitted: number }

const sum = (days: readonly DayCount[]) => days.reduce((total, { admitted }) => total + admitted, 0)
const between = (days: readonly DayCount[], from: PlainDate, until: PlainDate) => days.filter(({ decidedOn }) => decidedOn >= from && decidedOn <= until)

/** Admissions of each year from a day to a day (both inclusive); the first and the last year may be short. */
export function byYear(days: readonly DayCount[], from: PlainDate, until: PlainDate) {
  const years = []
  for (let { year } = partsOf(from); year <= partsOf(until).year; year++) {
    const [first, last] = [laterOf(from, dayOf(year, 1, 1)), earlierOf(until, dayOf(year, 12, 31))]
    years.push({ year, from: first, until: last, admitted: sum(between(days, first, last)) })
  }
  return years
}

/** What is left to a target when the term has run up to a day. */
export function remainingOf(target: number, admitted: number, until: PlainDate, on: PlainDate) {
  const people = Math.max(0, target - admitted)
  const months = Math.max(0, fullMonthsBetween(on, until) + (addMonths(on, fullMonthsBetween(on, until)) < until ? 1 : 0))
  return { people, months, perMonth: months > 0 ? people / months : null }
}

/** How many a month in the twelve months up to a day. */
export function lastTwelveMonths(days: readonly DayCount[], on: PlainDate) {
  const from = addMonths(on, -12)
  const admitted = sum(days.filter(({ decidedOn }) => decidedOn > from && decidedOn <= on))
  return { from, admitted, perMonth: admitted / 12 }
}

export const totalOf = sum
