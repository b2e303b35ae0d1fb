-- Reports of a period: the whole set of tables of an organisation, submitted to the level above, returned or approved, frozen with the names behind every number and the
-- facts that put them there, and compared with another report or with what is counted now.

-- Facts behind people and organisations in a period, as known at a moment (null: now), each as one word: its kind and identifier, and its version where it has one. Two
-- reports differ in a name only if they differ in its facts, or if time has passed. Bound by nothing: closed to the program.
create function members.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamptz)
returns table (subject_id uuid, fact text) language sql stable as $$
  with span as (select daterange(from_day - 1, until_day, '[]') as days),
  placed as materialized (
    select p.person_id, p.id, p.cell_id from members.placement p, span where p.person_id = any (subjects) and p.valid_during && span.days
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), tree as materialized (
    select distinct d.descendant_id as cell_id, o.id from (select distinct cell_id from placed) c
    join organisations.closure d on d.descendant_id = c.cell_id
    join organisations.placement o on o.organisation_id = d.ancestor_id and o.parent_id is not null, span
    where o.valid_during && span.days and (o.superseded_at is null or o.superseded_at > known_at)
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
  union all select v.organisation_id, 'organisation:' || v.id from organisations.version v, span where v.organisation_id = any (subjects) and v.valid_during && span.days
    and (v.superseded_at is null or v.superseded_at > known_at)
  union all select o.organisation_id, 'tree:' || o.id from organisations.placement o, span where o.organisation_id = any (subjects) and o.valid_during && span.days
    and (o.superseded_at is null or o.superseded_at > known_at)
$$;

create function lifecycle.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamptz)
returns table (subject_id uuid, fact text) language sql stable as $$
  select b.person_id, 'badge:' || b.id || ':' || b.version from lifecycle.badge b where b.person_id = any (subjects) and b.award_on between from_day and until_day and (known_at is null or b.recorded_at <= known_at)
  union all select d.person_id, 'discipline:' || d.id || ':' || d.state from lifecycle.discipline d where d.person_id = any (subjects) and d.effective_on between from_day and until_day and (known_at is null or d.recorded_at <= known_at)
  union all select s.person_id, 'suspension:' || s.id || ':' || s.from_day from lifecycle.suspension s where s.person_id = any (subjects) and s.from_day <= until_day and (known_at is null or s.recorded_at <= known_at)
  union all select e.person_id, 'exemption:' || e.id || ':' || coalesce(e.returned_on::text, '') from lifecycle.exemption e where e.person_id = any (subjects) and e.from_day <= until_day and (known_at is null or e.recorded_at <= known_at)
$$;

create function transfers.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamptz)
returns table (subject_id uuid, fact text) language sql stable as $$
  select t.person_id, 'letter:' || l.id || ':' || coalesce(l.void_on::text, '') from transfers.letter l join transfers.transfer t on t.id = l.transfer_id
    where t.person_id = any (subjects) and l.issued_on between from_day and until_day and (known_at is null or l.recorded_at <= known_at)
  union all select t.person_id, 'step:' || s.id from transfers.step s join transfers.transfer t on t.id = s.transfer_id
    where t.person_id = any (subjects) and s.to_stage in ('accepted', 'hosted') and s.occurred_on between from_day and until_day and (known_at is null or s.recorded_at <= known_at)
$$;

-- Names of the fields that tables sort people by and that are no longer what they were; never what they say.
create function members.fields_changed(former jsonb, later jsonb) returns jsonb language sql immutable as $$
  select jsonb_agg(f.name order by f.n) from unnest(array['fullName', 'sex', 'bornOn', 'ethnicity', 'religion', 'generalEducation', 'profession', 'politicalTheory', 'occupation'],
    array['full_name', 'sex', 'born_on', 'ethnicity', 'religion', 'general_education', 'profession', 'political_theory', 'occupation']) with ordinality f (name, field, n)
  where former is not null and former -> f.field is distinct from later -> f.field
$$;

