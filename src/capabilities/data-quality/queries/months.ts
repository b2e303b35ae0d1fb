import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { RuleCount } from '../model.ts'

export type KeptMonth = { readonly on: PlainDate; readonly counts: readonly RuleCount[]; readonly keptAt: string }

/** What was counted at the ends of months, from one day to another, both inclusive; the latest first. */
export function listKeptMonths(db: Db, organisationId: string, from: PlainDate, until: PlainDate): Promise<KeptMonth[]> {
  return db.rows(sql`select on_day as "on", counts, kept_at as "keptAt" from data_quality.month_count
    where organisation_id = ${organisationId} and on_day between ${from} and ${until} order by on_day desc`)
}

/** Forgets what was counted of days that are kept no longer; `days` stay. */
export async function forgetOtherDays(db: Db, days: readonly PlainDate[]): Promise<void> {
  await db.run(sql`delete from data_quality.month_count where on_day <> all (${days as PlainDate[]}::date[])`)
}

/** What is kept of a day for an organisation (the first) and each one right below it; of one that has ended, for where it stood last. */
export type KeptUnit = { readonly unitId: string; readonly name: string; readonly shortName: string; readonly counts: readonly RuleCount[]; readonly keptAt: string }

export function listKeptUnits(db: Db, organisationId: string, on: PlainDate): Promise<KeptUnit[]> {
  return db.rows(sql`
    select m.organisation_id as "unitId", v.name, v.short_name as "shortName", m.counts, m.kept_at as "keptAt" from data_quality.month_count m
    join lateral (select v.name, v.short_name from organisations.version v where v.organisation_id = m.organisation_id and v.superseded_at is null and lower(v.valid_during) <= ${on}::date order by v.valid_during desc limit 1) v on true
    where m.on_day = ${on} and m.organisation_id = any (array(
      select ${organisationId}::uuid union all
      select c.descendant_id from organisations.closure c left join organisations.organisation o on o.id = c.descendant_id and o.ended_on is not null
      where c.ancestor_id = ${organisationId} and c.depth = 1 and (c.valid_during @> ${on}::date or upper(c.valid_during) = o.ended_on and o.ended_on <= ${on}::date)))
    order by m.organisation_id <> ${organisationId}`)
}

/** The days of these that were not counted since a moment. */
export async function listMonthsToKeep(db: Db, organisationId: string, days: readonly PlainDate[], since: string): Promise<PlainDate[]> {
  const rows = await db.rows<{ on: PlainDate }>(sql`select d as "on" from unnest(${days as PlainDate[]}::date[]) d
    where not exists (select from data_quality.month_count m where m.organisation_id = ${organisationId} and m.on_day = d and m.kept_at >= ${since}::timestamptz) order by d desc`)
  return rows.map(({ on }) => on)
}
