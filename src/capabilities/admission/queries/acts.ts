import { newId, type PlainDate } from '../../../kernel/index.ts'
import { empty, recordedBy, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import type { RuleUse } from '../../../regulations/index.ts'
import type { ActKind, Stage } from '../codes.ts'

export type NewAct = {
  readonly caseId: string
  readonly step: string | null
  readonly kind: ActKind
  readonly occurredOn: PlainDate
  readonly fromStage: Stage | null
  readonly toStage: Stage
  readonly facts: Readonly<Record<string, unknown>>
  readonly rules: readonly RuleUse[]
  readonly actedBy: string | undefined
}

/** Adds an act to the history of a file. The file is locked, so the next number is free. */
export async function insertAct(db: Db, act: NewAct): Promise<void> {
  await db.run(sql`
    insert into admission.act (id, case_id, ordinal, step, kind, occurred_on, from_stage, to_stage, facts, rules, acted_by)
    values (${newId()}, ${act.caseId}, (select coalesce(max(ordinal), 0) + 1 from admission.act where case_id = ${act.caseId}), ${act.step}, ${act.kind}, ${act.occurredOn},
      ${act.fromStage}, ${act.toStage}, ${JSON.stringify(act.facts)}, ${JSON.stringify(act.rules)}, ${act.actedBy ?? null})`)
}

export type PastAct = {
  readonly id: string
  readonly ordinal: number
  readonly kind: ActKind
  readonly step: string | null
  readonly occurredOn: PlainDate
  readonly fromStage: Stage | null
  readonly toStage: Stage
  readonly facts: Readonly<Record<string, unknown>>
  readonly rules: readonly RuleUse[]
  readonly actedBy: string | null
  readonly recordedAt: string
}

/** What was done to a file, in order; up to a day and as known at a moment, when they are told. */
export function listActs(db: Db, caseId: string, seen?: Seen): Promise<PastAct[]> {
  return db.rows(sql`
    select x.id, x.ordinal, x.kind, x.step, x.occurred_on as "occurredOn", x.from_stage as "fromStage", x.to_stage as "toStage", x.facts, x.rules,
      (select a.full_name from access.account a where a.id = x.acted_by) as "actedBy", x.recorded_at as "recordedAt"
    from admission.act x where x.case_id = ${caseId} ${seen ? sql`and x.occurred_on <= ${seen.on}::date and ${recordedBy(sql`x.recorded_at`, seen.knownAt)}` : empty} order by x.ordinal`)
}

/** The latest act of a file. */
export function latestAct(db: Db, caseId: string): Promise<{ kind: ActKind } | undefined> {
  return db.first(sql`select kind from admission.act where case_id = ${caseId} order by ordinal desc limit 1`)
}

/** Whether something of a kind was done to a file after the latest act of another kind. */
export async function wasDoneAfter(db: Db, caseId: string, kind: ActKind, after: ActKind): Promise<boolean> {
  const { done } = await db.one<{ done: boolean }>(sql`
    select exists (select from admission.act where case_id = ${caseId} and kind = ${kind}
      and ordinal > (select coalesce(max(ordinal), 0) from admission.act where case_id = ${caseId} and kind = ${after})) as done`)
  return done
}
