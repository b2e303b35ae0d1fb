import type { Ctx } from '../../../platform/action/index.ts'
import { likenessOf } from '../model.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { pairDecided, pairNotFound, staleVersion } from '../errors.ts'
import { factsOf } from '../queries/candidates.ts'
import { lockPair, type PairRow } from '../queries/pairs.ts'

/** An open pair to decide on, locked, after asking whether the actor keeps both dossiers. Refuses `pairNotFound`, `pairDecided`, a stale version. */
export async function lockOpenPair(ctx: Ctx, pairId: string, version: number): Promise<PairRow> {
  const pair = await lockPair(ctx.db, pairId)
  if (!pair) throw pairNotFound()
  await authoriseBoth(ctx, pair)
  if (pair.version !== version) throw staleVersion(version, pair.version)
  if (pair.state !== 'open') throw pairDecided()
  return pair
}

/** Both must lie in the part of who decides: across two committees only the level above both. */
export async function authoriseBoth(ctx: Ctx, { firstId, secondId }: Pick<PairRow, 'firstId' | 'secondId'>): Promise<void> {
  await ctx.authorise('duplicates.decide', { personId: firstId })
  await ctx.authorise('duplicates.decide', { personId: secondId })
}

/** How two people look alike as they stand now. Refuses `pairNotFound` when one lies outside the part. */
export async function likenessNow(ctx: Ctx, { firstId, secondId }: Pick<PairRow, 'firstId' | 'secondId'>) {
  const facts = await factsOf(ctx.db, [firstId, secondId])
  const [first, second] = [facts.get(firstId), facts.get(secondId)]
  if (!first || !second) throw pairNotFound()
  return { ...likenessOf(first, second), fingerprint: fingerprintOf(first, second) }
}
