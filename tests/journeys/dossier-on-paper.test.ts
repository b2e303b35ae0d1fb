import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks, type Desks } from '../harness/desk.ts'

let desks: Desks
let personId: string
beforeAll(async () => {
  desks = await openDesks({ today: '2018-10-05' })
  personId = desks.house.ground.members.cellA1[2]!
  await desks.house.rows(`update members.person set full_name = 'Đặng Văn Đò', identity_number = '002086001234' where id = $1`, [personId])
})
afterAll(() => desks?.close())

const pdf = (text: string) => Buffer.from(`%PDF-1.4 << /Type /Pages /Count 2 >> << /Type /Page >> << /Type /Page >> % ${text}`)
const scan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdf(name) })
const page = () => desks.house.as('grassrootsA').dossiers.findDossier({ personId })
const stateOf = async (documentType: string) => (await page()).lines.find((line) => line.documentType === documentType)?.state

test('the dossier of a member is opened, filled with scans whose wrong names are mended on the spot, and a repeated run copies nothing twice', async () => {
  const desk = await desks.sit('grassrootsA')
  await desk.open(`/ho-so-giay/${personId}`)
  await desk.press('Lập hồ sơ')
  await desk.fill({ Tủ: 'Tủ 2', Hộp: 'Hộp 14' })
  await desk.page.locator('form').getByRole('button', { name: 'Lập hồ sơ' }).click()
  await desk.saw('Tủ 2 · Hộp 14')
  expect(await stateOf('HSĐV-1')).toBe('missing')

  const files = [scan('02.Ly lich dang vien.pdf'), scan('Phiếu đảng viên.pdf'), scan('scan0001.pdf')]
  const drop = async (told: string) => {
    await desk.open(`/ho-so-giay/${personId}?viec=quet`)
    await desk.page.getByLabel('Chọn tệp').setInputFiles(files)
    await desk.page.getByRole('row', { name: /scan0001/ }).getByText(told, { exact: true }).waitFor()
  }
  await drop('Chưa rõ')
  await desk.page.getByRole('row', { name: /scan0001/ }).getByLabel('Chọn loại').selectOption('KNĐ-1')
  await desk.press('Giữ 3 bản quét')
  await desk.saw('Đã giữ 3; 0 đã có từ trước; 0 không giữ được.')
  expect([await stateOf('HSĐV-1'), await stateOf('HSĐV-2'), await stateOf('KNĐ-1')]).toEqual(['present', 'present', 'present'])
  expect(await desks.house.rows('select pages from dossiers.scan')).toEqual([{ pages: 2 }, { pages: 2 }, { pages: 2 }])

  await drop('Đã có')
  expect(await desk.page.getByRole('button', { name: /^Giữ \d/ }).count()).toBe(0)
  expect(await desks.house.rows('select from dossiers.scan')).toHaveLength(3)
  expect(desk.faults).toEqual([])
  await desk.close()
}, 60_000)

test('a paper goes out and is late on the work list, comes back, and the change of keeper prints its list', async () => {
  const { house } = desks
  const { dossier } = await page()
  await house.as('grassrootsA').dossiers.lend({ dossierId: dossier!.id, borrower: 'Ban Tổ chức', purpose: 'Thẩm định', lentOn: '2018-09-01', dueOn: '2018-09-15' })
  const desk = await desks.sit('grassrootsA')
  await desk.open('/viec-can-lam?loai=dossierLoan')
  await desk.saw('Thu hồi hồ sơ cho Ban Tổ chức mượn')
  await desk.open('/ho-so-giay/cho-muon')
  await desk.saw('Quá hẹn từ 15/09/2018')
  await desk.page.getByRole('button', { name: /^Ghi đã trả/ }).click()
  await desk.saw('Không có hồ sơ nào đang cho mượn.')
  const { handoverId } = await house.as('grassrootsA').dossiers.moveKeeper({
    fromKeeperId: house.ground.places.communeA, toName: 'Thành ủy Hà Nội', handedOn: '2018-10-05', handedBy: 'Nông Thị Giao', receivedBy: 'Lý Văn Nhận', basis: 'Biên bản 02' })
  await desk.open(`/ho-so-giay/ban-giao/${handoverId}`)
  const words = await desk.words()
  for (const each of ['Đặng Văn Đò', 'giao Thành ủy Hà Nội, ngày 05/10/2018', 'Nông Thị Giao', 'Lý Văn Nhận', 'Cộng 1 hồ sơ']) expect(words).toContain(each)
  expect(desk.faults).toEqual([])
  await desk.close()
}, 60_000)

test('the inspector reads what is there and writes nothing; the cell sees what is missing and opens no scan', async () => {
  const inspector = await desks.sit('inspector')
  await inspector.open(`/ho-so-giay/${personId}`)
  expect(await inspector.page.getByRole('button', { name: '02.Ly lich dang vien.pdf' }).count()).toBe(1)
  for (const act of [/^Ghi tình trạng/, /^Sửa/, /^Cho mượn/, /^Thêm bản quét/]) expect(await inspector.page.getByRole('button', { name: act }).count(), String(act)).toBe(0)
  await inspector.close()
  const secretary = await desks.sit('secretaryA1')
  await secretary.open(`/ho-so-giay/${personId}`)
  expect(await secretary.words()).toContain('Còn thiếu')
  expect(await secretary.page.getByRole('button', { name: '02.Ly lich dang vien.pdf' }).count()).toBe(0)
  await secretary.close()
}, 60_000)
