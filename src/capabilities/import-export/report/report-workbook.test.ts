import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { CellValue, Workbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../kernel/index.ts'
import { columnLetter } from '../../../platform/foreign-workbook/sheets.ts'
import { openWorkbook, readMemberList, type MemberListReading, type Sheet } from '../reading/index.ts'
import type { OrganisationRegister } from '../reading/types.ts'
import { reportWorkbook } from './report-workbook.ts'
import { resultHeadings } from '../messages.vi.ts'

const ExcelJS = createRequire(import.meta.url)('exceljs') as { Workbook: new () => Workbook }
const sample = (name: string): Buffer => readFileSync(new URL(`../samples/${name}`, import.meta.url))
const register = JSON.parse(sample('to-chuc.json').toString('utf8')) as OrganisationRegister

async function readingOf(bytes: Uint8Array, name: string): Promise<MemberListReading> {
  const outcome = await readMemberList(bytes, name, { register, today: plainDate('2026-01-15') })
  if (outcome.outcome !== 'import') throw new Error(outcome.reason)
  return outcome
}

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const sheets = await openWorkbook(bytes, name)
  if ('outcome' in sheets) throw new Error(sheets.reason)
  return sheets
}

const reportOf = (reading: MemberListReading, bytes: Uint8Array, name: string) => reportWorkbook(bytes, name, {
  rows: reading.rows.map(({ sheet, row }) => ({ sheet, row, result: 'mới', remarks: '=1+1', read: `+${row}` })), headings: resultHeadings,
  headingRows: Object.fromEntries(reading.sheets.map(({ name: sheet, headerRows }) => [sheet, headerRows])),
  added: [{ name: 'Chỉ có trong sổ', mark: 'Đảng viên có trong sổ', title: 'Đảng viên có trong sổ mà không có trong tệp', headings: ['Họ và tên', 'Ngày sinh', 'Chi bộ'], rows: [['=cmd', '@a', '-1']] }],
})

const opened = async (workbook: Buffer): Promise<Workbook> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(workbook as unknown as ArrayBuffer)
  return book
}

/** What stands in the cells of a sheet: a formula by its stored value. */
function valuesOf(sheet: Sheet): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const row of sheet.rows)
    for (const [column, cell] of row.cells.entries()) if (cell) values.set(`${columnLetter(column)}${row.number}`, cell.kind === 'formula' ? (cell.cached?.value ?? cell.value) : cell.value)
  return values
}

const samples = ['danh-sach-sach.xlsx', 'mau-xa-hai-dong-tieu-de.xls', 'mau-37-cot.xlsx', 'file-nhap-lieu-4.0.xlsx', 'doi-chieu-30-09.xlsx'] as const

describe.each(samples)('%s sent back', (name) => {
  it('has every cell as it was, the three results beside each member, and reads as it read before', async () => {
    const bytes = sample(name)
    const reading = await readingOf(bytes, name)
    const workbook = await reportOf(reading, bytes, name)
    const [before, after] = [await sheetsOf(bytes, name), await sheetsOf(workbook, 'report.xlsx')]
    for (const sheet of before) {
      const now = valuesOf(after.find((each) => each.name === sheet.name)!)
      const differing = [...valuesOf(sheet)].filter(([place, value]) => now.get(place) !== value)
      expect(differing).toEqual([])
    }
    expect(after.map((each) => [each.name, each.state])).toEqual([...before.map((each) => [each.name, each.state]), ['Chỉ có trong sổ', 'visible']])
    for (const sheet of before) {
      const now = after.find((each) => each.name === sheet.name)!
      expect(now.rows.filter((row) => row.hidden).map((row) => row.number)).toEqual(sheet.rows.filter((row) => row.hidden).map((row) => row.number))
      expect(now.hiddenColumns).toEqual(sheet.hiddenColumns)
      expect(now.merges.map((range) => JSON.stringify(range))).toEqual(expect.arrayContaining(sheet.merges.map((range) => JSON.stringify(range))))
    }
    const again = await readingOf(workbook, 'report.xlsx')
    expect(again.rows.map(({ row, fields }) => [row, fields])).toEqual(reading.rows.map(({ row, fields }) => [row, fields]))
    const shown = (each: MemberListReading) => each.findings.filter(({ code }) => !code.startsWith('formula.')).map((f) => `${f.sheet} ${f.row} ${f.column} ${f.kind} ${f.code}`)
    expect(shown(again)).toEqual(shown(reading))
  }, 60_000)

  it('computes nothing: every text is a text', async () => {
    const bytes = sample(name)
    const book = await opened(await reportOf(await readingOf(bytes, name), bytes, name))
    const live: string[] = []
    const texts: CellValue[] = []
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => {
        if (cell.formula) live.push(`${sheet.name}!${cell.address}`)
        if (cell.value === '=1+1' || cell.value === '=cmd') texts.push(cell.value)
      }))
    expect(live).toEqual([])
    expect(texts.filter((text) => text === '=1+1').length).toBeGreaterThan(50)
    expect(texts).toContain('=cmd')
  }, 60_000)
})

