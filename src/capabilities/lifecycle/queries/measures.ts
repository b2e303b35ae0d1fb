import { newId, type PlainDate } from '../../../kernel/index.ts'
import { raw, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import type { DisciplineMeasure, ExemptionGround, RuleUse } from '../../../regulations/index.ts'
import type { MemberStatus } from '../../members/index.ts'
import type { Authority, MeasureKind, MeasureState, SuspensionGround } from '../codes.ts'
import { measureNotFound } from '../errors.ts'

type Kept = { readonly id: string; readonly personId: string; readonly version: number }

export type Discipline = Kept & {
  readonly measure: DisciplineMeasure; readonly authority: Authority; readonly ground: string; readonly decisionNumber: string; readonly decidedOn: PlainDate; readonly issuedBy: string
  readonly effectiveOn: PlainDate; readonly effectUntil: PlainDate | null; readonly receivedOn: PlainDate; readonly complaintDueOn: PlainDate; readonly complainedOn: PlainDate | null
  readonly complaint: string | null; readonly isAnnulled: boolean; readonly reviewNumber: string | null; readonly reviewedOn: PlainDate | null; readonly reviewedBy: string | null; readonly reviewReason: string | null
}
export type Suspension = Kept & {
  readonly ground: SuspensionGround; readonly reason: string; readonly decisionNumber: string; readonly decidedOn: PlainDate; readonly issuedBy: string; readonly from: PlainDate
  readonly lastDay: PlainDate | null; readonly formerStatus: MemberStatus; readonly extensionNumber: string | null; readonly extendedOn: PlainDate | null; readonly liftedOn: PlainDate | null; readonly liftingReason: string | null
}
export type Exemption = Kept & {
  readonly ground: ExemptionGround; readonly note: string | null; readonly resolution: string; readonly decidedOn: PlainDate; readonly from: PlainDate; readonly formerStatus: MemberStatus
  readonly returnedOn: PlainDate | null; readonly returnBasis: string | null
}

/** Whether what was recorded at a moment was known at the one that is asked for; everything is known now. */
const known = (column: string, knownAt: string | undefined): Sql => (knownAt ? sql`coalesce(${raw(column)}, '-infinity') <= ${knownAt}::timestamptz` : sql`true`)

const columnsOf = (kind: MeasureKind, knownAt?: string): Sql => ({
  discipline: sql`t.id, t.person_id as "personId", t.version, t.measure, t.authority, t.ground, t.decision_number as "decisionNumber", t.decided_on as "decidedOn", t.issued_by as "issuedBy",
    t.effective_on as "effectiveOn", t.effect_until as "effectUntil", t.received_on as "receivedOn", t.complaint_due_on as "complaintDueOn", case when ${complained(knownAt)} then t.complained_on end as "complainedOn",
    case when ${complained(knownAt)} then t.complaint end as complaint, t.state = 'annulled' and ${reviewed(knownAt)} as "isAnnulled", case when ${reviewed(knownAt)} then t.review_number end as "reviewNumber",
    case when ${reviewed(knownAt)} then t.reviewed_on end as "reviewedOn", case when ${reviewed(knownAt)} then t.reviewed_by end as "reviewedBy", case when ${reviewed(knownAt)} then t.review_reason end as "reviewReason"`,
  suspension: sql`t.id, t.person_id as "personId", t.version, t.ground, t.reason, t.decision_number as "decisionNumber", t.decided_on as "decidedOn", t.issued_by as "issuedBy", t.from_day as "from",
    ${lastDay(knownAt)} as "lastDay", t.former_status as "formerStatus", case when ${extended(knownAt)} then t.extension_number end as "extensionNumber", case when ${extended(knownAt)} then t.extended_on end as "extendedOn",
    case when ${lifted(knownAt)} then t.lifted_on end as "liftedOn", case when ${lifted(knownAt)} then t.lifting_reason end as "liftingReason"`,
  exemption: sql`t.id, t.person_id as "personId", t.version, t.ground, t.note, t.resolution, t.decided_on as "decidedOn", t.from_day as "from", t.former_status as "formerStatus",
    case when ${returned(knownAt)} then t.returned_on end as "returnedOn", case when ${returned(knownAt)} then t.return_basis end as "returnBasis"`,
})[kind]

const complained = (knownAt?: string) => known('t.complaint_recorded_at', knownAt)
const reviewed = (knownAt?: string) => known('t.review_recorded_at', knownAt)
const extended = (knownAt?: string) => known('t.extension_recorded_at', knownAt)
const lifted = (knownAt?: string) => known('t.lifting_recorded_at', knownAt)
const returned = (knownAt?: string) => known('t.return_recorded_at', knownAt)
const lastDay = (knownAt?: string): Sql => sql`case when ${extended(knownAt)} then t.last_day else coalesce(t.first_last_day, t.last_day) end`
type RowOf = { discipline: Discipline; suspension: Suspension; exemption: Exemption }

/** Every measure of one kind of a person as known at a moment (absent = now), the latest first. */
export function listMeasuresOf<K extends MeasureKind>(db: Db, kind: K, personId: string, knownAt?: string): Promise<RowOf[K][]> {
  return db.rows<RowOf[K]>(sql`select ${columnsOf(kind, knownAt)} from ${raw(`lifecycle.${kind}`)} t where t.person_id = ${personId} and ${known('t.recorded_at', knownAt)} order by t.decided_on desc, t.recorded_at desc`)
}

/** A measure, locked for an act. Refuses `lifecycle.measureNotFound`. */
export async function lockMeasure<K extends MeasureKind>(db: Db, kind: K, id: string): Promise<RowOf[K]> {
  const found = await db.first<RowOf[K]>(sql`select ${columnsOf(kind)} from ${raw(`lifecycle.${kind}`)} t where t.id = ${id} for update`)
  if (!found) throw measureNotFound()
  return found
}

export type NewDiscipline = Pick<Discipline, 'personId' | 'measure' | 'authority' | 'ground' | 'decisionNumber' | 'decidedOn' | 'issuedBy' | 'effectiveOn' | 'effectUntil' | 'receivedOn' | 'complaintDueOn'> & { readonly rule: RuleUse }

export async function insertDiscipline(db: Db, d: NewDiscipline, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.discipline (id, person_id, measure, authority, ground, decision_number, decided_on, issued_by, effective_on, effect_until, received_on, complaint_due_on, rule, recorded_by)
    values (${id}, ${d.personId}, ${d.measure}, ${d.authority}, ${d.ground}, ${d.decisionNumber}, ${d.decidedOn}, ${d.issuedBy}, ${d.effectiveOn}, ${d.effectUntil}, ${d.receivedOn}, ${d.complaintDueOn},
      ${JSON.stringify(d.rule)}::jsonb, ${by ?? null})`)
  return id
}

export const keepComplaint = (db: Db, id: string, on: PlainDate, complaint: string) =>
  db.run(sql`update lifecycle.discipline set complained_on = ${on}, complaint = ${complaint}, complaint_recorded_at = platform.moment(), version = version + 1 where id = ${id}`)

export type Review = { readonly outcome: 'upheld' | 'annulled'; readonly decisionNumber: string; readonly decidedOn: PlainDate; readonly issuedBy: string; readonly reason: string }

export const keepReview = (db: Db, id: string, r: Review) => db.run(sql`
  update lifecycle.discipline set state = ${r.outcome === 'annulled' ? 'annulled' : 'standing'}, review_number = ${r.decisionNumber}, reviewed_on = ${r.decidedOn}, reviewed_by = ${r.issuedBy},
    review_reason = ${r.reason}, review_recorded_at = platform.moment(), version = version + 1 where id = ${id}`)

export type NewSuspension = Pick<Suspension, 'personId' | 'ground' | 'reason' | 'decisionNumber' | 'decidedOn' | 'issuedBy' | 'from' | 'lastDay' | 'formerStatus'> & { readonly rule: RuleUse }

export async function insertSuspension(db: Db, s: NewSuspension, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.suspension (id, person_id, ground, reason, decision_number, decided_on, issued_by, from_day, last_day, first_last_day, rule, former_status, recorded_by)
    values (${id}, ${s.personId}, ${s.ground}, ${s.reason}, ${s.decisionNumber}, ${s.decidedOn}, ${s.issuedBy}, ${s.from}, ${s.lastDay}, ${s.lastDay}, ${JSON.stringify(s.rule)}::jsonb, ${s.formerStatus}, ${by ?? null})`)
  return id
}

