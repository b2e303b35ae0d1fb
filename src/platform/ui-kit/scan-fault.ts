import { MAX_SCAN_BYTES, mediaTypeOf } from '../files/scan-kind.ts'
import { say } from './say.ts'

const MEGABYTE = 1024 * 1024

/** Largest scan that the server takes, in megabytes. */
export const SCAN_MEGABYTES = MAX_SCAN_BYTES / MEGABYTE

/** Every kind of scan shows itself within its first bytes. */
const HEAD_BYTES = 16

/** Why a file cannot be kept as a scan, in words; nothing when it can. Asked before anything is sent, so that no paper is recorded without its pages. */
export async function scanFault(file: File): Promise<string | undefined> {
  const { name } = file
  if (file.size === 0) return say('m.scan.empty', { name })
  if (file.size > MAX_SCAN_BYTES) return say('m.scan.tooBig', { name, limit: SCAN_MEGABYTES })
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  return mediaTypeOf(head) ? undefined : say('m.scan.noPicture', { name })
}
