-- What the rooms below the room `reorganisation` offer to it: an act of law over sets of organisations and people, in one transaction,
-- with everything derived, and the way back. These functions ask no rights of their own and are closed to the program: the one function
-- that calls them asks once whether all that is concerned lies in the part of who acts.

-- What an act wrote in the tables of the rooms, so that it can be taken back. superseded, written: statements that it ended and made, of
-- tables whose rows supersede each other; changed: rows of which one column had another value before (former) and after (later).
create table platform.trace (
  ordinal     bigint generated always as identity primary key,
  source_id   uuid not null,
  table_name  text not null,
  superseded  uuid[] not null default '{}',
  written     uuid[] not null default '{}',
  changed     uuid[] not null default '{}',
  column_name text,
  former      text[] not null default '{}',
  later       text[] not null default '{}'
);
comment on table platform.trace is 'What an act over sets wrote, table by table, so that it can be taken back. Closed to the program.';
create index trace_source on platform.trace (source_id, ordinal);

create function platform.trace_rows(source uuid, of_table text, superseded uuid[], written uuid[]) returns void
language sql set search_path = pg_catalog, platform as $$
  insert into platform.trace (source_id, table_name, superseded, written)
  select source, of_table, coalesce(superseded, '{}'), coalesce(written, '{}') where superseded is not null or written is not null
$$;
create function platform.trace_column(source uuid, of_table text, of_column text, changed uuid[], former text[], later text[]) returns void
language sql set search_path = pg_catalog, platform as $$
  insert into platform.trace (source_id, table_name, column_name, changed, former, later)
  select source, of_table, of_column, changed, former, later where changed is not null
$$;

-- Rows that an act wrote and that are no longer as it left them.
create function platform.disturbed(source uuid) returns table (table_name text, row_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, platform as $$
#variable_conflict use_column
declare t platform.trace;
begin
  for t in select * from platform.trace where source_id = source order by ordinal loop
    if cardinality(t.written) > 0 then
      return query execute format('select %L::text, id from %s where id = any ($1) and superseded_at is not null', t.table_name, t.table_name) using t.written;
    end if;
    if t.column_name is not null then
      return query execute format('select %L::text, x.id from unnest($1, $2) w (id, later) join %s x on x.id = w.id where x.%I::text is distinct from w.later', t.table_name, t.table_name, t.column_name)
        using t.changed, t.later;
    end if;
  end loop;
end $$;

-- Takes back what an act wrote, last written first: its statements are superseded, those it had superseded are stated anew, single values
-- are put back. What was known while the act stood stays on record.
create function platform.take_back(source uuid) returns void
language plpgsql security definer set search_path = pg_catalog, platform, public as $$
declare
  t platform.trace;
  kept text;
  type_name text;
begin
  for t in select * from platform.trace where source_id = source order by ordinal desc loop
    if cardinality(t.written) > 0 then
      execute format('update %s set superseded_at = platform.moment() where id = any ($1) and superseded_at is null', t.table_name) using t.written;
    end if;
    if cardinality(t.superseded) > 0 then
      select string_agg(quote_ident(attname), ', ' order by attnum) into kept from pg_attribute
        where attrelid = t.table_name::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'recorded_at', 'superseded_at');
      execute format('insert into %1$s (id, %2$s) select gen_random_uuid(), %2$s from %1$s where id = any ($1)', t.table_name, kept) using t.superseded;
    end if;
    if t.column_name is not null then
      select format_type(atttypid, atttypmod) into type_name from pg_attribute where attrelid = t.table_name::regclass and attname = t.column_name;
      execute format('update %1$s x set %2$I = w.former::%3$s from unnest($1, $2) w (id, former) where x.id = w.id', t.table_name, t.column_name, type_name) using t.changed, t.former;
    end if;
  end loop;
end $$;
revoke all on function platform.trace_rows(uuid, text, uuid[], uuid[]), platform.trace_column(uuid, text, text, uuid[], text[], text[]),
  platform.disturbed(uuid), platform.take_back(uuid) from public;

-- organisations ------------------------------------------------------------------------------------------------------------------------

alter table organisations.act drop constraint act_kind;
alter table organisations.act add constraint act_kind check (kind in ('register','founding','renaming','typeChange','move','merger','split','closure','handover','authorisation','counterAct','reorganisation'));

