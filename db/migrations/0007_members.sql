-- People, their membership of the Party, their place in a cell, their posts: each a dated fact of its own.
create schema members;

create table members.person (
  id                  uuid primary key,
  full_name           text not null,
  other_name          text,
  sort_key            text collate "C" not null,
  search_text         text generated always as (platform.fold(full_name || ' ' || coalesce(other_name, ''))) stored,
  sex                 text constraint person_sex check (sex in ('male','female')),
  born_on             text constraint person_born check (born_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ethnicity           text,
  religion            text,
  identity_number     text,
  identity_last4      text generated always as (right(identity_number, 4)) stored,
  old_identity_number text,
  phone               text,
  native_place        text,
  residence           text,
  general_education   text,
  profession          text,
  political_theory    text,
  occupation          text,
  note                text,
  keeper_id           uuid not null references organisations.organisation,
  version             int not null default 1,
  withdrawn_at        timestamptz,
  recorded_at         timestamptz not null default platform.moment()
);
comment on column members.person.withdrawn_at is 'Entered in error and taken back before anything was built on it; stays on record, shown nowhere.';
comment on table members.person is 'A person: member, candidate or one who is followed. Never deleted. born_on, like every uncertain day, is written as far as it is known (1962, 1962-05, 1962-05-03).';
comment on column members.person.keeper_id is 'The cell whose people it belongs to now (own cell of a member, following cell of others); rights follow it.';
comment on column members.person.sort_key is 'nameSortKey of the program: given name, family name, middle words in Vietnamese order.';
create index person_keeper_name on members.person (keeper_id, sort_key);
create index person_name on members.person (sort_key, id);
create index person_search on members.person using gin (search_text gin_trgm_ops);
create index person_identity on members.person (identity_number) where identity_number is not null;
create index person_identity_last4 on members.person (identity_last4) where identity_last4 is not null;

create table members.person_version (
  person_id     uuid not null references members.person,
  version       int not null,
  content       jsonb not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz not null default platform.moment(),
  primary key (person_id, version)
);
comment on table members.person_version is 'What was known about a person before a correction, and from when to when it was known.';

create function members.keep_former_version() returns trigger language plpgsql security definer set search_path = pg_catalog, members, platform as $$
begin
  if to_jsonb(old) - 'keeper_id' - 'version' - 'recorded_at' is distinct from to_jsonb(new) - 'keeper_id' - 'version' - 'recorded_at' then
    insert into members.person_version (person_id, version, content, recorded_at)
      values (old.id, old.version, to_jsonb(old) - 'search_text' - 'sort_key' - 'identity_last4', old.recorded_at);
    new.version := old.version + 1;
    new.recorded_at := platform.moment();
  end if;
  return new;
end $$;
create trigger person_keeps_former_version before update on members.person for each row execute function members.keep_former_version();

create table members.correction (
  id             uuid primary key,
  person_id      uuid not null references members.person,
  former_version int not null,
  fields         text[] not null,
  reason         text not null,
  paper          text not null,
  corrected_by   uuid references access.account,
  recorded_at    timestamptz not null default platform.moment()
);
comment on table members.correction is 'Why and by which paper what is known about a person was corrected; the former state is in members.person_version.';
create index correction_person on members.correction (person_id);

-- One spell of membership. A re-admitted person has two.
create table members.membership (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  ordinal         int not null default 1,
  decided_on      date,
  decision_number text,
  decided_by      uuid references organisations.organisation,
  ceremony_on     date,
  admitted_on     text constraint membership_admitted check (admitted_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  confirmed_on    text constraint membership_confirmed check (confirmed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  confirmation_number    text,
  confirmation_signed_on date,
  card_number     text,
  history_number  text,
  ended_on        date,
  end_kind        text constraint membership_end_kind check (end_kind in ('death','strikeOff','expulsion','resignation','transferOut')),
  end_basis       text,
  source_id       uuid,
  keeper_id       uuid not null,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint membership_ceremony_after_decision check (ceremony_on >= decided_on),
  constraint membership_ended_with_kind check ((ended_on is null) = (end_kind is null))
);
comment on table members.membership is 'From admission to the end of membership. decided_on: decision of admission (party age counts from it); ceremony_on: probation counts from it; admitted_on: day printed on the member''s papers; confirmed_on: end of the 12 months, never the signing day. ended_on: first day without membership. source_id: the case or the import that brought it.';
create unique index membership_live on members.membership (person_id, ordinal) where superseded_at is null;
create index membership_decided on members.membership (decided_on) where superseded_at is null;
create index membership_source on members.membership (source_id);
create index membership_person on members.membership (person_id);
create index membership_card on members.membership (card_number) where superseded_at is null;

-- What a member is from a day to a day; derived from acts.
create table members.status (
  id            uuid primary key,
  person_id     uuid not null references members.person,
  status        text not null constraint status_known check (status in ('probationary','full','exempt','suspended','lostContact')),
  valid_during  daterange not null,
  basis         text,
  source_id     uuid,
  keeper_id     uuid not null,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz,
  constraint status_no_overlap exclude using gist (person_id with =, valid_during with &&) where (superseded_at is null)
);
create index status_person on members.status (person_id);
create index status_source on members.status (source_id);

-- In which cell a member is from a day to a day: exactly one on every day of membership.
create table members.placement (
  id            uuid primary key,
  person_id     uuid not null references members.person,
  cell_id       uuid not null references organisations.organisation,
  valid_during  daterange not null,
  basis         text,
  source_id     uuid,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz,
  constraint placement_one_cell_a_day exclude using gist (person_id with =, valid_during with &&) where (superseded_at is null)
);
create index placement_cell on members.placement (cell_id, person_id);
create index placement_person on members.placement (person_id);
create index placement_source on members.placement (source_id);

-- What lies over a membership without changing the cell: away from home, temporary activity here or elsewhere.
create table members.overlay (
  id            uuid primary key,
  person_id     uuid not null references members.person,
  kind          text not null constraint overlay_kind check (kind in ('away','temporaryElsewhere','temporaryHere','prosecuted','disciplined')),
  cell_id       uuid references organisations.organisation,
  valid_during  daterange not null,
  since         text constraint overlay_since check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  place         text,
  occupation    text,
  phone         text,
  excused_until date,
  contact_id    uuid references members.person,
  note          text,
  basis         text,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz
);
comment on column members.overlay.since is 'The beginning as far as it is known (2018, 2018-03, 2018-03-05); valid_during begins on its earliest day.';
comment on column members.overlay.cell_id is 'temporaryHere: the cell that hosts the member; temporaryElsewhere: the cell where the member is active, when it is one of ours.';
create index overlay_person on members.overlay (person_id);
create index overlay_cell on members.overlay (cell_id);

-- A post in a committee, held from a day to a day.
create table members.post (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  organisation_id uuid not null references organisations.organisation,
  position        text not null,
  held_during     daterange not null,
  basis           text,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint post_no_overlap exclude using gist (person_id with =, organisation_id with =, position with =, held_during with &&) where (superseded_at is null)
);
create index post_organisation on members.post (organisation_id);
create index post_person on members.post (person_id);

-- membership and status carry the person's keeper, so that their rights cost one look at a list and no join.
create function members.take_keeper() returns trigger language plpgsql security definer set search_path = pg_catalog, members as $$
begin
  select keeper_id into new.keeper_id from members.person where id = new.person_id;
  return new;
end $$;
create trigger membership_takes_keeper before insert on members.membership for each row execute function members.take_keeper();
create trigger status_takes_keeper before insert on members.status for each row execute function members.take_keeper();
create function members.pass_keeper_on() returns trigger language plpgsql security definer set search_path = pg_catalog, members as $$
begin
  update members.membership set keeper_id = new.keeper_id where person_id = new.id;
  update members.status set keeper_id = new.keeper_id where person_id = new.id;
  return null;
end $$;
create trigger person_passes_keeper_on after update of keeper_id on members.person
  for each row when (old.keeper_id is distinct from new.keeper_id) execute function members.pass_keeper_on();

-- Who stands in which cell as what, from a day to a day: the live rows of placement and status joined, with what lists sort and rights
-- ask by. Everyday lists read this one table; it is made anew for a person whenever one of the facts changes, in the same transaction.
create table members.standing (
  person_id    uuid not null references members.person,
  cell_id      uuid not null references organisations.organisation,
  status       text not null,
  valid_during daterange not null,
  keeper_id    uuid not null,
  sort_key     text collate "C" not null
);
comment on table members.standing is 'Derived, never written by the program: one row for each stretch of days with the same cell and status, as known now.';
create index standing_cell on members.standing (cell_id) include (person_id, status, valid_during, keeper_id, sort_key);
create index standing_person on members.standing (person_id);

create function members.restand(people uuid[]) returns void
language sql security definer set search_path = pg_catalog, members as $$
  delete from members.standing where person_id = any (people);
  insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
  select p.person_id, p.cell_id, s.status, p.valid_during * s.valid_during, x.keeper_id, x.sort_key
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.superseded_at is null and s.valid_during && p.valid_during
  join members.person x on x.id = p.person_id and x.withdrawn_at is null
  where p.superseded_at is null and p.person_id = any (people);
$$;
create function members.restand_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, members as $$
begin
  perform members.restand(array(select distinct person_id from changed));
  return null;
end $$;
create function members.restand_person() returns trigger language plpgsql security definer set search_path = pg_catalog, members as $$
begin
  perform members.restand(array(select n.id from changed n join former o on o.id = n.id
    where n.sort_key <> o.sort_key or n.keeper_id <> o.keeper_id or n.withdrawn_at is distinct from o.withdrawn_at));
  return null;
end $$;
revoke all on function members.restand(uuid[]), members.restand_changed(), members.restand_person() from public;
create trigger placement_added after insert on members.placement referencing new table as changed for each statement execute function members.restand_changed();
create trigger placement_changed after update on members.placement referencing new table as changed for each statement execute function members.restand_changed();
create trigger status_added after insert on members.status referencing new table as changed for each statement execute function members.restand_changed();
create trigger status_changed after update on members.status referencing new table as changed for each statement execute function members.restand_changed();
create trigger person_changed after update on members.person referencing old table as former new table as changed for each statement execute function members.restand_person();

-- Which person an account is.
create table members.account_person (
  account_id uuid primary key references access.account,
  person_id  uuid not null references members.person
);

create function members.own_person_id() returns uuid
language sql stable security definer set search_path = pg_catalog, members, access as $$
  select person_id from members.account_person where account_id = access.account_id()
$$;
revoke all on function members.own_person_id() from public;

-- Who was a member, of what status, in which cell, on a day, as known at a moment.
create function members.membership_as_of(valid_on date, known_at timestamptz)
returns table (person_id uuid, cell_id uuid, status text) language sql stable as $$
  select p.person_id, p.cell_id, s.status
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
    and s.recorded_at <= known_at and (s.superseded_at is null or s.superseded_at > known_at)
  where p.valid_during @> valid_on and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at)
$$;
comment on function members.membership_as_of is 'A promise to other rooms: one row for each member on the day valid_on, as known at known_at.';

-- Everybody on the list of a cell on a day, with what bears on their vote: the members placed in it, and those it hosts.
-- Rights go by the cell, so that a list of the past is whole although somebody has moved away since.
create function members.roll_on(cell uuid, day date)
returns table (person_id uuid, full_name text, sort_key text, born_on text, sex text, status text, confirmed boolean, hosted boolean, overlays text[])
language sql stable security definer set search_path = pg_catalog, members, access as $$
  with listed as (
    select p.person_id, false as hosted from members.placement p
    where p.cell_id = cell and p.superseded_at is null and p.valid_during @> day
    union all
    select o.person_id, true from members.overlay o
    where o.cell_id = cell and o.kind = 'temporaryHere' and o.superseded_at is null and o.valid_during @> day
  )
  select x.id, x.full_name, x.sort_key, x.born_on, x.sex, s.status,
    s.status in ('full', 'exempt') or s.status in ('suspended', 'lostContact') and exists (
      select from members.membership m where m.person_id = x.id and m.superseded_at is null and m.confirmed_on <= day::text),
    l.hosted,
    array(select distinct o.kind from members.overlay o where o.person_id = x.id and o.superseded_at is null and o.valid_during @> day order by 1)
  from listed l
  join members.person x on x.id = l.person_id
  join members.status s on s.person_id = l.person_id and s.superseded_at is null and s.valid_during @> day
  where cell = any (array(select access.people_reach()))
$$;

-- What was known about a person at a moment before the last correction.
create function members.person_as_known(person uuid, known_at timestamptz) returns jsonb language sql stable parallel safe as $$
  select v.content from members.person_version v
  where v.person_id = person and v.recorded_at <= known_at and v.superseded_at > known_at order by v.version desc limit 1
$$;

-- Counts of members for each cell below an organisation on a day, as known at a moment (null = now). Counts name nobody, so rights
-- go by the organisation alone and members who have moved away since are in the counts of the past. Written so that 200,000 members
-- are joined by hashing and in parallel: the rights are asked before the query, which a row rule or a join with them would prevent.
create function members.counts_by_cell(organisation uuid, valid_on date, known_at timestamptz)
returns table (cell_id uuid, members int, probationary int, women int, ethnic_minority int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.cell_id, count(*)::int, (count(*) filter (where s.status = 'probationary'))::int,
      (count(*) filter (where case when known_at is null or x.recorded_at <= known_at then x.sex
        else members.person_as_known(x.id, known_at) ->> 'sex' end = 'female'))::int,
      (count(*) filter (where case when known_at is null or x.recorded_at <= known_at then x.ethnicity
        else members.person_as_known(x.id, known_at) ->> 'ethnicity' end <> 'Kinh'))::int
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    join members.person x on x.id = p.person_id
    where p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> valid_on)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
    group by p.cell_id;
end $$;

-- What a line of a list says of people, on a day, as known at a moment (null = now). Rights are asked once for the whole page.
create function members.lines_of(people uuid[], day date, known_at timestamptz)
returns table (person_id uuid, full_name text, other_name text, born_on text, sex text, ethnicity text, identity_last4 text,
  decided_on date, admitted_on text, confirmed_on text, card_number text, overlays text[])
language plpgsql stable security definer rows 50 set search_path = pg_catalog, members as $$
#variable_conflict use_column
declare
  reach uuid[] := array(select access.people_reach());
begin
  return query
    select x.id, x.full_name, x.other_name, x.born_on, x.sex, x.ethnicity, x.identity_last4, m.decided_on, m.admitted_on, m.confirmed_on, m.card_number,
      array(select distinct o.kind from members.overlay o where o.person_id = x.id and o.valid_during @> day
        and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at) order by 1)
    from unnest(people) u (id)
    join members.person x on x.id = u.id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join lateral (
      select * from members.membership m
      where m.person_id = x.id and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
        and coalesce(m.ceremony_on::text, m.admitted_on, m.decided_on::text, '') <= day::text
      order by m.ordinal desc limit 1) m on true;
end $$;

-- Full months elapsed from a day to another, as the program counts them: a shorter month ends on its last day.
create function members.full_months(begins date, ends date) returns int language sql immutable parallel safe as $$
  select m - case when begins + make_interval(months => m) > ends then 1 else 0 end
  from (select (extract(year from ends) - extract(year from begins))::int * 12 + (extract(month from ends) - extract(month from begins))::int as m) t
$$;

-- Party age in full years on a day; agrees with membershipYears() of the program. Null for who was never a member by then.
create function members.membership_years(person uuid, day date) returns int language sql stable as $$
  select floor(sum(members.full_months(spell.begins, least(coalesce(spell.ended_on, day), day))) / 12.0)::int
  from (
    select ended_on, coalesce(decided_on, case length(admitted_on)
      when 4 then (admitted_on || '-12-31')::date
      when 7 then ((admitted_on || '-01')::date + interval '1 month' - interval '1 day')::date
      else admitted_on::date end) as begins
    from members.membership where person_id = person and superseded_at is null) spell
  where spell.begins <= day
$$;

-- Identifiers of people whose name holds a text, from the text index; null when there are more than `most`. The index may not be used
-- under row-level security, so the search is made here; what it finds is shown only as far as the rights of the reader go.
create function members.people_named(wanted text, most int) returns uuid[]
language sql stable security definer set search_path = pg_catalog, members, platform as $$
  select case when count(*) > most then null else coalesce(array_agg(id), '{}') end
  from (select id from members.person where search_text like '%' || platform.fold(wanted) || '%' limit most + 1) found
$$;

-- Average age of the members below an organisation, and the latest admission into one of its cells, on a day.
create function members.age_and_admission(organisation uuid, valid_on date)
returns table (average_age numeric, last_admitted_on text)
language sql stable security definer set search_path = pg_catalog, members, organisations, access as $$
  with cells as (
    select array(select c.descendant_id from organisations.closure c
      where c.ancestor_id = organisation and c.valid_during @> valid_on and organisation = any (array(select access.people_reach()))) as ids
  )
  select
    (select round(avg(extract(year from valid_on) - left(x.born_on, 4)::int), 1)
      from members.placement p join members.person x on x.id = p.person_id
      where p.cell_id = any ((select ids from cells)::uuid[]) and p.superseded_at is null and p.valid_during @> valid_on),
    (select max(coalesce(m.decided_on::text, m.admitted_on)) 
      from members.placement p join members.membership m on m.person_id = p.person_id and m.superseded_at is null
      where p.cell_id = any ((select ids from cells)::uuid[]) and p.superseded_at is null
        and coalesce(m.decided_on::text, m.admitted_on) <= valid_on::text and p.valid_during @> coalesce(m.ceremony_on, m.decided_on))
$$;

revoke all on function members.roll_on(uuid, date), members.counts_by_cell(uuid, date, timestamptz), members.people_named(text, int),
  members.age_and_admission(uuid, date), members.lines_of(uuid[], date, timestamptz) from public;

-- Which of these people something else refers to (posts, files, remarks …), and in which table; asked before an entry is taken back.
-- Looks at every foreign key to a person, so that a new room need not be named here.
create function members.referred_to(people uuid[]) returns table (person_id uuid, by_table text)
language plpgsql stable security definer set search_path = pg_catalog, members as $$
declare r record;
begin
  for r in
    select c.conrelid::regclass as from_table, n.nspname || '.' || t.relname as called, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and c.confrelid = 'members.person'::regclass
      and (n.nspname, t.relname) not in (('members', 'membership'), ('members', 'status'), ('members', 'placement'), ('members', 'person_version'), ('members', 'standing'))
  loop
    return query execute format('select distinct %1$I, %3$L::text from %2$s where %1$I = any ($1)', r.col, r.from_table, r.called) using people;
  end loop;
end $$;
revoke all on function members.referred_to(uuid[]) from public;

-- Takes people out of sight who were entered in error. A function, because a row may not be changed into one its writer cannot see.
create function members.withdraw(people uuid[]) returns int
language sql security definer set search_path = pg_catalog, members, access, platform as $$
  with gone as (
    update members.person set withdrawn_at = platform.moment()
    where id = any (people) and withdrawn_at is null and keeper_id = any (array(select access.people_reach())) returning 1)
  select count(*)::int from gone
$$;
revoke all on function members.withdraw(uuid[]) from public;

alter table members.person enable row level security;
create policy person_read on members.person for select
  using (withdrawn_at is null and (keeper_id = any (array(select access.people_reach())) or id = (select members.own_person_id())));
create policy person_write on members.person for insert with check (keeper_id = any (array(select access.people_reach())));
create policy person_change on members.person for update using (keeper_id = any (array(select access.people_reach())));

do $$
declare t text;
begin
  foreach t in array array['person_version','correction','placement','overlay','post'] loop
    execute format('alter table members.%I enable row level security', t);
    execute format('create policy %I on members.%I for select using (exists (select from members.person p where p.id = person_id))', t || '_read', t);
    execute format('create policy %I on members.%I for insert with check (exists (select from members.person p where p.id = person_id))', t || '_write', t);
    execute format('create policy %I on members.%I for update using (exists (select from members.person p where p.id = person_id))', t || '_change', t);
  end loop;
end $$;
do $$
declare t text;
begin
  foreach t in array array['membership','status'] loop
    execute format('alter table members.%I enable row level security', t);
    execute format('create policy %I on members.%I for select using (keeper_id = any (array(select access.people_reach())) or person_id = (select members.own_person_id()))', t || '_read', t);
    execute format('create policy %I on members.%I for insert with check (keeper_id = any (array(select access.people_reach())))', t || '_write', t);
    execute format('create policy %I on members.%I for update using (keeper_id = any (array(select access.people_reach())))', t || '_change', t);
  end loop;
end $$;
alter table members.standing enable row level security;
create policy standing_read on members.standing for select
  using (keeper_id = any (array(select access.people_reach())) or person_id = (select members.own_person_id()));
-- Placements are what lists and counts start from: their rights go by the cell, so that the index on the cell serves them.
drop policy placement_read on members.placement;
create policy placement_read on members.placement for select
  using (cell_id = any (array(select access.people_reach())) or person_id = (select members.own_person_id())
    or exists (select from members.person p where p.id = person_id));
alter table members.account_person enable row level security;
create policy account_person_own on members.account_person for select
  using (account_id = access.account_id() or exists (select from members.person p where p.id = person_id));

grant usage on schema members to dangvu_program;
grant select, insert, update on all tables in schema members to dangvu_program;
revoke insert, update on members.standing from dangvu_program;
grant execute on all functions in schema members to dangvu_program;
revoke execute on function members.restand(uuid[]) from dangvu_program;
