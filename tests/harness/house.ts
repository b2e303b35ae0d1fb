import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { z } from 'zod'
import { newId, plainDate, type PlainDate } from '../../src/kernel/index.ts'
import { runAction, runOpen, runReading, type Who } from '../../src/platform/action/index.ts'
import { folderStore } from '../../src/platform/files/index.ts'
import { FileAnswer, hashSecret, type Exchange, type Route } from '../../src/platform/http/index.ts'
import { stoppedClock } from '../../src/app/server/clock.ts'
import { contract, portsOf, routesOf } from '../../src/app/server/house.ts'
import { createTestDatabase } from './database.ts'
import { layGround, type Ground } from './ground.ts'

type CallOf<P> = P extends ContractProcedure<infer I, infer O, any, any>
  ? (...input: undefined extends InferSchemaInput<I> ? [input?: InferSchemaInput<I>] : [input: InferSchemaInput<I>]) => Promise<InferSchemaOutput<O>>
  : never

/** Every operation of the contract as a call: `as('secretary11').admission.recordCellVote({ … })`. */
export type Calls = { [R in keyof typeof contract]: { [N in keyof (typeof contract)[R]]: CallOf<(typeof contract)[R][N]> } }

const noExchange: Exchange = { address: '127.0.0.1', secret: undefined, setSecret() {} }

function readBy(schema: unknown, value: unknown): unknown {
  return schema ? (schema as z.ZodType).parse(value) : value
}

/**
 * A house with a database of its own and a small tree (see `ground.ts`), its clock stopped at noon of `today`.
 * Calls go through the same runner as HTTP: contract, session, rights, transaction, trail; answers are held against the contract.
 */
export async function openHouse({ today = '2018-10-05', ground = true }: { today?: string; ground?: boolean } = {}) {
  const database = await createTestDatabase()
  const folder = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'dangvu-files-'))
  const clock = stoppedClock(plainDate(today))
  const ports = portsOf({ pool: database.program, clock, files: folderStore(folder) })
  const routes = routesOf({ demonstration: false })
  const laid = ground ? await layGround(database.owner, plainDate(today)) : (undefined as unknown as Ground)

  async function call(who: Who, room: string, name: string, input: unknown): Promise<unknown> {
    const procedure = (contract as any)[room][name]['~orpc']
    const route = routes[room]![name] as Route
    const given = readBy(procedure.inputSchema, input)
    const answer = route.kind === 'open' ? await runOpen(ports, (ctx, i) => route.run(ctx, i, noExchange), given)
      : route.kind === 'reading' ? await runReading(ports, who, route.run, given)
      : await runAction(ports, who, route.run, given)
    return answer instanceof FileAnswer ? answer : readBy(procedure.outputSchema, answer)
  }

  const callsOf = (who: Who): Calls => new Proxy({}, { get: (_t, room: string) => new Proxy({}, { get: (_u, name: string) => (input: unknown) => call(who, room, name, input) }) }) as Calls

  return {
    ...database, ports, clock, ground: laid,
    /** Calls as one of the accounts of the ground, in its role. */
    as: (name: keyof Ground['accounts']) => callsOf({ secretHash: hashSecret(laid.accounts[name].secret) }),
    /** Calls of whoever bears the secret of a session. */
    bearing: (secret: string) => callsOf({ secretHash: hashSecret(secret) }),
    /** Calls as the keeper of the machine at the terminal. */
    keeper: () => callsOf('keeper'),
    /** Rows straight from the database, as its owner; for looking, never for doing. */
    async rows<R = Record<string, any>>(text: string, values: unknown[] = []): Promise<R[]> {
      return (await database.owner.query(text, values)).rows as R[]
    },
    /** Events of the trail about one subject, oldest first. */
    async auditOf(subjectId: string): Promise<string[]> {
      const { rows } = await database.owner.query('select event from audit.entry where subject_id = $1 or person_id::text = $1 order by number', [subjectId])
      return rows.map((row) => row.event)
    },
    async close() {
      rmSync(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>
export { newId, type PlainDate }
