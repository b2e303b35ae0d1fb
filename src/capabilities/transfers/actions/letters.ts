import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { firstRuledDay, letterAttachments, letterPresentDue } from '../../../regulations/index.ts'
import type { transfersContract } from '../contract.ts'
import { attachmentsMissing, duesUntilMissing, notCompetent } from '../errors.ts'
import { attachmentNames } from '../messages.vi.ts'
import { letterForms } from '../model.ts'
import { begin, issuerRule, perform, sendingLine, type Begun } from '../perform.ts'
import { insertLetter, markHanded, voidLetters } from '../queries/letters.ts'
import { refuseUnderDiscipline } from './checks.ts'
import { goalOf } from './open-transfer.ts'

type Contract = typeof transfersContract

/** Sends a request on: from the cell to its grassroots committee, from there to the committee above. A grassroots cell sends it straight up. */
export async function sendTransferUp(ctx: Ctx, input: InputOf<Contract['sendTransferUp']>) {
  const begun = await begin(ctx, input, 'sendUp')
  const { transfer, on } = begun
  const { grassroots } = await sendingLine(ctx, transfer.fromCellId!, on)
  return perform(begun, { result: grassroots.id === transfer.fromCellId ? 'superior' : 'grassroots' })
}

type Issue = InputOf<Contract['issueLetter']>

function refuseAttachments({ transfer, on, settings }: Begun, { attachments, duesPaidUntil }: Issue) {
  const rule = letterAttachments.usedOn(laterOf(on, firstRuledDay), settings.overrides)
  const missing = rule.value[transfer.kind === 'temporary' ? 'temporary' : 'lasting'].filter((each) => !attachments.includes(each))
  if (missing.length > 0) throw attachmentsMissing(missing.map((each) => attachmentNames[each].toLowerCase()), rule)
  if (attachments.includes('duesPaid') && !duesPaidUntil) throw duesUntilMissing()
  return rule
}

/** Whose committee issues, by the rule of the day, held against the role that acts. Refuses `transfers.notCompetent`. */
async function issuerFor({ ctx, settings }: Begun, transfer: { fromCellId: string | null; reach: Begun['transfer']['reach'] }, on: PlainDate) {
  const { use, issuer } = issuerRule(transfer, on, settings)
  const { grassroots, superior } = await sendingLine(ctx, transfer.fromCellId!, on)
  const committee = issuer === 'superior' ? (superior ?? grassroots) : grassroots
  if (!(await ctx.may('transfers.issueLetter', { organisationId: committee.id }))) throw notCompetent(committee.name, use)
  return { use, committee }
}

/**
 * Issues the letter with its number and what goes with it; a new one takes the place of a lost or void one, and may name another receiver. From
 * this day the receiving side sees the transfer. Refuses `transfers.notCompetent`, `transfers.attachmentsMissing`, `transfers.waitsForDiscipline`,
 * `transfers.numberUsed`.
 */
export async function issueLetter(ctx: Ctx, input: Issue) {
  const begun = await begin(ctx, input, 'issueLetter')
  const { transfer, on, settings } = begun
  const goal = input.receiverId || input.addressId ? await goalOf(ctx, transfer.fromCellId!, input, on) : undefined
  const { use, committee } = await issuerFor(begun, { fromCellId: transfer.fromCellId, reach: goal?.reach ?? transfer.reach }, on)
  const consent = input.consent || transfer.consent
  const held = await refuseUnderDiscipline(ctx, { id: transfer.personId!, name: transfer.personName }, on, consent, settings)
  const attached = refuseAttachments(begun, input)
  const due = letterPresentDue(on, settings)
  await voidLetters(ctx.db, transfer.id, on, 'changed')
  await insertLetter(ctx.db, transfer.id, {
    number: input.number, issuedOn: on, issuerId: committee.id, issuerName: committee.name, documentType: letterForms[transfer.kind], presentBy: due.dueOn, attachments: input.attachments,
    duesPaidUntil: input.duesPaidUntil ?? null, by: ctx.actor.accountId,
  })
  const facts = { number: input.number, issuer: committee.name, presentBy: due.dueOn, toName: goal?.toName ?? transfer.toName }
  return perform(begun, { facts, rules: [use, attached, ...held, ...due.rules], change: { ...goal, letterOn: on, consent } })
}

export async function handLetterOver(ctx: Ctx, input: InputOf<Contract['handLetterOver']>) {
  const begun = await begin(ctx, input, 'handOver')
  await markHanded(ctx.db, begun.transfer.id, begun.on)
  return perform(begun)
}

/** Ends the use of a letter that is lost, past its limit, or addressed to somebody else from now on. */
export async function voidLetter(ctx: Ctx, input: InputOf<Contract['voidLetter']>) {
  const begun = await begin(ctx, input, 'voidLetter')
  await voidLetters(ctx.db, begun.transfer.id, begun.on, input.reason)
  return perform(begun, { facts: { reason: input.reason, note: input.note } })
}
