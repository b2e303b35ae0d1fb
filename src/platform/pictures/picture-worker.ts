import { parentPort } from 'node:worker_threads'
import { asPdf } from './as-pdf.ts'
import { drawFirstPage } from './draw.ts'
import { countPageObjects } from './page-objects.ts'

/** The longer side of a small picture, in pixels. */
const SIDE = 240

export type PictureJob = { readonly bytes: Uint8Array; readonly mediaType: string }
export type PictureAnswer = { readonly pages: number | null; readonly picture: Uint8Array | null }

async function draw({ bytes, mediaType }: PictureJob): Promise<PictureAnswer> {
  const isPdf = mediaType === 'application/pdf'
  try {
    const pdf = isPdf ? bytes : asPdf(bytes, mediaType)
    if (!pdf) return { pages: 1, picture: null }
    const { pages, picture } = await drawFirstPage(pdf, SIDE)
    return { pages, picture }
  } catch {
    // What the library cannot read or draw within its limits: pages are told by what stands in the file.
    return { pages: isPdf ? (countPageObjects(bytes) ?? null) : 1, picture: null }
  }
}

parentPort!.on('message', (job: PictureJob) => void draw(job).then((answer) => parentPort!.postMessage(answer)))
