-- The tree as it was known at a moment. An act recorded after the day it takes effect changes who stood above whom on the days between; what was counted
-- before the act was recorded counts the same when it is asked again as known then.

alter table organisations.closure add column known_since timestamptz not null default '-infinity';
comment on column organisations.closure.known_since is 'The moment from which this was on record; -infinity for what an organisation was first recorded with.';
create table organisations.closure_former (
  ancestor_id   uuid not null references organisations.organisation,
  descendant_id uuid not null references organisations.organisation,
  depth         int not null,
  valid_during  daterange not null,
  known_during  tstzrange not null
);
create index closure_former_down on organisations.closure_former (ancestor_id, descendant_id);
create index closure_former_up on organisations.closure_former (descendant_id, depth);
grant select on organisations.closure_former to dangvu_program;
comment on table organisations.closure_former is 'Who stood above whom (depth 0 = itself) on which days by what was on record during known_during and is no longer; derived with closure.';

alter table organisations.afterlife add column known_since timestamptz not null default '-infinity';
create table organisations.afterlife_former (
  organisation_id uuid not null references organisations.organisation,
  stands_with     uuid not null references organisations.organisation,
  valid_during    daterange not null,
  known_during    tstzrange not null
);
create index afterlife_former_up on organisations.afterlife_former (organisation_id);
grant select on organisations.afterlife_former to dangvu_program;
comment on table organisations.afterlife_former is 'With which organisation one that had ended stood, by what was on record during known_during and is no longer; derived with afterlife.';

-- The moments during which a row was on record. What the register was first taken in with, and what came without an act, counts as always known: before that
-- moment there is nothing truer to count with. What was registered or founded later was not known before. What was taken back no later than it was recorded
-- was never known.
create function organisations.known_during(recorded_at timestamptz, superseded_at timestamptz, first_recorded_at timestamptz) returns tstzrange language sql immutable return
  case when superseded_at <= recorded_at then 'empty' else tstzrange(case when recorded_at <= first_recorded_at then null else recorded_at end, superseded_at) end;

-- Whether a row came with the first register, which is that of the organisation at the top, or without an act.
create function organisations.came_first(act uuid, recorded_at timestamptz) returns bool language sql stable security definer set search_path = pg_catalog as $$
  select act is null or exists (select from organisations.act a where a.id = act and a.kind = 'register')
    and recorded_at <= (select min(p.recorded_at) from organisations.placement p where p.parent_id is null)
$$;

create or replace function organisations.rebuild_closure() returns void language plpgsql security definer set search_path = pg_catalog, organisations as $$
begin
  -- Two acts at the same time would each add their own copy.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  delete from organisations.closure;
  delete from organisations.closure_former;
  with recursive register as (
    select min(p.recorded_at) as began from organisations.placement p where p.parent_id is null
  ), place as materialized (
    -- As came_first says, of all rows at once.
    select p.organisation_id, p.parent_id, p.valid_during, organisations.known_during(p.recorded_at, p.superseded_at,
      min(p.recorded_at) filter (where p.act_id is null or a.kind = 'register' and p.recorded_at <= r.began) over (partition by p.organisation_id)) as known_during
    from organisations.placement p cross join register r left join organisations.act a on a.id = p.act_id
  ), line as (
    select organisation_id as ancestor_id, organisation_id as descendant_id, 0 as depth, valid_during, known_during from place where not isempty(known_during)
    union all
    select p.parent_id, l.descendant_id, l.depth + 1, l.valid_during * p.valid_during, l.known_during * p.known_during
    from line l join place p
      on p.organisation_id = l.ancestor_id and p.parent_id is not null and p.valid_during && l.valid_during and p.known_during && l.known_during
  ), former as (
    insert into organisations.closure_former (ancestor_id, descendant_id, depth, valid_during, known_during)
    select ancestor_id, descendant_id, depth, valid_during, known_during from line where not upper_inf(known_during)
  )
  insert into organisations.closure (ancestor_id, descendant_id, depth, valid_during, known_since)
  select ancestor_id, descendant_id, depth, valid_during, coalesce(lower(known_during), '-infinity') from line where upper_inf(known_during);
  delete from organisations.afterlife;
  delete from organisations.afterlife_former;
  with recursive step as materialized (
    select s.organisation_id, s.successor_id, s.since,
      organisations.known_during(s.recorded_at, s.superseded_at,
        (select min(p.recorded_at) from organisations.placement p where p.organisation_id = s.organisation_id and organisations.came_first(p.act_id, p.recorded_at))) as known_during
    from organisations.succession s
  ), life as (
    select organisation_id, successor_id, since, known_during from step where not isempty(known_during)
    union
    select l.organisation_id, s.successor_id, greatest(l.since, s.since), l.known_during * s.known_during
    from life l join step s on s.organisation_id = l.successor_id and s.successor_id <> l.organisation_id and s.known_during && l.known_during
  ), former as (
    insert into organisations.afterlife_former (organisation_id, stands_with, valid_during, known_during)
    select organisation_id, successor_id, daterange(since, null), known_during from life where not upper_inf(known_during)
  )
  insert into organisations.afterlife (organisation_id, stands_with, valid_during, known_since)
  select organisation_id, successor_id, daterange(since, null), min(coalesce(lower(known_during), '-infinity')) from life where upper_inf(known_during) group by 1, 2, 3;
end $$;
create index placement_organisation on organisations.placement (organisation_id);
select organisations.rebuild_closure();

-- Readings that the planner takes into the asking statement: written without options, so that a look at the present costs what a look at the table costs.
create function organisations.closure_known(known_at timestamptz)
returns table (ancestor_id uuid, descendant_id uuid, depth int, valid_during daterange) language sql stable as $$
  select c.ancestor_id, c.descendant_id, c.depth, c.valid_during from organisations.closure c where (c.known_since > known_at) is not true
  union all
  select c.ancestor_id, c.descendant_id, c.depth, c.valid_during from organisations.closure_former c where known_at is not null and c.known_during @> known_at
$$;
comment on function organisations.closure_known(timestamptz) is 'A promise to other rooms: who stands above whom (depth 0 = itself) on which days, as known at a moment (null: now).';

create function organisations.afterlife_known(known_at timestamptz)
returns table (organisation_id uuid, stands_with uuid, valid_during daterange) language sql stable as $$
  select a.organisation_id, a.stands_with, a.valid_during from organisations.afterlife a where (a.known_since > known_at) is not true
  union all
  select a.organisation_id, a.stands_with, a.valid_during from organisations.afterlife_former a where known_at is not null and a.known_during @> known_at
$$;

