/** What stands in a cell. `value` of a date is `yyyy-mm-dd`; a formula is never computed, only its stored value is used. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error'

export type CellValue = string | number | boolean | null

/** Where a cell stands is said by its row; one that says the same in many places may be one and the same. */
export type Cell = {
  readonly kind: CellKind
  readonly value: CellValue
  /** As the sheet displays it, as far as the file tells. */
  readonly text: string
  /** Of a formula: its stored value and what sort of value that is; absent when the file kept none. */
  readonly cached?: { readonly kind: Exclude<CellKind, 'formula'>; readonly value: CellValue } | undefined
  readonly numberFormat?: string | undefined
}

/** A row that holds something; `cells` is indexed by column, counted from 1. Blank cells are holes. */
export type SheetRow = { readonly number: number; readonly hidden: boolean; readonly cells: readonly (Cell | undefined)[] }

/** Rows and columns counted from 1, both ends inside. */
export type MergedRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type Sheet = {
  readonly name: string
  readonly state: 'visible' | 'hidden'
  readonly rows: readonly SheetRow[]
  readonly merges: readonly MergedRange[]
  readonly hiddenColumns: readonly string[]
}

/** `AB` for 28. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** 28 for `AB`. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index
}

/** `A1:C4` as numbers; `undefined` for anything else. */
export function mergedRange(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(reference)
  if (!match) return undefined
  return { top: Number(match[2]), left: columnIndex(match[1]!), bottom: Number(match[4]), right: columnIndex(match[3]!) }
}

/** More merged cells than this are no list; the rest is read as it stands. */
const MOST_MERGED = 1_000_000

export class MergedCells {
  private readonly masters = new Map<number, MergedRange>()

  constructor(ranges: readonly MergedRange[]) {
    let covered = 0
    for (const range of ranges) {
      // A range over whole columns or rows carries no value into a list.
      covered += (range.bottom - range.top + 1) * (range.right - range.left + 1)
      if (covered > MOST_MERGED) break
      for (let row = range.top; row <= range.bottom; row++)
        for (let column = range.left; column <= range.right; column++) this.masters.set(row * 16_384 + column, range)
    }
  }

  rangeAt(row: number, column: number): MergedRange | undefined {
    return this.masters.get(row * 16_384 + column)
  }
}
