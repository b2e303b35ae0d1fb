import type { PoolClient } from 'pg'
import { cellTermMonths } from '../../regulations/index.ts'
import { addMonths, type PlainDate } from '../../kernel/index.ts'
import { idOf as idOfWords } from './always-alike.ts'
import { addDays } from './calendar.ts'
import { TERM_FROM, TERM_UNTIL } from './chronicle.ts'
import { conferenceWords as words } from './conferences.vi.ts'

const OWN_COMMUNE = '02.034.013'
const idOf = (said: string) => idOfWords(`'${said}'`)
const firstOfMonth = (day: PlainDate): PlainDate => addDays(day, 1 - Number(day.slice(8)))

/** Figures of an organisation on a day, as the product counts them; the names are those of the product. */
const figureSql = (place: string, on: string): Readonly<Record<string, string>> => {
  const cells = (condition: string) => `(select count(*) from organisations.cells_below(${place}, ${on}) c left join members.last_admission_by_cell(${place}, ${on}, null) l on l.cell_id = c.cell_id
    left join sources_and_targets.prospects_by_cell(${place}, ${on}, 1, null) s on s.cell_id = c.cell_id where ${condition})`
  const members = (column: string) => `(select coalesce(sum(${column}), 0) from members.counts_by_cell(${place}, ${on}, null))`
  return {
    admittedInTerm: `(select coalesce(sum(admitted), 0) from members.admissions_by_cell(${place}, ${on}, '${TERM_FROM}', ${on}, null))`,
    admittedLast12: `(select coalesce(sum(admitted), 0) from members.admissions_by_cell(${place}, ${on}, (${on} - interval '12 months')::date + 1, ${on}, null))`,
    openFiles: `(select coalesce(sum(files), 0) from admission.open_by_stage(${place}, ${on}, null))`, followed: `(select coalesce(sum(followed), 0) from sources_and_targets.prospects_by_cell(${place}, ${on}, 1, null))`,
    cellsFollowingNobody: cells('coalesce(s.followed, 0) = 0'), cellsOver24: cells(`coalesce(l.decided_on + interval '24 months' < ${on}, true)`),
    cellsTwoTerms: cells(`coalesce(l.decided_on + interval '${2 * cellTermMonths.inForceOn(TERM_FROM).value} months' < ${on}, true)`),
    members: members('members'), probationary: members('probationary'), women: members('women'), ethnicMinority: members('ethnic_minority'),
  }
}

type Unit = { id: string; then: number; now: number; target: number }

/** The unit that admitted most since, and the one furthest behind of those that admitted nobody. */
async function unitsOf(client: PoolClient, district: string, asOf: PlainDate, today: PlainDate): Promise<{ moved: Unit; unmoved: Unit }> {
  const counted = (on: string) => figureSql('p.organisation_id', on)['admittedInTerm']!
  const { rows } = await client.query<Unit>(`
    select p.organisation_id as id, ${counted('$2::date')}::int as then, ${counted('$3::date')}::int as now, t.value as target from organisations.placement p
    join sources_and_targets.target t on t.organisation_id = p.organisation_id and t.period_kind = 'term' and t.measure = 'admissions' and t.superseded_at is null
    where p.parent_id = $1 and p.superseded_at is null and upper_inf(p.valid_during) order by p.organisation_id`, [district, asOf, today])
  const most = [...rows].sort((a, b) => b.now - b.then - (a.now - a.then))
  const idle = [...rows].sort((a, b) => a.now - a.then - (b.now - b.then) || a.now / a.target - b.now / b.target)
  return { moved: most[0]!, unmoved: idle[0]! }
}

type NewSolution = { key: keyof typeof words.solutions; owner: string; role: string; place: string; dueOn: PlainDate; measure: string; more: number }

async function laySolution(client: PoolClient, given: { conference: string; district: string; asOf: PlainDate; heldOn: PlainDate }, s: NewSolution): Promise<void> {
  await client.query(`
    insert into conferences.solution (id, conference_id, organisation_id, text, owner_id, owner_role, place, due_on, measure, measured_at, value_then, wanted, recorded_at)
    select ${idOf(`solution ${s.key}`)}, $1, $2, $3, $4, $5, $6, $7, $8, $4, v.n, greatest(0, v.n + $9::int), $10 from (select ${figureSql('$4::uuid', `'${given.asOf}'::date`)[s.measure]}::int as n) v`,
  [given.conference, given.district, words.solutions[s.key], s.owner, s.role, s.place, s.dueOn, s.measure, s.more, `${given.heldOn}T03:00:00Z`])
}

