import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

/** Short names of organisations as on a day, of those whose names the actor may see; the last name of one that had ended by then. */
export async function namesOfOrganisations(db: Db, ids: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.rows<{ id: string; name: string }>(sql`
    select distinct on (v.organisation_id) v.organisation_id as id, v.short_name as name
    from organisations.version v where v.organisation_id = any (${ids}::uuid[]) and v.superseded_at is null
    order by v.organisation_id, v.valid_during @> ${on}::date desc, lower(v.valid_during) desc`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
