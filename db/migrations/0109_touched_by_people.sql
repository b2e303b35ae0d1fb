-- Whether adding whoever is touched is cheaper than counting anew is told by distinct people below the organisation that is asked about, in proportion to how many stand there;
-- and adding them costs a fifth of what it did, because what they give to a period is added up before and within it and not day by day.

-- What spells give to the sums of the organisations $1, up to the day $2: from on_day on, n more (fewer) are counted in a number. The only place that says so, for the sums and for the touched alike.
-- `stood`: whoever enters or leaves a stretch of one status, in the bands of that day; `crossed`: whoever passes from one band into the next within it; `placed`: whoever stands in a
-- cell, with or without a status, of which the opening and the closing of table 1 are read. Each is added up by day before it is spread over the marks.
-- `day`: under which day a change is added up, an expression of on_day; whoever asks of one period needs no day of its own for each.
-- Where somebody stood the day before is counted by a subquery and not by `exists`: joined, it may read all that stands below the organisation for every spell.
create function statistics.contributions_sql(spells text, day text) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with piece as not materialized (
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
  $q$, '{day}', day)
$$;
drop function statistics.contributions_sql(text);

drop function statistics.contributions(uuid[], date, statistics.spell[]);
-- from_day null: every change under its own day; else under the day before it (whatever lies before) and under until_day.
create function statistics.contributions(organisations uuid[], from_day date, until_day date, spells statistics.spell[])
returns table (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute statistics.contributions_sql('unnest($3)', case when from_day is null then 'on_day' else 'case when on_day < $4 then $4 - 1 else $2 end' end) using organisations, until_day, spells, from_day;
end $$;

-- Whoever is touched and stood on any day below an organisation, as settled or as known now.
create function statistics.touched_below(organisation uuid) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    where exists (select from statistics.spell s join organisations.closure c on c.descendant_id = s.cell_id and c.ancestor_id = organisation where s.person_id = t.person_id)
      or exists (select from members.placement p join organisations.closure c on c.descendant_id = p.cell_id and c.ancestor_id = organisation where p.person_id = t.person_id and p.superseded_at is null))
$$;

-- With more people touched below a kept organisation than this, counting these bases anew is quicker than adding them. Measured on 9,863 and 200,000 members: adding one takes 0.15 to
-- 0.2 ms, counting one anew 0.04 to 0.05 ms for the ways in and out, and 0.13 ms with what the members of a day are sorted by.
create function statistics.most_touched(organisation uuid, bases text[]) returns int language sql stable set search_path = pg_catalog as $$
  select (coalesce(sum(s.n) filter (where s.mark = 'total'), 0) * case when bases is null or bases && '{stand}' then 0.66 else 0.25 end)::int
  from statistics.sum_until(organisation, '{placed}', 'infinity') s
$$;

drop function statistics.is_kept(uuid, jsonb);
-- Whether the sums of an organisation can answer these bases (null: all), and are the cheaper way.
create function statistics.is_kept(organisation uuid, sorting jsonb, bases text[]) returns boolean language plpgsql stable set search_path = pg_catalog as $$
declare
  most int;
begin
  if not exists (select from statistics.kept_organisation k where k.organisation_id = organisation and k.sorting = jsonb_build_object('age', is_kept.sorting -> 'age', 'partyAge', is_kept.sorting -> 'partyAge'))
    or exists (select from statistics.stale s where s.organisation_id = organisation) then return false; end if;
  most := statistics.most_touched(organisation, bases);
  return (select count(distinct person_id) from statistics.touched) <= most or cardinality(statistics.touched_below(organisation)) <= most;
end $$;

create or replace function statistics.kept_counts(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[])
returns table(base text, trait text, value text, mark text, people int) language sql stable set search_path = pg_catalog as $$
  with people as materialized (select statistics.touched_below(organisation) as ids),
  corrected as materialized (
    select c.base, c.trait, c.value, c.mark, c.on_day, -c.n as n from people p, statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spell s where s.person_id = any (p.ids))) c where p.ids <> '{}'
    union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from people p, statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spells_now(p.ids, sorting) s)) c where p.ids <> '{}'
  ), summed as (
    select 'before' as side, s.* from statistics.sum_until(organisation, '{placed,changes,admitted}', from_day - 1) s where bases is null or bases && '{changes,admitted}'
    union all select 'before', c.base, c.trait, c.value, c.mark, c.n from corrected c where c.on_day < from_day and c.base <> 'stand'
    union all select 'after', s.* from statistics.sum_until(organisation, case when bases is null then '{placed,changes,admitted,stand}' when bases && '{changes,admitted}' then
      case when bases && '{stand}' then '{placed,changes,admitted,stand}'::text[] else '{placed,changes,admitted}' end else '{stand}' end, until_day) s
    union all select 'after', c.base, c.trait, c.value, c.mark, c.n from corrected c where c.on_day <= until_day
  ), number as (
    select 'stand' as base, trait, value, mark, n from summed where base = 'stand' and side = 'after'
    union all select base, trait, value, mark, case side when 'after' then n else -n end from summed where base in ('changes', 'admitted')
    union all select 'changes', 'item', case side when 'after' then 'closing' else 'opening' end, mark, n from summed where base = 'placed'
  )
  select n.base, n.trait, n.value, n.mark, sum(n.n)::int
  from (select * from number union all select base, 'all', 'all', mark, n from number where base = 'changes') n
  where bases is null or n.base = any (bases) or n.base in ('changes', 'admitted') and bases && '{changes,admitted}'
  group by 1, 2, 3, 4 having sum(n.n) <> 0
