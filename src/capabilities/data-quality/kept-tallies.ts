import type { Ctx } from '../../platform/action/index.ts'
import { isLarge, lessOf } from './model.ts'
import type { Tally } from './queries/faults.ts'
import { listKeptUnits } from './queries/months.ts'

export type KeptTallies = { readonly tallies: readonly Tally[]; /** The moment of which the counts are. */ readonly countedAt: string }

/** Today's counts of an organisation's parts as they are kept, its own first; nothing where they are quick to count. */
export async function keptTallies(ctx: Ctx, placeId: string): Promise<KeptTallies | undefined> {
  const [whole, ...parts] = await listKeptUnits(ctx.db, placeId, ctx.today)
  if (whole?.unitId !== placeId || !isLarge(whole.counts)) return undefined
  const own = { ...whole, counts: lessOf(whole.counts, parts.flatMap(({ counts }) => counts)) }
  return { countedAt: whole.keptAt, tallies: [own, ...parts].flatMap(({ unitId, name, shortName, counts }) => counts.map((count) => ({ unitId, name, shortName, ...count }))) }
}
