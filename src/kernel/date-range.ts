import { addDays, formatDay, type PlainDate } from './plain-date.ts'

/** Days from `from` (inclusive) to `until` (exclusive, as PostgreSQL writes `daterange`); no `until` = still running. */
export type DateRange = { readonly from: PlainDate; readonly until?: PlainDate | undefined }

/** True when the day lies in the range; `until` itself does not. */
export function contains(range: DateRange, day: PlainDate): boolean {
  return range.from <= day && (range.until === undefined || day < range.until)
}

/** Last day inside the range; `undefined` while it is running. */
export function lastDayOf(range: DateRange): PlainDate | undefined {
  return range.until === undefined ? undefined : addDays(range.until, -1)
}

/** `01/08/2015 – 05/10/2018` with the last day inside, or `từ 01/08/2015`. */
export function formatRange(range: DateRange): string {
  const last = lastDayOf(range)
  return last ? `${formatDay(range.from)} – ${formatDay(last)}` : `từ ${formatDay(range.from)}`
}
