import { readFile, writeFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { openDesks, type Desks } from '../harness/desk.ts'

let desks: Desks
let folder: string
beforeAll(async () => { desks = await openDesks(); folder = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'dangvu-reconciling-')) })
afterAll(async () => { rmSync(folder, { recursive: true, force: true }); await desks?.close() })

/** The workbook as the commune sends it back: one died, one row taken out. */
async function marked(path: string): Promise<void> {
  const book = new excel.Workbook()
  await book.xlsx.load((await readFile(path)) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  sheet.getRow(8).getCell(13).value = 'Mất ngày 14/8/2018'
  sheet.spliceRows(9, 1)
  await writeFile(path, Buffer.from(await book.xlsx.writeBuffer()))
}

test('the list of a commune is opened, sent, marked on paper and on the phone, settled and signed by both levels', async () => {
  const officer = await desks.sit('officer')
  await officer.open('/doi-chieu')
  await officer.follow('Mở đối chiếu')
  await officer.press('Mở đối chiếu')
  await officer.saw('Chưa điền “Danh sách tính đến ngày”.')
  await officer.fill({ 'Danh sách tính đến ngày': '30/09/2018', 'Hạn giải quyết và ký': '20/10/2018' })
  await officer.page.getByLabel('Chọn tổ chức').check()
  await officer.page.getByLabel('Đảng bộ xã Quang Minh').check()
  await officer.press('Mở đối chiếu')
  await officer.saw('Đã mở đối chiếu cho 1 tổ chức.')
  await officer.settle()
  await officer.follow('Đảng bộ xã Quang Minh')
  expect(await officer.words()).toContain('Sổ 27 – danh sách cơ sở 27 – sau giải quyết 27')

  await officer.press('Gửi danh sách đối chiếu')
  await officer.fill({ 'Lý do tải': 'Gửi Đảng ủy xã' })
  const [file] = await Promise.all([officer.page.waitForEvent('download'), officer.press('Tải tệp Excel')])
  const path = join(folder, 'doi-chieu.xlsx')
  await file.saveAs(path)
  await marked(path)

  await officer.press('Nhận bản đánh dấu')
  await officer.page.locator('input[type=file]').setInputFiles(path)
  await officer.press('Đọc thử')
  await officer.page.waitForURL(/ban-danh-dau/)
  await officer.settle()
  expect(await officer.words()).toContain('Đúng 25 · Sai 1 · Thừa 0 · Thiếu 0 · Dòng bị xóa 1 · Chưa rõ 0')
  expect(await axeFindings(officer.page)).toEqual([])
  await officer.press(/Nhận 27 dòng/)
  await officer.page.waitForURL(/doi-chieu\/[0-9a-f-]{36}/)
  await officer.settle()
  expect(await officer.words()).toContain('Sổ 27 – danh sách cơ sở 25')
  expect(await axeFindings(officer.page)).toEqual([])

  const { rows: [list] } = await desks.house.as('grassrootsA').reconciling.listReconciliations({})
  const commune = await desks.sit('grassrootsA')
  await commune.open(`/doi-chieu/${list!.id}`)
  await commune.follow('Dòng bị xóa')
  expect(await axeFindings(commune.page)).toEqual([])
  await commune.press('Không chấp nhận')
  await commune.page.getByRole('button', { name: 'Không chấp nhận' }).last().click()
  await commune.saw('Chưa điền “Lý do”.')
  await commune.fill({ 'Lý do': 'Chi bộ xóa nhầm dòng' })
  await commune.page.getByRole('button', { name: 'Không chấp nhận' }).last().click()
  await commune.saw('Đã ghi kết luận.')
  const { rows } = await desks.house.as('grassrootsA').reconciling.listLines({ reconciliationId: list!.id, kind: 'died' })
  await desks.house.as('grassrootsA').lifecycle.recordDeath({ personId: rows[0]!.personId!, diedOn: '2018-08-14', paper: 'Giấy chứng tử' })
  await commune.open(`/doi-chieu/${list!.id}`)
  await commune.press(/Ghi 1 chênh lệch sổ đã khớp/)
  await commune.saw('Đã ghi 1 chênh lệch là đã giải quyết.')
  await commune.settle()
  await commune.press('Ký chốt số 26')
  await commune.page.getByRole('button', { name: 'Ký chốt số 26' }).last().click()
  await commune.saw('Đã ký chốt số.')

  await officer.open(`/doi-chieu/${list!.id}`)
  // Nothing waits to be sent any more; the list can still be had.
  expect(await officer.page.locator('.button-main').allInnerTexts()).toEqual(['Ký chốt số 26'])
  expect(await officer.button('Gửi danh sách đối chiếu').count()).toBe(1)
  await officer.press('Ký chốt số 26')
  expect(await officer.words()).toMatch(/Cấp cơ sở: 26 đảng viên, .*, ngày 05\/10\/2018/)
  await officer.page.getByRole('button', { name: 'Ký chốt số 26' }).last().click()
  await officer.saw('Đã ký chốt số.')
  await officer.settle()
  await officer.follow('Biên bản đối chiếu')
  expect(await officer.words()).toContain('Hai bên thống nhất số đảng viên là 26.')
  expect(await axeFindings(officer.page)).toEqual([])
  expect([...officer.faults, ...commune.faults]).toEqual([])
}, 120_000)

test('the secretary marks the own cell on the phone', async () => {
  await desks.house.as('officer').reconciling.openRound({ asOf: '2018-08-31', dueOn: '2018-10-20', organisationIds: [desks.house.ground.places.communeA] })
  const phone = await desks.sit('secretaryA2', 390)
  await phone.open('/m/doi-chieu')
  await phone.saw('Còn 9 dòng chưa đánh dấu')
  const line = phone.page.locator('.pocket-card').filter({ hasText: 'chưa đánh dấu' }).first()
  await line.getByRole('button', { name: /^Đánh dấu/ }).click()
  await phone.page.getByRole('radio', { name: 'Thừa' }).check()
  await phone.press('Lưu')
  await phone.saw('Đã đánh dấu.')
  await phone.settle()
  await phone.press('Các dòng còn lại đều đúng')
  await phone.saw('Đã đánh dấu đúng 8 dòng.')
  await phone.saw('Đã đánh dấu hết')
  expect(await axeFindings(phone.page)).toEqual([])
  expect(phone.faults).toEqual([])
}, 60_000)