-- What facts of these kinds say: the days on which they hold, when they were recorded and stood no more, on what they rest. says: no covered value.
create function members.told_facts(facts text[])
returns table (fact text, kind text, person_id uuid, days daterange, recorded_at timestamptz, superseded_at timestamptz, basis text, says jsonb) language sql stable as $$
  with f as (select w as fact, split_part(w, ':', 1) as kind, split_part(w, ':', 2)::uuid as id, split_part(w, ':', 3) as mark from unnest(facts) w)
  select f.fact, f.kind, p.person_id, p.valid_during, p.recorded_at, p.superseded_at, p.basis, jsonb_build_object('cell', organisations.name_on(p.cell_id, coalesce(lower(p.valid_during), upper(p.valid_during) - 1))) from f join members.placement p on f.kind = 'placement' and p.id = f.id
  union all select f.fact, f.kind, s.person_id, s.valid_during, s.recorded_at, s.superseded_at, s.basis, jsonb_build_object('status', s.status) from f join members.status s on f.kind = 'status' and s.id = f.id
  union all select f.fact, f.kind, m.person_id, daterange(m.admission_day, m.ended_on), m.recorded_at, m.superseded_at, coalesce(m.end_basis, m.decision_number), jsonb_build_object('ended', m.end_kind) from f join members.membership m on f.kind = 'membership' and m.id = f.id
  union all select f.fact, f.kind, r.person_id, r.valid_during, r.recorded_at, r.superseded_at, r.decision_number, '{}' from f join members.party_age_ruling r on f.kind = 'ruling' and r.id = f.id
  union all select f.fact, f.kind, h.person_id, h.held_during, h.recorded_at, h.superseded_at, h.basis, jsonb_build_object('position', h.position, 'organisation', organisations.name_on(h.organisation_id, lower(h.held_during))) from f join members.post h on f.kind = 'post' and h.id = f.id
  union all select f.fact, f.kind, x.id, null, x.recorded_at, null, c.paper, jsonb_build_object('fields', members.fields_changed(was.content, to_jsonb(x)), 'reason', c.reason)
    from f join members.person x on f.kind = 'person' and x.id = f.id and x.version = f.mark::int
    left join members.person_version was on was.person_id = x.id and was.version = x.version - 1 left join members.correction c on c.person_id = x.id and c.former_version = x.version - 1
  union all select f.fact, f.kind, v.person_id, null, v.recorded_at, v.superseded_at, c.paper, jsonb_build_object('fields', members.fields_changed(was.content, v.content), 'reason', c.reason)
    from f join members.person_version v on f.kind = 'person' and v.person_id = f.id and v.version = f.mark::int
    left join members.person_version was on was.person_id = v.person_id and was.version = v.version - 1 left join members.correction c on c.person_id = v.person_id and c.former_version = v.version - 1
  union all select f.fact, f.kind, null, o.valid_during, o.recorded_at, o.superseded_at, a.decision_number, jsonb_build_object('organisation', organisations.name_on(o.organisation_id, lower(o.valid_during)), 'parent', organisations.name_on(o.parent_id, lower(o.valid_during)))
    from f join organisations.placement o on f.kind = 'tree' and o.id = f.id left join organisations.act a on a.id = o.act_id
  union all select f.fact, f.kind, null, v.valid_during, v.recorded_at, v.superseded_at, a.decision_number, jsonb_build_object('organisation', v.short_name)
    from f join organisations.version v on f.kind = 'organisation' and v.id = f.id left join organisations.act a on a.id = v.act_id
$$;

create function lifecycle.told_facts(facts text[])
returns table (fact text, kind text, person_id uuid, days daterange, recorded_at timestamptz, superseded_at timestamptz, basis text, says jsonb) language sql stable as $$
  with f as (select w as fact, split_part(w, ':', 1) as kind, split_part(w, ':', 2)::uuid as id from unnest(facts) w)
  select f.fact, f.kind, b.person_id, daterange(b.award_on, b.award_on, '[]'), b.recorded_at, b.ended_at, b.decision_number, jsonb_build_object('years', b.years) from f join lifecycle.badge b on f.kind = 'badge' and b.id = f.id
  union all select f.fact, f.kind, d.person_id, daterange(d.effective_on, d.effect_until), d.recorded_at, null, d.decision_number, '{}' from f join lifecycle.discipline d on f.kind = 'discipline' and d.id = f.id
  union all select f.fact, f.kind, s.person_id, daterange(s.from_day, s.lifted_on), s.recorded_at, null, s.decision_number, '{}' from f join lifecycle.suspension s on f.kind = 'suspension' and s.id = f.id
  union all select f.fact, f.kind, e.person_id, daterange(e.from_day, e.returned_on), e.recorded_at, null, e.resolution, '{}' from f join lifecycle.exemption e on f.kind = 'exemption' and e.id = f.id
