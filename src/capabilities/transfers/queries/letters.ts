import { newId, type PlainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import type { VoidReason } from '../codes.ts'
import type { Letter } from '../model.ts'

/** Letters of a transfer that were issued by a day, as known at a moment, oldest first; one that served no more later still served. */
export function listLetters(db: Db, transferId: string, { on, knownAt }: Seen): Promise<Letter[]> {
  return db.rows(sql`
    select id, ordinal, number, issued_on as "issuedOn", issuer_id as "issuerId", issuer_name as "issuerName", document_type as "documentType", present_by as "presentBy", attachments,
      dues_paid_until as "duesPaidUntil", case when handed_on <= ${on}::date then handed_on end as "handedOn", case when void_on <= ${on}::date then void_on end as "voidOn",
      case when void_on <= ${on}::date then void_reason end as "voidReason"
    from ${rowsKnown('transfers.letter', knownAt)} l where transfer_id = ${transferId} and issued_on <= ${on}::date order by ordinal`)
}

export type NewLetter = Pick<Letter, 'number' | 'issuedOn' | 'issuerId' | 'issuerName' | 'documentType' | 'presentBy'> & Partial<Pick<Letter, 'attachments' | 'duesPaidUntil' | 'handedOn'>> & { readonly by: string | undefined }

export async function insertLetter(db: Db, transferId: string, l: NewLetter): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into transfers.letter (id, transfer_id, ordinal, number, issued_on, issuer_id, issuer_name, document_type, present_by, attachments, dues_paid_until, handed_on, recorded_by)
    values (${id}, ${transferId}, (select coalesce(max(ordinal), 0) + 1 from transfers.letter where transfer_id = ${transferId}), ${l.number}, ${l.issuedOn}, ${l.issuerId}, ${l.issuerName}, ${l.documentType},
      ${l.presentBy}, ${[...(l.attachments ?? [])]}, ${l.duesPaidUntil ?? null}, ${l.handedOn ?? null}, ${l.by ?? null})`)
  return id
}

/** The letter in force was handed to the member. */
export async function markHanded(db: Db, transferId: string, on: PlainDate): Promise<void> {
  await db.run(sql`update transfers.letter set handed_on = ${on} where transfer_id = ${transferId} and void_on is null`)
}

/** The letter in force, if there is one, serves no more. */
export async function voidLetters(db: Db, transferId: string, on: PlainDate, reason: VoidReason): Promise<void> {
  await db.run(sql`update transfers.letter set void_on = ${on}, void_reason = ${reason} where transfer_id = ${transferId} and void_on is null`)
}
