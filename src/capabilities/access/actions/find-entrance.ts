import { sql, type Ctx } from '../../../platform/action/index.ts'
import { findTop } from '../../organisations/index.ts'

/** The name of the organisation above all, which anybody may read at the door; none before the first start. */
export async function findEntrance(ctx: Ctx, demonstration: boolean) {
  await ctx.db.run(sql`select set_config('dangvu.keeper', 'yes', true)`)
  const top = await findTop(ctx.db, ctx.today)
  return { organisationName: top?.name ?? null, demonstration, today: ctx.today }
}
