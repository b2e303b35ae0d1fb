import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf } from '../../../platform/http/index.ts'
import type { duplicatesContract } from '../contract.ts'
import { likenessSettings } from '../settings.ts'
import type { PairRow } from '../queries/pairs.ts'
import { linesOf } from '../queries/records.ts'

type Listed = AnswerOf<typeof duplicatesContract.listPairs>['rows'][number]

/** Pairs as lists show them; one that lost a record meanwhile is left out. */
export async function shownPairs(ctx: Ctx, pairs: readonly PairRow[]): Promise<Listed[]> {
  const lines = await linesOf(ctx.db, pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]), ctx.today)
  return pairs.flatMap(({ firstId, secondId, fingerprint: _f, version: _v, parts, ...pair }) => {
    const [first, second] = [lines.get(firstId), lines.get(secondId)]
    return first && second ? [{ ...pair, parts: [...parts], first, second, isStrong: pair.score >= likenessSettings.strong }] : []
  })
}
