import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isId, Refusal } from '../../kernel/index.ts'
import { runAction, runOpen, runReading, type Ports, type Who } from '../action/index.ts'
import { fieldProblems, requestWords } from '../messages.vi.ts'
import type { RefusalWordsByCode } from '../words.ts'
import { bodyNotReadable, bodyTooLarge, MAX_FILE_BYTES, MAX_JSON_BYTES, readInput } from './input.ts'
import { logSettings } from './log.ts'
import type { Operation } from './operations.ts'
import { problemOf } from './problem.ts'
import { FileAnswer, type Exchange } from './routes.ts'

export const SESSION_COOKIE = 'dangvu_session'
const API = '/api/v1'

export type HttpOptions = {
  readonly operations: readonly Operation[]
  readonly ports: Ports
  readonly words: RefusalWordsByCode
  /** Folder of the built web pages; without it only the interface is served. */
  readonly webFolder?: string | undefined
  readonly health: () => Promise<object>
  readonly openapi: () => Promise<object>
  /** The product is reached by https, through a proxy that says so. */
  readonly secure?: boolean
  /** Where log lines go instead of standard output. */
  readonly log?: NodeJS.WritableStream
}

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
}

/** Only the hash of a session's secret is ever stored or looked up. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

function secretOf(request: FastifyRequest): { secret: string | undefined; byCookie: boolean } {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return { secret: bearer, byCookie: false }
  const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{20,200})`).exec(request.headers.cookie ?? '')?.[1]
  return { secret: cookie, byCookie: true }
}

/** A page elsewhere can make a browser send our cookie; it cannot make it send our header, nor hide where it comes from. */
function refuseCrossSite(request: FastifyRequest, byCookie: boolean): void {
  if (!byCookie || request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreign || request.headers['x-dangvu'] === undefined) throw new Refusal('notAllowed', 'platform.crossSite')
}

