-- Figures about files of admission place each file in the cell that had it on the day asked for, as the board of that day does.

-- The tree may have taken a file along without an act; then the former row tells, unless a move of an earlier day was written down later.
-- Bound by nothing: only functions that asked for the rights call it.
create function admission.cell_on(file uuid, day date, known_at timestamptz) returns uuid language sql stable set search_path = pg_catalog as $$
  with asked as (select least(((day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') - interval '1 microsecond', known_at) as moment),
  moves as (select a.ordinal, a.occurred_on, a.recorded_at, (a.facts ->> 'fromCellId')::uuid as from_cell_id from admission.act a where a.case_id = file and a.kind = 'moveCase')
  select coalesce(
    (select m.from_cell_id from moves m where m.occurred_on > day or m.recorded_at > known_at order by m.ordinal limit 1),
    (select (f.former ->> 'cell_id')::uuid from admission.case_file_former f, asked
      where f.id = file and f.recorded_until > case
        when exists (select from moves m where m.occurred_on <= day and m.recorded_at > asked.moment and (known_at is null or m.recorded_at <= known_at)) then known_at else asked.moment end
      order by f.recorded_until, f.ordinal limit 1),
    (select c.cell_id from admission.case_file c where c.id = file))
$$;
comment on function admission.cell_on(uuid, date, timestamptz) is 'The cell that had a file at the end of a day, as known at a moment (null: now): whence the first move after it went.';
revoke all on function admission.cell_on(uuid, date, timestamptz) from public;

create or replace function admission.files_sql() returns text language sql immutable return
  'select f.person_id, admission.cell_on(f.id, $3, null) as organisation_id, $3 as on_day, f.kind as detail, case when f.kind = ''confirmation'' then ''confirmation.'' else '''' end || admission.stage_on(f.id, $3) as stage
   from admission.case_file f where f.opened_on <= $3 and (f.closed_on is null or f.closed_on > $3)';

create or replace function admission.open_by_stage(organisation uuid, day date, known_at timestamptz) returns table(cell_id uuid, stage text, files integer)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
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
      and p.id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.id, s.to_stage;
end $$;

create or replace function admission.passes(organisation uuid, since date, day date, known_at timestamptz)
returns table (stage text, reached int, passed int, median_days int)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
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
        and admission.cell_on(f.id, day, known_at) in (select b.organisation_id from organisations.last_below(organisation, day) b)
    ), reached as (
      select e.decided_on, x.to_stage from ended e, unnest(e.stages) x (to_stage)
      where x.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
    )
    select r.to_stage, count(*)::int, (count(*) filter (where r.decided_on is not null))::int,
      (select percentile_cont(0.5) within group (order by e.decided_on - e.opened_on) from ended e where e.decided_on is not null)::int
    from reached r group by r.to_stage;
end $$;
