import { decodeAs, decodeOldEncoding, type OldEncoding } from '../../../platform/foreign-workbook/old-encodings.ts'
import type { Cell, Sheet } from '../../../platform/foreign-workbook/sheets.ts'

const decoded = new WeakSet<Sheet>()

/** True for a sheet whose letters were turned into Unicode before it was read. */
export const isDecoded = (sheet: Sheet): boolean => decoded.has(sheet)

function decodedCell(cell: Cell | undefined, encoding: OldEncoding): Cell | undefined {
  if (cell?.kind !== 'text') return cell
  const text = decodeAs(encoding, cell.text)
  return text === cell.text ? cell : { ...cell, value: text, text }
}

/** The old encoding most cells of a sheet can only be read in; none when no cell needs one. */
function encodingOf(sheet: Sheet): OldEncoding | undefined {
  const counts = { tcvn3: 0, vni: 0 }
  for (const row of sheet.rows)
    for (const cell of row.cells) {
      const found = cell?.kind === 'text' ? decodeOldEncoding(cell.text) : undefined
      if (found) counts[found.encoding]++
    }
  return counts.tcvn3 + counts.vni === 0 ? undefined : counts.tcvn3 >= counts.vni ? 'tcvn3' : 'vni'
}

/**
 * A sheet typed from end to end in an old font, headings too, turned into Unicode. Only for sheets in which nothing can be recognised as they
 * stand: single cells in an old font are proposed one by one instead.
 */
export function decodedSheet(sheet: Sheet): Sheet {
  const encoding = encodingOf(sheet)
  if (!encoding) return sheet
  const result = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => decodedCell(cell, encoding)) })) }
  decoded.add(result)
  return result
}
