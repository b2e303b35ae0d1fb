import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Pool } from 'pg'
import { committeePositions } from '../src/regulations/index.ts'
import { ageBands, partyAgeBands, sizeBands } from '../src/capabilities/statistics/index.ts'

const LAST = "date '9999-12-31'"
const range = (column: string) => `lower(${column}) as lo, coalesce(upper(${column}), ${LAST}) as hi`
/** The same rows as the lines are counted from, as they are now. */
const tables: Readonly<Record<string, string>> = {
  person: 'select id as person_id, sex, ethnicity, religion, general_education, profession, political_theory, occupation, born_on from members.person',
  placement: `select person_id, cell_id, ${range('valid_during')} from members.placement where superseded_at is null`,
  status: `select person_id, status, ${range('valid_during')} from members.status where superseded_at is null`,
  membership: 'select person_id, ordinal, admission_day, coalesce(ceremony_on, decided_on) as joined_on, ended_on, end_kind from members.membership where superseded_at is null',
  closure: `select ancestor_id, descendant_id, depth, ${range('valid_during')} from organisations.closure`,
  version: `select organisation_id, type, area_kind, ${range('valid_during')} from organisations.version where superseded_at is null`,
  post: `select person_id, organisation_id, position, array_position(array[${committeePositions.map((position) => `'${position}'`).join(', ')}], position) as rank, ${range('held_during')} from members.post where superseded_at is null`,
  // The acts of every room as one table: the other engine need not gather them.
  act: `select person_id, act, on_day, sorted_on, null::uuid as cell_id from lifecycle.acts_between('-infinity', 'infinity', null)
    union all select person_id, act, on_day, sorted_on, null from cards.acts_between('-infinity', 'infinity', null)
    union all select person_id, act, on_day, sorted_on, null from members.acts_between('-infinity', 'infinity', null) where act <> 'exempt'
    union all select person_id, act, on_day, on_day, cell_id from transfers.acts_between('-infinity', 'infinity', null)`,
}

const band = (value: string, bounds: readonly number[]) => bounds.map((b) => `(${value} >= ${b})::int`).join(' + ')
const marks = `count(*)::int as total, (count(*) filter (where sex = 'female'))::int as women, (count(*) filter (where ethnicity <> 'Kinh'))::int as minority, (count(*) filter (where status = 'probationary'))::int as probationary`
const ageOn = (day: string) => `((year(${day}) * 10000 + month(${day}) * 100 + day(${day})) - replace(born_on, '-', '')::int) // 10000`
const sets = (columns: readonly string[]) => `grouping sets ((), ${columns.map((column) => `(${column})`).join(', ')})`

