import type { PoolClient, QueryResult } from 'pg'
import { askTogether } from '../database/index.ts'
import type { Actor } from './actor.ts'
import type { Ports, Who } from './ports.ts'

/** Somebody else than expected, or nobody: what was asked in his name is not answered. */
export class Mistaken extends Error {}

/** How many sessions are remembered; who is forgotten costs one more message. */
const MOST_KNOWN = 2000
const lastSeen = new WeakMap<Ports, Map<string, Actor>>()

/** Who the session was when it last asked. A guess to begin with: nothing is answered before the database has confirmed it. */
export const expectedActor = (ports: Ports, who: Who): Actor | undefined => (typeof who === 'object' ? lastSeen.get(ports)?.get(who.secretHash) : undefined)

/** Remembers who a session was; nobody forgets it. */
export function rememberActor(ports: Ports, who: Who, actor: Actor | undefined): void {
  if (typeof who !== 'object') return
  const known = lastSeen.get(ports) ?? new Map<string, Actor>()
  lastSeen.set(ports, known)
  known.delete(who.secretHash)
  if (actor) known.set(who.secretHash, actor)
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
}

const isSame = (a: Actor | undefined, b: Actor): boolean =>
  a !== undefined && a.accountId === b.accountId && a.name === b.name && a.signInName === b.signInName && a.holdingId === b.holdingId && a.role === b.role && a.organisationId === b.organisationId

type Asked = { text: string; values: unknown[]; name?: string }
type Answered = { rows: unknown[]; rowCount: number | null }

/**
 * The connection of one reading by somebody expected. Its first statement goes out together with the question who acts, in one message and
 * one transaction; its rows are handed on only when the database has answered that it is whom we expect. Whatever is asked beyond the first
 * statement opens a transaction in the ordinary way, which asks again.
 */
export class Alone {
  private first: Promise<Answered> | undefined
  private opening: Promise<void> | undefined
  /** The database has confirmed who acts. */
  confirmed = false
  /** The first statement failed: what the connection has prepared is not known, it is not to be used again. */
  isBroken = false

  constructor(private readonly ports: Ports, private readonly client: PoolClient, private readonly who: Who, private readonly expected: Actor) {}

  query = (asked: Asked): Promise<Answered> => {
    if (!this.first && !this.opening) return (this.first = this.askWithEntrance(asked))
    return this.open().then(() => this.client.query(asked))
  }

  /** Begins the transaction in which all that follows is done. */
  open(): Promise<void> {
    return (this.opening ??= (this.first ?? Promise.resolve()).then(() => this.begin()))
  }

  /** Ends what was begun. A reading that asked nothing has still to be confirmed. */
  async end(): Promise<void> {
    if (!this.confirmed) await this.open()
    if (this.opening) await this.client.query('commit')
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    if (this.opening && !this.isBroken) await this.client.query('rollback').catch(() => (this.isBroken = true))
  }

  private async askWithEntrance(asked: Asked): Promise<Answered> {
    const { text, values } = this.ports.entrance(this.who, this.ports.clock)
    const [entered, rows] = await askTogether(this.client, [{ name: 'entrance', text, values }, asked]).catch((error) => {
      this.isBroken = true
      throw error
    })
    this.confirm(entered![0])
    return { rows: rows!, rowCount: rows!.length }
  }

  private async begin(): Promise<void> {
    const answer = (await this.client.query(this.ports.begin(this.who, this.ports.clock))) as unknown as QueryResult | QueryResult[]
    this.confirm((Array.isArray(answer) ? answer.at(-1) : answer)?.rows[0])
  }

  private confirm(row: Record<string, unknown> | undefined): void {
    if (!isSame(this.ports.actorOf(row, this.who), this.expected)) throw new Mistaken()
    this.confirmed = true
  }
}