describe('the result columns', () => {
  const build = async (rows: readonly (readonly unknown[])[]) => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('ds').addRows(rows as unknown[][])
    return Buffer.from(await book.xlsx.writeBuffer())
  }

  it('stand behind the last used column of the sheet, and a second report fills the same ones', async () => {
    const bytes = await build([['Họ và tên', 'Ngày sinh', 'Số thẻ', 'Chi bộ'], ['Lý Thị Mây', '05/01/1965', '02000001', 'A', null, 'lời nhắn']])
    const once = await reportOf(await readingOf(bytes, 'a.xlsx'), bytes, 'a.xlsx')
    const twice = await reportOf(await readingOf(once, 'a.xlsx'), once, 'a.xlsx')
    for (const workbook of [once, twice]) {
      const sheet = (await opened(workbook)).worksheets[0]!
      expect((sheet.getRow(1).values as unknown[]).slice(1)).toEqual(['Họ và tên', 'Ngày sinh', 'Số thẻ', 'Chi bộ', undefined, undefined, ...resultHeadings])
      expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual(['Lý Thị Mây', '05/01/1965', '02000001', 'A', undefined, 'lời nhắn', 'mới', '=1+1', '+2'])
    }
    expect((await opened(twice)).worksheets.map((sheet) => sheet.name)).toEqual(['ds', 'Chỉ có trong sổ'])
  })

  it('are the columns that the list keeps free for them, but none that somebody filled', async () => {
    const headings = ['Họ và tên', 'Ngày sinh', 'Số thẻ', 'Kết quả kiểm tra', 'Chi tiết lỗi']
    const free = await build([headings, ['Lý Thị Mây', '05/01/1965', '02000001']])
    const used = await build([headings, ['Lý Thị Mây', '05/01/1965', '02000001', 'HỢP LỆ']])
    const rowOf = async (bytes: Buffer) => ((await opened(await reportOf(await readingOf(bytes, 'a.xlsx'), bytes, 'a.xlsx'))).worksheets[0]!.getRow(2).values as unknown[]).slice(4)
    expect(await rowOf(free)).toEqual(['mới', '=1+1', '+2'])
    expect(await rowOf(used)).toEqual(['HỢP LỆ', '=1+1', 'mới', '+2'])
  })

  it('stand beside every table of a text table that comes back as a workbook', async () => {
    const bytes = Buffer.from(['STT;Họ và tên;Ngày sinh;Số thẻ', '1;Lý Thị Mây;05/01/1965;02000001', '', 'STT;Số thẻ;Họ và tên;Ngày sinh', '1;02000002;"=HYPERLINK(""http://a"";""b"")";06/02/1966'].join('\n'))
    const sheet = (await opened(await reportOf(await readingOf(bytes, 'a.csv'), bytes, 'a.csv'))).worksheets[0]!
    expect([1, 2, 4, 5].map((row) => sheet.getCell(row, 6).value)).toEqual([resultHeadings[1], '=1+1', resultHeadings[1], '=1+1'])
    expect([sheet.getCell('D2').value, sheet.getCell('C5').value]).toEqual(['02000001', '=HYPERLINK("http://a";"b")'])
  })
})

it('a file that cannot be opened within the limits is refused in words', async () => {
  const bytes = sample('danh-sach-sach.xlsx')
  const report = { rows: [], headings: resultHeadings, headingRows: {}, added: [] }
  await expect(reportWorkbook(bytes, 'a.xlsx', report, { timeMs: 20 })).rejects.toMatchObject({ code: 'importExport.reportNotMade', facts: { reason: expect.stringContaining('quá nhiều thời gian') } })
  await expect(reportWorkbook(bytes.subarray(0, 9_000), 'a.xlsx', report)).rejects.toMatchObject({ code: 'importExport.reportNotMade' })
})
