import pg from 'pg'
import { serverNotReached, serverTooOld } from './errors.ts'
import { connectProblems, otherProblem } from './messages.vi.ts'
import type { RunningDatabase } from './running-database.ts'

const OLDEST = 150_000

const hasShape = (url: string): boolean => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)

/** The server of an address, for people: without its password. */
function nameOf(url: string): string {
  if (!hasShape(url)) return ''
  const { username, host, pathname } = new URL(url)
  return `${username && `${username}@`}${host}${pathname}`
}

/** Connects, or says in words why the server an address names cannot be reached. */
async function connect(url: string): Promise<pg.Client> {
  if (!hasShape(url)) throw serverNotReached('DATABASE_URL', connectProblems['shape']!)
  const client = new pg.Client({ connectionString: url, application_name: 'dangvu' })
  try {
    await client.connect()
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    throw serverNotReached(nameOf(url), connectProblems[code] ?? otherProblem(message))
  }
  return client
}

/** The server an administrator keeps. Refuses `database.serverNotReached`, and `database.serverTooOld` below PostgreSQL 15. */
export async function useServer(url: string): Promise<RunningDatabase> {
  const client = await connect(url)
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
