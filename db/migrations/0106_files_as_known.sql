-- Files of admission as of a day: the people they named, and the organisations above their cells, as known at a moment.

create function admission.people_named_known(case_ids uuid[], days date[], known_at timestamptz) returns table(case_id uuid, person_id uuid, full_name text, status text, disciplined boolean)
language sql stable security definer set search_path = pg_catalog, admission, members, access as $$
  with asked as (
    select c.id, c.mentor_id, c.circumstances, d.day
    from unnest(case_ids, days) as d(id, day)
    join admission.case_file c on c.id = d.id
      and (c.cell_id = any (array(select access.people_reach())) or c.person_id = (select members.own_person_id()))
  ), told as (
    select id, day, circumstances from asked
    union all select a.id, a.day, f.former -> 'circumstances' from asked a join admission.case_file_former f on f.id = a.id
  ), named as (
    select id, day, (s ->> 'personId')::uuid as person_id
    from told, jsonb_array_elements(coalesce(nullif(circumstances -> 'sponsors', 'null'), '[]')) as s
    union select id, day, mentor_id from asked where mentor_id is not null
    union select a.id, a.day, (x.facts ->> w.who)::uuid from asked a join admission.act x on x.case_id = a.id and x.kind = 'assignMentor', (values ('mentorId'), ('former')) w (who) where x.facts ->> w.who is not null
    union select a.id, a.day, x.subject_id from asked a join admission.document x on x.case_id = a.id where x.subject_id is not null
  )
  select n.id, p.id, case when known_at is null or p.recorded_at <= known_at then p.full_name else coalesce(members.person_as_known(p.id, known_at) ->> 'full_name', p.full_name) end,
    (select st.status from members.status st
      where st.person_id = p.id and st.valid_during @> n.day and (known_at is null or st.recorded_at <= known_at) and (st.superseded_at is null or st.superseded_at > known_at) limit 1),
    exists (select from members.overlay o where o.person_id = p.id and o.kind in ('disciplined','prosecuted') and o.valid_during @> n.day
      and (known_at is null or o.recorded_at <= known_at) and (o.superseded_at is null or o.superseded_at > known_at))
  from named n join members.person p on p.id = n.person_id
$$;
revoke all on function admission.people_named_known(uuid[], date[], timestamptz) from public;
grant execute on function admission.people_named_known(uuid[], date[], timestamptz) to dangvu_program;
comment on function admission.people_named_known(uuid[], date[], timestamptz) is 'Everybody a file names or ever named, with the standing on its day as known at a moment (null: now). Empty for files outside the actor''s part.';

create function organisations.lines_known(cells uuid[], day date, known_at timestamptz) returns table(cell_id uuid, organisation_id uuid, depth integer, name text, short_name text, type text, may_decide_admission boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with recursive asked as (select coalesce(known_at, 'infinity') as moment), known as (
    select p.organisation_id, p.parent_id from organisations.placement p
    join (select f.organisation_id, greatest(a.moment, min(f.recorded_at)) as moment from organisations.placement f, asked a group by f.organisation_id, a.moment) f on f.organisation_id = p.organisation_id
    where p.valid_during @> day and p.recorded_at <= f.moment and (p.superseded_at is null or p.superseded_at > f.moment)
  ), line as (
    select c.id as cell_id, k.organisation_id, k.parent_id, 0 as depth from unnest(cells) c (id) join known k on k.organisation_id = c.id
    union
    select l.cell_id, k.organisation_id, k.parent_id, l.depth + 1 from line l join known k on k.organisation_id = l.parent_id
  )
  select l.cell_id, v.organisation_id, l.depth, v.name, v.short_name, v.type, v.may_decide_admission
  from line l
  join (select f.organisation_id, greatest(a.moment, min(f.recorded_at)) as moment from organisations.version f, asked a group by f.organisation_id, a.moment) f on f.organisation_id = l.organisation_id
  join organisations.version v on v.organisation_id = l.organisation_id and v.valid_during @> day and v.recorded_at <= f.moment and (v.superseded_at is null or v.superseded_at > f.moment)
$$;
revoke all on function organisations.lines_known(uuid[], date, timestamptz) from public;
grant execute on function organisations.lines_known(uuid[], date, timestamptz) to dangvu_program;
comment on function organisations.lines_known(uuid[], date, timestamptz) is 'A promise to other rooms: the organisations above cells on a day, itself at depth 0, as known at a moment (null: now). Like name_on it names cells outside the actor''s part: those that something within it names. One recorded only later counts as it was first recorded.';

-- Open files by stage of a day stand in the cell that had them on that day, as on the board of the day.
create or replace function admission.open_by_stage(organisation uuid, day date, known_at timestamptz) returns table(cell_id uuid, stage text, files integer)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.id, s.to_stage, count(*)::int
    from admission.case_file f
    cross join lateral (select admission.stage_on(f.id, day, known_at) as to_stage) s
    cross join lateral (select coalesce(
      (select (a.facts ->> 'fromCellId')::uuid from admission.act a where a.case_id = f.id and a.kind = 'moveCase' and (a.occurred_on > day or a.recorded_at > known_at) order by a.ordinal limit 1), f.cell_id) as id) p
    where f.kind in ('admission', 'readmission') and f.opened_on <= day
      and s.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
      and p.id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.id, s.to_stage;
end $$;
