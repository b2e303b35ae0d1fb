import { newId, type UncertainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { ItemState } from '../codes.ts'
import { itemNotFound } from '../errors.ts'

/** A statement about a paper. `id` names the paper and stays; `version` is the number of the statement. */
export type Item = {
  readonly id: string; readonly dossierId: string; readonly documentType: string; readonly title: string | null; readonly number: string | null; readonly datedOn: UncertainDate | null
  readonly pages: number | null; readonly state: ItemState; readonly place: string | null; readonly basis: string | null; readonly sourceId: string | null
  readonly recordedBy: string | null; readonly recordedAt: string; readonly version: number; readonly isLive: boolean
}

const columns = sql`i.thread_id as id, i.dossier_id as "dossierId", i.document_type as "documentType", i.title, i.number, i.dated_on as "datedOn", i.pages, i.state, i.place, i.basis,
  i.source_id as "sourceId", a.full_name as "recordedBy", i.recorded_at as "recordedAt", i.ordinal as version, i.superseded_at is null as "isLive"`

/** Every statement about the papers of a dossier, by type, then the newest first. */
export function listItems(db: Db, dossierId: string): Promise<Item[]> {
  return db.rows(sql`
    select ${columns} from dossiers.item i left join access.account a on a.id = i.recorded_by
    where i.dossier_id = ${dossierId} order by i.document_type, i.thread_id, i.ordinal desc`)
}

/** The live statement about a paper of a dossier. Refuses `dossiers.itemNotFound`. */
export async function loadItem(db: Db, dossierId: string, itemId: string): Promise<Item> {
  const item = await db.first<Item>(sql`
    select ${columns} from dossiers.item i left join access.account a on a.id = i.recorded_by
    where i.dossier_id = ${dossierId} and i.thread_id = ${itemId} and i.superseded_at is null`)
  if (!item) throw itemNotFound()
  return item
}

export type Statement = {
  readonly documentType: string; readonly state: ItemState; readonly title?: string | null | undefined; readonly number?: string | null | undefined; readonly datedOn?: string | null | undefined
  readonly pages?: number | null | undefined; readonly place?: string | null | undefined; readonly basis?: string | null | undefined; readonly sourceId?: string | null | undefined
}

async function insert(db: Db, dossierId: string, thread: { id: string; ordinal: number } | undefined, s: Statement, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.item (id, thread_id, ordinal, dossier_id, document_type, title, number, dated_on, pages, state, place, basis, source_id, recorded_by)
    values (${id}, ${thread?.id ?? id}, ${thread?.ordinal ?? 1}, ${dossierId}, ${s.documentType}, ${s.title || null}, ${s.number || null}, ${s.datedOn ?? null}, ${s.pages ?? null}, ${s.state},
      ${s.place || null}, ${s.basis || null}, ${s.sourceId ?? null}, ${by ?? null})`)
  return id
}

/** The first statement about a paper; answers the identifier that the paper keeps. */
export const insertItem = (db: Db, dossierId: string, statement: Statement, by: string | undefined): Promise<string> => insert(db, dossierId, undefined, statement, by)

/** A later statement about a paper: the former one is superseded and stays. */
export async function restateItem(db: Db, former: Item, changed: Partial<Statement>, by: string | undefined): Promise<number> {
  await db.run(sql`update dossiers.item set superseded_at = platform.moment() where thread_id = ${former.id} and superseded_at is null`)
  await insert(db, former.dossierId, { id: former.id, ordinal: former.version + 1 }, { ...former, ...changed }, by)
  return former.version + 1
}

/** Identifiers of papers of admission files that are in the dossier already. */
export async function sourcesTakenIn(db: Db, dossierId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(sql`select source_id as id from dossiers.item where dossier_id = ${dossierId} and source_id is not null`)
  return new Set(rows.map(({ id }) => id))
}
