import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

/** The result was told, card and dossier brought up to date: the file of confirmation is done. */
export async function recordResultReported(ctx: Ctx, input: InputOf<typeof admissionContract.recordResultReported>) {
  const begun = await begin(ctx, input, 'recordResultReported', input.on)
  const { file, judged, on } = begun
  refuseAll([...refusalsOf(begun, 'recordResultReported'), ...refusalsOfOrder(on, [['recordConfirmationDecision', file.decidedOn]])])
  if (file.stage === 'confirmed') await insertDocument(ctx.db, file.id, { code: 'DM-100', datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { rule } = judged.checklist.find(({ code }) => code === 'DM-100')!
  return perform(begun, { act: 'recordResultReported', step: 'P11', event: 'resultReported', rules: [rule] })
}
