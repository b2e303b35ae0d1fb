import { fold, tidy } from '../../../kernel/index.ts'
import { besideOf, NAME_FIELDS, withBirthInParts, withoutDoubles, type Column } from './columns.ts'
import { expandedRow, mayBeComposite, partsOf, valuesIn, withoutDitto, type Composite } from './expanded-row.ts'
import type { Field, Meaning } from './headings.ts'
import { Headings, meaningFrom } from './taught-headings.ts'
import type { ColumnReading } from '../assignable-fields.ts'
import { groupsAfter, isBlankRow, isMember, isNumberRow, KEY_FIELDS, kindAboveHeadings, kindAmongMembers, textOf, textsOf } from './row-kinds.ts'
import type { LayoutName, SkippedKind, SkippedRow } from './types.ts'
import { columnLetter, MergedCells, type Cell, type Sheet, type SheetRow } from '../../../platform/foreign-workbook/sheets.ts'

export type { Column } from './columns.ts'

/** A member's row with the group it stands under and the table it belongs to. */
export type MemberRow = {
  readonly row: SheetRow; readonly table: Table; readonly groups: readonly string[]
  /** Cells that say "as above", as they were written, by column; in the row stands what they mean. */
  readonly marks: ReadonlyMap<number, Cell> | undefined
}

/** One run of headings and the members below them. */
export type Table = {
  readonly headerRows: readonly number[]
  readonly columns: readonly Column[]
  /** Columns with several values in each cell; their parts stand among the columns. */
  readonly composites: readonly Composite[]
  readonly members: MemberRow[]
  readonly find: (field: Field, detail?: string) => Column | undefined
  readonly all: (field: Field) => readonly Column[]
}

export type SheetLayout = {
  readonly sheet: Sheet
  readonly tables: readonly Table[]
  readonly skipped: readonly SkippedRow[]
  /** Texts above the headings, row by row: letterhead, title, filter. */
  readonly preamble: readonly string[]
  /** Texts below the last member: notes and signatures. */
  readonly closing: readonly string[]
  readonly merges: MergedCells
  /** Columns of a second table that stands beside the first: nobody in it is read. */
  readonly beside: readonly Column[]
}

/** Heading rows are looked for in this many rows at the top of a sheet. */
const ROWS_SEARCHED = 200

/** Running numbers and long numbers stand in rows of people, not in headings; a quick look that spares the slow one. */
const looksLikePeople = (row: SheetRow): boolean =>
  row.cells.some((cell) => cell !== undefined && (cell.kind !== 'text' ? cell.text !== '' : /^\d+\.?$|\d{6}/.test(cell.text.trim())))

function fieldCount(row: SheetRow, headings: Headings): { fields: Set<Field>; texts: number } {
  const fields = new Set<Field>()
  let texts = 0
  for (const cell of row.cells) {
    if (cell?.kind !== 'text' || cell.text.length > 120) continue
    texts++
    const parts = mayBeComposite(cell.text) ? partsOf(cell.text, headings) : undefined
    for (const field of parts ? parts.map(({ meaning }) => meaning?.field) : [headings.meaningOf([cell.text])?.field]) if (field) fields.add(field)
  }
  return { fields, texts }
}

/** A heading row names the person and at least two more things, and speaks of little else. */
function isHeadingRow(row: SheetRow, headings: Headings): boolean {
  if (looksLikePeople(row)) return false
  const { fields, texts } = fieldCount(row, headings)
  if (!NAME_FIELDS.some((field) => fields.has(field))) return false
  // A short list may have no more than the name and one thing that belongs to a person; then nothing else stands beside them.
  const isShortList = fields.size === 2 && texts === 2 && KEY_FIELDS.some((field) => fields.has(field))
  return isShortList || (fields.size >= 3 && fields.size >= texts * 0.3)
}

