import { laterOf } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { firstRuledDay, lostDossierIsRestored } from '../../../regulations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { dossiersContract } from '../contract.ts'
import { notAtThisStep, paperNotLost, remakingNotFound, remakingRuns } from '../errors.ts'
import { remakingStateNames } from '../messages.vi.ts'
import { insertItem, listItems, loadItem, restateItem } from '../queries/items.ts'
import { confirm, findRemaking, finish, insertRemaking, listRemakings } from '../queries/remakings.ts'
import { auditDossier, dossierFor, refuseOrder, refuseStale, refuseTomorrow, refuseTomorrowsPaper, typeOf } from './checks.ts'

type Contract = typeof dossiersContract

const STATEMENT_OF_LOSS = 'DM-84'

/** The member's statement lies in the dossier of its own. */
async function fileStatement(ctx: Ctx, dossierId: string, statedOn: string): Promise<void> {
  const held = (await listItems(ctx.db, dossierId)).some((item) => item.isLive && item.documentType === STATEMENT_OF_LOSS && item.datedOn === statedOn)
  if (!held) await insertItem(ctx.db, dossierId, { documentType: STATEMENT_OF_LOSS, state: 'present', datedOn: statedOn }, ctx.actor.accountId)
}

/** A member states the loss of a paper that is lost or cannot be read, or of the whole dossier. The rule that lets it be restored stands in the trail. */
export async function startRemaking(ctx: Ctx, { dossierId, ...input }: InputOf<Contract['startRemaking']>) {
  const dossier = await dossierFor(ctx, 'dossiers.remake', dossierId)
  refuseTomorrow(ctx, input.statedOn)
  const item = input.itemId ? await loadItem(ctx.db, dossierId, input.itemId) : undefined
  if (item && item.state !== 'lost' && item.state !== 'unreadable') throw paperNotLost(typeOf(item.documentType).title)
  const running = (await listRemakings(ctx.db, dossierId)).find(({ state, itemId }) => state !== 'finished' && (itemId ?? undefined) === input.itemId)
  if (running) throw remakingRuns(running.statedOn)
  const rule = lostDossierIsRestored.usedOn(laterOf(input.statedOn, firstRuledDay), await loadOverrides(ctx.db))
  const remakingId = await insertRemaking(ctx.db, { dossierId, ...input, itemId: input.itemId, documentType: item?.documentType, by: ctx.actor.accountId })
  await fileStatement(ctx, dossierId, input.statedOn)
  await ctx.audit({
    event: 'dossiers.lossStated', subject: { type: 'dossier', id: dossierId }, organisationId: dossier.cellId, personId: dossier.personId,
    facts: { remakingId, itemId: input.itemId, documentType: item?.documentType, statedOn: input.statedOn }, citations: [rule.citation],
  })
  return { remakingId }
}

/** A remaking with its dossier locked, at the step that an act continues. */
async function begin(ctx: Ctx, { remakingId, version }: { remakingId: string; version: number }, step: 'stated' | 'confirmed') {
  const seen = await findRemaking(ctx.db, remakingId)
  if (!seen) throw remakingNotFound()
  const dossier = await dossierFor(ctx, 'dossiers.remake', seen.dossierId)
  const remaking = (await findRemaking(ctx.db, remakingId))!
  refuseStale(version, remaking.version)
  if (remaking.state !== step) throw notAtThisStep(remakingStateNames[remaking.state])
  return { dossier, remaking }
}

/** The committee confirms that the paper was lost. */
export async function confirmRemaking(ctx: Ctx, input: InputOf<Contract['confirmRemaking']>) {
  const { dossier, remaking } = await begin(ctx, input, 'stated')
  refuseTomorrow(ctx, input.confirmedOn)
  refuseOrder(remaking.statedOn, input.confirmedOn)
  await confirm(ctx.db, remaking.id, input.confirmedOn, input.basis)
  await auditDossier(ctx, 'lossConfirmed', dossier, { remakingId: remaking.id, confirmedOn: input.confirmedOn, basis: input.basis })
  return { version: remaking.version + 1 }
}

/** The paper made anew lies in the dossier; the statement that it was lost is superseded. */
export async function finishRemaking(ctx: Ctx, input: InputOf<Contract['finishRemaking']>) {
  const { dossier, remaking } = await begin(ctx, input, 'confirmed')
  refuseTomorrow(ctx, input.finishedOn)
  refuseTomorrowsPaper(ctx, input.datedOn)
  refuseOrder(remaking.confirmedOn, input.finishedOn)
  if (remaking.itemId) {
    const item = await loadItem(ctx.db, dossier.id, remaking.itemId)
    const given = { number: input.number ?? item.number, datedOn: input.datedOn ?? item.datedOn, pages: input.pages ?? item.pages }
    await restateItem(ctx.db, item, { ...given, state: 'present', basis: remaking.confirmedBasis }, ctx.actor.accountId)
  }
  await finish(ctx.db, remaking.id, input.finishedOn)
  await auditDossier(ctx, 'remade', dossier, { remakingId: remaking.id, finishedOn: input.finishedOn, documentType: remaking.documentType })
  return { version: remaking.version + 1 }
}
