import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { addFullMember } from '../harness/ground.ts'
import { openLetter } from '../harness/transfers.ts'

let desks: Desks
beforeAll(async () => { desks = await openDesks() })
afterAll(() => desks?.close())

/** Types into the fields of the form of the page; the head of the page has a day of its own. */
async function write(desk: Desk, answers: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(answers)) await desk.main().locator('form').getByLabel(label).first().fill(value)
}

/** Does one act of a transfer in its box: opens it, fills it in, and does it. */
async function doAct(desk: Desk, act: string, answers: Record<string, string>, said: string): Promise<void> {
  await desk.press(act)
  await write(desk, answers)
  await desk.page.locator('form').getByRole('button', { name: act }).click()
  await desk.saw(said)
  await desk.settle()
}

test('a member goes to another commune: the sender makes the letter, the receiver accepts, and the member has moved', async () => {
  const personId = await addFullMember(desks.house.owner, desks.house.ground.places.cellA1, 'Lý Văn Sùng', '1979-05-06')

  const { cellA1, cellB1 } = desks.house.ground.places
  const counts = (asOf?: string) => Promise.all([cellA1, cellB1].map(async (id) => (await desks.house.as('officer').organisations.findOrganisation({ id, ...(asOf ? { asOf } : {}) })).figures?.members))
  const [before, receivingBefore] = await counts()
  const secretary = await desks.sit('secretaryA1')
  await secretary.open('/chuyen-sinh-hoat/de-nghi')
  await secretary.press('Lập đề nghị')
  await secretary.saw('Chưa điền “Đảng viên”.')
  await secretary.find('Đảng viên', 'Lý Văn Sùng')
  await secretary.find('Nơi đến trong đảng bộ', 'Đảng bộ xã Quang Minh')
  await write(secretary, { 'Ngày có lý do': '01/08/2018', 'Ngày đề nghị': '06/08/2018' })
  await secretary.press('Lập đề nghị')
  await secretary.saw('Chọn loại chuyển nội bộ.')
  await secretary.find('Nơi đến trong đảng bộ', 'Đảng bộ xã Liên Hiệp')
  await secretary.press('Lập đề nghị')
  await secretary.saw('Đã lập đề nghị chuyển sinh hoạt.')
  await secretary.page.waitForURL(/chuyen-sinh-hoat\/[0-9a-f-]{36}/)
  await secretary.settle()
  const address = new URL(secretary.page.url()).pathname
  await doAct(secretary, 'Gửi lên cấp trên', { 'Ngày': '08/08/2018' }, 'Đã ghi: gửi lên cấp trên.')

  const sender = await desks.sit('grassrootsA')
  await sender.open(address)
  await sender.press('Cấp giấy giới thiệu')
  await write(sender, { 'Ngày': '20/08/2018', 'Số giấy giới thiệu': '77-GT' })
  await write(sender, { 'Đảng phí đóng đến tháng': '08/2018' })
  for (const paper of ['Hồ sơ đảng viên niêm phong', 'Bản tự kiểm điểm', 'Đảng phí đã đóng']) await sender.page.getByLabel(paper).check()
  await sender.page.locator('form').getByRole('button', { name: 'Cấp giấy giới thiệu' }).click()
  await sender.saw('Đã ghi: cấp giấy giới thiệu.')
  await sender.settle()
  expect(await axeFindings(sender.page)).toEqual([])
  await sender.follow('Giấy giới thiệu')
  expect(await sender.words()).toContain('Lý Văn Sùng')
  expect(await sender.words()).toContain('Ngày 20 tháng 8 năm 2018')
  await sender.open(address)
  await doAct(sender, 'Giao giấy cho đảng viên', { 'Ngày': '21/08/2018' }, 'Đã ghi: giao giấy cho đảng viên.')

  const receiver = await desks.sit('grassrootsB')
  await receiver.open(address)
  expect(await receiver.words()).toContain('Nơi đến thấy trang đảng viên sau khi tiếp nhận.')
  await receiver.press('Ghi nộp giấy')
  await receiver.find('Chi bộ tiếp nhận', 'Chi bộ Thôn Đồng Chang')
  await write(receiver, { 'Ngày': '19/08/2018' })
  await receiver.page.locator('form').getByRole('button', { name: 'Ghi nộp giấy' }).click()
  await receiver.saw(/trước bước liền trước/)
  await write(receiver, { 'Ngày': '05/09/2018' })
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
  expect(await counts()).toEqual([before! - 1, receivingBefore! + 1])
  expect(await counts('2018-09-06')).toEqual([before, receivingBefore])
  // The two refusals that were asked for, and nothing else.
  expect([...secretary.faults, ...sender.faults, ...receiver.faults]).toEqual([expect.stringContaining('422'), expect.stringContaining('422')])
}, 60_000)

test('a letter past its limit stands on the list as late, and who has no part in it finds nothing and may do nothing', async () => {
  const personId = await addFullMember(desks.house.owner, desks.house.ground.places.cellA1, 'Hoàng Thị Lượt', '1981-02-03')
  const transfer = await openLetter(desks.house, { personId }, '78-GT', '2018-08-10')
  const officer = await desks.sit('officer')
  await officer.open('/chuyen-sinh-hoat?han=qua')
  const row = officer.main().getByRole('row').filter({ hasText: 'Hoàng Thị Lượt' })
  expect(await row.innerText()).toMatch(/quá hạn/i)
  expect(await axeFindings(officer.page)).toEqual([])

  const leader = await desks.sit('leader')
  await leader.open(`/chuyen-sinh-hoat/${transfer.id}`)
  expect(await leader.words()).toContain('Hoàng Thị Lượt')
  expect(await leader.main().getByRole('button', { name: /Ghi nộp giấy|Cấp lại giấy/ }).count()).toBe(0)

  const stranger = await desks.sit('grassrootsH')
  await stranger.open(`/chuyen-sinh-hoat/${transfer.id}`)
  await stranger.saw('Không tìm thấy việc chuyển sinh hoạt này.')
  expect(await stranger.words()).not.toContain('Hoàng Thị Lượt')
}, 60_000)
