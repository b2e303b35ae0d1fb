import { addDays, dayOf } from '../../../kernel/index.ts'
import { empty, join, rowsKnown, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { belowCondition, closureKnown, grassrootsTypes, versionsKnown } from '../../organisations/index.ts'
import type { FaultKind } from '../codes.ts'
import { cellSeen } from './past-cases.ts'

type Asked = { readonly year: number; readonly organisationId?: string | undefined; readonly seen: Seen }

export type ReasonCount = {
  readonly organisationId: string; readonly name: string; readonly shortName: string; readonly documentType: string | null; readonly condition: string | null
  readonly kind: FaultKind; readonly count: number
}

/** Returns up to a day as recorded by a moment; one taken back by that day is none. The cell is the one of the day. */
const returnsSeen = (seen: Seen): Sql => sql`(
  select r.id, r.returned_on, ${cellSeen(seen)} as cell_id
  from ${rowsKnown('admission.return', seen.knownAt)} r join ${rowsKnown('admission.case_file', seen.knownAt)} c on c.id = r.case_id
  where r.returned_on <= ${seen.on}::date and coalesce(r.withdrawn_on > ${seen.on}::date, true))`

const inYear = ({ year, organisationId, seen }: Asked) => sql`
  r.returned_on >= ${dayOf(year, 1, 1)} and r.returned_on < ${addDays(dayOf(year, 12, 31), 1)}
  ${organisationId ? sql`and r.cell_id ${belowCondition(organisationId, seen.on, seen.knownAt)}` : empty}`

/** The organisations above the cell of a return on its day, as known at a moment. */
const above = ({ knownAt }: Seen): Sql => sql`
  join ${closureKnown(knownAt)} l on l.descendant_id = r.cell_id and l.valid_during @> r.returned_on
  join ${versionsKnown(knownAt)} v on v.organisation_id = l.ancestor_id and v.valid_during @> r.returned_on and v.type in (${join([...grassrootsTypes])})`

/** Reasons of the returns of a year up to a day, as known at a moment, counted for each grassroots organisation (as the tree was on the day of the return), commonest first. */
export function countReturnReasons(db: Db, asked: Asked): Promise<ReasonCount[]> {
  return db.rows(sql`
    select v.organisation_id as "organisationId", v.name, v.short_name as "shortName", x.document_type as "documentType", case when x.document_type is null then x.condition end as condition,
      x.kind, count(*)::int as count
    from ${returnsSeen(asked.seen)} r join admission.return_reason x on x.return_id = r.id ${above(asked.seen)}
    where ${inYear(asked)}
    group by 1, 2, 3, 4, 5, 6 order by count desc, v.name, 4, 5, 6`)
}

/** How many times files were returned in the year up to a day, as known at a moment. */
export async function countReturns(db: Db, asked: Asked): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`select count(*)::int as count from ${returnsSeen(asked.seen)} r where ${inYear(asked)}`)
  return count
}
