import type { Ctx } from '../../../../platform/action/index.ts'
import type { InputOf } from '../../../../platform/http/index.ts'
import { endingComplaintDue } from '../../../../regulations/index.ts'
import { restoreMembership } from '../../../members/index.ts'
import { loadOverrides } from '../../../rulebook/index.ts'
import { refuseStale, refuseTomorrow } from '../../actions/checks.ts'
import { complainedAlready, complaintTooLate, daysOutOfOrder, noComplaint, notAtThisStage } from '../../errors.ts'
import type { endingsContract } from '../contract.ts'
import { endingActNames, endingStageNames } from '../messages.vi.ts'
import { nextStage } from '../model.ts'
import { insertEndingStep, loadEnding, updateEnding } from '../queries/endings.ts'

/** Who was struck off complains. Refuses `lifecycle.notAtThisStage`, `lifecycle.complainedAlready`, `lifecycle.complaintTooLate` (with the rule), `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`. */
export async function complainOfEnding(ctx: Ctx, { endingId, version, on, complaint }: InputOf<typeof endingsContract.complainOfEnding>) {
  const ending = await loadEnding(ctx.db, endingId, { lock: true })
  await ctx.authorise('lifecycle.recordComplaint', { personId: ending.personId })
  refuseStale(version, ending.version)
  refuseTomorrow(ctx, on)
  if (ending.kind !== 'strikeOff' || !nextStage(ending.stage, 'complain')) throw notAtThisStage(endingActNames.complain, endingStageNames[ending.stage])
  if (ending.complainedOn) throw complainedAlready(ending.complainedOn)
  if (on < ending.receivedOn!) throw daysOutOfOrder(ending.receivedOn!, on)
  const { rule } = endingComplaintDue(ending.receivedOn!, await loadOverrides(ctx.db))
  if (on > ending.complaintDueOn!) throw complaintTooLate(on, ending.complaintDueOn!, rule)
  await updateEnding(ctx.db, endingId, { complainedOn: on, complaint })
  await insertEndingStep(ctx.db, { endingId, act: 'complain', on, to: ending.stage, facts: { note: complaint }, rules: [rule] }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.endingComplained', subject: { type: 'person', id: ending.personId }, personId: ending.personId, organisationId: ending.cellId, facts: { endingId, on } })
  return { done: true as const }
}

/**
 * The committee above upholds the end of a membership that was complained of, or annuls it, with or without a complaint: membership, party age, status and cell run on
 * as if nothing had ended; posts, files, what was taken back and the card do not come back by themselves. A death that was recorded in error is annulled in the same way.
 * Refuses `lifecycle.noComplaint`, `lifecycle.notAtThisStage`, `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`, `members.memberAgain`, `members.notEnded`, `members.cellGone`.
 */
export async function reviewEnding(ctx: Ctx, { endingId, version, outcome, decisionNumber, decidedOn, issuedBy, reason }: InputOf<typeof endingsContract.reviewEnding>) {
  const ending = await loadEnding(ctx.db, endingId, { lock: true })
  const { personId, endedOn } = ending
  await ctx.authorise('lifecycle.reviewEnding', { personId })
  refuseStale(version, ending.version)
  refuseTomorrow(ctx, decidedOn)
  const act = outcome === 'annulled' ? 'annul' : 'uphold'
  const to = nextStage(ending.stage, act)
  if (!to) throw notAtThisStage(endingActNames[act], endingStageNames[ending.stage])
  if (outcome === 'upheld' && !ending.complainedOn) throw noComplaint()
  if (decidedOn < endedOn!) throw daysOutOfOrder(endedOn!, decidedOn)
  if (outcome === 'annulled') await restoreMembership(ctx, { personId, endedOn: endedOn!, basis: decisionNumber })
  await updateEnding(ctx.db, endingId, { stage: to, ...(to === ending.stage ? {} : { stageSince: decidedOn }), reviewOutcome: outcome, reviewNumber: decisionNumber, reviewedOn: decidedOn, reviewedBy: issuedBy, reviewReason: reason })
  await insertEndingStep(ctx.db, { endingId, act, on: decidedOn, to, facts: { note: decisionNumber } }, ctx.actor.accountId)
  await ctx.audit({ event: outcome === 'annulled' ? 'lifecycle.endingAnnulled' : 'lifecycle.endingUpheld', subject: { type: 'person', id: personId }, personId, organisationId: ending.cellId, facts: { endingId, kind: ending.kind, decisionNumber, decidedOn, issuedBy } })
  return { done: true as const }
}