function exchangeOf(request: FastifyRequest, reply: FastifyReply, secret: string | undefined, secure: boolean): Exchange {
  return {
    address: request.ip, secret,
    setSecret(value, maxAgeSeconds) {
      const life = value === undefined ? 'Max-Age=0' : maxAgeSeconds ? `Max-Age=${maxAgeSeconds}` : ''
      reply.header('set-cookie', [`${SESSION_COOKIE}=${value ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', secure ? 'Secure' : '', life].filter(Boolean).join('; '))
    },
  }
}

function requestKeyOf(request: FastifyRequest, operation: Operation) {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !isId(key)) throw new Refusal('invalid', 'platform.fieldNotValid', { field: 'idempotency-key', problem: fieldProblems.requestKey })
  return { key, operation: operation.name, ...(operation.route.kind === 'action' && operation.route.keepsNoAnswer ? { keepsNoAnswer: true } : {}) }
}

async function serve(options: HttpOptions, operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { secret, byCookie } = secretOf(request)
  refuseCrossSite(request, byCookie)
  const { route } = operation
  if (route.kind === 'open') {
    const input = await readInput(request, operation)
    const exchange = exchangeOf(request, reply, secret, options.secure ?? false)
    return runOpen(options.ports, (ctx, given) => route.run(ctx, given, exchange), input)
  }
  if (!secret) throw new Refusal('notAllowed', 'platform.notSignedIn')
  const who: Who = { secretHash: hashSecret(secret) }
  const input = await readInput(request, operation)
  return route.kind === 'reading'
    ? runReading(options.ports, who, route.run, input)
    : runAction(options.ports, who, route.run, input, requestKeyOf(request, operation))
}

function answer(reply: FastifyReply, result: unknown): unknown {
  reply.header('cache-control', 'no-store')
  if (!(result instanceof FileAnswer)) return reply.send(result ?? null)
  const name = encodeURIComponent(result.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return reply
    .header('content-type', result.mediaType)
    .header('content-disposition', `${result.disposition}; filename*=UTF-8''${name}`)
    .send(result.content)
}

/** Half of a character that takes two: no text of people, and nothing that the database can hold. */
const BROKEN_CHARACTER = /\p{Cs}/u

function readJson(text: string): unknown {
  if (text === '') return {}
  return JSON.parse(text, (key, value) => {
    if (BROKEN_CHARACTER.test(key) || (typeof value === 'string' && BROKEN_CHARACTER.test(value))) throw new Refusal('invalid', 'platform.textNotReadable')
    return key === '__proto__' ? undefined : value
  })
}

function addParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: MAX_JSON_BYTES }, (_request, body, done) => {
    try {
      done(null, readJson(new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer)))
    } catch (error) {
      done(error instanceof Refusal ? error : bodyNotReadable(), undefined)
    }
  })
}

type FastifyFault = Error & { statusCode?: number; code?: string }

function asRefusal(error: FastifyFault): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(requestWords.jsonOrFileLimit)
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return bodyNotReadable()
  return undefined
}

/** Answers refusals as problem details; anything else is a bug: logged whole, told only by its reference. */
function answerFault(options: HttpOptions, error: FastifyFault, request: FastifyRequest, reply: FastifyReply) {
  const reference = randomUUID().slice(0, 8)
  const refusal = asRefusal(error)
  if (!refusal) request.log.error({ reference, err: error }, 'fault')
  const problem = problemOf(refusal ?? new Refusal('conflict', 'platform.failed', { reference }), options.words)
  const status = refusal ? problem.status : 500
  return reply.code(status).header('cache-control', 'no-store').header('content-type', 'application/problem+json').send(JSON.stringify({ ...problem, status }))
}

async function addWebPages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, index: false, wildcard: false, maxAge: '30d', immutable: true, serve: false, decorateReply: true })
  const page = (name: string) => (_request: FastifyRequest, reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile(name, folder, { cacheControl: false })
  app.get('/assets/*', (request, reply) => reply.sendFile(request.url.split('?')[0]!.slice(1), folder))
  const rootFile = (url: string) => /^\/([\w.-]+\.(?:js|webmanifest|svg|png|ico|txt))$/.exec(url)?.[1]
  app.get('/m', page('pocket.html'))
  app.get('/m/*', page('pocket.html'))
  app.get('/*', (request, reply) => {
    const url = request.url.split('?')[0]!
    const file = rootFile(url)
    if (file && existsSync(join(folder, file))) return page(file)(request, reply)
    if (url.startsWith('/api/') || url.startsWith('/assets/')) throw new Refusal('notFound', 'platform.notFound')
    return page('office.html')(request, reply)
  })
}

/** The product over HTTP: the contract under `/api/v1`, health, the published interface and the web pages. Not listening yet. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: logSettings(options.log),
    bodyLimit: MAX_JSON_BYTES, trustProxy: options.secure ?? false, routerOptions: { maxParamLength: 200 },
    // An address that the router cannot read never reaches a handler or a hook.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(SECURITY_HEADERS)
      return answerFault(options, new Refusal('notFound', 'platform.notFound'), request, reply)
    },
  })
  addParsers(app)
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 10, fields: 50, fieldSize: MAX_JSON_BYTES, parts: 60 }, throwFileSizeLimit: true })
  app.addHook('onSend', async (_request, reply) => { reply.headers(SECURITY_HEADERS) })
  app.setErrorHandler<FastifyFault>((error, request, reply) => answerFault(options, error, request, reply))
  app.setNotFoundHandler(() => { throw new Refusal('notFound', 'platform.notFound') })
  for (const operation of options.operations)
    app.route({
      method: operation.method, url: `${API}${operation.path}`,
      ...(operation.takesFile ? { bodyLimit: MAX_FILE_BYTES + MAX_JSON_BYTES } : {}),
      handler: async (request, reply) => answer(reply, await serve(options, operation, request, reply)),
    })
  app.get('/api/health', async (_request, reply) => {
    try { return reply.header('cache-control', 'no-store').send(await options.health()) }
    catch { return reply.code(503).send({ status: 'unavailable' }) }
  })
  app.get('/api/openapi.json', async () => options.openapi())
  if (options.webFolder) await addWebPages(app, options.webFolder)
  return app
}
