import { newId } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

export type Photo = { readonly id: string; readonly proposalId: string; readonly contentHash: string; readonly mediaType: string; readonly byteSize: number; readonly fileName: string }

const columns = sql`id, proposal_id as "proposalId", content_hash as "contentHash", media_type as "mediaType", byte_size as "byteSize", file_name as "fileName"`

/** Photographs of a proposal, in the order in which they came. */
export const listPhotos = (db: Db, proposalId: string): Promise<Photo[]> => db.rows(sql`select ${columns} from member_sheet.photo where proposal_id = ${proposalId} order by recorded_at, id`)

export const findPhoto = (db: Db, id: string): Promise<Photo | undefined> => db.first(sql`select ${columns} from member_sheet.photo where id = ${id}`)

export async function insertPhoto(db: Db, photo: Omit<Photo, 'id'> & { readonly keptBy: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into member_sheet.photo (id, proposal_id, content_hash, media_type, byte_size, file_name, kept_by)
    values (${id}, ${photo.proposalId}, ${photo.contentHash}, ${photo.mediaType}, ${photo.byteSize}, ${photo.fileName}, ${photo.keptBy ?? null})`)
  return id
}