/** The conference of two months ago with what it decided: some figures moved, one did not and is asked about. */
export async function layConferences(client: PoolClient, today: PlainDate): Promise<void> {
  await client.query(`select set_config('dangvu.keeper', 'yes', true)`)
  const asOf = addDays(addMonths(firstOfMonth(today), -2), -1)
  const heldOn = addDays(asOf, 15)
  const { rows: [made] } = await client.query<{ conference: string; district: string; officer: string; commune: string; cell: string }>(`
    select ${idOf('conference')} as conference, (select organisation_id from organisations.version where type = 'DB_HUYEN' and upper_inf(valid_during)) as district, (select id from access.account where sign_in_name = 'chuyenvien') as officer,
      (select organisation_id from organisations.version where code = $1 and upper_inf(valid_during)) as commune, (select h.organisation_id from access.role_holding h join access.account a on a.id = h.account_id where a.sign_in_name = 'bithu' limit 1) as cell`, [OWN_COMMUNE])
  const { conference, district, officer, commune, cell } = made!
  const at = `${heldOn}T02:00:00Z`
  await client.query(`insert into conferences.conference (id, organisation_id, title, held_on, place, as_of, known_at, sections, conclusion, concluded_on, version, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, 9, $10, $7)`,
    [conference, district, words.title, heldOn, words.place, asOf, at, JSON.stringify(words.sections), words.conclusion, officer])
  const figures = Object.entries(figureSql('$2::uuid', '$3::date')).map(([measure, sql]) => `select '${measure}' as measure, ${sql}::int as value`).join(' union all ')
  await client.query(`insert into conferences.figure (id, conference_id, organisation_id, about_id, measure, value) select overlay(overlay(md5('figure ' || f.measure) placing '4' from 13) placing '8' from 17)::uuid, $1, $2::uuid, $2::uuid, f.measure, f.value from (${figures}) f`, [conference, district, asOf])
  await client.query(`
    insert into conferences.figure (id, conference_id, organisation_id, about_id, measure, value)
    select overlay(overlay(md5('figure ' || p.organisation_id) placing '4' from 13) placing '8' from 17)::uuid, $1, $2::uuid, p.organisation_id, 'admittedInTerm', ${figureSql('p.organisation_id', '$3::date')['admittedInTerm']}::int
    from organisations.placement p where p.parent_id = $2::uuid and p.superseded_at is null and p.valid_during @> $3::date`, [conference, district, asOf])
  await client.query(`
    insert into conferences.figure (id, conference_id, organisation_id, about_id, measure, value)
    select overlay(overlay(md5('behind ' || f.about_id) placing '4' from 13) placing '8' from 17)::uuid, f.conference_id, f.organisation_id, f.about_id, 'behindPace', round(t.value * members.full_months('${TERM_FROM}', $2::date)::numeric / members.full_months('${TERM_FROM}', '${TERM_UNTIL}') - f.value)
    from conferences.figure f join sources_and_targets.target t on t.organisation_id = f.about_id and t.period_kind = 'term' and t.measure = 'admissions' and t.superseded_at is null
    where f.conference_id = $1 and f.measure = 'admittedInTerm'`, [conference, asOf])
  const { moved, unmoved } = await unitsOf(client, district, asOf, today)
  for (const [i, text] of words.findings.entries()) await client.query(`insert into conferences.finding (id, conference_id, organisation_id, kind, text, recorded_by, recorded_at) values (${idOf(`finding ${i}`)}, $1, $2, 'finding', $3, $4, $5)`, [conference, district, text, officer, at])
  await client.query(`insert into conferences.finding (id, conference_id, organisation_id, kind, about_id, text, recorded_by, recorded_at) values (${idOf('experience')}, $1, $2, 'experience', $3, $4, $5, $6)`, [conference, district, moved.id, words.experience, officer, at])
  const lay = (solution: NewSolution) => laySolution(client, { conference, district, asOf, heldOn }, solution)
  const quarter = addDays(firstOfMonth(today), -1)
  await lay({ key: 'nobody', owner: district, role: 'superiorOfficer', place: words.places.district, dueOn: addDays(today, 56), measure: 'cellsFollowingNobody', more: -60 })
  await lay({ key: 'moved', owner: moved.id, role: 'grassrootsOfficer', place: words.places.commune, dueOn: addDays(quarter, 92), measure: 'admittedInTerm', more: 12 })
  await lay({ key: 'unmoved', owner: unmoved.id, role: 'grassrootsOfficer', place: words.places.commune, dueOn: quarter, measure: 'admittedInTerm', more: 8 })
  await lay({ key: 'commune', owner: commune, role: 'grassrootsOfficer', place: words.places.commune, dueOn: addDays(today, 10), measure: 'followed', more: 12 })
  await lay({ key: 'cell', owner: cell, role: 'cellSecretary', place: words.places.cell, dueOn: addDays(today, 15), measure: 'followed', more: 2 })
  await client.query(`insert into conferences.follow_up (id, solution_id, followed_on, value, note, due_on, recorded_at) values (${idOf('answer')}, ${idOf('solution moved')}, $1, $2, $3, $4, $5)`, [quarter, moved.now, words.answer, addDays(quarter, 92), `${quarter}T03:00:00Z`])
  await client.query(`update conferences.solution set version = 2 where id = ${idOf('solution moved')}`)
  await client.query(`select set_config('dangvu.keeper', '', true)`)
}
