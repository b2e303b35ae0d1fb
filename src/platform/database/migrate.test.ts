import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmptyDatabase } from '../../../tests/harness/database.ts'
import type { TestDatabase } from '../../../tests/harness/database.ts'
import { openPool } from './connect.ts'
import { migrate, readMigrations } from './migrate.ts'

let database: Pick<TestDatabase, 'owner' | 'ownerUrl' | 'drop'>
let owner: pg.Pool
let folder: string

beforeEach(async () => {
  database = await createEmptyDatabase()
  owner = database.owner
  folder = mkdtempSync(join(tmpdir(), 'dangvu-migrations-'))
  write('0001_first.sql', 'create table first (n int);')
  write('0002_second.sql', 'create table second (n int);\ninsert into second values (2);')
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const write = (file: string, sql: string) => writeFileSync(join(folder, file), sql)
const numbers = async () => (await owner.query('select number from platform.migration order by number')).rows.map((row) => row.number)

test('files are applied once, in order, and only the new ones later', async () => {
  const first = await migrate(owner, folder)
  expect(first.applied.map(({ file }) => file)).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await migrate(owner, folder)).toEqual({ applied: [], newest: 2 })
  write('0003_third.sql', 'create table third (n int)')
  expect((await migrate(owner, folder)).applied.map(({ number }) => number)).toEqual([3])
  expect(await numbers()).toEqual([1, 2, 3])
})

test('nothing to do costs one query', async () => {
  await migrate(owner, folder)
  const pool = openPool(database.ownerUrl, { max: 1, applicationName: 'counted' })
  const texts: unknown[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => (texts.push(args[0]), query(...args))) as typeof client.query
  })
  await migrate(pool, folder)
  await pool.end()
  expect(texts).toHaveLength(1)
})

test('a changed old file is refused, line ends of Windows are no change', async () => {
  await migrate(owner, folder)
  write('0002_second.sql', 'create table second (n int);\r\ninsert into second values (2);')
  expect((await migrate(owner, folder)).applied).toEqual([])
  write('0002_second.sql', 'create table second (n bigint);')
  await expect(migrate(owner, folder)).rejects.toMatchObject({ code: 'database.migrationChanged', facts: { file: '0002_second.sql' } })
})

test('a database newer than the program is refused', async () => {
  await migrate(owner, folder)
  rmSync(join(folder, '0002_second.sql'))
  await expect(migrate(owner, folder)).rejects.toMatchObject({
    code: 'database.databaseIsNewer', facts: { databaseNumber: 2, programNumber: 1 },
  })
})

test('a file put below one that ran is refused', async () => {
  write('0004_fourth.sql', 'select 1')
  await migrate(owner, folder)
  write('0003_third.sql', 'select 1')
  await expect(migrate(owner, folder)).rejects.toMatchObject({ code: 'database.migrationOutOfOrder', facts: { file: '0003_third.sql', newest: 4 } })
})

test('a file that fails leaves nothing of itself, and those before it stay', async () => {
  write('0002_second.sql', 'create table second (n int); select 1 / 0;')
  await expect(migrate(owner, folder)).rejects.toThrow(/0002_second\.sql: division by zero/)
  expect(await numbers()).toEqual([1])
  expect((await owner.query(`select to_regclass('second') as found`)).rows).toEqual([{ found: null }])
})

test('processes that migrate at the same moment apply every file once', async () => {
  const results = await Promise.all([migrate(owner, folder), migrate(owner, folder), migrate(owner, folder)])
  expect(results.flatMap(({ applied }) => applied.map(({ number }) => number)).sort()).toEqual([1, 2])
})

test('a name out of form and a number given twice are bugs', () => {
  write('0002_again.sql', 'select 1')
  expect(() => readMigrations(folder)).toThrow('0002')
  rmSync(join(folder, '0002_again.sql'))
  write('third.sql', 'select 1')
  expect(() => readMigrations(folder)).toThrow('third.sql')
})

test('the product migrates an empty database, and a second time finds nothing to do', async () => {
  const all = readMigrations()
  expect(all.length).toBeGreaterThan(0)
  expect((await migrate(owner)).applied).toHaveLength(all.length)
  expect((await migrate(owner)).applied).toEqual([])
  expect(readdirSync(folder)).toHaveLength(2)
})
