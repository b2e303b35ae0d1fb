import { PassThrough, type Readable } from 'node:stream'

export type WorkbookColumn = { readonly title: string; /** In characters. */ readonly width: number }

/** One list as a sheet: lines above the table, the titles, the rows. */
export type ListWorkbook = {
  readonly sheet: string
  readonly head: readonly string[]
  readonly columns: readonly WorkbookColumn[]
  readonly rows: Iterable<readonly (string | number)[]>
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A list as an `.xlsx`, written while it is sent. Cells are texts or numbers, never formulas: a value that begins with = + - @ stays what it
 * is. Numbers in a text column keep their leading zeros when they come as text.
 */
export async function listWorkbook({ sheet: name, head, columns, rows }: ListWorkbook): Promise<Readable> {
  // Loaded with the first list that is taken, not with the program: it costs a third of the start.
  const { default: excel } = await import('exceljs')
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: head.length + 2 }] })
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }))
  for (const line of head) sheet.addRow([line]).commit()
  sheet.addRow([]).commit()
  const titles = sheet.addRow(columns.map(({ title }) => title))
  titles.font = { bold: true }
  titles.commit()
  for (const row of rows) sheet.addRow([...row]).commit()
  sheet.commit()
  void book.commit()
  return stream
}
