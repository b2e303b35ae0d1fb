import { newId } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { ruleOf, type RuleKey } from '../catalogue.ts'
import type { Weights } from '../model.ts'

/** How much each rule counts, as known at a moment: what the installation said, else the program. */
export async function loadWeights(db: Db, knownAt?: string): Promise<Weights> {
  const rows = await db.rows<{ rule: RuleKey; weight: number }>(sql`select rule, weight from data_quality.weight
    where (superseded_at is null or superseded_at > ${knownAt ?? null}) and (${knownAt ?? null}::timestamptz is null or recorded_at <= ${knownAt ?? null})`)
  const said = new Map(rows.map(({ rule, weight }) => [rule, weight]))
  return (rule) => said.get(rule) ?? ruleOf(rule).weight
}

export async function replaceWeight({ db, actor }: Ctx, rule: RuleKey, weight: number): Promise<void> {
  await db.run(sql`update data_quality.weight set superseded_at = platform.moment() where rule = ${rule} and superseded_at is null`)
  await db.run(sql`insert into data_quality.weight (id, rule, weight, set_by) values (${newId()}, ${rule}, ${weight}, ${actor.accountId ?? null})`)
}
