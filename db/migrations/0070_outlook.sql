-- What the overview of a term needs beside the counts: the files under way by stage and how many of those that ended were decided, what the
-- members and the newly admitted of a term are like, and the cells as they were known at a moment. Each looks once whether the organisation
-- lies in the actor's part. known_at null = all that is known now.

-- The files of admission not yet decided on a day, by cell and stage: the stage that the last act up to the day led to.
create function admission.open_by_stage(organisation uuid, day date, known_at timestamptz)
returns table (cell_id uuid, stage text, files int)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select f.cell_id, s.to_stage, count(*)::int
    from admission.case_file f
    cross join lateral (select a.to_stage from admission.act a where a.case_id = f.id and a.occurred_on <= day and (known_at is null or a.recorded_at <= known_at)
      order by a.ordinal desc limit 1) s
    where f.kind in ('admission', 'readmission') and f.opened_on <= day
      and s.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
      and f.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by f.cell_id, s.to_stage;
end $$;

-- Of the files that ended from a day to a day (both inclusive), by a decision to admit or without one: how many had come to each stage, how
-- many of these were decided, and the median of days from opening to decision over all. Files entered in error are left out.
create function admission.passes(organisation uuid, since date, day date, known_at timestamptz)
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
        and f.cell_id in (select b.organisation_id from organisations.last_below(organisation, day) b)
    ), reached as (
      select e.decided_on, x.to_stage from ended e, unnest(e.stages) x (to_stage)
      where x.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
    )
    select r.to_stage, count(*)::int, (count(*) filter (where r.decided_on is not null))::int,
      (select percentile_cont(0.5) within group (order by e.decided_on - e.opened_on) from ended e where e.decided_on is not null)::int
    from reached r group by r.to_stage;
end $$;

-- The members of a day and those admitted since a day below an organisation, one row a person, with what the quality of a Party body is
-- told by. Ages are of the day for members, of the decision for the admitted. Bound by nothing: only functions that asked for the rights call it.
create function members.described(organisation uuid, on_day date, from_day date, known_at timestamptz, bounds int[])
returns table (among text, person_id uuid, keeper_id uuid, sort_key text, sex text, ethnicity text, education text, theory text, age_band int) language sql stable as $$
  with listed as (
    select 'members' as among, p.person_id, on_day as day
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> on_day
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    where p.valid_during @> on_day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> on_day)
    union all
    select 'admitted', a.person_id, a.decided_on
    from members.admissions(from_day, on_day, known_at, array(select b.organisation_id from organisations.last_below(organisation, on_day) b)) a
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

