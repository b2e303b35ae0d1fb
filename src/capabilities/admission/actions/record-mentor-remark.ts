import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { remarkDue } from '../clocks.ts'
import { remarkBeforeProbation } from '../errors.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { insertRemark } from '../queries/steps.ts'

/** Records the monthly remark of the mentor in the cell. The text stays with the file; the trail says only that it was written. */
export async function recordMentorRemark(ctx: Ctx, input: InputOf<typeof admissionContract.recordMentorRemark>) {
  const begun = await begin(ctx, input, 'recordMentorRemark', input.writtenOn)
  const { file, settings } = begun
  refuseAll(refusalsOf(begun, 'recordMentorRemark'))
  if (file.probationFrom && input.writtenOn < file.probationFrom) throw remarkBeforeProbation(input.writtenOn, file.probationFrom)
  await insertRemark(ctx.db, file.id, { writtenOn: input.writtenOn, text: input.text, by: ctx.actor.accountId })
  const due = remarkDue(file, settings)
  return perform(begun, { act: 'recordMentorRemark', step: 'P01', event: 'mentorRemarkRecorded', facts: { dueOn: due?.dueOn ?? null }, rules: due ? [due.rule] : [] })
}
