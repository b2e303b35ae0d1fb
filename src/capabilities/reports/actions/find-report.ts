import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { authoriseNames, coversStrictClass, figuresOf, listTablePeople, shownTable, type Figures } from '../../statistics/index.ts'
import type { reportsContract } from '../contract.ts'
import { reportStates } from '../codes.ts'
import { notExpected, reportNotFound } from '../errors.ts'
import { maySubmit, standing } from '../model.ts'
import { findFormerPeriod, listExpected, loadPeriod, type Period } from '../queries/periods.ts'
import { countFrozenMembers, findReportOf, listFigures, listFrozenBehind, listReportsOf, listSubmissions, loadSubmission, type Report, type Submission } from '../queries/reports.ts'
import { countedFigures } from './counted.ts'

type Contract = typeof reportsContract
type Which = { periodId: string; organisationId: string; submissionId?: string | undefined; counted: boolean }

const shownSubmission = ({ reportId: _r, ...submission }: Submission) => submission

/** Reports of a period with their submissions, by organisation. */
async function reportsBy(ctx: Ctx, periodId: string): Promise<ReadonlyMap<string, { report: Report; submissions: Submission[] }>> {
  const reports = await listReportsOf(ctx.db, periodId)
  const submissions = await listSubmissions(ctx.db, reports.map(({ id }) => id))
  return new Map(reports.map((report) => [report.organisationId, { report, submissions: submissions.filter(({ reportId }) => reportId === report.id) }]))
}

/** The approved submissions of a period, one for each organisation of the reader's part. */
export async function approvedOf(ctx: Ctx, periodId: string): Promise<string[]> {
  return [...(await reportsBy(ctx, periodId)).values()].flatMap(({ submissions }) => standing(submissions)?.id ?? [])
}

const dayInVietnam = (moment: string): string => new Date(Date.parse(moment) + 7 * 3600_000).toISOString().slice(0, 10)

/** Every organisation of the reader's part that reports for a period, with the state of its report. */
export async function listReports(ctx: Ctx, { periodId, state }: InputOf<Contract['listReports']>): Promise<AnswerOf<Contract['listReports']>> {
  await ctx.authorise('reports.read', 'own part')
  const period = await loadPeriod(ctx.db, periodId)
  const by = await reportsBy(ctx, periodId)
  const frozen = await countFrozenMembers(ctx.db, [...by.values()].map(({ submissions }) => submissions.at(-1)!.id))
  const all = (await listExpected(ctx.db, period)).map(({ id, name }) => {
    const found = by.get(id)
    const latest = found?.submissions.at(-1)
    const first = found?.submissions[0]
    return {
      organisationId: id, name, reportId: found?.report.id ?? null, state: found?.report.state ?? ('missing' as const), version: found?.report.version ?? 0, latest: latest ? shownSubmission(latest) : null,
      late: first ? dayInVietnam(first.submittedAt) > period.dueOn : ctx.today > period.dueOn, members: latest ? (frozen.get(latest.id) ?? 0) : null,
    }
  })
  const counts = Object.fromEntries(reportStates.map((each) => [each, all.filter((row) => row.state === each).length])) as Record<(typeof reportStates)[number], number>
  return { ...period, rows: all.filter((row) => !state || row.state === state), counts, may: { changeDueDay: await ctx.may('reports.openPeriod', { organisationId: period.organisationId }) } }
}

/** A report with its versions. Of the organisation that opened the period it is the sum of the approved ones. Refuses `reports.notExpected`. */
export async function findReport(ctx: Ctx, { periodId, organisationId }: InputOf<Contract['findReport']>): Promise<AnswerOf<Contract['findReport']>> {
  await ctx.authorise('reports.read', { organisationId })
  const period = await loadPeriod(ctx.db, periodId)
  const isSum = period.organisationId === organisationId
  const expected = await listExpected(ctx.db, period)
  const by = await reportsBy(ctx, periodId)
  const own = by.get(organisationId)
  const name = isSum ? period.organisation : expected.find(({ id }) => id === organisationId)?.name
  if (name === undefined) throw notExpected(organisationId)
  const missing = isSum ? expected.filter(({ id }) => !standing(by.get(id)?.submissions ?? [])).map(({ id, name: of }) => ({ organisationId: id, name: of, state: by.get(id)?.report.state ?? ('missing' as const) })) : []
  const state = own?.report.state ?? 'missing'
  return {
    period, organisationId, name, isSum, reportId: own?.report.id ?? null, state, version: own?.report.version ?? 0, submissions: (own?.submissions ?? []).map(shownSubmission), missing,
    included: isSum ? expected.length - missing.length : 0, former: isSum ? null : await formerOf(ctx, period, organisationId),
    may: {
      submit: !isSum && period.until < ctx.today && maySubmit(state) && (await ctx.may('reports.submit', { organisationId })),
      decide: state === 'submitted' && (await ctx.may('reports.decide', { organisationId: period.organisationId })),
    },
  }
}

/** The approved report of the same organisation for the period that ended before. */
async function formerOf(ctx: Ctx, period: Period, organisationId: string) {
  const former = await findFormerPeriod(ctx.db, period)
  const report = former && (await findReportOf(ctx.db, former.id, organisationId))
  const approved = report && standing(await listSubmissions(ctx.db, [report.id]))
  return approved ? { submissionId: approved.id, until: former.until } : null
}

/** The frozen submissions that a report is made of; `undefined` when it is counted. Refuses `reports.reportNotFound`. */
export async function frozenOf(ctx: Ctx, { periodId, organisationId, submissionId, counted }: Which): Promise<{ period: Period; frozen: string[] | undefined }> {
  await ctx.authorise('reports.read', { organisationId })
  const period = await loadPeriod(ctx.db, periodId)
  if (submissionId) {
    const submission = await loadSubmission(ctx.db, submissionId)
    if (submission.periodId !== periodId || submission.organisationId !== organisationId) throw reportNotFound()
    return { period, frozen: [submissionId] }
  }
  if (counted) return { period, frozen: undefined }
  if (period.organisationId === organisationId) return { period, frozen: await approvedOf(ctx, periodId) }
  const report = await findReportOf(ctx.db, periodId, organisationId)
  const last = report && (await listSubmissions(ctx.db, [report.id])).at(-1)
  return { period, frozen: last && [last.id] }
}

export const figuresFor = async (ctx: Ctx, organisationId: string, { period, frozen }: { period: Period; frozen: string[] | undefined }): Promise<Figures> =>
  frozen ? figuresOf(await listFigures(ctx.db, frozen)) : countedFigures(ctx, organisationId, period)

/** A table of a report, with the totals of the approved report before beside it. */
export async function findReportTable(ctx: Ctx, input: InputOf<Contract['findReportTable']>): Promise<AnswerOf<Contract['findReportTable']>> {
  const which = await frozenOf(ctx, input)
  const covers = await coversStrictClass(ctx, input.organisationId)
  const table = shownTable(input.table, await figuresFor(ctx, input.organisationId, which), which.period.until, covers)
  const former = await formerOf(ctx, which.period, input.organisationId)
  if (!former) return { ...table, former: null }
  const before = figuresOf(await listFigures(ctx.db, [former.submissionId]))
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