create function organisations.placement_known(known_at timestamptz) returns setof organisations.placement language sql stable as $$
  select p.* from organisations.placement p
  where case when known_at is null then p.superseded_at is null
    else organisations.known_during(p.recorded_at, p.superseded_at,
      (select min(f.recorded_at) from organisations.placement f where f.organisation_id = p.organisation_id and organisations.came_first(f.act_id, f.recorded_at))) @> known_at end
$$;

create function organisations.version_known(known_at timestamptz) returns setof organisations.version language sql stable as $$
  select v.* from organisations.version v
  where case when known_at is null then v.superseded_at is null
    else organisations.known_during(v.recorded_at, v.superseded_at,
      (select min(f.recorded_at) from organisations.version f where f.organisation_id = v.organisation_id and organisations.came_first(f.act_id, f.recorded_at))) @> known_at end
$$;
comment on function organisations.version_known(timestamptz) is 'A promise to other rooms: name, type, code and competence of organisations, as known at a moment (null: now).';

create or replace function organisations.lines_known(cells uuid[], day date, known_at timestamptz)
returns table (cell_id uuid, organisation_id uuid, depth int, name text, short_name text, type text, may_decide_admission bool) language sql stable security definer set search_path = pg_catalog as $$
  select c.descendant_id, v.organisation_id, c.depth, v.name, v.short_name, v.type, v.may_decide_admission
  from organisations.closure_known(known_at) c
  join organisations.version_known(known_at) v on v.organisation_id = c.ancestor_id and v.valid_during @> day
  where c.descendant_id = any (cells) and c.valid_during @> day
$$;

create or replace function organisations.counted_by(organisation uuid, day date, known_at timestamptz, rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int) language sql stable security definer set search_path = pg_catalog as $$
  with below as (
    select jsonb_build_object('none', null, 'detail', v.type, 'areaKind', v.area_kind, 'grassroots', g.organisation_id, 'organisationKind', g.type) as by
    from organisations.closure_known(known_at) b
    join organisations.version_known(known_at) v on v.organisation_id = b.descendant_id and v.valid_during @> day
    left join lateral (
      select a.organisation_id, a.type from organisations.closure_known(known_at) c
      join organisations.version_known(known_at) a on a.organisation_id = c.ancestor_id and a.valid_during @> day and a.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
      where c.descendant_id = b.descendant_id and c.valid_during @> day order by c.depth limit 1
    ) g on true
    where b.ancestor_id = organisation and b.valid_during @> day and organisation = any (array(select access.reach()))
  )
  select by ->> rows_by, by ->> columns_by, count(*)::int from below group by 1, 2
$$;

drop function organisations.last_below(uuid, date);
create function organisations.last_below(organisation uuid, day date, known_at timestamptz default null)
returns table (organisation_id uuid, stands_with uuid, seen_on date) language sql stable as $$
  with last_place as (
    select distinct on (c.descendant_id) c.descendant_id, least(day, upper(c.valid_during) - 1) as seen_on
    from organisations.closure_known(known_at) c where c.depth = 0 and lower(c.valid_during) <= day
    order by c.descendant_id, lower(c.valid_during) desc
  ), place as (
    select l.descendant_id, coalesce(a.stands_with, l.descendant_id) as stands_with, case when a.stands_with is null then l.seen_on else day end as seen_on
    from last_place l
    left join lateral (
      select a.stands_with from organisations.afterlife_known(known_at) a
      join organisations.closure_known(known_at) s on s.descendant_id = a.stands_with and s.depth = 0 and s.valid_during @> day
      where l.seen_on < day and a.organisation_id = l.descendant_id and a.valid_during @> day
      order by a.valid_during desc limit 1) a on true
  )
  select p.descendant_id, p.stands_with, p.seen_on
  from place p
  join organisations.closure_known(known_at) c on c.descendant_id = p.stands_with and c.ancestor_id = organisation and c.valid_during @> p.seen_on
$$;
revoke all on function organisations.last_below(uuid, date, timestamptz) from public;
grant execute on function organisations.last_below(uuid, date, timestamptz) to dangvu_program;
revoke all on function organisations.closure_known(timestamptz), organisations.afterlife_known(timestamptz), organisations.placement_known(timestamptz), organisations.version_known(timestamptz),
  organisations.came_first(uuid, timestamptz), organisations.known_during(timestamptz, timestamptz, timestamptz) from public;
grant execute on function organisations.closure_known(timestamptz), organisations.afterlife_known(timestamptz), organisations.placement_known(timestamptz), organisations.version_known(timestamptz),
  organisations.came_first(uuid, timestamptz), organisations.known_during(timestamptz, timestamptz, timestamptz) to dangvu_program;

-- Names are told as they were known at the moment a reading asks for; what was not known yet by its name of now.
create function access.known_at() returns timestamptz language sql stable as $$ select nullif(current_setting('dangvu.known_at', true), '')::timestamptz $$;
comment on function access.known_at() is 'The moment of which a reading tells what was known; null: now. Set by the runner for the transaction, as the day of today is.';
revoke all on function access.known_at() from public;
grant execute on function access.known_at() to dangvu_program;

create or replace function organisations.name_on(organisation uuid, day date) returns text language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select v.name from organisations.version_known(access.known_at()) v where v.organisation_id = organisation order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1),
    (select v.name from organisations.version v where v.organisation_id = organisation and v.superseded_at is null order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1))
$$;

create or replace function organisations.places_of(cells uuid[], day date)
returns table (cell_id uuid, cell text, organisation text) language plpgsql stable security definer rows 50 set search_path = pg_catalog, organisations as $$
#variable_conflict use_column
declare
  moment constant timestamptz := access.known_at();
begin
  -- The wanted version is looked for by the organisation alone: by the day as well, the planner would take the index of the ranges.
  return query
    select u.id,
      coalesce(
        (select v.short_name from organisations.version_known(moment) v where v.organisation_id = u.id order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1),
        (select v.short_name from organisations.version v where v.organisation_id = u.id and v.superseded_at is null order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1)),
      (select g.short_name from organisations.closure_known(moment) c
        join lateral (select v.short_name, v.type from organisations.version_known(moment) v where v.organisation_id = c.ancestor_id
          order by v.valid_during @> day desc limit 1) g on g.type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
        where c.descendant_id = u.id and c.depth > 0 and c.valid_during @> day order by c.depth limit 1)
    from unnest(cells) u (id);
end $$;

-- The cell somebody was in on a day, or was in last before it, as known at a moment (null: now).
create function members.home_on(person uuid, day date, known_at timestamptz) returns uuid language sql stable as $$
  select p.cell_id from members.placement p
  where p.person_id = person and lower(p.valid_during) <= day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  order by p.valid_during desc limit 1
