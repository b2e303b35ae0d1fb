import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { namesBehind, sortingOfLines as sorting, valuesTaken, type Figure } from '../../statistics/index.ts'
import type { Outcome, ReportState } from '../codes.ts'
import { reportNotFound } from '../errors.ts'

export type Report = { readonly id: string; readonly periodId: string; readonly organisationId: string; readonly state: Exclude<ReportState, 'missing'>; readonly version: number }
export type Submission = {
  readonly id: string; readonly reportId: string; readonly ordinal: number; readonly reason: string | null; readonly submittedBy: string | null; readonly submittedAt: string; readonly outcome: Outcome
  readonly decidedBy: string | null; readonly decidedAt: string | null; readonly decision: string | null
  /** Corrections that the level above asked for after it had approved, the first first. */
  readonly requests: readonly { readonly reason: string; readonly askedBy: string | null; readonly askedAt: string }[]
}

const columns = sql`r.id, r.period_id as "periodId", r.organisation_id as "organisationId", r.state, r.version`
const submissionColumns = sql`s.id, s.report_id as "reportId", s.ordinal, s.reason, a.full_name as "submittedBy", to_json(s.submitted_at) #>> '{}' as "submittedAt", s.outcome, d.full_name as "decidedBy", to_json(s.decided_at) #>> '{}' as "decidedAt", s.decision,
  coalesce((select jsonb_agg(jsonb_build_object('reason', q.reason, 'askedBy', w.full_name, 'askedAt', to_json(q.asked_at) #>> '{}') order by q.asked_at) from reports.correction_request q left join access.account w on w.id = q.asked_by where q.submission_id = s.id), '[]') as requests`
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

/** Asks for a correction of an approved submission, which stands until it is replaced. */
export async function insertCorrectionRequest(db: Db, report: Report, submissionId: string, { reason, by }: { reason: string; by: string | undefined }): Promise<void> {
  await db.run(sql`insert into reports.correction_request (id, submission_id, reason, asked_by) values (${newId()}, ${submissionId}, ${reason}, ${by ?? null})`)
  await db.run(sql`update reports.report set state = 'returned', version = version + 1 where id = ${report.id}`)
}

/** A submission of the level below of which one is made. */
export type Part = { readonly submissionId: string; readonly partId: string; readonly organisationId: string; readonly name: string; readonly ordinal: number; readonly outcome: Outcome; readonly members: number }

export const listParts = (db: Db, submissionIds: readonly string[]): Promise<Part[]> =>
  db.rows(sql`
    select p.submission_id as "submissionId", p.part_id as "partId", r.organisation_id as "organisationId", coalesce(organisations.name_on(r.organisation_id, t.until_day), '') as name, s.ordinal, s.outcome,
      coalesce((select f.people from reports.figure f where f.submission_id = s.id and f.base = 'changes' and f.trait = 'item' and f.value = 'closing' and f.mark = 'total'), 0) as members
    from reports.part p join reports.submission s on s.id = p.part_id join reports.report r on r.id = s.report_id join reports.period t on t.id = r.period_id
    where p.submission_id = any (${[...submissionIds]}::uuid[]) order by name, r.organisation_id`)

/** Of submissions made of others: how many reports right below were replaced, or approved for the first time, after they were made; none are left out. */
export async function countChangedBelow(db: Db, submissionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ id: string; changed: number }>(sql`
    select s.id, count(*)::int as changed
    from reports.submission s join reports.report t on t.id = s.report_id join reports.period u on u.id = t.period_id
    join reports.period b on b.organisation_id = t.organisation_id and b.from_day = u.from_day and b.until_day = u.until_day
    join reports.report r on r.period_id = b.id join reports.submission a on a.report_id = r.id and a.outcome = 'approved'
    where s.id = any (${[...submissionIds]}::uuid[]) and not exists (select from reports.part p where p.submission_id = s.id and p.part_id = a.id)
    group by s.id`)
  return new Map(rows.map(({ id, changed }) => [id, changed]))
}

/** What of frozen submissions is looked at together: `own`, the organisation of which is counted as well what stands at itself. */
export type Frozen = { readonly submissions: readonly string[]; readonly own: string | null; readonly from: PlainDate; readonly until: PlainDate }

const taken = ({ submissions, own, from, until }: Frozen) => sql`${JSON.stringify({ submissions, own, from, until })}::jsonb`

/** Frozen numbers: of one submission as they were frozen, of several put together. */
export const listFigures = (db: Db, frozen: Frozen): Promise<Figure[]> =>
  frozen.submissions.length === 1 && !frozen.own
    ? db.rows(sql`select base, trait, value, mark, people from reports.figure where submission_id = ${frozen.submissions[0]!}`)
    : db.rows(sql`select base, trait, value, mark, people from reports.figures_of(${taken(frozen)}, ${sorting}::jsonb)`)

/** The number of members at the end of the period, submission by submission. */
export async function countFrozenMembers(db: Db, submissionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ id: string; people: number }>(sql`select submission_id as id, people from reports.figure where submission_id = any (${[...submissionIds]}::uuid[]) and base = 'changes' and trait = 'item' and value = 'closing' and mark = 'total'`)
  return new Map(rows.map(({ id, people }) => [id, people]))
}

/** Who stands behind a frozen number, by given name. */
export const listFrozenBehind = (db: Db, frozen: Frozen, cell: { base: string; by: string; values: readonly (string | null)[]; column: string }, page: { page: number; size: number }) =>
  namesBehind(db, sql`select * from reports.behind(${taken(frozen)}, ${sorting}::jsonb, ${cell.base}, ${cell.by}, ${valuesTaken(cell.values)}::text[], ${cell.column})`, page)
