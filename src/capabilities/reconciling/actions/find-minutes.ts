import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { sightOf } from '../as-of.ts'
import type { reconcilingContract } from '../contract.ts'
import { listDifferences } from '../queries/differences.ts'
import { listActsSince, listAgreed, listRegister } from '../queries/lists.ts'
import { loadReconciliation, signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { causeOfChange } from '../settlement.ts'
import { scopeOf } from './checks.ts'
import { cellNamesOf, shownDifference } from './read-lines.ts'
import { signedBesideNow } from './sign.ts'

/** What of the signed list is otherwise by a moment (without one, now), by name, each with the act that did it as far as one was recorded. */
async function changesSince(ctx: Ctx, r: Reconciliation, moment: string | undefined) {
  const signed = signatureOf(r, 'grassroots')
  if (!signed || !r.isWhole) return []
  const { differing, onlyOurs, onlyTheirs } = await signedBesideNow(ctx, r, moment)
  const all = [
    ...onlyOurs.map(({ of }) => ({ kind: 'gone' as const, of, fields: [] as string[] })), ...onlyTheirs.map(({ of }) => ({ kind: 'come' as const, of, fields: [] as string[] })),
    ...differing.map(({ theirs, fields }) => ({ kind: 'changed' as const, of: theirs.of, fields: [...fields] as string[] })),
  ]
  const acts = all.length > 0 ? await listActsSince(ctx.db, all.map(({ of }) => of.personId), signed.recordedAt, moment) : []
  return all.map(({ kind, of, fields }) => ({
    kind, personId: of.personId, fullName: of.fullName, bornOn: of.bornOn, cellName: of.cellName, fields, cause: causeOfChange(of.personId, fields.includes('cellCode') ? 'moved' : kind, acts),
  }))
}

/**
 * The minutes of a reconciliation: the number and the names as signed, or as they would be signed now, and what changed since the signature. Of a past day, or as
 * known at a moment, as they stood then: what was signed later is not yet signed. Before the reconciliation was opened it is not found.
 */
export async function findMinutes(ctx: Ctx, { reconciliationId, ...asked }: InputOf<typeof reconcilingContract.findMinutes>) {
  const { on, moment } = sightOf(ctx, asked)
  const r = await loadReconciliation(ctx.db, reconciliationId, moment)
  await ctx.authorise('reconciling.read', 'own part')
  const signed = signatureOf(r, 'grassroots')
  const names = signed ? await listAgreed(ctx.db, signed.id) : await listRegister(ctx.db, scopeOf(ctx, r), r.asOf, moment)
  const differences = await listDifferences(ctx.db, r.id, moment)
  const told = { now: undefined, today: on, cellNames: await cellNamesOf(ctx, r) }
  const of = (state: string) => differences.filter((each) => each.state === state)
  return {
    id: r.id, organisation: r.organisation, superior: r.superior, asOf: r.asOf, openedOn: r.openedOn, ours: r.ours, theirs: r.theirs, number: r.isWhole && signed ? signed.number : names.length,
    signatures: r.signatures.map(({ side, number, standing, signer, signedOn }) => ({ side, number, standing, signer, signedOn })), settled: of('settled').length, rejected: of('rejected').length,
    standing: of('standing').map((each) => shownDifference(each, told)), names: names.map(({ personId, fullName, bornOn, cellName, status, cardNumber }) => ({ personId, fullName, bornOn, cellName, status, cardNumber })), changes: await changesSince(ctx, r, moment),
  }
}
