import { addDays, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { alreadyMember } from '../errors.ts'
import type { PersonFields } from '../model.ts'
import { insertOverlay, insertPlacement, insertStatus } from '../queries/dated-facts.ts'
import { listMemberships, restateMembership } from '../queries/memberships.ts'
import { lockPerson, moveKeeper } from '../queries/people.ts'
import { addPerson } from './add-person.ts'
import { loadCell, refuseBeforeLaterFacts, refuseFutureDay } from './checks.ts'
import { enrolMembers, type TakenOverMember } from './enrol-members.ts'

export type Arrival = {
  cellId: string
  /** First day in the cell. */
  on: PlainDate
  basis: string
  sourceId: string
}

/** Takes a member in from outside the tree with the earlier history that the papers tell; counted here from the day of the reception. The caller has authorised. */
export async function receiveNewcomer(ctx: Ctx, { cellId, on, basis, sourceId }: Arrival, member: Omit<TakenOverMember, 'cellId' | 'placedFrom'>): Promise<{ personId: string }> {
  refuseFutureDay(ctx, on)
  await loadCell(ctx, cellId, on)
  const [personId] = await enrolMembers(ctx, { members: [{ ...member, cellId, placedFrom: on }], sourceId, basis, asOf: on })
  return { personId: personId! }
}

/**
 * A member who had left for an organisation outside is back: the same membership goes on, the days outside stay without a cell of ours, and the
 * former end stays as a superseded statement. The caller has authorised. Refuses `members.alreadyMember` for whoever did not leave by transfer
 * or left later, `members.laterFacts`, `members.dayNotYet`, `members.notACell`.
 */
export async function receiveReturning(ctx: Ctx, { cellId, on, basis, sourceId }: Arrival, personId: string): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  await loadCell(ctx, cellId, on)
  const last = (await listMemberships(ctx.db, personId)).at(-1)
  if (!last || last.endKind !== 'transferOut' || last.endedOn! > on) throw alreadyMember(person.fullName, last?.ceremonyOn ?? last?.admittedOn ?? null)
  await refuseBeforeLaterFacts(ctx, person, addDays(on, -1))
  await restateMembership(ctx.db, last, { endedOn: null, endKind: null, endBasis: null })
  await insertStatus(ctx.db, { personId, status: last.confirmedOn ? 'full' : 'probationary', from: on, basis, sourceId })
  await insertPlacement(ctx.db, { personId, cellId, from: on, basis, sourceId })
  await moveKeeper(ctx.db, personId, cellId)
  await ctx.audit({ event: 'members.cameBack', subject: { type: 'person', id: personId }, personId, organisationId: cellId, facts: { on, basis, outsideFrom: last.endedOn } })
}

/** A member of an organisation outside is active here for a time, `until` exclusive: on the list of the cell, without a vote, in no count. The caller has authorised. */
export async function hostGuest(ctx: Ctx, { cellId, on, basis, sourceId }: Arrival, until: PlainDate, guest: PersonFields & { confirmed: boolean; from: string }): Promise<{ personId: string }> {
  refuseFutureDay(ctx, on)
  await loadCell(ctx, cellId, on)
  const { confirmed, from, ...fields } = guest
  const { id: personId } = await addPerson(ctx, { ...fields, keeperId: cellId })
  await insertStatus(ctx.db, { personId, status: confirmed ? 'full' : 'probationary', from: on, until, basis, sourceId })
  await insertOverlay(ctx.db, { personId, kind: 'temporaryHere', cellId, from: on, until, since: on, place: from, basis })
  return { personId }
}
