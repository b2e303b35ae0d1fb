import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { exemptionGroundsOn } from '../../../regulations/index.ts'
import { changeStatus, lockPerson } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { measuresContract } from '../measures-contract.ts'
import { daysOutOfOrder, groundNotAllowed, measureEnded } from '../errors.ts'
import { basisWords, exemptionGroundNames } from '../messages.vi.ts'
import { insertExemption, keepReturn, lockMeasure } from '../queries/measures.ts'
import { refuseStale, refuseTomorrow } from './checks.ts'
import { refuseOtherStatus } from './suspension.ts'

/**
 * Exempts a full member from work and meetings from a day by decision of the cell. Absent, the member is in no voting denominator. Refuses `lifecycle.groundNotAllowed`
 * (with the rule of the day of the decision), `lifecycle.otherStatus`, `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`, `members.notMemberOn`, `members.laterFacts`.
 */
export async function exemptMember(ctx: Ctx, { personId, ground, note, resolution, decidedOn, from }: InputOf<typeof measuresContract.exemptMember>) {
  await ctx.authorise('lifecycle.exempt', { personId })
  const person = await lockPerson(ctx.db, personId)
  for (const on of [decidedOn, from]) refuseTomorrow(ctx, on)
  if (from < decidedOn) throw daysOutOfOrder(decidedOn, from)
  const rule = exemptionGroundsOn(decidedOn, await loadOverrides(ctx.db))
  if (!rule.value.includes(ground)) throw groundNotAllowed(exemptionGroundNames[ground], rule)
  await refuseOtherStatus(ctx, person, from, ['full'])
  const formerStatus = await changeStatus(ctx, { personId, status: 'exempt', on: from, basis: fillIn(basisWords.exempt, { number: resolution, ground: exemptionGroundNames[ground] }) })
  const id = await insertExemption(ctx.db, { personId, ground, note: note || null, resolution, decidedOn, from, formerStatus, rule }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.memberExempted', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { exemptionId: id, ground, resolution, decidedOn, from } })
  return { id }
}

/** The member is active again on request; `on` is the first day. Refuses `lifecycle.measureEnded`, `lifecycle.otherStatus`, `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`, `members.notMemberOn`. */
export async function endExemption(ctx: Ctx, { exemptionId, version, on, basis }: InputOf<typeof measuresContract.endExemption>) {
  const found = await lockMeasure(ctx.db, 'exemption', exemptionId)
  const { personId } = found
  await ctx.authorise('lifecycle.exempt', { personId })
  refuseStale(version, found.version)
  refuseTomorrow(ctx, on)
  if (found.returnedOn) throw measureEnded(found.returnedOn)
  if (on <= found.from) throw daysOutOfOrder(found.from, on)
  const person = await lockPerson(ctx.db, personId)
  await refuseOtherStatus(ctx, person, on, ['exempt'])
  await changeStatus(ctx, { personId, status: found.formerStatus, on, basis: fillIn(basisWords.returned, { reason: basis }) })
  await keepReturn(ctx.db, exemptionId, on, basis)
  await ctx.audit({ event: 'lifecycle.exemptionEnded', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { exemptionId, on, basis } })
  return { done: true as const }
}
