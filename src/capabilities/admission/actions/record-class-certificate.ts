import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { newMemberCertificateNeeded } from '../../../regulations/index.ts'
import { CLASS_CERTIFICATE } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { documentTooMany } from '../errors.ts'
import { sendingNow } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf } from '../perform.ts'
import { insertDocument, supersedeDocument } from '../queries/documents.ts'
import { stepOfPaper } from './record-document.ts'

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
