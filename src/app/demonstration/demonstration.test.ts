import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold, plainDate } from '../../kernel/index.ts'
import { folderStore } from '../../platform/files/index.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/database.ts'
import { inventDistrict, makeDemonstration } from './index.ts'
import { wellKnownNames } from './names.vi.ts'

const today = plainDate('2018-10-05')
let database: TestDatabase
let folder: string
let seconds: number

beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'dangvu-demonstration-'))
  const began = performance.now()
  await makeDemonstration(database.owner, { seed: 2018, today, files: folderStore(folder) })
  seconds = (performance.now() - began) / 1000
}, 180_000)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

async function one(text: string, values: unknown[] = []): Promise<Record<string, any>> {
  return (await database.owner.query(text, values)).rows[0]
}
const count = async (text: string, values: unknown[] = []): Promise<number> => Number((await one(`select count(*) as n from (${text}) t`, values)).n)

test('the figures of the article come out of the database exactly', async () => {
  const grassroots = await count(`select from organisations.closure c join organisations.version v on v.organisation_id = c.descendant_id and v.valid_during @> $1::date
    where c.valid_during @> $1::date and v.type = 'DB_CO_SO' and c.ancestor_id = (select organisation_id from organisations.version where type = 'DB_HUYEN') and c.depth = 1`, [today])
  const cells = await count(`select from organisations.version where valid_during @> $1::date and type = 'CHI_BO'`, [today])
  expect({ grassroots, cells, members: await count('select from members.membership_as_of($1, $2)', [today, 'infinity']) }).toEqual({ grassroots: 33, cells: 452, members: 9863 })
  const admitted = await count(`select from members.membership where decided_on between '2015-08-01' and $1 and superseded_at is null`, [today])
  const { target } = await one(`select value as target from sources_and_targets.target t join organisations.version v using (organisation_id) where v.type = 'DB_HUYEN' and period_kind = 'term'`)
  expect([admitted, target, Math.round((admitted / target) * 1000) / 10]).toEqual([1045, 1750, 59.7])
})

test('women, ethnic minorities and probationers are as many as in the reference', async () => {
  expect(await one(`select count(*)::int as members, count(*) filter (where p.sex = 'female')::int as women, count(*) filter (where p.ethnicity <> 'Kinh')::int as minority,
    count(*) filter (where m.status = 'probationary')::int as probationary from members.membership_as_of($1, 'infinity') m join members.person p on p.id = m.person_id`, [today]))
    .toEqual({ members: 9863, women: 2762, minority: 6214, probationary: 339 })
})

test('the mass organisations add up to the printed numbers and shares', async () => {
  const { rows } = await database.owner.query(`select union_code as code, sum(total)::int as total, round(100.0 * sum(total - party_members) / sum(total), 1)::float as share
    from sources_and_targets.mass_review where superseded_at is null group by 1 order by 1`)
  expect(rows).toEqual([{ code: 'CCB', total: 4984, share: 72.9 }, { code: 'DTN', total: 3240, share: 72.9 }, { code: 'LHPN', total: 16731, share: 90.3 }, { code: 'ND', total: 16731, share: 82.9 }])
  const stale = await count(`select distinct organisation_id from sources_and_targets.mass_review where reviewed_on < $1::date - interval '12 months'`, [today])
  expect(stale).toBeGreaterThan(10)
})

test('the target of the term is divided among the grassroots without a rest', async () => {
  const { sum } = await one(`select sum(t.value)::int as sum from sources_and_targets.target t join organisations.version v on v.organisation_id = t.organisation_id and v.valid_during @> $1::date
    where v.type = 'DB_CO_SO' and t.period_kind = 'term'`, [today])
  expect(sum).toBe(1750)
})

