import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { cellTypes, grassrootsTypes, sectionTypes } from '../../organisations/index.ts'
import { periodNotFound } from '../errors.ts'
import { kindOf } from '../model.ts'

export type Period = { readonly id: string; readonly organisationId: string; readonly organisation: string; readonly kind: 'half' | 'year'; readonly from: PlainDate; readonly until: PlainDate; readonly dueOn: PlainDate; readonly version: number }

const columns = sql`p.id, p.organisation_id as "organisationId", coalesce(organisations.name_on(p.organisation_id, p.until_day), '') as organisation, p.from_day as "from", p.until_day as until, p.due_on as "dueOn", p.version`
const withKind = (row: Omit<Period, 'kind'>): Period => ({ ...row, kind: kindOf(row.until) })

/** Periods that an organisation of the reader's part opened, or one right above such an organisation; of one that reports (`reporterId`) only those it reports for; the latest first. */
export const listPeriodRows = async (db: Db, reporterId?: string): Promise<Period[]> =>
  (await db.rows<Omit<Period, 'kind'>>(sql`
    with reach as materialized (select access.people_reach() as id)
    select ${columns} from reports.period p
    where (p.organisation_id in (select id from reach)
      or exists (select from organisations.closure c where c.ancestor_id = p.organisation_id and c.depth = 1 and c.valid_during @> p.until_day and c.descendant_id in (select id from reach)))
      and (${reporterId ?? null}::uuid is null or exists (select from organisations.closure c where c.ancestor_id = p.organisation_id and c.depth = 1 and c.valid_during @> p.until_day and c.descendant_id = ${reporterId ?? null}))
    order by p.until_day desc, p.from_day desc, (select max(c.depth) from organisations.closure c where c.descendant_id = p.organisation_id and c.valid_during @> p.until_day and c.ancestor_id in (select id from reach)), p.id`)).map(withKind)

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

/** What reports to nobody by itself: its organisation counts it. */
const neverReports = [...cellTypes.filter((type) => !(grassrootsTypes as readonly string[]).includes(type)), ...sectionTypes, 'TO_DANG']

export type Expected = { readonly id: string; readonly name: string; /** It reports for organisations right below it, which report to it. */ readonly isAbove: boolean }

/** Organisations right below that report for a period, as the tree stood on its last day: those of the reader's part, in the order of their codes. */
export const listExpected = (db: Db, { organisationId, until }: Pick<Period, 'organisationId' | 'until'>): Promise<Expected[]> =>
  db.rows(sql`
    select v.organisation_id as id, v.short_name as name, v.type <> all (${[...grassrootsTypes]}::text[]) as "isAbove"
    from organisations.closure c join organisations.version v on v.organisation_id = c.descendant_id and v.superseded_at is null and v.valid_during @> ${until}::date
    where c.ancestor_id = ${organisationId} and c.depth = 1 and c.valid_during @> ${until}::date and v.type <> all (${neverReports}::text[]) and v.organisation_id in (select access.people_reach())
    order by v.code, v.short_name, v.organisation_id`)

/** Whether an organisation stands above the grassroots, as it is or was last. */
export async function standsAbove(db: Db, organisationId: string): Promise<boolean> {
  const found = await db.first<{ type: string }>(sql`select v.type from organisations.version v where v.organisation_id = ${organisationId} and v.superseded_at is null order by v.valid_during desc limit 1`)
  return found !== undefined && ![...neverReports, ...grassrootsTypes].includes(found.type)
}

/** The period for the same days that an organisation opened itself, or (`isAbove`) that the one right above it did. */
export async function findPeriodBeside(db: Db, { from, until }: Pick<Period, 'from' | 'until'>, organisationId: string, isAbove = false): Promise<Period | undefined> {
  const opener = isAbove ? sql`in (select c.ancestor_id from organisations.closure c where c.descendant_id = ${organisationId} and c.depth = 1 and c.valid_during @> ${until}::date)` : sql`= ${organisationId}`
  const found = await db.first<Omit<Period, 'kind'>>(sql`select ${columns} from reports.period p where p.from_day = ${from} and p.until_day = ${until} and p.organisation_id ${opener} limit 1`)
  return found && withKind(found)
}

/** The period before one with the same end that its figures can be held against: the latest of the same organisation that had ended by then. */
export async function findFormerPeriod(db: Db, { organisationId, until }: Pick<Period, 'organisationId' | 'until'>): Promise<Period | undefined> {
  const found = await db.first<Omit<Period, 'kind'>>(sql`select ${columns} from reports.period p where p.organisation_id = ${organisationId} and p.until_day < ${until} order by p.until_day desc, p.from_day limit 1`)
  return found && withKind(found)
}
