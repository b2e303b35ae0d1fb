import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

/** A grassroots organisation of the tree that can be addressed, whether or not it lies in the reader's part. */
export type Receiver = { readonly id: string; readonly name: string; readonly shortName: string; readonly superiorId: string | null; readonly superior: string | null }

const columns = sql`id, name, short_name as "shortName", superior_id as "superiorId", superior`

/** By words of their names, at least two letters. */
export const searchReceivers = (db: Db, words: string, on: PlainDate): Promise<Receiver[]> => db.rows(sql`select ${columns} from transfers.receivers(${words}, ${on})`)
export const findReceiver = (db: Db, id: string, on: PlainDate): Promise<Receiver | undefined> => db.first(sql`select ${columns} from transfers.receiver(${id}, ${on})`)

/** Somebody who left by a transfer out, from which cell, and the first day outside. */
export type Returner = { readonly id: string; readonly fullName: string; readonly bornOn: string | null; readonly from: string; readonly leftOn: PlainDate }

/** Those of the reader's part whose last membership ended by a transfer out, by words of their names, the latest first. */
export const searchReturners = (db: Db, words: string, on: PlainDate): Promise<Returner[]> => db.rows(sql`
  select x.id, x.full_name as "fullName", x.born_on as "bornOn", coalesce(organisations.name_on(x.keeper_id, ${on}), '') as "from", m.ended_on as "leftOn"
  from members.person x
  join lateral (select l.end_kind, l.ended_on from members.membership l where l.person_id = x.id and l.superseded_at is null order by l.ordinal desc limit 1) m on m.end_kind = 'transferOut' and m.ended_on <= ${on}::date
  where x.withdrawn_at is null and platform.fold(x.full_name) like '%' || platform.fold(${words}) || '%'
  order by m.ended_on desc, x.sort_key limit 20`)

/** An organisation outside the tree. `superior`: the one above it, empty when unknown. */
export type Address = { readonly id: string; readonly name: string; readonly superior: string; readonly postal: string | null; readonly abroad: boolean }

export const findAddress = (db: Db, id: string): Promise<Address | undefined> => db.first(sql`select id, name, superior, postal, abroad from transfers.address where id = ${id}`)
export const searchAddresses = (db: Db, words: string): Promise<Address[]> => db.rows(sql`
  select id, name, superior, postal, abroad from transfers.address where platform.fold(name || ' ' || superior) like '%' || platform.fold(${words}) || '%' order by name, superior limit 50`)

export async function insertAddress(db: Db, a: { name: string; superior?: string | undefined; postal?: string | undefined; abroad: boolean; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`insert into transfers.address (id, name, superior, postal, abroad, recorded_by) values (${id}, ${a.name}, ${a.superior ?? ''}, ${a.postal || null}, ${a.abroad}, ${a.by ?? null})`)
  return id
}

export async function insertJointDecision(db: Db, d: { number: string; decidedOn: PlainDate; effectiveOn: PlainDate; organisationId: string; toCellId: string; reason: string; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`insert into transfers.joint_decision (id, number, decided_on, effective_on, organisation_id, to_cell_id, reason, recorded_by)
    values (${id}, ${d.number}, ${d.decidedOn}, ${d.effectiveOn}, ${d.organisationId}, ${d.toCellId}, ${d.reason}, ${d.by ?? null})`)
  return id
}
