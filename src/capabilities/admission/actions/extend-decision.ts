import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { addWorkingDays } from '../../../regulations/index.ts'
import { refuseIncompetent } from '../competence.ts'
import type { admissionContract } from '../contract.ts'
import { extensionTooLong } from '../errors.ts'
import { extensionLeft } from '../guards.ts'
import { isConfirmation } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'

/** Lengthens the time for the decision in a special case; all extensions together may not pass what the rule of the cell's meeting allows. */
export async function extendDecision(ctx: Ctx, input: InputOf<typeof admissionContract.extendDecision>) {
  const begun = await begin(ctx, input, 'extendDecision', input.on)
  const { file, judged, on, settings } = begun
  refuseAll(refusalsOf(begun, 'extendDecision'))
  await refuseIncompetent(ctx, file, on)
  const { left, rule } = extensionLeft(judged)
  if (input.workingDays > left) throw extensionTooLong(input.workingDays, left, rule.value, rule)
  refuseAll(refusalsOfOrder(on, [['recordCellVote', file.cellResolvedOn]]))
  const clock = judged.clocks.find(({ kind }) => kind === (isConfirmation(file) ? 'confirmationDecision' : 'decision'))!
  const dueOn = addWorkingDays(clock.dueOn, input.workingDays, settings.swaps)
  const acted = await perform(begun, {
    act: 'extendDecision', step: isConfirmation(file) ? 'P09' : 'A12', event: 'decisionExtended', facts: { workingDays: input.workingDays, reason: input.reason, dueOn }, rules: [rule],
    change: { extendedBy: file.extendedBy + input.workingDays },
  })
  return { ...acted, dueOn }
}
