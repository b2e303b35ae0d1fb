import { sql, type Actor, type AuditEntry, type Db } from '../../../platform/action/index.ts'

/** Appends one entry to the chain, in the transaction of what it reports. Other writers wait until this one commits. */
export async function appendEntry(db: Db, actor: Actor, entry: AuditEntry): Promise<void> {
  await db.run(sql`select audit.append(${JSON.stringify({
    actorId: actor.accountId, holdingId: actor.holdingId, actorName: actor.name, actorRole: actor.role ?? 'none',
    event: entry.event, subjectType: entry.subject.type, subjectId: entry.subject.id,
    organisationId: entry.organisationId, personId: entry.personId, facts: entry.facts ?? {}, citations: entry.citations ?? [],
  })}::jsonb)`)
}

export type ChainState = { readonly ok: boolean; readonly rows: number; readonly firstBroken?: number }

/** Recomputes the whole chain. `firstBroken` is the number of the first row that was changed, removed or moved. */
export async function verifyChain(db: Db): Promise<ChainState> {
  const { rows, broken } = await db.one<{ rows: number; broken: number | null }>(sql`
    select (select count(*) from audit.entry)::int as rows, audit.first_broken()::int as broken`)
  return broken === null ? { ok: true, rows } : { ok: false, rows, firstBroken: broken }
}
