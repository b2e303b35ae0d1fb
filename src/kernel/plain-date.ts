/**
 * A day of the civil calendar, written `YYYY-MM-DD`. A day is not a moment: it has no clock and no time zone,
 * so it travels as text from the database to the screen and is never turned into a `Date` on the way.
 */
export type PlainDate = string & { readonly __day: unique symbol }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MS_PER_DAY = 86_400_000

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Number of days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** True when the text is a day that exists in the calendar, so 30/02 is refused. */
export function isPlainDate(text: string): text is PlainDate {
  if (!DAY.test(text)) return false
  const { year, month, day } = partsOf(text as PlainDate)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Reads `YYYY-MM-DD`; throws `RangeError` for anything that is not an existing day. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

/** Builds a day from numbers; `month` counts from 1. Throws `RangeError` for an impossible day. */
export function dayOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** Year, month (from 1) and day of the month. */
export function partsOf(day: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

const toEpochDay = (day: PlainDate) => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY)
const fromEpochDay = (n: number) => new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate

/** The day `days` later (earlier when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(day) + days)
}

/**
 * The same day-number `months` later; when that month is shorter, its last day (29/02 + 12 months = 28/02).
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from)
}

/** Full months elapsed from `from` to `to`; 0 within the first month, negative when `to` is earlier. */
export function fullMonthsBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return 0 - fullMonthsBetween(to, from)
  const [a, b] = [partsOf(from), partsOf(to)]
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  return addMonths(from, months) > to ? months - 1 : months
}

/** Day of the week: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: PlainDate): number {
  return ((((toEpochDay(day) + 3) % 7) + 7) % 7) + 1
}

export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

/** The day it is in Việt Nam (UTC+7, no summer time) at a moment. */
export function dayInVietnam(moment: Date): PlainDate {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as PlainDate
}

/** `05/10/2018`: how every screen and paper list writes a day. */
export function formatDay(day: PlainDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
