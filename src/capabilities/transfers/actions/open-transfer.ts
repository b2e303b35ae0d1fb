import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { letterPresentDue } from '../../../regulations/index.ts'
import { loadSettings } from '../../admission/index.ts'
import { findPlacementOn, findStatusOn, loadPerson, lockPerson } from '../../members/index.ts'
import { isCell, loadOrganisation } from '../../organisations/index.ts'
import type { transfersContract } from '../contract.ts'
import { addressNotFound, alreadyOpen, endNotGiven, newcomerNotTold, notBelowReceiver, notMemberOn, stillMember, notThisKind, otherOrganisation, receiverNotFound, receiverNotGiven, sameOrganisation } from '../errors.ts'
import { kindNames } from '../messages.vi.ts'
import { letterForms, reachOf, type Transfer } from '../model.ts'
import { refuseTomorrow, sendingLine } from '../perform.ts'
import { insertLetter } from '../queries/letters.ts'
import { findAddress, findReceiver } from '../queries/receivers.ts'
import { insertStep } from '../queries/steps.ts'
import { findOpenTransferOf, insertTransfer } from '../queries/transfers.ts'
import { refuseStay, refuseUnderDiscipline } from './checks.ts'

type Contract = typeof transfersContract
type Opening = InputOf<Contract['openTransfer']>
type Goal = Pick<Transfer, 'direction' | 'receiverId' | 'addressId' | 'toCellId' | 'toName' | 'reach'>

/** To whom a letter of a member of a cell is addressed: an organisation of the tree or one outside, exactly one of both. */
export async function goalOf(ctx: Ctx, fromCellId: string, to: { receiverId?: string | undefined; addressId?: string | undefined }, on: PlainDate): Promise<Goal> {
  if (Boolean(to.receiverId) === Boolean(to.addressId)) throw receiverNotGiven()
  const { grassroots, superior } = await sendingLine(ctx, fromCellId, on)
  if (to.addressId) {
    const address = await findAddress(ctx.db, to.addressId)
    if (!address) throw addressNotFound()
    return { direction: 'out', receiverId: null, addressId: address.id, toCellId: null, toName: [address.name, address.superior].filter(Boolean).join(', '), reach: reachOf({ grassrootsId: grassroots.id, superiorId: superior?.id ?? null }, null) }
  }
  const receiver = await findReceiver(ctx.db, to.receiverId!, on)
  if (!receiver) throw receiverNotFound()
  if (receiver.id === grassroots.id) throw sameOrganisation(receiver.name)
  const reach = reachOf({ grassrootsId: grassroots.id, superiorId: superior?.id ?? null }, { grassrootsId: receiver.id, superiorId: receiver.superiorId })
  return { direction: 'within', receiverId: receiver.id, addressId: null, toCellId: null, toName: receiver.name, reach }
}

/** A move inside one grassroots organisation names the cell at once. */
async function internalGoal(ctx: Ctx, fromCellId: string, toCellId: string | undefined, on: PlainDate): Promise<Goal> {
  if (!toCellId) throw receiverNotGiven()
  const cell = await loadOrganisation(ctx.db, toCellId, on)
  const { grassroots } = await sendingLine(ctx, fromCellId, on)
  const there = await sendingLine(ctx, toCellId, on)
  if (!isCell(cell.type) || there.grassroots.id !== grassroots.id || cell.id === fromCellId) throw otherOrganisation(cell.name)
  return { direction: 'within', receiverId: grassroots.id, addressId: null, toCellId: cell.id, toName: cell.name, reach: 'withinGrassroots' }
}

function refuseEnd({ kind, endsOn }: { kind: string; endsOn?: PlainDate | undefined }): void {
  if ((kind === 'temporary') !== (endsOn !== undefined)) throw endNotGiven()
}

/**
 * Opens a transfer at the request of a member; the sender goes on counting the member. Refuses a second open transfer, who is suspended or
 * prosecuted without consent, a stay outside its limits, a receiver that is the own organisation, and whoever is no member on the day.
 */
