import type { ReadingLimits } from './limits.ts'
import { columnIndex, columnLetter, mergedRange, type Cell, type CellKind, type CellValue, type MergedRange, type Sheet, type SheetRow } from './sheets.ts'
import { readXlsxModel, slideFormula, type CellModel, type RowModel, type SheetModel } from './xlsx-model.ts'

// Kinds of value in exceljs: below these two nothing stands in a cell, and 6 is a formula.
const NULL = 0
const MERGE = 1
const FORMULA = 6
const COLUMNS = 16_384

type Plain = { kind: Exclude<CellKind, 'formula'>; value: CellValue }

function plainOf(value: unknown): Plain | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'string') return { kind: 'text', value }
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : { kind: 'date', value: value.toISOString().slice(0, 10) }
  const parts = value as { error?: string; richText?: { text: string }[]; text?: unknown }
  if (parts.error) return { kind: 'error', value: parts.error }
  if (parts.richText) return plainOf(parts.richText.map((part) => part.text).join(''))
  return plainOf(parts.text)
}

const displayed = (plain: Plain): string =>
  plain.kind === 'date' ? String(plain.value).split('-').reverse().join('/') : String(plain.value)

const letters: string[] = []
const letterOf = (index: number): string => (letters[index] ??= columnLetter(index))

/** Column of an address, counted from 1; a cell without one stands beside the cell before it. */
const columnOf = (address: string | undefined, before: number): number =>
  (address === undefined ? before + 1 : columnIndex(/^[A-Z]{1,3}/.exec(address)?.[0] ?? ''))

/** One sheet while its rows are taken out of the model. */
class SheetTaker {
  /** Formulas shared by several cells, by the address at which they are written out. */
  private readonly shared = new Map<string, string>()
  private readonly merges: readonly MergedRange[]
  private width = 0

  constructor(private readonly model: SheetModel) {
    this.merges = (model.mergeCells ?? []).map(mergedRange).filter((range): range is MergedRange => range !== undefined)
  }

  sheet(): Sheet {
    const covered = this.coveredPlaces()
    const rows = new Map<number, SheetRow>()
    // A row of which only places below or beside a merged cell are left still counts as one that holds something.
    for (const place of covered) rows.set(Math.floor(place / COLUMNS), { number: Math.floor(place / COLUMNS), hidden: false, cells: [] })
    for (const row of this.model.rows)
      if (rows.has(row.number) || row.cells.some(({ type }) => type !== NULL && type !== MERGE)) rows.set(row.number, this.rowOf(row, covered))
    return {
      name: this.model.name,
      state: (this.model.state ?? 'visible') === 'visible' ? 'visible' : 'hidden',
      rows: [...rows.values()].sort((a, b) => a.number - b.number),
      merges: this.merges,
      hiddenColumns: this.hiddenColumns(),
    }
  }

  /** Places of merged ranges other than their first: whatever is written there is not shown. */
  private coveredPlaces(): Set<number> {
    const covered = new Set<number>()
    for (const { top, left, bottom, right } of this.merges) {
      this.width = Math.max(this.width, right)
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) if (row > top || column > left) covered.add(row * COLUMNS + column)
    }
    return covered
  }

  private rowOf(row: RowModel, covered: ReadonlySet<number>): SheetRow {
    const cells: (Cell | undefined)[] = []
    let index = 0
    for (const model of row.cells) {
      index = columnOf(model.address, index)
      if (index > this.width) this.width = index
      const cell = covered.has(row.number * COLUMNS + index) ? undefined : this.cellOf(model, row.number, index)
      if (cell) cells[index] = cell
    }
    return { number: row.number, hidden: row.hidden === true, cells }
  }

  private cellOf(model: CellModel, row: number, index: number): Cell | undefined {
    const format = model.style?.numFmt
    const numberFormat = format ? { numberFormat: format } : {}
    if (model.type === FORMULA) {
      const cached = plainOf(model.result)
      return { row, column: letterOf(index), kind: 'formula', value: `=${this.formulaOf(model)}`, text: cached ? displayed(cached) : '', ...(cached ? { cached } : {}), ...numberFormat }
    }
    const plain = plainOf(model.value)
    return plain && { row, column: letterOf(index), kind: plain.kind, value: plain.value, text: displayed(plain), ...numberFormat }
  }

  private formulaOf(model: CellModel): string {
    if (model.formula && model.address) this.shared.set(model.address, model.formula)
    const shared = model.sharedFormula && this.shared.get(model.sharedFormula)
    return model.formula ?? (shared && model.address ? slideFormula(shared, model.sharedFormula!, model.address) : '')
  }

  private hiddenColumns(): string[] {
    const hidden = new Set<number>()
    for (const { min, max, hidden: isHidden } of this.model.cols ?? [])
      for (let index = min; isHidden && index <= Math.min(max, this.width); index++) hidden.add(index)
    return [...hidden].sort((a, b) => a - b).map(letterOf)
  }
}

/**
 * The sheets of an `.xlsx` or `.xlsm`. The whole-file reader of exceljs is used: its streaming reader knows neither merged ranges nor
 * hidden rows, and both carry meaning in these lists.
 */
export async function parseXlsx(bytes: Buffer, limits: ReadingLimits): Promise<Sheet[]> {
  return (await readXlsxModel(bytes, limits)).map((model) => new SheetTaker(model).sheet())
}
