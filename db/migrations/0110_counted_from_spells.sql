-- Sums are kept of the few largest organisations and of some years only; all else is counted from the settled spells below an organisation. The sums of every district, over all days on which somebody
-- living comes into another band of age, would be greater than the register and long in the making. What is counted from spells is never stale: where a cell stands is looked up when somebody asks.
create index spell_cell on statistics.spell (cell_id);
create table statistics.settled (
  is_only    boolean primary key default true,
  sorting    jsonb not null,
  first_day  date not null,
  last_day   date not null,
  settled_at timestamptz not null default platform.moment(),
  constraint settled_is_one check (is_only)
);
comment on table statistics.settled is 'The bounds by which the spells were made, the days of which sums are kept (what was before stands under the first), and when they were settled last; no row before the first time.';
-- The next settling makes everything anew.
delete from statistics.spell;
delete from statistics.kept_sum;
delete from statistics.kept_organisation;

create or replace function statistics.fewest_kept() returns int language sql immutable return 20000;
-- Of no more organisations are sums kept, the largest first.
create function statistics.most_kept() returns int language sql immutable return 12;

create or replace function statistics.large(fewest int) returns setof uuid language sql stable set search_path = pg_catalog as $$
  select c.ancestor_id from (select p.cell_id, count(*) as members from members.placement p where p.superseded_at is null and upper_inf(p.valid_during) group by 1) p
  join organisations.closure c on c.descendant_id = p.cell_id and upper_inf(c.valid_during) group by 1 having sum(p.members) > fewest order by sum(p.members) desc, 1 limit statistics.most_kept()
$$;

