import type { Refusal } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { addWorkingDays, conditionTitles, returnedFileWorkingDays, documentTypes, type EligibilityReason } from '../../../regulations/index.ts'
import { isPaperMended } from '../checklist.ts'
import type { Level } from '../codes.ts'
import { isCovered } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { documentNotFound, documentTypeUnknown, noReturnReason, reasonNamesNothing, returnAlreadyWorkedOn, returnDueTooEarly, returnGoesNowhere, returnReasonOpen } from '../errors.ts'
import { coveredConditions, coveredReasonWhat, levelNames } from '../messages.vi.ts'
import { holderOf, openReturn, sendingNow, type CaseFile, type ReturnReason, type Return } from '../model.ts'
import type { Judged } from '../next-act.ts'
import { begin, perform, refusalsOf, refuseAll, refusalsOfOrder } from '../perform.ts'
import { latestAct, wasDoneAfter } from '../queries/acts.ts'
import { markDocuments } from '../queries/documents.ts'
import { closeReturn, insertReturn } from '../queries/steps.ts'

type Input = InputOf<typeof admissionContract.returnCase>

/** A reason names a paper of the file, a type of paper that is missing, or a condition; nobody has to guess what to mend. */
function readReason({ file, checklist }: Judged, reason: Input['reasons'][number]): Omit<ReturnReason, 'id'> {
  const { what, todo, kind, documentId, condition } = reason
  const paper = documentId ? file.documents.find(({ id }) => id === documentId) : undefined
  if (documentId && !paper) throw documentNotFound()
  const documentType = paper?.code ?? reason.documentType ?? null
  if (documentType && !checklist.some(({ code }) => code === documentType)) throw documentTypeUnknown(documentType)
  if (!documentType && !(condition && condition in conditionTitles)) throw reasonNamesNothing(what)
  return { documentType, documentId: paper?.id ?? null, condition: condition ?? null, what, todo, kind }
}

/** From which level a file comes back. What lay before the board is taken from the table by the office that laid it there. */
const fromLevelOf = (file: CaseFile): Level => (holderOf(file) === 'standingBoard' ? 'decidingOffice' : holderOf(file))

function refuseNowhere(file: CaseFile, from: Level, to: Level): void {
  if (to === 'grassrootsCommittee' && (from !== 'decidingOffice' || !file.line.hasCommittee)) throw returnGoesNowhere(levelNames[from])
}

/**
 * Returns the file with reasons tied to papers or conditions. The stage stays; the clock of those who mend begins, the clock of the rule
 * goes on, and both readings of it are shown. Refuses a return without a reason, and a reason that names nothing.
 */
export async function returnCase(ctx: Ctx, input: Input) {
  const begun = await begin(ctx, input, 'returnCase', input.on)
  const { file, judged, on, settings } = begun
  refuseAll(refusalsOf(begun, 'returnCase'))
  if (input.reasons.length === 0) throw noReturnReason()
  const fromLevel = fromLevelOf(file)
  refuseNowhere(file, fromLevel, input.toLevel)
  const rule = returnedFileWorkingDays.usedOn(on, settings.overrides)
  const dueOn = input.dueOn ?? addWorkingDays(on, rule.value, settings.swaps)
  if (dueOn <= on) throw returnDueTooEarly(dueOn, on)
  const reasons = input.reasons.map((reason) => readReason(judged, reason))

  const returnId = await insertReturn(ctx.db, file.id, { returnedOn: on, fromLevel, toLevel: input.toLevel, dueOn, reasons })
  for (const { documentId, kind, what } of reasons)
    if (documentId) await markDocuments(ctx.db, [documentId], { state: 'needsWork', fault: kind, remark: what }, ctx.actor.accountId, ctx.today)
  const acted = await perform(begun, {
    act: 'returnCase', step: null, event: 'returned', rules: [rule], change: { returnedTo: input.toLevel, submittedOn: null },
    facts: { returnId, fromLevel, toLevel: input.toLevel, dueOn, reasons: reasons.length },
  })
  return { ...acted, returnId, dueOn }
}

/** Takes a return back, as long as nothing was done to the file after it. */
export async function withdrawReturn(ctx: Ctx, input: InputOf<typeof admissionContract.withdrawReturn>) {
  const begun = await begin(ctx, input, 'withdrawReturn')
  refuseAll(refusalsOf(begun, 'withdrawReturn'))
  const returned = openReturn(begun.file)!
  if ((await latestAct(ctx.db, begun.file.id))?.kind !== 'returnCase') throw returnAlreadyWorkedOn()
  await closeReturn(ctx.db, returned.id, { withdrawnOn: ctx.today })
  return perform(begun, { act: 'withdrawReturn', step: null, event: 'returnWithdrawn', facts: { returnId: returned.id }, change: { returnedTo: null } })
}

/** A paper is mended by a newer one; a condition by facts told since the return, or by a note that explains. */
function openReasons(judged: Judged, { reasons }: Return, isExplained: boolean): Refusal[] {
  return reasons.flatMap((reason) => {
    const { documentType, condition, what } = reason
    if (documentType ? isPaperMended(judged, reason) : isExplained) return []
    if (condition && isCovered(condition as EligibilityReason['condition'], judged.file.circumstances)) return [returnReasonOpen(coveredReasonWhat, coveredConditions)]
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
  refuseAll([...refusalsOfOrder(on, [['returnCase', returned.returnedOn]]), ...openReasons(begun.judged, returned, told)])
  await closeReturn(ctx.db, returned.id, { resentOn: on, note: input.note })
  const sending = sendingNow(file)
  const changed = file.documents.filter((paper) => paper.sending === sending)
  return perform(begun, {
    act: 'resend', step: null, event: 'resent', change: { returnedTo: null },
    facts: { returnId: returned.id, sending, changedDocuments: changed.map(({ id }) => id), dueOn: returned.dueOn, isLate: on > returned.dueOn, note: input.note ?? null },
  })
}
