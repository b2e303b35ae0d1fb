import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { isConfirmation, sendingNow } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

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
