/** A formula as exceljs reads it, and where it stands. */
export type FormulaModel = { readonly address?: string; readonly result?: unknown; readonly formula?: string; readonly shareType?: string; readonly ref?: string; readonly si?: string }
/** A cell as exceljs reads it from a sheet: strings and styles are still places in the lists of the workbook. The column is counted from 1. */
export type CellModel = { readonly column: number; readonly type: number; readonly value: unknown; readonly styleId: number; readonly formula: FormulaModel | undefined }
export type RowModel = { readonly number: number; readonly hidden: boolean; readonly cells: readonly CellModel[] }

// Kinds of value in exceljs: under the first two nothing stands in a cell.
export const NULL = 0
export const MERGE = 1
const NUMBER = 2
export const STRING = 3
export const FORMULA = 6

const A = 65
const Z = 90
const ZERO = 48
const NINE = 57

// A hidden row is left to the parser of exceljs, which knows how that is said.
const ROW = /<row r="(\d{1,7})"(?: (?!hidden)[\w:]+="[\w.:-]*")*>/y
const NUMERAL = /-?\d{1,17}(?:\.\d{1,20})?(?:[eE][-+]?\d{1,3})?(?=<\/v><\/c>)/y
// So many digits are a small integer to the engine; what is longer is left to its own reader of numbers.
const SMALL_DIGITS = 9

/**
 * Rows of a sheet as nearly every program writes them: cells with an address, a style, and a number or a place in the list of strings, in this order and with
 * nothing between. They are taken straight from the text, which takes a tenth of what a parser of XML needs; whatever is written in any other way is not touched.
 */
export class PlainRows {
  /** Where the row that was read last ends. */
  end = 0

  constructor(private readonly text: string) {}

  /** The row that begins at a place of the text; nothing when none does, or when something in it is not plain. */
  rowAt(start: number): RowModel | undefined {
    ROW.lastIndex = start
    const opened = ROW.exec(this.text)
    if (!opened) return undefined
    const cells: CellModel[] = []
    const row = opened[1]!
    this.end = ROW.lastIndex
    while (this.text.startsWith('<c r="', this.end)) {
      const cell = this.cellAt(this.end + 6, row)
      if (!cell) return undefined
      cells.push(cell)
    }
    if (!this.text.startsWith('</row>', this.end)) return undefined
    this.end += 6
    return { number: Number(row), hidden: false, cells }
  }

  /** The cell of a row whose address begins at a place of the text; `end` is then behind the cell. */
  private cellAt(start: number, row: string): CellModel | undefined {
    const { text } = this
    let at = start
    let column = 0
    for (let code = text.charCodeAt(at); code >= A && code <= Z; code = text.charCodeAt(++at)) column = column * 26 + code - A + 1
    if (at === start || at > start + 3 || !text.startsWith(row, at)) return undefined
    at += row.length
    let styleId = 0
    if (text.startsWith('" s="', at)) {
      styleId = this.digits(at + 5)
      at = this.end
    }
    const isString = text.startsWith('" t="s', at)
    if (isString || text.startsWith('" t="n', at)) at += 6
    if (text.startsWith('"/>', at)) return this.ended(at + 3, { column, type: styleId ? NULL : MERGE, value: undefined, styleId, formula: undefined })
    return text.startsWith('"><v>', at) ? this.filledCell(at + 5, column, styleId, isString) : undefined
  }

  private filledCell(from: number, column: number, styleId: number, isString: boolean): CellModel | undefined {
    const value = this.digits(from)
    if (this.end > from && this.text.startsWith('</v></c>', this.end))
      return this.ended(this.end + 8, { column, type: isString ? STRING : NUMBER, value, styleId, formula: undefined })
    NUMERAL.lastIndex = from
    const numeral = isString ? undefined : NUMERAL.exec(this.text)?.[0]
    return numeral === undefined ? undefined : this.ended(from + numeral.length + 8, { column, type: NUMBER, value: parseFloat(numeral), styleId, formula: undefined })
  }

  private ended(end: number, cell: CellModel): CellModel {
    this.end = end
    return cell
  }

  /** The number of the digits that begin at a place of the text, at most `SMALL_DIGITS` of them; `end` is then behind them. */
  private digits(from: number): number {
    let number = 0
    let at = from
    const last = from + SMALL_DIGITS
    for (let code = this.text.charCodeAt(at); at < last && code >= ZERO && code <= NINE; code = this.text.charCodeAt(++at)) number = number * 10 + code - ZERO
    this.end = at
    return number
  }
}
