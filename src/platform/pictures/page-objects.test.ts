import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { countPageObjects } from './page-objects.ts'

const pdf = (body: string) => new TextEncoder().encode(`%PDF-1.4\n${body}\n%%EOF`)
const page = (n: number) => `${n} 0 obj << /Type /Page /Parent 2 0 R >> endobj\n`

test('the pages of an open document are counted', () => {
  expect(countPageObjects(pdf(`2 0 obj << /Type /Pages /Count 3 /Kids [] >> endobj ${page(3)}${page(4)}${page(5)}`))).toBe(3)
})

test('pages in packed object streams are found', () => {
  const packed = deflateSync(Buffer.from('<< /Type /Pages /Count 2 >> << /Type /Page >> << /Type/Page >>'))
  const bytes = Buffer.concat([Buffer.from('%PDF-1.5\n9 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\r\n'), packed, Buffer.from('\nendstream endobj')])
  expect(countPageObjects(bytes)).toBe(2)
})

test('a page that was written anew by a later change counts once', () => {
  expect(countPageObjects(pdf(`<< /Type /Pages /Count 1 >> ${page(3)}${page(3)}`))).toBe(1)
})

test('a document that claims more pages than it has, or nothing, is not believed', () => {
  expect(countPageObjects(pdf('<< /Type /Pages /Count 999999 >>'))).toBeUndefined()
  expect(countPageObjects(pdf(''))).toBeUndefined()
})

test('a stream that unpacks without end stops at the limit', () => {
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
  const bytes = Buffer.concat([Buffer.from('%PDF-1.5 /ObjStm stream\n'), bomb, Buffer.from('\nendstream'), Buffer.from(page(3))])
  expect(countPageObjects(bytes)).toBe(1)
})

test('many half-written streams are looked at in bounded time', () => {
  const began = performance.now()
  countPageObjects(pdf('/ObjStm stream '.repeat(200_000)))
  countPageObjects(pdf('/ObjStm stream\nendstream '.repeat(200_000)))
  expect(performance.now() - began).toBeLessThan(3000)
})
