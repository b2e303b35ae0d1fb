import pg from 'pg'
import { columnTypes } from './column-types.ts'
import type { DataFolder } from './data-folder.ts'
import { startDatabase } from './launcher.ts'
import { migrate } from './migrate.ts'
import { ensureProgramRole } from './program-role.ts'

export type PoolOptions = {
  /** Most connections at once; 10 when not said. */
  readonly max?: number
  /** Shown in the server's list of connections. */
  readonly applicationName?: string
}

/** Connections to the database at `url`, opened when needed, with the column types of the program. */
export function openPool(url: string, { max = 10, applicationName = 'dangvu' }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url, max, application_name: applicationName, types: columnTypes,
    idleTimeoutMillis: 30_000, connectionTimeoutMillis: 30_000, keepAlive: true,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

/** The database, ready: migrated, with the program's own role. */
export type OpenDatabase = {
  /** For migrations, roles and backup only: row-level security does not bind the owner. */
  readonly owner: pg.Pool
  /** For everything else. */
  readonly program: pg.Pool
  readonly ownerUrl: string
  readonly programUrl: string
  readonly embedded: boolean
  readonly version: string
  /** Number of the newest migration applied. */
  readonly migrations: number
  /** Ends the connections and lets go of the server. May be called more than once. */
  close(): Promise<void>
}

export type OpenOptions = PoolOptions & { readonly env?: NodeJS.ProcessEnv }

/** Starts or joins the database of a data folder, brings it up to date and opens it. Refuses `database.*`. */
export async function openDatabase(folder: DataFolder, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { env = process.env, ...poolOptions } = options
  const running = await startDatabase(folder, { env })
  const { ownerUrl, embedded, version } = running
  const owner = openPool(ownerUrl, { max: 2, applicationName: 'dangvu owner' })
  try {
    const { newest } = await migrate(owner)
    const programUrl = await ensureProgramRole(owner, { ownerUrl, secretsFolder: folder.secrets, env })
    const program = openPool(programUrl, poolOptions)
    let closing: Promise<void> | undefined
    const close = async () => {
      await Promise.all([owner.end(), program.end()])
      await running.stop()
    }
    return { owner, program, ownerUrl, programUrl, embedded, version, migrations: newest, close: () => (closing ??= close()) }
  } catch (error) {
    await owner.end()
    await running.stop()
    throw error
  }
}
