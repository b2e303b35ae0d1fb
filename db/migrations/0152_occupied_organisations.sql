-- An organisation that nobody has ever been in makes no sums stale, and many changes are added to the sums without sorting them.

create table statistics.occupied (organisation_id uuid primary key);
comment on table statistics.occupied is 'Derived, written only when settling: the organisations in which something of somebody is settled. Where any other stands in the tree changes no sum of people.';
insert into statistics.occupied select cell_id from statistics.spell union select organisation_id from statistics.seat union select cell_id from statistics.act;

-- Which occupied organisations stand below an organisation on which days; one that moves inside it changes nothing.
create or replace function statistics.tree_of(organisation uuid) returns text language sql stable set search_path = pg_catalog as $$
  select md5(coalesce(string_agg(b.descendant_id || ' ' || b.days::text, ' ' order by b.descendant_id), ''))
  from (select c.descendant_id, range_agg(c.valid_during) as days from organisations.closure c join statistics.occupied o on o.organisation_id = c.descendant_id where c.ancestor_id = organisation group by 1) b
$$;
update statistics.kept_organisation set tree = statistics.tree_of(organisation_id);

-- Settles anew what is kept of some people, and moves the sums of the organisations $2 by the difference.
create or replace function statistics.settle_people(people uuid[], kept uuid[], first_day date, last_day date, sorting jsonb) returns void language plpgsql set search_path = pg_catalog as $$
declare
  less constant text := 'insert into pg_temp.statistics_change select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from (%s) c';
  more constant text := 'insert into pg_temp.statistics_change %s';
  day constant text := 'greatest(on_day, $3)';
  size_bounds constant int[] := members.bounds(sorting, 'size');
  former statistics.spell[] := array(select s from statistics.spell s where s.person_id = any (people));
  later statistics.spell[] := array(select s from statistics.spells_now(people, sorting) s);
  cells uuid[] := array(select distinct s.cell_id from (select * from unnest(former) union all select * from unnest(later)) s where s.status is null);
  sized uuid[] := statistics.sized_with(cells);
  occupied uuid[];
