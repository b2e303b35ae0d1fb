import type { PlainDate } from '../../../kernel/index.ts'
import { empty, join, raw, recordedBy, sql, type Db } from '../../../platform/action/index.ts'
import { cellTypes, closureKnown, versionsKnown } from '../../organisations/index.ts'
import type { Measure } from '../codes.ts'

export type PeriodKind = 'term' | 'year'
export type Period = { readonly from: PlainDate; readonly until: PlainDate }
export type Target = { readonly id: string; readonly organisationId: string; readonly kind: PeriodKind; readonly measure: Measure; readonly from: PlainDate; readonly until: PlainDate; readonly value: number; readonly basis: string; readonly recordedAt: string; readonly supersededAt: string | null }

const columnsKnown = (knownAt: string | undefined) => sql`id, organisation_id as "organisationId", period_kind as kind, measure, lower(period) as "from", upper(period) as until, value, basis,
  recorded_at as "recordedAt", case when ${recordedBy(sql`superseded_at`, knownAt)} then superseded_at end as "supersededAt"`
const columns = columnsKnown(undefined)

/**
 * All targets an organisation was ever given, newest period and statement first. Of a day: those whose period had begun by it or which an act had
 * not yet changed. As known at a moment: those recorded by then, superseded only if that was recorded by then.
 */
export const listTargetRows = (db: Db, organisationId: string, { on, knownAt }: { on?: PlainDate | undefined; knownAt?: string | undefined } = {}): Promise<Target[]> =>
  db.rows(sql`select ${columnsKnown(knownAt)} from sources_and_targets.target
    where organisation_id = ${organisationId} and ${recordedBy(sql`recorded_at`, knownAt)} ${on ? sql`and lower(period) <= ${on}::date and stands_during @> ${on}::date` : empty}
    order by period desc, measure, recorded_at desc, superseded_at desc nulls first`)

/** The live target of an organisation whose period holds a day. */
export const findTargetOn = (db: Db, organisationId: string, q: { kind: PeriodKind; measure: Measure; on: PlainDate }): Promise<Target | undefined> =>
  db.first(sql`select ${columns} from sources_and_targets.target
    where organisation_id = ${organisationId} and period_kind = ${q.kind} and measure = ${q.measure} and superseded_at is null and period @> ${q.on}::date and stands_during @> ${q.on}::date
    order by recorded_at desc limit 1`)

/** The term target of an organisation, else of the nearest one above which has one; also above one's part, where only its period is used. */
export const nearestTermTarget = (db: Db, organisationId: string, on: PlainDate, knownAt?: string): Promise<{ organisationId: string; value: number; from: PlainDate; until: PlainDate } | undefined> =>
  db.first(sql`select organisation_id as "organisationId", value, period_from as "from", period_until as until
    from sources_and_targets.term_target(${organisationId}, ${on}, ${knownAt ?? null})`)

export type NewTarget = { id: string; organisationId: string; kind: PeriodKind; measure: Measure; from: PlainDate; until: PlainDate; value: number; basis: string }

/**
 * States a target; statements for the same measure and kind whose period shares a day with it stay, superseded. One that stands only from an
 * act on is stated anew from the same day; what stood before the act is left alone.
 */
export async function stateTarget(db: Db, t: NewTarget): Promise<void> {
  const former = await db.rows<{ since: PlainDate | null }>(sql`
    update sources_and_targets.target set superseded_at = platform.moment()
    where organisation_id = ${t.organisationId} and period_kind = ${t.kind} and measure = ${t.measure} and superseded_at is null and upper_inf(stands_during) and period && daterange(${t.from}, ${t.until})
    returning lower(stands_during) as since`)
  const since = former.reduce<PlainDate | null>((latest, each) => (each.since && (!latest || each.since > latest) ? each.since : latest), null)
  await db.run(sql`
    insert into sources_and_targets.target (id, organisation_id, period, period_kind, measure, value, basis, stands_during)
    values (${t.id}, ${t.organisationId}, daterange(${t.from}, ${t.until}), ${t.kind}, ${t.measure}, ${t.value}, ${t.basis}, daterange(${since}::date, null))`)
}

