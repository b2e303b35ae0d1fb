import type { PlainDate } from '../../../kernel/index.ts'
import { join, sql, type Db } from '../../../platform/action/index.ts'
import { grassrootsTypes } from '../../organisations/index.ts'

export type PlaceNames = { id: string; code: string | null; name: string; shortName: string; aboveName: string | null }

/** Names of organisations and of what stands directly above each, on a day. */
export async function placeNames(db: Db, ids: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, PlaceNames>> {
  const rows = await db.rows<PlaceNames>(sql`
    select v.organisation_id as id, v.code, v.name, v.short_name as "shortName", above.short_name as "aboveName"
    from organisations.version v
    left join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> ${on}::date
    left join organisations.version above on above.organisation_id = p.parent_id and above.superseded_at is null and above.valid_during @> ${on}::date
    where v.superseded_at is null and v.valid_during @> ${on}::date and v.organisation_id = any (${[...new Set(ids)]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The organisation and all below it on a day. */
export async function listBelow(db: Db, organisationId: string, on: PlainDate): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(sql`
    select descendant_id as id from organisations.closure where ancestor_id = ${organisationId} and valid_during @> ${on}::date`)
  return new Set(rows.map((row) => row.id))
}

/** The grassroots organisation that each of these belongs to on a day, itself when it is one; none above the grassroots. */
export async function grassrootsNames(db: Db, ids: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const rows = await db.rows<{ below: string; id: string; name: string }>(sql`
    select c.descendant_id as below, v.organisation_id as id, v.short_name as name
    from organisations.closure c
    join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during @> ${on}::date
    where c.descendant_id = any (${[...new Set(ids)]}::uuid[]) and c.valid_during @> ${on}::date and v.type in (${join([...grassrootsTypes])})`)
  return new Map(rows.map(({ below, ...place }) => [below, place]))
}
