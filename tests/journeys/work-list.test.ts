import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { decidingFile, probationFile, votedFile, type FileUnderTest } from '../harness/cases.ts'

/** Scenario 1: on Monday the officer of the district sees what is late, chases it, and next Monday sees what chasing did. */
let desks: Desks
let officer: Desk
let notSent: FileUnderTest
beforeAll(async () => {
  desks = await openDesks({ today: '2018-10-08' })
  const { house } = desks
  notSent = await votedFile(house, { cell: 'cellA1', fullName: 'Hoàng Thị Nhung' })
  await decidingFile(house, { cell: 'cellB1', fullName: 'Lục Thị Thành' })
  await probationFile(house, { cell: 'cellA2', ceremonyOn: '2017-06-01' })
  // Everybody has a card: nothing is to be done about cards.
  await house.owner.query(`update members.membership set card_number = lpad((7400000 + row.n)::text, 8, '0') from (select id, row_number() over (order by id) as n from members.membership) row where row.id = membership.id`)
  officer = await desks.sit('officer')
})
afterAll(() => desks?.close())

const rows = () => officer.main().locator('tr.row-opens').allInnerTexts()

describe('the Monday list', () => {
  test('stands first, the latest on top, and says what is next and who does it', async () => {
    await officer.open('/')
    expect(await officer.title()).toBe('Việc cần làm – Thứ Hai, 08/10/2018')
    const all = await rows()
    expect(all).toHaveLength(4)
    expect(all[0]).toMatch(/quá hạn 60 ngày làm việc[\s\S]*Phùng Văn Sinh \(1986\)[\s\S]*Thôn Đồng Bó – xã Quang Minh[\s\S]*Cử đi học lớp đảng viên mới[\s\S]*Trung tâm chính trị/)
    expect(all[1]).toMatch(/quá hạn 40 ngày làm việc[\s\S]*Nghị quyết chưa gửi lên[\s\S]*Hoàng Thị Nhung/)
    await officer.saw('Tuần trước chưa nhắc việc nào')
    // A mark stands beside what there is, never beside nought.
    expect(await officer.main().locator('.number-key .shape').count()).toBe(2)
  })

  test('every number of the table of kinds is the list behind it', async () => {
    await officer.follow('1 việc Nghị quyết chưa gửi lên, Quá hạn')
    expect((await rows()).map((row) => row.includes('Hoàng Thị Nhung'))).toEqual([true])
    expect(new URL(officer.page.url()).searchParams.get('nhom')).toBe('qua-han')
  })

  test('is filtered to one commune, and the filter stands in the address', async () => {
    await officer.open('/viec-can-lam')
    await officer.press('Đảng bộ: tất cả')
    await officer.page.getByRole('menuitemradio', { name: 'xã Liên Hiệp' }).click()
    await officer.settle()
    expect(await rows()).toHaveLength(1)
    expect((await rows())[0]).toContain('Lục Thị Thành')
    await officer.page.reload()
    await officer.settle()
    expect(await rows()).toHaveLength(1)
  })

  test('prints one reminder page for each cell of what is filtered, with room for the reply', async () => {
    await officer.open(`/viec-can-lam?to-chuc=${desks.house.ground.places.communeA}`)
    await officer.press('In phiếu nhắc')
    const sheets = officer.main().locator('section.sheet')
    await sheets.first().waitFor()
    expect(await sheets.locator('h2').allInnerTexts()).toEqual(['Phiếu nhắc việc – Chi bộ Thôn Đồng Bó', 'Phiếu nhắc việc – Chi bộ Thôn Khun Luông'])
    expect(await sheets.last().innerText()).toMatch(/Hoàng Thị Nhung[\s\S]*Trả lời của chi bộ/)
    await officer.page.emulateMedia({ media: 'print' })
    expect(await officer.main().getByRole('button').filter({ visible: true }).count()).toBe(0)
    await officer.page.emulateMedia({ media: null })
  })

  test('next Monday says which reminders had effect, and names them', async () => {
    await notSent.secretary('sendUp', { on: '2018-10-08' })
    desks.house.clock.moveBy(7)
    await officer.open('/viec-can-lam')
    await officer.saw(/Tuần trước nhắc\s*3\s*việc/)
    expect(await officer.words()).toMatch(/2 đã làm, 1 chưa chuyển biến/)
    await officer.main().getByRole('button', { name: '2 đã làm' }).click()
    const names = officer.page.getByRole('dialog')
    await names.getByText('Hoàng Thị Nhung').first().waitFor()
    expect(await names.innerText()).not.toContain('Phùng Văn Sinh')
    expect(officer.faults).toEqual([])
  })
})

