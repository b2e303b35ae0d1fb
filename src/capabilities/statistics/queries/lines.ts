import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { committeePositions, type TableBase } from '../../../regulations/index.ts'
import { ageBands, partyAgeBands, sizeBands } from '../codes.ts'
import type { Figure } from '../filled.ts'

export type Period = { readonly from: PlainDate; readonly until: PlainDate; readonly knownAt?: string | undefined }

/** By what the lines of the tables are sorted, as the functions of the database ask for it. */
export const sorting = JSON.stringify({ age: ageBands, partyAge: partyAgeBands, size: sizeBands, positions: committeePositions })

/** Every number of the tables of an organisation and a period (of these bases, if any are told); none of an organisation outside the reader's part. */
export const countLines = (db: Db, organisationId: string, { from, until, knownAt }: Period, bases?: readonly TableBase[]): Promise<Figure[]> =>
  db.rows(sql`select base, trait, value, mark, people from statistics.counts(${organisationId}, ${from}, ${until}, ${knownAt ?? null}, ${sorting}::jsonb, ${bases ? [...bases] : null}::text[])`)

/** A number of a table: what it counts, sorted by what, which values of it (null: nothing is known), in which column. */
export type Cell = { readonly base: TableBase; readonly trait: string; readonly values: readonly (string | null)[]; readonly mark: string }
export type Behind = { readonly personId: string | null; readonly fullName: string; readonly bornYear: number | null; readonly cellId: string; readonly cellName: string; readonly aboveName: string | null; readonly value: string | null; readonly onDay: string }

/** The same values as the functions of the database take them; an empty text stands for what is not known. */
export const valuesTaken = (values: readonly (string | null)[]): string[] => values.map((value) => value ?? '')

/** Names for subjects of lines, as far as the reader may see them: people by given name, organisations by their own. `found` gives them with `subject_id, value, on_day, keeper_id, sort_key, total`. */
export async function namesBehind(db: Db, found: ReturnType<typeof sql>, { page, size }: { page: number; size: number }): Promise<{ rows: Behind[]; seen: number; total: number | undefined }> {
  const rows = await db.rows<Behind & { seen: number; total: number }>(sql`
    with page as (select f.*, members.place_now(f.subject_id, f.keeper_id) as place_id, count(*) over ()::int as seen from (${found}) f order by f.sort_key collate "C", f.subject_id, f.on_day limit ${size} offset ${(page - 1) * size})
    select x.id as "personId", coalesce(x.full_name, organisations.name_on(n.subject_id, n.on_day)) as "fullName", left(x.born_on, 4)::int as "bornYear", n.place_id as "cellId",
      case when x.id is null then '' else coalesce(pl.cell, '') end as "cellName", pl.organisation as "aboveName", n.value, n.on_day as "onDay", n.seen, n.total
    from page n left join members.person x on x.id = n.subject_id
    left join organisations.places_of(array(select distinct place_id from page), access.today()) pl on pl.cell_id = n.place_id
    order by n.sort_key collate "C", n.subject_id, n.on_day`)
  return { rows: rows.map(({ seen: _s, total: _t, ...row }) => row), seen: rows[0]?.seen ?? 0, total: rows[0]?.total }
}

/** Who stands behind a number counted now, by given name. */
export const listBehind = (db: Db, organisationId: string, { from, until, knownAt }: Period, { base, trait, values, mark }: Cell, page: { page: number; size: number }) =>
  namesBehind(db, sql`select * from statistics.behind(${organisationId}, ${from}, ${until}, ${knownAt ?? null}, ${sorting}::jsonb, ${base}, ${trait}, ${valuesTaken(values)}::text[], ${mark})`, page)
