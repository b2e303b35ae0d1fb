import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../harness/house.ts'
import { as, openHttp } from '../harness/http.ts'
import { layThings, type Things } from './rights/things.ts'

type Schema = { type?: string | string[]; format?: string; enum?: unknown[]; const?: unknown; properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; contentMediaType?: string }
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Published = { method: string; path: string; parameters: Parameter[]; body: Schema | undefined }

const SEED = 20181005
const users = ['officer', 'grassrootsA', 'secretaryA1', 'administrator', 'memberA1'] as const

/** Text that would do harm if anything took it for more than text. Parts of it are looked for in the database afterwards. */
const MARK = 'zq7'
const HOSTILE = `${MARK}'); drop table members.person; -- <script>alert("${MARK}")</script> <img src=x onerror=alert(1)> \${7*7} %s =cmd|'/c calc'!A1`

const broken: readonly unknown[] = [
  'a\u0000b', '\ud800', 'x\udc00y', 'đ'.repeat(10_000), '2018-02-30', '2018-13-45', '0000-00-00', '99999-01-01', '+010000-01-01', '-1', '', ' ', '\u202e\u200b\ufeff', '../../../etc/passwd', "' or 1=1 --", '{}', 'null',
  1e308, -1e308, 2 ** 53, -(2 ** 31) - 1, 2 ** 31, 0.1, -0, true, null, [], [[]], {}, [null], ['a', 1, {}], { a: { b: { c: [] } } }, HOSTILE,
]

let house: House
let app: FastifyInstance
let things: Things
let operations: Published[]
let ids: string[]

beforeAll(async () => {
  house = await openHouse()
  things = await layThings(house, 'cellA1')
  app = await openHttp(house)
  const document = (await app.inject({ url: '/api/openapi.json' })).json() as { paths: Record<string, Record<string, any>> }
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(), path, parameters: (operation.parameters ?? []).filter((parameter: Parameter) => parameter.in),
    body: (Object.values(operation.requestBody?.content ?? {})[0] as { schema?: Schema } | undefined)?.schema,
  })))
  // Of the users only one whose sessions may end.
  const { accountId: _a, holdingId: _h, cell: _c, code: _code, ...rest } = things
  ids = [...Object.values(rest), house.ground.places.communeA, house.ground.accounts.leader.id, house.ground.accounts.leader.holdingId!]
})
afterAll(async () => { await app.close(); await house.close() })

const knownFields = (): Record<string, string> => ({
  cellId: things.cellId, organisationId: things.cellId, parentId: house.ground.places.communeA, personId: things.memberId, mentorId: things.mentorId, documentId: things.documentId, scanId: things.scanId, verificationId: things.verificationId,
  postId: things.postId, holdingId: house.ground.accounts.leader.holdingId!, subjectId: things.mentorId, contactId: things.mentorId, toCellId: house.ground.places.cellA2,
})
const idOfPath = (path: string): string | undefined => {
  const kinds: [RegExp, string][] = [
    [/^\/members/, things.memberId], [/^\/admission/, things.caseId], [/^\/prospects/, things.prospectId], [/^\/imports/, things.importId], [/^\/organisations/, things.cellId], [/^\/accounts/, house.ground.accounts.leader.id],
  ]
  return kinds.find(([pattern]) => pattern.test(path))?.[1]
}

