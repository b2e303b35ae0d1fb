import { addDays as addDaysBeyond, daysBetween, plainDate, weekdayOf, type PlainDate } from '../../kernel/index.ts'
import { addWorkingDays, isWorkingDay } from '../../regulations/index.ts'
import type { Random } from './random.ts'

const FIRST = plainDate('1900-01-01')
const LAST = plainDate('2031-01-01')
let table: { readonly days: readonly PlainDate[]; readonly places: ReadonlyMap<PlainDate, number> } | undefined

/** Every day in order, made when the first is asked for: a start with a district present needs none. */
function calendar(): NonNullable<typeof table> {
  if (!table) {
    const days = Array.from({ length: daysBetween(FIRST, LAST) }, (_, i) => addDaysBeyond(FIRST, i))
    table = { days, places: new Map(days.map((day, place) => [day, place])) }
  }
  return table
}

/** The day so many days later. Looked up: hundreds of thousands are asked for. */
export function addDays(day: PlainDate, count: number): PlainDate {
  const { days, places } = calendar()
  return days[(places.get(day) ?? NaN) + count] ?? addDaysBeyond(day, count)
}

/** Offices rested on Saturday and Sunday in every year we tell of; the calendar of working days begins later. */
const isOfficeDay = (day: PlainDate) => (day < '1970-01-01' ? weekdayOf(day) < 6 : isWorkingDay(day))

export const anyDay = (random: Random, from: PlainDate, to: PlainDate): PlainDate => addDays(from, random.int(0, Math.max(0, daysBetween(from, to))))

/** A day on which offices work, both ends inclusive where they are office days themselves. */
export function officeDay(random: Random, from: PlainDate, to: PlainDate): PlainDate {
  const drawn = anyDay(random, from, to)
  if (isOfficeDay(drawn)) return drawn
  for (let day = drawn; day <= to; day = addDays(day, 1)) if (isOfficeDay(day)) return day
  for (let day = drawn; day >= from; day = addDays(day, -1)) if (isOfficeDay(day)) return day
  return drawn
}

/** So many working days before or after, on both sides of the calendar's first day. */
export function officeDaysFrom(day: PlainDate, count: number): PlainDate {
  return day < '1971-01-01' ? addDays(day, Math.trunc(count * 1.4)) : addWorkingDays(day, count)
}

/** The nearest office day not after the day. */
export function officeDayUpTo(day: PlainDate): PlainDate {
  let found = day
  while (!isOfficeDay(found)) found = addDays(found, -1)
  return found
}
