import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'
import { attach, isGoingAway } from './attachment.ts'
import type { Attachment } from './attachment.ts'
import { completeBinaries, findBinaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { OWNER, clusterOf, ensureCluster, lastWords, logOf, passwordFileOf } from './cluster.ts'
import { readSecret } from './data-folder.ts'
import type { DataFolder } from './data-folder.ts'
import { cannotStart, passwordMissing } from './errors.ts'
import { useServer } from './external-server.ts'
import { clearDeadLock, isServing, readPostmaster } from './postmaster.ts'
import { chooseRunAs, runProgram } from './run-as.ts'

/** A PostgreSQL that can be connected to. */
export type RunningDatabase = {
  /** Connection as the owner of the database, for migrations and backup only. Holds a password: never log it. */
  readonly ownerUrl: string
  readonly embedded: boolean
  /** `18.4` */
  readonly version: string
  /** Lets go; the packed server stops when no other process uses it. May be called more than once. */
  stop(): Promise<void>
}

export type StartOptions = {
  readonly env?: NodeJS.ProcessEnv
  /** False only for throw-away test data: a power cut may then lose everything. */
  readonly isDurable?: boolean
}

const DATABASE = 'dangvu'
/** Time for the processes of a killed server to end before a new one may use its cluster. */
const DEAD_LOCK_MS = 10_000
const POLL_MS = 2

/**
 * The database of a data folder: the server of `DATABASE_URL` when that is set, else the packed PostgreSQL. A server
 * that already runs on the folder is used, whoever started it. Refuses `database.*`, see `errors.ts`.
 */
export async function startDatabase(folder: DataFolder, options: StartOptions = {}): Promise<RunningDatabase> {
  const { env = process.env, isDurable = true } = options
  if (env.DATABASE_URL) return useServer(env.DATABASE_URL)
  const binaries = completeBinaries(findBinaries(), folder.path)
  await ensureCluster(folder, binaries, isDurable)
  const password = readSecret(passwordFileOf(folder))
  if (!password) throw passwordMissing(passwordFileOf(folder))
  const urlOf = (port: number, database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`
  const launch = new Launch(folder, binaries, isDurable)
  for (;;) {
    const port = await launch.untilReady()
    const attachment = await attachOrRetry(urlOf(port, 'postgres'), DATABASE)
    if (attachment) return { ownerUrl: urlOf(port, DATABASE), embedded: true, version: attachment.version, stop: stopper(folder, binaries, attachment) }
    await pause(POLL_MS)
  }
}

/** Undefined when the server was going away just then, so that the next one must be waited for. */
async function attachOrRetry(url: string, database: string): Promise<Attachment | undefined> {
  try {
    return await attach(url, database)
  } catch (error) {
    if (isGoingAway(error)) return undefined
    throw error
  }
}

/** One start of the server, from whatever state the last one was left in. */
class Launch {
  private child: ChildProcess | undefined
  private logFrom = 0
  private deadSince: number | undefined
  private portsTried = 0

  constructor(
    private readonly folder: DataFolder,
    private readonly binaries: Binaries,
    private readonly isDurable: boolean,
  ) {}

  /** Returns the port once the cluster's server accepts connections, starting it unless somebody else does. */
  async untilReady(): Promise<number> {
    const cluster = clusterOf(this.folder)
    for (;; await pause(POLL_MS)) {
      const found = readPostmaster(cluster)
      if (found && isServing(found.pid, cluster)) {
        if (found.isReady) return found.port
      } else if (this.child === undefined) {
        if (found && !this.isLockClear(cluster)) continue
        await this.spawn()
      } else if (hasEnded(this.child)) {
        this.judgeEnd()
      }
    }
  }

  private isLockClear(cluster: string): boolean {
    this.deadSince ??= performance.now()
    return clearDeadLock(cluster) || performance.now() - this.deadSince > DEAD_LOCK_MS
  }

  private async spawn(): Promise<void> {
    const cluster = clusterOf(this.folder)
    const port = await freePort()
    const log = openSync(logOf(this.folder), 'a', 0o600)
    try {
      this.logFrom = statSync(logOf(this.folder)).size
      const runAs = chooseRunAs(this.binaries, cluster)
      const settings = serverSettings(port, this.isDurable)
      this.child =
        process.platform === 'win32'
          ? runProgram(runAs, 'pg_ctl', ['start', '-W', '-D', { path: cluster }, '-l', logOf(this.folder), '-o', settings.join(' ')], log)
          : runProgram(runAs, 'postgres', ['-D', { path: cluster }, ...settings], log)
      this.child.on('error', () => undefined)
      this.child.unref()
    } finally {
      closeSync(log)
    }
  }

  /** Another process was quicker, or the port was taken between choosing and using it: go on. Else it is a failure. */
  private judgeEnd(): void {
    const said = readFileSync(logOf(this.folder), 'utf8').slice(this.logFrom)
    const mayTryAgain = /lock file "postmaster.pid" already exists|could not create any TCP\/IP sockets/.test(said)
    if (process.platform === 'win32' && this.child?.exitCode === 0) return
    if (!mayTryAgain || ++this.portsTried > 20) throw cannotStart(lastWords(said))
    this.child = undefined
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null || child.pid === undefined

function serverSettings(port: number, isDurable: boolean): string[] {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
  if (!isDurable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300')
  return settings.flatMap((setting) => ['-c', setting])
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function stopper(folder: DataFolder, binaries: Binaries, attachment: Attachment): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const stop = async () => {
    const cluster = clusterOf(folder)
    const postmaster = readPostmaster(cluster)
    const isLast = await attachment.isLastUser()
    if (isLast && postmaster) await endServer(postmaster.pid, cluster, binaries, folder)
    await attachment.release()
  }
  return () => (stopping ??= stop())
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. */
async function endServer(pid: number, cluster: string, binaries: Binaries, folder: DataFolder): Promise<void> {
  if (process.platform === 'win32') {
    const log = openSync(logOf(folder), 'a')
    runProgram(chooseRunAs(binaries, cluster), 'pg_ctl', ['stop', '-W', '-m', 'fast', '-D', { path: cluster }], log)
    closeSync(log)
  } else if (isServing(pid, cluster)) process.kill(pid, 'SIGINT')
  while (readPostmaster(cluster)?.pid === pid && isServing(pid, cluster)) await pause(POLL_MS)
}

