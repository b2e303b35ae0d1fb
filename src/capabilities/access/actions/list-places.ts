import type { Ctx } from '../../../platform/action/index.ts'
import { listPlacesInReach } from '../queries/places.ts'

/** Organisations of one's part at which a role can be held. */
export async function listPlaces(ctx: Ctx, input: { search?: string | undefined }) {
  await ctx.authorise('access.readAccounts', 'own part')
  return { rows: await listPlacesInReach(ctx.db, input.search ?? '', ctx.today) }
}
