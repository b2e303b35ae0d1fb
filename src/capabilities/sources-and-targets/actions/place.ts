import { Refusal, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { findTop, loadOrganisation, type Organisation } from '../../organisations/index.ts'

/** The organisation asked about on a day; without one that of the acting role, for the keeper of the machine the top. */
export async function placeAsked(ctx: Ctx, organisationId: string | undefined, on: PlainDate, knownAt?: string): Promise<Organisation> {
  const id = organisationId ?? ctx.actor.organisationId
  if (id) return loadOrganisation(ctx.db, id, on, knownAt)
  const top = await findTop(ctx.db, on)
  if (!top) throw new Refusal('notFound', 'organisations.notFound')
  return top
}
