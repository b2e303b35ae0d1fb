import { newId, type PlainDate } from '../../../kernel/index.ts'
import { empty, recordedBy, rowsKnown, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { belowCondition, lastBelowCondition } from '../../organisations/index.ts'
import type { FigureMeasure } from '../../statistics/index.ts'
import type { OwnerRole } from '../codes.ts'
import { solutionNotFound } from '../errors.ts'

export type Solution = {
  readonly id: string; readonly conferenceId: string; readonly conferenceTitle: string; readonly heldOn: PlainDate; readonly text: string; readonly ownerId: string; readonly ownerName: string; readonly ownerRole: OwnerRole
  readonly place: string | null; readonly dueOn: PlainDate; readonly measure: FigureMeasure; readonly measuredAt: string; readonly measuredName: string; readonly valueThen: number; readonly wanted: number
  readonly closedOn: PlainDate | null; readonly version: number
}

const shown = ({ on, knownAt }: Seen, where: Sql): Sql => sql`
  select s.id, s.conference_id as "conferenceId", c.title as "conferenceTitle", c.held_on as "heldOn", s.text, s.owner_id as "ownerId", coalesce(organisations.name_on(s.owner_id, ${on}::date), '') as "ownerName", s.owner_role as "ownerRole",
    s.place, s.due_on as "dueOn", s.measure, s.measured_at as "measuredAt", coalesce(organisations.name_on(s.measured_at, ${on}::date), '') as "measuredName", s.value_then as "valueThen", s.wanted, case when s.closed_on <= ${on}::date then s.closed_on end as "closedOn", s.version
  from ${rowsKnown('conferences.solution', knownAt)} s cross join lateral conferences.of_solution(s.id) c where ${where}`

export const listSolutionsOf = (db: Db, conferenceId: string, seen: Seen): Promise<Solution[]> => db.rows(sql`${shown(seen, sql`s.conference_id = ${conferenceId}`)} order by s.recorded_at, s.id`)

export async function loadSolution(db: Db, id: string, on: PlainDate): Promise<Solution> {
  const found = await db.first<Solution>(shown({ on }, sql`s.id = ${id}`))
  if (!found) throw solutionNotFound()
  return found
}

/** Locked until the end of the transaction, so that two answers wait for each other. */
export async function lockSolution(db: Db, id: string, on: PlainDate): Promise<Solution> {
  await db.first(sql`select id from conferences.solution where id = ${id} for update`)
  return loadSolution(db, id, on)
}

const closed = (on: PlainDate) => sql`coalesce(s.closed_on <= ${on}::date, false)`
const states = (on: PlainDate) => ({ open: sql`and not ${closed(on)}`, asked: sql`and not ${closed(on)} and s.due_on <= ${on}::date`, closed: sql`and ${closed(on)}` })

/** Solutions that the part decided or has to do, open ones by their day first. */
export async function listSolutionRows(db: Db, q: { organisationId: string | undefined; state: 'open' | 'asked' | 'closed' | undefined; seen: Seen; page: number; size: number }): Promise<{ rows: Solution[]; total: number }> {
  const place = q.organisationId ? sql`and s.owner_id ${lastBelowCondition(q.organisationId, q.seen)}` : empty
  const where = sql`c.held_on <= ${q.seen.on}::date ${place} ${q.state ? states(q.seen.on)[q.state] : empty}`
  const rows = await db.rows<Solution & { total: number }>(sql`
    select x.*, count(*) over ()::int as total from (${shown(q.seen, where)}) x order by x."closedOn" is not null, x."dueOn", x.id limit ${q.size} offset ${(q.page - 1) * q.size}`)
  return { rows: rows.map(({ total: _t, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Open solutions whose day comes up to a day, at organisations within the actor's part. */
export const listSolutionsDue = (db: Db, q: { until: PlainDate; today: PlainDate; organisationId?: string | undefined }): Promise<Solution[]> =>
  db.rows(sql`${shown({ on: q.today }, sql`s.closed_on is null and s.due_on <= ${q.until}::date and s.owner_id in (select access.people_reach()) ${q.organisationId ? sql`and s.owner_id ${belowCondition(q.organisationId, q.today)}` : empty}`)} order by s.due_on, s.id`)

type NewSolution = Pick<Solution, 'conferenceId' | 'text' | 'ownerId' | 'ownerRole' | 'dueOn' | 'measure' | 'measuredAt' | 'valueThen' | 'wanted'> & { organisationId: string; place: string | undefined; by: string | undefined }

export async function insertSolution(db: Db, s: NewSolution): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into conferences.solution (id, conference_id, organisation_id, text, owner_id, owner_role, place, due_on, measure, measured_at, value_then, wanted, recorded_by)
    values (${id}, ${s.conferenceId}, ${s.organisationId}, ${s.text}, ${s.ownerId}, ${s.ownerRole}, ${s.place || null}, ${s.dueOn}, ${s.measure}, ${s.measuredAt}, ${s.valueThen}, ${s.wanted}, ${s.by ?? null})`)
  return id
}

export type FollowUp = { readonly id: string; readonly solutionId: string; readonly followedOn: PlainDate; readonly value: number; readonly note: string | null; readonly dueOn: PlainDate | null; readonly byName: string | null }

/** Answers to these solutions up to a day, first to last. */
export const listFollowUps = (db: Db, solutionIds: readonly string[], { on, knownAt }: Seen): Promise<FollowUp[]> =>
  db.rows(sql`select f.id, f.solution_id as "solutionId", f.followed_on as "followedOn", f.value, f.note, f.due_on as "dueOn", a.full_name as "byName"
    from conferences.follow_up f left join access.account a on a.id = f.recorded_by where f.solution_id = any (${[...solutionIds]}::uuid[]) and f.followed_on <= ${on}::date and ${recordedBy(sql`f.recorded_at`, knownAt)} order by f.followed_on, f.recorded_at`)

/** Writes an answer; the solution is closed, or asked about again on the next day. */
export async function insertFollowUp(db: Db, f: { solutionId: string; followedOn: PlainDate; value: number; note: string | undefined; dueOn: PlainDate | undefined; by: string | undefined }): Promise<void> {
  await db.run(sql`insert into conferences.follow_up (id, solution_id, followed_on, value, note, due_on, recorded_by) values (${newId()}, ${f.solutionId}, ${f.followedOn}, ${f.value}, ${f.note || null}, ${f.dueOn ?? null}, ${f.by ?? null})`)
  await db.run(sql`update conferences.solution set due_on = coalesce(${f.dueOn ?? null}::date, due_on), closed_on = ${f.dueOn ? null : f.followedOn}, version = version + 1 where id = ${f.solutionId}`)
}
