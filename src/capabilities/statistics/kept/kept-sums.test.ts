import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, plainDate } from '../../../kernel/index.ts'
import { dbOf } from '../../../platform/action/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { sorting } from '../queries/lines.ts'
import { settleFigures, verifyFigures } from './settling.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const run = (text: string, values: unknown[] = []) => house.owner.query(text, values)
const db = () => dbOf(house.owner)
const TODAY = plainDate('2018-10-05')
const settle = (more: { whole?: boolean; fewest?: number } = {}) => settleFigures(db(), { today: TODAY, fewest: 5, ...more })

const wayOf = async (organisationId: string, from = '2018-01-01', until = '2018-10-05') =>
  (await house.rows<{ way: string }>('select statistics.way_of_counting($1, $2, $3, $4) as way', [organisationId, from, until, sorting]))[0]!.way

/** What the sums and the settled spells of an organisation say otherwise than its lines; sums only where they are kept for these days. */
async function wrong(organisationId: string, from: string, until: string): Promise<object[]> {
  const [{ summed }] = await house.rows<{ summed: boolean }>(`select exists (select from statistics.settled d join statistics.kept_organisation k on k.organisation_id = $1
    where $2 > d.first_day and $3 <= d.last_day and k.organisation_id not in (select organisation_id from statistics.stale)) as summed`, [organisationId, from, until]) as [{ summed: boolean }]
  const found: object[] = []
  for (const way of summed ? ['sums', 'spells'] : ['spells']) {
    compared[way]! += 1
    found.push(...(await house.rows('select * from statistics.differences($1, $2, $3, $4, $5)', [organisationId, from, until, sorting, way])).map((row) => ({ way, ...row })))
  }
  return found
}
const compared: Record<string, number> = { sums: 0, spells: 0 }

