import { createHash } from 'node:crypto'
import { Refusal } from '../../kernel/index.ts'
import type { Actor } from './actor.ts'
import { sql, type Db } from './db.ts'

/**
 * Key made by the client for one change, and the operation it is meant for. `keepsNoAnswer`: the answer opens covered things, so only the key
 * is remembered; the same request again opens them again, and the trail tells of it again.
 */
export type RequestKey = { readonly key: string; readonly operation: string; readonly keepsNoAnswer?: boolean }

const DONE = 200
const DONE_AND_NOT_KEPT = 204

const NOBODY = '00000000-0000-0000-0000-000000000000'

async function fingerprintOf(operation: string, input: unknown): Promise<Buffer> {
  const hash = createHash('sha256').update(operation)
  const files: File[] = []
  hash.update(JSON.stringify(input, (_key, value) => (value instanceof File ? (files.push(value), value.name) : value)) ?? '')
  for (const file of files) hash.update(Buffer.from(await file.arrayBuffer()))
  return hash.digest()
}

/**
 * Does the change once for each key of an actor. A second request with the key waits for the first and gets its answer, where answers are kept;
 * a refused or failed change leaves no trace of the key, so it may be sent again.
 */
export async function onceOnly<T>(db: Db, actor: Actor, request: RequestKey, input: unknown, act: () => Promise<T>): Promise<T> {
  const owner = actor.accountId ?? NOBODY
  const fingerprint = await fingerprintOf(request.operation, input)
  const isFirst = await db.run(sql`
    insert into platform.idempotency (request_key, actor_id, operation, request_hash, recorded_at)
    values (${request.key}, ${owner}, ${request.operation}, ${fingerprint}, clock_timestamp()) on conflict do nothing`)
  if (isFirst) {
    const answer = await act()
    await db.run(sql`
      update platform.idempotency set status = ${request.keepsNoAnswer ? DONE_AND_NOT_KEPT : DONE}, answer = ${request.keepsNoAnswer ? null : JSON.stringify(answer ?? null)}::jsonb
      where request_key = ${request.key} and actor_id = ${owner}`)
    return answer
  }
  const earlier = await db.one<{ operation: string; request_hash: Buffer; answer: T }>(sql`
    select operation, request_hash, answer from platform.idempotency where request_key = ${request.key} and actor_id = ${owner}`)
  if (!earlier.request_hash.equals(fingerprint)) throw new Refusal('conflict', 'platform.requestKeyReused', { operation: earlier.operation })
  return request.keepsNoAnswer ? act() : earlier.answer
}
