import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

/** A member on the frozen list, on the register's list of the same day, or among the signed names. */
export type Listed = {
  readonly personId: string; readonly placeId: string; readonly fullName: string; readonly sortKey: string; readonly bornOn: string | null; readonly sex: string | null; readonly ethnicity: string | null; readonly status: string
  readonly cardNumber: string | null; readonly admittedOn: string | null; readonly confirmedOn: string | null; readonly cellCode: string | null; readonly cellName: string
}

const columns = sql`person_id as "personId", full_name as "fullName", sort_key as "sortKey", born_on as "bornOn", sex, ethnicity, status, card_number as "cardNumber", admitted_on as "admittedOn", confirmed_on as "confirmedOn",
  cell_code as "cellCode", cell_name as "cellName"`

/** The frozen list in the order in which it is printed; of one cell when it is told. */
export const listEntries = (db: Db, reconciliationId: string, cellId?: string): Promise<Listed[]> => db.rows(sql`
  select ${columns}, place_id as "placeId" from reconciling.entry where reconciliation_id = ${reconciliationId} and ${cellId ? sql`place_id = ${cellId}` : sql`true`} order by ordinal`)

export const findEntry = (db: Db, reconciliationId: string, personId: string): Promise<Listed | undefined> => db.first(sql`
  select ${columns}, place_id as "placeId" from reconciling.entry where reconciliation_id = ${reconciliationId} and person_id = ${personId}`)

/** What the register says of the same day, as recorded by a moment; without one, now. Empty outside one's part. */
export function listRegister(db: Db, organisationId: string, on: PlainDate, moment?: string): Promise<Listed[]> {
  const register = moment ? sql`reconciling.register_known(${organisationId}, ${on}, ${moment}::timestamptz)` : sql`reconciling.register_on(${organisationId}, ${on})`
  return db.rows(sql`select ${columns}, cell_id as "placeId" from ${register} order by ordinal`)
}

export async function countRegister(db: Db, organisationId: string, on: PlainDate): Promise<number> {
  return (await db.one<{ n: number }>(sql`select reconciling.count_on(${organisationId}, ${on}) as n`)).n
}

/** How many the register counts for each organisation and its day, in the same order, as recorded by a moment; without one, now. */
export async function countRegisters(db: Db, of: readonly { organisationId: string; on: PlainDate }[], moment?: string): Promise<number[]> {
  const count = moment ? sql`reconciling.count_known(a.organisation, a.day, ${moment}::timestamptz)` : sql`reconciling.count_on(a.organisation, a.day)`
  const rows = await db.rows<{ n: number }>(sql`
    select ${count} as n
    from unnest(${of.map(({ organisationId }) => organisationId)}::uuid[], ${of.map(({ on }) => on)}::date[]) with ordinality a (organisation, day, i) order by a.i`)
  return rows.map(({ n }) => n)
}

/** Identity numbers of people as far as the reader may see them. */
export async function identitiesOf(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.rows<{ id: string; number: string | null }>(sql`select id, identity_number as number from members.person where id = any (${[...people]}::uuid[])`)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export type CellOf = { readonly id: string; readonly code: string | null; readonly name: string }

/** Organisations below one on a day, with code and short name. */
export const listPlaces = (db: Db, organisationId: string, on: PlainDate): Promise<CellOf[]> => db.rows(sql`
  select organisation_id as id, code, short_name as name from organisations.version where superseded_at is null and valid_during @> ${on}::date and organisation_id ${belowCondition(organisationId, on)} order by code`)

/** The names behind a signature. */
export const listAgreed = (db: Db, signatureId: string): Promise<Pick<Listed, 'personId' | 'fullName' | 'bornOn' | 'status' | 'cardNumber' | 'cellName' | 'placeId'>[]> => db.rows(sql`
  select person_id as "personId", full_name as "fullName", born_on as "bornOn", status, card_number as "cardNumber", cell_name as "cellName", place_id as "placeId" from reconciling.agreed where signature_id = ${signatureId} order by ordinal`)

export type ActSince = { readonly personId: string; readonly kind: string; readonly subjectId: string; readonly on: PlainDate | null; readonly basis: string | null }

/** What was recorded about people since a moment, until another or until now, at most one act of each kind for each person. */
export const listActsSince = (db: Db, people: readonly string[], moment: string, until?: string): Promise<ActSince[]> => db.rows(sql`
  select person_id as "personId", kind, subject_id as "subjectId", happened_on as "on", basis from reconciling.acts_since(${[...people]}::uuid[], ${moment}::timestamptz, ${until ?? null}::timestamptz)`)
