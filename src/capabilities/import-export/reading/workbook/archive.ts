import { inflateRawSync } from 'node:zlib'
import { FileRefused, type ReadingLimits } from './limits.ts'

export type ArchiveEntry = { readonly name: string; readonly method: number; readonly packed: number; readonly unpacked: number; readonly offset: number }

const END_RECORD = 0x06054b50
const DIRECTORY_RECORD = 0x02014b50
const LOCAL_RECORD = 0x04034b50
const LONGEST_COMMENT = 65_535

function endRecordOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === END_RECORD) return at
  throw new FileRefused('file.truncated')
}

function entryAt(bytes: Buffer, at: number): { entry: ArchiveEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_RECORD) throw new FileRefused('file.truncated')
  if (bytes.readUInt16LE(at + 8) & 1) throw new FileRefused('file.encrypted')
  const nameLength = bytes.readUInt16LE(at + 28)
  const entry: ArchiveEntry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//, ''),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  return { entry, next: at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32) }
}

/** The directory of a zip container, with what it declares held against the limits. Nothing is unpacked here. */
export function listArchive(bytes: Buffer, limits: ReadingLimits): readonly ArchiveEntry[] {
  const end = endRecordOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) throw new FileRefused('file.zip-bomb')
  const entries: ArchiveEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    const { entry, next } = entryAt(bytes, at)
    entries.push(entry)
    at = next
  }
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (total > limits.unpackedBytes || entries.some((entry) => isSwollen(entry, limits))) throw new FileRefused('file.zip-bomb')
  return entries
}

const isSwollen = (entry: ArchiveEntry, limits: ReadingLimits): boolean =>
  entry.unpacked > limits.ratioFromBytes && entry.unpacked > limits.ratio * Math.max(1, entry.packed)

function packedPart(bytes: Buffer, entry: ArchiveEntry): Buffer {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_RECORD) throw new FileRefused('file.truncated')
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  if (start + entry.packed > bytes.length) throw new FileRefused('file.truncated')
  return bytes.subarray(start, start + entry.packed)
}

/** One part unpacked. A part that unpacks to more than its directory declares is refused: the declared sizes were a lie. */
export function unpack(bytes: Buffer, entry: ArchiveEntry): Buffer {
  const packed = packedPart(bytes, entry)
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw new FileRefused('file.zip-bomb')
    return packed
  }
  if (entry.method !== 8) throw new FileRefused('file.unreadable')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (error) {
    throw new FileRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'file.zip-bomb' : 'file.truncated')
  }
}
