-- Who is touched: in the transaction that changes the facts, whoever writes them.
create function statistics.touch_entered() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select distinct person_id from entered;
  return null;
end $$;
create function statistics.touch_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select person_id from former union select person_id from changed;
  return null;
end $$;
create function statistics.touch_gone() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select distinct person_id from former;
  return null;
end $$;
-- Of a person only what the tables sort by.
create function statistics.touch_person() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select n.id from changed n join former o on o.id = n.id
    where (n.sex, n.born_on, n.ethnicity, n.religion, n.general_education, n.profession, n.political_theory, n.occupation)
      is distinct from (o.sex, o.born_on, o.ethnicity, o.religion, o.general_education, o.profession, o.political_theory, o.occupation);
  return null;
end $$;

create trigger placement_touches_entered after insert on members.placement referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger placement_touches_changed after update on members.placement referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger placement_touches_gone after delete on members.placement referencing old table as former for each statement execute function statistics.touch_gone();
create trigger status_touches_entered after insert on members.status referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger status_touches_changed after update on members.status referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger status_touches_gone after delete on members.status referencing old table as former for each statement execute function statistics.touch_gone();
create trigger membership_touches_entered after insert on members.membership referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger membership_touches_changed after update on members.membership referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger membership_touches_gone after delete on members.membership referencing old table as former for each statement execute function statistics.touch_gone();
create trigger party_age_ruling_touches_entered after insert on members.party_age_ruling referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger party_age_ruling_touches_changed after update on members.party_age_ruling referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger party_age_ruling_touches_gone after delete on members.party_age_ruling referencing old table as former for each statement execute function statistics.touch_gone();
create trigger person_touches after update on members.person referencing old table as former new table as changed for each statement execute function statistics.touch_person();

-- The tree is always written anew, and its last statement enters it: only what then stands otherwise below a kept organisation makes its sums stale.
create function statistics.mark_stale() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.stale select k.organisation_id from statistics.kept_organisation k where k.tree <> statistics.tree_of(k.organisation_id);
  return null;
end $$;
create trigger closure_marks_stale after insert or update on organisations.closure for each statement execute function statistics.mark_stale();

-- Adds contributions (temporary table statistics_change) to the sums, by day and summed by month and year.
create function statistics.add_changes() returns void language plpgsql set search_path = pg_catalog as $$
begin
  insert into statistics.kept_sum as k (organisation_id, base, grain, starts_on, trait, value, mark, n)
  select organisation_id, base, g.grain, case g.grain when 'day' then on_day else date_trunc(g.grain, on_day)::date end, trait, value, mark, sum(n)
  from pg_temp.statistics_change, unnest(array['year', 'month', 'day']) g (grain)
  group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
  on conflict (organisation_id, base, grain, starts_on, trait, value, mark) do update set n = k.n + excluded.n;
end $$;

-- The organisations below which more than so many stand now.
create function statistics.large(fewest int) returns setof uuid language sql stable set search_path = pg_catalog as $$
  select c.ancestor_id from (select p.cell_id, count(*) as members from members.placement p where p.superseded_at is null and upper_inf(p.valid_during) group by 1) p
  join organisations.closure c on c.descendant_id = p.cell_id and upper_inf(c.valid_during) group by 1 having sum(p.members) > fewest
$$;

-- Brings the sums up to the facts; people and organisations settled. `whole`: everything anew, as the first time. Facts written meanwhile stay touched.
create function statistics.settle(sorting jsonb, whole boolean default false, fewest int default statistics.fewest_kept(), out people int, out organisations int)
language plpgsql security definer set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan as $$
declare
  bounds constant jsonb := jsonb_build_object('age', sorting -> 'age', 'partyAge', sorting -> 'partyAge');
  wanted uuid[];
  anew uuid[];
  taken uuid[];
  former statistics.spell[];
  later statistics.spell[];
begin
  perform pg_advisory_xact_lock(hashtext('statistics.settle'));
  -- The lock of organisations.rebuild_closure: an act on the tree would not see the organisations that are being made here, and leave them unmarked.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  create temp table if not exists statistics_change (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) on commit drop;
  wanted := array(select statistics.large(fewest));
  whole := whole or exists (select from statistics.kept_organisation k where k.sorting <> bounds) or not exists (select from statistics.spell);
  with gone as (delete from statistics.touched returning person_id) select array(select distinct person_id from gone) into taken;
  -- Of a quarter of everybody, making all anew is quicker.
  whole := whole or cardinality(taken) > statistics.most_touched() and cardinality(taken) * 4 > (select count(*) from statistics.spell where status is null);
  with gone as (delete from statistics.stale returning organisation_id) select array(select organisation_id from gone) into anew;
  anew := case when whole then wanted else array(select w from unnest(wanted) w where w = any (anew) or not exists (select from statistics.kept_organisation k where k.organisation_id = w)) end;
  delete from statistics.kept_organisation where organisation_id <> all (wanted) or organisation_id = any (anew);
  delete from statistics.kept_sum where organisation_id <> all (wanted) or organisation_id = any (anew);

  if whole then
    delete from statistics.spell;
    execute 'insert into statistics.spell ' || statistics.spells_sql(true) using taken, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
  elsif taken <> '{}' then
    former := array(select s from statistics.spell s where s.person_id = any (taken));
    later := array(select s from statistics.spells_now(taken, sorting) s);
    delete from pg_temp.statistics_change;
    insert into pg_temp.statistics_change
      select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from statistics.contributions(array(select k.organisation_id from statistics.kept_organisation k), 'infinity', former) c
      union all select c.* from statistics.contributions(array(select k.organisation_id from statistics.kept_organisation k), 'infinity', later) c;
    perform statistics.add_changes();
    delete from statistics.spell where person_id = any (taken);
    insert into statistics.spell select s.* from unnest(later) s;
    update statistics.kept_organisation set settled_at = platform.moment();
  end if;

  -- The fingerprint first: a tree that changes while the sums are made is then seen to differ.
  insert into statistics.kept_organisation (organisation_id, sorting, tree) select a, bounds, statistics.tree_of(a) from unnest(anew) a;
  if anew <> '{}' then
    delete from pg_temp.statistics_change;
    execute 'insert into pg_temp.statistics_change ' || statistics.contributions_sql('statistics.spell') using anew, date 'infinity';
    perform statistics.add_changes();
  end if;
  delete from statistics.kept_sum where n = 0;
  people := case when whole then (select count(distinct person_id) from statistics.spell) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $$;

revoke all on function statistics.touch_entered(), statistics.touch_changed(), statistics.touch_gone(), statistics.touch_person(), statistics.mark_stale(), statistics.add_changes(), statistics.large(int),
  statistics.settle(jsonb, boolean, int), statistics.contributions(uuid[], date, statistics.spell[]), statistics.spells_now(uuid[], jsonb), statistics.sum_until(uuid, text[], date), statistics.is_kept(uuid, jsonb),
  statistics.kept_counts(uuid, date, date, jsonb, text[]), statistics.counts_anew(uuid, date, date, timestamptz, jsonb, text[]), statistics.differences(uuid, date, date, jsonb), statistics.tree_of(uuid),
  statistics.spells_sql(boolean), statistics.contributions_sql(text), statistics.membership_years_reach(uuid, int), statistics.age_days(text, int[]), statistics.years_since(date, int[]),
  statistics.fewest_kept(), statistics.most_touched() from public;
