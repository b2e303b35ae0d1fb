import { newId } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { namesBehind, sortingOfLines as sorting, valuesTaken, type Figure } from '../../statistics/index.ts'
import type { Outcome, ReportState } from '../codes.ts'
import { reportNotFound } from '../errors.ts'

export type Report = { readonly id: string; readonly periodId: string; readonly organisationId: string; readonly state: Exclude<ReportState, 'missing'>; readonly version: number }
export type Submission = {
  readonly id: string; readonly reportId: string; readonly ordinal: number; readonly reason: string | null; readonly submittedBy: string | null; readonly submittedAt: string; readonly outcome: Outcome
  readonly decidedBy: string | null; readonly decidedAt: string | null; readonly decision: string | null
}

const columns = sql`r.id, r.period_id as "periodId", r.organisation_id as "organisationId", r.state, r.version`
const submissionColumns = sql`s.id, s.report_id as "reportId", s.ordinal, s.reason, a.full_name as "submittedBy", to_json(s.submitted_at) #>> '{}' as "submittedAt", s.outcome, d.full_name as "decidedBy", to_json(s.decided_at) #>> '{}' as "decidedAt", s.decision`
const fromSubmission = sql`reports.submission s left join access.account a on a.id = s.submitted_by left join access.account d on d.id = s.decided_by`

export const findReportOf = (db: Db, periodId: string, organisationId: string): Promise<Report | undefined> =>
  db.first(sql`select ${columns} from reports.report r where r.period_id = ${periodId} and r.organisation_id = ${organisationId}`)

/** The report, locked until the end of the transaction. Refuses `reports.reportNotFound`. */
export async function lockReport(db: Db, id: string): Promise<Report> {
  const found = await db.first<Report>(sql`select ${columns} from reports.report r where r.id = ${id} for update`)
  if (!found) throw reportNotFound()
  return found
}

export const listReportsOf = (db: Db, periodId: string): Promise<Report[]> => db.rows(sql`select ${columns} from reports.report r where r.period_id = ${periodId}`)

/** Every submission of these reports, the first of each first. */
export const listSubmissions = (db: Db, reportIds: readonly string[]): Promise<Submission[]> =>
  db.rows(sql`select ${submissionColumns} from ${fromSubmission} where s.report_id = any (${[...reportIds]}::uuid[]) order by s.report_id, s.ordinal`)

export type FoundSubmission = Submission & { readonly periodId: string; readonly organisationId: string }

/** Refuses `reports.reportNotFound`. */
export async function loadSubmission(db: Db, id: string): Promise<FoundSubmission> {
  const found = await db.first<FoundSubmission>(sql`
    select ${submissionColumns}, r.period_id as "periodId", r.organisation_id as "organisationId" from ${fromSubmission} join reports.report r on r.id = s.report_id where s.id = ${id}`)
  if (!found) throw reportNotFound()
  return found
}

/** Begins the report of an organisation, or takes it up again; with a new submission, frozen as counted now. */
export async function insertSubmission(db: Db, { report, periodId, organisationId, reason, by }: { report: Report | undefined; periodId: string; organisationId: string; reason: string | null; by: string | undefined }) {
  const reportId = report?.id ?? newId()
  if (!report) await db.run(sql`insert into reports.report (id, period_id, organisation_id, state) values (${reportId}, ${periodId}, ${organisationId}, 'submitted')`)
  else await db.run(sql`update reports.report set state = 'submitted', version = version + 1 where id = ${reportId}`)
  const submissionId = newId()
  await db.run(sql`
    insert into reports.submission (id, report_id, ordinal, reason, submitted_by)
    select ${submissionId}, ${reportId}, coalesce(max(ordinal), 0) + 1, ${reason}, ${by ?? null} from reports.submission where report_id = ${reportId}`)
  const { lines } = await db.one<{ lines: number }>(sql`select reports.freeze_submission(${submissionId}, ${sorting}::jsonb) as lines`)
  return { reportId, submissionId, version: (report?.version ?? 0) + 1, lines }
}

/** Writes what became of a submission; an approved one takes the place of the one approved before. */
export async function decideSubmission(db: Db, report: Report, submissionId: string, { approves, reason, by, now }: { approves: boolean; reason: string | null; by: string | undefined; now: string }): Promise<void> {
  if (approves) await db.run(sql`update reports.submission set outcome = 'replaced' where report_id = ${report.id} and outcome = 'approved'`)
  await db.run(sql`update reports.submission set outcome = ${approves ? 'approved' : 'returned'}, decided_by = ${by ?? null}, decided_at = ${now}, decision = ${reason} where id = ${submissionId}`)
  await db.run(sql`update reports.report set state = ${approves ? 'approved' : 'returned'}, version = version + 1 where id = ${report.id}`)
}

/** Frozen numbers of these submissions; those of several stand one after another, to be added up. */
export const listFigures = (db: Db, submissionIds: readonly string[]): Promise<Figure[]> =>
  db.rows(sql`select base, trait, value, mark, sum(people)::int as people from reports.figure where submission_id = any (${[...submissionIds]}::uuid[]) group by 1, 2, 3, 4`)

/** The number of members at the end of the period, submission by submission. */
export async function countFrozenMembers(db: Db, submissionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ id: string; people: number }>(sql`select submission_id as id, people from reports.figure where submission_id = any (${[...submissionIds]}::uuid[]) and base = 'changes' and trait = 'item' and value = 'closing' and mark = 'total'`)
  return new Map(rows.map(({ id, people }) => [id, people]))
}

/** Who stands behind a frozen number, by given name. */
export const listFrozenBehind = (db: Db, submissionIds: readonly string[], cell: { base: string; by: string; values: readonly (string | null)[]; column: string }, page: { page: number; size: number }) =>
  namesBehind(db, sql`select * from reports.behind(${[...submissionIds]}::uuid[], ${cell.base}, ${cell.by}, ${valuesTaken(cell.values)}::text[], ${cell.column})`, page)
