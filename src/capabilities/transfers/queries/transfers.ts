import { nameSortKey, newId, type PlainDate } from '../../../kernel/index.ts'
import { join, raw, rowsKnown, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition, lastBelowCondition } from '../../organisations/index.ts'
import { finalStages, type Stage, type TransferKind } from '../codes.ts'
import { transferNotFound } from '../errors.ts'
import type { Transfer } from '../model.ts'

/** A transfer with what depends on who reads it: whether the person is seen, and on which sides the reader stands. */
export type TransferSeen = Transfer & { readonly personSeen: boolean; readonly seenFrom: boolean; readonly seenTo: boolean; readonly letterNumber: string | null; readonly toCell: string | null }

type Seen = { readonly on?: PlainDate | undefined; readonly knownAt?: string | undefined }

const known = ({ on, knownAt }: Seen, alias: string, dayColumn: string): Sql => sql`${on ? sql`${raw(`${alias}.${dayColumn}`)} <= ${on}::date` : sql`true`}
  and ${knownAt ? sql`${raw(`${alias}.recorded_at`)} <= ${knownAt}::timestamptz` : sql`true`}`

const columns = sql`t.id, t.kind, t.direction, s.stage, s.stage_since as "stageSince", t.person_id as "personId", t.person_name as "personName", t.born_on as "bornOn", t.probationary,
  t.reach, t.from_cell_id as "fromCellId", t.from_name as "fromName", t.receiver_id as "receiverId", t.to_cell_id as "toCellId", t.address_id as "addressId", t.to_name as "toName",
  t.cause, t.cause_on as "causeOn", t.reason, t.consent, t.requested_on as "requestedOn", l.issued_on as "letterOn", l.number as "letterNumber", l.present_by as "presentBy",
  t.ends_on as "endsOn", t.accepted_on as "acceptedOn", t.arrival, t.version, organisations.name_on(t.to_cell_id, access.today()) as "toCell",
  exists (select from members.person p where p.id = t.person_id) as "personSeen",
  coalesce(t.from_cell_id in (select access.people_reach()), false) as "seenFrom",
  coalesce(t.receiver_id in (select access.people_reach()) or t.to_cell_id in (select access.people_reach()), false) as "seenTo"`

/** Transfers with the stage and the letter of a day, as known at a moment; today's when neither is told. */
const from = (seen: Seen): Sql => sql`from ${rowsKnown('transfers.transfer', seen.knownAt)} t
  join lateral (${seen.on || seen.knownAt
    ? sql`select (array_agg(x.to_stage order by x.ordinal desc))[1] as stage,
        (array_agg(x.occurred_on order by x.ordinal desc))[1] as stage_since
      from transfers.step x where x.transfer_id = t.id and ${known(seen, 'x', 'occurred_on')} having count(*) > 0`
    : sql`select t.stage, t.stage_since`}) s on true
  left join lateral (select * from ${rowsKnown('transfers.letter', seen.knownAt)} l where l.transfer_id = t.id and ${known(seen, 'l', 'issued_on')} order by l.ordinal desc limit 1) l on true`

const one = (condition: Sql, seen: Seen = {}): Sql => sql`select ${columns} ${from(seen)} where ${condition}`

/** A transfer that the reader sees, as it stands or stood. */
export const findTransferById = (db: Db, id: string, seen: Seen = {}): Promise<TransferSeen | undefined> => db.first(one(sql`t.id = ${id}`, seen))

/** A transfer locked until the end of the transaction. Refuses `transfers.transferNotFound`. */
export async function lockTransfer(db: Db, id: string): Promise<TransferSeen> {
  const transfer = await db.first<TransferSeen>(sql`${one(sql`t.id = ${id}`)} for update of t`)
  if (!transfer) throw transferNotFound()
  return transfer
}

export const findOpenTransferOf = (db: Db, personId: string): Promise<TransferSeen | undefined> =>
  db.first(one(sql`t.person_id = ${personId} and t.stage <> all (${[...finalStages]})`))

export type ListFilter = Seen & {
  readonly organisationId: string; readonly today: PlainDate; readonly side?: 'sending' | 'receiving' | undefined; readonly state: 'open' | 'closed' | 'all'
  readonly kind?: TransferKind | undefined; readonly stage?: Stage | undefined; readonly search?: string | undefined
}

