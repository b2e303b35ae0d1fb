import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { tableForms } from '../../../regulations/index.ts'
import { countLines, figuresOf, tableChecks } from '../../statistics/index.ts'
import type { reportsContract } from '../contract.ts'
import { doesNotAddUp, notExpected, periodNotEnded, reasonMissing, staleVersion, waitsAlready } from '../errors.ts'
import { checkNames } from '../messages.vi.ts'
import { maySubmit, needsReason } from '../model.ts'
import { listExpected, loadPeriod, type Period } from '../queries/periods.ts'
import { findReportOf, insertSubmission, lockReport } from '../queries/reports.ts'

type Contract = typeof reportsContract

/** A set of tables that does not add up is not submitted. Refuses `reports.doesNotAddUp`. */
async function refuseWrongTables(ctx: Ctx, organisationId: string, period: Period): Promise<void> {
  const figures = figuresOf(await countLines(ctx.db, organisationId, period))
  for (const { number } of tableForms) {
    const wrong = tableChecks(number, figures).find(({ holds }) => !holds)
    if (wrong) throw doesNotAddUp(number, checkNames[wrong.code]!)
  }
}

/**
 * Freezes the whole set of tables of an organisation as counted now, with the names behind every number and the facts behind every name, and submits it to the level that
 * opened the period. After a return or an approval it is another version, with its reason; the former ones stay. Refuses `reports.notExpected`, `reports.periodNotEnded`,
 * `reports.waitsAlready`, `reports.reasonMissing`, `reports.doesNotAddUp`, `reports.staleVersion`.
 */
export async function submitReport(ctx: Ctx, input: InputOf<Contract['submitReport']>): Promise<AnswerOf<Contract['submitReport']>> {
  const { periodId, organisationId } = input
  await ctx.authorise('reports.submit', { organisationId })
  const period = await loadPeriod(ctx.db, periodId)
  const expected = await listExpected(ctx.db, period)
  if (!expected.some(({ id }) => id === organisationId)) throw notExpected(organisationId)
  if (period.until >= ctx.today) throw periodNotEnded(period.until, ctx.today)
  const found = await findReportOf(ctx.db, periodId, organisationId)
  const report = found && (await lockReport(ctx.db, found.id))
  if ((report?.version ?? 0) !== input.version) throw staleVersion(input.version, report?.version ?? 0)
  const state = report?.state ?? 'missing'
  if (!maySubmit(state)) throw waitsAlready()
  const reason = input.reason || null
  if (needsReason(state) && !reason) throw reasonMissing()
  await refuseWrongTables(ctx, organisationId, period)
  const { reportId, submissionId, version, lines } = await insertSubmission(ctx.db, { report, periodId, organisationId, reason, by: ctx.actor.accountId })
  await ctx.audit({ event: 'reports.submitted', subject: { type: 'report', id: reportId }, organisationId, facts: { submissionId, from: period.from, until: period.until, version, reason, lines } })
  return { reportId, submissionId, version }
}
