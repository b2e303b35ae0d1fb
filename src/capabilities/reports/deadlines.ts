import { fillIn } from '../../platform/words.ts'
import { belowCondition, findOrganisation } from '../organisations/index.ts'
import { sql } from '../../platform/action/index.ts'
import type { Deadlines, DueItem } from '../reminders/index.ts'
import { dueWords, kindNames } from './messages.vi.ts'
import { listExpected, listPeriodRows, type Period } from './queries/periods.ts'
import { listReportsOf, listSubmissions, type Submission } from './queries/reports.ts'

const periodWords = ({ kind, until }: Period) => fillIn(kindNames[kind], { year: until.slice(0, 4) })

/** Why a report was given back: what was said of the approved one, else of the one that was not approved. */
const reasonOf = (last: Submission | undefined): string => last?.requests.at(-1)?.reason ?? last?.decision ?? ''

/** For each organisation right below a report of a period that has ended, while it is neither submitted nor approved; and one that was returned, until it is submitted again. */
async function dueOf(ctx: Parameters<Deadlines>[0], period: Period): Promise<DueItem[]> {
  const reports = new Map((await listReportsOf(ctx.db, period.id)).map((report) => [report.organisationId, report]))
  const returned = await listSubmissions(ctx.db, [...reports.values()].filter(({ state }) => state === 'returned').map(({ id }) => id))
  return (await listExpected(ctx.db, period)).flatMap(({ id, isAbove }): DueItem[] => {
    const report = reports.get(id)
    if (report && report.state !== 'returned') return []
    const reason = reasonOf(returned.findLast(({ reportId }) => reportId === report?.id))
    return [{
      kind: 'report', subjectId: id, subjectType: 'report', personId: null, personName: null, bornYear: null, organisationId: id, dueOn: period.dueOn, nextActCode: 'submitReport',
      nextAct: fillIn(report ? dueWords.mend : dueWords.submit, { period: periodWords(period), reason }), owner: isAbove ? 'decidingOffice' : 'grassrootsCommittee', counting: 'calendar', rule: null,
    }]
  })
}

/** Of each level its last period that has ended. */
const lastEnded = (periods: readonly Period[], today: string): Period[] => {
  const ended = periods.filter((each) => each.until < today)
  return ended.filter((each, at) => ended.findIndex(({ organisationId }) => organisationId === each.organisationId) === at)
}

/** Reports that are due, of the last period of each level that has ended. */
export const reportsDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  if (kinds?.length && !kinds.includes('report')) return []
  const items: DueItem[] = []
  for (const period of lastEnded(await listPeriodRows(ctx.db), ctx.today)) {
    // Nobody is asked for a report to a committee that has ended.
    if (period.dueOn <= until && (await findOrganisation(ctx.db, period.organisationId, ctx.today))) items.push(...(await dueOf(ctx, period)))
  }
  if (!organisationId || items.length === 0) return items
  const below = new Set((await ctx.db.rows<{ id: string }>(sql`select o.id from unnest(${items.map((item) => item.organisationId)}::uuid[]) o (id) where o.id ${belowCondition(organisationId, ctx.today)}`)).map(({ id }) => id))
  return items.filter((item) => below.has(item.organisationId))
}
