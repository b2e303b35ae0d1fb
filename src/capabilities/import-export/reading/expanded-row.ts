import type { Column } from './columns.ts'
import type { Field, Meaning } from './headings.ts'
import type { Headings } from './taught-headings.ts'
import type { Cell, SheetRow } from '../../../platform/foreign-workbook/sheets.ts'

/** A column whose heading names several things, one under the other in each cell: the register of members (7-HSĐV) is made of such columns. */
export type Composite = { readonly column: Column; /** In the order of the heading; a part nobody knows has no meaning. */ readonly parts: readonly Column[] }

const DIVISIBLE: ReadonlySet<Field> = new Set<Field>([
  'fullName', 'currentName', 'otherName', 'bornOn', 'sex', 'ethnicity', 'religion', 'nativePlace', 'residence', 'birthPlace', 'admittedOn', 'confirmedOn', 'generalEducation',
  'professionalEducation', 'politicalTheory', 'cardNumber', 'historyNumber', 'phone', 'partyPosition',
])
const HEADING_SEPARATORS = [/\n/, /[;,]/, /\//] as const
const CELL_SEPARATORS = [/\s*\n\s*/, /\s*;\s*/, /\s*,\s+|,(?=\D)/, /\s+[/–-]\s+/, /\s*\/\s*/, /(?<=\d)\s+(?=\d)/] as const

const isBirthName = (text: string): boolean => /khai sinh/i.test(text)

/** `Họ tên, họ tên khai sinh`: beside the name of birth the other one is the name in use. */
function inUse(meanings: readonly (Meaning | undefined)[], texts: readonly string[]): (Meaning | undefined)[] {
  const birthName = texts.findIndex((text, i) => meanings[i]?.field === 'fullName' && isBirthName(text))
  return meanings.map((meaning, i) => (birthName >= 0 && i !== birthName && meaning?.field === 'fullName' ? { field: 'currentName' } : meaning))
}

/** What the parts of a heading mean, when at least two of them mean something that can stand in a cell beside others. */
export function partsOf(heading: string, headings: Headings): { text: string; meaning: Meaning | undefined }[] | undefined {
  for (const separator of HEADING_SEPARATORS) {
    const texts = heading.replace(/^[^:]{1,20}:/, '').split(separator).map((text) => text.trim()).filter((text) => text !== '')
    if (texts.length < 2 || texts.length > 6) continue
    const meanings = inUse(texts.map((text) => headings.meaningOf([text])), texts)
    const fields = meanings.flatMap((meaning) => (meaning && DIVISIBLE.has(meaning.field) && meaning.detail === undefined ? [meaning.field] : []))
    // A card and the number of the history have a reader of their own.
    const isCardAndHistory = texts.length === 2 && fields.includes('cardNumber') && fields.includes('historyNumber')
    if (new Set(fields).size >= 2 && new Set(fields).size === fields.length && !isCardAndHistory) return texts.map((text, i) => ({ text, meaning: meanings[i] }))
  }
  return undefined
}

/** A note above a table may name its columns too, but in sentences. */
const isSentence = (text: string): boolean => /\p{L}{3,}\.(\s|$)/u.test(text)

export const mayBeComposite = (heading: string): boolean => /[\n;,/]/.test(heading) && heading.length <= 120 && !isSentence(heading)

/** The values of a cell, when it holds exactly as many as its heading names. */
export function valuesIn(text: string, count: number): string[] | undefined {
  for (const separator of CELL_SEPARATORS) {
    const values = text.trim().split(separator)
    if (values.length === count) return values.map((value) => value.trim())
  }
  return undefined
}

/** Stands for nothing: `-`, `…`. */
const isNothing = (value: string): boolean => /^[-–—.…]*$/.test(value)

function cellsOf(row: SheetRow, { column, parts }: Composite): (readonly [number, Cell])[] {
  const cell = row.cells[column.index]
  const values = cell ? valuesIn(cell.text, parts.length) : undefined
  return (values ?? []).flatMap((value, i) => (isNothing(value) ? [] : [[parts[i]!.index, { kind: 'text', value, text: value } as const] as const]))
}

/** The row with the values of its composite cells in places of their own behind the last column. */
export function expandedRow(row: SheetRow, composites: readonly Composite[]): SheetRow {
  if (composites.length === 0) return row
  const cells = [...row.cells]
  for (const composite of composites) for (const [index, cell] of cellsOf(row, composite)) cells[index] = cell
  return { ...row, cells }
}

/** `"`, `nt`, `-nt-`, `như trên`: what stands in the row above. */
const DITTO = /^(?:["”“〃]|''|[-–]?\s?(?:n\/?t|như trên)\s?[-–]?)$/iu
const LONGEST = 10

const isDitto = (cell: Cell | undefined): cell is Cell => cell?.kind === 'text' && cell.text.length <= LONGEST && /^[\s"”“〃'–n-]/iu.test(cell.text) && DITTO.test(cell.text.trim().normalize('NFC'))

/** A row that carries the identifier of a program was not written by hand: a mark in it is a value like any other. */
const isWrittenByProgram = (row: SheetRow, columns: readonly Column[]): boolean => columns.some(({ index, meaning }) => meaning?.field === 'systemId' && (row.cells[index]?.text.trim() ?? '') !== '')

/** A row with the values of the member above in place of its ditto marks; `marks` are the cells as they were written, by column. */
export function withoutDitto(row: SheetRow, above: SheetRow | undefined, columns: readonly Column[]): { readonly row: SheetRow; readonly marks: ReadonlyMap<number, Cell> | undefined } {
  if (!above || !row.cells.some(isDitto) || isWrittenByProgram(row, columns)) return { row, marks: undefined }
  const marks = new Map<number, Cell>()
  const cells = row.cells.map((cell, column) => {
    const meant = isDitto(cell) ? above.cells[column] : undefined
    if (!cell || !meant) return cell
    marks.set(column, cell)
    return meant
  })
  return marks.size > 0 ? { row: { ...row, cells }, marks } : { row, marks: undefined }
}
