import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pictureOf } from './pictures.ts'
import { readPng, writePng } from './png.ts'

const RED = [200, 30, 20] as const
const pixels = (width: number, height: number, of: readonly number[]) => ({ width, height, rgb: Uint8Array.from({ length: width * height * 3 }, (_, i) => of[i % 3]!) })
const page = (body: string, more = '') => new TextEncoder().encode(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> ${more} >> endobj
4 0 obj << /Length ${body.length} >> stream
${body}
endstream endobj
trailer << /Root 1 0 R /Size 5 >>
%%EOF`)

/** Size and the colour in the middle of a small picture. */
function seen(picture: Uint8Array | null) {
  const { width, height, packed } = readPng(Buffer.from(picture!))!
  const lines = inflateSync(packed)
  const at = Math.floor(height / 2) * (width * 3 + 1) + 1 + Math.floor(width / 2) * 3
  return { width, height, middle: [...lines.subarray(at, at + 3)] }
}

test('the first page of a PDF is drawn, and its pages are counted', async () => {
  const { pages, picture } = await pictureOf(page('0.784 0.118 0.078 rg 0 0 595 842 re f'), 'application/pdf')
  expect(pages).toBe(2)
  expect(seen(picture)).toEqual({ width: 170, height: 240, middle: [...RED] })
})

test('a picture is one page, drawn small in its own shape', async () => {
  const { pages, picture } = await pictureOf(writePng(pixels(800, 400, RED)), 'image/png')
  expect(pages).toBe(1)
  expect(seen(picture)).toEqual({ width: 240, height: 120, middle: [...RED] })
})

test('what shines through in a PNG stands on white', async () => {
  const clear = writePng(pixels(1, 1, RED))
  const line = Buffer.from([0, ...RED, 0])
  const idat = (content: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, content.length]), Buffer.from('IDAT'), content, Buffer.alloc(4)])
  const head = Buffer.from(clear.subarray(0, 33))
  head[25] = 6
  const { picture } = await pictureOf(Buffer.concat([head, idat(deflateSync(line)), Buffer.from([0, 0, 0, 0]), Buffer.from('IEND'), Buffer.alloc(4)]), 'image/png')
  expect(seen(picture).middle).toEqual([255, 255, 255])
})

test('a damaged, a locked and an unknown file have no picture and stop nobody', async () => {
  expect(await pictureOf(new TextEncoder().encode('%PDF-1.4 << /Type /Pages /Count 1 >> << /Type /Page >>'), 'application/pdf')).toEqual({ pages: 1, picture: null })
  expect(await pictureOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), 'image/jpeg')).toEqual({ pages: 1, picture: null })
  expect(await pictureOf(new Uint8Array(20), 'image/heic')).toEqual({ pages: 1, picture: null })
  expect((await pictureOf(page(''), 'application/pdf')).pages).toBe(2)
})

test('a picture that claims to be enormous is not drawn', async () => {
  const claimed = writePng(pixels(2, 2, RED))
  claimed.writeUInt32BE(60_000, 16)
  claimed.writeUInt32BE(60_000, 20)
  expect(await pictureOf(claimed, 'image/png')).toEqual({ pages: 1, picture: null })
})

test('a page that draws without end is given up, and the next one is drawn', async () => {
  const endless = '/A gs 1 0 0 rg '.repeat(20) + '0 0 m 595 842 400 0 0 842 595 0 c S 0 0 595 842 re 10 10 500 500 re f* '.repeat(120_000)
  const began = performance.now()
  const [slow, next] = await Promise.all([pictureOf(page(endless), 'application/pdf'), pictureOf(writePng(pixels(10, 10, RED)), 'image/png')])
  expect(performance.now() - began).toBeLessThan(25_000)
  expect(slow.pages === 2 || slow.pages === null).toBe(true)
  expect(seen(next.picture).middle).toEqual([...RED])
}, 60_000)

test('a document that asks for more memory than it may have is given up, and the next one is drawn', async () => {
  const huge = Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >> endobj\n4 0 obj << /Length 27 >> stream\nq 500 0 0 500 0 0 cm /I Do Q\nendstream endobj\n5 0 obj << /Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode] /Length `),
    ...(() => { const bomb = deflateSync(deflateSync(Buffer.alloc(400_000_000))); return [Buffer.from(`${bomb.length} >> stream\n`), bomb] })(),
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R /Size 6 >>\n%%EOF\n'),
  ])
  const before = process.memoryUsage().rss
  const [, next] = await Promise.all([pictureOf(huge, 'application/pdf'), pictureOf(writePng(pixels(10, 10, RED)), 'image/png')])
  expect(seen(next.picture).middle).toEqual([...RED])
  expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
}, 60_000)
