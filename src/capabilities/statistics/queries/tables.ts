import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { placementsKnown, versionsKnown } from '../../organisations/index.ts'
import { ageBands, decreases, increases, partyAgeBands, type BalanceItem, type Trait, type TraitColumn } from '../codes.ts'
import type { Name } from './figures.ts'
import { countLines, sorting, type Period } from './lines.ts'

/** The ways in and out of each organisation in a period, as counted: organisation, then item. Of a part, only the days count on which it stood below the whole. */
export async function countBalance(db: Db, organisations: readonly string[], within: string, { from, until, knownAt }: Period): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await db.rows<{ organisationId: string; item: string; people: number }>(sql`
    select organisation_id as "organisationId", item, people from statistics.balance(${organisations}::uuid[], ${within}, ${from}, ${until}, ${knownAt ?? null}, ${sorting}::jsonb)`)
  const counted = new Map<string, Map<string, number>>(organisations.map((id) => [id, new Map()]))
  for (const { organisationId, item, people } of rows) counted.get(organisationId)!.set(item, people)
  return counted
}

export type TraitRow = { readonly trait: Trait; readonly value: string | null; readonly members: number; readonly women: number; readonly ethnicMinority: number; readonly probationary: number }

const bands = sql`${[...ageBands]}::int[], ${[...partyAgeBands]}::int[]`

const columnOf: Readonly<Record<string, TraitColumn>> = { total: 'members', women: 'women', ethnicMinority: 'ethnicMinority', probationary: 'probationary' }

/** Members of a day by each trait. */
export async function countTraits(db: Db, organisationId: string, on: PlainDate, knownAt: string | undefined): Promise<TraitRow[]> {
  const rows = new Map<string, { -readonly [K in keyof TraitRow]: TraitRow[K] }>()
  for (const { trait, value, mark, people } of await countLines(db, organisationId, { from: on, until: on, knownAt }, ['stand'])) {
    if (trait === 'all') continue
    const key = JSON.stringify([trait, value])
    const row = rows.get(key) ?? { trait: trait as Trait, value, members: 0, women: 0, ethnicMinority: 0, probationary: 0 }
    row[columnOf[mark]!] = people
    rows.set(key, row)
  }
  return [...rows.values()]
}

type Page = { readonly page: number; readonly size: number }
type Told = { rows: (Name & { item: string | null; onDay: PlainDate | null })[]; seen: number }

const itemsOf = (item: BalanceItem): readonly string[] => (item === 'increase' ? increases : item === 'decrease' ? decreases : [item])

const told = (rows: readonly (Told['rows'][number] & { seen: number })[]): Told => ({ rows: rows.map(({ seen: _s, ...row }) => ({ ...row, cellName: row.cellName ?? '' })), seen: rows[0]?.seen ?? 0 })
const nothingElse = sql`null as status, null as "decidedOn", null as "decisionNumber", null as "recordedAt"`

/** The people behind a number of table 1, by given name, with the way and its day. */
export async function listBalanceNames(db: Db, organisationId: string, within: string, { from, until, knownAt }: Period, item: BalanceItem, { page, size }: Page): Promise<Told> {
  return told(await db.rows(sql`
    with page as (
      select *, members.place_now(person_id, keeper_id) as place_id, count(*) over ()::int as seen from members.people_in_balance(${organisationId}, ${within}, ${from}, ${until}, ${knownAt ?? null}, ${[...itemsOf(item)]}::text[])
      order by sort_key collate "C", person_id, on_day limit ${size} offset ${(page - 1) * size})
    select n.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", n.place_id as "cellId", pl.cell as "cellName", pl.organisation as "aboveName", n.item, n.on_day as "onDay", ${nothingElse}, n.seen
    from page n join members.person x on x.id = n.person_id left join organisations.places_of(array(select distinct place_id from page), access.today()) pl on pl.cell_id = n.place_id
    order by n.sort_key collate "C", n.person_id, n.on_day`))
}

/** The people behind a number of table 3, by given name. `all` stands for every member. */
export async function listTraitNames(db: Db, organisationId: string, on: PlainDate, knownAt: string | undefined, wanted: { trait: Trait | 'all'; value: string | null; among: TraitColumn }, { page, size }: Page): Promise<Told> {
  return told(await db.rows(sql`
    with page as (
      select *, members.place_now(person_id, keeper_id) as place_id, count(*) over ()::int as seen from members.people_with_trait(${organisationId}, ${on}, ${knownAt ?? null}, ${bands}, ${wanted.trait}, ${wanted.value}, ${wanted.among})
      order by sort_key collate "C", person_id limit ${size} offset ${(page - 1) * size})
    select n.person_id as "personId", x.full_name as "fullName", left(x.born_on, 4)::int as "bornYear", n.place_id as "cellId", pl.cell as "cellName", pl.organisation as "aboveName", null as item, null as "onDay", ${nothingElse}, n.seen
    from page n join members.person x on x.id = n.person_id left join organisations.places_of(array(select distinct place_id from page), access.today()) pl on pl.cell_id = n.place_id
    order by n.sort_key collate "C", n.person_id`))
}

/** The organisations right below one on a day, in the order of their codes. */
export const listParts = (db: Db, organisationId: string, on: PlainDate, knownAt?: string): Promise<{ id: string; name: string; code: string | null }[]> =>
  db.rows(sql`
    select v.organisation_id as id, v.short_name as name, v.code from ${placementsKnown(knownAt)} p
    join ${versionsKnown(knownAt)} v on v.organisation_id = p.organisation_id and v.valid_during @> ${on}::date
    where p.parent_id = ${organisationId} and p.valid_during @> ${on}::date order by v.code, v.short_name`)
