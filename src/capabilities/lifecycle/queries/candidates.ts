import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Sql } from '../../../platform/action/index.ts'
import type { PartyAgeRuling, SpellOfMembership } from '../../members/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { BadgeFacts } from '../model.ts'

/** Somebody whose party age may reach a badge, with all that it is counted from. */
export type BadgePerson = BadgeFacts & {
  readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly status: string | null; readonly isMember: boolean; readonly version: number
  readonly decidedOn: PlainDate | null; readonly admittedOn: UncertainDate | null; readonly confirmedOn: string | null; readonly lastBadge: number | null
}

type Row = Omit<BadgePerson, 'spells' | 'rulings' | 'held'> & {
  readonly spells: readonly SpellOfMembership[]; readonly rulings: readonly PartyAgeRuling[]; readonly badges: readonly { readonly years: number; readonly state: string; readonly awardOn: PlainDate }[]
}

const select = (which: Sql, on: PlainDate, awardOn: PlainDate): Sql => sql`
  select x.id as "personId", x.full_name as "fullName", x.born_on as "bornOn", x.keeper_id as "cellId", x.version,
    (select s.status from members.standing s where s.person_id = x.id and s.valid_during @> ${on}::date limit 1) as status,
    m.spells, m.died as "diedOn", m.running as "isMember", m.decided_on as "decidedOn", m.admitted_on as "admittedOn", m.confirmed_on as "confirmedOn",
    coalesce(r.rulings, '[]') as rulings, coalesce(b.badges, '[]') as badges, b.last as "lastBadge",
    exists (select from members.overlay o where o.person_id = x.id and o.kind = 'disciplined' and o.superseded_at is null and o.valid_during @> ${awardOn}::date) as disciplined
  from members.person x
  join lateral (
    select jsonb_agg(jsonb_build_object('decidedOn', m.decided_on, 'admittedOn', m.admitted_on, 'endedOn', m.ended_on) order by m.ordinal) as spells,
      max(m.ended_on) filter (where m.end_kind = 'death') as died, bool_or(m.ended_on is null) as running,
      (array_agg(m.decided_on order by m.ordinal))[1] as decided_on, (array_agg(m.admitted_on order by m.ordinal))[1] as admitted_on, (array_agg(m.confirmed_on order by m.ordinal))[1] as confirmed_on
    from members.membership m where m.person_id = x.id and m.superseded_at is null) m on m.spells is not null
  left join lateral (
    select jsonb_agg(jsonb_build_object('kind', r.kind, 'from', lower(r.valid_during), 'until', upper(r.valid_during))) as rulings
    from members.party_age_ruling r where r.person_id = x.id and r.superseded_at is null) r on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('years', b.years, 'state', b.state, 'awardOn', b.award_on)) as badges, max(b.years) filter (where b.state = 'awarded') as last
    from lifecycle.badge b where b.person_id = x.id and b.state in ('proposed', 'awarded')) b on true
  where ${which}`

const shown = ({ badges, ...row }: Row): BadgePerson => ({ ...row, held: badges.map(({ years }) => years) })

/**
 * People below an organisation who may have reached a badge by an award day: first joined by `joinedBy` at the latest, or under a decision about their party age,
 * and members still, or dead since `diedSince`.
 */
export async function listBadgePeople(db: Db, q: { organisationId: string; on: PlainDate; awardOn: PlainDate; joinedBy: PlainDate; diedSince: PlainDate }): Promise<BadgePerson[]> {
  const which = sql`x.keeper_id ${belowCondition(q.organisationId, q.on)} and (m.running or m.died >= ${q.diedSince}::date) and x.id in (
    select t.person_id from members.membership t where t.superseded_at is null and t.ordinal = 1 and t.admission_day <= ${q.joinedBy}::date
    union select t.person_id from members.party_age_ruling t where t.superseded_at is null and t.kind = 'countedFrom')`
  const rows = await db.rows<Row>(sql`${select(which, q.on, q.awardOn)} order by x.sort_key, x.id`)
  return rows.map(shown)
}

/** These people, as far as they lie within the own part and were ever members. */
export async function badgePeople(db: Db, people: readonly string[], on: PlainDate, awardOn: PlainDate): Promise<BadgePerson[]> {
  return (await db.rows<Row>(select(sql`x.id = any (${people}::uuid[])`, on, awardOn))).map(shown)
}
