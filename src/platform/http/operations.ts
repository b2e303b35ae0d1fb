import type { AnyContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import type { Route } from './routes.ts'

/** One operation of the contract, ready to be served: `name` is `<room>.<operation>`. */
export type Operation = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  /** In Fastify's notation: `/cases/:id`. */
  readonly path: string
  readonly input: z.ZodType | undefined
  readonly takesFile: boolean
  /** Fields of the input that are not text, so that a query string can be read. */
  readonly readers: Readonly<Record<string, (text: string | string[]) => unknown>>
  readonly route: Route
}

export type Contract = Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>
export type Routes = Readonly<Record<string, Readonly<Record<string, Route>>>>

type JsonSchema = { type?: string | string[]; anyOf?: JsonSchema[]; properties?: Record<string, JsonSchema>; items?: JsonSchema; contentEncoding?: string; format?: string }

const typesOf = (schema: JsonSchema): string[] => [schema.type ?? [], ...(schema.anyOf ?? []).flatMap(typesOf)].flat()

function readerOf(schema: JsonSchema): ((text: string | string[]) => unknown) | undefined {
  const types = typesOf(schema)
  if (types.includes('array')) return (text) => (Array.isArray(text) ? text : text === '' ? [] : text.split(','))
  if (types.includes('object')) return (text) => { try { return JSON.parse(String(text)) } catch { return text } }
  if (types.includes('boolean')) return (text) => (text === 'true' ? true : text === 'false' ? false : text)
  if (types.includes('number') || types.includes('integer')) return (text) => (String(text).trim() === '' ? text : Number(text))
  return undefined
}

type Readers = Operation['readers']

/** Worked out when the first request asks: for hundreds of operations it would be a fifth of the start. */
function readersOf(input: z.ZodType | undefined): () => Readers {
  let readers: Readers | undefined
  return () => {
    if (!readers) {
      const { properties = {} } = input ? (z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema) : {}
      readers = Object.fromEntries(Object.entries(properties).flatMap(([name, field]) => { const reader = readerOf(field); return reader ? [[name, reader]] : [] }))
    }
    return readers
  }
}

type Definition = { readonly type: string; readonly shape?: Readonly<Record<string, z.ZodType>>; readonly innerType?: z.ZodType; readonly in?: z.ZodType }

const isFile = ({ type, innerType }: Definition): boolean => type === 'file' || (innerType !== undefined && isFile(innerType._zod.def as Definition))

/** Whether a field of the input is a file. */
function takesFile(input: z.ZodType | undefined): boolean {
  if (!input) return false
  const { shape, innerType, in: first } = input._zod.def as Definition
  if (shape) return Object.values(shape).some((field) => isFile(field._zod.def as Definition))
  return takesFile(innerType ?? first)
}

/** Joins contract and routes. A contract name without a route, or the other way round, is a defect and stops the start. */
export function operationsOf(contract: Contract, routes: Routes): Operation[] {
  return Object.entries(contract).flatMap(([room, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => {
      const { route: wire, inputSchema } = procedure['~orpc']
      const route = routes[room]?.[name]
      if (!route) throw new Error(`No route for ${room}.${name}`)
      if (!wire.path || !wire.method) throw new Error(`No method and path for ${room}.${name}`)
      const input = inputSchema as z.ZodType | undefined
      const readers = readersOf(input)
      return { name: `${room}.${name}`, method: wire.method as Operation['method'], path: wire.path.replace(/\{(\w+)\}/g, ':$1'), input, route, takesFile: takesFile(input), get readers() { return readers() } }
    }))
}
