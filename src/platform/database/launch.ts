import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { clusterOf, lastWords, logOf } from './cluster.ts'
import type { DataFolder } from './data-folder.ts'
import { cannotStart } from './errors.ts'
import { clearDeadLock, isServing, readPostmaster } from './postmaster.ts'
import { chooseRunAs, runProgram } from './run-as.ts'

/** Time for the processes of a killed server to end before a new one may use its cluster. */
const DEAD_LOCK_MS = 10_000
const POLL_MS = 2
const MOST_TRIES = 20

/** What is started, and how. */
export type LaunchPlan = {
  readonly folder: DataFolder
  readonly binaries: Binaries
  /** False only for throw-away test data: a power cut may then lose everything. */
  readonly isDurable: boolean
  /** The port to use; any free one when not said. */
  readonly port?: number | undefined
}

/** One start of a cluster's server, from whatever state the last one was left in. */
export class Launch {
  private readonly plan: LaunchPlan
  private readonly cluster: string
  private child: ChildProcess | undefined
  private logFrom = 0
  private deadSince: number | undefined
  private tries = 0

  constructor(plan: LaunchPlan) {
    this.plan = plan
    this.cluster = clusterOf(plan.folder)
  }

  /** Returns the port once the server accepts connections, starting it unless somebody else does. */
  async untilReady(): Promise<number> {
    for (;; await pause(POLL_MS)) {
      const found = readPostmaster(this.cluster)
      if (found && isServing(found.pid, this.cluster)) {
        if (found.isReady) return found.port
      } else if (this.child === undefined) {
        if (!found || this.isLockClear()) await this.spawn()
      } else if (hasEnded(this.child)) {
        await this.judgeEnd(this.child)
      }
    }
  }

  private isLockClear(): boolean {
    this.deadSince ??= performance.now()
    return clearDeadLock(this.cluster) || performance.now() - this.deadSince > DEAD_LOCK_MS
  }

  private async spawn(): Promise<void> {
    const port = this.plan.port ?? (await freePort())
    const logFile = logOf(this.plan.folder)
    const log = openSync(logFile, 'a', 0o600)
    try {
      this.logFrom = statSync(logFile).size
      const runAs = chooseRunAs(this.plan.binaries, this.cluster)
      const settings = serverSettings(port, this.plan.isDurable)
      this.child =
        process.platform === 'win32'
          ? // `postgres.exe` refuses an administrator; `pg_ctl` gives the rights away first.
            runProgram(runAs, 'pg_ctl', ['start', '-W', '-D', { path: this.cluster }, '-l', logFile, '-o', settings.join(' ')], log)
          : runProgram(runAs, 'postgres', ['-D', { path: this.cluster }, ...settings], log)
      this.child.on('error', () => undefined)
      this.child.unref()
    } finally {
      closeSync(log)
    }
  }

  /** Another process was quicker, or the port was taken between choosing and using it: go on. Else it is a failure. */
  private async judgeEnd(child: ChildProcess): Promise<void> {
    if (process.platform === 'win32' && child.exitCode === 0) return
    const said = readFileSync(logOf(this.plan.folder), 'utf8').slice(this.logFrom)
    const mayTryAgain = /lock file "postmaster.pid" already exists|could not create any TCP\/IP sockets/.test(said)
    if (!mayTryAgain || ++this.tries > MOST_TRIES) throw cannotStart(lastWords(said))
    if (this.plan.port !== undefined) await pause(100)
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

/** Fast shutdown: open transactions are rolled back, everything committed is written. Returns when the server is gone. */
export async function endServer({ folder, binaries }: LaunchPlan): Promise<void> {
  const cluster = clusterOf(folder)
  const server = readPostmaster(cluster)
  if (!server || !isServing(server.pid, cluster)) return
  if (process.platform === 'win32') {
    const log = openSync(logOf(folder), 'a')
    runProgram(chooseRunAs(binaries, cluster), 'pg_ctl', ['stop', '-W', '-m', 'fast', '-D', { path: cluster }], log)
    closeSync(log)
  } else process.kill(server.pid, 'SIGINT')
  while (readPostmaster(cluster)?.pid === server.pid && isServing(server.pid, cluster)) await pause(POLL_MS)
}
