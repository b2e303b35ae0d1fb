import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { dbOf } from '../../../platform/action/index.ts'
import { verifyChain, type ChainState } from './entries.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (const id of house.ground.members.cellA1.slice(0, 3)) await house.as('grassrootsA').members.recordAway({ id, place: 'Bắc Ninh', since: '2018-05' })
})
afterAll(() => house.close())

/** The chain as it looks after the owner of the database did something to it; then everything is as before. */
async function after(tampering: string, noted?: Parameters<typeof verifyChain>[1]): Promise<ChainState> {
  const client = await house.owner.connect()
  try {
    await client.query('begin')
    await client.query(tampering)
    return await verifyChain(dbOf(client), noted)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const last = async () => Number((await house.rows<{ n: string }>('select max(number) as n from audit.entry'))[0]!.n)
const reseal = 'update audit.entry e set hash = sha256(convert_to(audit.sealed_text(e), \'UTF8\')) where number ='

test('an untouched chain is whole and says how it ends', async () => {
  const state = await after('select 1')
  expect(state).toEqual({ ok: true, rows: await last(), head: expect.stringMatching(new RegExp(`^${await last()}:[0-9a-f]{64}$`)) })
})

test.each([
  ['a changed fact', `update audit.entry set facts = '{"place":"khác"}' where number = 2`, 2],
  ['a changed name', `update audit.entry set actor_name = 'Người khác' where number = 1`, 1],
  ['a changed moment', `update audit.entry set recorded_at = recorded_at - interval '1 second' where number = 2`, 2],
  ['a changed row with its hash made anew', `update audit.entry set actor_name = 'Người khác' where number = 1; ${reseal} 1`, 2],
  ['a row taken out', 'delete from audit.entry where number = 2', 3],
  ['the first row taken out', 'delete from audit.entry where number = 1', 2],
  ['a row taken out and the rest numbered anew', 'delete from audit.entry where number = 1; update audit.entry set number = number - 1', 1],
  ['two rows that change places', 'update audit.entry set number = -2 where number = 2; update audit.entry set number = 2 where number = 3; update audit.entry set number = 3 where number = -2', 2],
  ['everything taken away', 'delete from audit.entry', 1],
])('%s is found', async (_what, tampering, firstBroken) => {
  expect(await after(tampering)).toMatchObject({ ok: false, firstBroken })
})

test('rows taken from the end are found, and rows appended later do not hide it', async () => {
  const end = await last()
  expect(await after(`delete from audit.entry where number = ${end}`)).toMatchObject({ ok: false, rows: end - 1, firstBroken: end })
  const again = JSON.stringify({ actorName: 'x', actorRole: 'x', event: 'x', subjectType: 'x' })
  expect(await after(`delete from audit.entry where number = ${end}; select audit.append('${again}')`)).toMatchObject({ ok: false, rows: end, firstBroken: end + 1 })
})

test('a last row written anew with its hash, a row added past the head, and a head taken away are found', async () => {
  const end = await last()
  expect(await after(`update audit.entry set event = 'x' where number = ${end}; ${reseal} ${end}`)).toMatchObject({ ok: false, firstBroken: end })
  const copy = `insert into audit.entry select number + 1, recorded_at, actor_id, holding_id, actor_name, actor_role, event, subject_type, subject_id, organisation_id, person_id, facts, citations, hash, hash from audit.entry where number = ${end}`
  expect(await after(`${copy}; ${reseal} ${end + 1}`)).toMatchObject({ ok: false, firstBroken: end + 1 })
  expect(await after('delete from audit.head')).toMatchObject({ ok: false })
})

test('a chain made anew as a whole is found by a row noted before', async () => {
  const end = await last()
  const [row] = await house.rows<{ hash: string }>(`select encode(hash, 'hex') as hash from audit.entry where number = ${end}`)
  const noted = { number: end, hash: row!.hash }
  const whole = `update audit.entry set event = 'x' where number = ${end}; ${reseal} ${end}; update audit.head set hash = (select hash from audit.entry where number = ${end})`
  expect(await after(whole)).toMatchObject({ ok: true })
  expect(await after(whole, noted)).toMatchObject({ ok: false, firstBroken: end })
  expect(await after('select 1', noted)).toMatchObject({ ok: true })
})
