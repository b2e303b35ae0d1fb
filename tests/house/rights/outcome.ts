import { read, utils } from '@e965/xlsx'
import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import { Refusal } from '../../../src/kernel/index.ts'
import { runAction, runOpen, runReading, type Ports, type Who } from '../../../src/platform/action/index.ts'
import { FileAnswer, type Exchange, type Route } from '../../../src/platform/http/index.ts'

/** What came of a call. `told` is everything that the caller learns. */
export type Outcome =
  | { readonly came: 'answer'; readonly told: string }
  | { readonly came: 'refusal'; readonly kind: string; readonly code: string; readonly told: string }
  | { readonly came: 'crash'; readonly told: string }

/** Transactions of these ports see what they write and then leave nothing behind, so that every call finds the same ground. */
export function withoutTrace(ports: Ports): Ports {
  const connect = async () => {
    const client = await ports.pool.connect()
    return new Proxy(client, {
      get(target, name) {
        if (name === 'query') return (first: unknown, ...rest: unknown[]) => (target.query as (...args: unknown[]) => unknown).call(target, first === 'commit' ? 'rollback' : first, ...rest)
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      },
    }) as PoolClient
  }
  return { ...ports, pool: { connect } as unknown as Pool }
}

async function textOfFile(answer: FileAnswer): Promise<string> {
  const parts: Buffer[] = []
  if (Buffer.isBuffer(answer.content)) parts.push(answer.content)
  else for await (const part of answer.content) parts.push(Buffer.from(part))
  const bytes = Buffer.concat(parts)
  if (!answer.mediaType.includes('spreadsheet')) return bytes.toString('utf8')
  const book = read(bytes)
  return JSON.stringify(book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name]!, { header: 1 })))
}

const noExchange: Exchange = { address: '127.0.0.1', secret: undefined, setSecret() {} }

function crashOf(error: unknown): Outcome {
  const { message, stack } = error as Error
  return { came: 'crash', told: `${message} ${stack?.split('\n').find((line) => line.includes('/src/'))?.trim() ?? ''}` }
}

/** Calls an operation through the runner; answers are held against the contract. */
export async function outcomeOf(ports: Ports, route: Route, output: z.ZodType | undefined, who: Who, input: unknown): Promise<Outcome> {
  try {
    const answer = route.kind === 'open' ? await runOpen(ports, (ctx, given) => route.run(ctx, given, noExchange), input)
      : route.kind === 'reading' ? await runReading(ports, who, route.run, input)
      : await runAction(ports, who, route.run, input)
    if (answer instanceof FileAnswer) return { came: 'answer', told: await textOfFile(answer) }
    output?.parse(answer)
    return { came: 'answer', told: JSON.stringify(answer ?? null) }
  } catch (error) {
    if (!(error instanceof Refusal)) return crashOf(error)
    return { came: 'refusal', kind: error.kind, code: error.code, told: JSON.stringify(error.reasons.map(({ code, facts }) => ({ code, facts }))) }
  }
}
