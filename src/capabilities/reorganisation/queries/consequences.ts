import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { Target } from '../model.ts'
import { assigned, type Rules } from './flows.ts'

export type Holding = { readonly holdingId: string; readonly accountId: string; readonly fullName: string; readonly role: string; readonly organisationId: string; readonly personId: string | null }

/** Roles held on a day or later at some organisations. */
export function listHoldingsAt(db: Db, organisationIds: readonly string[], on: PlainDate): Promise<Holding[]> {
  return db.rows(sql`
    select h.id as "holdingId", a.id as "accountId", a.full_name as "fullName", h.role, h.organisation_id as "organisationId", p.person_id as "personId"
    from access.role_holding h join access.account a on a.id = h.account_id left join members.account_person p on p.account_id = a.id
    where h.organisation_id = any (${[...organisationIds]}::uuid[]) and not isempty(h.held_during) and (upper_inf(h.held_during) or upper(h.held_during) > ${on}::date)
    order by a.full_name collate "vi-x-icu", h.role, h.id`)
}

/** Administrators with a role on a day, beside some holdings. */
export async function administratorsBeside(db: Db, holdingIds: readonly string[], on: PlainDate): Promise<number> {
  const { n } = await db.one<{ n: number }>(sql`select count(*)::int as n from access.role_holding h join access.account a on a.id = h.account_id and a.disabled_on is null
    where h.role = 'administrator' and h.id <> all (${[...holdingIds]}::uuid[]) and h.held_during @> ${on}::date`)
  return n
}

export type Seat = { readonly postId: string; readonly personId: string; readonly fullName: string; readonly position: string; readonly organisationId: string }

/** Posts held on a day or later at organisations that end, and posts of cells that their holders leave. */
export function listSeats(db: Db, gone: readonly string[], rules: Rules, on: PlainDate): Promise<Seat[]> {
  return db.rows(sql`
    select p.id as "postId", p.person_id as "personId", x.full_name as "fullName", p.position, p.organisation_id as "organisationId"
    from members.post p join members.person x on x.id = p.person_id
    where p.superseded_at is null and (upper_inf(p.held_during) or upper(p.held_during) > ${on}::date)
      and (p.organisation_id = any (${[...gone]}::uuid[]) or (p.person_id, p.organisation_id) in (
        select a.person_id, a.cell_id from ${assigned(rules, on)} a where a.is_member and a.to_cell_id <> a.cell_id))
    order by p.organisation_id, p.position, x.sort_key`)
}

/** People by name and the cells in which they are on a day. */
export function cellsOfPeople(db: Db, personIds: readonly string[], on: PlainDate): Promise<{ personId: string; fullName: string; cellId: string | null }[]> {
  return db.rows(sql`
    select x.id as "personId", x.full_name as "fullName", (select p.cell_id from members.placement p where p.person_id = x.id and p.superseded_at is null and p.valid_during @> ${on}::date) as "cellId"
    from members.person x where x.id = any (${[...personIds]}::uuid[])`)
}

/** Targets of a tree whose period has not run out on a day, as they stand on it. */
export function listTargets(db: Db, organisationIds: readonly string[], on: PlainDate): Promise<Target[]> {
  return db.rows(sql`
    select organisation_id as "organisationId", period_kind as "periodKind", measure, lower(period) as "from", upper(period) as until, value from sources_and_targets.target
    where organisation_id = any (${[...organisationIds]}::uuid[]) and superseded_at is null and upper(period) > ${on}::date and stands_during @> ${on}::date
    order by organisation_id, period, measure`)
}

/** How many dossiers some committees keep. */
export function countDossiers(db: Db, organisationIds: readonly string[]): Promise<{ organisationId: string; dossiers: number }[]> {
  return db.rows(sql`select keeper_id as "organisationId", count(*)::int as dossiers from dossiers.dossier where keeper_id = any (${[...organisationIds]}::uuid[]) group by 1`)
}

/** Organisations with a committee whose term runs on a day. */
export async function withCommittee(db: Db, organisationIds: readonly string[], on: PlainDate): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`select organisation_id as id from organisations.committee where organisation_id = any (${[...organisationIds]}::uuid[]) and superseded_at is null and term @> ${on}::date`)
  return new Set(rows.map(({ id }) => id))
}
