import { addDays, dayOf, type PlainDate } from '../../../kernel/index.ts'
import { empty, join, sql, type Db } from '../../../platform/action/index.ts'
import { belowCondition, grassrootsTypes } from '../../organisations/index.ts'
import type { FaultKind } from '../codes.ts'

type Asked = { readonly year: number; readonly organisationId?: string | undefined; readonly today: PlainDate }

export type ReasonCount = {
  readonly organisationId: string; readonly name: string; readonly shortName: string; readonly documentType: string | null; readonly condition: string | null
  readonly kind: FaultKind; readonly count: number
}

const inYear = ({ year, organisationId, today }: Asked) => sql`
  r.withdrawn_on is null and r.returned_on >= ${dayOf(year, 1, 1)} and r.returned_on < ${addDays(dayOf(year, 12, 31), 1)}
  ${organisationId ? sql`and c.cell_id ${belowCondition(organisationId, today)}` : empty}`

/** Reasons of the returns of a year, counted for each grassroots organisation (as the tree was on the day of the return), commonest first. */
export function countReturnReasons(db: Db, asked: Asked): Promise<ReasonCount[]> {
  return db.rows(sql`
    select v.organisation_id as "organisationId", v.name, v.short_name as "shortName", x.document_type as "documentType", case when x.document_type is null then x.condition end as condition,
      x.kind, count(*)::int as count
    from admission.return r join admission.case_file c on c.id = r.case_id join admission.return_reason x on x.return_id = r.id
    join organisations.closure l on l.descendant_id = c.cell_id and l.valid_during @> r.returned_on
    join organisations.version v on v.organisation_id = l.ancestor_id and v.superseded_at is null and v.valid_during @> r.returned_on and v.type in (${join([...grassrootsTypes])})
    where ${inYear(asked)}
    group by 1, 2, 3, 4, 5, 6 order by count desc, v.name, 4, 5, 6`)
}

/** How many times files were returned in the year. */
export async function countReturns(db: Db, asked: Asked): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`select count(*)::int as count from admission.return r join admission.case_file c on c.id = r.case_id where ${inYear(asked)}`)
  return count
}