$$;

create function transfers.told_facts(facts text[])
returns table (fact text, kind text, person_id uuid, days daterange, recorded_at timestamptz, superseded_at timestamptz, basis text, says jsonb) language sql stable as $$
  with f as (select w as fact, split_part(w, ':', 1) as kind, split_part(w, ':', 2)::uuid as id from unnest(facts) w)
  select f.fact, f.kind, t.person_id, daterange(l.issued_on, l.issued_on, '[]'), l.recorded_at, null::timestamptz, l.number, '{}'::jsonb from f join transfers.letter l on f.kind = 'letter' and l.id = f.id join transfers.transfer t on t.id = l.transfer_id
  union all select f.fact, f.kind, t.person_id, daterange(s.occurred_on, s.occurred_on, '[]'), s.recorded_at, null, null, '{}' from f join transfers.step s on f.kind = 'step' and s.id = f.id join transfers.transfer t on t.id = s.transfer_id
$$;

create function cards.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamptz)
returns table (subject_id uuid, fact text) language sql stable as $$
  select c.person_id, 'card:' || c.id || ':' || (c.state in ('proposed', 'dropped')) from cards.card c
  where c.person_id = any (subjects) and c.decided_on between from_day and until_day and c.kind <> 'takenOver' and (known_at is null or c.recorded_at <= known_at)
$$;

create function cards.told_facts(facts text[])
returns table (fact text, kind text, person_id uuid, days daterange, recorded_at timestamptz, superseded_at timestamptz, basis text, says jsonb) language sql stable as $$
  select w, 'card', c.person_id, daterange(c.decided_on, c.decided_on, '[]'), c.recorded_at, null::timestamptz, c.decision_number, '{}'::jsonb
  from unnest(facts) w join cards.card c on split_part(w, ':', 1) = 'card' and c.id = split_part(w, ':', 2)::uuid
$$;

create function statistics.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamptz)
returns table (subject_id uuid, fact text) language sql stable as $$
  select * from members.facts_behind(subjects, from_day, until_day, known_at)
  union all select * from lifecycle.facts_behind(subjects, from_day, until_day, known_at)
  union all select * from transfers.facts_behind(subjects, from_day, until_day, known_at)
  union all select * from cards.facts_behind(subjects, from_day, until_day, known_at)
$$;

create function statistics.told_facts(facts text[])
returns table (fact text, kind text, person_id uuid, days daterange, recorded_at timestamptz, superseded_at timestamptz, basis text, says jsonb) language sql stable as $$
  select * from members.told_facts(facts) union all select * from lifecycle.told_facts(facts) union all select * from transfers.told_facts(facts) union all select * from cards.told_facts(facts)
$$;

create schema reports;
grant usage on schema reports to dangvu_program;

create table reports.period (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  from_day        date not null,
  until_day       date not null,
  due_on          date not null,
  version         int not null default 1,
  opened_by       uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint period_days check (until_day >= from_day and due_on > until_day),
  constraint period_once unique (organisation_id, from_day, until_day)
);
comment on table reports.period is 'A period, both days inclusive, for which the grassroots organisations below report to this organisation. due_on: last day on which a report is in time.';
alter table reports.period enable row level security;
-- Whoever works with people below an organisation, or below one that reports to it.
create policy period_read on reports.period for select using (organisation_id in (select access.names_reach()) and exists (select from access.people_reach()));
create policy period_write on reports.period for insert with check (organisation_id in (select access.people_reach()));
create policy period_change on reports.period for update using (organisation_id in (select access.people_reach()));
grant select, insert on reports.period to dangvu_program;
grant update (due_on, version) on reports.period to dangvu_program;

create table reports.report (
  id              uuid primary key,
  period_id       uuid not null references reports.period,
  organisation_id uuid not null references organisations.organisation,
  state           text not null constraint report_state check (state in ('submitted','returned','approved')),
  version         int not null default 1,
  recorded_at     timestamptz not null default platform.moment(),
  constraint report_once unique (period_id, organisation_id)
);
comment on table reports.report is 'The report of an organisation for a period. state: of its last submission.';
alter table reports.report enable row level security;
create policy report_reach on reports.report for all using (organisation_id in (select access.people_reach()));
grant select, insert on reports.report to dangvu_program;
grant update (state, version) on reports.report to dangvu_program;

