-- What every room knows of an organisation's part on a day, one row for each thing, for whoever holds facts against rules. Rights are asked
-- once; people who have left the actor's part since are left out. known_at null = as known now.

create index committee_organisation on organisations.committee (organisation_id);

-- Every organisation that has stood below one by a day, where it was seen last, and the one right below the asked one in whose part it lies.
-- What belongs to one organisation is looked up by its key: of days inside ranges the planner guesses one row and would join each with each.
create function organisations.survey(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, unit_id uuid, name text, short_name text, type text, code text, admin_unit_code text, ended_on date,
  term_from date, term_until date, elected_seats int)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.reach())) then return; end if;
  return query
    select b.organisation_id,
      (select u.ancestor_id from organisations.closure a
        join organisations.closure u on u.descendant_id = a.descendant_id and u.depth = greatest(a.depth - 1, 0) and u.valid_during @> b.seen_on
        where a.descendant_id = b.organisation_id and a.ancestor_id = organisation and a.valid_during @> b.seen_on limit 1),
      v.name, v.short_name, v.type, v.code, v.admin_unit_code, case when b.seen_on < day then b.seen_on + 1 end, c.term_from, c.term_until, c.elected_seats
    from organisations.last_below(organisation, day) b
    join lateral (select * from organisations.version v where v.organisation_id = b.organisation_id and v.superseded_at is null and v.valid_during @> b.seen_on limit 1) v on true
    left join lateral (
      select lower(c.term) as term_from, upper(c.term) as term_until, c.elected_seats from organisations.committee c
      where c.organisation_id = b.organisation_id and lower(c.term) <= day
        and (c.superseded_at is null or c.superseded_at > known_at) and (known_at is null or c.recorded_at <= known_at)
      order by lower(c.term) desc, c.recorded_at desc limit 1) c on true;
end $$;

-- Everybody below an organisation on a day: person, state, membership, and who is away. card_twice, identity_twice: somebody else, wherever, bears the number.
create function members.survey(organisation uuid, day date, known_at timestamptz)
returns table (person_id uuid, cell_id uuid, status text, status_since date, status_basis text, sort_key text, full_name text, born_on text, sex text, ethnicity text,
  identity_number text, old_identity_number text, phone text, native_place text, residence text, general_education text,
  ordinal int, decided_on date, decision_number text, ceremony_on date, admitted_on text, confirmed_on text, confirmation_number text, confirmation_signed_on date, card_number text,
  card_twice boolean, identity_twice boolean, is_away boolean, away_place text, away_phone text, excused_until date, contact_id uuid)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
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
end $$;

