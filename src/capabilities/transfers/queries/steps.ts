import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { RuleUse } from '../../../regulations/index.ts'
import type { Act, Stage } from '../codes.ts'

export type Step = {
  readonly act: Act; readonly occurredOn: PlainDate; readonly fromStage: Stage | null; readonly toStage: Stage; readonly facts: Readonly<Record<string, unknown>>
  readonly rules: readonly RuleUse[]; readonly by: string | null; readonly recordedAt: string
}

/** What was done to a transfer, in order. */
export function listSteps(db: Db, transferId: string): Promise<Step[]> {
  return db.rows(sql`
    select s.act, s.occurred_on as "occurredOn", s.from_stage as "fromStage", s.to_stage as "toStage", s.facts, s.rules, a.full_name as by, s.recorded_at as "recordedAt"
    from transfers.step s left join access.account a on a.id = s.acted_by where s.transfer_id = ${transferId} order by s.ordinal`)
}

export type StepOfPerson = Pick<Step, 'act' | 'occurredOn' | 'facts' | 'recordedAt'> & { readonly toName: string }

/** What was done to the transfers of a person that the reader sees, up to a day (inclusive), as known at a moment (absent = now), in order. */
export function listStepsOfPerson(db: Db, personId: string, { on, knownAt }: { on: PlainDate; knownAt?: string | undefined }): Promise<StepOfPerson[]> {
  return db.rows(sql`
    select s.act, s.occurred_on as "occurredOn", s.facts, s.recorded_at as "recordedAt", t.to_name as "toName" from transfers.step s join transfers.transfer t on t.id = s.transfer_id
    where t.person_id = ${personId} and s.occurred_on <= ${on}::date and (${knownAt ?? null}::timestamptz is null or s.recorded_at <= ${knownAt ?? null}::timestamptz)
    order by s.occurred_on, t.id, s.ordinal`)
}

/** Day of the last step. */
export async function lastStepOn(db: Db, transferId: string): Promise<PlainDate | null> {
  return (await db.one<{ on: PlainDate | null }>(sql`select max(occurred_on) as "on" from transfers.step where transfer_id = ${transferId}`)).on
}

export type NewStep = { readonly act: Act; readonly occurredOn: PlainDate; readonly fromStage: Stage | null; readonly toStage: Stage; readonly facts: Readonly<Record<string, unknown>>; readonly rules: readonly RuleUse[]; readonly by: string | undefined }

export async function insertStep(db: Db, transferId: string, s: NewStep): Promise<void> {
  await db.run(sql`
    insert into transfers.step (id, transfer_id, ordinal, act, occurred_on, from_stage, to_stage, facts, rules, acted_by)
    values (${newId()}, ${transferId}, (select coalesce(max(ordinal), 0) + 1 from transfers.step where transfer_id = ${transferId}), ${s.act}, ${s.occurredOn}, ${s.fromStage}, ${s.toStage},
      ${JSON.stringify(s.facts)}, ${JSON.stringify(s.rules)}, ${s.by ?? null})`)
}
