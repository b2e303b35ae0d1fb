import { readPng, withoutAlpha } from './png.ts'

/** Larger pictures are not drawn. */
const MOST_PIXELS = 60_000_000

type Image = { readonly width: number; readonly height: number; readonly dictionary: string; readonly content: Buffer; readonly turn: number }

const tooLarge = (width: number, height: number): boolean => width < 1 || height < 1 || width * height > MOST_PIXELS

/** How far a camera was turned, by EXIF tag 0x0112, in degrees. */
function turnOf(segment: Buffer): number {
  if (segment.toString('latin1', 0, 4) !== 'Exif' || segment.length < 20) return 0
  const little = segment.toString('latin1', 6, 8) === 'II'
  const word = (at: number) => (little ? segment.readUInt16LE(at) : segment.readUInt16BE(at))
  const first = 6 + (little ? segment.readUInt32LE(10) : segment.readUInt32BE(10))
  if (first + 2 > segment.length) return 0
  for (let i = 0, at = first + 2; i < word(first) && at + 12 <= segment.length; i++, at += 12)
    if (word(at) === 0x0112) return { 3: 180, 6: 90, 8: 270 }[word(at + 8)] ?? 0
  return 0
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpeg(bytes: Buffer): Image | undefined {
  let turn = 0
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) { at++; continue }
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xe1) turn ||= turnOf(bytes.subarray(at + 4, at + 2 + length))
    if (isFrame(marker)) {
      const [height, width, channels] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7), bytes[at + 9]!]
      const space = ({ 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]' } as Record<number, string>)[channels]
      return space && !tooLarge(width, height) ? { width, height, turn, dictionary: `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`, content: bytes } : undefined
    }
    at += 2 + length
  }
  return undefined
}

function png(bytes: Buffer): Image | undefined {
  const parts = readPng(bytes)
  if (!parts || parts.interlaced || tooLarge(parts.width, parts.height)) return undefined
  const { width, height, depth, colours, palette, packed } = parts
  const image = (space: string, channels: number, content = packed): Image => ({
    width, height, turn: 0, content,
    dictionary: `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width} >>`,
  })
  if (colours === 0) return image('/DeviceGray', 1)
  if (colours === 2) return image('/DeviceRGB', 3)
  if (colours === 3 && palette) return image(`[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`, 1)
  if (depth !== 8) return undefined
  return colours === 4 ? image('/DeviceGray', 1, withoutAlpha(parts, 2)) : image('/DeviceRGB', 3, withoutAlpha(parts, 4))
}

/**
 * A picture as a PDF of one page, so that one library draws everything. `undefined` for kinds and pictures that are not drawn: others than JPEG
 * and PNG, interlaced ones, damaged ones, and those of more than sixty million pixels.
 */
export function asPdf(content: Uint8Array, mediaType: string): Buffer | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const image = mediaType === 'image/jpeg' ? jpeg(bytes) : mediaType === 'image/png' ? png(bytes) : undefined
  if (!image) return undefined
  const { width, height, turn, dictionary } = image
  // A long side of a thousand points, whatever the picture's own size.
  const scale = 1000 / Math.max(width, height)
  const [w, h] = [(width * scale).toFixed(2), (height * scale).toFixed(2)]
  const draw = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`
  return Buffer.concat([
    Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Rotate ${turn} /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >> endobj
4 0 obj << /Length ${draw.length} >> stream
${draw}
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${dictionary} /Length ${image.content.length} >> stream
`),
    image.content, Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R /Size 6 >>\n%%EOF\n'),
  ])
}