/** Values that mostly fit a schema, so that a request gets past the door. */
function fitting(schema: Schema, field: string, path: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return fc.oneof(...variants.map((variant) => fitting(variant, field, path)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return schema.properties ? fittingObject(schema, path) : fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
  if (type === 'array') return fc.array(fitting(schema.items ?? {}, field, path), { maxLength: 3 })
  if (type === 'boolean') return fc.boolean()
  if (field === 'version') return fc.constant(1)
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(2018))
  if (schema.format === 'uuid') return fc.oneof({ weight: 4, arbitrary: fc.constant(knownFields()[field] ?? idOfPath(path) ?? things.memberId) }, { weight: 1, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
  if (schema.format === 'date') return fc.constantFrom('2018-10-05', '2018-09-01', '2018-01-01', '2020-01-01', '1900-01-01')
  if (schema.format === 'date-time') return fc.constantFrom('2018-10-05T05:00:00Z', '2001-01-01T00:00:00+07:00')
  if (type === 'string') return fc.oneof({ weight: 2, arbitrary: fc.constantFrom('Chữ thường', '2018-05', '02.034.013', 'KNĐ-3', 'CHI_BO', 'PBT', '2018-Q3') }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) })
  return fc.jsonValue({ maxDepth: 2 })
}

function fittingObject(schema: Schema, path: string): fc.Arbitrary<Record<string, unknown>> {
  const required = new Set(schema.required)
  const fields = Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, fitting(inner, field, path)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: fields.map(([field]) => field).filter((field) => required.has(field)) })
}

type Spoiling = { at: number; value: unknown; proto: boolean }
const spoiling: fc.Arbitrary<Spoiling> = fc.record({ at: fc.nat(40), value: fc.constantFrom(...broken), proto: fc.boolean() })

/** The body with one of its fields, or of a field's fields, replaced. */
function spoiled(body: unknown, { at, value }: Spoiling): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return value
  const fields = Object.keys(body)
  if (fields.length === 0) return { spoiled: value }
  const field = fields[at % fields.length]!
  const inner = (body as Record<string, unknown>)[field]
  const deeper = typeof inner === 'object' && inner !== null && at % 2 === 0
  return { ...body, [field]: deeper ? spoiled(inner, { at: at >> 1, value, proto: false }) : value }
}

/** An address cannot hold half a character. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd')
const withProto = (text: string) => text.startsWith('{') ? `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}${text === '{}' ? '' : ','}${text.slice(1)}` : text
const queryOf = (fields: Record<string, unknown>) => {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(typeof value === 'string' ? value : Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join(',') : JSON.stringify(value)))}`)
  return pairs.length ? `?${pairs.join('&')}` : ''
}

type Filling = { path: Record<string, unknown>; query: Record<string, unknown>; body: unknown }
type Sent = { operation: Published; request: InjectOptions; user: (typeof users)[number] }

function fillingOf({ path, parameters, body }: Published): fc.Arbitrary<Filling> {
  const of = (place: string) => {
    const fields = parameters.filter((parameter) => parameter.in === place)
    const known = fields.map(({ name, schema }) => [name, place === 'path' ? fc.constant(knownFields()[name] ?? idOfPath(path) ?? things.memberId) : fitting(schema ?? {}, name, path)] as const)
    return fc.record(Object.fromEntries(known), { requiredKeys: fields.filter((field) => place === 'path' || field.required).map(({ name }) => name) })
  }
  return fc.record({ path: of('path'), query: of('query'), body: body ? fitting(body, 'body', path) : fc.constant(undefined) })
}

function requestOf(operation: Published, user: Sent['user'], { path, query, body }: Filling, proto = false): Sent {
  const url = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(wellFormed(String(path[name] ?? 'x').slice(0, 300))))
  const text = body === undefined ? undefined : JSON.stringify(body)
  const request = { method: operation.method as 'GET', url: `/api/v1${url}${queryOf(query)}`, ...(text === undefined ? {} : { headers: { 'content-type': 'application/json' }, payload: proto ? withProto(text) : text }) }
  // A session that is ended would make all later requests alike.
  const keepsSession = !/^\/session|password/.test(operation.path)
  return { operation, user, request: keepsSession ? as(house, user, request) : { ...request, headers: { ...(request as InjectOptions).headers, 'x-dangvu': '1' } } }
}

const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

/** Sends a request; says what is wrong with the answer. */
async function wrongAnswer({ operation, user, request }: Sent): Promise<string | undefined> {
  const response = await app.inject(request)
  const type = String(response.headers['content-type'] ?? '')
  const about = `${operation.method} ${operation.path} as ${user}, ${String(request.url).slice(0, 200)} ${String(request.payload ?? '').slice(0, 300)}: ${response.statusCode}`
  if (response.statusCode >= 500) return `${about} ${response.body.slice(0, 200)}`
  if (response.statusCode < 400) return /^application\/json|^application\/(pdf|vnd)/.test(type) ? undefined : `${about} ${type}`
  if (!type.startsWith('application/problem+json')) return `${about} ${type}`
  const problem = response.json() as { title: string; code: string; reasons: { code: string; message: string; facts: { problem?: string } }[] }
  const wordless = problem.reasons.find((reason) => !vietnamese.test(reason.message) || reason.message === reason.code || (reason.facts.problem !== undefined && !vietnamese.test(reason.facts.problem)))
  return wordless ? `${about} without Vietnamese words: ${JSON.stringify(wordless)}` : undefined
}

