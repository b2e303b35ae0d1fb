import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Role } from '../../../platform/action/index.ts'

export type Holder = { accountId: string; fullName: string; role: Exclude<Role, 'keeper'>; organisationId: string }

/**
 * Users who hold one of these roles on a day at an organisation that stands above every one of the given ones, or is it: who may
 * be given what lies there. Nearest first, then by name. The caller has made sure that the given organisations lie in the actor's part.
 */
export function listHoldersOver(db: Db, organisationIds: readonly string[], roles: readonly Role[], on: PlainDate): Promise<Holder[]> {
  const ids = [...new Set(organisationIds)]
  return db.rows(sql`
    select h.account_id as "accountId", a.full_name as "fullName", h.role, h.organisation_id as "organisationId"
    from access.role_holding h join access.account a on a.id = h.account_id
    join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> ${on}::date and c.descendant_id = any (${ids}::uuid[])
    where h.held_during @> ${on}::date and h.role = any (${[...roles]}::text[]) and (a.disabled_on is null or a.disabled_on > ${on}::date)
    group by h.account_id, a.full_name, h.role, h.organisation_id having count(distinct c.descendant_id) = ${ids.length}
    order by min(c.depth), a.full_name collate "vi-x-icu", h.account_id`)
}

/** For each organisation, the nearest place at or above it where somebody holds a role on a day; absent where there is none. */
export async function officesOver(db: Db, organisationIds: readonly string[], role: Role, on: PlainDate): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ below: string; office: string }>(sql`
    select distinct on (c.descendant_id) c.descendant_id as below, c.ancestor_id as office
    from organisations.closure c
    join access.role_holding h on h.organisation_id = c.ancestor_id and h.held_during @> ${on}::date and h.role = ${role}
    join access.account a on a.id = h.account_id and (a.disabled_on is null or a.disabled_on > ${on}::date)
    where c.descendant_id = any (${[...new Set(organisationIds)]}::uuid[]) and c.valid_during @> ${on}::date
    order by c.descendant_id, c.depth`)
  return new Map(rows.map(({ below, office }) => [below, office]))
}