create or replace function statistics.contributions(organisations uuid[], from_day date, until_day date, spells statistics.spell[])
returns table (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute statistics.contributions_sql('unnest($3)', 'case when on_day < $4 then $4 - 1 else $2 end') using organisations, until_day, spells, from_day;
end $$;

drop function statistics.contributions_sql(text, text);
-- What spells give to the sums of the organisations $1, up to the day $2: from on_day on, n more (fewer) are counted in a number. The only place that says so, for the sums, the touched and what is
-- counted without sums. `given`: common table expressions that `spells` names, each with a comma behind it. For the rest see 0109.
create function statistics.contributions_sql(spells text, day text, given text default '') returns text language sql immutable set search_path = pg_catalog as $$
  select replace(replace($q$
  with {given}piece as not materialized (
    select c.ancestor_id as organisation_id, s.*, b.below, coalesce(lower(b.below), '-infinity') as since, nullif(upper(b.below), 'infinity') as until,
      coalesce(s.sex = 'female', false) as woman, coalesce(s.ethnicity <> 'Kinh', false) as minority
    from $q$ || spells || $q$ s join organisations.closure c on c.descendant_id = s.cell_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as below) b
  ), step as (
    select p.organisation_id, p.woman, p.minority, p.status = 'probationary' as probationary, p.sex, p.status, p.ethnicity, p.religion, p.general_education, p.political_theory, e.on_day, e.n,
      width_bucket(e.seen_on, p.age_from) as age_band, case when p.party_age_known <= e.seen_on then width_bucket(e.seen_on, p.party_age_from) end as party_age_band
    from piece p cross join lateral (values (p.since, p.since, 1), (p.until, p.until - 1, -1)) e (on_day, seen_on, n) where p.status is not null and e.on_day <= $2
  ), stood as (
    select organisation_id, {day} as on_day, grouping(sex, status, ethnicity, religion, general_education, political_theory, age_band, party_age_band) as sorted,
      coalesce(sex, status, ethnicity, religion, general_education, political_theory, age_band::text, party_age_band::text) as value,
      sum(n) as total, sum(n) filter (where woman) as women, sum(n) filter (where minority) as minority, sum(n) filter (where probationary) as probationary
    from step group by organisation_id, {day}, grouping sets ((), (sex), (status), (ethnicity), (religion), (general_education), (political_theory), (age_band), (party_age_band))
  ), banded as (
    select p.organisation_id, p.woman, p.minority, p.status = 'probationary' as probationary, b.trait, b.from_day, b.days, width_bucket(b.from_day, b.days) as first, width_bucket(least(p.until - 1, $2), b.days) as last
    from piece p cross join lateral (values ('ageBand', p.since, p.age_from), ('partyAgeBand', greatest(p.since, p.party_age_known), case when p.party_age_known is not null then p.party_age_from end)) b (trait, from_day, days)
    where p.status is not null
  ), crossing as (
    select organisation_id, woman, minority, probationary, trait, generate_series(first, last - 1) as left_band, generate_series(first + 1, last) as band, unnest(days[first + 1 : last]) as on_day from banded where first < last
    union all
    select organisation_id, woman, minority, status = 'probationary', 'partyAgeBand', null, width_bucket(party_age_known, party_age_from), party_age_known from piece
    where status is not null and party_age_known > since and party_age_known < coalesce(until, 'infinity') and party_age_known <= $2
  ), crossed as (
    select organisation_id, trait, left_band, band, {day} as on_day, count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority, count(*) filter (where probationary) as probationary
    from crossing where on_day < 'infinity' group by 1, 2, 3, 4, 5
  ), placed as (
    select p.organisation_id, {day} as on_day, sum(e.n) as total, sum(e.n) filter (where p.woman) as women, sum(e.n) filter (where p.minority) as minority
    from piece p cross join lateral (values (p.since, 1), (p.until, -1)) e (on_day, n) where p.status is null and e.on_day <= $2 group by 1, 2
  ), way as (
    select p.*, p.since as on_day, p.since as seen_on, case when lower(p.below) = lower(p.days) then p.way_in else 'reorganisedIn' end as item
    from piece p where p.status is null and p.since > '-infinity' and p.since <= $2 and (
      select count(*) from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> p.since - 1
        and c.descendant_id = case when lower(p.below) = lower(p.days) then p.former_cell else p.cell_id end) = 0
    union all
    select p.*, p.until, p.until - 1, case when upper(p.below) = upper(p.days) then p.way_out else 'reorganisedOut' end
    from piece p where p.status is null and p.until <= $2 and (
      select count(*) from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> p.until
        and c.descendant_id = case when upper(p.below) = upper(p.days) then p.next_cell else p.cell_id end) = 0
  ), went as (
    select w.*, coalesce(w.on_probation @> w.seen_on, false) as probationary, width_bucket(w.on_day, w.age_from) as age_band from way w
  ), flowed as (
    select organisation_id, {day} as on_day, item, grouping(sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band) as sorted,
      coalesce(sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band::text) as value,
      count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority, count(*) filter (where probationary) as probationary
    from went group by organisation_id, {day}, item, grouping sets ((), (sex), (ethnicity), (religion), (general_education), (profession), (political_theory), (occupation), (age_band))
  ), number as (
    select organisation_id, 'stand' as base, case sorted when 255 then 'all' when 127 then 'sex' when 191 then 'status' when 223 then 'ethnicity' when 239 then 'religion' when 247 then 'generalEducation'
      when 251 then 'politicalTheory' when 253 then 'ageBand' else 'partyAgeBand' end as trait, case sorted when 255 then 'all' else value end as value, on_day, total, women, minority, probationary from stood
    union all select organisation_id, 'stand', trait, band::text, on_day, total, women, minority, probationary from crossed
    union all select organisation_id, 'stand', trait, left_band::text, on_day, -total, -women, -minority, -probationary from crossed
    union all select organisation_id, 'placed', 'all', 'all', on_day, total, women, minority, null from placed
    union all select organisation_id, 'placed', 'all', 'all', on_day, null, null, null, probationary from stood where sorted = 255
    union all select organisation_id, 'changes', 'item', item, on_day, total, women, minority, probationary from flowed where sorted = 255
    union all select organisation_id, 'admitted', case sorted when 255 then 'all' when 127 then 'sex' when 191 then 'ethnicity' when 223 then 'religion' when 239 then 'generalEducation' when 247 then 'profession'
      when 251 then 'politicalTheory' when 253 then 'occupation' else 'ageBand' end, case sorted when 255 then 'all' else value end, on_day, total, women, minority, probationary from flowed where item = 'admitted'
  )
  select n.organisation_id, n.base, n.trait, n.value, m.mark, n.on_day, sum(m.n)::int as n
  from number n cross join lateral (values ('total', n.total), ('women', n.women), ('ethnicMinority', n.minority), ('probationary', n.probationary)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$, '{day}', day), '{given}', given)
$$;

-- How an answer is reckoned: `sums` and whoever is touched, `spells` as settled with the facts of the touched, or `anew` from the facts. Sums are the quickest until so many below the
-- organisation are touched that adding them (0.18 ms each) takes longer than reading all spells (0.02 ms each).
create function statistics.way_of_counting(organisation uuid, from_day date, until_day date, sorting jsonb) returns text language plpgsql stable set search_path = pg_catalog as $$
declare
  most int;
begin
  if not exists (select from statistics.settled d where d.sorting = jsonb_build_object('age', way_of_counting.sorting -> 'age', 'partyAge', way_of_counting.sorting -> 'partyAge')) then return 'anew'; end if;
  if not exists (select from statistics.kept_organisation k where k.organisation_id = organisation) or exists (select from statistics.stale s where s.organisation_id = organisation)
    or not exists (select from statistics.settled d where from_day > d.first_day and until_day <= d.last_day) then return 'spells'; end if;
  select coalesce(sum(s.n), 0) / 8 into most from statistics.sum_until(organisation, '{placed}', 'infinity') s where s.mark = 'total';
  if (select count(distinct person_id) from statistics.touched) <= most or cardinality(statistics.touched_below(organisation)) <= most then return 'sums'; end if;
  return 'spells';
end $$;

-- What changes the numbers of an organisation before and within a period (both days inclusive), under a day before it or its last: by the sums, less what the settled spells of the touched gave, and
-- what their facts give now.
create function statistics.changes_by_sums(organisation uuid, from_day date, until_day date, sorting jsonb)
returns table (base text, trait text, value text, mark text, on_day date, n int) language sql stable set search_path = pg_catalog as $$
  with people as materialized (select statistics.touched_below(organisation) as ids)
  select c.base, c.trait, c.value, c.mark, c.on_day, -c.n from people p, statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spell s where s.person_id = any (p.ids))) c where p.ids <> '{}'
  union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from people p, statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spells_now(p.ids, sorting) s)) c where p.ids <> '{}'
  union all select s.base, s.trait, s.value, s.mark, d.on_day, s.n * d.times from statistics.sum_until(organisation, '{placed,changes,admitted}', from_day - 1) s, (values (from_day - 1, 1), (until_day, -1)) d (on_day, times)
  union all select s.base, s.trait, s.value, s.mark, until_day, s.n from statistics.sum_until(organisation, '{placed,changes,admitted,stand}', until_day) s
