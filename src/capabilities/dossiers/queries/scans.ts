import { newId } from '../../../kernel/index.ts'
import { sql, stoodAt, type Db } from '../../../platform/action/index.ts'

export type Scan = {
  readonly id: string; readonly itemId: string; readonly contentHash: string; readonly mediaType: string; readonly byteSize: number; readonly pages: number | null
  readonly fileName: string; readonly part: number | null; readonly recordedAt: string
}

const columns = sql`s.id, s.item_id as "itemId", s.content_hash as "contentHash", s.media_type as "mediaType", s.byte_size as "byteSize", s.pages, s.file_name as "fileName", s.part, s.recorded_at as "recordedAt"`

/** Scans of the papers of a dossier, as known at a moment, in the order of their parts. */
export function listScansOf(db: Db, dossierId: string, knownAt?: string): Promise<Scan[]> {
  return db.rows(sql`
    select ${columns} from dossiers.scan s join dossiers.item i on i.id = s.item_id
    where i.dossier_id = ${dossierId} and ${stoodAt('s', knownAt)} order by s.part nulls last, s.recorded_at, s.id`)
}

export type ScanInDossier = Scan & { readonly dossierId: string; readonly personId: string; readonly documentType: string }

export function findScan(db: Db, id: string): Promise<ScanInDossier | undefined> {
  return db.first(sql`
    select ${columns}, i.dossier_id as "dossierId", d.person_id as "personId", i.document_type as "documentType"
    from dossiers.scan s join dossiers.item i on i.id = s.item_id join dossiers.dossier d on d.id = i.dossier_id
    where s.id = ${id} and s.superseded_at is null`)
}

/** A scan with the same bytes with a paper of the type, in the same dossier. */
export function findTwin(db: Db, dossierId: string, documentType: string, contentHash: string): Promise<Scan | undefined> {
  return db.first(sql`
    select ${columns} from dossiers.scan s join dossiers.item i on i.id = s.item_id
    where s.content_hash = ${contentHash} and s.superseded_at is null and i.dossier_id = ${dossierId} and i.document_type = ${documentType} limit 1`)
}

export type NewScan = Omit<Scan, 'id' | 'recordedAt'> & { readonly uploadedBy: string | undefined }

export async function insertScan(db: Db, scan: NewScan): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.scan (id, item_id, content_hash, media_type, byte_size, pages, file_name, part, uploaded_by)
    values (${id}, ${scan.itemId}, ${scan.contentHash}, ${scan.mediaType}, ${scan.byteSize}, ${scan.pages}, ${scan.fileName}, ${scan.part}, ${scan.uploadedBy ?? null})`)
  return id
}

export async function supersedeScan(db: Db, id: string): Promise<void> {
  await db.run(sql`update dossiers.scan set superseded_at = platform.moment() where id = ${id}`)
}

/** People with one of the hashes among their scans, by hash. */
export function peopleWithHashes(db: Db, hashes: readonly string[]): Promise<{ contentHash: string; personId: string; documentType: string }[]> {
  return db.rows(sql`
    select s.content_hash as "contentHash", d.person_id as "personId", i.document_type as "documentType"
    from dossiers.scan s join dossiers.item i on i.id = s.item_id join dossiers.dossier d on d.id = i.dossier_id
    where s.superseded_at is null and s.content_hash = any (${[...hashes]}::text[])`)
}

export type NamedPerson = { readonly id: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly identityNumbers: readonly string[]; readonly foldedName: string; readonly opened: boolean }

/** People of the part, below the organisation where one is given, who have one of the identity numbers or one of the folded names without blanks. */
export function peopleNamed(db: Db, wanted: { organisationId: string | undefined; personId: string | undefined; numbers: readonly string[]; names: readonly string[] }): Promise<NamedPerson[]> {
  const below = wanted.organisationId ? sql`and p.keeper_id = any (array(select c.descendant_id from organisations.closure c where c.ancestor_id = ${wanted.organisationId} and c.valid_during @> access.today()))` : sql``
  const names = sql`replace(platform.fold(p.full_name), ' ', '')`
  const who = wanted.personId ? sql`p.id = ${wanted.personId}` : sql`(p.identity_number = any (${[...wanted.numbers]}::text[]) or p.old_identity_number = any (${[...wanted.numbers]}::text[]) or ${names} = any (${[...wanted.names]}::text[]))`
  return db.rows(sql`
    select p.id, p.full_name as "fullName", p.born_on as "bornOn", p.keeper_id as "cellId", array_remove(array[p.identity_number, p.old_identity_number], null) as "identityNumbers", ${names} as "foldedName",
      exists (select from dossiers.dossier d where d.person_id = p.id) as opened
    from members.person p where p.withdrawn_at is null and ${who} ${below}
      and exists (select from members.membership m where m.person_id = p.id and m.superseded_at is null)
    order by p.sort_key limit 2000`)
}
