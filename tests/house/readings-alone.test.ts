import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashSecret } from '../../src/platform/http/index.ts'
import { Refusal } from '../../src/kernel/index.ts'
import { runReading, sql } from '../../src/platform/action/index.ts'
import { openHouse } from '../harness/house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const codeOf = (work: Promise<unknown>) => work.then(() => 'answered', (error: Refusal) => error.code)
const list = (name: 'grassrootsA' | 'secretaryA1') => house.as(name).members.listMembers({})
const hashOf = (name: 'grassrootsA' | 'secretaryA1') => hashSecret(house.ground.accounts[name].secret)
const owner = (text: string, values: unknown[]) => house.owner.query(text, values)

describe('A reading of a session that asked before', () => {
  it('answers the same as the first time', async () => {
    const first = await list('grassrootsA')
    expect(first.rows.length).toBeGreaterThan(0)
    expect(await list('grassrootsA')).toEqual(first)
    expect(await list('grassrootsA')).toEqual(first)
  })

  it('is refused at the very next request when the session was revoked, and goes on when it holds again', async () => {
    await list('grassrootsA')
    await owner(`update access.session set revoked_at = clock_timestamp() where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
    expect(await codeOf(list('grassrootsA'))).toBe('platform.notSignedIn')
    expect(await codeOf(list('grassrootsA'))).toBe('platform.notSignedIn')
    await owner(`update access.session set revoked_at = null where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
    expect(await codeOf(list('grassrootsA'))).toBe('answered')
  })

  it('is refused at the very next request when the account was disabled or the session ran out', async () => {
    await list('grassrootsA')
    await owner(`update access.account set disabled_on = '2018-01-01' where id = (select account_id from access.session where token_hash = decode($1, 'hex'))`, [hashOf('grassrootsA')])
    expect(await codeOf(list('grassrootsA'))).toBe('platform.notSignedIn')
    await owner(`update access.account set disabled_on = null where id = (select account_id from access.session where token_hash = decode($1, 'hex'))`, [hashOf('grassrootsA')])
    await list('grassrootsA')
    await owner(`update access.session set expires_at = clock_timestamp() - interval '1 second' where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
    expect(await codeOf(list('grassrootsA'))).toBe('platform.notSignedIn')
    await owner(`update access.session set expires_at = clock_timestamp() + interval '1 day' where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
  })

  it('shows the part of the role that is held now', async () => {
    const before = await list('grassrootsA')
    const { rows: [was] } = await house.owner.query(`select holding_id as id from access.session where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
    const { rows: [cells] } = await house.owner.query(`select holding_id as id from access.session where token_hash = decode($1, 'hex')`, [hashOf('secretaryA1')])
    await owner(`update access.session set holding_id = $2 where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA'), cells.id])
    const asSecretary = await list('grassrootsA')
    expect(asSecretary).toEqual(await list('secretaryA1'))
    expect(asSecretary.total).toBeLessThan(before.total)
    await owner(`update access.session set holding_id = $2 where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA'), was.id])
    expect(await list('grassrootsA')).toEqual(before)
  })

  it('is given nothing in the name of another: who ended is found out before any row is handed on', async () => {
    await list('grassrootsA')
    await owner(`update access.session set revoked_at = clock_timestamp() where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
    let handed = 0
    const reading = runReading(house.ports, { secretHash: hashOf('grassrootsA') }, async (ctx) => {
      await ctx.authorise('members.list', 'own part')
      const rows = await ctx.db.rows(sql`select 1`)
      handed += rows.length
      return rows
    }, {})
    expect(await codeOf(reading)).toBe('platform.notSignedIn')
    expect(handed).toBe(0)
    await owner(`update access.session set revoked_at = null where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
  })

  it('must authorise, and is confirmed even when it asks nothing', async () => {
    await list('grassrootsA')
    await expect(runReading(house.ports, { secretHash: hashOf('grassrootsA') }, async function forgetful() { return 1 }, {})).rejects.toThrow('forgetful never called authorise')
    await owner(`update access.session set revoked_at = clock_timestamp() where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
    expect(await codeOf(runReading(house.ports, { secretHash: hashOf('grassrootsA') }, async (ctx) => { await ctx.authorise('members.list', 'own part'); return 1 }, {}))).toBe('platform.notSignedIn')
    await owner(`update access.session set revoked_at = null where token_hash = decode($1, 'hex')`, [hashOf('grassrootsA')])
  })

  it('keeps its settings for itself: the connection shows nothing to whoever gets it next', async () => {
    await list('grassrootsA')
    for (let i = 0; i < 12; i++) {
      const { rows } = await house.program.query(`select count(*)::int as seen, nullif(current_setting('dangvu.account', true), '') as account from members.person`)
      expect(rows[0]).toEqual({ seen: 0, account: null })
    }
  })

  it('that fails leaves the next ones unharmed', async () => {
    const wrong = (text: string) => runReading(house.ports, { secretHash: hashOf('grassrootsA') }, async (ctx) => { await ctx.authorise('members.list', 'own part'); return ctx.db.prepared('wrong', sql`select ${text}::int as n`) }, {})
    for (let i = 0; i < 3; i++) await expect(wrong('no number')).rejects.toThrow('invalid input syntax')
    expect(await wrong('5')).toEqual([{ n: 5 }])
    expect(await codeOf(list('grassrootsA'))).toBe('answered')
  })

  it('writes the trail in a transaction that ends with it', async () => {
    const write = (fails: boolean) => runReading(house.ports, { secretHash: hashOf('grassrootsA') }, async (ctx) => {
      await ctx.authorise('members.list', 'own part')
      await ctx.audit({ event: 'members.read', subject: { type: 'person', id: 'x' } })
      if (fails) throw new Refusal('conflict', 'platform.failed', {})
    }, {})
    const count = async () => (await house.rows<{ n: number }>(`select count(*)::int as n from audit.entry where event = 'members.read'`))[0]!.n
    await list('grassrootsA')
    const before = await count()
    await expect(write(true)).rejects.toThrow()
    expect(await count()).toBe(before)
    await write(false)
    expect(await count()).toBe(before + 1)
  })
})
