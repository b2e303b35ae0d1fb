import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import { addProbationer, decidedFile, probationFile, votedFile } from '../harness/cases.ts'

/** Scenario 10: the figures before a meeting, the names behind each of them, and the cells that no average may hide. */
let desks: Desks
let leader: Desk
beforeAll(async () => {
  desks = await openDesks({ today: '2018-11-30' })
  const { house } = desks
  await house.as('officer').sourcesAndTargets.assignTargets({
    organisationId: house.ground.places.district, period: { kind: 'term' }, basis: 'Nghị quyết Đại hội Đảng bộ huyện',
    rows: [{ organisationId: house.ground.places.district, value: 12 }, { organisationId: house.ground.places.communeA, value: 8 }, { organisationId: house.ground.places.communeB, value: 4 }],
  })
  await votedFile(house, { cell: 'cellA1', fullName: 'Hoàng Thị Nhung' })
  await probationFile(house, { cell: 'cellA2', ceremonyOn: '2017-06-01' })
  await addProbationer(house, { cell: 'cellB1', ceremonyOn: '2018-03-12', fullName: 'Bàn Thị Mùi' })
  await decidedFile(house, { cell: 'cellB1', fullName: 'Lục Thị Thành' })
  leader = await desks.sit('leader')
})
afterAll(() => desks?.close())

describe('the overview of the term', () => {
  test('says how far, how fast, and by year, and every number opens the names', async () => {
    await leader.open('/')
    expect(await leader.title()).toContain('Tổng quan nhiệm kỳ')
    const words = await leader.words()
    expect(words).toMatch(/2 \/ 12 đảng viên mới 16,7%/)
    expect(words).toMatch(/2017 1 2018 \(đến nay\) 1/)
    await leader.press('1 2017')
    const drawer = leader.page.getByRole('dialog')
    await drawer.getByText('Phùng Văn Sinh (1986)').waitFor()
    expect(await drawer.innerText()).toContain('Quyết định từ 01/01/2017 đến 31/12/2017')
    await leader.page.keyboard.press('Escape')
  })

  test('the names behind a figure are as many as the figure says', async () => {
    for (const [word, count] of [['dự bị', 2], ['nữ', 18]] as const) {
      await leader.press(new RegExp(`^${count} ${word}`))
      const drawer = leader.page.getByRole('dialog')
      await drawer.getByRole('listitem').first().waitFor()
      expect(await drawer.getByRole('listitem').count()).toBe(count)
      await leader.page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'detached' })
    }
  })

  test('what is late at one level opens the list of that level', async () => {
    await leader.follow(/^3 chi bộ/)
    expect(await leader.words()).toMatch(/Quá hạn: 3/)
    expect(await leader.main().locator('tr.row-opens').count()).toBe(3)
  })

  test('cells that follow nobody, or have not admitted for two terms, are a list of their own', async () => {
    for (const [label, count] of [['không theo dõi', 6], ['hai nhiệm kỳ', 4]] as const) {
      await leader.open('/tong-quan')
      await leader.follow(new RegExp(`^${count} .*${label}`))
      expect(await leader.main().locator('tr.row-opens').count()).toBe(count)
    }
    expect(leader.faults).toEqual([])
  })
})
