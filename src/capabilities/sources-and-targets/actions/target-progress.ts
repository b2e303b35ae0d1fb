import { addDays, earlierOf, partsOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { type Measure } from '../codes.ts'
import { paceOf, yearPeriod } from '../model.ts'
import { findTargetOn, listProgress, listTargetRows, nearestTermTarget, type Period, type PeriodKind, type ProgressRow } from '../queries/targets.ts'
import { termOn } from '../queries/terms.ts'
import { placeAsked } from './place.ts'

type Contract = typeof sourcesAndTargetsContract
type Asked = { organisationId: string; kind: PeriodKind; year?: number | undefined; measure: Measure; on: PlainDate; knownAt?: string | undefined }

/** The period asked about: a year, or the term of the own target, else of the nearest one above, else of the committee. */
async function periodAsked(ctx: Ctx, q: Asked): Promise<Period | undefined> {
  if (q.kind === 'year') return yearPeriod(q.year ?? partsOf(q.on).year)
  const target = (await findTargetOn(ctx.db, q.organisationId, q)) ?? (await nearestTermTarget(ctx.db, q.organisationId, q.on, q.knownAt))
  if (target) return { from: target.from, until: target.until }
  const term = await termOn(ctx.db, q.organisationId, q.on, q.knownAt)
  return term?.until ? { from: term.from, until: term.until } : undefined
}

/** Progress of an organisation and those directly below it; without any period there is nothing to be measured by. */
export async function measureProgress(ctx: Ctx, q: Asked) {
  const period = await periodAsked(ctx, q)
  const span = period ?? yearPeriod(partsOf(q.on).year)
  // Decisions count up to the day asked about, of a period that is over up to its end.
  const until = earlierOf(q.on, addDays(span.until, -1))
  const rows = await listProgress(ctx.db, { ...q, period: span, until, yearFrom: yearPeriod(partsOf(until).year).from })
  const withPace = (row: ProgressRow) => {
    const pace = period && row.given !== null ? paceOf(row.given, row.admitted, period, q.on) : undefined
    return {
      organisationId: row.organisationId, name: row.name, shortName: row.shortName, code: row.code, isCell: row.isCell,
      given: row.given, basis: row.basis, passedOn: row.passedOn, difference: row.given === null || row.passedOn === null ? null : row.passedOn - row.given,
      admitted: period ? row.admitted : 0, expected: pace?.expected ?? null, behind: pace?.behind ?? null, thisYear: row.thisYear, hasBelow: row.hasBelow,
    }
  }
  const { hasBelow: _, ...head } = withPace(rows[0]!)
  const below = rows.slice(1).map(withPace)
  const months = period && paceOf(0, 0, period, q.on)
  return {
    period: period && months ? { ...period, elapsedMonths: months.elapsedMonths, totalMonths: months.totalMonths } : null,
    head, rows: below,
    // A cell's decisions are its own; above cells, what stands in no row was decided in organisations that have ended.
    elsewhere: below.length === 0 ? 0 : head.admitted - below.reduce((sum, row) => sum + row.admitted, 0),
  }
}

/** Given, passed on, admitted and pace, counted by the day of the decision. */
export async function findTargetProgress(ctx: Ctx, input: InputOf<Contract['findTargetProgress']>): Promise<AnswerOf<Contract['findTargetProgress']>> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input.organisationId, on, input.knownAt)
  const where = { organisationId: place.id }
  await ctx.authorise('sourcesAndTargets.readTargets', where)
  const measured = await measureProgress(ctx, { ...where, kind: input.kind, year: input.year, measure: input.measure, on, knownAt: input.knownAt })
  return {
    asOf: on, kind: input.kind, measure: input.measure, countedBy: 'decision', ...measured,
    mayAssign: await ctx.may('sourcesAndTargets.assignTargets', where), maySetOwn: await ctx.may('sourcesAndTargets.setOwnTarget', where),
  }
}

/** All targets an organisation was given, earlier values among them; of a day, those whose period had begun. */
export async function listTargets(ctx: Ctx, input: InputOf<Contract['listTargets']>) {
  await ctx.authorise('sourcesAndTargets.readTargets', { organisationId: input.organisationId })
  const rows = await listTargetRows(ctx.db, input.organisationId, { on: input.asOf, knownAt: input.knownAt })
  return { rows: rows.map(({ organisationId: _, ...row }) => row) }
}
