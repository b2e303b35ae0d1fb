import type { PlainDate } from '../../../kernel/index.ts'
import { sql, stoodAt, type Db } from '../../../platform/action/index.ts'

export type CommitteeKind = 'committee' | 'cellCommittee' | 'secretaryOnly'

/** A committee of one term. */
export type Committee = {
  readonly id: string
  readonly organisationId: string
  readonly kind: CommitteeKind
  readonly termName: string
  readonly termFrom: PlainDate
  /** First day after the term; none while no end was set. */
  readonly termUntil: PlainDate | null
  /** Number of members the congress decided on: of these, not of those present, a share is taken. */
  readonly electedSeats: number
  readonly standingSeats: number
  readonly basis: string | null
}

const columns = sql`id, organisation_id as "organisationId", kind, term_name as "termName", lower(term) as "termFrom", upper(term) as "termUntil",
  elected_seats as "electedSeats", standing_seats as "standingSeats", basis`

/** The committee whose term runs on a day, as known at a moment (without one, now); none outside one's part. */
export function committeeOf(db: Db, organisationId: string, on: PlainDate, knownAt?: string): Promise<Committee | undefined> {
  return db.first(sql`select ${columns} from organisations.committee c
    where organisation_id = ${organisationId} and ${stoodAt('c', knownAt)} and term @> ${on}::date`)
}

/** All terms of an organisation, newest first, as known at a moment (without one, now). */
export function listCommittees(db: Db, organisationId: string, knownAt?: string): Promise<Committee[]> {
  return db.rows(sql`select ${columns} from organisations.committee c where organisation_id = ${organisationId} and ${stoodAt('c', knownAt)} order by term desc`)
}
