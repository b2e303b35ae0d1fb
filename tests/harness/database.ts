import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { resolveDataFolder, migrate, openPool, readMigrations, startDatabase, ensureProgramRole } from '../../src/platform/database/index.ts'
import type { DataFolder } from '../../src/platform/database/index.ts'

/** A database of its own, migrated and empty. */
export type TestDatabase = {
  /** Bound by nothing: for laying facts and looking behind the program. */
  readonly owner: pg.Pool
  /** What the program works with: bound by row-level security. */
  readonly program: pg.Pool
  /** URL of the program's role. */
  readonly url: string
  readonly ownerUrl: string
  drop(): Promise<void>
}

/**
 * A fresh copy of the migrated template. The server is started by the first test of a run that asks;
 * call `drop` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await sharedServer()
  const { owner, ownerUrl, drop: dropOwned } = await createCopy(server, ensureTemplate)
  const url = await ensureProgramRole(owner, { ownerUrl, secretsFolder: server.folder.secrets, env: {} })
  const program = openPool(url, { max: 10 })
  const drop = async () => {
    await program.end()
    await dropOwned()
  }
  return { owner, program, url, ownerUrl, drop }
}

/** A database without anything, for what is about migrations themselves. */
export async function createEmptyDatabase(): Promise<Pick<TestDatabase, 'owner' | 'ownerUrl' | 'drop'>> {
  return createCopy(await sharedServer(), async () => 'template0')
}

type Server = { readonly url: string; readonly folder: DataFolder; readonly prefix: string }

let server: Promise<Server> | undefined

/** One start for all databases of a test process. */
const sharedServer = (): Promise<Server> => (server ??= startServer())

/** On a server that need not survive a power cut, copying files is three times faster than writing a log of them. */
const STRATEGY = process.env.DATABASE_URL ? 'wal_log' : 'file_copy'

async function startServer(): Promise<Server> {
  const run = inject('testRun')
  const folder = resolveDataFolder({ data: run.folder })
  return { url: (await startDatabase(folder, { isDurable: false })).ownerUrl, folder, prefix: run.prefix }
}

type Template = (client: pg.Client, serverUrl: string) => Promise<string>

async function createCopy(server: Server, template: Template): Promise<Pick<TestDatabase, 'owner' | 'ownerUrl' | 'drop'>> {
  const name = `${server.prefix}_${randomBytes(5).toString('hex')}`
  await withMaintenance(server.url, async (client) => {
    await client.query(`create database ${name} template ${await template(client, server.url)} strategy ${STRATEGY}`)
  })
  const ownerUrl = urlOf(server.url, name)
  const owner = openPool(ownerUrl, { max: 4 })
  const drop = async () => {
    await owner.end()
    await withMaintenance(server.url, (client) => dropDatabase(client, name))
  }
  return { owner, ownerUrl, drop }
}

/** Drops a database of a test and the role of its program. */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`drop role if exists ${name}_app`)
}

/** Work on the server as its owner, outside the databases of the tests. */
export async function withMaintenance<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Number of the advisory lock under which the template is made. */
const TEMPLATE_LOCK = 326490

/**
 * The migrated database that tests copy, named by the text of the migrations so that runs of different states of the
 * code share a server. It becomes visible under its name only when complete.
 */
async function ensureTemplate(client: pg.Client, serverUrl: string): Promise<string> {
  const checksum = createHash('sha256').update(readMigrations().map((migration) => migration.checksum).join()).digest('hex')
  const name = `dangvu_template_${checksum.slice(0, 12)}`
  const exists = async () => (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1
  if (await exists()) return name
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    if (!(await exists())) await makeTemplate(client, serverUrl, name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
  return name
}

async function makeTemplate(client: pg.Client, serverUrl: string, name: string): Promise<void> {
  const draft = `${name}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft} template template0`)
  const pool = openPool(urlOf(serverUrl, draft), { max: 1 })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
  await client.query(`alter database ${draft} rename to ${name}`)
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
