import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '../../src/kernel/index.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { FileUnderTest } from '../harness/cases.ts'

/** Scenario 2 within the whole way of a file: opened, returned with reasons, mended, decided, received at the ceremony. */
let desks: Desks
let secretary: Desk
let committee: Desk
let officer: Desk
let file: FileUnderTest
beforeAll(async () => {
  desks = await openDesks({ today: '2018-08-10' })
  ;[secretary, committee, officer] = await Promise.all([desks.sit('secretaryA1'), desks.sit('grassrootsA'), desks.sit('officer')])
})
afterAll(() => desks?.close())

/** The page of the file, or of one of its acts. */
const at = (rest = '') => `/ket-nap/${file.id}${rest}`

/** Papers that are no matter of the screens under test are laid by calls. */
async function layPapers() {
  const { version } = await file.page()
  file.version = version
  await file.paper('KNĐ-CN', '2017-05-15')
  await file.paper('KNĐ-2', '2018-06-28')
  const { verificationId } = await file.committee('requestVerification', { about: 'candidate', place: 'Đảng ủy xã Quang Minh', askedOn: '2018-05-25' })
  await file.committee('recordVerificationReply', { verificationId, repliedOn: '2018-06-28', byLetter: false, outcome: 'Lý lịch rõ ràng' })
  await file.paper('KNĐ-3', '2018-06-28', { subjectId: file.sponsorId })
  await file.paper('KNĐ-4', '2018-07-02')
  await file.paper('KNĐ-5', '2018-07-10')
}

/** Does the short act that stands open at the right of the file. */
async function shortAct(desk: Desk, slug: string, answers: Record<string, string>, button: string) {
  await desk.open(at(`?viec=${slug}`))
  await desk.fill(answers)
  await desk.main().getByRole('button', { name: button, exact: true }).click()
  await desk.saw(`Đã ghi: ${button}`)
  await desk.settle()
}

describe('the cell', () => {
  test('opens a file for a person who is not in the book', async () => {
    await secretary.open('/ket-nap/lap-ho-so')
    await secretary.page.getByLabel('Người chưa có trong sổ').check()
    await secretary.fill({ 'Họ và tên khai sinh': 'Hoàng Thị Nhung', 'Ngày sinh': '03/05/1994', 'Ngày lập hồ sơ': '20/05/2018' })
    await secretary.page.getByLabel('Nữ').check()
    await secretary.press('Lập hồ sơ kết nạp')
    await secretary.saw('Hoàng Thị Nhung (1994)')
    await secretary.settle()
    const id = new URL(secretary.page.url()).pathname.split('/').at(-1)!
    file = new FileUnderTest(desks.house, id, 'cellA1', '', desks.house.ground.members.cellA1[2]!)
    expect(await secretary.words()).toContain('Đang làm hồ sơ')
  })

  test('says what is known about the candidate', async () => {
    await secretary.open(at('/hoan-canh'))
    for (const [question, answer] of [['Công dân Việt Nam', 'Có'], ['Nơi này có tổ chức Đoàn', 'Có'], ['Là đoàn viên Đoàn Thanh niên', 'Có'], ['Là đoàn viên công đoàn', 'Không'], ['Có vấn đề về chính trị cần kết luận', 'Không'],
      ['Thuộc diện vi phạm chính sách dân số', 'Không'], ['Là người có đạo', 'Không'], ['Có hôn nhân với người nước ngoài', 'Không'], ['Đã từng là đảng viên', 'Không']] as const)
      await secretary.choose(question, answer)
    await secretary.page.getByLabel('Trình độ học vấn').selectOption('trung học phổ thông')
    await secretary.press('Thêm người giới thiệu')
    const [sponsor] = await desks.house.rows<{ full_name: string }>('select full_name from members.person where id = $1', [file.sponsorId])
    await secretary.find('Người giới thiệu', sponsor!.full_name)
    await secretary.page.getByLabel('Quan hệ').selectOption({ index: 1 })
    await secretary.fill({ 'Cùng đơn vị từ ngày': '10/01/2016' })
    await secretary.press('Ghi hoàn cảnh')
    await secretary.saw('Đã ghi')
  })

  test('records a paper that has come', async () => {
    await secretary.open(at('?loai=KN%C4%90-1'))
    await secretary.fill({ 'Ngày ký': '20/05/2018', 'Số trang': '2' })
    await secretary.main().getByRole('button', { name: 'Ghi tài liệu đã có' }).click()
    await secretary.saw('Đã ghi: Đơn xin vào Đảng')
    await layPapers()
    await shortAct(secretary, 'trinh-chi-bo', { 'Ngày trình chi bộ': '30/07/2018' }, 'Trình chi bộ xét')
    expect(await secretary.words()).toContain('Chờ chi bộ xét')
  })

  test('is told in words that the votes exceed the roll, and then records what was carried', async () => {
    await secretary.open(at('/bieu-quyet'))
    await secretary.fill({ 'Ngày họp': '03/08/2018', 'Số nghị quyết': '12-NQ/CB', 'Chính thức có mặt': '9', 'Tán thành': '9', 'Không tán thành': '1' })
    await secretary.saw('Tổng số phiếu là 10, nhiều hơn 9 đảng viên chính thức có mặt.')
    await secretary.press('Kiểm tra lại')
    expect(await secretary.page.getByText('Kiểm tra trước khi ghi').count()).toBe(0)
    await secretary.page.locator('input[name=inFavour]').fill('8')
    await secretary.press('Kiểm tra lại')
    await secretary.saw('Kiểm tra trước khi ghi')
    expect(await secretary.words()).toMatch(/Việc này xét theo .*29-QĐ\/TW/)
    await secretary.main().getByRole('button', { name: 'Ghi biểu quyết của chi bộ' }).click()
    await secretary.saw('Chi bộ đã thông qua')
    await shortAct(secretary, 'gui-len', { 'Ngày gửi': '06/08/2018' }, 'Gửi lên đảng ủy')
  })
})

