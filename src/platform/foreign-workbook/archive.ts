import { inflateRawSync } from 'node:zlib'
import { FileRefused, type ReadingLimits } from './limits.ts'

type ArchiveEntry = { readonly name: string; readonly method: number; readonly packed: number; readonly unpacked: number; readonly offset: number }

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
function listArchive(bytes: Buffer, limits: ReadingLimits): readonly ArchiveEntry[] {
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

// The least that zlib takes. A part is unpacked into one piece of its declared size: into pieces of the usual size it would be copied once more.
const SMALLEST_CHUNK = 64

/** One part unpacked. A part that unpacks to more than its directory declares is refused: the declared sizes were a lie. */
function unpack(bytes: Buffer, entry: ArchiveEntry): Buffer {
  const packed = packedPart(bytes, entry)
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw new FileRefused('file.zip-bomb')
    return packed
  }
  if (entry.method !== 8) throw new FileRefused('file.unreadable')
  try {
    const size = Math.max(1, entry.unpacked)
    return inflateRawSync(packed, { maxOutputLength: size, chunkSize: Math.max(SMALLEST_CHUNK, size) })
  } catch (error) {
    throw new FileRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'file.zip-bomb' : 'file.truncated')
  }
}

// What is unpacked again when more than this is asked for twice; few lists come near it.
const KEPT_BYTES = 48_000_000

/** A zip container opened for reading: what it declares is within the limits, and what was unpacked once is at hand when it is asked for again. */
export class Archive {
  readonly entries: readonly ArchiveEntry[]
  private readonly byName: ReadonlyMap<string, ArchiveEntry>
  private readonly kept = new Map<string, Buffer>()
  private keptBytes = 0

  /** Throws `FileRefused`. */
  constructor(private readonly bytes: Buffer, limits: ReadingLimits) {
    this.entries = listArchive(bytes, limits)
    this.byName = new Map(this.entries.map((entry) => [entry.name, entry]))
    // Two parts of one name: readers differ in which of them they take.
    if (this.byName.size < this.entries.length) throw new FileRefused('file.unreadable')
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  /** A part unpacked, if the container has it. Throws `FileRefused`. */
  content(name: string): Buffer | undefined {
    const entry = this.byName.get(name)
    return entry && (this.kept.get(name) ?? this.unpacked(entry))
  }

  private unpacked(entry: ArchiveEntry): Buffer {
    const content = unpack(this.bytes, entry)
    if (this.keptBytes + content.length <= KEPT_BYTES) {
      this.kept.set(entry.name, content)
      this.keptBytes += content.length
    }
    return content
  }
}

const END_LENGTH = 22
const LOCAL_LENGTH = 30
const DIRECTORY_LENGTH = 46

/** The fields that a local record and a directory record have in common, of a part that is stored as it is. */
function storedFields(size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt32LE(size, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

function signature(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

/** A container of the same kind with the given parts stored unpacked; checksums are left out. */
export function storedArchive(parts: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const called = Buffer.from(name)
    const fields = storedFields(content.length, called.length)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    files.push(signature(LOCAL_RECORD, 4), fields, called, content)
    const versionMadeBy = Buffer.from([20, 0])
    directory.push(signature(DIRECTORY_RECORD, 4), versionMadeBy, fields, place, called)
    offset += LOCAL_LENGTH + called.length + content.length
  }
  const size = parts.reduce((sum, { name }) => sum + DIRECTORY_LENGTH + Buffer.byteLength(name), 0)
  const end = signature(END_RECORD, END_LENGTH)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}
