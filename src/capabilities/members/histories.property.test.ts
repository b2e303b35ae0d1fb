import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, newId, plainDate, Refusal, type PlainDate } from '../../kernel/index.ts'
import { runAction, type Ctx } from '../../platform/action/index.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { addPerson } from './actions/add-person.ts'
import { admitMember } from './actions/admit-member.ts'
import { confirmMember } from './actions/confirm-member.ts'
import { moveMember } from './actions/move-member.ts'
import { endMembership } from './actions/end-membership.ts'
import { countMembers, countMembersByCell } from './queries/rolls.ts'

// Histories of a few people within 600 days, in any order and with any mistake: what is refused leaves no trace, what is accepted
// must leave exactly one cell on every day of membership.

const BEGIN = plainDate('2016-01-01')
const DAYS = 600
const PEOPLE = 3

let house: House
beforeAll(async () => { house = await openHouse({ today: addDays(BEGIN, DAYS) }) })
afterAll(() => house.close())

type Deed = { kind: 'admit' | 'confirm' | 'move' | 'depart'; person: number; cell: 0 | 1 | 2; day: number }
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('admit' as const, 'admit' as const, 'move' as const, 'move' as const, 'confirm' as const, 'depart' as const),
  person: fc.integer({ min: 0, max: PEOPLE - 1 }), cell: fc.constantFrom(0 as const, 1 as const, 2 as const), day: fc.integer({ min: 0, max: DAYS }),
})

const inside = <T>(work: (ctx: Ctx) => Promise<T>) =>
  runAction(house.ports, 'keeper', async (ctx) => {
    await ctx.authorise('members.move', 'own part')
    await ctx.audit({ event: 'test.worked', subject: { type: 'test', id: 'x' } })
    return work(ctx)
  }, undefined)

async function attempt({ kind, person, cell, day }: Deed, people: readonly string[], cells: readonly string[]): Promise<boolean> {
  const [personId, cellId, on] = [people[person]!, cells[cell]!, addDays(BEGIN, day)]
  const deeds = {
    admit: (ctx: Ctx) => admitMember(ctx, { personId, cellId, decidedOn: addDays(on, -3), decisionNumber: '1-QĐ/HU', decidedBy: null, ceremonyOn: on, sourceId: newId() }),
    confirm: (ctx: Ctx) => confirmMember(ctx, { personId, confirmedOn: on, decisionNumber: '2-QĐ/HU', signedOn: on, sourceId: newId() }),
    move: (ctx: Ctx) => moveMember(ctx, { id: personId, cellId, on, basis: '3-QĐ/ĐU' }),
    depart: (ctx: Ctx) => endMembership(ctx, { personId, kind: 'resignation', on, basis: null }),
  }
  try {
    await inside<unknown>(deeds[kind])
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Days on which somebody is a member, and how many cells and statuses they have on them. */
const wrongDays = (people: readonly string[]) => house.rows<{ person: string; day: PlainDate; cells: number; statuses: number; standings: number; member: boolean }>(`
  select p.id as person, d::date as day, c.cells, s.statuses, t.standings, m.member
  from unnest($1::uuid[]) p(id)
  cross join generate_series($2::date, $3::date, interval '1 day') d
  cross join lateral (select count(*)::int as cells from members.placement x where x.person_id = p.id and x.superseded_at is null and x.valid_during @> d::date) c
  cross join lateral (select count(*)::int as statuses from members.status x where x.person_id = p.id and x.superseded_at is null and x.valid_during @> d::date) s
  cross join lateral (select count(*)::int as standings from members.standing x where x.person_id = p.id and x.valid_during @> d::date) t
  cross join lateral (select count(*) > 0 as member from members.membership x where x.person_id = p.id and x.superseded_at is null
    and x.ceremony_on <= d::date and (x.ended_on is null or x.ended_on > d::date)) m
  where not (c.cells = m.member::int and s.statuses = m.member::int and t.standings = m.member::int)`, [people, addDays(BEGIN, -5), addDays(BEGIN, DAYS + 5)])

test('any history of admissions, moves and departures leaves one cell on every day of membership, and sums that agree', async () => {
  const { cellA1, cellA2, cellA3, communeA, district } = house.ground.places
  let accepted = 0
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), fc.integer({ min: 0, max: DAYS }), async (deeds, sample) => {
    const people: string[] = []
    for (let i = 0; i < PEOPLE; i++) people.push((await inside((ctx) => addPerson(ctx, { fullName: `Lý Văn ${i}`, keeperId: cellA1 }))).id)
    for (const each of deeds) accepted += Number(await attempt(each, people, [cellA1, cellA2, cellA3]))
    expect(await wrongDays(people)).toEqual([])

    const on = addDays(BEGIN, sample)
    const [whole, byCell, part, listed] = await inside(async ({ db }) => [
      await countMembers(db, { organisationId: district, on }), await countMembersByCell(db, { organisationId: district, on }),
      await countMembers(db, { organisationId: communeA, on }),
      (await house.rows(`select count(*)::int as n from members.membership_as_of($1, now())`, [on]))[0]!.n,
    ] as const)
    const sum = (cells: readonly string[]) => byCell.filter((each) => cells.includes(each.cellId)).reduce((total, each) => total + each.members, 0)
    expect(whole.members).toBe(byCell.reduce((total, each) => total + each.members, 0))
    expect(part.members).toBe(sum([cellA1, cellA2, cellA3]))
    expect(whole.members).toBe(listed)
    expect(whole.full + whole.probationary).toBe(whole.members)
    const [latest] = await house.rows(`select count(*)::int as n from members.person x join members.placement p on p.person_id = x.id and p.superseded_at is null and upper_inf(p.valid_during) where p.cell_id <> x.keeper_id`)
    expect(latest!.n).toBe(0)
  }), { numRuns: 25 })
  // Refusing everything would hold the property too.
  expect(accepted).toBeGreaterThan(25)
}, 180_000)
