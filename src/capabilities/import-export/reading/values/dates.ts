import { dayOf, daysInMonth, precisionOf, uncertainDate, type PlainDate, type UncertainDate } from '../../../../kernel/index.ts'
import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { error, proposal, question, warning, type Draft, type Reading } from './reading.ts'

/** What most cells of a date column look like; the odd ones are remarked, the habit is not. */
export type DateHabit = { readonly dateCells: boolean; readonly monthFirst: boolean; /** How its texts are written, when not with strokes. */ readonly form?: 'iso' | 'dots' | 'dashes' | undefined }

export type DateQuestion = {
  /** Beginning of the codes: `birth`, `admission`, `official`, `card-issued`. */
  readonly subject: string
  readonly habit: DateHabit
  readonly today: PlainDate
}

const FORMS = {
  iso: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/, dots: /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4})$/, dashes: /^(\d{1,2})\s*[-–]\s*(\d{1,2})\s*[-–]\s*(\d{4})$/,
} as const

/** The form in which whole days of a column are written throughout, when it is another than with strokes; two make no habit. */
export function dateForm(texts: readonly string[]): DateHabit['form'] {
  const days = texts.filter((text) => /\d{4}/.test(text) && text.trim().length >= 8)
  return days.length < 3 ? undefined : (Object.keys(FORMS) as (keyof typeof FORMS)[]).find((form) => days.every((text) => FORMS[form].test(text.trim())))
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const DAY_ZERO_OF_EXCEL = Date.UTC(1899, 11, 30)
const two = (value: number) => String(value).padStart(2, '0')
const isYear = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR
const exists = (year: number, month: number, day: number) => isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
const dateOf = (year: number, month: number, day: number): UncertainDate => dayOf(year, month, day) as string as UncertainDate
const withPrecision = (date: UncertainDate) => ({ value: date as string, precision: precisionOf(date) })
const shown = (date: UncertainDate): string => date.split('-').reverse().join('/')

const taken = (date: UncertainDate, finding?: Draft): Reading<UncertainDate> => ({ read: date, ...(finding ? { finding } : {}) })
const proposed = (code: string, date: UncertainDate) => taken(date, proposal(code, withPrecision(date), { day: shown(date) }))
const warned = (code: string, date: UncertainDate) => taken(date, warning(code, withPrecision(date), { day: shown(date) }))

/** Serial day of Excel, counted so that 60 and later are right; earlier ones lie before any birth in these lists. */
export function dayOfSerial(serial: number): UncertainDate {
  return uncertainDate(new Date(DAY_ZERO_OF_EXCEL + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10))
}

/** A birth year is common and told apart by how it was typed; of other dates a bare year is remarkable however it stands there. */
const yearOnly = (subject: string, typed: 'number' | 'text'): string => (subject === 'birth' ? `birth.year-only-${typed}` : `${subject}.year-only`)

function fromNumber(value: number, { subject }: DateQuestion): Reading<UncertainDate> {
  if (Number.isInteger(value) && isYear(value)) return warned(yearOnly(subject, 'number'), uncertainDate(String(value)))
  if (Number.isInteger(value) && value >= 10_000_000 && value <= 99_999_999) return fromEightDigits(String(value), subject)
  // 5,000 is September 1913: below it a number is neither a day nor a year of a living person.
  if (value >= 5_000 && value < 73_050) return proposed(`${subject}.serial`, dayOfSerial(value))
  return { finding: error(`${subject}.impossible`) }
}

function fromEightDigits(digits: string, subject: string): Reading<UncertainDate> {
  const [y, m, d] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const [d2, m2, y2] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))]
  const readings = [...(exists(y, m, d) ? [dateOf(y, m, d)] : []), ...(exists(y2, m2, d2) ? [dateOf(y2, m2, d2)] : [])]
  if (readings.length === 2) return { finding: question(`${subject}.eight-digits`, readings) }
  return readings[0] ? proposed(`${subject}.eight-digits`, readings[0]) : { finding: error(`${subject}.impossible`) }
}

function fromDateCell(cell: Cell, { subject, habit }: DateQuestion): Reading<UncertainDate> {
  const date = uncertainDate(String(cell.value))
  if (habit.monthFirst || !isMonthFirstFormat(cell.numberFormat)) return taken(date)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  if (day > 12 || day === month) return taken(date)
  return { finding: question(`${subject}.date-cell-mdy`, [date, dateOf(year, day, month)]) }
}

/** A format chosen by hand that shows the month first. Format 14, which follows the computer's own habit, is not one. */
export function isMonthFirstFormat(format: string | undefined): boolean {
  if (!format || format === 'mm-dd-yy' || format === 'm/d/yy') return false
  return /^(\[[^\]]*\])*m{1,2}[/.-]d{1,2}[/.-]y/i.test(format.replace(/\\/g, ''))
}

function fromParts(day: number, month: number, year: number, code: string | undefined, subject: string): Reading<UncertainDate> {
  if (!isYear(year)) return { finding: error(`${subject}.impossible`) }
  if (day === 0 && month === 0) return warned(`${subject}.zero-day-month`, uncertainDate(String(year)))
  if (day === 0 && month <= 12) return warned(`${subject}.zero-day`, uncertainDate(`${year}-${two(month)}`))
  if (month > 12 && exists(year, day, month)) return { finding: question(`${subject}.month-over-12`, [dateOf(year, day, month)]) }
  if (!exists(year, month, day)) return { finding: error(`${subject}.impossible`) }
  return code ? proposed(code, dateOf(year, month, day)) : taken(dateOf(year, month, day))
}