export async function openTransfer(ctx: Ctx, input: Opening) {
  await ctx.authorise('transfers.open', { personId: input.personId })
  if (input.toCellId) await ctx.authorise('transfers.read', { organisationId: input.toCellId })
  const person = await lockPerson(ctx.db, input.personId)
  refuseTomorrow(ctx, input.requestedOn)
  refuseTomorrow(ctx, input.causeOn)
  refuseEnd(input)
  const placement = await findPlacementOn(ctx.db, person.id, input.requestedOn)
  const status = await findStatusOn(ctx.db, person.id, input.requestedOn)
  if (!placement || !status) throw notMemberOn(person.fullName, input.requestedOn)
  const open = await findOpenTransferOf(ctx.db, person.id)
  if (open) throw alreadyOpen(person.fullName, open.toName)
  const settings = await loadSettings(ctx.db)
  const rules = await refuseUnderDiscipline(ctx, { id: person.id, name: person.fullName }, input.requestedOn, input.consent, settings)
  const goal = input.kind === 'internal' ? await internalGoal(ctx, placement.cellId, input.toCellId, input.requestedOn) : await goalOf(ctx, placement.cellId, input, input.requestedOn)
  if (input.kind === 'abroad' && goal.direction !== 'out') throw notThisKind(kindNames.abroad)
  if (input.endsOn) rules.push(refuseStay(input.causeOn, input.endsOn, input.cause, settings))
  const { kind, cause, causeOn, reason, consent, requestedOn, endsOn } = input
  const { grassroots } = await sendingLine(ctx, placement.cellId, requestedOn)
  const fromName = grassroots.id === placement.cellId ? placement.cell : `${placement.cell}, ${grassroots.name}`
  const id = await insertTransfer(ctx.db, {
    ...goal, kind, stage: 'requested', stageSince: requestedOn, personId: person.id, personName: person.fullName, bornOn: person.bornOn, probationary: status.status === 'probationary',
    fromCellId: placement.cellId, fromName, cause, causeOn, reason: reason ?? null, consent: consent ?? null, requestedOn, endsOn: endsOn ?? null, by: ctx.actor.accountId,
  })
  await insertStep(ctx.db, id, { act: 'open', occurredOn: requestedOn, fromStage: null, toStage: 'requested', facts: { kind, toName: goal.toName, causeOn }, rules, by: ctx.actor.accountId })
  await ctx.audit({ event: 'transfers.open', subject: { type: 'transfer', id }, organisationId: placement.cellId, personId: person.id, facts: { kind, toName: goal.toName, requestedOn, causeOn }, citations: rules.map(({ citation }) => citation) })
  return { id, version: 1 }
}

type Arriving = InputOf<Contract['openArrival']>

/** The receiving organisation of an arrival, and its cell when one is named. Refuses `transfers.notBelowReceiver`. */
async function receivingSide(ctx: Ctx, input: Pick<Arriving, 'organisationId' | 'toCellId' | 'on'>) {
  const receiver = await loadOrganisation(ctx.db, input.organisationId, input.on)
  if (!input.toCellId) return { receiver, cell: undefined }
  const cell = await loadOrganisation(ctx.db, input.toCellId, input.on)
  const { grassroots } = await sendingLine(ctx, cell.id, input.on)
  if (!isCell(cell.type) || (grassroots.id !== receiver.id && cell.id !== receiver.id)) throw notBelowReceiver(cell.name, receiver.name)
  return { receiver, cell }
}

/**
 * Opens the reception of a member who comes from outside with a letter: somebody new with the history that the papers tell, or somebody who
 * left from here before. Counted here from the day of the reception, not before. Refuses `transfers.stillMember`.
 */
export async function openArrival(ctx: Ctx, input: Arriving) {
  await ctx.authorise('transfers.present', { organisationId: input.organisationId })
  if (input.toCellId) await ctx.authorise('transfers.present', { organisationId: input.toCellId })
  if (input.personId) await ctx.authorise('transfers.open', { personId: input.personId })
  refuseTomorrow(ctx, input.on)
  refuseTomorrow(ctx, input.letterOn)
  refuseEnd(input)
  if (Boolean(input.personId) === Boolean(input.newcomer)) throw newcomerNotTold()
  const known = input.personId ? await loadPerson(ctx.db, input.personId) : undefined
  const open = known && (await findOpenTransferOf(ctx.db, known.id))
  if (known && open) throw alreadyOpen(known.fullName, open.toName)
  // The last day outside may be the one before; who is a member then has nowhere to come from.
  if (known && (await findStatusOn(ctx.db, known.id, input.on))) throw stillMember(known.fullName, input.on)
  const { receiver, cell } = await receivingSide(ctx, input)
  const address = await findAddress(ctx.db, input.addressId)
  if (!address) throw addressNotFound()
  const settings = await loadSettings(ctx.db)
  const rules = input.endsOn ? [refuseStay(input.on, input.endsOn, input.cause, settings)] : []
  const { kind, cause, on, letterOn, endsOn, newcomer } = input
  const fromName = [address.name, address.superior].filter(Boolean).join(', ')
  const id = await insertTransfer(ctx.db, {
    kind, direction: 'in', stage: 'presented', stageSince: on, personId: known?.id ?? null, personName: known?.fullName ?? newcomer!.fullName, bornOn: known?.bornOn ?? newcomer!.bornOn,
    probationary: newcomer ? !newcomer.confirmedOn : false, fromName, receiverId: receiver.id, toCellId: cell?.id ?? null, addressId: address.id, toName: receiver.name, reach: 'beyond', cause, causeOn: letterOn,
    requestedOn: on, letterOn, endsOn: endsOn ?? null, arrival: newcomer ?? {}, by: ctx.actor.accountId,
  })
  await insertLetter(ctx.db, id, { number: input.letterNumber, issuedOn: letterOn, issuerId: null, issuerName: fromName, documentType: letterForms[kind], presentBy: letterPresentDue(letterOn, settings).dueOn, handedOn: letterOn, by: ctx.actor.accountId })
  await insertStep(ctx.db, id, { act: 'open', occurredOn: on, fromStage: null, toStage: 'presented', facts: { kind, fromName, number: input.letterNumber }, rules, by: ctx.actor.accountId })
  await ctx.audit({ event: 'transfers.open', subject: { type: 'transfer', id }, organisationId: receiver.id, personId: known?.id, facts: { kind, fromName, on, letterOn }, citations: rules.map(({ citation }) => citation) })
  return { id, version: 1 }
}