$$;

create or replace function statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table(base text, trait text, value text, mark text, people int) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  kept boolean;
  anew text[] := bases;
begin
  if not access.reaches_people(organisation) then return; end if;
  kept := known_at is null and from_day <= until_day and (bases is null or bases && '{stand,changes,admitted}') and statistics.is_kept(organisation, sorting, bases);
  if kept then
    return query select * from statistics.kept_counts(organisation, from_day, until_day, sorting, bases);
    anew := array(select b from unnest(coalesce(bases, '{organisations,committee,acts}')) b where b not in ('stand', 'changes', 'admitted'));
  end if;
  if anew is null or anew <> '{}' then return query select * from statistics.counts_anew(organisation, from_day, until_day, known_at, sorting, anew); end if;
end $$;

drop function statistics.most_touched();

create or replace function statistics.settle(sorting jsonb, whole boolean default false, fewest int default statistics.fewest_kept(), out people int, out organisations int)
  language plpgsql security definer set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan as $$
declare
  bounds constant jsonb := jsonb_build_object('age', sorting -> 'age', 'partyAge', sorting -> 'partyAge');
  first constant boolean := not exists (select from statistics.spell);
  wanted uuid[];
  anew uuid[];
  taken uuid[];
  slice uuid[];
  former statistics.spell[];
  later statistics.spell[];
begin
  perform pg_advisory_xact_lock(hashtext('statistics.settle'));
  -- The lock of organisations.rebuild_closure: an act on the tree would not see the organisations that are being made here, and leave them unmarked.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  create temp table if not exists statistics_change (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) on commit drop;
  wanted := array(select statistics.large(fewest));
  whole := whole or exists (select from statistics.kept_organisation k where k.sorting <> bounds) or first;
  with gone as (delete from statistics.touched returning person_id) select array(select distinct person_id from gone) into taken;
  -- Of a quarter of everybody, making all anew is quicker.
  whole := whole or cardinality(taken) > statistics.fewest_kept() and cardinality(taken) * 4 > (select count(*) from statistics.spell where status is null);
  with gone as (delete from statistics.stale returning organisation_id) select array(select organisation_id from gone) into anew;
  anew := case when whole then wanted else array(select w from unnest(wanted) w where w = any (anew) or not exists (select from statistics.kept_organisation k where k.organisation_id = w)) end;
  delete from statistics.kept_organisation where organisation_id <> all (wanted) or organisation_id = any (anew);
  delete from statistics.kept_sum where organisation_id <> all (wanted) or organisation_id = any (anew);

  if whole then
    delete from statistics.spell;
    -- The first time nobody reads them yet, and an index over all of them at once is made many times faster.
    if first then drop index statistics.spell_person; end if;
    execute 'insert into statistics.spell ' || statistics.spells_sql(true) using taken, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
    if first then create index spell_person on statistics.spell (person_id); end if;
    analyze statistics.spell;
  elsif taken <> '{}' then
    delete from pg_temp.statistics_change;
    -- In slices, so that their spells fit into memory however many there are.
    for first_of_slice in 1 .. cardinality(taken) by 10000 loop
      slice := taken[first_of_slice : first_of_slice + 9999];
      former := array(select s from statistics.spell s where s.person_id = any (slice));
      later := array(select s from statistics.spells_now(slice, sorting) s);
      insert into pg_temp.statistics_change
        select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from statistics.contributions(array(select k.organisation_id from statistics.kept_organisation k), null, 'infinity', former) c
        union all select c.* from statistics.contributions(array(select k.organisation_id from statistics.kept_organisation k), null, 'infinity', later) c;
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
    execute 'insert into pg_temp.statistics_change ' || statistics.contributions_sql('statistics.spell', 'on_day') using anew, date 'infinity';
    perform statistics.add_changes();
  end if;
  delete from statistics.kept_sum where n = 0;
  people := case when whole then (select count(distinct person_id) from statistics.spell where status is null) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $$;

revoke all on function statistics.contributions_sql(text, text), statistics.contributions(uuid[], date, date, statistics.spell[]), statistics.touched_below(uuid), statistics.most_touched(uuid, text[]),
  statistics.is_kept(uuid, jsonb, text[]) from public;
