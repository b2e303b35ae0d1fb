import { newId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { ceremonyDue, probationEnd, type ProbationEnd } from '../../../regulations/index.ts'
import { admitMember } from '../../members/index.ts'
import { closeProspect } from '../../sources-and-targets/index.ts'
import type { admissionContract } from '../contract.ts'
import { ceremonyBeforeDecision, ceremonyLateNoConsent, consentAfterCeremony, receiptBeforeDecision } from '../errors.ts'
import { begin, perform, refusalsOf, refuseAll, type Begun } from '../perform.ts'
import { insertAct } from '../queries/acts.ts'
import { insertCase } from '../queries/cases.ts'
import { insertDocument } from '../queries/documents.ts'

/** Records the day on which the cell received the decision; under some rules the time for the ceremony runs from it. */
export async function recordReceipt(ctx: Ctx, input: InputOf<typeof admissionContract.recordReceipt>) {
  const { receivedOn } = input
  const begun = await begin(ctx, input, 'recordReceipt', receivedOn)
  const { file, settings } = begun
  refuseAll(refusalsOf(begun, 'recordReceipt'))
  if (receivedOn < file.decidedOn!) throw receiptBeforeDecision(receivedOn, file.decidedOn!)
  const { dueOn, rules } = ceremonyDue({ decidedOn: file.decidedOn!, receivedOn }, settings)
  return perform(begun, { act: 'recordReceipt', step: 'A13', event: 'decisionReceived', facts: { dueOn }, rules, change: { decisionReceivedOn: receivedOn } })
}

type Input = InputOf<typeof admissionContract.recordCeremony>

/** In time, or with the superior's consent given before it was held. */
function refusalsOfDayHeld({ file, settings }: Begun, { heldOn, consent }: Input) {
  const decidedOn = file.decidedOn!
  if (heldOn < decidedOn) return [ceremonyBeforeDecision(heldOn, decidedOn)]
  const { dueOn, startsOn, rules } = ceremonyDue({ decidedOn, receivedOn: file.decisionReceivedOn ?? undefined }, settings)
  if (heldOn > dueOn && !consent) return [ceremonyLateNoConsent({ heldOn, dueOn, startsOn, days: Number(rules[0]!.value) }, rules[0])]
  return consent && consent.issuedOn > heldOn ? [consentAfterCeremony(consent.issuedOn, heldOn)] : []
}

type Probation = { readonly id: string; readonly from: PlainDate; readonly end: ProbationEnd }

/** Probation runs from the ceremony; its file is opened at once, so that it can never be forgotten. */
async function openConfirmation({ ctx, file }: Begun, { id, from, end }: Probation): Promise<void> {
  await insertCase(ctx.db, { id, kind: 'confirmation', stage: 'running', openedOn: from, personId: file.personId, cellId: file.cellId, probationFrom: from, probationUntil: end.endsOn, mentorId: file.mentorId, mentorSince: file.mentorSince })
  const facts = { probationFrom: from, probationUntil: end.endsOn, admission: file.id }
  await insertAct(ctx.db, { caseId: id, step: 'P01', kind: 'openConfirmation', occurredOn: from, fromStage: null, toStage: 'running', facts, rules: end.rules, actedBy: ctx.actor.accountId })
  await ctx.audit({
    event: 'admission.confirmationOpened', subject: { type: 'caseFile', id }, organisationId: file.cellId, personId: file.personId, facts, citations: end.rules.map(({ citation }) => citation),
  })
}

/**
 * Records the admission ceremony: the person becomes a probationary member of the cell from this day, is no longer followed as a source,
 * and the file of confirmation is opened. Refuses a day before the decision (`admission.ceremonyBeforeDecision`) and one past the limit
 * without the superior's consent (`admission.ceremonyLateNoConsent`).
 */
export async function recordCeremony(ctx: Ctx, input: Input) {
  const { heldOn, consent } = input
  const begun = await begin(ctx, input, 'recordCeremony', heldOn)
  const { file, settings } = begun
  refuseAll(refusalsOf(begun, 'recordCeremony'))
  refuseAll(refusalsOfDayHeld(begun, input))
  await admitMember(ctx, {
    personId: file.personId, cellId: file.cellId, decidedOn: file.decidedOn!, decisionNumber: file.decisionNumber, decidedBy: file.decidedBy, ceremonyOn: heldOn, sourceId: file.id,
  })
  await closeProspect(ctx, { personId: file.personId, on: heldOn, reason: 'admitted' })
  await insertDocument(ctx.db, file.id, { code: 'KNĐ-LT', datedOn: heldOn, receivedOn: ctx.today, state: 'valid', sending: 1 })

  const end = probationEnd(heldOn, settings.overrides)
  const confirmationCaseId = newId()
  const { dueOn, rules } = ceremonyDue({ decidedOn: file.decidedOn!, receivedOn: file.decisionReceivedOn ?? undefined }, settings)
  const acted = await perform(begun, {
    act: 'recordCeremony', step: 'A13', event: 'ceremonyHeld', rules: [...rules, ...end.rules],
    facts: { dueOn, isLate: heldOn > dueOn, consent: consent?.number ?? null, consentIssuedOn: consent?.issuedOn ?? null, confirmationCaseId, probationUntil: end.endsOn },
    change: { ceremonyOn: heldOn, ceremonyConsent: consent ? `${consent.number}, ${consent.issuedOn}` : null },
  })
  await openConfirmation(begun, { id: confirmationCaseId, from: heldOn, end })
  return { ...acted, confirmationCaseId, probationUntil: end.endsOn }
}
