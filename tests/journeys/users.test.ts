import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'

/** Users at the desk of whoever keeps the accounts. */
let desks: Desks
let administrator: Desk
beforeAll(async () => {
  desks = await openDesks({ today: '2018-10-05' })
  administrator = await desks.sit('administrator')
})
afterAll(() => desks?.close())

test('what the server finds wrong in a form is said once, by the label of the field, and leads to it', async () => {
  await administrator.open('/nguoi-dung?them=1')
  await administrator.fill({ 'Họ và tên': 'Nông Thị Chuyên', 'Tên đăng nhập': 'Nông Chuyên', 'Mật khẩu lần đầu': 'mat khau tam 1', 'Căn cứ': 'QĐ 1' })
  await administrator.main().locator('select[name=role]').selectOption({ label: 'Chuyên viên Ban Tổ chức' })
  await administrator.find('Tổ chức', 'huyện Bắc Quang')
  await administrator.main().locator('form').first().getByRole('button', { name: 'Thêm người dùng' }).click()
  const summary = administrator.main().getByRole('alert')
  await summary.getByText('“Tên đăng nhập” chưa đúng: chỉ dùng chữ thường không dấu, số, dấu chấm, gạch.').waitFor()
  expect(await summary.count()).toBe(1)
  expect(await administrator.words()).not.toContain('signInName')
  await summary.getByRole('link').click()
  expect(await administrator.page.evaluate('document.activeElement.name')).toBe('signInName')
})