$$;

-- The same by every settled spell below the organisation that bears on the period, of the touched by what their facts give now. Of a stretch of one status only the day before the period and the last one matter.
create function statistics.changes_by_spells(organisation uuid, from_day date, until_day date, sorting jsonb)
returns table (base text, trait text, value text, mark text, on_day date, n int) language plpgsql stable set search_path = pg_catalog as $$
declare
  touched constant uuid[] := statistics.touched_below(organisation);
  given constant text := 'given as materialized (
    select s.person_id, s.cell_id, case when s.status is null then s.days else s.days * daterange($4 - 1, null) end as days, s.status, s.former_cell, s.next_cell, s.way_in, s.way_out, s.on_probation, s.sex, s.ethnicity, s.religion,
      s.general_education, s.profession, s.political_theory, s.occupation, s.age_from, s.party_age_known, s.party_age_from
    from (select * from statistics.spell where cell_id = any ($3) and person_id <> all ($5) union all select * from unnest($6)) s
    where case when s.status is null then s.days && daterange($4 - 1, $2, ''[]'') else s.days @> ($4 - 1) or s.days @> $2 end), ';
begin
  return query execute 'select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (' || statistics.contributions_sql('given', 'case when on_day < $4 then $4 - 1 else $2 end', given) || ') c'
    using array[organisation], until_day, array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = organisation), from_day, touched,
      case when touched = '{}' then '{}' else array(select s from statistics.spells_now(touched, sorting) s) end;
end $$;

