import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx, Db } from '../../../platform/action/index.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { likenessOf, type ComparedFacts } from '../model.ts'
import { factsOf, listCandidates, type Candidates } from '../queries/candidates.ts'
import { keepPairs, type FoundPair } from '../queries/pairs.ts'
import { likenessSettings } from '../settings.ts'

/** So many candidates are weighed at a time: what is known of them all would not fit beside everything else. */
const AT_ONCE = 20_000

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
  const candidates = await listCandidates(db)
  const pairs: FoundPair[] = []
  for (let from = 0; from < candidates.length; from += AT_ONCE) {
    const part = candidates.slice(from, from + AT_ONCE)
    const people = [...new Set(part.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
    pairs.push(...pairsFound(part, await factsOf(db, people)))
  }
  const { total, fresh } = await keepPairs(db, pairs, on, by)
  return { compared: candidates.length, found: total, fresh }
}

/** Looks through the own part for records that look like one person, and keeps what it finds. */
export async function lookForPairs(ctx: Ctx) {
  await ctx.authorise('duplicates.look', 'own part')
  const looked = await lookThrough(ctx.db, ctx.today, ctx.actor.accountId)
  const organisationId = ctx.actor.organisationId
  await ctx.audit({ event: 'duplicates.lookedFor', subject: { type: 'organisation', id: organisationId ?? '' }, ...(organisationId ? { organisationId } : {}), facts: looked })
  return looked
}