test('no two people share a number and every identity number fits birth and sex', async () => {
  const wrong = await count(`select from members.person where identity_number is not null and (identity_number !~ '^\\d{12}$' or substr(identity_number, 5, 2) <> substr(born_on, 3, 2)
    or substr(identity_number, 4, 1)::int <> (case when born_on >= '2000' then 2 else 0 end) + (case sex when 'female' then 1 else 0 end))`)
  const twice = await count(`select identity_number from members.person where identity_number is not null group by 1 having count(*) > 1
    union all select old_identity_number from members.person where old_identity_number is not null group by 1 having count(*) > 1
    union all select card_number from members.membership where card_number is not null group by 1 having count(*) > 1`)
  const badCards = await count(`select from members.membership where card_number !~ '^\\d{8}$'`)
  expect({ wrong, twice, badCards }).toEqual({ wrong: 0, twice: 0, badCards: 0 })
})

test('every history is possible', async () => {
  const young = await count(`select from members.membership m join members.person p on p.id = m.person_id where m.decided_on is not null
    and (rpad(p.born_on, 10, '-01-01')::date + interval '18 years' > m.decided_on)`)
  const outOfOrder = await count(`select from members.membership where ceremony_on < decided_on or confirmed_on <= ceremony_on::text or (length(confirmed_on) = 10 and confirmation_signed_on < confirmed_on::date) or ended_on <= ceremony_on
    or (ceremony_on is not null and confirmed_on is not null and confirmed_on <> (ceremony_on + interval '12 months')::date::text)`)
  const gaps = await count(`select person_id from (select person_id, range_agg(valid_during) as days from members.placement group by 1) p
    full join (select person_id, range_agg(valid_during) as days from members.status group by 1) s using (person_id) where p.days is distinct from s.days or (select count(*) from unnest(p.days)) <> 1`)
  const beforeFounding = await count('select from members.placement p join organisations.organisation o on o.id = p.cell_id where lower(p.valid_during) < o.founded_on')
  const tooOld = await count(`select from members.person p join members.membership_as_of($1, 'infinity') m on m.person_id = p.id where p.born_on < '1923'`, [today])
  expect({ young, outOfOrder, gaps, beforeFounding, tooOld }).toEqual({ young: 0, outOfOrder: 0, gaps: 0, beforeFounding: 0, tooOld: 0 })
})

test('posts are held by full members of the organisation, one secretary each', async () => {
  const notFull = await count(`select from members.post p where upper(held_during) > $1::date and not exists (select from members.status s where s.person_id = p.person_id and s.status in ('full') and s.valid_during @> lower(p.held_during))`, [today])
  const secretaries = await count(`select organisation_id from members.post where position = 'BT' and lower(held_during) <= $1 and (upper(held_during) is null or upper(held_during) > $1::date - 60) group by 1 having count(*) = 1`, [today])
  const { seats, filled } = await one(`select c.elected_seats as seats, (select count(*)::int from members.post p where p.organisation_id = c.organisation_id and p.held_during @> $1::date) as filled
    from organisations.committee c join organisations.version v on v.organisation_id = c.organisation_id where v.type = 'DB_HUYEN'`, [today])
  expect({ notFull, secretaries, seats, filled }).toEqual({ notFull: 0, secretaries: 452 + 33 + 1, seats: 41, filled: 41 })
})

test('nobody bears the name of a well-known person', async () => {
  const { rows } = await database.owner.query('select full_name from members.person')
  const known = new Set(wellKnownNames.map(fold))
  expect(rows.filter((row) => known.has(fold(row.full_name)))).toEqual([])
})

test('the same seed makes the same district, another seed another one', () => {
  const made = (seed: number) => JSON.stringify([...inventDistrict(seed, today, 'hash').tables])
  const first = made(7)
  expect(made(7) === first).toBe(true)
  expect(made(8) === first).toBe(false)
}, 60_000)

test('it is made in under half a minute and leaves one entry in the trail', async () => {
  expect(seconds).toBeLessThan(30)
  expect(await count('select from audit.entry')).toBe(1)
})
