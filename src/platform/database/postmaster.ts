import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running PostgreSQL writes about itself into `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean }

/** The server of the cluster as its lock file tells; `undefined` without one. The process may be dead: see `isServing`. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Math.abs(Number(lines[0]))
    return pid ? { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/**
 * True while the process is the server of this cluster. A number that after a restart of the machine belongs to
 * another program is not, nor is a killed server that nobody has reaped yet.
 */
export function isServing(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  return mayWorkIn(String(pid), realpathSync(cluster))
}

/**
 * Removes the lock file of a dead server, unless some process of it still lives: two servers on one cluster would
 * destroy it. Returns true when the way is free. Outside Linux PostgreSQL itself judges the lock when it starts.
 */
export function clearDeadLock(cluster: string): boolean {
  if (process.platform !== 'linux') {
    const lock = readPostmaster(cluster)
    return !lock || !isAlive(lock.pid)
  }
  const home = realpathSync(cluster)
  if (readdirSync('/proc').some((name) => /^\d+$/.test(name) && mayWorkIn(name, home))) return false
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return true
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Every process of PostgreSQL works in its cluster. Where the folder is hidden from us, its name has to do. */
function mayWorkIn(pid: string, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' && nameOf(pid) === 'postgres'
  }
}

function nameOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return undefined
  }
}
