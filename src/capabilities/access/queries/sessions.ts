import { sql, type Db } from '../../../platform/action/index.ts'
import { shownMoment } from './shown-moment.ts'

export type SessionRow = { key: string; kind: 'browser' | 'token'; label: string | null; createdAt: string; lastSeenAt: string; expiresAt: string }

/** Opens a session or token; only the hash of its secret is kept. */
export async function insertSession(db: Db, s: { secretHash: string; accountId: string; holdingId: string | undefined; kind: 'browser' | 'token'; label?: string; hours: number }): Promise<void> {
  await db.run(sql`
    insert into access.session (token_hash, account_id, holding_id, kind, label, expires_at)
    values (decode(${s.secretHash}, 'hex'), ${s.accountId}, ${s.holdingId ?? null}, ${s.kind}, ${s.label ?? null}, clock_timestamp() + make_interval(hours => ${s.hours}))`)
}

export function revokeSession(db: Db, secretHash: string): Promise<number> {
  return db.run(sql`update access.session set revoked_at = clock_timestamp() where token_hash = decode(${secretHash}, 'hex') and revoked_at is null`)
}

/** Ends one session (by its key, the hash in hex) or all sessions of an account. */
export function revokeSessionsOf(db: Db, accountId: string, key: string | undefined): Promise<number> {
  return db.run(sql`
    update access.session set revoked_at = clock_timestamp()
    where account_id = ${accountId} and revoked_at is null
      and (${key ?? null}::text is null or encode(token_hash, 'hex') = ${key ?? null})`)
}

/** Ends every session of an account but the one that is acting. */
export function revokeOtherSessionsOf(db: Db, accountId: string): Promise<number> {
  return db.run(sql`
    update access.session set revoked_at = clock_timestamp()
    where account_id = ${accountId} and revoked_at is null and encode(token_hash, 'hex') is distinct from access.session_key()`)
}

export function chooseHolding(db: Db, secretHash: string, holdingId: string): Promise<number> {
  return db.run(sql`update access.session set holding_id = ${holdingId} where token_hash = decode(${secretHash}, 'hex')`)
}

export function listSessions(db: Db, accountId: string): Promise<SessionRow[]> {
  return db.rows(sql`
    select encode(token_hash, 'hex') as key, kind, label, ${shownMoment(sql`created_at`)} as "createdAt", ${shownMoment(sql`last_seen_at`)} as "lastSeenAt", ${shownMoment(sql`expires_at`)} as "expiresAt"
    from access.session where account_id = ${accountId} and revoked_at is null and expires_at > clock_timestamp() order by last_seen_at desc`)
}

export async function recordAttempt(db: Db, signInName: string, address: string, succeeded: boolean): Promise<void> {
  await db.run(sql`insert into access.sign_in_attempt (sign_in_name, address, succeeded) values (${signInName}, ${address}, ${succeeded})`)
}

/** Minutes for which sign-in stays locked for a name or an address; 0 = open. */
export async function lockedMinutes(db: Db, signInName: string, address: string, limits: { byName: number; byAddress: number; minutes: number }): Promise<number> {
  const { minutes } = await db.one<{ minutes: number }>(sql`
    with recent as (
      select *, attempted_at + make_interval(mins => ${limits.minutes}) as free_at from access.sign_in_attempt
      where attempted_at > clock_timestamp() - make_interval(mins => ${limits.minutes}) and not succeeded
    ), since_success as (
      select * from recent r where r.sign_in_name = ${signInName} and not exists (
        select from access.sign_in_attempt s where s.sign_in_name = r.sign_in_name and s.succeeded and s.attempted_at > r.attempted_at)
    ), locks as (
      select max(free_at) as free_at from since_success having count(*) >= ${limits.byName}
      union all select max(free_at) from recent where address = ${address} having count(*) >= ${limits.byAddress}
    )
    select coalesce(ceil(extract(epoch from max(free_at) - clock_timestamp()) / 60), 0)::int as minutes from locks`)
  return Math.max(0, minutes)
}