$$;
revoke all on function members.home_on(uuid, date, timestamptz) from public;
grant execute on function members.home_on(uuid, date, timestamptz) to dangvu_program;

-- The cell somebody is in by what was known at the moment a reading asks for; who keeps the person, when it asks for what is known now.
create function members.place_now(person uuid, keeper uuid) returns uuid language sql stable as $$
  select case when access.known_at() is null then keeper else coalesce(members.home_on(person, access.today(), access.known_at()), keeper) end
$$;
revoke all on function members.place_now(uuid, uuid) from public;
grant execute on function members.place_now(uuid, uuid) to dangvu_program;

-- The same functions as before, with the tree as it was known.
create or replace function admission.open_by_stage(organisation uuid, day date, known_at timestamptz)
returns table (cell_id uuid, stage text, files integer) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.id, s.to_stage, count(*)::int
    from admission.case_file f
    cross join lateral (select admission.stage_on(f.id, day, known_at) as to_stage) s
    cross join lateral (select admission.cell_on(f.id, day, known_at) as id) p
    where f.kind in ('admission', 'readmission') and f.opened_on <= day
      and s.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
      and p.id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.id, s.to_stage;
end 
$$;

create or replace function admission.passes(organisation uuid, since date, day date, known_at timestamptz)
returns table (stage text, reached integer, passed integer, median_days integer) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    with told as (
      select a.case_id, min(a.occurred_on) filter (where a.to_stage = 'decided') as decided_on, min(a.occurred_on) filter (where a.to_stage in ('declined', 'closed')) as dropped_on,
        array_agg(distinct a.to_stage) as stages
      from admission.act a where a.occurred_on <= day and (known_at is null or a.recorded_at <= known_at) group by a.case_id
    ), ended as (
      select f.opened_on, t.decided_on, t.stages
      from told t join admission.case_file f on f.id = t.case_id
      where f.kind in ('admission', 'readmission') and coalesce(t.decided_on, t.dropped_on) between since and day and f.close_reason is distinct from 'enteredInError'
        and admission.cell_on(f.id, day, known_at) in (select b.organisation_id from organisations.last_below(organisation, day, known_at) b)
    ), reached as (
      select e.decided_on, x.to_stage from ended e, unnest(e.stages) x (to_stage)
      where x.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
    )
    select r.to_stage, count(*)::int, (count(*) filter (where r.decided_on is not null))::int,
      (select percentile_cont(0.5) within group (order by e.decided_on - e.opened_on) from ended e where e.decided_on is not null)::int
    from reached r group by r.to_stage;
end 
$$;

create or replace function dossiers.survey(organisation uuid, day date, known_at timestamptz default null)
returns table (person_id uuid, full_name text, sort_key text, born_on text, cell_id uuid, status text, joined_on text, official bool, events text[], dossier_id uuid, keeper_id uuid, place text, papers text[]) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
  day_ends constant timestamptz := (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
  if organisation <> all (reach) then return; end if;
  return query
    with placed as materialized (
      select s.person_id, s.cell_id, s.status, s.sort_key from members.standing s
      where known_at is null and s.cell_id = any (cells) and s.valid_during @> day and s.keeper_id = any (reach)
      union all
      select p.person_id, p.cell_id, t.status, y.sort_key from members.placement p
      join members.status t on t.person_id = p.person_id and t.valid_during @> day and t.recorded_at <= known_at and (t.superseded_at is null or t.superseded_at > known_at)
      join members.person y on y.id = p.person_id
      where known_at is not null and p.cell_id = any (cells) and p.valid_during @> day and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at) and y.keeper_id = any (reach)
    ), spell as (
      select distinct on (m.person_id) m.person_id, coalesce(m.admitted_on, m.ceremony_on::text, m.decided_on::text) as joined_on, m.ordinal
      from members.membership m where (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at) and m.person_id in (select p.person_id from placed p) order by m.person_id, m.ordinal desc
    ), held as (
      select d.person_id, array_agg(distinct i.document_type || '|' || i.state || '|' || coalesce(left(i.dated_on, 4), '')) as papers
      from dossiers.dossier d join dossiers.item i on i.dossier_id = d.id and i.recorded_at < day_ends and (i.superseded_at is null or i.superseded_at >= day_ends or i.superseded_at > known_at)
        and (known_at is null or i.recorded_at <= known_at)
      where d.person_id in (select p.person_id from placed p) group by d.person_id
    ), kept as (
      select d.* from dossiers.dossier_known(known_at) d
    ), disciplined as (
      select distinct o.person_id from members.overlay o where o.kind = 'disciplined' and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at) and lower(o.valid_during) <= day
    ), renamed as (
      select distinct c.person_id from members.correction c where 'fullName' = any (c.fields) and (known_at is null or c.recorded_at <= known_at)
    )
    select p.person_id, x.full_name, p.sort_key, case when known_at is null or x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, p.cell_id, p.status, s.joined_on, p.status <> 'probationary',
      coalesce(d.events, '{}') || array_remove(array[
        case when s.ordinal > 1 then 'readmitted' end, case when p.status = 'exempt' then 'exempt' end, case when p.status = 'suspended' then 'suspended' end,
        case when g.person_id is not null then 'disciplined' end, case when r.person_id is not null then 'nameChanged' end], null),
      d.id, d.keeper_id, nullif(concat_ws(' · ', d.room, d.cabinet, d.box, d.folder), ''), coalesce(h.papers, '{}')
    from placed p
    join members.person x on x.id = p.person_id
    left join spell s on s.person_id = p.person_id
    left join kept d on d.person_id = p.person_id and d.opened_on <= day
    left join held h on h.person_id = p.person_id
    left join disciplined g on g.person_id = p.person_id
    left join renamed r on r.person_id = p.person_id;
end 
$$;

create or replace function member_sheet.entries_below(organisation uuid, day date, known_at timestamptz, lists text[])
returns table (person_id uuid, list text, entry_id uuid, content jsonb) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select e.person_id, e.list, e.entry_id, e.content from member_sheet.entry e
    where e.list = any (lists) and not e.removed and (e.superseded_at is null or e.superseded_at > known_at) and (known_at is null or e.recorded_at <= known_at)
      and e.person_id in (select s.person_id from members.standing s where s.cell_id = any (cells) and s.keeper_id = any (reach));
end 
$$;

create or replace function member_sheet.values_below(organisation uuid, day date, known_at timestamptz, items text[])
returns table (person_id uuid, field text, content jsonb) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select v.person_id, v.field, v.content from member_sheet.value v
    where v.field = any (items) and v.valid_during @> day and (v.superseded_at is null or v.superseded_at > known_at) and (known_at is null or v.recorded_at <= known_at)
      and v.person_id in (select s.person_id from members.standing s where s.cell_id = any (cells) and s.keeper_id = any (reach));
