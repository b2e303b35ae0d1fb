import { addDays, addMonths, dayOf, partsOf, type PlainDate } from '../../kernel/index.ts'

const MONTHS = 12

/** The last days of the twelve months before the month of a day, the latest first. */
export function monthEndsBefore(on: PlainDate): PlainDate[] {
  const { year, month } = partsOf(on)
  const first = dayOf(year, month, 1)
  return Array.from({ length: MONTHS }, (_, i) => addDays(addMonths(first, -i), -1))
}

/** The last moment of a day in Việt Nam: what is recorded until then was known on the day. */
export const endOf = (on: PlainDate): string => `${on}T23:59:59+07:00`
