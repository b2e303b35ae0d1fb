-- What the one search box looks in: the words of every name, without marks and with them, kept beside the people and the organisations.
create schema search;

-- Words of a text without marks, as the program's searchWords() makes them: small letters a–z and digits, a final y after consonants
-- written i, so that both spellings (lý, lí) are one.
create function search.words(content text) returns text[] language sql immutable strict parallel safe return
  array_remove(regexp_split_to_array(regexp_replace(platform.fold(content), '\m([bcdghklmnpqrstvx]+|qu)y\M', '\1i', 'g'), '[^a-z0-9]+'), '');

-- Words of a text with their marks, as the program's markedWords() makes them: decomposed, the tone moved to the end of the word,
-- so that both Unicode forms and both placements of the tone (hòa, hoà) are one.
create function search.marked_words(content text) returns text[] language sql immutable strict parallel safe return
  array_remove(regexp_split_to_array(
    regexp_replace(regexp_replace(
      lower(normalize(content, nfd) collate "vi-x-icu"),
      '([\u0300\u0301\u0303\u0309\u0323])([a-zđ\u0302\u0306\u031b]*)', '\2\1', 'g'),
      '(^|[^a-zđ0-9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323])([bcdđghklmnpqrstvx]+|qu)y(?=[\u0300\u0301\u0303\u0309\u0323]?($|[^a-zđ0-9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]))', '\1\2i', 'g'),
    '[^a-zđ0-9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]+'), '');

create function search.word_vector(content text) returns tsvector language sql immutable strict parallel safe return
  array_to_tsvector(search.words(content) || search.marked_words(content));

-- A decision number from its first digit on, without marks and signs: 12-QĐ/HU becomes 12qdhu.
create function search.number_key(number text) returns text language sql immutable strict parallel safe return
  regexp_replace(regexp_replace(platform.fold(number), '[^a-z0-9]+', '', 'g'), '^[^0-9]+', '');

create table search.person_key (
  person_id uuid primary key references members.person on delete cascade,
  keeper_id uuid not null,
  sort_key  text collate "C" not null,
  words     tsvector not null
);
comment on table search.person_key is 'Derived: the words of the names of a person, and what rights and order go by. Kept by triggers of members.person, never written by the program.';
create index person_key_words on search.person_key using gin (words);
create index person_key_keeper on search.person_key (keeper_id);

create table search.organisation_key (
  version_id      uuid primary key references organisations.version on delete cascade,
  organisation_id uuid not null,
  code            text collate "C",
  words           tsvector not null
);
comment on table search.organisation_key is 'Derived: the words of every name an organisation has or had, its committee''s among them, and its code. Kept by triggers of organisations.version.';
create index organisation_key_words on search.organisation_key using gin (words);
create index organisation_key_organisation on search.organisation_key (organisation_id);
create index organisation_key_code on search.organisation_key (code);

create table search.word (word text collate "C" primary key);
comment on table search.word is 'Every word of every name, without marks: what a misspelt word is compared with. A syllable belongs to nobody.';

create function search.learn_words(vectors tsvector[]) returns void
language sql security definer set search_path = pg_catalog, search as $$
  insert into search.word (word)
  select distinct w from unnest(vectors) v, unnest(tsvector_to_array(v)) w where w ~ '^[a-z0-9]+$'
  on conflict do nothing
$$;

create function search.key_people(people uuid[]) returns void
language sql security definer set search_path = pg_catalog, search as $$
  delete from search.person_key where person_id = any (people);
  with keyed as (
    insert into search.person_key (person_id, keeper_id, sort_key, words)
    select id, keeper_id, sort_key, search.word_vector(full_name || ' ' || coalesce(other_name, ''))
    from members.person where id = any (people) and withdrawn_at is null
    returning words)
  select search.learn_words(array_agg(words)) from keyed
$$;
create function search.key_entered_people() returns trigger language plpgsql security definer set search_path = pg_catalog, search as $$
begin
  perform search.key_people(array(select id from entered));
  return null;
end $$;
create trigger person_keyed after insert on members.person referencing new table as entered for each statement execute function search.key_entered_people();
create function search.key_changed_person() returns trigger language plpgsql security definer set search_path = pg_catalog, search as $$
begin
  if (new.full_name, new.other_name, new.withdrawn_at) is distinct from (old.full_name, old.other_name, old.withdrawn_at) then
    perform search.key_people(array[new.id]);
  else
    update search.person_key set keeper_id = new.keeper_id, sort_key = new.sort_key where person_id = new.id;
  end if;
  return null;
end $$;
create trigger person_rekeyed after update of full_name, other_name, sort_key, keeper_id, withdrawn_at on members.person
  for each row when ((old.full_name, old.other_name, old.sort_key, old.keeper_id, old.withdrawn_at)
    is distinct from (new.full_name, new.other_name, new.sort_key, new.keeper_id, new.withdrawn_at))
  execute function search.key_changed_person();

