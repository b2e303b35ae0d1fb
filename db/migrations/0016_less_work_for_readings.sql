-- The same numbers with fewer joins: what is known now is counted from members.standing, which already is placement and status joined.

create or replace function members.counts_by_cell(organisation uuid, valid_on date, known_at timestamptz)
returns table (cell_id uuid, members int, probationary int, women int, ethnic_minority int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  if known_at is null then
    return query
      select p.cell_id, count(*)::int, (count(*) filter (where p.status = 'probationary'))::int,
        (count(*) filter (where x.sex = 'female'))::int, (count(*) filter (where x.ethnicity <> 'Kinh'))::int
      from members.standing p
      join members.person x on x.id = p.person_id
      where p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> valid_on)
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
    where p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> valid_on)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
    group by p.cell_id;
end $$;

create or replace function members.ages_by_cell(organisation uuid, day date)
returns table (cell_id uuid, members int, age_known int, age_sum int, full_under_35 int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.cell_id, count(*)::int, count(a.age)::int, coalesce(sum(a.age), 0)::int, (count(*) filter (where p.status <> 'probationary' and a.age < 35))::int
    from members.standing p
    join members.person x on x.id = p.person_id
    cross join lateral (select members.age_on(x.born_on, day) as age) a
    where p.valid_during @> day
      and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.cell_id;
end $$;

-- access.enter with the day and the moment of the request: the beginning of a reading as one statement, which can be sent together with the
-- statement that it is for. Nothing is set when the session is not valid but the day and the moment.
create function access.enter_on(secret_hash bytea, today text, moment text)
returns table (account_id uuid, full_name text, sign_in_name text, holding_id uuid, role text, organisation_id uuid, session_kind text)
language plpgsql security definer set search_path = pg_catalog, access as $$
begin
  perform set_config('dangvu.today', today, true), set_config('dangvu.now', moment, true);
  return query select * from access.enter(secret_hash);
end $$;
revoke all on function access.enter_on(bytea, text, text) from public;
grant execute on function access.enter_on(bytea, text, text) to dangvu_program;
