import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { grassrootsOf } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { otherOrganisation } from '../errors.ts'
import { loadCell } from './checks.ts'
import { lockForChange, writeChange } from './change-cell.ts'

/**
 * Moves a member to another cell of the same grassroots organisation; `on` is the first day there, the day before the last in the old cell.
 * Refuses `members.notMemberOn`, `members.sameCell`, `members.otherOrganisation`, `members.twoCellsSameDay` (came to the old cell on that very
 * day), `members.laterFacts`, `members.notACell`, `members.dayNotYet`.
 */
export async function moveMember(ctx: Ctx, { id, cellId, on, basis }: InputOf<typeof membersContract.moveMember>) {
  await ctx.authorise('members.move', { personId: id })
  await ctx.authorise('members.move', { organisationId: cellId })
  const change = { personId: id, cellId, on, basis }
  const { placement } = await lockForChange(ctx, change)
  const here = await grassrootsOf(ctx.db, placement.cellId, on)
  const there = await grassrootsOf(ctx.db, cellId, on)
  if (!here || here.id !== there?.id) throw otherOrganisation((await loadCell(ctx, cellId, on)).name, here?.name ?? placement.cell)
  await writeChange(ctx, change, placement)
  return { done: true as const }
}
