import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { openFile, probationFile, readyFile, type FileUnderTest } from '../harness/cases.ts'
import { openDesks, PASSWORD, type Desk, type Desks } from '../harness/desk.ts'

/** The phone of a cell secretary where there is no network: seen before, written there, sent when the network is back. */
let desks: Desks
let phone: Desk
let ready: FileUnderTest
let stale: FileUnderTest
let begun: FileUnderTest
let probation: FileUnderTest

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const offline = (is: boolean) => phone.page.context().setOffline(is)
const votesOf = (file: FileUnderTest) => desks.house.rows('select in_favour from admission.vote where case_id = $1', [file.id])

/** Goes on by a press, which also takes away the message that stands over the bottom. */
async function go(address: string) {
  await phone.page.locator('h1').first().click()
  await phone.go(address)
}

async function vote(file: FileUnderTest, inFavour: string) {
  await go(`/m/ket-nap/${file.id}`)
  await phone.follow('Ghi biểu quyết của chi bộ')
  await phone.fill({ 'Ngày họp': '03/08/2018' })
  await phone.settle()
  for (const [name, value] of [['present', '9'], ['inFavour', inFavour], ['against', String(9 - Number(inFavour))]] as const) await phone.page.locator(`input[name=${name}]`).fill(value)
  await phone.press('Kiểm tra lại')
  await phone.saw('Kiểm tra trước khi ghi')
  await phone.press('Ghi kết quả biểu quyết')
}

beforeAll(async () => {
  desks = await openDesks()
  ready = await readyFile(desks.house, { cell: 'cellA1', fullName: 'Hoàng Thị Nhung' })
  stale = await readyFile(desks.house, { cell: 'cellA1', fullName: 'Lục Thị Thành' })
  begun = await openFile(desks.house, { cell: 'cellA1', fullName: 'Đặng Thị Xuân' })
  probation = await probationFile(desks.house, { cell: 'cellA1', ceremonyOn: '2018-01-15' })
  phone = await desks.signIn('secretaryA1')
  await phone.page.evaluate('navigator.serviceWorker.ready.then(() => true)')

  for (const address of ['/m/ket-nap', `/m/ket-nap/${ready.id}`, `/m/ket-nap/${stale.id}`, `/m/ket-nap/${begun.id}`, `/m/ket-nap/${probation.id}`, '/m/nguon', '/m/dang-vien', `/m/dang-vien/${desks.house.ground.members.cellA1[4]}`, '/m/']) await phone.open(address)
})
afterAll(() => desks?.close())

describe('without network', () => {
  test('the phone opens, shows what was last seen, and says from when it is', async () => {
    await offline(true)
    await phone.open('/m/')
    expect(await phone.title()).toBe('Việc của chi bộ')
    expect(await phone.words()).toMatch(/Mất mạng – không có việc chờ gửi Số liệu lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}/)
    for (const [address, seen] of [['/m/ket-nap', 'Hoàng Thị Nhung (1994)'], ['/m/dang-vien', 'Đảng viên'], [`/m/ket-nap/${begun.id}`, 'Đơn xin vào Đảng']] as const) {
      await phone.open(address)
      expect(await phone.words(), address).toContain(seen)
    }
    expect(await axeFindings(phone.page)).toEqual([])
  })

  test('a vote is kept and seen waiting; nothing has reached the server', async () => {
    await vote(ready, '8')
    await phone.saw('Đã giữ trên máy, chờ gửi')
    await phone.saw('Mất mạng – 1 việc đang chờ gửi')
    await phone.saw('Việc đã ghi trên máy này')
    expect(await votesOf(ready)).toHaveLength(0)
  })

  test('a remark, two scans and who went away wait too, each with what was typed', async () => {
    await go(`/m/ket-nap/${probation.id}/nhan-xet`)
    await phone.fill({ 'Nhận xét của đảng viên giúp đỡ': 'Chấp hành tốt.' })
    await phone.press('Ghi nhận xét')
    await phone.saw('Đã giữ trên máy, chờ gửi')
    await go(`/m/ket-nap/${begun.id}`)
    for (const [paper, waiting] of [[0, 3], [1, 4]] as const) {
      await phone.page.locator('input[type=file]').nth(paper).setInputFiles({ name: 'trang-1.png', mimeType: 'image/png', buffer: PICTURE })
      await phone.fill({ 'Ngày ký trên giấy': '01/06/2018' })
      await phone.press('Ghi giấy này')
      await phone.saw(`Mất mạng – ${waiting} việc đang chờ gửi`)
    }
    await go(`/m/dang-vien/${desks.house.ground.members.cellA1[4]}/di-xa`)
    await phone.fill({ 'Ở đâu (tỉnh, huyện)': 'Bắc Ninh' })
    await phone.page.getByLabel('Từ ngày', { exact: true }).first().fill('01/09/2018')
    await phone.press('Ghi đi làm xa')
    await phone.saw('Mất mạng – 5 việc đang chờ gửi')
    await go('/m/cho-gui')
    const words = await phone.words()
    expect(words).toMatch(/Chờ gửi Ghi đi làm xa – .*Bắc Ninh.*Chờ gửi Ghi giấy này – Đặng Thị Xuân \(1994\).*Số trang chụp 1.*Chấp hành tốt\..*Chờ gửi Ghi biểu quyết của chi bộ – Hoàng Thị Nhung \(1994\).*Tán thành 8/)
    expect(await axeFindings(phone.page)).toEqual([])
  })

  test('they are still there when the phone is opened again', async () => {
    await phone.open('/m/cho-gui')
    await phone.saw('Mất mạng – 5 việc đang chờ gửi')
  })

  test('signing out now says what would be lost', async () => {
    await go('/m/tai-khoan')
    await phone.press('Đăng xuất')
    await phone.saw(/Còn 5 việc chưa gửi\./)
    await phone.press('Ở lại để gửi')
  })
})

