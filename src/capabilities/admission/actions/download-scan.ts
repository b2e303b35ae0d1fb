import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { caseNotFound, scanNotFound } from '../errors.ts'
import { findCaseById } from '../queries/cases.ts'
import { findScan } from '../queries/documents.ts'

/** A scan, for whoever may read the papers of the file. Each look is written to the trail. */
export async function downloadScan(ctx: Ctx, input: InputOf<typeof admissionContract.downloadScan>): Promise<FileAnswer> {
  const file = await findCaseById(ctx.db, input.id)
  if (!file) throw caseNotFound()
  await ctx.authorise('admission.readScan', { organisationId: file.cellId })
  const scan = await findScan(ctx.db, { caseId: file.id, documentId: input.documentId, scanId: input.scanId })
  if (!scan) throw scanNotFound()
  await ctx.audit({ event: 'admission.scanRead', subject: { type: 'caseFile', id: file.id }, organisationId: file.cellId, personId: file.personId, facts: { scanId: scan.id, documentId: scan.documentId } })
  return new FileAnswer(await ctx.files.read(scan.contentHash), scan.mediaType, scan.fileName, 'inline')
}
