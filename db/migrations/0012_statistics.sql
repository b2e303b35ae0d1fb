-- What the rooms publish for counting, beside members.counts_by_cell: a promise like a room's front door. Each of these functions
-- looks once whether the organisation lies in the actor's part and then counts without asking the row rules for every row; so it
-- answers numbers and days, never people. known_at null = all that is known now.

-- The organisations that stand below one on a day, itself included, and those that had ended by then, at their last place:
-- seen_on is the day itself, or the last day of one that had ended.
create function organisations.last_below(organisation uuid, day date)
returns table (organisation_id uuid, seen_on date) language sql stable as $$
  with last_place as (
    select distinct on (c.descendant_id) c.descendant_id, least(day, upper(c.valid_during) - 1) as seen_on
    from organisations.closure c where c.depth = 0 and lower(c.valid_during) <= day
    order by c.descendant_id, lower(c.valid_during) desc
  )
  select l.descendant_id, l.seen_on
  from last_place l
  join organisations.closure c on c.descendant_id = l.descendant_id and c.ancestor_id = organisation and c.valid_during @> l.seen_on
$$;

-- Grassroots organisations and cells below an organisation on a day, itself included. A grassroots cell is both.
create function organisations.counts_below(organisation uuid, day date)
returns table (grassroots int, cells int)
language sql stable security definer set search_path = pg_catalog as $$
  select (count(*) filter (where v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')))::int, (count(*) filter (where v.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')))::int
  from organisations.closure c
  join organisations.version v on v.organisation_id = c.descendant_id and v.superseded_at is null and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.reach()))
$$;

-- Cells below an organisation on a day, with the organisation right above each.
create function organisations.cells_below(organisation uuid, day date)
returns table (cell_id uuid, short_name text, founded_on date, above_id uuid, above_name text)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.reach())) then return; end if;
  return query
    select v.organisation_id, v.short_name, o.founded_on, p.parent_id, above.short_name
    from organisations.closure c
    join organisations.version v on v.organisation_id = c.descendant_id and v.superseded_at is null and v.valid_during @> day and v.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')
    join organisations.organisation o on o.id = v.organisation_id
    left join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> day
    left join organisations.version above on above.organisation_id = p.parent_id and above.superseded_at is null and above.valid_during @> day
    where c.ancestor_id = organisation and c.valid_during @> day;
end $$;

-- The term of the committee that an organisation has on a day.
create function organisations.term_on(organisation uuid, day date, known_at timestamptz)
returns table (term_name text, term_from date, term_until date)
language sql stable security definer set search_path = pg_catalog, organisations, access as $$
  select c.term_name, lower(c.term), upper(c.term) from organisations.committee c
  where c.organisation_id = organisation and c.term @> day
    and (c.superseded_at is null or c.superseded_at > known_at) and (known_at is null or c.recorded_at <= known_at)
    and organisation = any (array(select access.names_reach()))
  order by c.recorded_at desc limit 1
$$;

-- The last day that a day, month or year may mean. Agrees with latestDay() of the program.
create function members.latest_day(uncertain text) returns date language sql immutable parallel safe as $$
  select case length(uncertain)
    when 10 then make_date(left(uncertain, 4)::int, substr(uncertain, 6, 2)::int, substr(uncertain, 9, 2)::int)
    when 7 then (make_date(left(uncertain, 4)::int, substr(uncertain, 6, 2)::int, 1) + interval '1 month')::date - 1
    when 4 then make_date(left(uncertain, 4)::int, 12, 31) end
$$;

-- Full years of age on a day. A birth known only to the month or year counts from its last day, so nobody is made older than proven.
create function members.age_on(born_on text, day date) returns int language sql immutable parallel safe as $$
  select case length(born_on)
    when 10 then ((extract(year from day) * 10000 + extract(month from day) * 100 + extract(day from day))::int - replace(born_on, '-', '')::int) / 10000
    when 7 then ((extract(year from day + 1) * 12 + extract(month from day + 1))::int - left(born_on, 4)::int * 12 - right(born_on, 2)::int - 1) / 12
    when 4 then extract(year from day + 1)::int - left(born_on, 4)::int - 1 end
