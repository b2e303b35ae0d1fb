import type { Pool, PoolClient } from 'pg'
import { newId } from '../src/kernel/index.ts'
import { addAccount, idOf, withoutIndexes, type BenchGround } from './ground.ts'

/** Members of a province, a district, a commune and a cell, about: as those of the whole country and as the districts that the samples come from. */
const PROVINCE = 89_000
const DISTRICT = 8_500
const COMMUNE = 299
const CELLS = 14
/** The day on which everything stands, and how far back its history of acts goes. */
const TODAY = '2018-10-05'
const YEARS_BACK = '2008-10-05'
const DERIVING = ['person', 'membership', 'status', 'placement', 'party_age_ruling', 'post'] as const
const FILLED = [...DERIVING.map((name) => `members.${name}`), 'members.standing', 'transfers.transfer', 'transfers.letter', 'transfers.step', 'lifecycle.discipline', 'lifecycle.badge', 'lifecycle.exemption', 'lifecycle.suspension', 'cards.card']

/** The whole, provinces, districts, communes and cells; bench_cell numbers the cells so that neighbours stand together. */
async function fillTree(client: PoolClient, members: number, top: string): Promise<{ communes: number; districts: number; provinces: number }> {
  const communes = Math.max(1, Math.round(members / COMMUNE))
  const districts = Math.max(1, Math.round(members / DISTRICT))
  const provinces = Math.max(1, Math.round(members / PROVINCE))
  await client.query('create temp table bench_place (id uuid, parent uuid, kind text, n int) on commit drop')
  await client.query(`insert into bench_place values ($1, null, 'DB_TINH', 0)`, [top])
  await client.query(`insert into bench_place select gen_random_uuid(), $1, 'DB_TINH', g from generate_series(1, $2::int) g`, [top, provinces])
  await client.query(`insert into bench_place select gen_random_uuid(), p.id, 'DB_HUYEN', g from generate_series(1, $1::int) g join bench_place p on p.kind = 'DB_TINH' and p.n = 1 + (g - 1) * $2::int / $1`, [districts, provinces])
  await client.query(`insert into bench_place select gen_random_uuid(), d.id, 'DB_CO_SO', g from generate_series(1, $1::int) g join bench_place d on d.kind = 'DB_HUYEN' and d.n = 1 + (g - 1) * $2::int / $1`, [communes, districts])
  await client.query(`insert into bench_place select gen_random_uuid(), c.id, 'CHI_BO', c.n * 100 + g from bench_place c cross join generate_series(1, ${CELLS}) g where c.kind = 'DB_CO_SO'`)
  await client.query(`insert into organisations.organisation (id, founded_on) select id, '1930-02-03' from bench_place`)
  await client.query(`insert into organisations.version (id, organisation_id, name, short_name, type, code, area_kind, valid_during)
    select gen_random_uuid(), id, case kind when 'CHI_BO' then 'Chi bộ Thôn ' when 'DB_CO_SO' then 'Đảng bộ xã ' when 'DB_HUYEN' then 'Đảng bộ huyện ' else 'Đảng bộ tỉnh ' end || n, 'Đơn vị ' || n, kind,
      kind || '.' || n, case when kind = 'DB_CO_SO' then case n % 5 when 0 then 'ward' else 'commune' end end, '[1930-02-03,)' from bench_place`)
  await client.query(`insert into organisations.placement (id, organisation_id, parent_id, valid_during) select gen_random_uuid(), id, parent, '[1930-02-03,)' from bench_place`)
  await client.query('analyze organisations.placement')
  await client.query('select organisations.rebuild_closure()')
  await client.query(`create temp table bench_cell on commit drop as select id, parent, row_number() over (order by n, id) - 1 as i from bench_place where kind = 'CHI_BO'`)
  await client.query('create unique index on bench_cell (i)')
  await client.query('analyze bench_cell')
  return { communes, districts, provinces }
}

