import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { mentorRemarkMonths, newMemberCertificateNeeded } from '../../../regulations/index.ts'
import { findStatusOn, loadPerson } from '../../members/index.ts'
import { remarkDue } from '../clocks.ts'
import { CLASS_CERTIFICATE } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { documentTooMany, mentorNotFull, remarkBeforeProbation } from '../errors.ts'
import { isConfirmation, sendingNow } from '../model.ts'
import { begin, perform, refusalsOf, refusalsOfOrder, refuseAll, type Begun } from '../perform.ts'
import { findOpenCase } from '../queries/cases.ts'
import { insertDocument, supersedeDocument } from '../queries/documents.ts'
import { insertRemark } from '../queries/steps.ts'
import { stepOfPaper } from './record-document.ts'

type Input = InputOf<typeof admissionContract.assignMentor>

function assign(begun: Begun, mentorId: string) {
  const { file, on, settings } = begun
  const rule = mentorRemarkMonths.usedOn(on, settings.overrides)
  return perform(begun, {
    act: 'assignMentor', step: isConfirmation(file) ? 'P01' : 'A14', event: 'mentorAssigned', facts: { mentorId, former: file.mentorId }, rules: [rule], change: { mentorId, mentorSince: on },
  })
}

/** The file of admission that waits for its dossier and the file of confirmation name the same mentor. */
async function assignInOtherFile(ctx: Ctx, { file, on }: Begun, mentorId: string): Promise<void> {
  const other = await findOpenCase(ctx.db, file.personId, !isConfirmation(file))
  if (!other) return
  const begun = await begin(ctx, { id: other.id }, 'assignMentor', on)
  if (begun.file.mentorId !== mentorId && refusalsOf(begun, 'assignMentor').length === 0) await assign(begun, mentorId)
}

/** Assigns the full member who helps during probation; a later assignment takes the place of the former. Refuses `admission.mentorNotFull`. */
export async function assignMentor(ctx: Ctx, input: Input) {
  const begun = await begin(ctx, input, 'assignMentor', input.on)
  const { file, on } = begun
  refuseAll([...refusalsOf(begun, 'assignMentor'), ...refusalsOfOrder(on, [['recordCeremony', file.ceremonyOn ?? file.probationFrom]])])
  const mentor = await loadPerson(ctx.db, input.mentorId)
  if ((await findStatusOn(ctx.db, mentor.id, on))?.status !== 'full') throw mentorNotFull(mentor.fullName)
  await assignInOtherFile(ctx, begun, mentor.id)
  return assign(begun, mentor.id)
}

/** Records the monthly remark of the mentor in the cell. The text stays with the file; the trail says only that it was written. */
export async function recordMentorRemark(ctx: Ctx, input: InputOf<typeof admissionContract.recordMentorRemark>) {
  const begun = await begin(ctx, input, 'recordMentorRemark', input.writtenOn)
  const { file, settings } = begun
  refuseAll(refusalsOf(begun, 'recordMentorRemark'))
  if (file.probationFrom && input.writtenOn < file.probationFrom) throw remarkBeforeProbation(input.writtenOn, file.probationFrom)
  await insertRemark(ctx.db, file.id, { writtenOn: input.writtenOn, text: input.text, by: ctx.actor.accountId })
  const due = remarkDue(file, settings)
  return perform(begun, { act: 'recordMentorRemark', step: 'P01', event: 'mentorRemarkRecorded', facts: { dueOn: due?.dueOn ?? null }, rules: due ? [due.rule] : [] })
}

/** Records the certificate of the new-member class, without which the cell does not consider confirmation. */
export async function recordClassCertificate(ctx: Ctx, input: InputOf<typeof admissionContract.recordClassCertificate>) {
  const begun = await begin(ctx, input, 'recordClassCertificate', input.issuedOn)
  const { file, judged, settings, on } = begun
  refuseAll(refusalsOf(begun, 'recordClassCertificate'))
  const former = file.documents.find(({ code }) => code === CLASS_CERTIFICATE)
  if (former && former.state !== 'needsWork') throw documentTooMany(stepOfPaper(judged, CLASS_CERTIFICATE).title)
  if (former) await supersedeDocument(ctx.db, former.id)
  const documentId = await insertDocument(ctx.db, file.id, {
    code: CLASS_CERTIFICATE, number: input.number, datedOn: input.issuedOn, receivedOn: ctx.today, sending: sendingNow(file), replacesId: former?.id ?? null,
  })
  const acted = await perform(begun, {
    act: 'recordClassCertificate', step: 'P02', event: 'classCertificateRecorded', facts: { documentId, number: input.number ?? null, issuer: input.issuer ?? null },
    rules: [newMemberCertificateNeeded.usedOn(on, settings.overrides)],
  })
  return { ...acted, documentId }
}
