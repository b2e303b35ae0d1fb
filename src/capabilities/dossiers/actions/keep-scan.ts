import type { Ctx } from '../../../platform/action/index.ts'
import { MAX_SCAN_BYTES, mediaTypeOf } from '../../../platform/files/index.ts'
import { FileAnswer, type AnswerOf, type InputOf } from '../../../platform/http/index.ts'
import { lookAtScan, smallPicture } from '../../../platform/pictures/index.ts'
import type { DossierDocumentType } from '../../../regulations/index.ts'
import { findPerson } from '../../members/index.ts'
import type { dossiersContract } from '../contract.ts'
import { dossierNotOpened, scanEmpty, scanKindUnknown, scanNotFound, scanTooLarge } from '../errors.ts'
import { scanWords } from '../messages.vi.ts'
import { findDossierOf, lockDossier, type Dossier } from '../queries/dossiers.ts'
import { insertItem, listItems } from '../queries/items.ts'
import { findScan, findTwin, insertScan, supersedeScan } from '../queries/scans.ts'
import { auditDossier, dossierFor, typeOf } from './checks.ts'

type Contract = typeof dossiersContract
const MEGABYTE = 1024 * 1024

/** Its last part, without what no file system takes. */
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').normalize('NFC').slice(-120) || scanWords.noName

/** The bytes and their kind, told by what they contain. Refuses what is empty, too large, no picture and no PDF. */
async function readFile(file: File): Promise<{ bytes: Uint8Array; mediaType: string; fileName: string }> {
  const fileName = plainName(file.name)
  if (file.size > MAX_SCAN_BYTES) throw scanTooLarge(Math.ceil(file.size / MEGABYTE), MAX_SCAN_BYTES / MEGABYTE)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) throw scanEmpty(fileName)
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw scanKindUnknown(fileName)
  return { bytes, mediaType, fileName }
}

/** The paper that a scan belongs to: the one of its type, the last one where the file says that it is a further part, else a paper of its own. */
async function paperFor(ctx: Ctx, dossier: Dossier, type: DossierDocumentType, part: number | undefined): Promise<string> {
  const own = (await listItems(ctx.db, dossier.id)).filter((item) => item.isLive && item.documentType === type.code && item.state !== 'absentWithReason')
  const last = own.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1)
  if (last && (!type.multiple || (part !== undefined && part > 1))) return last.id
  return insertItem(ctx.db, dossier.id, { documentType: type.code, state: 'present' }, ctx.actor.accountId)
}

/** Keeps one scan with a paper of the member's dossier. Bytes are kept once by their hash; the same scan of the same type changes nothing. */
export async function keepScan(ctx: Ctx, { personId, documentType, part, file }: InputOf<Contract['keepScan']>): Promise<AnswerOf<Contract['keepScan']>> {
  await ctx.authorise('dossiers.write', { personId })
  const type = typeOf(documentType)
  const found = await findDossierOf(ctx.db, personId)
  if (!found) throw dossierNotOpened((await findPerson(ctx.db, personId))?.fullName ?? '')
  const { bytes, mediaType, fileName } = await readFile(file)
  const contentHash = await ctx.files.put(bytes)
  // Drawn before the dossier is locked: nobody waits for a slow file.
  const isHere = await findTwin(ctx.db, found.id, type.code, contentHash)
  const pages = isHere ? null : await lookAtScan(ctx.files, contentHash, bytes, mediaType)
  const dossier = await lockDossier(ctx.db, found.id)
  const twin = await findTwin(ctx.db, dossier.id, type.code, contentHash)
  if (twin) {
    await auditDossier(ctx, 'scanWasHere', dossier, { scanId: twin.id, documentType: type.code, contentHash })
    return { scanId: twin.id, itemId: twin.itemId, alreadyHere: true, pages: twin.pages }
  }
  const itemId = await paperFor(ctx, dossier, type, part)
  const scanId = await insertScan(ctx.db, { itemId, contentHash, mediaType, byteSize: bytes.length, pages, fileName, part: part ?? null, uploadedBy: ctx.actor.accountId })
  await auditDossier(ctx, 'scanKept', dossier, { scanId, itemId, documentType: type.code, contentHash, mediaType, byteSize: bytes.length })
  return { scanId, itemId, alreadyHere: false, pages }
}

/** Puts a scan to another type of paper of the same dossier; where it was before stays on record, and the bytes stay as they are. */
export async function moveScan(ctx: Ctx, { scanId, documentType }: InputOf<Contract['moveScan']>) {
  const seen = await findScan(ctx.db, scanId)
  if (!seen) throw scanNotFound()
  const dossier = await dossierFor(ctx, 'dossiers.write', seen.dossierId)
  const scan = await findScan(ctx.db, scanId)
  if (!scan) throw scanNotFound()
  const type = typeOf(documentType)
  const itemId = await paperFor(ctx, dossier, type, undefined)
  if (itemId === scan.itemId) {
    await auditDossier(ctx, 'scanWasHere', dossier, { scanId, documentType, contentHash: scan.contentHash })
    return { scanId, itemId }
  }
  await supersedeScan(ctx.db, scanId)
  const { id: _i, recordedAt: _r, dossierId: _d, personId: _p, documentType: former, ...kept } = scan
  const moved = await insertScan(ctx.db, { ...kept, itemId, uploadedBy: ctx.actor.accountId })
  await auditDossier(ctx, 'scanMoved', dossier, { scanId: moved, formerScanId: scanId, from: former, to: documentType })
  return { scanId: moved, itemId }
}

/** The small picture of a scan, beside its name on the page of the dossier; the look at that page stands in the trail. Refuses `dossiers.scanNotFound`. */
export async function showScanPicture(ctx: Ctx, { scanId }: InputOf<Contract['showScanPicture']>): Promise<FileAnswer> {
  const scan = await findScan(ctx.db, scanId)
  if (!scan) throw scanNotFound()
  await ctx.authorise('dossiers.readScan', { personId: scan.personId })
  const picture = await smallPicture(ctx.files, scan.contentHash, scan.mediaType)
  if (!picture) throw scanNotFound()
  return new FileAnswer(picture, 'image/png', 'nho.png', 'inline')
}

/** A scan, for whoever may read papers. Each look is written to the trail. */
export async function downloadDossierScan(ctx: Ctx, { scanId }: InputOf<Contract['downloadDossierScan']>): Promise<FileAnswer> {
  const scan = await findScan(ctx.db, scanId)
  if (!scan) throw scanNotFound()
  const dossier = await lockDossier(ctx.db, scan.dossierId)
  await ctx.authorise('dossiers.readScan', { personId: dossier.personId })
  await auditDossier(ctx, 'scanRead', dossier, { scanId, documentType: scan.documentType })
  return new FileAnswer(await ctx.files.read(scan.contentHash), scan.mediaType, scan.fileName, 'inline')
}
