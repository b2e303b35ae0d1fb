import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../../../platform/http/index.ts'
import { as, openHttp } from '../../../../tests/harness/http.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { hashPassword } from '../passwords.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const givePassword = async (name: 'grassrootsA' | 'grassrootsB', password: string) =>
  house.rows('update access.account set password_hash = $2, must_change = true where id = $1 returning id', [house.ground.accounts[name].id, await hashPassword(password)])

describe('changing the own password', () => {
  test('ends the other sessions, keeps this one, and takes away the order to change it', async () => {
    await givePassword('grassrootsA', 'mat-khau-cu-day')
    const { id, secret } = house.ground.accounts.grassrootsA
    await house.rows(`insert into access.session (token_hash, account_id, kind, expires_at) values (decode($2, 'hex'), $1, 'browser', clock_timestamp() + interval '1 day') returning kind`, [id, hashSecret('elsewhere')])
    await house.as('grassrootsA').access.changePassword({ oldPassword: 'mat-khau-cu-day', newPassword: 'mat-khau-moi-day' })
    const open = await house.rows<{ key: string }>(`select encode(token_hash, 'hex') as key from access.session where account_id = $1 and revoked_at is null`, [id])
    expect(open.map((session) => session.key)).toEqual([hashSecret(secret)])
    const [account] = await house.rows('select must_change from access.account where id = $1', [id])
    expect(account).toEqual({ must_change: false })
    expect(await house.auditOf(id)).toEqual(['access.passwordChanged'])
  })

  test('needs the password in use', async () => {
    await givePassword('grassrootsB', 'mat-khau-cu-day')
    const change = () => house.as('grassrootsB').access.changePassword({ oldPassword: 'mat-khau-sai', newPassword: 'mat-khau-moi-day' })
    await expect(change()).rejects.toMatchObject({ code: 'access.passwordWrong', kind: 'invalid' })
  })

  test('a new password has at least ten signs', async () => {
    await expect(house.as('grassrootsB').access.changePassword({ oldPassword: 'mat-khau-cu-day', newPassword: 'ngan' })).rejects.toThrow(/ít nhất 10/)
  })
})

describe('the role one works in', () => {
  const choose = async (name: 'secretaryA1' | 'secretaryB1', holdingId: string) => {
    const app = await openHttp(house)
    const answer = await app.inject(as(house, name, { method: 'PUT', url: '/api/v1/session/role', payload: { holdingId } }))
    await app.close()
    return { status: answer.statusCode, body: answer.json() }
  }

  test('is one of the roles held today, and the next request has its rights', async () => {
    const { id, holdingId } = house.ground.accounts.secretaryA1
    const granted = await house.as('administrator').access.grantRole({ id, role: 'grassrootsOfficer', organisationId: house.ground.places.communeA, from: '2018-10-01', basis: 'Quyết định 12-QĐ/ĐU' })
    await expect(house.as('secretaryA1').access.listAccounts({})).rejects.toMatchObject({ kind: 'notAllowed' })
    const chosen = await choose('secretaryA1', granted.holdingId)
    expect(chosen.body.holding).toMatchObject({ id: granted.holdingId, role: 'grassrootsOfficer', organisationName: 'Đảng bộ xã Quang Minh' })
    expect(chosen.body.holdings).toHaveLength(2)
    expect((await house.as('secretaryA1').access.listAccounts({})).total).toBeGreaterThan(0)
    expect(await house.auditOf(id)).toContain('access.roleChosen')
    await choose('secretaryA1', holdingId!)
  })

  test('is never the role of somebody else, nor one that begins later', async () => {
    const another = house.ground.accounts.administrator.holdingId!
    expect(await choose('secretaryB1', another)).toMatchObject({ status: 404, body: { code: 'access.noSuchHolding' } })
    const { id } = house.ground.accounts.secretaryB1
    const later = await house.as('administrator').access.grantRole({ id, role: 'member', organisationId: house.ground.places.cellB1, from: '2018-11-01', basis: 'Phân công từ 01/11/2018' })
    expect(await choose('secretaryB1', later.holdingId)).toMatchObject({ status: 404 })
  })
})

describe('large type', () => {
  test('is kept with the account', async () => {
    await house.as('officer').access.setLargeType({ largeType: true })
    const [account] = await house.rows('select large_type from access.account where id = $1', [house.ground.accounts.officer.id])
    expect(account).toEqual({ large_type: true })
  })
})
