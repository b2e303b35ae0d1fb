import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { backgroundReplyDue } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { verificationAnswered, verificationNotFound } from '../errors.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { recordReply } from '../queries/steps.ts'

/** Records the answer of a place: by letter, or by a remark on the applicant's history itself. A late answer counts all the same. */
export async function recordVerificationReply(ctx: Ctx, input: InputOf<typeof admissionContract.recordVerificationReply>) {
  const begun = await begin(ctx, input, 'recordVerificationReply', input.repliedOn)
  const asked = begun.file.verifications.find(({ id }) => id === input.verificationId)
  if (!asked) throw verificationNotFound()
  if (asked.repliedOn) throw verificationAnswered(asked.place, asked.repliedOn)
  refuseAll([...refusalsOf(begun, 'recordVerificationReply'), ...refusalsOfOrder(input.repliedOn, [['requestVerification', asked.askedOn]])])
  await recordReply(ctx.db, asked.id, input)
  const { dueOn, rules } = backgroundReplyDue(asked.askedOn, asked.abroad, begun.settings)
  const facts = { verificationId: asked.id, place: asked.place, byLetter: input.byLetter, dueOn, isLate: input.repliedOn > dueOn }
  return perform(begun, { act: 'recordVerificationReply', step: 'A06', event: 'verificationReplied', facts, rules })
}
