import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { Override, Swap } from '../../../regulations/index.ts'

/** Values the administrator put in place of unconfirmed ones, as the rules read them. */
export function loadOverrides(db: Db): Promise<Override[]> {
  return db.rows(sql`
    select rule, entry_from as "from", value, instrument, clause from rulebook.override where superseded_at is null order by rule, entry_from`)
}

/** Announced swaps of working days entered for this installation, beside the ones the calendar knows. */
export function loadSwaps(db: Db): Promise<Swap[]> {
  return db.rows(sql`select day, case when working then 'working' else 'off' end as becomes from rulebook.swapped_day order by day`)
}

export type OverrideRow = {
  id: string; rule: string; from: PlainDate; value: unknown; instrument: string; clause: string; reason: string; enteredBy: string | null; recordedAt: string
}

export function listOverrides(db: Db): Promise<OverrideRow[]> {
  return db.rows(sql`
    select o.id, o.rule, o.entry_from as "from", o.value, o.instrument, o.clause, o.reason, a.full_name as "enteredBy", o.recorded_at as "recordedAt"
    from rulebook.override o left join access.account a on a.id = o.entered_by
    where o.superseded_at is null order by o.rule, o.entry_from`)
}

export async function insertOverride(db: Db, o: { id: string; rule: string; from: PlainDate; value: unknown; instrument: string; clause: string; reason: string; by: string | undefined }): Promise<void> {
  await db.run(sql`
    insert into rulebook.override (id, rule, entry_from, value, instrument, clause, reason, entered_by)
    values (${o.id}, ${o.rule}, ${o.from}, ${JSON.stringify(o.value)}::jsonb, ${o.instrument}, ${o.clause}, ${o.reason}, ${o.by ?? null})`)
}

export function withdraw(db: Db, id: string): Promise<number> {
  return db.run(sql`update rulebook.override set superseded_at = platform.moment() where id = ${id} and superseded_at is null`)
}
