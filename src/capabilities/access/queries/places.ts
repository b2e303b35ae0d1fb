import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

export type PlaceRow = { id: string; name: string; type: string; aboveName: string | null }

const MOST = 30

/** Organisations of one's part as on a day, highest first; by name, or by name and what stands above it, with or without marks. */
export function listPlacesInReach(db: Db, search: string, on: PlainDate): Promise<PlaceRow[]> {
  const wanted = `%${search.split(/\s+/).join('%')}%`
  return db.rows(sql`
    select v.organisation_id as id, v.name, v.type,
      (select p.organisation from organisations.places_of(array[v.organisation_id], ${on}::date) p) as "aboveName"
    from organisations.version v
    left join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> ${on}::date
    left join organisations.version above on above.organisation_id = p.parent_id and above.superseded_at is null and above.valid_during @> ${on}::date
    where v.superseded_at is null and v.valid_during @> ${on}::date and v.organisation_id = any (array(select access.reach()))
      and platform.fold(v.name || ' ' || coalesce(above.name, '')) like platform.fold(${wanted})
    order by (select count(*) from organisations.closure c where c.descendant_id = v.organisation_id and c.valid_during @> ${on}::date), v.name collate "vi-x-icu", v.organisation_id
    limit ${MOST}`)
}
