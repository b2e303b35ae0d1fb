import { earliestDay, type PlainDate, type Refusal } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { documentTypes, type RuleUse, type StepCode } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { dayNotYet, documentNotFound, documentTooMany, documentTypeUnknown, paperBeforeBirth, receivedBeforeSigned } from '../errors.ts'
import { isConfirmation, sendingNow, type CaseFile } from '../model.ts'
import type { Judged } from '../next-act.ts'
import { begin, perform, refusalsOf, refuseAll, type Begun } from '../perform.ts'
import { insertDocument, supersedeDocument } from '../queries/documents.ts'
import { refuseUnfitIntroducers, sponsorIds } from '../queries/introducers.ts'

/** Papers of which a file holds several. */
const severalOf: readonly string[] = ['KNĐ-3', 'KNĐ-2TT', 'TT-96']

/** The step that a type of paper belongs to in this file, and the rule that asks for it. Refuses `admission.documentTypeUnknown`. */
export function stepOfPaper({ file, checklist }: Judged, code: string): { step: StepCode; title: string; rule: RuleUse } {
  const row = checklist.find((each) => each.code === code)
  if (!row || row.step.startsWith('P') !== isConfirmation(file)) throw documentTypeUnknown(code)
  return { step: row.step, title: row.title, rule: row.rule }
}

/** A paper is not of tomorrow, not older than the person it is about, and comes when it is signed. */
export function refusalsOfPaperDays({ ctx, file: { bornOn } }: Begun, { datedOn, receivedOn }: { datedOn?: PlainDate | undefined; receivedOn?: PlainDate | undefined }): Refusal[] {
  const late = [datedOn, receivedOn].flatMap((day) => (day && day > ctx.today ? [dayNotYet(day, ctx.today)] : []))
  if (late.length > 0 || !datedOn) return late
  if (bornOn && datedOn < earliestDay(bornOn)) return [paperBeforeBirth(datedOn, bornOn)]
  return receivedOn && receivedOn < datedOn ? [receivedBeforeSigned(receivedOn, datedOn)] : []
}

/** The paper that a newly recorded one takes the place of: one that was found not to be in the file. */
const emptyPlace = (file: CaseFile, code: string) => file.documents.find((paper) => paper.code === code && paper.fault === 'missing')

/** Whose statement a paper is: an introducer. One may be named who introduced when the paper was written, or who does now. */
const refuseStranger = ({ ctx, file, settings }: Begun, { subjectId, datedOn }: { subjectId?: string | undefined; datedOn?: PlainDate | undefined }) => refuseUnfitIntroducers(ctx.db, settings, {
  cellId: file.cellId, people: [subjectId], known: [...sponsorIds(file.circumstances), ...file.documents.map((paper) => paper.subjectId)], days: [datedOn ?? ctx.today, ctx.today], standingOn: datedOn ?? ctx.today,
})

/** Records a paper that has come. It waits to be checked. Refuses a second one of a kind of which there is only one. */
export async function recordDocument(ctx: Ctx, input: InputOf<typeof admissionContract.recordDocument>) {
  const begun = await begin(ctx, input, 'recordDocument')
  const { file, judged } = begun
  refuseAll([...refusalsOf(begun, 'recordDocument'), ...refusalsOfPaperDays(begun, input)])
  if (!documentTypes.some(({ code }) => code === input.code)) throw documentTypeUnknown(input.code)
  const { step, title, rule } = stepOfPaper(judged, input.code)
  await refuseStranger(begun, input)
  const place = emptyPlace(file, input.code)
  if (!place && !severalOf.includes(input.code) && file.documents.some(({ code }) => code === input.code)) throw documentTooMany(title)
  if (place) await supersedeDocument(ctx.db, place.id)
  const documentId = await insertDocument(ctx.db, file.id, { ...input, receivedOn: input.receivedOn ?? ctx.today, sending: sendingNow(file), replacesId: place?.id ?? null })
  const acted = await perform(begun, {
    act: 'recordDocument', step, event: 'documentRecorded', facts: { documentId, code: input.code, number: input.number ?? null, datedOn: input.datedOn ?? null }, rules: [rule],
  })
  return { ...acted, documentId }
}

/** Records the paper that takes the place of another. The former one stays in the history with what was wrong with it. */
export async function replaceDocument(ctx: Ctx, input: InputOf<typeof admissionContract.replaceDocument>) {
  const begun = await begin(ctx, input, 'replaceDocument')
  const { file, judged } = begun
  refuseAll([...refusalsOf(begun, 'replaceDocument'), ...refusalsOfPaperDays(begun, input)])
  const former = file.documents.find(({ id }) => id === input.documentId)
  if (!former) throw documentNotFound()
  const { step, rule } = stepOfPaper(judged, former.code)
  await refuseStranger(begun, input)
  await supersedeDocument(ctx.db, former.id)
  const documentId = await insertDocument(ctx.db, file.id, {
    code: former.code, subjectId: input.subjectId ?? former.subjectId, number: input.number, datedOn: input.datedOn, pages: input.pages,
    receivedOn: input.receivedOn ?? ctx.today, sending: sendingNow(file), replacesId: former.id,
  })
  const facts = { documentId, replaces: former.id, code: former.code, number: input.number ?? null, datedOn: input.datedOn ?? null }
  const acted = await perform(begun, { act: 'replaceDocument', step, event: 'documentReplaced', facts, rules: [rule] })
  return { ...acted, documentId }
}
