import { inflateSync } from 'node:zlib'

const MOST_STREAMS = 500
const MOST_UNPACKED = 16 * 1024 * 1024
const MOST_PAGES = 5000

type Found = { objects: number; counts: number }

/** Page objects, and the largest number that a tree of pages claims, in one piece of PDF text. */
function look(text: string): Found {
  const objects = text.match(/\/Type\s{0,4}\/Page(?![A-Za-z])/g)?.length ?? 0
  let counts = 0
  for (const [, digits] of text.matchAll(/\/Count\s{1,4}(\d{1,7})/g)) counts = Math.max(counts, Number(digits))
  return { objects, counts }
}

/** The packed streams that may hold objects. */
function* objectStreams(bytes: Buffer, text: string): Generator<Buffer> {
  let from = 0
  for (let i = 0; i < MOST_STREAMS; i++) {
    const mark = text.indexOf('/ObjStm', from)
    if (mark < 0) return
    const begin = text.indexOf('stream', mark)
    const end = begin < 0 ? -1 : text.indexOf('endstream', begin)
    if (end < 0) return
    const first = text[begin + 6] === '\r' ? begin + 8 : begin + 7
    yield bytes.subarray(first, end)
    from = end
  }
}

/**
 * The number of pages of a PDF; `undefined` where it cannot be told. Nothing of the document is carried out: page objects are counted in the
 * open text and in packed object streams, within limits, and never more than the tree of pages claims.
 */
export function countPageObjects(content: Uint8Array): number | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const text = bytes.toString('latin1')
  const found = look(text)
  let left = MOST_UNPACKED
  for (const packed of objectStreams(bytes, text)) {
    if (left <= 0) break
    try {
      const unpacked = inflateSync(packed, { maxOutputLength: left })
      left -= unpacked.length
      const more = look(unpacked.toString('latin1'))
      found.objects += more.objects
      found.counts = Math.max(found.counts, more.counts)
    } catch {
      // A stream that does not unpack within the limits tells nothing.
    }
  }
  const pages = found.counts > 0 ? Math.min(found.objects, found.counts) : found.objects
  return pages > 0 && pages <= MOST_PAGES ? pages : undefined
}
