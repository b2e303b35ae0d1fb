import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { documentNotFound } from '../errors.ts'
import { sendingNow } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { insertDocument, supersedeDocument } from '../queries/documents.ts'
import { refusalsOfPaperDays, stepOfPaper } from './record-document.ts'

/** Records the paper that takes the place of another. The former one stays in the history with what was wrong with it. */
export async function replaceDocument(ctx: Ctx, input: InputOf<typeof admissionContract.replaceDocument>) {
  const begun = await begin(ctx, input, 'replaceDocument')
  const { file, judged } = begun
  refuseAll([...refusalsOf(begun, 'replaceDocument'), ...refusalsOfPaperDays(ctx, input.datedOn, input.receivedOn)])
  const former = file.documents.find(({ id }) => id === input.documentId)
  if (!former) throw documentNotFound()
  const { step, rule } = stepOfPaper(judged, former.code)
  await supersedeDocument(ctx.db, former.id)
  const documentId = await insertDocument(ctx.db, file.id, {
    code: former.code, subjectId: input.subjectId ?? former.subjectId, number: input.number, datedOn: input.datedOn, pages: input.pages,
    receivedOn: input.receivedOn ?? ctx.today, sending: sendingNow(file), replacesId: former.id,
  })
  const facts = { documentId, replaces: former.id, code: former.code, number: input.number ?? null, datedOn: input.datedOn ?? null }
  const acted = await perform(begun, { act: 'replaceDocument', step, event: 'documentReplaced', facts, rules: [rule] })
  return { ...acted, documentId }
}
