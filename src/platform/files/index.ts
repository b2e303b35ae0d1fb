import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Files kept by the hash of their content: the same bytes are stored once and can never be changed. */
export interface FileStore {
  /** Stores the bytes; answers their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  read(contentHash: string): Promise<Buffer>
  stream(contentHash: string): Readable
}

/** A store in a folder of the data folder. Nothing in it is served by address; rooms decide who may read what. */
export function folderStore(folder: string): FileStore {
  const placeOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('Not a content hash')
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(hash)
      if (await stat(place).catch(() => undefined)) return hash
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
      // Written beside and renamed, so that a file with its final name is always whole.
      const beside = `${place}.${randomBytes(6).toString('hex')}`
      await writeFile(beside, bytes, { mode: 0o600 })
      await rename(beside, place)
      return hash
    },
    read: (hash) => readFile(placeOf(hash)),
    stream: (hash) => createReadStream(placeOf(hash)),
  }
}