create table organisations.succession (
  id              uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations.organisation,
  successor_id    uuid not null references organisations.organisation,
  since           date not null,
  act_id          uuid references organisations.act,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint succession_to_another check (organisation_id <> successor_id)
);
comment on table organisations.succession is 'Who stands in the place of an organisation that ended: keeps its papers, answers for what it left. since: first day without it.';
create unique index succession_live on organisations.succession (organisation_id, since) where superseded_at is null;

create table organisations.afterlife (
  organisation_id uuid not null references organisations.organisation,
  stands_with     uuid not null references organisations.organisation,
  valid_during    daterange not null
);
comment on table organisations.afterlife is 'Derived: with which organisation one that has ended stands, through all successions. Who reaches the other reaches what the ended one left.';
create index afterlife_up on organisations.afterlife (organisation_id);
create index afterlife_down on organisations.afterlife (stands_with);
grant select on organisations.succession, organisations.afterlife to dangvu_program;

-- Makes the closure anew from the live placements, and the afterlife from the successions. Called by every act that changes the tree.
create or replace function organisations.rebuild_closure() returns void
language plpgsql security definer set search_path = pg_catalog, organisations as $$
begin
  -- Two acts at the same time would each add their own copy.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  delete from organisations.closure;
  insert into organisations.closure (ancestor_id, descendant_id, depth, valid_during)
  with recursive line as (
    select organisation_id as ancestor_id, organisation_id as descendant_id, 0 as depth, valid_during
    from organisations.placement where superseded_at is null
    union all
    select p.parent_id, l.descendant_id, l.depth + 1, l.valid_during * p.valid_during
    from line l join organisations.placement p
      on p.organisation_id = l.ancestor_id and p.superseded_at is null and p.parent_id is not null and p.valid_during && l.valid_during
  )
  select ancestor_id, descendant_id, depth, valid_during from line;
  delete from organisations.afterlife;
  insert into organisations.afterlife (organisation_id, stands_with, valid_during)
  with recursive life as (
    select organisation_id, successor_id, since from organisations.succession where superseded_at is null
    union
    select l.organisation_id, s.successor_id, s.since
    from life l join organisations.succession s on s.organisation_id = l.successor_id and s.superseded_at is null and s.since >= l.since and s.successor_id <> l.organisation_id
  )
  select organisation_id, successor_id, daterange(since, null) from life;
end $$;

-- Organisations below one on a day, itself included; as the tree was known at a moment (null = now). Of an organisation that the program did
-- not know at that moment, what it was first told holds.
create function organisations.below(organisation uuid, day date, known_at timestamptz) returns setof uuid
language plpgsql stable security definer rows 500 set search_path = pg_catalog as $$
begin
  if known_at is null then
    return query select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day;
    return;
  end if;
  return query
    with recursive known as (
      select p.organisation_id, p.parent_id from organisations.placement p
      join (select f.organisation_id, greatest(known_at, min(f.recorded_at)) as moment from organisations.placement f group by f.organisation_id) f on f.organisation_id = p.organisation_id
      where p.valid_during @> day and p.recorded_at <= f.moment and (p.superseded_at is null or p.superseded_at > f.moment)
    ), line as (
      select k.organisation_id from known k where k.organisation_id = organisation
      union
      select k.organisation_id from known k join line l on k.parent_id = l.organisation_id
    )
    select l.organisation_id from line l;
end $$;
revoke all on function organisations.below(uuid, date, timestamptz) from public;

-- The organisations that stand below one on a day, itself included, and those that had ended by then, where they now stand: with their
-- successor, else at their last place. stands_with, seen_on: the organisation and the day by which the place is told from the closure.
drop function organisations.last_below(uuid, date);
create function organisations.last_below(organisation uuid, day date)
returns table (organisation_id uuid, stands_with uuid, seen_on date) language sql stable as $$
  with last_place as (
    select distinct on (c.descendant_id) c.descendant_id, least(day, upper(c.valid_during) - 1) as seen_on
    from organisations.closure c where c.depth = 0 and lower(c.valid_during) <= day
    order by c.descendant_id, lower(c.valid_during) desc
  ), place as (
    select l.descendant_id, coalesce(a.stands_with, l.descendant_id) as stands_with, case when a.stands_with is null then l.seen_on else day end as seen_on
    from last_place l
    left join lateral (
      select a.stands_with from organisations.afterlife a
      join organisations.closure s on s.descendant_id = a.stands_with and s.depth = 0 and s.valid_during @> day
      where l.seen_on < day and a.organisation_id = l.descendant_id and a.valid_during @> day
      order by a.valid_during desc limit 1) a on true
  )
  select p.descendant_id, p.stands_with, p.seen_on
  from place p
  join organisations.closure c on c.descendant_id = p.stands_with and c.ancestor_id = organisation and c.valid_during @> p.seen_on
