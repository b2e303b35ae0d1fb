import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction, type Who } from '../../../platform/action/index.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import { openHttp } from '../../../../tests/harness/http.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { makeToken } from './make-token.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const make = (input: { signInName: string; days: number; role?: string }, who: Who = 'keeper') => runAction(house.ports, who, makeToken, input)

describe('a token for another program', () => {
  test('has the rights of the role of its user, and only its hash is kept', async () => {
    const { secret, expiresAt } = await make({ signInName: 'grassrootsa', days: 30 })
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 29 * 86_400_000)
    const app = await openHttp(house)
    const read = (token: string) => app.inject({ method: 'GET', url: '/api/v1/accounts', headers: { authorization: `Bearer ${token}` } })
    expect((await read(secret)).json().rows.map((row: { signInName: string }) => row.signInName)).toContain('secretarya1')
    expect((await read(`${secret.slice(0, -1)}x`)).statusCode).toBe(401)
    await app.close()
    const [kept] = await house.rows(`select encode(token_hash, 'hex') as hash, kind from access.session where account_id = $1 order by created_at desc limit 1`, [house.ground.accounts.grassrootsA.id])
    expect(kept).toEqual({ hash: hashSecret(secret), kind: 'token' })
    expect(await house.auditOf(house.ground.accounts.grassrootsA.id)).toEqual(['access.tokenMade'])
  })

  test('is refused for an unknown user, and for a role the user does not hold', async () => {
    await expect(make({ signInName: 'khong.co', days: 1 })).rejects.toMatchObject({ code: 'access.accountNotFound' })
    await expect(make({ signInName: 'grassrootsa', days: 1, role: 'administrator' })).rejects.toMatchObject({ code: 'access.noSuchHolding' })
  })

  test('is made by the keeper or an administrator only', async () => {
    const officer: Who = { secretHash: hashSecret(house.ground.accounts.officer.secret) }
    await expect(make({ signInName: 'grassrootsa', days: 1 }, officer)).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})
