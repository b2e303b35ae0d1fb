import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { isConfirmation } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'

/** Lays a file whose papers were all found in order before the standing board. Refuses with every paper that is not. */
export async function submitForDecision(ctx: Ctx, input: InputOf<typeof admissionContract.submitForDecision>) {
  const begun = await begin(ctx, input, 'submitForDecision', input.on)
  const { file, on, judged } = begun
  refuseAll([...refusalsOf(begun, 'submitForDecision'), ...refusalsOfOrder(on, [['sendToDeciding', file.sentToDecidingOn]])])
  const clock = judged.clocks.find(({ kind }) => kind === (isConfirmation(file) ? 'confirmationDecision' : 'decision'))
  return perform(begun, {
    act: 'submitForDecision', step: isConfirmation(file) ? 'P09' : 'A12', event: 'submittedForDecision', facts: { dueOn: clock?.dueOn ?? null }, rules: clock?.rules ?? [],
    change: { submittedOn: on },
  })
}