/**
 * Everybody who is or was a member, with the days of his life: every tenth of those who stand today more has left in the ten years. Three in ten were admitted in the ten
 * years, the others in the forty before; every third moved, most of them within the district. Numbers by which days are spread are primes, so that none falls together with another.
 */
async function fillLives(client: PoolClient, members: number, cells: number): Promise<void> {
  const everybody = Math.round(members * 1.1)
  await client.query(`create temp table bench_member on commit drop as
    with drawn as (
      select g, g % ${cells} as i, case when g % 10 < 3 then date '${YEARS_BACK}' + (g::bigint * 7919 % 3570)::int else date '1965-01-10' + (g::bigint * 7919 % 15900)::int end as decided,
        case when g > ${members} then (array['transferOut','transferOut','transferOut','transferOut','death','death','death','strikeOff','expulsion','resignation'])[1 + g % 10] end as left_by
      from generate_series(1, ${everybody}) g
    ), lived as (
      select *, decided + 14 as joined, (decided + 14 + interval '1 year')::date as confirmed,
        case when left_by is not null then greatest((decided + 14 + interval '15 months')::date, date '${YEARS_BACK}') + (g::bigint * 15485863 % greatest(date '${TODAY}' - greatest((decided + 14 + interval '15 months')::date, date '${YEARS_BACK}'), 1))::int end as ended
      from drawn
    ), moving as (
      select *, case when g % 3 = 0 then greatest(confirmed, date '${YEARS_BACK}') + (g::bigint * 104729 % greatest(coalesce(ended, date '${TODAY}') - greatest(confirmed, date '${YEARS_BACK}'), 1))::int end as moved_on,
        (i + case when g % 7 < 4 then 1 when g % 7 < 6 then ${CELLS} * 3 + 1 else ${CELLS} * 40 + 5 end) % ${cells} as former_i
      from lived where ended is null or ended <= date '${TODAY}'
    )
    select ${idOf(1, 'g')} as id, m.g, c.id as cell, f.id as former, m.decided, m.joined, m.confirmed, m.left_by, m.ended,
      case when moved_on > joined and moved_on < coalesce(ended, date '${TODAY}') and f.id <> c.id then moved_on end as moved,
      case when left_by is null and decided < date '1975-01-01' and g % 3 = 1 then date '2012-01-01' + (g::bigint * 611953 % 2400)::int end as exempted,
      case when left_by is null and g % 900 = 7 and confirmed < date '2018-01-01' then date '2018-02-01' + (g % 240) end as suspended,
      left_by is null and g % 300 = 17 and decided < date '2005-01-01' as rejoined
    from moving m join bench_cell c on c.i = m.i join bench_cell f on f.i = m.former_i`)
  await client.query('analyze bench_member')
}