end 
$$;

create or replace function members.admissions_by_cell(organisation uuid, tree_day date, from_day date, until_day date, known_at timestamptz)
returns table (cell_id uuid, decided_on date, admitted integer, women integer, ethnic_minority integer) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select b.organisation_id from organisations.last_below(organisation, tree_day, known_at) b);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select a.cell_id, a.decided_on, count(*)::int, (count(*) filter (where x.sex = 'female'))::int, (count(*) filter (where x.ethnicity <> 'Kinh'))::int
    from members.admissions(from_day, until_day, known_at, cells) a
    join members.person x on x.id = a.person_id
    group by a.cell_id, a.decided_on;
end 
$$;

create or replace function members.ages_by_cell(organisation uuid, day date, known_at timestamptz)
returns table (cell_id uuid, members integer, age_known integer, age_sum integer, full_under_35 integer) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  if known_at is null then return query select * from members.ages_by_cell(organisation, day); return; end if;
  return query
    with placed as materialized (
      select p.person_id, p.cell_id from members.placement p
      where p.valid_during @> day and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
        and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    ), standing as materialized (
      select s.person_id, s.status from members.status s where s.valid_during @> day and (s.superseded_at is null or s.superseded_at > known_at) and s.recorded_at <= known_at
    ), aged as materialized (
      select p.cell_id, s.status, members.age_on(case when x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, day) as age
      from placed p join standing s on s.person_id = p.person_id join members.person x on x.id = p.person_id
    )
    select a.cell_id, count(*)::int, count(a.age)::int, coalesce(sum(a.age), 0)::int, (count(*) filter (where a.status <> 'probationary' and a.age < 35))::int from aged a group by a.cell_id;
end 
$$;

create or replace function members.balance_lines(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamptz)
returns table (organisation_id uuid, person_id uuid, item text, on_day date) language sql stable as $$
  with below as materialized (
    select c.ancestor_id, c.descendant_id, c.valid_during * w.valid_during as days
    from organisations.closure_known(known_at) c
    join organisations.closure_known(known_at) w on w.descendant_id = c.descendant_id and w.ancestor_id = within and w.valid_during && c.valid_during
    where c.ancestor_id = any (organisations)
  ), placed as materialized (
    select p.person_id, p.cell_id, p.valid_during from members.placement p
    where p.cell_id = any (array(select b.descendant_id from below b))
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), stay as (
    select b.ancestor_id, p.person_id, range_agg(p.valid_during * b.days) as days
    from placed p join below b on b.descendant_id = p.cell_id
    where p.valid_during && daterange(from_day - 1, until_day, '[]') and p.valid_during && b.days
    group by b.ancestor_id, p.person_id
  ), stretch as (
    select s.ancestor_id, s.person_id, coalesce(lower(r), '-infinity') as begins, coalesce(upper(r), 'infinity') as ends from stay s, unnest(s.days) r
  )
  select ancestor_id, person_id, 'opening', from_day - 1 from stretch where begins < from_day and ends >= from_day
  union all select ancestor_id, person_id, 'closing', until_day from stretch where begins <= until_day and ends > until_day
  union all select ancestor_id, person_id, members.way_in(person_id, begins, known_at), begins from stretch where begins between from_day and until_day
  union all select ancestor_id, person_id, members.way_out(person_id, ends, known_at), ends from stretch where ends between from_day and until_day
$$;

create or replace function members.counted_sql(facts text, owner_day date, dimensions text[], with_person bool)
returns text language sql immutable set search_path = pg_catalog as $$
  select concat_ws(' ', 'from (select f.*,', case when owner_day is null then 'f.on_day' else 'w.seen_on' end, 'as tree_day from (', facts, ') f',
    case when owner_day is null then 'join organisations.closure_known($4) w on w.ancestor_id = $1 and w.descendant_id = f.organisation_id and w.valid_during @> f.on_day'
      else 'join organisations.last_below($1, $5, $4) w on w.organisation_id = f.organisation_id' end, ') l',
    case when with_person or dimensions && array['sex', 'ethnicity', 'religion', 'generalEducation', 'profession', 'politicalTheory', 'occupation', 'ageBand'] then 'join members.person x on x.id = l.person_id' end,
    case when dimensions && array['grassroots', 'organisationKind'] then
      'left join (select c.descendant_id, v.organisation_id, v.type, c.valid_during * v.valid_during as valid_during from organisations.closure_known($4) c
         join organisations.version_known($4) v on v.organisation_id = c.ancestor_id and v.valid_during && c.valid_during and v.type in (''DB_CO_SO'', ''CB_CO_SO'', ''TCCSD_LLVT'', ''TCCSD_DN'')
       ) g on g.descendant_id = l.organisation_id and g.valid_during @> l.tree_day' end,
    case when 'partyAgeBand' = any (dimensions) then
      'left join lateral (select count(*) as spells, min(q.admission_day) as since from members.membership q where q.person_id = l.person_id
         and (q.superseded_at is null or q.superseded_at > $4) and ($4 is null or q.recorded_at <= $4)) m on true' end)
$$;

create or replace function members.counts_by_cell(organisation uuid, valid_on date, known_at timestamptz)
returns table (cell_id uuid, members integer, probationary integer, women integer, ethnic_minority integer) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  if known_at is null then
    return query
      select p.cell_id, count(*)::int, (count(*) filter (where p.status = 'probationary'))::int,
        (count(*) filter (where x.sex = 'female'))::int, (count(*) filter (where x.ethnicity <> 'Kinh'))::int
      from members.standing p
      join members.person x on x.id = p.person_id
      where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
        and p.valid_during @> valid_on
      group by p.cell_id;
    return;
  end if;
  return query
    select p.cell_id, count(*)::int, (count(*) filter (where s.status = 'probationary'))::int,
      (count(*) filter (where case when x.recorded_at <= known_at then x.sex else members.person_as_known(x.id, known_at) ->> 'sex' end = 'female'))::int,
      (count(*) filter (where case when x.recorded_at <= known_at then x.ethnicity else members.person_as_known(x.id, known_at) ->> 'ethnicity' end <> 'Kinh'))::int
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
      and (s.superseded_at is null or s.superseded_at > known_at) and s.recorded_at <= known_at
    join members.person x on x.id = p.person_id
    where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
    group by p.cell_id;
end 
$$;

