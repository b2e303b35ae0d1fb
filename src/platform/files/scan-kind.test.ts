import { expect, test } from 'vitest'
import { mediaTypeOf } from './scan-kind.ts'

const bytes = (...parts: (string | number)[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)))))

test.each([
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xdb)],
  ['image/png', bytes(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a, 0)],
  ['application/pdf', bytes('%PDF-1.7')],
  ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
  ['image/heic', bytes(0, 0, 0, 24, 'ftypheic')],
  ['image/heic', bytes(0, 0, 0, 24, 'ftypmif1')],
])('%s is known by how it begins', (type, content) => { expect(mediaTypeOf(content)).toBe(type) })

test.each([
  ['nothing', bytes()], ['a page', bytes('<!doctype html>')], ['a program', bytes('MZ', 0x90)], ['a film', bytes(0, 0, 0, 24, 'ftypisom')], ['sound', bytes('RIFF', 1, 2, 3, 4, 'WAVEfmt ')],
  ['a drawing with script', bytes('<svg xmlns="http://www.w3.org/2000/svg">')], ['a PDF behind something else', bytes(' %PDF-1.7')],
])('%s is no scan', (_what, content) => { expect(mediaTypeOf(content)).toBeUndefined() })
