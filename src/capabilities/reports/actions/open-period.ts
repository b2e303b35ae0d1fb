import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findTop, loadOrganisation } from '../../organisations/index.ts'
import type { reportsContract } from '../contract.ts'
import { alreadyOpened, dueBeforeEnd, nobodyReports, periodNotEnded, staleVersion } from '../errors.ts'
import { periodOf } from '../model.ts'
import { insertPeriod, listExpected, listPeriodRows, loadPeriod, lockPeriod, updateDueDay } from '../queries/periods.ts'
import { listReportsOf } from '../queries/reports.ts'
import { refuseOtherLevel } from './levels.ts'

type Contract = typeof reportsContract

/** The organisation that opens periods: the one named, else that of the acting role, for the keeper of the machine the top. */
async function opener(ctx: Ctx, organisationId: string | undefined): Promise<string | undefined> {
  return organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
}

/** Periods that concern the reader's part, the latest first, with how many reports of it stand where. */
export async function listPeriods(ctx: Ctx, { page, size, reporterId }: InputOf<Contract['listPeriods']>): Promise<AnswerOf<Contract['listPeriods']>> {
  await ctx.authorise('reports.read', 'own part')
  if (reporterId) await ctx.authorise('reports.read', { organisationId: reporterId })
  const all = await listPeriodRows(ctx.db, reporterId)
  const rows = await Promise.all(all.slice((page - 1) * size, page * size).map(async (period) => {
    const [expected, reports] = [await listExpected(ctx.db, period), await listReportsOf(ctx.db, period.id)]
    const number = (state: string) => reports.filter((report) => report.state === state).length
    return { ...period, expected: expected.length, submitted: number('submitted'), returned: number('returned'), approved: number('approved') }
  }))
  const own = await opener(ctx, undefined)
  return { rows, total: all.length, may: { open: own !== undefined && (await ctx.may('reports.openPeriod', { organisationId: own })) } }
}

const checkDue = (dueOn: PlainDate, until: PlainDate) => { if (dueOn <= until) throw dueBeforeEnd(dueOn, until) }

/**
 * Opens a period for the reports of those right below; each level opens its own. Refuses `reports.otherLevel`, `reports.dueBeforeEnd`, `reports.periodNotEnded` (more than a year
 * ahead), `reports.nobodyReports`, `reports.alreadyOpened`.
 */
export async function openPeriod(ctx: Ctx, input: InputOf<Contract['openPeriod']>): Promise<AnswerOf<Contract['openPeriod']>> {
  const organisationId = (await opener(ctx, input.organisationId))!
  await ctx.authorise('reports.openPeriod', { organisationId })
  await refuseOtherLevel(ctx, organisationId)
  const { from, until } = periodOf(input.kind, input.year)
  if (from > ctx.today) throw periodNotEnded(until, ctx.today)
  checkDue(input.dueOn, until)
  const { shortName } = await loadOrganisation(ctx.db, organisationId, ctx.today)
  if ((await listExpected(ctx.db, { organisationId, until: until < ctx.today ? until : ctx.today })).length === 0) throw nobodyReports(shortName)
  const id = await insertPeriod(ctx.db, { organisationId, from, until, dueOn: input.dueOn, by: ctx.actor.accountId })
  if (!id) throw alreadyOpened(until)
  await ctx.audit({ event: 'reports.periodOpened', subject: { type: 'reportPeriod', id }, organisationId, facts: { from, until, dueOn: input.dueOn } })
  return { id }
}

/** Sets another day on which the reports of a period are due. Refuses `reports.otherLevel`, `reports.dueBeforeEnd`, `reports.staleVersion`. */
export async function changeDueDay(ctx: Ctx, { periodId, version, dueOn }: InputOf<Contract['changeDueDay']>): Promise<AnswerOf<Contract['changeDueDay']>> {
  const { organisationId } = await loadPeriod(ctx.db, periodId)
  await ctx.authorise('reports.openPeriod', { organisationId })
  await refuseOtherLevel(ctx, organisationId)
  const period = await lockPeriod(ctx.db, periodId)
  if (period.version !== version) throw staleVersion(version, period.version)
  checkDue(dueOn, period.until)
  await updateDueDay(ctx.db, periodId, dueOn)
  await ctx.audit({ event: 'reports.dueDayChanged', subject: { type: 'reportPeriod', id: periodId }, organisationId, facts: { before: period.dueOn, dueOn } })
  return { version: version + 1 }
}
