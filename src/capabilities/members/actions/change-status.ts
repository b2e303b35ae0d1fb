import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { MemberStatus } from '../model.ts'
import { endFacts, findStatusOn, insertStatus } from '../queries/dated-facts.ts'
import { lockPerson } from '../queries/people.ts'
import { loadMembershipOn, refuseBeforeLaterFacts, refuseFutureDay } from './checks.ts'

/**
 * Makes a member of another status from a day on (inclusive), until another act changes it, and answers the status before. For a caller that has authorised.
 * Refuses `members.dayNotYet`, `members.notMemberOn`, `members.laterFacts`.
 */
export async function changeStatus(ctx: Ctx, { personId, status, on, basis }: { personId: string; status: MemberStatus; on: PlainDate; basis: string | null }): Promise<MemberStatus> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const { placement } = await loadMembershipOn(ctx, person, on)
  await refuseBeforeLaterFacts(ctx, person, on)
  const former = (await findStatusOn(ctx.db, personId, on))!.status
  await endFacts(ctx.db, 'status', personId, on)
  await insertStatus(ctx.db, { personId, status, from: on, basis })
  await ctx.audit({ event: 'members.statusChanged', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId, facts: { status, former, on, basis } })
  return former
}
