import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { documentNotFound, faultMissing } from '../errors.ts'
import { begin, perform, refusalsOf, refuseAll } from '../perform.ts'
import { markDocuments } from '../queries/documents.ts'
import { refusalsOfPaperDays } from './record-document.ts'

/**
 * Finds a paper valid, or says what is wrong with it. The day that really stands on the paper may be put right here; whether the paper
 * is too old is then found by the rule. Refuses `admission.faultMissing` when nobody would know what to mend.
 */
export async function checkDocument(ctx: Ctx, input: InputOf<typeof admissionContract.checkDocument>) {
  const begun = await begin(ctx, input, 'checkDocument')
  refuseAll([...refusalsOf(begun, 'checkDocument'), ...refusalsOfPaperDays(begun, { datedOn: input.datedOn })])
  const paper = begun.file.documents.find(({ id }) => id === input.documentId)
  if (!paper) throw documentNotFound()
  if (input.state === 'needsWork' && !input.fault) throw faultMissing()
  const fault = input.state === 'needsWork' ? input.fault : undefined
  await markDocuments(ctx.db, [paper.id], { ...input, fault }, ctx.actor.accountId, ctx.today)
  const facts = { documentId: paper.id, code: paper.code, state: input.state, fault: fault ?? null, datedOn: input.datedOn ?? null, formerDatedOn: paper.datedOn }
  return perform(begun, { act: 'checkDocument', step: null, event: 'documentChecked', facts })
}

/** Finds several papers valid at once. */
export async function acceptDocuments(ctx: Ctx, input: InputOf<typeof admissionContract.acceptDocuments>) {
  const begun = await begin(ctx, input, 'acceptDocuments')
  refuseAll(refusalsOf(begun, 'acceptDocuments'))
  const known = new Set(begun.file.documents.map(({ id }) => id))
  if (!input.documentIds.every((id) => known.has(id))) throw documentNotFound()
  await markDocuments(ctx.db, input.documentIds, { state: 'valid' }, ctx.actor.accountId, ctx.today)
  return perform(begun, { act: 'acceptDocuments', step: null, event: 'documentsAccepted', facts: { documentIds: input.documentIds } })
}
