import type { PoolClient } from 'pg'
import { partsOf, type PlainDate } from '../../kernel/index.ts'
import { awardDaysOf, badgeYears, formerAwardDay } from '../../regulations/index.ts'
import { dice, idOf } from './always-alike.ts'
import { badgeWords } from './badges.vi.ts'

/** A few members lost touch for ten months once: their party age does not run on from the decision of admission. */
const layRulings = (client: PoolClient, today: PlainDate) => client.query(`
  insert into members.party_age_ruling (id, person_id, kind, valid_during, reason, decision_number, decided_on, recorded_at)
  select ${idOf(`'ruling' || m.person_id`)}, m.person_id, 'interruption', daterange(m.admission_day + 1500, (m.admission_day + 1500 + interval '10 months')::date), $2, $3, (m.admission_day + 1900), '2016-02-01'
  from members.membership m where m.superseded_at is null and m.ended_on is null and m.admission_day between '1985-01-01' and $1::date - interval '29 years' and ${dice(`'gap' || m.person_id`)} < 2`,
[today, badgeWords.lostTouch, badgeWords.rulingNumber])

/**
 * Badges given up to the former award day, each on the first award day after its years were reached. Of the last badge that somebody reached, one in thirty-three was
 * missed; who had an interruption has none on record.
 */
export async function layBadges(client: PoolClient, today: PlainDate): Promise<void> {
  await layRulings(client, today)
  const { year } = partsOf(today)
  const days = Array.from({ length: year - 1959 }, (_, i) => awardDaysOf(1960 + i)).flat().filter((day) => day <= formerAwardDay(today))
  await client.query(`
    insert into lifecycle.badge (id, person_id, years, award_on, ground, state, reached_on, reason, recorded_at)
    select ${idOf(`'badge' || g.person_id || g.years`)}, g.person_id, g.years, g.award_on, 'takenOver', 'awarded', g.reached_on, $3, greatest('2016-02-01', least(g.award_on + 14, $4::date))
    from (
      select m.person_id, y.years, r.reached_on, (select min(d.day) from unnest($1::date[]) d (day) where d.day >= r.reached_on) as award_on,
        row_number() over (partition by m.person_id order by y.years desc) as nth
      from members.membership m cross join unnest($2::int[]) y (years)
      cross join lateral (select (m.admission_day + make_interval(years => y.years))::date as reached_on) r
      where m.superseded_at is null and (m.ended_on is null or m.end_kind = 'death') and m.ordinal = 1 and r.reached_on < coalesce(m.ended_on, 'infinity') and not exists (select from members.party_age_ruling p where p.person_id = m.person_id) and r.reached_on <= ($1::date[])[cardinality($1::date[])]
    ) g where g.award_on is not null and (g.nth > 1 or ${dice(`'missed' || g.person_id`)} >= 3)`,
  [days, [...badgeYears.inForceOn(today).value], badgeWords.fromPapers, today])
}
