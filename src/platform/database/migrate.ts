import type pg from 'pg'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseIsNewer, migrationChanged, migrationOutOfOrder } from './errors.ts'
import { projectRoot } from '../project-root.ts'

/** One file `NNNN_name.sql`; `checksum` is of its text with the line ends of Unix. */
export type Migration = { readonly number: number; readonly name: string; readonly file: string; readonly sql: string; readonly checksum: string }

const MIGRATIONS = join(projectRoot, 'db', 'migrations')

const FILE = /^(\d{4})_([a-z0-9_]+)\.sql$/
/** Number of the advisory lock under which one process migrates. */
const LOCK = 326489

/** The migrations of a folder in order. Throws for a name out of form and for a number given twice: both are bugs. */
export function readMigrations(folder: string = MIGRATIONS): Migration[] {
  const migrations = readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().map((file) => readMigration(folder, file))
  const twice = migrations.find(({ number }, i) => migrations[i - 1]?.number === number)
  if (twice) throw new Error(`Two migrations have the number of ${twice.file}`)
  return migrations
}

function readMigration(folder: string, file: string): Migration {
  const match = FILE.exec(file)
  if (!match) throw new Error(`Not a name for a migration: ${file}`)
  const sql = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n')
  return { number: Number(match[1]), name: match[2]!, file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings the database up to the program, forward only: each file in its own transaction, one process at a time.
 * One query when there is nothing to do. Refuses `database.migrationChanged`, `database.databaseIsNewer`,
 * `database.migrationOutOfOrder`.
 */
export async function migrate(owner: pg.Pool, folder: string = MIGRATIONS): Promise<{ applied: Migration[]; newest: number }> {
  const migrations = readMigrations(folder)
  const newest = migrations.at(-1)?.number ?? 0
  if (outstanding(migrations, await readApplied(owner)).length === 0) return { applied: [], newest }
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const applied = outstanding(migrations, await readApplied(client))
    for (const migration of applied) await apply(client, migration)
    return { applied, newest }
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
    client.release()
  }
}

type Applied = { number: number; name: string; checksum: string }

async function readApplied(connection: pg.Pool | pg.PoolClient): Promise<Applied[]> {
  try {
    const { rows } = await connection.query<Applied>('select number, name, checksum from platform.migration order by number')
    return rows
  } catch (error) {
    // A new database has neither the table nor its schema.
    if (['42P01', '3F000'].includes((error as { code?: string }).code ?? '')) return []
    throw error
  }
}

/** The migrations still to run, after judging those that did. */
function outstanding(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  const newest = applied.at(-1)?.number ?? 0
  for (const { number, checksum } of applied) {
    const migration = known.get(number)
    if (!migration) throw databaseIsNewer(newest, migrations.at(-1)?.number ?? 0)
    if (migration.checksum !== checksum) throw migrationChanged(migration.file)
  }
  const done = new Set(applied.map(({ number }) => number))
  const rest = migrations.filter(({ number }) => !done.has(number))
  const late = rest.find(({ number }) => number < newest)
  if (late) throw migrationOutOfOrder(late.file, newest)
  return rest
}

const LEDGER = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now());
  comment on table platform.migration is 'Migrations that ran on this database'`

async function apply(client: pg.PoolClient, { number, name, checksum, sql, file }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(LEDGER)
    await client.query(sql)
    await client.query('insert into platform.migration (number, name, checksum) values ($1, $2, $3)', [number, name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw Object.assign(error as Error, { message: `${file}: ${(error as Error).message}` })
  }
}