create table reports.submission (
  id           uuid primary key,
  report_id    uuid not null references reports.report,
  ordinal      int not null,
  reason       text,
  submitted_by uuid references access.account,
  submitted_at timestamptz not null default platform.moment(),
  known_at     timestamptz,
  outcome      text not null default 'waiting' constraint submission_outcome check (outcome in ('waiting','returned','approved','replaced')),
  decided_by   uuid references access.account,
  decided_at   timestamptz,
  decision     text,
  constraint submission_order unique (report_id, ordinal),
  constraint submission_corrects check (ordinal = 1 or reason is not null),
  constraint submission_decided check ((outcome = 'waiting') = (decided_at is null)),
  constraint submission_returned check (outcome <> 'returned' or decision is not null)
);
comment on table reports.submission is 'A version of a report, frozen when it is submitted. An approved one that a later approved one replaces stays. known_at: counted as known at that moment; null: at its submission.';
alter table reports.submission enable row level security;
create policy submission_reach on reports.submission for all using (report_id in (select r.id from reports.report r));
grant select, insert on reports.submission to dangvu_program;
grant update (outcome, decided_by, decided_at, decision) on reports.submission to dangvu_program;

create table reports.figure (
  submission_id uuid not null references reports.submission,
  base          text not null,
  trait         text not null,
  value         text,
  mark          text not null,
  people        int not null
);
comment on table reports.figure is 'Every number of a frozen report: by what it is sorted, which value of it (null: nothing is known), in which column.';
create index figure_submission on reports.figure (submission_id);
alter table reports.figure enable row level security;
create policy figure_reach on reports.figure for select using (submission_id in (select s.id from reports.submission s));
grant select on reports.figure to dangvu_program;

create table reports.line (
  submission_id uuid not null references reports.submission,
  base          text not null,
  subject_id    uuid not null,
  traits        jsonb not null,
  marks         text[] not null,
  on_day        date not null
);
comment on table reports.line is 'What every number of a frozen report counts: one row for each person or organisation in each table. Read through functions only.';
create index line_submission on reports.line (submission_id);
alter table reports.line enable row level security;

create table reports.basis (
  submission_id uuid not null references reports.submission,
  subject_id    uuid not null,
  facts         text[] not null,
  primary key (submission_id, subject_id)
);
comment on table reports.basis is 'The facts that put a person or an organisation into a frozen report. Read through functions only.';
alter table reports.basis enable row level security;

-- Freezes a submission: its lines, its numbers and the facts behind them.
create function reports.freeze_lines(which uuid, sorting jsonb) returns int
language plpgsql set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
declare
  s reports.submission;
  r record;
  n int;
begin
  select * into s from reports.submission where id = which;
  select t.organisation_id, p.from_day, p.until_day into r from reports.report t join reports.period p on p.id = t.period_id where t.id = s.report_id;
  insert into reports.line (submission_id, base, subject_id, traits, marks, on_day)
    select which, l.base, l.subject_id, l.traits, l.marks, l.on_day from statistics.lines(r.organisation_id, r.from_day, r.until_day, s.known_at, sorting, null) l;
  get diagnostics n = row_count;
  insert into reports.figure (submission_id, base, trait, value, mark, people)
    select which, l.base, t.key, t.value, m.mark, count(*)
    from reports.line l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark) where l.submission_id = which group by l.base, t.key, t.value, m.mark;
  insert into reports.basis (submission_id, subject_id, facts)
    select which, f.subject_id, array_agg(distinct f.fact)
    from statistics.facts_behind(array(select distinct l.subject_id from reports.line l where l.submission_id = which), r.from_day, r.until_day, s.known_at) f group by f.subject_id;
  return n;
end $$;

-- The same for the program: for an own submission that nothing is frozen of yet.
create function reports.freeze_submission(which uuid, sorting jsonb) returns int
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from reports.submission s join reports.report r on r.id = s.report_id
    where s.id = which and s.outcome = 'waiting' and r.organisation_id in (select access.people_reach())) or exists (select from reports.figure f where f.submission_id = which) then
    raise exception 'No submission of the actor waits to be frozen' using errcode = 'insufficient_privilege';
  end if;
  return reports.freeze_lines(which, sorting);
