import { createHash } from 'node:crypto'
import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { fold } from '../../../kernel/index.ts'
import { empty, sql, stoodAt, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import type { MemberStatus, OverlayKind } from '../model.ts'
import { isEveryday, sourceOf, type MemberFilter } from './conditions.ts'

/** One line of a list of members. */
export type ListedMember = {
  id: string; fullName: string; otherName: string | null; bornOn: UncertainDate | null; sex: 'male' | 'female' | null; ethnicity: string | null
  cellId: string; cell: string; organisation: string | null
  decidedOn: PlainDate | null; admittedOn: UncertainDate | null; confirmedOn: UncertainDate | null; cardNumber: string | null
  status: MemberStatus; overlays: OverlayKind[]; identityLast4: string | null
}

export type ListOrder = { sort: 'name' | 'birth' | 'admission'; descending: boolean }
export type ListPage = { page: number; size: number }

const orderOf = ({ sort, descending }: ListOrder, of = empty): Sql => {
  const direction = descending ? sql`desc nulls last` : sql`asc nulls last`
  const byName = sql`${of}sort_key`
  if (sort === 'name') return sql`order by ${byName} ${direction}, ${of}person_id`
  return sql`order by ${of}sort_day ${direction}, ${byName}, ${of}person_id`
}

/** Day of birth, or of admission of the spell a person lives through; only read when the list is sorted by it. */
const sortColumn = ({ sort }: ListOrder, seen: Seen): Sql => {
  if (sort === 'birth') return sql`, (select b.born_on from members.person b where b.id = p.person_id) collate "C" as sort_day`
  if (sort === 'admission')
    return sql`, (select coalesce(m.decided_on::text, m.admitted_on) from members.membership m
      where m.person_id = p.person_id and ${stoodAt('m', seen.knownAt)} order by m.ordinal desc limit 1) collate "C" as sort_day`
  return sql``
}

// The narrow rows of everybody who fits are counted and sorted; only the page looks up what it shows.
function listSql(filter: MemberFilter, seen: Seen, order: ListOrder, { page, size }: ListPage, named: readonly string[] | undefined): Sql {
  const { on, knownAt } = seen
  const source = sourceOf(filter, seen, named)
  return sql`
    with fitting as materialized (
      select p.person_id, p.cell_id, ${source.status} as status, ${source.sortKey} as sort_key ${sortColumn(order, seen)}
      from ${source.from} where ${source.conditions}
    ), page as materialized (
      select * from fitting ${orderOf(order)} limit ${size} offset ${(page - 1) * size}
    )
    select t.total, page.person_id as id, page.status, page.cell_id as "cellId", pl.cell, pl.organisation,
      l.full_name as "fullName", l.other_name as "otherName", l.born_on as "bornOn", l.sex, l.ethnicity, l.identity_last4 as "identityLast4",
      l.decided_on as "decidedOn", l.admitted_on as "admittedOn", l.confirmed_on as "confirmedOn", l.card_number as "cardNumber", l.overlays
    from (select count(*)::int as total from fitting) t
    left join page on true
    left join members.lines_of((select array_agg(person_id) from page), ${on}, ${knownAt ?? null}) l on l.person_id = page.person_id
    left join organisations.places_of((select array_agg(distinct cell_id) from page), ${on}) pl on pl.cell_id = page.cell_id
    ${orderOf(order, sql`page.`)}`
}

// Written out: a rest pattern costs more than reading the row did, and this list is asked for all day.
const lineOf = (row: ListedMember & { total: number }): ListedMember => ({
  id: row.id, status: row.status, cellId: row.cellId, cell: row.cell, organisation: row.organisation, fullName: row.fullName, otherName: row.otherName, bornOn: row.bornOn, sex: row.sex,
  ethnicity: row.ethnicity, identityLast4: row.identityLast4, decidedOn: row.decidedOn, admittedOn: row.admittedOn, confirmedOn: row.confirmedOn, cardNumber: row.cardNumber, overlays: row.overlays,
})

/** A statement is prepared under a name made from its text. */
const nameOf = (query: Sql): string => `members.list.${createHash('sha1').update(query.text).digest('base64url')}`

/** Above so many finds the text index is no help, and names are compared one by one. */
const MOST_NAMED = 2000

/** People of any organisation whose name holds the text, from the text index; none asked for when the text is short or fits too many. */
async function findNamed(db: Db, search: string | undefined): Promise<readonly string[] | undefined> {
  if (!search || /^[\d. ]+$/.test(search) || fold(search).length < 3) return undefined
  const { ids } = await db.one<{ ids: string[] | null }>(sql`select members.people_named(${search}, ${MOST_NAMED}) as ids`)
  return ids ?? undefined
}

/** Members who fit the filter: one page in order, and how many there are in all. Only those within one's part. */
export async function listMembersOf(db: Db, filter: MemberFilter, seen: Seen, order: ListOrder, page: ListPage): Promise<{ rows: ListedMember[]; total: number }> {
  const query = listSql(filter, seen, order, page, await findNamed(db, filter.search))
  const rows = isEveryday(filter) ? await db.prepared<ListedMember & { total: number }>(nameOf(query), query) : await db.rows<ListedMember & { total: number }>(query)
  const total = rows[0]?.total ?? 0
  return { total, rows: rows.filter((row) => row.id !== null).map(lineOf) }
}
