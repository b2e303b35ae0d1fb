import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const newUser = (over: object = {}) => ({
  signInName: 'bithu.dongbo', fullName: 'Nông Văn Páo', password: 'mot-mat-khau-dai', role: 'cellSecretary' as const,
  organisationId: house.ground.places.cellA2, from: '2018-10-05', basis: 'Phân công ngày 05/10/2018', ...over,
})

describe('users and roles', () => {
  test('the administrator adds a user with a role at a cell, and the trail shows it', async () => {
    const { id } = await house.as('administrator').access.addAccount(newUser())
    const account = await house.as('administrator').access.findAccount({ id })
    expect(account.holdings).toMatchObject([{ role: 'cellSecretary', organisationName: 'Chi bộ Thôn Đồng Bó', from: '2018-10-05' }])
    expect(await house.auditOf(id)).toEqual(['access.accountAdded', 'access.roleGranted'])
  })

  test('sessions stand on the day of the program, not of the machine, while the machine measures how long they live', async () => {
    const { id } = house.ground.accounts.officer
    const { sessions: [session] } = await house.as('administrator').access.findAccount({ id })
    const dayOf = (moment: string) => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(dayOf(session!.createdAt)).toBe('2018-10-05')
    const [{ hours }] = await house.rows('select extract(epoch from expires_at - created_at) / 3600 as hours from access.session where account_id = $1', [id]) as [{ hours: number }]
    expect((Date.parse(session!.expiresAt) - Date.parse(session!.createdAt)) / 3_600_000).toBeCloseTo(Number(hours), 3)
    const { rows } = await house.as('administrator').access.listAccounts({ search: 'officer' })
    expect(rows.map(({ lastSeenAt }) => lastSeenAt && dayOf(lastSeenAt))).toContain('2018-10-05')
  })

  test('a sign-in name is given once', async () => {
    await expect(house.as('administrator').access.addAccount(newUser({ signInName: 'officer' }))).rejects.toMatchObject({ code: 'access.signInNameTaken', kind: 'conflict' })
  })

  test('the role of cell secretary is held at a cell', async () => {
    await expect(house.as('administrator').access.addAccount(newUser({ signInName: 'x1', organisationId: house.ground.places.communeA })))
      .rejects.toMatchObject({ code: 'access.cellRoleNeedsCell', facts: { organisation: 'Đảng bộ xã Quang Minh' } })
  })

  test('a role that ends before it begins is refused', async () => {
    await expect(house.as('administrator').access.addAccount(newUser({ signInName: 'x2', until: '2018-10-01' }))).rejects.toMatchObject({ code: 'access.roleEndsBeforeItBegins' })
  })

  test('the last administrator keeps the role', async () => {
    const { id, holdingId } = house.ground.accounts.administrator
    await expect(house.as('administrator').access.endRole({ id, holdingId: holdingId!, on: '2018-10-06' })).rejects.toMatchObject({ code: 'access.lastAdministrator' })
  })

  test('an officer of the grassroots reads the users of the own part only, and manages none', async () => {
    const { rows } = await house.as('grassrootsA').access.listAccounts({})
    expect(rows.map((r) => r.signInName)).toEqual(expect.arrayContaining(['grassrootsa', 'secretarya1']))
    expect(rows.map((r) => r.signInName)).not.toContain('secretaryb1')
    await expect(house.as('grassrootsA').access.addAccount(newUser({ signInName: 'x3' }))).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('grassrootsA').access.findAccount({ id: house.ground.accounts.secretaryB1.id })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('a role taken back on its first day leaves no row, and the page of the user still opens', async () => {
    const { id } = house.ground.accounts.inspector
    const { holdingId } = await house.as('administrator').access.grantRole({ id, role: 'leader', organisationId: house.ground.places.district, from: '2018-10-05', basis: 'Giao nhầm' })
    await house.as('administrator').access.endRole({ id, holdingId, on: '2018-10-05' })
    expect((await house.as('administrator').access.findAccount({ id })).holdings.map((h) => h.role)).toEqual(['inspector'])
  })

  test('places for a role are those of the own part, found without marks, also by what stands above', async () => {
    const named = async (who: 'administrator' | 'grassrootsA', search?: string) => (await house.as(who).access.listPlaces({ search })).rows.map((row) => row.name)
    expect(await named('administrator', 'khun luong')).toEqual(['Chi bộ Thôn Khun Luông'])
    expect(await named('administrator', 'thon lien hiep')).toEqual(['Chi bộ Thôn Đồng Chang', 'Chi bộ Thôn Nà Lý'])
    expect((await named('administrator'))[0]).toBe('Đảng bộ huyện Bắc Quang')
    expect(await named('grassrootsA')).toHaveLength(4)
    expect(await named('grassrootsA', 'dong chang')).toEqual([])
    await expect(house.as('officer').access.listPlaces({})).rejects.toMatchObject({ kind: 'notAllowed' })
  })

  test('an ended session can no longer act', async () => {
    const { id } = house.ground.accounts.secretaryA2
    await house.as('administrator').access.endSession({ id })
    await expect(house.as('secretaryA2').access.setLargeType({ largeType: true })).rejects.toMatchObject({ code: 'platform.notSignedIn' })
  })

  test('without a role nothing can be read', async () => {
    await expect(house.as('withoutRole').access.listAccounts({})).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})
