import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'

/**
 * Everything is there: application, history with all answers, introductions, opinions, a valid certificate, and every condition met.
 * Refuses with all that is missing at once. The cell's own meeting is judged again, by its own day.
 */
export async function markReadyForCell(ctx: Ctx, input: InputOf<typeof admissionContract.markReadyForCell>) {
  const begun = await begin(ctx, input, 'markReadyForCell', input.on)
  refuseAll(refusalsOf(begun, 'markReadyForCell'))
  const rules = begun.judged.eligibility!.reasons.flatMap(({ rule }) => rule ?? [])
  return perform(begun, { act: 'markReadyForCell', step: 'A08', event: 'markedReadyForCell', rules })
}
