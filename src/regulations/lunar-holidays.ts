import { addDays, plainDate, weekdayOf, type PlainDate } from '../kernel/index.ts'

/** First day of the lunar year and tenth day of its third month, Vietnamese calendar (UTC+7). */
export const lunarDays: readonly (readonly [newYear: string, hungKings: string])[] = [
  ['2005-02-09', '2005-04-18'],
  ['2006-01-29', '2006-04-07'],
  ['2007-02-17', '2007-04-26'],
  ['2008-02-07', '2008-04-15'],
  ['2009-01-26', '2009-04-04'],
  ['2010-02-14', '2010-04-23'],
  ['2011-02-03', '2011-04-12'],
  ['2012-01-23', '2012-03-31'],
  ['2013-02-10', '2013-04-19'],
  ['2014-01-31', '2014-04-09'],
  ['2015-02-19', '2015-04-28'],
  ['2016-02-08', '2016-04-16'],
  ['2017-01-28', '2017-04-06'],
  ['2018-02-16', '2018-04-25'],
  ['2019-02-05', '2019-04-14'],
  ['2020-01-25', '2020-04-02'],
  ['2021-02-12', '2021-04-21'],
  ['2022-02-01', '2022-04-10'],
  ['2023-01-22', '2023-04-29'],
  ['2024-02-10', '2024-04-18'],
  ['2025-01-29', '2025-04-07'],
  ['2026-02-17', '2026-04-26'],
  ['2027-02-06', '2027-04-16'],
  ['2028-01-26', '2028-04-04'],
  ['2029-02-13', '2029-04-23'],
  ['2030-02-02', '2030-04-12'],
  ['2031-01-23', '2031-04-01'],
  ['2032-02-11', '2032-04-19'],
  ['2033-01-31', '2033-04-09'],
  ['2034-02-19', '2034-04-28'],
  ['2035-02-08', '2035-04-17'],
  ['2036-01-28', '2036-04-06'],
  ['2037-02-15', '2037-04-24'],
  ['2038-02-04', '2038-04-13'],
  ['2039-01-24', '2039-04-03'],
  ['2040-02-12', '2040-04-20'],
  ['2041-02-01', '2041-04-10'],
  ['2042-01-22', '2042-04-29'],
  ['2043-02-10', '2043-04-19'],
  ['2044-01-30', '2044-04-07'],
  ['2045-02-17', '2045-04-26'],
]

const byYear = new Map(lunarDays.map(([newYear, hungKings]) => [Number(newYear.slice(0, 4)), [plainDate(newYear), plainDate(hungKings)] as const]))

// Since 2013 the law gives five days, and each year's announcement puts one or two of them before the first.
// Two, unless the first falls on a Monday or Tuesday, is what was announced for every year but this one.
const ONE_DAY_BEFORE = new Set([2014])

/** Lunar New Year (five days; four under the code of 1994) and, since 2007, the day of the Hùng Kings. None outside the table. */
export function lunarHolidays(year: number): readonly PlainDate[] {
  const days = byYear.get(year)
  if (!days) return []
  const [newYear, hungKings] = days
  const length = year >= 2014 ? 5 : 4
  const before = length === 4 || weekdayOf(newYear) <= 2 || ONE_DAY_BEFORE.has(year) ? 1 : 2
  const festival = Array.from({ length }, (_, i) => addDays(newYear, i - before))
  return year >= 2007 ? [...festival, hungKings] : festival
}
