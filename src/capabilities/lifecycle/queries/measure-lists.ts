import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Seen } from '../../../platform/action/index.ts'
import type { DisciplineMeasure, ExemptionGround } from '../../../regulations/index.ts'
import { homeSeen } from '../../members/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import { measureKinds, type MeasureKind, type MeasureState, type SuspensionGround } from '../codes.ts'
import { withPlaces } from './badges.ts'
import { inOneForm } from './measures.ts'

export type ListedMeasure = {
  readonly id: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string; readonly organisation: string | null
  readonly what: DisciplineMeasure | SuspensionGround | ExemptionGround; readonly reason: string | null; readonly isCovered: boolean; readonly decisionNumber: string; readonly decidedOn: PlainDate; readonly issuedBy: string | null
  readonly from: PlainDate; readonly lastDay: PlainDate | null; readonly state: MeasureState
}
export type WhichMeasures = { readonly kind: MeasureKind; readonly organisationId: string; readonly state: 'running' | 'ended' | 'all'; readonly seen: Seen }

const matching = ({ kind, organisationId, state, seen }: WhichMeasures) => sql`
  from (${inOneForm(kind, seen.knownAt)}) t join members.person x on x.id = t.person_id
  cross join lateral (select case when t.annulled then 'annulled' when t.until <= ${seen.on}::date then 'ended' else 'running' end as state) s
  where t.from_day <= ${seen.on}::date and ${homeSeen('x', seen)} ${belowCondition(organisationId, seen.on, seen.knownAt)}
    and (${state} = 'all' or (${state} = 'running') = (s.state = 'running'))`

/** Measures of one kind below an organisation that began by a day, the latest first; why somebody was disciplined or suspended is covered. */
export async function listMeasuresBelow(db: Db, which: WhichMeasures, { page, size }: { page: number; size: number }): Promise<ListedMeasure[]> {
  const isCovered = which.kind !== 'exemption'
  const rows = await db.rows<ListedMeasure>(sql`
    select t.id, t.person_id as "personId", x.full_name as "fullName", x.born_on as "bornOn", ${homeSeen('x', which.seen)} as "cellId", t.what, ${isCovered ? sql`null::text` : sql`t.reason`} as reason, ${isCovered}::boolean as "isCovered", t.decision_number as "decisionNumber", t.decided_on as "decidedOn",
      t.issued_by as "issuedBy", t.from_day as "from", t.last_day as "lastDay", s.state
    ${matching(which)} order by t.from_day desc, x.sort_key, t.id limit ${size} offset ${(page - 1) * size}`)
  return withPlaces(db, rows, which.seen.on)
}

/** How many there are of each kind with the same conditions. */
export async function countMeasuresBelow(db: Db, which: Omit<WhichMeasures, 'kind'>): Promise<Record<MeasureKind, number>> {
  const counts: Record<MeasureKind, number> = { discipline: 0, suspension: 0, exemption: 0 }
  for (const kind of measureKinds) counts[kind] = (await db.one<{ n: number }>(sql`select count(*)::int as n ${matching({ ...which, kind })}`)).n
  return counts
}

export type SuspensionDue = { readonly id: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly lastDay: PlainDate; readonly from: PlainDate }

/** Suspensions not lifted whose last day comes up to a day (inclusive), below an organisation, or everywhere in the own part. */
export function suspensionsDue(db: Db, until: PlainDate, organisationId: string | undefined, on: PlainDate): Promise<SuspensionDue[]> {
  return db.rows(sql`
    select t.id, t.person_id as "personId", x.full_name as "fullName", x.born_on as "bornOn", x.keeper_id as "cellId", t.last_day as "lastDay", t.from_day as "from"
    from lifecycle.suspension t join members.person x on x.id = t.person_id
    where t.lifted_on is null and t.last_day <= ${until}::date and exists (select from members.standing n where n.person_id = x.id and n.valid_during @> ${on}::date) ${organisationId ? sql`and x.keeper_id ${belowCondition(organisationId, on)}` : sql``}
    order by t.last_day, x.sort_key`)
}
