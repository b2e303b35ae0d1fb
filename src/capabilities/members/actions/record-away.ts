import { earliestDay } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { membersContract } from '../contract.ts'
import { alreadyAway, endsBeforeItBegins, notAway } from '../errors.ts'
import { endFacts, insertOverlay } from '../queries/dated-facts.ts'
import { loadPerson, lockPerson } from '../queries/people.ts'
import { overlaysSeen } from '../queries/record.ts'
import { loadMembershipOn, refuseFutureDay } from './checks.ts'

const awayOn = async (ctx: Ctx, personId: string, on: Parameters<typeof overlaysSeen>[2]['on']) =>
  (await overlaysSeen(ctx.db, personId, { on })).find((overlay) => overlay.kind === 'away' && overlay.lastDay === null)

/**
 * Records that a member works far from home; the cell stays. A beginning known only to the month or year counts from its first day.
 * The contact is somebody of one's part. Refuses `members.personNotFound`, `members.notMemberOn`, `members.alreadyAway`,
 * `members.endsBeforeItBegins`, `members.dayNotYet`.
 */
export async function recordAway(ctx: Ctx, input: InputOf<typeof membersContract.recordAway>) {
  const { id, since, excusedUntil, ...about } = input
  await ctx.authorise('members.recordAway', { personId: id })
  const person = await lockPerson(ctx.db, id)
  if (about.contactId) await loadPerson(ctx.db, about.contactId)
  const from = earliestDay(since)
  refuseFutureDay(ctx, from)
  if (excusedUntil && excusedUntil < from) throw endsBeforeItBegins(from, excusedUntil)
  const { placement } = await loadMembershipOn(ctx, person, from)
  const running = await awayOn(ctx, id, ctx.today)
  if (running) throw alreadyAway(person.fullName, running.from)
  const overlayId = await insertOverlay(ctx.db, { personId: id, kind: 'away', from, since, excusedUntil, ...about })
  await ctx.audit({ event: 'members.awayRecorded', subject: { type: 'person', id }, personId: id, organisationId: placement.cellId, facts: { ...input, overlayId } })
  return { id: overlayId }
}

/** Records that a member is back; `on` is the first day at home. Refuses `members.notAway`, `members.dayNotYet`. */
export async function recordReturn(ctx: Ctx, { id, on }: InputOf<typeof membersContract.recordReturn>) {
  await ctx.authorise('members.recordAway', { personId: id })
  const person = await lockPerson(ctx.db, id)
  refuseFutureDay(ctx, on)
  const running = await awayOn(ctx, id, on)
  if (!running) throw notAway(person.fullName, on)
  await endFacts(ctx.db, 'overlay', id, on, running.id)
  await ctx.audit({ event: 'members.returnRecorded', subject: { type: 'person', id }, personId: id, organisationId: person.keeperId, facts: { on, overlayId: running.id } })
  return { done: true as const }
}
