import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'

/** A cell of a list. `null` is a blank. */
export type WorkbookCell = string | number | null
export type WorkbookColumn = { readonly title: string; /** In characters. */ readonly width: number }

/** One list as a sheet: lines above the table, the titles, the rows. */
export type ListWorkbook = {
  readonly sheet: string
  /** The first line is the letterhead, the second the title. */
  readonly head: readonly string[]
  readonly columns: readonly WorkbookColumn[]
  readonly rows: Iterable<readonly WorkbookCell[]>
  /** Printed at the foot of every page, before its number. */
  readonly foot?: string
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A cell of a workbook holds at most so many characters; Excel calls a file with more damaged. */
const MOST_CHARACTERS = 32_767
/** So many rows are written before what was written is sent on, and others on the server have their turn. */
const ROWS_AT_ONCE = 250

// What XML cannot hold or changes on the way: control characters, half characters, the return of old Macintosh lines.
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** `_x0041_` means a letter to a program that reads a workbook; where the text itself says so, its first sign is spelled out. */
const LOOKS_SPELLED = /_(?=x[0-9A-Fa-f]{4}_)/g

/** A quick look that spares most texts the two slow ones. */
// oxlint-disable-next-line no-control-regex
const IS_HARD = /_x|[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff\ud800-\udfff]/

const spelled = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * A text as it goes into a cell, so that the same text comes out of it and nothing of it is ever computed. Of a text of more than 32,767
 * characters the rest is left out: no workbook can hold it.
 */
export const cellText = (text: string): string =>
  text.length <= MOST_CHARACTERS && !IS_HARD.test(text) ? text : text.slice(0, MOST_CHARACTERS).replace(LOOKS_SPELLED, '_x005F_').replace(NOT_IN_XML, spelled)

const cellValue = (value: WorkbookCell): WorkbookCell => (typeof value === 'string' ? cellText(value) : value)
const footText = (text: string): string => text.replaceAll('&', '&&').slice(0, 200)

/** Sheets written one row after another while they are sent; the writer of the library is loaded with the first one. */
export async function streamedWorkbook(write: (book: import('exceljs').stream.xlsx.WorkbookWriter, pause: () => Promise<void>) => Promise<void>): Promise<Readable> {
  // Loaded with the first list that is taken, not with the program: it costs a third of the start.
  const { default: excel } = await import('exceljs')
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const pause = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    // Whoever takes the list slowly holds the writing up, not the memory of the server.
    if (stream.writableNeedDrain) await once(stream, 'drain')
  }
  const written = async () => {
    await write(book, pause)
    await book.commit()
  }
  // Whoever sends it listens later than this; a failure before that ends the stream, and the sending with it.
  stream.on('error', () => {})
  void written().catch((error: Error) => stream.destroy(error))
  return stream
}

/** One and the same for every cell: the library looks a style up by its object, and would read a new one for each cell through. */
const AS_TEXT = { numFmt: '@' }

/** Rows of a sheet, every cell of them a text or a number shown as it is, with a pause after every few. */
export async function writeRows(sheet: import('exceljs').Worksheet, rows: Iterable<readonly WorkbookCell[]>, pause: () => Promise<void>): Promise<void> {
  let n = 0
  for (const row of rows) {
    const written = sheet.addRow(row.map(cellValue))
    written.eachCell((cell) => { cell.style = AS_TEXT })
    written.commit()
    if (++n % ROWS_AT_ONCE === 0) await pause()
  }
}

/**
 * A list as an `.xlsx`, written while it is sent. Cells are texts or numbers, never formulas: a value that begins with = + - @ stays what it
 * is. Numbers in a text column keep their leading zeros when they come as text.
 */
export function listWorkbook({ sheet: name, head, columns, rows, foot = '' }: ListWorkbook): Promise<Readable> {
  const titlesAt = head.length + 2
  return streamedWorkbook(async (book, pause) => {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: titlesAt }],
      pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${titlesAt}:${titlesAt}` },
      headerFooter: { oddFooter: `&L${footText(foot)}&R&P/&N` },
    })
    sheet.columns = columns.map(({ width }) => ({ width }))
    head.forEach((line, i) => {
      const row = sheet.addRow([cellText(line)])
      if (i < 2) row.font = { bold: true, size: i === 1 ? 14 : 11 }
      row.commit()
    })
    sheet.addRow([]).commit()
    const titles = sheet.addRow(columns.map(({ title }) => title))
    titles.font = { bold: true }
    titles.alignment = { wrapText: true, vertical: 'middle' }
    titles.commit()
    await writeRows(sheet, rows, pause)
    sheet.commit()
  })
}
