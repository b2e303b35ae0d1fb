import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

export type ValueRow = {
  readonly field: string
  readonly content: unknown
  /** First day; none = from the beginning. */
  readonly from: PlainDate | null
  readonly lastDay: PlainDate | null
  readonly basis: string | null
  readonly by: string | null
  readonly recordedAt: string
  /** Absent when it was not superseded by the moment that was asked for. */
  readonly supersededAt: string | null
  readonly holds: boolean
}

/** Every statement about a person that was known at a moment or before (absent = now), newest first; `holds`: it is the one for the day. */
export function valuesKnown(db: Db, personId: string, { on, knownAt }: { on: PlainDate; knownAt?: string | undefined }): Promise<ValueRow[]> {
  const moment = knownAt ?? 'infinity'
  return db.rows(sql`
    select v.field, v.content, lower(v.valid_during) as "from", upper(v.valid_during) - 1 as "lastDay", v.basis, a.full_name as by, v.recorded_at as "recordedAt",
      case when v.superseded_at <= ${moment}::timestamptz then v.superseded_at end as "supersededAt",
      v.valid_during @> ${on}::date and (v.superseded_at is null or v.superseded_at > ${moment}::timestamptz) as holds
    from member_sheet.value v left join access.account a on a.id = v.recorded_by
    where v.person_id = ${personId} and v.recorded_at <= ${moment}::timestamptz and (v.superseded_at is null or v.superseded_at > v.recorded_at)
    order by v.recorded_at desc, lower(v.valid_during) desc nulls last`)
}

export type EntryRow = {
  readonly entryId: string
  readonly list: string
  readonly content: Readonly<Record<string, unknown>>
  readonly basis: string | null
  readonly by: string | null
  readonly recordedAt: string
  readonly supersededAt: string | null
  readonly removed: boolean
}

/** Every line of the lists of a person that was known at a moment or before, with what became of it by then. */
export function entriesKnown(db: Db, personId: string, knownAt?: string): Promise<EntryRow[]> {
  const moment = knownAt ?? 'infinity'
  return db.rows(sql`
    select e.entry_id as "entryId", e.list, e.content, e.basis, a.full_name as by, e.recorded_at as "recordedAt", e.removed,
      case when e.superseded_at <= ${moment}::timestamptz then e.superseded_at end as "supersededAt"
    from member_sheet.entry e left join access.account a on a.id = e.recorded_by
    where e.person_id = ${personId} and e.recorded_at <= ${moment}::timestamptz and (e.superseded_at is null or e.superseded_at > e.recorded_at)
    order by e.recorded_at, e.id`)
}

export type LiveEntry = { readonly list: string; readonly content: Readonly<Record<string, unknown>> }

/** The line as it stands now; none when it was taken away or never was. */
export function findLiveEntry(db: Db, personId: string, entryId: string): Promise<LiveEntry | undefined> {
  return db.first(sql`select list, content from member_sheet.entry where person_id = ${personId} and entry_id = ${entryId} and superseded_at is null and not removed`)
}

/** What an item that is kept by the sheet alone says today. */
export async function liveValue(db: Db, personId: string, field: string, on: PlainDate): Promise<unknown> {
  const row = await db.first<{ content: unknown }>(sql`select content from member_sheet.value where person_id = ${personId} and field = ${field} and superseded_at is null and valid_during @> ${on}::date`)
  return row?.content ?? null
}

/** Where the births of people are registered, as their papers say it, on a day. */
export async function birthRegistrationsOn(db: Db, personIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ personId: string; text: string }>(sql`
    select person_id as "personId", content ->> 'text' as text from member_sheet.value
    where field = 'birthRegistration' and person_id = any (${[...personIds]}::uuid[]) and superseded_at is null and valid_during @> ${on}::date and content ->> 'text' is not null`)
  return new Map(rows.map(({ personId, text }) => [personId, text]))
}
