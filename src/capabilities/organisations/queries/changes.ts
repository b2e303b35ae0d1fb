import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { Committee } from './committees.ts'

export type ActKind = 'register' | 'founding' | 'renaming' | 'merger' | 'split' | 'authorisation'
export type ActOfLaw = { id?: string; kind: ActKind; decisionNumber?: string | null; decidedOn?: PlainDate | null; issuedBy?: string | null; effectiveOn: PlainDate; note?: string | null }

/** Writes down an act of law; the dated facts it makes point to it. */
export async function insertAct(db: Db, act: ActOfLaw): Promise<string> {
  const id = act.id ?? newId()
  await db.run(sql`insert into organisations.act (id, kind, decision_number, decided_on, issued_by, effective_on, note)
    values (${id}, ${act.kind}, ${act.decisionNumber ?? null}, ${act.decidedOn ?? null}, ${act.issuedBy ?? null}, ${act.effectiveOn}, ${act.note ?? null})`)
  return id
}

export type NewVersion = {
  name: string; shortName: string; type: string; code: string | null; areaKind: string | null; adminUnitCode: string | null; residential: boolean
  from: PlainDate; until: PlainDate | null; actId: string
}

export type NewOrganisation = { id: string; parentId: string | null; foundedOn: PlainDate; versions: readonly NewVersion[] }

/** Adds organisations with their names over time and their place. The caller rebuilds the closure afterwards. */
export async function insertOrganisations(db: Db, organisations: readonly NewOrganisation[]): Promise<void> {
  if (organisations.length === 0) return
  const bodies = organisations.map(({ id, foundedOn }) => ({ id, founded_on: foundedOn }))
  const versions = organisations.flatMap(({ id: organisation_id, versions }) => versions.map((v) => ({
    id: newId(), organisation_id, name: v.name, short_name: v.shortName, type: v.type, code: v.code, area_kind: v.areaKind,
    admin_unit_code: v.adminUnitCode, residential: v.residential, begins: v.from, ends: v.until, act_id: v.actId,
  })))
  const placements = organisations.map(({ id, parentId, foundedOn, versions }) => ({ id: newId(), organisation_id: id, parent_id: parentId, begins: foundedOn, act_id: versions.at(-1)!.actId }))
  await db.run(sql`insert into organisations.organisation (id, founded_on)
    select id, founded_on from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as r (id uuid, founded_on date)`)
  await db.run(sql`
    insert into organisations.version (id, organisation_id, name, short_name, type, code, area_kind, admin_unit_code, residential, valid_during, act_id)
    select id, organisation_id, name, short_name, type, code, area_kind, admin_unit_code, residential, daterange(begins, ends), act_id
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as r (id uuid, organisation_id uuid, name text, short_name text, type text, code text,
      area_kind text, admin_unit_code text, residential boolean, begins date, ends date, act_id uuid)`)
  await db.run(sql`insert into organisations.placement (id, organisation_id, parent_id, valid_during, act_id)
    select id, organisation_id, parent_id, daterange(begins, null), act_id
    from jsonb_to_recordset(${JSON.stringify(placements)}::jsonb) as r (id uuid, organisation_id uuid, parent_id uuid, begins date, act_id uuid)`)
}

type VersionChange = { name?: string; shortName?: string; code?: string; type?: string; mayDecideAdmission?: boolean }

/** Changes what is said of an organisation from a day on; what was said stays, superseded, and what was true before that day stays true. */
export async function changeVersion(db: Db, organisationId: string, from: PlainDate, changed: VersionChange, actId: string): Promise<void> {
  const former = await db.rows<{ id: string; begins: PlainDate; ends: PlainDate | null }>(sql`
    update organisations.version set superseded_at = platform.moment()
    where organisation_id = ${organisationId} and superseded_at is null and (upper(valid_during) is null or upper(valid_during) > ${from}::date)
    returning id, lower(valid_during) as begins, upper(valid_during) as ends`)
  const copied = sql`organisation_id, area_kind, admin_unit_code, residential`
  for (const { id, begins, ends } of former) {
    if (begins < from)
      await db.run(sql`insert into organisations.version (id, ${copied}, name, short_name, type, code, may_decide_admission, act_id, valid_during)
        select ${newId()}, ${copied}, name, short_name, type, code, may_decide_admission, act_id, daterange(${begins}, ${from}) from organisations.version where id = ${id}`)
    await db.run(sql`insert into organisations.version (id, ${copied}, name, short_name, type, code, may_decide_admission, act_id, valid_during)
      select ${newId()}, ${copied}, coalesce(${changed.name ?? null}, name), coalesce(${changed.shortName ?? null}, short_name), coalesce(${changed.type ?? null}, type),
        coalesce(${changed.code ?? null}, code), coalesce(${changed.mayDecideAdmission ?? null}::boolean, may_decide_admission), ${actId},
        daterange(${begins < from ? from : begins}, ${ends}) from organisations.version where id = ${id}`)
  }
}

export async function insertCommittee(db: Db, c: Omit<Committee, 'id'>): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into organisations.committee (id, organisation_id, kind, term_name, term, elected_seats, standing_seats, basis)
    values (${id}, ${c.organisationId}, ${c.kind}, ${c.termName}, daterange(${c.termFrom}, ${c.termUntil}), ${c.electedSeats}, ${c.standingSeats}, ${c.basis})`)
  return id
}

/** Ends a running term on the day before another begins; the former statement stays, superseded. */
export async function endTerm(db: Db, committee: Committee, until: PlainDate): Promise<void> {
  await db.run(sql`update organisations.committee set superseded_at = platform.moment() where id = ${committee.id}`)
  await insertCommittee(db, { ...committee, termUntil: until })
}