create or replace function members.described(organisation uuid, on_day date, from_day date, known_at timestamptz, bounds integer[])
returns table (among text, person_id uuid, keeper_id uuid, sort_key text, sex text, ethnicity text, education text, theory text, age_band integer) language sql stable as $$
  with listed as (
    select 'members' as among, p.person_id, on_day as day
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> on_day
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    where p.valid_during @> on_day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> on_day)
    union all
    select 'admitted', a.person_id, a.decided_on
    from members.admissions(from_day, on_day, known_at, array(select b.organisation_id from organisations.last_below(organisation, on_day, known_at) b)) a
  )
  select l.among, l.person_id, x.keeper_id, x.sort_key, t.sex, t.ethnicity, t.general_education, t.political_theory, width_bucket(members.age_on(t.born_on, l.day), bounds)
  from listed l
  join members.person x on x.id = l.person_id
  cross join lateral (
    select x.sex, x.ethnicity, x.general_education, x.political_theory, x.born_on where known_at is null or x.recorded_at <= known_at
    union all
    select k ->> 'sex', k ->> 'ethnicity', k ->> 'general_education', k ->> 'political_theory', k ->> 'born_on'
    from (select members.person_as_known(x.id, known_at) as k) v where x.recorded_at > known_at
  ) t
$$;

create or replace function members.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamptz)
returns table (subject_id uuid, fact text) language sql stable as $$
  with span as (select daterange(from_day - 1, until_day, '[]') as days),
  placed as materialized (
    select p.person_id, p.id, p.cell_id from members.placement p, span where p.person_id = any (subjects) and p.valid_during && span.days
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), tree as materialized (
    select distinct d.descendant_id as cell_id, o.id from (select distinct cell_id from placed) c
    join organisations.closure_known(known_at) d on d.descendant_id = c.cell_id
    join organisations.placement_known(known_at) o on o.organisation_id = d.ancestor_id and o.parent_id is not null, span
    where o.valid_during && span.days
  )
  select person_id, 'placement:' || id from placed
  union all select p.person_id, 'tree:' || t.id from placed p join tree t on t.cell_id = p.cell_id
  union all select s.person_id, 'status:' || s.id from members.status s, span where s.person_id = any (subjects) and s.valid_during && span.days
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
  union all select m.person_id, 'membership:' || m.id from members.membership m where m.person_id = any (subjects)
    and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
  union all select r.person_id, 'ruling:' || r.id from members.party_age_ruling r where r.person_id = any (subjects)
    and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)
  union all select h.person_id, 'post:' || h.id from members.post h, span where h.person_id = any (subjects) and h.held_during && span.days
    and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
  union all select x.id, 'person:' || x.id || ':' || coalesce((select v.version from members.person_version v
      where v.person_id = x.id and v.recorded_at <= known_at and v.superseded_at > known_at order by v.version desc limit 1), x.version)
    from members.person x where x.id = any (subjects)
  union all select v.organisation_id, 'organisation:' || v.id from organisations.version_known(known_at) v, span where v.organisation_id = any (subjects) and v.valid_during && span.days
  union all select o.organisation_id, 'tree:' || o.id from organisations.placement_known(known_at) o, span where o.organisation_id = any (subjects) and o.valid_during && span.days
$$;

create or replace function members.facts_sql(measure text, known_at timestamptz)
returns text language plpgsql immutable set search_path = pg_catalog as $$
declare
  known constant text := '(%1$s.superseded_at is null or %1$s.superseded_at > $4) and ($4 is null or %1$s.recorded_at <= $4)';
begin
  return case
    when measure = 'members' and known_at is null then
      'select s.person_id, s.cell_id as organisation_id, $3 as on_day, s.status as detail from members.standing s where s.valid_during @> $3'
    when measure = 'members' then
      'select p.person_id, p.cell_id as organisation_id, $3 as on_day, s.status as detail from members.placement p join members.status s on s.person_id = p.person_id and s.valid_during @> $3 and ' || format(known, 's')
      || ' where p.valid_during @> $3 and ' || format(known, 'p')
    when measure = 'admitted' then
      'select a.person_id, a.cell_id as organisation_id, a.decided_on as on_day, null::text as detail
       from members.admissions($2, $3, $4, array(select distinct c.descendant_id from organisations.closure_known($4) c where c.ancestor_id = $1)) a'
    when measure = 'recognised' then
      'select m.person_id, p.cell_id as organisation_id, d.day as on_day, null::text as detail from members.membership m cross join lateral (select members.latest_day(m.confirmed_on) as day) d
       join members.placement p on p.person_id = m.person_id and p.valid_during @> d.day and ' || format(known, 'p') || ' where d.day between $2 and $3 and ' || format(known, 'm')
    when measure = 'left' then
      'select m.person_id, p.cell_id as organisation_id, m.ended_on as on_day, m.end_kind as detail from members.membership m
       join members.placement p on p.person_id = m.person_id and p.valid_during @> m.ended_on - 1 and ' || format(known, 'p') || ' where m.ended_on between $2 and $3 and ' || format(known, 'm')
    when measure = 'posts' then
      'select o.person_id, o.organisation_id, $3 as on_day, o.position as detail from members.post o where o.held_during @> $3 and ' || format(known, 'o')
    -- Sorted by what is known of each on the last day, so that the numbers of every value balance.
    when measure = 'movement' then
      'select b.person_id, b.organisation_id, $3 as on_day, b.item as detail from members.balance_lines(array[$1], $1, $2, $3, $4) b'
  end;
end 
$$;

create or replace function members.last_admission_by_cell(organisation uuid, day date, known_at timestamptz)
returns table (cell_id uuid, decided_on date) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query select a.cell_id, max(a.decided_on) from members.admissions('-infinity', day, known_at, cells) a group by a.cell_id;
end 
$$;

create or replace function members.lines_below(organisation uuid, people uuid[], acts text[], sorted_on date[], on_days date[], known_at timestamptz, sorting jsonb)
returns table (subject_id uuid, act text, on_day date, marks text[]) language sql stable as $$
  with stood as materialized (
    select a.* from unnest(people, acts, sorted_on, on_days) a (person_id, act, sorted_on, on_day)
    cross join lateral (select p.cell_id, least(a.sorted_on, upper(p.valid_during) - 1) as seen_on from members.placement p
      where p.person_id = a.person_id and lower(p.valid_during) <= a.sorted_on and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      order by p.valid_during desc limit 1) p
    where exists (select from organisations.closure_known(known_at) c where c.descendant_id = p.cell_id and c.ancestor_id = organisation and c.valid_during @> p.seen_on)
  ), listed as (select array_agg(s.person_id) as people, array_agg(s.act) as acts, array_agg(s.sorted_on) as sorted_on, array_agg(s.on_day) as days from stood s)
  select s.person_id, s.label, s.on_day, s.marks from listed l, members.sorted_people(l.people, l.acts, l.sorted_on, l.days, known_at, sorting) s
