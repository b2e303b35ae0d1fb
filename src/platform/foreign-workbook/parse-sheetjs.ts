import iconv from 'iconv-lite'
import { decodeAs, shareOfSyllables } from './old-encodings.ts'
import { FileRefused } from './limits.ts'
import { sheetjs, type SheetJsBook, type SheetJsCell, type SheetJsSheet } from './sheetjs.ts'
import { columnLetter, type Cell, type CellKind, type CellValue, type Sheet, type SheetRow } from './sheets.ts'

const two = (value: number) => String(value).padStart(2, '0')

function plainOf(cell: SheetJsCell, date1904: boolean): { kind: Exclude<CellKind, 'formula'>; value: CellValue } | undefined {
  if (cell.v === undefined || cell.v === null || cell.v === '') return undefined
  if (cell.t === 'e') return { kind: 'error', value: cell.w ?? '#ERROR!' }
  if (cell.t === 'b') return { kind: 'boolean', value: Boolean(cell.v) }
  if (cell.t !== 'n') return { kind: 'text', value: String(cell.v) }
  const day = cell.z && sheetjs().SSF.is_date(cell.z) ? sheetjs().SSF.parse_date_code(Number(cell.v), { date1904 }) : null
  if (day && day.y > 1900) return { kind: 'date', value: `${day.y}-${two(day.m)}-${two(day.d)}` }
  return { kind: 'number', value: Number(cell.v) }
}

function cellOf(cell: SheetJsCell, date1904: boolean): Cell | undefined {
  const plain = plainOf(cell, date1904)
  const text = plain ? (plain.kind === 'date' ? String(plain.value).split('-').reverse().join('/') : (cell.w ?? String(plain.value))) : ''
  const numberFormat = cell.z ? { numberFormat: cell.z } : {}
  if (cell.f !== undefined) return { kind: 'formula', value: `=${cell.f}`, text, ...(plain ? { cached: plain } : {}), ...numberFormat }
  return plain && { ...plain, text, ...numberFormat }
}

function rowsOf(sheet: SheetJsSheet, date1904: boolean): SheetRow[] {
  const rows: SheetRow[] = []
  sheet['!data']?.forEach((line, r) => {
    const cells: (Cell | undefined)[] = []
    line?.forEach((cell, c) => { cells[c + 1] = cell && cellOf(cell, date1904) })
    rows.push({ number: r + 1, hidden: sheet['!rows']?.[r]?.hidden === true, cells })
  })
  return rows
}

function sheetsOf(book: SheetJsBook): Sheet[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name] ?? {}
    return {
      name,
      state: book.Workbook?.Sheets?.[index]?.Hidden ? 'hidden' as const : 'visible' as const,
      rows: rowsOf(sheet, date1904),
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 })),
      hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, c) => (column?.hidden ? [columnLetter(c + 1)] : [])),
    }
  })
}

/** The sheets of an `.xls`, `.ods` or `.xlsb`. */
export function parseWithSheetJs(bytes: Buffer): Sheet[] {
  try {
    return sheetsOf(sheetjs().read(bytes, { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellText: true }))
  } catch (error) {
    throw new FileRefused(/password|encrypt/i.test(String(error)) ? 'file.encrypted' : 'file.unreadable')
  }
}

function decoded(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return iconv.decode(bytes, 'utf-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Windows-1258 writes the tone as a letter of its own; composed it is ordinary Vietnamese text.
    const windows = iconv.decode(bytes, 'windows-1258').normalize('NFC')
    // Typed in an old font the bytes are Latin letters; they are left as such, and the list is decoded and remarked where it is read.
    const latin = iconv.decode(bytes, 'latin1')
    const best = Math.max(...(['tcvn3', 'vni'] as const).map((encoding) => shareOfSyllables(latin.split(/[,;\t\r\n]/).map((text) => decodeAs(encoding, text)).join('\n'))))
    return best > shareOfSyllables(windows) ? latin : windows
  }
}

/** The one sheet of a text table; every cell stays text, so that nothing is turned into a number or an American date. */
export function parseCsv(bytes: Buffer): Sheet[] {
  try {
    return sheetsOf(sheetjs().read(decoded(bytes).replace(/^\ufeff/, ''), { type: 'string', raw: true, dense: true, cellNF: true }))
  } catch {
    throw new FileRefused('file.unreadable')
  }
}
