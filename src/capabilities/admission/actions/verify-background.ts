import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { backgroundReplyDue } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { caseNotFound, verificationAnswered, verificationNotFound } from '../errors.ts'
import { begin, perform, refusalsOf, refusalsOfOrder, refuseAll } from '../perform.ts'
import { findCaseById } from '../queries/cases.ts'
import { insertVerification, recordReply } from '../queries/steps.ts'

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

/** Opens what the places answered about the applicant and relatives, for this one answer. Who and why go into the trail first. Refuses `admission.caseNotFound`. */
export async function openVerifications(ctx: Ctx, { id, reason }: InputOf<typeof admissionContract.openVerifications>) {
  const file = await findCaseById(ctx.db, id)
  if (!file) throw caseNotFound()
  await ctx.authorise('admission.openVerifications', { organisationId: file.cellId })
  await ctx.audit({ event: 'admission.verificationsOpened', subject: { type: 'caseFile', id }, personId: file.personId, organisationId: file.cellId, facts: { classes: ['history'], reason } })
  return { openedAt: ctx.now, verifications: file.verifications.flatMap((each) => (each.outcome ? [{ id: each.id, outcome: each.outcome }] : [])) }
}
