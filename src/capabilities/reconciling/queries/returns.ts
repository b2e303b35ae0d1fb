import { newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, recordedBy, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import type { Mark } from '../codes.ts'
import { returnNotFound } from '../errors.ts'
import type { NewStatement } from './statements.ts'

export type Skipped = { readonly sheet: string; readonly row: number; readonly kind: string; readonly text: string }
export type Return = {
  readonly id: string; readonly reconciliationId: string; readonly organisationId: string; readonly placeId: string; readonly fileName: string; readonly layout: string; readonly rows: number; readonly skipped: readonly Skipped[]
  readonly readOn: PlainDate; readonly readBy: string | null; readonly takenOn: PlainDate | null; readonly version: number; readonly cellName: string | null; readonly counts: Readonly<Record<Mark, number>>
}

const countOf = (mark: Mark) => sql`${mark}::text, (select count(*) from reconciling.return_line l where l.return_id = t.id and l.mark = ${mark})`
const takenBy = (moment: string | undefined): Sql => (moment ? sql`t.taken_on <= ${dayOfMoment(sql`${moment}::timestamptz`)} and ${recordedBy(sql`t.taken_recorded_at`, moment)}` : sql`true`)
const seen = (moment?: string): Sql => sql`
  select t.id, t.reconciliation_id as "reconciliationId", t.organisation_id as "organisationId", t.place_id as "placeId", t.file_name as "fileName", t.layout, t.rows, t.skipped, t.read_on as "readOn", a.full_name as "readBy", case when ${takenBy(moment)} then t.taken_on end as "takenOn",
    t.version, case when t.place_id <> t.organisation_id then organisations.name_on(t.place_id, t.read_on) end as "cellName",
    jsonb_build_object(${countOf('right')}, ${countOf('wrong')}, ${countOf('surplus')}, ${countOf('missing')}, ${countOf('absent')}, ${countOf('unclear')}) as counts
  from reconciling.return t left join access.account a on a.id = t.read_by`

/** A return in the part of the reader. Refuses `reconciling.returnNotFound`. */
export async function loadReturn(db: Db, id: string): Promise<Return> {
  const found = await db.first<Return>(sql`${seen()} where t.id = ${id}`)
  if (!found) throw returnNotFound()
  return found
}

/** Workbooks that came back, as recorded by a moment, the latest first. */
export const listReturns = (db: Db, reconciliationId: string, moment?: string): Promise<Return[]> => db.rows(sql`
  ${seen(moment)} where t.reconciliation_id = ${reconciliationId} and ${recordedBy(sql`t.recorded_at`, moment)} order by t.recorded_at desc, t.id`)

/** The same bytes for the same place of the same reconciliation. */
export const findTwin = (db: Db, reconciliationId: string, placeId: string, contentHash: string): Promise<{ id: string; version: number; taken: boolean } | undefined> => db.first(sql`
  select id, version, taken_on is not null as taken from reconciling.return where reconciliation_id = ${reconciliationId} and place_id = ${placeId} and content_hash = ${contentHash}`)

export type LineOfReturn = NewStatement & { readonly sheet: string | null; readonly cellName: string }

export const listReturnLines = (db: Db, returnId: string): Promise<LineOfReturn[]> => db.rows(sql`
  select l.sheet, l.sheet_row as "sheetRow", l.person_id as "personId", l.line_key as "lineKey", l.full_name as "fullName", l.born_on as "bornOn", l.place_id as "placeId", l.mark, l.reason, l.reason_on as "reasonOn", l.note, l.said, l.questions,
    coalesce(organisations.name_on(l.place_id, t.read_on), '') as "cellName"
  from reconciling.return_line l join reconciling.return t on t.id = l.return_id where l.return_id = ${returnId} order by l.ordinal`)

type NewReturn = { readonly reconciliationId: string; readonly organisationId: string; readonly placeId: string; readonly fileName: string; readonly contentHash: string; readonly layout: string; readonly skipped: readonly Skipped[]; readonly on: PlainDate; readonly by: string | undefined }

export async function insertReturn(db: Db, r: NewReturn, lines: readonly (NewStatement & { readonly sheet: string | null })[]): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into reconciling.return (id, reconciliation_id, organisation_id, place_id, file_name, content_hash, layout, rows, skipped, read_on, read_by)
    values (${id}, ${r.reconciliationId}, ${r.organisationId}, ${r.placeId}, ${r.fileName}, ${r.contentHash}, ${r.layout}, ${lines.filter(({ sheetRow }) => sheetRow !== null).length}, ${JSON.stringify(r.skipped)}, ${r.on}, ${r.by ?? null})`)
  await db.run(sql`
    insert into reconciling.return_line (return_id, ordinal, organisation_id, place_id, sheet, sheet_row, person_id, line_key, full_name, born_on, mark, reason, reason_on, note, said, questions)
    select ${id}, l.ordinal, ${r.organisationId}, l."placeId", l.sheet, l."sheetRow", l."personId", l."lineKey", l."fullName", l."bornOn", l.mark, l.reason, l."reasonOn", l.note, l.said, array(select jsonb_array_elements_text(l.questions))
    from jsonb_to_recordset(${JSON.stringify(lines.map((line, i) => ({ ...line, ordinal: i + 1 })))}::jsonb)
      l (ordinal int, "placeId" uuid, sheet text, "sheetRow" int, "personId" uuid, "lineKey" text, "fullName" text, "bornOn" text, mark text, reason text, "reasonOn" text, note text, said jsonb, questions jsonb)`)
  return id
}

export async function markTaken(db: Db, id: string, on: PlainDate, by: string | undefined): Promise<number> {
  return (await db.one<{ version: number }>(sql`update reconciling.return set taken_on = ${on}, taken_by = ${by ?? null}, taken_recorded_at = platform.moment(), version = version + 1 where id = ${id} returning version`)).version
}
