import { availableParallelism, loadavg } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold, plainDate } from '../../kernel/index.ts'
import { hashSecret } from '../../platform/http/index.ts'
import { replay } from '../../capabilities/admission/transitions.ts'
import { openHouse, type House } from '../../../tests/harness/house.ts'
import { planted } from './faults.ts'
import { DEMONSTRATION_PASSWORD, demonstrationSignIns, inventDistrict, makeDemonstration } from './index.ts'
import { wellKnownNames } from './names.vi.ts'

const today = plainDate('2018-10-05')
let house: House
let seconds: number
let trail: number

beforeAll(async () => {
  house = await openHouse({ today, ground: false })
  const began = performance.now()
  await makeDemonstration(house.owner, { seed: 20181005, today, files: house.ports.files })
  seconds = (performance.now() - began) / 1000
  trail = await count('select from audit.entry')
}, 180_000)

afterAll(() => house.close())

async function one(text: string, values: unknown[] = []): Promise<Record<string, any>> {
  return (await house.rows(text, values))[0]!
}
const count = async (text: string, values: unknown[] = []): Promise<number> => Number((await one(`select count(*) as n from (${text}) t`, values)).n)

/** Calls of a user of the demonstration, in the first of the roles unless another is named. */
async function as(signInName: string, role?: string) {
  const secret = `secret of ${signInName} ${role ?? ''}`
  const { account, holding } = await one(`select a.id as account, h.id as holding from access.account a join access.role_holding h on h.account_id = a.id
    where a.sign_in_name = $1 and ($2::text is null or h.role = $2) order by h.id limit 1`, [signInName, role ?? null])
  await house.rows(`insert into access.session (token_hash, account_id, holding_id, kind, expires_at) values (decode($1, 'hex'), $2, $3, 'token', clock_timestamp() + interval '1 hour')
    on conflict do nothing`, [hashSecret(secret), account, holding])
  return house.bearing(secret)
}

test('the figures of the article come out of the database exactly', async () => {
  const grassroots = await count(`select from organisations.closure c join organisations.version v on v.organisation_id = c.descendant_id and v.valid_during @> $1::date
    where c.valid_during @> $1::date and v.type = 'DB_CO_SO' and c.ancestor_id = (select organisation_id from organisations.version where type = 'DB_HUYEN') and c.depth = 1`, [today])
  const cells = await count(`select from organisations.version where valid_during @> $1::date and type = 'CHI_BO'`, [today])
  expect({ grassroots, cells, members: await count('select from members.membership_as_of($1, $2)', [today, 'infinity']) }).toEqual({ grassroots: 33, cells: 452, members: 9863 })
  const admitted = await count(`select from members.membership where decided_on between '2015-08-01' and $1 and superseded_at is null`, [today])
  const { target } = await one(`select value as target from sources_and_targets.target t join organisations.version v using (organisation_id) where v.type = 'DB_HUYEN' and period_kind = 'term' and measure = 'admissions'`)
  expect([admitted, target, Math.round((admitted / target) * 1000) / 10]).toEqual([1045, 1750, 59.7])
})

test('women, ethnic minorities and probationers are as many as in the reference', async () => {
  expect(await one(`select count(*)::int as members, count(*) filter (where p.sex = 'female')::int as women, count(*) filter (where p.ethnicity <> 'Kinh')::int as minority,
    count(*) filter (where m.status = 'probationary')::int as probationary from members.membership_as_of($1, 'infinity') m join members.person p on p.id = m.person_id`, [today]))
    .toEqual({ members: 9863, women: 2762, minority: 6214, probationary: 339 })
})

test('the mass organisations add up to the printed numbers and shares', async () => {
  const { rows } = await house.owner.query(`select union_code as code, sum(total)::int as total, round(100.0 * sum(total - party_members) / sum(total), 1)::float as share
    from sources_and_targets.mass_review where superseded_at is null group by 1 order by 1`)
  expect(rows).toEqual([{ code: 'CCB', total: 4984, share: 72.9 }, { code: 'DTN', total: 3240, share: 72.9 }, { code: 'LHPN', total: 16731, share: 90.3 }, { code: 'ND', total: 16731, share: 82.9 }])
  const stale = await count(`select distinct organisation_id from sources_and_targets.mass_review where reviewed_on < $1::date - interval '12 months'`, [today])
  expect(stale).toBeGreaterThan(10)
})

