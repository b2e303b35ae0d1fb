import { newId, type PlainDate } from '../../../../kernel/index.ts'
import { join, raw, sql, type Db, type Seen, type Sql } from '../../../../platform/action/index.ts'
import type { RuleUse, StrikeOffGround } from '../../../../regulations/index.ts'
import { homeSeen } from '../../../members/index.ts'
import { belowCondition } from '../../../organisations/index.ts'
import type { EndingAct, EndingKind, EndingStage } from '../codes.ts'
import { endingNotFound } from '../../errors.ts'
import type { Tie } from '../ports.ts'

export type Ending = {
  readonly id: string; readonly version: number; readonly personId: string; readonly cellId: string; readonly kind: EndingKind; readonly ground: StrikeOffGround | null; readonly since: PlainDate | null
  readonly reason: string; readonly stage: EndingStage; readonly stageSince: PlainDate; readonly openedOn: PlainDate; readonly decisionNumber: string | null; readonly decidedOn: PlainDate | null
  readonly issuedBy: string | null; readonly endedOn: PlainDate | null; readonly receivedOn: PlainDate | null; readonly complaintDueOn: PlainDate | null; readonly complainedOn: PlainDate | null
  readonly complaint: string | null; readonly reviewOutcome: 'upheld' | 'annulled' | null; readonly reviewNumber: string | null; readonly reviewedOn: PlainDate | null; readonly reviewedBy: string | null
  readonly reviewReason: string | null; readonly settled: readonly Tie[]
}

const decided = sql`s.stage in ('ended', 'restored')`
/** Whether an act was known by the day. */
const did = (act: string, { on, knownAt }: Seen): Sql => sql`exists (select from lifecycle.ending_step x where x.ending_id = e.id and x.act = ${act} and x.occurred_on <= ${on}::date
  and (${knownAt ?? null}::timestamptz is null or x.recorded_at <= ${knownAt ?? null}::timestamptz))`

/** A case as it stood: what later steps brought had not happened. */
const columnsOn = (seen: Seen): Sql => sql`e.id, e.version, e.person_id as "personId", e.cell_id as "cellId", e.kind, e.ground, e.since_day as since, e.reason, s.stage, s.since as "stageSince", e.opened_on as "openedOn",
  case when ${decided} then e.decision_number end as "decisionNumber", case when ${decided} then e.decided_on end as "decidedOn", case when ${decided} then e.issued_by end as "issuedBy",
  case when ${decided} then e.ended_on end as "endedOn", case when ${decided} then e.received_on end as "receivedOn", case when ${decided} then e.complaint_due_on end as "complaintDueOn",
  case when ${did('complain', seen)} then e.complained_on end as "complainedOn", case when ${did('complain', seen)} then e.complaint end as complaint,
  r.outcome as "reviewOutcome", case when r.outcome is not null then e.review_number end as "reviewNumber", case when r.outcome is not null then e.reviewed_on end as "reviewedOn",
  case when r.outcome is not null then e.reviewed_by end as "reviewedBy", case when r.outcome is not null then e.review_reason end as "reviewReason", case when ${decided} then e.settled else '[]' end as settled`

const stepOn = (seen: Seen): Sql => sql`join lateral (
  select x.to_stage as stage, x.occurred_on as since from lifecycle.ending_step x where x.ending_id = e.id and x.occurred_on <= ${seen.on}::date
    and (${seen.knownAt ?? null}::timestamptz is null or x.recorded_at <= ${seen.knownAt ?? null}::timestamptz) order by x.ordinal desc limit 1) s on true
  cross join lateral (select case when ${did('annul', seen)} then 'annulled' when ${did('uphold', seen)} then 'upheld' end as outcome) r`

/** Every case of a person on a day as known at a moment, the latest first. */
export const listEndingsSeen = (db: Db, personId: string, seen: Seen): Promise<Ending[]> =>
  db.rows(sql`select ${columnsOn(seen)} from lifecycle.ending e ${stepOn(seen)} where e.person_id = ${personId} order by e.opened_on desc, e.recorded_at desc`)

