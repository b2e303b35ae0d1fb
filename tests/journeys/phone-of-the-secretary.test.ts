import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { openFile, probationFile, readyFile, type FileUnderTest } from '../harness/cases.ts'

/** How every photograph of a telephone begins. */
const PHOTOGRAPH = Buffer.from([0xff, 0xd8, 0xff, 0xe0])

/** The secretary of a cell, on a phone of 390 px, from the door to a vote and a remark. */
let desks: Desks
let phone: Desk
let ready: FileUnderTest
let begun: FileUnderTest
let probation: FileUnderTest
beforeAll(async () => {
  desks = await openDesks()
  ready = await readyFile(desks.house, { cell: 'cellA1', fullName: 'Hoàng Thị Nhung' })
  begun = await openFile(desks.house, { cell: 'cellA1', fullName: 'Đặng Thị Xuân' })
  probation = await probationFile(desks.house, { cell: 'cellA1', ceremonyOn: '2018-01-15' })
  phone = await desks.signIn('secretaryA1')
})
afterAll(() => desks?.close())

describe('on the phone', () => {
  test('the secretary gets in and sees the work of the own cell', async () => {
    expect(await phone.title()).toBe('Việc của chi bộ')
    expect(await phone.words()).toContain('Chi bộ Thôn Khun Luông')
    expect(await phone.page.getByRole('navigation').last().getByRole('link').allInnerTexts()).toEqual(['Việc', 'Đảng viên', 'Của tôi'])
  })

  test('every page is of today, whatever day the address names', async () => {
    await phone.go('/m/dang-vien')
    const today = await phone.words()
    await phone.go('/m/dang-vien?xem=1990-01-01&biet-den=1990-01-01T00:00:00Z')
    expect(await phone.words()).toBe(today)
    await phone.go('/m/')
  })

  test('files and sources of the cell are one tap away', async () => {
    await phone.follow('Nguồn của chi bộ')
    expect(await phone.title()).toBe('Nguồn của chi bộ')
    await phone.follow('Quay lại')
    await phone.follow('Hồ sơ của chi bộ')
    expect(await phone.words()).toMatch(/Hoàng Thị Nhung \(1994\)[\s\S]*Đặng Thị Xuân \(1994\)[\s\S]*Phùng Văn Sinh \(1986\)/)
  })

  test('a file says what is missing, and how to mend it', async () => {
    await phone.open(`/m/ket-nap/${begun.id}`)
    const words = await phone.words()
    expect(words).toContain('Đang làm hồ sơ')
    expect(words).toMatch(/Còn thiếu \d+ tài liệu/)
    expect(words).toContain('Đơn xin vào Đảng')
  })

  test('a photograph that is none is refused at once, and records no paper', async () => {
    await phone.open(`/m/ket-nap/${begun.id}`)
    const card = phone.page.locator('.pocket-card', { hasText: 'Tổng hợp ý kiến nhận xét' }).first()
    await card.locator('input[type=file]').setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)"></svg>') })
    await phone.saw('Tệp “giay.jpg” không phải ảnh JPG, PNG, WEBP, HEIC hay PDF.')
    await card.locator('input[type=file]').setInputFiles({ name: 'to.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([PHOTOGRAPH, Buffer.alloc(10 * 1024 * 1024)]) })
    await phone.saw('Tệp “to.jpg” lớn hơn 10 MB. Chụp lại với cỡ ảnh nhỏ hơn.')
    expect(await desks.house.rows("select id from admission.document where case_id = $1", [begun.id])).toEqual([])
  })

  test('a paper photographed with the camera is recorded with its pages, one of them taken back', async () => {
    const card = phone.page.locator('.pocket-card', { hasText: 'Tổng hợp ý kiến nhận xét' }).first()
    const camera = card.locator('input[type=file]')
    expect(await camera.getAttribute('capture')).toBe('environment')
    for (const name of ['trang-1.jpg', 'mo.jpg']) {
      await camera.setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.concat([PHOTOGRAPH, Buffer.from(name)]) })
      await phone.settle()
    }
    expect(await card.innerText()).toContain('Đã chụp 2 trang')
    await card.getByRole('button', { name: 'Bỏ trang vừa chụp' }).click()
    await card.getByRole('button', { name: 'Ghi giấy này' }).click()
    await phone.saw('Chưa điền “Ngày ký trên giấy”.')
    await phone.fill({ 'Ngày ký trên giấy': '20/07/2018' })
    await card.getByRole('button', { name: 'Ghi giấy này' }).click()
    await phone.saw('Đã ghi')
    await phone.settle()
    const scans = 'select s.file_name, s.media_type from admission.document d join admission.scan s on s.document_id = d.id where d.case_id = $1'
    expect(await desks.house.rows(scans, [begun.id])).toEqual([{ file_name: 'trang-1.jpg', media_type: 'image/jpeg' }])
  })

  test('a vote that exceeds the roll is refused in words, and nothing is lost', async () => {
    await phone.open(`/m/ket-nap/${ready.id}`)
    await phone.follow('Ghi biểu quyết của chi bộ')
    await phone.saw('Mẫu số 9 · cần ít nhất 6 phiếu')
    await phone.fill({ 'Ngày họp': '03/08/2018' })
    await phone.settle()
    for (const [name, value] of [['present', '9'], ['inFavour', '9'], ['against', '1']] as const) await phone.page.locator(`input[name=${name}]`).fill(value)
    await phone.saw('Tổng số phiếu là 10, nhiều hơn 9 đảng viên chính thức có mặt.')
    await phone.press('Kiểm tra lại')
    expect(await phone.title()).toBe('Ghi biểu quyết')
    expect(await phone.page.locator('input[name=inFavour]').inputValue()).toBe('9')
  })

  test('a right one goes through the check page into the file', async () => {
    await phone.page.locator('input[name=inFavour]').fill('8')
    await phone.saw('Đạt 8/9, cần 6')
    await phone.press('Kiểm tra lại')
    await phone.saw('Kiểm tra trước khi ghi')
    await phone.press('Ghi kết quả biểu quyết')
    await phone.saw('Chi bộ đã thông qua')
    await phone.settle()
    expect((await ready.page()).votes).toMatchObject([{ level: 'cell', outcome: 'carried', inFavour: 8, against: 1, denominator: 9 }])
  })

  test('a remark on a probationary member asks for its words, then stands in the file', async () => {
    await phone.open(`/m/ket-nap/${probation.id}/nhan-xet`)
    await phone.press('Ghi nhận xét')
    await phone.saw('Chưa điền “Nhận xét của đảng viên giúp đỡ”.')
    await phone.fill({ 'Nhận xét của đảng viên giúp đỡ': 'Chấp hành tốt, tham gia sinh hoạt đầy đủ.' })
    await phone.press('Ghi nhận xét')
    await phone.saw('Đã ghi nhận xét')
    expect(await desks.house.rows('select text from admission.mentor_remark where case_id = $1', [probation.id])).toHaveLength(1)
  })

  test('a quarterly remark on a source asks for its words too', async () => {
    const { id } = await desks.house.as('secretaryA1').sourcesAndTargets.addProspect({ cellId: desks.house.ground.places.cellA1, person: { fullName: 'Lù Seo Lử', sex: 'male', bornOn: '1990-02-01' }, openedOn: '2018-01-10' })
    await phone.open('/m/nguon')
    expect(await phone.words()).toMatch(/Lù Seo Lử \(1990\)[\s\S]*Giấy chứng nhận: chưa học lớp/)
    await phone.open(`/m/nguon/${id}`)
    await phone.press('Ghi nhận xét')
    await phone.saw('Chưa điền “Nhận xét quý 2/2018”.')
    await phone.page.getByLabel('Quý', { exact: true }).selectOption({ label: 'Quý 3/2018' })
    await phone.page.locator('textarea').fill('Gia đình gương mẫu.')
    await phone.press('Ghi nhận xét')
    await phone.saw('Nguồn của chi bộ')
    await phone.saw(/Nhận xét gần nhất: 05\/10\/2018/)
    expect(await desks.house.rows('select quarter from sources_and_targets.remark where prospect_id = $1', [id])).toEqual([{ quarter: '2018-Q3' }])
  })

  test('nothing hangs over the edge, every target is large, and the console is silent', async () => {
    for (const address of ['/m/', '/m/ket-nap', `/m/ket-nap/${ready.id}`, `/m/ket-nap/${begun.id}`, '/m/dang-vien', '/m/cua-toi', '/m/tai-khoan']) {
      await phone.open(address)
      expect(await phone.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), address).toBe(0)
      const low = await phone.page.locator('button:visible, .button:visible, summary:visible, input[type=text]:visible, label:has(input[type=radio]):visible').evaluateAll((all) => all.filter((one) => (one as unknown as { offsetHeight: number }).offsetHeight < 48).map((one) => (one as unknown as { outerHTML: string }).outerHTML))
      expect(low, address).toEqual([])
    }
    // Before signing in nobody is known (401); the secretary of the ground is no member of the register (404).
    expect(phone.faults.filter((fault) => !/401|404/.test(fault))).toEqual([])
  })

  test('and from the own record one signs out', async () => {
    await phone.open('/m/cua-toi')
    await phone.follow('Tài khoản, đổi mật khẩu, đăng xuất')
    await phone.press('Đăng xuất')
    await phone.page.getByLabel('Tên đăng nhập').waitFor()
    expect(await phone.title()).toBe('Đăng nhập')
  })
})
