/** How much of the machine one foreign file may use. */
export type ReadingLimits = {
  readonly fileBytes: number
  /** Parts inside a zip container. */
  readonly entries: number
  readonly unpackedBytes: number
  /** Unpacked size of one part over its packed size; only asked of parts above `ratioFromBytes`. */
  readonly ratio: number
  readonly ratioFromBytes: number
  readonly timeMs: number
  readonly memoryMb: number
}

/** A district of 10,000 members is 1.2 MB packed, 9 MB unpacked and takes 3 seconds; these leave room for a province in one file. */
export const defaultLimits: ReadingLimits = {
  fileBytes: 50_000_000,
  entries: 2_000,
  unpackedBytes: 250_000_000,
  ratio: 150,
  ratioFromBytes: 20_000_000,
  timeMs: 120_000,
  memoryMb: 1_024,
}

/** Why a file is refused before a single row is read. */
export type FileRefusal =
  | 'file.empty' | 'file.not-a-workbook' | 'file.html' | 'file.truncated' | 'file.encrypted' | 'file.zip-bomb'
  | 'file.too-large' | 'file.too-slow' | 'file.unreadable' | 'file.no-list' | 'file.no-such-sheet' | 'file.other-layout'

/** Thrown while a container is inspected or parsed; becomes `outcome: 'refuse'` at the front door. */
export class FileRefused extends Error {
  readonly reason: FileRefusal

  constructor(reason: FileRefusal) {
    super(reason)
    this.name = 'FileRefused'
    this.reason = reason
  }
}
