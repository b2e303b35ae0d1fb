// Asked for many at a time: a call for sixteen bytes costs as much as one for four thousand.
const pool = new Uint8Array(256 * 16)
let used = pool.length

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function sixteenRandom(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

/** Opaque identifier of a row: a UUID whose front half rises with time, so that new rows lie side by side on disk. */
export function newId(): string {
  const bytes = sixteenRandom()
  // The identifier orders rows on disk; it is never read as a time, so the clock of the machine is enough.
  const time = Date.now().toString(16).padStart(12, '0')
  let hex = ''
  for (let i = 6; i < 16; i++) hex += hexOf[i === 6 ? (bytes[i]! & 0x0f) | 0x70 : i === 8 ? (bytes[i]! & 0x3f) | 0x80 : bytes[i]!]
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (text: string): boolean => UUID.test(text)