const STAND = ['sex', 'status', 'ethnicity', 'religion', 'general_education', 'political_theory', 'age_band', 'party_age_band']
const standSql = (place: string, day: string) => `
  with t as (
    select x.*, s.status, ${band(ageOn(day), ageBands)} as age_band, ${band(`date_sub('month', m.admission_day, ${day}) // 12`, partyAgeBands)} as party_age_band
    from placement p join status s on s.person_id = p.person_id and s.lo <= ${day} and s.hi > ${day} join person x on x.person_id = p.person_id
    left join (select person_id, min(admission_day) as admission_day from membership group by 1) m on m.person_id = p.person_id
    where p.lo <= ${day} and p.hi > ${day} and p.cell_id in (select descendant_id from closure c where c.ancestor_id = '${place}' and c.lo <= ${day} and c.hi > ${day}))
  select ${STAND.join(', ')}, ${marks} from t group by ${sets(STAND)}`

const linesSql = (place: string, from: string, until: string) => `
  with stay as (
    select p.person_id, greatest(p.lo, c.lo) as lo, least(p.hi, c.hi) as hi from placement p join closure c on c.descendant_id = p.cell_id and c.ancestor_id = '${place}'
    where greatest(p.lo, c.lo) < least(p.hi, c.hi) and p.lo <= ${until} and p.hi > ${from} - 1),
  marked as (select *, lag(hi) over w as before, lead(lo) over w as after from stay window w as (partition by person_id order by lo)),
  line as (
    select person_id, 'opening' as item, ${from} - 1 as sorted_on from stay where lo < ${from} and hi >= ${from}
    union all select person_id, 'closing', ${until} from stay where lo <= ${until} and hi > ${until}
    union all select e.person_id, case when b.cell_id = a.cell_id then 'reorganisedIn' when b.person_id is not null then 'movedIn' when m.ordinal = 1 then 'admitted' when m.ordinal > 1 then 'readmitted' else 'fromOutside' end, e.lo
      from marked e left join placement b on b.person_id = e.person_id and b.lo <= e.lo - 1 and b.hi > e.lo - 1 left join placement a on a.person_id = e.person_id and a.lo <= e.lo and a.hi > e.lo
      left join membership m on m.person_id = e.person_id and m.joined_on = e.lo
      where e.lo between ${from} and ${until} and e.before is distinct from e.lo
    union all select e.person_id, case when n.person_id is not null then 'movedOut' when m.person_id is null then 'unexplained' else coalesce(m.end_kind, 'x') end, e.hi - 1
      from marked e left join placement n on n.person_id = e.person_id and n.lo <= e.hi and n.hi > e.hi left join membership m on m.person_id = e.person_id and m.ended_on = e.hi
      where e.hi between ${from} and ${until} and e.after is distinct from e.hi),
  t as (
    select l.item, x.*, s.status, ${band(ageOn('l.sorted_on'), ageBands)} as age_band from line l join person x on x.person_id = l.person_id
    left join status s on s.person_id = l.person_id and s.lo <= l.sorted_on and s.hi > l.sorted_on)`
const on = (table: string, day: string) => `${table}.lo <= ${day} and ${table}.hi > ${day}`
const below = (place: string, day: string) => `select c.descendant_id from closure c where c.ancestor_id = '${place}' and ${on('c', day)}`
const levelOf = "case when v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'atGrassroots' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'atSection' when v.type in ('CHI_BO', 'CB_SH_TAM') then 'atCell' else 'atSuperior' end"
const counted = "v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN', 'DB_BO_PHAN', 'DB_TT_CO_SO', 'CHI_BO', 'CB_SH_TAM')"

const SEATED = ['position', 'sex', 'ethnicity', 'general_education', 'profession', 'political_theory', 'age_band']
const seatsSql = (place: string, day: string) => `
  with held as (
    select h.person_id, h.position, ${levelOf} as level from post h join version v on v.organisation_id = h.organisation_id and ${on('v', day)}
    where ${on('h', day)} and h.rank is not null and h.organisation_id in (${below(place, day)}) qualify row_number() over (partition by h.person_id, h.organisation_id order by h.rank) = 1),
  t as (select h.position, h.level, 'x' as status, x.*, ${band(ageOn(day), ageBands)} as age_band from held h join person x on x.person_id = h.person_id)
  select ${SEATED.join(', ')}, ${marks}, ${['atSuperior', 'atGrassroots', 'atSection', 'atCell'].map((level) => `(count(*) filter (where level = '${level}'))::int as ${level}`).join(', ')} from t group by ${sets(SEATED)}`

const organisationsSql = (place: string, day: string) => `
  with placed as (
    select c.ancestor_id, count(*) as members from placement p join closure c on c.descendant_id = p.cell_id and ${on('c', day)} where ${on('p', day)} and p.cell_id in (${below(place, day)}) group by 1),
  area as (
    select a.descendant_id, arg_min(v.area_kind, a.depth) as area from closure a join version v on v.organisation_id = a.ancestor_id and ${on('v', day)} and v.area_kind is not null
    where ${on('a', day)} and a.descendant_id in (${below(place, day)}) group by 1),
  t as (
    select v.type, a.area, ${band('coalesce(p.members, 0)', sizeBands)} as size from version v left join placed p on p.ancestor_id = v.organisation_id left join area a on a.descendant_id = v.organisation_id
    where ${on('v', day)} and ${counted} and v.organisation_id in (${below(place, day)}))
  select type, area, size, count(*)::int as total from t group by ${sets(['type', 'area', 'size'])}`

const actsSql = (place: string, from: string, until: string) => `
  with happened as (
    select * from act where on_day between ${from} and ${until}
    union all select person_id, 'exempt', ${until}, ${until}, null from status s where s.status = 'exempt' and ${on('s', until)}),
  located as (
    select a.person_id, a.act, a.sorted_on, coalesce(a.cell_id, p.cell_id) as cell_id, case when a.cell_id is null then least(a.sorted_on, p.hi - 1) else a.on_day end as seen_on
    from happened a asof left join placement p on p.person_id = a.person_id and a.sorted_on >= p.lo),
  t as (
    select l.act, x.sex, x.ethnicity, s.status from located l join closure c on c.descendant_id = l.cell_id and c.ancestor_id = '${place}' and ${on('c', 'l.seen_on')} join person x on x.person_id = l.person_id
    left join status s on s.person_id = l.person_id and ${on('s', 'l.sorted_on')})
  select act, ${marks} from t group by ${sets(['act'])}`
const ADMITTED = ['sex', 'ethnicity', 'religion', 'general_education', 'profession', 'political_theory', 'occupation', 'age_band']

export type Duck = { ask(place: string, from: string, until: string): Promise<{ members: number; women: number; closing: number; admitted: number; organisations: number; seats: number; acts: number }>; close(): void }

/** The rows of the register in a file of DuckDB's own, asked for the same tables by equivalent statements. */
export async function duckOf(owner: Pool, folder: string): Promise<Duck> {
  const instance = await DuckDBInstance.create(join(folder, 'register.duckdb'))
  const db: DuckDBConnection = await instance.connect()
  // The server writes the rows, and may run as somebody else.
  chmodSync(folder, 0o711)
  const exported = join(folder, 'exported')
  mkdirSync(exported)
  chmodSync(exported, 0o777)
  for (const [name, select] of Object.entries(tables)) {
    const file = join(exported, `${name}.csv`)
    await owner.query(`copy (${select}) to '${file}' with (format csv, header)`)
    await db.run(`create table ${name} as select * from read_csv('${file}', header = true, nullstr = '', types = {${['born_on'].filter(() => name === 'person').map((column) => `'${column}': 'VARCHAR'`).join('')}})`.replace(', types = {}', ''))
    rmSync(file)
  }
  const rows = async (text: string) => (await db.runAndReadAll(text)).getRowObjects() as Record<string, any>[]
  return {
    async ask(place, from, until) {
      const [first, last] = [`date '${from}'`, `date '${until}'`]
      const stand = await rows(standSql(place, last))
      const changes = await rows(`${linesSql(place, first, last)} select item, ${marks} from t group by ${sets(['item'])}`)
      const admitted = await rows(`${linesSql(place, first, last)} select ${ADMITTED.join(', ')}, ${marks} from t where item = 'admitted' group by ${sets(ADMITTED)}`)
      const organisations = await rows(organisationsSql(place, last))
      const seats = await rows(seatsSql(place, last))
      const happened = await rows(actsSql(place, first, last))
      const most = (found: Record<string, any>[]) => Math.max(0, ...found.map(({ total }) => total))
      return { members: most(stand), women: Math.max(...stand.map(({ women }) => women)), closing: changes.find(({ item }) => item === 'closing')?.total ?? 0, admitted: most(admitted), organisations: most(organisations), seats: most(seats), acts: most(happened) }
    },
    close: () => { db.closeSync(); instance.closeSync() },
  }
}
