import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { Band } from '../codes.ts'

export type CellsAsked = { organisationId: string; on: PlainDate; knownAt?: string | undefined; certificateMonths: number; twoTermsMonths: number }

export type CellBySources = {
  cellId: string; cellName: string; aboveId: string | null; aboveName: string | null; foundedOn: PlainDate
  lastAdmissionOn: PlainDate | null; monthsSince: number | null; band: Band; isOver24: boolean; isOverTwoTerms: boolean
  members: number; averageAge: number | null; fullUnder35: number
  followed: number; classDone: number; applied: number; lastRemarkOn: PlainDate | null
  targetKind: 'term' | 'year' | null; targetFrom: PlainDate | null; targetUntil: PlainDate | null; targetValue: number | null; targetAdmitted: number; missing: number
}

/**
 * Every cell below an organisation on a day: when it last admitted somebody, how old it is, whom it follows, and what is missing of its
 * target when everybody followed is admitted (the target of the year, else of the term). Cells without any admission on record stand
 * with the driest.
 */
export function listCellRows(db: Db, q: CellsAsked): Promise<CellBySources[]> {
  const { organisationId, on } = q
  const known = q.knownAt ?? null
  return db.rows(sql`
    with target as materialized (
      select * from sources_and_targets.targets_below(${organisationId}, ${on}, ${known})
    ), admitted as (
      select a.cell_id, sum(a.admitted)::int as n
      from members.admissions_by_cell(${organisationId}, ${on}, (select min(period_from) from target), ${on}, ${known}) a
      join target t on t.organisation_id = a.cell_id and a.decided_on >= t.period_from
      group by a.cell_id
    )
    select cell.cell_id as "cellId", cell.short_name as "cellName", cell.above_id as "aboveId", cell.above_name as "aboveName", cell.founded_on as "foundedOn",
      l.decided_on as "lastAdmissionOn", members.full_months(l.decided_on, ${on}::date) as "monthsSince",
      case when l.decided_on + interval '12 months' >= ${on}::date then '0-12' when l.decided_on + interval '24 months' >= ${on}::date then '13-24'
        when l.decided_on + interval '60 months' >= ${on}::date then '25-60' else 'over60' end as band,
      coalesce(l.decided_on + interval '24 months' < ${on}::date, true) as "isOver24",
      coalesce(l.decided_on + make_interval(months => ${q.twoTermsMonths}) < ${on}::date, true) as "isOverTwoTerms",
      coalesce(g.members, 0) as members, round(g.age_sum::numeric / nullif(g.age_known, 0), 1)::float8 as "averageAge", coalesce(g.full_under_35, 0) as "fullUnder35",
      coalesce(s.followed, 0) as followed, coalesce(s.class_done, 0) as "classDone", coalesce(s.applied, 0) as applied, s.last_remark_on as "lastRemarkOn",
      t.period_kind as "targetKind", t.period_from as "targetFrom", t.period_until as "targetUntil", t.value as "targetValue", coalesce(a.n, 0) as "targetAdmitted",
      greatest(0, coalesce(t.value, 0) - coalesce(a.n, 0) - coalesce(s.followed, 0)) as missing
    from organisations.cells_below(${organisationId}, ${on}, ${known}) cell
    left join members.last_admission_by_cell(${organisationId}, ${on}, ${known}) l on l.cell_id = cell.cell_id
    left join members.ages_by_cell(${organisationId}, ${on}, ${known}) g on g.cell_id = cell.cell_id
    left join sources_and_targets.prospects_by_cell(${organisationId}, ${on}, ${q.certificateMonths}, ${known}) s on s.cell_id = cell.cell_id
    left join target t on t.organisation_id = cell.cell_id
    left join admitted a on a.cell_id = cell.cell_id
    order by l.decided_on nulls first, cell.above_name collate "vi-x-icu", cell.short_name collate "vi-x-icu", cell.cell_id`)
}

export type CellSummary = { cells: number; followed: number; classDone: number; followingNobody: number; over24: number; twoTerms: number }

/** The numbers of those rows added up, without what only a list shows. */
export function summariseCells(db: Db, q: CellsAsked): Promise<CellSummary> {
  const { organisationId, on } = q
  const known = q.knownAt ?? null
  return db.one(sql`
    select count(*)::int as cells, coalesce(sum(s.followed), 0)::int as followed, coalesce(sum(s.class_done), 0)::int as "classDone",
      (count(*) filter (where coalesce(s.followed, 0) = 0))::int as "followingNobody",
      (count(*) filter (where coalesce(l.decided_on + interval '24 months' < ${on}::date, true)))::int as "over24",
      (count(*) filter (where coalesce(l.decided_on + make_interval(months => ${q.twoTermsMonths}) < ${on}::date, true)))::int as "twoTerms"
    from organisations.cells_below(${organisationId}, ${on}, ${known}) cell
    left join members.last_admission_by_cell(${organisationId}, ${on}, ${known}) l on l.cell_id = cell.cell_id
    left join sources_and_targets.prospects_by_cell(${organisationId}, ${on}, ${q.certificateMonths}, ${known}) s on s.cell_id = cell.cell_id`)
}
