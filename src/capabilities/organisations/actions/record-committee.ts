import { addDays } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { organisationsContract } from '../contract.ts'
import { committeeKindDoesNotFit, standingBoardTooLarge, termEndsBeforeItBegins, termsOverlap } from '../errors.ts'
import { isCell } from '../model.ts'
import { endTerm, insertCommittee } from '../queries/changes.ts'
import { listCommittees } from '../queries/committees.ts'
import { loadOrganisation, type Organisation } from '../queries/organisations.ts'

type Input = InputOf<typeof organisationsContract.recordCommittee>

/** The term that still runs when the new one begins ends on the day before; a term that begins later stands in the way. */
async function makeRoom(ctx: Ctx, organisation: Organisation, { from, lastDay }: Input): Promise<void> {
  const until = addDays(lastDay, 1)
  const overlapping = (await listCommittees(ctx.db, organisation.id)).filter((each) => each.termFrom < until && (each.termUntil === null || each.termUntil > from))
  const inTheWay = overlapping.find((each) => each.termFrom >= from)
  if (inTheWay) throw termsOverlap(organisation.name, inTheWay.termName, inTheWay.termUntil ? addDays(inTheWay.termUntil, -1) : null)
  for (const running of overlapping) await endTerm(ctx.db, running, from)
}

/**
 * Records the committee a congress elected, or a superior appointed, for a new term. A term that still runs ends on the day before.
 * Refuses `organisations.termEndsBeforeItBegins`, `organisations.committeeKindDoesNotFit`, `organisations.standingBoardTooLarge`, `organisations.termsOverlap`.
 */
export async function recordCommittee(ctx: Ctx, input: Input) {
  const { id, kind, from, lastDay, electedSeats, standingSeats } = input
  await ctx.authorise('organisations.recordCommittee', { organisationId: id })
  const organisation = await loadOrganisation(ctx.db, id, from)
  if (lastDay <= from) throw termEndsBeforeItBegins(from, lastDay)
  if (isCell(organisation.type) === (kind === 'committee')) throw committeeKindDoesNotFit(organisation.name)
  if (standingSeats > electedSeats) throw standingBoardTooLarge(standingSeats, electedSeats)
  await makeRoom(ctx, organisation, input)
  const committeeId = await insertCommittee(ctx.db, {
    organisationId: id, kind, termName: input.termName, termFrom: from, termUntil: addDays(lastDay, 1), electedSeats, standingSeats, basis: input.basis,
  })
  await ctx.audit({ event: 'organisations.committeeRecorded', subject: { type: 'organisation', id }, organisationId: id, facts: { ...input, committeeId } })
  return { id: committeeId }
}
