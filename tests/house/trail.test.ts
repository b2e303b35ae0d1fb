import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trailWords } from '../../src/app/server/trail.ts'

const root = join(import.meta.dirname, '../..')

/** Every event that the rooms write, as `<room>.<whatHappened>`; acts on a file of admission carry the room's name when they are written. */
const written = new Set(
  ['capabilities', 'app'].flatMap((part) => readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' }).map((path) => `${part}/${path}`))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const code = readFileSync(join(root, 'src', path), 'utf8')
      const named = [...code.matchAll(/\b(?:event: |keep\(ctx, )([^,\n]*)/g)].map(([, said]) => said!.replace(/=== '\w+'/g, ''))
      const events = named.flatMap((said) => [...said.matchAll(/'([\w.]+)'/g)].map(([, event]) => event!))
      return events.map((event) => (event.includes('.') ? event : `${path.startsWith('capabilities/admission/') ? 'admission' : '?'}.${event}`))
    }),
)

/** All code but the words themselves. */
const code = ['capabilities', 'app'].flatMap((part) => readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' }).map((path) => join(root, 'src', part, path)))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|events\.vi\.ts$|server\/trail\.ts$/.test(path)).map((path) => readFileSync(path, 'utf8')).join('\n')
const isSaid = (event: string) => [event, event.split('.')[1]!].some((name) => code.includes(`'${name}'`) || code.includes(`.${name}\``))

test('every event that is written has words, and no words are left over', () => {
  expect(written.size).toBeGreaterThan(70)
  expect([...written].filter((event) => !(event in trailWords.events)).sort()).toEqual([])
  expect(Object.keys(trailWords.events).filter((event) => !isSaid(event)).sort()).toEqual([])
})

test('every look is one of the events', () => {
  expect(trailWords.looks.filter((event) => !(event in trailWords.events))).toEqual([])
})
