import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { axeFindings } from '../harness/browser.ts'

/** Scenario 20: the conference of August, what it decided, and what became of it when the day came. */
let desks: Desks
let officer: Desk
let commune: Desk
beforeAll(async () => {
  desks = await openDesks({ today: '2018-08-15' })
  officer = await desks.sit('officer')
})
afterAll(() => desks?.close())

/** Sends the form that is open. */
const send = (desk: Desk) => desk.main().locator('button[type=submit]').first().click()

describe('from the conference to the result', () => {
  test('the office opens the conference and the figures stand in it', async () => {
    await officer.open('/hoi-nghi')
    await officer.press('Mở hội nghị')
    await send(officer)
    await officer.saw('Chưa điền “Tên hội nghị”')
    await officer.fill({ 'Tên hội nghị': 'Hội nghị tháng Tám' })
    await send(officer)
    await officer.saw('1. Báo cáo tình hình')
    await officer.settle()
    expect(await officer.words()).toMatch(/Đảng viên 54/)
    expect(await axeFindings(officer.page)).toEqual([])
  })

  test('writes the report and a solution with the figure it is to move, and concludes', async () => {
    await officer.press('Viết báo cáo')
    await send(officer)
    await officer.saw('Chưa điền “Nội dung mục 1”')
    await officer.press('Thêm mục')
    await officer.fill({ 'Tên mục 2': 'Mục chưa có nội dung' })
    await send(officer)
    await officer.saw('Chưa điền “Nội dung mục 2”')
    await officer.fill({ 'Tên mục 2': '' })
    await officer.fill({ 'Tên mục 1': 'Nơi chậm', 'Nội dung mục 1': 'Các thôn chưa theo dõi ai.' })
    await send(officer)
    await officer.saw('Đã lưu báo cáo.')
    await officer.settle()
    expect(await officer.words()).toContain('Nơi chậm Các thôn chưa theo dõi ai.')
    await officer.press('Ghi giải pháp')
    await officer.fill({ 'Giải pháp': 'Mỗi thôn giới thiệu một quần chúng' })
    await officer.find('Giao cho tổ chức', 'xã Quang Minh')
    await officer.page.getByLabel('Người trả lời').selectOption('grassrootsOfficer')
    await officer.page.getByLabel('Hạn', { exact: true }).fill('01/09/2018')
    await officer.page.getByLabel('Chỉ số phải thay đổi').selectOption('followed')
    await officer.fill({ 'Muốn đạt': '3' })
    await send(officer)
    await officer.saw('Đã ghi giải pháp. Chỉ số lúc báo cáo: 0.')
    await officer.settle()
    await officer.press('Kết luận hội nghị')
    await officer.page.getByLabel('Kết luận', { exact: true }).fill('Thống nhất một giải pháp.')
    await send(officer)
    await officer.saw('Kết luận ngày 15/08/2018.')
  })

  test('the commune sees it on its list, says why the figure has not moved, and is asked again later', async () => {
    await desks.house.rows(`update conferences.solution set due_on = '2018-08-15'`)
    commune = await desks.sit('grassrootsA')
    await commune.open('/viec-can-lam')
    await commune.saw('Ghi kết quả giải pháp: Mỗi thôn giới thiệu một quần chúng')
    await commune.open('/hoi-nghi')
    expect(await commune.words()).toMatch(/0 3 0 .*chưa chuyển biến/)
    await commune.press('Ghi kết quả')
    await send(commune)
    await commune.saw('Chưa điền “Lý do chưa đạt, việc làm tiếp”')
    await commune.fill({ 'Lý do chưa đạt, việc làm tiếp': 'Thanh niên đi làm xa', 'Hỏi lại ngày': '15/11/2018' })
    await send(commune)
    await commune.saw('Đã ghi. Chỉ số nay 0, chưa chuyển biến.')
    await commune.settle()
    expect(await commune.words()).toMatch(/15\/11\/2018.*15\/08\/2018: 0. Thanh niên đi làm xa/)
    await officer.open('/hoi-nghi')
    expect(await officer.words()).toContain('Thanh niên đi làm xa')
    expect([...officer.faults, ...commune.faults]).toEqual([])
  })

  test('the overview of both ends with the conference and with whether the figure moved', async () => {
    await officer.open('/tong-quan')
    await officer.saw('6. Hội nghị và giải pháp')
    await officer.settle()
    expect(await officer.words()).toMatch(/Sắp họp 15\/08\/2018: Hội nghị tháng Tám .*1 giải pháp, 0 đã đến ngày hỏi\..*Mỗi thôn giới thiệu một quần chúng .*0 3 0 .*chưa chuyển biến/)
    expect(await axeFindings(officer.page)).toEqual([])
    await commune.open('/tong-quan')
    await commune.saw('Tổ chức mình chưa mở hội nghị nào.')
    await commune.settle()
    expect(await commune.words()).toMatch(/Mỗi thôn giới thiệu một quần chúng .*chưa chuyển biến/)
    await commune.follow('Mọi hội nghị và giải pháp')
    await commune.saw('Giải pháp đã giao')
    expect([...officer.faults, ...commune.faults]).toEqual([])
  })
})
