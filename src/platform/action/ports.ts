import type { Pool } from 'pg'
import type { PlainDate, Refusal } from '../../kernel/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Actor } from './actor.ts'
import type { AuditEntry, On } from './context.ts'
import type { Db, Sql } from './db.ts'

/** How a request says who it is: the hash of a session's or token's secret, the terminal, or nobody yet. */
export type Who = { readonly secretHash: string } | 'keeper' | 'nobody'

/** Which day it is, and the moment on that day. */
export type Clock = { today(): PlainDate; now(): string }

export type Verdict = 'allowed' | 'notAllowed' | 'notFound'

/** What the runner is given by the rooms below and by the roof. */
export type Ports = {
  readonly pool: Pool
  readonly clock: Clock
  readonly files: FileStore
  /** SQL that begins the transaction and sets who acts; its last result is what `actorOf` reads. */
  begin(who: Who, clock: Clock): string
  /** The same for a session as one statement, for a transaction that already runs. */
  entrance(who: Who, clock: Clock): Sql
  /** `undefined` = no valid session. */
  actorOf(row: Record<string, unknown> | undefined, who: Who): Actor | undefined
  judge(db: Db, actor: Actor, permission: string, on: On): Promise<Verdict>
  audit(db: Db, actor: Actor, entry: AuditEntry): Promise<void>
  /** Refusals that stand for a violated constraint of the database, by constraint name. */
  readonly constraints: Readonly<Record<string, () => Refusal>>
}
