import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { votesOf } from '../guards.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'

/** After the last vote without two thirds: reports to the direct superior, who decides. */
export async function reportDeadlock(ctx: Ctx, input: InputOf<typeof admissionContract.reportDeadlock>) {
  const begun = await begin(ctx, input, 'reportDeadlock', input.on)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'reportDeadlock'), ...refusalsOfOrder(on, [['recordConfirmationVote', file.votes.at(-1)?.heldOn ?? null]])])
  const { rule, held } = votesOf(file, 'cell', on, settings.overrides)
  return perform(begun, { act: 'reportDeadlock', step: 'P06', event: 'deadlockReported', facts: { number: input.number ?? null, lostVotes: held }, rules: [rule] })
}