/** A second heading row leaves the name blank (or merged from above) and holds short texts only. */
function isSubHeading(row: SheetRow | undefined, name: number, filledAbove: (index: number) => boolean, headings: Headings): boolean {
  if (!row || textOf(row.cells[name]) !== '' || isBlankRow(row) || isNumberRow(textsOf(row))) return false
  const filled = row.cells.flatMap((cell, index) => (textOf(cell) === '' ? [] : [{ cell: cell!, index }]))
  if (filled.some(({ cell }) => cell.kind !== 'text' || cell.text.length > 120)) return false
  if (filled.length === 1 && filled[0]!.index <= 1) return false
  return filled.some(({ cell, index }) => !filledAbove(index) || headings.meaningOf([cell.text]) !== undefined || /^(nam|nu)$/i.test(fold(cell.text)))
}

class SheetReader {
  private readonly byNumber = new Map<number, SheetRow>()
  readonly merges: MergedCells
  private readonly tables: Table[] = []
  private readonly skipped: SkippedRow[] = []
  private readonly preamble: string[] = []
  private closing: string[] = []
  private readonly lastNumber: number

  constructor(private readonly sheet: Sheet, private readonly headings: Headings, private readonly stated: ReadonlyMap<string, Meaning>) {
    for (const row of sheet.rows) this.byNumber.set(row.number, row)
    this.merges = new MergedCells(sheet.merges)
    this.lastNumber = sheet.rows.findLast((row) => !isBlankRow(row))?.number ?? 0
  }

  read(): SheetLayout | undefined {
    const first = this.sheet.rows.find((row) => row.number <= ROWS_SEARCHED && isHeadingRow(row, this.headings))
    if (!first) return undefined
    this.readAbove(first.number)
    this.readBelow(this.startTable(first))
    return { sheet: this.sheet, tables: this.tables, skipped: this.skipped, preamble: this.preamble, closing: this.closing, merges: this.merges, beside: this.tables.flatMap(({ columns }) => besideOf(columns)) }
  }

  private skip(row: number, kind: SkippedKind, texts: readonly string[] = []): void {
    this.skipped.push({ sheet: this.sheet.name, row, kind, text: texts.join(' | ') })
  }

  private readAbove(firstHeading: number): void {
    let before: SkippedKind | undefined
    for (let number = 1; number < firstHeading; number++) {
      const row = this.byNumber.get(number)
      if (!row || isBlankRow(row)) {
        this.skip(number, 'blank')
        continue
      }
      before = kindAboveHeadings(textsOf(row), before)
      this.preamble.push(...textsOf(row))
      this.skip(number, before, textsOf(row))
    }
  }

  /** Reads the heading rows that begin here and opens their table; gives the number of the first row behind them. */
  private startTable(first: SheetRow): number {
    const nameIndex = first.cells.findIndex((cell) => cell && this.namesPerson(cell.text))
    const rows = [first]
    const filledAbove = (index: number) => textOf(first.cells[index]) !== ''
    while (rows.length < 3 && isSubHeading(this.byNumber.get(first.number + rows.length), nameIndex, filledAbove, this.headings))
      rows.push(this.byNumber.get(first.number + rows.length)!)
    const { columns, composites } = this.divided(this.columnsOf(rows), rows)
    const { find, all } = indexOf(columns)
    this.tables.push({ headerRows: rows.map((row) => row.number), columns, composites, members: [], find, all })
    return first.number + rows.length
  }

  private namesPerson(heading: string): boolean {
    const fields = [this.headings.meaningOf([heading])?.field, ...(mayBeComposite(heading) ? (partsOf(heading, this.headings) ?? []).map(({ meaning }) => meaning?.field) : [])]
    return fields.some((field) => NAME_FIELDS.includes(field as Field))
  }

  /** A heading may name things of which a cell holds one or the other; only cells that hold as many as it names make it several. */
  private holdsSeveral({ index }: Column, heading: number, count: number): boolean {
    const below = this.sheet.rows.filter((row) => row.number > heading && textOf(row.cells[index]) !== '').slice(0, 50)
    return below.some((row) => valuesIn(textOf(row.cells[index]), count) !== undefined)
  }

