import { nameSortKey, newId, type PlainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, type Db } from '../../../platform/action/index.ts'
import type { Statement } from '../model.ts'

export type KeptStatement = Statement & {
  readonly id: string; readonly placeId: string; readonly lineKey: string | null; readonly fullName: string; readonly sortKey: string; readonly bornOn: string | null; readonly source: 'screen' | 'workbook'; readonly sheetRow: number | null; readonly version: number
}
export type NewStatement = Statement & { readonly placeId: string; readonly lineKey: string | null; readonly fullName: string; readonly bornOn: string | null; readonly sheetRow: number | null }

const columns = sql`id, place_id as "placeId", person_id as "personId", line_key as "lineKey", full_name as "fullName", sort_key as "sortKey", born_on as "bornOn", mark, reason, reason_on as "reasonOn", note, said, questions, source,
  sheet_row as "sheetRow", version`

/** What was said of the lines of a reconciliation, as recorded by a moment. */
export const listStatements = (db: Db, reconciliationId: string, moment?: string): Promise<KeptStatement[]> => db.rows(sql`
  select ${columns} from ${rowsKnown('reconciling.statement', moment)} where reconciliation_id = ${reconciliationId}`)

export const findStatementOf = (db: Db, reconciliationId: string, key: { personId: string } | { lineKey: string }): Promise<KeptStatement | undefined> => db.first(sql`
  select ${columns} from reconciling.statement where reconciliation_id = ${reconciliationId} and ${'personId' in key ? sql`person_id = ${key.personId}` : sql`person_id is null and line_key = ${key.lineKey}`} for update`)

type Written = { readonly reconciliationId: string; readonly organisationId: string; readonly source: 'screen' | 'workbook'; readonly returnId?: string; readonly by: string | undefined; readonly on: PlainDate }

const changed = sql`mark = excluded.mark, reason = excluded.reason, reason_on = excluded.reason_on, note = excluded.note, said = excluded.said, questions = excluded.questions, source = excluded.source, return_id = excluded.return_id,
  sheet_row = excluded.sheet_row, stated_by = excluded.stated_by, stated_on = excluded.stated_on, version = t.version + 1, recorded_at = platform.moment()
  where (t.mark, t.reason, t.reason_on, t.note, t.said, t.questions) is distinct from (excluded.mark, excluded.reason, excluded.reason_on, excluded.note, excluded.said, excluded.questions)`

/** Writes what is said of lines; what says the same as before is left alone. Answers how many were written or changed. */
export async function putStatements(db: Db, statements: readonly NewStatement[], written: Written): Promise<number> {
  const rows = statements.map((s) => ({ ...s, id: newId(), sortKey: nameSortKey(s.fullName) }))
  const put = (some: typeof rows, target: 'person' | 'line') => some.length === 0 ? 0 : db.run(sql`
    insert into reconciling.statement as t (id, reconciliation_id, organisation_id, place_id, person_id, line_key, full_name, sort_key, born_on, mark, reason, reason_on, note, said, questions, source, return_id, sheet_row, stated_by, stated_on)
    select r.id, ${written.reconciliationId}, ${written.organisationId}, r."placeId", r."personId", r."lineKey", r."fullName", r."sortKey", r."bornOn", r.mark, r.reason, r."reasonOn", r.note, r.said,
      array(select jsonb_array_elements_text(r.questions)), ${written.source}, ${written.returnId ?? null}, r."sheetRow", ${written.by ?? null}, ${written.on}
    from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) r (id uuid, "placeId" uuid, "personId" uuid, "lineKey" text, "fullName" text, "sortKey" text, "bornOn" text, mark text, reason text, "reasonOn" text, note text, said jsonb, questions jsonb, "sheetRow" int)
    on conflict ${target === 'person' ? sql`(reconciliation_id, person_id) where person_id is not null` : sql`(reconciliation_id, line_key) where person_id is null`} do update set ${changed}`)
  return (await put(rows.filter(({ personId }) => personId !== null), 'person')) + (await put(rows.filter(({ personId }) => personId === null), 'line'))
}

/** Lines that an earlier workbook of the same place added and this one has no more. */
export const withdrawLines = (db: Db, { reconciliationId, cellId, kept }: { reconciliationId: string; cellId: string | null; kept: readonly string[] }): Promise<number> => db.run(sql`
  update reconciling.statement set mark = 'right', reason = null, questions = '{}', version = version + 1
  where reconciliation_id = ${reconciliationId} and person_id is null and source = 'workbook' and mark <> 'right' and line_key <> all (${[...kept]}::text[]) and ${cellId ? sql`place_id = ${cellId}` : sql`true`}`)

/** Marks every line of a cell that has no mark yet as right. */
export const markRestOf = (db: Db, cellId: string, written: Written): Promise<number> => db.run(sql`
  insert into reconciling.statement (id, reconciliation_id, organisation_id, place_id, person_id, full_name, sort_key, born_on, mark, source, stated_by, stated_on)
  select gen_random_uuid(), e.reconciliation_id, e.organisation_id, e.place_id, e.person_id, e.full_name, e.sort_key, e.born_on, 'right', 'screen', ${written.by ?? null}, ${written.on}
  from reconciling.entry e where e.reconciliation_id = ${written.reconciliationId} and e.place_id = ${cellId}
    and not exists (select from reconciling.statement s where s.reconciliation_id = e.reconciliation_id and s.person_id = e.person_id)`)
