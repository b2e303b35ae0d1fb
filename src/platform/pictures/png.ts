import { crc32, deflateSync, inflateSync } from 'node:zlib'

export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Pixels as a PNG, three bytes a pixel. */
export function writePng({ width, height, rgb }: Pixels): Buffer {
  const lines = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) lines.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))])
}

export type PngParts = {
  readonly width: number; readonly height: number; readonly depth: number; readonly colours: number; readonly interlaced: boolean
  readonly palette: Buffer | undefined; readonly packed: Buffer
}

/** What a PNG consists of, its lines still packed; `undefined` for one that is cut off or has none. */
export function readPng(bytes: Buffer): PngParts | undefined {
  const packed: Buffer[] = []
  let palette: Buffer | undefined
  for (let at = 33; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'PLTE') palette = content
    if (type === 'IDAT') packed.push(content)
    if (type === 'IEND') break
    at += 12 + length
  }
  if (packed.length === 0) return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), depth: bytes[24]!, colours: bytes[25]!, interlaced: bytes[28] !== 0, palette, packed: Buffer.concat(packed) }
}

/** The predictor of the PNG specification, chapter 9. */
function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function guess(filter: number, left: number, above: number, corner: number): number {
  return filter === 1 ? left : filter === 2 ? above : filter === 3 ? (left + above) >> 1 : filter === 4 ? paeth(left, above, corner) : 0
}

/** Lines of eight bits a channel with an alpha channel, laid on white: packed lines without filter and without alpha. */
export function withoutAlpha({ width, height, packed }: PngParts, channels: 2 | 4): Buffer {
  const stride = width * channels
  const lines = inflateSync(packed, { maxOutputLength: (stride + 1) * height })
  const solid = Buffer.alloc((width * (channels - 1) + 1) * height)
  let before = new Uint8Array(stride)
  for (let y = 0, to = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)]!
    const line = lines.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1))
    for (let i = 0; i < stride; i++) line[i] = line[i]! + guess(filter, line[i - channels] ?? 0, before[i]!, before[i - channels] ?? 0)
    to++
    for (let x = 0; x < stride; x += channels) {
      const alpha = line[x + channels - 1]!
      for (let c = 0; c < channels - 1; c++) solid[to++] = 255 + ((line[x + c]! - 255) * alpha) / 255
    }
    before = line
  }
  return deflateSync(solid, { level: 1 })
}
