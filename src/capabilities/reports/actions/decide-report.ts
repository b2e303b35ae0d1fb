import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { reportsContract } from '../contract.ts'
import { nothingWaits, reasonMissing, staleVersion } from '../errors.ts'
import { mayGiveBack, standing } from '../model.ts'
import { loadPeriod } from '../queries/periods.ts'
import { decideSubmission, insertCorrectionRequest, listSubmissions, lockReport, type Report, type Submission } from '../queries/reports.ts'
import { refuseOtherLevel } from './levels.ts'

type Contract = typeof reportsContract

/** Gives an approved report back to be corrected; what was approved stands until another submission is approved in its place. */
async function askForCorrection(ctx: Ctx, report: Report, approved: Submission, { reason, until }: { reason: string; until: string }): Promise<void> {
  await insertCorrectionRequest(ctx.db, report, approved.id, { reason, by: ctx.actor.accountId })
  await ctx.audit({ event: 'reports.correctionAsked', subject: { type: 'report', id: report.id }, organisationId: report.organisationId, facts: { submissionId: approved.id, ordinal: approved.ordinal, until, reason } })
}

/**
 * Approves what an organisation submitted, which locks it, or returns it with the reason; one that is approved already is given back to be corrected. It is for the level that opened
 * the period alone. Refuses `reports.otherLevel`, `reports.nothingWaits`, `reports.reasonMissing`, `reports.staleVersion`.
 */
export async function decideReport(ctx: Ctx, { reportId, version, approves, reason }: InputOf<Contract['decideReport']>): Promise<AnswerOf<Contract['decideReport']>> {
  const report = await lockReport(ctx.db, reportId)
  const period = await loadPeriod(ctx.db, report.periodId)
  await ctx.authorise('reports.decide', { organisationId: period.organisationId })
  await refuseOtherLevel(ctx, period.organisationId)
  if (report.version !== version) throw staleVersion(version, report.version)
  const submissions = await listSubmissions(ctx.db, [reportId])
  const waiting = submissions.find(({ outcome }) => outcome === 'waiting')
  const approved = !approves && mayGiveBack(report.state) ? standing(submissions) : undefined
  if (!waiting && !approved) throw nothingWaits()
  if (!approves && !reason) throw reasonMissing()
  if (!waiting) {
    await askForCorrection(ctx, report, approved!, { reason: reason!, until: period.until })
    return { version: version + 1 }
  }
  await decideSubmission(ctx.db, report, waiting.id, { approves, reason: reason || null, by: ctx.actor.accountId, now: ctx.now })
  await ctx.audit({ event: approves ? 'reports.approved' : 'reports.returned', subject: { type: 'report', id: reportId }, organisationId: report.organisationId, facts: { submissionId: waiting.id, ordinal: waiting.ordinal, until: period.until, reason: reason || null } })
  return { version: version + 1 }
}
