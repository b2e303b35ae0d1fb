import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { newId } from '../../kernel/index.ts'
import type { Step } from './offline/entry.ts'
import { failureOf, NoAnswerError } from './problem.ts'

/**
 * Context of one call. The same `idempotencyKey` sent again gives the same answer and does the thing once:
 * keep it while the same input is tried again. With `record` nothing is sent: the request is written down for later.
 */
export type CallContext = { idempotencyKey?: string; record?: Step[] }

/** The typed client of one room: the functions of its contract, with JSON types. */
export type RoomClient<T extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<T, CallContext>>

type Route = { method?: string; path?: string }
type CallOptions = { signal?: AbortSignal; context?: CallContext }

const PLACES = /\{\+?(\w+)\}/g
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const asText = (value: unknown): string => (isPlain(value) ? JSON.stringify(value) : String(value))

/** Names and texts of a query: a list repeats its name, an object travels as JSON, absent values are left out. */
export function queryPairs(input: Record<string, unknown>): [string, string][] {
  return Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === null) return []
    return Array.isArray(value) ? value.map((item) => [name, asText(item)]) : [[name, asText(value)]]
  })
}

/** A body that holds a file travels as a form: one field for each name, lists joined by commas. */
function formOf(body: Record<string, unknown>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof Blob) form.append(name, value)
    else if (value !== undefined && value !== null) form.append(name, Array.isArray(value) ? value.map(asText).join(',') : asText(value))
  }
  return form
}

const hasFile = (body: Record<string, unknown>): boolean => Object.values(body).some((value) => value instanceof Blob)

/** Which part of the input goes into the path, and what is left for the query or the body. */
function split(route: Route, input: unknown): { path: string; rest: Record<string, unknown> } {
  const given = isPlain(input) ? input : {}
  const inPath = new Set<string>()
  const path = (route.path ?? '').replace(PLACES, (_, name: string) => {
    inPath.add(name)
    return encodeURIComponent(String(given[name]))
  })
  return { path, rest: Object.fromEntries(Object.entries(given).filter(([name]) => !inPath.has(name))) }
}

function bodyOf(body: Record<string, unknown>): { body?: BodyInit; type?: string } {
  if (Object.keys(body).length === 0) return {}
  return hasFile(body) ? { body: formOf(body) } : { body: JSON.stringify(body), type: 'application/json' }
}

/** What the server sends as a file, under the name it gives it. */
async function fileOf(response: Response): Promise<Blob> {
  const content = await response.blob()
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return name ? new File([content], decodeURIComponent(name), { type: content.type }) : content
}

type Request = { method: string; path: string; search?: string; body: Readonly<Record<string, unknown>>; key?: string; signal?: AbortSignal | undefined }

async function send({ method, path, search, body: given, key, signal }: Request): Promise<unknown> {
  const { body, type } = bodyOf(given)
  const headers = new Headers({ accept: 'application/json', 'x-dangvu': '1' })
  if (type) headers.set('content-type', type)
  if (key) headers.set('idempotency-key', key)
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) request.body = body
  if (signal) request.signal = signal
  const response = await fetch(`${location.origin}/api/v1${path}${search ? `?${search}` : ''}`, request).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown
    throw new NoAnswerError(String(thrown))
  })
  if (!response.ok) throw await failureOf(response)
  if (response.status === 204) return undefined
  const kind = response.headers.get('content-type') ?? ''
  if (!kind.includes('json')) return fileOf(response)
  const text = await response.text()
  return text ? JSON.parse(text) : undefined
}

/** Stands for an answer that is still to come: each part of it is its own name in braces, which the sending fills in. */
const answerToCome: unknown = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : `{${String(name)}}`) })

function call(route: Route, input: unknown, { signal, context = {} }: CallOptions = {}): Promise<unknown> {
  const method = route.method ?? 'POST'
  const { path, rest } = split(route, input)
  if (method === 'GET') return send({ method, path, search: new URLSearchParams(queryPairs(rest)).toString(), body: {}, signal })
  const { record, idempotencyKey: key = newId() } = context
  if (!record) return send({ method, path, body: rest, key, signal })
  record.push({ id: record.length ? newId() : key, method, path, body: rest })
  return Promise.resolve(answerToCome)
}

/** Sends a request that was written down before. */
export const sendStep = ({ id: key, method, path, body }: Step): Promise<unknown> => send({ method, path, body, key })

type Procedure = { '~orpc': { route: Route } }
type Branch = { readonly [name: string]: Branch | Procedure }

const isProcedure = (node: Branch | Procedure): node is Procedure => '~orpc' in node

/**
 * The client of a room from its contract: `roomClient(contract).recordCellVote(input)`. Speaks the REST that the contract
 * describes; refusals arrive as `RefusedError` with every reason. In the browser the contract is reduced to methods and
 * paths when the web is built (`scripts/contract-routes.ts`), so no schema travels to the phone.
 */
export function roomClient<T extends AnyContractRouter>(contract: T): RoomClient<T> {
  const build = (node: Branch | Procedure): unknown => {
    if (isProcedure(node)) return (input?: unknown, options?: CallOptions) => call(node['~orpc'].route, input, options)
    return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, build(inner)]))
  }
  return build(contract as unknown as Branch) as RoomClient<T>
}