/** The year behind two digits. A birth lies in the twentieth century; of other dates both centuries may be meant. */
function fromTwoDigitYear(day: number, month: number, digits: number, { subject, today }: DateQuestion): Reading<UncertainDate> {
  const years = [1900 + digits, 2000 + digits].filter((year) => year <= Number(today.slice(0, 4)) && exists(year, month, day))
  const usual = subject === 'birth' && years[0] !== undefined && Number(today.slice(0, 4)) - years[0] < 105 ? [years[0]] : years
  const [only] = usual
  if (only === undefined) return { finding: error(`${subject}.impossible`) }
  if (usual.length > 1) return { finding: question(`${subject}.two-digit-year`, usual.map((year) => dateOf(year, month, day))) }
  const date = dateOf(only, month, day)
  return taken(date, proposal(`${subject}.two-digit-year`, withPrecision(date), { year: String(only) }))
}

/** A time beside the day is left out, and said to be, unless the day itself is in question. */
const withoutTime = ({ read, finding }: Reading<UncertainDate>, subject: string): Reading<UncertainDate> =>
  (read && (!finding || finding.kind === 'proposal') ? proposed(`${subject}.with-time`, read) : { ...(read ? { read } : {}), ...(finding ? { finding } : {}) })

const TIME_OF_DAY = /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}),?\s+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[ap]m)?$/i

function fromText(text: string, asked: DateQuestion): Reading<UncertainDate> {
  const { subject, habit } = asked
  const timed = TIME_OF_DAY.exec(text.trim())
  if (timed) return withoutTime(fromText(timed[1]!, asked), subject)
  const usual = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (usual) return fromParts(Number(usual[1]), Number(usual[2]), Number(usual[3]), habit.dateCells ? `${subject}.text` : undefined, subject)
  const clean = text.normalize('NFC').toLowerCase().replace(/^'/, '').replace(/\s+/g, ' ').trim()
  const match = (pattern: RegExp): number[] | undefined => { const found = pattern.exec(clean); return found ? found.slice(1).map(Number) : undefined }
  const strokes = match(/^(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})$/)
  if (strokes) return fromParts(strokes[0]!, strokes[1]!, strokes[2]!, habit.dateCells ? `${subject}.text` : undefined, subject)
  if (/^\d{4}$/.test(clean)) return isYear(Number(clean)) ? warned(yearOnly(subject, 'text'), uncertainDate(clean)) : { finding: error(`${subject}.impossible`) }
  const remark = (form: NonNullable<DateHabit['form']>) => (habit.form === form ? undefined : `${subject}.${form}`)
  const iso = match(FORMS.iso)
  if (iso) return fromParts(iso[2]!, iso[1]!, iso[0]!, remark('iso'), subject)
  const dots = match(FORMS.dots)
  if (dots) return fromParts(dots[0]!, dots[1]!, dots[2]!, remark('dots'), subject)
  const dashes = match(FORMS.dashes)
  if (dashes) return fromParts(dashes[0]!, dashes[1]!, dashes[2]!, remark('dashes'), subject)
  const short = match(/^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2})$/)
  if (short) return fromTwoDigitYear(short[0]!, short[1]!, short[2]!, asked)
  return fromVagueText(clean, subject)
}

function fromVagueText(clean: string, subject: string): Reading<UncertainDate> {
  const spoken = /^(?:ngày )?(\d{1,2}) ?tháng (\d{1,2}) ?(?:năm|\/) ?(\d{4})$/.exec(clean)
  if (spoken) return fromParts(Number(spoken[1]), Number(spoken[2]), Number(spoken[3]), `${subject}.in-words`, subject)
  const month = /^(tháng )?(\d{1,2})(?: năm | ?[/.-] ?)(\d{4})$/.exec(clean)
  if (month && isYear(Number(month[3]))) {
    if (Number(month[2]) === 0) return warned(`${subject}.zero-day-month`, uncertainDate(month[3]!))
    if (Number(month[2]) > 12) return { finding: error(`${subject}.impossible`) }
    return warned(`${subject}.${month[1] ? 'month-in-words' : 'month-year'}`, uncertainDate(`${month[3]}-${two(Number(month[2]))}`))
  }
  const year = /^năm (\d{4})$/.exec(clean)
  if (year && isYear(Number(year[1]))) return warned(yearOnly(subject, 'text'), uncertainDate(year[1]!))
  const about = /^(?:khoảng|độ|chừng|~|≈)\s*(?:năm )?(\d{4})$|^(\d{4})\s*\?$/.exec(clean)
  if (about) return { finding: question(`${subject}.about`, [about[1] ?? about[2]!]) }
  if (/^\d{8}$/.test(clean)) return fromEightDigits(clean, subject)
  if (/^\d{5}(\.0+)?$/.test(clean)) return fromNumber(Number(clean), { subject, habit: { dateCells: false, monthFirst: false }, today: '' as PlainDate })
  return { finding: error(`${subject}.impossible`) }
}

/**
 * A day, month or year as people write it. Day comes before month; nothing that was not written is filled in, and nothing that may be read
 * in two ways is decided. A blank cell gives neither value nor finding: whether it may be blank is the row's matter.
 */
export function readDate(cell: Cell | undefined, asked: DateQuestion): Reading<UncertainDate> {
  if (!cell || cell.value === null || cell.text.trim() === '') return {}
  if (cell.kind === 'date') return fromDateCell(cell, asked)
  if (cell.kind === 'number') return fromNumber(cell.value as number, asked)
  return fromText(String(cell.value), asked)
}
