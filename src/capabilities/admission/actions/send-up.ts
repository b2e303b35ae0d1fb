import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { sendUpWorkingDays } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { isConfirmation } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'

/** The cell sends its resolution and the file to the committee above. A grassroots cell uses `sendToDeciding`. */
export async function sendUp(ctx: Ctx, input: InputOf<typeof admissionContract.sendUp>) {
  const begun = await begin(ctx, input, 'sendUp', input.on)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'sendUp'), ...refusalsOfOrder(on, [[isConfirmation(file) ? 'recordConfirmationVote' : 'recordCellVote', file.cellResolvedOn]])])
  const rule = sendUpWorkingDays.usedOn(file.cellResolvedOn!, settings.overrides)
  return perform(begun, { act: 'sendUp', step: isConfirmation(file) ? 'P06' : 'A09', event: 'sentUp', facts: { papers: file.documents.length }, rules: [rule], change: { sentUpOn: on } })
}