async function allWrong(sent: readonly Sent[]): Promise<string[]> {
  const wrong: string[] = []
  for (const one of sent) { const found = await wrongAnswer(one); if (found) wrong.push(found) }
  return wrong
}

/** Fewer for operations that hash a password, which is slow on purpose. */
const runsOf = ({ method, path }: Published, usual: number) => (method === 'POST' && /^\/session|^\/accounts$|^\/set-up/.test(path) ? 2 : usual)

describe('whatever is sent', () => {
  test('requests that nearly fit the contract get an answer or a refusal in words', async () => {
    const sent = operations.flatMap((operation, i) => fc.sample(fillingOf(operation), { seed: SEED + i, numRuns: runsOf(operation, 5) })
      .map((filling, n) => requestOf(operation, users[(i + n) % users.length]!, filling)))
    expect(sent.length).toBeGreaterThan(operations.length * 4)
    expect(await allWrong(sent)).toEqual([])
  })

  test('requests with one thing spoiled are refused in words, never a fault of the server', async () => {
    const sent = operations.flatMap((operation, i) => fc.sample(fc.tuple(fillingOf(operation), spoiling), { seed: SEED + 1000 + i, numRuns: runsOf(operation, 9) })
      .map(([filling, spoil], n) => {
        const part = n % 3 === 0 && operation.parameters.some((parameter) => parameter.in === 'path') ? 'path' : operation.body ? 'body' : 'query'
        return requestOf(operation, users[n % 2]!, { ...filling, [part]: spoiled(filling[part], spoil) }, spoil.proto)
      }))
    expect(await allWrong(sent)).toEqual([])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  test('bodies that are any JSON at all, or none, are refused in words', async () => {
    const bodies = fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed: SEED, numRuns: 60 })
    const changing = operations.filter(({ method }) => method !== 'GET')
    const sent = changing.flatMap((operation, i) => [bodies[i % 60], bodies[(i * 7 + 3) % 60]].map((body, n) =>
      requestOf(operation, users[n]!, { path: Object.fromEntries(operation.parameters.map(({ name }) => [name, knownFields()[name] ?? idOfPath(operation.path)])), query: {}, body })))
    expect(await allWrong(sent)).toEqual([])
  })
})

/** Where the texts of a schema are, as paths of field names. */
function textFields(schema: Schema | undefined, at: string[] = []): string[][] {
  if (!schema) return []
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (variants.length) return variants.flatMap((variant) => textFields(variant, at))
  if (schema.type === 'object') return Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => textFields(inner, [...at, field]))
  return schema.type === 'string' && !schema.format && !schema.enum && at.length > 0 && !/password/i.test(at.at(-1)!) ? [at] : []
}

const withTextAt = (body: unknown, [field, ...deeper]: readonly string[], text: string): Record<string, unknown> => {
  const fields = (typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) as Record<string, unknown>
  return { ...fields, [field!]: deeper.length ? withTextAt(fields[field!], deeper, text) : text }
}

