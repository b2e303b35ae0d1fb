import type { PoolClient } from 'pg'
import { sortingOfLines } from '../../capabilities/statistics/index.ts'
import { addMonths, partsOf, dayOf, type PlainDate } from '../../kernel/index.ts'
import { idOf } from './always-alike.ts'
import { addDays } from './calendar.ts'
import { reportWords as words } from './reports.vi.ts'

type Unit = { readonly id: string; readonly code: string; readonly officer: string | null }
type Fate = 'approved' | 'late' | 'waiting' | 'returned' | 'missing'

/** Most have reported in time; every seventh late, two wait, one was returned, two have not reported. */
const fateOf = (at: number): Fate => (at === 11 ? 'returned' : at === 17 || at === 23 ? 'waiting' : at === 20 || at === 29 ? 'missing' : at % 7 === 6 ? 'late' : 'approved')

const moment = (day: PlainDate, hour: number) => `${day}T0${hour}:15:00Z`

/** The report of one organisation for a period, frozen as known on the day it was submitted. */
async function layReport(client: PoolClient, periodId: string, unit: Unit, fate: Exclude<Fate, 'missing'>, dueOn: PlainDate, officer: string): Promise<void> {
  const submittedOn = addDays(dueOn, fate === 'late' ? 9 : -8 + (Number(unit.code.slice(-2)) % 8))
  const name = `'report ' || '${periodId}' || '${unit.id}'`
  const state = fate === 'late' ? 'approved' : fate === 'waiting' ? 'submitted' : fate
  await client.query(`insert into reports.report (id, period_id, organisation_id, state, version, recorded_at) values (${idOf(name)}, $1, $2, $3, $4, $5)`, [periodId, unit.id, state, fate === 'waiting' ? 1 : 2, moment(submittedOn, 3)])
  const decidedOn = addDays(submittedOn, 4)
  const { rows: [submission] } = await client.query<{ id: string }>(`
    insert into reports.submission (id, report_id, ordinal, submitted_by, submitted_at, known_at, outcome, decided_by, decided_at, decision)
    values (${idOf(`${name} || '1'`)}, ${idOf(name)}, 1, $1, $2, $2, $3, $4, $5, $6) returning id`,
  [unit.officer, moment(submittedOn, 3), fate === 'waiting' ? 'waiting' : state, fate === 'waiting' ? null : officer, fate === 'waiting' ? null : moment(decidedOn, 2), fate === 'returned' ? words.returned : null])
  await client.query('select reports.freeze_lines($1, $2)', [submission!.id, sortingOfLines])
}

/** A correction of a report that was approved: the version before stays. */
async function layCorrection(client: PoolClient, periodId: string, unit: Unit, day: PlainDate, officer: string): Promise<void> {
  const name = `'report ' || '${periodId}' || '${unit.id}'`
  await client.query(`update reports.submission set outcome = 'replaced' where report_id = ${idOf(name)}`)
  await client.query(`update reports.report set version = 4 where id = ${idOf(name)}`)
  const { rows: [submission] } = await client.query<{ id: string }>(`
    insert into reports.submission (id, report_id, ordinal, reason, submitted_by, submitted_at, known_at, outcome, decided_by, decided_at)
    values (${idOf(`${name} || '2'`)}, ${idOf(name)}, 2, $1, $2, $3, $3, 'approved', $4, $5) returning id`, [words.corrected, unit.officer, moment(day, 3), officer, moment(addDays(day, 3), 2)])
  await client.query('select reports.freeze_lines($1, $2)', [submission!.id, sortingOfLines])
}

async function layPeriod(client: PoolClient, { top, officer, from, until }: { top: string; officer: string; from: PlainDate; until: PlainDate }): Promise<{ id: string; dueOn: PlainDate }> {
  const dueOn = addDays(until, 20)
  const { rows: [period] } = await client.query<{ id: string }>(`
    insert into reports.period (id, organisation_id, from_day, until_day, due_on, opened_by, recorded_at) values (${idOf(`'period ${until}'`)}, $1, $2, $3, $4, $5, $6) returning id`, [top, from, until, dueOn, officer, moment(addDays(until, -10), 2)])
  return { id: period!.id, dueOn }
}