/** Facts of the members, as the acts of the product leave them. Whoever joined again was struck off in 2009 and admitted again in 2011. */
async function fillFacts(client: PoolClient): Promise<void> {
  await client.query(`insert into members.person (id, full_name, sort_key, sex, born_on, ethnicity, religion, general_education, profession, political_theory, occupation, keeper_id)
    select id, name, reverse(split_part(reverse(name), ' ', 1)) || ' ' || name || g, case when g % 4 = 0 then 'female' else 'male' end, to_char(decided - 7000 - (g::bigint * 32452843 % 6000)::int, 'YYYY-MM-DD'),
      case when g % 3 = 0 then 'Kinh' else (array['Tày','Dao','Mông','Nùng','Thái'])[1 + g % 5] end, case when g % 50 = 0 then 'Công giáo' else 'Không' end, case when g % 3 = 0 then '10/10' else '12/12' end,
      case when g % 4 = 1 then 'Đại học' end, case when g % 5 = 0 then 'Trung cấp' when g % 5 = 1 then 'Sơ cấp' end, case when g % 2 = 0 then 'Nông dân' else 'Cán bộ, công chức' end, cell
    from (select *, (array['Nông','Hoàng','Lý','Bàn','Ma','Đặng','Triệu','Phàn','Vàng','Lò','Nguyễn','Trần'])[1 + g % 12] || ' ' || (array['Văn','Thị','Đức','Xuân','Minh'])[1 + (g / 12) % 5] || ' ' ||
      (array['An','Bình','Chi','Dũng','Em','Giang','Hà','Khánh','Lan','Mai','Nga','Páo','Quyết','Sim','Tuyển','Út','Vinh','Xuân','Yến'])[1 + (g / 60) % 19] as name from bench_member) m`)
  await client.query(`insert into members.membership (id, person_id, ordinal, decided_on, ceremony_on, admitted_on, confirmed_on, card_number, ended_on, end_kind, end_basis, keeper_id)
    select ${idOf(2, 'g')}, id, 1, decided, joined, joined::text, confirmed::text, lpad((g % 100000000)::text, 8, '0'), case when rejoined then date '2009-06-01' + g % 200 else ended end,
      case when rejoined then 'strikeOff' else left_by end, case when rejoined or left_by is not null then 'Quyết định số ' || g || '-QĐ/ĐU' end, cell from bench_member
    union all select ${idOf(3, 'g')}, id, 2, date '2011-03-01' + g % 200, date '2011-03-10' + g % 200, (date '2011-03-10' + g % 200)::text, null, null, null, null, null, cell from bench_member where rejoined`)
  await client.query(`create temp table bench_stretch on commit drop as
    select id, g, cell, 'probationary' as status, joined as first, confirmed as last, 1 as nth from bench_member
    union all select id, g, cell, 'full', confirmed, case when rejoined then date '2009-06-01' + g % 200 else coalesce(suspended, exempted, ended) end, 2 from bench_member
    union all select id, g, cell, 'exempt', exempted, ended, 3 from bench_member where exempted is not null and suspended is null and not rejoined
    union all select id, g, cell, 'suspended', suspended, null, 4 from bench_member where suspended is not null and not rejoined
    union all select id, g, cell, 'full', date '2011-03-10' + g % 200, null, 5 from bench_member where rejoined`)
  await client.query(`insert into members.status (id, person_id, status, valid_during, keeper_id) select ${idOf(4, 'g::bigint * 8 + nth')}, id, status, daterange(first, last), cell from bench_stretch where last is null or last > first`)
  await client.query(`insert into members.placement (id, person_id, cell_id, valid_during)
    select ${idOf(5, 'g::bigint * 4')}, id, cell, daterange(case when rejoined then date '2011-03-10' + g % 200 else greatest(joined, moved) end, ended) from bench_member
    union all select ${idOf(5, 'g::bigint * 4 + 1')}, id, former, daterange(joined, moved) from bench_member where moved is not null and not rejoined
    union all select ${idOf(5, 'g::bigint * 4 + 2')}, id, former, daterange(joined, date '2009-06-01' + g % 200) from bench_member where rejoined`)
  await client.query(`insert into members.party_age_ruling (id, person_id, kind, valid_during, reason, decision_number, decided_on)
    select ${idOf(6, 'g')}, id, case when g % 200 = 3 then 'countedFrom' else 'interruption' end, case when g % 200 = 3 then daterange(joined + 90, null) else daterange(joined + 800, joined + 800 + 200 + (g % 700)::int) end, 'Xác minh hồ sơ', g || '-QĐ/BTC',
      '2014-05-05' from bench_member where g % 100 = 3 and left_by is null and not rejoined and decided < date '2005-01-01'`)
  await client.query(`insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
    select p.person_id, p.cell_id, s.status, p.valid_during * s.valid_during, x.keeper_id, x.sort_key
    from members.placement p join members.status s on s.person_id = p.person_id and s.valid_during && p.valid_during join members.person x on x.id = p.person_id`)
}

