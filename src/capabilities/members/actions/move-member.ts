import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { grassrootsOf } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { otherOrganisation, sameCell, twoCellsSameDay } from '../errors.ts'
import { endFacts, insertPlacement } from '../queries/dated-facts.ts'
import { lockPerson, moveKeeper } from '../queries/people.ts'
import { loadCell, loadMembershipOn, refuseBeforeLaterFacts, refuseFutureDay } from './checks.ts'

/**
 * Moves a member to another cell of the same grassroots organisation; `on` is the first day there, the day before the last in the old cell.
 * Refuses `members.notMemberOn`, `members.sameCell`, `members.otherOrganisation`, `members.twoCellsSameDay` (came to the old cell on that very
 * day), `members.laterFacts`, `members.notACell`, `members.dayNotYet`.
 */
export async function moveMember(ctx: Ctx, { id, cellId, on, basis }: InputOf<typeof membersContract.moveMember>) {
  await ctx.authorise('members.move', { personId: id })
  await ctx.authorise('members.move', { organisationId: cellId })
  const person = await lockPerson(ctx.db, id)
  refuseFutureDay(ctx, on)
  const { placement } = await loadMembershipOn(ctx, person, on)
  const cell = await loadCell(ctx, cellId, on)
  if (placement.cellId === cellId) throw sameCell(person.fullName, cell.name)
  const here = await grassrootsOf(ctx.db, placement.cellId, on)
  const there = await grassrootsOf(ctx.db, cellId, on)
  if (!here || here.id !== there?.id) throw otherOrganisation(cell.name, here?.name ?? placement.cell)
  if (placement.from === on) throw twoCellsSameDay(on, placement.cell)
  await refuseBeforeLaterFacts(ctx, person, on)

  await endFacts(ctx.db, 'placement', id, on)
  // A move recorded late, for somebody whose membership has ended since, ends where the old stay ended.
  await insertPlacement(ctx.db, { personId: id, cellId, from: on, until: placement.until, basis })
  await moveKeeper(ctx.db, id, cellId)
  await ctx.audit({ event: 'members.moved', subject: { type: 'person', id }, personId: id, organisationId: cellId, facts: { from: placement.cellId, to: cellId, on, basis } })
  return { done: true as const }
}
