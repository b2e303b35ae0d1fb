import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findDossierType } from '../../../regulations/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import type { dossiersContract } from '../contract.ts'
import { handoverNotFound, lentDossiers, nothingToHandOver, receiverNotGiven, sameKeeper } from '../errors.ts'
import { findHandoverById, insertHandover, linesOf, listHandoversBelow, lockKept, type Kept } from '../queries/handovers.ts'
import { organisationAsked, refuseTomorrow } from './checks.ts'
import { judgeBelow } from './list-dossiers.ts'

type Contract = typeof dossiersContract

const MOST_NAMES = 5

/** Types that were missing in each dossier on the day, from one survey of each cell. */
export async function missingOf(ctx: Ctx, kept: readonly Kept[], on: InputOf<Contract['moveKeeper']>['handedOn']): Promise<Map<string, readonly string[]>> {
  const missing = new Map<string, readonly string[]>()
  for (const cellId of new Set(kept.map((each) => each.cellId)))
    for (const { about, missing: codes } of await judgeBelow(ctx, cellId, { on })) missing.set(about.personId, codes)
  return missing
}

/**
 * Hands dossiers over to another keeper, with a list that both sign: all that the keeper holds, or those of the people named. Within the tree the
 * receiver keeps them from now on; out of it only the handover is written. Refuses while one of them is lent, unless those are to stay (`leaveLent`).
 */
export async function moveKeeper(ctx: Ctx, { personIds, leaveLent, ...input }: InputOf<Contract['moveKeeper']>) {
  await ctx.authorise('dossiers.handOver', { organisationId: input.fromKeeperId })
  if (input.toKeeperId) await ctx.authorise('dossiers.handOver', { organisationId: input.toKeeperId })
  refuseTomorrow(ctx, input.handedOn)
  if (Boolean(input.toKeeperId) === Boolean(input.toName)) throw receiverNotGiven()
  const from = await loadOrganisation(ctx.db, input.fromKeeperId, ctx.today)
  if (input.toKeeperId === input.fromKeeperId) throw sameKeeper(from.name)
  const all = await lockKept(ctx.db, input.fromKeeperId, personIds)
  const kept = leaveLent ? all.filter(({ isLent }) => !isLent) : all
  if (kept.length === 0) throw nothingToHandOver(from.name)
  const lent = kept.filter(({ isLent }) => isLent).map(({ fullName }) => fullName)
  if (lent.length > 0) throw lentDossiers(lent.slice(0, MOST_NAMES))
  const missing = await missingOf(ctx, kept, input.handedOn)
  const lines = kept.map((each) => ({ ...each, missing: missing.get(each.personId) ?? [] }))
  const handoverId = await insertHandover(ctx.db, { ...input, toKeeperId: input.toKeeperId, toName: input.toName, by: ctx.actor.accountId }, lines)
  await ctx.audit({ event: 'dossiers.handedOver', subject: { type: 'handover', id: handoverId }, organisationId: input.fromKeeperId, facts: { ...input, dossiers: lines.length } })
  for (const { dossierId, personId, cellId } of lines)
    await ctx.audit({ event: 'dossiers.keeperMoved', subject: { type: 'dossier', id: dossierId }, organisationId: cellId, personId, facts: { handoverId, toKeeperId: input.toKeeperId, toName: input.toName } })
  return { handoverId, dossiers: lines.length }
}

export async function listHandovers(ctx: Ctx, input: InputOf<Contract['listHandovers']>): Promise<AnswerOf<Contract['listHandovers']>> {
  const organisationId = await organisationAsked(ctx, 'dossiers.readKeeping', input.organisationId)
  return organisationId ? listHandoversBelow(ctx.db, organisationId, seenBy(ctx, input), input) : { rows: [], total: 0 }
}

/** The list of a handover, as both sides signed it. Who has left the reader's part since is only counted. */
export async function findHandover(ctx: Ctx, { handoverId }: InputOf<Contract['findHandover']>): Promise<AnswerOf<Contract['findHandover']>> {
  await ctx.authorise('dossiers.readKeeping', 'own part')
  const handover = await findHandoverById(ctx.db, handoverId)
  if (!handover) throw handoverNotFound()
  const lines = (await linesOf(ctx.db, handover)).map((line) => ({ ...line, missing: line.missing.map((code) => findDossierType(code)?.title ?? code) }))
  await ctx.audit({ event: 'dossiers.handoverRead', subject: { type: 'handover', id: handoverId }, organisationId: handover.fromKeeperId })
  return { ...handover, lines, outsideReach: handover.dossiers - lines.length }
}