export type EndingStep = { readonly endingId: string; readonly act: EndingAct; readonly occurredOn: PlainDate; readonly toStage: EndingStage; readonly facts: Readonly<Record<string, unknown>>; readonly rules: readonly RuleUse[]; readonly by: string | null; readonly recordedAt: string }

export const listEndingSteps = (db: Db, personId: string, { on, knownAt }: Seen): Promise<EndingStep[]> => db.rows(sql`
  select x.ending_id as "endingId", x.act, x.occurred_on as "occurredOn", x.to_stage as "toStage", x.facts, x.rules, a.full_name as by, x.recorded_at as "recordedAt"
  from lifecycle.ending_step x join lifecycle.ending e on e.id = x.ending_id left join access.account a on a.id = x.recorded_by
  where e.person_id = ${personId} and x.occurred_on <= ${on}::date and (${knownAt ?? null}::timestamptz is null or x.recorded_at <= ${knownAt ?? null}::timestamptz) order by x.ending_id, x.ordinal`)

export type ListedEnding = Ending & { readonly fullName: string; readonly bornOn: string | null }
export type WhichEndings = Seen & { readonly organisationId: string; readonly state: 'open' | 'ended' | 'all'; readonly kind?: EndingKind | undefined }

const inState = (state: WhichEndings['state']): Sql => ({ open: sql`s.stage in ('opened', 'cellCarried', 'committeeCarried')`, ended: sql`s.stage in ('ended', 'restored')`, all: sql`true` })[state]
const matching = ({ organisationId, kind, ...seen }: Omit<WhichEndings, 'state'>): Sql => sql`
  from lifecycle.ending e join members.person p on p.id = e.person_id ${stepOn(seen)} where ${homeSeen('p', seen)} ${belowCondition(organisationId, seen.on, seen.knownAt)} and (${kind ?? null}::text is null or e.kind = ${kind ?? null})`

/** Cases below an organisation, the latest step first. */
export const listEndingsBelow = (db: Db, which: WhichEndings, { page, size }: { page: number; size: number }): Promise<ListedEnding[]> => db.rows(sql`
  select ${columnsOn(which)}, p.full_name as "fullName", p.born_on as "bornOn" ${matching(which)} and ${inState(which.state)} order by s.since desc, p.sort_key, e.id limit ${size} offset ${(page - 1) * size}`)

export const countEndingsBelow = (db: Db, which: Omit<WhichEndings, 'state'>): Promise<{ open: number; ended: number; all: number }> => db.one(sql`
  select (count(*) filter (where ${inState('open')}))::int as open, (count(*) filter (where ${inState('ended')}))::int as ended, count(*)::int as "all" ${matching(which)}`)

const asItStands = sql`e.id, e.version, e.person_id as "personId", e.cell_id as "cellId", e.kind, e.ground, e.since_day as since, e.reason, e.stage, e.stage_since as "stageSince", e.opened_on as "openedOn",
  e.decision_number as "decisionNumber", e.decided_on as "decidedOn", e.issued_by as "issuedBy", e.ended_on as "endedOn", e.received_on as "receivedOn", e.complaint_due_on as "complaintDueOn",
  e.complained_on as "complainedOn", e.complaint, e.review_outcome as "reviewOutcome", e.review_number as "reviewNumber", e.reviewed_on as "reviewedOn", e.reviewed_by as "reviewedBy", e.review_reason as "reviewReason", e.settled`

/** A case that the reader sees. Refuses `lifecycle.endingNotFound`. */
export async function loadEnding(db: Db, id: string, { lock = false } = {}): Promise<Ending> {
  const found = await db.first<Ending>(sql`select ${asItStands} from lifecycle.ending e where e.id = ${id} ${lock ? sql`for update` : sql``}`)
  if (!found) throw endingNotFound()
  return found
}

