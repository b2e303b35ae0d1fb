import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPage } from '../harness/browser.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { votedFile, type FileUnderTest } from '../harness/cases.ts'
import type { AccountName } from '../harness/ground.ts'

/** Scenario 14: everyone sees the own part, the same by address bar and by interface. */
let desks: Desks
let file: FileUnderTest
const open: Partial<Record<AccountName, Desk>> = {}
const deskOf = async (name: AccountName) => (open[name] ??= await desks.sit(name))
beforeAll(async () => {
  desks = await openDesks()
  file = await votedFile(desks.house, { cell: 'cellB1', fullName: 'Lục Thị Thành' })
})
afterAll(() => desks?.close())

const NOT_FOUND = /^Không tìm thấy/

describe('the secretary of a cell', () => {
  test('does not find a member, a file or a cell of another commune by typing its address', async () => {
    const desk = await deskOf('secretaryA1')
    const { members, places } = desks.house.ground
    for (const address of [`/dang-vien/${members.cellB1[2]}`, `/ket-nap/${file.id}`, `/ket-nap/${file.id}/bieu-quyet`, `/to-chuc/${places.cellB1}`, `/m/ket-nap/${file.id}`, `/m/dang-vien/${members.cellB1[2]}`]) {
      await desk.open(address)
      expect(await desk.words(), address).toMatch(/Không tìm thấy/)
      expect(await desk.words(), address).not.toContain('Lục Thị Thành')
    }
  })

  test('does not find the pages of other roles', async () => {
    const desk = await deskOf('secretaryA1')
    for (const address of ['/tong-quan', '/nguoi-dung', '/nhap', '/nhap/moi', '/nhat-ky']) {
      await desk.open(address)
      expect(await desk.title(), address).toMatch(NOT_FOUND)
    }
  })

  test('lists the nine members of the own cell and opens one', async () => {
    const desk = await deskOf('secretaryA1')
    await desk.open('/dang-vien')
    expect(await desk.main().locator('tr.row-opens').count()).toBe(9)
    await desk.main().locator('tbody a').first().click()
    await desk.settle()
    expect(await desk.words()).toContain('Thôn Khun Luông')
  })
})

describe('a grassroots committee', () => {
  test('lists its three cells and nothing of the neighbour', async () => {
    const desk = await deskOf('grassrootsA')
    await desk.open('/dang-vien')
    expect(await desk.words()).toMatch(/27 (đảng viên|dòng)/)
    await desk.open(`/ket-nap/${file.id}`)
    expect(await desk.words()).toMatch(/Không tìm thấy/)
  })
})

describe('the inspector', () => {
  test('reads the whole district and is offered no act', async () => {
    const desk = await deskOf('inspector')
    await desk.open('/')
    expect(await desk.title()).not.toMatch(NOT_FOUND)
    await desk.open(`/ket-nap/${file.id}`)
    expect(await desk.title()).toContain('Lục Thị Thành (1994)')
    expect(await desk.main().locator('.button-main').count()).toBe(0)
    for (const address of [`/ket-nap/${file.id}/bieu-quyet`, '/ket-nap/lap-ho-so', '/nhap/moi']) {
      await desk.open(address)
      expect(await desk.title(), address).toMatch(NOT_FOUND)
    }
  })
})

describe('the administrator', () => {
  test('has users and rules, and no member', async () => {
    const desk = await deskOf('administrator')
    await desk.open('/')
    expect(await desk.title()).toBe('Người dùng và vai trò')
    for (const address of ['/dang-vien', '/ket-nap', '/viec-can-lam', `/dang-vien/${desks.house.ground.members.cellA1[0]}`]) {
      await desk.open(address)
      expect(await desk.title(), address).toMatch(NOT_FOUND)
    }
  })
})

describe('a member', () => {
  test('lands on the own record and finds nobody else', async () => {
    const desk = await deskOf('memberA1')
    const { members } = desks.house.ground
    await desk.open('/m/')
    expect(await desk.title()).toBe('Hồ sơ của tôi')
    expect(await desk.words()).toContain('Thôn Khun Luông')
    for (const address of ['/m/dang-vien', `/m/dang-vien/${members.cellA1[0]}`, `/m/ket-nap/${file.id}`, `/dang-vien/${members.cellA1[0]}`]) {
      await desk.open(address)
      expect(await desk.title(), address).toMatch(NOT_FOUND)
    }
  })

  test('who types the office address is led to the own record, not to a page that is not there', async () => {
    const desk = await deskOf('memberA1')
    await desk.open('/')
    expect(await desk.title()).not.toMatch(NOT_FOUND)
  })
})

describe('the first start', () => {
  test('is closed to everybody once there is an administrator', async () => {
    const { page, context } = await newPage(desks.browser)
    await page.goto(`${desks.origin}/lan-dau?ma=mot-ma-nao-do`)
    await page.getByText('Hệ thống đã có người quản trị.').waitFor()
    expect(await page.locator('input').count()).toBe(0)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByLabel('Tên đăng nhập').waitFor()
    await context.close()
  })
})

describe('what is covered', () => {
  test('opens for a reason only, and the reason is written down', async () => {
    const desk = await deskOf('grassrootsA')
    const personId = desks.house.ground.members.cellA1[4]!
    await desks.house.rows(`update members.person set identity_number = '002061000799' where id = $1`, [personId])
    await desk.open(`/dang-vien/${personId}`)
    await desk.saw('Đã che – cần lý do để mở')
    await desk.press('Mở phần được che')
    await desk.saw('Chưa điền “Lý do mở')
    await desk.page.getByLabel('Lý do mở').selectOption('Đối chiếu giấy tờ')
    await desk.press('Mở phần được che')
    await desk.saw(/Đã mở lúc/)
    expect(await desks.house.auditOf(personId)).toContain('members.revealed')
  })

  test('no page has a fault in its console', () => {
    for (const [name, desk] of Object.entries(open)) expect(desk.faults.filter((fault) => !/404|403/.test(fault)), name).toEqual([])
  })
})