describe('text that would be harmful anywhere else', () => {
  test('in every text field it is refused or kept as plain text, unchanged', async () => {
    const sent = operations.flatMap((operation, i) => {
      const inBody = textFields(operation.body).map((at) => (filling: Filling) => ({ ...filling, body: withTextAt(filling.body, at, HOSTILE) }))
      const inQuery = operation.parameters.filter(({ in: place, schema }) => place === 'query' && schema?.type === 'string' && !schema.format)
        .map(({ name }) => (filling: Filling) => ({ ...filling, query: { ...filling.query, [name]: HOSTILE } }))
      const fields = [...inBody, ...inQuery]
      return fc.sample(fillingOf(operation), { seed: SEED + i, numRuns: Math.max(1, fields.length) })
        .flatMap((filling, n) => (fields[n] ? [requestOf(operation, users[n % 2]!, fields[n](filling))] : []))
    })
    expect(sent.length).toBeGreaterThan(100)
    expect(await allWrong(sent)).toEqual([])
  })

  test('what is read again is what was sent', async () => {
    const post = async (user: (typeof users)[number], url: string, payload: object) => {
      const response = await app.inject(as(house, user, { method: 'POST', url: `/api/v1${url}`, payload }))
      expect(response.json(), url).not.toHaveProperty('reasons')
      return response.json()
    }
    const get = async (user: (typeof users)[number], url: string) => (await app.inject(as(house, user, { url: `/api/v1${url}` }))).json()
    const person = house.ground.members.cellA2[4]!
    const changes = [{ field: 'fullName', after: HOSTILE.slice(0, 120).trim() }, { field: 'note', after: HOSTILE }]
    const proposal = await post('officer', `/members/${person}/sheet/proposals`, { changes, reason: HOSTILE, paper: HOSTILE })
    await post('grassrootsA', `/sheet-proposals/${proposal.id}/approve`, { version: 1, consentNumber: '1', consentOn: '2018-10-01' })
    await post('officer', `/members/${person}/away`, { place: HOSTILE, since: '2018-01' })
    const found = await get('officer', `/members/${person}`)
    expect(found).toMatchObject({ fullName: HOSTILE.slice(0, 120).trim(), note: HOSTILE, corrections: [{ reason: expect.stringContaining(HOSTILE), paper: HOSTILE }] })
    expect(found.overlays[0].place).toBe(HOSTILE)
    const listed = await get('officer', `/members?search=${encodeURIComponent(`${MARK}')`)}`)
    expect(listed.rows.map((row: { id: string }) => row.id)).toEqual([person])
    const { id } = await post('officer', '/organisations', { parentId: house.ground.places.communeA, name: `Chi bộ ${HOSTILE}`, type: 'CHI_BO', on: '2018-10-01', decisionNumber: '01-QĐ', decidedOn: '2018-10-01' })
    expect((await get('officer', `/organisations/${id}`)).name).toBe(`Chi bộ ${HOSTILE}`)
  })

  test('in the database it stands whole or not at all, and nothing is missing', async () => {
    // The words that the search goes by are made of the texts, one by one and without marks.
    const tables = await house.rows<{ table: string }>(`select t.oid::regclass::text as "table" from pg_class t where relkind = 'r' and relnamespace::regnamespace::text !~ '^(pg_|information_schema|search$)'`)
    expect(tables.map((row) => row.table)).toContain('members.person')
    const cut: string[] = []
    let found = 0
    const whole = [HOSTILE, HOSTILE.slice(0, 120).trim()].map((text) => JSON.stringify(text).slice(1, -1))
    for (const { table } of tables)
      for (const { field, value } of await house.rows<{ field: string; value: string }>(`select e.key as field, e.value::text as value from ${table} t, jsonb_each(to_jsonb(t)) e where e.value::text like '%${MARK}%' and e.key not in ('search_text', 'sort_key')`)) {
        found++
        // In a column of JSON the text is written in JSON within JSON.
        if (!whole.some((text) => value.includes(text) || value.includes(JSON.stringify(text).slice(1, -1)))) cut.push(`${table}.${field}: ${value.slice(0, 200)}`)
      }
    expect(found).toBeGreaterThan(10)
    expect(cut).toEqual([])
  })

  test('the trail is whole after all of it', async () => {
    expect(await house.rows('select audit.first_broken() as broken')).toEqual([{ broken: null }])
  })
})
