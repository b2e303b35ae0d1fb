import { newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, recordedBy, rowsKnown, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { homeColumns } from '../../members/index.ts'
import { belowCondition, lastBelowCondition } from '../../organisations/index.ts'
import type { FindingKind, Sampling } from '../codes.ts'

export type Inspection = {
  readonly id: string; readonly committeeId: string; readonly committee: string; readonly organisationId: string; readonly organisation: string; readonly decisionNumber: string; readonly decidedOn: PlainDate
  readonly from: PlainDate; readonly until: PlainDate; readonly sampling: Sampling; readonly sampleSize: number | null; readonly isDrawn: boolean
  readonly drawn: number; readonly examined: number; readonly findings: number; readonly mended: number; readonly late: number
  readonly closedOn: PlainDate | null; readonly conclusion: string | null; readonly version: number
}

/** A finding was made on the day its dossier was examined; of one that was not, on the day it was written down. */
const foundOn = sql`coalesce((select s.examined_on from dossiers.inspection_dossier s where s.inspection_id = f.inspection_id and s.person_id = f.person_id), ${dayOfMoment(sql`f.recorded_at`)})`
const findingRows = (knownAt: string | undefined): Sql => rowsKnown('dossiers.finding', knownAt)
const drawnBy = ({ on, knownAt }: Seen): Sql => sql`coalesce(${dayOfMoment(sql`s.recorded_at`)} <= ${on}::date, true) and ${recordedBy(sql`s.recorded_at`, knownAt)}`
const examinedBy = ({ on, knownAt }: Seen): Sql => sql`s.examined_on <= ${on}::date and ${recordedBy(sql`s.examination_recorded_at`, knownAt)}`

const columnsSeen = (seen: Seen): Sql => sql`n.id, n.committee_id as "committeeId", coalesce(organisations.name_on(n.committee_id, n.decided_on), '') as committee, n.organisation_id as "organisationId", coalesce(organisations.name_on(n.organisation_id, n.decided_on), '') as organisation,
  n.decision_number as "decisionNumber", n.decided_on as "decidedOn", n.from_day as "from", n.until_day as until, n.sampling, n.sample_size as "sampleSize", n.drawn_at is not null as "isDrawn",
  (select count(*)::int from dossiers.inspection_dossier s where s.inspection_id = n.id and ${drawnBy(seen)}) as drawn,
  (select count(*)::int from dossiers.inspection_dossier s where s.inspection_id = n.id and ${examinedBy(seen)}) as examined,
  (select count(*)::int from ${findingRows(seen.knownAt)} f where f.inspection_id = n.id and ${foundOn} <= ${seen.on}::date) as findings,
  (select count(*)::int from ${findingRows(seen.knownAt)} f where f.inspection_id = n.id and ${foundOn} <= ${seen.on}::date and f.mended_on <= ${seen.on}::date) as mended,
  (select count(*)::int from ${findingRows(seen.knownAt)} f where f.inspection_id = n.id and ${foundOn} <= ${seen.on}::date and coalesce(f.mended_on > ${seen.on}::date, true) and f.mend_by < ${seen.on}::date) as late,
  case when n.closed_on <= ${seen.on}::date then n.closed_on end as "closedOn", case when n.closed_on <= ${seen.on}::date then n.conclusion end as conclusion, n.version`

/** Inspections of an organisation and those below it that were decided by a day, as known at a moment, newest first. */
export async function listInspectionsBelow(db: Db, organisationId: string, seen: Seen, { page, size }: { page: number; size: number }) {
  const where = sql`n.decided_on <= ${seen.on}::date and n.organisation_id ${lastBelowCondition(organisationId, seen)}`
  const rowsSeen = rowsKnown('dossiers.inspection', seen.knownAt)
  const rows = await db.rows<Inspection>(sql`select ${columnsSeen(seen)} from ${rowsSeen} n where ${where} order by n.decided_on desc, n.id desc limit ${size} offset ${(page - 1) * size}`)
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from ${rowsSeen} n where ${where}`)
  return { rows, total }
}

/** An inspection on a day, as known at a moment; none before it was decided. */
export const findInspectionById = (db: Db, id: string, seen: Seen): Promise<Inspection | undefined> =>
  db.first(sql`select ${columnsSeen(seen)} from ${rowsKnown('dossiers.inspection', seen.knownAt)} n where n.id = ${id} and n.decided_on <= ${seen.on}::date`)
export const lockInspection = (db: Db, id: string, today: PlainDate): Promise<Inspection | undefined> => db.first(sql`select ${columnsSeen({ on: today })} from dossiers.inspection n where n.id = ${id} for update of n`)

export type NewInspection = {
  committeeId: string; organisationId: string; decisionNumber: string; decidedOn: PlainDate; from: PlainDate; until: PlainDate; sampling: Sampling; sampleSize: number | undefined; by: string | undefined
}

export async function insertInspection(db: Db, n: NewInspection): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.inspection (id, committee_id, organisation_id, decision_number, decided_on, from_day, until_day, sampling, sample_size, recorded_by)
    values (${id}, ${n.committeeId}, ${n.organisationId}, ${n.decisionNumber}, ${n.decidedOn}, ${n.from}, ${n.until}, ${n.sampling}, ${n.sampleSize ?? null}, ${n.by ?? null})`)
  return id
}

