import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { closureKnown, lastBelowCondition } from '../../organisations/index.ts'
import { rangeNotFound } from '../errors.ts'
import { freeNumbers, writtenNumber } from '../model.ts'

/** A range of numbers of a committee; `first` and `last` are both in it. */
export type NumberRange = {
  readonly id: string; readonly version: number; readonly organisationId: string; readonly organisation: string; readonly digits: number; readonly from: number; readonly to: number
  readonly basis: string; readonly givenOn: PlainDate; readonly closedOn: PlainDate | null; readonly closedReason: string | null
}

const knownBy = (moment: Sql, knownAt: string | undefined): Sql => sql`${moment} <= coalesce(${knownAt ?? null}::timestamptz, 'infinity')`

const columns = sql`r.id, r.version, r.organisation_id as "organisationId", organisations.name_on(r.organisation_id, access.today()) as organisation, r.digits, lower(r.given)::float8 as "from", (upper(r.given) - 1)::float8 as "to",
  r.basis, r.given_on as "givenOn", r.closed_on as "closedOn", r.closed_reason as "closedReason"`

/** Ranges of an organisation, of those above it and of those below it, as they stood on a day, as known at a moment. */
export const listRangesAround = (db: Db, organisationId: string, { on, knownAt }: Seen): Promise<NumberRange[]> => db.rows(sql`
  select r.id, r.version, r."organisationId", organisations.name_on(r."organisationId", ${on}::date) as organisation, r.digits, r."from", r."to", r.basis, r."givenOn",
    case when r.closed then r."closedOn" end as "closedOn", case when r.closed then r."closedReason" end as "closedReason"
  from (select ${columns}, r.organisation_id, r.recorded_at, coalesce(r.closed_on <= ${on}::date and ${knownBy(sql`r.closing_recorded_at`, knownAt)}, false) as closed from cards.number_range r) r
  where r."givenOn" <= ${on}::date and ${knownBy(sql`r.recorded_at`, knownAt)} and (r.organisation_id ${lastBelowCondition(organisationId, { on, knownAt })}
    or exists (select from ${closureKnown(knownAt)} c where c.valid_during @> ${on}::date and c.ancestor_id = r.organisation_id and c.descendant_id = ${organisationId}))
  order by r."givenOn" desc, r.digits, r."from"`)

/** A range locked for an act. Refuses `cards.rangeNotFound`. */
export async function lockRange(db: Db, id: string): Promise<NumberRange> {
  const found = await db.first<NumberRange>(sql`select ${columns} from cards.number_range r where r.id = ${id} for update of r`)
  if (!found) throw rangeNotFound()
  return found
}

/** The range that holds one of these numbers already. */
export const findOverlapping = (db: Db, digits: number, first: number, last: number): Promise<NumberRange | undefined> =>
  db.first(sql`select ${columns} from cards.number_range r where r.digits = ${digits} and r.numbers && int8range(${first}::int8, ${last}::int8, '[]') order by lower(r.numbers) limit 1`)

/** Numbers of a range that somebody has, ascending. */
export async function numbersUsed(db: Db, rangeId: string): Promise<number[]> {
  const rows = await db.rows<{ n: number }>(sql`select n::float8 as n from cards.numbers_used(${rangeId}) n`)
  return rows.map(({ n }) => n)
}

/** What was left of a range on a day, as known at a moment, with the number that was to be given next. */
export async function leftOf(db: Db, range: NumberRange, { on, knownAt }: Seen): Promise<{ used: number; left: number; next: string | null }> {
  const used = (await db.rows<{ n: number }>(sql`select n::float8 as n from cards.numbers_used_on(${range.id}, ${on}, coalesce(${knownAt ?? null}::timestamptz, 'infinity')) n`)).map(({ n }) => n)
  const [next] = range.closedOn ? [] : freeNumbers({ first: range.from, last: range.to, used, wanted: 1 })
  return { used: used.length, left: range.closedOn ? 0 : range.to - range.from + 1 - used.length, next: next === undefined ? null : writtenNumber(next, range.digits) }
}

export async function insertRange(db: Db, r: { organisationId: string; digits: number; first: number; last: number; basis: string; givenOn: PlainDate }, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into cards.number_range (id, organisation_id, digits, given, numbers, basis, given_on, recorded_by)
    values (${id}, ${r.organisationId}, ${r.digits}, int8range(${r.first}::int8, ${r.last}::int8, '[]'), int8range(${r.first}::int8, ${r.last}::int8, '[]'), ${r.basis}, ${r.givenOn}, ${by ?? null})`)
  return id
}

/** Closes a range; it keeps its numbers up to the last one used, none when none was. */
export async function endRange(db: Db, id: string, { on, reason, lastUsed }: { on: PlainDate; reason: string; lastUsed: number | undefined }): Promise<void> {
  await db.run(sql`
    update cards.number_range set closed_on = ${on}, closed_reason = ${reason}, closing_recorded_at = platform.moment(), version = version + 1,
      numbers = case when ${lastUsed ?? null}::int8 is null then 'empty'::int8range else int8range(lower(given), ${lastUsed ?? null}::int8, '[]') end where id = ${id}`)
}
