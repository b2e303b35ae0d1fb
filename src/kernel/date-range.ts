import { addDays, formatDay, plainDate, type PlainDate } from './plain-date.ts'

/** Days from `from` (inclusive) to `until` (exclusive, as PostgreSQL writes `daterange`); no `until` = still running. */
export type DateRange = { readonly from: PlainDate; readonly until?: PlainDate | undefined }

/** True when the day lies in the range; `until` itself does not. */
export function contains(range: DateRange, day: PlainDate): boolean {
  return range.from <= day && (range.until === undefined || day < range.until)
}

/** True when the two ranges share a day. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return (b.until === undefined || a.from < b.until) && (a.until === undefined || b.from < a.until)
}

/** Last day inside the range; `undefined` while it is running. */
export function lastDayOf(range: DateRange): PlainDate | undefined {
  return range.until === undefined ? undefined : addDays(range.until, -1)
}

/** `[2018-01-01,2019-01-01)`: the form PostgreSQL reads. */
export function toPgRange(range: DateRange): string {
  return `[${range.from},${range.until ?? ''})`
}

/** Reads PostgreSQL's canonical `[from,until)`. Throws `RangeError` for an empty range or one without a beginning. */
export function fromPgRange(text: string): DateRange {
  const match = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(text)
  if (!match?.[1]) throw new RangeError(`Not a date range: ${text}`)
  return { from: plainDate(match[1]), until: match[2] ? plainDate(match[2]) : undefined }
}

/** `01/08/2015 – 05/10/2018` with the last day inside, or `từ 01/08/2015`. */
export function formatRange(range: DateRange): string {
  const last = lastDayOf(range)
  return last ? `${formatDay(range.from)} – ${formatDay(last)}` : `từ ${formatDay(range.from)}`
}
