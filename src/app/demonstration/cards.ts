import type { PoolClient } from 'pg'
import { addDays, type PlainDate } from '../../kernel/index.ts'
import { idOf } from './always-alike.ts'
import { cardWords as words } from './cards.vi.ts'

/** Nobody of the district has a number that begins with 01: the range of the committee is free. */
const FIRST = 1_000_001
const RANGE = `[${FIRST},${FIRST + 1200})`

const layRange = (client: PoolClient) => client.query(`
  insert into cards.number_range (id, organisation_id, digits, given, numbers, basis, given_on, recorded_at)
  select ${idOf(`'range'`)}, v.organisation_id, 8, $1::int8range, $1::int8range, $2, '2016-01-15', '2016-02-01' from organisations.version v where v.type = 'DB_HUYEN' and v.superseded_at is null limit 1`, [RANGE, words.range])

/** Every number that one member has; of who became a full member since 2016 with the decision that gave the card. */
const layHeld = (client: PoolClient, today: PlainDate) => client.query(`
  insert into cards.card (id, person_id, kind, state, number, proposed_on, decision_number, decided_on, issued_by, handed_on, received_by, recorded_at)
  select ${idOf(`'card' || m.person_id`)}, m.person_id, case when g.given then 'first' else 'takenOver' end, 'held', m.card_number, case when g.given then m.confirmation_signed_on + 5 end,
    case when g.given then (20 + extract(doy from m.confirmation_signed_on))::int || '-' || $2 end, case when g.given then m.confirmation_signed_on + 30 end, case when g.given then $3 end,
    case when g.given then m.confirmation_signed_on + 45 end, case when g.given then p.full_name end, case when g.given then (m.confirmation_signed_on + 46)::timestamptz else '2016-02-01' end
  from members.membership m join members.person p on p.id = m.person_id cross join lateral (select coalesce(m.confirmation_signed_on >= '2016-01-01', false) as given) g
  where m.superseded_at is null and m.card_number is not null and (m.ended_on is null or m.ended_on > $1::date - 25) and (not g.given or m.confirmation_signed_on + 46 <= $1::date)
    and not exists (select from members.membership o where o.card_number = m.card_number and o.person_id <> m.person_id and o.superseded_at is null)`, [today, words.decision, words.committee])

/** Some of those who have no card yet: six on the list, four decided on and not handed over. */
const layUnderWay = (client: PoolClient, today: PlainDate) => client.query(`
  insert into cards.card (id, person_id, kind, state, number, range_id, proposed_on, decision_number, decided_on, issued_by, recorded_at)
  select ${idOf(`'new card' || w.person_id`)}, w.person_id, 'first', case when w.nth <= 4 then 'decided' else 'proposed' end, case when w.nth <= 4 then lpad(($2::int + w.nth - 1)::text, 8, '0') end,
    case when w.nth <= 4 then ${idOf(`'range'`)} end, $1::date - 30, case when w.nth <= 4 then $3 end, case when w.nth <= 4 then $1::date - 10 end, case when w.nth <= 4 then $4 end, $5::timestamptz
  from (
    select s.person_id, (row_number() over (order by md5('new card' || s.person_id)))::int as nth from members.standing s
    join members.membership m on m.person_id = s.person_id and m.superseded_at is null and m.ended_on is null and m.card_number is null
    where s.status = 'full' and s.valid_during @> $1::date and lower(s.valid_during) <= $1::date - 31 order by 2 limit 10) w`, [today, FIRST, `130-${words.decision}`, words.committee, `${addDays(today, -30)}T02:00:00Z`])

/** Two reports of loss without a conclusion, two that were concluded; an exchange that is asked for. */
const layLosses = (client: PoolClient, today: PlainDate) => client.query(`
  with chosen as (
    select c.id, c.person_id, c.number, (row_number() over (order by md5('loss' || c.id)))::int as nth from cards.card c where c.kind = 'takenOver' and md5('loss' || c.id) like '00%'
      and exists (select from members.standing s where s.person_id = c.person_id and s.status = 'full' and s.valid_during @> $1::date) order by 4 limit 5),
  lost as (
    insert into cards.loss (id, card_id, lost_on, reported_on, circumstances, outcome, concluded_on, conclusion_paper, recorded_at)
    select ${idOf(`'loss' || id`)}, id, $1::date - 20 - nth::int, $1::date - 12 - nth::int, ($2::text[])[1 + nth % 2], case when nth > 2 then 'lost' end, case when nth > 2 then $1::date - 8 end, case when nth > 2 then $3 end, $4::timestamptz from chosen where nth <= 4 returning card_id, outcome),
  ended as (
    update cards.card c set state = 'lost', ended_on = $1::date - 8, ended_reason = $3 from lost where lost.card_id = c.id and lost.outcome = 'lost' returning c.id)
  insert into cards.card (id, person_id, kind, cause, note, state, replaces_id, proposed_on, recorded_at)
  select ${idOf(`'exchange' || id`)}, person_id, case nth when 3 then 'reissue' else 'exchange' end, case nth when 3 then 'lost' else 'damaged' end, case nth when 3 then null else $5 end, 'proposed', id, $1::date - 4, $4::timestamptz from chosen where nth in (3, 5)`,
[today, words.lost, words.conclusion, `${addDays(today, -7)}T02:00:00Z`, words.damaged])

const laySteps = (client: PoolClient, today: PlainDate) => client.query(`
  with step (card_id, act, occurred_on, to_state, recorded_at, rank) as (
    select id, 'takeOver', '2016-02-01'::date, 'held', recorded_at, 1 from cards.card where kind = 'takenOver'
    union all select id, 'propose', proposed_on, 'proposed', recorded_at, 1 from cards.card where proposed_on is not null
    union all select id, 'decide', decided_on, 'decided', recorded_at, 2 from cards.card where decided_on is not null
    union all select id, 'handOver', handed_on, 'held', recorded_at, 3 from cards.card where handed_on is not null
    union all select id, 'concludeLost', ended_on, 'lost', $1::timestamptz, 4 from cards.card where state = 'lost')
  insert into cards.step (id, card_id, ordinal, act, occurred_on, to_state, recorded_at)
  select ${idOf(`'card step' || card_id || act`)}, card_id, row_number() over (partition by card_id order by rank), act, occurred_on, to_state, recorded_at from step`, [`${addDays(today, -7)}T02:00:00Z`])

/** The book of cards: what everybody holds, what is under way, what was lost. */
export async function layCards(client: PoolClient, today: PlainDate): Promise<void> {
  await layRange(client)
  await layHeld(client, today)
  await layUnderWay(client, today)
  await layLosses(client, today)
  await laySteps(client, today)
}