-- A committee is found by what it is called (đảng ủy, chi ủy, huyện ủy), though only its organisation has a name.
create function search.key_organisation() returns trigger language plpgsql security definer set search_path = pg_catalog, search as $$
begin
  delete from search.organisation_key where version_id = new.id;
  if new.superseded_at is null then
    insert into search.organisation_key (version_id, organisation_id, code, words)
    values (new.id, new.organisation_id, new.code, search.word_vector(new.name || ' ' || new.short_name || ' uy ' ||
      case when new.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM') then 'chi' when new.type = 'DB_HUYEN' then 'huyen dang' when new.type = 'DB_TINH' then 'tinh dang' else 'dang' end));
    perform search.learn_words(array[search.word_vector(new.name || ' ' || new.short_name)]);
  end if;
  return null;
end $$;
create trigger version_keyed after insert or update on organisations.version for each row execute function search.key_organisation();

-- Makes every key anew; for data that came past the triggers.
create function search.key_all() returns void language plpgsql security definer set search_path = pg_catalog, search as $$
begin
  delete from search.person_key;
  insert into search.person_key (person_id, keeper_id, sort_key, words)
    select id, keeper_id, sort_key, search.word_vector(full_name || ' ' || coalesce(other_name, '')) from members.person where withdrawn_at is null;
  insert into search.word (word)
    select word from ts_stat('select words from search.person_key') where word ~ '^[a-z0-9]+$' on conflict do nothing;
end $$;
select search.key_all();
update organisations.version set name = name;

-- Decision numbers and old identity numbers are looked for by what was typed of them.
create index person_old_identity on members.person (old_identity_number) where old_identity_number is not null;
create index membership_decision_key on members.membership ((search.number_key(decision_number)) collate "C") where decision_number is not null and superseded_at is null;
create index membership_confirmation_key on members.membership ((search.number_key(confirmation_number)) collate "C") where confirmation_number is not null and superseded_at is null;
create index case_decision_key on admission.case_file ((search.number_key(decision_number)) collate "C") where decision_number is not null;

-- Which of these words stand in a name somewhere.
create function search.known_words(candidates text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, search as $$
  select word from search.word where word = any (candidates)
$$;

-- What the actor may see, asked once for a whole search: the organisations, and whether that is every one there is.
create function search.part() returns table (reach uuid[], everything boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with part as (select array(select access.people_reach()) as reach)
  select reach, cardinality(reach) >= (select count(*) from organisations.organisation) from part
$$;

-- What a line of the finds says of a person on a day.
create function search.person_lines(people uuid[], day date)
returns table (person_id uuid, full_name text, other_name text, born_on text, card_number text, cell_id uuid, cell text, organisation text,
  status text, end_kind text, prospect_id uuid)
language plpgsql stable rows 10 set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    with line as (
      select x.id, x.full_name, x.other_name, x.born_on, m.card_number, coalesce(s.cell_id, x.keeper_id) as cell_id, s.status,
        case when s.status is null then m.end_kind end as end_kind,
        case when s.status is null then (select p.id from sources_and_targets.prospect p where p.person_id = x.id and p.closed_on is null) end as prospect_id
      from unnest(people) u (id)
      join members.person x on x.id = u.id
      left join lateral (select t.cell_id, t.status from members.standing t where t.person_id = x.id and t.valid_during @> day limit 1) s on true
      left join lateral (select t.card_number, t.end_kind from members.membership t where t.person_id = x.id and t.superseded_at is null order by t.ordinal desc limit 1) m on true
    )
    select l.id, l.full_name, l.other_name, l.born_on, l.card_number, l.cell_id, p.cell, p.organisation, l.status, l.end_kind, l.prospect_id
    from line l left join organisations.places_of(array(select distinct cell_id from line), day) p on p.cell_id = l.cell_id;
end $$;

-- People whose names fit: the finds of the first query by name, then what the next ones add, as many as are wanted. total: how many fit
-- the query `counted`, 1001 for more than a thousand. Only within the actor's part. Above a thousand finds the order is not kept: too
-- many to read through, and sorting them all would cost more than it tells.
create function search.people(queries text[], counted int, most int, day date)
returns table (tier int, ordinal int, total int, person_id uuid, full_name text, other_name text, born_on text, card_number text, cell_id uuid, cell text,
  organisation text, status text, end_kind text, prospect_id uuid)
language plpgsql stable security definer rows 10 set search_path = pg_catalog set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  reach uuid[];
  everything boolean;
  wanted tsquery;
  found uuid[] := '{}';
  tiers int[] := '{}';
  batch uuid[];
  hits int := 0;
begin
  select p.reach, p.everything into reach, everything from search.part() p;
  for i in 1 .. coalesce(array_length(queries, 1), 0) loop
    exit when cardinality(found) >= most and i > counted;
    wanted := queries[i]::tsquery;
    with hit as materialized (
      select k.person_id, k.sort_key from search.person_key k
      where k.words @@ wanted and (everything or k.keeper_id = any (reach)) limit 1001
    ), fresh as (
      select person_id from hit where person_id <> all (found) order by sort_key, person_id limit most - cardinality(found)
    )
    select array(select person_id from fresh), (select count(*) from hit) into batch, hits;
    if i = counted then total := hits; end if;
    found := found || batch;
    tiers := tiers || array_fill(i, array[cardinality(batch)]);
  end loop;
  hits := total;
  return query
    select tiers[n.ordinal], n.ordinal::int, hits, l.* from unnest(found) with ordinality n (id, ordinal)
    join search.person_lines(found, day) l on l.person_id = n.id order by n.ordinal;
end $$;

-- People by the number of their card, by the last four digits of the identity number, or by an identity number, new or old. Only within the actor's part.
create function search.people_by_number(cards text[], last4 text, identity text, most int, day date)
returns table (reason text, person_id uuid, full_name text, other_name text, born_on text, card_number text, cell_id uuid, cell text,
  organisation text, status text, end_kind text, prospect_id uuid)
language plpgsql stable security definer rows 10 set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  found uuid[];
  reasons text[];
begin
  with hit as (
    select m.person_id as id, 'card' as reason, 1 as rank from members.membership m where m.card_number = any (cards) and m.superseded_at is null
    union all select x.id, 'identity', 2 from members.person x where x.identity_number = identity
    union all select x.id, 'oldIdentity', 3 from members.person x where x.old_identity_number = identity
    union all select x.id, 'identityLast4', 4 from members.person x where x.identity_last4 = last4
  ), best as (
    select distinct on (h.id) h.id, h.reason, h.rank, x.sort_key from hit h
    join members.person x on x.id = h.id and x.withdrawn_at is null and x.keeper_id = any (reach) order by h.id, h.rank
  ), shown as (select * from best order by rank, sort_key, id limit most)
  select array_agg(id order by rank, sort_key, id), array_agg(shown.reason order by rank, sort_key, id) from shown into found, reasons;
  return query
    select reasons[n.ordinal], l.* from unnest(found) with ordinality n (id, ordinal)
    join search.person_lines(found, day) l on l.person_id = n.id order by n.ordinal;
end $$;

-- Organisations by the words of a name they have or had, or by the beginning of their code. The finds of the first query that has any. former_name: the name that fitted, when it is not the name of the day. Only within the actor's part.
create function search.organisations(queries text[], code_start text, most int, day date)
returns table (tier int, total int, organisation_id uuid, name text, type text, code text, above text, former_name text, former_until date, by_code boolean)
language plpgsql stable security definer rows 10 set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach uuid[];
  wanted tsquery;
begin
  for i in 1 .. greatest(coalesce(array_length(queries, 1), 0), 1) loop
    wanted := queries[i]::tsquery;
    continue when not exists (select from search.organisation_key k where k.words @@ wanted)
      and not exists (select from search.organisation_key k where k.code >= code_start and k.code < code_start || '~');
    reach := coalesce(reach, array(select access.reach()));
    return query
      with hit as (
        select k.version_id, k.organisation_id, false as by_code from search.organisation_key k where k.words @@ wanted
        union all
        select k.version_id, k.organisation_id, true from search.organisation_key k where code_start is not null and k.code >= code_start and k.code < code_start || '~'
      ), best as (
        select distinct on (h.organisation_id) h.organisation_id, h.by_code, v.name, v.valid_during
        from hit h join organisations.version v on v.id = h.version_id
        where h.organisation_id = any (reach)
        order by h.organisation_id, v.valid_during @> day desc, lower(v.valid_during) desc
      ), now as (
        select b.organisation_id, b.by_code, b.valid_during, b.name as found_name, c.name, c.type, c.code
        from best b
        cross join lateral (select v.name, v.type, v.code from organisations.version v
          where v.organisation_id = b.organisation_id and v.superseded_at is null order by v.valid_during @> day desc, lower(v.valid_during) desc limit 1) c
      )
      select i, (count(*) over ())::int, w.organisation_id, w.name, w.type, w.code,
        (select p.organisation from organisations.places_of(array[w.organisation_id], day) p),
        case when w.found_name <> w.name then w.found_name end, case when w.found_name <> w.name then upper(w.valid_during) - 1 end, w.by_code
      from now w order by w.found_name <> w.name, w.code nulls last, w.name limit most;
    exit when found;
  end loop;
end $$;

-- Files of admission and of confirmation by the words of the person's name, open ones first. Only where both lie within the actor's part.
create function search.files(queries text[], most int, day date)
returns table (tier int, total int, case_id uuid, kind text, stage text, closed_on date, opened_on date, full_name text, born_on text, cell text, organisation text)
language plpgsql stable security definer rows 10 set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach uuid[];
  wanted tsquery;
begin
  for i in 1 .. coalesce(array_length(queries, 1), 0) loop
    wanted := queries[i]::tsquery;
    -- Most searches fit no file: then nobody's part is asked for.
    continue when not exists (select from admission.case_file c join search.person_key k on k.person_id = c.person_id where k.words @@ wanted);
    reach := coalesce(reach, array(select access.people_reach()));
    return query
      with hit as (
        select c.id, c.kind, c.stage, c.closed_on, c.opened_on, c.cell_id, k.person_id, k.sort_key
        from admission.case_file c join search.person_key k on k.person_id = c.person_id
        where k.words @@ wanted and c.cell_id = any (reach) and k.keeper_id = any (reach)
      ), page as (select *, count(*) over () as total from hit order by closed_on is not null, sort_key, opened_on desc, id limit most)
      select i, p.total::int, p.id, p.kind, p.stage, p.closed_on, p.opened_on, x.full_name, x.born_on, l.cell, l.organisation
      from page p join members.person x on x.id = p.person_id
      left join organisations.places_of(array(select distinct cell_id from page), day) l on l.cell_id = p.cell_id
      order by p.closed_on is not null, p.sort_key, p.opened_on desc, p.id;
    exit when found;
  end loop;
end $$;

-- Decisions of admission and of confirmation by the beginning of their number, newest first: the file where there is one, else the member.
-- A number that was typed to its end is not found inside a longer one: 12 is not 123.
create function search.decisions(number_start text, most int, day date)
returns table (total int, kind text, number text, decided_on date, case_id uuid, case_kind text, person_id uuid, full_name text, born_on text, cell text, organisation text)
language plpgsql stable security definer rows 10 set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  until constant text := number_start || '~';
  longer constant text := '^' || number_start || case when number_start ~ '[0-9]$' then '[0-9]' else '$^' end;
begin
  return query
    with hit as (
      select case when c.kind = 'confirmation' then 'confirmation' else 'admission' end as kind, c.decision_number as number, c.decided_on as day, c.id as case_id, c.kind as case_kind,
        c.person_id, c.cell_id
      from admission.case_file c
      where c.decision_number is not null and search.number_key(c.decision_number) collate "C" >= number_start and search.number_key(c.decision_number) collate "C" < until
        and c.cell_id = any (reach)
      union all
      select 'admission', m.decision_number, m.decided_on, null, null, m.person_id, null from members.membership m
      where m.superseded_at is null and m.decision_number is not null
        and search.number_key(m.decision_number) collate "C" >= number_start and search.number_key(m.decision_number) collate "C" < until
      union all
      select 'confirmation', m.confirmation_number, m.confirmation_signed_on, null, null, m.person_id, null from members.membership m
      where m.superseded_at is null and m.confirmation_number is not null
        and search.number_key(m.confirmation_number) collate "C" >= number_start and search.number_key(m.confirmation_number) collate "C" < until
    ), best as (
      select distinct on (h.person_id, h.kind, search.number_key(h.number)) h.*, x.full_name, x.born_on, x.sort_key, coalesce(h.cell_id, x.keeper_id) as place_id
      from hit h join members.person x on x.id = h.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
      where search.number_key(h.number) !~ longer
      order by h.person_id, h.kind, search.number_key(h.number), h.case_id is null
    ), page as (select *, count(*) over () as total from best order by day desc nulls last, number, sort_key limit most)
    select p.total::int, p.kind, p.number, p.day, p.case_id, p.case_kind, p.person_id, p.full_name, p.born_on, l.cell, l.organisation
    from page p left join organisations.places_of(array(select distinct place_id from page), day) l on l.cell_id = p.place_id
    order by p.day desc nulls last, p.number, p.sort_key;
end $$;

alter table search.person_key enable row level security;
create policy person_key_read on search.person_key for select using (keeper_id = any (array(select access.people_reach())));
alter table search.organisation_key enable row level security;
create policy organisation_key_read on search.organisation_key for select using (organisation_id = any (array(select access.reach())));

grant usage on schema search to dangvu_program;
grant select on search.person_key, search.organisation_key to dangvu_program;
revoke all on all functions in schema search from public;
grant execute on function search.words(text), search.marked_words(text), search.word_vector(text), search.number_key(text), search.known_words(text[]),
  search.people(text[], int, int, date), search.people_by_number(text[], text, text, int, date), search.organisations(text[], text, int, date),
  search.files(text[], int, date), search.decisions(text, int, date) to dangvu_program;
