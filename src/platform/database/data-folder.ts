import { chmodSync, chownSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { folderIsAFile, folderNotReachable } from './errors.ts'

/** One installation on this machine: its database, its files and its secrets. Two folders are two installations. */
export type DataFolder = {
  readonly path: string
  /** Everything of the packed PostgreSQL; made by the launcher on first use. */
  readonly postgres: string
  readonly files: string
  readonly secrets: string
}

export type FolderChoice = {
  readonly data?: string | undefined
  readonly env?: NodeJS.ProcessEnv
  /** Name of the folder where the system keeps such things; another name is another installation. */
  readonly habit?: string
}

/**
 * The data folder: `data` (the option `--data`), else `DANGVU_DATA`, else a folder by the habit of the system.
 * Creates what is missing, readable by its owner only. A folder that already holds other things keeps its own mode;
 * what is put inside is closed all the same.
 */
export function resolveDataFolder({ data, env = process.env, habit = 'dangvu' }: FolderChoice = {}): DataFolder {
  const path = resolve(data || env.DANGVU_DATA || habitualFolder(env, habit))
  const folder = { path, postgres: join(path, 'postgres'), files: join(path, 'files'), secrets: join(path, 'secrets') }
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const isOurs = existsSync(folder.secrets) || readdirSync(path).every((name) => name === 'lost+found')
    if (isOurs && statSync(path).mode & 0o077) chmodSync(path, 0o700)
    for (const inner of [folder.files, folder.secrets]) makeClosedFolder(inner, path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) throw folderNotReachable(path)
    if (['EEXIST', 'ENOTDIR'].includes(code)) throw folderIsAFile(path)
    throw error
  }
  return folder
}

function habitualFolder(env: NodeJS.ProcessEnv, name: string): string {
  const home = env.HOME || homedir()
  if (process.platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), name)
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), name)
}

function makeClosedFolder(path: string, parent: string): void {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    giveToOwnerOf(parent, path)
  }
}

/** What root makes in somebody's folder belongs to that somebody, so that they can still use it themselves. */
export function giveToOwnerOf(model: string, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(model)
  if (uid !== 0) chownSync(path, uid, gid)
}

/**
 * The secret kept in a file, made at random (256 bits) when the file is missing. Of several processes that make it
 * at the same moment one wins and all read the same text.
 */
export function keptSecret(file: string): { secret: string; isNew: boolean } {
  const found = readSecret(file)
  if (found) return { secret: found, isNew: false }
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  giveToOwnerOf(join(file, '..'), draft)
  try {
    linkSync(draft, file)
    return { secret, isNew: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { secret: readSecret(file) ?? '', isNew: false }
  } finally {
    rmSync(draft)
  }
}

/** The text of a secret file, without the line end; `undefined` when there is no such file. */
export function readSecret(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
