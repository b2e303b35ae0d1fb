import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { authoriseNames, coversStrictClass, figuresOf, listTablePeople, shownTable, type Figures } from '../../statistics/index.ts'
import type { reportsContract } from '../contract.ts'
import { reportStates } from '../codes.ts'
import { notExpected, reportNotFound } from '../errors.ts'
import { mayGiveBack, maySubmit, standing } from '../model.ts'
import { findFormerPeriod, findPeriodBeside, listExpected, loadPeriod, type Period } from '../queries/periods.ts'
import { countChangedBelow, countFrozenMembers, findReportOf, listFigures, listFrozenBehind, listSubmissions, loadSubmission, type Frozen, type Submission } from '../queries/reports.ts'
import { countedFigures } from './counted.ts'
import { actsForLevel, findBelow, missingOf, partsOf, reportsBy, type Below, type WithSubmissions } from './levels.ts'

type Contract = typeof reportsContract
type Row = AnswerOf<Contract['listReports']>['rows'][number]
type Which = { periodId: string; organisationId: string; submissionId?: string | undefined; counted: boolean }

const shownSubmission = ({ reportId: _r, requests, ...submission }: Submission) => ({ ...submission, requests: requests.map((each) => ({ ...each })) })

/** The approved submissions of a period, one for each organisation of the reader's part. */
async function approvedOf(ctx: Ctx, periodId: string): Promise<string[]> {
  return [...(await reportsBy(ctx, periodId)).values()].flatMap(({ submissions }) => standing(submissions)?.id ?? [])
}

/** What the approved reports of a period make together, with what stands at the organisation that opened it. */
export const sumOf = async (ctx: Ctx, { id, organisationId, from, until }: Period): Promise<Frozen> => ({ submissions: await approvedOf(ctx, id), own: organisationId, from, until })

const dayInVietnam = (moment: string): string => new Date(Date.parse(moment) + 7 * 3600_000).toISOString().slice(0, 10)

/** Every organisation of the reader's part that reports for a period, with the state of its report. */
export async function listReports(ctx: Ctx, { periodId, state }: InputOf<Contract['listReports']>): Promise<AnswerOf<Contract['listReports']>> {
  await ctx.authorise('reports.read', 'own part')
  const period = await loadPeriod(ctx.db, periodId)
  const by = await reportsBy(ctx, periodId)
  const lasts = [...by.values()].map(({ submissions }) => submissions.at(-1)!.id)
  const [frozen, changed] = [await countFrozenMembers(ctx.db, lasts), await countChangedBelow(ctx.db, lasts)]
  const all = (await listExpected(ctx.db, period)).map((expected): Row => {
    const found = by.get(expected.id)
    const latest = found?.submissions.at(-1)
    const first = found?.submissions[0]
    return {
      organisationId: expected.id, name: expected.name, reportId: found?.report.id ?? null, state: found?.report.state ?? ('missing' as const), version: found?.report.version ?? 0, latest: latest ? shownSubmission(latest) : null,
      late: first ? dayInVietnam(first.submittedAt) > period.dueOn : ctx.today > period.dueOn, members: latest ? (frozen.get(latest.id) ?? 0) : null, changedBelow: (latest && changed.get(latest.id)) ?? 0,
    }
  })
  const counts = Object.fromEntries(reportStates.map((each) => [each, all.filter((row) => row.state === each).length])) as Record<(typeof reportStates)[number], number>
  const mayChange = (await ctx.may('reports.openPeriod', { organisationId: period.organisationId })) && (await actsForLevel(ctx, period.organisationId))
  return { ...period, rows: all.filter((row) => !state || row.state === state), counts, may: { changeDueDay: mayChange, readSum: await ctx.may('reports.read', { organisationId: period.organisationId }) } }
}

/** Of what a report above the grassroots, or a sum, is made. */
async function madeOf(ctx: Ctx, below: Below, latest: Submission | undefined) {
  const missing = missingOf(below)
  const parts = latest ? await partsOf(ctx, latest.id, below) : []
  const made = new Set(parts.map(({ organisationId }) => organisationId))
  return {
    missing, included: below.expected.length - missing.length, parts, countedHere: latest ? below.expected.filter(({ id }) => !made.has(id)).map(({ name }) => name) : [],
    changedBelow: (latest && (await countChangedBelow(ctx.db, [latest.id])).get(latest.id)) ?? 0,
  }
}

const madeOfNothing = { missing: [], included: 0, parts: [], countedHere: [], changedBelow: 0 }

/** What the reader may do to a report. */
async function mayDo(ctx: Ctx, { period, isSum, isAbove, organisationId }: { period: Period; isSum: boolean; isAbove: boolean; organisationId: string }, own: WithSubmissions | undefined) {
  const state = own?.report.state ?? 'missing'
  const submits = !isSum && period.until < ctx.today && maySubmit(state) && (await ctx.may(isAbove ? 'reports.submitFurther' : 'reports.submit', { organisationId })) && (!isAbove || (await actsForLevel(ctx, organisationId)))
  const decides = mayGiveBack(state) && (await ctx.may('reports.decide', { organisationId: period.organisationId })) && (await actsForLevel(ctx, period.organisationId))
  return { submit: submits, decide: decides && state === 'submitted', giveBack: decides }
}