end $$;

-- Lines of one side of a comparison: frozen ones of these submissions, or those counted for an organisation and a period.
create function reports.side(submissions uuid[], organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[]) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  if organisation is null then return query select l.base, l.subject_id, l.traits, l.marks from reports.line l where l.submission_id = any (submissions);
  else return query select l.base, l.subject_id, l.traits, l.marks from statistics.lines(organisation, from_day, until_day, known_at, sorting, null) l; end if;
end $$;

-- Whether both sides lie in the actor's part.
create function reports.in_part(submissions uuid[], organisation uuid) returns boolean language sql stable as $$
  select case when organisation is not null then organisation in (select access.people_reach())
    else not exists (select from unnest(submissions) w (id) left join reports.submission s on s.id = w.id left join reports.report r on r.id = s.report_id
      where r.id is null or r.organisation_id not in (select access.people_reach())) end
$$;

-- Who stands in which number on one side oftener than on the other. a, b: {submissions, organisation, from, until, knownAt}.
create function reports.differing(a jsonb, b jsonb, sorting jsonb)
returns table (base text, trait text, value text, mark text, subject_id uuid, in_a int, in_b int) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
  with side_a as materialized (select * from reports.side(array(select jsonb_array_elements_text(a -> 'submissions')::uuid), (a ->> 'organisation')::uuid, (a ->> 'from')::date, (a ->> 'until')::date, (a ->> 'knownAt')::timestamptz, sorting)),
  side_b as materialized (select * from reports.side(array(select jsonb_array_elements_text(b -> 'submissions')::uuid), (b ->> 'organisation')::uuid, (b ->> 'from')::date, (b ->> 'until')::date, (b ->> 'knownAt')::timestamptz, sorting)),
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
  if not reports.in_part(array(select jsonb_array_elements_text(a -> 'submissions')::uuid), (a ->> 'organisation')::uuid)
    or not reports.in_part(array(select jsonb_array_elements_text(b -> 'submissions')::uuid), (b ->> 'organisation')::uuid) then return; end if;
  return query
    select d.base, d.trait, d.value, d.mark, coalesce(sum(d.in_a - d.in_b) filter (where d.in_a > d.in_b), 0)::int, coalesce(sum(d.in_b - d.in_a) filter (where d.in_b > d.in_a), 0)::int
    from reports.differing(a, b, sorting) d group by 1, 2, 3, 4;
end $$;

-- The names behind the difference of a number (of_trait null: of any number), each with the facts that only one side rests on:
-- gone, only the first; come, only the second. As far as the actor may see the names today.
create function reports.differing_names(a jsonb, b jsonb, sorting jsonb, of_base text, of_trait text, of_value text, of_mark text)
returns table (subject_id uuid, base text, in_a int, in_b int, keeper_id uuid, sort_key text, gone text[], come text[])
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  subs_a constant uuid[] := array(select jsonb_array_elements_text(a -> 'submissions')::uuid);
  subs_b constant uuid[] := array(select jsonb_array_elements_text(b -> 'submissions')::uuid);
begin
  if not reports.in_part(subs_a, (a ->> 'organisation')::uuid) or not reports.in_part(subs_b, (b ->> 'organisation')::uuid) then return; end if;
  return query
  with who as materialized (
    select min(d.base) as base, d.subject_id, max(d.in_a) as in_a, max(d.in_b) as in_b from reports.differing(a, b, sorting) d
    where of_base is null or d.base = of_base and d.trait = of_trait and d.value is not distinct from of_value and d.mark = of_mark group by 2
  ), subjects as materialized (select array_agg(distinct w.subject_id) as ids from who w),
  facts_a as materialized (
    select b.subject_id, array_agg(distinct f) as facts from reports.basis b, unnest(b.facts) f where b.submission_id = any (subs_a) and b.subject_id in (select w.subject_id from who w) group by 1
    union all select f.subject_id, array_agg(distinct f.fact) from subjects s, statistics.facts_behind(s.ids, (a ->> 'from')::date, (a ->> 'until')::date, (a ->> 'knownAt')::timestamptz) f where a ->> 'organisation' is not null group by 1
  ), facts_b as materialized (
    select b.subject_id, array_agg(distinct f) as facts from reports.basis b, unnest(b.facts) f where b.submission_id = any (subs_b) and b.subject_id in (select w.subject_id from who w) group by 1
    union all select f.subject_id, array_agg(distinct f.fact) from subjects s, statistics.facts_behind(s.ids, (b ->> 'from')::date, (b ->> 'until')::date, (b ->> 'knownAt')::timestamptz) f where b ->> 'organisation' is not null group by 1
  )
  select w.subject_id, w.base, w.in_a, w.in_b, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, ''),
    array(select unnest(coalesce(fa.facts, '{}')) except select unnest(coalesce(fb.facts, '{}'))), array(select unnest(coalesce(fb.facts, '{}')) except select unnest(coalesce(fa.facts, '{}')))
  from who w
  left join members.person x on x.id = w.subject_id and w.base <> 'organisations'
  left join organisations.organisation o on o.id = w.subject_id and w.base = 'organisations'
  left join facts_a fa on fa.subject_id = w.subject_id left join facts_b fb on fb.subject_id = w.subject_id
  where o.id is not null or x.keeper_id = any (reach);
