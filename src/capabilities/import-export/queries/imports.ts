import { earliestDay, nameSortKey, newId, tidy, type PlainDate } from '../../../kernel/index.ts'
import { begun, empty, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { ENROLLED_AT_ONCE } from '../../members/index.ts'
import { importNotFound } from '../errors.ts'
import type { LayoutName } from '../layout-names.ts'
import type { Change, Checked, MatchedRow, Outcome, RegisterValues } from '../matching.ts'

export type ImportState = 'reading' | 'toSettle' | 'refused' | 'writing' | 'written' | 'undone' | 'cancelled'
export type Counts = { new: number; changed: number; same: number; doubtful: number; faulty: number; onlyHere: number }
export type ImportRow = {
  id: string; fileName: string; contentHash: string; state: ImportState; layout: string | null; askedLayout: LayoutName | null; sheet: string | null; asOf: PlainDate | null
  organisationId: string; organisationName: string; startedOn: PlainDate; startedBy: string | null; refusal: string | null
  preview: any; answers: any; writtenAt: string | null; undoneAt: string | null; version: number; cancelAsked: boolean
}

const columns = sql`i.id, i.file_name as "fileName", i.content_hash as "contentHash", i.state, i.layout, i.asked_layout as "askedLayout", i.sheet, i.as_of as "asOf", i.organisation_id as "organisationId",
  organisations.name_on(i.organisation_id, access.today()) as "organisationName", i.started_on as "startedOn", a.full_name as "startedBy", i.refusal,
  i.answers, i.written_at as "writtenAt", i.undone_at as "undoneAt", i.version, i.cancel_asked as "cancelAsked"`

export async function loadImport(db: Db, id: string): Promise<ImportRow> {
  const found = await db.first<ImportRow>(sql`
    select ${columns}, i.preview from import_export.import i left join access.account a on a.id = i.started_by where i.id = ${id}`)
  if (!found) throw importNotFound()
  return found
}

/** The import, kept from being changed by others until this transaction ends. */
export async function lockImport(db: Db, id: string): Promise<ImportRow> {
  await db.run(sql`select from import_export.import where id = ${id} for update`)
  return loadImport(db, id)
}

export async function listImportRowsOf(db: Db, page: { page: number; size: number }): Promise<{ rows: ImportRow[]; total: number }> {
  const rows = await db.rows<ImportRow & { total: number }>(sql`
    select ${columns}, jsonb_build_object('dataRows', i.preview->'dataRows', 'counts', i.preview->'counts', 'asOf', i.preview->'asOf', 'organisationName', i.preview->'organisationName') as preview, count(*) over ()::int as total
    from import_export.import i left join access.account a on a.id = i.started_by
    order by i.recorded_at desc, i.id limit ${page.size} offset ${(page.page - 1) * page.size}`)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** A written import of the same bytes for the same organisation. */
export function findWrittenTwin(db: Db, contentHash: string, organisationId: string): Promise<{ id: string } | undefined> {
  return db.first(sql`
    select id from import_export.import where content_hash = ${contentHash} and organisation_id = ${organisationId} and state = 'written' order by written_at desc limit 1`)
}

export async function insertImport(db: Db, i: { id: string; fileName: string; contentHash: string; organisationId: string; asOf: PlainDate | null; sheet: string | null; askedLayout: LayoutName | null; by: string | undefined; on: PlainDate }): Promise<void> {
  await db.run(sql`
    insert into import_export.import (id, file_name, content_hash, organisation_id, as_of, sheet, asked_layout, state, started_by, started_on)
    values (${i.id}, ${i.fileName}, ${i.contentHash}, ${i.organisationId}, ${i.asOf}, ${i.sheet}, ${i.askedLayout}, 'reading', ${i.by ?? null}, ${i.on})`)
}

export async function keepReading(db: Db, id: string, kept: { state: ImportState; layout: string | null; asOf: PlainDate | null; refusal: string | null; preview: unknown; answers: unknown }): Promise<number> {
  const { version } = await db.one<{ version: number }>(sql`
    update import_export.import set state = ${kept.state}, layout = ${kept.layout}, as_of = coalesce(${kept.asOf}::date, as_of), refusal = ${kept.refusal},
      preview = ${JSON.stringify(kept.preview)}::jsonb, answers = ${JSON.stringify(kept.answers)}::jsonb, version = version + 1
    where id = ${id} returning version`)
  return version
}

export function setState(db: Db, id: string, state: ImportState): Promise<number> {
  return db.run(sql`
    update import_export.import set state = ${state}, version = version + 1,
      written_at = case when ${state} = 'written' then platform.moment() else written_at end,
      undone_at = case when ${state} = 'undone' then platform.moment() else undone_at end
    where id = ${id}`)
}

/**
 * What is kept of a row in the fields of the register: of a new member what the register takes over. Who is exempt has been since the day the list
 * gives, else since its own day, on which it was so.
 */
function keptFields({ outcome, values, probationary, exempt, exemptOn, waits, personVersion, checked }: MatchedRow, asOf: PlainDate): Record<string, unknown> {
  // Of ten thousand rows a copy that is written to is made several times faster than one put together of parts.
  const kept: Record<string, unknown> = { ...values }
  kept['waits'] = waits
  if (personVersion !== null) kept['personVersion'] = personVersion
  if (checked) kept['checked'] = checked
  if (outcome !== 'new') return kept
  if (probationary) kept['confirmedOn'] = undefined
  if (exempt) kept['exemptFrom'] = exemptOn ? earliestDay(exemptOn) : asOf
  if (values.fullName) {
    kept['fullName'] = tidy(values.fullName)
    kept['sortKey'] = nameSortKey(values.fullName)
  }
  return kept
}

function keptRow(matched: MatchedRow, asOf: PlainDate) {
  const { sheet, row, outcome, personId, changes } = matched
  return { sheet, row, outcome, personId: outcome === 'new' ? newId() : personId, fields: keptFields(matched, asOf), changes: changes.length > 0 ? changes : undefined }
}

const insertion = (importId: string, rows: readonly MatchedRow[], asOf: PlainDate): Sql => sql`
  insert into import_export.import_row (import_id, sheet, row, outcome, person_id, fields, changes)
  select ${importId}, sheet, row, outcome, "personId", fields, changes
  from jsonb_to_recordset(${JSON.stringify(rows.map((row) => keptRow(row, asOf)))}::jsonb) r (sheet text, row int, outcome text, "personId" uuid, fields jsonb, changes jsonb)`

/**
 * Puts the rows of a reading in place of those of the reading before, part by part as they come: while one part is stored, the next may be made ready.
 * A new person gets the identifier here that the register will know it by, so that writing the import need not come back to its rows.
 */
export function rowsInPlace(db: Db, importId: string) {
  const remove = () => db.run(sql`delete from import_export.import_row where import_id = ${importId}`)
  let storing: Promise<unknown> = begun(remove())
  return {
    async keep(rows: readonly MatchedRow[], asOf: PlainDate): Promise<void> {
      const next = insertion(importId, rows, asOf)
      await storing
      storing = begun(db.run(next))
      // On its way to the database before anything else is begun.
      await new Promise(setImmediate)
    },
    /** Resolves when every part is stored. */
    async kept(): Promise<void> { await storing },
    /** Takes away what was stored of a list that is not read to its end. */
    async forget(): Promise<void> {
      await storing
      await remove()
    },
  }
}

export type KeptRow = {
  sheet: string; row: number; outcome: Outcome; personId: string | null; written: boolean
  fields: RegisterValues & { waits: boolean; personVersion?: number; checked?: Checked }; changes: Change[] | null
}

const writable = sql`outcome in ('new', 'changed') and not (fields->>'waits')::boolean`
// Rows are not touched once their import is written: then written is what was ready to be.
const isWritten = sql`(${writable}
  and exists (select from import_export.import i where i.id = import_id and i.written_at is not null))`
export const rowColumns = sql`sheet, row, outcome, person_id as "personId", ${isWritten} as written, fields, changes`

export async function listRows(db: Db, importId: string, filter: { outcome?: string | undefined; page: number; size: number }): Promise<{ rows: KeptRow[]; total: number }> {
  const rows = await db.rows<KeptRow & { total: number }>(sql`
    select ${rowColumns}, count(*) over ()::int as total from import_export.import_row
    where import_id = ${importId} and (${filter.outcome ?? null}::text is null or outcome = ${filter.outcome ?? null})
    order by sheet, row limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)
  return { rows, total: rows[0]?.total ?? 0 }
}

const writtenColumns = sql`sheet, row, outcome, person_id as "personId", fields, changes`

/** Rows that the commit writes, or wrote: without error, open question or proposal nobody accepted. */
export function listWritable(db: Db, importId: string): Promise<KeptRow[]> {
  return db.rows(sql`select ${writtenColumns} from import_export.import_row where import_id = ${importId} and ${writable} order by sheet, row`)
}

/** Behind which rows of an import the parts of it end that are written at once; the last part is open. */
async function partsOf(db: Db, importId: string): Promise<Sql[]> {
  const ends = await db.rows<{ sheet: string; row: number }>(sql`
    select sheet, row from (select sheet, row, row_number() over (order by sheet, row) as nth from import_export.import_row where import_id = ${importId}) r where nth % ${ENROLLED_AT_ONCE} = 0 order by nth`)
  return [...ends, undefined].map((end, i) => sql`(sheet, row) > (${ends[i - 1]?.sheet ?? ''}, ${ends[i - 1]?.row ?? 0})${end ? sql` and (sheet, row) <= (${end.sheet}, ${end.row})` : empty}`)
}

/** The new members among the rows that the commit writes, as the register takes them over: a question for each part of the import. */
export async function newMembers(db: Db, importId: string, idByCode: ReadonlyMap<string, string>): Promise<Sql[]> {
  return (await partsOf(db, importId)).map((part) => sql`
    select person_id, c.id, fields
    from import_export.import_row left join unnest(${[...idByCode.keys()]}::text[], ${[...idByCode.values()]}::uuid[]) c (code, id) on c.code = fields->>'cellCode'
    where import_id = ${importId} and outcome = 'new' and ${writable} and ${part} order by sheet, row`)
}

/** Rows of members whom the commit changes. */
export function listChanged(db: Db, importId: string): Promise<KeptRow[]> {
  return db.rows(sql`select ${writtenColumns} from import_export.import_row where import_id = ${importId} and outcome = 'changed' and ${writable} order by sheet, row`)
}