test('the target of the term is divided among the grassroots without a rest', async () => {
  const { sum } = await one(`select sum(t.value)::int as sum from sources_and_targets.target t join organisations.version v on v.organisation_id = t.organisation_id and v.valid_during @> $1::date
    where v.type = 'DB_CO_SO' and t.period_kind = 'term' and t.measure = 'admissions'`, [today])
  expect(sum).toBe(1750)
})

test('no two people share a number and every identity number fits birth and sex, but for the planted faults', async () => {
  const wrong = await count(`select from members.person where identity_number is not null and (identity_number !~ '^\\d{12}$' or substr(identity_number, 5, 2) <> substr(born_on, 3, 2)
    or substr(identity_number, 4, 1)::int <> (case when born_on >= '2000' then 2 else 0 end) + (case sex when 'female' then 1 else 0 end))`)
  const twice = await count(`select identity_number from members.person where identity_number is not null group by 1 having count(*) > 1
    union all select old_identity_number from members.person where old_identity_number is not null group by 1 having count(*) > 1
    union all select card_number from members.membership where card_number is not null and superseded_at is null group by 1 having count(*) > 1`)
  const badCards = await count(`select from members.membership where superseded_at is null and card_number !~ '^\\d{8}$'`)
  expect({ wrong, twice, badCards }).toEqual({ wrong: planted.wrongSexDigit + planted.wrongYearDigit, twice: planted.cardTwice, badCards: planted.cardShort })
})

test('the district had its thirty-three organisations in 2016 as well, two of them under former names', async () => {
  const below = (day: string) => one(`select count(*)::int as n, count(*) filter (where v.name like 'Đảng bộ khối %')::int as former
    from organisations.version d join organisations.placement p on p.parent_id = d.organisation_id and p.valid_during @> $1::date
    join organisations.version v on v.organisation_id = p.organisation_id and v.valid_during @> $1::date
    where d.type = 'DB_HUYEN'`, [day])
  expect(await below('2016-06-30')).toEqual({ n: 33, former: 2 })
  expect(await below(today)).toEqual({ n: 33, former: 0 })
})

test('every history is possible, but for the planted faults', async () => {
  const young = await count(`select from members.membership m join members.person p on p.id = m.person_id where m.decided_on is not null
    and (rpad(p.born_on, 10, '-01-01')::date + interval '18 years' > m.decided_on)`)
  const outOfOrder = await count(`select from members.membership where ceremony_on < decided_on or confirmed_on <= ceremony_on::text or (length(confirmed_on) = 10 and confirmation_signed_on < confirmed_on::date) or ended_on <= ceremony_on
    or (ceremony_on is not null and confirmed_on is not null and confirmed_on <> (ceremony_on + interval '12 months')::date::text)`)
  const gaps = await count(`select person_id from (select person_id, range_agg(valid_during) as days from members.placement where superseded_at is null group by 1) p
    full join (select person_id, range_agg(valid_during) as days from members.status where superseded_at is null group by 1) s using (person_id) where p.days is distinct from s.days or (select count(*) from unnest(p.days)) <> 1`)
  const beforeFounding = await count('select from members.placement p join organisations.organisation o on o.id = p.cell_id where lower(p.valid_during) < o.founded_on')
  const tooOld = await count(`select from members.person p join members.membership_as_of($1, 'infinity') m on m.person_id = p.id where p.born_on < '1923'`, [today])
  expect({ young, outOfOrder, gaps, beforeFounding, tooOld }).toEqual({ young: planted.tooYoung, outOfOrder: planted.confirmedOnSigning, gaps: 0, beforeFounding: 0, tooOld: 0 })
})

test('as it was known at any moment, nobody was without a cell or a status', async () => {
  const known = (table: string) => `select distinct person_id from members.${table} where recorded_at <= $2 and (superseded_at is null or superseded_at > $2) and valid_during @> $1::date`
  for (const day of ['2016-06-30', '2017-12-31', '2018-06-30', '2018-10-04']) {
    const asked = [day, `${day}T20:00:00+07:00`]
    expect(await count(`(${known('placement')}) except (${known('status')})`, asked), day).toBe(0)
    expect(await count(`(${known('status')}) except (${known('placement')})`, asked), day).toBe(0)
  }
  expect(await count('select from members.status where superseded_at is not null')).toBeGreaterThan(500)
})

