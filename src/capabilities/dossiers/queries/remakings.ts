import { newId, type PlainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, type Db } from '../../../platform/action/index.ts'
import type { remakingStates } from '../codes.ts'

export type Remaking = {
  readonly id: string; readonly itemId: string | null; readonly documentType: string | null; readonly state: (typeof remakingStates)[number]; readonly statedOn: PlainDate; readonly statement: string
  readonly confirmedOn: PlainDate | null; readonly confirmedBasis: string | null; readonly finishedOn: PlainDate | null; readonly version: number
}

const columns = sql`id, item_id as "itemId", document_type as "documentType", state, stated_on as "statedOn", statement, confirmed_on as "confirmedOn", confirmed_basis as "confirmedBasis",
  finished_on as "finishedOn", version`

/** Remakings of a dossier, as known at a moment, newest first. */
export function listRemakings(db: Db, dossierId: string, knownAt?: string): Promise<Remaking[]> {
  return db.rows(sql`select ${columns} from ${rowsKnown('dossiers.remaking', knownAt)} m where dossier_id = ${dossierId} order by stated_on desc, id desc`)
}

export function findRemaking(db: Db, id: string): Promise<(Remaking & { dossierId: string }) | undefined> {
  return db.first(sql`select ${columns}, dossier_id as "dossierId" from dossiers.remaking where id = ${id}`)
}

export async function insertRemaking(db: Db, r: { dossierId: string; itemId: string | undefined; documentType: string | undefined; statedOn: PlainDate; statement: string; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.remaking (id, dossier_id, item_id, document_type, state, stated_on, statement, recorded_by)
    values (${id}, ${r.dossierId}, ${r.itemId ?? null}, ${r.documentType ?? null}, 'stated', ${r.statedOn}, ${r.statement}, ${r.by ?? null})`)
  return id
}

export async function confirm(db: Db, id: string, confirmedOn: PlainDate, basis: string): Promise<void> {
  await db.run(sql`update dossiers.remaking set state = 'confirmed', confirmed_on = ${confirmedOn}, confirmed_basis = ${basis}, version = version + 1 where id = ${id}`)
}

export async function finish(db: Db, id: string, finishedOn: PlainDate): Promise<void> {
  await db.run(sql`update dossiers.remaking set state = 'finished', finished_on = ${finishedOn}, version = version + 1 where id = ${id}`)
}
