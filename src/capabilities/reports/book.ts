import type { Readable } from 'node:stream'
import { fillIn } from '../../platform/words.ts'
import { cellText, streamedWorkbook, writeRows } from '../../platform/workbook/index.ts'
import type { AnswerOf } from '../../platform/http/index.ts'
import { formRows, hiddenCells, tableTitles } from '../statistics/index.ts'
import type { statisticsContract } from '../statistics/contract.ts'
import { bookWords as words } from './messages.vi.ts'

type Filled = Omit<AnswerOf<typeof statisticsContract.findTable>, 'from' | 'until' | 'organisationId' | 'name'>

const NAME_WIDTH = 44
const NUMBER_WIDTH = 14

/** One sheet in the shape of the form: letterhead, number and title, the days, titles with their numbers, the rows, and the places to sign. */
async function writeSheet(book: import('exceljs').stream.xlsx.WorkbookWriter, table: Filled, { letterhead, lines, hide }: { letterhead: string; lines: readonly string[]; hide: boolean }, pause: () => Promise<void>): Promise<void> {
  const { columns, rows } = formRows(table, hide ? hiddenCells(table.sections, table.columns) : undefined)
  const head = [letterhead, fillIn(words.title, { table: table.table, title: tableTitles[table.table] }), ...lines, fillIn(words.source, { title: table.source.title })]
  const titlesAt = head.length + 2
  const sheet = book.addWorksheet(fillIn(words.sheet, { table: table.table }), {
    views: [{ state: 'frozen', ySplit: titlesAt + 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${titlesAt}:${titlesAt + 1}` }, headerFooter: { oddFooter: '&R&P/&N' },
  })
  sheet.columns = columns.map((_, i) => ({ width: i === 0 ? NAME_WIDTH : NUMBER_WIDTH }))
  head.forEach((line, i) => {
    const row = sheet.addRow([cellText(line)])
    if (i < 2) row.font = { bold: true, size: i === 1 ? 14 : 11 }
    row.commit()
  })
  sheet.addRow([]).commit()
  const titles = sheet.addRow(columns)
  titles.font = { bold: true }
  titles.alignment = { wrapText: true, vertical: 'middle' }
  titles.commit()
  sheet.addRow(['A', ...columns.slice(1).map((_, i) => i + 1)]).commit()
  await writeRows(sheet, rows, pause)
  sheet.addRow([]).commit()
  const signs = sheet.addRow([words.maker, ...columns.slice(2).map(() => ''), words.signer])
  signs.font = { bold: true }
  signs.commit()
  sheet.commit()
}

/** The whole set of tables as one workbook, a sheet each. Cells are texts or numbers, never formulas. `hide`: numbers below five are left out. */
export const reportBook = (tables: readonly Filled[], head: { letterhead: string; lines: readonly string[]; hide: boolean }): Promise<Readable> =>
  streamedWorkbook(async (book, pause) => { for (const table of tables) await writeSheet(book, table, head, pause) })