$$;

alter table members.membership add column admission_day date generated always as (coalesce(decided_on, members.latest_day(admitted_on))) stored;
comment on column members.membership.admission_day is 'The decision of admission, else the day on the member''s papers: what admissions are counted by. A column, because the planner knows how the days of a column are spread and nothing of those of an expression.';
create index membership_admission_day on members.membership (admission_day) where superseded_at is null;

-- Decisions of admission between two days (both inclusive) and the cell in which each was taken. Where only the day on the member's
-- papers is known, that day stands for the decision, as it does for the party age. The cell is the one of that day, else the nearest
-- in time. Bound by the row rules of who asks.
create function members.admissions(from_day date, until_day date, known_at timestamptz, cells uuid[])
returns table (person_id uuid, membership_id uuid, cell_id uuid, decided_on date) language sql stable as $$
  with decision as (
    select m.id, m.person_id, m.admission_day as decided_on
    from members.membership m
    where m.admission_day between from_day and until_day
      and m.person_id in (select p.person_id from members.placement p where p.cell_id = any (cells))
      and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
  ), placed as (
    select distinct on (d.id) d.person_id, d.id, p.cell_id, d.decided_on
    from decision d
    join members.placement p on p.person_id = d.person_id
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
    order by d.id, p.valid_during @> d.decided_on desc, abs(coalesce(lower(p.valid_during), d.decided_on) - d.decided_on), p.valid_during
  )
  select person_id, id, cell_id, decided_on from placed where cell_id = any (cells)
$$;

-- Numbers of admissions below an organisation between two days (both inclusive), by cell and day of the decision, whether or not
-- the member left later. Below by the tree of tree_day; a cell that ended before it counts where it stood last.
create function members.admissions_by_cell(organisation uuid, tree_day date, from_day date, until_day date, known_at timestamptz)
returns table (cell_id uuid, decided_on date, admitted int, women int, ethnic_minority int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select b.organisation_id from organisations.last_below(organisation, tree_day) b);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select a.cell_id, a.decided_on, count(*)::int, (count(*) filter (where x.sex = 'female'))::int, (count(*) filter (where x.ethnicity <> 'Kinh'))::int
    from members.admissions(from_day, until_day, known_at, cells) a
    join members.person x on x.id = a.person_id
    group by a.cell_id, a.decided_on;
end $$;

-- The people behind a count of members below an organisation on a day, as far as the actor may see them today: who has moved out of the
-- actor's part since is in the count and not among the names. measure: members, full, probationary, women, ethnicMinority.
create function members.people_counted(organisation uuid, valid_on date, known_at timestamptz, measure text)
returns table (person_id uuid, cell_id uuid, status text, sort_key text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
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
    where p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> valid_on)
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
end $$;

-- The people behind a count of admissions, in the same way.
create function members.people_admitted(organisation uuid, tree_day date, from_day date, until_day date, known_at timestamptz)
returns table (person_id uuid, membership_id uuid, cell_id uuid, decided_on date, sort_key text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select b.organisation_id from organisations.last_below(organisation, tree_day) b);
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select a.person_id, a.membership_id, a.cell_id, a.decided_on, x.sort_key
    from members.admissions(from_day, until_day, known_at, cells) a
    join members.person x on x.id = a.person_id
    where x.keeper_id = any (reach);
end $$;

-- The day of the last admission in each cell below an organisation up to a day; cells without any have no row.
create function members.last_admission_by_cell(organisation uuid, day date)
returns table (cell_id uuid, decided_on date)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query select a.cell_id, max(a.decided_on) from members.admissions('-infinity', day, null, cells) a group by a.cell_id;
end $$;

