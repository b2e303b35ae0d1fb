import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

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
