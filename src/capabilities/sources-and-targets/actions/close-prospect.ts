import { newId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { moveKeeper } from '../../members/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { sameCell } from '../errors.ts'
import type { CloseReason } from '../codes.ts'
import { findOpenProspect, insertProspect, setClosed, type Prospect } from '../queries/prospects.ts'
import { loadCellOn, lockOpenProspect } from './checks.ts'

async function close(ctx: Ctx, prospect: Prospect, c: { on: PlainDate; reason: CloseReason; note?: string | undefined }): Promise<void> {
  await setClosed(ctx.db, prospect.id, c)
  await ctx.audit({
    event: 'sourcesAndTargets.prospectClosed', subject: { type: 'prospect', id: prospect.id }, personId: prospect.personId, organisationId: prospect.cellId,
    facts: { on: c.on, reason: c.reason, note: c.note ?? null },
  })
}

/**
 * Ends the following of a person, for the room that admits them or learns of their death; the caller has authorised. Nothing happens to
 * who is not followed; a day before the following began counts as its first day. True when a following was closed.
 */
export async function closeProspect(ctx: Ctx, { personId, on, reason }: { personId: string; on: PlainDate; reason: CloseReason }): Promise<boolean> {
  const prospect = await findOpenProspect(ctx.db, personId)
  if (!prospect) return false
  await close(ctx, prospect, { on: on < prospect.openedOn ? prospect.openedOn : on, reason })
  return true
}

/** The cell no longer follows a person. Refuses `closedAlready`, `beforeOpened`, a day that has not come, a stale version. */
export async function closeProspectOfCell(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.closeProspect>) {
  const prospect = await lockOpenProspect(ctx, input.id, input)
  await close(ctx, prospect, input)
  return { done: true as const }
}

/**
 * Another cell of one's part follows the person from a day on: the following of the first cell closes as `moved` and a new one opens, with
 * the application, the unions and how the person was found; remarks stay with the person. Refuses `sameCell`.
 */
export async function moveProspect(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.moveProspect>) {
  const prospect = await lockOpenProspect(ctx, input.id, input)
  await ctx.authorise('sourcesAndTargets.keepSources', { organisationId: input.cellId })
  const cell = await loadCellOn(ctx, input.cellId, input.on)
  if (cell.id === prospect.cellId) throw sameCell(cell.name)
  await close(ctx, prospect, { on: input.on, reason: 'moved' })
  await moveKeeper(ctx.db, prospect.personId, cell.id)
  const id = newId()
  const { personId, unionCode, alsoIn, foundBy, foundThrough, appliedOn } = prospect
  await insertProspect(ctx.db, { id, personId, cellId: cell.id, openedOn: input.on, resolution: input.resolution, unionCode, alsoIn, foundBy, foundThrough, appliedOn })
  await ctx.audit({
    event: 'sourcesAndTargets.prospectMoved', subject: { type: 'prospect', id }, personId, organisationId: cell.id, facts: { from: prospect.cellId, on: input.on },
  })
  return { id }
}
