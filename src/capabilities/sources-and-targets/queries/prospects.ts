import { type PlainDate } from '../../../kernel/index.ts'
import { empty, recordedBy, rowsKnown, sql, stoodAt, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { belowCondition, placementsKnown, versionsKnown } from '../../organisations/index.ts'
import type { CloseReason, FoundWay, Stage, UnionCode } from '../codes.ts'

/** A person whom a cell follows or followed. */
export type Prospect = {
  readonly id: string; readonly personId: string; readonly fullName: string; readonly cellId: string
  readonly openedOn: PlainDate; readonly appliedOn: PlainDate | null; readonly unionCode: UnionCode | null
  readonly resolution: string | null; readonly alsoIn: UnionCode[]; readonly foundBy: FoundWay | null; readonly foundThrough: string | null
  readonly closedOn: PlainDate | null; readonly closeReason: CloseReason | null; readonly closeNote: string | null
  readonly version: number
}

const columns = sql`p.id, p.person_id as "personId", x.full_name as "fullName", p.cell_id as "cellId", p.opened_on as "openedOn", p.applied_on as "appliedOn",
  p.union_code as "unionCode", p.resolution, p.also_in as "alsoIn", p.found_by as "foundBy", p.found_through as "foundThrough", p.closed_on as "closedOn", p.close_reason as "closeReason",
  p.close_note as "closeNote", p.version`
const MENTORING = 'sources_and_targets.mentor_assignment'
const source = sql`sources_and_targets.prospect p join members.person x on x.id = p.person_id`
const followings = ({ on, knownAt }: Seen): Sql => sql`sources_and_targets.prospects_on(${on}::date, ${knownAt ?? null}::timestamptz) p`
const sourceSeen = (seen: Seen): Sql => sql`${followings(seen)} join members.person x on x.id = p.person_id`

export const findProspectById = (db: Db, id: string, seen?: Seen): Promise<Prospect | undefined> => db.first(sql`select ${columns} from ${seen ? sourceSeen(seen) : source} where p.id = ${id}`)

/** Locked until the end of the transaction, so that two acts on one following wait for each other. */
export const lockProspectById = (db: Db, id: string): Promise<Prospect | undefined> => db.first(sql`select ${columns} from ${source} where p.id = ${id} for update of p`)

/** The following that is open now; none for who is followed by nobody within one's part. */
export const findOpenProspect = (db: Db, personId: string): Promise<Prospect | undefined> =>
  db.first(sql`select ${columns} from ${source} where p.person_id = ${personId} and p.closed_on is null`)

export async function insertProspect(db: Db, p: { id: string; personId: string; cellId: string; openedOn: PlainDate; resolution?: string | null | undefined; unionCode?: string | null | undefined; alsoIn?: readonly string[] | undefined; foundBy?: string | null | undefined; foundThrough?: string | null | undefined; appliedOn?: PlainDate | null }): Promise<void> {
  await db.run(sql`
    insert into sources_and_targets.prospect (id, person_id, cell_id, opened_on, resolution, union_code, also_in, found_by, found_through, applied_on)
    values (${p.id}, ${p.personId}, ${p.cellId}, ${p.openedOn}, ${p.resolution ?? null}, ${p.unionCode ?? null}, ${[...(p.alsoIn ?? [])].filter((code) => code !== p.unionCode)}::text[], ${p.foundBy ?? null}, ${p.foundThrough ?? null}, ${p.appliedOn ?? null})`)
}

export async function setApplied(db: Db, id: string, on: PlainDate): Promise<void> {
  await db.run(sql`update sources_and_targets.prospect set applied_on = ${on}, version = version + 1 where id = ${id}`)
}

/** Between which days a following may have begun: after the former one ended, and not after the first that was done in it. */
export const findOpeningBounds = (db: Db, { id, personId }: Prospect): Promise<{ formerEnd: PlainDate | null; firstWork: PlainDate | null } | undefined> => db.first(sql`
  select (select max(closed_on) from sources_and_targets.prospect where person_id = ${personId} and id <> ${id}) as "formerEnd",
    least(p.applied_on, (select min(lower(assigned_during)) from sources_and_targets.mentor_assignment where prospect_id = p.id and not isempty(assigned_during)),
      (select min(written_on) from sources_and_targets.remark where prospect_id = p.id),
      (select min(moved_on) from sources_and_targets.prospect_move where prospect_id = p.id and superseded_at is null)) as "firstWork"
  from sources_and_targets.prospect p where p.id = ${id}`)

/** Since when a cell follows somebody, to which mass organisations the person belongs, and how the person was found. */
export type ProspectDescription = Pick<Prospect, 'openedOn' | 'unionCode' | 'foundBy' | 'foundThrough'> & { readonly alsoIn: readonly UnionCode[] }

export async function setDescription(db: Db, id: string, d: ProspectDescription): Promise<void> {
  await db.run(sql`update sources_and_targets.prospect set opened_on = ${d.openedOn}, union_code = ${d.unionCode}, also_in = ${[...d.alsoIn]}::text[], found_by = ${d.foundBy}, found_through = ${d.foundThrough}, version = version + 1 where id = ${id}`)
}

/** Closes a following and ends the help of its mentor. */
export async function setClosed(db: Db, id: string, c: { on: PlainDate; reason: CloseReason; note?: string | null | undefined }): Promise<void> {
  await db.run(sql`update sources_and_targets.prospect set closed_on = ${c.on}, close_reason = ${c.reason}, close_note = ${c.note ?? null}, version = version + 1 where id = ${id}`)
  await db.run(sql`
    update sources_and_targets.mentor_assignment set assigned_during = daterange(lower(assigned_during), greatest(lower(assigned_during), ${c.on}::date))
    where prospect_id = ${id} and upper_inf(assigned_during)`)
}

export type ProspectFilters = {
  organisationId?: string | undefined; stage?: Stage | undefined; unionCode?: UnionCode | undefined; foundBy?: FoundWay | 'notSaid' | undefined
  without?: 'mentor' | 'remark' | 'certificate' | undefined; search?: string | undefined
  on: PlainDate; knownAt?: string | undefined; certificateMonths: number; openCases: readonly string[]; quarter: string; page: number; size: number
}

export type ProspectListRow = {
  id: string; personId: string; fullName: string; bornYear: number | null; sex: 'male' | 'female' | null; cellId: string; cellName: string; aboveName: string | null
  stage: Stage; openedOn: PlainDate; unionCode: UnionCode | null; appliedOn: PlainDate | null; version: number
  mentorId: string | null; mentorName: string | null; mentorSince: PlainDate | null; mentorLoad: number | null
  remarkQuarter: string | null; remarkOn: PlainDate | null
  issuedOn: PlainDate | null; certificateNumber: string | null; issuer: string | null
}

/** What is shown of a following on a day, as known at a moment: its stage, helper with load, last remark and latest certificate. */
const described = (f: Pick<ProspectFilters, 'on' | 'knownAt' | 'certificateMonths' | 'openCases'>, where: Sql): Sql => sql`
  select p.id, p.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", x.sex, x.sort_key, x.search_text,
    p.cell_id as "cellId", coalesce(cv.short_name, organisations.name_on(p.cell_id, ${f.on}::date), '') as "cellName", av.short_name as "aboveName",
    p.opened_on as "openedOn", p.union_code as "unionCode", case when p.applied_on <= ${f.on}::date then p.applied_on end as "appliedOn", p.version,
    case when p.person_id = any (${[...f.openCases]}::uuid[]) then 'caseOpen' when p.applied_on <= ${f.on}::date then 'applied'
      when c.issued_on + make_interval(months => ${f.certificateMonths}) >= ${f.on}::date then 'classDone' else 'inSource' end as stage,
    a.mentor_id as "mentorId", m.full_name as "mentorName", lower(a.assigned_during) as "mentorSince", load.n as "mentorLoad",
    r.quarter as "remarkQuarter", r.written_on as "remarkOn", c.issued_on as "issuedOn", c.number as "certificateNumber", c.issuer
  from ${sourceSeen(f)}
  left join ${versionsKnown(f.knownAt)} cv on cv.organisation_id = p.cell_id and cv.valid_during @> ${f.on}::date
  left join ${placementsKnown(f.knownAt)} op on op.organisation_id = p.cell_id and op.valid_during @> ${f.on}::date
  left join ${versionsKnown(f.knownAt)} av on av.organisation_id = op.parent_id and av.valid_during @> ${f.on}::date
  left join lateral (select issued_on, number, issuer from sources_and_targets.awareness_certificate where person_id = p.person_id and issued_on <= ${f.on}::date and ${recordedBy(sql`recorded_at`, f.knownAt)}
    order by issued_on desc limit 1) c on true
  left join ${rowsKnown(MENTORING, f.knownAt)} a on a.prospect_id = p.id and a.assigned_during @> ${f.on}::date
  left join members.person m on m.id = a.mentor_id
  left join lateral (select count(*)::int as n from ${rowsKnown(MENTORING, f.knownAt)} o where o.mentor_id = a.mentor_id and o.assigned_during @> ${f.on}::date) load on true
  left join lateral (select quarter, written_on from sources_and_targets.remark k where prospect_id = p.id and ${stoodAt('k', f.knownAt)} and written_on <= ${f.on}::date
    order by quarter desc limit 1) r on true
  where ${where}`

const openOn = (on: PlainDate): Sql => sql`p.opened_on <= ${on}::date and (p.closed_on is null or p.closed_on > ${on}::date)`

/** One following as shown in lists, open or closed. */
export function describeProspect(db: Db, id: string, asked: Pick<ProspectFilters, 'on' | 'knownAt' | 'certificateMonths' | 'openCases'>): Promise<ProspectListRow | undefined> {
  return db.first(described(asked, sql`p.id = ${id}`))
}

const lacking = { mentor: sql`"mentorId" is null`, certificate: sql`"issuedOn" is null` } as const

/** People followed on a day by the filters, by given name, with the counts of each stage before the filter on stages. */
export async function listProspectRows(db: Db, f: ProspectFilters): Promise<{ rows: ProspectListRow[]; total: number; byStage: Record<Stage, number> }> {
  const place = f.organisationId ? sql`and p.cell_id ${belowCondition(f.organisationId, f.on, f.knownAt)}` : empty
  const union = f.unionCode ? sql`and (p.union_code = ${f.unionCode} or ${f.unionCode} = any (p.also_in))` : empty
  const found = f.foundBy ? (f.foundBy === 'notSaid' ? sql`and p.found_by is null` : sql`and p.found_by = ${f.foundBy}`) : empty
  const search = f.search ? sql`and "search_text" like '%' || platform.fold(${f.search}) || '%'` : empty
  const without = f.without === 'remark' ? sql`and "remarkQuarter" is distinct from ${f.quarter}` : f.without ? sql`and ${lacking[f.without]}` : empty
  const rows = await db.rows<ProspectListRow & { total: number; byStage: Record<Stage, number> | null }>(sql`
    with followed as materialized (${described(f, sql`${openOn(f.on)} ${place} ${union} ${found}`)}),
    wanted as (select * from followed where true ${search} ${without}),
    shown as (select * from wanted where ${f.stage ?? null}::text is null or stage = ${f.stage ?? null})
    select s.*, (select count(*) from shown)::int as total, (select jsonb_object_agg(stage, n) from (select stage, count(*) as n from wanted group by stage) g) as "byStage"
    from (select 1) one left join (select * from shown order by sort_key collate "C", id limit ${f.size} offset ${(f.page - 1) * f.size}) s on true`)
  const byStage = { inSource: 0, classDone: 0, applied: 0, caseOpen: 0, ...rows[0]?.byStage }
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0, byStage }
}

