import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { sendUpWorkingDays } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { isConfirmation, sendingNow } from '../model.ts'
import { begin, perform, refusalsOf, refusalsOfOrder, refuseAll } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

/**
 * Everything is there: application, history with all answers, introductions, opinions, a valid certificate, and every condition met.
 * Refuses with all that is missing at once. The cell's own meeting is judged again, by its own day.
 */
export async function markReadyForCell(ctx: Ctx, input: InputOf<typeof admissionContract.markReadyForCell>) {
  const begun = await begin(ctx, input, 'markReadyForCell', input.on)
  refuseAll(refusalsOf(begun, 'markReadyForCell'))
  const rules = begun.judged.eligibility!.reasons.flatMap(({ rule }) => rule ?? [])
  return perform(begun, { act: 'markReadyForCell', step: 'A08', event: 'markedReadyForCell', rules })
}

/** The cell sends its resolution and the file to the committee above. A grassroots cell uses `sendToDeciding`. */
export async function sendUp(ctx: Ctx, input: InputOf<typeof admissionContract.sendUp>) {
  const begun = await begin(ctx, input, 'sendUp', input.on)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'sendUp'), ...refusalsOfOrder(on, [[isConfirmation(file) ? 'recordConfirmationVote' : 'recordCellVote', file.cellResolvedOn]])])
  const rule = sendUpWorkingDays.usedOn(file.cellResolvedOn!, settings.overrides)
  return perform(begun, { act: 'sendUp', step: isConfirmation(file) ? 'P06' : 'A09', event: 'sentUp', facts: { papers: file.documents.length }, rules: [rule], change: { sentUpOn: on } })
}

/** The grassroots committee, or a grassroots cell itself, sends the file to the deciding committee. */
export async function sendToDeciding(ctx: Ctx, input: InputOf<typeof admissionContract.sendToDeciding>) {
  const begun = await begin(ctx, input, 'sendToDeciding', input.on)
  const { file, judged, on } = begun
  refuseAll([...refusalsOf(begun, 'sendToDeciding'), ...refusalsOfOrder(on, [['recordCommitteeVote', file.committeeResolvedOn], ['recordCellVote', file.cellResolvedOn]])])
  const clock = judged.clocks.find(({ kind }) => kind === (isConfirmation(file) ? 'confirmationDecision' : 'decision'))
  return perform(begun, {
    act: 'sendToDeciding', step: isConfirmation(file) ? 'P08' : 'A11', event: 'sentToDeciding', facts: { papers: file.documents.length, dueOn: clock?.dueOn ?? null },
    rules: clock?.rules ?? [], change: { sentToDecidingOn: on },
  })
}

/** Lays a file whose papers were all found in order before the standing board. Refuses with every paper that is not. */
export async function submitForDecision(ctx: Ctx, input: InputOf<typeof admissionContract.submitForDecision>) {
  const begun = await begin(ctx, input, 'submitForDecision', input.on)
  const { file, on, judged } = begun
  refuseAll([...refusalsOf(begun, 'submitForDecision'), ...refusalsOfOrder(on, [['sendToDeciding', file.sentToDecidingOn]])])
  const clock = judged.clocks.find(({ kind }) => kind === (isConfirmation(file) ? 'confirmationDecision' : 'decision'))
  return perform(begun, {
    act: 'submitForDecision', step: isConfirmation(file) ? 'P09' : 'A12', event: 'submittedForDecision', facts: { dueOn: clock?.dueOn ?? null }, rules: clock?.rules ?? [],
    change: { submittedOn: on },
  })
}

/** Records the report of the section committee on the cell's resolution. It is an opinion: the grassroots committee votes either way. */
export async function recordSectionAppraisal(ctx: Ctx, input: InputOf<typeof admissionContract.recordSectionAppraisal>) {
  const begun = await begin(ctx, input, 'recordSectionAppraisal', input.on)
  const { file, judged } = begun
  refuseAll([...refusalsOf(begun, 'recordSectionAppraisal'), ...refusalsOfOrder(input.on, [['sendUp', file.sentUpOn]])])
  const code = isConfirmation(file) ? 'KNĐ-14' : 'KNĐ-7'
  await insertDocument(ctx.db, file.id, { code, number: input.number, datedOn: input.on, receivedOn: ctx.today, sending: sendingNow(file) })
  const row = judged.checklist.find((each) => each.code === code)!
  return perform(begun, {
    act: 'recordSectionAppraisal', step: row.step, event: 'sectionAppraised', facts: { agrees: input.agrees, number: input.number ?? null, remark: input.remark ?? null }, rules: [row.rule],
  })
}
