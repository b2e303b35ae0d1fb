import type { PlainDate } from '../../../kernel/index.ts'
import { empty, sql, type Db } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

export type OpenFollowing = {
  prospectId: string; personId: string; personName: string; bornYear: number | null; cellId: string; openedOn: PlainDate
  lastQuarter: string | null; issuedOn: PlainDate | null
}

/** Everybody followed today, with the last quarter remarked on and the newest certificate. */
export const listOpenFollowings = (db: Db, q: { organisationId?: string | undefined; today: PlainDate }): Promise<OpenFollowing[]> =>
  db.rows(sql`
    select p.id as "prospectId", p.person_id as "personId", x.full_name as "personName", left(x.born_on, 4)::int as "bornYear", p.cell_id as "cellId", p.opened_on as "openedOn",
      (select max(r.quarter) from sources_and_targets.remark r where r.prospect_id = p.id and r.superseded_at is null) as "lastQuarter",
      (select max(c.issued_on) from sources_and_targets.awareness_certificate c where c.person_id = p.person_id) as "issuedOn"
    from sources_and_targets.prospect p join members.person x on x.id = p.person_id
    where p.closed_on is null and p.opened_on <= ${q.today}::date ${q.organisationId ? sql`and p.cell_id ${belowCondition(q.organisationId, q.today)}` : empty}`)