drop function statistics.kept_counts(uuid, date, date, jsonb, text[]);
-- The numbers of the bases stand, changes and admitted of an organisation, by its sums or its spells: exactly those of a count anew.
create function statistics.kept_counts(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[], way text)
returns table (base text, trait text, value text, mark text, people int) language sql stable set search_path = pg_catalog as $$
  with change as (
    select * from statistics.changes_by_sums(organisation, from_day, until_day, sorting) where way = 'sums'
    union all select * from statistics.changes_by_spells(organisation, from_day, until_day, sorting) where way = 'spells'
  ), number as (
    select base, trait, value, mark, n from change where base = 'stand'
    union all select base, trait, value, mark, n from change where base in ('changes', 'admitted') and on_day >= from_day
    union all select base, 'all', 'all', mark, n from change where base = 'changes' and on_day >= from_day
    union all select 'changes', t.trait, t.value, c.mark, c.n from change c, (values ('opening', 'item', 'opening'), ('opening', 'all', 'all'), ('closing', 'item', 'closing'), ('closing', 'all', 'all')) t (side, trait, value)
      where c.base = 'placed' and (t.side = 'closing' or c.on_day < from_day)
  )
  select n.base, n.trait, n.value, n.mark, sum(n.n)::int from number n
  where bases is null or n.base = any (bases) or n.base in ('changes', 'admitted') and bases && '{changes,admitted}'
  group by 1, 2, 3, 4 having sum(n.n) <> 0
$$;

create or replace function statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  way text := 'anew';
  anew text[] := bases;
begin
  if not access.reaches_people(organisation) then return; end if;
  if known_at is null and from_day <= until_day and (bases is null or bases && '{stand,changes,admitted}') then way := statistics.way_of_counting(organisation, from_day, until_day, sorting); end if;
  if way <> 'anew' then
    return query select * from statistics.kept_counts(organisation, from_day, until_day, sorting, bases, way);
    anew := array(select b from unnest(coalesce(bases, '{organisations,committee,acts}')) b where b not in ('stand', 'changes', 'admitted'));
  end if;
  if anew is null or anew <> '{}' then return query select * from statistics.counts_anew(organisation, from_day, until_day, known_at, sorting, anew); end if;
end $$;

drop function statistics.differences(uuid, date, date, jsonb);
-- What an organisation's sums or spells say otherwise than a count anew, of a period (both days inclusive).
create function statistics.differences(organisation uuid, from_day date, until_day date, sorting jsonb, way text)
returns table (base text, trait text, value text, mark text, kept int, counted int) language sql stable set search_path = pg_catalog set work_mem = '64MB' as $$
  select coalesce(k.base, c.base), coalesce(k.trait, c.trait), coalesce(k.value, c.value), coalesce(k.mark, c.mark), coalesce(k.people, 0), coalesce(c.people, 0)
  from statistics.kept_counts(organisation, from_day, until_day, sorting, '{stand,changes,admitted}', way) k
  full join (select * from statistics.counts_anew(organisation, from_day, until_day, null, sorting, '{stand,changes,admitted}')) c
    on c.base = k.base and c.trait = k.trait and coalesce(c.value, '') = coalesce(k.value, '') and (c.value is null) = (k.value is null) and c.mark = k.mark
  where k.people is distinct from c.people
$$;

drop function statistics.is_kept(uuid, jsonb, text[]);
drop function statistics.most_touched(uuid, text[]);

-- The days of which sums are kept: twelve years back, two ahead. They move on with the first settling of each year.
create function statistics.kept_days(today date, out first_day date, out last_day date) language sql immutable set search_path = pg_catalog as $$
  select make_date(y - 12, 1, 1), make_date(y + 2, 12, 31) from (select extract(year from today)::int as y) t
$$;

drop function statistics.settle(jsonb, boolean, int);
-- Brings the spells and sums up to the facts; people and organisations settled. `whole`: everything anew, as the first time. `today` picks the days of which sums are kept. Facts written meanwhile stay touched.
create function statistics.settle(sorting jsonb, today date, whole boolean default false, fewest int default statistics.fewest_kept(), out people int, out organisations int)
  language plpgsql security definer set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan as $$
declare
  bounds constant jsonb := jsonb_build_object('age', sorting -> 'age', 'partyAge', sorting -> 'partyAge');
  first constant boolean := not exists (select from statistics.spell);
  wanted uuid[];
  anew uuid[];
  taken uuid[];
  slice uuid[];
  kept uuid[];
  days record;
  former statistics.spell[];
  later statistics.spell[];