describe('when the network is back', () => {
  test('everything is sent, the vote exactly once, two papers of one file one after the other, and the list says so', async () => {
    await vote(stale, '7')
    await stale.as('secretaryA1', 'recordCellVote', { heldOn: '2018-08-02', present: 9, inFavour: 9, against: 0, invalid: 0 })
    await offline(false)
    await go('/m/')
    await go('/m/cho-gui')
    await phone.saw('1 việc chưa gửi được – xem lý do')
    expect(await votesOf(ready)).toEqual([{ in_favour: 8 }])
    await phone.page.evaluate(`window.dispatchEvent(new Event('online'))`)
    await phone.settle()
    expect(await votesOf(ready)).toHaveLength(1)
    expect(await desks.house.rows('select text from admission.mentor_remark where case_id = $1', [probation.id])).toEqual([{ text: 'Chấp hành tốt.' }])
    expect(await desks.house.rows('select media_type from admission.scan s join admission.document d on d.id = s.document_id where d.case_id = $1', [begun.id])).toEqual([{ media_type: 'image/png' }, { media_type: 'image/png' }])
    expect((await phone.words()).match(/Đã gửi lúc/g)).toHaveLength(5)
  })

  test('what somebody else did first is shown beside what was typed, and nothing is lost', async () => {
    const words = await phone.words()
    expect(words).toMatch(/Bị từ chối Ghi biểu quyết của chi bộ – Lục Thị Thành/)
    expect(words).toMatch(/Bản của mình \(chưa ghi\).*Tán thành 7.*Đã ghi trên máy chủ.*Hồ sơ hiện ở bước/)
    expect(await votesOf(stale)).toEqual([{ in_favour: 9 }])
    expect(await axeFindings(phone.page)).toEqual([])
  })

  test('on the new version it is judged anew, with the words of the refusal', async () => {
    await phone.press('Gửi lại trên bản mới')
    await phone.settle()
    await phone.saw('1 việc chưa gửi được – xem lý do')
    expect(await votesOf(stale)).toEqual([{ in_favour: 9 }])
  })

  test('another person on the same phone sees and sends nothing of it', async () => {
    await desks.house.owner.query(`update access.session set expires_at = clock_timestamp() where account_id = $1 and kind = 'browser'`, [desks.house.ground.accounts.secretaryA1.id])
    await phone.page.context().clearCookies()
    await desks.house.owner.query('update access.account set password_hash = (select password_hash from access.account where id = $1) where id = $2', [desks.house.ground.accounts.secretaryA1.id, desks.house.ground.accounts.secretaryB1.id])
    await phone.page.goto(`${desks.origin}/m/`)
    await phone.fill({ 'Tên đăng nhập': 'secretaryB1' })
    await phone.page.locator('input[type=password]').fill(PASSWORD)
    await phone.press('Đăng nhập')
    await phone.saw('Máy này còn 1 việc chưa gửi của người dùng trước.')
    expect(await phone.words()).not.toMatch(/Lục Thị Thành/)
    await phone.press('Xóa 1 việc của người trước')
    await phone.saw('Việc của chi bộ')
    await go('/m/cho-gui')
    await phone.saw('Máy này không có việc nào chờ gửi.')
    await offline(true)
    await phone.open('/m/ket-nap')
    expect(await phone.page.locator('body').innerText()).not.toMatch(/Hoàng Thị Nhung|Lục Thị Thành/)
    await offline(false)
  })

  test('after signing out the phone keeps nothing', async () => {
    await phone.open('/m/tai-khoan')
    await phone.press('Đăng xuất')
    await phone.page.getByLabel('Tên đăng nhập').waitFor()
    await offline(true)
    await phone.page.goto(`${desks.origin}/m/`)
    await phone.saw('Máy chủ chưa trả lời.')
    await offline(false)
  })
})

test('the phone said nothing wrong to the console but that there was no network', () => {
  expect(phone.faults.filter((fault) => !/401|404|409|422|ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(fault))).toEqual([])
})