-- Posts held on a day in organisations that have stood below one by then. standing_cell, standing_status: where the holder is a member that day; null = nowhere.
create function members.posts_below(organisation uuid, day date, known_at timestamptz)
returns table (post_id uuid, person_id uuid, full_name text, sort_key text, organisation_id uuid, post text, held_from date, held_until date, standing_cell uuid, standing_status text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select h.id, h.person_id, x.full_name, x.sort_key, h.organisation_id, h.position, lower(h.held_during), upper(h.held_during), s.cell_id, s.status
    from organisations.last_below(organisation, day) b
    join members.post h on h.organisation_id = b.organisation_id and h.held_during @> day
      and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    join members.person x on x.id = h.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.standing s on s.person_id = h.person_id and s.valid_during @> day;
end $$;

-- What items of the sheet say, on a day, of people who have stood in cells below an organisation.
create function member_sheet.values_below(organisation uuid, day date, known_at timestamptz, items text[])
returns table (person_id uuid, field text, content jsonb)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select v.person_id, v.field, v.content from member_sheet.value v
    where v.field = any (items) and v.valid_during @> day and (v.superseded_at is null or v.superseded_at > known_at) and (known_at is null or v.recorded_at <= known_at)
      and v.person_id in (select s.person_id from members.standing s where s.cell_id = any (cells) and s.keeper_id = any (reach));
end $$;

-- Lines of lists of the sheet of the same people.
create function member_sheet.entries_below(organisation uuid, day date, known_at timestamptz, lists text[])
returns table (person_id uuid, list text, entry_id uuid, content jsonb)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select e.person_id, e.list, e.entry_id, e.content from member_sheet.entry e
    where e.list = any (lists) and not e.removed and (e.superseded_at is null or e.superseded_at > known_at) and (known_at is null or e.recorded_at <= known_at)
      and e.person_id in (select s.person_id from members.standing s where s.cell_id = any (cells) and s.keeper_id = any (reach));
end $$;

-- Forms of the yearly supplement whose last day has passed, of the same people; the newest year of each.
create function member_sheet.supplements_below(organisation uuid, day date)
returns table (person_id uuid, year int, due_on date, handed_in boolean)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select distinct on (s.person_id) s.person_id, c.year, c.due_on, s.state <> 'returned' and s.answered_on <= day
    from member_sheet.campaign c
    join member_sheet.supplement s on s.campaign_id = c.id
    where c.due_on < day and s.person_id in (select m.person_id from members.standing m where m.cell_id = any (cells) and m.keeper_id = any (reach))
    order by s.person_id, c.year desc;
end $$;

-- People whom cells below an organisation follow on a day. member_status: what they are as a member that day; helper_status, helper_cell: the same of who helps.
create function sources_and_targets.prospects_below(organisation uuid, day date)
returns table (prospect_id uuid, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, opened_on date, member_status text, helper_id uuid, helper_status text, helper_cell uuid,
  last_remark_on date, last_certificate_on date, has_file boolean)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
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
    from sources_and_targets.prospect p
    join members.person x on x.id = p.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.standing s on s.person_id = p.person_id and s.valid_during @> day
    left join sources_and_targets.mentor_assignment h on h.prospect_id = p.id and h.assigned_during @> day
    left join members.standing hs on hs.person_id = h.mentor_id and hs.valid_during @> day
    where p.cell_id = any (cells) and p.opened_on <= day and (p.closed_on is null or p.closed_on > day);
end $$;

-- Files open on a day in cells below an organisation, with what their papers tell of days.
create function admission.files_below(organisation uuid, day date)
returns table (case_id uuid, kind text, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, stage text, stage_since date, opened_on date, cell_resolved_on date,
  member_status text, member_since date, helper_id uuid, helper_status text, paper_after_receipt text)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select f.id, f.kind, f.person_id, f.cell_id, x.full_name, x.sort_key, x.born_on, f.stage, f.stage_since, f.opened_on, f.cell_resolved_on,
      s.status, lower(s.valid_during), f.mentor_id, hs.status,
      (select min(d.type) from admission.document d where d.case_id = f.id and d.superseded_at is null and d.dated_on > d.received_on)
    from admission.case_file f
    join members.person x on x.id = f.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.standing s on s.person_id = f.person_id and s.valid_during @> day
    left join members.standing hs on hs.person_id = f.mentor_id and hs.valid_during @> day
    where f.cell_id = any (cells) and f.opened_on <= day and (f.closed_on is null or f.closed_on > day);
end $$;

-- What is said about faults of data; the faults themselves are worked out from the facts of the rooms and kept nowhere.
create schema data_quality;

create table data_quality.set_aside (
  id              uuid primary key,
  rule            text not null,
  subject_id      uuid not null,
  person_id       uuid references members.person,
  organisation_id uuid not null references organisations.organisation,
  fact            text not null,
  reason          text not null constraint set_aside_reason check (reason <> ''),
  set_by          uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  lifted_by       uuid references access.account,
  superseded_at   timestamptz
);
comment on table data_quality.set_aside is 'Somebody who keeps the thing says that what a rule calls wrong is really so. Counts while the fact is what it was then (fact: a digest of it) and nobody has lifted it.';
create unique index set_aside_live on data_quality.set_aside (rule, subject_id) where superseded_at is null;
create index set_aside_organisation on data_quality.set_aside (organisation_id);
create index set_aside_person on data_quality.set_aside (person_id);

create table data_quality.weight (
  id            uuid primary key,
  rule          text not null,
  weight        int not null constraint weight_range check (weight between 0 and 10),
  set_by        uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz
);
comment on table data_quality.weight is 'How much a rule counts in the score of this installation, where somebody said otherwise than the program; 0 = not at all.';
create unique index weight_live on data_quality.weight (rule) where superseded_at is null;

alter table data_quality.set_aside enable row level security;
create policy set_aside_read on data_quality.set_aside for select using (organisation_id = any (array(select access.people_reach())));
create policy set_aside_write on data_quality.set_aside for insert with check (organisation_id = any (array(select access.people_reach())));
create policy set_aside_change on data_quality.set_aside for update using (organisation_id = any (array(select access.people_reach())));

grant usage on schema data_quality to dangvu_program;
grant select, insert on data_quality.set_aside, data_quality.weight to dangvu_program;
grant update (lifted_by, superseded_at) on data_quality.set_aside to dangvu_program;
grant update (superseded_at) on data_quality.weight to dangvu_program;

do $$
declare f text;
begin
  foreach f in array array[
    'organisations.survey(uuid, date, timestamptz)', 'members.survey(uuid, date, timestamptz)', 'members.posts_below(uuid, date, timestamptz)',
    'member_sheet.values_below(uuid, date, timestamptz, text[])', 'member_sheet.entries_below(uuid, date, timestamptz, text[])', 'member_sheet.supplements_below(uuid, date)',
    'sources_and_targets.prospects_below(uuid, date)', 'admission.files_below(uuid, date)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to dangvu_program', f);
  end loop;
end $$;