begin
  perform pg_advisory_xact_lock(hashtext('statistics.settle'));
  -- The lock of organisations.rebuild_closure: an act on the tree would not see the organisations that are being made here, and leave them unmarked.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  create temp table if not exists statistics_change (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) on commit drop;
  wanted := array(select statistics.large(fewest));
  whole := whole or first or not exists (select from statistics.settled d join statistics.kept_days(today) k on k.first_day = d.first_day and k.last_day = d.last_day where d.sorting = bounds);
  insert into statistics.settled (sorting, first_day, last_day) select bounds, k.first_day, k.last_day from statistics.kept_days(today) k
    on conflict (is_only) do update set sorting = excluded.sorting, first_day = excluded.first_day, last_day = excluded.last_day, settled_at = platform.moment()
    returning statistics.settled.first_day, statistics.settled.last_day into days;
  with gone as (delete from statistics.touched returning person_id) select array(select distinct person_id from gone) into taken;
  -- Of a quarter of everybody, making all anew is quicker.
  whole := whole or cardinality(taken) > 2000 and cardinality(taken) * 4 > (select count(*) from statistics.spell where status is null);
  with gone as (delete from statistics.stale returning organisation_id) select array(select organisation_id from gone) into anew;
  anew := case when whole then wanted else array(select w from unnest(wanted) w where w = any (anew) or not exists (select from statistics.kept_organisation k where k.organisation_id = w)) end;
  delete from statistics.kept_organisation where organisation_id <> all (wanted) or organisation_id = any (anew);
  delete from statistics.kept_sum where organisation_id <> all (wanted) or organisation_id = any (anew);

  if whole then
    delete from statistics.spell;
    -- The first time nobody reads them yet, and an index over all of them at once is made many times faster.
    if first then drop index statistics.spell_person, statistics.spell_cell; end if;
    execute 'insert into statistics.spell ' || statistics.spells_sql(true) using taken, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
    if first then
      create index spell_person on statistics.spell (person_id);
      create index spell_cell on statistics.spell (cell_id);
    end if;
    analyze statistics.spell;
  elsif taken <> '{}' then
    delete from pg_temp.statistics_change;
    kept := array(select k.organisation_id from statistics.kept_organisation k);
    -- In slices, so that their spells fit into memory however many there are.
    for first_of_slice in 1 .. cardinality(taken) by 10000 loop
      slice := taken[first_of_slice : first_of_slice + 9999];
      former := array(select s from statistics.spell s where s.person_id = any (slice));
      later := array(select s from statistics.spells_now(slice, sorting) s);
      execute 'insert into pg_temp.statistics_change select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from (' || statistics.contributions_sql('unnest($3)', 'greatest(on_day, $4)') || ') c'
        using kept, days.last_day, former, days.first_day;
      execute 'insert into pg_temp.statistics_change ' || statistics.contributions_sql('unnest($3)', 'greatest(on_day, $4)') using kept, days.last_day, later, days.first_day;
      delete from statistics.spell where person_id = any (slice);
      insert into statistics.spell select s.* from unnest(later) s;
    end loop;
    perform statistics.add_changes();
    update statistics.kept_organisation set settled_at = platform.moment();
  end if;

  -- The fingerprint first: a tree that changes while the sums are made is then seen to differ.
  insert into statistics.kept_organisation (organisation_id, sorting, tree) select a, bounds, statistics.tree_of(a) from unnest(anew) a;
  if anew <> '{}' then
    delete from pg_temp.statistics_change;
    execute 'insert into pg_temp.statistics_change ' || statistics.contributions_sql('statistics.spell', 'greatest(on_day, $3)') using anew, days.last_day, days.first_day;
    perform statistics.add_changes();
  end if;
  delete from statistics.kept_sum where n = 0;
  people := case when whole then (select count(distinct person_id) from statistics.spell where status is null) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $$;

revoke all on function statistics.contributions_sql(text, text, text), statistics.way_of_counting(uuid, date, date, jsonb), statistics.most_kept(), statistics.changes_by_sums(uuid, date, date, jsonb), statistics.changes_by_spells(uuid, date, date, jsonb),
  statistics.kept_counts(uuid, date, date, jsonb, text[], text), statistics.differences(uuid, date, date, jsonb, text), statistics.settle(jsonb, date, boolean, int), statistics.kept_days(date), statistics.fewest_kept() from public;

