import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, policy, refusalWords, routesOf } from '../../src/app/server/house.ts'
import { operationsOf } from '../../src/platform/http/index.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { createTestDatabase, type TestDatabase } from '../harness/database.ts'

const rooms = createRequire(import.meta.url)('../../house.order.cjs') as string[]
const schemaOf = (room: string) => room.replaceAll('-', '_')

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? sourceFiles(path) : /\.tsx?$/.test(name) ? [path] : []
  })
}

const files = sourceFiles(join(projectRoot, 'src')).map((path) => ({ path: path.slice(projectRoot.length + 1), text: readFileSync(path, 'utf8') }))
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.drop())

describe('the database obeys the order of the rooms', () => {
  test('foreign keys point down', async () => {
    const { rows } = await database.owner.query(
      `with room as (select name, floor from unnest($1::text[]) with ordinality as r(name, floor))
       select c.conrelid::regclass::text as "table", c.confrelid::regclass::text as points_up_to
       from pg_constraint c
       join pg_class f on f.oid = c.conrelid join room fr on fr.name = f.relnamespace::regnamespace::text
       join pg_class t on t.oid = c.confrelid join room tr on tr.name = t.relnamespace::regnamespace::text
       where c.contype = 'f' and tr.floor > fr.floor`, [rooms.map(schemaOf)])
    expect(rows).toEqual([])
  })

  test('every table that knows a person or an organisation is under row-level security, and the program owns none', async () => {
    const { rows } = await database.owner.query(
      `select distinct t.oid::regclass::text as "table" from pg_class t join pg_attribute a on a.attrelid = t.oid
       where t.relkind = 'r' and t.relnamespace::regnamespace::text = any ($1) and not t.relrowsecurity
         and a.attname in ('person_id', 'cell_id', 'keeper_id', 'prospect_id', 'case_id')`, [rooms.map(schemaOf)])
    expect(rows).toEqual([])
    const owned = await database.program.query(`select count(*)::int as n from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`)
    expect(owned.rows[0].n).toBe(0)
  })

  test('the program may append to the trail and read it, and nothing else', async () => {
    for (const change of ['update audit.entry set event = event', 'delete from audit.entry', 'truncate audit.entry', 'insert into audit.entry select * from audit.entry'])
      await expect(database.program.query(change)).rejects.toThrow(/permission denied/)
  })

  test('tables with personal data are listed in db/personal-data.md', async () => {
    const page = readFileSync(join(projectRoot, 'db', 'personal-data.md'), 'utf8')
    const { rows } = await database.owner.query<{ table: string }>(
      `select distinct t.oid::regclass::text as "table" from pg_class t join pg_attribute a on a.attrelid = t.oid
       where t.relkind = 'r' and t.relnamespace::regnamespace::text = any ($1)
         and a.attname in ('person_id', 'full_name', 'actor_name', 'subject_id', 'mentor_id', 'fields')`, [rooms.map(schemaOf)])
    expect(rows.map((row) => row.table.replaceAll('"', '')).filter((table) => !page.includes(`\`${table}\``))).toEqual([])
  })
})