begin
  execute format(less, statistics.contributions_sql(statistics.spells_kept_sql('unnest($4)'), day)) using kept, last_day, first_day, former;
  execute format(more, statistics.contributions_sql(statistics.spells_kept_sql('unnest($4)'), day)) using kept, last_day, first_day, later;
  execute format(less, statistics.contributions_of_organisations_sql('statistics.sizes($4, $3, $2, $5)', day)) using kept, last_day, first_day, sized, size_bounds;
  delete from statistics.spell where person_id = any (people);
  insert into statistics.spell select s.* from unnest(later) s;
  perform statistics.count_heads(cells);
  execute format(more, statistics.contributions_of_organisations_sql('statistics.sizes($4, $3, $2, $5)', day)) using kept, last_day, first_day, sized, size_bounds;

  execute format(less, statistics.contributions_of_seats_sql(statistics.seats_kept_sql('(select * from statistics.seat where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  execute format(less, statistics.contributions_of_acts_sql(statistics.acts_kept_sql('(select * from statistics.act where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  delete from statistics.seat where person_id = any (people);
  insert into statistics.seat select s.* from statistics.seats_now(people, sorting) s;
  delete from statistics.act where person_id = any (people);
  insert into statistics.act select a.* from statistics.acts_now(people) a;
  execute format(more, statistics.contributions_of_seats_sql(statistics.seats_kept_sql('(select * from statistics.seat where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  execute format(more, statistics.contributions_of_acts_sql(statistics.acts_kept_sql('(select * from statistics.act where person_id = any ($4))'), day)) using kept, last_day, first_day, people;

  -- Of most who are touched nearly everything is as it was: only what differs is added.
  with change as (delete from pg_temp.statistics_change returning *)
  insert into pg_temp.statistics_change select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, sum(c.n) from change c group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;

  -- Where nobody was settled before, the tree counts from now on.
  with place as (
    insert into statistics.occupied select s.cell_id from statistics.spell s where s.person_id = any (people) union select s.organisation_id from statistics.seat s where s.person_id = any (people)
      union select a.cell_id from statistics.act a where a.person_id = any (people) on conflict do nothing returning organisation_id)
  select array(select p.organisation_id from place p) into occupied;
  update statistics.kept_organisation k set tree = statistics.tree_of(k.organisation_id) where exists (select from organisations.closure c where c.ancestor_id = k.organisation_id and c.descendant_id = any (occupied));
end $$;

-- Settles everybody.
create or replace function statistics.settle_all(sorting jsonb) returns void language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
  first constant boolean := not exists (select from statistics.spell);
begin
  delete from statistics.spell;
  delete from statistics.seat;
  delete from statistics.act;
  -- The first time nobody reads them yet, and an index over all of them at once is made many times faster.
  if first then drop index statistics.spell_person, statistics.spell_cell, statistics.seat_person, statistics.seat_organisation, statistics.act_person, statistics.act_cell; end if;
  execute 'insert into statistics.spell ' || statistics.spells_sql(true) using null::uuid[], members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
  execute 'insert into statistics.seat ' || statistics.seats_sql(true) using null::uuid[], members.bounds(sorting, 'age'), statistics.positions(sorting);
  execute 'insert into statistics.act ' || statistics.acts_sql(true);
  if first then
    create index spell_person on statistics.spell (person_id);
    create index spell_cell on statistics.spell (cell_id);
    create index seat_person on statistics.seat (person_id);
    create index seat_organisation on statistics.seat (organisation_id);
    create index act_person on statistics.act (person_id);
    create index act_cell on statistics.act (cell_id);
  end if;
  analyze statistics.spell, statistics.seat, statistics.act;
  delete from statistics.occupied;
  insert into statistics.occupied select cell_id from statistics.spell union select organisation_id from statistics.seat union select cell_id from statistics.act;
  analyze statistics.occupied;
  perform statistics.count_heads(null);
  analyze statistics.headcount;
end $$;

-- Adds contributions (temporary table statistics_change) to the sums: a year that changes is written anew.
create or replace function statistics.add_changes() returns void language plpgsql set search_path = pg_catalog as $$
begin
  create temp table statistics_year on commit drop as
  with change as materialized (
    select organisation_id, base, trait, value, mark, extract(year from on_day)::int as year, array_agg(extract(doy from on_day)::smallint) as days, array_agg(n) as ns from pg_temp.statistics_change group by 1, 2, 3, 4, 5, 6
  )
  select c.organisation_id, c.base, c.trait, c.value, c.mark, c.year, coalesce(m.days, '{}') as days, coalesce(m.sums, '{}') as sums, coalesce(m.sums[cardinality(m.sums)], 0) as total
  from change c
  left join statistics.kept_sum k on k.organisation_id = c.organisation_id and k.base = c.base and k.trait = c.trait and k.value is not distinct from c.value and k.mark = c.mark and k.year = c.year
  cross join lateral (
    select array_agg(s.day order by s.day) as days, array_agg(s.up_to order by s.day) as sums from (
      select e.day, sum(sum(e.n)) over (order by e.day)::int as up_to
      from (select u.day, u.n from unnest(c.days, c.ns) u (day, n) union all select d.day, d.up_to - d.before from unnest(k.days, k.sums, 0 || k.sums) d (day, up_to, before) where d.day is not null) e
      group by e.day having sum(e.n) <> 0) s) m;

  insert into statistics.kept_sum as k select * from pg_temp.statistics_year y where y.days <> '{}'
    on conflict (organisation_id, base, trait, value, mark, year) do update set days = excluded.days, sums = excluded.sums, total = excluded.total;
  delete from statistics.kept_sum k using pg_temp.statistics_year y where y.days = '{}' and k.organisation_id = y.organisation_id and k.base = y.base and k.trait = y.trait and k.value is not distinct from y.value
    and k.mark = y.mark and k.year = y.year;
  drop table pg_temp.statistics_year;
end $$;

-- `offset 0`: the days below an organisation are reckoned once for each piece and not wherever they are named.
create or replace function statistics.contributions_sql(spells text, day text, given text default '') returns text language sql immutable set search_path = pg_catalog as $$
  select replace(replace($q$
  with {given}piece as not materialized (
    select c.ancestor_id as organisation_id, s.*, b.below, coalesce(lower(b.below), '-infinity') as since, nullif(upper(b.below), 'infinity') as until,
      coalesce(s.sex = 'female', false) as woman, coalesce(s.ethnicity <> 'Kinh', false) as minority
    from $q$ || spells || $q$ s join organisations.closure c on c.descendant_id = s.cell_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as below offset 0) b
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
