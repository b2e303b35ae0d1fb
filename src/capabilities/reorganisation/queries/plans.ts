import { newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, recordedBy, rowsKnown, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import type { PlanState } from '../codes.ts'
import { contentShape, type Content } from '../content.ts'
import { planNotFound } from '../errors.ts'

export type Plan = {
  readonly id: string; readonly organisationId: string; readonly title: string; readonly effectiveOn: PlainDate | null; readonly state: PlanState
  readonly decisionNumber: string | null; readonly decidedOn: PlainDate | null; readonly issuedBy: string | null; readonly countersId: string | null; readonly actId: string | null
  readonly inForceAt: string | null; readonly undoneAt: string | null; readonly undoneReason: string | null; readonly version: number
}

const columns = sql`p.id, p.organisation_id as "organisationId", p.title, p.effective_on as "effectiveOn", p.state, p.decision_number as "decisionNumber", p.decided_on as "decidedOn",
  p.issued_by as "issuedBy", p.counters_id as "countersId", p.act_id as "actId", p.in_force_at as "inForceAt", p.undone_at as "undoneAt", p.undone_reason as "undoneReason", p.version`

/**
 * Plans as they stood on a day, as known at a moment: from the day they were written down; in force from the day they took effect, decided from the day
 * of the decision, undone or withdrawn from the day on which that was done.
 */
const plansSeen = ({ on, knownAt }: Seen): Sql => sql`(
  select p.id, p.organisation_id, p.title, p.effective_on, p.counters_id, p.version, p.recorded_at,
    case when p.state = 'withdrawn' then case when ${dayOfMoment(sql`coalesce((select max(c.recorded_at) from reorganisation.plan_content c where c.plan_id = p.id), p.recorded_at)`)} <= ${on}::date then 'withdrawn' when p.decided_on <= ${on}::date then 'decided' else 'draft' end
      when ${dayOfMoment(sql`p.undone_at`)} <= ${on}::date then p.state
      when p.in_force_at is not null and ${dayOfMoment(sql`p.in_force_at`)} <= ${on}::date then 'inForce' when p.decided_on <= ${on}::date then 'decided' else 'draft' end as state,
    case when p.decided_on <= ${on}::date then p.decision_number end as decision_number, case when p.decided_on <= ${on}::date then p.decided_on end as decided_on,
    case when p.decided_on <= ${on}::date then p.issued_by end as issued_by,
    case when ${dayOfMoment(sql`p.in_force_at`)} <= ${on}::date then p.act_id end as act_id, case when ${dayOfMoment(sql`p.in_force_at`)} <= ${on}::date then p.in_force_at end as in_force_at,
    case when ${dayOfMoment(sql`p.undone_at`)} <= ${on}::date then p.undone_at end as undone_at, case when ${dayOfMoment(sql`p.undone_at`)} <= ${on}::date then p.undone_reason end as undone_reason
  from ${rowsKnown('reorganisation.plan', knownAt)} p where ${dayOfMoment(sql`p.recorded_at`)} <= ${on}::date)`

/** A plan as it stood on a day, as known at a moment. Refuses with `reorganisation.planNotFound`, also before it was written down. */
export async function loadPlanSeen(db: Db, id: string, seen: Seen): Promise<Plan> {
  const plan = await db.first<Plan>(sql`select ${columns} from ${plansSeen(seen)} p where p.id = ${id}`)
  if (!plan) throw planNotFound()
  return plan
}

/** Refuses with `reorganisation.planNotFound`. */
export async function loadPlan(db: Db, id: string): Promise<Plan> {
  const plan = await db.first<Plan>(sql`select ${columns} from reorganisation.plan p where p.id = ${id}`)
  if (!plan) throw planNotFound()
  return plan
}

/** The same, locked until the end of the transaction. */
export async function lockPlan(db: Db, id: string): Promise<Plan> {
  const plan = await db.first<Plan>(sql`select ${columns} from reorganisation.plan p where p.id = ${id} for update`)
  if (!plan) throw planNotFound()
  return plan
}

/** What a plan said on a day, as known at a moment: the last that was saved by then; none for those below. */
export async function findContentSeen(db: Db, planId: string, { on, knownAt }: Seen): Promise<Content | undefined> {
  const row = await db.first<{ content: unknown }>(sql`
    select content from reorganisation.plan_content c where plan_id = ${planId} and ${dayOfMoment(sql`c.recorded_at`)} <= ${on}::date and ${recordedBy(sql`c.recorded_at`, knownAt)} order by version desc limit 1`)
  return row && contentShape.parse(row.content)
}

/** What a plan says now; none for those below, who see what it made of their own part. */
export async function findContent(db: Db, plan: Pick<Plan, 'id' | 'version'>): Promise<Content | undefined> {
  const row = await db.first<{ content: unknown }>(sql`select content from reorganisation.plan_content where plan_id = ${plan.id} and version = ${plan.version}`)
  return row && contentShape.parse(row.content)
}

/** Who saved a plan and when, newest first; in the past, what had been saved by the day and the moment. */
export const listSavings = (db: Db, planId: string, { on, knownAt }: Seen): Promise<{ version: number; savedBy: string | null; savedAt: string }[]> =>
  db.rows(sql`select c.version, a.full_name as "savedBy", c.recorded_at as "savedAt" from reorganisation.plan_content c left join access.account a on a.id = c.saved_by where c.plan_id = ${planId} and ${dayOfMoment(sql`c.recorded_at`)} <= ${on}::date and ${recordedBy(sql`c.recorded_at`, knownAt)} order by c.version desc limit 100`)

export async function insertPlan(db: Db, p: { organisationId: string; title: string; effectiveOn: PlainDate | null; countersId?: string; content: Content; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`insert into reorganisation.plan (id, organisation_id, title, effective_on, counters_id, prepared_by) values (${id}, ${p.organisationId}, ${p.title}, ${p.effectiveOn}, ${p.countersId ?? null}, ${p.by ?? null})`)
  await insertContent(db, id, 1, p.content, p.by)
  return id
}

const insertContent = (db: Db, planId: string, version: number, content: Content, by: string | undefined) =>
  db.run(sql`insert into reorganisation.plan_content (plan_id, version, content, saved_by) values (${planId}, ${version}, ${JSON.stringify(content)}, ${by ?? null})`)

type Changed = { title?: string; effectiveOn?: PlainDate | null; state?: PlanState; decisionNumber?: string; decidedOn?: PlainDate; issuedBy?: string }

/** Writes a new version of a plan with its content. Answers the version. */
export async function savePlanVersion(db: Db, plan: Plan, changed: Changed, content: Content, by: string | undefined): Promise<number> {
  const p = { ...plan, ...changed }
  await db.run(sql`
    update reorganisation.plan set title = ${p.title}, effective_on = ${p.effectiveOn}, state = ${p.state}, decision_number = ${p.decisionNumber}, decided_on = ${p.decidedOn}, issued_by = ${p.issuedBy}, version = version + 1
    where id = ${plan.id}`)
  await insertContent(db, plan.id, plan.version + 1, content, by)
  return plan.version + 1
}

/** Plans and acts that concern the actor's part, as they stood on a day, as known at a moment; those still before their day first. */
export async function listPlanRows(db: Db, { state, seen, page, size }: { state: PlanState | undefined; seen: Seen; page: number; size: number }) {
  const plans = plansSeen(seen)
  const where = state ? sql`p.state = ${state}` : sql`true`
  const rows = await db.rows<Plan & { organisation: string; people: number }>(sql`
    select ${columns}, coalesce(organisations.name_on(p.organisation_id, coalesce(p.effective_on, ${seen.on}::date)), '') as organisation,
      (select count(*)::int from reorganisation.carried c where c.plan_id = p.id and c.kind = 'member' and p.in_force_at is not null) as people
    from ${plans} p where ${where}
    order by p.state in ('draft', 'decided') desc, p.effective_on desc nulls first, p.recorded_at desc, p.id limit ${size} offset ${(page - 1) * size}`)
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from ${plans} p where ${where}`)
  return { rows, total }
}

/** Plans below an organisation that are decided, or drafted with a day, up to a day (inclusive). */
export const listPlansDue = (db: Db, until: PlainDate): Promise<Plan[]> =>
  db.rows(sql`select ${columns} from reorganisation.plan p where p.state in ('draft', 'decided') and p.effective_on <= ${until}::date order by p.effective_on, p.id`)

export type Outcome = { readonly organisationId: string; readonly fate: string; readonly before: Side | null; readonly after: Side | null }
/** An organisation before or after an act, as it was shown on the day the act took effect. */
export type Side = { readonly name: string; readonly type: string; readonly code: string | null; readonly parent: string | null; readonly members: number; readonly full: number; readonly cells: number }

/** What an act in force made of the organisations of the actor's part. */
export const listOutcomes = (db: Db, planId: string): Promise<Outcome[]> =>
  db.rows(sql`select organisation_id as "organisationId", fate, before, after from reorganisation.outcome where plan_id = ${planId} order by ordinal`)

/** What was built on an act since, table by table. */
export const builtOn = (db: Db, planId: string): Promise<{ table: string; rows: number }[]> =>
  db.rows(sql`select table_name as "table", count(distinct row_id)::int as rows from reorganisation.built_on(${planId}) group by 1 order by 1`)