/** Committees of two terms: a secretary and a deputy in every cell, ten more in every commune. */
async function fillPosts(client: PoolClient): Promise<void> {
  await client.query(`create temp table bench_seat on commit drop as
    select m.id, m.g, c.id as cell, c.parent as commune, row_number() over (partition by c.id order by m.g) as nth, row_number() over (partition by c.parent order by m.g % 7, m.g) as nth_of_commune
    from bench_member m join bench_cell c on c.id = m.cell where m.left_by is null and m.confirmed < date '2010-01-01' and not m.rejoined`)
  await client.query(`insert into members.post (id, person_id, organisation_id, position, held_during)
    select gen_random_uuid(), id, place, post, days from (
      select id, cell as place, case nth when 1 then 'BT' when 2 then 'PBT' when 3 then 'PBT' else 'BT' end as post, case when nth <= 2 then daterange('2015-06-01', null) else daterange('2010-06-01', '2015-06-01') end as days from bench_seat where nth <= 4
      union all select id, commune, case nth_of_commune % 10 when 1 then 'BT' when 2 then 'PBT' else 'UV_BCH' end, case when nth_of_commune <= 10 then daterange('2015-05-01', null) else daterange('2010-05-01', '2015-05-01') end from bench_seat where nth_of_commune <= 20) s`)
}

/** Papers of the ten years: a transfer with its letter and reception behind every move, measures, badges, first cards. */
async function fillActs(client: PoolClient): Promise<void> {
  const address = newId()
  await client.query(`insert into transfers.address (id, name) values ($1, 'Đảng bộ tỉnh ngoài')`, [address])
  await client.query(`insert into transfers.transfer (id, kind, direction, stage, stage_since, person_id, person_name, sort_key, from_cell_id, from_name, receiver_id, to_cell_id, address_id, to_name, reach, cause, cause_on, requested_on, letter_on, accepted_on)
    select ${idOf(7, 'g')}, 'official', case when out then 'out' else 'within' end, case when out then 'completed' else 'accepted' end, on_day, id, 'Người chuyển', 'Chuyển', case when out then cell else former end, 'Chi bộ đi', case when not out then cell end, case when not out then cell end,
      case when out then $1::uuid end, 'Chi bộ đến', 'beyond', 'work', on_day - 30, on_day - 20, on_day - 10, case when not out then on_day end
    from (select *, left_by is not distinct from 'transferOut' as out, case when left_by = 'transferOut' then ended else moved end as on_day from bench_member where (moved is not null and left_by is null or left_by = 'transferOut') and not rejoined) m`, [address])
  await client.query(`insert into transfers.letter (id, transfer_id, ordinal, number, issued_on, issuer_name, document_type, present_by)
    select gen_random_uuid(), id, 1, 'GT-' || row_number() over (), letter_on, 'Đảng ủy', 'KNĐ-GT', letter_on + 30 from transfers.transfer`)
  await client.query(`insert into transfers.step (id, transfer_id, ordinal, act, occurred_on, from_stage, to_stage)
    select gen_random_uuid(), id, s.n, s.act, case s.n when 1 then letter_on else stage_since end, s.from_stage, s.to_stage from transfers.transfer
    cross join lateral (values (1, 'issueLetter', 'requested', 'letterIssued'), (2, 'accept', 'letterIssued', stage)) s (n, act, from_stage, to_stage)`)
  await client.query(`insert into lifecycle.discipline (id, person_id, measure, authority, ground, decision_number, decided_on, issued_by, effective_on, effect_until, received_on, complaint_due_on, rule)
    select gen_random_uuid(), id, measure, 'superior', 'Vi phạm', g || '-QĐ/UBKT', on_day, 'Ủy ban kiểm tra', on_day, case when measure <> 'expulsion' then (on_day + interval '1 year')::date end, on_day + 2, on_day + 32, '{}'
    from (select id, g, case when left_by = 'expulsion' then 'expulsion' when g % 3 = 0 then 'warning' else 'reprimand' end as measure, case when left_by = 'expulsion' then ended else greatest(confirmed, date '${YEARS_BACK}') + (g::bigint * 49979687 % 500)::int end as on_day
      from bench_member where left_by = 'expulsion' or g % 100 = 17 and left_by is null) m where on_day <= date '${TODAY}'`)
  await client.query(`insert into lifecycle.badge (id, person_id, years, award_on, ground, state, reached_on, decision_number, decided_on, issued_by)
    select gen_random_uuid(), id, y, award_on, 'reached', 'awarded', reached, g || '-QĐ/TU', award_on - 20, 'Tỉnh ủy'
    from (select id, g, y, (joined + make_interval(years => y))::date as reached, ended from bench_member, unnest(array[30, 40, 45, 50]) y) m
    cross join lateral (select min(d) as award_on from unnest(array[make_date(extract(year from reached)::int, 2, 3), make_date(extract(year from reached)::int, 5, 19), make_date(extract(year from reached)::int, 9, 2), make_date(extract(year from reached)::int, 11, 7),
      make_date(extract(year from reached)::int + 1, 2, 3)]) d where d >= reached) a
    where reached >= date '${YEARS_BACK}' and award_on <= date '${TODAY}' and (ended is null or ended > award_on)`)
  await client.query(`insert into lifecycle.exemption (id, person_id, ground, resolution, decided_on, from_day, rule, former_status)
    select gen_random_uuid(), person_id, 'oldAge', 'Nghị quyết chi bộ', lower(valid_during), lower(valid_during), '{}', 'full' from members.status where status = 'exempt'`)
  await client.query(`insert into lifecycle.suspension (id, person_id, ground, reason, decision_number, decided_on, issued_by, from_day, last_day, rule, former_status)
    select gen_random_uuid(), person_id, 'inquiry', 'Kiểm tra', '1-QĐ', lower(valid_during), 'Huyện ủy', lower(valid_during), lower(valid_during) + 90, '{}', 'full' from members.status where status = 'suspended'`)
  await client.query(`insert into cards.card (id, person_id, kind, state, number, decision_number, decided_on, issued_by, handed_on)
    select gen_random_uuid(), id, 'first', case when left_by is null then 'held' else 'withdrawn' end, lpad((g % 100000000)::text, 8, '0'), g || '-QĐ/HU', confirmed + 40, 'Huyện ủy', confirmed + 60
    from bench_member where decided >= date '${YEARS_BACK}' and confirmed + 60 < coalesce(ended, date '${TODAY}')`)
}

