import { addDays, daysBetween, plainDate, weekdayOf, type Certainty, type PlainDate } from '../kernel/index.ts'
import { dated, from, since } from './dated.ts'
import { cite } from './instruments.ts'
import { lunarHolidays } from './lunar-holidays.ts'
import { aStructure } from './shapes.ts'

export type HolidayDays = { readonly newYear: number; readonly lunarNewYear: number; readonly hungKings: number; readonly victory: number; readonly labour: number; readonly national: number }
const underCode1994: HolidayDays = { newYear: 1, lunarNewYear: 4, hungKings: 1, victory: 1, labour: 1, national: 1 }

/** Statutory days off of a year, those in lieu of a weekend not among them. Picked by the day itself. */
export const holidayDays = dated('calendar.holidays', { unit: 'days', pickedBy: 'asOf', shape: aStructure }, [
  since('P2011', underCode1994, 'memory', 'Điều 73', 'BLLD-1994'),
  from('2013-05-01', { ...underCode1994, lunarNewYear: 5 }, cite('BLLD-2012', 'Điều 115', 'memory')),
  from('2021-01-01', { ...underCode1994, lunarNewYear: 5, national: 2 }, cite('BLLD-2019', 'Điều 112', 'memory')),
])

/** A day whose sort was changed by an announcement of the year: a working day given free, or a Saturday worked to make up for it. */
export type Swap = { readonly day: PlainDate; readonly becomes: 'off' | 'working'; readonly certainty?: Certainty }

const FIRST = plainDate('1970-01-01')
const LAST = plainDate('2060-12-31')
const LENGTH = daysBetween(FIRST, LAST) + 1

/** Every day of the calendar and its place, so that no date is computed when a limit is. */
const days: PlainDate[] = []
const places = new Map<string, number>()

function listDays(): void {
  for (let i = 0; i < LENGTH; i++) {
    const day = addDays(FIRST, i)
    days.push(day)
    places.set(day, i)
  }
}

const swapped = (off: string, madeUpOn: string, certainty: Certainty = 'memory'): readonly Swap[] => [
  { day: plainDate(off), becomes: 'off', certainty }, { day: plainDate(madeUpOn), becomes: 'working', certainty },
]

/** Swapped days of past years, for offices that rest on Saturday and Sunday. Years not named here had none that we know of. */
export const knownSwaps: readonly Swap[] = [
  ...swapped('2014-01-28', '2014-01-25', 'secondary'), ...swapped('2014-01-29', '2014-02-08', 'secondary'),
  ...swapped('2015-01-02', '2014-12-27', 'secondary'), ...swapped('2015-02-16', '2015-02-14'),
  ...swapped('2018-12-31', '2019-01-05'), ...swapped('2019-04-29', '2019-05-04'),
  ...swapped('2024-04-29', '2024-05-04'), ...swapped('2025-05-02', '2025-04-26'),
  ...swapped('2026-01-02', '2026-01-10'), ...swapped('2026-08-31', '2026-08-22'),
]

const isWeekend = (day: PlainDate) => weekdayOf(day) >= 6

/** Statutory holidays of the year before anything is made up: fixed days of the law of the year, and the lunar ones where the table has them. */
export function holidaysOf(year: number): readonly PlainDate[] {
  const fixed = ['01-01', '04-30', '05-01', '09-02'].map((day) => plainDate(`${year}-${day}`))
  return [...fixed, ...secondDayOfIndependence(year), ...lunarHolidays(year)].sort()
}

/**
 * Since 2021 the National Day is two days, the second chosen each year before or after it.
 * The choice made every year since then joins the weekend.
 */
function secondDayOfIndependence(year: number): readonly PlainDate[] {
  if (year < 2021) return []
  const day = plainDate(`${year}-09-02`)
  return [addDays(day, [1, 4, 7].includes(weekdayOf(day)) ? 1 : -1)]
}

/** Days off of the year: the holidays, and for each that falls on a weekend the next day that is neither weekend nor off. */
function daysOffOf(year: number): Set<PlainDate> {
  const off = new Set(holidaysOf(year))
  for (const holiday of [...off].filter(isWeekend)) {
    let inLieu = holiday
    while (isWeekend(inLieu) || off.has(inLieu)) inLieu = addDays(inLieu, 1)
    off.add(inLieu)
  }
  return off
}

type Calendar = {
  /** Number of working days up to and including each day, by days since `FIRST`. */
  readonly upTo: Uint16Array
  /** Days since `FIRST` of the first, second, … working day. */
  readonly working: Uint16Array
}

function build(swaps: readonly Swap[]): Calendar {
  if (days.length === 0) listDays()
  const off = new Uint8Array(LENGTH)
  const monday = weekdayOf(FIRST) - 1
  for (let i = 0; i < LENGTH; i++) off[i] = (i + monday) % 7 >= 5 ? 1 : 0
  const mark = (day: PlainDate, value: number) => {
    const index = places.get(day)
    if (index !== undefined) off[index] = value
  }
  for (let year = 1970; year <= 2060; year++) for (const day of daysOffOf(year)) mark(day, 1)
  for (const { day, becomes } of [...knownSwaps, ...swaps]) mark(day, becomes === 'off' ? 1 : 0)
  const upTo = new Uint16Array(LENGTH)
  const working: number[] = []
  for (let i = 0; i < LENGTH; i++) {
    if (!off[i]) working.push(i)
    upTo[i] = working.length
  }
  return { upTo, working: Uint16Array.from(working) }
}

const none: readonly Swap[] = []
const calendars = new WeakMap<readonly Swap[], Calendar>()

// Keyed by the list itself: the calendar of one installation is built once, not for every question.
function calendarOf(swaps: readonly Swap[] = none): Calendar {
  let calendar = calendars.get(swaps)
  if (!calendar) calendars.set(swaps, (calendar = build(swaps)))
  return calendar
}

function indexOf(day: PlainDate): number {
  const index = places.get(day)
  if (index === undefined) throw new RangeError(`The working-day calendar runs from ${FIRST} to ${LAST}: ${day}`)
  return index
}

/**
 * True on a working day of an office. Weekends, holidays, days in lieu and swapped days are off; `swaps` adds to `knownSwaps` and wins over it.
 * Lunar holidays are known for 2005–2045; outside only the fixed days count. Throws `RangeError` outside 1970–2060.
 */
export function isWorkingDay(day: PlainDate, swaps?: readonly Swap[]): boolean {
  const { upTo } = calendarOf(swaps)
  const index = indexOf(day)
  return upTo[index]! > (index === 0 ? 0 : upTo[index - 1]!)
}

/**
 * The last day of a limit of `count` working days: the start day itself is not counted. Backwards when negative; 0 is the day itself.
 * Pass the same `swaps` array every time: the calendar is kept per array.
 */
export function addWorkingDays(day: PlainDate, count: number, swaps?: readonly Swap[]): PlainDate {
  if (count === 0) return day
  const { upTo, working } = calendarOf(swaps)
  const index = indexOf(day)
  const before = index === 0 ? 0 : upTo[index - 1]!
  const found = working[count > 0 ? upTo[index]! + count - 1 : before + count]
  if (found === undefined) throw new RangeError(`The working-day calendar runs from ${FIRST} to ${LAST}: ${day} ${count}`)
  return days[found]!
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. The inverse of `addWorkingDays`. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, swaps?: readonly Swap[]): number {
  if (to < from) return -workingDaysBetween(to, from, swaps)
  const { upTo } = calendarOf(swaps)
  return upTo[indexOf(to)]! - upTo[indexOf(from)]!
}
