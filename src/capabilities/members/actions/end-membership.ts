import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { EndKind } from '../model.ts'
import { endFacts } from '../queries/dated-facts.ts'
import { restateMembership } from '../queries/memberships.ts'
import { lockPerson } from '../queries/people.ts'
import { loadMembershipOn, refuseBeforeLaterFacts, refuseFutureDay } from './checks.ts'

export type Departure = {
  personId: string
  kind: EndKind
  /** First day without membership: the day of death, or the day the decision takes effect. */
  on: PlainDate
  basis: string | null
  sourceId?: string | undefined
}

/**
 * Ends membership: the spell, status, place in the cell, posts and overlays end on the same day. Nothing is deleted; the person stays with
 * the last cell. The caller has authorised. Refuses `members.dayNotYet`, `members.notMemberOn`, `members.laterFacts`.
 */
export async function endMembership(ctx: Ctx, { personId, kind, on, basis, sourceId }: Departure): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const { membership, placement } = await loadMembershipOn(ctx, person, on)
  await refuseBeforeLaterFacts(ctx, person, on)
  for (const table of ['placement', 'status', 'post', 'overlay'] as const) await endFacts(ctx.db, table, personId, on)
  await restateMembership(ctx.db, membership, { endedOn: on, endKind: kind, endBasis: basis })
  await ctx.audit({
    event: 'members.departed', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId, facts: { kind, on, basis, sourceId: sourceId ?? null },
  })
}

/** Strikes a member off the list by a decision. See `endMembership`. */
export const strikeOffMember = (ctx: Ctx, departure: Omit<Departure, 'kind'>): Promise<void> => endMembership(ctx, { ...departure, kind: 'strikeOff' })
