import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { dossierOpeningDue, stepOf } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refusalsOf, refusalsOfOrder, refuseAll } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

/** The member's history and sheet were made: the file of admission is done. Refuses while no mentor was assigned. */
export async function recordDossierOpened(ctx: Ctx, input: InputOf<typeof admissionContract.recordDossierOpened>) {
  const begun = await begin(ctx, input, 'recordDossierOpened', input.openedOn)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'recordDossierOpened'), ...refusalsOfOrder(on, [['recordCeremony', file.ceremonyOn]])])
  for (const code of stepOf('A14').documents)
    if (!file.documents.some((paper) => paper.code === code)) await insertDocument(ctx.db, file.id, { code, datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { dueOn, rules } = dossierOpeningDue(file.ceremonyOn!, settings)
  return perform(begun, { act: 'recordDossierOpened', step: 'A14', event: 'dossierOpened', facts: { dueOn, isLate: on > dueOn }, rules, change: { dossierOpenedOn: on } })
}

/** The result was told, card and dossier brought up to date: the file of confirmation is done. */
export async function recordResultReported(ctx: Ctx, input: InputOf<typeof admissionContract.recordResultReported>) {
  const begun = await begin(ctx, input, 'recordResultReported', input.on)
  const { file, judged, on } = begun
  refuseAll([...refusalsOf(begun, 'recordResultReported'), ...refusalsOfOrder(on, [['recordConfirmationDecision', file.decidedOn]])])
  if (file.stage === 'confirmed') await insertDocument(ctx.db, file.id, { code: 'DM-100', datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { rule } = judged.checklist.find(({ code }) => code === 'DM-100')!
  return perform(begun, { act: 'recordResultReported', step: 'P11', event: 'resultReported', rules: [rule] })
}
