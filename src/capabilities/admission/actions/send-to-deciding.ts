import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { isConfirmation } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'

/** The grassroots committee, or a grassroots cell itself, sends the file to the deciding committee. */
export async function sendToDeciding(ctx: Ctx, input: InputOf<typeof admissionContract.sendToDeciding>) {
  const begun = await begin(ctx, input, 'sendToDeciding', input.on)
  const { file, judged, on } = begun
  refuseAll([...refusalsOf(begun, 'sendToDeciding'), ...refusalsOfOrder(on, [['recordCommitteeVote', file.committeeResolvedOn], ['recordCellVote', file.cellResolvedOn]])])
  const clock = judged.clocks.find(({ kind }) => kind === (isConfirmation(file) ? 'confirmationDecision' : 'decision'))
  return perform(begun, {
    act: 'sendToDeciding', step: isConfirmation(file) ? 'P08' : 'A11', event: 'sentToDeciding', facts: { papers: file.documents.length, dueOn: clock?.dueOn ?? null },
    rules: clock?.rules ?? [], change: { sentToDecidingOn: on },
  })
}
