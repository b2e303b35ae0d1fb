import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, plainDate, uncertainDate } from '../../../kernel/index.ts'
import { runAction, sql, type Ctx } from '../../../platform/action/index.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { enrolMembers, type ListedMembers, type TakenOverMember } from './enrol-members.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

/** As the committee of commune A, which may move members within its own part. */
const enrolAsCommuneA = (cells: readonly string[], inParts?: (members: readonly TakenOverMember[], ctx: Ctx) => ListedMembers) =>
  runAction(house.ports, { secretHash: hashSecret(house.ground.accounts.grassrootsA.secret) }, async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    const members = cells.map((cellId, i) => ({ cellId, fullName: `Nông Văn Thử ${i}`, admittedOn: uncertainDate('2012-03-01'), confirmedOn: uncertainDate('2013-03-01') }))
    return enrolMembers(ctx, { members: inParts?.(members, ctx) ?? members, sourceId: newId(), basis: 'Danh sách 05/10/2018', asOf: plainDate('2018-10-05') })
  }, undefined)

const written = () => house.rows(`select 1 from members.status s join members.person p on p.id = s.person_id
  where p.full_name like 'Nông Văn Thử%'`).then((rows) => rows.length)

test('a list whose every cell lies in the own part is taken over, in the order of the list', async () => {
  const { cellA1, cellA2 } = house.ground.places
  const ids = await enrolAsCommuneA([cellA2, cellA1])
  const rows = await house.rows('select id, keeper_id from members.person where id = any ($1)', [ids])
  expect(ids.map((id) => rows.find((row) => row.id === id)!.keeper_id)).toEqual([cellA2, cellA1])
  const facts = await house.rows(`select (select count(*) from members.membership where person_id = any ($1) and keeper_id = any ($2))::int as memberships,
    (select count(*) from members.status where person_id = any ($1) and keeper_id = any ($2))::int as statuses,
    (select count(*) from members.standing where person_id = any ($1) and status = 'full')::int as standings`, [ids, [cellA1, cellA2]])
  expect(facts[0]).toEqual({ memberships: 2, statuses: 4, standings: 2 })
})

test('the database takes no list with a cell of another commune, and writes nothing of it', async () => {
  const before = await written()
  await expect(enrolAsCommuneA([house.ground.places.cellA1, house.ground.places.cellB1])).rejects.toMatchObject({ code: '42501' })
  expect(await written()).toBe(before)
})

/** One member at a time, each asked of the database. */
async function* oneByOne(members: readonly TakenOverMember[], ctx: Ctx): AsyncGenerator<readonly TakenOverMember[]> {
  for (const member of members) {
    await ctx.db.run(sql`select 1`)
    yield [member]
  }
}

test('a list that comes a part at a time is taken over like a whole one', async () => {
  const { cellA1, cellA2 } = house.ground.places
  const ids = await enrolAsCommuneA([cellA2, cellA1, cellA2], oneByOne)
  const rows = await house.rows('select id, keeper_id from members.person where id = any ($1)', [ids])
  expect(ids.map((id) => rows.find((row) => row.id === id)!.keeper_id)).toEqual([cellA2, cellA1, cellA2])
})

test('what the database refuses of a part is told as it is, although the next part was asked for meanwhile', async () => {
  const before = await written()
  const { cellA1, cellB1 } = house.ground.places
  await expect(enrolAsCommuneA([cellA1, cellB1, cellA1], oneByOne)).rejects.toMatchObject({ code: '42501' })
  expect(await written()).toBe(before)
})
