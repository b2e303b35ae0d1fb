import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isId, newId } from '../../kernel/index.ts'
import { roomClient } from './client.ts'
import { BrokenError, NoAnswerError, RefusedError } from './problem.ts'

const contract = {
  list: oc.route({ method: 'GET', path: '/cases' }).input(z.object({ page: z.number(), kinds: z.array(z.string()).optional(), search: z.string().optional() })).output(z.object({ total: z.number() })),
  record: oc.route({ method: 'POST', path: '/cases/{id}/votes' }).input(z.object({ id: z.string(), votesFor: z.number() })).output(z.object({ done: z.literal(true) })),
  send: oc.route({ method: 'POST', path: '/imports' }).input(z.object({ file: z.file(), organisationId: z.string() })).output(z.object({ id: z.string() })),
  inner: { end: oc.route({ method: 'DELETE', path: '/session' }).output(z.object({ done: z.literal(true) })) },
}

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string }
let seen: Seen[] = []
let answer: { status: number; type: string; body: string }
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += part)).on('end', () => {
    seen.push({ method: request.method!, url: request.url!, headers: request.headers, body })
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
})
const client = roomClient(contract)

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  globalThis.location = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } as Location
})
afterAll(() => server.close())
beforeEach(() => {
  seen = []
  answer = { status: 200, type: 'application/json', body: '{"done":true,"total":3}' }
})
const answersProblem = (status: number, problem: object) => (answer = { status, type: 'application/problem+json', body: JSON.stringify(problem) })

test('a read carries its input in the query, lists by repeating the name, and no idempotency key', async () => {
  expect(await client.list({ page: 2, kinds: ['a', 'b'], search: undefined })).toEqual({ done: true, total: 3 })
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/api/v1/cases?page=2&kinds=a&kinds=b' })
  expect(seen[0]!.headers['x-dangvu']).toBe('1')
  expect(seen[0]!.headers['idempotency-key']).toBeUndefined()
})

test('a change puts its identifier into the path, the rest into the body, and carries a key of its own', async () => {
  await client.record({ id: 'a/b', votesFor: 17 })
  await client.inner.end()
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v1/cases/a%2Fb/votes', body: '{"votesFor":17}' })
  const keys = seen.map((request) => String(request.headers['idempotency-key']))
  expect(keys.every(isId)).toBe(true)
  expect(keys[0]).not.toBe(keys[1])
})

test('a key that is given is sent as it is', async () => {
  const key = newId()
  await client.record({ id: '1', votesFor: 1 }, { context: { idempotencyKey: key } })
  expect(seen[0]!.headers['idempotency-key']).toBe(key)
})

test('a file travels as a form with the other fields beside it', async () => {
  await client.send({ file: new File(['abc'], 'danh-sach.xlsx'), organisationId: 'o1' })
  expect(seen[0]!.headers['content-type']).toMatch(/^multipart\/form-data/)
  expect(seen[0]!.body).toContain('filename="danh-sach.xlsx"')
  expect(seen[0]!.body).toMatch(/name="organisationId"\r\n\r\no1/)
})

test('a refusal keeps its kind and every reason, and names the field a reason is about', async () => {
  const reasons = [{ code: 'platform.fieldNotValid', facts: { field: 'votesFor' }, message: 'Mục sai.' }, { code: 'x.y', facts: {}, message: 'Hai.' }]
  answersProblem(422, { title: 'x', status: 422, kind: 'againstRule', code: 'x.y', reasons })
  const refused = await client.record({ id: '1', votesFor: -1 }).catch((thrown: unknown) => thrown)
  expect(refused).toBeInstanceOf(RefusedError)
  expect(refused).toMatchObject({ status: 422, kind: 'againstRule', reasons: [{ field: 'votesFor' }, { message: 'Hai.' }] })
})

test('an ended session is told apart from what a role may not do', async () => {
  answersProblem(401, { title: 'x', kind: 'notAllowed', code: 'platform.notSignedIn', reasons: [] })
  await expect(client.inner.end()).rejects.toMatchObject({ kind: 'signedOut' })
  answersProblem(403, { title: 'x', kind: 'notAllowed', code: 'platform.notAllowed', reasons: [] })
  await expect(client.inner.end()).rejects.toMatchObject({ kind: 'notAllowed' })
})

test('a fault of the program is not a refusal, whatever kind the answer names', async () => {
  answersProblem(500, { title: 'x', kind: 'conflict', code: 'platform.failed', reasons: [{ code: 'platform.failed', facts: {}, message: 'Lỗi.' }] })
  await expect(client.inner.end()).rejects.toBeInstanceOf(BrokenError)
})

test('no answer, or one of a gateway in front, may be tried again', async () => {
  answer = { status: 502, type: 'text/html', body: 'Bad gateway' }
  await expect(client.inner.end()).rejects.toBeInstanceOf(NoAnswerError)
  const { origin } = globalThis.location
  globalThis.location = { origin: 'http://127.0.0.1:9' } as Location
  await expect(client.inner.end()).rejects.toBeInstanceOf(NoAnswerError)
  globalThis.location = { origin } as Location
})
