import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { PairState, Verdict } from '../codes.ts'
import type { Part } from '../model.ts'

export type FoundPair = { readonly firstId: string; readonly secondId: string; readonly score: number; readonly parts: readonly Part[]; readonly fingerprint: string }

export type PairRow = FoundPair & {
  readonly id: string; readonly state: PairState; readonly reason: string | null; readonly decidedOn: PlainDate | null; readonly decidedBy: string | null; readonly foundOn: PlainDate; readonly version: number
}

const columns = sql`d.id, d.first_id as "firstId", d.second_id as "secondId", d.score, d.parts, d.fingerprint, d.state, d.reason, d.decided_on as "decidedOn", u.full_name as "decidedBy", d.found_on as "foundOn", d.version`

type Kept = { total: number; fresh: number }

/**
 * Keeps what a look found. A pair that was found to be two people comes up again only when its fingerprint is another one; what no longer
 * looks alike is left as it is told, with its new score.
 */
export async function keepPairs(db: Db, pairs: readonly FoundPair[], on: PlainDate, by: string | undefined): Promise<Kept> {
  const listed = JSON.stringify(pairs.map((pair) => ({ id: newId(), decision: newId(), ...pair })))
  return db.one<Kept>(sql`
    with found as (
      select * from jsonb_to_recordset(${listed}::jsonb) f (id uuid, decision uuid, "firstId" uuid, "secondId" uuid, score int, parts jsonb, fingerprint text)
    ), again as (
      insert into duplicates.decision (id, pair_id, verdict, score, fingerprint, decided_on, decided_by)
      select f.decision, d.id, 'changed', f.score, f.fingerprint, ${on}, ${by ?? null} from found f join duplicates.pair d on d.first_id = f."firstId" and d.second_id = f."secondId"
      where d.state = 'different' and d.fingerprint <> f.fingerprint returning 1
    ), kept as (
      insert into duplicates.pair as d (id, first_id, second_id, score, parts, fingerprint, found_on)
      select id, "firstId", "secondId", score, parts, fingerprint, ${on} from found
      on conflict (first_id, second_id) do update set score = excluded.score, parts = excluded.parts, fingerprint = excluded.fingerprint,
        state = 'open', reason = null, decided_on = null, decided_by = null, found_on = excluded.found_on, version = d.version + 1
      where d.fingerprint <> excluded.fingerprint and d.state <> 'joined'
      returning xmax = 0 as is_new
    )
    select (select count(*) from found)::int as total, (select count(*) filter (where is_new) from kept)::int + (select count(*) from again)::int as fresh`)
}

type Asked = { readonly organisationId?: string | undefined; readonly state: 'open' | 'different'; readonly strong: boolean; readonly search?: string | undefined }

function conditions({ organisationId, state, strong, search }: Asked, { shown, strong: strongFrom }: { shown: number; strong: number }, on: PlainDate): Sql {
  const below = organisationId ? sql`and (p.keeper_id ${belowCondition(organisationId, on)} or q.keeper_id ${belowCondition(organisationId, on)})` : sql``
  const named = search ? sql`and (p.search_text like '%' || platform.fold(${search}) || '%' or q.search_text like '%' || platform.fold(${search}) || '%')` : sql``
  return sql`d.state = ${state} and d.score >= ${strong ? strongFrom : shown} ${below} ${named}`
}

const from = sql`from duplicates.pair d join members.person p on p.id = d.first_id join members.person q on q.id = d.second_id left join access.account u on u.id = d.decided_by`

/** Pairs by their score, the highest first; and how many there are, and how many strong ones among them. */
export async function listPairsAsked(db: Db, asked: Asked, thresholds: { shown: number; strong: number }, on: PlainDate, { page, size }: { page: number; size: number }) {
  const where = conditions(asked, thresholds, on)
  const rows = await db.rows<PairRow>(sql`select ${columns} ${from} where ${where} order by d.score desc, p.sort_key, d.id limit ${size} offset ${(page - 1) * size}`)
  const counts = await db.one<{ total: number; strong: number }>(sql`select count(*)::int as total, (count(*) filter (where d.score >= ${thresholds.strong}))::int as strong ${from} where ${where}`)
  return { rows, ...counts }
}

export function findPairById(db: Db, id: string): Promise<PairRow | undefined> {
  return db.first(sql`select ${columns} ${from} where d.id = ${id} and d.state <> 'joined'`)
}

export function lockPair(db: Db, id: string): Promise<PairRow | undefined> {
  return db.first(sql`select ${columns} ${from} where d.id = ${id} and d.state <> 'joined' for update of d`)
}

export function findPairOf(db: Db, firstId: string, secondId: string): Promise<{ id: string } | undefined> {
  return db.first(sql`select id from duplicates.pair where first_id = ${firstId} and second_id = ${secondId}`)
}

type Decided = { readonly pairId: string; readonly verdict: Verdict; readonly reason: string | null; readonly score: number; readonly fingerprint: string; readonly on: PlainDate; readonly by: string | undefined }

const stateAfter: Readonly<Record<Verdict, PairState>> = { different: 'different', joined: 'joined', parted: 'open', changed: 'open' }

/** Writes down what was decided about a pair; raises its version. */
export async function decidePair(db: Db, { pairId, verdict, reason, score, fingerprint, on, by }: Decided): Promise<void> {
  const isOpen = stateAfter[verdict] === 'open'
  await db.run(sql`insert into duplicates.decision (id, pair_id, verdict, reason, score, fingerprint, decided_on, decided_by) values (${newId()}, ${pairId}, ${verdict}, ${reason}, ${score}, ${fingerprint}, ${on}, ${by ?? null})`)
  await db.run(sql`
    update duplicates.pair set state = ${stateAfter[verdict]}, reason = ${isOpen ? null : reason}, decided_on = ${isOpen ? null : on}, decided_by = ${isOpen ? null : (by ?? null)}, fingerprint = ${fingerprint}, version = version + 1
    where id = ${pairId}`)
}

export type DecisionRow = { readonly verdict: Verdict; readonly reason: string | null; readonly on: PlainDate; readonly by: string | null; readonly score: number }

export function listDecisions(db: Db, pairId: string): Promise<DecisionRow[]> {
  return db.rows(sql`
    select e.verdict, e.reason, e.decided_on as "on", a.full_name as by, e.score from duplicates.decision e left join access.account a on a.id = e.decided_by
    where e.pair_id = ${pairId} order by e.recorded_at desc, e.id desc`)
}
