import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { tableForms } from '../../../regulations/index.ts'
import { figuresOf, tableChecks } from '../../statistics/index.ts'
import type { reportsContract } from '../contract.ts'
import { doesNotAddUp, notExpected, partsMissing, periodNotEnded, reasonMissing, staleVersion, waitsAlready } from '../errors.ts'
import { checkNames } from '../messages.vi.ts'
import { maySubmit, needsReason } from '../model.ts'
import { listExpected, loadPeriod, standsAbove, type Period } from '../queries/periods.ts'
import { findReportOf, insertSubmission, listFigures, lockReport, type Frozen, type Report } from '../queries/reports.ts'
import { frozenAs } from './find-report.ts'
import { findBelow, missingOf, refuseOtherLevel } from './levels.ts'

type Contract = typeof reportsContract

/** A set of tables that does not add up is not submitted. Refuses `reports.doesNotAddUp`. */
async function refuseWrongTables(ctx: Ctx, frozen: Frozen): Promise<void> {
  const figures = figuresOf(await listFigures(ctx.db, frozen))
  for (const { number } of tableForms) {
    const wrong = tableChecks(number, figures).find(({ holds }) => !holds)
    if (wrong) throw doesNotAddUp(number, checkNames[wrong.code]!)
  }
}

/** Who reports is the committee itself: above the grassroots its own office, not that of a level further up. Refuses `reports.otherLevel`. */
async function authoriseSubmitting(ctx: Ctx, organisationId: string): Promise<void> {
  const isAbove = await standsAbove(ctx.db, organisationId)
  await ctx.authorise(isAbove ? 'reports.submitFurther' : 'reports.submit', { organisationId })
  if (isAbove) await refuseOtherLevel(ctx, organisationId)
}

/** What is submitted once more, and what is counted for others who have not reported, says why. Refuses `reports.partsMissing`, `reports.reasonMissing`. */
async function refuseWithoutReason(ctx: Ctx, { report, isAbove, organisationId, period }: { report: Report | undefined; isAbove: boolean; organisationId: string; period: Period }): Promise<void> {
  const missing = isAbove ? missingOf(await findBelow(ctx, organisationId, period)) : []
  if (missing.length > 0) throw partsMissing(missing.map(({ name }) => name))
  if (needsReason(report?.state ?? 'missing')) throw reasonMissing()
}

/**
 * Freezes the whole set of tables of an organisation as counted now, with the names behind every number and the facts behind every name, and submits it to the level that opened the
 * period. Above the grassroots it is made of what is approved right below; of whom nothing is, the figures are counted, which needs a reason. After a return or an approval it is another
 * version, with its reason; the former ones stay. Refuses `reports.otherLevel`, `reports.notExpected`, `reports.periodNotEnded`, `reports.waitsAlready`, `reports.partsMissing`,
 * `reports.reasonMissing`, `reports.doesNotAddUp`, `reports.staleVersion`.
 */
export async function submitReport(ctx: Ctx, input: InputOf<Contract['submitReport']>): Promise<AnswerOf<Contract['submitReport']>> {
  const { periodId, organisationId } = input
  await authoriseSubmitting(ctx, organisationId)
  const period = await loadPeriod(ctx.db, periodId)
  const expected = (await listExpected(ctx.db, period)).find(({ id }) => id === organisationId)
  if (!expected) throw notExpected(organisationId)
  if (period.until >= ctx.today) throw periodNotEnded(period.until, ctx.today)
  const found = await findReportOf(ctx.db, periodId, organisationId)
  const report = found && (await lockReport(ctx.db, found.id))
  if ((report?.version ?? 0) !== input.version) throw staleVersion(input.version, report?.version ?? 0)
  if (!maySubmit(report?.state ?? 'missing')) throw waitsAlready()
  const reason = input.reason || null
  if (!reason) await refuseWithoutReason(ctx, { report, isAbove: expected.isAbove, organisationId, period })
  const { reportId, submissionId, version, lines } = await insertSubmission(ctx.db, { report, periodId, organisationId, reason, by: ctx.actor.accountId })
  await refuseWrongTables(ctx, frozenAs(submissionId, period))
  await ctx.audit({ event: 'reports.submitted', subject: { type: 'report', id: reportId }, organisationId, facts: { submissionId, from: period.from, until: period.until, version, reason, lines } })
  return { reportId, submissionId, version }
}
