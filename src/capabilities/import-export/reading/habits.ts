import type { Column, Table } from './layout.ts'
import type { Field } from './headings.ts'
import type { LayoutName } from './types.ts'
import type { CardHabit } from './values/card-number.ts'
import { dateForm, isMonthFirstFormat, type DateHabit } from './values/dates.ts'
import { educationHabit, type EducationHabit } from './values/education.ts'
import { isCapitals, type NameHabit } from './values/names.ts'
import { sexHabit, type SexHabit } from './values/sex.ts'
import { tickHabit, type TickHabit } from './values/ticks.ts'
import type { Cell, MergedCells } from '../../../platform/foreign-workbook/sheets.ts'

/** What the columns of one table usually look like. The odd cell is remarked; the habit of a whole column is not. */
export type TableHabits = {
  readonly name: NameHabit
  readonly sex: SexHabit
  readonly card: CardHabit
  readonly professional: EducationHabit
  readonly politics: EducationHabit
  /** Cell names stand merged over their members. */
  readonly mergedCellNames: boolean
  readonly date: (column: Column) => DateHabit
  readonly tick: (column: Column) => TickHabit
  /** True when at least one member has something in the column. */
  readonly isUsed: (column: Column | undefined) => boolean
}

const isMostOf = (part: number, whole: number): boolean => part > whole / 2

const isFilled = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.text.trim() !== ''

const cellsOf = (table: Table, column: Column | undefined): Cell[] => (column ? table.members.map(({ row }) => row.cells[column.index]).filter(isFilled) : [])

const textsOf = (table: Table, column: Column | undefined): string[] => cellsOf(table, column).map((cell) => cell.text.trim())

function dateHabit(cells: readonly Cell[]): DateHabit {
  const dates = cells.filter((cell) => cell.kind === 'date')
  const monthFirst = dates.filter((cell) => isMonthFirstFormat(cell.numberFormat))
  return { dateCells: isMostOf(dates.length, cells.length), monthFirst: isMostOf(monthFirst.length, cells.length), form: dateForm(cells.filter(({ kind }) => kind === 'text').map(({ text }) => text)) }
}

function remembered<T>(make: (column: Column) => T): (column: Column) => T {
  const known = new Map<number, T>()
  return (column) => {
    if (!known.has(column.index)) known.set(column.index, make(column))
    return known.get(column.index)!
  }
}

export function observeHabits(table: Table, merges: MergedCells, layout: LayoutName): TableHabits {
  const texts = (field: Field) => textsOf(table, table.find(field))
  const names = texts('fullName')
  const cards = texts('cardNumber')
  const cellName = table.find('cellName')
  const merged = cellName ? table.members.filter(({ row }) => isTall(merges, row.number, cellName.index)).length : 0
  const tickGroup = (column: Column): readonly Column[] =>
    ['sexTick', 'professionalTick', 'politicsTick'].includes(column.meaning?.field ?? '') ? table.all(column.meaning!.field) : [column]
  const used = remembered((column) => table.members.some(({ row }) => isFilled(row.cells[column.index])))
  return {
    name: { capitals: names.length > 2 && isMostOf(names.filter(isCapitals).length, names.length), formIsIgnored: layout === 'doi-chieu' },
    sex: sexHabit(texts('sex')),
    card: { digits: isMostOf(cards.filter((text) => /^\d{12}$/.test(text)).length, cards.length) && cards.length > 0 ? 12 : 8 },
    professional: educationHabit(texts('professionalEducation')),
    politics: educationHabit(texts('politicalTheory')),
    mergedCellNames: isMostOf(merged, table.members.length),
    date: remembered((column) => dateHabit(cellsOf(table, column))),
    tick: remembered((column) => tickHabit(tickGroup(column).flatMap((each) => textsOf(table, each)))),
    isUsed: (column) => column !== undefined && used(column),
  }
}

/** True when the cell lies in a range merged over several rows. */
export function isTall(merges: MergedCells, row: number, column: number): boolean {
  const range = merges.rangeAt(row, column)
  return range !== undefined && range.bottom > range.top
}
