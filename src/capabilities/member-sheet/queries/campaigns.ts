import { newId, type PlainDate } from '../../../kernel/index.ts'
import { join, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { Change } from '../changes.ts'
import { campaignNotFound, supplementNotFound } from '../errors.ts'
import type { SupplementState } from '../states.ts'

export type Campaign = {
  readonly id: string; readonly organisationId: string; readonly organisation: string; readonly year: number; readonly askedOn: PlainDate; readonly dueOn: PlainDate
  readonly total: number; readonly asked: number; readonly answered: number; readonly checked: number; readonly takenIn: number; readonly returned: number
}

const counted = sql`count(s.id)::int as total, (count(s.id) filter (where s.state = 'asked'))::int as asked, (count(s.id) filter (where s.state = 'answered'))::int as answered,
  (count(s.id) filter (where s.state = 'checked'))::int as checked, (count(s.id) filter (where s.state = 'takenIn'))::int as "takenIn", (count(s.id) filter (where s.state = 'returned'))::int as returned`

const campaigns = (where: Sql) => sql`
  select c.id, c.organisation_id as "organisationId", coalesce(organisations.name_on(c.organisation_id, access.today()), '') as organisation, c.year, c.asked_on as "askedOn", c.due_on as "dueOn", ${counted}
  from member_sheet.campaign c left join member_sheet.supplement s on s.campaign_id = c.id
  where ${where} group by c.id order by c.year desc, c.asked_on desc, c.id`

/** Campaigns that reach into one's part, newest first; the numbers are those of one's part. */
export const listCampaignRows = (db: Db): Promise<Campaign[]> => db.rows(campaigns(sql`true`))

/** A campaign that reaches into one's part. Refuses with `memberSheet.campaignNotFound`. */
export async function loadCampaign(db: Db, id: string): Promise<Campaign> {
  const row = await db.first<Campaign>(campaigns(sql`c.id = ${id}`))
  if (!row) throw campaignNotFound()
  return row
}

/** Asks every member below an organisation on the day who was not asked for that year already; answers how many. */
export async function insertCampaign(db: Db, c: { organisationId: string; year: number; askedOn: PlainDate; dueOn: PlainDate; openedBy: string | null }): Promise<{ id: string; asked: number }> {
  const id = newId()
  await db.run(sql`insert into member_sheet.campaign (id, organisation_id, year, asked_on, due_on, opened_by) values (${id}, ${c.organisationId}, ${c.year}, ${c.askedOn}, ${c.dueOn}, ${c.openedBy})`)
  const asked = await db.run(sql`
    insert into member_sheet.supplement (campaign_id, person_id)
    select distinct ${id}::uuid, st.person_id from members.standing st where st.cell_id ${belowCondition(c.organisationId, c.askedOn)} and st.valid_during @> ${c.askedOn}::date
      and not exists (select from member_sheet.supplement s join member_sheet.campaign k on k.id = s.campaign_id where s.person_id = st.person_id and k.year = ${c.year})`)
  return { id, asked }
}

export type Supplement = {
  readonly id: string; readonly campaignId: string; readonly year: number; readonly dueOn: PlainDate; readonly organisation: string
  readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly state: SupplementState
  readonly answers: readonly Change[]; readonly answeredOn: PlainDate | null; readonly by: string | null; readonly returnReason: string | null; readonly version: number
}

const supplementColumns = sql`s.id, s.campaign_id as "campaignId", c.year, c.due_on as "dueOn", coalesce(organisations.name_on(c.organisation_id, access.today()), '') as organisation,
  s.person_id as "personId", x.full_name as "fullName", x.born_on as "bornOn", x.keeper_id as "cellId", coalesce(organisations.name_on(x.keeper_id, access.today()), '') as cell, s.state, s.answers,
  s.answered_on as "answeredOn", a.full_name as by, s.return_reason as "returnReason", s.version`
const supplementsFrom = sql`member_sheet.supplement s join member_sheet.campaign c on c.id = s.campaign_id join members.person x on x.id = s.person_id left join access.account a on a.id = s.answered_by`

/** A member's form within one's part, or one's own. Refuses with `memberSheet.supplementNotFound`. */
export async function loadSupplement(db: Db, id: string): Promise<Supplement> {
  const row = await db.first<Supplement>(sql`select ${supplementColumns} from ${supplementsFrom} where s.id = ${id}`)
  if (!row) throw supplementNotFound()
  return row
}

/** The same, after waiting for whoever changes it at this moment. */
export async function lockSupplement(db: Db, id: string): Promise<Supplement> {
  await db.run(sql`select from member_sheet.supplement where id = ${id} for update`)
  return loadSupplement(db, id)
}

/** The form of a person in the latest campaign that asked for one. */
export function latestSupplementOf(db: Db, personId: string): Promise<Supplement | undefined> {
  return db.first(sql`select ${supplementColumns} from ${supplementsFrom} where s.person_id = ${personId} order by c.year desc, c.asked_on desc limit 1`)
}

export type SupplementFilter = { readonly campaignId: string; readonly organisationId?: string | undefined; readonly states?: readonly SupplementState[] | undefined; readonly page: number; readonly size: number }

export async function listSupplementRows(db: Db, filter: SupplementFilter, today: PlainDate): Promise<{ rows: Supplement[]; total: number }> {
  const where = join([
    sql`s.campaign_id = ${filter.campaignId}`, ...(filter.organisationId ? [sql`x.keeper_id ${belowCondition(filter.organisationId, today)}`] : []),
    ...(filter.states ? [sql`s.state = any (${[...filter.states]})`] : []),
  ], ' and ')
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from member_sheet.supplement s join members.person x on x.id = s.person_id where ${where}`)
  const rows = await db.rows<Supplement>(sql`select ${supplementColumns} from ${supplementsFrom} where ${where} order by x.sort_key, s.id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)
  return { rows, total }
}

