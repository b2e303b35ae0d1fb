import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { CarriedKind } from '../codes.ts'

export type CarriedCount = { readonly kind: CarriedKind; readonly fromId: string; readonly from: string; readonly toId: string; readonly to: string; readonly count: number }

/** What an act carried, by kind and by the organisations it left and entered, within the actor's part. Names are those of the day: the old one before, the new one after. */
export const countCarried = (db: Db, planId: string, on: PlainDate): Promise<CarriedCount[]> =>
  db.rows(sql`
    select g.*, coalesce(organisations.name_on(g."fromId", ${on}::date - 1), '') as "from", coalesce(organisations.name_on(g."toId", ${on}::date), '') as "to"
    from (select c.kind, c.from_id as "fromId", c.to_id as "toId", count(*)::int as count from reorganisation.carried c where c.plan_id = ${planId} group by 1, 2, 3) g
    order by array_position(array['member','person','caseFile','prospect','dossier'], g.kind), 5, 6`)

export type CarriedLine = {
  readonly kind: CarriedKind; readonly subjectId: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly status: string | null; readonly cardNumber: string | null
  readonly fileKind: string | null; readonly papers: number | null; readonly from: string; readonly to: string
}
export type MinutesAsked = { readonly planId: string; readonly fromId: string; readonly toId: string | undefined; readonly on: PlainDate; readonly inForceAt: string }

/** From an organisation or one that stood below it on the day before. */
const handedOver = ({ planId, fromId, toId, on }: MinutesAsked) => sql`
  c.plan_id = ${planId} and c.from_id in (select l.descendant_id from organisations.closure l where l.ancestor_id = ${fromId} and l.valid_during @> (${on}::date - 1))
  and (${toId ?? null}::uuid is null or c.to_id in (select l.descendant_id from organisations.closure l where l.ancestor_id = ${toId ?? null} and l.valid_during @> ${on}::date))`

/** What one organisation handed over, person by person, as known when the act took effect. Who is outside the actor's part now is left out. */
export const listCarried = (db: Db, asked: MinutesAsked): Promise<CarriedLine[]> =>
  db.rows(sql`
    select c.kind, c.subject_id as "subjectId", c.person_id as "personId", x.full_name as "fullName", x.born_on as "bornOn",
      (select s.status from members.status s where s.person_id = c.person_id and s.superseded_at is null and s.valid_during @> ${asked.on}::date) as status,
      (select m.card_number from members.membership m where m.person_id = c.person_id and m.superseded_at is null order by m.ordinal desc limit 1) as "cardNumber",
      case when c.kind = 'caseFile' then (select f.kind from admission.case_file f where f.id = c.subject_id) end as "fileKind",
      case when c.kind = 'dossier' then (select count(*)::int from dossiers.item i where i.dossier_id = c.subject_id and i.state in ('present', 'unreadable')
        and i.recorded_at <= ${asked.inForceAt}::timestamptz and (i.superseded_at is null or i.superseded_at > ${asked.inForceAt}::timestamptz)) end as papers,
      coalesce(organisations.name_on(c.from_id, ${asked.on}::date - 1), '') as "from", coalesce(organisations.name_on(c.to_id, ${asked.on}::date), '') as "to"
    from reorganisation.carried c join members.person x on x.id = c.person_id
    where ${handedOver(asked)}
    order by array_position(array['member','person','caseFile','prospect','dossier'], c.kind), 10, x.sort_key, x.id`)

export async function countHandedOver(db: Db, asked: MinutesAsked): Promise<number> {
  const { n } = await db.one<{ n: number }>(sql`select count(*)::int as n from reorganisation.carried c where ${handedOver(asked)}`)
  return n
}

/** Members an act carried, with the cells they left and entered: what a countermanding plan puts back. */
export const listMoves = (db: Db, planId: string): Promise<{ personId: string; fromId: string; toId: string }[]> =>
  db.rows(sql`select person_id as "personId", from_id as "fromId", to_id as "toId" from reorganisation.carried where plan_id = ${planId} and kind in ('member', 'person') order by person_id`)
