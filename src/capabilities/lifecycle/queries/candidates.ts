import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, stoodAt, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { homeSeen, type PartyAgeRuling, type SpellOfMembership } from '../../members/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { BadgeFacts } from '../model.ts'
import { badgesSeen } from './badges.ts'

/** Somebody whose party age may reach a badge, with all that it is counted from. */
export type BadgePerson = BadgeFacts & {
  readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly status: string | null; readonly isMember: boolean; readonly version: number
  readonly decidedOn: PlainDate | null; readonly admittedOn: UncertainDate | null; readonly confirmedOn: string | null; readonly lastBadge: number | null
}

type Row = Omit<BadgePerson, 'spells' | 'rulings' | 'held'> & {
  readonly spells: readonly SpellOfMembership[]; readonly rulings: readonly PartyAgeRuling[]; readonly badges: readonly { readonly years: number; readonly state: string; readonly awardOn: PlainDate }[]
}

/** In the past, what ended after the day had not ended. */
const endedOn = ({ on, past }: Seen): Sql => (past ? sql`case when m.ended_on <= ${on}::date then m.ended_on end` : sql`m.ended_on`)

const select = (which: Sql, seen: Seen, awardOn: PlainDate): Sql => sql`
  select x.id as "personId", x.full_name as "fullName", x.born_on as "bornOn", ${homeSeen('x', seen)} as "cellId", x.version,
    (select s.status from members.status s where s.person_id = x.id and ${stoodAt('s', seen.knownAt)} and s.valid_during @> ${seen.on}::date limit 1) as status,
    m.spells, m.died as "diedOn", m.running as "isMember", m.decided_on as "decidedOn", m.admitted_on as "admittedOn", m.confirmed_on as "confirmedOn",
    coalesce(r.rulings, '[]') as rulings, coalesce(b.badges, '[]') as badges, b.last as "lastBadge",
    exists (select from members.overlay o where o.person_id = x.id and o.kind = 'disciplined' and ${stoodAt('o', seen.knownAt)} and o.valid_during @> ${awardOn}::date) as disciplined
  from members.person x
  join lateral (
    select jsonb_agg(jsonb_build_object('decidedOn', m.decided_on, 'admittedOn', m.admitted_on, 'endedOn', ${endedOn(seen)}) order by m.ordinal) as spells,
      max(${endedOn(seen)}) filter (where m.end_kind = 'death') as died, bool_or(${endedOn(seen)} is null) as running,
      (array_agg(m.decided_on order by m.ordinal))[1] as decided_on, (array_agg(m.admitted_on order by m.ordinal))[1] as admitted_on, (array_agg(m.confirmed_on order by m.ordinal))[1] as confirmed_on
    from members.membership m where m.person_id = x.id and ${stoodAt('m', seen.knownAt)}) m on m.spells is not null
  left join lateral (
    select jsonb_agg(jsonb_build_object('kind', r.kind, 'from', lower(r.valid_during), 'until', upper(r.valid_during))) as rulings
    from members.party_age_ruling r where r.person_id = x.id and ${stoodAt('r', seen.knownAt)}) r on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('years', b.years, 'state', b.state, 'awardOn', b.award_on)) as badges, max(b.years) filter (where b.state = 'awarded') as last
    from ${seen.past ? badgesSeen(seen) : rowsKnown('lifecycle.badge', undefined)} b where b.person_id = x.id and b.state in ('proposed', 'awarded')) b on true
  where ${which}`

const shown = ({ badges, ...row }: Row): BadgePerson => ({ ...row, held: badges.map(({ years }) => years) })

/**
 * People below an organisation on a day, as known at a moment, who may have reached a badge by an award day: first joined by `joinedBy` at the latest, or under a decision about their party age,
 * and members still, or dead since `diedSince`.
 */
export async function listBadgePeople(db: Db, q: { organisationId: string; seen: Seen; awardOn: PlainDate; joinedBy: PlainDate; diedSince: PlainDate }): Promise<BadgePerson[]> {
  const which = sql`${homeSeen('x', q.seen)} ${belowCondition(q.organisationId, q.seen.on, q.seen.knownAt)} and (m.running or m.died >= ${q.diedSince}::date) and x.id in (
    select t.person_id from members.membership t where ${stoodAt('t', q.seen.knownAt)} and t.ordinal = 1 and t.admission_day <= ${q.joinedBy}::date
    union select t.person_id from members.party_age_ruling t where ${stoodAt('t', q.seen.knownAt)} and t.kind = 'countedFrom')`
  const rows = await db.rows<Row>(sql`${select(which, q.seen, q.awardOn)} order by x.sort_key, x.id`)
  return rows.map(shown)
}

/** These people, as far as they lie within the own part and were ever members. */
export async function badgePeople(db: Db, people: readonly string[], on: PlainDate, awardOn: PlainDate): Promise<BadgePerson[]> {
  return (await db.rows<Row>(select(sql`x.id = any (${people}::uuid[])`, { on }, awardOn))).map(shown)
}
