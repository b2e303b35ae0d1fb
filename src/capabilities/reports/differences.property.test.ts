import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'

let house: House
let periodId: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-08-10' })
  periodId = (await house.as('officer').reports.openPeriod({ kind: 'half', year: 2018, dueOn: '2018-07-20' })).id
})
afterAll(() => house.close())

const run = (text: string, values: unknown[]) => house.owner.query(text, values)
const who = fc.record({ cell: fc.constantFrom('cellA1' as const, 'cellA2' as const, 'cellA3' as const), at: fc.nat(8) })
const inHalf = fc.nat(180).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10))
/** What may be recorded late about somebody. */
const change = fc.oneof(
  fc.record({ what: fc.constant('dies' as const), who, on: inHalf }),
  fc.record({ what: fc.constant('moves' as const), who, on: inHalf, to: fc.constantFrom('cellA1' as const, 'cellA2' as const, 'cellB1' as const) }),
  fc.record({ what: fc.constant('arrives' as const), who, on: inHalf }),
  fc.record({ what: fc.constant('corrected' as const), who, ethnicity: fc.constantFrom('Kinh', 'Dao', 'Mông') }),
  fc.record({ what: fc.constant('exempted' as const), who, on: inHalf }),
  fc.record({ what: fc.constant('badge' as const), who, on: inHalf }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** States the place of somebody anew: until a day in the one cell, from it on in another or nowhere. */
async function placeAnew(person: string, on: string, to: string | null): Promise<void> {
  const { rows: [old] } = await run('select id, cell_id, lower(valid_during)::text as since from members.placement where person_id = $1 and superseded_at is null and upper_inf(valid_during)', [person])
  if (!old || old.since >= on || old.cell_id === to) return
  await run('update members.placement set superseded_at = now() where id = $1', [old.id])
  await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), person, old.cell_id, old.since, on])
  if (to) await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), person, to, on])
  else await run(`update members.membership set ended_on = $2, end_kind = 'death' where person_id = $1 and ended_on is null`, [person, on])
}

async function lay(change: Change): Promise<void> {
  const person = house.ground.members[change.who.cell][change.who.at]!
  if (change.what === 'dies') await placeAnew(person, change.on, null)
  else if (change.what === 'moves') await placeAnew(person, change.on, house.ground.places[change.to])
  else if (change.what === 'corrected') await run('update members.person set ethnicity = $2 where id = $1', [person, change.ethnicity])
  else if (change.what === 'badge') await run(`insert into lifecycle.badge (id, person_id, years, award_on, ground, state) values ($1, $2, 30, $3, 'takenOver', 'awarded') on conflict do nothing`, [newId(), person, change.on])
  else if (change.what === 'exempted') await run(`insert into lifecycle.exemption (id, person_id, ground, resolution, decided_on, from_day, rule, former_status) values ($1, $2, 'oldAge', '2', $3, $3, '{}', 'full') on conflict do nothing`, [newId(), person, change.on])
  else {
    const id = newId()
    await run(`insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity) values ($1, 'Người Đến', 'x', $2, 'female', '1980-01-01', 'Tày')`, [id, house.ground.places[change.who.cell]])
    await run(`insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on) values ($1, $2, $3::date, $3::date, $3)`, [newId(), id, change.on])
    await run(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, 'probationary', daterange($3, null))`, [newId(), id, change.on])
    await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), id, house.ground.places[change.who.cell], change.on])
  }
}

test('whatever is recorded late, every difference to the frozen report is the sum of names, and every name has a fact that explains it', async () => {
  const { communeA } = house.ground.places
  const grassroots = house.as('grassrootsA').reports
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
    const { version, state } = await grassroots.findReport({ periodId, organisationId: communeA })
    const { submissionId, reportId, version: next } = await grassroots.submitReport({ periodId, organisationId: communeA, version, ...(state === 'missing' ? {} : { reason: 'Ghi muộn' }) })
    await house.as('officer').reports.decideReport({ reportId, version: next, approves: true })
    const sides = { a: `submission:${submissionId}`, b: `now:${periodId}:${communeA}` }
    expect((await grassroots.compareReports(sides)).rows).toEqual([])
    for (const each of changes) await lay(each)
    const { rows } = await grassroots.compareReports(sides)
    const back = (await grassroots.compareReports({ a: sides.b, b: `now:${periodId}:${communeA}` })).rows
    expect(back).toEqual([])
    const one = await grassroots.findReportTable({ periodId, organisationId: communeA, table: '1', counted: true })
    for (const { code, values, numbers } of one.sections[0]!.rows) {
      const row = rows.find((each) => each.base === 'changes' && each.by === 'item' && each.value === code && each.column === 'total')
      if (row && values.length === 1) expect([code, row.b]).toEqual([code, numbers[0]])
    }
    for (const table of ['1', '2', '4', '9'] as const) expect((await grassroots.findReportTable({ periodId, organisationId: communeA, table, counted: true })).checks.filter(({ holds }) => !holds)).toEqual([])
    const people = await grassroots.listDifferingPeople({ ...sides, size: 200 })
    expect(people.rows.filter(({ cause, facts }) => cause === 'unexplained' || (cause === 'facts' && facts.length === 0))).toEqual([])
  }), { numRuns: 12 })
}, 120_000)
