import type { Citation, Facts, PlainDate } from '../../kernel/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Actor } from './actor.ts'
import type { Db } from './db.ts'

/** What a permission is asked about: an organisation, a person's own affairs, or nothing in particular. */
export type On = { readonly organisationId: string } | { readonly personId: string } | 'own part'

/** What an audit entry is about. */
export type AuditEntry = {
  readonly event: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly organisationId?: string | undefined
  readonly personId?: string | undefined
  readonly facts?: Facts | Readonly<Record<string, unknown>>
  readonly citations?: readonly Citation[]
  /** Who did it, where that is known only at the end: somebody who has just signed in. */
  readonly by?: Pick<Actor, 'accountId' | 'name' | 'role'>
}

/** What every action and reading receives: one transaction, who acts, which day it is, and the two guards. */
export type Ctx = {
  readonly db: Db
  readonly actor: Actor
  /** The day it is in Việt Nam; the demonstration has its own. */
  readonly today: PlainDate
  /** The moment of this request, ISO 8601 with zone; on the day of `today`. */
  readonly now: string
  readonly files: FileStore
  /** Refuses unless the acting role has the permission there: `notAllowed`, or `notFound` outside one's part. */
  authorise(permission: string, on: On): Promise<void>
  /** True when `authorise` would let pass; for screens that show only what one may do. */
  may(permission: string, on: On): Promise<boolean>
  /** Writes the trail, in the same transaction. */
  audit(entry: AuditEntry): Promise<void>
}

/** One use case that changes something: input in, answer out, or a refusal thrown. */
export type Action<I, O> = (ctx: Ctx, input: I) => Promise<O>
