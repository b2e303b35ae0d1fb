import type { Refusal } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { conditionTitles, documentTypes, type EligibilityReason } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { returnReasonOpen } from '../errors.ts'
import { isPaperMended, openReturn, sendingNow, type CaseFile, type Return } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder } from '../perform.ts'
import { wasDoneAfter } from '../queries/acts.ts'
import { closeReturn } from '../queries/steps.ts'

/** A paper is mended by a newer one; a condition by facts told since the return, or by a note that explains. */
function openReasons(file: CaseFile, { reasons }: Return, isExplained: boolean): Refusal[] {
  return reasons.flatMap((reason) => {
    const { documentType, condition, what } = reason
    if (documentType ? isPaperMended(file, reason) : isExplained) return []
    const title = documentType ? documentTypes.find(({ code }) => code === documentType)?.title : conditionTitles[condition as EligibilityReason['condition']]
    return [returnReasonOpen(what, title ?? what)]
  })
}

/** Sends the mended file back to the level that returned it. Refuses with every reason that is still open. */
export async function resend(ctx: Ctx, input: InputOf<typeof admissionContract.resend>) {
  const begun = await begin(ctx, input, 'resend', input.on)
  const { file, on } = begun
  refuseAll(refusalsOf(begun, 'resend'))
  const returned = openReturn(file)!
  const told = !!input.note || (await wasDoneAfter(ctx.db, file.id, 'recordCircumstances', 'returnCase'))
  refuseAll([...refusalsOfOrder(on, [['returnCase', returned.returnedOn]]), ...openReasons(file, returned, told)])
  await closeReturn(ctx.db, returned.id, { resentOn: on, note: input.note })
  const sending = sendingNow(file)
  const changed = file.documents.filter((paper) => paper.sending === sending)
  return perform(begun, {
    act: 'resend', step: null, event: 'resent', change: { returnedTo: null },
    facts: { returnId: returned.id, sending, changedDocuments: changed.map(({ id }) => id), dueOn: returned.dueOn, isLate: on > returned.dueOn, note: input.note ?? null },
  })
}
