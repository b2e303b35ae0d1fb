import type { Cell, SheetRow } from '../../../platform/foreign-workbook/sheets.ts'

/** `"`, `nt`, `-nt-`, `như trên`: what stands in the row above. */
const DITTO = /^(?:["”“〃]|''|[-–]?\s?(?:n\/?t|như trên)\s?[-–]?)$/iu
const LONGEST = 10

const isDitto = (cell: Cell | undefined): cell is Cell => cell?.kind === 'text' && cell.text.length <= LONGEST && DITTO.test(cell.text.trim().normalize('NFC'))

/** A row with the values of the member above in place of its ditto marks; `marks` are the cells as they were written, by column. */
export function withoutDitto(row: SheetRow, above: SheetRow | undefined): { readonly row: SheetRow; readonly marks?: ReadonlyMap<number, Cell> } {
  if (!above || !row.cells.some(isDitto)) return { row }
  const marks = new Map<number, Cell>()
  const cells = row.cells.map((cell, column) => {
    const meant = isDitto(cell) ? above.cells[column] : undefined
    if (!cell || !meant) return cell
    marks.set(column, cell)
    return { ...meant, row: row.number }
  })
  return marks.size > 0 ? { row: { ...row, cells }, marks } : { row }
}
