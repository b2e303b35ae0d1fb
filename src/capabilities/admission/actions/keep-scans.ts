import type { Ctx } from '../../../platform/action/index.ts'
import { MAX_SCAN_BYTES, mediaTypeOf } from '../../../platform/files/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import type { admissionContract } from '../contract.ts'
import { caseNotFound, documentNotFound, scanEmpty, scanKindUnknown, scanNotFound, scanTooLarge } from '../errors.ts'
import { begin, refusalsOf, refuseAll } from '../perform.ts'
import { insertAct } from '../queries/acts.ts'
import { findCaseById } from '../queries/cases.ts'
import { findScan, insertScan } from '../queries/documents.ts'

const MEGABYTE = 1024 * 1024

/** Its last part, without what no file system takes. */
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').normalize('NFC').slice(-120) || 'ban-chup'

/**
 * Adds a scan to a paper. What kind of file it is, is read from its content; its bytes are kept by their hash and have no address of
 * their own. The version of the file does not rise: scanning disturbs nobody who works on it.
 */
export async function attachScan(ctx: Ctx, input: InputOf<typeof admissionContract.attachScan>) {
  const begun = await begin(ctx, { id: input.id }, 'attachScan')
  const { file } = begun
  refuseAll(refusalsOf(begun, 'attachScan'))
  const paper = file.documents.find(({ id }) => id === input.documentId)
  if (!paper) throw documentNotFound()
  const fileName = plainName(input.file.name)
  if (input.file.size > MAX_SCAN_BYTES) throw scanTooLarge(Math.ceil(input.file.size / MEGABYTE), MAX_SCAN_BYTES / MEGABYTE)
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  if (bytes.length === 0) throw scanEmpty(fileName)
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw scanKindUnknown(fileName)
  const contentHash = await ctx.files.put(bytes)
  const scanId = await insertScan(ctx.db, { documentId: paper.id, contentHash, mediaType, byteSize: bytes.length, fileName, uploadedBy: ctx.actor.accountId })
  const facts = { scanId, documentId: paper.id, code: paper.code, mediaType, byteSize: bytes.length }
  await insertAct(ctx.db, { caseId: file.id, step: null, kind: 'attachScan', occurredOn: ctx.today, fromStage: file.stage, toStage: file.stage, facts, rules: [], actedBy: ctx.actor.accountId })
  await ctx.audit({ event: 'admission.scanAttached', subject: { type: 'caseFile', id: file.id }, organisationId: file.cellId, personId: file.personId, facts: { ...facts, contentHash } })
  return { scanId, mediaType, byteSize: bytes.length }
}

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
