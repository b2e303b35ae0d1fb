import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'

/** The member sheet: a mistake reported on the phone, decided in the office; what is covered; the yearly supplement. */
let desks: Desks
let phone: Desk
let office: Desk
let personId: string
beforeAll(async () => {
  desks = await openDesks()
  personId = desks.house.ground.members.cellA1[3]!
  await desks.house.owner.query(`update members.person set occupation = 'Làm ruộng', identity_number = '002084000799' where id = $1`, [personId])
  await desks.house.as('grassrootsA').memberSheet.openCampaign({ organisationId: desks.house.ground.places.communeA, year: 2018, dueOn: '2018-12-15' })
  phone = await desks.sit('memberA1', 390)
  office = await desks.sit('grassrootsA')
})
afterAll(() => desks?.close())

const clean = async (desk: Desk) => expect(await axeFindings(desk.page)).toEqual([])

describe('a mistake in the own sheet', () => {
  test('is reported on the phone beside the value, and waits', async () => {
    await phone.open('/m/cua-toi')
    await clean(phone)
    await phone.page.locator('summary', { hasText: /^Bản thân$/ }).click()
    await phone.follow('Báo sai sót: Nghề nghiệp hiện nay')
    await clean(phone)
    await phone.fill({ 'Sửa thành: Nghề nghiệp hiện nay': 'Giáo viên', 'Lý do sửa': 'Đổi nghề', 'Giấy tờ làm căn cứ': 'Quyết định tuyển dụng số 8' })
    await phone.press('Gửi đề nghị')
    await phone.saw('Sai sót đã báo')
    expect(await phone.words()).toContain('Nghề nghiệp hiện nay Đang xem xét')
  })

  test('is approved by the committee that keeps the dossier, with its paper, and stands in the sheet with its source', async () => {
    await office.open('/de-nghi-sua')
    await clean(office)
    await office.follow(/\(1972\)/)
    expect(await office.words()).toMatch(/Làm ruộng.*Giáo viên/)
    await office.press('Duyệt sửa')
    await office.fill({ 'Số văn bản đồng ý': '21-CV/ĐU' })
    await office.page.getByRole('button', { name: 'Duyệt sửa' }).last().click()
    await office.saw('Đã sửa theo đề nghị')
    await office.follow('Xem phiếu đảng viên')
    expect(await office.words()).toContain('Giáo viên')
    expect(await office.words()).toContain('theo Quyết định tuyển dụng số 8')
    await office.press('Các bản trước')
    await office.saw(/đúng từ đầu/)
    await office.page.keyboard.press('Escape')
  })
})

describe('what is covered', () => {
  test('in the own life is counted on the phone and opened there for a reason', async () => {
    await desks.house.as('grassrootsA').lifecycle.recordDiscipline({
      personId, measure: 'warning', authority: 'cell', ground: 'Vi phạm quy định về đất đai', decisionNumber: '5-QĐ/CB', decidedOn: '2018-09-01', issuedBy: 'Chi bộ Thôn Khun Luông', effectiveOn: '2018-09-05' } as never)
    await phone.open('/m/cua-toi')
    await phone.page.locator('summary', { hasText: 'Quá trình sinh hoạt đảng' }).click()
    await phone.saw(/Có 1 việc được che/)
    await phone.press('Mở việc được che')
    await clean(phone)
    await phone.press('Mở việc được che')
    expect(await phone.words()).toContain('Chưa điền “Lý do mở')
    expect(await phone.page.content()).not.toContain('đất đai')
    await phone.page.getByRole('combobox', { name: 'Lý do mở' }).selectOption({ label: 'Đối chiếu giấy tờ' })
    await phone.press('Mở việc được che')
    await phone.saw('Kỷ luật cảnh cáo (Chi bộ quyết định)')
    expect(await phone.words()).toContain('Lý do: Vi phạm quy định về đất đai')
    await clean(phone)
    await phone.press('Che lại')
    await phone.saw(/Có 1 việc được che/)
    expect(await desks.house.auditOf(personId)).toContain('members.revealed')
  })

  test('is opened in place for a reason, printed only then, and the member sees by whom', async () => {
    await office.open(`/dang-vien/${personId}/phieu`)
    await clean(office)
    expect(await office.page.locator('.sheet-print').textContent()).toContain('Số định danh cá nhân: (không in)')
    expect(await office.page.content()).not.toContain('002084000799')
    await office.page.locator('summary', { hasText: 'Phần được che' }).click()
    await office.page.getByLabel('Số định danh', { exact: true }).check()
    await office.press('Mở để xem')
    await office.saw('Chưa điền “Lý do mở (được ghi vào nhật ký)”.')
    await office.page.getByLabel('Lý do mở').selectOption('comparing')
    await office.press('Mở để xem')
    await office.saw('002084000799')
    await office.press('Che lại')
    expect(await office.page.content()).not.toContain('002084000799')
    await phone.open('/m/cua-toi')
    await phone.page.locator('summary', { hasText: 'Ai đã xem' }).click()
    await phone.saw('Người dùng grassrootsA')
    await phone.saw(/Đảng ủy cơ sở · Số định danh · Đối chiếu giấy tờ/)
  })

  test('and nobody acts while a past day is viewed', async () => {
    await office.open(`/dang-vien/${personId}/phieu?xem=2018-01-01`)
    expect(await office.page.getByRole('button', { name: 'Đề nghị sửa' }).count()).toBe(0)
    expect(await office.page.locator('summary', { hasText: 'Phần được che' }).count()).toBe(0)
    await clean(office)
  })
})

describe('the supplement of the year', () => {
  test('is answered on the phone, checked by the cell and taken in by the committee', async () => {
    await phone.open('/m/cua-toi')
    await phone.follow('Khai phiếu bổ sung năm 2018')
    await clean(phone)
    await phone.press(/Có thay đổi.*Khen thưởng/)
    await phone.fill({ 'Hình thức': 'Giấy khen của xã' })
    await phone.press('Gửi phiếu bổ sung')
    await phone.saw('Phiếu bổ sung năm 2018: Đã khai')
    const secretary = await desks.sit('secretaryA1')
    await secretary.open('/bo-sung')
    await clean(secretary)
    await secretary.follow('Đảng bộ xã Quang Minh')
    await clean(secretary)
    await secretary.follow(/\(1972\)/)
    expect(await secretary.words()).toContain('Giấy khen của xã')
    await secretary.press('Chi bộ đã kiểm tra')
    await secretary.saw('Đã ghi chi bộ kiểm tra')
    await office.open('/bo-sung')
    await office.follow('Đảng bộ xã Quang Minh')
    await office.press('Nhận 1 phiếu vào hồ sơ')
    await office.saw('Đã nhận 1 phiếu vào hồ sơ')
    await office.open(`/dang-vien/${personId}/phieu`)
    await office.page.locator('summary', { hasText: 'Khen thưởng' }).click()
    await office.saw('Giấy khen của xã')
    await office.saw('theo Phiếu bổ sung năm 2018')
    await secretary.close()
  })

  test('prints a form filled in for everybody who has not answered', async () => {
    await office.open('/bo-sung')
    await office.follow('Đảng bộ xã Quang Minh')
    await office.press('In phiếu chưa khai')
    await office.saw('26 phiếu chưa khai, đã điền sẵn')
    expect(await office.page.getByText('PHIẾU BỔ SUNG HỒ SƠ ĐẢNG VIÊN NĂM 2018').count()).toBe(26)
  })
})
