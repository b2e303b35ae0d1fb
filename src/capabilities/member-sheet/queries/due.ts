import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition, isGrassroots } from '../../organisations/index.ts'
import type { Change } from '../changes.ts'

const below = (organisationId: string | undefined, today: PlainDate): Sql => (organisationId ? sql`and x.keeper_id ${belowCondition(organisationId, today)}` : sql``)

export type OpenProposal = { readonly id: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly keeperId: string | null; readonly changes: readonly Change[]; readonly proposedOn: PlainDate }

/** Proposals that nobody has decided, with the level that keeps the dossier now. */
export function listOpenProposals(db: Db, organisationId: string | undefined, today: PlainDate): Promise<OpenProposal[]> {
  return db.rows(sql`
    select p.id, p.person_id as "personId", x.full_name as "fullName", x.born_on as "bornOn", x.keeper_id as "cellId", p.changes, p.proposed_on as "proposedOn",
      member_sheet.dossier_keeper(x.keeper_id, ${today}) as "keeperId"
    from member_sheet.proposal p join members.person x on x.id = p.person_id where p.state = 'open' ${below(organisationId, today)}`)
}

export type OpenForms = { readonly cellId: string; readonly keeperId: string | null; readonly year: number; readonly dueOn: PlainDate; readonly unanswered: number; readonly unchecked: number; readonly checked: number }

/** Forms of supplements due up to a day (inclusive) that are not taken in, by cell and campaign. */
export function listOpenForms(db: Db, until: PlainDate, organisationId: string | undefined, today: PlainDate): Promise<OpenForms[]> {
  return db.rows(sql`
    select t.*, member_sheet.dossier_keeper(t."cellId", ${today}) as "keeperId" from (
      select x.keeper_id as "cellId", c.year, c.due_on as "dueOn", (count(*) filter (where s.state in ('asked', 'returned')))::int as unanswered,
        (count(*) filter (where s.state = 'answered'))::int as unchecked, (count(*) filter (where s.state = 'checked'))::int as checked
      from member_sheet.campaign c join member_sheet.supplement s on s.campaign_id = c.id join members.person x on x.id = s.person_id
      where c.due_on <= ${until} and s.state <> 'takenIn' ${below(organisationId, today)} group by x.keeper_id, c.id) t
    order by t."dueOn", t.year`)
}

/** Which of the organisations are of the grassroots, and which lie in one's part. */
export async function keepersAmong(db: Db, ids: readonly string[], today: PlainDate): Promise<{ grassroots: ReadonlySet<string>; reached: ReadonlySet<string> }> {
  const rows = await db.rows<{ id: string; type: string; reached: boolean }>(sql`
    select v.organisation_id as id, v.type, v.organisation_id in (select access.people_reach()) as reached from organisations.version v
    where v.organisation_id = any (${[...ids]}::uuid[]) and v.superseded_at is null and v.valid_during @> ${today}::date`)
  return { grassroots: new Set(rows.filter(({ type }) => isGrassroots(type)).map(({ id }) => id)), reached: new Set(rows.filter(({ reached }) => reached).map(({ id }) => id)) }
}
