import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { dataQualityContract } from '../contract.ts'
import { weightChanged } from '../errors.ts'
import { loadWeights, replaceWeight } from '../queries/weights.ts'
import { ruleOf } from '../catalogue.ts'

type Contract = typeof dataQualityContract

/** How much rules count in the score of this installation. Refuses `weightChanged` when somebody else changed one since it was seen. */
export async function setWeights(ctx: Ctx, { weights }: InputOf<Contract['setWeights']>): Promise<AnswerOf<Contract['setWeights']>> {
  await ctx.authorise('dataQuality.setWeights', 'own part')
  const present = await loadWeights(ctx.db)
  for (const { rule, before } of weights) if (present(rule) !== before) throw weightChanged(ruleOf(rule).code, present(rule))
  for (const { rule, weight } of weights) await replaceWeight(ctx, rule, weight)
  await ctx.audit({
    event: 'dataQuality.weightsSet', subject: { type: 'dataQuality', id: 'weights' }, facts: { weights: weights.map(({ rule, before, weight }) => ({ rule, before, weight })) },
  })
  return { done: true }
}