end $$;

-- What these facts say, for facts of people and organisations in the actor's part; who recorded each, and by which act.
create function reports.told(facts text[])
returns table (fact text, kind text, days daterange, recorded_at timestamptz, superseded_at timestamptz, basis text, says jsonb, recorded_by text, event text, superseded_by text, superseding_event text)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  return query
    select t.fact, t.kind, t.days, t.recorded_at, t.superseded_at, t.basis, t.says, e.actor_name, e.event, g.actor_name, g.event
    from statistics.told_facts(facts) t
    left join members.person x on x.id = t.person_id
    left join lateral (select e.actor_name, e.event from audit.entry e where e.person_id = t.person_id and e.recorded_at = t.recorded_at order by e.number desc limit 1) e on true
    left join lateral (select e.actor_name, e.event from audit.entry e where e.person_id = t.person_id and e.recorded_at = t.superseded_at order by e.number desc limit 1) g on true
    where t.person_id is null or x.keeper_id = any (reach);
end $$;

-- Who stands behind a number of frozen submissions, as far as the actor may see them today. total: the number itself.
create function reports.behind(submissions uuid[], of_base text, of_trait text, of_values text[], of_mark text)
returns table (subject_id uuid, value text, on_day date, keeper_id uuid, sort_key text, total int)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if not reports.in_part(submissions, null) then return; end if;
  return query
    with behind as materialized (
      select l.subject_id, l.base, l.traits ->> of_trait as value, l.on_day from reports.line l
      where l.submission_id = any (submissions) and l.base = of_base and (of_trait = 'all' or coalesce(l.traits ->> of_trait, '') = any (of_values)) and (of_mark = 'total' or of_mark = any (l.marks)))
    select l.subject_id, l.value, l.on_day, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, ''), (select count(*)::int from behind)
    from behind l
    left join members.person x on x.id = l.subject_id and l.base <> 'organisations'
    left join organisations.organisation o on o.id = l.subject_id and l.base = 'organisations'
    where o.id is not null or x.keeper_id = any (reach);
end $$;

revoke all on function members.facts_behind(uuid[], date, date, timestamptz), lifecycle.facts_behind(uuid[], date, date, timestamptz), transfers.facts_behind(uuid[], date, date, timestamptz),
  members.fields_changed(jsonb, jsonb), members.told_facts(text[]), lifecycle.told_facts(text[]), transfers.told_facts(text[]), cards.facts_behind(uuid[], date, date, timestamptz), cards.told_facts(text[]), statistics.facts_behind(uuid[], date, date, timestamptz), statistics.told_facts(text[]),
  reports.freeze_lines(uuid, jsonb), reports.freeze_submission(uuid, jsonb), reports.side(uuid[], uuid, date, date, timestamptz, jsonb), reports.in_part(uuid[], uuid), reports.differing(jsonb, jsonb, jsonb),
  reports.differences(jsonb, jsonb, jsonb), reports.differing_names(jsonb, jsonb, jsonb, text, text, text, text), reports.told(text[]), reports.behind(uuid[], text, text, text[], text) from public;
grant execute on function reports.freeze_submission(uuid, jsonb), reports.differences(jsonb, jsonb, jsonb), reports.differing_names(jsonb, jsonb, jsonb, text, text, text, text), reports.told(text[]),
  reports.behind(uuid[], text, text, text[], text) to dangvu_program;
