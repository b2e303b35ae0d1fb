import excel from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listWorkbook } from './list-workbook.ts'

async function opened(rows: readonly (readonly (string | number | null)[])[], columns = 3): Promise<excel.Worksheet> {
  const stream = await listWorkbook({ sheet: 'Danh sách', head: ['Đảng bộ xã', 'DANH SÁCH'], foot: 'Bản xuất số 1/2018 · A & B', columns: Array.from({ length: columns }, (_, i) => ({ title: `Cột ${i}`, width: 10 })), rows })
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Buffer))
  const book = new excel.Workbook()
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer)
  return book.worksheets[0]!
}

test('any text comes out of a cell as it went in, as text', async () => {
  const hard = ['=1+1', '+84912345678', '-5', '@SUM(A1)', '007', '0', ' đầu và cuối ', 'dòng một\ndòng hai\r\nba\rbốn', '_x0041_', '_x0041_x0042_', '_xzz_', 'Nguyễn', '\u0001\u007f\ufffe', '<b>&"\'', '\t=cmd', '𠀀\ud800', 'x'.repeat(32_767)]
  const sheet = await opened(hard.map((text) => [text, 1, null]))
  const cells = hard.map((_, i) => sheet.getRow(5 + i).getCell(1))
  expect(cells.map((cell) => cell.value)).toEqual(hard)
  expect(cells.filter((cell) => cell.type !== excel.ValueType.String || cell.formula !== undefined)).toEqual([])
  expect([sheet.getRow(5).getCell(2).value, sheet.getRow(5).getCell(3).value]).toEqual([1, null])
})

test('so does every text that can be made', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 30 }), async (texts) => {
    const sheet = await opened(texts.map((text) => [text]), 1)
    expect(texts.map((_, i) => sheet.getRow(5 + i).getCell(1).value)).toEqual(texts)
  }), { numRuns: 40 })
})

test('it prints on sheets laid across, its titles on each, with the foot of the list', async () => {
  const sheet = await opened([['a', 1, null]])
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '4:4' })
  expect(sheet.headerFooter.oddFooter).toBe('&LBản xuất số 1/2018 · A && B&R&P/&N')
})

test('a text longer than a workbook can hold is cut, and the workbook stays whole', async () => {
  const sheet = await opened([['y'.repeat(40_000)]], 1)
  expect(String(sheet.getRow(5).getCell(1).value)).toHaveLength(32_767)
})