$$;

create or replace function members.lines_of_committees(organisation uuid, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with held as (
    select distinct on (h.person_id, h.organisation_id) h.person_id, h.position || ' ' ||
      case when v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'atGrassroots' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'atSection' when v.type in ('CHI_BO', 'CB_SH_TAM') then 'atCell' else 'atSuperior' end as post
    from members.post h
    join jsonb_array_elements_text(sorting -> 'positions') with ordinality r (position, rank) on r.position = h.position
    join organisations.closure_known(known_at) c on c.descendant_id = h.organisation_id and c.ancestor_id = organisation and c.valid_during @> until_day
    join organisations.version_known(known_at) v on v.organisation_id = h.organisation_id and v.valid_during @> until_day
    where h.held_during @> until_day and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    order by h.person_id, h.organisation_id, r.rank
  ), listed as (select array_agg(h.person_id) as people, array_agg(h.post) as posts, array_agg(until_day) as days from held h)
  select 'committee', s.person_id, s.traits || jsonb_build_object('position', split_part(s.label, ' ', 1)), array_remove(s.marks, 'probationary') || split_part(s.label, ' ', 2), until_day
  from listed l, members.sorted_people(l.people, l.posts, l.days, l.days, known_at, sorting) s
$$;

create or replace function members.lines_of_organisations(organisation uuid, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with placed as (
    select c.ancestor_id, count(*)::int as members from members.placement p
    join organisations.closure_known(known_at) c on c.descendant_id = p.cell_id and c.valid_during @> until_day
    where p.valid_during @> until_day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and p.cell_id in (select b.descendant_id from organisations.closure_known(known_at) b where b.ancestor_id = organisation and b.valid_during @> until_day)
    group by c.ancestor_id
  )
  select 'organisations', v.organisation_id,
    jsonb_build_object('type', v.type, 'area', coalesce(v.area_kind, g.area_kind), 'size', width_bucket(coalesce(n.members, 0), members.bounds(sorting, 'size'))::text),
    array[case when v.type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'grassrootsCommittee' when v.type = 'CB_CO_SO' then 'grassrootsCell' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'section' else 'cell' end],
    until_day
  from organisations.closure_known(known_at) b
  join organisations.version_known(known_at) v on v.organisation_id = b.descendant_id and v.valid_during @> until_day
  left join placed n on n.ancestor_id = b.descendant_id
  left join lateral (
    select gv.area_kind from organisations.closure_known(known_at) a
    join organisations.version_known(known_at) gv on gv.organisation_id = a.ancestor_id and gv.valid_during @> until_day and gv.area_kind is not null
    where a.descendant_id = b.descendant_id and a.valid_during @> until_day order by a.depth limit 1) g on true
  where b.ancestor_id = organisation and b.valid_during @> until_day
    and v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN', 'DB_BO_PHAN', 'DB_TT_CO_SO', 'CHI_BO', 'CB_SH_TAM')
$$;

create or replace function members.people_admitted(organisation uuid, tree_day date, from_day date, until_day date, known_at timestamptz)
returns table (person_id uuid, membership_id uuid, cell_id uuid, decided_on date, sort_key text) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select b.organisation_id from organisations.last_below(organisation, tree_day, known_at) b);
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select a.person_id, a.membership_id, a.cell_id, a.decided_on, x.sort_key
    from members.admissions(from_day, until_day, known_at, cells) a
    join members.person x on x.id = a.person_id
    where x.keeper_id = any (reach);
end 
$$;

create or replace function members.people_counted(organisation uuid, valid_on date, known_at timestamptz, measure text)
returns table (person_id uuid, cell_id uuid, status text, sort_key text) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  -- A list the planner can see: of a function it would guess five hundred rows.
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select p.person_id, p.cell_id, s.status, x.sort_key
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    join members.person x on x.id = p.person_id
    where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and x.keeper_id = any (reach)
      and case measure
        when 'members' then true
        when 'full' then s.status <> 'probationary'
        when 'probationary' then s.status = 'probationary'
        when 'women' then case when known_at is null or x.recorded_at <= known_at then x.sex else members.person_as_known(x.id, known_at) ->> 'sex' end = 'female'
        when 'ethnicMinority' then case when known_at is null or x.recorded_at <= known_at then x.ethnicity
          else members.person_as_known(x.id, known_at) ->> 'ethnicity' end <> 'Kinh' end;
end 
$$;

create or replace function members.posts_below(organisation uuid, day date, known_at timestamptz)
returns table (post_id uuid, person_id uuid, full_name text, sort_key text, organisation_id uuid, post text, held_from date, held_until date, standing_cell uuid, standing_status text) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select h.id, h.person_id, x.full_name, x.sort_key, h.organisation_id, h.position, lower(h.held_during), upper(h.held_during), s.cell_id, s.status
    from organisations.last_below(organisation, day, known_at) b
    join members.post h on h.organisation_id = b.organisation_id and h.held_during @> day
      and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    join members.person x on x.id = h.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.standing s on s.person_id = h.person_id and s.valid_during @> day;
end 
$$;

create or replace function members.survey(organisation uuid, day date, known_at timestamptz)
returns table (person_id uuid, cell_id uuid, status text, status_since date, status_basis text, sort_key text, full_name text, born_on text, sex text, ethnicity text, identity_number text, old_identity_number text, phone text, native_place text, residence text, general_education text, ordinal integer, decided_on date, decision_number text, ceremony_on date, admitted_on text, confirmed_on text, confirmation_number text, confirmation_signed_on date, card_number text, card_twice bool, identity_twice bool, is_away bool, away_place text, away_phone text, excused_until date, contact_id uuid) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    with placed as materialized (
      select s.person_id, s.cell_id from members.standing s
      where known_at is null and s.cell_id = any (cells) and s.valid_during @> day and s.keeper_id = any (reach)
      union all
      select p.person_id, p.cell_id from members.placement p
      where known_at is not null and p.cell_id = any (cells) and p.valid_during @> day and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at)
    ), person as (
      select x.id, x.sort_key, x.full_name, x.born_on, x.sex, x.ethnicity, x.identity_number, x.old_identity_number, x.phone, x.native_place, x.residence, x.general_education
      from members.person x
      where x.withdrawn_at is null and x.keeper_id = any (reach) and (known_at is null or x.recorded_at <= known_at)
      union all
      select x.id, x.sort_key, f.full_name, f.born_on, f.sex, f.ethnicity, f.identity_number, f.old_identity_number, f.phone, f.native_place, f.residence, f.general_education
      from members.person_version v
      join members.person x on x.id = v.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
      cross join lateral jsonb_populate_record(null::members.person, v.content) f
      where v.recorded_at <= known_at and v.superseded_at > known_at
    ), spell as (
      select distinct on (m.person_id) m.* from members.membership m
      where m.person_id in (select p.person_id from placed p) and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      order by m.person_id, m.ordinal desc
    ), away as (
      select distinct on (o.person_id) o.person_id, o.place, o.phone, o.excused_until, o.contact_id from members.overlay o
      where o.kind = 'away' and o.valid_during @> day and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at)
      order by o.person_id, o.recorded_at desc
    )
    select p.person_id, p.cell_id, s.status, lower(s.valid_during), s.basis, x.sort_key, x.full_name, x.born_on, x.sex, x.ethnicity,
      x.identity_number, x.old_identity_number, x.phone, x.native_place, x.residence, x.general_education,
      m.ordinal, m.decided_on, m.decision_number, m.ceremony_on, m.admitted_on, m.confirmed_on, m.confirmation_number, m.confirmation_signed_on, m.card_number,
      m.card_number is not null and exists (select from members.membership o
        where o.card_number = m.card_number and o.person_id <> p.person_id and o.superseded_at is null and (o.ended_on is null or o.ended_on > day)),
      x.identity_number is not null and exists (select from members.person o where o.identity_number = x.identity_number and o.id <> x.id and o.withdrawn_at is null),
      a.person_id is not null, a.place, a.phone, a.excused_until, a.contact_id
    from placed p
    join person x on x.id = p.person_id
    join members.status s on s.person_id = p.person_id and s.valid_during @> day
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    left join spell m on m.person_id = p.person_id
    left join away a on a.person_id = p.person_id;
