import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'

export type KeptPerson = { personId: string; fullName: string; byTable: string }

async function broughtBy(db: Db, sourceId: string, people: readonly string[]): Promise<KeptPerson[]> {
  return db.rows(sql`
    with brought as (select unnest(${people as string[]}::uuid[]) as person_id),
    built_on as (
      select * from members.referred_to((select array_agg(person_id) from brought))
      union all select person_id, 'members.membership' from members.membership where person_id in (select person_id from brought) and source_id is distinct from ${sourceId}
      union all select person_id, 'members.placement' from members.placement where person_id in (select person_id from brought) and source_id is distinct from ${sourceId}
      union all select person_id, 'members.status' from members.status where person_id in (select person_id from brought) and source_id is distinct from ${sourceId}
      union all select person_id, 'members.person_version' from members.person_version where person_id in (select person_id from brought))
    select b.person_id as "personId", p.full_name as "fullName", min(b.by_table) as "byTable"
    from built_on b join members.person p on p.id = b.person_id group by 1, 2`)
}

/**
 * Takes back members who came by one source, as if they had never been entered: their facts are superseded and they are shown nowhere.
 * Whoever something was built on meanwhile (a file, a post, a correction, a transfer) is kept and named. The caller has authorised.
 */
export async function takeBackSource(ctx: Ctx, sourceId: string, people: readonly string[]): Promise<{ takenBack: number; kept: KeptPerson[] }> {
  const kept = people.length ? await broughtBy(ctx.db, sourceId, people) : []
  const keptIds = new Set(kept.map((person) => person.personId))
  const gone = people.filter((id) => !keptIds.has(id))
  for (const table of ['membership', 'status', 'placement'] as const) await supersede(ctx.db, table, gone)
  await ctx.db.run(sql`select members.withdraw(${gone}::uuid[])`)
  await ctx.audit({ event: 'members.sourceTakenBack', subject: { type: 'import', id: sourceId }, facts: { takenBack: gone.length, kept: kept.length } })
  return { takenBack: gone.length, kept }
}

async function supersede(db: Db, table: 'membership' | 'status' | 'placement', people: readonly string[]): Promise<void> {
  const statements = {
    membership: sql`update members.membership set superseded_at = platform.moment() where superseded_at is null and person_id = any (${people as string[]}::uuid[])`,
    status: sql`update members.status set superseded_at = platform.moment() where superseded_at is null and person_id = any (${people as string[]}::uuid[])`,
    placement: sql`update members.placement set superseded_at = platform.moment() where superseded_at is null and person_id = any (${people as string[]}::uuid[])`,
  }
  await db.run(statements[table])
}
