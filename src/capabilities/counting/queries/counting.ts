import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { ageBands, partyAgeBands } from '../../statistics/index.ts'
import type { Dimension, Measure } from '../codes.ts'

/** What is counted: both days inclusive; `ownerOn` null leaves each fact with the organisation that had it on its own day. */
export type Asked = {
  readonly measure: Measure; readonly organisationId: string; readonly from: PlainDate; readonly until: PlainDate; readonly knownAt: string | null; readonly ownerOn: PlainDate | null
  readonly rows: Dimension; readonly columns: Dimension
}
export type Counted = { readonly row: string | null; readonly column: string | null; readonly counted: number }

const bands = sql`${[...ageBands]}::int[], ${[...partyAgeBands]}::int[]`

function countingFunction({ measure, organisationId, from, until, knownAt, ownerOn, rows, columns }: Asked): Sql {
  if (measure === 'organisations') return sql`organisations.counted_by(${organisationId}, ${until}, ${knownAt}, ${rows}, ${columns})`
  if (measure === 'files') return sql`admission.files_counted_by(${organisationId}, ${until}, ${knownAt}, ${ownerOn}, ${bands}, ${rows}, ${columns})`
  return sql`members.counted_by(${measure}, ${organisationId}, ${from}, ${until}, ${knownAt}, ${ownerOn}, ${bands}, ${rows}, ${columns})`
}

/** Numbers by the values of two dimensions; a value of null is not known. */
export const countFacts = (db: Db, asked: Asked): Promise<Counted[]> =>
  db.rows(sql`select row_value as row, column_value as "column", counted from ${countingFunction(asked)}`)

/** Of one dimension: the value wanted (null: not known), or every one. */
export type Wanted = { readonly every: true } | { readonly every: false; readonly value: string | null }
const wantedOf = (wanted: Wanted): Sql => sql`${wanted.every ? null : wanted.value}::text, ${wanted.every}`

function peopleFunction({ measure, organisationId, from, until, knownAt, ownerOn, rows, columns }: Asked, row: Wanted, column: Wanted): Sql {
  if (measure === 'files') return sql`admission.people_of_files_by(${organisationId}, ${until}, ${knownAt}, ${ownerOn}, ${bands}, ${rows}, ${wantedOf(row)}, ${columns}, ${wantedOf(column)})`
  return sql`members.people_counted_by(${measure}, ${organisationId}, ${from}, ${until}, ${knownAt}, ${ownerOn}, ${bands}, ${rows}, ${wantedOf(row)}, ${columns}, ${wantedOf(column)})`
}

export type CountedPerson = { personId: string; fullName: string; bornYear: number | null; cell: string | null; organisation: string | null; onDay: PlainDate; detail: string | null }

/** The people behind a number, by given name; with how many of them can be seen. */
export async function listCountedPeople(db: Db, asked: Asked, row: Wanted, column: Wanted, { page, size }: { page: number; size: number }): Promise<{ people: CountedPerson[]; seen: number }> {
  const people = await db.rows<CountedPerson & { seen: number }>(sql`
    with page as (
      select *, members.place_now(person_id, keeper_id) as place_id, count(*) over ()::int as seen from ${peopleFunction(asked, row, column)}
      order by sort_key collate "C", person_id, on_day, detail limit ${size} offset ${(page - 1) * size})
    select n.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", pl.cell, pl.organisation, n.on_day as "onDay", n.detail, n.seen
    from page n join members.person x on x.id = n.person_id left join organisations.places_of(array(select distinct place_id from page), access.today()) pl on pl.cell_id = n.place_id
    order by n.sort_key collate "C", n.person_id, n.on_day, n.detail`)
  return { people: people.map(({ seen: _s, ...person }) => person), seen: people[0]?.seen ?? 0 }
}