-- Ages in the cells below an organisation on a day. Births known only to the month or year count from their last day; a person
-- whose birth is not known is in no age.
create function members.ages_by_cell(organisation uuid, day date)
returns table (cell_id uuid, members int, age_known int, age_sum int, full_under_35 int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.cell_id, count(*)::int, count(a.age)::int, coalesce(sum(a.age), 0)::int, (count(*) filter (where s.status <> 'probationary' and a.age < 35))::int
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.superseded_at is null and s.valid_during @> day
    join members.person x on x.id = p.person_id
    cross join lateral (select members.age_on(x.born_on, day) as age) a
    where p.superseded_at is null and p.valid_during @> day
      and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.cell_id;
end $$;

-- The target of admissions for a term that an organisation has on a day, else that of the nearest one above which has one.
create function sources_and_targets.term_target(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, value int, period_from date, period_until date)
language sql stable security definer set search_path = pg_catalog as $$
  select t.organisation_id, t.value, lower(t.period), upper(t.period)
  from organisations.closure c
  join sources_and_targets.target t on t.organisation_id = c.ancestor_id and t.measure = 'admissions' and t.period_kind = 'term' and t.period @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
  where c.descendant_id = organisation and c.valid_during @> day
    and organisation = any (array(select access.people_reach()))
  order by c.depth, t.recorded_at desc limit 1
$$;

-- The target of admissions that each organisation below one works to on a day: that of the year, else of the term.
create function sources_and_targets.targets_below(organisation uuid, day date)
returns table (organisation_id uuid, period_kind text, period_from date, period_until date, value int)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (t.organisation_id) t.organisation_id, t.period_kind, lower(t.period), upper(t.period), t.value
  from sources_and_targets.target t
  where t.measure = 'admissions' and t.superseded_at is null and t.period @> day
    and t.organisation_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  order by t.organisation_id, t.period_kind desc
$$;

-- How many people each cell follows on a day, how many of them hold a certificate of the awareness class that is still valid, how
-- many have applied, and the day of the last remark on any of them.
create function sources_and_targets.prospects_by_cell(organisation uuid, day date, certificate_months int)
returns table (cell_id uuid, followed int, class_done int, applied int, last_remark_on date)
language sql stable security definer set search_path = pg_catalog as $$
  select p.cell_id, count(*)::int,
    count(*) filter (where exists (select from sources_and_targets.awareness_certificate c
      where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day))::int,
    count(*) filter (where p.applied_on <= day)::int,
    max((select max(r.written_on) from sources_and_targets.remark r where r.prospect_id = p.id and r.superseded_at is null and r.written_on <= day))
  from sources_and_targets.prospect p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day)
    and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by p.cell_id
$$;

-- The latest review of each mass organisation at each place below an organisation up to a day. A place counted as a whole stands for
-- all below it: counts says which rows add up to the number of the organisation asked about.
create function sources_and_targets.reviews_below(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, union_code text, reviewed_on date, total int, party_members int, counts boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with place as (
    select c.descendant_id as id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day
  ), latest as (
    select distinct on (r.organisation_id, r.union_code) r.organisation_id, r.union_code, r.reviewed_on, r.total, r.party_members
    from sources_and_targets.mass_review r join place on place.id = r.organisation_id
    where r.reviewed_on <= day and organisation = any (array(select access.people_reach()))
      and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)
    order by r.organisation_id, r.union_code, r.reviewed_on desc, r.recorded_at desc
  ), covered as (
    select distinct c.descendant_id, above.union_code
    from latest above join organisations.closure c on c.ancestor_id = above.organisation_id and c.depth > 0 and c.valid_during @> day
  )
  select l.*, h.descendant_id is null
  from latest l left join covered h on h.descendant_id = l.organisation_id and h.union_code = l.union_code
$$;

revoke all on function organisations.counts_below(uuid, date), organisations.cells_below(uuid, date), sources_and_targets.targets_below(uuid, date), members.people_counted(uuid, date, timestamptz, text),
  members.people_admitted(uuid, date, date, date, timestamptz), organisations.term_on(uuid, date, timestamptz), members.admissions_by_cell(uuid, date, date, date, timestamptz),
  members.ages_by_cell(uuid, date), members.last_admission_by_cell(uuid, date), sources_and_targets.term_target(uuid, date, timestamptz),
  sources_and_targets.prospects_by_cell(uuid, date, int), sources_and_targets.reviews_below(uuid, date, timestamptz) from public;
grant execute on all functions in schema organisations, members, sources_and_targets to dangvu_program;
