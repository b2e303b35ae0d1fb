import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { TableBase } from '../../../regulations/index.ts'
import { sortingOfLines as sorting } from '../../statistics/index.ts'
import type { FactKind } from '../codes.ts'
import type { Frozen } from './reports.ts'

/** A side as the functions of the database take it: frozen submissions, with what stands at `own` itself; or an organisation whose lines are counted. */
export type TakenSide = Frozen & { readonly organisation: string | null }
export type DifferingCell = { readonly base: TableBase; readonly trait: string; readonly value: string | null; readonly mark: string; readonly onlyA: number; readonly onlyB: number }

const taken = (side: TakenSide) => sql`${JSON.stringify(side)}::jsonb`

/** Numbers that some name stands in on one side only, with how many on each. */
export const listDifferingCells = (db: Db, a: TakenSide, b: TakenSide): Promise<DifferingCell[]> =>
  db.rows(sql`select base, trait, value, mark, only_a as "onlyA", only_b as "onlyB" from reports.differences(${taken(a)}, ${taken(b)}, ${sorting}::jsonb)`)

export type WantedCell = { readonly base: string; readonly trait: string; readonly value: string | null; readonly mark: string }
export type DifferingName = {
  readonly subjectId: string; readonly personId: string | null; readonly name: string; readonly bornYear: number | null; readonly cellName: string; readonly base: TableBase
  readonly inA: number; readonly inB: number; readonly gone: readonly string[]; readonly come: readonly string[]
}

/** The names behind the difference of a number, or of any, by given name. */
export async function listDifferingNames(db: Db, a: TakenSide, b: TakenSide, cell: WantedCell | undefined, on: PlainDate, { page, size }: { page: number; size: number }): Promise<{ rows: DifferingName[]; total: number }> {
  const rows = await db.rows<DifferingName & { total: number }>(sql`
    with page as (
      select *, count(*) over ()::int as total from reports.differing_names(${taken(a)}, ${taken(b)}, ${sorting}::jsonb, ${cell?.base ?? null}, ${cell?.trait ?? null}, ${cell?.value ?? null}, ${cell?.mark ?? null})
      order by sort_key collate "C", subject_id, base limit ${size} offset ${(page - 1) * size})
    select n.subject_id as "subjectId", x.id as "personId", coalesce(x.full_name, organisations.name_on(n.subject_id, ${on}), '') as name, left(x.born_on, 4)::int as "bornYear",
      case when x.id is null then '' else coalesce(pl.cell, '') end as "cellName", n.base, n.in_a as "inA", n.in_b as "inB", n.gone, n.come, n.total
    from page n left join members.person x on x.id = n.subject_id left join organisations.places_of(array(select distinct keeper_id from page), access.today()) pl on pl.cell_id = n.keeper_id
    order by n.sort_key collate "C", n.subject_id, n.base`)
  return { rows: rows.map(({ total: _t, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type ToldFact = {
  readonly fact: string; readonly kind: FactKind; readonly from: PlainDate | null; readonly until: PlainDate | null; readonly basis: string | null; readonly says: Readonly<Record<string, unknown>>
  readonly recordedAt: string | null; readonly recordedBy: string | null; readonly event: string | null; readonly supersededAt: string | null; readonly supersededBy: string | null
}

/** What these facts say, by whom and when each was recorded, and when and by whom it was put aside. `until` is the last day. */
export const listToldFacts = (db: Db, facts: readonly string[]): Promise<ToldFact[]> =>
  db.rows(sql`
    select fact, kind, lower(days) as "from", upper(days) - 1 as until, basis, coalesce(says, '{}') as says, to_json(recorded_at) #>> '{}' as "recordedAt", recorded_by as "recordedBy", event,
      to_json(superseded_at) #>> '{}' as "supersededAt", superseded_by as "supersededBy"
    from reports.told(${[...facts]}::text[]) order by recorded_at, fact`)
