import { createRequire } from 'node:module'
import type { Workbook } from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { FileAnswer } from '../../../platform/http/index.ts'

const ExcelJS = createRequire(import.meta.url)('exceljs') as { Workbook: new () => Workbook }

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const officer = () => house.as('officer').importExport

async function started(lines: readonly string[]): Promise<string> {
  const file = new File([lines.join('\n')], 'Danh sách.csv')
  return (await officer().startImport({ file })).id
}

async function reportOf(id: string) {
  const answer = (await officer().takeImportReport({ id })) as unknown as FileAnswer
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.content as unknown as ArrayBuffer)
  return { answer, book, cells: (row: number) => (book.worksheets[0]!.getRow(row).values as unknown[]).slice(1) }
}

const exportsTold = async () => (await house.rows<{ n: number }>(`select count(*)::int as n from audit.entry where event = 'importExport.reported'`))[0]!.n

describe('the workbook that goes back', () => {
  let id: string
  let cell: string
  beforeAll(async () => {
    cell = (await house.rows<{ name: string }>(`select name from organisations.version where organisation_id = $1 and superseded_at is null limit 1`, [house.ground.places.cellA1]))[0]!.name
    id = await started([
      'Họ và tên;Ngày sinh;Giới tính;Chi bộ;Ngày vào Đảng;Ngày chính thức', `Tống Thị Mới;05/01/1965;Nữ;${cell};03/02/1990;03/02/1991`, `Lò Văn Hỏng;30/02/1966;Nam;${cell};03/02/1990;03/02/1991`,
      'Tổng số: 2 đảng viên;;;;;',
    ])
  })

  test('is refused while nothing was read, and to whoever may only look', async () => {
    await expect(officer().takeImportReport({ id })).rejects.toMatchObject({ code: 'importExport.notInState' })
    await officer().readImport({ id })
    await expect(house.as('inspector').importExport.takeImportReport({ id })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('grassrootsA').importExport.takeImportReport({ id })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('says beside each row what became of it, in plain words with the column, and what was read', async () => {
    const before = await exportsTold()
    const { answer, book, cells } = await reportOf(id)
    expect(answer).toMatchObject({ fileName: 'Danh sách - kết quả.xlsx', disposition: 'attachment' })
    expect(cells(1)).toEqual(['Họ và tên', 'Ngày sinh', 'Giới tính', 'Chi bộ', 'Ngày vào Đảng', 'Ngày chính thức', 'Kết quả kiểm tra', 'Chi tiết lỗi', 'Hệ thống đọc là'])
    expect(cells(2).slice(0, 8)).toEqual(['Tống Thị Mới', '05/01/1965', 'Nữ', cell, '03/02/1990', '03/02/1991', 'mới', ''])
    expect(cells(2)[8]).toContain('Họ và tên: Tống Thị Mới; Giới tính: Nữ; Ngày sinh: 05/01/1965')
    expect(cells(3).slice(1, 8)).toEqual(['30/02/1966', 'Nam', cell, '03/02/1990', '03/02/1991', 'lỗi', 'Lỗi, cột B (Ngày sinh): Ngày không có thật hoặc không đọc được; giữ nguyên văn bản gốc'])
    expect(cells(4)).toEqual(['Tổng số: 2 đảng viên'])
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'Chỉ có trong sổ', 'Ghi chú khi đọc'])
    const only = await officer().listOnlyHere({ id })
    expect(book.worksheets[1]!.rowCount).toBe(only.total + 3)
    expect(String(book.worksheets[2]!.getCell('A1').value)).toMatch(/^Bản trả lại của tệp Danh sách\.csv: số \d+\/2018, /)
    expect((book.worksheets[2]!.getRow(4).values as unknown[]).slice(1)).toEqual(['Sheet1', '4', 'bỏ qua: dòng cộng', 'Tổng số: 2 đảng viên'])
    expect(await exportsTold()).toBe(before + 1)
  })

  test('says after the commit what was written', async () => {
    const { version } = (await officer().findImport({ id })).import
    await officer().commitImport({ id, version })
    const { cells } = await reportOf(id)
    expect(cells(2).slice(6, 8)).toEqual(['mới', 'Đã ghi vào sổ'])
    expect(cells(3)[6]).toBe('lỗi')
  })

  test('does not tell what the register holds in a covered field', async () => {
    await house.owner.query(`update members.person set religion = 'Công giáo' where full_name = 'Tống Thị Mới'`)
    const again = await started(['Họ và tên;Ngày sinh;Tôn giáo;Chi bộ', `Tống Thị Mới;05/01/1965;Phật giáo;${cell}`])
    await officer().readImport({ id: again })
    const { cells } = await reportOf(again)
    expect(cells(2)[4]).toBe('đã đổi')
    expect(cells(2)[5]).toContain('Tôn giáo: trong sổ là (đang che), trong tệp là Phật giáo')
    expect(JSON.stringify(cells(2))).not.toContain('Công giáo')
  })
})