/** Puts people into the sample; who is in it stays. */
export async function addToSample(db: Db, id: string, personIds: readonly string[]): Promise<number> {
  const added = await db.run(sql`
    insert into dossiers.inspection_dossier (inspection_id, person_id) select ${id}, p from unnest(${[...personIds]}::uuid[]) as u (p) on conflict do nothing`)
  await db.run(sql`update dossiers.inspection set drawn_at = platform.moment(), version = version + 1 where id = ${id}`)
  return added
}

/** Which of these people were examined before, in any inspection the reader sees. */
export async function inspectedBefore(db: Db, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(sql`select distinct person_id as id from dossiers.inspection_dossier where examined_on is not null and person_id = any (${[...personIds]}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

export type Sampled = { readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly examinedOn: PlainDate | null }

/** The sample of an inspection on a day, as known at a moment. */
export function sampleOf(db: Db, id: string, seen: Seen): Promise<Sampled[]> {
  return db.rows(sql`
    select s.person_id as "personId", p.full_name as "fullName", p.born_on as "bornOn", ${homeColumns('p', seen)}, case when ${examinedBy(seen)} then s.examined_on end as "examinedOn"
    from dossiers.inspection_dossier s join members.person p on p.id = s.person_id where s.inspection_id = ${id} and ${drawnBy(seen)} order by p.sort_key, p.id`)
}

export async function markExamined(db: Db, id: string, personId: string, on: PlainDate): Promise<number> {
  return db.run(sql`update dossiers.inspection_dossier set examined_on = coalesce(examined_on, ${on}), examination_recorded_at = case when examined_on is null then platform.moment() else examination_recorded_at end where inspection_id = ${id} and person_id = ${personId}`)
}

export async function close(db: Db, id: string, closedOn: PlainDate, conclusion: string): Promise<void> {
  await db.run(sql`update dossiers.inspection set closed_on = ${closedOn}, conclusion = ${conclusion}, version = version + 1 where id = ${id}`)
}

export type Finding = {
  readonly id: string; readonly inspectionId: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string
  readonly organisationId: string; readonly kind: FindingKind; readonly documentType: string | null; readonly note: string; readonly guidance: string
  readonly mendBy: PlainDate; readonly mendedOn: PlainDate | null; readonly mendedNote: string | null
}

const findingColumns = (seen: Seen) => sql`f.id, f.inspection_id as "inspectionId", f.person_id as "personId", p.full_name as "fullName", p.born_on as "bornOn", ${homeColumns('p', seen)},
  n.organisation_id as "organisationId", f.kind, f.document_type as "documentType", f.note, f.guidance, f.mend_by as "mendBy", f.mended_on as "mendedOn", f.mended_note as "mendedNote"`
const findings = (condition: Sql, seen: Seen) => sql`
  select ${findingColumns(seen)} from ${findingRows(seen.knownAt)} f join dossiers.inspection n on n.id = f.inspection_id join members.person p on p.id = f.person_id where ${condition} order by f.mend_by, f.id`

/** Findings of an inspection made by a day, as known at a moment; what was mended later was not mended. */
export async function findingsOf(db: Db, inspectionId: string, seen: Seen): Promise<Finding[]> {
  const { on } = seen
  const rows = await db.rows<Finding>(findings(sql`f.inspection_id = ${inspectionId} and ${foundOn} <= ${on}::date`, seen))
  return rows.map((each) => (each.mendedOn && each.mendedOn > on ? { ...each, mendedOn: null, mendedNote: null } : each))
}
export const findFinding = (db: Db, id: string, today: PlainDate): Promise<Finding | undefined> => db.first(findings(sql`f.id = ${id}`, { on: today }))

/** Findings not mended that are to be mended up to a day, inclusive. */
export function findingsDue(db: Db, until: PlainDate, organisationId: string | undefined, today: PlainDate): Promise<Finding[]> {
  const below = organisationId ? sql`and p.keeper_id ${belowCondition(organisationId, today)}` : sql``
  return db.rows(findings(sql`f.mended_on is null and f.mend_by <= ${until} ${below}`, { on: today }))
}

export type NewFinding = { inspectionId: string; personId: string; kind: FindingKind; documentType: string | undefined; note: string; guidance: string; mendBy: PlainDate; by: string | undefined }

export async function insertFinding(db: Db, f: NewFinding): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.finding (id, inspection_id, person_id, kind, document_type, note, guidance, mend_by, recorded_by)
    values (${id}, ${f.inspectionId}, ${f.personId}, ${f.kind}, ${f.documentType || null}, ${f.note}, ${f.guidance}, ${f.mendBy}, ${f.by ?? null})`)
  return id
}

/** 0 when somebody was faster. */
export function mend(db: Db, id: string, mendedOn: PlainDate, note: string): Promise<number> {
  return db.run(sql`update dossiers.finding set mended_on = ${mendedOn}, mended_note = ${note} where id = ${id} and mended_on is null`)
}

/** Findings below an organisation made by a day, as known at a moment, by kind and by the year of the decision to inspect. */
export function countFindings(db: Db, organisationId: string, seen: Seen): Promise<{ kind: FindingKind; year: number; found: number; open: number }[]> {
  return db.rows(sql`
    select f.kind, extract(year from n.decided_on)::int as year, count(*)::int as found, (count(*) filter (where f.mended_on is null or f.mended_on > ${seen.on}::date))::int as open
    from ${findingRows(seen.knownAt)} f join dossiers.inspection n on n.id = f.inspection_id where ${foundOn} <= ${seen.on}::date and n.organisation_id ${lastBelowCondition(organisationId, seen)} group by 1, 2`)
}
