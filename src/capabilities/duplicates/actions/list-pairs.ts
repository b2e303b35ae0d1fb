import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { duplicatesContract } from '../contract.ts'
import { listPairsAsked } from '../queries/pairs.ts'
import { likenessSettings } from '../settings.ts'
import { shownPairs } from './show.ts'

/** Pairs that wait for a decision, or those found to be two people: the likeliest first. */
export async function listPairs(ctx: Ctx, input: InputOf<typeof duplicatesContract.listPairs>): Promise<AnswerOf<typeof duplicatesContract.listPairs>> {
  await ctx.authorise('duplicates.list', input.organisationId ? { organisationId: input.organisationId } : 'own part')
  const { rows, total, strong } = await listPairsAsked(ctx.db, input, likenessSettings, ctx.today, input)
  return { rows: await shownPairs(ctx, rows), total, strong }
}
