import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { backgroundReplyDue } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertVerification } from '../queries/steps.ts'

/** Asks a place to check the personal history of the candidate or a relative. The limit for the answer is that of the day it is sent. */
export async function requestVerification(ctx: Ctx, input: InputOf<typeof admissionContract.requestVerification>) {
  const begun = await begin(ctx, input, 'requestVerification', input.askedOn)
  refuseAll([...refusalsOf(begun, 'requestVerification'), ...refusalsOfOrder(input.askedOn, [['openCase', begun.file.openedOn]])])
  const verificationId = await insertVerification(ctx.db, begun.file.id, input)
  const { dueOn, rules } = backgroundReplyDue(input.askedOn, input.abroad, begun.settings)
  const facts = { verificationId, about: input.about, place: input.place, abroad: input.abroad, dueOn }
  const acted = await perform(begun, { act: 'requestVerification', step: 'A06', event: 'verificationRequested', facts, rules })
  return { ...acted, verificationId }
}
