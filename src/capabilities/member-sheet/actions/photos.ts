import type { Ctx } from '../../../platform/action/index.ts'
import { MAX_SCAN_BYTES, mediaTypeOf } from '../../../platform/files/index.ts'
import { FileAnswer, type InputOf } from '../../../platform/http/index.ts'
import { lookAtScan, smallPicture } from '../../../platform/pictures/index.ts'
import type { proposalsContract } from '../contract-proposals.ts'
import { notOpen, photoEmpty, photoKindUnknown, photoNotFound, photoTooLarge, tooManyPhotos } from '../errors.ts'
import { photoWords } from '../messages.vi.ts'
import { findPhoto, insertPhoto, listPhotos, type Photo } from '../queries/photos.ts'
import { loadProposal, lockProposal, type Proposal } from '../queries/proposals.ts'

const MOST_PHOTOS = 6
const MEGABYTE = 1024 * 1024

const trailOf = (event: string, { id, personId, cellId }: Proposal, facts: Record<string, unknown>) => ({ event, subject: { type: 'sheetProposal', id }, personId, organisationId: cellId, facts })

/** Its last part, without what no file system takes. */
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').normalize('NFC').slice(-120) || photoWords.noName

/** The bytes and their kind, told by what they contain. Refuses what is empty, too large, no picture and no PDF. */
async function readPhoto(file: File): Promise<{ bytes: Uint8Array; mediaType: string }> {
  if (file.size > MAX_SCAN_BYTES) throw photoTooLarge(Math.ceil(file.size / MEGABYTE), MAX_SCAN_BYTES / MEGABYTE)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) throw photoEmpty()
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw photoKindUnknown(plainName(file.name))
  return { bytes, mediaType }
}

/**
 * Adds a photograph of the paper to an open proposal: by who proposed it, or by the level that keeps the dossier. The same photograph again changes
 * nothing. Refuses `memberSheet.notOpen`, `tooManyPhotos`, `photoEmpty`, `photoKindUnknown`, `photoTooLarge`.
 */
export async function addPhoto(ctx: Ctx, { proposalId, file }: InputOf<typeof proposalsContract.addPhoto>) {
  const seen = await loadProposal(ctx.db, proposalId)
  await ctx.authorise(seen.isOwn ? 'memberSheet.propose' : 'memberSheet.decide', { personId: seen.personId })
  const { bytes, mediaType } = await readPhoto(file)
  const contentHash = await ctx.files.put(bytes)
  // Drawn before the proposal is locked: nobody waits for a slow file.
  await lookAtScan(ctx.files, contentHash, bytes, mediaType)
  const proposal = await lockProposal(ctx.db, proposalId)
  if (proposal.state !== 'open') throw notOpen(proposal.state)
  const photos = await listPhotos(ctx.db, proposalId)
  const twin = photos.find((each) => each.contentHash === contentHash)
  if (!twin && photos.length >= MOST_PHOTOS) throw tooManyPhotos(MOST_PHOTOS)
  const photoId = twin?.id ?? (await insertPhoto(ctx.db, { proposalId, contentHash, mediaType, byteSize: bytes.length, fileName: plainName(file.name), keptBy: ctx.actor.accountId }))
  await ctx.audit(trailOf('memberSheet.photoAdded', proposal, { photoId, contentHash, mediaType, byteSize: bytes.length }))
  return { photoId }
}

/** A photograph for whoever decides, for the member and for who proposed. Refuses `memberSheet.photoNotFound`. */
async function photoFor(ctx: Ctx, photoId: string): Promise<{ photo: Photo; proposal: Proposal }> {
  const photo = await findPhoto(ctx.db, photoId)
  if (!photo) throw photoNotFound()
  const proposal = await loadProposal(ctx.db, photo.proposalId)
  await ctx.authorise(proposal.isOwn ? 'memberSheet.propose' : 'memberSheet.readPhoto', { personId: proposal.personId })
  return { photo, proposal }
}

/** The photograph itself; each look is written to the trail, which the member can read. */
export async function downloadPhoto(ctx: Ctx, { photoId }: InputOf<typeof proposalsContract.downloadPhoto>): Promise<FileAnswer> {
  const { photo, proposal } = await photoFor(ctx, photoId)
  await ctx.audit(trailOf('memberSheet.photoSeen', proposal, { photoId }))
  return new FileAnswer(await ctx.files.read(photo.contentHash), photo.mediaType, photo.fileName, 'inline')
}

/** The photograph so small that nothing can be read on it, for the page of the proposal. */
export async function showPhotoPicture(ctx: Ctx, { photoId }: InputOf<typeof proposalsContract.showPhotoPicture>): Promise<FileAnswer> {
  const { photo } = await photoFor(ctx, photoId)
  const picture = await smallPicture(ctx.files, photo.contentHash, photo.mediaType)
  if (!picture) throw photoNotFound()
  return new FileAnswer(picture, 'image/png', photoWords.small, 'inline')
}
