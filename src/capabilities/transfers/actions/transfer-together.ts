import type { InputOf, AnswerOf } from '../../../platform/http/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { passFilesOn } from '../../admission/index.ts'
import { handOverWithMember } from '../../dossiers/index.ts'
import { findPlacementOn, findStatusOn, loadPerson, placeTransferred } from '../../members/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import type { transfersContract } from '../contract.ts'
import { alreadyOpen, notMemberOn } from '../errors.ts'
import { handingWords } from '../messages.vi.ts'
import { reachOf } from '../model.ts'
import { refuseTomorrow, sendingLine } from '../perform.ts'
import { insertJointDecision } from '../queries/receivers.ts'
import { insertStep } from '../queries/steps.ts'
import { findOpenTransferOf, insertTransfer } from '../queries/transfers.ts'

type Contract = typeof transfersContract
type Input = InputOf<Contract['transferTogether']>
type Joint = Input & { jointDecisionId: string; toName: string; receiver: { id: string; superiorId: string | null } }

async function moveOne(ctx: Ctx, personId: string, { toCellId, on, number, reason, jointDecisionId, decidedOn, toName, receiver }: Joint): Promise<void> {
  const person = await loadPerson(ctx.db, personId)
  const placement = await findPlacementOn(ctx.db, personId, on)
  const status = await findStatusOn(ctx.db, personId, on)
  if (!placement || !status) throw notMemberOn(person.fullName, on)
  const open = await findOpenTransferOf(ctx.db, personId)
  if (open) throw alreadyOpen(person.fullName, open.toName)
  const { grassroots, superior } = await sendingLine(ctx, placement.cellId, on)
  const id = await insertTransfer(ctx.db, {
    kind: 'joint', direction: 'within', stage: 'accepted', stageSince: on, personId, personName: person.fullName, bornOn: person.bornOn, probationary: status.status === 'probationary', fromCellId: placement.cellId,
    fromName: `${placement.cell}, ${grassroots.name}`, receiverId: receiver.id, toCellId, toName, reach: reachOf({ grassrootsId: grassroots.id, superiorId: superior?.id ?? null }, { grassrootsId: receiver.id, superiorId: receiver.superiorId }),
    cause: 'restructuring', causeOn: decidedOn, reason, requestedOn: decidedOn, acceptedOn: on, jointDecisionId, by: ctx.actor.accountId,
  })
  await placeTransferred(ctx, { personId, cellId: toCellId, on, basis: number, sourceId: id })
  await passFilesOn(ctx, { personId, fromCellId: placement.cellId, toCellId, on, basis: number })
  await handOverWithMember(ctx, { personId, toKeeperId: receiver.id, on, handedBy: handingWords.sealed, receivedBy: ctx.actor.name, basis: number })
  await insertStep(ctx.db, id, { act: 'accept', occurredOn: on, fromStage: null, toStage: 'accepted', facts: { number, cell: toName }, rules: [], by: ctx.actor.accountId })
}

/**
 * Moves many members to one cell by one decision, without letters; all of them or, when one cannot go, none. `on` is the first day there. The
 * acting role stands above both sides. Refuses `transfers.alreadyOpen`, `transfers.notMemberOn`, and what a change of cell refuses.
 */
export async function transferTogether(ctx: Ctx, input: Input): Promise<AnswerOf<Contract['transferTogether']>> {
  await ctx.authorise('transfers.transferTogether', { organisationId: input.toCellId })
  for (const personId of input.personIds) await ctx.authorise('transfers.transferTogether', { personId })
  refuseTomorrow(ctx, input.on)
  refuseTomorrow(ctx, input.decidedOn)
  const cell = await loadOrganisation(ctx.db, input.toCellId, input.on)
  const { grassroots, superior } = await sendingLine(ctx, cell.id, input.on)
  const { number, decidedOn, on, reason, toCellId } = input
  const organisationId = ctx.actor.organisationId ?? superior?.id ?? grassroots.id
  const jointDecisionId = await insertJointDecision(ctx.db, { number, decidedOn, effectiveOn: on, organisationId, toCellId, reason, by: ctx.actor.accountId })
  const people = [...new Set(input.personIds)]
  for (const personId of people) await moveOne(ctx, personId, { ...input, jointDecisionId, toName: cell.name, receiver: { id: grassroots.id, superiorId: superior?.id ?? null } })
  await ctx.audit({ event: 'transfers.decidedTogether', subject: { type: 'jointDecision', id: jointDecisionId }, organisationId: toCellId, facts: { number, decidedOn, on, people: people.length } })
  return { jointDecisionId, moved: people.length }
}
