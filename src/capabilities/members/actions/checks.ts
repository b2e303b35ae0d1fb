import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { isCell, loadOrganisation, type Organisation } from '../../organisations/index.ts'
import { dayNotYet, laterFacts, notACell, notMemberOn } from '../errors.ts'
import { findPlacementOn, nextBeginning, type Placement } from '../queries/dated-facts.ts'
import { findMembershipOn, type Membership } from '../queries/memberships.ts'
import type { Person } from '../queries/people.ts'

/** A cell that exists on the day. Refuses `organisations.notFound`, `members.notACell`. */
export async function loadCell(ctx: Ctx, cellId: string, on: PlainDate): Promise<Organisation> {
  const cell = await loadOrganisation(ctx.db, cellId, on)
  if (!isCell(cell.type)) throw notACell(cell.name)
  return cell
}

/** What has not happened yet cannot be recorded. */
export function refuseFutureDay(ctx: Pick<Ctx, 'today'>, on: PlainDate): void {
  if (on > ctx.today) throw dayNotYet(on, ctx.today)
}

/** The membership and the cell of a person on a day. Refuses `members.notMemberOn`. */
export async function loadMembershipOn(ctx: Ctx, person: Pick<Person, 'id' | 'fullName'>, on: PlainDate): Promise<{ membership: Membership; placement: Placement }> {
  const membership = await findMembershipOn(ctx.db, person.id, on)
  const placement = await findPlacementOn(ctx.db, person.id, on)
  if (!membership || !placement) throw notMemberOn(person.fullName, on)
  return { membership, placement }
}

/** An act may not reach back behind what was recorded for a later day. Refuses `members.laterFacts`. */
export async function refuseBeforeLaterFacts(ctx: Ctx, person: Pick<Person, 'id' | 'fullName'>, on: PlainDate): Promise<void> {
  for (const table of ['placement', 'status'] as const) {
    const later = await nextBeginning(ctx.db, table, person.id, on)
    if (later) throw laterFacts(person.fullName, on, later)
  }
}
