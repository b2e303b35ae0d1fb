import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { openDesks, type Desks } from '../harness/desk.ts'

let desks: Desks
beforeAll(async () => { desks = await openDesks() })
afterAll(() => desks?.close())

const planRow = async (id: string) => (await desks.house.as('officer').reorganisation.findPlan({ id }))

test('the officer merges a cell by keyboard and form, sees what follows, decides, and prints the minutes', async () => {
  const { house } = desks
  const desk = await desks.sit('officer')
  await desk.open('/sap-xep')
  await desk.press('Lập phương án')
  await desk.fill({ 'Tên phương án': 'Nhập Chi bộ Đồng Chang', 'Ngày hiệu lực': '05/10/2018' })
  await desk.page.getByRole('button', { name: 'Lập phương án' }).last().click()
  await desk.page.waitForURL(/sap-xep\/[0-9a-f-]{36}/)
  await desk.settle()

  const fate = desk.page.getByLabel('Sẽ: Chi bộ Thôn Đồng Chang')
  await fate.focus()
  await fate.selectOption('ended')
  await desk.page.getByLabel('Nhập vào / về dưới: Chi bộ Thôn Đồng Chang').selectOption({ label: 'Chi bộ Thôn Nà Lý' })
  await desk.press('Sửa: Chi bộ Thôn Nà Lý')
  await desk.fill({ 'Tên đầy đủ': 'Chi bộ Thôn Nà Lý - Đồng Chang' })
  await desk.press('Ghi vào phương án')
  await desk.press('Lưu phương án')
  await desk.saw('Đã lưu phương án.')
  await desk.settle()

  await desk.follow('Kiểm tra, xem trước')
  await desk.saw('Không có gì sai. Có thể ghi quyết định.')
  const words = await desk.words()
  expect(words).toContain('Chi bộ Thôn Nà Lý - Đồng Chang')
  expect(words).toMatch(/1 bí thư/)
  expect(await axeFindings(desk.page)).toEqual([])

  await desk.press('Ghi quyết định')
  await desk.page.getByRole('button', { name: 'Ghi quyết định' }).last().click()
  await desk.saw('Chưa điền “Số quyết định”.')
  await desk.fill({ 'Số quyết định': '88-QĐ/HU', 'Cơ quan ban hành': 'Ban Thường vụ Huyện ủy' })
  await desk.page.getByRole('button', { name: 'Ghi quyết định' }).last().click()
  await desk.saw('Đã thực hiện')
  await desk.settle()
  expect((await desk.words())).toContain('Kết thúc')

  await desk.follow('Bàn giao')
  await desk.follow(/In biên bản/)
  expect(await desk.title()).toContain('Biên bản bàn giao')
  expect(await desk.words()).toContain('Cộng 9')
  expect(await axeFindings(desk.page)).toEqual([])

  const { rows } = await house.as('officer').reorganisation.listPlans({})
  await desk.open(`/sap-xep/${rows[0]!.id}`)
  await desk.press('Hoàn tác')
  await desk.fill({ 'Lý do hoàn tác': 'Ghi nhầm ngày' })
  await desk.page.getByRole('button', { name: 'Hoàn tác' }).last().click()
  await desk.saw('Đã hoàn tác')
  expect((await planRow(rows[0]!.id)).state).toBe('undone')
  expect(desk.faults).toEqual([])
  await desk.close()
}, 60_000)