describe('the committee', () => {
  test('finds one paper wanting and returns the file with reasons tied to papers', async () => {
    await committee.open(at())
    await committee.follow('Giấy giới thiệu người vào Đảng')
    await committee.page.getByLabel('Cần bổ sung').check()
    await committee.page.getByLabel('Sai ở đâu').selectOption('Thiếu chữ ký, con dấu')
    await committee.fill({ 'Nói rõ cần làm gì': 'Thiếu chữ ký người giới thiệu' })
    await committee.press('Ghi kết quả kiểm tra')
    await committee.saw('Đã ghi: Kiểm tra tài liệu')
    await committee.open(at('?viec=tra-lai'))
    expect(await committee.words()).toMatch(/Lý do 1/)
    await committee.press('Thêm lý do')
    const second = committee.page.getByRole('group', { name: 'Lý do 2' })
    await second.getByLabel('Về tài liệu hoặc điều kiện').selectOption({ label: '4-KNĐ Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng' })
    await second.getByLabel('Loại').selectOption('Nội dung không khớp')
    await second.getByLabel('Sai ở đâu').fill('Ngày họp Đoàn không khớp')
    await second.getByLabel('Cần làm gì').fill('Đoàn xã xác nhận lại ngày họp')
    await committee.main().getByRole('button', { name: 'Trả lại hồ sơ (2 lý do)' }).last().click()
    await committee.saw(/Đã trả lại hồ sơ: 2 lý do/)
  })

  test('the cell sees exactly two things to mend, mends them and sends again', async () => {
    await secretary.open(at())
    expect(await secretary.words()).toMatch(/Bổ sung 2 điểm rồi gửi lại/)
    expect(await secretary.page.getByText('chưa bổ sung', { exact: true }).count()).toBe(2)
    desks.house.clock.moveTo(plainDate('2018-08-21'))
    for (const title of ['Giấy giới thiệu người vào Đảng', 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng']) {
      await secretary.open(at())
      await secretary.follow(title)
      if (await secretary.page.getByRole('button', { name: 'Ghi tài liệu làm lại' }).count()) await secretary.press('Ghi tài liệu làm lại')
      await secretary.fill({ 'Ngày ký': '20/08/2018' })
      await secretary.main().getByRole('button', { name: 'Thay tài liệu' }).click()
      await secretary.saw(/Đã ghi: /)
      await secretary.settle()
    }
    expect(await secretary.page.getByText('chưa bổ sung', { exact: true }).count()).toBe(0)
    await shortAct(secretary, 'gui-lai', { 'Ngày gửi': '21/08/2018' }, 'Gửi lại hồ sơ')
  })

  test('the second sending shows only what changed', async () => {
    await committee.open(at())
    await committee.saw('So với lần gửi trước: 2 tài liệu thay đổi')
    expect(await committee.words()).toMatch(/Không thay đổi so với lần gửi trước: \d+ tài liệu/)
  })

  test('the committee votes and sends on', async () => {
    desks.house.clock.moveTo(plainDate('2018-09-10'))
    await committee.open(at('/bieu-quyet-dang-uy'))
    await committee.fill({ 'Ngày họp': '24/08/2018', 'Số nghị quyết': '31-NQ/ĐU', 'Có mặt': '14', 'Tán thành': '14', 'Không tán thành': '0' })
    await committee.saw('Đạt 14/15, cần 10')
    await committee.press('Kiểm tra lại')
    await committee.main().getByRole('button', { name: 'Ghi biểu quyết của đảng ủy' }).click()
    await committee.saw('Đảng ủy cơ sở đã thông qua')
    await shortAct(committee, 'gui-ban-to-chuc', { 'Ngày gửi': '10/09/2018' }, 'Gửi lên Ban Tổ chức')
  })
})

describe('the deciding committee', () => {
  test('a ceremony before the decision: the page says why it cannot be yet instead of its form', async () => {
    desks.house.clock.moveTo(plainDate('2018-10-05'))
    await secretary.open(at('/le-ket-nap'))
    await secretary.saw(/Chưa làm được việc “Ghi lễ kết nạp”: hồ sơ đang ở bước/)
    expect(await secretary.words()).toMatch(/Các bước phải làm theo thứ tự.*Việc tiếp theo của hồ sơ:/)
    expect(await secretary.page.getByLabel('Ngày lễ kết nạp').count()).toBe(0)
  })

  test('examines, submits and decides', async () => {
    await officer.open(at())
    await officer.press(/^Nhận đạt \d+ tài liệu chờ kiểm tra/)
    await officer.saw(/Đã nhận đạt/)
    await shortAct(officer, 'trinh', { 'Ngày trình': '20/09/2018' }, 'Trình ban thường vụ')
    await officer.open(at('/quyet-dinh'))
    await officer.page.getByLabel('Kết nạp', { exact: true }).check()
    await officer.fill({ 'Số quyết định': '777-QĐ/HU', 'Ngày ký quyết định': '28/09/2018', 'Người ký': 'Nông Văn Bình, Phó Bí thư' })
    expect(await officer.words()).toMatch(/Cấp ủy có thẩm quyền Huyện ủy Bắc Quang/)
    await officer.press('Kiểm tra lại')
    await officer.main().getByRole('button', { name: 'Ghi quyết định kết nạp' }).click()
    await officer.saw('Đã có quyết định kết nạp')
  })

  test('the cell receives the decision and holds the ceremony, and probation begins', async () => {
    await shortAct(secretary, 'nhan-quyet-dinh', { 'Ngày chi bộ nhận quyết định': '01/10/2018' }, 'Ghi ngày nhận quyết định')
    await secretary.open(at('/le-ket-nap'))
    await secretary.fill({ 'Ngày lễ kết nạp': '05/10/2018' })
    await secretary.press('Kiểm tra lại')
    await secretary.main().getByRole('button', { name: 'Ghi lễ kết nạp' }).click()
    await secretary.saw('Hết 12 tháng dự bị: 05/10/2019')
    await secretary.open('/cong-nhan')
    expect(await secretary.main().locator('tr.row-opens').allInnerTexts()).toEqual([expect.stringMatching(/Hoàng Thị Nhung \(1994\)[\s\S]*05\/10\/2018[\s\S]*05\/10\/2019/)])
    for (const desk of [secretary, committee, officer]) expect(desk.faults.filter((fault) => !/409|422/.test(fault))).toEqual([])
  })
})
