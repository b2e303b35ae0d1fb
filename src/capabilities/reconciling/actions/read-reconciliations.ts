import { vietnameseOrder } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { differenceKinds } from '../codes.ts'
import { listDifferences } from '../queries/differences.ts'
import { countRegisters, listEntries } from '../queries/lists.ts'
import { listReconciliationsBelow, loadReconciliation, phaseOfReconciliation, signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { listReturns } from '../queries/returns.ts'
import { listStatements } from '../queries/statements.ts'
import { agreedPerson } from '../settlement.ts'
import { scopeOf } from './checks.ts'
import { nowOf } from './read-lines.ts'

type Contract = typeof reconcilingContract

const shownSignatures = ({ signatures }: Reconciliation) => signatures.map(({ side, number, standing, signer, signedOn }) => ({ side, number, standing, signer, signedOn }))

function shownReconciliation(ctx: Ctx, r: Reconciliation, now: number) {
  const phase = phaseOfReconciliation(r)
  const { id, organisationId, organisation, asOf, openedOn, dueOn, ours, theirs, unmarked, differences, open, standing } = r
  return {
    id, organisationId, organisation, asOf, openedOn, dueOn, isLate: phase !== 'agreed' && dueOn < ctx.today, phase, ours, theirs, unmarked, differences, open, standing, now, signatures: shownSignatures(r),
  }
}

/** Reconciliations of one's part, the latest day first; a cell secretary finds that of the organisation above, with the own lines counted. */
export async function listReconciliations(ctx: Ctx, input: InputOf<Contract['listReconciliations']>) {
  if (input.organisationId && input.organisationId !== ctx.actor.organisationId) await ctx.authorise('reconciling.read', { organisationId: input.organisationId })
  else await ctx.authorise('reconciling.read', 'own part')
  const all = await listReconciliationsBelow(ctx.db, { organisationId: input.organisationId, today: ctx.today })
  const days = [...new Set(all.map(({ asOf }) => asOf))].toSorted().toReversed()
  const wanted = all.filter((each) => (!input.asOf || each.asOf === input.asOf) && (!input.phase || phaseOfReconciliation(each) === input.phase) && (each.isWhole || each.ours > 0))
    .toSorted((a, b) => (a.asOf === b.asOf ? vietnameseOrder(a.organisation, b.organisation) : a.asOf < b.asOf ? 1 : -1))
  const page = wanted.slice((input.page - 1) * input.size, input.page * input.size)
  const counts = await countRegisters(ctx.db, page.map((each) => ({ organisationId: scopeOf(ctx, each), on: each.asOf })))
  const rows = page.map((each, i) => shownReconciliation(ctx, each, counts[i]!))
  const sum = (of: (r: Reconciliation) => number) => wanted.reduce((total, each) => total + of(each), 0)
  return {
    rows, total: wanted.length, days,
    sums: { ours: sum(({ ours }) => ours), theirs: sum(({ theirs }) => theirs), now: rows.reduce((total, { now }) => total + now, 0), open: sum(({ open }) => open), agreed: wanted.filter((each) => signatureOf(each, 'superior')).length },
  }
}

async function cellsOf(ctx: Ctx, id: string) {
  const [entries, statements, differences] = [await listEntries(ctx.db, id), await listStatements(ctx.db, id), await listDifferences(ctx.db, id)]
  const marked = new Set(statements.map(({ personId }) => personId))
  const cells = new Map<string, { id: string; name: string; ours: number; unmarked: number; open: number }>()
  for (const { placeId, cellName, personId } of entries) {
    const cell = cells.get(placeId) ?? { id: placeId, name: cellName, ours: 0, unmarked: 0, open: 0 }
    cells.set(placeId, { ...cell, ours: cell.ours + 1, unmarked: cell.unmarked + (marked.has(personId) ? 0 : 1) })
  }
  for (const { placeId, state } of differences) { const cell = cells.get(placeId); if (cell && state === 'open') cell.open++ }
  const kinds = differenceKinds.flatMap((kind) => {
    const of = differences.filter((each) => each.kind === kind)
    return of.length > 0 ? [{ kind, total: of.length, open: of.filter(({ state }) => state === 'open').length }] : []
  })
  return { cells: [...cells.values()], kinds, differences }
}

async function mayDo(ctx: Ctx, r: Reconciliation) {
  const scope = { organisationId: scopeOf(ctx, r) }
  const [below, above] = [signatureOf(r, 'grassroots'), signatureOf(r, 'superior')]
  const whole = { organisationId: r.organisationId }
  const asked = [
    ['takeList', 'reconciling.takeList', scope, true], ['mark', 'reconciling.mark', scope, !below], ['return', 'reconciling.mark', scope, !below], ['decide', 'reconciling.decide', scope, r.isWhole && !below],
    ['signBelow', 'reconciling.signBelow', whole, r.isWhole && !above], ['signAbove', 'reconciling.signAbove', whole, r.isWhole && !!below && !above],
  ] as const
  const may: (typeof asked)[number][0][] = []
  for (const [act, permission, on, isOpen] of asked) if (isOpen && (await ctx.may(permission, on))) may.push(act)
  return may
}

/** One reconciliation: the numbers of both sides, its cells, what came back, who signed, and what the reader may do. */
export async function findReconciliation(ctx: Ctx, { reconciliationId }: InputOf<Contract['findReconciliation']>) {
  const r = await loadReconciliation(ctx.db, reconciliationId)
  await ctx.authorise('reconciling.read', 'own part')
  const { cells, kinds, differences } = await cellsOf(ctx, r.id)
  const now = await nowOf(ctx, r)
  return {
    ...shownReconciliation(ctx, r, now.byId.size), version: r.version, knownAt: r.knownAt, superior: r.superior, note: r.note, cells, kinds, returns: await listReturns(ctx.db, r.id), may: await mayDo(ctx, r),
    agreeable: differences.filter((each) => each.state === 'open' && agreedPerson(each, now)).length,
  }
}
