import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { grassrootsTypes } from '../../organisations/index.ts'
import { periodNotFound } from '../errors.ts'
import { kindOf } from '../model.ts'

export type Period = { readonly id: string; readonly organisationId: string; readonly organisation: string; readonly kind: 'half' | 'year'; readonly from: PlainDate; readonly until: PlainDate; readonly dueOn: PlainDate; readonly version: number }

const columns = sql`p.id, p.organisation_id as "organisationId", coalesce(organisations.name_on(p.organisation_id, p.until_day), '') as organisation, p.from_day as "from", p.until_day as until, p.due_on as "dueOn", p.version`
const withKind = (row: Omit<Period, 'kind'>): Period => ({ ...row, kind: kindOf(row.until) })

/** Periods of the reader's part and of those above it, the latest first. */
export const listPeriodRows = async (db: Db): Promise<Period[]> =>
  (await db.rows<Omit<Period, 'kind'>>(sql`select ${columns} from reports.period p order by p.until_day desc, p.from_day desc, p.id`)).map(withKind)

/** Refuses `reports.periodNotFound`. */
export async function loadPeriod(db: Db, id: string): Promise<Period> {
  const found = await db.first<Omit<Period, 'kind'>>(sql`select ${columns} from reports.period p where p.id = ${id}`)
  if (!found) throw periodNotFound()
  return withKind(found)
}

/** The same, locked until the end of the transaction. */
export async function lockPeriod(db: Db, id: string): Promise<Period> {
  await db.rows(sql`select from reports.period p where p.id = ${id} for update`)
  return loadPeriod(db, id)
}

export async function insertPeriod(db: Db, { organisationId, from, until, dueOn, by }: { organisationId: string; from: PlainDate; until: PlainDate; dueOn: PlainDate; by: string | undefined }): Promise<string | undefined> {
  const id = newId()
  const inserted = await db.run(sql`insert into reports.period (id, organisation_id, from_day, until_day, due_on, opened_by) values (${id}, ${organisationId}, ${from}, ${until}, ${dueOn}, ${by ?? null}) on conflict (organisation_id, from_day, until_day) do nothing`)
  return inserted === 1 ? id : undefined
}

export const updateDueDay = (db: Db, id: string, dueOn: PlainDate) => db.run(sql`update reports.period set due_on = ${dueOn}, version = version + 1 where id = ${id}`)

/** Grassroots organisations that report for a period, as the tree stood on its last day: those of the reader's part, in the order of their codes. */
export const listExpected = (db: Db, { organisationId, until }: Pick<Period, 'organisationId' | 'until'>): Promise<{ id: string; name: string }[]> =>
  db.rows(sql`
    select v.organisation_id as id, v.short_name as name
    from organisations.closure c join organisations.version v on v.organisation_id = c.descendant_id and v.superseded_at is null and v.valid_during @> ${until}::date
    where c.ancestor_id = ${organisationId} and c.depth > 0 and c.valid_during @> ${until}::date and v.type = any (${[...grassrootsTypes]}::text[]) and v.organisation_id in (select access.people_reach())
    order by v.code, v.short_name, v.organisation_id`)

/** The period before one with the same end that its figures can be held against: the latest of the same organisation that had ended by then. */
export async function findFormerPeriod(db: Db, { organisationId, until }: Pick<Period, 'organisationId' | 'until'>): Promise<Period | undefined> {
  const found = await db.first<Omit<Period, 'kind'>>(sql`select ${columns} from reports.period p where p.organisation_id = ${organisationId} and p.until_day < ${until} order by p.until_day desc, p.from_day limit 1`)
  return found && withKind(found)
}
