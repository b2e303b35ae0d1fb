import type { PlainDate } from '../../../kernel/index.ts'
import { raw, sql, type Db } from '../../../platform/action/index.ts'
import { belongingTables } from '../messages.vi.ts'

export type RecordLine = {
  readonly personId: string; readonly fullName: string; readonly otherName: string | null; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly organisation: string | null
  readonly status: string | null; readonly isFollowed: boolean
}

/** People as lists show them on a day, by their identifiers. */
export async function linesOf(db: Db, people: readonly string[], on: PlainDate): Promise<Map<string, RecordLine>> {
  const rows = await db.rows<RecordLine>(sql`
    select x.id as "personId", x.full_name as "fullName", x.other_name as "otherName", x.born_on as "bornOn", x.keeper_id as "cellId", coalesce(l.cell, '') as cell, l.organisation, s.status,
      exists (select from sources_and_targets.prospect f where f.person_id = x.id and f.closed_on is null) as "isFollowed"
    from members.person x
    left join members.standing s on s.person_id = x.id and s.valid_during @> ${on}::date
    left join organisations.places_of(array(select distinct keeper_id from members.person where id = any (${people as string[]}::uuid[])), ${on}) l on l.cell_id = x.keeper_id
    where x.id = any (${people as string[]}::uuid[])`)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** What items of the sheet say of a person today, for those that the sheet alone keeps. */
export async function sheetValuesOf(db: Db, personId: string, on: PlainDate): Promise<Map<string, unknown>> {
  const rows = await db.rows<{ field: string; content: unknown }>(sql`
    select field, content from member_sheet.value where person_id = ${personId} and superseded_at is null and valid_during @> ${on}::date and content <> 'null'`)
  return new Map(rows.map(({ field, content }) => [field, content]))
}

const below: Readonly<Record<string, string>> = {
  'dossiers.item': 'join dossiers.dossier o on o.id = t.dossier_id where t.superseded_at is null and o.person_id = $p',
  'dossiers.scan': 'join dossiers.item i on i.id = t.item_id join dossiers.dossier o on o.id = i.dossier_id where t.superseded_at is null and o.person_id = $p',
}
const live = ['members.post', 'members.overlay', 'member_sheet.entry']

function counting(table: string, side: 'first' | 'second'): string {
  const condition = (below[table] ?? `where t.person_id = $p${live.includes(table) ? ' and t.superseded_at is null' : ''}`).replace('$p', `asked.${side}`)
  return `(select count(*)::int from ${table} t ${condition})`
}

/** How much of each kind belongs to two people. */
export function belongingsOf(db: Db, firstId: string, secondId: string): Promise<{ what: string; first: number; second: number }[]> {
  const counts = belongingTables.map((table) => `select '${table}' as what, ${counting(table, 'first')} as first, ${counting(table, 'second')} as second from asked`)
  return db.rows(sql`with asked as (select ${firstId}::uuid as first, ${secondId}::uuid as second) ${raw(counts.join(' union all '))}`)
}
