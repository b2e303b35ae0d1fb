import type { PlainDate } from '../../../kernel/index.ts'
import { empty, join, raw, recordedBy, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { belowCondition, isGrassroots, sectionTypes } from '../../organisations/index.ts'
import type { CaseDocument, CaseFile, Line, NamedPerson, Place, Return, Verification, Vote } from '../model.ts'

export type LineRow = { id: string; name: string; shortName: string; type: string; mayDecide: boolean }
export type CaseRow = Omit<CaseFile, 'line' | 'documents' | 'verifications' | 'votes' | 'returns' | 'people'> & { lineDay: PlainDate }

/**
 * The day whose tree counts: today for a file that runs, and for a closed one the day it was closed, so that it keeps the names it had.
 */
const lineDay = sql`coalesce(c.closed_on, access.today())`

/** Columns of `c` (the file) that are read alike for every day. */
export const plainColumns = sql`c.id, c.version, c.kind, c.stage, c.stage_since as "stageSince", c.opened_on as "openedOn", c.closed_on as "closedOn", c.close_reason as "closeReason",
  c.person_id as "personId", c.moved_after as "movedAfter",
  c.cell_resolved_on as "cellResolvedOn", c.sent_up_on as "sentUpOn", c.committee_resolved_on as "committeeResolvedOn", c.sent_to_deciding_on as "sentToDecidingOn",
  c.submitted_on as "submittedOn", c.extended_by as "extendedBy", c.decided_on as "decidedOn", c.decision_number as "decisionNumber", c.decision_signatory as "decisionSignatory",
  c.decided_by as "decidedBy", c.decision_received_on as "decisionReceivedOn", c.ceremony_on as "ceremonyOn", c.ceremony_consent as "ceremonyConsent", c.mentor_id as "mentorId",
  c.mentor_since as "mentorSince", c.dossier_opened_on as "dossierOpenedOn", c.probation_from as "probationFrom", c.probation_until as "probationUntil", c.effective_on as "effectiveOn",
  c.returned_at_level as "returnedTo"`

const caseColumns = sql`${plainColumns}, coalesce(p.full_name, '') as "personName", p.born_on as "bornOn", c.cell_id as "cellId", c.circumstances,
  (select max(r.written_on) from admission.mentor_remark r where r.case_id = c.id) as "lastRemarkOn",
  (select max(a.issued_on) from sources_and_targets.awareness_certificate a where a.person_id = c.person_id) as "certificateOn", ${lineDay} as "lineDay"`

/** Rows by the file they belong to, in their order. */
export const byCase = <R extends { caseId: string }>(rows: readonly R[]): Map<string, Omit<R, 'caseId'>[]> => {
  const found = new Map<string, Omit<R, 'caseId'>[]>()
  for (const { caseId, ...row } of rows) found.set(caseId, [...(found.get(caseId) ?? []), row])
  return found
}

/** The organisations above each cell on each day asked for, nearest first. */
export async function loadLines(db: Db, cells: readonly { cellId: string; lineDay: PlainDate }[]): Promise<Map<string, Line>> {
  const asked = [...new Map(cells.map((each) => [`${each.cellId} ${each.lineDay}`, each])).values()]
  const rows = await db.rows<LineRow & { cellId: string; day: PlainDate }>(sql`
    select a.cell_id as "cellId", a.day, v.organisation_id as id, v.name, v.short_name as "shortName", v.type, v.may_decide_admission as "mayDecide"
    from unnest(${asked.map((each) => each.cellId)}::uuid[], ${asked.map((each) => each.lineDay)}::date[]) as a(cell_id, day)
    join organisations.closure l on l.descendant_id = a.cell_id and l.valid_during @> a.day
    join organisations.version v on v.organisation_id = l.ancestor_id and v.superseded_at is null and v.valid_during @> a.day
    order by l.depth`)
  return linesOf(rows)
}

/** Lines by cell and day, of rows that stand nearest first. */
export function linesOf(rows: readonly (LineRow & { cellId: string; day: PlainDate })[]): Map<string, Line> {
  const grouped = new Map<string, LineRow[]>()
  for (const { cellId, day, ...row } of rows) grouped.set(`${cellId} ${day}`, [...(grouped.get(`${cellId} ${day}`) ?? []), row])
  return new Map([...grouped].map(([key, line]) => [key, lineOf(line)]))
}

const placeOf = ({ id, name, shortName }: LineRow): Place => ({ id, name, shortName })

/** Reads the organisations above a cell, itself first. A line that is broken (a cell without a superior) ends where it ends. */
function lineOf(rows: readonly LineRow[]): Line {
  const [cell] = rows
  const at = rows.findIndex(({ type }) => isGrassroots(type))
  const grassroots = rows[at] ?? cell!
  const decidesItself = grassroots.mayDecide
  const section = rows.find(({ type }, i) => i > 0 && i < at && (sectionTypes as readonly string[]).includes(type))
  return {
    cell: placeOf(cell!), section: section ? placeOf(section) : null, grassroots: placeOf(grassroots), deciding: placeOf(decidesItself ? grassroots : (rows[at + 1] ?? grassroots)),
    hasCommittee: at > 0, decidesItself,
  }
}

/** The organisations above a cell on a day. None for a cell that did not exist then or stands outside the tree. */
export async function findLine(db: Db, cellId: string, on: PlainDate): Promise<Line | undefined> {
  return [...(await loadLines(db, [{ cellId, lineDay: on }])).values()][0]
}

export const documentColumns = sql`d.case_id as "caseId", d.id, d.type as code, d.subject_id as "subjectId", d.number, d.dated_on as "datedOn", d.received_on as "receivedOn", d.pages,
  d.state, d.fault, d.remark, (select a.full_name from access.account a where a.id = d.checked_by) as "checkedBy", d.checked_on as "checkedOn", d.sending, d.replaces_id as "replacesId",
  d.recorded_at as "recordedAt"`

const documentsOf = (db: Db, ids: readonly string[]) => db.rows<CaseDocument & { caseId: string }>(sql`
  select ${documentColumns} from admission.document d where d.case_id = any (${ids}::uuid[]) and d.superseded_at is null order by d.recorded_at, d.id`)

/** Places asked of files, as far as they were recorded by a moment. */
export const verificationsOf = (db: Db, ids: readonly string[], knownAt?: string) => db.rows<Verification & { caseId: string }>(sql`
  select case_id as "caseId", id, about, place, abroad, asked_on as "askedOn", replied_on as "repliedOn", by_letter as "byLetter", outcome
  from admission.verification where case_id = any (${ids}::uuid[]) and ${recordedBy(sql`recorded_at`, knownAt)} order by asked_on, id`)

/** Votes on files, as far as they were recorded by a moment. */
export const votesOf = (db: Db, ids: readonly string[], knownAt?: string) => db.rows<Vote & { caseId: string }>(sql`
  select case_id as "caseId", id, level, question, ordinal, held_on as "heldOn", roll, excluded, denominator, required, present, in_favour as "inFavour", against, invalid,
    outcome, resolution_number as "resolutionNumber", rule
  from admission.vote where case_id = any (${ids}::uuid[]) and ${recordedBy(sql`recorded_at`, knownAt)} order by held_on, recorded_at, id`)

export const returnColumns = sql`r.case_id as "caseId", r.id, r.returned_on as "returnedOn", r.from_level as "fromLevel", r.to_level as "toLevel", r.due_on as "dueOn", r.resent_on as "resentOn",
    r.recorded_at as "recordedAt", coalesce((
      select jsonb_agg(jsonb_build_object('id', x.id, 'documentType', x.document_type, 'documentId', x.document_id, 'condition', x.condition, 'what', x.what, 'todo', x.todo, 'kind', x.kind) order by x.ordinal, x.id)
      from admission.return_reason x where x.return_id = r.id), '[]') as reasons`

const returnsOf = (db: Db, ids: readonly string[]) => db.rows<Return & { caseId: string }>(sql`
  select ${returnColumns} from admission.return r where r.case_id = any (${ids}::uuid[]) and r.withdrawn_on is null order by r.returned_on, r.recorded_at`)

const peopleOf = (db: Db, rows: readonly CaseRow[], on: PlainDate | undefined) => db.rows<NamedPerson & { caseId: string; personId: string }>(sql`
  select case_id as "caseId", person_id as "personId", full_name as name, status, disciplined
  from admission.people_named(${rows.map(({ id }) => id)}::uuid[], ${rows.map((row) => row.cellResolvedOn ?? on ?? row.lineDay)}::date[])`)

/**
 * Files with everything that decides about them, in seven statements however many they are. `condition` speaks of `c` (the file) and `p`
 * (the person). Sponsors are looked at as on the day of the cell's meeting; until it has met, as on `on` (today unless told).
 * What lies outside one's part is not there.
 */
export async function loadCases(db: Db, condition: Sql, { on, tail = empty }: { on?: PlainDate | undefined; tail?: Sql } = {}): Promise<CaseFile[]> {
  const rows = await db.rows<CaseRow>(sql`
    select ${caseColumns} from admission.case_file c left join members.person p on p.id = c.person_id where ${condition} ${tail}`)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const lines = await loadLines(db, rows)
  const documents = byCase(await documentsOf(db, ids))
  const verifications = byCase(await verificationsOf(db, ids))
  const votes = byCase(await votesOf(db, ids))
  const returns = byCase(await returnsOf(db, ids))
  const people = byCase(await peopleOf(db, rows, on))
  return rows.flatMap(({ lineDay: day, ...row }) => {
    const line = lines.get(`${row.cellId} ${day}`)
    if (!line) return []
    return [{
      ...row, line, documents: documents.get(row.id) ?? [], verifications: verifications.get(row.id) ?? [], votes: votes.get(row.id) ?? [], returns: returns.get(row.id) ?? [],
      people: Object.fromEntries((people.get(row.id) ?? []).map(({ personId, ...person }) => [personId, person])),
    }]
  })
}

/** One file within one's part. */
export async function findCaseById(db: Db, id: string, on?: PlainDate): Promise<CaseFile | undefined> {
  return (await loadCases(db, sql`c.id = ${id}`, { on }))[0]
}

/** The same, after waiting for whoever changes it now. */
export async function lockCase(db: Db, id: string, on?: PlainDate): Promise<CaseFile | undefined> {
  const found = await db.first(sql`select id from admission.case_file where id = ${id} for update`)
  return found ? findCaseById(db, id, on) : undefined
}

/** Columns that acts bring; the name on the left is that of the model. */
const changeable = {
  circumstances: 'circumstances', movedAfter: 'moved_after', cellId: 'cell_id', cellResolvedOn: 'cell_resolved_on', sentUpOn: 'sent_up_on', committeeResolvedOn: 'committee_resolved_on',
  sentToDecidingOn: 'sent_to_deciding_on', submittedOn: 'submitted_on', extendedBy: 'extended_by', decidedOn: 'decided_on', decisionNumber: 'decision_number',
  decisionSignatory: 'decision_signatory', decidedBy: 'decided_by', decisionReceivedOn: 'decision_received_on', ceremonyOn: 'ceremony_on', ceremonyConsent: 'ceremony_consent',
  mentorId: 'mentor_id', mentorSince: 'mentor_since', dossierOpenedOn: 'dossier_opened_on', effectiveOn: 'effective_on', closedOn: 'closed_on', closeReason: 'close_reason',
  returnedTo: 'returned_at_level', stage: 'stage', stageSince: 'stage_since',
} as const
export type CaseChange = { readonly [K in keyof typeof changeable]?: CaseFile[K] }

/** Writes what an act brought; the version rises by one. */
export async function updateCase(db: Db, id: string, change: CaseChange): Promise<void> {
  const names = Object.keys(change) as (keyof CaseChange)[]
  const sets = names.map((name) => sql`${raw(changeable[name])} = ${name === 'circumstances' ? JSON.stringify(change[name]) : (change[name] ?? null)}`)
  await db.run(sql`update admission.case_file set ${join([...sets, sql`version = version + 1`])} where id = ${id}`)
}

export type NewCase = Pick<CaseFile, 'id' | 'kind' | 'stage' | 'openedOn' | 'personId' | 'cellId'> & Partial<Pick<CaseFile, 'circumstances' | 'probationFrom' | 'probationUntil' | 'mentorId' | 'mentorSince'>>

export async function insertCase(db: Db, c: NewCase): Promise<void> {
  await db.run(sql`
    insert into admission.case_file (id, kind, person_id, cell_id, stage, stage_since, opened_on, circumstances, probation_from, probation_until, mentor_id, mentor_since)
    values (${c.id}, ${c.kind}, ${c.personId}, ${c.cellId}, ${c.stage}, ${c.openedOn}, ${c.openedOn}, ${JSON.stringify(c.circumstances ?? {})},
      ${c.probationFrom ?? null}, ${c.probationUntil ?? null}, ${c.mentorId ?? null}, ${c.mentorSince ?? null})`)
}

/** Whether a person has an open file: of admission or readmission, or of confirmation. */
export async function findOpenCase(db: Db, personId: string, confirmation: boolean): Promise<{ id: string } | undefined> {
  return db.first(sql`select id from admission.case_file where person_id = ${personId} and closed_on is null and (kind = 'confirmation') = ${confirmation}`)
}

/** Other files of the same person within one's part, oldest first; those opened by a day with their stage on it, as known at a moment, when they are told. */
export function listRelatedCases(db: Db, file: Pick<CaseFile, 'id' | 'personId'>, seen?: Seen): Promise<Pick<CaseFile, 'id' | 'kind' | 'stage'>[]> {
  if (seen) return db.rows(sql`
    select id, kind, coalesce(admission.stage_on(id, ${seen.on}::date, ${seen.knownAt ?? null}::timestamptz), stage) as stage from admission.case_file c
    where person_id = ${file.personId} and id <> ${file.id} and ${recordedBy(sql`recorded_at`, seen.knownAt)} and opened_on <= ${seen.on}::date order by opened_on, recorded_at`)
  return db.rows(sql`select id, kind, stage from admission.case_file where person_id = ${file.personId} and id <> ${file.id} order by opened_on, recorded_at`)
}

/** Another decision of an organisation under a number, signed from a day (inclusive) to a day (exclusive). */
export function findDecisionByNumber(db: Db, d: { decidedBy: string; number: string; from: PlainDate; until: PlainDate | null; exceptId: string }) {
  return db.first<{ decidedOn: PlainDate; name: string }>(sql`
    select c.decided_on as "decidedOn", coalesce(p.full_name, '') as name from admission.case_file c left join members.person p on p.id = c.person_id
    where c.decided_by = ${d.decidedBy} and c.decision_number = ${d.number} and c.decided_on >= ${d.from}::date
      and (${d.until}::date is null or c.decided_on < ${d.until}::date) and c.id <> ${d.exceptId} limit 1`)
}

export type Filters = { readonly organisationId?: string | undefined; readonly search?: string | undefined }

const below = ({ organisationId }: Filters, today: PlainDate): Sql => (organisationId ? sql`and c.cell_id ${belowCondition(organisationId, today)}` : empty)
export const named = ({ search }: Filters): Sql => (search ? sql`and p.search_text like '%' || platform.fold(${search}) || '%'` : empty)

/** Open files of admission and readmission in a place, by name. */
export const openAdmissions = (filters: Filters & { readonly kind?: string | undefined }, today: PlainDate): Sql => sql`
  c.closed_on is null and c.kind <> 'confirmation' ${filters.kind ? sql`and c.kind = ${filters.kind}` : empty} ${below(filters, today)} ${named(filters)}`

/** Open files of confirmation in a place, by name. */
export const openConfirmations = (filters: Filters, today: PlainDate): Sql => sql`c.closed_on is null and c.kind = 'confirmation' ${below(filters, today)} ${named(filters)}`

/** All open files in a place. */
export const openFiles = (filters: Filters, today: PlainDate): Sql => sql`c.closed_on is null ${below(filters, today)}`
