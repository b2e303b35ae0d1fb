import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { Said } from '../codes.ts'
import type { reconcilingContract } from '../contract.ts'
import { cellElsewhere, knownAlready, lineNotFound, staleVersion, whatIsWrong } from '../errors.ts'
import { lineKeyOf } from '../model.ts'
import { findEntry, listEntries, listPlaces, type Listed } from '../queries/lists.ts'
import { lockReconciliation, type Reconciliation } from '../queries/reconciliations.ts'
import { findStatementOf, markRestOf, putStatements } from '../queries/statements.ts'
import { refuseSigned, renewTasks } from './checks.ts'

type Contract = typeof reconcilingContract

const written = (ctx: Ctx, r: Reconciliation) => ({ reconciliationId: r.id, organisationId: r.organisationId, source: 'screen' as const, by: ctx.actor.accountId, on: ctx.today })

/** What the marker says otherwise than the list. */
const saidOf = (entry: Listed, { mark, fullName, bornOn }: InputOf<Contract['markLine']>): Said => mark !== 'wrong' ? {} : {
  ...(fullName && fullName !== entry.fullName ? { fullName } : {}), ...(bornOn && bornOn !== entry.bornOn ? { bornOn } : {}),
}

/** Marks one line on the screen, for the organisation or the own cell. Refuses a wrong line of which nothing is said, and what was signed. */
export async function markLine(ctx: Ctx, input: InputOf<Contract['markLine']>) {
  const r = await lockReconciliation(ctx.db, input.reconciliationId)
  const entry = await findEntry(ctx.db, r.id, input.personId)
  if (!entry) throw lineNotFound()
  await ctx.authorise('reconciling.mark', { organisationId: entry.placeId })
  refuseSigned(r)
  const said = saidOf(entry, input)
  const reason = input.mark === 'right' ? null : (input.reason ?? null)
  if (input.mark === 'wrong' && !reason && !input.note && Object.keys(said).length === 0) throw whatIsWrong()
  const before = await findStatementOf(ctx.db, r.id, { personId: entry.personId })
  if ((before?.version ?? 0) !== input.version) throw staleVersion(input.version, before?.version ?? 0)
  await putStatements(ctx.db, [{
    personId: entry.personId, lineKey: null, placeId: entry.placeId, fullName: entry.fullName, bornOn: entry.bornOn, mark: input.mark, reason, reasonOn: reason ? (input.reasonOn ?? null) : null, note: input.note || null, said, questions: [], sheetRow: null,
  }], written(ctx, r))
  await renewTasks(ctx, r, ({ personId }) => personId === entry.personId)
  await ctx.audit({ event: 'reconciling.marked', subject: { type: 'reconciliation', id: r.id }, organisationId: entry.placeId, personId: entry.personId, facts: { before: before?.mark ?? null, mark: input.mark, reason } })
  const after = (await findStatementOf(ctx.db, r.id, { personId: entry.personId }))!
  return { id: after.id, version: after.version }
}

/** Marks as right all lines of a cell that nobody has marked yet. */
export async function markRest(ctx: Ctx, { reconciliationId, cellId }: InputOf<Contract['markRest']>) {
  const r = await lockReconciliation(ctx.db, reconciliationId)
  await ctx.authorise('reconciling.mark', { organisationId: cellId })
  refuseSigned(r)
  const marked = await markRestOf(ctx.db, cellId, written(ctx, r))
  await ctx.audit({ event: 'reconciling.restMarked', subject: { type: 'reconciliation', id: r.id }, organisationId: cellId, facts: { marked } })
  return { marked }
}

/** Adds a member whom the list does not have. Refuses a cell that was no part of the organisation, and somebody whom the list of the cell has under the same name and birth. */
export async function addMissing(ctx: Ctx, input: InputOf<Contract['addMissing']>) {
  const r = await lockReconciliation(ctx.db, input.reconciliationId)
  await ctx.authorise('reconciling.mark', { organisationId: input.cellId })
  refuseSigned(r)
  const { fullName, bornOn, cellId } = input
  if (!(await listPlaces(ctx.db, r.organisationId, r.asOf)).some(({ id }) => id === cellId)) throw cellElsewhere(r.organisation)
  const lineKey = lineKeyOf({ fullName, bornOn })
  if ((await listEntries(ctx.db, r.id, cellId)).some((entry) => lineKeyOf(entry) === lineKey)) throw knownAlready(fullName)
  await putStatements(ctx.db, [{ personId: null, lineKey, placeId: cellId, fullName, bornOn, mark: 'missing', reason: input.reason ?? null, reasonOn: null, note: input.note || null, said: { fullName, bornOn }, questions: [], sheetRow: null }], written(ctx, r))
  await renewTasks(ctx, r, (each) => each.lineKey === lineKey)
  await ctx.audit({ event: 'reconciling.missingAdded', subject: { type: 'reconciliation', id: r.id }, organisationId: cellId, facts: { fullName, reason: input.reason ?? null } })
  const after = (await findStatementOf(ctx.db, r.id, { lineKey }))!
  return { id: after.id, version: after.version }
}
