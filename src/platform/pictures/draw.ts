import { PDFiumLibrary } from '@hyzyla/pdfium'
import { writePng } from './png.ts'

/** Memory of the drawing library, in pages of 64 kB. */
const MOST_MEMORY_PAGES = 6144
const MOST_PAGES = 5000

// The library asks for more memory here and nowhere else: a document that wants more fails, the program lives on.
type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number }
const memory = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Memory } } }).WebAssembly.Memory.prototype
const { grow } = memory
memory.grow = function limited(this: Memory, pages: number) {
  if (this.buffer.byteLength / 65536 + pages > MOST_MEMORY_PAGES) throw new RangeError('A document asks for too much memory')
  return grow.call(this, pages)
}

let library: Promise<PDFiumLibrary> | undefined

export type Drawing = { readonly pages: number; readonly picture: Buffer }

/** Number of pages of a PDF and its first page as a PNG, the longer side `side` pixels. Throws on what is no readable PDF. */
export async function drawFirstPage(pdf: Uint8Array, side: number): Promise<Drawing> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    const pages = document.getPageCount()
    if (pages < 1 || pages > MOST_PAGES) throw new RangeError('A document without pages, or with too many')
    const page = document.getPage(0)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = side / Math.max(originalWidth, originalHeight)
    if (!Number.isFinite(scale) || scale <= 0) throw new RangeError('A page without size')
    const size = { width: Math.max(1, Math.round(originalWidth * scale)), height: Math.max(1, Math.round(originalHeight * scale)) }
    const { data, width, height } = await page.render({ ...size, colorSpace: 'BGRA', render: 'bitmap' })
    const rgb = new Uint8Array(width * height * 3)
    for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) rgb.set(data.subarray(from, from + 3), to)
    return { pages, picture: writePng({ width, height, rgb }) }
  } finally {
    document.destroy()
  }
}
