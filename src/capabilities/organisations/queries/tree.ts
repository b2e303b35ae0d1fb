import type { PlainDate } from '../../../kernel/index.ts'
import { join, recordedBy, sql, stoodAt, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { cellTypes, grassrootsTypes } from '../model.ts'
import { closureKnown, placementsKnown, versionsKnown } from './known.ts'

export type TreeRow = {
  id: string; name: string; shortName: string; type: string; parentId: string | null; code: string | null; areaKind: string | null
  hasChildren: boolean; termLastDay: PlainDate | null; found: boolean
}

const MOST_FINDS = 50

const rows = (shown: Sql, { on, knownAt }: Seen): Sql => sql`
  with shown as (${shown})
  select s.id, v.name, v.short_name as "shortName", v.type, p.parent_id as "parentId", v.code, v.area_kind as "areaKind", s.found,
    exists (select from ${closureKnown(knownAt)} c where c.ancestor_id = s.id and c.depth = 1 and c.valid_during @> ${on}::date) as "hasChildren",
    (select upper(term) - 1 from organisations.committee c
      where c.organisation_id = s.id and ${stoodAt('c', knownAt)} and lower(term) <= ${on}::date order by term desc limit 1) as "termLastDay"
  from shown s
  join ${versionsKnown(knownAt)} v on v.organisation_id = s.id and v.valid_during @> ${on}::date
  join ${placementsKnown(knownAt)} p on p.organisation_id = s.id and p.valid_during @> ${on}::date
  order by v.code nulls last, v.name collate "vi-x-icu", s.id`

/** An organisation and its children on a day. */
export function listLevel(db: Db, rootId: string, seen: Seen): Promise<TreeRow[]> {
  return db.rows(rows(sql`select descendant_id as id, false as found from ${closureKnown(seen.knownAt)} c
    where ancestor_id = ${rootId} and depth <= 1 and valid_during @> ${seen.on}::date`, seen))
}

/** Organisations below a root by name (with or without marks) or beginning of the code, with the line between root and find. */
export async function findInTree(db: Db, rootId: string, search: string, seen: Seen): Promise<{ rows: TreeRow[]; more: number }> {
  const { on, knownAt } = seen
  const below = sql`any (array(select descendant_id from ${closureKnown(knownAt)} c where ancestor_id = ${rootId} and valid_during @> ${on}::date))`
  const finds = await db.rows<{ id: string; total: number }>(sql`
    select v.organisation_id as id, count(*) over ()::int as total
    from ${versionsKnown(knownAt)} v
    where v.organisation_id = ${below} and v.valid_during @> ${on}::date
      and (platform.fold(v.name) like '%' || platform.fold(${search}) || '%' or starts_with(v.code, ${search}))
    order by v.code, v.organisation_id limit ${MOST_FINDS}`)
  if (finds.length === 0) return { rows: [], more: 0 }
  const ids = finds.map(({ id }) => id)
  const shown = sql`
    select up.ancestor_id as id, bool_or(up.depth = 0) as found from ${closureKnown(knownAt)} up
    where up.descendant_id in (${join(ids)}) and up.valid_during @> ${on}::date
      and up.ancestor_id = ${below}
    group by up.ancestor_id`
  return { rows: await db.rows(rows(shown, seen)), more: finds[0]!.total - finds.length }
}

/** Cells below each of some organisations on a day (a cell is below itself). */
export function listCellsBelow(db: Db, organisationIds: readonly string[], { on, knownAt }: Seen): Promise<{ organisationId: string; cellId: string; name: string }[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  return db.rows(sql`
    select c.ancestor_id as "organisationId", c.descendant_id as "cellId", v.name
    from ${closureKnown(knownAt)} c
    join ${versionsKnown(knownAt)} v on v.organisation_id = c.descendant_id and v.valid_during @> ${on}::date
    where c.ancestor_id in (${join([...organisationIds])}) and c.valid_during @> ${on}::date and v.type in (${join([...cellTypes])})
    order by v.code nulls last, v.name`)
}

/** Number of units of the grassroots below an organisation on a day. */
export async function countGrassroots(db: Db, rootId: string, { on, knownAt }: Seen): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from ${closureKnown(knownAt)} c
    join ${versionsKnown(knownAt)} v on v.organisation_id = c.descendant_id and v.valid_during @> ${on}::date
    where c.ancestor_id = ${rootId} and c.valid_during @> ${on}::date and v.type in (${join([...grassrootsTypes])})`)
  return total
}

export type FormerName = { name: string; from: PlainDate; lastDay: PlainDate }

/** Names an organisation had before the one of the day, newest first. */
export function listFormerNames(db: Db, id: string, { on, knownAt }: Seen): Promise<FormerName[]> {
  return db.rows(sql`
    select name, min(lower(valid_during)) as "from", max(upper(valid_during)) - 1 as "lastDay" from ${versionsKnown(knownAt)} v
    where organisation_id = ${id} and upper(valid_during) <= ${on}::date
      and name <> (select name from ${versionsKnown(knownAt)} n where n.organisation_id = v.organisation_id and n.valid_during @> ${on}::date)
    group by name order by 2 desc`)
}

export type ActRow = { kind: string; effectiveOn: PlainDate; decisionNumber: string | null; note: string | null; recordedAt: string }

/** Acts of law that made an organisation what it is on a day, newest first. */
export function listActs(db: Db, id: string, { on, knownAt }: Seen): Promise<ActRow[]> {
  return db.rows(sql`
    select a.kind, a.effective_on as "effectiveOn", a.decision_number as "decisionNumber", a.note, a.recorded_at as "recordedAt"
    from organisations.act a
    where a.effective_on <= ${on}::date and ${recordedBy(sql`a.recorded_at`, knownAt)} and a.id in (
      select act_id from ${versionsKnown(knownAt)} v where organisation_id = ${id}
      union select act_id from ${placementsKnown(knownAt)} p where organisation_id = ${id})
    order by a.effective_on desc, a.recorded_at desc`)
}
