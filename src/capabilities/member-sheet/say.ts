import { formatUncertainDate, isUncertainDate, type PlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import type { SheetField, SheetList } from './catalogue.ts'
import { placeText, type Place } from './places.ts'
import { saidWords } from './words.vi.ts'

type OtherDay = { readonly date: string; readonly paper: string }

const dayText = (date: string): string => (isUncertainDate(date) ? formatUncertainDate(date) : date)

/** A value in words as it is read on a day; `null` for none. */
export function sayValue(field: SheetField, content: unknown, on: PlainDate): string | null {
  if (content === null || content === undefined || content === '') return null
  if (field.kind === 'place') return placeText(typeof content === 'string' ? { text: content } : (content as Place), on)
  if (field.kind === 'otherDay') return fillIn(saidWords.otherDay, { date: dayText((content as OtherDay).date), paper: (content as OtherDay).paper })
  if (field.kind === 'uncertainDay') return dayText(String(content))
  if (field.choices === 'sex') return content === 'female' ? saidWords.female : saidWords.male
  return String(content)
}

/** Under the birth of the original dossier: that another paper says another day. */
export function sayOtherBirth(content: unknown): string | null {
  const other = content as OtherDay | null
  return other ? fillIn(saidWords.differs, { date: dayText(other.date), paper: other.paper }) : null
}

/** The columns of a line in words. */
export function sayColumns(list: SheetList, content: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(list.columns.flatMap(({ name, kind }) => {
    const value = content[name]
    return value === undefined || value === null || value === '' ? [] : [[name, kind === 'day' ? dayText(String(value)) : String(value)]]
  }))
}

/** A line as running text: `01/2005 – 06/2010: Giáo viên, Trường Tiểu học Quang Minh`. */
export function sayEntry(list: SheetList, content: Readonly<Record<string, unknown>> | null): string | null {
  if (!content) return null
  const said = sayColumns(list, content)
  const { from, to, on, ...rest } = said as Record<string, string | undefined>
  const time = on ?? (from && from === to ? from : from && to ? fillIn(saidWords.span, { from, to }) : from ? fillIn(saidWords.since, { from }) : to ? fillIn(saidWords.until, { to }) : undefined)
  const words = list.columns.flatMap(({ name }) => rest[name] ?? []).join(', ')
  return time ? `${time}: ${words}` : words
}
