import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { closureKnown, placementsKnown, versionsKnown } from '../../organisations/index.ts'
import type { Unit } from '../model.ts'

/** Every organisation below one on a day, itself included, by code; as known at a moment. */
export async function loadTree(db: Db, rootId: string, on: PlainDate, knownAt?: string): Promise<Map<string, Unit>> {
  const rows = await db.rows<Unit>(sql`
    select o.id, v.name, v.short_name as "shortName", v.type, v.code, v.area_kind as "areaKind", v.admin_unit_code as "adminUnitCode", p.parent_id as "parentId", o.founded_on as "foundedOn"
    from ${closureKnown(knownAt)} c
    join organisations.organisation o on o.id = c.descendant_id
    join ${versionsKnown(knownAt)} v on v.organisation_id = o.id and v.valid_during @> ${on}::date
    join ${placementsKnown(knownAt)} p on p.organisation_id = o.id and p.valid_during @> ${on}::date
    where c.ancestor_id = ${rootId} and c.valid_during @> ${on}::date
    order by v.code nulls last, v.name collate "vi-x-icu", o.id`)
  return new Map(rows.map((unit) => [unit.id, unit]))
}

/** An organisation that had ended, with what was last said of it. */
export function findEnded(db: Db, id: string): Promise<{ id: string; endedOn: PlainDate; name: string; type: string; code: string | null; areaKind: string | null; adminUnitCode: string | null; parentId: string | null } | undefined> {
  return db.first(sql`
    select o.id, o.ended_on as "endedOn", v.name, v.type, v.code, v.area_kind as "areaKind", v.admin_unit_code as "adminUnitCode", p.parent_id as "parentId"
    from organisations.organisation o
    join lateral (select * from organisations.version v where v.organisation_id = o.id and v.superseded_at is null order by v.valid_during desc limit 1) v on true
    join lateral (select * from organisations.placement p where p.organisation_id = o.id and p.superseded_at is null order by p.valid_during desc limit 1) p on true
    where o.id = ${id} and o.ended_on is not null`)
}

/** Codes that organisations outside a tree have on a day, of those asked for. */
export async function codesElsewhere(db: Db, rootId: string, codes: readonly string[], on: PlainDate): Promise<Map<string, string>> {
  const rows = await db.rows<{ code: string; name: string }>(sql`
    select v.code, v.name from organisations.version v
    where v.code = any (${[...codes]}) and v.superseded_at is null and v.valid_during @> ${on}::date
      and not exists (select from organisations.closure c where c.ancestor_id = ${rootId} and c.descendant_id = v.organisation_id and c.valid_during @> ${on}::date)`)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Organisations that are to receive others or people and that end on a later day: what came to them would be left over then. */
export const endsLater = (db: Db, ids: readonly string[], on: PlainDate): Promise<{ organisationId: string; on: PlainDate; what: 'end' }[]> =>
  db.rows(sql`select id as "organisationId", ended_on as "on", 'end' as what from organisations.organisation where id = any (${[...ids]}::uuid[]) and ended_on > ${on}::date`)

/** Facts about organisations that begin after a day: each would contradict a change from that day on. */
export function laterFacts(db: Db, ids: readonly string[], on: PlainDate): Promise<{ organisationId: string; on: PlainDate; what: 'version' | 'placement' | 'committee' | 'end' }[]> {
  return db.rows(sql`
    select organisation_id as "organisationId", min(lower(valid_during)) as "on", 'version' as what from organisations.version
      where organisation_id = any (${[...ids]}::uuid[]) and superseded_at is null and lower(valid_during) > ${on}::date group by 1
    union all select organisation_id, min(lower(valid_during)), 'placement' from organisations.placement
      where organisation_id = any (${[...ids]}::uuid[]) and superseded_at is null and lower(valid_during) > ${on}::date group by 1
    union all select id, ended_on, 'end' from organisations.organisation where id = any (${[...ids]}::uuid[]) and ended_on > ${on}::date
    union all select organisation_id, min(lower(term)), 'committee' from organisations.committee
      where organisation_id = any (${[...ids]}::uuid[]) and superseded_at is null and lower(term) > ${on}::date group by 1`)
}

/** Organisations of a tree that end on a later day already known, and those not yet founded on the day. */
export function childrenLater(db: Db, ids: readonly string[], on: PlainDate): Promise<{ id: string; name: string; on: PlainDate }[]> {
  return db.rows(sql`
    select p.organisation_id as id, organisations.name_on(p.organisation_id, lower(p.valid_during)) as name, lower(p.valid_during) as "on" from organisations.placement p
    where p.parent_id = any (${[...ids]}::uuid[]) and p.superseded_at is null and lower(p.valid_during) > ${on}::date`)
}