export const keepExtension = (db: Db, id: string, e: { lastDay: PlainDate; decisionNumber: string; decidedOn: PlainDate }) => db.run(sql`
  update lifecycle.suspension set last_day = ${e.lastDay}, extension_number = ${e.decisionNumber}, extended_on = ${e.decidedOn}, extension_recorded_at = platform.moment(), version = version + 1 where id = ${id}`)

export const keepLifting = (db: Db, id: string, on: PlainDate, reason: string) =>
  db.run(sql`update lifecycle.suspension set lifted_on = ${on}, lifting_reason = ${reason}, lifting_recorded_at = platform.moment(), version = version + 1 where id = ${id}`)

export type NewExemption = Pick<Exemption, 'personId' | 'ground' | 'note' | 'resolution' | 'decidedOn' | 'from' | 'formerStatus'> & { readonly rule: RuleUse }

export async function insertExemption(db: Db, e: NewExemption, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.exemption (id, person_id, ground, note, resolution, decided_on, from_day, rule, former_status, recorded_by)
    values (${id}, ${e.personId}, ${e.ground}, ${e.note}, ${e.resolution}, ${e.decidedOn}, ${e.from}, ${JSON.stringify(e.rule)}::jsonb, ${e.formerStatus}, ${by ?? null})`)
  return id
}

export const keepReturn = (db: Db, id: string, on: PlainDate, basis: string) =>
  db.run(sql`update lifecycle.exemption set returned_on = ${on}, return_basis = ${basis}, return_recorded_at = platform.moment(), version = version + 1 where id = ${id}`)

/** How a measure stands on a day. */
export const stateOn = (on: PlainDate, { until, isAnnulled }: { until: PlainDate | null; isAnnulled: boolean }): MeasureState => (isAnnulled ? 'annulled' : until !== null && until <= on ? 'ended' : 'running')

/** First day without membership after a measure began: what stands beside a membership ends with it. */
const membershipEnd = (fromDay: string, knownAt?: string): Sql => sql`(select min(m.ended_on) from members.membership m where m.person_id = t.person_id and m.ended_on >= ${raw(`t.${fromDay}`)}
  and ${knownAt ? sql`m.recorded_at <= ${knownAt}::timestamptz and (m.superseded_at is null or m.superseded_at > ${knownAt}::timestamptz)` : sql`m.superseded_at is null`})`

/** The three kinds in one form, as known at a moment (absent = now): `until` is the first day without it. */
export const inOneForm = (kind: MeasureKind, knownAt?: string): Sql => ({
  discipline: sql`select t.id, t.person_id, t.measure as what, t.ground as reason, t.decision_number, t.decided_on, t.issued_by, t.effective_on as from_day, t.effect_until as until, t.effect_until - 1 as last_day,
    t.state = 'annulled' and ${reviewed(knownAt)} as annulled from lifecycle.discipline t where ${known('t.recorded_at', knownAt)}`,
  suspension: sql`select t.id, t.person_id, t.ground as what, t.reason, t.decision_number, t.decided_on, t.issued_by, t.from_day, e.until, coalesce(e.until - 1, ${lastDay(knownAt)}) as last_day, false as annulled
    from lifecycle.suspension t cross join lateral (select least(case when ${lifted(knownAt)} then t.lifted_on end, ${membershipEnd('from_day', knownAt)}) as until) e where ${known('t.recorded_at', knownAt)}`,
  exemption: sql`select t.id, t.person_id, t.ground as what, t.note as reason, t.resolution as decision_number, t.decided_on, null::text as issued_by, t.from_day, e.until, e.until - 1 as last_day, false as annulled
    from lifecycle.exemption t cross join lateral (select least(case when ${returned(knownAt)} then t.returned_on end, ${membershipEnd('from_day', knownAt)}) as until) e where ${known('t.recorded_at', knownAt)}`,
})[kind]
