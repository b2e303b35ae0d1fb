import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { completeBinaries, copyBinaries, findBinaries, programOf } from './binaries.ts'
import type { Binaries } from './binaries.ts'

let home: string
let packed: Binaries

/** A package as npm leaves it when install scripts are switched off: no symbolic links, programs perhaps not executable. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dangvu-binaries-'))
  packed = { folder: join(home, 'package', 'native'), version: '18.0.0' }
  for (const part of ['bin', 'lib']) mkdirSync(join(packed.folder, part), { recursive: true })
  for (const name of ['postgres', 'initdb', 'pg_ctl'] as const) writeFileSync(programOf(packed, name), '', { mode: 0o644 })
  writeFileSync(join(packed.folder, 'lib', 'libx.so.1.2'), 'x')
  writeFileSync(
    join(packed.folder, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }, { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' }]),
  )
})
afterEach(() => rmSync(home, { recursive: true }))

test('links that npm could not pack and execution rights are restored in place', () => {
  expect(completeBinaries(packed, join(home, 'spare'))).toBe(packed)
  for (const link of ['libx.so', 'libx.so.1']) expect(readlinkSync(join(packed.folder, 'lib', link))).toBe('libx.so.1.2')
  expect(statSync(programOf(packed, 'postgres')).mode & 0o111).toBe(0o111)
  expect(completeBinaries(packed, join(home, 'spare'))).toBe(packed)
})

test('a copy is complete and open to every user, even of a closed package', () => {
  chmodSync(join(packed.folder, 'lib'), 0o700)
  chmodSync(join(packed.folder, 'lib', 'libx.so.1.2'), 0o600)
  mkdirSync(join(home, 'spare'))
  const copy = copyBinaries(packed, join(home, 'spare'))
  expect(readFileSync(join(copy.folder, 'lib', 'libx.so'), 'utf8')).toBe('x')
  expect(statSync(join(copy.folder, 'lib')).mode & 0o777).toBe(0o755)
  expect(statSync(join(copy.folder, 'lib', 'libx.so.1.2')).mode & 0o044).toBe(0o044)
  expect(statSync(programOf(copy, 'initdb')).mode & 0o111).toBe(0o111)
  expect(copyBinaries(packed, join(home, 'spare'))).toEqual(copy)
})

test('the PostgreSQL of this machine is found', () => {
  const found = findBinaries()
  expect(found.version).toMatch(/^18\./)
  expect(statSync(programOf(found, 'postgres')).isFile()).toBe(true)
})
