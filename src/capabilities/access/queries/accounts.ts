import { shownMoment } from './shown-moment.ts'
import { join, sql, type Db } from '../../../platform/action/index.ts'
import type { PlainDate } from '../../../kernel/index.ts'
import type { Role } from '../../../platform/action/index.ts'

export type HoldingRow = {
  id: string; accountId: string; role: Exclude<Role, 'keeper'>; organisationId: string; organisationName: string; aboveName: string | null
  from: PlainDate; until: PlainDate | null; basis: string | null
}

const holdingColumns = sql`h.id, h.account_id as "accountId", h.role, h.organisation_id as "organisationId",
  coalesce(organisations.name_on(h.organisation_id, access.today()), '') as "organisationName",
  (select p.organisation from organisations.places_of(array[h.organisation_id], access.today()) p) as "aboveName",
  lower(h.held_during)::text as "from", upper(h.held_during)::text as until, h.basis`

/** Roles an account holds today, highest organisation first. */
export function listHoldings(db: Db, accountId: string): Promise<HoldingRow[]> {
  return db.rows(sql`
    select ${holdingColumns} from access.role_holding h
    where h.account_id = ${accountId} and h.held_during @> access.today()
    order by (select count(*) from organisations.closure c where c.descendant_id = h.organisation_id), h.recorded_at, h.id`)
}

/** All roles of accounts, present and past, as far as they lie in one's part; one taken back before its first day was over is none. */
export function listAllHoldings(db: Db, accountIds: readonly string[]): Promise<HoldingRow[]> {
  if (accountIds.length === 0) return Promise.resolve([])
  return db.rows(sql`
    select ${holdingColumns} from access.role_holding h
    where h.account_id in (${join(accountIds)}) and h.organisation_id = any (array(select access.reach())) and not isempty(h.held_during)
    order by h.held_during desc, h.id`)
}

export type AccountRow = { id: string; fullName: string; signInName: string; disabledOn: PlainDate | null; lastSeenAt: string | null; largeType: boolean; mustChangePassword: boolean; passwordHash: string | null }

const accountColumns = sql`a.id, a.full_name as "fullName", a.sign_in_name as "signInName", a.disabled_on::text as "disabledOn",
  a.large_type as "largeType", a.must_change as "mustChangePassword", a.password_hash as "passwordHash",
  (select ${shownMoment(sql`max(s.last_seen_at)`)} from access.session s where s.account_id = a.id) as "lastSeenAt"`

export function findAccountByName(db: Db, signInName: string): Promise<AccountRow | undefined> {
  return db.first(sql`select ${accountColumns} from access.account a where a.sign_in_name = ${signInName}`)
}

export function findAccountById(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.first(sql`select ${accountColumns} from access.account a where a.id = ${id}`)
}

/** Accounts with a role, present or past, in one's part; by name with or without marks. */
export function listAccountsInReach(db: Db, search: string | undefined): Promise<AccountRow[]> {
  const wanted = `%${search ?? ''}%`
  return db.rows(sql`
    select ${accountColumns} from access.account a
    where exists (select from access.role_holding h where h.account_id = a.id and h.organisation_id = any (array(select access.reach())))
      and (platform.fold(a.full_name) like platform.fold(${wanted}) or a.sign_in_name like ${wanted})
    order by a.full_name collate "vi-x-icu", a.id limit 1000`)
}

export async function isAccountInReach(db: Db, id: string): Promise<boolean> {
  const { inReach } = await db.one<{ inReach: boolean }>(sql`
    select exists (select from access.role_holding h where h.account_id = ${id} and h.organisation_id = any (array(select access.reach()))) as "inReach"`)
  return inReach
}

export async function insertAccount(db: Db, account: { id: string; signInName: string; fullName: string; passwordHash: string; mustChange: boolean }): Promise<void> {
  await db.run(sql`
    insert into access.account (id, sign_in_name, full_name, password_hash, must_change)
    values (${account.id}, ${account.signInName}, ${account.fullName}, ${account.passwordHash}, ${account.mustChange})`)
}

export async function insertHolding(db: Db, h: { id: string; accountId: string; role: string; organisationId: string; from: PlainDate; until?: PlainDate | undefined; basis?: string | undefined; grantedBy?: string | undefined }): Promise<void> {
  await db.run(sql`
    insert into access.role_holding (id, account_id, role, organisation_id, held_during, basis, granted_by)
    values (${h.id}, ${h.accountId}, ${h.role}, ${h.organisationId}, daterange(${h.from}, ${h.until ?? null}), ${h.basis ?? null}, ${h.grantedBy ?? null})`)
}

export function setPassword(db: Db, accountId: string, passwordHash: string): Promise<number> {
  return db.run(sql`update access.account set password_hash = ${passwordHash}, must_change = false where id = ${accountId}`)
}

export function setLargeTypeOf(db: Db, accountId: string, largeType: boolean): Promise<number> {
  return db.run(sql`update access.account set large_type = ${largeType} where id = ${accountId}`)
}

/** Administrators with a role on a day, beside one holding. */
export async function otherAdministrators(db: Db, holdingId: string, on: PlainDate): Promise<number> {
  const { others } = await db.one<{ others: number }>(sql`
    select count(*)::int as others from access.role_holding h join access.account a on a.id = h.account_id and a.disabled_on is null
    where h.role = 'administrator' and h.id <> ${holdingId} and h.held_during @> ${on}::date`)
  return others
}

export function endHolding(db: Db, holdingId: string, on: PlainDate): Promise<number> {
  return db.run(sql`update access.role_holding set held_during = daterange(lower(held_during), ${on}) where id = ${holdingId}`)
}
