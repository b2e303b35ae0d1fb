import { dayOf, daysInMonth, isUncertainDate, type PlainDate, type Precision, type UncertainDate } from '../../kernel/index.ts'

const DAY = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/

/** Reads a typed day: `5/10/2018`, `05.10.2018`, `05-10-2018` or `05102018`. `undefined` when no such day exists. */
export function readDay(text: string): PlainDate | undefined {
  const match = DAY.exec(text.trim()) ?? DIGITS.exec(text.trim())
  if (!match) return undefined
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayOf(year, month, day)
}

/** Reads what is known to the day, the month (`10/2018`) or the year (`1962`). */
export function readUncertainDay(text: string, precision: Precision): UncertainDate | undefined {
  if (precision === 'day') return readDay(text) as string as UncertainDate | undefined
  const parts = text.trim().split(/[/.\-\s]/)
  const written = precision === 'month' && parts.length === 2 ? `${parts[1]}-${parts[0]?.padStart(2, '0')}` : text.trim()
  const expected = precision === 'month' ? 7 : 4
  return written.length === expected && isUncertainDate(written) ? written : undefined
}
