import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './connect.ts'
import { resolveDataFolder } from './data-folder.ts'
import type { DataFolder } from './data-folder.ts'
import { startDatabase } from './launcher.ts'
import { readMigrations } from './migrate.ts'

let home: string
let folder: DataFolder
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'dangvu-open-'))
  folder = resolveDataFolder({ data: home })
})
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))

test('a data folder opens migrated, with the program as its own role, once and again', async () => {
  const newest = readMigrations().at(-1)!.number
  for (const round of ['cold', 'warm']) {
    const database = await openDatabase(folder, { env: {}, applicationName: `test ${round}` })
    try {
      expect(database).toMatchObject({ embedded: true, migrations: newest })
      const { rows } = await database.program.query(
        `select current_user as name, current_setting('application_name') as application, current_setting('timezone') as zone`)
      expect(rows).toEqual([{ name: 'dangvu_app', application: `test ${round}`, zone: 'UTC' }])
      expect((await database.owner.query('select max(number) as newest from platform.migration')).rows).toEqual([{ newest }])
    } finally {
      await database.close()
      await database.close()
    }
  }
})

test('two programs open the same folder at the same moment', async () => {
  const [first, second] = await Promise.all([openDatabase(folder, { env: {} }), openDatabase(folder, { env: {} })])
  expect(second.programUrl).toBe(first.programUrl)
  await first.close()
  expect((await second.program.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await second.close()
})

test('a server older than PostgreSQL 15 is refused', async () => {
  const server = await oldServer('14.12', 140012)
  try {
    const url = `postgres://somebody@127.0.0.1:${(server.address() as AddressInfo).port}/dangvu`
    await expect(startDatabase(folder, { env: { DATABASE_URL: url } })).rejects.toMatchObject({
      code: 'database.serverTooOld', facts: { version: '14.12' },
    })
  } finally {
    server.close()
  }
})

test('a server that cannot be reached is refused in words, without its password', async () => {
  const opened = (url: string) => startDatabase(folder, { env: { DATABASE_URL: url } })
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => { server.close(resolve) })
  await expect(opened(`postgres://ai:bi-mat@127.0.0.1:${port}/dangvu`)).rejects.toMatchObject({
    code: 'database.serverNotReached', facts: { server: `ai@127.0.0.1:${port}/dangvu`, problem: 'Không có máy chủ nào trả lời ở máy và cổng ấy' },
  })
  await expect(opened('may-chu')).rejects.toMatchObject({ code: 'database.serverNotReached', facts: { problem: 'Địa chỉ không đúng dạng' } })
})

const message = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}
const int16 = (n: number) => Buffer.from([n >> 8, n & 255])
const int32 = (n: number) => Buffer.concat([int16(n >> 16), int16(n & 0xffff)])

/** Speaks just enough of PostgreSQL's protocol to tell its version, as no machine has such a server any more. */
async function oldServer(version: string, number: number) {
  const ready = message('Z', Buffer.from('I'))
  const column = (name: string, type: number) =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(type), int16(0xffff), int32(0xffff_ffff | 0), int16(0)])
  const value = (text: string) => Buffer.concat([int32(text.length), Buffer.from(text)])
  const answer = Buffer.concat([
    message('T', int16(2), column('version', 25), column('number', 23)), message('D', int16(2), value(version), value(String(number))),
    message('C', Buffer.from('SELECT 1\0')), ready,
  ])
  const server = createServer((socket) => {
    let isGreeted = false
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      if (data[0] === 'X'.charCodeAt(0)) return socket.end()
      socket.write(isGreeted ? answer : Buffer.concat([message('R', int32(0)), ready]))
      isGreeted = true
      return undefined
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return server
}
