import { dayOf, daysInMonth, isPlainDate, type PlainDate } from './plain-date.ts'

/**
 * A day known to the day, to the month or only to the year: `1962-05-03`, `1962-05` or `1962`.
 * The missing part is never filled in; `earliestDay` and `latestDay` give the span it may lie in.
 */
export type UncertainDate = string & { readonly __uncertainDay: unique symbol }

export type Precision = 'day' | 'month' | 'year'

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const YEAR = /^\d{4}$/

/** True for an existing day, month or year in the written form of `UncertainDate`. */
export function isUncertainDate(text: string): text is UncertainDate {
  return isPlainDate(text) || MONTH.test(text) || YEAR.test(text)
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; throws `RangeError` otherwise. */
export function uncertainDate(text: string): UncertainDate {
  if (!isUncertainDate(text)) throw new RangeError(`Not a day, month or year: ${text}`)
  return text
}

/** How much of the date is known. */
export function precisionOf(date: UncertainDate): Precision {
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year'
}

/** First day the date may mean. */
export function earliestDay(date: UncertainDate): PlainDate {
  const year = Number(date.slice(0, 4))
  return date.length === 10 ? (date as string as PlainDate) : dayOf(year, Number(date.slice(5, 7) || 1), 1)
}

/** Last day the date may mean. */
export function latestDay(date: UncertainDate): PlainDate {
  if (date.length === 10) return date as string as PlainDate
  const year = Number(date.slice(0, 4))
  const month = date.length === 7 ? Number(date.slice(5, 7)) : 12
  return dayOf(year, month, daysInMonth(year, month))
}

/** `03/05/1962`, `05/1962` or `1962`: what is not known is not written. */
export function formatUncertainDate(date: UncertainDate): string {
  return date.split('-').reverse().join('/')
}
