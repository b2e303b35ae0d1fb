import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, closeSync, lchownSync, openSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyBinaries, programOf } from './binaries.ts'
import type { Binaries } from './binaries.ts'

/**
 * How a program of PostgreSQL is run on a cluster. PostgreSQL refuses to be root, so root lends it another number:
 * inside a user namespace (nothing changes on disk), or, where those are forbidden, by becoming the owner of the cluster.
 */
export type RunAs = {
  readonly binaries: Binaries
  readonly prefix: readonly string[]
  /** Set when root becomes another user for this program. */
  readonly user?: { readonly uid: number; readonly gid: number }
}

const NOBODY = { uid: 65534, gid: 65534 }
const NAMESPACE = ['unshare', '--user', '--map-user=1000'] as const

/** Where root keeps the copy of the binaries that other users can reach. */
const SYSTEM_FOLDER = '/var/lib/dangvu'

/**
 * Chooses the way for the folder of a cluster (which exists, perhaps empty), and gives the folder to the one who will
 * run it.
 */
export function chooseRunAs(binaries: Binaries, cluster: string): RunAs {
  if (process.getuid?.() !== 0) return { binaries, prefix: [] }
  const { uid, gid } = statSync(cluster)
  if (uid === 0 && namespacesAllowed()) return { binaries, prefix: NAMESPACE }
  const user = uid === 0 ? NOBODY : { uid, gid }
  if (uid === 0) giveTree(cluster, user)
  const canReachProgram = canWalkTo(programOf(binaries, 'postgres'), user.uid)
  return { binaries: canReachProgram ? binaries : copyBinaries(binaries, SYSTEM_FOLDER), prefix: [], user }
}

/** An argument that is a path: it is handed over so that the other user gets at it even under a closed home. */
export type Argument = string | { readonly path: string }

/** Starts a program of PostgreSQL; what it says goes to the open file `log`. */
export function runProgram(runAs: RunAs, name: 'postgres' | 'initdb' | 'pg_ctl', args: readonly Argument[], log: number): ChildProcess {
  const { texts, opened } = handOver(args, runAs.user?.uid)
  const [command, ...rest] = [...runAs.prefix, programOf(runAs.binaries, name), ...texts]
  try {
    return spawn(command!, rest, {
      cwd: process.platform === 'win32' ? undefined : '/',
      // Its own group: Ctrl-C in a terminal reaches the program only, which then stops its server in good order.
      detached: true,
      env: plainEnvironment(),
      stdio: ['ignore', log, log, ...opened],
      windowsHide: true,
      ...runAs.user,
    })
  } finally {
    for (const descriptor of opened) closeSync(descriptor)
  }
}

/** A path the user may not walk to is opened here and named by the number under which the child inherits it. */
function handOver(args: readonly Argument[], uid: number | undefined): { texts: string[]; opened: number[] } {
  const opened: number[] = []
  const texts = args.map((arg) => {
    if (typeof arg === 'string') return arg
    if (uid === undefined || canWalkTo(arg.path, uid)) return arg.path
    return `/proc/self/fd/${2 + opened.push(openSync(arg.path, 'r'))}`
  })
  return { texts, opened }
}

function namespacesAllowed(): boolean {
  const [command, ...args] = NAMESPACE
  return spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0
}

/** The environment without what would steer PostgreSQL: its own variables and the locale of the machine. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

/** True when every folder above the path may be entered by the user. */
function canWalkTo(path: string, uid: number): boolean {
  const folder = dirname(path)
  if (folder === path) return true
  const { mode, uid: owner } = statSync(folder)
  return (mode & (owner === uid ? 0o100 : 0o001)) !== 0 && canWalkTo(folder, uid)
}

function giveTree(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(folder, uid, gid)
  chmodSync(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveTree(path, { uid, gid })
    else lchownSync(path, uid, gid)
  }
}