$$;
grant execute on function organisations.last_below(uuid, date) to dangvu_program;

-- Founds, changes and ends organisations on a day by an act, and ends the terms of committees. founds: [{id, name, shortName, type, code,
-- areaKind, adminUnitCode, residential, parentId, revives}]; changes: [{id, name, shortName, type, code, residential, parentId, says, moves}]
-- (says: name, type or code change; moves: the parent does); ends: [{id, successorId}]; terms: organisations whose committee's term ends;
-- committees: [{organisationId, kind, termName, until, electedSeats, standingSeats, basis}].
create function organisations.reorganise(act uuid, on_day date, founds jsonb, changes jsonb, ends jsonb, terms uuid[], committees jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, organisations, platform, public as $$
declare
  gone constant uuid[] := array(select id from jsonb_to_recordset(ends) r (id uuid));
  said constant uuid[] := array(select id from jsonb_to_recordset(changes) r (id uuid, says boolean) where says) || gone;
  moved constant uuid[] := array(select id from jsonb_to_recordset(changes) r (id uuid, moves boolean) where moves) || gone;
  old uuid[];
  made uuid[];
begin
  insert into organisations.organisation (id, founded_on) select id, on_day from jsonb_to_recordset(founds) r (id uuid, revives boolean) where not coalesce(revives, false);
  perform platform.trace_column(act, 'organisations.organisation', 'ended_on', array_agg(r.id), array_agg(case when r.revives then o.ended_on else on_day end::text), array_agg(null::text))
    from jsonb_to_recordset(founds) r (id uuid, revives boolean) join organisations.organisation o on o.id = r.id;
  update organisations.organisation set ended_on = null where id in (select id from jsonb_to_recordset(founds) r (id uuid, revives boolean) where revives);
  perform platform.trace_column(act, 'organisations.organisation', 'ended_on', array_agg(o.id), array_agg(o.ended_on::text), array_agg(on_day::text)) from organisations.organisation o where o.id = any (gone);
  update organisations.organisation set ended_on = on_day where id = any (gone);

  with ended as (
    update organisations.version set superseded_at = platform.moment()
    where organisation_id = any (said) and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into organisations.version (id, organisation_id, name, short_name, type, code, area_kind, admin_unit_code, residential, may_decide_admission, valid_during, act_id)
    select gen_random_uuid(), organisation_id, name, short_name, type, code, area_kind, admin_unit_code, residential, may_decide_admission, daterange(lower(valid_during), on_day), act_id
    from organisations.version where id = any (old) and lower(valid_during) < on_day
    union all
    select gen_random_uuid(), v.organisation_id, coalesce(r.name, v.name), coalesce(r."shortName", v.short_name), coalesce(r.type, v.type), r.code, v.area_kind, v.admin_unit_code,
      coalesce(r.residential, v.residential), v.may_decide_admission, daterange(greatest(lower(v.valid_during), on_day), upper(v.valid_during)), act
    from organisations.version v
    join jsonb_to_recordset(changes) r (id uuid, name text, "shortName" text, type text, code text, residential boolean, says boolean) on r.id = v.organisation_id and r.says
    where v.id = any (old)
    union all
    select gen_random_uuid(), id, name, "shortName", type, code, "areaKind", "adminUnitCode", coalesce(residential, false), false, daterange(on_day, null), act
    from jsonb_to_recordset(founds) r (id uuid, name text, "shortName" text, type text, code text, "areaKind" text, "adminUnitCode" text, residential boolean)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.version', old, made);

  with ended as (
    update organisations.placement set superseded_at = platform.moment()
    where organisation_id = any (moved) and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into organisations.placement (id, organisation_id, parent_id, valid_during, act_id)
    select gen_random_uuid(), organisation_id, parent_id, daterange(lower(valid_during), on_day), act_id from organisations.placement where id = any (old) and lower(valid_during) < on_day
    union all
    select gen_random_uuid(), p.organisation_id, r."parentId", daterange(greatest(lower(p.valid_during), on_day), upper(p.valid_during)), act
    from organisations.placement p join jsonb_to_recordset(changes) r (id uuid, "parentId" uuid, moves boolean) on r.id = p.organisation_id and r.moves where p.id = any (old)
    union all
    select gen_random_uuid(), id, "parentId", daterange(on_day, null), act from jsonb_to_recordset(founds) r (id uuid, "parentId" uuid)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.placement', old, made);

  with ended as (
    update organisations.committee set superseded_at = platform.moment()
    where organisation_id = any (gone || terms) and superseded_at is null and (upper_inf(term) or upper(term) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into organisations.committee (id, organisation_id, kind, term_name, term, elected_seats, standing_seats, basis)
    select gen_random_uuid(), organisation_id, kind, term_name, daterange(lower(term), on_day), elected_seats, standing_seats, basis from organisations.committee where id = any (old) and lower(term) < on_day
    union all
    select gen_random_uuid(), "organisationId", kind, "termName", daterange(on_day, until), "electedSeats", "standingSeats", basis
    from jsonb_to_recordset(committees) r ("organisationId" uuid, kind text, "termName" text, until date, "electedSeats" int, "standingSeats" int, basis text)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.committee', old, made);

  with stated as (
    insert into organisations.succession (organisation_id, successor_id, since, act_id)
    select id, "successorId", on_day, act from jsonb_to_recordset(ends) r (id uuid, "successorId" uuid) where "successorId" is not null returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.succession', null, made);
  perform organisations.rebuild_closure();
end $$;
revoke all on function organisations.reorganise(uuid, date, jsonb, jsonb, jsonb, uuid[], jsonb) from public;

-- access -------------------------------------------------------------------------------------------------------------------------------

-- Ended organisations that stand today with one below a holding, each once; one that has begun again is no ended one. The whole of a part
-- must not be counted twice: who reaches everything is told by the number.
create function access.afterlife_below(holding uuid) returns setof uuid
language sql stable security definer rows 10 set search_path = pg_catalog, access, organisations as $$
  select distinct a.organisation_id from organisations.afterlife a
  where a.valid_during @> access.today()
    and exists (select from access.role_holding h join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = holding and c.descendant_id = a.stands_with)
    and not exists (select from organisations.closure own where own.descendant_id = a.organisation_id and own.depth = 0 and own.valid_during @> access.today())
$$;
revoke all on function access.afterlife_below(uuid) from public;

-- Organisations in the part of the tree of the acting role: the organisation at which it is held and all below, today, and ended ones that
-- stand with one of them. An empty setting shows nothing.
create or replace function access.reach() returns setof uuid
language plpgsql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
begin
  if access.is_keeper() then
    return query select id from organisations.organisation;
  else
    return query
      select c.descendant_id from access.role_holding h
      join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today();
    if exists (select from organisations.afterlife) then
      return query select b from access.role_holding h cross join lateral access.afterlife_below(h.id) b
        where h.id = access.holding_id() and h.held_during @> access.today();
    end if;
  end if;
end $$;

create or replace function access.people_reach() returns setof uuid
language plpgsql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
begin
  if access.is_keeper() then
    return query select id from organisations.organisation;
  else
    return query
      select c.descendant_id from access.role_holding h
      join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today()
        and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector');
    if exists (select from organisations.afterlife) then
      return query select b from access.role_holding h cross join lateral access.afterlife_below(h.id) b
        where h.id = access.holding_id() and h.held_during @> access.today() and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector');
    end if;
  end if;
end $$;

create or replace function access.accounts_reach() returns setof uuid
language sql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
  select c.descendant_id from access.role_holding h
  join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
  where h.id = access.holding_id() and h.held_during @> access.today() and h.role = 'administrator'
  union all
  select b from access.role_holding h cross join lateral access.afterlife_below(h.id) b
  where h.id = access.holding_id() and h.held_during @> access.today() and h.role = 'administrator'
$$;

-- Ends the roles held at organisations that end on a day; moves: [{holdingId, toId}] are held on at another organisation, by the same sessions.
create function access.reorganise(act uuid, on_day date, gone uuid[], moves jsonb, paper text) returns void
language plpgsql security definer set search_path = pg_catalog, access, platform, public as $$
declare
  held constant uuid[] := array(select id from access.role_holding where organisation_id = any (gone) and not isempty(held_during) and (upper_inf(held_during) or upper(held_during) > on_day));
begin
  insert into access.role_holding (id, account_id, role, organisation_id, held_during, basis, granted_by)
    select r."newId", h.account_id, h.role, r."toId", daterange(greatest(lower(h.held_during), on_day), upper(h.held_during)), paper, access.account_id()
    from jsonb_to_recordset(moves) r ("holdingId" uuid, "toId" uuid, "newId" uuid) join access.role_holding h on h.id = r."holdingId" and h.id = any (held);
  perform platform.trace_column(act, 'access.role_holding', 'held_during', array_agg(h.id), array_agg('empty'::text), array_agg(h.held_during::text))
    from jsonb_to_recordset(moves) r ("newId" uuid) join access.role_holding h on h.id = r."newId";
  perform platform.trace_column(act, 'access.role_holding', 'held_during', array_agg(h.id), array_agg(h.held_during::text),
      array_agg(case when lower(h.held_during) < on_day then daterange(lower(h.held_during), on_day) else 'empty' end::text))
    from access.role_holding h where h.id = any (held);
  update access.role_holding set held_during = case when lower(held_during) < on_day then daterange(lower(held_during), on_day) else 'empty' end where id = any (held);
  update access.session s set holding_id = r."newId" from jsonb_to_recordset(moves) r ("holdingId" uuid, "newId" uuid) where s.holding_id = r."holdingId" and on_day <= access.today();
end $$;
-- Who works in a role that an act had moved works on in the role it was moved from, once the act is taken back.
create function access.take_sessions_back(act uuid) returns void
language sql security definer set search_path = pg_catalog, access, platform as $$
  update access.session s set holding_id = was.id
  from access.role_holding taken, access.role_holding was
  where s.holding_id = taken.id and isempty(taken.held_during) and was.account_id = taken.account_id and was.role = taken.role and not isempty(was.held_during)
    and taken.id in (select unnest(t.changed) from platform.trace t where t.source_id = act and t.table_name = 'access.role_holding')
    and was.id in (select unnest(t.changed) from platform.trace t where t.source_id = act and t.table_name = 'access.role_holding')
$$;
revoke all on function access.reorganise(uuid, date, uuid[], jsonb, text), access.take_sessions_back(uuid) from public;

-- members ------------------------------------------------------------------------------------------------------------------------------

-- What follows from a change of keeper is done once for all people of a statement.
drop trigger person_passes_keeper_on on members.person;
drop function members.pass_keeper_on();
drop trigger person_keeps_former_version on members.person;
create trigger person_keeps_former_version before update of full_name, other_name, sort_key, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone,
  native_place, residence, general_education, profession, political_theory, occupation, note, withdrawn_at on members.person
  for each row execute function members.keep_former_version();

-- True while an act over many people writes its facts: it derives the standings once, at its end.
create function members.derives_later() returns boolean language sql stable return coalesce(current_setting('dangvu.derives_later', true), '') = 'yes';

create or replace function members.restand_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, members as $$
begin
  if not members.derives_later() then perform members.restand(array(select distinct person_id from changed)); end if;
  return null;
end $$;
create or replace function members.restand_person() returns trigger language plpgsql security definer set search_path = pg_catalog, members as $$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
  moved constant uuid[] := array(select n.id from changed n join former o on o.id = n.id where n.keeper_id <> o.keeper_id);
begin
  if cardinality(moved) > 0 then
    perform set_config('dangvu.derives_later', 'yes', true);
    update members.membership m set keeper_id = n.keeper_id from changed n where n.id = any (moved) and m.person_id = n.id;
    update members.status s set keeper_id = n.keeper_id from changed n where n.id = any (moved) and s.person_id = n.id;
    perform set_config('dangvu.derives_later', later, true);
  end if;
  if not members.derives_later() then
    perform members.restand(array(select n.id from changed n join former o on o.id = n.id
      where n.sort_key <> o.sort_key or n.keeper_id <> o.keeper_id or n.withdrawn_at is distinct from o.withdrawn_at));
  end if;
  return null;
end $$;
revoke all on function members.derives_later(), members.restand_changed(), members.restand_person() from public;

-- Where everybody of some cells goes on a day, by rules: [{n, cellId, kind, words, toId}], kind 'list' before 'residence' before 'rest', and
-- listed: [{n, personId}]. One row for each person of a cell (member on the day or later, or kept by the cell) and each rule of the best
-- kind that fits; to_cell_id null: no rule fits. Within the actor's part only.
create function members.assigned(rules jsonb, listed jsonb, day date)
returns table (person_id uuid, cell_id uuid, to_cell_id uuid, is_member boolean)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  return query
    with rule as materialized (
      select r.n, r."cellId" as cell_id, r.kind, r."toId" as to_id, array_position(array['list', 'residence', 'rest'], r.kind) as rank,
        '%' || platform.fold(coalesce(r.words, '')) || '%' as pattern
      from jsonb_to_recordset(rules) r (n int, "cellId" uuid, kind text, words text, "toId" uuid)
    ), cell as (select distinct r.cell_id from rule r where r.cell_id = any (reach)
    ), here as (
      select p.person_id, p.cell_id, true as is_member from members.placement p join cell on cell.cell_id = p.cell_id
      where p.superseded_at is null and p.valid_during && daterange(day, null)
      union
      select x.id, x.keeper_id, false from members.person x join cell on cell.cell_id = x.keeper_id
      where x.withdrawn_at is null and not exists (select from members.placement p where p.person_id = x.id and p.cell_id = x.keeper_id and p.superseded_at is null and p.valid_during && daterange(day, null))
    ), named as (select r.n, r."personId" as person_id from jsonb_to_recordset(listed) r (n int, "personId" uuid)
    ), fit as (
      select h.person_id, h.cell_id, h.is_member, r.to_id, r.rank, min(r.rank) over (partition by h.person_id, h.cell_id) as best
      from here h left join rule r on r.cell_id = h.cell_id and case r.kind
        when 'list' then exists (select from named where named.n = r.n and named.person_id = h.person_id)
        when 'residence' then exists (select from members.person x where x.id = h.person_id and platform.fold(x.residence) like r.pattern)
        else true end
    )
    select f.person_id, f.cell_id, f.to_id, f.is_member from fit f where f.rank is not distinct from f.best;
end $$;
revoke all on function members.assigned(jsonb, jsonb, date) from public;

-- Puts people from cells into other cells on a day, each for all of the days from it on; ends posts in organisations that end (gone, with
-- their successors) and in a cell that its holder leaves; gives new posts: [{organisationId, personId, position}].
create function members.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[], posts jsonb, paper text) returns void
language plpgsql security definer set search_path = pg_catalog, members, platform, public set work_mem = '64MB' as $$
declare
  old uuid[];
  made uuid[];
begin
  perform set_config('dangvu.derives_later', 'yes', true);
  with ended as (
    update members.placement p set superseded_at = platform.moment() from unnest(people, from_cells) w (person_id, cell_id)
    where p.person_id = w.person_id and p.cell_id = w.cell_id and p.superseded_at is null and p.valid_during && daterange(on_day, null) returning p.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
    select gen_random_uuid(), person_id, cell_id, daterange(lower(valid_during), on_day), basis, source_id from members.placement where id = any (old) and lower(valid_during) < on_day
    union all
    select gen_random_uuid(), p.person_id, w.to_id, daterange(greatest(lower(p.valid_during), on_day), upper(p.valid_during)), paper, act
    from members.placement p join unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id) on w.person_id = p.person_id and w.cell_id = p.cell_id where p.id = any (old)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'members.placement', old, made);

  with kept as (
    update members.person x set keeper_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where x.id = w.person_id and x.keeper_id = w.cell_id returning x.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id), array_agg(to_id) into old, from_cells, to_cells from kept;
  perform platform.trace_column(act, 'members.person', 'keeper_id', old, from_cells::text[], to_cells::text[]);

  with ended as (
    update members.overlay set superseded_at = platform.moment()
    where cell_id = any (gone) and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into members.overlay (id, person_id, kind, cell_id, valid_during, since, place, occupation, phone, excused_until, contact_id, note, basis)
    select gen_random_uuid(), o.person_id, o.kind, part.cell_id, o.valid_during * part.days, o.since, o.place, o.occupation, o.phone, o.excused_until, o.contact_id, o.note, o.basis
    from members.overlay o join unnest(gone, successors) w (id, to_id) on w.id = o.cell_id
    cross join lateral (values (w.id, daterange(null, on_day)), (w.to_id, daterange(on_day, null))) part (cell_id, days)
    where o.id = any (old) and not isempty(o.valid_during * part.days)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'members.overlay', old, made);

  with ended as (
    update members.post p set superseded_at = platform.moment()
    where p.superseded_at is null and (upper_inf(p.held_during) or upper(p.held_during) > on_day)
      and (p.organisation_id = any (gone) or exists (
        select from members.placement s where s.source_id = act and s.superseded_at is null and s.person_id = p.person_id
          and s.cell_id <> p.organisation_id and exists (select from members.placement b where b.person_id = p.person_id and b.cell_id = p.organisation_id and b.superseded_at is null and upper(b.valid_during) = lower(s.valid_during))))
    returning p.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into members.post (id, person_id, organisation_id, position, held_during, basis)
    select gen_random_uuid(), person_id, organisation_id, position, daterange(lower(held_during), on_day), basis from members.post where id = any (old) and lower(held_during) < on_day
    union all
    select gen_random_uuid(), "personId", "organisationId", position, daterange(on_day, null), paper from jsonb_to_recordset(posts) r ("personId" uuid, "organisationId" uuid, position text)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'members.post', old, made);

  perform set_config('dangvu.derives_later', '', true);
  perform members.restand(people);
end $$;
revoke all on function members.reorganise(uuid, date, uuid[], uuid[], uuid[], uuid[], uuid[], jsonb, text) from public;

-- Counts of members for each cell below an organisation on a day, in the tree and of the people as both were known at a moment.
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
    where p.cell_id in (select b from organisations.below(organisation, valid_on, known_at) b)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
    group by p.cell_id;
end $$;

-- search -------------------------------------------------------------------------------------------------------------------------------

drop trigger person_rekeyed on members.person;
create or replace function search.key_changed_person() returns trigger language plpgsql security definer set search_path = pg_catalog, search as $$
declare
  renamed constant uuid[] := array(select n.id from changed n join former o on o.id = n.id where (n.full_name, n.other_name, n.withdrawn_at) is distinct from (o.full_name, o.other_name, o.withdrawn_at));
begin
  if cardinality(renamed) > 0 then perform search.key_people(renamed); end if;
  update search.person_key k set keeper_id = n.keeper_id, sort_key = n.sort_key
    from changed n where k.person_id = n.id and (k.keeper_id, k.sort_key) is distinct from (n.keeper_id, n.sort_key);
  return null;
end $$;
create trigger person_rekeyed after update on members.person referencing old table as former new table as changed for each statement execute function search.key_changed_person();

-- sources and targets ------------------------------------------------------------------------------------------------------------------

alter table sources_and_targets.target add column stands_during daterange not null default '(,)';
comment on column sources_and_targets.target.stands_during is 'On which days the value stands: an act that merges or splits organisations gives them other targets from its day on, for the same period.';
drop index sources_and_targets.target_live;
alter table sources_and_targets.target add constraint target_one_a_day
  exclude using gist (organisation_id with =, measure with =, period with =, stands_during with &&) where (superseded_at is null);

create or replace function sources_and_targets.targets_below(organisation uuid, day date)
returns table (organisation_id uuid, period_kind text, period_from date, period_until date, value int)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (t.organisation_id) t.organisation_id, t.period_kind, lower(t.period), upper(t.period), t.value
  from sources_and_targets.target t
  where t.measure = 'admissions' and t.superseded_at is null and t.period @> day and t.stands_during @> day
    and t.organisation_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  order by t.organisation_id, t.period_kind desc
$$;
create or replace function sources_and_targets.term_target(organisation uuid, day date, known_at timestamptz)
returns table (organisation_id uuid, value int, period_from date, period_until date)
language sql stable security definer set search_path = pg_catalog as $$
  select t.organisation_id, t.value, lower(t.period), upper(t.period)
  from organisations.closure c
  join sources_and_targets.target t on t.organisation_id = c.ancestor_id and t.measure = 'admissions' and t.period_kind = 'term' and t.period @> day and t.stands_during @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
  where c.descendant_id = organisation and c.valid_during @> day
    and organisation = any (array(select access.people_reach()))
  order by c.depth, t.recorded_at desc limit 1
$$;

-- Prospects go with the people; targets: [{organisationId, periodKind, measure, from, until, value}] stand from the day on; counts of mass
-- organisations are added up at a successor where all that were merged had them at their own level.
create function sources_and_targets.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[], targets jsonb, paper text) returns void
language plpgsql security definer set search_path = pg_catalog, sources_and_targets, platform, public as $$
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
end $$;
revoke all on function sources_and_targets.reorganise(uuid, date, uuid[], uuid[], uuid[], uuid[], uuid[], jsonb, text) from public;

-- admission ----------------------------------------------------------------------------------------------------------------------------

-- Open files of admission and of probation go with the person; their clocks run on.
create function admission.reorganise(act uuid, people uuid[], from_cells uuid[], to_cells uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, admission, platform, public as $$
declare
  files uuid[];
  was text[];
  is_now text[];
begin
  with moved as (
    update admission.case_file c set cell_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where c.person_id = w.person_id and c.cell_id = w.cell_id and c.closed_on is null returning c.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id::text), array_agg(to_id::text) into files, was, is_now from moved;
  perform platform.trace_column(act, 'admission.case_file', 'cell_id', files, was, is_now);
end $$;
revoke all on function admission.reorganise(uuid, uuid[], uuid[], uuid[]) from public;

-- dossiers -----------------------------------------------------------------------------------------------------------------------------

-- Dossiers kept by one of these committees that have another keeper on a day, since their people stand elsewhere or the keeper has ended.
create function dossiers.keepers_after(keepers uuid[], day date) returns table (dossier_id uuid, person_id uuid, from_id uuid, to_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  with kept as (
    select d.id, d.person_id, d.keeper_id, p.keeper_id as cell_id from dossiers.dossier d join members.person p on p.id = d.person_id where d.keeper_id = any (keepers)
  ), keeper as (select c.cell_id, member_sheet.dossier_keeper(c.cell_id, day) as to_id from (select distinct cell_id from kept) c)
  select kept.id, kept.person_id, kept.keeper_id, keeper.to_id from kept join keeper using (cell_id) where keeper.to_id <> kept.keeper_id
$$;
create function dossiers.reorganise(act uuid, dossiers uuid[], to_keepers uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, platform, public as $$
begin
  perform platform.trace_column(act, 'dossiers.dossier', 'keeper_id', array_agg(d.id), array_agg(d.keeper_id::text), array_agg(w.to_id::text))
    from unnest(dossiers, to_keepers) w (id, to_id) join dossiers.dossier d on d.id = w.id;
  update dossiers.dossier d set keeper_id = w.to_id from unnest(dossiers, to_keepers) w (id, to_id) where d.id = w.id;
end $$;
revoke all on function dossiers.keepers_after(uuid[], date), dossiers.reorganise(uuid, uuid[], uuid[]) from public;
-- transfers ----------------------------------------------------------------------------------------------------------------------------

-- Transfers under way go on: from the cell where the person now is, to the successor of a cell or organisation that ended, and to the
-- grassroots organisation under which the receiving cell now stands. What the letters write stays.
create function transfers.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, platform, public as $$
declare
  running uuid[] := array(select id from transfers.transfer where stage not in ('accepted','completed','cancelled','struckOff'));
  ids uuid[];
  was text[];
  is_now text[];
begin
  with moved as (
    update transfers.transfer t set from_cell_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where t.id = any (running) and t.person_id = w.person_id and t.from_cell_id = w.cell_id returning t.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id::text), array_agg(to_id::text) into ids, was, is_now from moved;
  perform platform.trace_column(act, 'transfers.transfer', 'from_cell_id', ids, was, is_now);
  with moved as (
    update transfers.transfer t set to_cell_id = w.to_id from unnest(gone, successors) w (id, to_id) where t.id = any (running) and t.to_cell_id = w.id returning t.id, w.id as was, w.to_id)
  select array_agg(id), array_agg(moved.was::text), array_agg(to_id::text) into ids, was, is_now from moved;
  perform platform.trace_column(act, 'transfers.transfer', 'to_cell_id', ids, was, is_now);
  with receiver as (
    select t.id, t.receiver_id as was, coalesce(above.ancestor_id, w.to_id) as is_now from transfers.transfer t
    left join unnest(gone, successors) w (id, to_id) on w.id = t.receiver_id
    left join lateral (
      select c.ancestor_id from organisations.closure c
      join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during @> on_day and v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
      where c.descendant_id = t.to_cell_id and c.valid_during @> on_day order by c.depth limit 1) above on true
    where t.id = any (running) and t.receiver_id is not null
  ), moved as (
    update transfers.transfer t set receiver_id = r.is_now from receiver r where t.id = r.id and r.was <> r.is_now returning t.id, r.was, r.is_now)
  select array_agg(id), array_agg(moved.was::text), array_agg(moved.is_now::text) into ids, was, is_now from moved;
  perform platform.trace_column(act, 'transfers.transfer', 'receiver_id', ids, was, is_now);
end $$;
revoke all on function transfers.reorganise(uuid, date, uuid[], uuid[], uuid[], uuid[], uuid[]) from public;
grant execute on function organisations.below(uuid, date, timestamptz), members.derives_later(), members.assigned(jsonb, jsonb, date) to dangvu_program;