-- Acts of table 7. Each room publishes the acts of its own facts in a period, by day; whose they are is asked once for all of them, and below a small organisation its people are known first.
create index discipline_effective on lifecycle.discipline (effective_on);
create index exemption_from on lifecycle.exemption (from_day);
create index exemption_returned on lifecycle.exemption (returned_on) where returned_on is not null;
create index suspension_from on lifecycle.suspension (from_day);
create index letter_issued on transfers.letter (issued_on);
create index step_accepted on transfers.step (occurred_on) where to_stage in ('accepted', 'hosted');
create index membership_ended on members.membership (ended_on) where ended_on is not null;
create index status_exempt on members.status (person_id) where status = 'exempt';

drop function members.lines_of_acts(uuid, date, date, timestamptz, jsonb);
-- Names struck off, members who left, and exemptions that stand at the end of a period (both days inclusive).
create function members.acts_between(from_day date, until_day date, known_at timestamptz) returns table (person_id uuid, act text, on_day date, sorted_on date) language sql stable as $$
  select m.person_id, case m.end_kind when 'strikeOff' then 'struckOff' else 'left' end, m.ended_on, m.ended_on - 1 from members.membership m
  where m.ended_on between from_day and until_day and m.end_kind in ('strikeOff', 'resignation') and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
  union all
  select s.person_id, 'exempt', until_day, until_day from members.status s
  where s.status = 'exempt' and s.valid_during @> until_day and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
$$;

-- Of acts (one place in each list for each), those of people who stood below an organisation on the day on which they are sorted, as they were then; who had left by then, where he was last.
create function members.lines_below(organisation uuid, people uuid[], acts text[], sorted_on date[], on_days date[], known_at timestamptz, sorting jsonb)
returns table (subject_id uuid, act text, on_day date, marks text[]) language sql stable as $$
  with stood as materialized (
    select a.* from unnest(people, acts, sorted_on, on_days) a (person_id, act, sorted_on, on_day)
    cross join lateral (select p.cell_id, least(a.sorted_on, upper(p.valid_during) - 1) as seen_on from members.placement p
      where p.person_id = a.person_id and lower(p.valid_during) <= a.sorted_on and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      order by p.valid_during desc limit 1) p
    where exists (select from organisations.closure c where c.descendant_id = p.cell_id and c.ancestor_id = organisation and c.valid_during @> p.seen_on)
  ), listed as (select array_agg(s.person_id) as people, array_agg(s.act) as acts, array_agg(s.sorted_on) as sorted_on, array_agg(s.on_day) as days from stood s)
  select s.person_id, s.label, s.on_day, s.marks from listed l, members.sorted_people(l.people, l.acts, l.sorted_on, l.days, known_at, sorting) s
$$;

-- Everybody who was ever placed below an organisation, if they are at most so many; null if they are more.
create function members.few_below(organisation uuid, most int) returns uuid[] language plpgsql stable set plan_cache_mode = force_custom_plan as $$
declare
  cells constant uuid[] := array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = organisation);
begin
  if (select count(*) from (select from members.placement p where p.cell_id = any (cells) limit most + 1) t) > most then return null; end if;
  return array(select distinct p.person_id from members.placement p where p.cell_id = any (cells));
end $$;
drop function members.stood_below(uuid, uuid, date, timestamptz);

drop function lifecycle.lines_of_acts(uuid, date, date, timestamptz, jsonb);
-- Badges given, measures of discipline, suspensions and exemptions that began in a period (both days inclusive).
create function lifecycle.acts_between(from_day date, until_day date, known_at timestamptz) returns table (person_id uuid, act text, on_day date, sorted_on date) language sql stable as $$
  select b.person_id, 'badge' || b.years, b.award_on, b.award_on from lifecycle.badge b
  where b.award_on between acts_between.from_day and until_day and (b.state = 'awarded' or b.state = 'revoked' and b.ended_at > known_at) and (known_at is null or b.recorded_at <= known_at and coalesce(b.decided_on, b.award_on) <= known_at::date)
  union all
  select d.person_id, 'discipline:' || d.measure, d.effective_on, d.effective_on from lifecycle.discipline d
  where d.effective_on between acts_between.from_day and until_day and (d.state = 'standing' or d.reviewed_on > known_at::date) and (known_at is null or d.recorded_at <= known_at)
  union all
  select s.person_id, 'suspended', s.from_day, s.from_day from lifecycle.suspension s where s.from_day between acts_between.from_day and until_day and (known_at is null or s.recorded_at <= known_at)
  union all
  select e.person_id, 'exempted', e.from_day, e.from_day from lifecycle.exemption e where e.from_day between acts_between.from_day and until_day and (known_at is null or e.recorded_at <= known_at)
  union all
  select e.person_id, 'returned', e.returned_on, e.returned_on from lifecycle.exemption e where e.returned_on between acts_between.from_day and until_day and (known_at is null or e.recorded_at <= known_at and e.returned_on <= known_at::date)
