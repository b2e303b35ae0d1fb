-- The cell that followed somebody on a day, and what was known of it: reorganisations move followings to another cell in place.
create table sources_and_targets.prospect_move (
  id            uuid primary key default gen_random_uuid(),
  prospect_id   uuid not null references sources_and_targets.prospect on delete cascade,
  from_cell_id  uuid not null references organisations.organisation,
  moved_on      date not null,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz
);
comment on table sources_and_targets.prospect_move is 'The cell that followed a person up to the day before moved_on; the following itself says which cell follows now.';
create index prospect_move_of on sources_and_targets.prospect_move (prospect_id);
alter table sources_and_targets.prospect_move enable row level security;
create policy prospect_move_reach on sources_and_targets.prospect_move for select using (prospect_id in (select p.id from sources_and_targets.prospect p));
grant select on sources_and_targets.prospect_move to dangvu_program;

create function sources_and_targets.prospects_on(day date, known_at timestamptz) returns setof sources_and_targets.prospect language sql stable as $$
  select p.id, p.person_id, coalesce((select m.from_cell_id from sources_and_targets.prospect_move m
      where m.prospect_id = p.id and m.moved_on > day and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at) order by m.moved_on limit 1), p.cell_id),
    p.opened_on, p.resolution, p.union_code, p.found_through, p.applied_on, p.closed_on, p.close_reason, p.close_note, p.version, p.recorded_at, p.found_by, p.also_in
  from sources_and_targets.prospect_known(known_at) p
$$;
comment on function sources_and_targets.prospects_on(date, timestamptz) is 'Followings with the cell that followed on a day, as known at a moment (null: now).';
revoke all on function sources_and_targets.prospects_on(date, timestamptz) from public;
grant execute on function sources_and_targets.prospects_on(date, timestamptz) to dangvu_program;

create or replace function sources_and_targets.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[], targets jsonb, paper text)
returns void language plpgsql security definer set search_path = pg_catalog, sources_and_targets, platform, public as $$
declare
  old uuid[];
  made uuid[];
  was text[];
  is_now text[];
  reviews jsonb;
begin
  with moved as (
    update sources_and_targets.prospect p set cell_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where p.person_id = w.person_id and p.cell_id = w.cell_id and p.closed_on is null returning p.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id::text), array_agg(to_id::text) into old, was, is_now from moved;
  perform platform.trace_column(act, 'sources_and_targets.prospect', 'cell_id', old, was, is_now);
  with stated as (
    insert into sources_and_targets.prospect_move (prospect_id, from_cell_id, moved_on) select w.id, w.was::uuid, on_day from unnest(old, was) w (id, was) returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'sources_and_targets.prospect_move', null, made);

  with given as (
    select * from jsonb_to_recordset(targets) r ("organisationId" uuid, "periodKind" text, measure text, "from" date, until date, value int)
  ), ended as (
    update sources_and_targets.target t set superseded_at = platform.moment() from given g
    where t.organisation_id = g."organisationId" and t.measure = g.measure and t.period = daterange(g."from", g.until) and t.superseded_at is null and t.stands_during && daterange(on_day, null)
    returning t.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into sources_and_targets.target (id, organisation_id, period, period_kind, measure, value, basis, stands_during)
    select gen_random_uuid(), organisation_id, period, period_kind, measure, value, basis, stands_during * daterange(null, on_day)
    from sources_and_targets.target where id = any (old) and not isempty(stands_during * daterange(null, on_day))
    union all
    select gen_random_uuid(), "organisationId", daterange("from", until), "periodKind", measure, value, paper, daterange(on_day, null)
    from jsonb_to_recordset(targets) r ("organisationId" uuid, "periodKind" text, measure text, "from" date, until date, value int)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'sources_and_targets.target', old, made);

  with merged as (
    select w.to_id, w.id from unnest(gone, successors) w (id, to_id)
    union
    select w.to_id, w.to_id from unnest(gone, successors) w (id, to_id) join organisations.organisation o on o.id = w.to_id and o.founded_on < on_day
  ), latest as (
    select distinct on (r.organisation_id, r.union_code) r.organisation_id, r.union_code, r.total, r.party_members
    from sources_and_targets.mass_review r
    where r.organisation_id in (select id from merged) and r.superseded_at is null and r.reviewed_on <= on_day
    order by r.organisation_id, r.union_code, r.reviewed_on desc
  ), added as (
    select m.to_id, l.union_code, sum(l.total)::int as total, sum(l.party_members)::int as party_members
    from merged m join latest l on l.organisation_id = m.id
    group by m.to_id, l.union_code having count(*) = (select count(*) from merged a where a.to_id = m.to_id)
  )
  select coalesce(jsonb_agg(to_jsonb(added)), '[]') into reviews from added;
  with ended as (
    update sources_and_targets.mass_review r set superseded_at = platform.moment() from jsonb_to_recordset(reviews) a (to_id uuid, union_code text)
    where r.organisation_id = a.to_id and r.union_code = a.union_code and r.reviewed_on = on_day and r.superseded_at is null returning r.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into sources_and_targets.mass_review (id, organisation_id, union_code, reviewed_on, total, party_members)
    select gen_random_uuid(), to_id, union_code, on_day, total, party_members from jsonb_to_recordset(reviews) a (to_id uuid, union_code text, total int, party_members int)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'sources_and_targets.mass_review', old, made);
