import { newId, type PlainDate } from '../../../kernel/index.ts'
import { empty, recordedBy, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import type { Level } from '../codes.ts'
import type { ReturnReason, Verification, Vote } from '../model.ts'

export async function insertVerification(db: Db, caseId: string, v: Pick<Verification, 'about' | 'place' | 'abroad' | 'askedOn'>): Promise<string> {
  const id = newId()
  await db.run(sql`insert into admission.verification (id, case_id, about, place, abroad, asked_on) values (${id}, ${caseId}, ${v.about}, ${v.place}, ${v.abroad}, ${v.askedOn})`)
  return id
}

export async function recordReply(db: Db, id: string, reply: { repliedOn: PlainDate; byLetter: boolean; outcome: string }): Promise<void> {
  await db.run(sql`update admission.verification set replied_on = ${reply.repliedOn}, by_letter = ${reply.byLetter}, outcome = ${reply.outcome} where id = ${id}`)
}

export async function insertVote(db: Db, caseId: string, vote: Omit<Vote, 'id'>): Promise<void> {
  await db.run(sql`
    insert into admission.vote (id, case_id, level, question, ordinal, held_on, roll, excluded, denominator, required, present, in_favour, against, invalid, outcome, resolution_number, rule)
    values (${newId()}, ${caseId}, ${vote.level}, ${vote.question}, ${vote.ordinal}, ${vote.heldOn}, ${vote.roll}, ${JSON.stringify(vote.excluded)}, ${vote.denominator}, ${vote.required},
      ${vote.present}, ${vote.inFavour}, ${vote.against}, ${vote.invalid}, ${vote.outcome}, ${vote.resolutionNumber}, ${JSON.stringify(vote.rule)})`)
}

export type NewReturn = { readonly returnedOn: PlainDate; readonly fromLevel: Level; readonly toLevel: Level; readonly dueOn: PlainDate; readonly reasons: readonly Omit<ReturnReason, 'id'>[] }

export async function insertReturn(db: Db, caseId: string, r: NewReturn): Promise<string> {
  const id = newId()
  await db.run(sql`insert into admission.return (id, case_id, returned_on, from_level, to_level, due_on) values (${id}, ${caseId}, ${r.returnedOn}, ${r.fromLevel}, ${r.toLevel}, ${r.dueOn})`)
  for (const [i, reason] of r.reasons.entries())
    await db.run(sql`
      insert into admission.return_reason (id, return_id, ordinal, document_type, document_id, condition, what, todo, kind)
      values (${newId()}, ${id}, ${i + 1}, ${reason.documentType}, ${reason.documentId}, ${reason.condition}, ${reason.what}, ${reason.todo}, ${reason.kind})`)
  return id
}

export async function closeReturn(db: Db, id: string, end: { resentOn?: PlainDate; withdrawnOn?: PlainDate; note?: string | undefined }): Promise<void> {
  await db.run(sql`update admission.return set resent_on = ${end.resentOn ?? null}, withdrawn_on = ${end.withdrawnOn ?? null}, note = ${end.note ?? null} where id = ${id}`)
}

export async function insertRemark(db: Db, caseId: string, remark: { writtenOn: PlainDate; text: string; by: string | undefined }): Promise<void> {
  await db.run(sql`insert into admission.mentor_remark (id, case_id, written_on, text, written_by) values (${newId()}, ${caseId}, ${remark.writtenOn}, ${remark.text}, ${remark.by ?? null})`)
}

/** Remarks of the mentor, newest first; up to a day and as known at a moment, when they are told. */
export function listRemarks(db: Db, caseId: string, seen?: Seen): Promise<{ writtenOn: PlainDate; text: string }[]> {
  const told = seen ? sql`and written_on <= ${seen.on}::date and ${recordedBy(sql`recorded_at`, seen.knownAt)}` : empty
  return db.rows(sql`select written_on as "writtenOn", text from admission.mentor_remark where case_id = ${caseId} ${told} order by written_on desc, recorded_at desc`)
}
