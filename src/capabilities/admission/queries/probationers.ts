import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { empty, sql, type Db } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { Filters } from './cases.ts'

/** A probationary member for whom no file of confirmation is open: taken over from a list. */
export type Probationer = {
  readonly personId: string
  readonly personName: string
  readonly bornOn: UncertainDate | null
  readonly cellId: string
  readonly ceremonyOn: PlainDate | null
  readonly admittedOn: UncertainDate | null
  readonly decidedOn: PlainDate | null
  /** Since when the member is known to be probationary. */
  readonly probationarySince: PlainDate
}

/** Probationary members of today without an open file, in a place. */
export function listProbationersWithoutFile(db: Db, { organisationId, search }: Filters, today: PlainDate): Promise<Probationer[]> {
  return db.rows(sql`
    select m.person_id as "personId", p.full_name as "personName", p.born_on as "bornOn", m.cell_id as "cellId", x.ceremony_on as "ceremonyOn", x.admitted_on as "admittedOn",
      x.decided_on as "decidedOn", lower(s.valid_during) as "probationarySince"
    from members.standing m
    join members.person p on p.id = m.person_id
    join members.status s on s.person_id = m.person_id and s.superseded_at is null and s.valid_during @> ${today}::date
    left join lateral (select * from members.membership x where x.person_id = m.person_id and x.superseded_at is null order by x.ordinal desc limit 1) x on true
    where m.status = 'probationary' and m.valid_during @> ${today}::date
      and not exists (select from admission.case_file c where c.person_id = m.person_id and c.kind = 'confirmation' and c.closed_on is null)
      ${organisationId ? sql`and m.cell_id ${belowCondition(organisationId, today)}` : empty}
      ${search ? sql`and p.search_text like '%' || platform.fold(${search}) || '%'` : empty}`)
}
