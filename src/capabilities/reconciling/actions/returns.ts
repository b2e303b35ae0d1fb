import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fileRefusalMessages } from '../../import-export/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { fileUnreadable, nobodyFound, staleVersion, takenAlready } from '../errors.ts'
import { identitiesOf, listEntries, listPlaces } from '../queries/lists.ts'
import { loadReconciliation, lockReconciliation, signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { findTwin, insertReturn, listReturnLines, loadReturn, markTaken } from '../queries/returns.ts'
import { putStatements, withdrawLines } from '../queries/statements.ts'
import { readMarkedList } from '../marked-list.ts'
import { returnLines, statementsOf } from '../return-lines.ts'
import { knownOf, sentCells } from '../workbook-cells.ts'
import { cellNamesOf } from './read-lines.ts'
import { refuseSigned, renewTasks, scopeOf } from './checks.ts'

type Contract = typeof reconcilingContract

/** Reads the file against the frozen list of the place for which it speaks. */
async function readReturn(ctx: Ctx, r: Reconciliation, place: string, file: { bytes: Uint8Array; name: string }) {
  const entries = await listEntries(ctx.db, r.id, place === r.organisationId ? undefined : place)
  const identities = await identitiesOf(ctx.db, entries.map(({ personId }) => personId))
  const identityOf = (personId: string) => identities.get(personId) ?? null
  const byId = new Map(entries.map((entry) => [entry.personId, entry]))
  const list = await readMarkedList(ctx, file, {
    organisationId: r.organisationId, asOf: r.asOf, known: entries.map((entry) => knownOf(entry, identityOf(entry.personId))),
    sent: (personId) => { const entry = byId.get(personId); return entry && sentCells(entry, identityOf(personId)) },
  })
  if (list.refusal) throw fileUnreadable(fileRefusalMessages[list.refusal])
  if (!list.rows.some(({ personId }) => personId)) throw nobodyFound(r.organisation)
  const idByCode = new Map((await listPlaces(ctx.db, place, r.asOf)).flatMap(({ id, code }) => (code ? [[code, id] as const] : [])))
  const lines = returnLines(list.rows, entries.map((entry) => ({ ...entry, knowsIdentity: identities.has(entry.personId) })), idByCode)
  return { list, lines: lines.map((line) => ({ ...line, placeId: line.placeId ?? place })) }
}

/**
 * Reads a marked workbook of the whole organisation or of one cell and keeps what it says, to be looked at; the lists are not touched. The
 * same file again is answered with what was read of it before. Refuses a file that is no list, or a list of other people.
 */
export async function startReturn(ctx: Ctx, input: InputOf<Contract['startReturn']>) {
  const r = await lockReconciliation(ctx.db, input.reconciliationId)
  const place = input.cellId ?? scopeOf(ctx, r)
  await ctx.authorise('reconciling.mark', { organisationId: place })
  refuseSigned(r)
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const contentHash = await ctx.files.put(bytes)
  const twin = await findTwin(ctx.db, r.id, place, contentHash)
  const fileName = input.file.name.normalize('NFC').replace(/[\p{Cc}/\\]/gu, '').slice(-150) || 'doi-chieu'
  if (twin) {
    await ctx.audit({ event: 'reconciling.returnRead', subject: { type: 'reconciliation', id: r.id }, organisationId: place, facts: { fileName, contentHash, again: true } })
    return { id: twin.id, version: twin.version, already: twin.taken }
  }
  const { list, lines } = await readReturn(ctx, r, place, { bytes, name: fileName })
  const skipped = list.skipped.filter(({ kind }) => kind !== 'blank').map(({ sheet, row, kind, text }) => ({ sheet, row, kind, text }))
  const id = await insertReturn(ctx.db, { reconciliationId: r.id, organisationId: r.organisationId, placeId: place, fileName, contentHash, layout: list.layout, skipped, on: ctx.today, by: ctx.actor.accountId }, lines)
  await ctx.audit({ event: 'reconciling.returnRead', subject: { type: 'reconciliation', id: r.id }, organisationId: place, facts: { fileName, contentHash, rows: list.rows.length } })
  return { id, version: 1, already: false }
}

/** What a workbook says line by line, rows that were taken out of it among them, and which rows were no lines of the list. */
export async function findReturn(ctx: Ctx, { returnId }: InputOf<Contract['findReturn']>) {
  const found = await loadReturn(ctx.db, returnId)
  await ctx.authorise('reconciling.read', 'own part')
  const r = await loadReconciliation(ctx.db, found.reconciliationId)
  const cellNames = await cellNamesOf(ctx, r)
  const mayTake = !found.takenOn && !signatureOf(r, 'grassroots') && (await ctx.may('reconciling.mark', { organisationId: found.placeId }))
  const { organisationId: _o, placeId: _p, ...shown } = found
  const lines = (await listReturnLines(ctx.db, found.id)).map(({ sheetRow, fullName, bornOn, cellName, mark, reason, reasonOn, note, said, questions }) => ({
    sheetRow, fullName, bornOn, cellName, mark, reason, reasonOn, note, said: (said.cellCode ? { ...said, cellCode: cellNames.get(said.cellCode) ?? said.cellCode } : said) as Record<string, string>, questions: [...questions],
  }))
  return { ...shown, skipped: found.skipped.map((each) => ({ ...each })), reconciliationId: r.id, organisation: r.organisation, asOf: r.asOf, lines, mayTake }
}

/** Takes what a workbook says into the reconciliation: each line marked, its differences made tasks. Refuses a second time, and what was signed. */
export async function takeReturn(ctx: Ctx, { returnId, version }: InputOf<Contract['takeReturn']>) {
  const { reconciliationId } = await loadReturn(ctx.db, returnId)
  const r = await lockReconciliation(ctx.db, reconciliationId)
  const found = await loadReturn(ctx.db, returnId)
  await ctx.authorise('reconciling.mark', { organisationId: found.placeId })
  refuseSigned(r)
  if (found.takenOn) throw takenAlready()
  if (found.version !== version) throw staleVersion(version, found.version)
  const statements = statementsOf(await listReturnLines(ctx.db, found.id))
  const changed = await putStatements(ctx.db, statements, { reconciliationId: r.id, organisationId: r.organisationId, source: 'workbook', returnId: found.id, by: ctx.actor.accountId, on: ctx.today })
  const withdrawn = await withdrawLines(ctx.db, { reconciliationId: r.id, cellId: found.placeId === r.organisationId ? null : found.placeId, kept: statements.flatMap(({ lineKey }) => lineKey ?? []) })
  const differences = await renewTasks(ctx, r)
  const taken = await markTaken(ctx.db, found.id, ctx.today, ctx.actor.accountId)
  await ctx.audit({ event: 'reconciling.returnTaken', subject: { type: 'reconciliation', id: r.id }, organisationId: found.placeId, facts: { fileName: found.fileName, changed: changed + withdrawn, differences } })
  return { id: found.id, version: taken, changed: changed + withdrawn, differences }
}
