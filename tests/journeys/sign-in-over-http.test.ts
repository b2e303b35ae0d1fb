import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/capabilities/access/index.ts'
import { hashSecret } from '../../src/platform/http/index.ts'
import type { AccountName } from '../harness/ground.ts'
import { openHouse, type House } from '../harness/house.ts'
import { as, openHttp } from '../harness/http.ts'

let house: House
let app: FastifyInstance
beforeAll(async () => {
  house = await openHouse()
  app = await openHttp(house)
  await house.owner.query('update access.account set password_hash = $1', [await hashPassword('mot-mat-khau-dai')])
})
afterAll(async () => { await app.close(); await house.close() })

const signIn = (signInName: string, password: string, remoteAddress = '10.0.0.1') =>
  app.inject({ method: 'POST', url: '/api/v1/session', headers: { 'x-dangvu': '1' }, payload: { signInName, password }, remoteAddress })
const cookieOf = (response: { headers: Record<string, unknown> }) => String(response.headers['set-cookie']).split(';')[0]!

describe('signing in', () => {
  test('with name and password one gets a strict, script-proof cookie and works in the only role', async () => {
    const response = await signIn('secretaryA1', 'mot-mat-khau-dai')
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ holding: { role: 'cellSecretary', organisationName: 'Chi bộ Thôn Khun Luông' }, today: '2018-10-05' })
    expect(response.headers['set-cookie']).toMatch(/^dangvu_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/)
    const me = await app.inject({ url: '/api/v1/me', headers: { cookie: cookieOf(response) } })
    expect(me.json()).toMatchObject({ signInName: 'secretarya1' })
  })

  test('a sign-in stands in the trail of whoever keeps the part, under its name', async () => {
    await signIn('secretaryA1', 'mot-mat-khau-dai')
    const seenBy = async (account: 'officer' | 'grassrootsB') => (await house.as(account).audit.listEntries({ page: 1, size: 200 })).rows.filter(({ event }) => event === 'access.signedIn')
    expect((await seenBy('officer'))[0]).toMatchObject({ title: 'Đăng nhập', by: 'Người dùng secretaryA1', organisation: 'Thôn Khun Luông', details: [{ label: 'Tên đăng nhập', value: 'secretarya1' }] })
    expect((await seenBy('grassrootsB')).filter(({ organisation }) => organisation === 'Thôn Khun Luông')).toEqual([])
  })

  test('only the hash of the session secret is kept', async () => {
    const secret = cookieOf(await signIn('leader', 'mot-mat-khau-dai')).split('=')[1]!
    const rows = await house.rows<{ found: boolean }>(`select position($1 in token_hash::text) > 0 as found from access.session`, [secret])
    expect(rows.some((row) => row.found)).toBe(false)
  })

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = await signIn('leader', 'khong-dung')
    const unknown = await signIn('khong-co-ai', 'khong-dung')
    expect(wrong.statusCode).toBe(403)
    expect(wrong.json().title).toBe('Tên đăng nhập hoặc mật khẩu chưa đúng.')
    expect({ ...unknown.json() }).toEqual({ ...wrong.json() })
  })

  test('after five wrong passwords the name is locked for a quarter of an hour, even with the right one', async () => {
    for (let i = 0; i < 5; i++) await signIn('inspector', 'khong-dung', `10.0.1.${i}`)
    const response = await signIn('inspector', 'mot-mat-khau-dai', '10.0.1.9')
    expect(response.statusCode).toBe(429)
    expect(response.json()).toMatchObject({ code: 'access.signInLocked', reasons: [{ facts: { minutes: 15 } }] })
  })

  test('after signing out the cookie is worth nothing', async () => {
    const cookie = cookieOf(await signIn('grassrootsB', 'mot-mat-khau-dai'))
    await app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie, 'x-dangvu': '1' } })
    expect((await app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401)
  })

  test('a session idle for half an hour has ended', async () => {
    const cookie = cookieOf(await signIn('grassrootsA', 'mot-mat-khau-dai'))
    await house.owner.query(`update access.session set last_seen_at = clock_timestamp() - interval '31 minutes' where kind = 'browser'`)
    expect((await app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401)
  })
})

describe('what comes from elsewhere', () => {
  test('a change with our cookie but without our header is refused as coming from another site', async () => {
    const { secret } = house.ground.accounts.officer
    const response = await app.inject({ method: 'PUT', url: '/api/v1/me/large-type', headers: { cookie: `dangvu_session=${secret}` }, payload: { largeType: true } })
    expect(response.json()).toMatchObject({ status: 403, code: 'platform.crossSite' })
  })

  test('a page of another site is refused even with the header', async () => {
    const request = as(house, 'officer', { method: 'PUT', url: '/api/v1/me/large-type', headers: { 'sec-fetch-site': 'cross-site' }, payload: { largeType: true } })
    expect((await app.inject(request)).statusCode).toBe(403)
  })

  test('every answer forbids framing, sniffing and foreign scripts', async () => {
    const { headers } = await app.inject({ url: '/api/health' })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
  })
})

