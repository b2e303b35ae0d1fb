import type { PoolClient } from 'pg'
import { addDays, type PlainDate } from '../../kernel/index.ts'
import { idOf } from './always-alike.ts'
import { endingWords as words } from './endings.vi.ts'

const numberIn = (basis: string) => `coalesce(substring(${basis} from '\\d+-[^ ,]+'), '1-QĐ')`

/** The cases behind memberships that ended by striking off, resignation and death; full members only, for others were struck off in their file. */
const layEnded = (client: PoolClient, today: PlainDate) => client.query(`
  insert into lifecycle.ending (id, person_id, cell_id, kind, ground, since_day, reason, stage, stage_since, opened_on, decision_number, decided_on, issued_by, ended_on, received_on, complaint_due_on, recorded_at)
  select ${idOf(`'ending' || m.id`)}, m.person_id, p.keeper_id, m.end_kind, case when m.end_kind = 'strikeOff' then (array['inactive','cardGivenUp','lostWill'])[1 + h.n % 3] end,
    case when m.end_kind = 'strikeOff' and h.n % 3 <> 1 then m.ended_on - 500 end, case m.end_kind when 'strikeOff' then ($2::text[])[1 + h.n % 3] when 'resignation' then $3 else $4 end, 'ended', m.ended_on,
    case when m.end_kind = 'death' then m.ended_on else m.ended_on - 60 end, case when m.end_kind = 'death' then $4 else ${numberIn('m.end_basis')} end, m.ended_on, case when m.end_kind = 'death' then null else $5 end, m.ended_on,
    m.ended_on, m.ended_on + 30, m.recorded_at
  from members.membership m join members.person p on p.id = m.person_id cross join lateral (select abs(hashtext(m.person_id::text)) as n) h
  where m.superseded_at is null and m.end_kind in ('strikeOff', 'resignation', 'death') and m.confirmed_on is not null and m.ended_on <= $1::date`, [today, words.reasons, words.resignation, words.death, words.committee])

/** Three that go on: one opened, one after the vote of the cell, one that waits for the decision. */
const layOpen = (client: PoolClient, today: PlainDate) => client.query(`
  insert into lifecycle.ending (id, person_id, cell_id, kind, ground, since_day, reason, stage, stage_since, opened_on, recorded_at)
  select ${idOf(`'open ending' || c.person_id`)}, c.person_id, c.cell_id, case c.nth when 3 then 'resignation' else 'strikeOff' end, case c.nth when 3 then null else 'inactive' end, case c.nth when 3 then null else $1::date - 240 end,
    ($2::text[])[c.nth], (array['opened','cellCarried','committeeCarried'])[c.nth], $1::date - 5 * c.nth, $1::date - 40, $3::timestamptz
  from (
    select s.person_id, s.cell_id, (row_number() over (order by md5('ending' || s.person_id)))::int as nth from members.standing s
    where s.status = 'full' and s.valid_during @> $1::date and lower(s.valid_during) < '2012-01-01' and md5('ending' || s.person_id) like '00%'
      and not exists (select from members.post o where o.person_id = s.person_id and o.superseded_at is null)
    order by 3 limit 3) c`, [today, words.open, `${addDays(today, -30)}T02:00:00Z`])

/** Steps with the numbers of the votes; the cell counted as on the day of its vote. */
const laySteps = (client: PoolClient) => client.query(`
  with counted as (
    select e.*, (select count(*)::int from members.standing s where s.cell_id = e.cell_id and s.status = 'full' and s.valid_during @> (e.opened_on + 10)) as n from lifecycle.ending e),
  step (ending_id, ordinal, act, occurred_on, to_stage, facts, recorded_at) as (
    select id, 1, case when kind = 'death' then 'recordDeath' else 'open' end, opened_on, case when kind = 'death' then 'ended' else 'opened' end, jsonb_build_object('note', case when kind = 'death' then decision_number else reason end), recorded_at from counted
    union all select id, 2, 'cellVote', opened_on + 10, 'cellCarried', jsonb_build_object('present', n, 'inFavour', n - n / 9, 'against', n / 9, 'invalid', 0, 'denominator', n, 'required', ceil(n * 2 / 3.0)::int, 'outcome', 'carried', 'resolutionNumber', null), recorded_at
      from counted where kind <> 'death' and stage <> 'opened'
    union all select id, 3, 'committeeVote', opened_on + 20, 'committeeCarried', jsonb_build_object('present', 15, 'inFavour', 14, 'against', 1, 'invalid', 0, 'denominator', 15, 'required', 10, 'outcome', 'carried', 'resolutionNumber', null), recorded_at
      from counted where kind <> 'death' and stage in ('committeeCarried', 'ended')
    union all select id, 4, 'decide', decided_on, 'ended', jsonb_build_object('note', decision_number), recorded_at from counted where kind <> 'death' and stage = 'ended')
  insert into lifecycle.ending_step (id, ending_id, ordinal, act, occurred_on, to_stage, facts, recorded_at)
  select ${idOf(`'ending step' || ending_id || ordinal`)}, ending_id, ordinal, act, occurred_on, to_stage, facts, recorded_at from step`)

/** How memberships ended, and three cases that go on. */
export async function layEndings(client: PoolClient, today: PlainDate): Promise<void> {
  await layEnded(client, today)
  await layOpen(client, today)
  await laySteps(client)
}
