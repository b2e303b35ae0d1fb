import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { clusterOf, passwordFileOf } from './cluster.ts'
import { openPool } from './connect.ts'
import { resolveDataFolder } from './data-folder.ts'
import type { DataFolder } from './data-folder.ts'
import { startDatabase } from './launcher.ts'
import type { RunningDatabase } from './running-database.ts'
import { isServing, readPostmaster } from './postmaster.ts'

const HOLDER = fileURLToPath(new URL('../../../tests/harness/hold-database.ts', import.meta.url))
const isRoot = process.getuid?.() === 0
const NOBODY = 65534

/** A data folder whose cluster is made and stopped; tests that need no fresh one copy it. */
let model: DataFolder
let home: string
let folder: DataFolder
const started: RunningDatabase[] = []
const holders: ChildProcess[] = []

beforeAll(async () => {
  model = resolveDataFolder({ data: mkdtempSync(join(tmpdir(), 'dangvu-launcher-model-')) })
  await (await startDatabase(model, { env: {} })).stop()
})

afterAll(() => rmSync(model.path, { recursive: true, force: true }))

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dangvu-launcher-'))
  folder = resolveDataFolder({ data: join(home, 'data') })
})

afterEach(async () => {
  for (const holder of holders.splice(0)) await letGo(holder)
  for (const database of started.splice(0)) await database.stop()
  const server = readPostmaster(clusterOf(folder))
  if (server && isServing(server.pid, clusterOf(folder))) process.kill(server.pid, 'SIGQUIT')
  while (serverPid() !== undefined) await new Promise((resolve) => setTimeout(resolve, 5))
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<RunningDatabase> {
  const database = await startDatabase(folder, { env: {} })
  started.push(database)
  return database
}

/** As `start`, on a folder that was used before. */
async function startAgain(): Promise<RunningDatabase> {
  cpSync(model.path, folder.path, { recursive: true })
  return start()
}

async function hold(options: SpawnOptions = {}): Promise<{ holder: ChildProcess; ownerUrl: string; uid: number }> {
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, folder.path], { stdio: ['pipe', 'pipe', 'inherit'], ...options })
  holders.push(holder)
  const [line] = (await once(createInterface(holder.stdout!), 'line')) as [string]
  return { holder, ...(JSON.parse(line) as { ownerUrl: string; uid: number }) }
}

async function letGo(holder: ChildProcess): Promise<void> {
  if (holder.exitCode !== null || holder.signalCode !== null) return
  holder.stdin!.end()
  await once(holder, 'exit')
}

async function ask<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<R>(text)).rows
  } finally {
    await client.end()
  }
}

function serverPid(): number | undefined {
  const server = readPostmaster(clusterOf(folder))
  return server && isServing(server.pid, clusterOf(folder)) ? server.pid : undefined
}

async function killed(pid: number, child?: ChildProcess): Promise<void> {
  process.kill(pid, 'SIGKILL')
  if (child) await once(child, 'exit')
}

function isOpenToAll(path: string): boolean {
  const above = dirname(path)
  return above === path || ((statSync(above).mode & 0o001) !== 0 && isOpenToAll(above))
}

test('a fresh folder becomes a closed, durable, Vietnamese database on loopback only', async () => {
  const database = await start()
  expect(database).toMatchObject({ embedded: true, version: expect.stringMatching(/^18\./) })
  const [settings] = await ask(database.ownerUrl, `
    select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('jit') as jit,
           current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
           current_setting('log_min_error_statement') as logged,
           (select coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') from pg_database d where datname = current_database()) as locale,
           (select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = current_user) as scram`)
  expect(settings).toEqual({
    fsync: 'on', checksums: 'on', jit: 'off', addresses: '127.0.0.1', encoding: 'UTF8', logged: 'panic', locale: 'vi', scram: true,
  })
  expect(statSync(folder.path).mode & 0o777).toBe(0o700)
  expect(statSync(passwordFileOf(folder)).mode & 0o777).toBe(0o600)
})