describe('contract, policy and words hang together', () => {
  const operations = operationsOf(contract, routesOf({ demonstration: false }))
  const permissionsAsked = new Set(files.filter(({ path }) => !isTest(path)).flatMap(({ text }) => [...text.matchAll(/(?:authorise|may)\(\s*'(\w+\.\w+)'/g)].map((m) => m[1]!)))

  test('every operation has a method, a path of its own and a route', () => {
    const addresses = operations.map((operation) => `${operation.method} ${operation.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('every permission that is asked for stands in a policy, and every policy line is asked for', () => {
    expect([...permissionsAsked].filter((permission) => !policy[permission])).toEqual([])
    const mentioned = files.filter(({ path }) => !isTest(path) && !path.endsWith('policy.ts')).map(({ text }) => text).join('\n')
    expect(Object.keys(policy).filter((permission) => !mentioned.includes(`'${permission}'`))).toEqual([])
  })

  test('every refusal has Vietnamese words, and every words a refusal', () => {
    const thrown = new Set(files.filter(({ path }) => !isTest(path) && !path.endsWith('messages.vi.ts'))
      .flatMap(({ text }) => [...text.matchAll(/new Refusal\(\s*'\w+',\s*'([\w.]+)'/g)].map((m) => m[1]!)))
    expect([...thrown].filter((code) => !refusalWords[code] && !code.startsWith('database.'))).toEqual([])
    const mentioned = files.filter(({ path }) => !isTest(path) && !path.endsWith('messages.vi.ts')).map(({ text }) => text).join('\n')
    expect(Object.keys(refusalWords).filter((code) => !mentioned.includes(`'${code}'`))).toEqual([])
  })

  test('every operation is called by a test', () => {
    // The tests of the house call every operation alike and prove nothing about one of them; so does a name that is merely mentioned.
    const journeys = sourceFiles(join(projectRoot, 'tests')).filter((path) => !path.includes('/tests/house/')).map((path) => readFileSync(path, 'utf8'))
    const tests = [...files.filter(({ path }) => isTest(path)).map(({ text }) => text), ...journeys]
    const calledOfRoom = ({ name }: (typeof operations)[number]) => {
      const [room, operation] = name.split('.') as [string, string]
      const actOfFile = new RegExp(`\\.(?:secretary|committee|decider)\\('${operation}'|\\.as\\('\\w+', '${operation}'`)
      return tests.some((text) => (new RegExp(`\\.${room}\\b`).test(text) && text.includes(`.${operation}(`)) || (['admission', 'transfers'].includes(room) && actOfFile.test(text)))
    }
    const calledByHttp = ({ method, path }: (typeof operations)[number]) => {
      const address = `/api/v1${path.replaceAll(/\{\w+\}/g, '[^/\'"`]+')}['"?\`]`
      const request = new RegExp(`method: '${method}', url: ['"\`]${address}${method === 'GET' ? `|\\{ url: ['"\`]${address}` : ''}`)
      return tests.some((text) => request.test(text))
    }
    expect(operations.filter((operation) => !calledOfRoom(operation) && !calledByHttp(operation)).map((operation) => operation.name)).toEqual([])
  })
})

describe('the plan of the rooms', () => {
  test('a room holds at most sixty source files beside its screens and tests', () => {
    const crowded = rooms.map((room) => ({ room, files: files.filter(({ path }) => path.startsWith(`src/capabilities/${room}/`) && !path.includes('/ui/') && !isTest(path)).length }))
    expect(crowded.filter((each) => each.files > 60)).toEqual([])
  })

  test('every room has a page about itself', () => {
    const withoutPage = rooms.filter((room) => !readdirSync(join(projectRoot, 'src/capabilities', room)).includes('README.md'))
    expect(withoutPage).toEqual([])
  })

  test('the clock of the machine is read in few known places', () => {
    const allowed = /^src\/(kernel\/ids|kernel\/plain-date|app\/|platform\/|capabilities\/[^/]+\/ui\/)|\.test\.tsx?$/
    expect(files.filter(({ path, text }) => !allowed.test(path) && /new Date\(\)|Date\.now\(\)/.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('Vietnamese stands in files of words, in law and in the demonstration only', () => {
    const marked = /[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/
    const allowed = /\.vi\.ts$|^src\/regulations\/|^src\/app\/demonstration\/|\.test\.tsx?$|^src\/kernel\/|\/gallery\/|^src\/platform\/contract\/|^src\/capabilities\/import-export\/reading\/|^src\/platform\/foreign-workbook\/(old-encodings|syllables)\.ts$|^src\/app\/cli\/settings\.ts$/
    // Codes of papers are not words, though one has a marked letter.
    const withoutCodes = (text: string) => text.replace(/KNĐ(-[\wĐ]+)+/g, '')
    const withoutComments = (text: string) => withoutCodes(text).replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
    expect(files.filter(({ path, text }) => !allowed.test(path) && marked.test(withoutComments(text))).map(({ path }) => path)).toEqual([])
  })

  test('nothing in the product speaks of the folder it was specified in', () => {
    expect(files.filter(({ text }) => /\.\.\/shared\/|\/work\/(shared|main)/.test(text)).map(({ path }) => path)).toEqual([])
  })
})
