import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { alreadyMember, ceremonyBeforeDecision, diedOn, twoCellsSameDay } from '../errors.ts'
import { findPlacementOn, insertPlacement, insertStatus, nextBeginning } from '../queries/dated-facts.ts'
import { insertMembership, listMemberships } from '../queries/memberships.ts'
import { lockPerson, moveKeeper } from '../queries/people.ts'
import { loadCell, refuseFutureDay } from './checks.ts'

export type Admission = {
  personId: string
  cellId: string
  decidedOn: PlainDate
  decisionNumber: string | null
  decidedBy: string | null
  ceremonyOn: PlainDate
  /** The case that brought it. */
  sourceId: string
}

async function refuseSecondCell(ctx: Ctx, personId: string, on: PlainDate): Promise<void> {
  const later = await nextBeginning(ctx.db, 'placement', personId, on)
  const placement = (await findPlacementOn(ctx.db, personId, on)) ?? (later ? await findPlacementOn(ctx.db, personId, later) : undefined)
  if (placement) throw twoCellsSameDay(on < placement.from ? placement.from : on, placement.cell)
}

/**
 * Opens a spell of membership, probation and the place in the cell, all from the day of the ceremony; the person now belongs to that cell.
 * The calling action has authorised. Answers the membership. Refuses `members.ceremonyBeforeDecision`, `members.dayNotYet`,
 * `members.notACell`, `members.alreadyMember`, `members.diedOn`, `members.twoCellsSameDay`.
 */
export async function admitMember(ctx: Ctx, admission: Admission): Promise<{ membershipId: string }> {
  const { personId, cellId, decidedOn, ceremonyOn, sourceId } = admission
  const person = await lockPerson(ctx.db, personId)
  if (ceremonyOn < decidedOn) throw ceremonyBeforeDecision(ceremonyOn, decidedOn)
  refuseFutureDay(ctx, ceremonyOn)
  await loadCell(ctx, cellId, ceremonyOn)
  const spells = await listMemberships(ctx.db, personId)
  const running = spells.find((spell) => spell.endedOn === null || spell.endedOn > ceremonyOn)
  if (running) throw alreadyMember(person.fullName, running.ceremonyOn ?? running.admittedOn ?? running.decidedOn)
  const dead = spells.find((spell) => spell.endKind === 'death')
  if (dead) throw diedOn(person.fullName, dead.endedOn!)
  await refuseSecondCell(ctx, personId, ceremonyOn)

  const membershipId = await insertMembership(ctx.db, personId, {
    ordinal: spells.length + 1, decidedOn, decisionNumber: admission.decisionNumber, decidedBy: admission.decidedBy, ceremonyOn, admittedOn: ceremonyOn as never, sourceId,
  })
  const basis = admission.decisionNumber
  await insertStatus(ctx.db, { personId, status: 'probationary', from: ceremonyOn, basis, sourceId })
  await insertPlacement(ctx.db, { personId, cellId, from: ceremonyOn, basis, sourceId })
  await moveKeeper(ctx.db, personId, cellId)
  await ctx.audit({ event: 'members.admitted', subject: { type: 'person', id: personId }, personId, organisationId: cellId, facts: { ...admission, membershipId } })
  return { membershipId }
}
