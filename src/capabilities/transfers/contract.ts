import { z } from 'zod'
import { asOf, citation, count, day, filledLine, id, line, operation, pageOf, uncertainDay, version } from '../../platform/contract/index.ts'
import { dueOwners } from '../reminders/contract.ts'
import { acts, attachmentKinds, causes, directions, paperKinds, stages, transferKinds, voidReasons } from './codes.ts'

const text = (max: number) => line(max).optional()
const rule = z.object({ value: z.string(), source: citation })
const nextAct = z.object({ code: z.enum(acts), words: z.string(), owner: z.enum(dueOwners), side: z.enum(['sending', 'receiving']) })

const filters = {
  /** This organisation and all below, on either side; the one of the acting role when absent. */
  organisationId: id.optional(),
  /** On which side the organisation stands. */
  side: z.enum(['sending', 'receiving']).optional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  kind: z.enum(transferKinds).optional(),
  stage: z.enum(stages).optional(),
  /** Who must act next. */
  owner: z.enum(dueOwners).optional(),
  late: z.boolean().optional(),
  search: text(100),
}

const listed = z.object({
  id, kind: z.enum(transferKinds), direction: z.enum(directions), stage: z.enum(stages), stageSince: day, personName: z.string(), bornOn: z.string().nullable(), probationary: z.boolean(),
  fromName: z.string(), toName: z.string(), letterNumber: z.string().nullable(), letterOn: day.nullable(), nextAct: nextAct.nullable(), dueOn: day.nullable(),
  counting: z.enum(['workingDays', 'calendar']).nullable(), isLate: z.boolean(), workingDays: count,
})
const letter = z.object({
  id, number: z.string(), issuedOn: day, issuerName: z.string(), documentType: z.string(), form: z.string(), presentBy: day, attachments: z.array(z.enum(attachmentKinds)), duesPaidUntil: z.string().nullable(),
  handedOn: day.nullable(), voidOn: day.nullable(), voidReason: z.enum(voidReasons).nullable(),
})
const step = z.object({
  act: z.enum(acts), occurredOn: day, fromStage: z.enum(stages).nullable(), toStage: z.enum(stages), words: z.string(), by: z.string().nullable(), recordedAt: z.string(),
  rules: z.array(rule.extend({ title: z.string() })),
})
const transferPage = listed.extend({
  asOf: day, version, /** Absent for the side that does not see the person yet. */ personId: id.nullable(), cause: z.enum(causes), causeOn: day, reason: z.string().nullable(), consent: z.string().nullable(),
  requestedOn: day, endsOn: day.nullable(), acceptedOn: day.nullable(), fromCellId: id.nullable(), receiverId: id.nullable(), toCellId: id.nullable(), toCell: z.string().nullable(),
  issuer: z.string().nullable(), issuerRule: rule.nullable(), clock: z.object({ startsOn: day, dueOn: day, rule: rule.nullable() }).nullable(), removalFrom: day.nullable(),
  letters: z.array(letter), steps: z.array(step), papers: z.array(z.enum(paperKinds)), attachments: z.array(z.enum(attachmentKinds)),
  /** What the acting role may do now; the next act first. */
  may: z.array(z.enum(acts)), onReceivingSide: z.boolean(), onSendingSide: z.boolean(),
})

const newcomer = z.object({
  fullName: filledLine(120), otherName: text(120), sex: z.enum(['male', 'female']).optional(), bornOn: uncertainDay, ethnicity: text(40), identityNumber: text(20), nativePlace: text(200), phone: text(40),
  decidedOn: day.optional(), decisionNumber: text(60), admittedOn: uncertainDay, confirmedOn: uncertainDay.optional(), cardNumber: text(20), historyNumber: text(40),
})

const transferId = id
const onTransfer = { transferId, version, on: day }
const acted = z.object({ id, version })
const attachmentList = z.array(z.enum(attachmentKinds)).max(3).default([])

