import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { sameCell, twoCellsSameDay } from '../errors.ts'
import { endFacts, insertPlacement, type Placement } from '../queries/dated-facts.ts'
import { lockPerson, moveKeeper, type Person } from '../queries/people.ts'
import { loadCell, loadMembershipOn, refuseBeforeLaterFacts, refuseFutureDay } from './checks.ts'

export type CellChange = {
  personId: string
  cellId: string
  /** First day in the new cell; the day before is the last in the old one. */
  on: PlainDate
  basis: string
  /** The transfer that brought it. */
  sourceId?: string | undefined
}

/** A person locked for a change of cell, with the present place. Refuses what speaks against the change on that day, whoever asks. */
export async function lockForChange(ctx: Ctx, { personId, cellId, on }: CellChange): Promise<{ person: Person; placement: Placement }> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const { placement } = await loadMembershipOn(ctx, person, on)
  const cell = await loadCell(ctx, cellId, on)
  if (placement.cellId === cellId) throw sameCell(person.fullName, cell.name)
  if (placement.from === on) throw twoCellsSameDay(on, placement.cell)
  await refuseBeforeLaterFacts(ctx, person, on)
  return { person, placement }
}

/** Ends the stay in the old cell and begins the one in the new cell, so that no day is without a cell and none has two. */
export async function writeChange(ctx: Ctx, { personId, cellId, on, basis, sourceId }: CellChange, placement: Placement): Promise<void> {
  await endFacts(ctx.db, 'placement', personId, on)
  // A move recorded late, for somebody whose membership has ended since, ends where the old stay ended.
  await insertPlacement(ctx.db, { personId, cellId, from: on, until: placement.until, basis, sourceId })
  await moveKeeper(ctx.db, personId, cellId)
  await ctx.audit({ event: 'members.moved', subject: { type: 'person', id: personId }, personId, organisationId: cellId, facts: { from: placement.cellId, to: cellId, on, basis } })
}

/**
 * Moves a member to any cell of the tree on the day of the reception; posts and accounts stay as they are. The calling room has authorised both
 * sides. Answers the cell that was left. Refuses `members.notMemberOn`, `members.sameCell`, `members.twoCellsSameDay`, `members.laterFacts`,
 * `members.notACell`, `members.dayNotYet`.
 */
export async function placeTransferred(ctx: Ctx, change: CellChange): Promise<{ fromCellId: string }> {
  const { placement } = await lockForChange(ctx, change)
  await writeChange(ctx, change, placement)
  return { fromCellId: placement.cellId }
}
