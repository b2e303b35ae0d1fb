import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { firstRuledDay, suspendedWhileProsecuted, suspensionLimits } from '../../../regulations/index.ts'
import { changeStatus, findStatusOn, lockPerson, statusNames, type MemberStatus, type Person } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { measuresContract } from '../measures-contract.ts'
import { daysOutOfOrder, lastDayMissing, measureEnded, noTermToExtend, otherStatus, suspensionTooLong } from '../errors.ts'
import { basisWords } from '../messages.vi.ts'
import { insertSuspension, keepExtension, keepLifting, lockMeasure } from '../queries/measures.ts'
import { refuseStale, refuseTomorrow } from './checks.ts'

type Input = InputOf<typeof measuresContract.suspendMember>

/** Refuses `lifecycle.otherStatus` for who is not of one of these statuses on the day. */
export async function refuseOtherStatus(ctx: Ctx, person: Pick<Person, 'id' | 'fullName'>, on: PlainDate, expected: readonly MemberStatus[]): Promise<void> {
  const status = (await findStatusOn(ctx.db, person.id, on))?.status
  if (status && !expected.includes(status)) throw otherStatus(person.fullName, statusNames[status], on)
}

/** The last day that is kept, and the rule that limits it: none for who is prosecuted where the rule says so. */
async function judgedTerm(ctx: Ctx, { ground, from, lastDay }: Input) {
  const overrides = await loadOverrides(ctx.db)
  const { first, rule } = suspensionLimits(from, overrides)
  const procedure = suspendedWhileProsecuted.usedOn(laterOf(from, firstRuledDay), overrides)
  if (ground === 'prosecuted' && procedure.value) return { lastDay: lastDay ?? null, rule: procedure }
  if (!lastDay) throw lastDayMissing(first)
  if (lastDay < from) throw daysOutOfOrder(from, lastDay)
  if (lastDay > first) throw suspensionTooLong(lastDay, first, rule)
  return { lastDay, rule }
}

/**
 * Suspends the activity of a member from a day: the status is `suspended`, out of every voting denominator, until an act lifts it; that the last day has passed is
 * only reminded of. Refuses `lifecycle.lastDayMissing`, `lifecycle.suspensionTooLong` (with the rule), `lifecycle.otherStatus`, `lifecycle.daysOutOfOrder`,
 * `lifecycle.dayNotYet`, `members.notMemberOn`, `members.laterFacts`.
 */
export async function suspendMember(ctx: Ctx, input: Input) {
  const { personId, from, decisionNumber, ...kept } = input
  const { reason: _covered, ...told } = kept
  await ctx.authorise('lifecycle.suspend', { personId })
  const person = await lockPerson(ctx.db, personId)
  for (const on of [input.decidedOn, from]) refuseTomorrow(ctx, on)
  await refuseOtherStatus(ctx, person, from, ['full', 'probationary', 'exempt'])
  const { lastDay, rule } = await judgedTerm(ctx, input)
  const formerStatus = await changeStatus(ctx, { personId, status: 'suspended', on: from, basis: fillIn(basisWords.suspended, { number: decisionNumber }) })
  const id = await insertSuspension(ctx.db, { ...kept, personId, from, decisionNumber, lastDay, formerStatus, rule }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.memberSuspended', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { suspensionId: id, ...told, from, decisionNumber, lastDay } })
  return { id }
}

/** Sets a later last day. Refuses `lifecycle.suspensionTooLong` (with the rule), `lifecycle.noTermToExtend`, `lifecycle.measureEnded`, `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`. */
export async function extendSuspension(ctx: Ctx, { suspensionId, version, ...extension }: InputOf<typeof measuresContract.extendSuspension>) {
  const found = await lockMeasure(ctx.db, 'suspension', suspensionId)
  await ctx.authorise('lifecycle.suspend', { personId: found.personId })
  refuseStale(version, found.version)
  refuseTomorrow(ctx, extension.decidedOn)
  if (found.liftedOn) throw measureEnded(found.liftedOn)
  if (!found.lastDay) throw noTermToExtend()
  if (extension.lastDay <= found.lastDay) throw daysOutOfOrder(found.lastDay, extension.lastDay)
  const { most, rule } = suspensionLimits(found.from, await loadOverrides(ctx.db))
  if (found.ground !== 'prosecuted' && extension.lastDay > most) throw suspensionTooLong(extension.lastDay, most, rule)
  await keepExtension(ctx.db, suspensionId, extension)
  const { keeperId } = await lockPerson(ctx.db, found.personId)
  await ctx.audit({ event: 'lifecycle.suspensionExtended', subject: { type: 'person', id: found.personId }, personId: found.personId, organisationId: keeperId, facts: { suspensionId, ...extension } })
  return { done: true as const }
}

/** Ends a suspension; `on` is the first day active again, with the status from before. Refuses `lifecycle.measureEnded`, `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`, `members.notMemberOn`. */
export async function liftSuspension(ctx: Ctx, { suspensionId, version, on, reason }: InputOf<typeof measuresContract.liftSuspension>) {
  const found = await lockMeasure(ctx.db, 'suspension', suspensionId)
  const { personId } = found
  await ctx.authorise('lifecycle.suspend', { personId })
  refuseStale(version, found.version)
  refuseTomorrow(ctx, on)
  if (found.liftedOn) throw measureEnded(found.liftedOn)
  if (on <= found.from) throw daysOutOfOrder(found.from, on)
  await changeStatus(ctx, { personId, status: found.formerStatus, on, basis: basisWords.lifted })
  await keepLifting(ctx.db, suspensionId, on, reason)
  const { keeperId } = await lockPerson(ctx.db, personId)
  await ctx.audit({ event: 'lifecycle.suspensionLifted', subject: { type: 'person', id: personId }, personId, organisationId: keeperId, facts: { suspensionId, on } })
  return { done: true as const }
}
