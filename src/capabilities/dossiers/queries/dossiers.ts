import { newId, type PlainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import { dossierNotFound } from '../errors.ts'

export type Dossier = {
  readonly id: string; readonly personId: string; readonly fullName: string; readonly cellId: string; readonly keeperId: string; readonly keeper: string
  readonly room: string | null; readonly cabinet: string | null; readonly box: string | null; readonly folder: string | null
  readonly openedOn: PlainDate; readonly basis: string | null; readonly events: string[]; readonly version: number
}

const columnsOn = (on: PlainDate | undefined) => sql`d.id, d.person_id as "personId", p.full_name as "fullName", p.keeper_id as "cellId", d.keeper_id as "keeperId", coalesce(organisations.name_on(d.keeper_id, coalesce(${on ?? null}::date, access.today())), '') as keeper,
  d.room, d.cabinet, d.box, d.folder, d.opened_on as "openedOn", d.basis, d.events, d.version`
const columns = columnsOn(undefined)
const from = sql`from dossiers.dossier d join members.person p on p.id = d.person_id`

/** The dossier of a person on a day, as known at a moment; none before it was opened. */
export function findDossierSeen(db: Db, personId: string, { on, knownAt }: Seen): Promise<Dossier | undefined> {
  return db.first(sql`select ${columnsOn(on)} from ${rowsKnown('dossiers.dossier', knownAt)} d join members.person p on p.id = d.person_id where d.person_id = ${personId} and d.opened_on <= ${on}::date`)
}

export function findDossierOf(db: Db, personId: string): Promise<Dossier | undefined> {
  return db.first(sql`select ${columns} ${from} where d.person_id = ${personId}`)
}

/** A dossier, locked until the end of the transaction. Refuses `dossiers.dossierNotFound`. */
export async function lockDossier(db: Db, id: string): Promise<Dossier> {
  const dossier = await db.first<Dossier>(sql`select ${columns} ${from} where d.id = ${id} for update of d`)
  if (!dossier) throw dossierNotFound()
  return dossier
}

export type Place = { room?: string | undefined; cabinet?: string | undefined; box?: string | undefined; folder?: string | undefined }

const orNull = (text: string | undefined) => text || null

export async function insertDossier(db: Db, d: Place & { personId: string; keeperId: string; openedOn: PlainDate; basis?: string | undefined; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.dossier (id, person_id, keeper_id, room, cabinet, box, folder, opened_on, basis, recorded_by)
    values (${id}, ${d.personId}, ${d.keeperId}, ${orNull(d.room)}, ${orNull(d.cabinet)}, ${orNull(d.box)}, ${orNull(d.folder)}, ${d.openedOn}, ${orNull(d.basis)}, ${d.by ?? null})`)
  return id
}

export async function describe(db: Db, id: string, { room, cabinet, box, folder, events }: Place & { events: readonly string[] }): Promise<void> {
  await db.run(sql`
    update dossiers.dossier set room = ${orNull(room)}, cabinet = ${orNull(cabinet)}, box = ${orNull(box)}, folder = ${orNull(folder)}, events = ${[...events]}::text[], version = version + 1
    where id = ${id}`)
}
