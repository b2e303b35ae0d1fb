import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { addFullMember } from '../harness/ground.ts'

let desks: Desks
beforeAll(async () => { desks = await openDesks() })
afterAll(() => desks?.close())

/** Does one act of a transfer in its box: opens it, fills it in, and does it. */
async function doAct(desk: Desk, act: string, answers: Record<string, string>, said: string): Promise<void> {
  await desk.press(act)
  await desk.fill(answers)
  await desk.page.locator('form').getByRole('button', { name: act }).click()
  await desk.saw(said)
  await desk.settle()
}

test('a member goes to another commune: the sender makes the letter, the receiver accepts, and the member has moved', async () => {
  const personId = await addFullMember(desks.house.owner, desks.house.ground.places.cellA1, 'Lý Văn Sùng', '1979-05-06')

  const secretary = await desks.sit('secretaryA1')
  await secretary.open('/chuyen-sinh-hoat/de-nghi')
  await secretary.press('Lập đề nghị')
  await secretary.saw('Chưa điền “Đảng viên”.')
  await secretary.find('Đảng viên', 'Lý Văn Sùng')
  await secretary.find('Nơi đến trong đảng bộ', 'Đảng bộ xã Liên Hiệp')
  await secretary.fill({ 'Ngày có lý do': '01/08/2018', 'Ngày đề nghị': '06/08/2018' })
  await secretary.press('Lập đề nghị')
  await secretary.saw('Đã lập đề nghị chuyển sinh hoạt.')
  await secretary.page.waitForURL(/chuyen-sinh-hoat\/[0-9a-f-]{36}/)
  await secretary.settle()
  const address = new URL(secretary.page.url()).pathname
  await doAct(secretary, 'Gửi lên cấp trên', { 'Ngày': '08/08/2018' }, 'Đã ghi: gửi lên cấp trên.')

  const sender = await desks.sit('grassrootsA')
  await sender.open(address)
  await sender.press('Cấp giấy giới thiệu')
  await sender.fill({ 'Ngày': '20/08/2018', 'Số giấy giới thiệu': '77-GT', 'Đảng phí đóng đến tháng': '08/2018' })
  for (const paper of ['Hồ sơ đảng viên niêm phong', 'Bản tự kiểm điểm', 'Đảng phí đã đóng']) await sender.page.getByLabel(paper).check()
  await sender.page.locator('form').getByRole('button', { name: 'Cấp giấy giới thiệu' }).click()
  await sender.saw('Đã ghi: cấp giấy giới thiệu.')
  await sender.settle()
  expect(await axeFindings(sender.page)).toEqual([])
  await sender.follow('Giấy giới thiệu')
  expect(await sender.words()).toContain('Lý Văn Sùng')
  await sender.open(address)
  await doAct(sender, 'Giao giấy cho đảng viên', { 'Ngày': '21/08/2018' }, 'Đã ghi: giao giấy cho đảng viên.')

  const receiver = await desks.sit('grassrootsB')
  await receiver.open(address)
  expect(await receiver.words()).toContain('Nơi đến thấy trang đảng viên sau khi tiếp nhận.')
  await receiver.press('Ghi nộp giấy')
  await receiver.fill({ 'Ngày': '05/09/2018' })
  await receiver.find('Chi bộ tiếp nhận', 'Chi bộ Thôn Đồng Chang')
  await receiver.page.locator('form').getByRole('button', { name: 'Ghi nộp giấy' }).click()
  await receiver.saw('Đã ghi: ghi nộp giấy.')
  await receiver.settle()
  await doAct(receiver, 'Tiếp nhận', { 'Ngày đầu ở chi bộ mới': '07/09/2018' }, 'Đã ghi: tiếp nhận.')
  expect(await axeFindings(receiver.page)).toEqual([])
  await receiver.follow(/Lý Văn Sùng/)
  const record = await receiver.words()
  expect(record).toContain('Chuyển sinh hoạt: từ Chi bộ Thôn Khun Luông về Chi bộ Thôn Đồng Chang')
  expect(record).toContain('Cấp giấy giới thiệu sinh hoạt đảng đến Đảng bộ xã Liên Hiệp')

  await sender.open(address)
  expect(await sender.main().getByRole('link', { name: /Lý Văn Sùng/ }).count()).toBe(0)
  expect((await desks.house.as('secretaryB1').members.findMember({ id: personId })).placement).toMatchObject({ cell: 'Chi bộ Thôn Đồng Chang', from: '2018-09-07' })
  expect([...secretary.faults, ...sender.faults, ...receiver.faults]).toEqual([])
}, 60_000)
