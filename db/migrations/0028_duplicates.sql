-- Pairs of records that look like one person, and what was decided about them.
create schema duplicates;

create table duplicates.pair (
  id          uuid primary key,
  first_id    uuid not null references members.person on delete cascade,
  second_id   uuid not null references members.person on delete cascade,
  score       int not null constraint pair_score check (score between 0 and 100),
  parts       jsonb not null,
  fingerprint text not null,
  state       text not null default 'open' constraint pair_state check (state in ('open','different','joined')),
  reason      text,
  decided_on  date,
  decided_by  uuid references access.account,
  found_on    date not null,
  version     int not null default 1,
  recorded_at timestamptz not null default platform.moment(),
  constraint pair_once unique (first_id, second_id),
  constraint pair_in_order check (first_id < second_id),
  constraint pair_different_with_reason check (state <> 'different' or (reason <> '' and decided_on is not null))
);
comment on table duplicates.pair is 'Two records that look like one person. parts: what speaks for and against, as the last look found it; fingerprint: of what was compared. A pair that was found to be two people comes up again when one of them changed.';
create index pair_second on duplicates.pair (second_id);
create index pair_open on duplicates.pair (score desc) where state = 'open';

create table duplicates.decision (
  id          uuid primary key,
  pair_id     uuid not null references duplicates.pair on delete cascade,
  verdict     text not null constraint decision_verdict check (verdict in ('different','joined','parted','changed')),
  reason      text,
  score       int not null,
  fingerprint text not null,
  decided_on  date not null,
  decided_by  uuid references access.account,
  recorded_at timestamptz not null default platform.moment()
);
comment on table duplicates.decision is 'What was decided about a pair, in order; changed: one of the two was written anew, and the question stands again.';
create index decision_pair on duplicates.decision (pair_id, recorded_at);

-- Words of a name without marks, in alphabetical order: the order of the parts does not matter.
create function duplicates.sorted_words(folded text) returns text language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select string_agg(w, ' ' order by w) from regexp_split_to_table(folded, '[^a-z0-9]+') w where w <> ''
$$;

-- Every number with one sign left out: two numbers with one sign other, one missing or two exchanged have one in common.
create function duplicates.with_one_left_out(number text) returns setof text language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select distinct left(number, k - 1) || substr(number, k + 1) from generate_series(1, length(number)) k
$$;

-- In how many places two whole days differ.
create function duplicates.digits_apart(a text, b text) returns int language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select count(*)::int from generate_series(1, 10) k where substr(a, k, 1) <> substr(b, k, 1)
$$;

