import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { dossierOpeningDue } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

/** The member's history and sheet were made: the file of admission is done. Refuses while no mentor was assigned. */
export async function recordDossierOpened(ctx: Ctx, input: InputOf<typeof admissionContract.recordDossierOpened>) {
  const begun = await begin(ctx, input, 'recordDossierOpened', input.openedOn)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'recordDossierOpened'), ...refusalsOfOrder(on, [['recordCeremony', file.ceremonyOn]])])
  for (const code of ['HSĐV-1', 'HSĐV-2'])
    if (!file.documents.some((paper) => paper.code === code)) await insertDocument(ctx.db, file.id, { code, datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { dueOn, rules } = dossierOpeningDue(file.ceremonyOn!, settings)
  return perform(begun, { act: 'recordDossierOpened', step: 'A14', event: 'dossierOpened', facts: { dueOn, isLate: on > dueOn }, rules, change: { dossierOpenedOn: on } })
}
