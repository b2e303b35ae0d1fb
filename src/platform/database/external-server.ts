import pg from 'pg'
import { serverTooOld } from './errors.ts'
import type { RunningDatabase } from './running-database.ts'

const OLDEST = 150_000

/** The server an administrator keeps. Refuses `database.serverTooOld` below PostgreSQL 15. */
export async function useServer(url: string): Promise<RunningDatabase> {
  const client = new pg.Client({ connectionString: url, application_name: 'dangvu' })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    if (rows[0]!.number < OLDEST) throw serverTooOld(rows[0]!.version)
    return { ownerUrl: url, embedded: false, version: rows[0]!.version, stop: () => Promise.resolve() }
  } finally {
    await client.end()
  }
}
