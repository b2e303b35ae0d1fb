import { newId, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { raw, sql, type Db } from '../../../platform/action/index.ts'
import type { EndKind } from '../model.ts'

/** One spell of membership. */
export type Membership = {
  readonly id: string
  readonly personId: string
  readonly ordinal: number
  /** Decision of admission; party age counts from it. */
  readonly decidedOn: PlainDate | null
  readonly decisionNumber: string | null
  readonly decidedBy: string | null
  /** Probation counts from it. */
  readonly ceremonyOn: PlainDate | null
  /** Day printed on the member's papers. */
  readonly admittedOn: UncertainDate | null
  /** End of the 12 months, never the signing day. */
  readonly confirmedOn: UncertainDate | null
  readonly confirmationNumber: string | null
  readonly confirmationSignedOn: PlainDate | null
  readonly cardNumber: string | null
  readonly historyNumber: string | null
  /** First day without membership. */
  readonly endedOn: PlainDate | null
  readonly endKind: EndKind | null
  readonly endBasis: string | null
  readonly sourceId: string | null
}

const membershipColumns = {
  ordinal: 'ordinal', decidedOn: 'decided_on', decisionNumber: 'decision_number', decidedBy: 'decided_by', ceremonyOn: 'ceremony_on',
  admittedOn: 'admitted_on', confirmedOn: 'confirmed_on', confirmationNumber: 'confirmation_number', confirmationSignedOn: 'confirmation_signed_on',
  cardNumber: 'card_number', historyNumber: 'history_number', endedOn: 'ended_on', endKind: 'end_kind', endBasis: 'end_basis', sourceId: 'source_id',
} as const
export type MembershipFields = Omit<Membership, 'id' | 'personId'>

const columns = raw(`id, person_id as "personId", ${Object.entries(membershipColumns).map(([name, column]) => `${column} as "${name}"`).join(', ')}`)

/** All spells of a person, first to last. */
export function listMemberships(db: Db, personId: string): Promise<Membership[]> {
  return db.rows(sql`select ${columns} from members.membership where person_id = ${personId} and superseded_at is null order by ordinal`)
}

/** The spell of membership that a person lives through on a day; none for who is not (yet, any more) a member. */
export function findMembershipOn(db: Db, personId: string, day: PlainDate): Promise<Membership | undefined> {
  return db.first(sql`
    select ${columns} from members.membership m
    where person_id = ${personId} and superseded_at is null and (ended_on is null or ended_on > ${day}::date)
      and coalesce(ceremony_on::text, admitted_on, decided_on::text, '') <= ${day}::text
    order by ordinal desc limit 1`)
}

export async function insertMembership(db: Db, personId: string, m: Partial<MembershipFields>): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into members.membership (id, person_id, ordinal, decided_on, decision_number, decided_by, ceremony_on, admitted_on, confirmed_on,
      confirmation_number, confirmation_signed_on, card_number, history_number, ended_on, end_kind, end_basis, source_id)
    values (${id}, ${personId}, ${m.ordinal ?? 1}, ${m.decidedOn ?? null}, ${m.decisionNumber ?? null}, ${m.decidedBy ?? null}, ${m.ceremonyOn ?? null},
      ${m.admittedOn ?? null}, ${m.confirmedOn ?? null}, ${m.confirmationNumber ?? null}, ${m.confirmationSignedOn ?? null}, ${m.cardNumber ?? null},
      ${m.historyNumber ?? null}, ${m.endedOn ?? null}, ${m.endKind ?? null}, ${m.endBasis ?? null}, ${m.sourceId ?? null})`)
  return id
}

/** States a spell of membership anew; the former statement stays, superseded. */
export async function restateMembership(db: Db, former: Membership, changed: Partial<MembershipFields>): Promise<string> {
  await db.run(sql`update members.membership set superseded_at = platform.moment() where id = ${former.id}`)
  return insertMembership(db, former.personId, { ...former, ...changed })
}