/** Cases that go on, and decisions complained of without a review, below an organisation or in one's part. */
export const listEndingsDue = (db: Db, organisationId: string | undefined, on: PlainDate): Promise<ListedEnding[]> => db.rows(sql`
  select ${asItStands}, p.full_name as "fullName", p.born_on as "bornOn" from lifecycle.ending e join members.person p on p.id = e.person_id
  where (e.stage in ('opened', 'cellCarried', 'committeeCarried') or (e.stage = 'ended' and e.complained_on is not null and e.review_outcome is null))
    ${organisationId ? sql`and p.keeper_id ${belowCondition(organisationId, on)}` : sql``}`)

export type NewEnding = Pick<Ending, 'personId' | 'cellId' | 'kind' | 'reason' | 'stage' | 'stageSince' | 'openedOn'> & Partial<Pick<Ending, 'ground' | 'since' | 'decisionNumber' | 'decidedOn' | 'issuedBy' | 'endedOn' | 'settled'>>

export async function insertEnding(db: Db, e: NewEnding, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.ending (id, person_id, cell_id, kind, ground, since_day, reason, stage, stage_since, opened_on, decision_number, decided_on, issued_by, ended_on, settled, recorded_by)
    values (${id}, ${e.personId}, ${e.cellId}, ${e.kind}, ${e.ground ?? null}, ${e.since ?? null}, ${e.reason}, ${e.stage}, ${e.stageSince}, ${e.openedOn}, ${e.decisionNumber ?? null}, ${e.decidedOn ?? null},
      ${e.issuedBy ?? null}, ${e.endedOn ?? null}, ${JSON.stringify(e.settled ?? [])}::jsonb, ${by ?? null})`)
  return id
}

const changeable = {
  stage: 'stage', stageSince: 'stage_since', decisionNumber: 'decision_number', decidedOn: 'decided_on', issuedBy: 'issued_by', endedOn: 'ended_on', receivedOn: 'received_on', complaintDueOn: 'complaint_due_on',
  complainedOn: 'complained_on', complaint: 'complaint', reviewOutcome: 'review_outcome', reviewNumber: 'review_number', reviewedOn: 'reviewed_on', reviewedBy: 'reviewed_by', reviewReason: 'review_reason',
} as const
export type EndingChange = { readonly [K in keyof typeof changeable]?: Ending[K] } & { readonly settled?: readonly Tie[] }

/** Writes what an act brought; the version rises by one. */
export async function updateEnding(db: Db, id: string, { settled, ...change }: EndingChange): Promise<void> {
  const sets = (Object.keys(change) as (keyof typeof changeable)[]).map((name) => sql`${raw(changeable[name])} = ${change[name] ?? null}`)
  await db.run(sql`update lifecycle.ending set ${join([...sets, ...(settled ? [sql`settled = ${JSON.stringify(settled)}::jsonb`] : []), sql`version = version + 1`])} where id = ${id}`)
}

export type NewStep = { readonly endingId: string; readonly act: EndingAct; readonly on: PlainDate; readonly to: EndingStage; readonly facts?: Readonly<Record<string, unknown>>; readonly rules?: readonly RuleUse[] }

export async function insertEndingStep(db: Db, s: NewStep, by: string | undefined): Promise<void> {
  await db.run(sql`
    insert into lifecycle.ending_step (id, ending_id, ordinal, act, occurred_on, to_stage, facts, rules, recorded_by)
    select ${newId()}, ${s.endingId}, coalesce(max(ordinal), 0) + 1, ${s.act}, ${s.on}, ${s.to}, ${JSON.stringify(s.facts ?? {})}::jsonb, ${JSON.stringify(s.rules ?? [])}::jsonb, ${by ?? null}
    from lifecycle.ending_step where ending_id = ${s.endingId}`)
}
