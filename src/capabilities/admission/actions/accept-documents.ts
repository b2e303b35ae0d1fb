import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { documentNotFound } from '../errors.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { markDocuments } from '../queries/documents.ts'

/** Finds several papers valid at once. */
export async function acceptDocuments(ctx: Ctx, input: InputOf<typeof admissionContract.acceptDocuments>) {
  const begun = await begin(ctx, input, 'acceptDocuments')
  refuseAll(refusalsOf(begun, 'acceptDocuments'))
  const known = new Set(begun.file.documents.map(({ id }) => id))
  if (!input.documentIds.every((id) => known.has(id))) throw documentNotFound()
  await markDocuments(ctx.db, input.documentIds, { state: 'valid' }, ctx.actor.accountId, ctx.today)
  return perform(begun, { act: 'acceptDocuments', step: null, event: 'documentsAccepted', facts: { documentIds: input.documentIds } })
}
