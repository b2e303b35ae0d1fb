import { sql, type Actor, type AuditEntry, type Db } from '../../../platform/action/index.ts'

/** Appends one entry to the chain, in the transaction of what it reports. Other writers wait until this one commits. */
export async function appendEntry(db: Db, actor: Actor, entry: AuditEntry): Promise<void> {
  await db.run(sql`select audit.append(${JSON.stringify({
    actorId: actor.accountId, holdingId: actor.holdingId, actorName: actor.name, actorRole: actor.role ?? 'none',
    event: entry.event, subjectType: entry.subject.type, subjectId: entry.subject.id,
    organisationId: entry.organisationId, personId: entry.personId, facts: entry.facts ?? {}, citations: entry.citations ?? [],
  })}::jsonb)`)
}

export type ChainState = {
  readonly ok: boolean; readonly rows: number; readonly firstBroken?: number
  /** The last row as `number:hash`. Noted on paper, it proves later that nobody made the whole chain anew. */
  readonly head?: string
}

/**
 * Recomputes the whole chain. `firstBroken` is the number of the first row that was changed, removed or moved; past the last row when rows
 * are missing at the end. `noted`: a row noted earlier as `number:hash`, which must still stand in the chain.
 */
export async function verifyChain(db: Db, noted?: { readonly number: number; readonly hash: string }): Promise<ChainState> {
  const { rows, broken, head } = await db.one<{ rows: number; broken: number | null; head: string | null }>(sql`
    select (select count(*) from audit.entry)::int as rows, audit.first_broken()::int as broken,
      (select e.number || ':' || encode(e.hash, 'hex') from audit.entry e order by e.number desc limit 1) as head`)
  const stands = !noted || (await db.first(sql`select from audit.entry where number = ${noted.number} and encode(hash, 'hex') = ${noted.hash}`)) !== undefined
  const firstBroken = Math.min(broken ?? Infinity, stands ? Infinity : noted.number)
  return { ok: firstBroken === Infinity, rows, ...(firstBroken === Infinity ? {} : { firstBroken }), ...(head ? { head } : {}) }
}
