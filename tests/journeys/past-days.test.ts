import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFullMember } from '../harness/ground.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { openLetter } from '../harness/transfers.ts'

const PAST = 'xem=2018-06-01'
let desks: Desks
let officer: Desk
beforeAll(async () => { desks = await openDesks(); officer = await desks.sit('officer') }, 60_000)
afterAll(() => desks?.close())

test('a page that is one act offers nothing on a past day but the way back', async () => {
  for (const [address, doing] of [['/chuyen-sinh-hoat/de-nghi', 'Lập đề nghị'], ['/chuyen-sinh-hoat/tu-ngoai-den', 'Ghi đến nộp giấy'], ['/chuyen-sinh-hoat/nhieu-nguoi', 'Chuyển nhiều người'], ['/doi-chieu/moi', 'Mở đối chiếu'], ['/nhap/moi', 'Đọc thử']] as const) {
    await officer.open(address)
    expect(await officer.page.getByRole('button', { name: doing }).count(), address).toBe(1)
    await officer.go(`${address}?${PAST}`)
    expect(await officer.page.getByRole('button', { name: doing }).count(), address).toBe(0)
    expect(await officer.words(), address).toContain('Đang xem quá khứ nên không ghi được việc này. Về hôm nay')
  }
}, 60_000)

test('a page that is always of today does not claim the past day, and the menu counts nothing late there', async () => {
  const late = officer.page.locator('.menu-late')
  await officer.open('/viec-can-lam')
  for (const address of ['/de-nghi-sua', '/bo-sung', '/nghi-trung', '/nhap']) {
    await officer.go(`${address}?${PAST}`)
    expect(await officer.words(), address).toContain('Trang này luôn là hôm nay.')
    expect(await officer.words(), address).not.toContain('tính đến 01/06/2018')
    expect(await late.count(), address).toBe(0)
  }
  await officer.go(`/di-lam-xa?${PAST}`)
  expect(await officer.words()).toContain('tính đến 01/06/2018')
  expect(await officer.main().getByRole('link', { name: 'Đề nghị chuyển' }).count()).toBe(0)
}, 60_000)

test('the discipline form names what is missing in the order of its fields; why somebody is under a measure is covered until a reason is told', async () => {
  const { house } = desks
  const personId = await addFullMember(house.owner, house.ground.places.cellA1, 'Hoàng Văn Cảnh', '1960-01-01')
  await officer.open(`/dang-vien/${personId}/ky-luat?viec=ky-luat`)
  await officer.page.locator('form').getByRole('button', { name: 'Kiểm tra lại' }).click()
  const summary = officer.page.locator('.error-summary')
  expect(await summary.getByRole('link').allInnerTexts()).toEqual(['Nội dung vi phạm', 'Số quyết định', 'Cơ quan ký', 'Ngày có hiệu lực'].map((field) => `Chưa điền “${field}”.`))
  await officer.fill({ 'Nội dung vi phạm': 'Vi phạm quy định về đất đai', 'Số quyết định': '5-QĐ/HU', 'Cơ quan ký': 'Huyện ủy', 'Ngày có hiệu lực': '03/09/2018', 'Ngày ký': '03/09/2018' })
  await officer.page.locator('form').getByRole('button', { name: 'Kiểm tra lại' }).click()
  await officer.saw('Kiểm tra trước khi ghi')
  expect(await officer.words()).toContain('Vi phạm quy định về đất đai')
  await officer.main().locator('.check-page').getByRole('button', { name: 'Ghi kỷ luật' }).click()
  await officer.saw('Đã ghi kỷ luật.')
  await officer.settle()
  expect(await officer.words()).toContain('Đã che – cần lý do để mở 5-QĐ/HU')
  await officer.press('Mở phần được che')
  await officer.fill({ 'Lý do mở': 'Xét khiếu nại' })
  await officer.page.locator('form').getByRole('button', { name: 'Mở phần được che' }).click()
  await officer.page.getByText('Vi phạm quy định về đất đai').waitFor()
  await officer.press('Che lại')
  expect(await officer.words()).not.toContain('đất đai')
  await officer.go('/ky-luat')
  expect(await officer.words()).toMatch(/Hoàng Văn Cảnh.*Đã che/)
}, 60_000)

test('the paper of a transfer is that of the day looked at, with its own date, and there is none before its time', async () => {
  const { house } = desks
  const { id } = await openLetter(house, { personId: await addFullMember(house.owner, house.ground.places.cellA1, 'Hoàng Văn Giấy', '1970-01-01') }, '77-GT')
  const paperOn = async (paper: string, day: string) => { await officer.go(`/chuyen-sinh-hoat/${id}/giay/${paper}?xem=${day}`); return officer.words() }
  expect(await paperOn('letter', '2018-08-10')).toContain('Ngày này chưa có giấy tờ này')
  expect(await paperOn('letter', '2018-09-01')).toMatch(/Số 77-GT.*Ngày 20 tháng 8 năm 2018/)
  expect(await paperOn('reminderSender', '2018-09-01')).toContain('Ngày này chưa có giấy tờ này')
  expect(await paperOn('reminderSender', '2018-10-04')).toMatch(/Ngày 04 tháng 10 năm 2018.*đến nay đã quá/)
  await officer.go(`/chuyen-sinh-hoat/${id}?biet-den=2018-10-04T12:00:00%2B07:00`)
  expect(await officer.main().getByRole('button', { name: 'Hủy giấy giới thiệu' }).count()).toBe(0)
}, 60_000)
