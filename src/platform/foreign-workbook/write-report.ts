import type { Cell, Worksheet } from 'exceljs'
import { addSheets } from './add-sheets.ts'
import { openAsIs } from './open-as-is.ts'
import type { HeadingRun, Report, ReportedRow, ReportTask } from './report-types.ts'

const WIDTHS = [14, 60, 60]
const LONGEST_CELL = 32_000

const isBlank = (cell: Cell): boolean => cell.text.trim() === ''

/** Heading rows that follow each other belong to one table. */
function runsOf(numbers: readonly number[]): HeadingRun[] {
  const runs: { first: number; last: number }[] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.last === number - 1) run.last = number
    else runs.push({ first: number, last: number })
  }
  return runs
}

function lastUsedColumn(sheet: Worksheet): number {
  let last = 0
  sheet.eachRow((row) => row.eachCell((cell, column) => { if (!isBlank(cell) && column > last) last = column }))
  return last
}

/**
 * The columns for the three results: where the sheet has a column of that heading which is blank at every member (the national input file
 * keeps such columns free) or which a report of ours filled before, that one; otherwise the next ones to the right.
 */
function placesOf(sheet: Worksheet, rows: readonly ReportedRow[], runs: readonly HeadingRun[], headings: Report['headings']): number[] {
  let next = lastUsedColumn(sheet) + 1
  const found = headings.map((heading) => columnWith(sheet, runs, heading))
  const wasReported = found.every((column) => column !== undefined)
  return found.map((column) => {
    const isFree = column !== undefined && (wasReported || rows.every(({ row }) => isBlank(sheet.getCell(row, column))))
    return isFree ? column : next++
  })
}

function columnWith(sheet: Worksheet, runs: readonly HeadingRun[], heading: string): number | undefined {
  const wanted = heading.normalize('NFC').toLocaleLowerCase('vi')
  for (const { first, last } of runs)
    for (let number = first; number <= last; number++) {
      let found: number | undefined
      sheet.getRow(number).eachCell((cell, column) => { if (cell.text.normalize('NFC').trim().toLocaleLowerCase('vi') === wanted) found ??= column })
      if (found !== undefined) return found
    }
  return undefined
}

function fillSheet(sheet: Worksheet, rows: readonly ReportedRow[], headingRows: readonly number[], headings: Report['headings']): void {
  const runs = runsOf(headingRows)
  const places = placesOf(sheet, rows, runs, headings)
  const texts = (row: number, values: readonly string[]) => places.forEach((column, i) => {
    const cell = sheet.getCell(row, column)
    cell.numFmt = '@'
    cell.value = values[i]!.slice(0, LONGEST_CELL)
    cell.alignment = { vertical: 'top', wrapText: true }
  })
  for (const { first } of runs) {
    texts(first, headings)
    for (const column of places) sheet.getCell(first, column).font = { bold: true }
  }
  for (const each of rows) texts(each.row, [each.result, each.remarks, each.read])
  places.forEach((column, i) => {
    sheet.getColumn(column).hidden = false
    sheet.getColumn(column).width = WIDTHS[i]!
  })
}

/** Opens the workbook as it is, writes the results beside its rows and our sheets behind its own. */
export async function writeReport(bytes: Buffer, task: ReportTask): Promise<Uint8Array> {
  const { workbook, sheetOf } = await openAsIs(bytes, task.fileName, task.limits)
  const isOwn = (sheet: Worksheet) => task.added.some(({ name, mark }) => sheet.name === name && sheet.getCell(1, 1).text.normalize('NFC').startsWith(mark))
  for (const sheet of workbook.worksheets) if (isOwn(sheet)) workbook.removeWorksheet(sheet.id)
  for (const [name, sheet] of sheetOf) {
    const rows = task.rows.filter((row) => row.sheet === name)
    if (rows.length > 0) fillSheet(sheet, rows, task.headingRows[name] ?? [], task.headings)
  }
  addSheets(workbook, task.added)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