function conditionOf({ organisationId, today, on, knownAt, side, state, kind, stage, search }: ListFilter): Sql {
  const below = lastBelowCondition(organisationId, { on: on ?? today, knownAt })
  const sending = sql`t.from_cell_id ${below}`
  const receiving = sql`(t.receiver_id ${below} or t.to_cell_id ${below})`
  return join([
    side === 'sending' ? sending : side === 'receiving' ? receiving : sql`(${sending} or ${receiving})`,
    state === 'all' ? sql`true` : state === 'closed' ? sql`s.stage = any (${[...finalStages]})` : sql`s.stage <> all (${[...finalStages]})`,
    kind ? sql`t.kind = ${kind}` : sql`true`, stage ? sql`s.stage = ${stage}` : sql`true`,
    search ? sql`platform.fold(t.person_name) like '%' || platform.fold(${search}) || '%'` : sql`true`,
  ], ' and ')
}

/** Transfers on either side of an organisation and those below it, by name. */
export const listTransfersBelow = (db: Db, filter: ListFilter): Promise<TransferSeen[]> =>
  db.rows(sql`${one(conditionOf(filter), filter)} order by t.sort_key, t.requested_on, t.id`)

/** Open transfers that the reader sees, on either side. */
export const listOpenTransfers = (db: Db, organisationId: string | undefined, today: PlainDate): Promise<TransferSeen[]> => {
  const below = organisationId && belowCondition(organisationId, today)
  return db.rows(one(sql`t.stage <> all (${[...finalStages]}) and ${below ? sql`(t.from_cell_id ${below} or t.receiver_id ${below} or t.to_cell_id ${below})` : sql`true`}`))
}

const changeable = {
  stage: 'stage', stageSince: 'stage_since', toCellId: 'to_cell_id', toName: 'to_name', letterOn: 'letter_on', endsOn: 'ends_on', acceptedOn: 'accepted_on', personId: 'person_id',
  consent: 'consent', receiverId: 'receiver_id', addressId: 'address_id', direction: 'direction', reach: 'reach',
} as const satisfies Partial<Record<keyof Transfer, string>>

export type TransferChange = { readonly [K in keyof typeof changeable]?: Transfer[K] }

/** Writes what an act brought; the version rises by one. */
export async function updateTransfer(db: Db, id: string, change: TransferChange): Promise<void> {
  const sets = (Object.keys(change) as (keyof TransferChange)[]).map((name) => sql`${raw(changeable[name])} = ${change[name] ?? null}`)
  await db.run(sql`update transfers.transfer set ${join([...sets, sql`version = version + 1`])} where id = ${id}`)
}

export type NewTransfer = Pick<Transfer, 'kind' | 'direction' | 'stage' | 'stageSince' | 'personName' | 'fromName' | 'toName' | 'reach' | 'cause' | 'causeOn' | 'requestedOn'>
  & Partial<Pick<Transfer, 'personId' | 'bornOn' | 'probationary' | 'fromCellId' | 'receiverId' | 'toCellId' | 'addressId' | 'reason' | 'consent' | 'letterOn' | 'endsOn' | 'acceptedOn' | 'arrival'>>
  & { readonly jointDecisionId?: string; readonly by: string | undefined }

export async function insertTransfer(db: Db, t: NewTransfer): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into transfers.transfer (id, kind, direction, stage, stage_since, person_id, person_name, sort_key, born_on, probationary, from_cell_id, from_name, receiver_id, to_cell_id, address_id, to_name,
      reach, cause, cause_on, reason, consent, requested_on, letter_on, ends_on, accepted_on, arrival, joint_decision_id, recorded_by)
    values (${id}, ${t.kind}, ${t.direction}, ${t.stage}, ${t.stageSince}, ${t.personId ?? null}, ${t.personName}, ${nameSortKey(t.personName)}, ${t.bornOn ?? null}, ${t.probationary ?? false},
      ${t.fromCellId ?? null}, ${t.fromName}, ${t.receiverId ?? null}, ${t.toCellId ?? null}, ${t.addressId ?? null}, ${t.toName}, ${t.reach}, ${t.cause}, ${t.causeOn}, ${t.reason || null}, ${t.consent || null},
      ${t.requestedOn}, ${t.letterOn ?? null}, ${t.endsOn ?? null}, ${t.acceptedOn ?? null}, ${t.arrival ? JSON.stringify(t.arrival) : null}, ${t.jointDecisionId ?? null}, ${t.by ?? null})`)
  return id
}

/** Moves the member, open files and rights to the receiving side, or makes the cell the host; see the function of the database. */
export async function takeIn(db: Db, id: string, cellId: string, on: PlainDate): Promise<void> {
  await db.run(sql`select transfers.take_in(${id}, ${cellId}, ${on})`)
}
