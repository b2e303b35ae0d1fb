import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { NameMeasure } from '../codes.ts'
import type { DayCount } from '../model.ts'

export type Asked = { readonly organisationId: string; readonly on: PlainDate; readonly knownAt?: string | undefined }

/** Grassroots organisations and cells below an organisation on a day. */
export const countOrganisations = (db: Db, { organisationId, on, knownAt }: Asked): Promise<{ grassroots: number; cells: number }> =>
  db.one(sql`select grassroots, cells from organisations.counts_below(${organisationId}, ${on}, ${knownAt ?? null})`)

/** Decisions of admission between two days (both inclusive), day by day, below the organisation as the tree stands on the day asked about. */
export const listAdmissionDays = (db: Db, { organisationId, on, knownAt }: Asked, from: PlainDate, until: PlainDate = on): Promise<DayCount[]> =>
  db.rows(sql`select decided_on as "decidedOn", sum(admitted)::int as admitted
    from members.admissions_by_cell(${organisationId}, ${on}, ${from}, ${until}, ${knownAt ?? null}) group by decided_on order by decided_on`)

export type Term = { readonly name: string | null; readonly from: PlainDate; readonly until: PlainDate | null }

const termOf = (db: Db, { organisationId, on, knownAt }: Asked): Promise<Term | undefined> =>
  db.first(sql`select term_name as name, term_from as "from", term_until as until from organisations.term_on(${organisationId}, ${on}, ${knownAt ?? null})`)

type NearestTarget = { organisationId: string; value: number; from: PlainDate; until: PlainDate }

/**
 * The term that runs on a day and the own target for it. An organisation with a target is measured over the days for which the target was
 * set, which are those of the committee that set it; without one, over the term of its own committee, else of the nearest one above which
 * has a target.
 */
export async function findTerm(db: Db, asked: Asked): Promise<{ term: Term | undefined; target: number | null }> {
  const nearest = await db.first<NearestTarget>(sql`
    select organisation_id as "organisationId", value, period_from as "from", period_until as until
    from sources_and_targets.term_target(${asked.organisationId}, ${asked.on}, ${asked.knownAt ?? null})`)
  const own = await termOf(db, asked)
  if (nearest?.organisationId === asked.organisationId) {
    const { from, until, value } = nearest
    return { term: { name: own?.from === from ? own.name : null, from, until }, target: value }
  }
  if (own || !nearest) return { term: own, target: null }
  return { term: (await termOf(db, { ...asked, organisationId: nearest.organisationId })) ?? { name: null, from: nearest.from, until: nearest.until }, target: null }
}

export type MassCount = { code: string; total: number; nonMembers: number; reviewedOn: PlainDate }

/** The latest count of each mass organisation below an organisation; a place counted as a whole stands for all below it. */
export const countMassOrganisations = (db: Db, { organisationId, on, knownAt }: Asked): Promise<MassCount[]> =>
  db.rows(sql`select union_code as code, sum(total)::int as total, sum(total - party_members)::int as "nonMembers", max(reviewed_on) as "reviewedOn"
    from sources_and_targets.reviews_below(${organisationId}, ${on}, ${knownAt ?? null}) where counts group by union_code order by union_code`)

export type Name = {
  personId: string; fullName: string; bornYear: number | null; cellId: string; cellName: string; aboveName: string | null
  status: string | null; decidedOn: PlainDate | null; decisionNumber: string | null; recordedAt: string | null
}

type Page = { page: number; size: number }

/** The members behind a count, by given name. */
export async function listMemberNames(db: Db, { organisationId, on, knownAt }: Asked, measure: Exclude<NameMeasure, 'admitted'>, { page, size }: Page): Promise<{ rows: Name[]; seen: number }> {
  const rows = await db.rows<Name & { seen: number }>(sql`
    with page as (
      select *, count(*) over ()::int as seen from members.people_counted(${organisationId}, ${on}, ${knownAt ?? null}, ${measure})
      order by sort_key collate "C", person_id limit ${size} offset ${(page - 1) * size}
    )
    select n.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", n.cell_id as "cellId", pl.cell as "cellName", pl.organisation as "aboveName",
      n.status, null as "decidedOn", null as "decisionNumber", null as "recordedAt", n.seen
    from page n join members.person x on x.id = n.person_id
    left join organisations.places_of(array(select distinct cell_id from page), ${on}) pl on pl.cell_id = n.cell_id
    order by n.sort_key collate "C", n.person_id`)
  return told(rows)
}

/** The people behind a count of admissions, by given name, with the decision and when it was entered. */
export async function listAdmittedNames(db: Db, { organisationId, on, knownAt }: Asked, span: { from: PlainDate; until: PlainDate }, { page, size }: Page): Promise<{ rows: Name[]; seen: number }> {
  const rows = await db.rows<Name & { seen: number }>(sql`
    with page as (
      select *, count(*) over ()::int as seen from members.people_admitted(${organisationId}, ${on}, ${span.from}, ${span.until}, ${knownAt ?? null})
      order by sort_key collate "C", membership_id limit ${size} offset ${(page - 1) * size}
    )
    select n.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", n.cell_id as "cellId", pl.cell as "cellName", pl.organisation as "aboveName",
      null as status, n.decided_on as "decidedOn", m.decision_number as "decisionNumber", m.recorded_at as "recordedAt", n.seen
    from page n join members.person x on x.id = n.person_id left join members.membership m on m.id = n.membership_id
    left join organisations.places_of(array(select distinct cell_id from page), ${on}) pl on pl.cell_id = n.cell_id
    order by n.sort_key collate "C", n.membership_id`)
  return told(rows)
}

const told = (rows: readonly (Name & { seen: number })[]) => ({ rows: rows.map(({ seen: _, ...row }) => ({ ...row, cellName: row.cellName ?? '' })), seen: rows[0]?.seen ?? 0 })