const days = ['2009-02-28', '2012-02-29', '2012-03-01', '2014-12-31', '2015-06-30', '2016-01-01', '2017-06-30', '2018-10-05', '2030-01-01'] as const
const day = fc.constantFrom(...days)
const act = fc.record({
  kind: fc.constantFrom('enrol', 'move', 'status', 'end', 'correct', 'rule', 'takeBack', 'rejoin', 'reorganise', 'retype', 'found', 'seat', 'leaveSeat', 'honour', 'honourBack', 'punish', 'exempt', 'suspend', 'giveCard', 'transfer', 'receive', 'voidLetter', 'settle', 'settleWhole'),
  who: fc.nat(40), cell: fc.nat(4), on: day, until: fc.option(day, { nil: null }),
  bornOn: fc.constantFrom('1950', '1962-02', '1964-02-29', '1980-12-31', '1999-01-01', null), sex: fc.constantFrom('male', 'female', null), ethnicity: fc.constantFrom('Kinh', 'Dao', null),
  status: fc.constantFrom('probationary', 'full', 'exempt'), admittedOn: fc.constantFrom('2009', '2012-02', '2012-02-29', null), endKind: fc.constantFrom('death', 'strikeOff', 'resignation', 'transferOut'), nth: fc.nat(5),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const cells = () => Object.entries(house.ground.places).filter(([name]) => name.startsWith('cell')).map(([, id]) => id as string)
const anyone = async (who: number) => (await house.rows<{ id: string }>('select id from members.person order by id'))[who]!.id

async function enrol({ cell, on, bornOn, sex, ethnicity, admittedOn, status }: Act) {
  const [id, cellId] = [newId(), cells()[cell]]
  await run('insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity, occupation) values ($1, $2, $2, $3, $4, $5, $6, $7)', [id, 'Người Thử', cellId, sex, bornOn, ethnicity, sex && 'Nông dân'])
  await run('insert into members.membership (id, person_id, decided_on, admitted_on) values ($1, $2, $3, $4)', [newId(), id, admittedOn === null ? null : on, admittedOn])
  await run('insert into members.status (id, person_id, status, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), id, status, on])
  await run('insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), id, cellId, on])
}

/** Cuts what stands of a table on a day, and goes on with something else (or nothing). */
async function cut(table: 'placement' | 'status', id: string, on: string, column: string, next: string | null) {
  const { rows } = await run(`update members.${table} set superseded_at = now() where person_id = $1 and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > $2) returning ${column} as was, lower(valid_during) as since`, [id, on])
  for (const { was, since } of rows) if (since && since < on) await run(`insert into members.${table} (id, person_id, ${column}, valid_during) values ($1, $2, $3, daterange($4, $5))`, [newId(), id, was, since, on])
  if (next) await run(`insert into members.${table} (id, person_id, ${column}, valid_during) values ($1, $2, $3, daterange($4, null))`, [newId(), id, next, on])
}

async function reorganise({ cell, on }: Act) {
  const { communeA, communeB, district } = house.ground.places
  const { rows } = await run('update organisations.placement set superseded_at = now() where organisation_id = $1 and superseded_at is null and upper_inf(valid_during) returning parent_id, lower(valid_during) as since', [cells()[cell]])
  const at = rows[0]
  if (!at) return
  if (at.since < on) await run('insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, daterange($4, $5))', [newId(), cells()[cell], at.parent_id, at.since, on])
  await run('insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), cells()[cell], at.parent_id === communeA ? communeB : at.parent_id === communeB ? communeA : district, at.since < on ? on : at.since])
  await run('select organisations.rebuild_closure()')
}

const place = ({ cell, nth }: Act) => (nth === 0 ? house.ground.places.communeA : nth === 1 ? house.ground.places.district : cells()[cell]!)

/** From a day on an organisation is of another kind and area. */
async function retype(a: Act) {
  const { rows } = await run('update organisations.version set superseded_at = now() where organisation_id = $1 and superseded_at is null and upper_inf(valid_during) and lower(valid_during) < $2 returning name, short_name, type, area_kind, lower(valid_during) as since', [place(a), a.on])
  for (const { name, short_name, type, area_kind, since } of rows) {
    await run('insert into organisations.version (id, organisation_id, name, short_name, type, area_kind, valid_during) values ($1, $2, $3, $4, $5, $6, daterange($7, $8))', [newId(), place(a), name, short_name, type, area_kind, since, a.on])
    await run('insert into organisations.version (id, organisation_id, name, short_name, type, area_kind, valid_during) values ($1, $2, $3, $4, $5, $6, daterange($7, null))',
      [newId(), place(a), name, short_name, ['CHI_BO', 'DB_CO_SO', 'CB_CO_SO', 'DB_BO_PHAN', 'DB_HUYEN', 'CB_SH_TAM'][a.nth], ['ward', 'commune', null][a.who % 3], a.on])
  }
}

/** A cell without anybody. */
async function found({ on }: Act) {
  const id = newId()
  await run('insert into organisations.organisation (id, founded_on) values ($1, $2)', [id, on])
  await run(`insert into organisations.version (id, organisation_id, name, short_name, type, valid_during) values ($1, $2, 'Chi bộ Mới', 'Mới', 'CHI_BO', daterange($3, null))`, [newId(), id, on])
  await run('insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $2, $3, daterange($4, null))', [newId(), id, house.ground.places.communeB, on])
  await run('select organisations.rebuild_closure()')
}

async function transfer(a: Act) {
  const [id, person, to] = [newId(), await anyone(a.who), cells()[(a.cell + 1) % 5]]
  await run(`insert into transfers.transfer (id, kind, direction, stage, stage_since, person_id, person_name, sort_key, from_cell_id, from_name, receiver_id, to_cell_id, to_name, reach, cause, cause_on, requested_on, ends_on)
    values ($1, $2, 'within', 'accepted', $3, $4, 'x', 'x', $5, 'x', $6, $7, 'x', 'beyond', 'work', $3, $3, $8)`, [id, a.nth % 2 ? 'official' : 'temporary', a.on, person, cells()[a.cell], to, a.nth < 3 ? to : null, a.nth % 2 ? null : '2040-01-01'])
  await run(`insert into transfers.letter (id, transfer_id, ordinal, number, issued_on, issuer_name, document_type, present_by) values ($1, $2, 1, '1', $3, 'x', 'x', $3)`, [newId(), id, a.on])
  if (a.until && a.nth > 3) await run(`insert into transfers.step (id, transfer_id, ordinal, act, occurred_on, from_stage, to_stage) values ($1, $2, 1, 'accept', $3, 'letterIssued', $4)`, [newId(), id, a.until, a.nth % 2 ? 'accepted' : 'hosted'])
}

const acts: Readonly<Record<string, (a: Act) => Promise<unknown>>> = {
  enrol,
  move: async (a) => cut('placement', await anyone(a.who), a.on, 'cell_id', cells()[a.cell]!),
  status: async (a) => cut('status', await anyone(a.who), a.on, 'status', a.status),
  end: async (a) => {
    const id = await anyone(a.who)
    await cut('placement', id, a.on, 'cell_id', null)
    await run('update members.membership set ended_on = $2, end_kind = $3 where person_id = $1 and superseded_at is null', [id, a.on, a.endKind])
  },
  correct: async (a) => run('update members.person set sex = $2, born_on = $3, ethnicity = $4 where id = $1', [await anyone(a.who), a.sex, a.bornOn, a.ethnicity]),
  rule: async (a) => {
    const id = await anyone(a.who)
    await run('update members.party_age_ruling set superseded_at = now() where person_id = $1', [id])
    const kind = a.until !== null && a.until > a.on ? 'interruption' : 'countedFrom'
    await run(`insert into members.party_age_ruling (id, person_id, kind, valid_during, reason, decision_number, decided_on) values ($1, $2, $3, daterange($4, $5), 'x', '1', '2018-01-01')`, [newId(), id, kind, a.on, kind === 'interruption' ? a.until : null])
  },
  takeBack: async (a) => run('update members.status set superseded_at = now() where person_id = $1 and superseded_at is null', [await anyone(a.who)]),
  rejoin: async (a) => {
    const id = await anyone(a.who)
    await run('insert into members.membership (id, person_id, ordinal, decided_on, ceremony_on) select $1, $2, count(*) + 1, $3, $3 from members.membership where person_id = $2', [newId(), id, a.on])
    await cut('placement', id, a.on, 'cell_id', cells()[a.cell]!)
  },
  seat: async (a) => run(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1, $2, $3, $4, daterange($5, $6)) on conflict do nothing`,
    [newId(), await anyone(a.who % 6), place(a), ['BT', 'PBT', 'CHI_UV', 'UV_BCH', 'UV_BTV', 'KHAC'][a.nth], a.on, a.until !== null && a.until > a.on ? a.until : null]),
  leaveSeat: async (a) => run('update members.post set superseded_at = now() where person_id = $1 and superseded_at is null', [await anyone(a.who % 6)]),
  honour: async (a) => run(`insert into lifecycle.badge (id, person_id, years, award_on, ground, state, reached_on, decision_number, decided_on, issued_by) values ($1, $2, $3, $4, 'reached', 'awarded', $4, '1', $4, 'x') on conflict do nothing`,
    [newId(), await anyone(a.who), [30, 40, 45][a.nth % 3], a.on]),
  honourBack: async () => run(`update lifecycle.badge set state = 'revoked', ended_at = now(), ended_reason = 'x' where state = 'awarded'`),
  punish: async (a) => run(`insert into lifecycle.discipline (id, person_id, measure, authority, ground, decision_number, decided_on, issued_by, effective_on, effect_until, received_on, complaint_due_on, rule) values ($1, $2, 'warning', 'superior', 'x', $3, $4, 'x', $4, $4, $4, $4, '{}')`,
    [newId(), await anyone(a.who), newId(), a.on]),
  exempt: async (a) => run(`insert into lifecycle.exemption (id, person_id, ground, resolution, decided_on, from_day, rule, former_status, returned_on, return_basis) values ($1, $2, 'oldAge', 'x', $3, $3, '{}', 'full', $4, $5) on conflict do nothing`,
    [newId(), await anyone(a.who), a.on, a.until, a.until && 'x']),
  suspend: async (a) => run(`insert into lifecycle.suspension (id, person_id, ground, reason, decision_number, decided_on, issued_by, from_day, last_day, rule, former_status) values ($1, $2, 'inquiry', 'x', '1', $3, 'x', $3, $3, '{}', 'full') on conflict do nothing`, [newId(), await anyone(a.who), a.on]),
  giveCard: async (a) => run(`insert into cards.card (id, person_id, kind, state, number, decision_number, decided_on, issued_by) values ($1, $2, 'first', 'withdrawn', $3, '1', $4, 'x')`, [newId(), await anyone(a.who), newId(), a.on]),
  receive: async (a) => run(`insert into transfers.step (id, transfer_id, ordinal, act, occurred_on, from_stage, to_stage) select gen_random_uuid(), t.id, 2, 'accept', $1, 'letterIssued', 'accepted' from transfers.transfer t on conflict do nothing`, [a.on]),
  transfer, voidLetter: async () => run(`update transfers.letter set void_on = issued_on, void_reason = 'lost' where void_on is null`),
  retype, found, reorganise, settle: () => settle(), settleWhole: () => settle({ whole: true }),
}

const organisations = async () => (await house.rows<{ id: string }>('select organisation_id as id from statistics.kept_organisation union select ancestor_id from organisations.closure where depth > 0')).map(({ id }) => id)

describe('kept sums', () => {
  test('are asked as long as adding whoever was touched is cheaper, by people below the organisation and in proportion to its size; then its spells', async () => {
    const { district, communeA, communeB } = house.ground.places
    await settle({ whole: true })
    const below = async (id: string) => (await house.rows<{ id: string }>(`select distinct p.person_id as id from members.placement p join organisations.closure c on c.descendant_id = p.cell_id and c.ancestor_id = $1
      where p.superseded_at is null and upper_inf(p.valid_during) and upper_inf(c.valid_during) order by 1`, [id])).map((row) => row.id)
    const touch = (ids: readonly string[]) => run('insert into statistics.touched select unnest($1::uuid[])', [ids])
    const [ofA, all] = [await below(communeA), await below(district)]
    for (let time = 0; time < 100; time += 1) await touch(ofA.slice(0, 1))
    expect([await wayOf(communeA), await wayOf(communeB), await wayOf(district)]).toEqual(['sums', 'sums', 'sums'])
    await touch(ofA)
    expect([await wayOf(communeA), await wayOf(communeB)]).toEqual(['spells', 'sums'])
    await touch(all)
    expect([await wayOf(district), await wayOf(communeB)]).toEqual(['spells', 'spells'])
    for (const id of [district, communeA, communeB]) expect(await wrong(id, '2018-01-01', '2018-10-05')).toEqual([])
    await settle()
    expect([await wayOf(district), await wayOf(communeA)]).toEqual(['sums', 'sums'])
  })

  test('give tables 1 and 3 with their parts as they were before any were made, also of a part that stood elsewhere', async () => {
    const { district, communeA, communeB, cellA1 } = house.ground.places
    await run(`update organisations.placement set superseded_at = now() where organisation_id = $1 and superseded_at is null and upper_inf(valid_during)`, [cellA1])
    await run(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1, $3, $4, daterange('2000-01-01', '2018-03-01')), ($2, $3, $5, daterange('2018-03-01', null))`, [newId(), newId(), cellA1, communeB, communeA])
    await run('select organisations.rebuild_closure()')
    const asked = async () => {
      const answers = []
      for (const organisationId of [district, communeA, communeB]) {
        const { statistics } = house.as('officer')
        answers.push(await statistics.findBalance({ organisationId, from: '2018-01-01', until: '2018-10-05' } as never), await statistics.findComposition({ organisationId, until: '2018-10-05' } as never),
          await statistics.findTable({ table: '7', organisationId, from: '2018-01-01', until: '2018-10-05' } as never))
      }
      return answers
    }
    await run('delete from statistics.settled')
    expect(await wayOf(district)).toBe('anew')
    const before = await asked()
    expect(before[3]).toMatchObject({ whole: { reorganisedIn: expect.any(Number) } })
    await settle({ fewest: 0 })
    expect([await wayOf(district), await wayOf(communeA)]).toEqual(['sums', 'sums'])
    expect(await asked()).toEqual(before)
  })

  test('and settled spells say of every organisation what a count anew says, whatever was written since they were settled', async () => {
    await settle()
    Object.assign(compared, { sums: 0, spells: 0 })
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 16 }), day, day, async (history, one, other) => {
      for (const each of history) await acts[each.kind]!(each)
      const [from, until] = one < other ? [one, other] : [other, one]
      for (const id of await organisations()) expect(await wrong(id, from, until)).toEqual([])
    }), { numRuns: 25 })
    expect(Math.min(compared.sums!, compared.spells!)).toBeGreaterThan(20)
    await settle()
    expect(await house.rows('select * from statistics.touched')).toEqual([])
    expect((await verifyFigures(db(), { today: TODAY })).differences).toEqual([])
  }, 240_000)

  test('are the same made a few organisations at a time', async () => {
    await settle({ whole: true, fewest: 0 })
    const sums = () => house.rows('select * from statistics.kept_sum order by organisation_id, base, trait, value, mark, year')
    const atOnce = await sums()
    await run('create or replace function statistics.most_at_once() returns int language sql immutable as $$ select 3 $$')
    await settle({ whole: true, fewest: 0 })
    expect(await sums()).toEqual(atOnce)
    await run('create or replace function statistics.most_at_once() returns int language sql immutable as $$ select 2000000 $$')
  })

  test('answer the tables, and a falsified one is found', async () => {
    const { district } = house.ground.places
    const table = async () => JSON.stringify(await house.as('officer').statistics.findTable({ table: '4', from: '2018-01-01', until: '2018-10-05' } as never))
    await settle({ whole: true })
    const before = await table()
    await run(`update statistics.kept_sum set total = total + 7000 where organisation_id = $1 and base = 'stand' and trait = 'all' and mark = 'total' and year = 2010`, [district])
    const differences = (await verifyFigures(db(), { today: TODAY })).differences
    expect(differences).toContainEqual(expect.objectContaining({ organisationId: district, base: 'stand', trait: 'all', value: 'all', mark: 'total' }))
    expect(differences.every(({ kept, counted }) => kept - counted === 7000)).toBe(true)
    expect(await wrong(district, '2018-01-01', '2018-10-05')).toEqual([expect.objectContaining({ way: 'sums' })])
    expect(await table()).not.toBe(before)
    await settle({ whole: true })
    expect(await table()).toBe(before)
  })

  test('are not asked of an organisation whose tree has changed; what moves inside changes nothing for the whole', async () => {
    const { district, communeA, communeB, cellA1 } = house.ground.places
    await settle({ whole: true, fewest: 0 })
    await run('update organisations.placement set parent_id = case when parent_id = $2 then $3::uuid else $2::uuid end where organisation_id = $1 and superseded_at is null and upper_inf(valid_during)', [cellA1, communeA, communeB])
    await run('select organisations.rebuild_closure()')
    const stale = (await house.rows<{ id: string }>('select distinct organisation_id as id from statistics.stale')).map(({ id }) => id)
    expect(stale.filter((id) => id === communeA || id === communeB)).not.toEqual([])
    expect(stale).not.toContain(district)
    await settle({ fewest: 0 })
    expect(await house.rows('select * from statistics.stale')).toEqual([])
    for (const id of stale) expect(await wrong(id, '2018-01-01', '2018-10-05')).toEqual([])
    expect(await wrong(district, '2018-01-01', '2018-10-05')).toEqual([])
  })

  test('stay those of an organisation below which one is founded until somebody is in it; the numbers of organisations follow at once', async () => {
    const { district, communeB } = house.ground.places
    await settle({ fewest: 0 })
    const ways = async () => [await wayOf(district), await wayOf(communeB)]
    const found0 = { kind: 'found', who: 0, cell: 0, on: '2017-06-30', until: null, bornOn: null, sex: 'male', ethnicity: null, status: 'full', admittedOn: null, endKind: 'death', nth: 0 } as const
    await found(found0)
    expect(await house.rows('select * from statistics.stale')).toEqual([])
    expect(await ways()).toEqual(['sums', 'sums'])
    const { rows: [founded] } = await run(`select organisation_id as id from organisations.version where short_name = 'Mới' order by recorded_at desc, id desc limit 1`)
    await cut('placement', await anyone(3), '2018-01-01', 'cell_id', founded.id)
    for (const id of [district, communeB]) expect(await wrong(id, '2018-01-01', '2018-10-05')).toEqual([])
    await settle({ fewest: 0 })
    expect(await house.rows('select * from statistics.reshaped')).toEqual([])
    expect(await ways()).toEqual(['sums', 'sums'])
    for (const id of [district, communeB]) expect(await wrong(id, '2018-01-01', '2018-10-05')).toEqual([])
    await run(`update organisations.placement set superseded_at = now() where organisation_id = $1`, [founded.id])
    await run('select organisations.rebuild_closure()')
    expect(await ways()).toEqual(['spells', 'spells'])
    for (const id of [district, communeB]) expect(await wrong(id, '2018-01-01', '2018-10-05')).toEqual([])
    await settle({ fewest: 0 })
    for (const id of [district, communeB]) expect(await wrong(id, '2018-01-01', '2018-10-05')).toEqual([])
  })

  test('stay exact while another has written and not yet committed when they were settled', async () => {
    const { district } = house.ground.places
    await settle()
    const client = await house.owner.connect()
    try {
      await client.query('begin')
      await client.query(`update members.person set sex = case sex when 'male' then 'female' else 'male' end where id = (select person_id from statistics.spell where status is not null and upper_inf(days) order by 1 limit 1)`)
      await settle()
      expect(await wrong(district, '2018-01-01', '2018-10-05')).toEqual([])
      await client.query('commit')
    } finally {
      client.release()
    }
    expect(await house.rows('select * from statistics.touched')).toHaveLength(1)
    expect(await wrong(district, '2018-01-01', '2018-10-05')).toEqual([])
  })

  test('are kept for the years around today; what lies outside is counted from spells, and with a new year they move on', async () => {
    const { district } = house.ground.places
    await settle({ whole: true })
    expect([await wayOf(district, '2006-01-02', '2006-02-01'), await wayOf(district, '2006-01-01', '2006-02-01'), await wayOf(district, '2018-01-01', '2020-12-31'), await wayOf(district, '2018-01-01', '2021-01-01')])
      .toEqual(['sums', 'spells', 'sums', 'spells'])
    for (const [from, until] of [['1990-01-01', '2006-01-01'], ['2006-01-02', '2020-12-31'], ['2006-01-01', '2030-01-01']] as const) expect(await wrong(district, from, until)).toEqual([])
    await settleFigures(db(), { today: plainDate('2019-02-03'), fewest: 5 })
    expect([await wayOf(district, '2006-06-01', '2006-07-01'), await wayOf(district, '2018-01-01', '2021-12-31')]).toEqual(['spells', 'sums'])
    expect(await wrong(district, '2018-01-01', '2021-12-31')).toEqual([])
    await settle()
  })

  test('are not spoilt by a membership that is known only by its year and ended within it', async () => {
    const { district } = house.ground.places
    await settle()
    const [id, cellId] = [newId(), cells()[0]]
    await run(`insert into members.person (id, full_name, sort_key, keeper_id, sex, born_on, ethnicity) values ($1, 'Người Thử', 'Người Thử', $2, 'male', '1980', 'Dao')`, [id, cellId])
    await run(`insert into members.membership (id, person_id, admitted_on, ended_on, end_kind) values ($1, $2, '2012', '2012-06-01', 'resignation')`, [newId(), id])
    await run(`insert into members.membership (id, person_id, ordinal, decided_on) values ($1, $2, 2, '2014-03-01')`, [newId(), id])
    await run(`insert into members.status (id, person_id, status, valid_during) values ($1, $2, 'full', '[2014-03-01,)')`, [newId(), id])
    await run(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, '[2014-03-01,)')`, [newId(), id, cellId])
    const { rows: [told] } = await run(`select members.membership_years($1, '2018-10-05') as years`, [id])
    expect(told.years).toBe(4)
    expect(await wrong(district, '2018-01-01', '2018-10-05')).toEqual([])
  })

  test('know nothing of a changed name', async () => {
    await settle()
    await run(`update members.person set phone = '0900000000'`)
    expect(await house.rows('select * from statistics.touched')).toEqual([])
  })
})
