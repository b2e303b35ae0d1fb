import { addDays, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { passFilesOn } from '../../admission/index.ts'
import { handOverWithMember } from '../../dossiers/index.ts'
import { endMembership, hostGuest, placeTransferred, receiveNewcomer, receiveReturning, recordStayOutside } from '../../members/index.ts'
import { isCell, loadOrganisation } from '../../organisations/index.ts'
import type { transfersContract } from '../contract.ts'
import { cellNotAssigned, notBelowReceiver, stayOver } from '../errors.ts'
import { handingWords } from '../messages.vi.ts'
import { begin, perform, sendingLine, type Begun } from '../perform.ts'
import { voidLetters } from '../queries/letters.ts'
import { takeIn } from '../queries/transfers.ts'

type Contract = typeof transfersContract

/** The cell that is to receive, below the organisation addressed. Refuses `transfers.notBelowReceiver`. */
async function receivingCell({ ctx, transfer, on }: Begun, cellId: string) {
  const cell = await loadOrganisation(ctx.db, cellId, on)
  const { grassroots } = await sendingLine(ctx, cellId, on)
  if (!isCell(cell.type) || (grassroots.id !== transfer.receiverId && cell.id !== transfer.receiverId)) throw notBelowReceiver(cell.name, transfer.toName)
  return cell
}

/** The member presented the letter; the cell that receives may be named at once. A grassroots cell is named by itself. */
export async function recordPresentation(ctx: Ctx, input: InputOf<Contract['recordPresentation']>) {
  const begun = await begin(ctx, input, 'present')
  if (input.toCellId) await ctx.authorise('transfers.present', { organisationId: input.toCellId })
  const receiver = await loadOrganisation(ctx.db, begun.transfer.receiverId!, begun.on)
  const toCellId = input.toCellId ?? (isCell(receiver.type) ? receiver.id : undefined)
  const cell = toCellId ? await receivingCell(begun, toCellId) : undefined
  return perform(begun, { facts: { cell: cell?.name ?? null }, change: cell ? { toCellId: cell.id } : {} })
}

/** The receiving organisation names the cell; it may do so as soon as the letter is addressed to it, so that the cell expects the member. */
export async function assignCell(ctx: Ctx, input: InputOf<Contract['assignCell']>) {
  const begun = await begin(ctx, input, 'assignCell')
  await ctx.authorise('transfers.present', { organisationId: input.toCellId })
  const cell = await receivingCell(begun, input.toCellId)
  return perform(begun, { facts: { cell: cell.name }, change: { toCellId: cell.id } })
}

/** The receiving side tells that nobody came; the sending side sees it. */
export async function reportNotCome(ctx: Ctx, input: InputOf<Contract['reportNotCome']>) {
  return perform(await begin(ctx, input, 'reportNotCome'), { facts: { note: input.note ?? null } })
}

export async function sendLetterBack(ctx: Ctx, input: InputOf<Contract['sendLetterBack']>) {
  const begun = await begin(ctx, input, 'sendBack')
  await voidLetters(ctx.db, begun.transfer.id, begun.on, 'sentBack')
  return perform(begun, { facts: { note: input.note }, change: { toCellId: null } })
}

/** A stay that was over before it began is none. */
function refuseStayOver({ transfer: { endsOn }, on }: Begun): void {
  if (endsOn && endsOn < on) throw stayOver(endsOn)
}

type Moved = { personId: string; fromCellId: string; toCellId: string; on: PlainDate; basis: string }

/** What goes with a member who belongs to the new cell: open files, and the dossier where its keeper changes. */
async function bringAlong(ctx: Ctx, { personId, fromCellId, toCellId, on, basis }: Moved) {
  const files = await passFilesOn(ctx, { personId, fromCellId, toCellId, on, basis })
  const { grassroots } = await sendingLine(ctx, toCellId, on)
  const handoverId = await handOverWithMember(ctx, { personId, toKeeperId: grassroots.id, on, handedBy: handingWords.sealed, receivedBy: ctx.actor.name, basis })
  return { files, handoverId: handoverId ?? null }
}

async function acceptWithin(begun: Begun, cellId: string, basis: string) {
  const { ctx, transfer, on } = begun
  const personId = transfer.personId!
  await takeIn(ctx.db, transfer.id, cellId, on)
  if (transfer.kind === 'temporary') return {}
  const { fromCellId } = await placeTransferred(ctx, { personId, cellId, on, basis, sourceId: transfer.id })
  return bringAlong(ctx, { personId, fromCellId, toCellId: cellId, on, basis })
}

type Newcomer = NonNullable<InputOf<Contract['openArrival']>['newcomer']>

async function acceptFromOutside(begun: Begun, cellId: string, basis: string): Promise<{ personId: string }> {
  const { ctx, transfer, on } = begun
  const arrival = { cellId, on, basis, sourceId: transfer.id }
  if (transfer.personId) {
    await takeIn(ctx.db, transfer.id, cellId, on)
    await receiveReturning(ctx, arrival, transfer.personId)
    return { personId: transfer.personId }
  }
  const told = transfer.arrival as Newcomer
  const { decidedOn, decisionNumber, admittedOn, confirmedOn, cardNumber, historyNumber, ...person } = told
  if (transfer.kind === 'temporary') return hostGuest(ctx, arrival, addDays(transfer.endsOn!, 1), { ...person, confirmed: Boolean(confirmedOn), from: transfer.fromName })
  return receiveNewcomer(ctx, arrival, {
    ...person, decidedOn: decidedOn ?? null, decisionNumber: decisionNumber ?? null, admittedOn: admittedOn as UncertainDate, confirmedOn: (confirmedOn ?? null) as UncertainDate | null,
    cardNumber: cardNumber ?? null, historyNumber: historyNumber ?? null,
  })
}

/**
 * The cell receives the member, who counts there from that day; the day before is the last one of the sender. Open files and the dossier go along.
 * Of a temporary stay only the overlay begins. A move inside one organisation is done by the grassroots committee with its decision.
 */
export async function acceptMember(ctx: Ctx, input: InputOf<Contract['acceptMember']>) {
  const begun = await begin(ctx, input, 'accept')
  refuseStayOver(begun)
  const { transfer, on } = begun
  const basis = input.number || transfer.letterNumber || transfer.toName
  if (transfer.kind === 'internal') {
    const { grassroots } = await sendingLine(ctx, transfer.fromCellId!, on)
    await ctx.authorise('transfers.issueLetter', { organisationId: grassroots.id })
    const { fromCellId } = await placeTransferred(ctx, { personId: transfer.personId!, cellId: transfer.toCellId!, on, basis, sourceId: transfer.id })
    const along = await bringAlong(ctx, { personId: transfer.personId!, fromCellId, toCellId: transfer.toCellId!, on, basis })
    return perform(begun, { result: 'lasting', facts: { number: input.number ?? null, cell: transfer.toCell, ...along }, change: { acceptedOn: on } })
  }
  if (!transfer.toCellId) throw cellNotAssigned()
  const result = transfer.kind === 'temporary' ? 'forATime' : 'lasting'
  if (transfer.direction === 'in') {
    const { personId } = await acceptFromOutside(begun, transfer.toCellId, basis)
    return perform(begun, { result, facts: { cell: transfer.toCell }, change: { acceptedOn: on, personId } })
  }
  const along = await acceptWithin(begun, transfer.toCellId, basis)
  return perform(begun, { result, facts: { cell: transfer.toCell, ...along }, change: { acceptedOn: on } })
}

/**
 * The organisation outside received the member: membership here ends on that day as a transfer out, and the dossier goes along. A temporary stay
 * ends nothing. Until this confirmation the sender counts the member.
 */
export async function confirmOutside(ctx: Ctx, input: InputOf<Contract['confirmOutside']>) {
  const begun = await begin(ctx, input, 'confirmOutside')
  refuseStayOver(begun)
  const { transfer, on } = begun
  const personId = transfer.personId!
  if (transfer.kind === 'temporary') {
    await recordStayOutside(ctx, { personId, on, until: addDays(transfer.endsOn!, 1), place: transfer.toName, basis: input.number })
    return perform(begun, { result: 'forATime', facts: { number: input.number }, change: { acceptedOn: on } })
  }
  const handoverId = await handOverWithMember(ctx, { personId, toName: transfer.toName, on, handedBy: handingWords.sealed, receivedBy: transfer.toName, basis: input.number })
  await endMembership(ctx, { personId, kind: 'transferOut', on, basis: input.number, sourceId: transfer.id })
  return perform(begun, { result: 'lasting', facts: { number: input.number, handoverId: handoverId ?? null }, change: { acceptedOn: on } })
}