/** Everything a person was followed through up to a day, as known at a moment, first to last; what was closed later was still open. */
export function listSpells(db: Db, personId: string, { on, knownAt }: Seen): Promise<{ id: string; cellId: string; cellName: string; openedOn: PlainDate; closedOn: PlainDate | null; closeReason: CloseReason | null }[]> {
  return db.rows(sql`
    select p.id, p.cell_id as "cellId", organisations.name_on(p.cell_id, least(coalesce(p.closed_on, ${on}::date), ${on}::date)) as "cellName",
      p.opened_on as "openedOn", case when p.closed_on <= ${on}::date then p.closed_on end as "closedOn", case when p.closed_on <= ${on}::date then p.close_reason end as "closeReason"
    from ${followings({ on, knownAt })} where p.person_id = ${personId} and p.opened_on <= ${on}::date order by p.opened_on, p.recorded_at`)
}

export type KnownPerson = { id: string; fullName: string; bornOn: string | null; cellName: string | null }

/** People within one's part who have this name, with or without marks, and were not clearly born at another time. */
export function listLike(db: Db, fullName: string, bornOn: string, on: PlainDate): Promise<KnownPerson[]> {
  return db.rows(sql`
    select x.id, x.full_name as "fullName", x.born_on as "bornOn", organisations.name_on(x.keeper_id, ${on}::date) as "cellName"
    from members.person x
    where x.search_text = platform.fold(${fullName}) and (x.born_on is null or x.born_on like ${bornOn} || '%' or ${bornOn} like x.born_on || '%')
    order by x.id limit 5`)
}