-- The names of people within the actor's part (of some of them, when told which), with what they are looked up by.
create function duplicates.names_of(people uuid[]) returns table (id uuid, name text, born text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  return query
    with who as materialized (
      select x.id, case when x.other_name is null then x.search_text else platform.fold(x.full_name) end as name, platform.fold(x.other_name) as other, coalesce(x.born_on, '') as born
      from members.person x where x.withdrawn_at is null and x.keeper_id in (select unnest(reach)) and (people is null or x.id = any (people))
    ), alias as (
      select v.person_id as id, platform.fold(member_sheet.said(v.content)) as other from member_sheet.value v
      where v.field in ('alias', 'otherName') and v.superseded_at is null and v.valid_during @> access.today() and v.content <> 'null' and (people is null or v.person_id = any (people))
    )
    select w.id, w.name, w.born from who w
    union
    -- A single word takes the place of the given name.
    select w.id, case when o.other like '% %' then o.other else regexp_replace(w.name, '[^ ]+$', '') || o.other end, w.born
    from who w join (select id, other from who where other <> '' union all select id, other from alias where other <> '') o on o.id = w.id;
end $$;

-- The numbers of the same people: identity numbers and cards, as digits and letters only.
create function duplicates.numbers_of(people uuid[]) returns table (id uuid, number text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  return query
    with who as materialized (
      select x.id, x.identity_number, x.old_identity_number from members.person x
      where x.withdrawn_at is null and x.keeper_id in (select unnest(reach)) and (people is null or x.id = any (people)))
    select n.id, n.number from (
      select id, 'i' || regexp_replace(identity_number, '[^0-9]', '', 'g') as number from who where identity_number is not null
      union select id, 'i' || regexp_replace(old_identity_number, '[^0-9]', '', 'g') from who where old_identity_number is not null
      union select m.person_id, 'c' || regexp_replace(m.card_number, '[^0-9]', '', 'g') from members.membership m join who on who.id = m.person_id where m.superseded_at is null and m.card_number is not null) n
    where length(n.number) >= 7;
end $$;

-- Pairs of people within the actor's part who may be one person, by keys of which each holds few people; never everybody with everybody:
-- the same words of a name in any order and the year, or the day and month, of birth; the day of birth and all of the name but the family or
-- the given name; no middle name and the year; a number, or a number with one sign left out and the given name.
create function duplicates.candidates() returns table (first_id uuid, second_id uuid)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan set enable_nestloop = off set jit = off as $$
#variable_conflict use_column
begin
  return query
    with named as materialized (
      select n.id, n.name, n.born, left(n.born, 4) as year, length(n.born) = 10 as whole, duplicates.sorted_words(n.name) as sorted,
        split_part(n.name, ' ', 1) as family, substring(n.name from '[^ ]+$') as given, n.name !~ ' .* ' as short
      from duplicates.names_of(null) n
    ), key as (
      select id, 'n' || sorted || '|' || year as key, born, whole from named where year <> ''
      union all select id, 'w' || sorted || '|' || substr(born, 6), born, whole from named where whole
      union all select id, 'd' || born || '|' || given, born, whole from named where whole
      union all select id, 'f' || born || '|' || regexp_replace(name, ' ?[^ ]+$', ''), born, whole from named where whole
    ), by_name as (
      select a.id as a, b.id as b from key a join key b on b.key = a.key and b.id > a.id
      -- Namesakes born on quite other days of one year are many and nothing to ask about.
      where left(a.key, 1) <> 'n' or not (a.whole and b.whole) or a.born = b.born
        or a.born = left(b.born, 5) || right(b.born, 2) || substr(b.born, 5, 3) or duplicates.digits_apart(a.born, b.born) <= 1
    ), by_short_name as (
      select least(a.id, b.id), greatest(a.id, b.id) from named a join named b on b.family = a.family and b.given = a.given and b.year = a.year and b.id <> a.id
      where a.short and not b.short and a.year <> '' and (not (a.whole and b.whole) or a.born = b.born)
    ), number as materialized (
      select distinct m.id, m.number, n.given from duplicates.numbers_of(null) m join named n on n.id = m.id
    ), by_number as (
      select a.id, b.id from number a join number b on b.number = a.number and b.id > a.id
      union all
      select a.id, b.id from (select id, left(number, 1) || o as number, given from number, duplicates.with_one_left_out(substr(number, 2)) o) a
        join (select id, left(number, 1) || o as number, given from number, duplicates.with_one_left_out(substr(number, 2)) o) b on b.number = a.number and b.given = a.given and b.id > a.id
    )
    select * from by_name union select * from by_short_name union select * from by_number;
end $$;

-- People within the actor's part who may be the person described: folded names, births and numbers as the names and numbers above.
create function duplicates.like_person(names text[], born text, numbers text[], most int) returns setof uuid
language plpgsql stable security definer rows 20 set search_path = pg_catalog set pg_trgm.similarity_threshold = 0.6 as $$
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  return query
    select x.id from members.person x
    where x.withdrawn_at is null and x.keeper_id = any (reach) and x.id in (
      select p.id from unnest(names) n join members.person p on p.search_text operator(public.%) n
      where born is null or p.born_on is null or abs(left(p.born_on, 4)::int - left(born, 4)::int) <= 1 or public.similarity(p.search_text, n) > 0.95 and substr(p.born_on, 6) = substr(born, 6)
      union select p.id from members.person p where p.identity_number = any (numbers) or p.old_identity_number = any (numbers)
      union select m.person_id from members.membership m where m.card_number = any (numbers) and m.superseded_at is null)
    limit most;
end $$;

-- What is compared of people within the actor's part.
create function duplicates.facts_of(people uuid[])
returns table (id uuid, full_name text, other_names text[], sex text, born_on text, identity_numbers text[], card_numbers text[], phone text, native_place text, cell_id uuid, father text, mother text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  return query
    select x.id, x.full_name, array_remove(array[x.other_name, a.alias], null), x.sex, x.born_on, array_remove(array[x.identity_number, x.old_identity_number], null), coalesce(c.cards, '{}'),
      x.phone, x.native_place, x.keeper_id, f.father, f.mother
    from members.person x
    left join (select v.person_id, max(member_sheet.said(v.content)) as alias from member_sheet.value v
      where v.field = 'alias' and v.superseded_at is null and v.valid_during @> access.today() and v.person_id = any (people) group by 1) a on a.person_id = x.id
    left join (select m.person_id, array_agg(distinct m.card_number order by m.card_number) as cards from members.membership m
      where m.superseded_at is null and m.card_number is not null and m.person_id = any (people) group by 1) c on c.person_id = x.id
    left join (select e.person_id, max(e.content ->> 'name') filter (where platform.fold(e.content ->> 'relation') in ('bo', 'bo de', 'cha', 'cha de')) as father,
        max(e.content ->> 'name') filter (where platform.fold(e.content ->> 'relation') in ('me', 'me de')) as mother
      from member_sheet.entry e where e.list = 'family' and e.superseded_at is null and not e.removed and e.person_id = any (people) group by 1) f on f.person_id = x.id
    where x.id = any (people) and x.withdrawn_at is null and x.keeper_id in (select unnest(reach));
end $$;

alter table duplicates.pair enable row level security;
alter table duplicates.decision enable row level security;
create policy pair_reach on duplicates.pair using (exists (select from members.person p where p.id = first_id) and exists (select from members.person p where p.id = second_id));
create policy decision_reach on duplicates.decision using (exists (select from duplicates.pair p where p.id = pair_id));

grant usage on schema duplicates to dangvu_program;
grant select, insert, update on duplicates.pair to dangvu_program;
grant select, insert on duplicates.decision to dangvu_program;
revoke all on all functions in schema duplicates from public;
grant execute on function duplicates.candidates(), duplicates.like_person(text[], text, text[], int), duplicates.facts_of(uuid[]) to dangvu_program;
