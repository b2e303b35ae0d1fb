import type { Ctx } from '../../../platform/action/index.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { likenessOf, type ComparedFacts } from '../model.ts'
import { factsOf, listCandidates, type Candidates } from '../queries/candidates.ts'
import { keepPairs, type FoundPair } from '../queries/pairs.ts'
import { likenessSettings } from '../settings.ts'

/** Those of the candidates that look alike enough to be shown, with the reasons. */
export function pairsFound(candidates: readonly Candidates[], facts: ReadonlyMap<string, ComparedFacts>): FoundPair[] {
  return candidates.flatMap(({ firstId, secondId }) => {
    const [first, second] = [facts.get(firstId), facts.get(secondId)]
    if (!first || !second) return []
    const { score, parts } = likenessOf(first, second)
    return score >= likenessSettings.shown ? [{ firstId, secondId, score, parts, fingerprint: fingerprintOf(first, second) }] : []
  })
}

/** Looks through the own part for records that look like one person, and keeps what it finds. */
export async function lookForPairs(ctx: Ctx) {
  await ctx.authorise('duplicates.look', 'own part')
  const candidates = await listCandidates(ctx.db)
  const people = [...new Set(candidates.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const pairs = pairsFound(candidates, await factsOf(ctx.db, people))
  const { total, fresh } = await keepPairs(ctx.db, pairs, ctx.today, ctx.actor.accountId)
  await ctx.audit({
    event: 'duplicates.lookedFor', subject: { type: 'organisation', id: ctx.actor.organisationId ?? '' }, ...(ctx.actor.organisationId ? { organisationId: ctx.actor.organisationId } : {}),
    facts: { compared: candidates.length, found: total, fresh },
  })
  return { compared: candidates.length, found: total, fresh }
}
