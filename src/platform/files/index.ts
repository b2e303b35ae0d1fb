import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

export { MAX_SCAN_BYTES, mediaTypeOf } from './scan-kind.ts'

/** Files kept by the hash of their content: the same bytes are stored once and can never be changed. */
export interface FileStore {
  /** Stores the bytes; answers their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  read(contentHash: string): Promise<Buffer>
  stream(contentHash: string): Readable
  /** What was made from a file and can be made again, kept beside it under a name; the file itself stays as it is. */
  putBeside(contentHash: string, name: string, bytes: Uint8Array): Promise<void>
  readBeside(contentHash: string, name: string): Promise<Buffer | undefined>
}

/** A store in a folder of the data folder. Nothing in it is served by address; rooms decide who may read what. */
export function folderStore(folder: string): FileStore {
  const placeOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('Not a content hash')
    return join(folder, hash.slice(0, 2), hash)
  }
  const besideOf = (hash: string, name: string) => {
    if (!/^[a-z]{1,20}$/.test(name)) throw new RangeError('Not a name of something beside a file')
    return `${placeOf(hash)}.${name}`
  }
  /** Written under another name and renamed, so that a file with its final name is always whole. */
  async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    const beside = `${place}.${randomBytes(6).toString('hex')}`
    await writeFile(beside, bytes, { mode: 0o600 })
    await rename(beside, place)
  }
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(hash)
      if (await stat(place).catch(() => undefined)) return hash
      await writeWhole(place, bytes)
      return hash
    },
    read: (hash) => readFile(placeOf(hash)),
    stream: (hash) => createReadStream(placeOf(hash)),
    putBeside: (hash, name, bytes) => writeWhole(besideOf(hash, name), bytes),
    readBeside: (hash, name) => readFile(besideOf(hash, name)).catch(() => undefined),
  }
}
