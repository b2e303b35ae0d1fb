import { dayInVietnam, earlierOf, type PlainDate } from '../../../kernel/index.ts'
import { empty, recordedBy, rowsKnown, sql, type Ctx, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { fileOn, type DoneAct, type KeptFile, type KeptPaper, type KeptReturn } from '../as-of.ts'
import type { ActKind } from '../codes.ts'
import type { CaseFile, Line, NamedPerson } from '../model.ts'
import { belowCondition } from '../../organisations/index.ts'
import { byCase, documentColumns, linesOf, named, plainColumns, returnColumns, verificationsOf, votesOf, type Filters, type LineRow } from './cases.ts'

/** The last moment that counts: the end of the day in Việt Nam, or the moment asked for when that is earlier. */
const lastMoment = ({ on, knownAt }: Seen): string => {
  const dayEnds = `${on}T23:59:59.999999+07:00`
  return knownAt && new Date(knownAt) < new Date(dayEnds) ? knownAt : dayEnds
}

/**
 * The cell that had a file `c` on the day, as known at the moment: whence the first move after it went. The tree may have taken the file along without an act;
 * then the former row tells, unless a move of an earlier day was written down later. Written out, not a function: a function would ask for the rights of each row anew.
 */
export function cellSeen(seen: Seen): Sql {
  const { on, knownAt } = seen
  const move = sql`from admission.act a where a.case_id = c.id and a.kind = 'moveCase'`
  const late = sql`a.occurred_on <= ${on}::date and a.recorded_at > ${lastMoment(seen)}::timestamptz and ${recordedBy(sql`a.recorded_at`, knownAt)}`
  return sql`coalesce(
    (select (a.facts ->> 'fromCellId')::uuid ${move} and (a.occurred_on > ${on}::date or not ${recordedBy(sql`a.recorded_at`, knownAt)}) order by a.ordinal limit 1),
    (select (f.former ->> 'cell_id')::uuid from admission.case_file_former f
      where f.id = c.id and f.recorded_until > case when exists (select ${move} and ${late}) then ${knownAt ?? null}::timestamptz else ${lastMoment(seen)}::timestamptz end order by f.recorded_until, f.ordinal limit 1),
    c.cell_id)`
}

/** A column of a person `p` as known at a moment; unknown then, as it was first known. */
export const personKnown = (column: Sql, name: 'full_name' | 'born_on', knownAt: string | undefined): Sql =>
  knownAt ? sql`case when p.recorded_at <= ${knownAt}::timestamptz then ${column} else coalesce(members.person_as_known(p.id, ${knownAt}::timestamptz) ->> ${name}, ${column}) end` : column

/** What is told of a candidate is told on the day on which it is recorded: both clocks bound the same moment. */
const columnsSeen = (seen: Seen): Sql => sql`${plainColumns}, coalesce(${personKnown(sql`p.full_name`, 'full_name', seen.knownAt)}, '') as "personName",
  ${personKnown(sql`p.born_on`, 'born_on', seen.knownAt)} as "bornOn", ${cellSeen(seen)} as "cellId",
  coalesce((select f.former -> 'circumstances' from admission.case_file_former f where f.id = c.id and f.recorded_until > ${lastMoment(seen)}::timestamptz order by f.recorded_until, f.ordinal limit 1), c.circumstances) as circumstances,
  (select max(r.written_on) from admission.mentor_remark r where r.case_id = c.id and r.written_on <= ${seen.on}::date and ${recordedBy(sql`r.recorded_at`, seen.knownAt)}) as "lastRemarkOn",
  (select max(a.issued_on) from sources_and_targets.awareness_certificate a
    where a.person_id = c.person_id and a.issued_on <= ${seen.on}::date and ${recordedBy(sql`a.recorded_at`, seen.knownAt)}) as "certificateOn"`

/** Acts that bring nothing but papers, facts told and remarks, which are kept with their own days. */
const paperwork: readonly ActKind[] = ['recordCircumstances', 'recordDocument', 'replaceDocument', 'checkDocument', 'acceptDocuments', 'attachScan', 'recordMentorRemark', 'recordClassCertificate']

const actsOf = (db: Db, ids: readonly string[], knownAt: string | undefined) => db.rows<DoneAct & { caseId: string }>(sql`
  select case_id as "caseId", ${recordedBy(sql`recorded_at`, knownAt)} as "isKnown", kind, occurred_on as "occurredOn", from_stage as "fromStage", to_stage as "toStage", facts from admission.act
  where case_id = any (${ids}::uuid[]) and (from_stage is distinct from to_stage or kind <> all (${paperwork})) order by case_id, ordinal`)

/** Papers, replaced ones among them, with what was found of each before. */
const papersOf = (db: Db, ids: readonly string[], knownAt: string | undefined) => db.rows<KeptPaper & { caseId: string }>(sql`
  select ${documentColumns}, coalesce((
    select jsonb_agg(jsonb_build_object('datedOn', f.former -> 'dated_on', 'state', f.former -> 'state', 'fault', f.former -> 'fault', 'remark', f.former -> 'remark', 'checkedOn', f.former -> 'checked_on',
      'checkedBy', (select a.full_name from access.account a where a.id = (f.former ->> 'checked_by')::uuid)) order by f.ordinal)
    from admission.document_former f where f.id = d.id and ${recordedBy(sql`f.recorded_until`, knownAt)}), '[]') as formers
  from ${rowsKnown('admission.document', knownAt)} d where d.case_id = any (${ids}::uuid[]) order by d.recorded_at, d.id`)

const returnsOf = (db: Db, ids: readonly string[], knownAt: string | undefined) => db.rows<KeptReturn & { caseId: string }>(sql`
  select ${returnColumns}, r.withdrawn_on as "withdrawnOn" from admission.return r where r.case_id = any (${ids}::uuid[]) and ${recordedBy(sql`r.recorded_at`, knownAt)} order by r.returned_on, r.recorded_at`)

type Standing = { readonly cellId: string; readonly day: PlainDate }

async function linesKnown(db: Db, cells: readonly Standing[], knownAt: string | undefined): Promise<Map<string, Line>> {
  if (cells.length === 0) return new Map()
  return linesOf(await db.rows<LineRow & Standing>(sql`
    select a.day, l.cell_id as "cellId", l.organisation_id as id, l.name, l.short_name as "shortName", l.type, l.may_decide_admission as "mayDecide"
    from (select day, array_agg(distinct cell_id) as cells from unnest(${cells.map(({ cellId }) => cellId)}::uuid[], ${cells.map(({ day }) => day)}::date[]) u (cell_id, day) group by day) a,
      organisations.lines_known(a.cells, a.day, ${knownAt ?? null}::timestamptz) l order by l.depth`))
}

/**
 * The organisations above each cell on a day, as known at a moment. A cell that the tree did not have on that day (a file went to it when cells were
 * merged or split) has the line that is known of the day now, or else today's. A cell that had a file is named to whoever sees the file.
 */
export async function loadLinesSeen(db: Db, cells: readonly Standing[], knownAt: string | undefined, today: PlainDate): Promise<(cell: Standing) => Line | undefined> {
  const key = ({ cellId, day }: Standing) => `${cellId} ${day}`
  const found = await linesKnown(db, cells, knownAt)
  const missing = () => cells.filter((cell) => !found.has(key(cell)))
  if (knownAt) for (const [at, line] of await linesKnown(db, missing(), undefined)) found.set(at, line)
  const standing = await linesKnown(db, missing().map(({ cellId }) => ({ cellId, day: today })), undefined)
  return (cell) => found.get(key(cell)) ?? standing.get(`${cell.cellId} ${today}`)
}

const peopleOf = (db: Db, files: readonly { id: string; day: PlainDate }[], knownAt: string | undefined) => db.rows<NamedPerson & { caseId: string; personId: string }>(sql`
  select case_id as "caseId", person_id as "personId", full_name as name, status, disciplined
  from admission.people_named_known(${files.map(({ id }) => id)}::uuid[], ${files.map(({ day }) => day)}::date[], ${knownAt ?? null}::timestamptz)`)

type Row = Omit<KeptFile, 'documents' | 'returns' | 'verifications' | 'votes'>

async function rollBack(db: Db, rows: readonly Row[], { on, knownAt }: Seen) {
  const ids = rows.map(({ id }) => id)
  const acts = byCase(await actsOf(db, ids, knownAt))
  const documents = byCase(await papersOf(db, ids, knownAt))
  const verifications = byCase(await verificationsOf(db, ids, knownAt))
  const votes = byCase(await votesOf(db, ids, knownAt))
  const returns = byCase(await returnsOf(db, ids, knownAt))
  const told = { on, lookedBy: knownAt ? earlierOf(on, dayInVietnam(new Date(knownAt))) : on }
  return rows.map((row) => fileOn({
    ...row, documents: documents.get(row.id) ?? [], verifications: verifications.get(row.id) ?? [], votes: votes.get(row.id) ?? [], returns: returns.get(row.id) ?? [],
  }, acts.get(row.id) ?? [], told))
}

/**
 * Files as they stood at the end of a day, as known at a moment. `condition` speaks of `c` (the file) and `p` (the person). Who may see a file is decided by
 * the cell that has it now. The version is that of now; nothing can be done from the past.
 */
export async function loadCasesSeen(db: Db, condition: Sql, seen: Seen, today: PlainDate): Promise<CaseFile[]> {
  const rows = await db.rows<Row>(sql`select ${columnsSeen(seen)} from admission.case_file c left join members.person p on p.id = c.person_id
    where ${condition} and ${recordedBy(sql`c.recorded_at`, seen.knownAt)}`)
  if (rows.length === 0) return []
  const files = await rollBack(db, rows, seen)
  const dayOf = ({ closedOn }: Pick<CaseFile, 'closedOn'>): PlainDate => closedOn ?? seen.on
  const lineOf = await loadLinesSeen(db, files.map((file) => ({ cellId: file.cellId, day: dayOf(file) })), seen.knownAt, today)
  const people = byCase(await peopleOf(db, files.map((file) => ({ id: file.id, day: file.cellResolvedOn ?? dayOf(file) })), seen.knownAt))
  return files.flatMap((file) => {
    const line = lineOf({ cellId: file.cellId, day: dayOf(file) })
    return line ? [{ ...file, line, people: Object.fromEntries((people.get(file.id) ?? []).map(({ personId, ...person }) => [personId, person])) }] : []
  })
}

/** One file within one's part on a day, as known at a moment; none before it was opened. */
export async function findCaseSeen(db: Db, id: string, seen: Seen, today: PlainDate): Promise<CaseFile | undefined> {
  return (await loadCasesSeen(db, sql`c.id = ${id} and c.opened_on <= ${seen.on}::date`, seen, today))[0]
}

/** The cell that has a file now, within one's part. */
export const findCellOfCase = (db: Db, id: string): Promise<{ cellId: string } | undefined> => db.first(sql`select cell_id as "cellId" from admission.case_file where id = ${id}`)

/** Whether a file `c` was open at the end of a day, as known at a moment. */
export const openOn = ({ on, knownAt }: Seen): Sql => sql`c.opened_on <= ${on}::date and ${recordedBy(sql`c.recorded_at`, knownAt)} and (c.closed_on is null or c.closed_on > ${on}::date${
  knownAt ? sql` or exists (select from admission.act a where a.case_id = c.id and a.to_stage in ('completed', 'closed') and a.recorded_at > ${knownAt}::timestamptz)` : empty})`
const inPlace = ({ organisationId }: Filters, seen: Seen): Sql => (organisationId ? sql`and ${cellSeen(seen)} ${belowCondition(organisationId, seen.on, seen.knownAt)}` : empty)

/** Files of admission and readmission that were open on a day, in a place, by name. */
export const admissionsSeen = (filters: Filters & { readonly kind?: string | undefined }, seen: Seen): Sql => sql`
  ${openOn(seen)} and c.kind <> 'confirmation' ${filters.kind ? sql`and c.kind = ${filters.kind}` : empty} ${inPlace(filters, seen)} ${named(filters)}`

/** Files of confirmation that were open on a day, in a place, by name. */
export const confirmationsSeen = (filters: Filters, seen: Seen): Sql => sql`${openOn(seen)} and c.kind = 'confirmation' ${inPlace(filters, seen)} ${named(filters)}`

/**
 * People below an organisation (without one: in the actor's part) who had an open file of admission or readmission on a day, as known at a moment,
 * and the cell that considered them on that day.
 */
export function listOpenCases(ctx: Ctx, organisationId: string | undefined, seen: Seen): Promise<{ personId: string; cellId: string }[]> {
  return ctx.db.rows(sql`
    select c.person_id as "personId", ${cellSeen(seen)} as "cellId" from admission.case_file c where ${openOn(seen)} and c.kind <> 'confirmation' ${inPlace({ organisationId }, seen)}`)
}
