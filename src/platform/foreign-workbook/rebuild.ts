import type { CellValue, Workbook, Worksheet } from 'exceljs'
import type { Cell, MergedRange, Sheet } from './sheets.ts'

/** A cell of another kind of workbook as exceljs writes it: a formula by its stored value, or as text when there is none. */
function valueOf(cell: Cell): CellValue {
  const plain = cell.kind === 'formula' ? (cell.cached ?? { kind: 'text', value: cell.value }) : cell
  if (plain.kind === 'date') return new Date(`${String(plain.value)}T00:00:00Z`)
  return plain.kind === 'error' ? { error: plain.value as '#N/A' } : plain.value
}

const KEPT_FORMAT: ReadonlySet<Cell['kind']> = new Set(['date', 'number', 'formula'])

const LARGEST_MERGE = 100_000

/** Merged ranges as far as exceljs takes them: one over whole columns would be a million cells, and two may not overlap. */
function merge(sheet: Worksheet, { top, left, bottom, right }: MergedRange): void {
  const places = (bottom - top + 1) * (right - left + 1)
  if (places < 2 || places > LARGEST_MERGE) return
  try {
    sheet.mergeCells(top, left, bottom, right)
  } catch {
    // Overlaps one before it: what stands in the cells stays either way.
  }
}

function fill(sheet: Worksheet, { rows, merges, hiddenColumns }: Sheet): void {
  for (const { number, hidden, cells } of rows) {
    const row = sheet.getRow(number)
    if (hidden) row.hidden = true
    for (const [column, cell] of cells.entries()) {
      if (!cell) continue
      const place = row.getCell(column)
      place.value = valueOf(cell)
      if (KEPT_FORMAT.has(cell.kind) && cell.numberFormat) place.numFmt = cell.numberFormat
    }
  }
  for (const range of merges) merge(sheet, range)
  for (const letter of hiddenColumns) sheet.getColumn(letter).hidden = true
}

/** A name that an `.xlsx` allows: 31 characters, none of `* ? : \\ / [ ]`, no two alike. */
function allowedName(name: string, workbook: Workbook): string {
  const plain = name.replace(/[*?:\\/[\]]|^'|'$/g, '_').slice(0, 31) || '_'
  const isTaken = (each: string) => workbook.worksheets.some((sheet) => sheet.name.toLowerCase() === each.toLowerCase())
  for (let n = 2, free = plain; ; n++) {
    if (!isTaken(free)) return free
    free = `${plain.slice(0, 26)} (${n})`
  }
}

/** Puts the sheets of an `.xls`, `.ods` or text table into a workbook: values, number formats, merged cells, hidden rows and columns. Answers them by the name they came with. */
export function rebuild(workbook: Workbook, sheets: readonly Sheet[]): Map<string, Worksheet> {
  return new Map(sheets.map((sheet) => {
    const made = workbook.addWorksheet(allowedName(sheet.name, workbook), { state: sheet.state })
    fill(made, sheet)
    return [sheet.name, made]
  }))
}
