import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { ItemState } from '../codes.ts'
import type { dossiersContract } from '../contract.ts'
import { absenceNeedsDecision, onlyOneOfKind } from '../errors.ts'
import { insertItem, listItems, loadItem, restateItem } from '../queries/items.ts'
import { auditDossier, dossierFor, refuseStale, refuseTomorrowsPaper, typeOf } from './checks.ts'

type Contract = typeof dossiersContract

/** Without a decision a paper that is not there is missing, not absent. */
function refuseBareAbsence(title: string, state: ItemState, basis: string | null | undefined): void {
  if (state === 'absentWithReason' && !basis?.trim()) throw absenceNeedsDecision(title)
}

/** Records a paper, or the decision that there is none. Refuses a second one of a kind of which a dossier holds one. */
export async function recordItem(ctx: Ctx, { dossierId, ...input }: InputOf<Contract['recordItem']>) {
  const dossier = await dossierFor(ctx, 'dossiers.write', dossierId)
  const type = typeOf(input.documentType)
  refuseBareAbsence(type.title, input.state, input.basis)
  refuseTomorrowsPaper(ctx, input.datedOn)
  const held = (await listItems(ctx.db, dossierId)).some((item) => item.isLive && item.documentType === type.code)
  if (held && !type.multiple) throw onlyOneOfKind(type.title)
  const itemId = await insertItem(ctx.db, dossierId, input, ctx.actor.accountId)
  await auditDossier(ctx, 'itemRecorded', dossier, { itemId, documentType: type.code, state: input.state, number: input.number, datedOn: input.datedOn, basis: input.basis })
  return { itemId }
}

/** Corrects number, day, pages, title or place of a paper; the former statement stays. */
export async function correctItem(ctx: Ctx, { dossierId, itemId, version, ...input }: InputOf<Contract['correctItem']>) {
  const dossier = await dossierFor(ctx, 'dossiers.write', dossierId)
  const item = await loadItem(ctx.db, dossierId, itemId)
  refuseStale(version, item.version)
  refuseTomorrowsPaper(ctx, input.datedOn)
  const basis = input.basis ?? item.basis
  refuseBareAbsence(typeOf(item.documentType).title, item.state, basis)
  const next = await restateItem(ctx.db, item, { ...input, basis }, ctx.actor.accountId)
  const before = { number: item.number, datedOn: item.datedOn, pages: item.pages, title: item.title, place: item.place, basis: item.basis }
  await auditDossier(ctx, 'itemCorrected', dossier, { itemId, documentType: item.documentType, before, after: input })
  return { version: next }
}

/** A paper was found unreadable, lost, there again, or absent by a decision. */
export async function markItem(ctx: Ctx, { dossierId, itemId, version, state, basis }: InputOf<Contract['markItem']>) {
  const dossier = await dossierFor(ctx, 'dossiers.write', dossierId)
  const item = await loadItem(ctx.db, dossierId, itemId)
  refuseStale(version, item.version)
  refuseBareAbsence(typeOf(item.documentType).title, state, basis)
  const next = await restateItem(ctx.db, item, { state, basis: basis ?? null }, ctx.actor.accountId)
  await auditDossier(ctx, 'itemMarked', dossier, { itemId, documentType: item.documentType, from: item.state, to: state, basis })
  return { version: next }
}
