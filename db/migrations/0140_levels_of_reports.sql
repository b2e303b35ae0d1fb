-- Reports of any number of levels: each level opens its own period for those right below it, and reports further up what they reported, which is frozen already, with what it
-- counts itself. A report above the grassroots keeps no copy of its parts: it points to them.

create table reports.part (
  submission_id uuid not null references reports.submission,
  part_id       uuid not null references reports.submission,
  constraint part_once primary key (submission_id, part_id),
  constraint part_of_another check (submission_id <> part_id)
);
comment on table reports.part is 'The approved submissions of the level below of which a submission is made. A part that is replaced later stays a part of what was made of it.';
create index part_back on reports.part (part_id);
alter table reports.part enable row level security;
create policy part_reach on reports.part for select using (submission_id in (select s.id from reports.submission s));
grant select on reports.part to dangvu_program;

create table reports.correction_request (
  id            uuid primary key,
  submission_id uuid not null references reports.submission,
  reason        text not null,
  asked_by      uuid references access.account,
  asked_at      timestamptz not null default platform.moment()
);
comment on table reports.correction_request is 'That the level above wants an approved submission corrected, and why. The submission stands until another one is approved in its place.';
create index correction_request_of on reports.correction_request (submission_id);
alter table reports.correction_request enable row level security;
create policy correction_request_reach on reports.correction_request for all using (submission_id in (select s.id from reports.submission s));
grant select, insert on reports.correction_request to dangvu_program;

comment on table reports.report is 'The report of an organisation for a period. state: of its last submission; returned as well while an approved one is wanted corrected.';
comment on table reports.period is 'A period, both days inclusive, for which the organisations right below report to this organisation. due_on: last day on which a report is in time.';
comment on table reports.line is 'What every number of a frozen report counts: one row for each person or organisation in each table; of a report made of others only what it counted itself. Read through functions only.';
comment on table reports.basis is 'The facts that put a person or an organisation into a frozen report; of a report made of others only of what it counted itself. Read through functions only.';

-- Organisations right below one in a period: on its last day, and those that had ended by then.
create function reports.right_below(organisation uuid, from_day date, until_day date) returns setof uuid language sql stable as $$
  select distinct p.organisation_id from organisations.placement p
  where p.parent_id = organisation and p.superseded_at is null and p.valid_during && daterange(from_day - 1, until_day, '[]')
    and (p.valid_during @> until_day or not exists (select from organisations.version v where v.organisation_id = p.organisation_id and v.superseded_at is null and v.valid_during @> until_day))
$$;

