import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { reportsContract } from '../contract.ts'
import { nothingWaits, reasonMissing, staleVersion } from '../errors.ts'
import { loadPeriod } from '../queries/periods.ts'
import { decideSubmission, listSubmissions, lockReport } from '../queries/reports.ts'

type Contract = typeof reportsContract

/**
 * Approves what an organisation submitted, which locks it, or returns it with the reason. It is for the level that opened the period. Refuses `reports.nothingWaits`,
 * `reports.reasonMissing`, `reports.staleVersion`.
 */
export async function decideReport(ctx: Ctx, { reportId, version, approves, reason }: InputOf<Contract['decideReport']>): Promise<AnswerOf<Contract['decideReport']>> {
  const report = await lockReport(ctx.db, reportId)
  const period = await loadPeriod(ctx.db, report.periodId)
  await ctx.authorise('reports.decide', { organisationId: period.organisationId })
  if (report.version !== version) throw staleVersion(version, report.version)
  const waiting = (await listSubmissions(ctx.db, [reportId])).find(({ outcome }) => outcome === 'waiting')
  if (!waiting) throw nothingWaits()
  if (!approves && !reason) throw reasonMissing()
  await decideSubmission(ctx.db, report, waiting.id, { approves, reason: reason || null, by: ctx.actor.accountId, now: ctx.now })
  await ctx.audit({ event: approves ? 'reports.approved' : 'reports.returned', subject: { type: 'report', id: reportId }, organisationId: report.organisationId, facts: { submissionId: waiting.id, ordinal: waiting.ordinal, until: period.until, reason: reason || null } })
  return { version: version + 1 }
}
