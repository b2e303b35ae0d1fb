import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { findTop, isGrassroots, loadOrganisation, type Organisation } from '../../organisations/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { dayNotYet, dueBeforeToday, noGrassroots, openedAlready } from '../errors.ts'
import { freezeList, insertRound, openedOn } from '../queries/reconciliations.ts'
import { listGrassroots } from '../queries/grassroots.ts'

type Input = InputOf<typeof reconcilingContract.openRound>

async function chosen(ctx: Ctx, above: Organisation, { organisationIds, asOf }: Input): Promise<{ id: string; name: string }[]> {
  if (!organisationIds?.length) return listGrassroots(ctx.db, above.id, asOf)
  const picked: { id: string; name: string }[] = []
  for (const id of new Set(organisationIds)) {
    await ctx.authorise('reconciling.open', { organisationId: id })
    const organisation = await loadOrganisation(ctx.db, id, asOf)
    if (isGrassroots(organisation.type)) picked.push({ id, name: organisation.name })
  }
  return picked
}

/**
 * Opens a reconciliation as of a day for one, many or (without a choice) all grassroots organisations below the superior's. The list of each
 * is frozen with its names as known now. Refuses a day to come, a due day gone by, and organisations that have one of that day already.
 */
export async function openRound(ctx: Ctx, input: Input) {
  const organisationId = input.organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id ?? ''
  await ctx.authorise('reconciling.open', organisationId ? { organisationId } : 'own part')
  const { asOf, dueOn } = input
  if (asOf > ctx.today) throw dayNotYet(asOf, ctx.today)
  if (dueOn < ctx.today) throw dueBeforeToday(dueOn, ctx.today)
  const organisations = await chosen(ctx, await loadOrganisation(ctx.db, organisationId, ctx.today), input)
  if (organisations.length === 0) throw noGrassroots()
  const twice = await openedOn(ctx.db, organisations.map(({ id }) => id), asOf)
  if (twice.length > 0) throw openedAlready(twice, asOf)
  const round = { organisationId, asOf, dueOn, note: input.note || null, openedOn: ctx.today, by: ctx.actor.accountId }
  const roundId = await insertRound(ctx.db, round)
  const ids: string[] = []
  for (const of of organisations) {
    const id = await freezeList(ctx.db, roundId, of, round)
    ids.push(id)
    await ctx.audit({ event: 'reconciling.opened', subject: { type: 'reconciliation', id }, organisationId: of.id, facts: { asOf, dueOn } })
  }
  return { opened: ids.length, ids }
}