test('posts are held by full members of the organisation, one secretary each', async () => {
  const notFull = await count(`select from members.post p where upper(held_during) > $1::date and not exists (select from members.status s where s.person_id = p.person_id and s.status in ('full') and s.valid_during @> lower(p.held_during))`, [today])
  const secretaries = await count(`select organisation_id from members.post where position = 'BT' and lower(held_during) <= $1 and (upper(held_during) is null or upper(held_during) > $1::date - 60) group by 1 having count(*) = 1`, [today])
  const { seats, filled } = await one(`select c.elected_seats as seats, (select count(*)::int from members.post p where p.organisation_id = c.organisation_id and p.held_during @> $1::date) as filled
    from organisations.committee c join organisations.version v on v.organisation_id = c.organisation_id where v.type = 'DB_HUYEN'`, [today])
  expect({ notFull, secretaries, seats, filled }).toEqual({ notFull: 0, secretaries: 452 + 33 + 1, seats: 41, filled: 41 })
})

test('the board shows the files of the day by column, late and returned ones among them', async () => {
  const officer = await as('chuyenvien')
  const board = await officer.admission.listCases({ perColumn: 8 })
  expect(board.counts).toEqual({ open: 146, late: 17, returned: 9 })
  expect(board.columns.map(({ column, count }) => [column, count]).filter(([, count]) => count)).toEqual([['fileOpen', 51], ['verifying', 28], ['readyForCell', 19], ['committee', 16], ['decision', 21], ['ceremony', 11]])
})

test('every history is what the acts of the room would have written', async () => {
  const rows = await house.rows(`select c.kind, c.stage, array_agg(json_build_object('kind', a.kind, 'result', a.facts ->> 'result') order by a.ordinal) as acts,
    bool_and(a.occurred_on >= c.opened_on and a.occurred_on <= $1::date) as in_time, bool_and(a.to_stage = coalesce(n.from_stage, c.stage)) as in_line, bool_and(a.occurred_on <= coalesce(n.occurred_on, a.occurred_on)) as in_order
    from admission.case_file c join admission.act a on a.case_id = c.id left join admission.act n on n.case_id = c.id and n.ordinal = a.ordinal + 1 group by c.id`, [today])
  expect(rows.length).toBeGreaterThan(1000)
  expect(rows.filter(({ kind, stage, acts }) => replay(kind, acts.map(({ kind: act, result }: any) => ({ kind: act, result: result ?? undefined }))) !== stage)).toEqual([])
  expect(rows.filter(({ in_time, in_line, in_order }) => !in_time || !in_line || !in_order)).toEqual([])
})

test('the numbers of every vote of a cell are those of its list on that day', async () => {
  const wrong = await house.rows(`select v.id from admission.vote v join admission.case_file c on c.id = v.case_id where v.level = 'cell'
    and v.roll <> (select count(*) from members.placement p join members.status s on s.person_id = p.person_id and s.valid_during @> v.held_on and s.status <> 'probationary' and s.superseded_at is null where p.superseded_at is null and p.cell_id = c.cell_id and p.valid_during @> v.held_on)`)
  expect(wrong).toEqual([])
  expect(await count('select from admission.vote where roll - jsonb_array_length(excluded) <> denominator or (outcome = $1) <> (in_favour >= required) or present > denominator', ['carried'])).toBe(0)
})

test('nobody on probation is forgotten: eleven are years overdue, twenty-eight end within a month', async () => {
  const officer = await as('chuyenvien')
  const { counts, rows } = await officer.admission.listConfirmations({})
  expect(counts).toEqual({ probationary: 339, late: 11, dueSoon: 28, withoutFile: 0 })
  expect(rows.slice(0, 11).every(({ isLate, monthsOverdue }) => isLate && monthsOverdue! >= 24)).toBe(true)
})

test('last week thirty-one things were reminded of, nineteen of which moved', async () => {
  const officer = await as('chuyenvien')
  const { lastWeek } = await officer.reminders.listWork({})
  expect(lastWeek).toMatchObject({ reminded: 31, moved: 19, unchanged: 12 })
})

