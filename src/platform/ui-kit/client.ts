import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { newId } from '../../kernel/index.ts'
import { failureOf, NoAnswerError } from './problem.ts'

/**
 * Context of one call. The same `idempotencyKey` sent again gives the same answer and does the thing once:
 * keep it while the same input is tried again.
 */
export type CallContext = { idempotencyKey?: string }

/** The typed client of one room: the functions of its contract, with JSON types. */
export type RoomClient<T extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<T, CallContext>>

type Route = { method?: string; path?: string; inputStructure?: 'compact' | 'detailed' }
type Parts = { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown; headers?: Record<string, string> }
type CallOptions = { signal?: AbortSignal; context?: CallContext }

const PLACES = /\{\+?(\w+)\}/g
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Writes nested values in the bracket notation of the contract: `filter[kind]=x`, `ids[0]=y`. Absent values are left out. */
export function* bracketPairs(value: unknown, name = ''): Generator<[string, string | Blob]> {
  if (value === undefined || value === null) return
  if (value instanceof Blob) yield [name, value]
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* bracketPairs(item, `${name}[${i}]`)
  else if (isPlain(value)) for (const [key, item] of Object.entries(value)) yield* bracketPairs(item, name ? `${name}[${key}]` : key)
  else yield [name, String(value)]
}

const hasBlob = (value: unknown): boolean =>
  value instanceof Blob || (Array.isArray(value) ? value.some(hasBlob) : isPlain(value) && Object.values(value).some(hasBlob))

/** Which part of the input goes into the path, the query and the body. */
function partsOf(route: Route, input: unknown): Parts {
  if (route.inputStructure === 'detailed') {
    const { params = {}, query = {}, body, headers } = (input ?? {}) as Partial<Parts>
    return { params, query, body, ...(headers ? { headers } : {}) }
  }
  const isRead = (route.method ?? 'POST') === 'GET'
  if (!isPlain(input)) return { params: {}, query: {}, body: isRead ? undefined : input }
  const inPath = new Set([...(route.path ?? '').matchAll(PLACES)].map((match) => match[1]!))
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !inPath.has(key)))
  return isRead ? { params: input, query: rest, body: undefined } : { params: input, query: {}, body: rest }
}

function addressOf(route: Route, parts: Parts): string {
  const path = (route.path ?? '').replace(PLACES, (_, name: string) => encodeURIComponent(String(parts.params[name])))
  const pairs = [...bracketPairs(parts.query)].map(([key, value]) => [key, String(value)])
  return `${globalThis.location?.origin ?? ''}/api/v1${path}${pairs.length ? `?${new URLSearchParams(pairs)}` : ''}`
}

function bodyOf(body: unknown): { body?: BodyInit; type?: string } {
  if (body === undefined || (isPlain(body) && Object.keys(body).length === 0)) return {}
  if (!hasBlob(body)) return { body: JSON.stringify(body), type: 'application/json' }
  const form = new FormData()
  for (const [key, value] of bracketPairs(body)) form.append(key, value)
  return { body: form }
}

async function call(route: Route, input: unknown, options: CallOptions = {}): Promise<unknown> {
  const method = route.method ?? 'POST'
  const parts = partsOf(route, input)
  const { body, type } = method === 'GET' ? {} : bodyOf(parts.body)
  const headers = new Headers({ accept: 'application/json', 'x-dangvu': '1', ...parts.headers })
  if (type) headers.set('content-type', type)
  if (method !== 'GET') headers.set('idempotency-key', options.context?.idempotencyKey ?? newId())
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) request.body = body
  if (options.signal) request.signal = options.signal
  const response = await fetch(addressOf(route, parts), request).catch((thrown: unknown) => {
    if (options.signal?.aborted) throw thrown
    throw new NoAnswerError(String(thrown))
  })
  if (!response.ok) throw await failureOf(response)
  if (response.status === 204) return undefined
  const kind = response.headers.get('content-type') ?? ''
  if (!kind.includes('json')) return response.blob()
  const text = await response.text()
  return text ? JSON.parse(text) : undefined
}

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
