import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { hashSecret } from '../http/index.ts'
import { begun, runAction, sql } from './index.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const inWhichTransaction = sql`select pg_current_xact_id()::text as id`

test('what an action asked and did not wait for is answered within its transaction, also when it fails', async () => {
  let late: Promise<{ id: string }[]> | undefined
  let first = ''
  const failing = runAction(house.ports, { secretHash: hashSecret(house.ground.accounts.officer.secret) }, async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    first = (await ctx.db.one<{ id: string }>(inWhichTransaction)).id
    void begun(ctx.db.run(sql`select pg_sleep(0.05)`))
    late = begun(ctx.db.rows<{ id: string }>(inWhichTransaction))
    throw new Error('Nothing of it')
  }, undefined)
  await expect(failing).rejects.toThrow('Nothing of it')
  expect(await late).toEqual([{ id: first }])
})

test('questions put at once are answered one after the other, and a failing one spoils only the transaction', async () => {
  const warned: string[] = []
  const hear = (warning: Error) => warned.push(warning.message)
  process.on('warning', hear)
  const answers = await runAction(house.ports, { secretHash: hashSecret(house.ground.accounts.officer.secret) }, async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    await ctx.audit({ event: 'members.takenOver', subject: { type: 'import', id: '00000000-0000-7000-8000-000000000001' }, facts: { members: 0, basis: 'x' } })
    return Promise.all([1, 2, 3].map((n) => ctx.db.one<{ n: number }>(sql`select ${n}::int as n`)))
  }, undefined)
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('warning', hear)
  expect([answers.map(({ n }) => n), warned]).toEqual([[1, 2, 3], []])
})
