import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

export type TrailRow = {
  readonly number: number; readonly at: string; readonly by: string; readonly role: string; readonly event: string
  readonly personId: string | null; readonly organisationId: string | null
  readonly facts: Readonly<Record<string, unknown>>; readonly citations: readonly { readonly instrument: string; readonly clause: string }[]
}

export type TrailWanted = {
  readonly personId?: string | undefined; readonly since?: PlainDate | undefined; readonly until?: PlainDate | undefined
  readonly kind?: 'changes' | 'looks' | 'exports' | undefined; readonly by?: string | undefined; readonly page: number; readonly size: number
}

/** Entries the actor may see, newest first. `looks`: the events with which somebody looked at something. */
export async function listTrail(db: Db, wanted: TrailWanted, looks: readonly string[]): Promise<{ rows: TrailRow[]; total: number }> {
  const { personId = null, since = null, until = null, kind = null, by = null, page, size } = wanted
  const found = sql`
    from audit.entry e
    where (${personId}::uuid is null or e.person_id = ${personId}::uuid)
      and (${since}::date is null or e.recorded_at >= ${since}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (${until}::date is null or e.recorded_at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (case ${kind}::text when 'exports' then e.facts ? 'exportNumber' when 'looks' then e.event = any (${looks}::text[]) when 'changes' then e.event <> all (${looks}::text[]) else true end)
      and (${by}::text is null or platform.fold(e.actor_name) like '%' || platform.fold(${by}::text) || '%')`
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total ${found}`)
  const rows = await db.rows<TrailRow>(sql`
    select e.number::int as number, e.recorded_at as at, e.actor_name as by, e.actor_role as role, e.event, e.person_id as "personId", e.organisation_id as "organisationId", e.facts, e.citations
    ${found} order by e.number desc limit ${size} offset ${(page - 1) * size}`)
  return { rows, total }
}
