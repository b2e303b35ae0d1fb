import { newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, empty, recordedBy, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import type { FaultKind } from '../codes.ts'
import type { CaseDocument } from '../model.ts'

export type NewDocument = Pick<CaseDocument, 'code'> & Partial<Pick<CaseDocument, 'subjectId' | 'number' | 'datedOn' | 'pages' | 'state' | 'replacesId'>> & {
  readonly receivedOn: PlainDate
  readonly sending: number
}

export async function insertDocument(db: Db, caseId: string, d: NewDocument): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into admission.document (id, case_id, type, subject_id, number, dated_on, received_on, pages, state, sending, replaces_id)
    values (${id}, ${caseId}, ${d.code}, ${d.subjectId ?? null}, ${d.number ?? null}, ${d.datedOn ?? null}, ${d.receivedOn}, ${d.pages ?? null}, ${d.state ?? 'toCheck'}, ${d.sending}, ${d.replacesId ?? null})`)
  return id
}

/** The paper is no longer the one that counts; it stays in the history. */
export async function supersedeDocument(db: Db, id: string): Promise<void> {
  await db.run(sql`update admission.document set superseded_at = platform.moment() where id = ${id}`)
}

export type Check = { readonly state: 'valid' | 'needsWork'; readonly fault?: FaultKind | undefined; readonly remark?: string | undefined; readonly datedOn?: PlainDate | undefined }

export async function markDocuments(db: Db, ids: readonly string[], check: Check, by: string | undefined, on: PlainDate): Promise<void> {
  await db.run(sql`
    update admission.document set state = ${check.state}, fault = ${check.fault ?? null}, remark = ${check.remark ?? null}, dated_on = coalesce(${check.datedOn ?? null}, dated_on),
      checked_by = ${by ?? null}, checked_on = ${on} where id = any (${ids}::uuid[])`)
}

export type Scan = { readonly id: string; readonly documentId: string; readonly contentHash: string; readonly mediaType: string; readonly byteSize: number; readonly fileName: string; readonly recordedAt: string }

export async function insertScan(db: Db, scan: Omit<Scan, 'id' | 'recordedAt'> & { readonly uploadedBy: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into admission.scan (id, document_id, content_hash, media_type, byte_size, file_name, uploaded_by)
    values (${id}, ${scan.documentId}, ${scan.contentHash}, ${scan.mediaType}, ${scan.byteSize}, ${scan.fileName}, ${scan.uploadedBy ?? null})`)
  return id
}

const scanColumns = sql`s.id, s.document_id as "documentId", s.content_hash as "contentHash", s.media_type as "mediaType", s.byte_size as "byteSize", s.file_name as "fileName", s.recorded_at as "recordedAt"`

/** Scans of the papers of a file, replaced papers among them; those added by a day and known at a moment, when they are told. */
export function listScans(db: Db, caseId: string, seen?: Seen): Promise<Scan[]> {
  const there = seen ? sql`and ${dayOfMoment(sql`s.recorded_at`)} <= ${seen.on}::date and ${recordedBy(sql`s.recorded_at`, seen.knownAt)}` : empty
  return db.rows(sql`select ${scanColumns} from admission.scan s join admission.document d on d.id = s.document_id where d.case_id = ${caseId} ${there} order by s.recorded_at, s.id`)
}

/** A scan by file, paper and its own identifier, all three of which must fit. */
export function findScan(db: Db, wanted: { caseId: string; documentId: string; scanId: string }): Promise<Scan | undefined> {
  return db.first(sql`select ${scanColumns} from admission.scan s join admission.document d on d.id = s.document_id
    where s.id = ${wanted.scanId} and d.id = ${wanted.documentId} and d.case_id = ${wanted.caseId}`)
}

/** A paper of a file that was decided, with its scans: what the member's dossier takes over. */
export type DecidedPaper = {
  readonly id: string; readonly code: string; readonly number: string | null; readonly datedOn: PlainDate | null; readonly pages: number | null
  readonly scans: readonly { readonly contentHash: string; readonly mediaType: string; readonly byteSize: number; readonly fileName: string }[]
}

/** Papers in order of every file of a person that led to a decision, oldest file first; replaced papers and those found wrong are not among them. */
export function listDecidedPapers(db: Db, personId: string): Promise<DecidedPaper[]> {
  return db.rows(sql`
    select d.id, d.type as code, d.number, d.dated_on as "datedOn", d.pages, coalesce((
      select jsonb_agg(jsonb_build_object('contentHash', s.content_hash, 'mediaType', s.media_type, 'byteSize', s.byte_size, 'fileName', s.file_name) order by s.recorded_at, s.id)
      from admission.scan s where s.document_id = d.id), '[]') as scans
    from admission.document d join admission.case_file c on c.id = d.case_id
    where c.person_id = ${personId} and c.decided_on is not null and d.superseded_at is null and d.state <> 'needsWork' order by c.opened_on, d.recorded_at, d.id`)
}
