import type { Ctx } from '../../../platform/action/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { otherLevel } from '../errors.ts'
import { standing } from '../model.ts'
import { findPeriodBeside, listExpected, type Expected, type Period } from '../queries/periods.ts'
import { listParts, listReportsOf, listSubmissions, type Part, type Report, type Submission } from '../queries/reports.ts'

/** The organisation of another level that still acts for itself; for one that has ended acts who reaches it, for the keeper of the machine nobody is in the way. */
async function otherLevelOf(ctx: Ctx, organisationId: string): Promise<string | undefined> {
  if (!ctx.actor.organisationId || ctx.actor.organisationId === organisationId) return undefined
  return (await findOrganisation(ctx.db, organisationId, ctx.today))?.shortName
}

/** Whether the acting role is that of this organisation itself: who reports does not approve it, and no level is passed over. */
export const actsForLevel = async (ctx: Ctx, organisationId: string): Promise<boolean> => (await otherLevelOf(ctx, organisationId)) === undefined

/** Refuses `reports.otherLevel`. */
export async function refuseOtherLevel(ctx: Ctx, organisationId: string): Promise<void> {
  const name = await otherLevelOf(ctx, organisationId)
  if (name !== undefined) throw otherLevel(name)
}

export type WithSubmissions = { readonly report: Report; readonly submissions: readonly Submission[] }

/** Reports of a period with their submissions, by organisation. */
export async function reportsBy(ctx: Ctx, periodId: string): Promise<ReadonlyMap<string, WithSubmissions>> {
  const reports = await listReportsOf(ctx.db, periodId)
  const submissions = await listSubmissions(ctx.db, reports.map(({ id }) => id))
  return new Map(reports.map((report) => [report.organisationId, { report, submissions: submissions.filter(({ reportId }) => reportId === report.id) }]))
}

/** Who reports to an organisation for the same days, in its own period, if it opened one. */
export type Below = { readonly period: Period | undefined; readonly expected: readonly Expected[]; readonly by: ReadonlyMap<string, WithSubmissions> }

export async function findBelow(ctx: Ctx, organisationId: string, days: Pick<Period, 'from' | 'until'>): Promise<Below> {
  const period = await findPeriodBeside(ctx.db, days, organisationId)
  return { period, expected: await listExpected(ctx.db, { organisationId, until: days.until }), by: period ? await reportsBy(ctx, period.id) : new Map() }
}

/** Organisations right below of which nothing is approved. */
export const missingOf = ({ expected, by }: Below) =>
  expected.filter(({ id }) => !standing(by.get(id)?.submissions ?? [])).map(({ id, name }) => ({ organisationId: id, name, state: by.get(id)?.report.state ?? ('missing' as const) }))

/** What a submission was made of, and what stands there now. */
export type ShownPart = Omit<Part, 'submissionId' | 'partId'> & { readonly submissionId: string; readonly name: string; readonly standing: { readonly submissionId: string; readonly ordinal: number } | null }

export async function partsOf(ctx: Ctx, submissionId: string, { expected, by }: Below): Promise<ShownPart[]> {
  const parts = await listParts(ctx.db, [submissionId])
  const nameOf = new Map(expected.map(({ id, name }) => [id, name]))
  return parts.map(({ submissionId: _s, partId, ...part }) => {
    const now = standing(by.get(part.organisationId)?.submissions ?? [])
    return { ...part, submissionId: partId, name: nameOf.get(part.organisationId) ?? part.name, standing: now && now.id !== partId ? { submissionId: now.id, ordinal: now.ordinal } : null }
  })
}