  /** Columns whose heading names several things give way to one column for each; a person's word about a column comes first. */
  private divided(columns: readonly Column[], rows: readonly SheetRow[]): { columns: readonly Column[]; composites: readonly Composite[] } {
    const composites: Composite[] = []
    let next = Math.max(...this.sheet.rows.map((row) => row.cells.length), 0) + 1
    const all = columns.flatMap((column) => {
      const headings = rows.map((row) => textOf(row.cells[column.index])).filter((text) => text !== '')
      const parts = headings.length === 1 && !column.isTaught && mayBeComposite(headings[0]!) ? partsOf(headings[0]!, this.headings) : undefined
      if (!parts || !this.holdsSeveral(column, rows.at(-1)!.number, parts.length)) return [column]
      const own = parts.map(({ text, meaning }): Column => ({ index: next++, letter: column.letter, heading: tidy(text), meaning, isTaught: false }))
      composites.push({ column, parts: own })
      return own
    })
    return { columns: withoutDoubles(all), composites }
  }

  private headingText(row: SheetRow, index: number, isUpper: boolean): string {
    const range = this.merges.rangeAt(row.number, index)
    if (range && range.top < row.number) return ''
    const own = textOf(row.cells[index])
    if (own !== '' || !isUpper) return own
    if (range) return textOf(row.cells[range.left])
    return ''
  }

  private columnsOf(rows: readonly SheetRow[]): Column[] {
    const width = Math.max(...rows.map((row) => row.cells.length)) - 1
    const columns: Column[] = []
    let lastUpper = ''
    for (let index = 1; index <= width; index++) {
      const parts = rows.map((row, level) => tidy(this.headingText(row, index, level < rows.length - 1)))
      // Without merges (a text table) an upper heading stands only over the first of its columns.
      if (rows.length > 1 && parts[0] === '' && parts.at(-1) !== '' && !this.merges.rangeAt(rows[0]!.number, index)) parts[0] = lastUpper
      if (parts[0] !== '') lastUpper = parts[0]!
      const filled = parts.filter((part) => part !== '')
      if (filled.length === 0) continue
      const taught = this.headings.taughtOtherwise(filled)
      const meaning = taught ?? this.headings.meaningOf(filled)
      columns.push({ index, letter: columnLetter(index), heading: filled.join(' / '), meaning, isTaught: taught !== undefined })
    }
    return withoutDoubles(this.asStated(withBirthInParts(columns)))
  }

  /** What a person said of columns of the first table; a later table has it where the same heading stands. */
  private asStated(columns: readonly Column[]): readonly Column[] {
    if (this.stated.size === 0) return columns
    const first = this.tables[0]?.columns ?? columns
    const byHeading = new Map(first.flatMap(({ letter, heading }) => (this.stated.has(letter) ? [[heading, this.stated.get(letter)!] as const] : [])))
    return columns.map((column) => {
      const meaning = this.tables.length === 0 ? this.stated.get(column.letter) : byHeading.get(column.heading)
      return meaning ? { ...column, meaning, isTaught: true } : column
    })
  }

  private readBelow(start: number): void {
    let previous: SkippedKind | undefined
    let groups: string[] = []
    const lastMember = this.lastMemberNumber(start)
    for (let number = start; number <= this.lastNumber; number++) {
      const found = this.byNumber.get(number)
      const table = this.tables.at(-1)!
      const row = found && expandedRow(found, table.composites)
      if (!row || isBlankRow(row)) this.skip(number, 'blank')
      else if (this.isRepeatedHeading(found!)) this.skip(number, 'repeated-header', textsOf(found!))
      else if (isHeadingRow(found!, this.headings)) {
        number = this.startTable(found!) - 1
        groups = []
      } else if (this.isNumberRowOf(found!, table)) this.skip(number, 'number-row', textsOf(found!))
      else if (isMember(row, table.columns)) {
        const { row: meant, marks } = withoutDitto(row, table.members.at(-1)?.row, table.columns)
        table.members.push({ row: meant, table, groups, marks })
        previous = undefined
      } else {
        previous = kindAmongMembers(textsOf(found!), { previous, isLast: number > lastMember })
        this.skip(number, previous, textsOf(found!))
        if (previous === 'group-row') groups = groupsAfter(groups, textsOf(found!))
        if (number > lastMember) this.closing.push(...textsOf(found!))
      }
    }
  }

