import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { closureKnown } from '../../organisations/index.ts'
import type { StageRate } from '../forecast.ts'
import { pyramidAges, type QualityOf, type QualityTrait } from '../outlook-codes.ts'
import type { Asked } from './figures.ts'

/**
 * Admissions of an organisation and of those right below it, month by month: `starts` are the first days of the months, rising; the last ends
 * on the day asked about. What was decided in organisations that have ended counts where they stand now.
 */
export const countByMonth = (db: Db, { organisationId, on, knownAt }: Asked, starts: readonly PlainDate[]): Promise<{ organisationId: string; month: number; admitted: number }[]> =>
  db.rows(sql`
    with near as (
      select c.descendant_id as id from ${closureKnown(knownAt)} c where c.ancestor_id = ${organisationId} and c.depth <= 1 and c.valid_during @> ${on}::date
    ), admitted as (
      select a.cell_id, width_bucket(a.decided_on, ${[...starts]}::date[]) - 1 as month, sum(a.admitted) as n
      from members.admissions_by_cell(${organisationId}, ${on}, ${starts[0]!}, ${on}, ${knownAt ?? null}) a group by 1, 2
    )
    select near.id as "organisationId", a.month, sum(a.n)::int as admitted
    from admitted a
    join organisations.last_below(${organisationId}, ${on}, ${knownAt ?? null}) b on b.organisation_id = a.cell_id
    join ${closureKnown(knownAt)} c on c.descendant_id = b.stands_with and c.valid_during @> b.seen_on
    join near on near.id = c.ancestor_id
    group by near.id, a.month`)

/** Open files of an organisation and of those right below it, by stage. */
export const countOpenFiles = (db: Db, { organisationId, on, knownAt }: Asked): Promise<{ organisationId: string; stage: string; files: number }[]> =>
  db.rows(sql`
    select c.ancestor_id as "organisationId", o.stage, sum(o.files)::int as files
    from admission.open_by_stage(${organisationId}, ${on}, ${knownAt ?? null}) o
    join ${closureKnown(knownAt)} c on c.descendant_id = o.cell_id and c.valid_during @> ${on}::date
    join ${closureKnown(knownAt)} n on n.descendant_id = c.ancestor_id and n.ancestor_id = ${organisationId} and n.depth <= 1 and n.valid_during @> ${on}::date
    group by c.ancestor_id, o.stage`)

/** Of the files that ended since a day: the share of each stage that was decided, and the median of days to the decision. */
export async function passesSince(db: Db, { organisationId, on, knownAt }: Asked, since: PlainDate): Promise<{ rates: StageRate[]; medianDays: number | null }> {
  const rows = await db.rows<StageRate & { medianDays: number | null }>(sql`
    select stage, reached, passed, median_days as "medianDays" from admission.passes(${organisationId}, ${since}, ${on}, ${knownAt ?? null}) order by stage`)
  return { rates: rows.map(({ stage, reached, passed }) => ({ stage, reached, passed })), medianDays: rows[0]?.medianDays ?? null }
}

export type QualityCount = { readonly among: QualityOf; readonly trait: QualityTrait; readonly value: string | null; readonly sex: 'male' | 'female' | null; readonly people: number }

const bands = sql`${[...pyramidAges]}::int[]`

/** Members of a day and those admitted since a day, by each trait; sex is told beside the age only. */
export const countQuality = (db: Db, { organisationId, on, knownAt }: Asked, from: PlainDate): Promise<QualityCount[]> =>
  db.rows(sql`select among, trait, value, sex, people from members.quality(${organisationId}, ${on}, ${from}, ${knownAt ?? null}, ${bands})`)

export type QualityPerson = { personId: string; fullName: string; bornYear: number | null; cellId: string; cellName: string; aboveName: string | null }

type Wanted = { readonly among: QualityOf; readonly trait: QualityTrait | 'all'; readonly value: string | null; readonly sex: string | null }

/** The people behind one of these numbers, by given name; `seen`: how many of them there are in all. */
export async function listQualityNames(db: Db, { organisationId, on, knownAt }: Asked, from: PlainDate, wanted: Wanted, { page, size }: { page: number; size: number }): Promise<{ rows: QualityPerson[]; seen: number }> {
  const rows = await db.rows<QualityPerson & { seen: number }>(sql`
    with page as (
      select *, members.place_now(person_id, keeper_id) as place_id, count(*) over ()::int as seen
      from members.people_of_quality(${organisationId}, ${on}, ${from}, ${knownAt ?? null}, ${bands}, ${wanted.among}, ${wanted.trait}, ${wanted.value}, ${wanted.sex})
      order by sort_key collate "C", person_id limit ${size} offset ${(page - 1) * size})
    select n.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", n.place_id as "cellId", coalesce(pl.cell, '') as "cellName", pl.organisation as "aboveName", n.seen
    from page n join members.person x on x.id = n.person_id left join organisations.places_of(array(select distinct place_id from page), access.today()) pl on pl.cell_id = n.place_id
    order by n.sort_key collate "C", n.person_id`)
  return { rows: rows.map(({ seen: _s, ...row }) => row), seen: rows[0]?.seen ?? 0 }
}