export type CellProgress = { readonly cellId: string; readonly cell: string; readonly total: number; readonly asked: number; readonly answered: number; readonly checked: number; readonly takenIn: number; readonly returned: number }

/** How far each cell of one's part is. */
export function progressByCell(db: Db, campaignId: string): Promise<CellProgress[]> {
  return db.rows(sql`
    select x.keeper_id as "cellId", coalesce(organisations.name_on(x.keeper_id, access.today()), '') as cell, ${counted}
    from member_sheet.supplement s join members.person x on x.id = s.person_id where s.campaign_id = ${campaignId} group by x.keeper_id order by 2`)
}

/** Checked forms of a campaign whose dossiers an organisation keeps. */
export function listReady(db: Db, campaignId: string, keeperId: string): Promise<{ id: string }[]> {
  return db.rows(sql`
    select s.id from member_sheet.supplement s join members.person x on x.id = s.person_id
    where s.campaign_id = ${campaignId} and s.state = 'checked' and member_sheet.dossier_keeper(x.keeper_id, access.today()) = ${keeperId} order by x.sort_key`)
}

export type Move = { readonly state: SupplementState; readonly answers?: readonly Change[]; readonly answeredOn?: PlainDate; readonly answeredBy?: string | null; readonly checkedBy?: string | null; readonly returnReason?: string | null }

export async function moveSupplement(db: Db, id: string, m: Move): Promise<void> {
  await db.run(sql`
    update member_sheet.supplement set state = ${m.state}, answers = coalesce(${m.answers ? JSON.stringify(m.answers) : null}::jsonb, answers), answered_on = coalesce(${m.answeredOn ?? null}::date, answered_on),
      answered_by = coalesce(${m.answeredBy ?? null}::uuid, answered_by), checked_by = coalesce(${m.checkedBy ?? null}::uuid, checked_by), return_reason = ${m.returnReason ?? null}, version = version + 1
    where id = ${id}`)
}