-- The same counted by each trait; sex is told beside the age only. The value is null where nothing is known; age bands by their place, 0 below the first.
create function members.quality(organisation uuid, on_day date, from_day date, known_at timestamptz, bounds int[])
returns table (among text, trait text, value text, sex text, people int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    with d as materialized (select * from members.described(organisation, on_day, from_day, known_at, bounds))
    select d.among, 'age', d.age_band::text, d.sex, count(*)::int from d group by d.among, d.age_band, d.sex
    union all select d.among, 'sex', d.sex, null, count(*)::int from d group by d.among, d.sex
    union all select d.among, 'ethnicity', d.ethnicity, null, count(*)::int from d group by d.among, d.ethnicity
    union all select d.among, 'education', d.education, null, count(*)::int from d group by d.among, d.education
    union all select d.among, 'theory', d.theory, null, count(*)::int from d group by d.among, d.theory;
end $$;

-- Who stands behind one of these numbers, as far as the actor may see them today. wanted: a trait, or all; wanted_sex counts beside the age only.
create function members.people_of_quality(organisation uuid, on_day date, from_day date, known_at timestamptz, bounds int[], wanted_among text, wanted text, wanted_value text, wanted_sex text)
returns table (person_id uuid, keeper_id uuid, sort_key text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select d.person_id, d.keeper_id, d.sort_key from members.described(organisation, on_day, from_day, known_at, bounds) d
    where d.among = wanted_among and d.keeper_id = any (reach)
      and case wanted when 'all' then true when 'age' then d.age_band::text is not distinct from wanted_value and d.sex is not distinct from wanted_sex
        when 'sex' then d.sex is not distinct from wanted_value when 'ethnicity' then d.ethnicity is not distinct from wanted_value
        when 'education' then d.education is not distinct from wanted_value when 'theory' then d.theory is not distinct from wanted_value end;
end $$;

-- The last admission of each cell as it was known at a moment.
create function members.last_admission_by_cell(organisation uuid, day date, known_at timestamptz)
returns table (cell_id uuid, decided_on date)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query select a.cell_id, max(a.decided_on) from members.admissions('-infinity', day, known_at, cells) a group by a.cell_id;
end $$;

-- Ages in the cells as they were known at a moment; without one the count of now, which is quicker.
create function members.ages_by_cell(organisation uuid, day date, known_at timestamptz)
returns table (cell_id uuid, members int, age_known int, age_sum int, full_under_35 int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  if known_at is null then return query select * from members.ages_by_cell(organisation, day); return; end if;
  return query
    with placed as materialized (
      select p.person_id, p.cell_id from members.placement p
      where p.valid_during @> day and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
        and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    ), standing as materialized (
      select s.person_id, s.status from members.status s where s.valid_during @> day and (s.superseded_at is null or s.superseded_at > known_at) and s.recorded_at <= known_at
    ), aged as materialized (
      select p.cell_id, s.status, members.age_on(case when x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, day) as age
      from placed p join standing s on s.person_id = p.person_id join members.person x on x.id = p.person_id
    )
    select a.cell_id, count(*)::int, count(a.age)::int, coalesce(sum(a.age), 0)::int, (count(*) filter (where a.status <> 'probationary' and a.age < 35))::int from aged a group by a.cell_id;
end $$;

-- Whom the cells follow on a day as it was known at a moment. When a following was closed counts by the day of closing: the row does not keep when that was entered.
create function sources_and_targets.prospects_by_cell(organisation uuid, day date, certificate_months int, known_at timestamptz)
returns table (cell_id uuid, followed int, class_done int, applied int, last_remark_on date)
language sql stable security definer set search_path = pg_catalog as $$
  select p.cell_id, count(*)::int,
    count(*) filter (where exists (select from sources_and_targets.awareness_certificate c
      where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day and (known_at is null or c.recorded_at <= known_at)))::int,
    count(*) filter (where p.applied_on <= day)::int,
    max((select max(r.written_on) from sources_and_targets.remark r
      where r.prospect_id = p.id and r.written_on <= day and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)))
  from sources_and_targets.prospect p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day) and (known_at is null or p.recorded_at <= known_at)
    and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by p.cell_id
$$;

-- The targets to which organisations work on a day as they were known at a moment.
create function sources_and_targets.targets_below(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, period_kind text, period_from date, period_until date, value int)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (t.organisation_id) t.organisation_id, t.period_kind, lower(t.period), upper(t.period), t.value
  from sources_and_targets.target t
  where t.measure = 'admissions' and t.period @> day and t.stands_during @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
    and t.organisation_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  order by t.organisation_id, t.period_kind desc
$$;

-- How many followings ended from a day to a day (both inclusive), and how many of them by admission.
create function sources_and_targets.followings_ended(organisation uuid, since date, day date)
returns table (ended int, admitted int)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::int, (count(*) filter (where p.close_reason = 'admitted'))::int
  from sources_and_targets.prospect p
  where p.closed_on between since and day and p.close_reason <> 'died'
    and p.cell_id in (select b.organisation_id from organisations.last_below(organisation, day) b)
    and organisation = any (array(select access.people_reach()))
$$;

revoke all on function admission.open_by_stage(uuid, date, timestamptz), admission.passes(uuid, date, date, timestamptz), members.described(uuid, date, date, timestamptz, int[]),
  members.quality(uuid, date, date, timestamptz, int[]), members.people_of_quality(uuid, date, date, timestamptz, int[], text, text, text, text), members.last_admission_by_cell(uuid, date, timestamptz),
  members.ages_by_cell(uuid, date, timestamptz), sources_and_targets.prospects_by_cell(uuid, date, int, timestamptz), sources_and_targets.targets_below(uuid, date, timestamptz),
  sources_and_targets.followings_ended(uuid, date, date) from public;
grant execute on function admission.open_by_stage(uuid, date, timestamptz), admission.passes(uuid, date, date, timestamptz), members.quality(uuid, date, date, timestamptz, int[]),
  members.people_of_quality(uuid, date, date, timestamptz, int[], text, text, text, text), members.last_admission_by_cell(uuid, date, timestamptz), members.ages_by_cell(uuid, date, timestamptz),
  sources_and_targets.prospects_by_cell(uuid, date, int, timestamptz), sources_and_targets.targets_below(uuid, date, timestamptz), sources_and_targets.followings_ended(uuid, date, date) to dangvu_program;
