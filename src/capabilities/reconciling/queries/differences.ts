import { nameSortKey, newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, rowsKnown, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { ActKind, DifferenceKind, DifferenceState, Said, TaskOwner } from '../codes.ts'
import { differenceNotFound } from '../errors.ts'

export type SettledBy = { readonly kind: ActKind; readonly subjectId: string; readonly on: PlainDate | null; readonly basis: string | null }
export type Difference = {
  readonly id: string; readonly reconciliationId: string; readonly statementId: string; readonly placeId: string; readonly personId: string | null; readonly kind: DifferenceKind; readonly fullName: string; readonly sortKey: string; readonly bornOn: string | null
  readonly ours: Said; readonly theirs: Said; readonly reasonOn: string | null; readonly note: string | null; readonly owner: TaskOwner; readonly dueOn: PlainDate; readonly state: DifferenceState
  readonly settledBy: SettledBy | null; readonly reason: string | null; readonly decidedOn: PlainDate | null; readonly decidedBy: string | null; readonly version: number; readonly cellName: string
}

/** What was decided on a later day than that of the moment was still open. */
const decidedBy = (moment: string | undefined): Sql => (moment ? sql`d.decided_on is not null and d.decided_on <= ${dayOfMoment(sql`${moment}::timestamptz`)}` : sql`d.decided_on is not null`)
const columnsSeen = (moment?: string): Sql => sql`d.id, d.reconciliation_id as "reconciliationId", d.statement_id as "statementId", d.place_id as "placeId", d.person_id as "personId", d.kind, d.full_name as "fullName", d.sort_key as "sortKey", d.born_on as "bornOn",
  d.ours, d.theirs, s.reason_on as "reasonOn", d.note, d.owner, d.due_on as "dueOn", case when d.decided_on is null or ${decidedBy(moment)} then d.state else 'open' end as state, case when ${decidedBy(moment)} then d.settled_by end as "settledBy",
  case when ${decidedBy(moment)} then d.reason end as reason, case when ${decidedBy(moment)} then d.decided_on end as "decidedOn", case when ${decidedBy(moment)} then a.full_name end as "decidedBy", d.version,
  coalesce(organisations.name_on(d.place_id, r.as_of), r.organisation) as "cellName"`
const fromSeen = (moment?: string): Sql => sql`from ${rowsKnown('reconciling.difference', moment)} d join ${rowsKnown('reconciling.statement', moment)} s on s.id = d.statement_id join reconciling.reconciliation r on r.id = d.reconciliation_id
  left join access.account a on a.id = d.decided_by`

/** Differences of a reconciliation by name, those that their list tells, as recorded by a moment. */
export const listDifferences = (db: Db, reconciliationId: string, moment?: string): Promise<Difference[]> => db.rows(sql`
  select ${columnsSeen(moment)} ${fromSeen(moment)} where d.reconciliation_id = ${reconciliationId} and d.state <> 'withdrawn' order by d.sort_key, d.born_on, d.kind, d.id`)

const everyDifferenceOf = (db: Db, reconciliationId: string): Promise<Difference[]> => db.rows(sql`select ${columnsSeen()} ${fromSeen()} where d.reconciliation_id = ${reconciliationId}`)

/** A difference in the part of the reader, as recorded by a moment. Refuses `reconciling.differenceNotFound`, also before it was told. */
export async function loadDifference(db: Db, id: string, moment?: string): Promise<Difference> {
  const found = await db.first<Difference>(sql`select ${columnsSeen(moment)} ${fromSeen(moment)} where d.id = ${id}`)
  if (!found) throw differenceNotFound()
  return found
}

export const listOpenDifferences = (db: Db, { organisationId, until, today }: { organisationId?: string | undefined; until: PlainDate; today: PlainDate }): Promise<(Difference & { personSeen: boolean })[]> => db.rows(sql`
  select ${columnsSeen()}, exists (select from members.person p where p.id = d.person_id) as "personSeen" ${fromSeen()}
  where d.state = 'open' and d.due_on <= ${until} and ${organisationId ? sql`(d.place_id ${belowCondition(organisationId, today)} or d.organisation_id ${belowCondition(organisationId, today)})` : sql`true`}`)

/** A difference as the statements make it now. */
export type Claim = { readonly statementId: string; readonly kind: DifferenceKind; readonly placeId: string; readonly personId: string | null; readonly fullName: string; readonly bornOn: string | null; readonly ours: Said; readonly theirs: Said; readonly note: string | null; readonly owner: TaskOwner }

const said = (value: Said): string => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const keyOf = ({ statementId, kind }: { statementId: string; kind: string }) => `${statementId} ${kind}`

/**
 * Brings the tasks in line with what is said now: new differences are opened, those no longer told withdrawn, and one that says something
 * else than before is open again. What was settled stays settled, and a rejected one is not opened by being repeated. Answers how many were
 * opened.
 */
export async function renewDifferences(db: Db, of: { reconciliationId: string; organisationId: string; dueOn: PlainDate; statementIds?: ReadonlySet<string> }, claims: readonly Claim[]): Promise<number> {
  const kept = (await everyDifferenceOf(db, of.reconciliationId)).filter(({ statementId }) => !of.statementIds || of.statementIds.has(statementId))
  const byKey = new Map(kept.map((each) => [keyOf(each), each]))
  const claimed = new Set(claims.map(keyOf))
  const fresh = claims.filter((claim) => !byKey.has(keyOf(claim)))
  const moved = claims.filter((claim) => { const old = byKey.get(keyOf(claim)); return old && (old.state === 'withdrawn' || said(old.theirs) !== said(claim.theirs) || old.note !== claim.note) })
  if (fresh.length > 0) await insertDifferences(db, of, fresh)
  for (const claim of moved) await db.run(sql`
    update reconciling.difference set theirs = ${JSON.stringify(claim.theirs)}, note = ${claim.note}, owner = ${claim.owner}, state = 'open', settled_by = null, reason = null, decided_on = null, decided_by = null, version = version + 1
    where id = ${byKey.get(keyOf(claim))!.id}`)
  const gone = kept.filter((each) => !claimed.has(keyOf(each)) && each.state !== 'withdrawn' && each.state !== 'settled').map(({ id }) => id)
  if (gone.length > 0) await db.run(sql`update reconciling.difference set state = 'withdrawn', version = version + 1 where id = any (${gone}::uuid[])`)
  return fresh.length + moved.length
}

async function insertDifferences(db: Db, of: { reconciliationId: string; organisationId: string; dueOn: PlainDate }, claims: readonly Claim[]): Promise<void> {
  const rows = claims.map((claim) => ({ ...claim, id: newId(), sortKey: nameSortKey(claim.fullName) }))
  await db.run(sql`
    insert into reconciling.difference (id, reconciliation_id, organisation_id, place_id, statement_id, person_id, kind, full_name, sort_key, born_on, ours, theirs, note, owner, due_on)
    select r.id, ${of.reconciliationId}, ${of.organisationId}, r."placeId", r."statementId", r."personId", r.kind, r."fullName", r."sortKey", r."bornOn", r.ours, r.theirs, r.note, r.owner, ${of.dueOn}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, "placeId" uuid, "statementId" uuid, "personId" uuid, kind text, "fullName" text, "sortKey" text, "bornOn" text, ours jsonb, theirs jsonb, note text, owner text)`)
}

export async function decide(db: Db, id: string, to: { state: DifferenceState; reason?: string | null; settledBy?: SettledBy | null; on: PlainDate | null; by: string | undefined }): Promise<number> {
  return (await db.one<{ version: number }>(sql`
    update reconciling.difference set state = ${to.state}, reason = ${to.reason ?? null}, settled_by = ${to.settledBy ? JSON.stringify(to.settledBy) : null}, decided_on = ${to.on}, decided_by = ${to.on ? (to.by ?? null) : null}, version = version + 1
    where id = ${id} returning version`)).version
}

export async function assign(db: Db, id: string, owner: TaskOwner, dueOn: PlainDate): Promise<number> {
  return (await db.one<{ version: number }>(sql`update reconciling.difference set owner = ${owner}, due_on = ${dueOn}, version = version + 1 where id = ${id} returning version`)).version
}
