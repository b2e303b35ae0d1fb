import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { findOrganisationByCode, findTop, loadOrganisation, type Organisation } from '../../organisations/index.ts'
import { dayNotYet, noSuchOrganisation, nothingYet, periodBackwards } from '../errors.ts'

/** The organisation asked about by code or identifier; without either that of the acting role, for the keeper of the machine the top. */
export async function placeAsked(ctx: Ctx, asked: { organisation?: string | undefined; organisationId?: string | undefined; knownAt?: string | undefined }, on: PlainDate): Promise<Organisation> {
  if (asked.organisation) {
    const found = await findOrganisationByCode(ctx.db, asked.organisation, on)
    if (!found) throw noSuchOrganisation(asked.organisation)
    return found
  }
  const id = asked.organisationId ?? ctx.actor.organisationId
  if (id) return loadOrganisation(ctx.db, id, on, asked.knownAt)
  const top = await findTop(ctx.db, on)
  if (!top) throw nothingYet()
  return top
}

/** The organisation of a table within one's part, as the tree stood on the last day of the period. Refuses `statistics.periodBackwards`, `statistics.dayNotYet`. */
export async function placeOfTable(ctx: Ctx, { organisationId, from, until, knownAt }: { organisationId?: string | undefined; knownAt?: string | undefined; from: PlainDate; until: PlainDate }): Promise<Organisation> {
  if (until < from) throw periodBackwards(from, until)
  if (until > ctx.today) throw dayNotYet(until, ctx.today)
  const place = await placeAsked(ctx, { organisationId, knownAt }, until)
  await ctx.authorise('statistics.readFigures', { organisationId: place.id })
  return place
}
