import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { CloseReason, Stage } from '../codes.ts'
import type { admissionContract } from '../contract.ts'
import { closeReasonDoesNotFit } from '../errors.ts'
import { closeReasonNames, stageNames } from '../messages.vi.ts'
import { isConfirmation, type CaseFile } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'

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
