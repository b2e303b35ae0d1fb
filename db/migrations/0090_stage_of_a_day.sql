-- Files by the stage at which they stood on a day.

-- The stage of a file at the end of a day is what the last act that moved it by then made of it; acts that leave the stage alone may be written down
-- later with an earlier day, and say nothing of it. Null where nothing was done by then, or nothing was known at the moment.
create function admission.stage_on(file uuid, day date, known_at timestamptz default null) returns text language sql stable set search_path = pg_catalog as $$
  select a.to_stage from admission.act a
  where a.case_id = file and a.occurred_on <= day and a.from_stage is distinct from a.to_stage and (known_at is null or a.recorded_at <= known_at)
  order by a.ordinal desc limit 1
$$;
comment on function admission.stage_on(uuid, date, timestamptz) is 'Stage of a file at the end of a day, told by its acts, as known at a moment (null: now). Null before its first act. Today''s is the stage that the file keeps.';
revoke all on function admission.stage_on(uuid, date, timestamptz) from public;
grant execute on function admission.stage_on(uuid, date, timestamptz) to dangvu_program;

-- Stages of a confirmation have names of their own.
create or replace function admission.files_sql() returns text language sql immutable return
  'select f.person_id, f.cell_id as organisation_id, $3 as on_day, f.kind as detail, case when f.kind = ''confirmation'' then ''confirmation.'' else '''' end || admission.stage_on(f.id, $3) as stage
   from admission.case_file f where f.opened_on <= $3 and (f.closed_on is null or f.closed_on > $3)';

CREATE OR REPLACE FUNCTION members.dimension_sql(dimension text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  said constant text := 'case when $4 is null or x.recorded_at <= $4 then x.%1$s else members.person_as_known(x.id, $4) ->> %1$L end';
  of_person constant jsonb := '{"sex": "sex", "ethnicity": "ethnicity", "religion": "religion", "generalEducation": "general_education", "profession": "profession", "politicalTheory": "political_theory", "occupation": "occupation"}';
begin
  return case
    when of_person ? dimension then format(said, of_person ->> dimension)
    when dimension = 'none' then 'null::text'
    when dimension = 'cell' then 'l.organisation_id::text'
    when dimension = 'grassroots' then 'g.organisation_id::text'
    when dimension = 'organisationKind' then 'g.type'
    when dimension = 'detail' then 'l.detail'
    when dimension = 'stage' then 'l.stage'
    when dimension = 'year' then $d$to_char(l.on_day, 'YYYY')$d$
    when dimension = 'month' then $d$to_char(l.on_day, 'YYYY-MM')$d$
    when dimension = 'ageBand' then format('width_bucket(members.age_on(%s, l.on_day), $6)::text', format(said, 'born_on'))
    when dimension = 'partyAgeBand' then 'width_bucket(case when m.spells = 1 and not exists (select from members.party_age_ruling r where r.person_id = l.person_id and r.superseded_at is null)
      then members.full_months(m.since, l.on_day) / 12 else members.membership_years(l.person_id, l.on_day) end, $7)::text'
  end;
end $function$;

CREATE OR REPLACE FUNCTION admission.open_by_stage(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, stage text, files integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select f.cell_id, s.to_stage, count(*)::int
    from admission.case_file f
    cross join lateral (select admission.stage_on(f.id, day, known_at) as to_stage) s
    where f.kind in ('admission', 'readmission') and f.opened_on <= day
      and s.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
      and f.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by f.cell_id, s.to_stage;
end $function$;
