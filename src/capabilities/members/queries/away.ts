import type { PlainDate } from '../../../kernel/index.ts'
import { sql, stoodAt, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

/** A member away from home on a day. `excusedUntil`: last day of the excuse; null when none was given. */
export type Away = {
  readonly overlayId: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly organisation: string | null; readonly from: PlainDate; readonly since: string | null
  readonly place: string | null; readonly occupation: string | null; readonly phone: string | null; readonly excusedUntil: PlainDate | null; readonly contactId: string | null; readonly contactName: string | null
}

const columns = sql`o.id as "overlayId", x.id as "personId", x.full_name as "fullName", x.born_on as "bornOn", p.cell_id as "cellId",
  lower(o.valid_during) as "from", o.since, o.place, o.occupation, o.phone, o.excused_until as "excusedUntil", o.contact_id as "contactId", c.full_name as "contactName"`

const from = (condition: Sql, { on, knownAt }: Seen): Sql => sql`
  from members.placement p
  join members.overlay o on o.person_id = p.person_id and o.kind = 'away' and o.valid_during @> ${on}::date and ${stoodAt('o', knownAt)}
  join members.person x on x.id = p.person_id left join members.person c on c.id = o.contact_id
  where p.valid_during @> ${on}::date and ${stoodAt('p', knownAt)} and ${condition}`

/** Everybody away below an organisation, or in the reader's part, on a day, by name. */
export async function listAwayBelow(db: Db, organisationId: string | undefined, seen: Seen): Promise<Away[]> {
  const rows = await db.rows<Omit<Away, 'cell' | 'organisation'>>(sql`select ${columns} ${from(organisationId ? sql`p.cell_id ${belowCondition(organisationId, seen.on, seen.knownAt)}` : sql`true`, seen)} order by x.sort_key, x.id`)
  return withPlaces(db, rows, seen.on)
}

/** The same rows with the short names of their cells and of what stands above these on a day: a cell is not told by its own name alone. */
async function withPlaces<R extends { readonly cellId: string }>(db: Db, rows: readonly R[], on: PlainDate): Promise<(R & { cell: string; organisation: string | null })[]> {
  const places = await db.rows<{ id: string; cell: string; organisation: string | null }>(sql`select cell_id as id, cell, organisation from organisations.places_of(${[...new Set(rows.map(({ cellId }) => cellId))]}::uuid[], ${on})`)
  const byId = new Map(places.map((place) => [place.id, place]))
  return rows.map((row) => ({ ...row, cell: byId.get(row.cellId)?.cell ?? '', organisation: byId.get(row.cellId)?.organisation ?? null }))
}

export type AwayOfCell = { readonly cellId: string; readonly cell: string; readonly organisation: string | null; readonly away: number; readonly lapsed: number }

/** Numbers of members away for each cell below an organisation. */
export async function countAwayByCell(db: Db, organisationId: string, seen: Seen): Promise<AwayOfCell[]> {
  const rows = await db.rows<Omit<AwayOfCell, 'cell' | 'organisation'>>(sql`
    select p.cell_id as "cellId", count(*)::int as away, (count(*) filter (where o.excused_until is null or o.excused_until < ${seen.on}::date))::int as lapsed
    ${from(sql`p.cell_id ${belowCondition(organisationId, seen.on, seen.knownAt)}`, seen)} group by p.cell_id`)
  return withPlaces(db, rows, seen.on)
}