end 
$$;

create or replace function members.traits_on(organisation uuid, valid_on date, known_at timestamptz, age_bands integer[], party_age_bands integer[])
returns table (person_id uuid, cell_id uuid, status text, women bool, minority bool, traits jsonb) language sql stable as $$
  select p.person_id, p.cell_id, s.status, t.said ->> 'sex' = 'female', t.said ->> 'ethnicity' <> 'Kinh',
    jsonb_build_object(
      'sex', t.said ->> 'sex', 'status', s.status, 'ethnicity', t.said ->> 'ethnicity', 'religion', t.said ->> 'religion', 'generalEducation', t.said ->> 'general_education',
      'politicalTheory', t.said ->> 'political_theory', 'ageBand', width_bucket(members.age_on(t.said ->> 'born_on', valid_on), age_bands)::text,
      'partyAgeBand', width_bucket(case when m.spells = 1 and not exists (select from members.party_age_ruling r where r.person_id = p.person_id and r.superseded_at is null)
        then members.full_months(m.since, valid_on) / 12 else members.membership_years(p.person_id, valid_on) end, party_age_bands)::text)
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
  join members.person x on x.id = p.person_id
  cross join lateral (select case when known_at is null or x.recorded_at <= known_at
    then jsonb_build_object('sex', x.sex, 'ethnicity', x.ethnicity, 'religion', x.religion, 'general_education', x.general_education, 'political_theory', x.political_theory, 'born_on', x.born_on)
    else members.person_as_known(x.id, known_at) end as said) t
  left join lateral (select count(*) as spells, min(m.admission_day) as since from members.membership m where m.person_id = p.person_id
    and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)) m on true
  where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
    and p.valid_during @> valid_on and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
$$;

create or replace function organisations.survey(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, unit_id uuid, name text, short_name text, type text, code text, admin_unit_code text, ended_on date, term_from date, term_until date, elected_seats integer) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.reach())) then return; end if;
  return query
    select b.organisation_id,
      (select u.ancestor_id from organisations.closure_known(known_at) a
        join organisations.closure_known(known_at) u on u.descendant_id = a.descendant_id and u.depth = greatest(a.depth - 1, 0) and u.valid_during @> b.seen_on
        where a.descendant_id = b.organisation_id and a.ancestor_id = organisation and a.valid_during @> b.seen_on limit 1),
      v.name, v.short_name, v.type, v.code, v.admin_unit_code, case when b.seen_on < day then b.seen_on + 1 end, c.term_from, c.term_until, c.elected_seats
    from organisations.last_below(organisation, day, known_at) b
    join lateral (select * from organisations.version_known(known_at) v where v.organisation_id = b.organisation_id and v.valid_during @> b.seen_on limit 1) v on true
    left join lateral (
      select lower(c.term) as term_from, upper(c.term) as term_until, c.elected_seats from organisations.committee c
      where c.organisation_id = b.organisation_id and lower(c.term) <= day
        and (c.superseded_at is null or c.superseded_at > known_at) and (known_at is null or c.recorded_at <= known_at)
      order by lower(c.term) desc, c.recorded_at desc limit 1) c on true;
end 
$$;

create or replace function reconciling.count_known(organisation uuid, day date, known_at timestamptz)
returns integer language sql stable security definer set search_path = pg_catalog, reconciling, members, organisations, access as $$
  select count(*)::int from organisations.closure_known(known_at) c
  join members.membership_as_of(day, known_at) m on m.cell_id = c.descendant_id
  join members.person x on x.id = m.person_id and (x.withdrawn_at is null or x.withdrawn_at > known_at)
  join organisations.version_known(known_at) v on v.organisation_id = m.cell_id and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$$;

create or replace function reconciling.register_known(organisation uuid, day date, known_at timestamptz)
returns table (person_id uuid, cell_id uuid, cell_code text, cell_name text, full_name text, sort_key text, born_on text, sex text, ethnicity text, status text, card_number text, admitted_on text, confirmed_on text, ordinal integer) language sql stable security definer set search_path = pg_catalog, reconciling, members, organisations, access as $$
  select x.id, r.cell_id, v.code, v.name, k.full_name, k.sort_key, k.born_on, k.sex, k.ethnicity, r.status, m.card_number, m.admitted_on, m.confirmed_on,
    (row_number() over (order by v.code, v.name, k.sort_key collate "C", k.born_on, x.id))::int
  from organisations.closure_known(known_at) c
  join members.membership_as_of(day, known_at) r on r.cell_id = c.descendant_id
  join members.person x on x.id = r.person_id and (x.withdrawn_at is null or x.withdrawn_at > known_at)
  cross join lateral jsonb_populate_record(x, case when x.recorded_at > known_at then members.person_as_known(x.id, known_at) end) k
  join organisations.version_known(known_at) v on v.organisation_id = r.cell_id and v.valid_during @> day
  left join lateral (select * from members.membership m where m.person_id = x.id and m.recorded_at <= known_at and (m.superseded_at is null or m.superseded_at > known_at) order by m.ordinal desc limit 1) m on true
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$$;

