import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { ceremonyDue } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { receiptBeforeDecision } from '../errors.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'

/** Records the day on which the cell received the decision; under some rules the time for the ceremony runs from it. */
export async function recordReceipt(ctx: Ctx, input: InputOf<typeof admissionContract.recordReceipt>) {
  const { receivedOn } = input
  const begun = await begin(ctx, input, 'recordReceipt', receivedOn)
  const { file, settings } = begun
  refuseAll(refusalsOf(begun, 'recordReceipt'))
  if (receivedOn < file.decidedOn!) throw receiptBeforeDecision(receivedOn, file.decidedOn!)
  const { dueOn, rules } = ceremonyDue({ decidedOn: file.decidedOn!, receivedOn }, settings)
  return perform(begun, { act: 'recordReceipt', step: 'A13', event: 'decisionReceived', facts: { dueOn }, rules, change: { decisionReceivedOn: receivedOn } })
}
