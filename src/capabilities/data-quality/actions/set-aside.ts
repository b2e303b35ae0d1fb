import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { dataQualityContract } from '../contract.ts'
import { alreadySetAside, factChanged, faultGone, setAsideLifted } from '../errors.ts'
import { findFaultFact } from '../queries/faults.ts'
import { endSetAside, findLiveSetAside, insertSetAside, lockSetAside } from '../queries/set-asides.ts'
import { askedOf } from './asked.ts'

type Contract = typeof dataQualityContract

/**
 * Says that what a rule calls wrong is really so. Kept with the fact as it is now: another fact makes the fault come back.
 * Refuses `faultGone`, `factChanged` since it was seen, `alreadySetAside`.
 */
export async function setAside(ctx: Ctx, { organisationId, rule, subjectId, mark, reason }: InputOf<Contract['setAside']>): Promise<AnswerOf<Contract['setAside']>> {
  await ctx.authorise('dataQuality.setAside', { organisationId })
  const fault = await findFaultFact(ctx.db, await askedOf(ctx, organisationId, {}, [rule]), subjectId)
  if (!fault) throw faultGone()
  if (!fault.digest.startsWith(mark)) throw factChanged()
  const former = await findLiveSetAside(ctx.db, rule, subjectId)
  if (former?.fact === fault.digest) throw alreadySetAside()
  if (former) await endSetAside(ctx, former.id)
  const setAsideId = await insertSetAside(ctx, { rule, subjectId, personId: fault.personId, organisationId: fault.organisationId, fact: fault.digest, reason })
  await ctx.audit({
    event: 'dataQuality.setAside', subject: { type: 'fault', id: subjectId }, organisationId: fault.organisationId, ...(fault.personId ? { personId: fault.personId } : {}), facts: { rule, reason },
  })
  return { setAsideId }
}

/** Takes back that something is really so: it is on the list again. Refuses `setAsideNotFound`, `setAsideLifted`. */
export async function liftSetAside(ctx: Ctx, { setAsideId }: InputOf<Contract['liftSetAside']>): Promise<AnswerOf<Contract['liftSetAside']>> {
  const { rule, subjectId, personId, organisationId, isLive } = await lockSetAside(ctx.db, setAsideId)
  await ctx.authorise('dataQuality.setAside', { organisationId })
  if (!isLive) throw setAsideLifted()
  await endSetAside(ctx, setAsideId)
  await ctx.audit({ event: 'dataQuality.setAsideLifted', subject: { type: 'fault', id: subjectId }, organisationId, ...(personId ? { personId } : {}), facts: { rule } })
  return { done: true }
}
