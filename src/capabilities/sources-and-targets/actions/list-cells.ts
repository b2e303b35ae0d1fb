import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { cellTermMonths, firstRuledDay } from '../../../regulations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { bands, type Band } from '../codes.ts'
import type { OpenCases } from '../ports.ts'
import { listCellRows, summariseCells, type CellBySources, type CellSummary } from '../queries/cells.ts'
import { certificateRuleOn } from './checks.ts'
import { placeAsked } from './place.ts'

type Input = InputOf<typeof sourcesAndTargetsContract.listCellsBySources>

const only: Record<NonNullable<Input['only']>, (cell: CellBySources) => boolean> = {
  followingNobody: (cell) => cell.followed === 0,
  over24: (cell) => cell.isOver24,
  twoTerms: (cell) => cell.isOverTwoTerms,
  short: (cell) => cell.missing > 0,
}

const byName = (a: CellBySources, b: CellBySources) => (a.aboveName ?? '').localeCompare(b.aboveName ?? '', 'vi') || a.cellName.localeCompare(b.cellName, 'vi', { numeric: true })
// The query already stands driest first; sorting keeps that order among equals.
const orders: Record<Input['order'], ((a: CellBySources, b: CellBySources) => number) | undefined> = {
  driest: undefined, name: byName, followed: (a, b) => a.followed - b.followed, missing: (a, b) => b.missing - a.missing,
}

const shown = (cell: CellBySources, filesOpen: number) => ({
  cellId: cell.cellId, cellName: cell.cellName, aboveId: cell.aboveId, aboveName: cell.aboveName, foundedOn: cell.foundedOn,
  lastAdmissionOn: cell.lastAdmissionOn, monthsSince: cell.monthsSince, band: cell.band,
  members: cell.members, averageAge: cell.averageAge, fullUnder35: cell.fullUnder35,
  followed: cell.followed, classDone: cell.classDone, applied: cell.applied, filesOpen, lastRemarkOn: cell.lastRemarkOn,
  target: cell.targetKind ? { kind: cell.targetKind, from: cell.targetFrom!, until: cell.targetUntil!, value: cell.targetValue!, admitted: cell.targetAdmitted, missing: cell.missing } : null,
})

/** Of which organisation, on which day, as known at which moment. */
type Viewed = { readonly organisationId: string; readonly on: PlainDate; readonly knownAt?: string | undefined }

/** Months of two terms of a cell on a day: how long a cell may not stay without admitting anybody and go unnoticed. */
async function twoTermsOn(ctx: Ctx, on: PlainDate): Promise<number> {
  return 2 * cellTermMonths.inForceOn(laterOf(on, firstRuledDay), await loadOverrides(ctx.db)).value
}

const askedOn = async (ctx: Ctx, { organisationId, on, knownAt }: Viewed) =>
  ({ organisationId, on, knownAt, twoTermsMonths: await twoTermsOn(ctx, on), certificateMonths: (await certificateRuleOn(ctx, on)).months })

/** The numbers of all cells below an organisation, for the overview of a term. */
export async function surveyCells(ctx: Ctx, viewed: Viewed): Promise<CellSummary & { twoTermsMonths: number }> {
  const asked = await askedOn(ctx, viewed)
  return { ...(await summariseCells(ctx.db, asked)), twoTermsMonths: asked.twoTermsMonths }
}

async function cellsWithSummary(ctx: Ctx, viewed: Viewed) {
  const asked = await askedOn(ctx, viewed)
  const cells = await listCellRows(ctx.db, asked)
  const among = (test: (cell: CellBySources) => boolean) => cells.filter(test).length
  const summary = {
    cells: cells.length, followed: cells.reduce((sum, cell) => sum + cell.followed, 0), classDone: cells.reduce((sum, cell) => sum + cell.classDone, 0),
    followingNobody: among(only.followingNobody), over24: among(only.over24), twoTerms: among(only.twoTerms), twoTermsMonths: asked.twoTermsMonths,
    byBand: Object.fromEntries(bands.map((band) => [band, among((cell) => cell.band === band)])) as Record<Band, number>,
  }
  return { cells, summary }
}

/** Cells by how long ago they admitted somebody, driest first, each for itself: no average over cells. */
export const listCellsBySourcesOf = (openCases: OpenCases) =>
  async function listCellsBySources(ctx: Ctx, input: Input) {
    const on = input.asOf ?? ctx.today
    const place = await placeAsked(ctx, input.organisationId, on, input.knownAt)
    await ctx.authorise('sourcesAndTargets.readSources', { organisationId: place.id })
    const { cells, summary } = await cellsWithSummary(ctx, { organisationId: place.id, on, knownAt: input.knownAt })
    const files = new Map<string, number>()
    for (const { cellId } of await openCases(ctx, place.id, { on, knownAt: input.knownAt })) files.set(cellId, (files.get(cellId) ?? 0) + 1)
    const wanted = cells.filter((cell) => (!input.band || cell.band === input.band) && (!input.only || only[input.only](cell)))
    const order = orders[input.order]
    if (order) wanted.sort(order)
    const { classDone: _, ...told } = summary
    return {
      rows: wanted.slice((input.page - 1) * input.size, input.page * input.size).map((cell) => shown(cell, files.get(cell.cellId) ?? 0)),
      total: wanted.length, summary: told,
    }
  }