/** Transfers of members: request, letter, presentation, reception; temporary stays; members who come from and go to organisations outside. */
export const transfersContract = {
  listTransfers: operation({ method: 'GET', path: '/transfers', summary: 'Transfers of one’s part on either side, what is late first' })
    .input(z.object({ ...filters, ...pageOf, ...asOf }))
    .output(z.object({ asOf: day, rows: z.array(listed), total: count, late: count, byOwner: z.array(z.object({ owner: z.enum(dueOwners), total: count, late: count })) })),
  findTransfer: operation({ method: 'GET', path: '/transfers/{transferId}', summary: 'One transfer with its letters, clocks and history' })
    .input(z.object({ transferId, ...asOf })).output(transferPage),
  listReceivers: operation({ method: 'GET', path: '/transfers/receivers', summary: 'Grassroots organisations of the tree to which a letter can be addressed, by words of their names' })
    .input(z.object({ words: line(100) })).output(z.object({ rows: z.array(z.object({ id, name: z.string(), superior: z.string().nullable() })) })),
  listReturners: operation({ method: 'GET', path: '/transfers/returners', summary: 'People of the own part who left by a transfer out and may come back, by words of their names' })
    .input(z.object({ words: text(100) })).output(z.object({ rows: z.array(z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), from: z.string(), leftOn: day })) })),
  listAddresses: operation({ method: 'GET', path: '/transfers/addresses', summary: 'Organisations outside the tree' })
    .input(z.object({ words: text(100) })).output(z.object({ rows: z.array(z.object({ id, name: z.string(), superior: z.string(), postal: z.string().nullable(), abroad: z.boolean() })) })),
  addAddress: operation({ method: 'POST', path: '/transfers/addresses', summary: 'Add an organisation outside the tree to the address book' })
    .input(z.object({ name: filledLine(200), superior: text(200), postal: text(300), abroad: z.boolean().default(false) })).output(z.object({ id })),
  openTransfer: operation({ method: 'POST', path: '/transfers', summary: 'A member asks to be transferred: to an organisation of the tree, to a cell of the own one, or to an organisation outside' })
    .input(z.object({
      personId: id, kind: z.enum(['official', 'temporary', 'internal', 'abroad']), cause: z.enum(causes), causeOn: day, requestedOn: day, reason: text(300), consent: text(200), endsOn: day.optional(),
      receiverId: id.optional(), addressId: id.optional(), toCellId: id.optional(),
    })).output(acted),
  openArrival: operation({ method: 'POST', path: '/transfers/arrivals', summary: 'A member comes with a letter from an organisation outside' })
    .input(z.object({
      kind: z.enum(['official', 'temporary', 'fromAbroad']), organisationId: id, toCellId: id.optional(), addressId: id, letterNumber: filledLine(60), letterOn: day, on: day, cause: z.enum(causes).default('work'),
      endsOn: day.optional(), /** Somebody who was a member here before. */ personId: id.optional(), newcomer: newcomer.optional(),
    })).output(acted),
  sendTransferUp: operation({ method: 'POST', path: '/transfers/{transferId}/sending', summary: 'Send the request to the level above' }).input(z.object(onTransfer)).output(acted),
  issueLetter: operation({ method: 'POST', path: '/transfers/{transferId}/letters', summary: 'Issue the letter, or a new one for a lost or void one' })
    .input(z.object({ ...onTransfer, number: filledLine(60), attachments: attachmentList, duesPaidUntil: uncertainDay.optional(), consent: text(200), receiverId: id.optional(), addressId: id.optional() })).output(acted),
  handLetterOver: operation({ method: 'POST', path: '/transfers/{transferId}/handing', summary: 'The letter was handed to the member' }).input(z.object(onTransfer)).output(acted),
  reportNotCome: operation({ method: 'POST', path: '/transfers/{transferId}/not-come', summary: 'The receiving side tells that the member has not come' })
    .input(z.object({ ...onTransfer, note: text(300) })).output(acted),
  voidLetter: operation({ method: 'POST', path: '/transfers/{transferId}/voiding', summary: 'The letter is lost, out of time, or goes to another receiver' })
    .input(z.object({ ...onTransfer, reason: z.enum(['lost', 'expired', 'changed']), note: filledLine(300) })).output(acted),
  recordPresentation: operation({ method: 'POST', path: '/transfers/{transferId}/presentation', summary: 'The member presented the letter at the receiving organisation' })
    .input(z.object({ ...onTransfer, toCellId: id.optional() })).output(acted),
  assignCell: operation({ method: 'POST', path: '/transfers/{transferId}/cell', summary: 'Which cell receives the member' }).input(z.object({ ...onTransfer, toCellId: id })).output(acted),
  sendLetterBack: operation({ method: 'POST', path: '/transfers/{transferId}/sending-back', summary: 'The receiving side sends the letter back' })
    .input(z.object({ ...onTransfer, note: filledLine(300) })).output(acted),
  acceptMember: operation({ method: 'POST', path: '/transfers/{transferId}/acceptance', summary: 'The cell receives the member; `on` is the first day there' })
    .input(z.object({ ...onTransfer, /** Decision, for a move inside one organisation. */ number: text(60) })).output(acted),
  confirmOutside: operation({ method: 'POST', path: '/transfers/{transferId}/confirmation', summary: 'The organisation outside tells that it received the member; `on` is the first day there' })
    .input(z.object({ ...onTransfer, number: filledLine(60) })).output(acted),
  extendStay: operation({ method: 'POST', path: '/transfers/{transferId}/extension', summary: 'A temporary stay lasts longer' }).input(z.object({ ...onTransfer, endsOn: day, note: filledLine(300) })).output(acted),
  recordStayEnd: operation({ method: 'POST', path: '/transfers/{transferId}/return', summary: 'A temporary stay is over; `on` is the first day back' }).input(z.object(onTransfer)).output(acted),
  proposeRemoval: operation({ method: 'POST', path: '/transfers/{transferId}/removal-proposal', summary: 'Propose to strike off a member who came nowhere' })
    .input(z.object({ ...onTransfer, note: filledLine(300) })).output(acted),
  recordRemoval: operation({ method: 'POST', path: '/transfers/{transferId}/removal', summary: 'The member was struck off by a decision' }).input(z.object({ ...onTransfer, number: filledLine(60) })).output(acted),
  cancelTransfer: operation({ method: 'POST', path: '/transfers/{transferId}/cancelling', summary: 'The transfer does not take place; the member stays' })
    .input(z.object({ ...onTransfer, note: filledLine(300) })).output(acted),
  transferTogether: operation({ method: 'POST', path: '/transfers/together', summary: 'One decision moves many members to a cell; `on` is the first day there' })
    .input(z.object({ personIds: z.array(id).min(1).max(500), toCellId: id, number: filledLine(60), decidedOn: day, on: day, reason: filledLine(300) }))
    .output(z.object({ jointDecisionId: id, moved: count })),
}
