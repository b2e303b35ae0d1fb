import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { Chronicle } from './chronicle.ts'
import { Random } from './random.ts'

/** Papers of the open files that have a picture. */
const SCANNED = 24
/** Papers in dossiers that have one. */
const IN_DOSSIERS = 24
const WIDTH = 496
const HEIGHT = 702

/** Pictures of some papers: a sheet with lines of writing nobody can read, and nobody's writing. */
export function layScans(chronicle: Chronicle): void {
  const random = chronicle.branch('scans')
  const open = new Set(chronicle.rowsOf('admission.case_file').filter((row) => row.kind === 'admission' && !row.closed_on).map((row) => row.id))
  const papers = random.shuffled(chronicle.rowsOf('admission.document').filter((row) => open.has(row.case_id as string) && ['KNĐ-1', 'KNĐ-2', 'KNĐ-3'].includes(String(row.type)))).slice(0, SCANNED)
  for (const paper of papers) {
    const bytes = sheet(new Random(chronicle.seed, String(paper.id)))
    chronicle.files.push(bytes)
    chronicle.add('admission.scan', {
      document_id: paper.id, content_hash: createHash('sha256').update(bytes).digest('hex'), media_type: 'image/png', byte_size: bytes.length, file_name: `${String(paper.type).normalize('NFD').replace(/[^\w-]/g, '')}.png`,
      uploaded_by: null, recorded_at: paper.recorded_at,
    })
  }
}

/** Pictures of papers that lie in dossiers. */
export function layPaperScans(chronicle: Chronicle): void {
  for (let i = 0; i < IN_DOSSIERS; i++) {
    const bytes = sheet(new Random(chronicle.seed, `paper ${i}`))
    chronicle.files.push(bytes)
    chronicle.paperScans.push({ contentHash: createHash('sha256').update(bytes).digest('hex'), byteSize: bytes.length })
  }
}

/** A grey page of A4 with strokes in lines, as a PNG. */
function sheet(random: Random): Uint8Array {
  const pixels = Buffer.alloc((WIDTH + 1) * HEIGHT, 244)
  for (let y = 0; y < HEIGHT; y++) pixels[y * (WIDTH + 1)] = 0
  for (let line = 60; line < HEIGHT - 70; line += 22) {
    const end = WIDTH - random.int(50, 150)
    for (let x = 50; x < end;) {
      const word = random.int(8, 34)
      for (let i = 0; i < word && x + i < end; i++) pixels[(line + Math.round(Math.sin((x + i) / 2.3) * 2 + random.next() * 2)) * (WIDTH + 1) + x + i + 1] = random.int(30, 110)
      x += word + 7
    }
  }
  return png(pixels)
}

function png(pixels: Buffer): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head[8] = 8
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
