import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { addProbationer, FileUnderTest, preparedConfirmation, probationFile } from '../harness/cases.ts'

/** Scenarios 3 and 4: recognised late and dated rightly; the probationers whom everybody forgot. */
let desks: Desks
let secretary: Desk
let committee: Desk
let officer: Desk
let late: FileUnderTest
let leap: FileUnderTest
let forgotten: string
beforeAll(async () => {
  desks = await openDesks()
  late = await preparedConfirmation(desks.house, { cell: 'cellA1', ceremonyOn: '2017-03-15', on: '2018-09-01' })
  leap = await probationFile(desks.house, { cell: 'cellA2', ceremonyOn: '2016-02-29' })
  forgotten = await addProbationer(desks.house, { cell: 'cellA1', ceremonyOn: '2011-07-02', fullName: 'Sùng A Dế' })
  ;[secretary, committee, officer] = await Promise.all([desks.sit('secretaryA1'), desks.sit('grassrootsA'), desks.sit('officer')])
})
afterAll(() => desks?.close())

/** Does the act that stands on a page of its own: numbers, check page, button. */
async function vote(desk: Desk, address: string, answers: Record<string, string>, button: string) {
  await desk.open(address)
  if (await desk.page.getByLabel('công nhận chính thức', { exact: true }).count()) await desk.page.getByLabel('công nhận chính thức', { exact: true }).check()
  await desk.fill(answers)
  await desk.press('Kiểm tra lại')
  await desk.saw('Kiểm tra trước khi ghi')
  await desk.main().getByRole('button', { name: button }).click()
  await desk.saw(`Đã ghi: ${button}`)
  await desk.settle()
}

/** Records the decision through its page. */
async function decide(file: FileUnderTest, number: string, more: Record<string, string> = {}) {
  await officer.open(`/cong-nhan/${file.id}/quyet-dinh`)
  await officer.page.getByLabel('Công nhận chính thức', { exact: true }).check()
  await officer.fill({ 'Số quyết định': number, 'Ngày ký quyết định': '05/10/2018', 'Người ký': 'Nông Văn Bình, Phó Bí thư', ...more })
}

