import { meaningOf, type Field, type Meaning } from './headings.ts'

export type Column = { readonly index: number; readonly letter: string; readonly heading: string; readonly meaning?: Meaning }

/** Fields that name the person of a row. */
export const NAME_FIELDS: readonly Field[] = ['fullName', 'givenName', 'currentName']

/** The columns from the second name on, when a whole set of headings comes twice. */
export function besideOf(columns: readonly Column[]): Column[] {
  const again = columns.findLastIndex((column, i) => NAME_FIELDS.includes(meaningOf([column.heading])?.field as Field) && columns.slice(0, i).some((before) => before.heading === column.heading))
  if (again < 0) return []
  const repeated = columns.slice(Math.max(0, again - 1)).filter((column, i) => columns.slice(0, again - 1 + i).some((before) => before.heading === column.heading))
  return repeated.length >= 3 ? repeated : []
}

/** The first column of a field counts; a second one of the same meaning is known but not read. */
export function withoutDoubles(columns: readonly Column[]): Column[] {
  const seen = new Set<string>()
  return columns.map((column) => {
    const { meaning } = column
    if (!meaning || ['known', 'otherPosition', 'professionalTick', 'politicsTick'].includes(meaning.field)) return column
    const key = `${meaning.field}:${meaning.detail ?? ''}`
    if (!seen.has(key)) {
      seen.add(key)
      return column
    }
    return { ...column, meaning: { field: 'known' as const } }
  })
}
