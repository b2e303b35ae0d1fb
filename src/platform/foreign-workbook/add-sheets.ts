import type { Workbook } from 'exceljs'
import type { AddedSheet } from './report-types.ts'

/** Puts our sheets behind those of the sender; every cell is text. A name the sender uses himself gets a number. */
export function addSheets(workbook: Workbook, added: readonly AddedSheet[]): void {
  for (const { name, title, headings, rows } of added) {
    const taken = new Set(workbook.worksheets.map((sheet) => sheet.name.toLocaleLowerCase('vi')))
    const free = [name, ...Array.from({ length: 50 }, (_, i) => `${name} (${i + 2})`)].find((each) => !taken.has(each.toLocaleLowerCase('vi')))!
    const sheet = workbook.addWorksheet(free)
    sheet.columns = headings.map((heading) => ({ width: Math.max(14, heading.length + 4), style: { numFmt: '@' } }))
    sheet.addRow([title])
    sheet.addRow([])
    sheet.addRow([...headings]).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
  }
}
