import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret, readSecret, resolveDataFolder } from './data-folder.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dangvu-folder-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const modeOf = (path: string) => statSync(path).mode & 0o777

test('the option comes before the environment, the environment before the habit of the system', () => {
  const env = { HOME: home, DANGVU_DATA: join(home, 'from-environment') }
  expect(resolveDataFolder({ data: join(home, 'from-option'), env }).path).toBe(join(home, 'from-option'))
  expect(resolveDataFolder({ env }).path).toBe(join(home, 'from-environment'))
  expect(resolveDataFolder({ env: { HOME: home } }).path.startsWith(join(home))).toBe(true)
  expect(resolveDataFolder({ env: { HOME: home }, habit: 'dangvu-demo' }).path).not.toBe(resolveDataFolder({ env: { HOME: home } }).path)
})

if (process.platform === 'linux')
  test('on Linux the habit is XDG_DATA_HOME, else ~/.local/share', () => {
    expect(resolveDataFolder({ env: { HOME: home } }).path).toBe(join(home, '.local/share/dangvu'))
    expect(resolveDataFolder({ env: { HOME: home, XDG_DATA_HOME: join(home, 'xdg') } }).path).toBe(join(home, 'xdg/dangvu'))
  })

test('a file in the place of the folder, or above it, is refused', () => {
  writeFileSync(join(home, 'file'), '')
  for (const data of [join(home, 'file'), join(home, 'file', 'below')]) expect(() => resolveDataFolder({ data, env: {} })).toThrow(expect.objectContaining({ code: 'database.folderIsAFile' }))
})

test('what is made is closed to others', () => {
  const folder = resolveDataFolder({ data: join(home, 'a', 'b'), env: {} })
  for (const path of [folder.path, folder.files, folder.secrets]) expect(modeOf(path)).toBe(0o700)
  expect(existsSync(folder.postgres)).toBe(false)
})

test('an empty folder, or one of ours that was opened, is closed again', () => {
  const data = join(home, 'open')
  mkdirSync(data, { mode: 0o755 })
  resolveDataFolder({ data, env: {} })
  expect(modeOf(data)).toBe(0o700)
})

test('a folder that holds other things keeps its mode', () => {
  const data = join(home, 'shared')
  mkdirSync(data, { mode: 0o755 })
  writeFileSync(join(data, 'of-somebody-else.txt'), '')
  const folder = resolveDataFolder({ data, env: {} })
  expect(modeOf(data)).toBe(0o755)
  expect(modeOf(folder.secrets)).toBe(0o700)
})

test('a secret is random, closed, and stays', () => {
  const file = join(home, 'secret')
  expect(readSecret(file)).toBeUndefined()
  const first = keptSecret(file)
  expect(first).toEqual({ secret: expect.stringMatching(/^[\w-]{43}$/), isNew: true })
  expect(keptSecret(file)).toEqual({ secret: first.secret, isNew: false })
  expect(modeOf(file)).toBe(0o600)
  expect(keptSecret(join(home, 'other')).secret).not.toBe(first.secret)
  expect(readdirSync(home).sort()).toEqual(['other', 'secret'])
})
