import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameSortKey, newId, plainDate, uncertainDate } from '../../../kernel/index.ts'
import { runAction, sql, type Ctx } from '../../../platform/action/index.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { enrolKept, enrolMembers, type TakenOverMember } from './enrol-members.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const asOf = plainDate('2018-10-05')
const nameOf = (i: number) => `Nông Văn Thử ${i}`
const days = { admittedOn: uncertainDate('2012-03-01'), confirmedOn: uncertainDate('2013-03-01') }

/** As the committee of commune A, which may move members within its own part. */
const asCommuneA = <T>(take: (ctx: Ctx) => Promise<T>): Promise<T> =>
  runAction(house.ports, { secretHash: hashSecret(house.ground.accounts.grassrootsA.secret) }, async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    return take(ctx)
  }, undefined)

const enrolAsCommuneA = (cells: readonly string[], more: Partial<TakenOverMember> = {}) => asCommuneA((ctx) =>
  enrolMembers(ctx, { members: cells.map((cellId, i) => ({ cellId, fullName: nameOf(i), ...days, ...more })), sourceId: newId(), basis: 'Danh sách 05/10/2018', asOf }))

/** The same of a list that the database has: each cell a part of its own. Answers the people. */
const enrolKeptAsCommuneA = (cells: readonly string[]) => asCommuneA(async (ctx) => {
  const people = cells.map((cellId, i) => ({ id: newId(), cellId, fullName: nameOf(i), sortKey: nameSortKey(nameOf(i)), ...days }))
  const parts = people.map((person) => sql`select ${person.id}::uuid, ${person.cellId}::uuid, ${JSON.stringify(person)}::jsonb`)
  expect(await enrolKept(ctx, { parts, sourceId: newId(), basis: 'Danh sách 05/10/2018', asOf })).toBe(cells.length)
  return people.map(({ id }) => id)
})

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

test('a list that the database has, part by part, is taken over like one that is handed in', async () => {
  const { cellA1, cellA2 } = house.ground.places
  const facts = (ids: readonly string[]) => Promise.all(ids.map((id) => house.rows(`
    select p.full_name, p.sort_key, p.keeper_id, m.admitted_on, m.confirmed_on, m.ordinal, pl.cell_id, pl.valid_during::text as placed,
      (select array_agg(s.status || s.valid_during::text order by s.valid_during) from members.status s where s.person_id = p.id) as statuses,
      (select array_agg(s.status || s.valid_during::text order by s.valid_during) from members.standing s where s.person_id = p.id) as standings
    from members.person p join members.membership m on m.person_id = p.id join members.placement pl on pl.person_id = p.id where p.id = $1`, [id])))
  const kept = await facts(await enrolKeptAsCommuneA([cellA2, cellA1, cellA2]))
  expect(kept).toEqual(await facts(await enrolAsCommuneA([cellA2, cellA1, cellA2])))
  expect(kept.flat().map((row) => row.keeper_id)).toEqual([cellA2, cellA1, cellA2])
})

test('what the database refuses of a part undoes the parts before it', async () => {
  const before = await written()
  const { cellA1, cellB1 } = house.ground.places
  await expect(enrolKeptAsCommuneA([cellA1, cellB1, cellA1])).rejects.toMatchObject({ code: '42501' })
  expect(await written()).toBe(before)
})

test.each<[string, Partial<TakenOverMember>, string[]]>([
  ['admitted and confirmed', {}, ['probationary [2012-03-01,2013-03-01)', 'full [2013-03-01,)']],
  ['without a day of confirmation', { confirmedOn: null }, ['probationary [2012-03-01,)']],
  ['of whom only years are known', { admittedOn: uncertainDate('2012'), confirmedOn: uncertainDate('2013-05') }, ['probationary [2012-01-01,2013-05-01)', 'full [2013-05-01,)']],
  ['confirmed in the year of the admission', { admittedOn: uncertainDate('2012'), confirmedOn: uncertainDate('2012') }, ['full [2012-01-01,)']],
  ['with a ceremony after the day of admission', { ceremonyOn: plainDate('2012-04-01') }, ['probationary [2012-04-01,2013-03-01)', 'full [2013-03-01,)']],
  ['with a decision alone', { admittedOn: null, confirmedOn: null, decidedOn: plainDate('2012-02-01') }, ['probationary [2012-02-01,)']],
  ['without any day', { admittedOn: null, confirmedOn: null }, ['probationary [2018-10-05,)']],
  ['confirmed, with no day of admission', { admittedOn: null }, ['full [2018-10-05,)']],
  ['exempt', { exemptFrom: plainDate('2017-07-01') }, ['probationary [2012-03-01,2013-03-01)', 'full [2013-03-01,2017-07-01)', 'exempt [2017-07-01,)']],
  ['exempt since before the confirmation', { exemptFrom: plainDate('2010-01-01') }, ['probationary [2012-03-01,2013-03-01)', 'exempt [2013-03-01,)']],
  ['called exempt while probationary', { confirmedOn: null, exemptFrom: plainDate('2017-07-01') }, ['probationary [2012-03-01,)']],
])('the statuses of somebody %s', async (_who, member, statuses) => {
  const [id] = await enrolAsCommuneA([house.ground.places.cellA1], member)
  const rows = await house.rows(`select status || ' ' || valid_during::text as spell from members.status where person_id = $1 order by valid_during`, [id])
  expect(rows.map(({ spell }) => spell)).toEqual(statuses)
})

test('the day in the cell may be another than that of the admission', async () => {
  const ids = [...await enrolAsCommuneA([house.ground.places.cellA1], { placedFrom: plainDate('2016-01-01') }), ...await enrolAsCommuneA([house.ground.places.cellA1])]
  const rows = await Promise.all(ids.map((id) => house.rows('select valid_during::text as days from members.placement where person_id = $1', [id])))
  expect(rows.flat()).toEqual([{ days: '[2016-01-01,)' }, { days: '[2012-03-01,)' }])
})

test('days that contradict each other are refused, and nothing is written', async () => {
  const before = await written()
  const { cellA1 } = house.ground.places
  await expect(enrolAsCommuneA([cellA1, cellA1], { confirmedOn: uncertainDate('2011-12') })).rejects.toMatchObject({ code: 'members.confirmedBeforeAdmitted', facts: { confirmedOn: '2011-12', admittedOn: '2012-03-01' } })
  await expect(enrolAsCommuneA([cellA1], { bornOn: uncertainDate('2012-03-01') })).rejects.toMatchObject({ code: 'members.bornAfterAdmission', facts: { bornOn: '2012-03-01', admittedOn: '2012-03-01' } })
  expect(await written()).toBe(before)
})
