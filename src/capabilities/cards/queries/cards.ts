import { newId, type PlainDate } from '../../../kernel/index.ts'
import { join, raw, sql, type Db } from '../../../platform/action/index.ts'
import type { CardCause, RuleUse } from '../../../regulations/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { CardAct, CardKind, CardState } from '../codes.ts'
import { cardNotFound } from '../errors.ts'

export type Card = {
  readonly id: string; readonly version: number; readonly personId: string; readonly kind: CardKind; readonly cause: CardCause | null; readonly note: string | null; readonly state: CardState
  readonly replacesId: string | null; readonly number: string | null; readonly proposedOn: PlainDate | null; readonly decisionNumber: string | null; readonly decidedOn: PlainDate | null
  readonly handedOn: PlainDate | null; readonly endedOn: PlainDate | null
}
/** A card with the person it is for, as an act needs them. */
export type LockedCard = Card & { readonly fullName: string; readonly cellId: string }

const columns = sql`c.id, c.version, c.person_id as "personId", c.kind, c.cause, c.note, c.state, c.replaces_id as "replacesId", c.number, c.proposed_on as "proposedOn", c.decision_number as "decisionNumber",
  c.decided_on as "decidedOn", c.handed_on as "handedOn", c.ended_on as "endedOn"`
const withPerson = sql`${columns}, p.full_name as "fullName", p.keeper_id as "cellId" from cards.card c join members.person p on p.id = c.person_id`

/** Every card of a person, the latest first. */
export const listCardsOf = (db: Db, personId: string): Promise<Card[]> =>
  db.rows(sql`select ${columns} from cards.card c where c.person_id = ${personId} order by coalesce(c.decided_on, c.proposed_on) desc nulls last, c.recorded_at desc`)

/** A card locked for an act. Refuses `cards.cardNotFound`. */
export async function lockCard(db: Db, id: string): Promise<LockedCard> {
  const found = await db.first<LockedCard>(sql`select ${withPerson} where c.id = ${id} for update of c`)
  if (!found) throw cardNotFound()
  return found
}

/** Proposals below an organisation, by name, locked for the decision; only those named, if any are. */
export const lockProposals = (db: Db, organisationId: string, on: PlainDate, ids: readonly string[] | undefined): Promise<LockedCard[]> => db.rows(sql`
  select ${withPerson} where c.state = 'proposed' and p.keeper_id ${belowCondition(organisationId, on)} and (${ids ?? null}::uuid[] is null or c.id = any (${ids ?? null}::uuid[]))
  order by p.sort_key, p.id for update of c`)

export type NewCard = Pick<Card, 'personId' | 'kind' | 'state'> & Partial<Pick<Card, 'cause' | 'note' | 'replacesId' | 'number' | 'proposedOn'>>

export async function insertCard(db: Db, c: NewCard, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into cards.card (id, person_id, kind, cause, note, state, replaces_id, number, proposed_on, recorded_by)
    values (${id}, ${c.personId}, ${c.kind}, ${c.cause ?? null}, ${c.note ?? null}, ${c.state}, ${c.replacesId ?? null}, ${c.number ?? null}, ${c.proposedOn ?? null}, ${by ?? null})`)
  return id
}

const changeable = {
  state: 'state', number: 'number', rangeId: 'range_id', decisionNumber: 'decision_number', decidedOn: 'decided_on', issuedBy: 'issued_by', handedOn: 'handed_on', receivedBy: 'received_by', endedOn: 'ended_on', endedReason: 'ended_reason',
} as const
export type CardChange = { readonly [K in keyof typeof changeable]?: string | null } & { readonly rule?: RuleUse }

/** Writes what an act brought; the version rises by one. */
export async function updateCard(db: Db, id: string, { rule, ...change }: CardChange): Promise<void> {
  const sets = (Object.keys(change) as (keyof typeof changeable)[]).map((name) => sql`${raw(changeable[name])} = ${change[name] ?? null}`)
  await db.run(sql`update cards.card set ${join([...sets, ...(rule ? [sql`rule = ${JSON.stringify(rule)}::jsonb`] : []), sql`version = version + 1`])} where id = ${id}`)
}

export async function insertStep(db: Db, s: { cardId: string; act: CardAct; on: PlainDate; to: CardState; note?: string | null | undefined }, by: string | undefined): Promise<void> {
  await db.run(sql`
    insert into cards.step (id, card_id, ordinal, act, occurred_on, to_state, note, recorded_by)
    select ${newId()}, ${s.cardId}, coalesce(max(ordinal), 0) + 1, ${s.act}, ${s.on}, ${s.to}, ${s.note ?? null}, ${by ?? null} from cards.step where card_id = ${s.cardId}`)
}

/** Which of these people stand below an organisation on a day. */
export async function peopleBelow(db: Db, people: readonly string[], organisationId: string, on: PlainDate): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`select id from members.person where id = any (${[...people]}::uuid[]) and keeper_id ${belowCondition(organisationId, on)}`)
  return new Set(rows.map(({ id }) => id))
}

/** Gives everybody below an organisation whose number stands in the register only a card in the book, as taken over; answers how many. */
export async function insertTakenOver(db: Db, organisationId: string, on: PlainDate, by: string | undefined): Promise<number> {
  const taken = await db.rows<{ id: string }>(sql`
    insert into cards.card (id, person_id, kind, state, number, recorded_by)
    select gen_random_uuid(), person_id, 'takenOver', 'held', number, ${by ?? null} from cards.not_in_book(${organisationId}, ${on}) returning id`)
  await db.run(sql`
    insert into cards.step (id, card_id, ordinal, act, occurred_on, to_state, recorded_by)
    select gen_random_uuid(), id, 1, 'takeOver', ${on}::date, 'held', ${by ?? null} from unnest(${taken.map(({ id }) => id)}::uuid[]) id`)
  return taken.length
}
