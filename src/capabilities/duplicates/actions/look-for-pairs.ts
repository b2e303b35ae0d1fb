import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx, Db } from '../../../platform/action/index.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { likenessOf, type ComparedFacts } from '../model.ts'
import { blocksOfCandidates, factsOf, type Candidates } from '../queries/candidates.ts'
import { keepPairs, type FoundPair } from '../queries/pairs.ts'
import { likenessSettings } from '../settings.ts'

/** So many candidates are weighed at a time: what is known of them all would not fit beside everything else. */
const AT_ONCE = 4_000

/** Those of the candidates that look alike enough to be shown, with the reasons. */
function pairsFound(candidates: readonly Candidates[], facts: ReadonlyMap<string, ComparedFacts>): FoundPair[] {
  return candidates.flatMap(({ firstId, secondId }) => {
    const [first, second] = [facts.get(firstId), facts.get(secondId)]
    if (!first || !second) return []
    const { score, parts } = likenessOf(first, second)
    return score >= likenessSettings.shown ? [{ firstId, secondId, score, parts, fingerprint: fingerprintOf(first, second) }] : []
  })
}

/** Looks through everybody within reach and keeps what it finds; for callers that have authorised. Answers how many pairs were compared, found, and are new. */
export async function lookThrough(db: Db, on: PlainDate, by?: string): Promise<{ compared: number; found: number; fresh: number }> {
  const looked = { compared: 0, found: 0, fresh: 0 }
  for await (const block of blocksOfCandidates(db, AT_ONCE)) {
    const people = new Set(block.flatMap(({ firstId, secondId }) => [firstId, secondId]))
    const { total, fresh } = await keepPairs(db, pairsFound(block, await factsOf(db, [...people])), on, by)
    looked.compared += block.length
    looked.found += total
    looked.fresh += fresh
  }
  return looked
}

/** Looks through the own part for records that look like one person, and keeps what it finds. */
export async function lookForPairs(ctx: Ctx) {
  await ctx.authorise('duplicates.look', 'own part')
  const looked = await lookThrough(ctx.db, ctx.today, ctx.actor.accountId)
  const organisationId = ctx.actor.organisationId
  await ctx.audit({ event: 'duplicates.lookedFor', subject: { type: 'organisation', id: organisationId ?? '' }, ...(organisationId ? { organisationId } : {}), facts: looked })
  return looked
}