end 
$$;

create or replace function sources_and_targets.prospects_by_cell(organisation uuid, day date, certificate_months integer, known_at timestamptz)
returns table (cell_id uuid, followed integer, class_done integer, applied integer, last_remark_on date) language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
  select p.cell_id, count(*)::int,
    count(*) filter (where exists (select from sources_and_targets.awareness_certificate c
      where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day and (known_at is null or c.recorded_at <= known_at)))::int,
    count(*) filter (where p.applied_on <= day)::int,
    max((select max(r.written_on) from sources_and_targets.remark r
      where r.prospect_id = p.id and r.written_on <= day and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)))
  from sources_and_targets.prospects_on(day, known_at) p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day)
    and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by p.cell_id
$$;

create or replace function sources_and_targets.followed_by_cell(organisation uuid, day date, certificate_months integer, open_files uuid[], known_at timestamptz)
returns table (cell_id uuid, stage text, found_by text, unions text[], people integer) language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
  select p.cell_id,
    case when p.person_id = any (open_files) then 'caseOpen' when p.applied_on <= day then 'applied'
      when exists (select from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day
        and (known_at is null or c.recorded_at <= known_at)) then 'classDone' else 'inSource' end,
    p.found_by, case when p.union_code is null then p.also_in else p.union_code || p.also_in end, count(*)::int
  from sources_and_targets.prospects_on(day, known_at) p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day)
    and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by 1, 2, 3, 4
$$;

create or replace function sources_and_targets.prospects_below(organisation uuid, day date)
returns table (prospect_id uuid, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, opened_on date, member_status text, helper_id uuid, helper_status text, helper_cell uuid, last_remark_on date, last_certificate_on date, has_file bool) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select p.id, p.person_id, p.cell_id, x.full_name, x.sort_key, x.born_on, p.opened_on, s.status, h.mentor_id, hs.status, hs.cell_id,
      (select max(r.written_on) from sources_and_targets.remark r where r.prospect_id = p.id and r.superseded_at is null and r.written_on <= day),
      (select max(c.issued_on) from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day),
      p.applied_on is not null
    from sources_and_targets.prospects_on(day, null) p
    join members.person x on x.id = p.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.standing s on s.person_id = p.person_id and s.valid_during @> day
    left join sources_and_targets.mentor_assignment h on h.prospect_id = p.id and h.assigned_during @> day
    left join members.standing hs on hs.person_id = h.mentor_id and hs.valid_during @> day
    where p.cell_id = any (cells) and p.opened_on <= day and (p.closed_on is null or p.closed_on > day);
end 
$$;

drop function organisations.cells_below(uuid, date);
create function organisations.cells_below(organisation uuid, day date, known_at timestamptz default null)
returns table (cell_id uuid, short_name text, founded_on date, above_id uuid, above_name text) language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.reach())) then return; end if;
  return query
    select v.organisation_id, v.short_name, o.founded_on, p.parent_id, above.short_name
    from organisations.closure_known(known_at) c
    join organisations.version_known(known_at) v on v.organisation_id = c.descendant_id and v.valid_during @> day and v.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')
    join organisations.organisation o on o.id = v.organisation_id
    left join organisations.placement_known(known_at) p on p.organisation_id = v.organisation_id and p.valid_during @> day
    left join organisations.version_known(known_at) above on above.organisation_id = p.parent_id and above.valid_during @> day
    where c.ancestor_id = organisation and c.valid_during @> day;
end 
$$;
revoke all on function organisations.cells_below(uuid, date, timestamptz) from public;
grant execute on function organisations.cells_below(uuid, date, timestamptz) to dangvu_program;
