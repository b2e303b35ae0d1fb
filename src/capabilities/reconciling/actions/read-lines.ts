import { fold } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { reconcilingContract } from '../contract.ts'
import { listDifferences, loadDifference, type Difference } from '../queries/differences.ts'
import { listActsSince, listEntries, listPlaces, listRegister, type Listed } from '../queries/lists.ts'
import { loadReconciliation, signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { listStatements, type KeptStatement } from '../queries/statements.ts'
import { sightOf, type Sight } from '../as-of.ts'
import { agreedPerson, registerNow, type RegisterNow } from '../settlement.ts'
import { scopeOf } from './checks.ts'

type Contract = typeof reconcilingContract

/** What the register says by now of the day of a reconciliation, as far as the reader sees it. */
export async function nowOf(ctx: Ctx, r: Reconciliation): Promise<RegisterNow> {
  const frozen = new Set((await listEntries(ctx.db, r.id)).map(({ personId }) => personId))
  const told = (await listDifferences(ctx.db, r.id)).flatMap(({ kind, state, personId }) => (state === 'open' && kind === 'particulars' && personId ? [personId] : []))
  const acts = told.length > 0 ? await listActsSince(ctx.db, told, r.knownAt) : []
  const corrected = new Set(acts.flatMap(({ kind, personId }) => (kind === 'correction' ? [personId] : [])))
  return registerNow(await listRegister(ctx.db, scopeOf(ctx, r), r.asOf), frozen, corrected)
}

/** What a difference is told beside; without the register, in a reading of the past, it is not said whether that agrees. */
type Told = { readonly now: RegisterNow | undefined; readonly today: string; readonly cellNames: ReadonlyMap<string, string> }

export function shownDifference({ reconciliationId: _r, statementId: _s, placeId: _p, sortKey: _k, ...difference }: Difference, { now, today, cellNames }: Told) {
  const named = (said: Readonly<Record<string, string>>) => (said.cellCode ? { ...said, cellCode: cellNames.get(said.cellCode) ?? said.cellCode } : { ...said })
  return { ...difference, ours: named(difference.ours as Record<string, string>), theirs: named(difference.theirs as Record<string, string>), isLate: difference.state === 'open' && difference.dueOn < today, registerAgrees: now !== undefined && difference.state === 'open' && agreedPerson(difference as never, now) !== undefined }
}

/** Names of cells by their codes, for what is said of cells. */
export async function cellNamesOf(ctx: Ctx, r: Reconciliation): Promise<ReadonlyMap<string, string>> {
  return new Map((await listPlaces(ctx.db, r.organisationId, r.asOf)).flatMap(({ code, name }) => (code ? [[code, name] as const] : [])))
}

type Line = { readonly entry: Listed | undefined; readonly statement: KeptStatement | undefined; readonly differences: readonly Difference[] }

function linesOf(entries: readonly Listed[], statements: readonly KeptStatement[], differences: readonly Difference[]): Line[] {
  const byPerson = new Map(statements.flatMap((each) => (each.personId ? [[each.personId, each] as const] : [])))
  const of = (statement: KeptStatement | undefined) => differences.filter(({ statementId }) => statementId === statement?.id)
  const added = statements.filter(({ personId, mark }) => personId === null && mark !== 'right')
  return [...entries.map((entry) => ({ entry, statement: byPerson.get(entry.personId), differences: of(byPerson.get(entry.personId)) })), ...added.map((statement) => ({ entry: undefined, statement, differences: of(statement) }))]
}

function shownLine({ entry, statement, differences }: Line, placeNames: ReadonlyMap<string, string>, show: (difference: Difference) => ReturnType<typeof shownDifference>) {
  return {
    personId: entry?.personId ?? null, statementId: statement?.id ?? null, fullName: entry?.fullName ?? statement!.fullName, bornOn: entry?.bornOn ?? statement?.bornOn ?? null, sex: entry?.sex ?? null, status: entry?.status ?? null,
    cellName: entry?.cellName ?? placeNames.get(statement!.placeId) ?? '', cardNumber: entry?.cardNumber ?? null, admittedOn: entry?.admittedOn ?? null,
    mark: statement?.mark ?? null, reason: statement?.reason ?? null, reasonOn: statement?.reasonOn ?? null, note: statement?.note ?? null, said: (statement?.said ?? {}) as Record<string, string>, questions: [...(statement?.questions ?? [])],
    source: statement?.source ?? null, sheetRow: statement?.sheetRow ?? null, version: statement?.version ?? 0, differences: differences.map(show),
  }
}

const toldOf = async (ctx: Ctx, r: Reconciliation, { on, moment }: Sight): Promise<Told> => ({ now: moment ? undefined : await nowOf(ctx, r), today: on, cellNames: await cellNamesOf(ctx, r) })

/** Both lists side by side: lines that differ, all, or those without a mark; with the marks and tasks of a day, as known at a moment. */
export async function listLines(ctx: Ctx, input: InputOf<Contract['listLines']>) {
  const sight = sightOf(ctx, input)
  const r = await loadReconciliation(ctx.db, input.reconciliationId, sight.moment)
  await ctx.authorise('reconciling.read', 'own part')
  const all = linesOf(await listEntries(ctx.db, r.id), await listStatements(ctx.db, r.id, sight.moment), await listDifferences(ctx.db, r.id, sight.moment))
  const searched = fold(input.search ?? '')
  const wanted = all.filter(({ entry, statement, differences }) =>
    (input.view === 'all' || (input.view === 'unmarked' ? !statement : differences.length > 0))
    && (!input.cellId || (entry ?? statement)!.placeId === input.cellId) && (!searched || fold((entry ?? statement)!.fullName).includes(searched))
    && (!(input.kind || input.state) || differences.some(({ kind, state }) => (!input.kind || kind === input.kind) && (!input.state || state === input.state))))
  const places = await listPlaces(ctx.db, r.organisationId, r.asOf)
  const told = await toldOf(ctx, r, sight)
  const page = wanted.slice((input.page - 1) * input.size, input.page * input.size)
  return { rows: page.map((line) => shownLine(line, new Map(places.map(({ id, name }) => [id, name])), (difference) => shownDifference(difference, told))), total: wanted.length }
}

/** One difference as a task on a day, as known at a moment: both sides, who acts, until when, and whether the register agrees by now. Nothing is decided in the past. */
export async function findDifference(ctx: Ctx, { differenceId, ...asked }: InputOf<Contract['findDifference']>) {
  const sight = sightOf(ctx, asked)
  const difference = await loadDifference(ctx.db, differenceId, sight.moment)
  await ctx.authorise('reconciling.read', 'own part')
  const r = await loadReconciliation(ctx.db, difference.reconciliationId, sight.moment)
  const mayDecide = !sight.moment && r.isWhole && !signatureOf(r, 'grassroots') && (await ctx.may('reconciling.decide', { organisationId: r.organisationId }))
  return { ...shownDifference(difference, await toldOf(ctx, r, sight)), reconciliationId: r.id, organisation: r.organisation, asOf: r.asOf, mayDecide }
}