-- What stands at an organisation itself and at nobody right below it: posts in its own committee, acts of its own office.
create function reports.own_lines(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  select l.* from statistics.lines(organisation, from_day, until_day, known_at, sorting, '{acts,committee}') l
  except all
  select l.* from reports.right_below(organisation, from_day, until_day) b (id), statistics.lines(b.id, from_day, until_day, known_at, sorting, '{acts,committee}') l
$$;

-- Submissions with everything they are made of, down to the lowest level.
create function reports.with_parts(submissions uuid[]) returns uuid[] language sql stable as $$
  with recursive made as (
    select unnest(submissions) as id
    union select p.part_id from made m join reports.part p on p.submission_id = m.id)
  select coalesce(array_agg(m.id), '{}') from made m
$$;

-- Lines of frozen submissions put together, with what stands at an organisation itself (own; null: nothing). Who left one part and came to another on the same day neither came
-- nor left: as in what is counted for the whole.
create function reports.joined_lines(submissions uuid[], own uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  frozen constant uuid[] := reports.with_parts(submissions);
begin
  if cardinality(frozen) <= 1 and own is null then
    return query select l.base, l.subject_id, l.traits, l.marks, l.on_day from reports.line l where l.submission_id = any (frozen);
    return;
  end if;
  return query
  with taken as materialized (
    select l.base, l.subject_id, l.traits, l.marks, l.on_day, case
      when l.base <> 'changes' or l.traits ->> 'item' in ('opening', 'closing') then null
      when l.traits ->> 'item' in ('admitted', 'readmitted', 'movedIn', 'fromOutside', 'reorganisedIn') then 'in' else 'out' end as way
    from reports.line l where l.submission_id = any (frozen)
  ), numbered as (
    select t.*, row_number() over (partition by t.subject_id, t.on_day, t.way order by t.traits ->> 'item' desc) as n,
      least(count(*) filter (where t.way = 'in') over same, count(*) filter (where t.way = 'out') over same) as pairs
    from taken t where t.way is not null window same as (partition by t.subject_id, t.on_day)
  )
  select t.base, t.subject_id, t.traits, t.marks, t.on_day from taken t where t.way is null
  union all select n.base, n.subject_id, n.traits, n.marks, n.on_day from numbered n where n.n > n.pairs
  union all select o.base, o.subject_id, o.traits, o.marks, o.on_day from reports.own_lines(own, from_day, until_day, known_at, sorting) o where own is not null;
end $$;

-- Numbers of submissions put together: changes are counted from their lines, because moves between the parts are none; all others add up.
create function reports.joined_figures(submissions uuid[], own uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, trait text, value text, mark text, people int) language sql stable set search_path = pg_catalog as $$
  with counted as (
    select l.base, l.traits, l.marks from reports.joined_lines(submissions, null, from_day, until_day, known_at, sorting) l where l.base = 'changes'
    union all select o.base, o.traits, o.marks from reports.own_lines(own, from_day, until_day, known_at, sorting) o where own is not null
  ), number as (
    select f.base, f.trait, f.value, f.mark, f.people from reports.figure f where f.submission_id = any (submissions) and f.base <> 'changes'
    union all
    select c.base, t.key, t.value, m.mark, count(*)::int from counted c, jsonb_each_text(c.traits || '{"all": "all"}') t, unnest(c.marks || 'total'::text) m (mark) group by 1, 2, 3, 4
  )
  select n.base, n.trait, n.value, n.mark, sum(n.people)::int from number n group by 1, 2, 3, 4
$$;

drop function reports.behind(uuid[], text, text, text[], text);
drop function reports.differing_names(jsonb, jsonb, jsonb, text, text, text, text);
drop function reports.differences(jsonb, jsonb, jsonb);
drop function reports.differing(jsonb, jsonb, jsonb);
drop function reports.side(uuid[], uuid, date, date, timestamptz, jsonb);
drop function reports.in_part(uuid[], uuid);

-- A side of a comparison: {submissions, own, organisation, from, until, knownAt}. organisation: everything is counted for it; else submissions, put together with what stands at
-- `own` itself.
create function reports.submissions_of(side jsonb) returns uuid[] language sql immutable as $$ select array(select jsonb_array_elements_text(side -> 'submissions')::uuid) $$;

create function reports.side(side jsonb, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  from_day constant date := (side ->> 'from')::date;
  until_day constant date := (side ->> 'until')::date;
  known_at constant timestamptz := (side ->> 'knownAt')::timestamptz;
begin
  if side ->> 'organisation' is not null then return query select l.* from statistics.lines((side ->> 'organisation')::uuid, from_day, until_day, known_at, sorting, null) l;
  else return query select l.* from reports.joined_lines(reports.submissions_of(side), (side ->> 'own')::uuid, from_day, until_day, known_at, sorting) l; end if;
end $$;

-- Whether a side lies in the actor's part.
create function reports.in_part(side jsonb) returns boolean language sql stable as $$
  with reach as materialized (select access.people_reach() as id)
  select not exists (select from (values (side ->> 'organisation'), (side ->> 'own')) o (id) where o.id is not null and o.id::uuid not in (select id from reach))
    and not exists (select from unnest(reports.submissions_of(side)) w (id) left join reports.submission s on s.id = w.id left join reports.report r on r.id = s.report_id
      where r.id is null or r.organisation_id not in (select id from reach))
$$;

-- The facts of these subjects on a side.
create function reports.facts_of(side jsonb, subjects uuid[]) returns table (subject_id uuid, facts text[]) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  counted constant boolean := side ->> 'organisation' is not null;
begin
  return query
  select x.subject_id, array_agg(distinct x.fact) from (
    select b.subject_id, f as fact from reports.basis b, unnest(b.facts) f where not counted and b.submission_id = any (reports.with_parts(reports.submissions_of(side))) and b.subject_id = any (subjects)
    union all
    select f.subject_id, f.fact from statistics.facts_behind(
      case when counted then subjects else array(select distinct o.subject_id from reports.own_lines((side ->> 'own')::uuid, (side ->> 'from')::date, (side ->> 'until')::date, (side ->> 'knownAt')::timestamptz, side -> 'sorting') o
        where side ->> 'own' is not null and o.subject_id = any (subjects)) end,
      (side ->> 'from')::date, (side ->> 'until')::date, (side ->> 'knownAt')::timestamptz) f
  ) x group by x.subject_id;
end $$;

-- Who stands in which number on one side oftener than on the other.
create function reports.differing(a jsonb, b jsonb, sorting jsonb)
returns table (base text, trait text, value text, mark text, subject_id uuid, in_a int, in_b int) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
  with side_a as materialized (select l.base, l.subject_id, l.traits, l.marks from reports.side(a, sorting) l),
  side_b as materialized (select l.base, l.subject_id, l.traits, l.marks from reports.side(b, sorting) l),
  only_a as (select * from side_a except all select * from side_b), only_b as (select * from side_b except all select * from side_a),
  numbers as (
    select l.base, t.key, t.value, m.mark, l.subject_id, l.n_a, l.n_b
    from (select *, 1 as n_a, 0 as n_b from only_a union all select *, 0, 1 from only_b) l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark)
  )
  select n.base, n.key, n.value, n.mark, n.subject_id, sum(n.n_a)::int, sum(n.n_b)::int from numbers n group by 1, 2, 3, 4, 5 having sum(n.n_a) <> sum(n.n_b);
end $$;

-- Every number that differs, and by how many names each way.
create function reports.differences(a jsonb, b jsonb, sorting jsonb)
returns table (base text, trait text, value text, mark text, only_a int, only_b int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if not reports.in_part(a) or not reports.in_part(b) then return; end if;
  return query
    select d.base, d.trait, d.value, d.mark, coalesce(sum(d.in_a - d.in_b) filter (where d.in_a > d.in_b), 0)::int, coalesce(sum(d.in_b - d.in_a) filter (where d.in_b > d.in_a), 0)::int
    from reports.differing(a, b, sorting) d group by 1, 2, 3, 4;
end $$;

-- The names behind the difference of a number (of_trait null: of any number), each with the facts that only one side rests on: gone, only the first; come, only the second. As far
-- as the actor may see the names today.
create function reports.differing_names(a jsonb, b jsonb, sorting jsonb, of_base text, of_trait text, of_value text, of_mark text)
returns table (subject_id uuid, base text, in_a int, in_b int, keeper_id uuid, sort_key text, gone text[], come text[])
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  sorted constant jsonb := jsonb_build_object('sorting', sorting);
begin
  if not reports.in_part(a) or not reports.in_part(b) then return; end if;
  return query
  with who as materialized (
    select min(d.base) as base, d.subject_id, max(d.in_a) as in_a, max(d.in_b) as in_b from reports.differing(a, b, sorting) d
    where of_base is null or d.base = of_base and d.trait = of_trait and d.value is not distinct from of_value and d.mark = of_mark group by 2
  ), subjects as materialized (select coalesce(array_agg(distinct w.subject_id), '{}') as ids from who w),
  facts_a as materialized (select f.* from subjects s, reports.facts_of(a || sorted, s.ids) f),
  facts_b as materialized (select f.* from subjects s, reports.facts_of(b || sorted, s.ids) f)
  select w.subject_id, w.base, w.in_a, w.in_b, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, ''),
    array(select unnest(coalesce(fa.facts, '{}')) except select unnest(coalesce(fb.facts, '{}'))), array(select unnest(coalesce(fb.facts, '{}')) except select unnest(coalesce(fa.facts, '{}')))
  from who w
  left join members.person x on x.id = w.subject_id and w.base <> 'organisations'
  left join organisations.organisation o on o.id = w.subject_id and w.base = 'organisations'
  left join facts_a fa on fa.subject_id = w.subject_id left join facts_b fb on fb.subject_id = w.subject_id
  where o.id is not null or x.keeper_id = any (reach);
end $$;

-- Numbers of frozen submissions put together with what stands at `own` itself.
create function reports.figures_of(side jsonb, sorting jsonb)
returns table (base text, trait text, value text, mark text, people int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if not reports.in_part(side) then return; end if;
  return query select f.* from reports.joined_figures(reports.submissions_of(side), (side ->> 'own')::uuid, (side ->> 'from')::date, (side ->> 'until')::date, (side ->> 'knownAt')::timestamptz, sorting) f;
end $$;

-- Who stands behind a number of frozen submissions, as far as the actor may see them today. total: the number itself.
create function reports.behind(side jsonb, sorting jsonb, of_base text, of_trait text, of_values text[], of_mark text)
returns table (subject_id uuid, value text, on_day date, keeper_id uuid, sort_key text, total int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if not reports.in_part(side) then return; end if;
  return query
    with behind as materialized (
      select l.subject_id, l.base, l.traits ->> of_trait as value, l.on_day from reports.side(side, sorting) l
      where l.base = of_base and (of_trait = 'all' or coalesce(l.traits ->> of_trait, '') = any (of_values)) and (of_mark = 'total' or of_mark = any (l.marks)))
    select l.subject_id, l.value, l.on_day, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, ''), (select count(*)::int from behind)
    from behind l
    left join members.person x on x.id = l.subject_id and l.base <> 'organisations'
    left join organisations.organisation o on o.id = l.subject_id and l.base = 'organisations'
    where o.id is not null or x.keeper_id = any (reach);
end $$;

-- Freezes a submission: of the grassroots its lines, its numbers and the facts behind them; above the grassroots what was approved right below for the same days, and what was
-- not as it is counted, with what stands at the organisation itself.
create or replace function reports.freeze_lines(which uuid, sorting jsonb) returns int
language plpgsql set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
declare
  s reports.submission;
  r record;
  parts uuid[] := '{}';
begin
  select * into s from reports.submission where id = which;
  select t.organisation_id, p.from_day, p.until_day,
    coalesce((select v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') from organisations.version v where v.organisation_id = t.organisation_id and v.superseded_at is null and v.valid_during @> p.until_day), true) as is_grassroots
    into r from reports.report t join reports.period p on p.id = t.period_id where t.id = s.report_id;
  if r.is_grassroots then
    insert into reports.line (submission_id, base, subject_id, traits, marks, on_day)
      select which, l.base, l.subject_id, l.traits, l.marks, l.on_day from statistics.lines(r.organisation_id, r.from_day, r.until_day, s.known_at, sorting, null) l;
    insert into reports.figure (submission_id, base, trait, value, mark, people)
      select which, l.base, t.key, t.value, m.mark, count(*)
      from reports.line l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark) where l.submission_id = which group by l.base, t.key, t.value, m.mark;
  else
    insert into reports.part (submission_id, part_id)
      select which, a.id from reports.period p join reports.report t on t.period_id = p.id join reports.submission a on a.report_id = t.id and a.outcome = 'approved'
      where p.organisation_id = r.organisation_id and p.from_day = r.from_day and p.until_day = r.until_day and t.organisation_id in (select reports.right_below(r.organisation_id, r.from_day, r.until_day));
    parts := array(select p.part_id from reports.part p where p.submission_id = which);
    insert into reports.line (submission_id, base, subject_id, traits, marks, on_day)
      select which, l.base, l.subject_id, l.traits, l.marks, l.on_day
      from (select reports.right_below(r.organisation_id, r.from_day, r.until_day) except select t.organisation_id from reports.submission a join reports.report t on t.id = a.report_id where a.id = any (parts)) b (id),
        statistics.lines(b.id, r.from_day, r.until_day, s.known_at, sorting, null) l
      union all select which, o.base, o.subject_id, o.traits, o.marks, o.on_day from reports.own_lines(r.organisation_id, r.from_day, r.until_day, s.known_at, sorting) o;
    insert into reports.figure (submission_id, base, trait, value, mark, people)
      with counted as (
        select l.base, l.traits, l.marks from reports.line l where l.submission_id = which and l.base <> 'changes'
        union all select l.base, l.traits, l.marks from reports.joined_lines(array[which], null, r.from_day, r.until_day, s.known_at, sorting) l where l.base = 'changes'
      ), number as (
        select f.base, f.trait, f.value, f.mark, f.people from reports.figure f where f.submission_id = any (parts) and f.base <> 'changes'
        union all
        select c.base, t.key, t.value, m.mark, count(*)::int from counted c, jsonb_each_text(c.traits || '{"all": "all"}') t, unnest(c.marks || 'total'::text) m (mark) group by 1, 2, 3, 4
      )
      select which, n.base, n.trait, n.value, n.mark, sum(n.people) from number n group by n.base, n.trait, n.value, n.mark;
  end if;
  insert into reports.basis (submission_id, subject_id, facts)
    select which, f.subject_id, array_agg(distinct f.fact)
    from statistics.facts_behind(array(select distinct l.subject_id from reports.line l where l.submission_id = which), r.from_day, r.until_day, s.known_at) f group by f.subject_id;
  return (select count(*)::int from reports.line l where l.submission_id = any (reports.with_parts(array[which])));
end $$;

revoke all on function reports.right_below(uuid, date, date), reports.own_lines(uuid, date, date, timestamptz, jsonb), reports.with_parts(uuid[]), reports.joined_lines(uuid[], uuid, date, date, timestamptz, jsonb),
  reports.joined_figures(uuid[], uuid, date, date, timestamptz, jsonb), reports.submissions_of(jsonb), reports.side(jsonb, jsonb), reports.in_part(jsonb), reports.facts_of(jsonb, uuid[]), reports.differing(jsonb, jsonb, jsonb), reports.differences(jsonb, jsonb, jsonb),
  reports.differing_names(jsonb, jsonb, jsonb, text, text, text, text), reports.figures_of(jsonb, jsonb), reports.behind(jsonb, jsonb, text, text, text[], text) from public;
grant execute on function reports.differences(jsonb, jsonb, jsonb), reports.differing_names(jsonb, jsonb, jsonb, text, text, text, text), reports.figures_of(jsonb, jsonb), reports.behind(jsonb, jsonb, text, text, text[], text) to dangvu_program;