/**
 * A register of the given number of members as the product would hold it after ten years: the whole, provinces, districts, communes and cells; people who were admitted,
 * moved, left by every way, joined again; rulings, measures, badges, posts, cards and transfers; with every index, foreign key and exclusion. Nobody is anybody.
 */
export async function fillCountry(owner: Pool, members: number): Promise<BenchGround & { readonly provinceId: string; readonly districtId: string; readonly districts: number; readonly provinces: number }> {
  const top = newId()
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`set local maintenance_work_mem = '512MB'`)
    await client.query(`set local work_mem = '256MB'`)
    const tree = await fillTree(client, members, top)
    await fillLives(client, members, tree.communes * CELLS)
    for (const table of FILLED) await client.query(`alter table ${table} disable trigger user`)
    await withoutIndexes(client, FILLED, async () => {
      await fillFacts(client)
      await fillPosts(client)
      await fillActs(client)
    }, { exclusions: true })
    for (const table of FILLED) await client.query(`alter table ${table} enable trigger user`)
    const middle = async (kind: string, count: number) => (await client.query('select id from bench_place where kind = $1 and n > 0 order by n limit 1 offset $2', [kind, Math.floor(count / 2)])).rows[0].id as string
    const communeId = await middle('DB_CO_SO', tree.communes)
    const ground = {
      members, top, communeId, districtId: await middle('DB_HUYEN', tree.districts), provinceId: await middle('DB_TINH', tree.provinces), districts: tree.districts, provinces: tree.provinces,
      secretOfCommune: await addAccount(client, 'grassrootsOfficer', communeId), secretOfTop: await addAccount(client, 'superiorOfficer', top),
    }
    await client.query('commit')
    await client.query('vacuum analyze')
    return ground
  } finally {
    client.release()
  }
}