/** Somebody of an organisation whose way out of it was recorded only on a day, after it had been reported: until then the register had the stay without an end. */
async function recordLate(client: PoolClient, unit: Unit, { from, until, day }: { from: PlainDate; until: PlainDate; day: PlainDate }): Promise<void> {
  const { rows: [gone] } = await client.query<{ person: string; on: PlainDate }>(`
    select p.person_id as person, upper(p.valid_during) as on from members.placement p join organisations.closure c on c.descendant_id = p.cell_id and c.ancestor_id = $1 and c.valid_during @> $3::date
    join members.membership m on m.person_id = p.person_id and m.superseded_at is null and m.ended_on = upper(p.valid_during)
    where p.superseded_at is null and upper(p.valid_during) between $2::date and $3::date order by p.person_id limit 1`, [unit.id, from, until])
  if (!gone) return
  const late = moment(day, 3)
  for (const [table, column] of [['members.placement', 'valid_during'], ['members.status', 'valid_during']] as const) {
    await client.query(`
      insert into ${table} select (jsonb_populate_record(x, jsonb_build_object('id', ${idOf("'before ' || x.id")}, '${column}', daterange(lower(x.${column}), null), 'recorded_at', least(x.recorded_at, $3::timestamptz - interval '1 year'), 'superseded_at', $3::timestamptz))).*
      from ${table} x where x.person_id = $1 and x.superseded_at is null and upper(x.${column}) = $2`, [gone.person, gone.on, late])
    await client.query(`update ${table} set recorded_at = $3 where person_id = $1 and superseded_at is null and upper(${column}) = $2`, [gone.person, gone.on, late])
  }
  await client.query(`
    insert into members.membership (id, person_id, ordinal, decided_on, decision_number, decided_by, ceremony_on, admitted_on, confirmed_on, confirmation_number, confirmation_signed_on, card_number, history_number, source_id, keeper_id, recorded_at, superseded_at)
    select ${idOf("'before ' || id")}, person_id, ordinal, decided_on, decision_number, decided_by, ceremony_on, admitted_on, confirmed_on, confirmation_number, confirmation_signed_on, card_number, history_number, source_id, keeper_id,
      least(recorded_at, $3::timestamptz - interval '1 year'), $3 from members.membership where person_id = $1 and superseded_at is null and ended_on = $2`, [gone.person, gone.on, late])
  await client.query('update members.membership set recorded_at = $3 where person_id = $1 and superseded_at is null and ended_on = $2', [gone.person, gone.on, late])
}

/** The last half-year that has ended: submitted and approved by most, late by some, returned to one; and for two organisations the year before it. */
export async function layReports(client: PoolClient, today: PlainDate): Promise<void> {
  // The lines are counted set by set; without statistics the plans would be those of empty tables.
  await client.query('analyze members.person, members.placement, members.status, members.membership, members.post, organisations.version, organisations.placement, organisations.closure, lifecycle.badge')
  const { year, month } = partsOf(today)
  const half = month > 7 ? year : year - 1
  const { rows: units } = await client.query<Unit>(`
    select v.organisation_id as id, v.code, (select h.account_id from access.role_holding h where h.organisation_id = v.organisation_id and h.role = 'grassrootsOfficer' limit 1) as officer
    from organisations.version v where v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') and v.superseded_at is null and v.valid_during @> $1::date order by v.code`, [dayOf(half, 6, 30)])
  const { rows: [above] } = await client.query<{ top: string; officer: string }>(`select organisation_id as top, (select id from access.account where sign_in_name = 'chuyenvien') as officer from organisations.version where type = 'DB_HUYEN' and upper_inf(valid_during) and superseded_at is null`)
  if (!above || units.length === 0) return
  const before = await layPeriod(client, { ...above, from: dayOf(half - 1, 1, 1), until: dayOf(half - 1, 12, 31) })
  for (const unit of units.filter(({ officer }) => officer)) await layReport(client, before.id, unit, 'approved', before.dueOn, above.officer)
  const last = await layPeriod(client, { ...above, from: dayOf(half, 1, 1), until: dayOf(half, 6, 30) })
  const corrected = units.find(({ officer }) => officer)
  if (corrected) await recordLate(client, corrected, { from: dayOf(half, 1, 1), until: dayOf(half, 6, 30), day: addDays(last.dueOn, 16) })
  for (const [at, unit] of units.entries()) {
    const fate = unit.officer ? 'approved' : fateOf(at)
    if (fate !== 'missing') await layReport(client, last.id, unit, fate, last.dueOn, above.officer)
  }
  if (corrected && addMonths(last.dueOn, 2) < today) await layCorrection(client, last.id, corrected, addMonths(last.dueOn, 1), above.officer)
}