test('nobody gets in without the password', async () => {
  const { ownerUrl } = await startAgain()
  const url = new URL(ownerUrl)
  url.password = 'wrong'
  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('stopping ends the server, the next start is warm and finds what was written', async () => {
  const first = await startAgain()
  await ask(first.ownerUrl, 'create table kept as select 1 as n')
  await first.stop()
  await first.stop()
  expect(serverPid()).toBeUndefined()
  const from = performance.now()
  const second = await start()
  // 0.05–0.10 s on an idle machine; the limit only tells a warm start from a cold one on a busy one.
  expect(performance.now() - from).toBeLessThan(1000)
  expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
})

test('after kill -9 of PostgreSQL the next start recovers every committed row', async () => {
  const first = await startAgain()
  await ask(first.ownerUrl, 'create table kept as select generate_series(1, 1000) as n')
  await killed(serverPid()!)
  const second = await start()
  expect(await ask(second.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
})

test('after kill -9 of the program its server is found and used again, then stopped', async () => {
  await (await startAgain()).stop()
  const { holder, ownerUrl } = await hold()
  const pid = serverPid()
  await killed(holder.pid!, holder)
  expect(serverPid()).toBe(pid)
  const again = await start()
  expect(again.ownerUrl).toBe(ownerUrl)
  await again.stop()
  expect(serverPid()).toBeUndefined()
})

test('after kill -9 of both at once the next start recovers', async () => {
  await (await startAgain()).stop()
  const { holder, ownerUrl } = await hold()
  await ask(ownerUrl, 'create table kept as select 1 as n')
  const pid = serverPid()!
  await Promise.all([killed(holder.pid!, holder), killed(pid)])
  expect(await ask((await start()).ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
})

test('a server that is killed under the program comes back on the same port by itself', async () => {
  const database = await startAgain()
  const pool = openPool(database.ownerUrl)
  try {
    await pool.query('create table kept as select 1 as n')
    const pid = serverPid()!
    await killed(pid)
    // For a moment a server process that outlived the postmaster may still answer on the old connection.
    await vi.waitFor(async () => {
      expect((await pool.query('select n from kept')).rows).toEqual([{ n: 1 }])
      expect(serverPid()).toBeDefined()
      expect(serverPid()).not.toBe(pid)
    }, { timeout: 20_000 })
  } finally {
    await pool.end()
  }
  await database.stop()
  expect(serverPid()).toBeUndefined()
})

test('a server that is just being started again when the program lets go does not stay behind', async () => {
  const database = await startAgain()
  const pid = serverPid()!
  await killed(pid)
  await vi.waitFor(() => {
    expect(serverPid()).toBeDefined()
    expect(serverPid()).not.toBe(pid)
  }, { timeout: 20_000, interval: 1 })
  await database.stop()
  expect(serverPid()).toBeUndefined()
})

test('a second process joins, and the server stays until the last one has gone, whoever goes first', async () => {
  const database = await startAgain()
  const { holder, ownerUrl } = await hold()
  expect(ownerUrl).toBe(database.ownerUrl)
  await letGo(holder)
  expect(serverPid()).toBeDefined()
  const other = await hold()
  await database.stop()
  expect(await ask(other.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  await letGo(other.holder)
  expect(serverPid()).toBeUndefined()
})

test('processes that start at the same moment on a fresh folder share one server', async () => {
  const [database, ...others] = await Promise.all([start(), hold(), hold()])
  for (const { ownerUrl } of others) expect(ownerUrl).toBe(database.ownerUrl)
  await Promise.all([database.stop(), ...others.map(({ holder }) => letGo(holder))])
  expect(serverPid()).toBeUndefined()
})

test('starting and stopping against each other never leaves anybody without a server', async () => {
  await (await startAgain()).stop()
  const rounds = async () => {
    for (let round = 0; round < 8; round++) {
      const database = await start()
      expect(await ask(database.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
      await database.stop()
    }
  }
  await Promise.all([rounds(), rounds(), rounds()])
  expect(serverPid()).toBeUndefined()
})

test('somebody connected from outside keeps the server running', async () => {
  const database = await startAgain()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await database.stop()
  expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await client.end()
})

test('a lock file left from before a restart of the machine does not stop the start', async () => {
  const first = await startAgain()
  const lock = readFileSync(join(clusterOf(folder), 'postmaster.pid'), 'utf8')
  await first.stop()
  writeFileSync(join(clusterOf(folder), 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)))
  expect(await ask((await start()).ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a half-made cluster of a killed process is thrown away', async () => {
  const abandoned = `${folder.postgres}.draft-999999999-00000000`
  mkdirSync(abandoned)
  await start()
  expect(() => statSync(abandoned)).toThrow('ENOENT')
})

test('a cluster of another major version is refused', async () => {
  await (await startAgain()).stop()
  writeFileSync(join(clusterOf(folder), 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toMatchObject({ code: 'database.otherMajorVersion', facts: { found: '17', expected: '18' } })
})

test('a server that cannot start says why', async () => {
  await (await startAgain()).stop()
  writeFileSync(join(clusterOf(folder), 'postgresql.auto.conf'), 'no_such_setting = 1\n')
  await expect(start()).rejects.toMatchObject({ code: 'database.cannotStart', facts: { log: expect.stringContaining('no_such_setting') } })
})

test('with DATABASE_URL the packed PostgreSQL stays out of it', async () => {
  const { ownerUrl } = await start()
  const external = await startDatabase(resolveDataFolder({ data: join(home, 'other') }), { env: { DATABASE_URL: ownerUrl } })
  expect(external).toMatchObject({ ownerUrl, embedded: false, version: expect.stringMatching(/^18\./) })
  expect(() => statSync(join(home, 'other', 'postgres'))).toThrow('ENOENT')
})

// The other user runs the program itself and so must be able to walk to it.
if (isRoot && isOpenToAll(HOLDER)) {
  test('an ordinary user has a database of their own', async () => {
    rmSync(folder.path, { recursive: true })
    chownSync(home, NOBODY, NOBODY)
    const { ownerUrl, uid } = await hold({ uid: NOBODY, gid: NOBODY, env: { PATH: process.env.PATH, HOME: home } })
    expect(uid).toBe(NOBODY)
    expect(statSync(clusterOf(folder)).uid).toBe(NOBODY)
    expect(await ask(ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    const asRoot = await start()
    expect(asRoot.ownerUrl).toBe(ownerUrl)
  })
}

if (isRoot) {
  test('root without user namespaces lends PostgreSQL the number of nobody, even under a closed home', async () => {
    const { ownerUrl } = await hold({ env: { PATH: home, HOME: home } })
    expect(statSync(clusterOf(folder)).uid).toBe(NOBODY)
    expect(statSync(`/proc/${serverPid()}`).uid).toBe(NOBODY)
    await ask(ownerUrl, 'create table kept as select 1 as n')
    await letGo(holders.pop()!)
    expect(await ask((await start()).ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
  })
}