test('on a phone a row keeps its term clear of the box that chooses it', async () => {
  const phone = await desks.sit('officer', 390)
  await phone.open('/viec-can-lam')
  const row = phone.main().locator('tr.row-opens').first()
  const [box, due] = [await row.locator('input[type=checkbox]').boundingBox(), await row.locator('.due').boundingBox()]
  expect(due!.x + due!.width).toBeLessThanOrEqual(box!.x)
  await phone.close()
})

describe('work that is given', () => {
  test('to an office is answered on the phone, and the giver sees what became of it', async () => {
    const leader = await desks.sit('leader')
    await leader.open('/viec-can-lam')
    await leader.main().getByRole('checkbox', { name: /Hoàng Thị Nhung/ }).first().check()
    await leader.press('Giao việc')
    const form = leader.main().locator('form')
    await form.getByLabel('Vai trò nhận việc').selectOption({ label: 'Bí thư chi bộ' })
    await form.getByLabel(/Dặn thêm/).fill('Báo lại trong tuần.')
    await form.getByRole('button', { name: 'Giao việc' }).click()
    await leader.saw('giao Bí thư chi bộ – Thôn Khun Luông, đến hết 22/10')
    const phone = await desks.sit('secretaryA1', 390)
    await phone.open('/m/')
    await phone.saw('Báo lại trong tuần.')
    await phone.press('Trả lại việc')
    await phone.fill({ 'Vì sao trả lại': 'Hồ sơ đang ở đảng ủy xã.' })
    await phone.main().locator('form').getByRole('button', { name: 'Trả lại việc' }).click()
    await phone.main().getByText('Báo lại trong tuần.').waitFor({ state: 'detached' })
    await leader.open('/viec-can-lam?cach=da-giao&tra-loi=roi')
    expect(await leader.words()).toMatch(/Bí thư chi bộ – Thôn Khun Luông .*trả lại 15\/10\/2018 Hồ sơ đang ở đảng ủy xã\. hồ sơ chưa chuyển bước/)
    expect([...leader.faults, ...phone.faults]).toEqual([])
    await phone.close()
    await leader.close()
  })

  test('to a user by name stands on that list, and is taken back before it is answered', async () => {
    const { reminders } = desks.house.as('leader')
    const [due] = (await reminders.listWork({})).rows
    const { users } = await reminders.listAssignees({ organisationIds: [due!.organisationId] })
    await reminders.assignWork({ things: [{ kind: due!.kind, subjectId: due!.subjectId }], accountId: users.find(({ role }) => role === 'superiorOfficer')!.accountId, wantedOn: '2018-10-20' })
    const own = desks.house.as('officer').reminders
    const [given] = (await own.listAssignments({ mine: true })).rows
    await officer.open('/viec-can-lam')
    await officer.saw('1 việc chờ trả lời')
    await reminders.withdrawAssignment({ id: given!.id, version: given!.version, words: 'Giao nhầm.' })
    expect((await own.listAssignments({ mine: true })).rows).toEqual([])
    // What was given never changes what is next, nor by when.
    expect((await reminders.listWork({})).rows[0]).toMatchObject({ nextAct: due!.nextAct, dueOn: due!.dueOn, owner: due!.owner, assigned: null })
    await expect(own.answerAssignment({ id: given!.id, version: given!.version + 1, outcome: 'done', words: 'Xong.' })).rejects.toMatchObject({ code: 'reminders.assignmentAnswered' })
  })
})

describe('an address', () => {
  test('that can name nothing says so under a title, without talk of a form, and leads home', async () => {
    for (const address of ['/dang-vien/abc', '/dang-vien/abc/tuoi-dang', '/dang-vien/abc/ky-luat', '/dang-vien/abc/the', '/dang-vien/abc/ra-khoi-dang', '/sap-xep/abc', '/doi-chieu/abc', '/chuyen-sinh-hoat/abc']) {
      await officer.open(address)
      expect([address, await officer.words()]).toEqual([address, expect.stringMatching(/Không tìm thấy\. .*Về trang đầu/)])
    }
    await officer.open('/ky-luat?to-chuc=abc')
    expect(await officer.words()).toMatch(/Địa chỉ của trang này không đúng .*Mở lại trang này từ thực đơn/)
    expect(await officer.words()).not.toContain('gửi lại')
    await officer.follow('Về trang đầu')
    expect(await officer.title()).toContain('Việc cần làm')
  })

  test('holds the viewed day and the chosen tab side by side', async () => {
    await officer.open('/huy-hieu?xem=2018-03-01')
    await officer.press(/^Danh sách đề nghị/)
    await officer.settle()
    expect(new URL(officer.page.url()).search).toBe('?xem=2018-03-01&cach=danh-sach')
    expect(await officer.words()).toContain('tính đến 01/03/2018')
  })
})
