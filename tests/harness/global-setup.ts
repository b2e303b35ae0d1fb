import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive, isServing, readPostmaster } from '../../src/platform/database/postmaster.ts'
import { dropDatabase, withMaintenance } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run's server, and how the names of its databases begin. */
    testRun: { folder: string; prefix: string }
  }
}

const ROOT = fileURLToPath(new URL('../../.tmp/', import.meta.url))

/** Gives the run a folder and a prefix of its own; the server itself is started by the first test that needs it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(ROOT, { recursive: true })
  for (const name of readdirSync(ROOT)) if (isAbandoned(name)) await removeRun(join(ROOT, name))
  const folder = join(ROOT, `test-${process.pid}`)
  const prefix = `test_${process.pid}`
  project.provide('testRun', { folder, prefix })
  return async () => {
    if (process.env.DATABASE_URL) await dropLeftovers(process.env.DATABASE_URL, prefix)
    await removeRun(folder)
  }
}

/** A run that was killed leaves its folder, and perhaps its server. */
function isAbandoned(name: string): boolean {
  const pid = /^test-(\d+)$/.exec(name)?.[1]
  return pid !== undefined && !isAlive(Number(pid))
}

/** Ends the run's server at once (its data is thrown away) and removes the folder. */
async function removeRun(folder: string): Promise<void> {
  const cluster = join(folder, 'postgres', 'cluster')
  const server = readPostmaster(cluster)
  if (server && isServing(server.pid, cluster)) {
    process.kill(server.pid, 'SIGQUIT')
    while (existsSync(cluster) && isServing(server.pid, cluster)) await pause(5)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function dropLeftovers(serverUrl: string, prefix: string): Promise<void> {
  await withMaintenance(serverUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(`select datname as name from pg_database where starts_with(datname, $1)`, [`${prefix}_`])
    for (const { name } of rows) await dropDatabase(client, name)
  })
}
