import { fold, tidy } from '../../../kernel/index.ts'
import { meaningOf, type Field, type Meaning } from './headings.ts'

export type Column = { readonly index: number; readonly letter: string; readonly heading: string; readonly meaning: Meaning | undefined; /** A person said what the heading means, other than it says by itself. */ readonly isTaught: boolean }

/** Fields that name the person of a row. */
export const NAME_FIELDS: readonly Field[] = ['fullName', 'givenName', 'currentName']

/** The columns from the second name on, when a whole set of headings comes twice. */
export function besideOf(columns: readonly Column[]): Column[] {
  const again = columns.findLastIndex((column, i) => NAME_FIELDS.includes(meaningOf([column.heading])?.field as Field) && columns.slice(0, i).some((before) => before.heading === column.heading))
  if (again < 0) return []
  const repeated = columns.slice(Math.max(0, again - 1)).filter((column, i) => columns.slice(0, again - 1 + i).some((before) => before.heading === column.heading))
  return repeated.length >= 3 ? repeated : []
}

const BIRTH_PARTS: readonly (readonly [part: string, words: RegExp])[] = [['day', /^(ngay sinh|sinh ngay)$/], ['month', /^(thang sinh|sinh thang)$/], ['year', /^(nam sinh|sinh nam)$/]]

/** `Ngày sinh`, `Tháng sinh`, `Năm sinh` beside each other: none of them holds a whole date. */
export function withBirthInParts(columns: readonly Column[]): readonly Column[] {
  const partOf = ({ heading, isTaught }: Column) => (isTaught ? undefined : BIRTH_PARTS.find(([, words]) => words.test(fold(tidy(heading))))?.[0])
  if (!columns.some((column) => partOf(column) === 'month')) return columns
  return columns.map((column) => {
    const part = partOf(column)
    return part ? { ...column, meaning: { field: 'bornPart', detail: part } } : column
  })
}

/** The first column of a field counts, one that a person named before any other; a second one of the same meaning is known but not read. */
export function withoutDoubles(columns: readonly Column[]): Column[] {
  const seen = new Map<string, Column>()
  const keyOf = ({ meaning }: Column) => (!meaning || ['known', 'otherPosition', 'professionalTick', 'politicsTick'].includes(meaning.field) ? undefined : `${meaning.field}:${meaning.detail ?? ''}`)
  for (const column of [...columns.filter(({ isTaught }) => isTaught), ...columns]) {
    const key = keyOf(column)
    if (key && !seen.has(key)) seen.set(key, column)
  }
  return columns.map((column) => {
    const key = keyOf(column)
    return key && seen.get(key) !== column ? { ...column, meaning: { field: 'known' as const } } : column
  })
}
