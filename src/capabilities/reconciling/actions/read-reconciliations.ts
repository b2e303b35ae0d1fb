import { vietnameseOrder } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { differenceKinds } from '../codes.ts'
import { sightOf, type Sight } from '../as-of.ts'
import { listDifferences, type Difference } from '../queries/differences.ts'
import { countRegisters, listEntries } from '../queries/lists.ts'
import { listReconciliationsBelow, loadReconciliation, phaseOfReconciliation, signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { listReturns } from '../queries/returns.ts'
import { listStatements } from '../queries/statements.ts'
import { agreedPerson } from '../settlement.ts'
import { scopeOf } from './checks.ts'
import { nowOf } from './read-lines.ts'

type Contract = typeof reconcilingContract

const shownSignatures = ({ signatures }: Reconciliation) => signatures.map(({ side, number, standing, signer, signedOn }) => ({ side, number, standing, signer, signedOn }))

function shownReconciliation(r: Reconciliation, now: number, { on }: Sight) {
  const phase = phaseOfReconciliation(r)
  const { id, organisationId, organisation, asOf, openedOn, dueOn, ours, theirs, unmarked, differences, open, standing } = r
  return {
    id, organisationId, organisation, asOf, openedOn, dueOn, isLate: phase !== 'agreed' && dueOn < on, phase, ours, theirs, unmarked, differences, open, standing, now, signatures: shownSignatures(r),
  }
}

/** Reconciliations of one's part, the latest day first; a cell secretary finds that of the organisation above, with the own lines counted. Each stands as it stood on the day asked for, as known at the moment. */
export async function listReconciliations(ctx: Ctx, input: InputOf<Contract['listReconciliations']>) {
  if (input.organisationId && input.organisationId !== ctx.actor.organisationId) await ctx.authorise('reconciling.read', { organisationId: input.organisationId })
  else await ctx.authorise('reconciling.read', 'own part')
  const sight = sightOf(ctx, input)
  const all = await listReconciliationsBelow(ctx.db, { organisationId: input.organisationId, ...sight })
  const days = [...new Set(all.map(({ asOf }) => asOf))].toSorted().toReversed()
  const wanted = all.filter((each) => (!input.day || each.asOf === input.day) && (!input.phase || phaseOfReconciliation(each) === input.phase) && (each.isWhole || each.ours > 0))
    .toSorted((a, b) => (a.asOf === b.asOf ? vietnameseOrder(a.organisation, b.organisation) : a.asOf < b.asOf ? 1 : -1))
  const page = wanted.slice((input.page - 1) * input.size, input.page * input.size)
  const counts = await countRegisters(ctx.db, page.map((each) => ({ organisationId: scopeOf(ctx, each), on: each.asOf })), sight.moment)
  const rows = page.map((each, i) => shownReconciliation(each, counts[i]!, sight))
  const sum = (of: (r: Reconciliation) => number) => wanted.reduce((total, each) => total + of(each), 0)
  return {
    rows, total: wanted.length, days,
    sums: { ours: sum(({ ours }) => ours), theirs: sum(({ theirs }) => theirs), now: rows.reduce((total, { now }) => total + now, 0), open: sum(({ open }) => open), agreed: wanted.filter((each) => signatureOf(each, 'superior')).length },
  }
}

async function cellsOf(ctx: Ctx, id: string, { moment }: Sight) {
  const [entries, statements, differences] = [await listEntries(ctx.db, id), await listStatements(ctx.db, id, moment), await listDifferences(ctx.db, id, moment)]
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

/** How many the register counts for the day of a reconciliation, and how many open differences it agrees with; in a reading of the past none, as nothing is settled from it. */
async function registerOf(ctx: Ctx, r: Reconciliation, differences: readonly Difference[], { moment }: Sight) {
  if (moment) return { count: (await countRegisters(ctx.db, [{ organisationId: scopeOf(ctx, r), on: r.asOf }], moment))[0]!, agreeable: 0 }
  const now = await nowOf(ctx, r)
  return { count: now.byId.size, agreeable: differences.filter((each) => each.state === 'open' && agreedPerson(each, now)).length }
}

/**
 * One reconciliation on a day, as known at a moment: the numbers of both sides, its cells, what came back, who signed, and what the reader
 * may do, which is nothing in the past. Before it was opened it is not found.
 */
export async function findReconciliation(ctx: Ctx, { reconciliationId, ...asked }: InputOf<Contract['findReconciliation']>) {
  const sight = sightOf(ctx, asked)
  const r = await loadReconciliation(ctx.db, reconciliationId, sight.moment)
  await ctx.authorise('reconciling.read', 'own part')
  const { cells, kinds, differences } = await cellsOf(ctx, r.id, sight)
  const { count, agreeable } = await registerOf(ctx, r, differences, sight)
  return {
    ...shownReconciliation(r, count, sight), version: r.version, knownAt: r.knownAt, superior: r.superior, note: r.note, cells, kinds, returns: await listReturns(ctx.db, r.id, sight.moment), may: sight.moment ? [] : await mayDo(ctx, r), agreeable,
  }
}
