import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { dossierOpeningDue, stepOf } from '../../../regulations/index.ts'
import type { CloseReason, Stage } from '../codes.ts'
import type { admissionContract } from '../contract.ts'
import { closeReasonDoesNotFit } from '../errors.ts'
import { closeReasonNames, stageNames } from '../messages.vi.ts'
import { isConfirmation, type CaseFile } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

/** A refused file is closed by telling its result; any other only for a reason of the candidate's own. */
const closedBy: Readonly<Partial<Record<Stage, readonly CloseReason[]>>> = {
  cellRejected: ['cellRejected', 'died'], committeeRejected: ['committeeRejected', 'died'], declined: ['declined', 'died'],
}
const always: readonly CloseReason[] = ['withdrawn', 'stale', 'unsuitable', 'movedAway', 'died', 'enteredInError']
const ofMembers: readonly CloseReason[] = ['movedAway', 'died', 'enteredInError']

const reasonsFor = (file: CaseFile): readonly CloseReason[] => (isConfirmation(file) ? ofMembers : (closedBy[file.stage] ?? always))

/** Stops a file with a reason; after a refusal this is also where the candidate, or the cell, is told. */
export async function closeCase(ctx: Ctx, input: InputOf<typeof admissionContract.closeCase>) {
  const begun = await begin(ctx, input, 'closeCase', input.on)
  const { file, on } = begun
  refuseAll([...refusalsOf(begun, 'closeCase'), ...refusalsOfOrder(on, [isConfirmation(file) ? ['recordCeremony', file.probationFrom] : ['openCase', file.openedOn]])])
  if (!reasonsFor(file).includes(input.reason)) throw closeReasonDoesNotFit(closeReasonNames[input.reason], stageNames(file.kind, file.stage))
  return perform(begun, { act: 'closeCase', step: null, event: 'caseClosed', facts: { reason: input.reason, note: input.note ?? null }, change: { closeReason: input.reason } })
}

/** The member's history and sheet were made: the file of admission is done. Refuses while no mentor was assigned. */
export async function recordDossierOpened(ctx: Ctx, input: InputOf<typeof admissionContract.recordDossierOpened>) {
  const begun = await begin(ctx, input, 'recordDossierOpened', input.openedOn)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'recordDossierOpened'), ...refusalsOfOrder(on, [['recordCeremony', file.ceremonyOn]])])
  for (const code of stepOf('A14').documents)
    if (!file.documents.some((paper) => paper.code === code)) await insertDocument(ctx.db, file.id, { code, datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { dueOn, rules } = dossierOpeningDue(file.ceremonyOn!, settings)
  return perform(begun, { act: 'recordDossierOpened', step: 'A14', event: 'dossierOpened', facts: { dueOn, isLate: on > dueOn }, rules, change: { dossierOpenedOn: on } })
}

/** The result was told, card and dossier brought up to date: the file of confirmation is done. */
export async function recordResultReported(ctx: Ctx, input: InputOf<typeof admissionContract.recordResultReported>) {
  const begun = await begin(ctx, input, 'recordResultReported', input.on)
  const { file, judged, on } = begun
  refuseAll([...refusalsOf(begun, 'recordResultReported'), ...refusalsOfOrder(on, [['recordConfirmationDecision', file.decidedOn]])])
  if (file.stage === 'confirmed') await insertDocument(ctx.db, file.id, { code: 'DM-100', datedOn: on, receivedOn: ctx.today, state: 'valid', sending: 1 })
  const { rule } = judged.checklist.find(({ code }) => code === 'DM-100')!
  return perform(begun, { act: 'recordResultReported', step: 'P11', event: 'resultReported', rules: [rule] })
}