/** What the committee and the office do between the two votes and the decision. */
async function passOn(file: FileUnderTest) {
  file.version = (await file.page()).version
  await file.committee('sendToDeciding', { on: '2018-10-03' })
  await file.decider('acceptDocuments', { documentIds: (await file.page('officer')).checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
  await file.decider('submitForDecision', { on: '2018-10-04' })
}

describe('recognised late', () => {
  test('the list puts the longest overdue first, with the cell, the next act and the papers to make', async () => {
    await officer.open('/cong-nhan')
    const rows = await officer.main().locator('tr[data-row]').allInnerTexts()
    expect(rows[0]).toMatch(/Sùng A Dế \(1986\)[\s\S]*Thôn Khun Luông – xã Quang Minh[\s\S]*02\/07\/2012[\s\S]*hết dự bị đã 6 năm 3 tháng[\s\S]*chưa có hồ sơ công nhận[\s\S]*10-KNĐ, 11-KNĐ, 12-KNĐ/)
    expect(rows).toHaveLength(3)
    expect(await officer.words()).toContain('3 đảng viên dự bị')
  })

  test('a ceremony on the 29th of February names the rule that gives the official day', async () => {
    await committee.open(`/cong-nhan/${leap.id}`)
    expect(await committee.words()).toMatch(/Ngày chính thức (28\/02|01\/03)\/2017/)
    await committee.saw('Lễ kết nạp vào ngày 29/02: áp dụng quy tắc riêng dưới đây.')
  })

  test('the cell that met late says why', async () => {
    const address = `/cong-nhan/${late.id}/bieu-quyet`
    await secretary.open(address)
    expect(await secretary.words()).toContain('Xét, đề nghị công nhận chính thức')
    await vote(secretary, address, { 'Ngày họp': '01/10/2018', 'Chính thức có mặt': '9', 'Tán thành': '9', 'Không tán thành': '0', 'Lý do xét chậm': 'Chi bộ chưa họp' }, 'Ghi biểu quyết công nhận')
    await secretary.open(`/cong-nhan/${late.id}?viec=gui-len`)
    await secretary.fill({ 'Ngày gửi': '01/10/2018' })
    await secretary.main().getByRole('button', { name: 'Gửi lên đảng ủy', exact: true }).click()
    await secretary.saw('Đã ghi: Gửi lên đảng ủy')
    await vote(committee, `/ket-nap/${late.id}/bieu-quyet-dang-uy`, { 'Ngày họp': '02/10/2018', 'Có mặt': '15', 'Tán thành': '15', 'Không tán thành': '0' }, 'Ghi biểu quyết của đảng ủy')
  })

  test('the decision is signed in October, the official day stays the end of probation and cannot be typed', async () => {
    await passOn(late)
    await decide(late, '88-QĐ/HU')
    expect(await officer.words()).toMatch(/Ngày chính thức 15\/03\/2018 ?tính từ ngày lễ kết nạp, không sửa được/)
    expect(await officer.page.getByLabel('Ngày chính thức').count()).toBe(0)
    await officer.press('Kiểm tra lại')
    await officer.saw(/Đảng viên chính thức từ ngày 15\/03\/2018, dù quyết định ký sau/)
    await officer.main().getByRole('button', { name: 'Ghi quyết định công nhận' }).click()
    await officer.saw('Đã công nhận chính thức')
  })

  test('the lateness of each level shows, with its reason, and the member carries the right day', async () => {
    await officer.open(`/cong-nhan/${late.id}`)
    const words = await officer.words()
    expect(words).toContain('Chậm ở từng cấp')
    expect(words).toContain('Chi bộ chưa họp')
    await officer.open(`/dang-vien/${late.personId}`)
    expect(await officer.words()).toMatch(/Ký quyết định công nhận chính thức, chậm; ngày chính thức giữ 15\/03\/2018/)
  })
})

describe('the forgotten six years', () => {
  test('the secretary opens the file with the paper that names the day; another day is refused in words', async () => {
    await secretary.open('/cong-nhan')
    await secretary.follow('Lập hồ sơ công nhận')
    await secretary.fill({ 'Ngày lễ kết nạp': '03/07/2011', 'Căn cứ': 'Biên bản lễ kết nạp lưu ở đảng ủy xã' })
    const form = secretary.page.getByRole('button', { name: 'Lập hồ sơ công nhận' })
    await form.click()
    await secretary.saw(/02\/07\/2011/)
    await secretary.fill({ 'Ngày lễ kết nạp': '02/07/2011' })
    await form.click()
    await secretary.saw('Đã ghi: Lập hồ sơ công nhận')
    await secretary.settle()
    expect(await secretary.words()).toMatch(/Phân công đảng viên giúp đỡ[\s\S]*Ngày chính thức 02\/07\/2012/)
  })

  test('after handling, party age counts from the old day and the delay stays on record', async () => {
    const id = new URL(secretary.page.url()).pathname.split('/').at(-1)!
    const file = new FileUnderTest(desks.house, id, 'cellA1', forgotten, desks.house.ground.members.cellA1[2]!)
    file.version = (await file.page()).version
    await file.secretary('assignMentor', { mentorId: file.sponsorId })
    await file.secretary('recordClassCertificate', { issuedOn: '2012-03-01' })
    for (const code of ['KNĐ-10', 'KNĐ-11', 'KNĐ-12']) await file.paper(code, '2018-10-01')
    await file.secretary('recordConfirmationVote', { question: 'confirm', heldOn: '2018-10-02', present: 9, inFavour: 9, against: 0, latenessReason: 'Thất lạc hồ sơ khi bàn giao' })
    await file.secretary('sendUp', { on: '2018-10-02' })
    await file.committee('recordCommitteeVote', { heldOn: '2018-10-03', present: 15, inFavour: 15, against: 0 })
    await passOn(file)
    await decide(file, '89-QĐ/HU')
    await officer.press('Kiểm tra lại')
    await officer.main().getByRole('button', { name: 'Ghi quyết định công nhận' }).click()
    await officer.saw('Đã công nhận chính thức')
    await officer.open(`/cong-nhan/${id}`)
    expect(await officer.words()).toContain('Thất lạc hồ sơ khi bàn giao')
    await officer.open(`/dang-vien/${forgotten}`)
    expect(await officer.words()).toMatch(/Tuổi Đảng: 7 năm \(tính từ ngày quyết định kết nạp\)[\s\S]*Ngày chính thức 02\/07\/2012[\s\S]*Ngày ký công nhận 05\/10\/2018/)
    await officer.open('/cong-nhan')
    expect(await officer.words()).not.toContain('Sùng A Dế')
    for (const desk of [secretary, committee, officer]) expect(desk.faults.filter((fault) => !/409|422/.test(fault))).toEqual([])
  })
})
