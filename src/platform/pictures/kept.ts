import type { FileStore } from '../files/index.ts'
import { pictureOf } from './pictures.ts'

const NAME = 'nho'
const DRAWN = ['image/jpeg', 'image/png', 'application/pdf']

/**
 * Looks at a scan that is being kept: puts a small picture of its first page beside it and answers its number of pages, `null` where that cannot
 * be told. What cannot be drawn gets an empty picture, so that nobody tries again.
 */
export async function lookAtScan(files: FileStore, contentHash: string, bytes: Uint8Array, mediaType: string): Promise<number | null> {
  if (!DRAWN.includes(mediaType)) return 1
  const { pages, picture } = await pictureOf(bytes, mediaType)
  await files.putBeside(contentHash, NAME, picture ?? new Uint8Array())
  return pages
}

/** Whether a kept scan has a small picture, or may get one. */
export async function mayHavePicture(files: FileStore, contentHash: string, mediaType: string): Promise<boolean> {
  return DRAWN.includes(mediaType) && (await files.readBeside(contentHash, NAME))?.length !== 0
}

/** The small picture (PNG) of a kept scan, made now if nobody made it; `undefined` for what cannot be drawn or is not there. */
export async function smallPicture(files: FileStore, contentHash: string, mediaType: string): Promise<Buffer | undefined> {
  if (!DRAWN.includes(mediaType)) return undefined
  const known = await files.readBeside(contentHash, NAME)
  if (known) return known.length > 0 ? known : undefined
  const bytes = await files.read(contentHash).catch(() => undefined)
  if (!bytes) return undefined
  await lookAtScan(files, contentHash, new Uint8Array(bytes), mediaType)
  return smallPicture(files, contentHash, mediaType)
}