$$;

drop function cards.lines_of_acts(uuid, date, date, timestamptz, jsonb);
-- Cards that decisions gave for the first time, and anew, in a period (both days inclusive).
create function cards.acts_between(from_day date, until_day date, known_at timestamptz) returns table (person_id uuid, act text, on_day date, sorted_on date) language sql stable as $$
  select c.person_id, case c.kind when 'first' then 'cardsIssued' else 'cardsReissued' end, c.decided_on, c.decided_on from cards.card c
  where c.decided_on between from_day and until_day and c.kind in ('first', 'exchange', 'reissue') and c.state not in ('proposed', 'dropped') and (known_at is null or c.recorded_at <= known_at and c.decided_on <= known_at::date)
$$;

-- The acts of people below an organisation in a period (both days inclusive): table 7, but for transfers, which belong to the cells that they name.
create function statistics.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language plpgsql stable set plan_cache_mode = force_custom_plan as $$
declare
  people constant uuid[] := members.few_below(organisation, 20000);
begin
  return query
    with act as materialized (
      select a.* from lifecycle.acts_between(from_day, until_day, known_at) a where people is null or a.person_id = any (people)
      union all select a.* from cards.acts_between(from_day, until_day, known_at) a where people is null or a.person_id = any (people)
      union all select a.* from members.acts_between(from_day, until_day, known_at) a where people is null or a.person_id = any (people)
    ), listed as (select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.sorted_on) as sorted_on, array_agg(a.on_day) as days from act a)
    select 'acts', b.subject_id, jsonb_build_object('act', b.act), b.marks, b.on_day from listed l, members.lines_below(organisation, l.people, l.acts, l.sorted_on, l.days, known_at, sorting) b;
end $$;

create or replace function statistics.lines(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  select * from members.lines_of_changes(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{changes,admitted}'
  union all select * from members.lines_of_stand(organisation, until_day, known_at, sorting) where bases is null or bases && '{stand}'
  union all select * from members.lines_of_organisations(organisation, until_day, known_at, sorting) where bases is null or bases && '{organisations}'
  union all select * from members.lines_of_committees(organisation, until_day, known_at, sorting) where bases is null or bases && '{committee}'
  union all select * from statistics.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
  union all select * from transfers.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
$$;

-- How many came and left each organisation by each way in a period, and stand before and after it (table 1): of one whose sums are kept and that stood below `within` all the while, by its sums.
create function statistics.balance(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (organisation_id uuid, item text, people int) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  summed uuid[] := '{}';
begin
  if not access.reaches_people(within) then return; end if;
  if known_at is null and from_day <= until_day then
    summed := array(select o from unnest(organisations) o where (o = within or exists (select from organisations.closure c where c.ancestor_id = within and c.descendant_id = o and c.valid_during @> daterange(from_day - 1, until_day, '[]')))
      and statistics.way_of_counting(o, from_day, until_day, sorting) = 'sums');
  end if;
  return query
    select o, k.value, k.people from unnest(summed) o cross join lateral statistics.kept_counts(o, from_day, until_day, sorting, '{changes}', 'sums') k where k.base = 'changes' and k.trait = 'item' and k.mark = 'total'
    union all
    select b.organisation_id, b.item, b.people from members.balance(array(select o from unnest(organisations) o where o <> all (summed)), within, from_day, until_day, known_at) b;
end $$;
grant execute on function statistics.balance(uuid[], uuid, date, date, timestamptz, jsonb) to dangvu_program;

revoke all on function members.acts_between(date, date, timestamptz), members.lines_below(uuid, uuid[], text[], date[], date[], timestamptz, jsonb), members.few_below(uuid, int), lifecycle.acts_between(date, date, timestamptz),
  cards.acts_between(date, date, timestamptz), statistics.lines_of_acts(uuid, date, date, timestamptz, jsonb), statistics.balance(uuid[], uuid, date, date, timestamptz, jsonb) from public;
