import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { RuleCount } from '../model.ts'

export type KeptMonth = { readonly on: PlainDate; readonly counts: readonly RuleCount[]; readonly keptAt: string }

/** What was counted at the ends of months, from one day to another, both inclusive; the latest first. */
export function listKeptMonths(db: Db, organisationId: string, from: PlainDate, until: PlainDate): Promise<KeptMonth[]> {
  return db.rows(sql`select on_day as "on", counts, kept_at as "keptAt" from data_quality.month_count
    where organisation_id = ${organisationId} and on_day between ${from} and ${until} order by on_day desc`)
}

/** Keeps what was counted at the end of a month in the place of what was kept before. */
export async function keepMonth(db: Db, organisationId: string, on: PlainDate, counts: readonly RuleCount[]): Promise<void> {
  await db.run(sql`insert into data_quality.month_count (organisation_id, on_day, counts) values (${organisationId}, ${on}, ${JSON.stringify(counts)}::jsonb)
    on conflict (organisation_id, on_day) do update set counts = excluded.counts, kept_at = excluded.kept_at`)
}

/** The days of these that were not counted since a moment. */
export async function listMonthsToKeep(db: Db, organisationId: string, days: readonly PlainDate[], since: string): Promise<PlainDate[]> {
  const rows = await db.rows<{ on: PlainDate }>(sql`select d as "on" from unnest(${days as PlainDate[]}::date[]) d
    where not exists (select from data_quality.month_count m where m.organisation_id = ${organisationId} and m.on_day = d and m.kept_at >= ${since}::timestamptz) order by d desc`)
  return rows.map(({ on }) => on)
}