/** Direct children of an organisation on a day. */
export const listChildren = (db: Db, organisationId: string, on: PlainDate): Promise<{ id: string; name: string }[]> =>
  db.rows(sql`
    select v.organisation_id as id, v.name from organisations.closure c
    join organisations.version v on v.organisation_id = c.descendant_id and v.superseded_at is null and v.valid_during @> ${on}::date
    where c.ancestor_id = ${organisationId} and c.depth = 1 and c.valid_during @> ${on}::date`)

export type ProgressRow = {
  organisationId: string; name: string; shortName: string; code: string | null; isCell: boolean; hasBelow: boolean; depth: number
  given: number | null; basis: string | null; passedOn: number | null; admitted: number; thisYear: number
}

const counted: Record<Measure, string> = { admissions: 'admitted', women: 'women', ethnicMinority: 'ethnic_minority' }

/**
 * An organisation (depth 0) and those directly below it on a day: targets of a kind whose period shares a day with the one asked about, and
 * the decisions of admission from its beginning up to the day. Every row counts all that lies below it, ended cells at their last place.
 */
export function listProgress(db: Db, q: { organisationId: string; kind: PeriodKind; measure: Measure; period: Period; yearFrom: PlainDate; on: PlainDate; until: PlainDate; knownAt?: string | undefined }): Promise<ProgressRow[]> {
  const { organisationId, on } = q
  const known = q.knownAt ?? null
  return db.rows(sql`
    with near as (
      select c.descendant_id as id, c.depth from ${closureKnown(q.knownAt)} c where c.ancestor_id = ${organisationId} and c.depth <= 1 and c.valid_during @> ${on}::date
    ), nearer as (
      select c.descendant_id as id from ${closureKnown(q.knownAt)} c where c.ancestor_id = ${organisationId} and c.depth <= 2 and c.valid_during @> ${on}::date
    ), target as (
      select distinct on (t.organisation_id) t.organisation_id, t.value, t.basis
      from nearer join sources_and_targets.target t on t.organisation_id = nearer.id
      where t.period_kind = ${q.kind} and t.measure = ${q.measure} and t.period && daterange(${q.period.from}, ${q.period.until}) and t.stands_during @> ${on}::date
        and (t.superseded_at is null or t.superseded_at > ${known}::timestamptz) and (${known}::timestamptz is null or t.recorded_at <= ${known}::timestamptz)
      order by t.organisation_id, lower(t.period) desc
    ), passed as (
      select c.ancestor_id as id, sum(t.value)::int as value, count(*)::int as below
      from near join ${closureKnown(q.knownAt)} c on c.ancestor_id = near.id and c.depth = 1 and c.valid_during @> ${on}::date
      left join target t on t.organisation_id = c.descendant_id
      group by c.ancestor_id
    ), admitted as (
      select a.cell_id, sum(${raw(counted[q.measure])}) filter (where a.decided_on >= ${q.period.from}::date) as n, sum(${raw(counted[q.measure])}) filter (where a.decided_on >= ${q.yearFrom}::date) as this_year
      from members.admissions_by_cell(${organisationId}, ${on}, least(${q.period.from}::date, ${q.yearFrom}::date), ${q.until}, ${known}) a
      group by a.cell_id
    ), sums as (
      select near.id, sum(a.n)::int as admitted, sum(a.this_year)::int as this_year
      from admitted a
      join organisations.last_below(${organisationId}, ${on}, ${known}) b on b.organisation_id = a.cell_id
      join ${closureKnown(q.knownAt)} c on c.descendant_id = b.stands_with and c.valid_during @> b.seen_on
      join near on near.id = c.ancestor_id
      group by near.id
    )
    select near.id as "organisationId", v.name, v.short_name as "shortName", v.code, v.type in (${join([...cellTypes])}) as "isCell", coalesce(passed.below, 0) > 0 as "hasBelow", near.depth,
      target.value as given, target.basis, passed.value as "passedOn", coalesce(sums.admitted, 0) as admitted, coalesce(sums.this_year, 0) as "thisYear"
    from near
    join ${versionsKnown(q.knownAt)} v on v.organisation_id = near.id and v.valid_during @> ${on}::date
    left join target on target.organisation_id = near.id
    left join passed on passed.id = near.id
    left join sums on sums.id = near.id
    order by near.depth, v.code, v.short_name collate "vi-x-icu", near.id`)
}