describe('bodies that are not what they should be', () => {
  const put = (payload: Buffer | string, type = 'application/json') =>
    app.inject(as(house, 'officer', { method: 'PUT', url: '/api/v1/me/large-type', headers: { 'content-type': type }, payload }))

  test('a body of 20 MB is refused in words, as too large', async () => {
    const response = await put(Buffer.alloc(20 * 1024 * 1024, 32))
    expect(response.statusCode).toBe(413)
    expect(response.json()).toMatchObject({ code: 'platform.bodyTooLarge', kind: 'tooLarge', status: 413 })
  })

  test('text that is not UTF-8, not JSON, or not an object is refused', async () => {
    for (const body of [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), '{"largeType":', '[true]', '"x"']) expect((await put(body)).json().code).toBe('platform.bodyNotReadable')
  })

  test('a broken multipart form is refused', async () => {
    const response = await put('--x\r\nContent-Disposition: form-data; name="largeType"\r\n\r\ntr', 'multipart/form-data; boundary=x')
    expect(response.json().code).toMatch(/bodyNotReadable|fieldNotValid/)
  })

  test('a field that does not fit is named, and nothing is written', async () => {
    const response = await put('{"largeType":"có"}')
    expect(response.statusCode).toBe(422)
    expect(response.json().reasons[0]).toMatchObject({ code: 'platform.fieldNotValid', facts: { field: 'largeType' } })
  })

  test('an address with a part that can name nothing is not found', async () => {
    const answers = [await app.inject(as(house, 'officer', { method: 'GET', url: '/api/v1/members/khong-co' })), await app.inject(as(house, 'officer', { method: 'GET', url: '/api/v1/members/khong-co/party-age?asOf=2018-13-40' }))]
    for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([404, 'platform.notFound'])
    expect((await app.inject(as(house, 'officer', { method: 'GET', url: '/api/v1/members?organisationId=khong-co' }))).json().code).toBe('platform.fieldNotValid')
  })
})

describe('the same change sent twice', () => {
  const account = (signInName: string) => ({
    signInName, fullName: 'Lý Thị Mùi', password: 'mot-mat-khau-dai', role: 'cellSecretary', organisationId: house.ground.places.cellA2, from: '2018-10-05',
  })
  const send = (key: string, payload: object) =>
    app.inject(as(house, 'administrator', { method: 'POST', url: '/api/v1/accounts', headers: { 'idempotency-key': key }, payload }))

  test('is done once and answered alike', async () => {
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'
    const [first, second] = await Promise.all([send(key, account('hai.lan')), send(key, account('hai.lan'))])
    expect(first.statusCode).toBe(200)
    expect(second.json()).toEqual(first.json())
    expect(await house.rows(`select from access.account where sign_in_name = 'hai.lan'`)).toHaveLength(1)
  })

  test('a key used for something else is a conflict', async () => {
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964aa'
    await send(key, account('ba.lan'))
    expect((await send(key, account('bon.lan'))).json()).toMatchObject({ status: 409, code: 'platform.requestKeyReused' })
  })

  test('a key of somebody else is not known to the database, and begins anew', async () => {
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964cc'
    const first = await send(key, account('bay.lan'))
    const other = await app.inject(as(house, 'memberA1', { method: 'PUT', url: '/api/v1/me/large-type', headers: { 'idempotency-key': key }, payload: { largeType: true } }))
    expect([first.statusCode, other.statusCode]).toEqual([200, 200])
    const seenBy = async (name: AccountName) => {
      const client = await house.program.connect()
      try {
        await client.query(house.ports.begin({ secretHash: hashSecret(house.ground.accounts[name].secret) }, house.clock))
        return (await client.query<{ operation: string }>('select operation from platform.idempotency where request_key = $1', [key])).rows.map(({ operation }) => operation)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect([await seenBy('administrator'), await seenBy('memberA1'), await seenBy('officer')]).toEqual([['access.addAccount'], ['access.setLargeType'], []])
  })

  test('a refused change leaves no trace of its key', async () => {
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964bb'
    expect((await send(key, { ...account('nam.lan'), until: '2018-01-01' })).statusCode).toBe(422)
    expect((await send(key, account('nam.lan'))).statusCode).toBe(200)
  })
})

test('the published interface is OpenAPI 3.1 and names every operation with its refusals', async () => {
  const document = (await app.inject({ url: '/api/openapi.json' })).json()
  expect(document.openapi).toMatch(/^3\.1/)
  expect(document.paths['/session'].post.responses.default).toEqual({ $ref: '#/components/responses/Refused' })
})

test('an address that is not there is a problem document, not a page of the framework', async () => {
  const response = await app.inject({ url: '/api/v1/khong-co' })
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.json()).toMatchObject({ status: 404, code: 'platform.notFound' })
})
