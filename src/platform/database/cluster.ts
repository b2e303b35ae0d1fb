import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { basename, dirname, join } from 'node:path'
import { giveToOwnerOf, keptSecret } from './data-folder.ts'
import type { DataFolder } from './data-folder.ts'
import type { Binaries } from './binaries.ts'
import { cannotStart, otherMajorVersion } from './errors.ts'
import { isAlive } from './postmaster.ts'
import { chooseRunAs, runProgram } from './run-as.ts'
import type { RunAs } from './run-as.ts'

/** The superuser of the packed PostgreSQL; the program itself never works under this name. */
export const OWNER = 'dangvu'

/** Where the parts of the packed PostgreSQL lie in a data folder. */
export const clusterOf = (folder: DataFolder) => join(folder.postgres, 'cluster')
export const passwordFileOf = (folder: DataFolder) => join(folder.postgres, 'owner-password')
export const logOf = (folder: DataFolder) => join(folder.postgres, 'server.log')

/**
 * `scram_iterations`: the passwords are 256 random bits, so stretching them would only delay every connection.
 * `wal_buffers`: an import of a district is logged without its own process having to write the log out.
 * `log_*`: what a statement or a violated constraint says may hold personal data, which has no place in a log.
 */
const SETTINGS = {
  shared_buffers: '128MB', wal_buffers: '32MB', max_connections: '100', max_wal_size: '512MB', jit: 'off', scram_iterations: '1',
  timezone: 'UTC', log_timezone: 'UTC', log_min_error_statement: 'panic', log_error_verbosity: 'terse',
  log_checkpoints: 'off', max_logical_replication_workers: '0', random_page_cost: '1.1', wal_compression: 'on',
} as const

/**
 * Makes the cluster if the data folder has none. It is prepared beside and moved into place when complete, so neither
 * a kill nor a second process doing the same leaves a half-made one.
 */
export async function ensureCluster(folder: DataFolder, binaries: Binaries, isDurable: boolean): Promise<void> {
  const found = join(clusterOf(folder), 'PG_VERSION')
  if (existsSync(found)) {
    const [version, expected] = [readFileSync(found, 'utf8').trim(), binaries.version.split('.')[0]!]
    if (version !== expected) throw otherMajorVersion(version, expected)
    return
  }
  removeAbandonedDrafts(folder)
  const draft = `${folder.postgres}.draft-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await makeCluster({ ...folder, postgres: draft }, binaries, isDurable)
    renameSync(draft, folder.postgres)
  } catch (error) {
    if (!existsSync(found)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function makeCluster(draft: DataFolder, binaries: Binaries, isDurable: boolean): Promise<void> {
  const cluster = clusterOf(draft)
  for (const path of [draft.postgres, cluster]) {
    mkdirSync(path, { mode: 0o700 })
    giveToOwnerOf(draft.path, path)
  }
  keptSecret(passwordFileOf(draft))
  const runAs = chooseRunAs(binaries, cluster)
  if (runAs.user) chownSync(passwordFileOf(draft), runAs.user.uid, runAs.user.gid)
  await runInitdb(draft, runAs, isDurable)
  if (runAs.user) chownSync(passwordFileOf(draft), 0, 0)
  giveToOwnerOf(draft.path, passwordFileOf(draft))
}

async function runInitdb(draft: DataFolder, runAs: RunAs, isDurable: boolean): Promise<void> {
  const log = openSync(logOf(draft), 'a', 0o600)
  try {
    const child = runProgram(runAs, 'initdb', [
      '--pgdata', { path: clusterOf(draft) }, '--username', OWNER, '--pwfile', { path: passwordFileOf(draft) },
      '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi',
      '--data-checksums', ...(isDurable ? [] : ['--no-sync']),
      ...Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ], log)
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw cannotStart(lastWords(readFileSync(logOf(draft), 'utf8')))
  } finally {
    closeSync(log)
  }
}

/** The end of a log, enough to understand why a program stopped. */
export const lastWords = (log: string): string => log.trim().split('\n').slice(-8).join('\n')

function removeAbandonedDrafts(folder: DataFolder): void {
  const prefix = `${basename(folder.postgres)}.draft-`
  for (const name of readdirSync(dirname(folder.postgres)).filter((entry) => entry.startsWith(prefix)))
    if (!isAlive(Number(name.slice(prefix.length).split('-')[0])))
      rmSync(join(dirname(folder.postgres), name), { recursive: true, force: true })
}
