import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks, type Desks } from '../harness/desk.ts'

const NUMBER = '001099012345'

let desks: Desks
let member: string
beforeAll(async () => {
  desks = await openDesks()
  member = desks.house.ground.members.cellA1[0]!
  await desks.house.owner.query(`update members.person set full_name = 'Tráng Thị Hòa', identity_number = $2 where id = $1`, [member, NUMBER])
})
afterAll(() => desks?.close())

test('the box of the header finds while one types, by keyboard alone', async () => {
  const desk = await desks.sit('officer')
  const { page, faults } = desk
  await desk.open('/viec-can-lam')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hoa trang', { delay: 20 })
  const find = page.getByRole('option', { name: /Tráng Thị Hòa \(1960\)/ })
  await find.waitFor()
  expect(await find.textContent()).toContain('Thôn Khun Luông – xã Quang Minh')
  await page.keyboard.press('Escape')
  await find.waitFor({ state: 'detached' })
  expect(await page.getByRole('combobox').inputValue()).toBe('hoa trang')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tim?q=hoa+trang')
  await page.getByRole('heading', { level: 1, name: 'Tìm “hoa trang”' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('hoa trangs', { delay: 20 })
  await page.getByRole('option', { name: /gần giống/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/dang-vien/${member}`)
  expect(faults).toEqual([])
})

test('a covered number is asked for on purpose, once, and stands in no address', async () => {
  const desk = await desks.sit('officer')
  const { page } = desk
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await desk.open('/viec-can-lam')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(NUMBER)
  await page.getByRole('option', { name: /Tra người có số này/ }).waitFor()
  const looks = async () => Number((await desks.house.rows(`select count(*) from audit.entry where event = 'search.numberAsked'`))[0]!['count'])
  expect(await looks()).toBe(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Tráng Thị Hòa (1960)' }).waitFor()
  expect(await looks()).toBe(1)
  expect([page.url(), ...asked].filter((url) => url.includes(NUMBER))).toEqual([])
})

test('the administrator finds organisations and nobody', async () => {
  const desk = await desks.sit('administrator')
  const { page } = desk
  await desk.open('/tim?q=khun luong')
  await page.getByRole('link', { name: 'Chi bộ Thôn Khun Luông' }).waitFor()
  await desk.open('/tim?q=trang hoa')
  await page.getByText('Không tìm thấy gì trong phạm vi vai trò đang dùng.').waitFor()
})
