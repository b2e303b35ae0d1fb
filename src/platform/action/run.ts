import type { PoolClient, QueryResult } from 'pg'
import { Refusal } from '../../kernel/index.ts'
import type { Actor } from './actor.ts'
import type { Action, Ctx } from './context.ts'
import { Alone, expectedActor, Mistaken, rememberActor } from './alone.ts'
import { dbOf, type AnsweringDb } from './db.ts'
import { tellAsKnown } from './as-known.ts'
import { onceOnly, type RequestKey } from './once-only.ts'
import type { Ports, Who } from './ports.ts'

export const notSignedIn = () => new Refusal('notAllowed', 'platform.notSignedIn')
const notAllowed = (permission: string) => new Refusal('notAllowed', 'platform.notAllowed', { permission })
const notFound = () => new Refusal('notFound', 'platform.notFound')

type Guards = { authorised: boolean; audited: boolean }

async function enter(ports: Ports, client: PoolClient, who: Who): Promise<Actor> {
  const answer = (await client.query(ports.begin(who, ports.clock))) as unknown as QueryResult | QueryResult[]
  const last = Array.isArray(answer) ? answer.at(-1) : answer
  const actor = ports.actorOf(last?.rows[0], who)
  rememberActor(ports, who, actor)
  if (!actor) throw notSignedIn()
  return actor
}

/** What changes something is never done outside the transaction in which the reading ends. */
function readingDbOf(alone: Alone): AnsweringDb {
  const db = dbOf(alone)
  return { ...db, run: async (query) => { await alone.open(); return db.run(query) } }
}

function contextOf(ports: Ports, client: PoolClient | Alone, actor: Actor, guards: Guards): Ctx & { readonly db: AnsweringDb } {
  const db = client instanceof Alone ? readingDbOf(client) : dbOf(client)
  return {
    db, actor, files: ports.files, today: ports.clock.today(), now: ports.clock.now(),
    async authorise(permission, on) {
      const verdict = await ports.judge(db, actor, permission, on)
      if (verdict === 'notFound') throw notFound()
      if (verdict === 'notAllowed') throw notAllowed(permission)
      guards.authorised = true
    },
    async may(permission, on) {
      return (await ports.judge(db, actor, permission, on)) === 'allowed'
    },
    async audit(entry) {
      if (client instanceof Alone) await client.open()
      await ports.audit(db, { ...actor, ...entry.by }, entry)
      guards.audited = true
    },
  }
}

/** Does the work, and lets nothing that it asked be answered after the end of the transaction. */
async function within<I, O>(ctx: Ctx & { readonly db: AnsweringDb }, work: Action<I, O>, input: I): Promise<O> {
  try {
    return await work(ctx, input)
  } finally {
    await ctx.db.allAnswered()
  }
}

type DatabaseError = Error & { code?: string; constraint?: string }

/** A violated constraint that a room has words for becomes its refusal; text the database cannot hold is the caller's fault. */
function asRefusal(ports: Ports, error: unknown): unknown {
  const { code, constraint } = error as DatabaseError
  if (constraint && ports.constraints[constraint]) return ports.constraints[constraint]()
  if (code === '22021' || code === '22P05') return new Refusal('invalid', 'platform.textNotReadable')
  return error
}

const isRetriable = (error: unknown) => ['40001', '40P01'].includes((error as DatabaseError).code ?? '')

async function inTransaction<T>(ports: Ports, who: Who, work: (client: PoolClient, actor: Actor) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await ports.pool.connect()
    let broken: Error | undefined
    try {
      const result = await work(client, await enter(ports, client, who))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost))
      if (attempt < 4 && isRetriable(error)) continue
      throw asRefusal(ports, error)
    } finally {
      client.release(broken)
    }
  }
}

/**
 * Runs one changing action in one transaction. An action that forgot to authorise or to audit cannot commit.
 * With a request key the same change sent twice is done once and answered alike; the key reused for another change is a conflict.
 */
export function runAction<I, O>(ports: Ports, who: Who, action: Action<I, O>, input: I, request?: RequestKey): Promise<O> {
  return inTransaction(ports, who, async (client, actor) => {
    const act = async () => {
      const guards = { authorised: false, audited: false }
      const result = await within(contextOf(ports, client, actor, guards), action, input)
      if (!guards.authorised) throw new Error(`${action.name} never called authorise`)
      if (!guards.audited) throw new Error(`${action.name} never called audit`)
      return result
    }
    return request ? onceOnly(dbOf(client), actor, request, input, act) : act()
  })
}

async function readIn<I, O>(ports: Ports, client: PoolClient | Alone, actor: Actor, reading: Action<I, O>, input: I): Promise<O> {
  const guards = { authorised: false, audited: false }
  const result = await within(contextOf(ports, client, actor, guards), reading, input)
  if (!guards.authorised) throw new Error(`${reading.name} never called authorise`)
  return result
}

/** What the session of somebody expected reads, or `Mistaken` when it has to be read in the ordinary way. */
async function readAlone<I, O>(ports: Ports, who: Who, expected: Actor, reading: Action<I, O>, input: I): Promise<O | Mistaken> {
  const client = await ports.pool.connect()
  const alone = new Alone(ports, client, who, expected)
  try {
    const result = await readIn(ports, alone, expected, reading, input)
    await alone.end()
    return result
  } catch (error) {
    await alone.abandon()
    // A refusal by an expectation that nobody confirmed says nothing.
    if (!alone.confirmed || error instanceof Mistaken || isRetriable(error)) return new Mistaken()
    throw asRefusal(ports, error)
  } finally {
    client.release(alone.isBroken)
  }
}

const momentAsked = (input: unknown): string | undefined => (input as { knownAt?: string } | undefined)?.knownAt

/** Runs one reading in one transaction, names told as known at the moment it asks for. A reading that forgot to authorise cannot answer; it may write the trail (covered data). */
export async function runReading<I, O>(ports: Ports, who: Who, reading: Action<I, O>, input: I): Promise<O> {
  const moment = momentAsked(input)
  if (moment) return inTransaction(ports, who, async (client, actor) => { await tellAsKnown(dbOf(client), moment); return readIn(ports, client, actor, reading, input) })
  const expected = expectedActor(ports, who)
  const result = expected ? await readAlone(ports, who, expected, reading, input) : new Mistaken()
  return result instanceof Mistaken ? inTransaction(ports, who, (client, actor) => readIn(ports, client, actor, reading, input)) : result
}

/** Runs work that needs no rights yet (sign-in), as nobody. It sees nothing that rights protect. */
export function runOpen<I, O>(ports: Ports, action: Action<I, O>, input: I): Promise<O> {
  return inTransaction(ports, 'nobody', (client, actor) =>
    action(contextOf(ports, client, actor, { authorised: false, audited: false }), input))
}
