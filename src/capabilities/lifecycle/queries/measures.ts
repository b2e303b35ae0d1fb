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

const columns = {
  discipline: raw(`t.id, t.person_id as "personId", t.version, t.measure, t.authority, t.ground, t.decision_number as "decisionNumber", t.decided_on as "decidedOn", t.issued_by as "issuedBy",
    t.effective_on as "effectiveOn", t.effect_until as "effectUntil", t.received_on as "receivedOn", t.complaint_due_on as "complaintDueOn", t.complained_on as "complainedOn", t.complaint,
    t.state = 'annulled' as "isAnnulled", t.review_number as "reviewNumber", t.reviewed_on as "reviewedOn", t.reviewed_by as "reviewedBy", t.review_reason as "reviewReason"`),
  suspension: raw(`t.id, t.person_id as "personId", t.version, t.ground, t.reason, t.decision_number as "decisionNumber", t.decided_on as "decidedOn", t.issued_by as "issuedBy", t.from_day as "from",
    t.last_day as "lastDay", t.former_status as "formerStatus", t.extension_number as "extensionNumber", t.extended_on as "extendedOn", t.lifted_on as "liftedOn", t.lifting_reason as "liftingReason"`),
  exemption: raw(`t.id, t.person_id as "personId", t.version, t.ground, t.note, t.resolution, t.decided_on as "decidedOn", t.from_day as "from", t.former_status as "formerStatus",
    t.returned_on as "returnedOn", t.return_basis as "returnBasis"`),
}
type RowOf = { discipline: Discipline; suspension: Suspension; exemption: Exemption }

/** Every measure of one kind of a person, the latest first. */
export function listMeasuresOf<K extends MeasureKind>(db: Db, kind: K, personId: string): Promise<RowOf[K][]> {
  return db.rows<RowOf[K]>(sql`select ${columns[kind]} from ${raw(`lifecycle.${kind}`)} t where t.person_id = ${personId} order by t.decided_on desc, t.recorded_at desc`)
}

/** A measure, locked for an act. Refuses `lifecycle.measureNotFound`. */
export async function lockMeasure<K extends MeasureKind>(db: Db, kind: K, id: string): Promise<RowOf[K]> {
  const found = await db.first<RowOf[K]>(sql`select ${columns[kind]} from ${raw(`lifecycle.${kind}`)} t where t.id = ${id} for update`)
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
  db.run(sql`update lifecycle.discipline set complained_on = ${on}, complaint = ${complaint}, version = version + 1 where id = ${id}`)

export type Review = { readonly outcome: 'upheld' | 'annulled'; readonly decisionNumber: string; readonly decidedOn: PlainDate; readonly issuedBy: string; readonly reason: string }

export const keepReview = (db: Db, id: string, r: Review) => db.run(sql`
  update lifecycle.discipline set state = ${r.outcome === 'annulled' ? 'annulled' : 'standing'}, review_number = ${r.decisionNumber}, reviewed_on = ${r.decidedOn}, reviewed_by = ${r.issuedBy},
    review_reason = ${r.reason}, version = version + 1 where id = ${id}`)

export type NewSuspension = Pick<Suspension, 'personId' | 'ground' | 'reason' | 'decisionNumber' | 'decidedOn' | 'issuedBy' | 'from' | 'lastDay' | 'formerStatus'> & { readonly rule: RuleUse }

export async function insertSuspension(db: Db, s: NewSuspension, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.suspension (id, person_id, ground, reason, decision_number, decided_on, issued_by, from_day, last_day, rule, former_status, recorded_by)
    values (${id}, ${s.personId}, ${s.ground}, ${s.reason}, ${s.decisionNumber}, ${s.decidedOn}, ${s.issuedBy}, ${s.from}, ${s.lastDay}, ${JSON.stringify(s.rule)}::jsonb, ${s.formerStatus}, ${by ?? null})`)
  return id
}

export const keepExtension = (db: Db, id: string, e: { lastDay: PlainDate; decisionNumber: string; decidedOn: PlainDate }) => db.run(sql`
  update lifecycle.suspension set last_day = ${e.lastDay}, extension_number = ${e.decisionNumber}, extended_on = ${e.decidedOn}, version = version + 1 where id = ${id}`)

export const keepLifting = (db: Db, id: string, on: PlainDate, reason: string) =>
  db.run(sql`update lifecycle.suspension set lifted_on = ${on}, lifting_reason = ${reason}, version = version + 1 where id = ${id}`)

export type NewExemption = Pick<Exemption, 'personId' | 'ground' | 'note' | 'resolution' | 'decidedOn' | 'from' | 'formerStatus'> & { readonly rule: RuleUse }

export async function insertExemption(db: Db, e: NewExemption, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into lifecycle.exemption (id, person_id, ground, note, resolution, decided_on, from_day, rule, former_status, recorded_by)
    values (${id}, ${e.personId}, ${e.ground}, ${e.note}, ${e.resolution}, ${e.decidedOn}, ${e.from}, ${JSON.stringify(e.rule)}::jsonb, ${e.formerStatus}, ${by ?? null})`)
  return id
}

export const keepReturn = (db: Db, id: string, on: PlainDate, basis: string) =>
  db.run(sql`update lifecycle.exemption set returned_on = ${on}, return_basis = ${basis}, version = version + 1 where id = ${id}`)

/** How a measure stands on a day. */
export const stateOn = (on: PlainDate, { until, isAnnulled }: { until: PlainDate | null; isAnnulled: boolean }): MeasureState => (isAnnulled ? 'annulled' : until !== null && until <= on ? 'ended' : 'running')

/** The three kinds in one form: `until` is the first day without it. */
export const inOneForm: Readonly<Record<MeasureKind, Sql>> = {
  discipline: sql`select t.id, t.person_id, t.measure as what, t.ground as reason, t.decision_number, t.decided_on, t.issued_by, t.effective_on as from_day, t.effect_until as until, t.effect_until - 1 as last_day, t.state = 'annulled' as annulled from lifecycle.discipline t`,
  suspension: sql`select t.id, t.person_id, t.ground as what, t.reason, t.decision_number, t.decided_on, t.issued_by, t.from_day, t.lifted_on as until, coalesce(t.lifted_on - 1, t.last_day) as last_day, false as annulled from lifecycle.suspension t`,
  exemption: sql`select t.id, t.person_id, t.ground as what, t.note as reason, t.resolution as decision_number, t.decided_on, null::text as issued_by, t.from_day, t.returned_on as until, t.returned_on - 1 as last_day, false as annulled from lifecycle.exemption t`,
}
