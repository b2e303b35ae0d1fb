import type { Archive } from './archive.ts'
import { columnLetter, mergedRange, type Cell, type CellKind, type CellValue, type MergedRange, type Sheet, type SheetRow } from './sheets.ts'
import { MERGE, NULL, STRING, type CellModel, type FormulaModel, type RowModel } from './plain-rows.ts'
import { excelToDate, isDateFmt, readXlsxModel, slideFormula, type Lists, type SheetModel } from './xlsx-model.ts'

type Plain = { kind: Exclude<CellKind, 'formula'>; value: CellValue; text: string }

function plainOf(value: unknown): Plain | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'string') return { kind: 'text', value, text: value }
  if (typeof value === 'number') return { kind: 'number', value, text: String(value) }
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: String(value) }
  if (value instanceof Date) return dayOf(value)
  const parts = value as { error?: string; richText?: { text: string }[]; text?: unknown }
  if (parts.error) return { kind: 'error', value: parts.error, text: parts.error }
  if (parts.richText) return plainOf(parts.richText.map((part) => part.text).join(''))
  return plainOf(parts.text)
}

function dayOf(date: Date): Plain | undefined {
  if (Number.isNaN(date.getTime())) return undefined
  const value = date.toISOString().slice(0, 10)
  return { kind: 'date', value, text: `${value.slice(8)}/${value.slice(5, 7)}/${value.slice(0, 4)}` }
}

type Format = { readonly numberFormat?: string; readonly isDate: boolean }
const NO_FORMAT: Format = { isDate: false }

/** With the same properties in every cell, whatever it lacks: of cells of several shapes the engine reads every property more slowly. */
const cellWith = (plain: Plain | undefined, { numberFormat }: Format): Cell | undefined =>
  plain && { kind: plain.kind, value: plain.value, text: plain.text, cached: undefined, numberFormat }

/** Takes the rows of one sheet while it is read. */
class SheetTaker {
  /** Addresses at which formulas shared by several cells are written out, by the number they are shared under; and those formulas by address. */
  private readonly sharedAt = new Map<string, string>()
  private readonly shared = new Map<string, string>()
  private readonly formats = new Map<number, Format>()
  /** Cells that say the same, by their style: the strings of a list stand in it again and again, and so do its days. */
  private readonly strings: (Cell | undefined)[][] = []
  private readonly days: (Cell | undefined)[][] = []
  private readonly rows = new Map<number, SheetRow>()
  private width = 0

  constructor(private readonly lists: Lists) {}

  row(row: RowModel): void {
    if (row.cells.some(({ type }) => type !== NULL && type !== MERGE)) this.rows.set(row.number, this.rowOf(row))
  }

  sheet({ name, state, mergeCells, cols }: SheetModel): Sheet {
    const merges = (mergeCells ?? []).map(mergedRange).filter((range): range is MergedRange => range !== undefined)
    this.coverMerged(merges)
    return {
      name,
      state: (state ?? 'visible') === 'visible' ? 'visible' : 'hidden',
      rows: [...this.rows.values()].sort((a, b) => a.number - b.number),
      merges,
      hiddenColumns: this.hiddenColumns(cols),
    }
  }

  /** Whatever is written in a merged range beside its first place is not shown; a row of which only such places are left still counts as one that holds something. */
  private coverMerged(merges: readonly MergedRange[]): void {
    for (const { top, left, bottom, right } of merges) {
      this.width = Math.max(this.width, right)
      for (let number = top; number <= bottom; number++) {
        if (number === top && left === right) continue
        const row = this.rows.get(number)
        if (!row) this.rows.set(number, { number, hidden: false, cells: [] })
        else this.rows.set(number, { ...row, cells: row.cells.map((cell, column) => (column >= left && column <= right && (number > top || column > left) ? undefined : cell)) })
      }
    }
  }

  private rowOf({ number, hidden, cells: models }: RowModel): SheetRow {
    const cells: (Cell | undefined)[] = []
    for (const model of models) {
      if (model.column > this.width) this.width = model.column
      const cell = this.cellOf(model)
      if (cell) cells[model.column] = cell
    }
    return { number, hidden, cells }
  }

  private formatOf(styleId: number): Format {
    if (!styleId || !this.lists.styles) return NO_FORMAT
    let format = this.formats.get(styleId)
    if (!format) {
      const numberFormat = this.lists.styles.getStyleModel(styleId)?.numFmt
      format = numberFormat ? { numberFormat, isDate: isDateFmt(numberFormat) } : NO_FORMAT
      this.formats.set(styleId, format)
    }
    return format
  }

  /** A stored value as the cell means it: numbers under a format of dates are days, strings stand in the list of the workbook. */
  private meant(value: unknown, isString: boolean, { isDate }: Format): Plain | undefined {
    if (typeof value !== 'number') return plainOf(value)
    if (!isString) return plainOf(isDate ? excelToDate(value, this.lists.date1904) : value)
    const string = this.lists.sharedStrings?.getString(value)
    if (string === undefined) throw new Error('A cell points at a string that the workbook does not have')
    return plainOf(string)
  }

  private cellOf({ type, value, styleId, formula }: CellModel): Cell | undefined {
    const alike = type === STRING ? this.strings : this.days
    const known = typeof value === 'number' ? alike[styleId]?.[value] : undefined
    if (known) return known
    const format = this.formatOf(styleId)
    if (formula) return this.formulaCell(formula, format)
    const cell = cellWith(this.meant(value, type === STRING, format), format)
    if (typeof value === 'number' && Number.isInteger(value) && (type === STRING || format.isDate)) (alike[styleId] ??= [])[value] = cell
    return cell
  }

  private formulaCell(formula: FormulaModel, format: Format): Cell {
    const cached = this.meant(formula.result, false, format)
    return { kind: 'formula', value: `=${this.formulaOf(formula)}`, text: cached?.text ?? '', cached: cached && { kind: cached.kind, value: cached.value }, numberFormat: format.numberFormat }
  }

  private formulaOf({ formula, address, shareType, ref, si }: FormulaModel): string {
    if (formula && address) this.shared.set(address, formula)
    if (shareType === 'shared' && ref && address) this.sharedAt.set(si ?? '', address)
    if (formula !== undefined) return formula
    const from = shareType === 'shared' ? this.sharedAt.get(si ?? '') : undefined
    const shared = from && this.shared.get(from)
    return shared && address ? slideFormula(shared, from, address) : ''
  }

  private hiddenColumns(cols: SheetModel['cols']): string[] {
    const hidden = new Set<number>()
    for (const { min, max, hidden: isHidden } of cols ?? [])
      for (let index = min; isHidden && index <= Math.min(max, this.width); index++) hidden.add(index)
    return [...hidden].sort((a, b) => a - b).map(columnLetter)
  }
}

/**
 * The sheets of an `.xlsx` or `.xlsm`. The parsers of whole sheets of exceljs are used: its streaming reader knows neither merged ranges nor
 * hidden rows, and both carry meaning in these lists.
 */
export function parseXlsx(archive: Archive): Sheet[] {
  return readXlsxModel(archive, (lists) => new SheetTaker(lists)).map(({ model, taker }) => taker.sheet(model))
}
