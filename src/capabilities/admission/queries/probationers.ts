import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { empty, sql, stoodAt, type Db, type Seen } from '../../../platform/action/index.ts'
import type { Filters } from './cases.ts'
import { belowCondition } from '../../organisations/index.ts'
import { openOn, personKnown } from './past-cases.ts'

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

/** Probationary members of a day, as known at a moment, without a file that was open on it, in a place. */
export function listProbationersWithoutFile(db: Db, { organisationId, search }: Filters, seen: Seen): Promise<Probationer[]> {
  const { on, knownAt } = seen
  return db.rows(sql`
    select m.person_id as "personId", ${personKnown(sql`p.full_name`, 'full_name', knownAt)} as "personName", ${personKnown(sql`p.born_on`, 'born_on', knownAt)} as "bornOn", m.cell_id as "cellId",
      x.ceremony_on as "ceremonyOn", x.admitted_on as "admittedOn", x.decided_on as "decidedOn", lower(s.valid_during) as "probationarySince"
    from members.membership_as_of(${on}::date, ${knownAt ?? null}::timestamptz) m
    join members.person p on p.id = m.person_id
    join members.status s on s.person_id = m.person_id and ${stoodAt('s', knownAt)} and s.valid_during @> ${on}::date
    left join lateral (select * from members.membership x where x.person_id = m.person_id and ${stoodAt('x', knownAt)}
      and coalesce(x.decided_on::text, x.admitted_on, x.ceremony_on::text, '') <= ${on}::text order by x.ordinal desc limit 1) x on true
    where m.status = 'probationary'
      and not exists (select from admission.case_file c where c.person_id = m.person_id and c.kind = 'confirmation' and ${openOn(seen)})
      ${organisationId ? sql`and m.cell_id ${belowCondition(organisationId, on, knownAt)}` : empty}
      ${search ? sql`and p.search_text like '%' || platform.fold(${search}) || '%'` : empty}`)
}
