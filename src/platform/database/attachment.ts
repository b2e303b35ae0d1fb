import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'

/** A process's claim on the packed server: while it lasts, nobody else stops the server. */
export type Attachment = {
  readonly version: string
  /** Resolves when the connection has ended, wanted or not. */
  readonly lost: Promise<void>
  /** True when no other process uses the server; from then on nobody can attach until it has stopped. */
  isLastUser(): Promise<boolean>
  release(): Promise<void>
}

/** Number of the advisory lock that every attached process shares ("dangvu" in letters of a phone). */
const PRESENCE = 326488
/** Time for the connections that were just closed to disappear from the server's list. */
const LINGER_MS = 300

/** Attaches to the server at `url` (its database `postgres`) and makes sure that `database` exists. */
export async function attach(url: string, database: string): Promise<Attachment> {
  const client = new pg.Client({ connectionString: url, application_name: 'dangvu presence', keepAlive: true })
  // Without a listener a server that goes away would end the process.
  client.on('error', () => undefined)
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()))
  await client.connect()
  const { rows } = await client.query<{ version: string; exists: boolean }>(
    `select pg_advisory_lock_shared(${PRESENCE}), current_setting('server_version') as version,
            exists (select from pg_database where datname = $1) as exists`,
    [database],
  )
  if (!rows[0]!.exists) await createDatabase(client, database)
  // The claim alone must not keep the process from ending.
  const held = client as pg.Client & { ref(): void; unref(): void }
  held.unref()
  return {
    version: rows[0]!.version,
    lost,
    isLastUser: () => {
      held.ref()
      return isLastUser(client).catch(() => false)
    },
    release: () => client.end().catch(() => undefined),
  }
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  await client.query(`create database ${pg.escapeIdentifier(database)}`).catch((error: { code?: string }) => {
    // Another process made it at the same moment (the second code is the unique index noticing first).
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

async function isLastUser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>(
    `select pg_advisory_unlock_shared(${PRESENCE}), pg_try_advisory_lock(${PRESENCE}) as alone`,
  )
  if (!rows[0]!.alone) return false
  const until = performance.now() + LINGER_MS
  do {
    if (!(await hasOtherClients(client))) return true
    await pause(10)
  } while (performance.now() < until)
  return false
}

async function hasOtherClients(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ busy: boolean }>(
    `select exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()) as busy`,
  )
  return rows[0]!.busy
}

const GOING_AWAY = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

/** True for the errors of a server that starts or stops just now. */
export function isGoingAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return GOING_AWAY.includes(code ?? '') || /Connection terminated/.test(message ?? '')
}
