import { createHash } from 'node:crypto'
import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { fold } from '../../../kernel/index.ts'
import { join, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { grassrootsTypes } from '../../organisations/index.ts'
import type { MemberStatus, OverlayKind } from '../model.ts'
import { conditionsOf, isEveryday, known, type MemberFilter, type Seen } from './conditions.ts'

/** One line of a list of members. */
export type ListedMember = {
  id: string; fullName: string; otherName: string | null; bornOn: UncertainDate | null; sex: 'male' | 'female' | null; ethnicity: string | null
  cellId: string; cell: string; organisation: string | null
  decidedOn: PlainDate | null; admittedOn: UncertainDate | null; confirmedOn: UncertainDate | null; cardNumber: string | null
  status: MemberStatus; overlays: OverlayKind[]; identityLast4: string | null
}

export type ListOrder = { sort: 'name' | 'birth' | 'admission'; descending: boolean }
export type ListPage = { page: number; size: number }

const orderColumns = { name: sql`sort_key`, birth: sql`born_on collate "C"`, admission: sql`admission` }

const orderOf = ({ sort, descending }: ListOrder): Sql => {
  const direction = descending ? sql`desc nulls last` : sql`asc nulls last`
  return sort === 'name' ? sql`order by sort_key ${direction}, person_id` : sql`order by ${orderColumns[sort]} ${direction}, sort_key, person_id`
}

/** Day of admission of the spell a person lives through; only read when the list is sorted by it. */
const admission = (seen: Seen): Sql => sql`(select coalesce(m.decided_on::text, m.admitted_on) from members.membership m
  where m.person_id = p.person_id and ${known('m', seen.knownAt)} order by m.ordinal desc limit 1) collate "C"`

// The narrow rows of everybody who fits are counted and sorted; only the page looks up what it shows.
function listSql(filter: MemberFilter, seen: Seen, order: ListOrder, { page, size }: ListPage, named: readonly string[] | undefined): Sql {
  const { on, knownAt } = seen
  const sortColumn = order.sort === 'birth' ? sql`, x.born_on` : order.sort === 'admission' ? sql`, ${admission(seen)} as admission` : sql``
  return sql`
    with fitting as materialized (
      select p.person_id, p.cell_id, s.status, x.sort_key ${sortColumn}
      from members.placement p
      join members.status s on s.person_id = p.person_id
      join members.person x on x.id = p.person_id
      where ${conditionsOf(filter, seen, named)}
    ), page as (
      select *, row_number() over (${orderOf(order)}) as place from fitting ${orderOf(order)} limit ${size} offset ${(page - 1) * size}
    )
    select t.total, x.id, x.full_name as "fullName", x.other_name as "otherName", x.born_on as "bornOn", x.sex, x.ethnicity, x.identity_last4 as "identityLast4",
      page.cell_id as "cellId", coalesce(v.short_name, organisations.name_on(page.cell_id, ${on}::date)) as cell, g.short_name as organisation,
      m.decided_on as "decidedOn", m.admitted_on as "admittedOn", m.confirmed_on as "confirmedOn", m.card_number as "cardNumber", page.status,
      array(select distinct o.kind from members.overlay o where o.person_id = x.id and o.valid_during @> ${on}::date and ${known('o', knownAt)} order by 1) as overlays
    from (select count(*)::int as total from fitting) t
    left join page on true
    left join members.person x on x.id = page.person_id
    left join lateral (select * from members.membership m where m.person_id = page.person_id and ${known('m', knownAt)} order by m.ordinal desc limit 1) m on true
    left join organisations.version v on v.organisation_id = page.cell_id and v.superseded_at is null and v.valid_during @> ${on}::date
    left join lateral (
      select gv.short_name from organisations.closure c
      join organisations.version gv on gv.organisation_id = c.ancestor_id and gv.superseded_at is null and gv.valid_during @> ${on}::date
      where c.descendant_id = page.cell_id and c.depth > 0 and c.valid_during @> ${on}::date and gv.type in (${join([...grassrootsTypes])})
      order by c.depth limit 1) g on true
    order by page.place`
}

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
  return { total, rows: rows.filter((row) => row.id !== null).map(({ total: _total, ...row }) => row) }
}