/** A report with its versions. Of the organisation that opened the period it is the sum of the approved ones. Refuses `reports.notExpected`. */
export async function findReport(ctx: Ctx, { periodId, organisationId }: InputOf<Contract['findReport']>): Promise<AnswerOf<Contract['findReport']>> {
  await ctx.authorise('reports.read', { organisationId })
  const period = await loadPeriod(ctx.db, periodId)
  const isSum = period.organisationId === organisationId
  const expected = (await listExpected(ctx.db, period)).find(({ id }) => id === organisationId)
  const name = isSum ? period.organisation : expected?.name
  if (name === undefined) throw notExpected(organisationId)
  const isAbove = expected?.isAbove ?? false
  const own = (await reportsBy(ctx, periodId)).get(organisationId)
  const below = isSum || isAbove ? await findBelow(ctx, organisationId, period) : undefined
  const further = isSum ? await findPeriodBeside(ctx.db, period, organisationId, true) : undefined
  return {
    period, organisationId, name, isSum, isAbove, reportId: own?.report.id ?? null, state: own?.report.state ?? 'missing', version: own?.report.version ?? 0, submissions: (own?.submissions ?? []).map(shownSubmission),
    ...(below ? await madeOf(ctx, below, own?.submissions.at(-1)) : madeOfNothing), ownPeriodId: below?.period?.id ?? null, further: further ? { periodId: further.id, organisation: further.organisation } : null,
    former: isSum ? null : await formerOf(ctx, period, organisationId), may: await mayDo(ctx, { period, isSum, isAbove, organisationId }, own),
  }
}

/** The approved report of the same organisation for the period that ended before. */
async function formerOf(ctx: Ctx, period: Period, organisationId: string) {
  const former = await findFormerPeriod(ctx.db, period)
  const report = former && (await findReportOf(ctx.db, former.id, organisationId))
  const approved = report && standing(await listSubmissions(ctx.db, [report.id]))
  return approved ? { submissionId: approved.id, from: former.from, until: former.until } : null
}

/** One frozen submission, as a report is made of. */
export const frozenAs = (submissionId: string, { from, until }: Pick<Period, 'from' | 'until'>): Frozen => ({ submissions: [submissionId], own: null, from, until })

/** What a report is made of that is frozen; `undefined` when it is counted. Refuses `reports.reportNotFound`. */
export async function frozenOf(ctx: Ctx, { periodId, organisationId, submissionId, counted }: Which): Promise<{ period: Period; frozen: Frozen | undefined }> {
  await ctx.authorise('reports.read', { organisationId })
  const period = await loadPeriod(ctx.db, periodId)
  if (submissionId) {
    const submission = await loadSubmission(ctx.db, submissionId)
    if (submission.periodId !== periodId || submission.organisationId !== organisationId) throw reportNotFound()
    return { period, frozen: frozenAs(submissionId, period) }
  }
  if (counted) return { period, frozen: undefined }
  if (period.organisationId === organisationId) return { period, frozen: await sumOf(ctx, period) }
  const report = await findReportOf(ctx.db, periodId, organisationId)
  const last = report && (await listSubmissions(ctx.db, [report.id])).at(-1)
  return { period, frozen: last && frozenAs(last.id, period) }
}

export const figuresFor = async (ctx: Ctx, organisationId: string, { period, frozen }: { period: Period; frozen: Frozen | undefined }): Promise<Figures> =>
  frozen ? figuresOf(await listFigures(ctx.db, frozen)) : countedFigures(ctx, organisationId, period)

/** A table of a report, with the totals of the approved report before beside it. */
export async function findReportTable(ctx: Ctx, input: InputOf<Contract['findReportTable']>): Promise<AnswerOf<Contract['findReportTable']>> {
  const which = await frozenOf(ctx, input)
  const covers = await coversStrictClass(ctx, input.organisationId)
  const table = shownTable(input.table, await figuresFor(ctx, input.organisationId, which), which.period.until, covers)
  const former = await formerOf(ctx, which.period, input.organisationId)
  if (!former) return { ...table, former: null }
  const before = figuresOf(await listFigures(ctx.db, frozenAs(former.submissionId, former)))
  const totals = table.sections.map(({ by, namesCovered, rows }) => rows.map((row) => (row.missing || (namesCovered && row.code === 'few') ? null : before.of(table.base, by, row.values.map((value) => value || null), 'total'))))
  return { ...table, former: totals }
}

/** The names behind a number of a report, frozen or counted. */
export async function listReportPeople(ctx: Ctx, input: InputOf<Contract['listReportPeople']>): Promise<AnswerOf<Contract['listReportPeople']>> {
  const { period, frozen } = await frozenOf(ctx, input)
  if (!frozen) return listTablePeople(ctx, { ...input, from: period.from, until: period.until })
  await authoriseNames(ctx, input.organisationId, input)
  const values = input.values.map((value) => value || null)
  const { rows, seen, total } = await listFrozenBehind(ctx.db, frozen, { base: input.base, by: input.by, values, column: input.column }, input)
  const number = total ?? figuresOf(await listFigures(ctx.db, frozen)).of(input.base, input.by, values, input.column)
  return { rows: rows as never, total: number, outsideReach: rows.length > 0 || input.page === 1 ? number - seen : 0 }
}
