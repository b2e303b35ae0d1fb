import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'

type Person = { readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string }
const person = sql`p.id as "personId", p.full_name as "fullName", p.born_on as "bornOn", p.keeper_id as "cellId"`
const below = (organisationId: string | undefined, on: PlainDate): Sql => (organisationId ? sql`and p.keeper_id ${belowCondition(organisationId, on)}` : sql``)

/** Cards decided on and not handed over. */
export const listNotHanded = (db: Db, organisationId: string | undefined, on: PlainDate): Promise<(Person & { number: string; decidedOn: PlainDate })[]> =>
  db.rows(sql`select ${person}, c.number, c.decided_on as "decidedOn" from cards.card c join members.person p on p.id = c.person_id where c.state = 'decided' ${below(organisationId, on)}`)

/** Reports of loss without a conclusion. */
export const listOpenLosses = (db: Db, organisationId: string | undefined, on: PlainDate): Promise<(Person & { reportedOn: PlainDate })[]> =>
  db.rows(sql`select ${person}, l.reported_on as "reportedOn" from cards.loss l join cards.card c on c.id = l.card_id join members.person p on p.id = c.person_id where l.outcome is null ${below(organisationId, on)}`)

/** Cards in the hands of people who are no members any more; who left for another province takes the card along. */
export const listToReturn = (db: Db, organisationId: string | undefined, on: PlainDate): Promise<(Person & { number: string; endedOn: PlainDate; endKind: string })[]> => db.rows(sql`
  select ${person}, c.number, m.ended_on as "endedOn", m.end_kind as "endKind" from cards.card c join members.person p on p.id = c.person_id
  join lateral (select t.ended_on, t.end_kind from members.membership t where t.person_id = p.id and t.superseded_at is null order by t.ordinal desc limit 1) m on m.ended_on <= ${on}::date and m.end_kind <> 'transferOut'
  where c.state = 'held' ${below(organisationId, on)}`)