  private lastMemberNumber(start: number): number {
    const table = this.tables.at(-1)!
    return this.sheet.rows.findLast((row) => row.number >= start && isMember(expandedRow(row, table.composites), table.columns))?.number ?? start
  }

  private isNumberRowOf(row: SheetRow, table: Table): boolean {
    return row.number <= table.headerRows.at(-1)! + 2 && table.members.length === 0 && isNumberRow(textsOf(row))
  }

  /** Most of the row repeats what stands in one of the heading rows above. */
  private isRepeatedHeading(row: SheetRow): boolean {
    if (looksLikePeople(row)) return false
    return this.tables.some((table) => table.headerRows.some((number) => {
      const heading = this.byNumber.get(number)!
      let filled = 0
      let same = 0
      row.cells.forEach((cell, index) => {
        if (textOf(cell) === '') return
        filled++
        if (fold(textOf(cell)) === fold(textOf(heading.cells[index]))) same++
      })
      return same >= 2 && same >= filled * 0.8
    }))
  }
}

function indexOf(columns: readonly Column[]): Pick<Table, 'find' | 'all'> {
  const byField = new Map<Field, Column[]>()
  for (const column of columns) {
    const { field } = column.meaning ?? {}
    if (field) byField.set(field, [...(byField.get(field) ?? []), column])
  }
  const none: readonly Column[] = []
  const all = (field: Field) => byField.get(field) ?? none
  const find = (field: Field, detail?: string) => (detail === undefined ? all(field)[0] : all(field).find((column) => column.meaning?.detail === detail))
  return { find, all }
}

/** The tables of a sheet with every other row named, its headings read as its sender means them and as a person stated them; `undefined` when the sheet holds no list of people. */
export function readLayout(sheet: Sheet, headings = new Headings(), stated: readonly ColumnReading[] = []): SheetLayout | undefined {
  const own = new Map(stated.filter((each) => each.sheet === sheet.name).map(({ column, field }) => [column, meaningFrom(field)]))
  return new SheetReader(sheet, headings, own).read()
}

/** What the headings of each shape must have, the most particular first. Any list of people is a plain list. */
const SHAPES: readonly (readonly [LayoutName, (has: (field: Field) => boolean) => boolean])[] = [
  ['doi-chieu', (has) => has('change') || has('mark')],
  ['nhap-lieu-4.0', (has) => has('systemId') && (has('deletion') || has('oldCardNumber'))],
  ['mau-37-cot', (has) => has('professionalTick') || (has('sexTick') && has('politicsTick'))],
  ['xa-hai-dong-tieu-de', (has) => has('bornOnBySex')],
  ['huyen', (has) => (has('organisationName') || has('organisationCode')) && (has('cellName') || has('cellCode'))],
  ['danh-sach', () => true],
]

const fits = (table: Table, shape: (typeof SHAPES)[number]): boolean => shape[1]((field) => table.find(field) !== undefined)

/** Which of the known shapes a list has. Decided by its headings alone. */
export const layoutNameOf = (table: Table): LayoutName => SHAPES.find((shape) => fits(table, shape))![0]

/** Whether a list may be read as one of the known shapes: a list with more columns than it needs may. */
export const fitsLayout = (table: Table, name: LayoutName): boolean => SHAPES.some((shape) => shape[0] === name && fits(table, shape))
