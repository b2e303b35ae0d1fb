-- Sums of every large organisation instead of the twelve largest: a number keeps one row a year, with the days on which it changes and its sum within the year up to each, so that those of one
-- organisation take 3 MB and no longer 80, and whoever asks reads no more than a row a year.

-- The next settling makes everything anew.
delete from statistics.settled;
delete from statistics.spell;
delete from statistics.kept_organisation;
drop table statistics.kept_sum;
create table statistics.kept_sum (
  organisation_id uuid not null,
  base            text collate "C" not null,
  trait           text collate "C" not null,
  value           text collate "C",
  mark            text collate "C" not null,
  year            int not null,
  days            smallint[] not null,
  sums            int[] not null,
  total           int not null,
  constraint kept_sum_once unique nulls not distinct (organisation_id, base, trait, value, mark, year)
);
comment on table statistics.kept_sum is 'By how much a number of an organisation changes within a year. days: those of the year, from 1, on which it changes; sums: what it has changed by on each; total: by its end.';

drop function statistics.large(int);
drop function statistics.most_kept();
-- The organisations below which more than so many stand now, the largest first. Whatever is not kept is thereby small enough to be counted from its spells.
create function statistics.large(fewest int) returns table (organisation_id uuid, members int) language sql stable set search_path = pg_catalog as $$
  select c.ancestor_id, sum(p.members)::int from (select p.cell_id, count(*) as members from members.placement p where p.superseded_at is null and upper_inf(p.valid_during) group by 1) p
  join organisations.closure c on c.descendant_id = p.cell_id and upper_inf(c.valid_during) group by 1 having sum(p.members) > fewest order by 2 desc, 1
$$;

create or replace function statistics.sum_until(organisation uuid, bases text[], day date) returns table (base text, trait text, value text, mark text, n int)
language sql stable set search_path = pg_catalog as $$
  select k.base, k.trait, k.value, k.mark, sum(case when k.year < u.year then k.total else coalesce(k.sums[width_bucket(u.day, k.days)], 0) end)::int
  from (select case when isfinite(day) then extract(year from day)::int else 10000 end as year, case when isfinite(day) then extract(doy from day)::smallint end as day) u
  join statistics.kept_sum k on k.organisation_id = organisation and k.base = any (bases) and k.year <= u.year
  group by 1, 2, 3, 4
$$;

-- Adds contributions (temporary table statistics_change) to the sums: a year that changes is written anew.
create or replace function statistics.add_changes() returns void language plpgsql set search_path = pg_catalog as $$
begin
  create temp table statistics_year on commit drop as
  with change as materialized (
    select organisation_id, base, trait, value, mark, extract(year from on_day)::int as year, extract(doy from on_day)::smallint as day, sum(n) as n
    from pg_temp.statistics_change group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
  ), written as materialized (
    select distinct c.organisation_id, c.base, c.trait, c.value, c.mark, c.year from change c
  ), entry as (
    select * from change
    union all
    select w.*, d.day, d.n from written w
    join statistics.kept_sum k on k.organisation_id = w.organisation_id and k.base = w.base and k.trait = w.trait and k.value is not distinct from w.value and k.mark = w.mark and k.year = w.year
    cross join lateral (select u.day, u.sum - lag(u.sum, 1, 0) over (order by u.day) as n from unnest(k.days, k.sums) u (day, sum)) d
  ), merged as (
    select organisation_id, base, trait, value, mark, year, day, sum(n) as n from entry group by 1, 2, 3, 4, 5, 6, 7
  ), summed as (
    select *, sum(n) over (partition by organisation_id, base, trait, value, mark, year order by day) as up_to from merged
  )
  select organisation_id, base, trait, value, mark, year, coalesce(array_agg(day order by day) filter (where n <> 0), '{}') as days, coalesce(array_agg(up_to::int order by day) filter (where n <> 0), '{}') as sums, sum(n)::int as total
  from summed group by 1, 2, 3, 4, 5, 6;

  insert into statistics.kept_sum as k select * from pg_temp.statistics_year
    on conflict (organisation_id, base, trait, value, mark, year) do update set days = excluded.days, sums = excluded.sums, total = excluded.total;
  delete from statistics.kept_sum k using pg_temp.statistics_year y where y.days = '{}' and k.organisation_id = y.organisation_id and k.base = y.base and k.trait = y.trait and k.value is not distinct from y.value
    and k.mark = y.mark and k.year = y.year;
  drop table pg_temp.statistics_year;
end $$;

-- Makes the sums of organisations from the spells, of so many at a time as have about a million members together: what is sorted and added up at once stays bounded, however many are kept.
create function statistics.make_sums(organisations uuid[], members int[], first_day date, last_day date) returns void language plpgsql set search_path = pg_catalog as $$
declare
  batch uuid[];
begin
  for batch in
    select array_agg(b.id) from (select u.id, (sum(u.members) over (order by u.members desc, u.id) - u.members) / 1000000 as nth from unnest(organisations, members) u (id, members)) b group by b.nth order by b.nth
  loop
    delete from pg_temp.statistics_change;
    execute 'insert into pg_temp.statistics_change ' || statistics.contributions_sql('statistics.spell', 'greatest(on_day, $3)') using batch, last_day, first_day;
    perform statistics.add_changes();
  end loop;
  delete from pg_temp.statistics_change;
end $$;

-- Brings the spells and sums up to the facts; people and organisations settled. `whole`: everything anew, as the first time. `today` picks the days of which sums are kept. Facts written meanwhile stay touched.
create or replace function statistics.settle(sorting jsonb, today date, whole boolean default false, fewest int default statistics.fewest_kept(), out people int, out organisations int)
  language plpgsql security definer set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan as $$
declare
  bounds constant jsonb := jsonb_build_object('age', sorting -> 'age', 'partyAge', sorting -> 'partyAge');
  first constant boolean := not exists (select from statistics.spell);
  wanted uuid[];
  members_of_wanted int[];
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
  select coalesce(array_agg(l.organisation_id), '{}'), coalesce(array_agg(l.members), '{}') into wanted, members_of_wanted from statistics.large(fewest) l;
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
    perform statistics.make_sums(array_agg(w.id), array_agg(w.members), days.first_day, days.last_day) from unnest(wanted, members_of_wanted) w (id, members) where w.id = any (anew);
  end if;
  people := case when whole then (select count(distinct person_id) from statistics.spell where status is null) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $$;

revoke all on function statistics.large(int), statistics.make_sums(uuid[], int[], date, date) from public;
