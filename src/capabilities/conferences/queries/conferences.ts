import { newId, type PlainDate } from '../../../kernel/index.ts'
import { dayOfMoment, recordedBy, rowsKnown, sql, type Db, type Seen } from '../../../platform/action/index.ts'
import { lastBelowCondition, versionsKnown } from '../../organisations/index.ts'
import { conferenceNotFound } from '../errors.ts'

export type Section = { readonly title: string; readonly text: string }
export type Conference = {
  readonly id: string; readonly organisationId: string; readonly organisation: string; readonly title: string; readonly heldOn: PlainDate; readonly place: string | null; readonly asOf: PlainDate; readonly knownAt: string
  readonly sections: Section[]; readonly conclusion: string | null; readonly concludedOn: PlainDate | null; readonly version: number
}

const columns = sql`c.id, c.organisation_id as "organisationId", organisations.name_on(c.organisation_id, c.held_on) as organisation, c.title, c.held_on as "heldOn", c.place, c.as_of as "asOf", c.known_at as "knownAt",
  c.sections, c.conclusion, c.concluded_on as "concludedOn", c.version`

/** Refuses with `conferences.conferenceNotFound`. */
export async function loadConference(db: Db, id: string): Promise<Conference> {
  const found = await db.first<Conference>(sql`select ${columns} from conferences.conference c where c.id = ${id}`)
  if (!found) throw conferenceNotFound()
  return found
}

/** A conference on a day, as known at a moment: what was concluded later was not. Refuses with `conferences.conferenceNotFound`. */
export async function loadConferenceSeen(db: Db, id: string, { on, knownAt }: Seen): Promise<Conference> {
  const found = await db.first<Conference>(sql`select ${columns} from ${rowsKnown('conferences.conference', knownAt)} c where c.id = ${id}`)
  if (!found) throw conferenceNotFound()
  return found.concludedOn && found.concludedOn > on ? { ...found, conclusion: null, concludedOn: null } : found
}

/** The same, locked until the end of the transaction. */
export async function lockConference(db: Db, id: string): Promise<Conference> {
  const found = await db.first<Conference>(sql`select ${columns} from conferences.conference c where c.id = ${id} for update`)
  if (!found) throw conferenceNotFound()
  return found
}

/** Conferences of a day below an organisation, as known at a moment, latest first, with how many of their solutions were open, and past their day. */
export async function listConferenceRows(db: Db, q: { organisationId: string; seen: Seen; page: number; size: number }) {
  const { on, knownAt, past } = q.seen
  const rows = await db.rows<Conference & { solutions: number; open: number; asked: number; total: number }>(sql`
    select ${columns}, s.*, count(*) over ()::int as total
    from ${rowsKnown('conferences.conference', knownAt)} c
    cross join lateral (select count(*)::int as solutions, (count(*) filter (where d.open))::int as open, (count(*) filter (where d.open and x.due_on <= ${on}::date))::int as asked
      from ${rowsKnown('conferences.solution', knownAt)} x cross join lateral (select coalesce(x.closed_on > ${on}::date, true) as open) d where x.conference_id = c.id) s
    where c.organisation_id ${lastBelowCondition(q.organisationId, q.seen)} and ${past ? sql`(c.held_on <= ${on}::date or ${dayOfMoment(sql`c.recorded_at`)} <= ${on}::date)` : sql`true`}
    order by c.held_on desc, c.id limit ${q.size} offset ${(q.page - 1) * q.size}`)
  return { rows: rows.map(({ total: _t, sections: _s, conclusion: _c, ...row }) => ({ ...row, concludedOn: row.concludedOn && row.concludedOn > on ? null : row.concludedOn })), total: rows[0]?.total ?? 0 }
}

type NewConference = { organisationId: string; title: string; heldOn: PlainDate; place?: string | undefined; asOf: PlainDate; by: string | undefined }

export async function insertConference(db: Db, c: NewConference): Promise<string> {
  const id = newId()
  await db.run(sql`insert into conferences.conference (id, organisation_id, title, held_on, place, as_of, recorded_by) values (${id}, ${c.organisationId}, ${c.title}, ${c.heldOn}, ${c.place || null}, ${c.asOf}, ${c.by ?? null})`)
  return id
}

/** Writes what changed of a conference and raises its version. */
export async function changeConference(db: Db, { id, sections, conclusion, concludedOn }: Pick<Conference, 'id' | 'sections' | 'conclusion' | 'concludedOn'>): Promise<void> {
  await db.run(sql`update conferences.conference set sections = ${JSON.stringify(sections)}, conclusion = ${conclusion}, concluded_on = ${concludedOn}, version = version + 1 where id = ${id}`)
}

export type NewFigure = { readonly aboutId: string; readonly measure: string; readonly value: number }

export async function insertFigures(db: Db, conferenceId: string, organisationId: string, figures: readonly NewFigure[]): Promise<void> {
  await db.run(sql`insert into conferences.figure (id, conference_id, organisation_id, about_id, measure, value)
    select (f ->> 'id')::uuid, ${conferenceId}, ${organisationId}, (f ->> 'aboutId')::uuid, f ->> 'measure', (f ->> 'value')::int
    from jsonb_array_elements(${JSON.stringify(figures.map((figure) => ({ ...figure, id: newId() })))}::jsonb) f`)
}

/** Frozen figures: those of the organisation itself first, then the organisations below in the order of their codes. */
export const listFigures = (db: Db, { id, heldOn }: Pick<Conference, 'id' | 'heldOn'>, knownAt?: string): Promise<{ organisationId: string; shortName: string; measure: string; value: number }[]> =>
  db.rows(sql`
    select f.about_id as "organisationId", coalesce(v.short_name, organisations.name_on(f.about_id, ${heldOn}::date), '') as "shortName", f.measure, f.value
    from conferences.figure f left join ${versionsKnown(knownAt)} v on v.organisation_id = f.about_id and v.valid_during @> ${heldOn}::date
    where f.conference_id = ${id} order by f.about_id <> f.organisation_id, v.code, v.short_name, f.measure`)

export type Finding = { readonly id: string; readonly kind: 'finding' | 'experience'; readonly aboutId: string | null; readonly aboutName: string | null; readonly text: string }

export const listFindings = (db: Db, { id, heldOn }: Pick<Conference, 'id' | 'heldOn'>, knownAt?: string): Promise<Finding[]> =>
  db.rows(sql`select f.id, f.kind, f.about_id as "aboutId", organisations.name_on(f.about_id, ${heldOn}::date) as "aboutName", f.text from conferences.finding f where f.conference_id = ${id} and ${recordedBy(sql`f.recorded_at`, knownAt)} order by f.recorded_at, f.id`)

export async function insertFinding(db: Db, f: { conferenceId: string; organisationId: string; kind: string; aboutId: string | undefined; text: string; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`insert into conferences.finding (id, conference_id, organisation_id, kind, about_id, text, recorded_by) values (${id}, ${f.conferenceId}, ${f.organisationId}, ${f.kind}, ${f.aboutId ?? null}, ${f.text}, ${f.by ?? null})`)
  return id
}

/** Whether an organisation is another one or stands below it on a day. */
export async function isWithin(db: Db, organisationId: string, ofId: string, on: PlainDate): Promise<boolean> {
  const { within } = await db.one<{ within: boolean }>(sql`select exists (select from organisations.closure where ancestor_id = ${ofId} and descendant_id = ${organisationId} and valid_during @> ${on}::date) as within`)
  return within
}