create or replace function sources_and_targets.followed_by_cell(organisation uuid, day date, certificate_months integer, open_files uuid[], known_at timestamptz)
returns table (cell_id uuid, stage text, found_by text, unions text[], people integer) language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
  select p.cell_id,
    case when p.person_id = any (open_files) then 'caseOpen' when p.applied_on <= day then 'applied'
      when exists (select from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day
        and (known_at is null or c.recorded_at <= known_at)) then 'classDone' else 'inSource' end,
    p.found_by, case when p.union_code is null then p.also_in else p.union_code || p.also_in end, count(*)::int
  from sources_and_targets.prospect p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day) and (known_at is null or p.recorded_at <= known_at)
    and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by 1, 2, 3, 4
$$;

create or replace function sources_and_targets.prospects_by_cell(organisation uuid, day date, certificate_months integer, known_at timestamptz)
returns table (cell_id uuid, followed integer, class_done integer, applied integer, last_remark_on date) language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
  select p.cell_id, count(*)::int,
    count(*) filter (where exists (select from sources_and_targets.awareness_certificate c
      where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day and (known_at is null or c.recorded_at <= known_at)))::int,
    count(*) filter (where p.applied_on <= day)::int,
    max((select max(r.written_on) from sources_and_targets.remark r
      where r.prospect_id = p.id and r.written_on <= day and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)))
  from sources_and_targets.prospect p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day) and (known_at is null or p.recorded_at <= known_at)
    and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by p.cell_id
$$;

create or replace function sources_and_targets.reviews_below(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, union_code text, reviewed_on date, total integer, party_members integer, counts bool) language sql stable security definer set search_path = pg_catalog as $$
  with place as (
    select c.descendant_id as id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day
  ), latest as (
    select distinct on (r.organisation_id, r.union_code) r.organisation_id, r.union_code, r.reviewed_on, r.total, r.party_members
    from sources_and_targets.mass_review r join place on place.id = r.organisation_id
    where r.reviewed_on <= day and organisation = any (array(select access.people_reach()))
      and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)
    order by r.organisation_id, r.union_code, r.reviewed_on desc, r.recorded_at desc
  ), covered as (
    select distinct c.descendant_id, above.union_code
    from latest above join organisations.closure_known(known_at) c on c.ancestor_id = above.organisation_id and c.depth > 0 and c.valid_during @> day
  )
  select l.*, h.descendant_id is null
  from latest l left join covered h on h.descendant_id = l.organisation_id and h.union_code = l.union_code
$$;

create or replace function sources_and_targets.targets_below(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, period_kind text, period_from date, period_until date, value integer) language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
  select distinct on (t.organisation_id) t.organisation_id, t.period_kind, lower(t.period), upper(t.period), t.value
  from sources_and_targets.target t
  where t.measure = 'admissions' and t.period @> day and t.stands_during @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
    and t.organisation_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  order by t.organisation_id, t.period_kind desc
$$;

create or replace function sources_and_targets.term_target(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, value integer, period_from date, period_until date) language sql stable security definer set search_path = pg_catalog as $$
  select t.organisation_id, t.value, lower(t.period), upper(t.period)
  from organisations.closure_known(known_at) c
  join sources_and_targets.target t on t.organisation_id = c.ancestor_id and t.measure = 'admissions' and t.period_kind = 'term' and t.period @> day and t.stands_during @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
  where c.descendant_id = organisation and c.valid_during @> day
    and organisation = any (array(select access.people_reach()))
  order by c.depth, t.recorded_at desc limit 1
$$;

create or replace function statistics.balance(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (organisation_id uuid, item text, people integer) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  summed uuid[] := '{}';
begin
  if not access.reaches_people(within) then return; end if;
  if known_at is null and from_day <= until_day then
    summed := array(select o from unnest(organisations) o where (o = within or exists (select from organisations.closure_known(known_at) c where c.ancestor_id = within and c.descendant_id = o and c.valid_during @> daterange(from_day - 1, until_day, '[]')))
      and statistics.way_of_counting(o, from_day, until_day, sorting) = 'sums');
  end if;
  return query
    select o, k.value, k.people from unnest(summed) o cross join lateral statistics.kept_counts(o, from_day, until_day, sorting, '{changes}', 'sums') k where k.base = 'changes' and k.trait = 'item' and k.mark = 'total'
    union all
    select b.organisation_id, b.item, b.people from members.balance(array(select o from unnest(organisations) o where o <> all (summed)), within, from_day, until_day, known_at) b;
end 
$$;

drop function organisations.counts_below(uuid, date);
create function organisations.counts_below(organisation uuid, day date, known_at timestamptz default null)
returns table (grassroots integer, cells integer) language sql stable security definer set search_path = pg_catalog as $$
  select (count(*) filter (where v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')))::int, (count(*) filter (where v.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')))::int
  from organisations.closure_known(known_at) c
  join organisations.version_known(known_at) v on v.organisation_id = c.descendant_id and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.reach()))
$$;
revoke all on function organisations.counts_below(uuid, date, timestamptz) from public;
grant execute on function organisations.counts_below(uuid, date, timestamptz) to dangvu_program;

drop function members.age_and_admission(uuid, date);
create function members.age_and_admission(organisation uuid, valid_on date, known_at timestamptz)
returns table (average_age numeric, last_admitted_on text) language sql stable security definer set search_path = pg_catalog as $$
  with cells as (
    select array(select c.descendant_id from organisations.closure_known(known_at) c
      where c.ancestor_id = organisation and c.valid_during @> valid_on and organisation = any (array(select access.people_reach()))) as ids
  )
  select
    (select round(avg(extract(year from valid_on) - left(case when known_at is null or x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, 4)::int), 1)
      from members.placement p join members.person x on x.id = p.person_id
      where p.cell_id = any ((select ids from cells)::uuid[]) and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at) and p.valid_during @> valid_on),
    (select max(coalesce(m.decided_on::text, m.admitted_on)) 
      from members.placement p join members.membership m on m.person_id = p.person_id and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      where p.cell_id = any ((select ids from cells)::uuid[]) and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
        and coalesce(m.decided_on::text, m.admitted_on) <= valid_on::text and p.valid_during @> coalesce(m.ceremony_on, m.decided_on))
$$;
revoke all on function members.age_and_admission(uuid, date, timestamptz) from public;
grant execute on function members.age_and_admission(uuid, date, timestamptz) to dangvu_program;

-- What it told, closure_known tells.
drop function organisations.below(uuid, date, timestamptz);