test('nine hundred people are followed, by all cells but a hundred and twenty', async () => {
  expect(await one(`select count(*)::int as followed, 452 - count(distinct cell_id)::int as without from sources_and_targets.prospect where closed_on is null`)).toEqual({ followed: 900, without: 120 })
  const expiring = await count(`select from sources_and_targets.awareness_certificate c join sources_and_targets.prospect p on p.person_id = c.person_id and p.closed_on is null
    where c.issued_on + interval '60 months' between $1::date and $1::date + 90`, [today])
  expect(expiring).toBe(14)
  expect(await count('select from sources_and_targets.mentor_assignment a join sources_and_targets.prospect p on p.id = a.prospect_id where a.mentor_id = p.person_id')).toBe(0)
})

test('the year has reasons of return in many units', async () => {
  const officer = await as('chuyenvien')
  const { returns, rows } = await officer.admission.listReturnReasons({ year: 2018 })
  expect(returns).toBeGreaterThan(40)
  expect(new Set(rows.map(({ grassroots }) => grassroots.id)).size).toBeGreaterThan(12)
})

test('the secretary of the demonstration finds a returned file with two things to mend and one to vote on', async () => {
  const secretary = await as('bithu')
  const { rows } = await secretary.admission.listCases({})
  const returned = rows.find(({ isReturned }) => isReturned)!
  expect(returned).toMatchObject({ returnReasons: 2, person: { name: 'Hoàng Thị Nhung' } })
  expect(rows.some(({ column, nextAct }) => column === 'readyForCell' && nextAct?.code === 'recordCellVote')).toBe(true)
})

test('each user signs in with the printed name and password and sees the own part', async () => {
  for (const { signInName } of demonstrationSignIns()) {
    const me = await house.keeper().access.signIn({ signInName, password: DEMONSTRATION_PASSWORD })
    expect(me.holdings.length, signInName).toBe(signInName === 'kiemnhiem' ? 2 : 1)
  }
  expect((await (await as('dangvu-xa')).members.listMembers({})).total).toBe(450)
  expect((await (await as('bithu')).members.listMembers({})).total).toBe(23)
  expect((await (await as('kiemnhiem', 'grassrootsOfficer')).members.listMembers({})).total).toBe(120)
})

test('nobody bears the name of a well-known person', async () => {
  const { rows } = await house.owner.query('select full_name from members.person')
  const known = new Set(wellKnownNames.map(fold))
  expect(rows.filter((row) => known.has(fold(row.full_name)))).toEqual([])
})

test('the same seed makes the same district, another seed another one', () => {
  const made = (seed: number) => JSON.stringify([...inventDistrict(seed, today, 'hash').tables])
  const first = made(7)
  expect(made(7) === first).toBe(true)
  expect(made(8) === first).toBe(false)
}, 120_000)

test('it is made in under half a minute and leaves one entry in the trail', () => {
  // On a machine that several runs share, each gets its part of it.
  const crowd = Math.max(1, loadavg()[0]! / availableParallelism())
  expect(seconds / crowd).toBeLessThan(30)
  expect(trail).toBe(1)
})

test('dossiers have changed their keepers, with lists that agree with what was handed over', async () => {
  const { rows, total } = await (await as('dangvu-xa')).dossiers.listHandovers({})
  expect(total).toBeGreaterThan(1)
  const longest = rows.toSorted((a, b) => b.dossiers - a.dossiers)[0]!
  expect(longest.dossiers).toBeGreaterThan(10)
  const list = await (await as('dangvu-xa')).dossiers.findHandover({ handoverId: longest.id })
  expect([list.lines.length, list.outsideReach]).toEqual([longest.dossiers, 0])
  expect(list.lines.some(({ papers, missing }) => papers > 0 && missing.length > 0)).toBe(true)
  expect(await count(`select from dossiers.handover h where dossiers <> (select count(*) from dossiers.handover_line l where l.handover_id = h.id) or not exists (
    select from dossiers.handover_line l join dossiers.dossier d on d.id = l.dossier_id where l.handover_id = h.id and d.keeper_id = h.to_keeper_id)`)).toBe(0)
})
