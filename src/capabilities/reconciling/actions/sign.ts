import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { differencesOpen, linesUnmarked, listMoved, notSignedBelow, numberMoved, signedAlready, staleVersion } from '../errors.ts'
import { compareLists, type ListLine } from '../model.ts'
import { listDifferences } from '../queries/differences.ts'
import { countRegister, listAgreed, listRegister, type Listed } from '../queries/lists.ts'
import { lockReconciliation, raiseVersion, signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { insertSignature, withdrawSignatureOf } from '../queries/signatures.ts'

type Contract = typeof reconcilingContract

type Named = Pick<Listed, 'personId' | 'fullName' | 'bornOn' | 'placeId' | 'cellName'>
type NamedLine = ListLine & { readonly of: Named }
const lineOf = (of: Named): NamedLine => ({ key: of.personId, of, values: { fullName: of.fullName, bornOn: of.bornOn, cellCode: of.placeId } })

/** The signed names beside the register's list of the same day, as recorded by a moment; without one, as it stands now. */
export async function signedBesideNow(ctx: Ctx, r: Reconciliation, moment?: string) {
  const signed = await listAgreed(ctx.db, signatureOf(r, 'grassroots')!.id)
  return compareLists(signed.map(lineOf), (await listRegister(ctx.db, r.organisationId, r.asOf, moment)).map(lineOf))
}

async function refuseUnsettled(ctx: Ctx, r: Reconciliation): Promise<void> {
  if (r.unmarked > 0) throw linesUnmarked(r.unmarked)
  const open = (await listDifferences(ctx.db, r.id)).filter(({ state }) => state === 'open')
  if (open.length > 0) throw differencesOpen(open.slice(0, 12).map(({ fullName }) => fullName), open.length)
}

async function refuseMoved(ctx: Ctx, r: Reconciliation): Promise<void> {
  if (!signatureOf(r, 'grassroots')) throw notSignedBelow()
  const { differing, onlyOurs, onlyTheirs } = await signedBesideNow(ctx, r)
  const names = [...onlyOurs, ...onlyTheirs, ...differing.map(({ ours }) => ours)].map(({ of }) => of.fullName)
  if (names.length > 0) throw listMoved(names.slice(0, 12))
}

/**
 * Signs the number of the list for one level; with the grassroots, who sign first, the names behind it are frozen. Refuses while lines are
 * unmarked or differences open, another number than was seen, a second signature, and the superior's over a list that has moved since.
 */
export async function sign(ctx: Ctx, { reconciliationId, version, side, number }: InputOf<Contract['sign']>) {
  const r = await lockReconciliation(ctx.db, reconciliationId)
  await ctx.authorise(side === 'grassroots' ? 'reconciling.signBelow' : 'reconciling.signAbove', { organisationId: r.organisationId })
  if (r.version !== version) throw staleVersion(version, r.version)
  if (signatureOf(r, side)) throw signedAlready()
  if (side === 'grassroots') await refuseUnsettled(ctx, r)
  else await refuseMoved(ctx, r)
  const now = await countRegister(ctx.db, r.organisationId, r.asOf)
  if (now !== number) throw numberMoved(number, now)
  await insertSignature(ctx.db, r, { side, number, on: ctx.today, by: ctx.actor.accountId, signer: ctx.actor.name })
  await ctx.audit({ event: 'reconciling.signed', subject: { type: 'reconciliation', id: r.id }, organisationId: r.organisationId, facts: { side, number, standing: r.standing, asOf: r.asOf } })
  return { id: r.id, version: await raiseVersion(ctx.db, r.id) }
}

/** Takes back the signature of the grassroots while the superior has not signed; what was signed stays on record. */
export async function withdrawSignature(ctx: Ctx, { reconciliationId, version, reason }: InputOf<Contract['withdrawSignature']>) {
  const r = await lockReconciliation(ctx.db, reconciliationId)
  await ctx.authorise('reconciling.signBelow', { organisationId: r.organisationId })
  if (r.version !== version) throw staleVersion(version, r.version)
  if (signatureOf(r, 'superior')) throw signedAlready()
  if (!signatureOf(r, 'grassroots')) throw notSignedBelow()
  await withdrawSignatureOf(ctx.db, r.id, reason, ctx.today)
  await ctx.audit({ event: 'reconciling.signatureWithdrawn', subject: { type: 'reconciliation', id: r.id }, organisationId: r.organisationId, facts: { reason } })
  return { id: r.id, version: await raiseVersion(ctx.db, r.id) }
}
