-- Two records of one person joined: the surviving one keeps the facts of both, the other stays on record and leads to it. Whatever refers to
-- a person is found by the foreign keys, so that a new room need not be named here.
alter table members.person add column joined_into uuid constraint person_joined_into references members.person;
alter table members.person add constraint person_joined_is_put_aside check (joined_into is null or (withdrawn_at is not null and joined_into <> id));
create index person_joined_into on members.person (joined_into) where joined_into is not null;
comment on column members.person.joined_into is 'The record that goes on for this one, since both were found to be one person.';
comment on column members.person.withdrawn_at is 'Shown nowhere since then: entered in error and taken back before anything was built on it, or joined into another record.';

-- While a joining is undone, rows are put back as they were; that is no new statement. Only the house's own functions can say so.
create function platform.is_restoring() returns boolean language sql stable as $$
  select coalesce(current_setting('dangvu.restoring', true), '') = 'yes' and current_user <> session_user
$$;

create or replace function members.keep_former_version() returns trigger language plpgsql security definer set search_path = pg_catalog, members, platform as $$
declare
  -- Joining a record into another, or parting them, says nothing else about the person. What is computed is not known yet when this runs.
  aside constant text[] := array['keeper_id', 'version', 'recorded_at', 'joined_into', 'search_text', 'identity_last4'] || case when old.joined_into is distinct from new.joined_into then array['withdrawn_at'] else '{}' end;
begin
  if to_jsonb(old) - aside is distinct from to_jsonb(new) - aside then
    insert into members.person_version (person_id, version, content, recorded_at)
      values (old.id, old.version, to_jsonb(old) - 'search_text' - 'sort_key' - 'identity_last4' - 'joined_into', old.recorded_at);
    new.version := old.version + 1;
    new.recorded_at := platform.moment();
  end if;
  return new;
end $$;
drop trigger person_keeps_former_version on members.person;
create trigger person_keeps_former_version before update on members.person
  for each row when (not platform.is_restoring()) execute function members.keep_former_version();
drop trigger person_is_followed_by_sheet on members.person;
create trigger person_is_followed_by_sheet after update of full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number,
  phone, native_place, residence, general_education, profession, political_theory, occupation, note on members.person
  for each row when (old.* is distinct from new.* and not platform.is_restoring()) execute function member_sheet.follow_person();

-- Where somebody's record is found now: the surviving one, when it was joined into another; else itself. Null outside the actor's part.
create function members.surviving(person uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  with recursive line as (
    select x.id, x.joined_into, 0 as step from members.person x where x.id = person
    union all
    select x.id, x.joined_into, step + 1 from line l join members.person x on x.id = l.joined_into where step < 20
  )
  select l.id from line l join members.person x on x.id = l.id
  where l.joined_into is null and x.withdrawn_at is null
    and (x.keeper_id = any (array(select access.people_reach())) or x.id = members.own_person_id())
$$;
revoke all on function members.surviving(uuid) from public;
grant execute on function members.surviving(uuid), platform.is_restoring() to dangvu_program;

create table duplicates.joining (
  id              uuid primary key,
  survivor_id     uuid not null references members.person,
  other_id        uuid not null references members.person,
  other_keeper_id uuid not null references organisations.organisation,
  pair_id         uuid references duplicates.pair,
  reason          text not null,
  basis           text not null,
  taken           text[] not null default '{}',
  joined_on       date not null,
  joined_by       uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  left_as         jsonb not null default '{}',
  version         int not null default 1,
  undone_on       date,
  undone_by       uuid references access.account,
  undo_reason     text,
  constraint joining_of_two check (survivor_id <> other_id),
  constraint joining_undone_with_reason check ((undone_on is null) = (undo_reason is null))
);
comment on table duplicates.joining is 'A record joined into another. taken: what was taken from the other where both said something. left_as: fingerprints of all rows about the two right after, to tell what was built on them since.';
create unique index joining_live on duplicates.joining (other_id) where undone_on is null;
create index joining_survivor on duplicates.joining (survivor_id);

create table duplicates.joined_row (
  joining_id uuid not null references duplicates.joining,
  ordinal    int not null,
  in_table   text not null,
  row_key    jsonb not null,
  before     jsonb,
  after      jsonb,
  primary key (joining_id, ordinal)
);
comment on table duplicates.joined_row is 'A row that a joining changed: the columns that differ, before and after. before null: the row was made by it; after null: it stands under another key since.';

create type duplicates.row_about as (in_table text, row_key jsonb, content jsonb);
create type duplicates.link as (child regclass, col name, owned boolean);
create type duplicates.move as (child regclass, col name, source uuid, target uuid);
create type duplicates.collision as (child regclass, called name, at_once boolean, source_key jsonb, source_id uuid, target_id uuid);

-- Columns by which rows of other tables refer to a table. What the program may not write is derived and comes by itself; what falls with a
-- person is a note about likeness. owned: the row cannot be without what it refers to.
create function duplicates.links_to(parent regclass) returns setof duplicates.link language sql stable set search_path = pg_catalog as $$
  select c.conrelid::regclass, a.attname, a.attnotnull or a.attname = 'person_id'
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
  where c.contype = 'f' and c.confrelid = parent and c.conrelid <> c.confrelid and cardinality(c.conkey) = 1 and c.confdeltype <> 'c'
    and n.nspname <> 'duplicates' and has_table_privilege('dangvu_program', c.conrelid, 'insert')
  order by n.nspname, t.relname, a.attname
$$;

-- The columns of the primary key, and those that are kept (not computed from others).
create function duplicates.key_of(t regclass) returns name[] language sql stable set search_path = pg_catalog as $$
  select array_agg(a.attname order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = t and i.indisprimary
$$;
create function duplicates.kept_columns(t regclass) returns name[] language sql stable set search_path = pg_catalog as $$
  select array_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = t and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
$$;
create function duplicates.has_column(t regclass, wanted text) returns boolean language sql stable set search_path = pg_catalog as $$
  select exists (select from pg_attribute a where a.attrelid = t and a.attname = wanted and a.attnum > 0 and not a.attisdropped)
$$;

-- Rows that belong to rows of a table, and what belongs to those in turn.
create function duplicates.rows_below(parent regclass, ids uuid[]) returns setof duplicates.row_about
language plpgsql stable set search_path = pg_catalog as $$
declare
  l duplicates.link;
  found duplicates.row_about[];
begin
  for l in select * from duplicates.links_to(parent) where owned loop
    execute format('select array_agg(row(%L, (select jsonb_object_agg(k, to_jsonb(t) -> k) from unnest($2) k), to_jsonb(t))::duplicates.row_about) from %s t where t.%I = any ($1)', l.child, l.child, l.col)
      into found using ids, duplicates.key_of(l.child);
    continue when found is null;
    return query select * from unnest(found);
    if duplicates.has_column(l.child, 'id') then
      return query select * from duplicates.rows_below(l.child, array(select (f.content ->> 'id')::uuid from unnest(found) f));
    end if;
  end loop;
end $$;

-- Every row about people: their own, all that belongs to them, and the rows of others that name them.
create function duplicates.rows_about(people uuid[]) returns setof duplicates.row_about
language plpgsql stable set search_path = pg_catalog as $$
declare l duplicates.link;
begin
  return query select 'members.person', jsonb_build_object('id', x.id), to_jsonb(x) from members.person x where x.id = any (people) or x.joined_into = any (people);
  return query select distinct * from duplicates.rows_below('members.person', people);
  for l in select * from duplicates.links_to('members.person') where not owned loop
    return query execute format('select %L, (select jsonb_object_agg(k, to_jsonb(t) -> k) from unnest($2) k), to_jsonb(t) from %s t where t.%I = any ($1)', l.child::text, l.child, l.col)
      using people, duplicates.key_of(l.child);
  end loop;
  -- Introducers stand in the circumstances of a file.
  return query select 'admission.case_file', jsonb_build_object('id', c.id), to_jsonb(c) from admission.case_file c, unnest(people) p where c.circumstances::text like '%' || p || '%';
end $$;

-- Facts with days and moments are stated anew for the surviving record, so that every moment before shows what was known then; all else
-- only changes to whom it refers. The versions of a record and what corrected them are its own history and stay with it.
create function duplicates.is_restated(t regclass) returns boolean language sql stable set search_path = pg_catalog as $$
  select duplicates.has_column(t, 'person_id') and duplicates.has_column(t, 'recorded_at') and duplicates.has_column(t, 'superseded_at')
$$;
create function duplicates.stays(t regclass) returns boolean language sql stable set search_path = pg_catalog as $$
  select t in ('members.person_version'::regclass, 'members.correction'::regclass)
$$;

-- Rows that cannot stand beside each other once one record is meant: at_once, when only one may be open at a time (it is to be ended first);
-- otherwise there is one for each person, and what belongs to the one goes over to the other.
create function duplicates.collisions(parent regclass, source uuid, target uuid) returns setof duplicates.collision
language plpgsql stable set search_path = pg_catalog as $$
declare
  l duplicates.link;
  u record;
  c duplicates.collision;
  keys text;
  fits text;
begin
  for l in select * from duplicates.links_to(parent) k where (k.owned or parent = 'members.person'::regclass) and not duplicates.stays(k.child) and not (parent = 'members.person'::regclass and duplicates.is_restated(k.child)) loop
    for u in
      select i.indexrelid, r.relname as called, i.indpred is not null as at_once, coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as pred, i.indnkeyatts as n
      from pg_index i join pg_class r on r.oid = i.indexrelid
      where i.indrelid = l.child and i.indisunique and (i.indexprs is not null or (select a.attnum from pg_attribute a where a.attrelid = i.indrelid and a.attname = l.col) = any (i.indkey::smallint[]))
    loop
      select string_agg(pg_get_indexdef(u.indexrelid, k, true) || ' as k' || k, ', '), string_agg(format('s.k%s = t.k%s', k, k), ' and ') into keys, fits from generate_series(1, u.n) k;
      for c in execute format(
        'select %L::regclass, %L::name, %L::boolean, (select jsonb_object_agg(k, (s.whole || jsonb_build_object(%L, $1)) -> k) from unnest($3) k), (s.whole ->> ''id'')::uuid, (t.whole ->> ''id'')::uuid
         from (select %s, to_jsonb(q) as whole from (select (jsonb_populate_record(x, jsonb_build_object(%L, $2))).* from %s x where x.%I = $1) q where %s) s
         join (select %s, to_jsonb(q) as whole from %s q where q.%I = $2 and %s) t on %s',
        l.child, u.called, u.at_once, l.col, keys, l.col, l.child, l.col, u.pred, keys, l.child, l.col, u.pred, fits)
        using source, target, duplicates.key_of(l.child)
      loop
        return next c;
        if not c.at_once and c.source_id is not null then
          return query select * from duplicates.collisions(c.child, c.source_id, c.target_id);
        end if;
      end loop;
    end loop;
  end loop;
end $$;

-- Makes everything that refers to one record refer to the other, in one statement, so that keys over several tables agree at its end.
create function duplicates.move_references(source uuid, target uuid) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  clashes duplicates.collision[] := array(select c from duplicates.collisions('members.person', source, target) c);
  moves duplicates.move[];
  parts text;
begin
  moves := array(select row(l.child, l.col, source, target)::duplicates.move from duplicates.links_to('members.person') l where not duplicates.stays(l.child) and not (l.owned and duplicates.is_restated(l.child)))
    || array(select distinct row(l.child, l.col, c.source_id, c.target_id)::duplicates.move from unnest(clashes) c cross join lateral duplicates.links_to(c.child) l
      where not c.at_once and c.source_id is not null and l.owned)
    || row('members.person'::regclass, 'joined_into', source, target)::duplicates.move;
  select string_agg(format('u%s as (update %s t set %s where (%s) and not exists (select from unnest($1) c where c.child = %L::regclass and to_jsonb(t) @> c.source_key))', number, child, sets, wheres, child), ', ') into parts
  from (
    select row_number() over () as number, child, string_agg(format('%I = case t.%I %s else t.%I end', col, col, cases, col), ', ') as sets, string_agg(format('t.%I = any (%L)', col, sources), ' or ') as wheres
    from (select m.child, m.col, string_agg(distinct format('when %L::uuid then %L::uuid', m.source, m.target), ' ') as cases, array_agg(m.source)::text as sources from unnest(moves) m group by m.child, m.col) by_column
    group by child) by_table;
  -- What cannot stand beside a row of the other stays where it is.
  execute format('with %s select 1', parts) using clashes;
end $$;

-- A copy of a row as a new statement for somebody.
create function duplicates.restate(t regclass, content jsonb) returns void language plpgsql set search_path = pg_catalog as $$
declare columns constant text := (select string_agg(quote_ident(c), ', ') from unnest(duplicates.kept_columns(t)) c);
begin
  execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', t, columns, columns, t)
    using content || jsonb_build_object('id', gen_random_uuid(), 'recorded_at', platform.moment(), 'superseded_at', null) || case when duplicates.has_column(t, 'keeper_id') then '{"keeper_id": null}'::jsonb else '{}' end;
end $$;

-- The live rows of a table about a person, or of some of its items.
create function duplicates.live_rows(t regclass, person uuid) returns setof jsonb language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute format('select to_jsonb(t) from %s t where t.person_id = $1 and t.superseded_at is null', t) using person;
end $$;
create function duplicates.supersede(t regclass, person uuid) returns void language plpgsql set search_path = pg_catalog as $$
begin
  execute format('update %s set superseded_at = platform.moment() where person_id = $1 and superseded_at is null', t) using person;
end $$;

-- States the live rows of one record for the other: for the days that the other leaves free, where the table keeps one row a day; once, where
-- both say the same.
create function duplicates.restate_table(t regclass, source uuid, target uuid) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  about constant text[] := array['id', 'person_id', 'recorded_at', 'superseded_at', 'keeper_id', 'source_id', 'basis', 'recorded_by'];
  range_column name;
  same name[];
  r jsonb;
  free datemultirange;
  part daterange;
  theirs jsonb[] := array(select duplicates.live_rows(t, target));
begin
  select max(a.attname) filter (where o.oprname = '&&'), array_agg(a.attname) filter (where o.oprname = '=') into range_column, same
  from pg_constraint c cross join lateral unnest(c.conkey, c.conexclop) as k (attnum, op) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum join pg_operator o on o.oid = k.op
  where c.conrelid = t and c.contype = 'x';
  for r in select duplicates.live_rows(t, source) loop
    perform duplicates.supersede_row(t, r);
    if range_column is not null then
      select datemultirange((r ->> range_column)::daterange) - coalesce(range_agg((o ->> range_column)::daterange), '{}') into free
      from unnest(theirs) o where (select bool_and(c = 'person_id' or o -> c = r -> c) from unnest(same) c);
      for part in select unnest(free) loop
        perform duplicates.restate(t, r || jsonb_build_object('person_id', target, range_column, part));
      end loop;
    elsif not exists (select from unnest(theirs) o where o - about - 'entry_id' = r - about - 'entry_id') then
      perform duplicates.restate(t, r || jsonb_build_object('person_id', target));
    end if;
  end loop;
end $$;
create function duplicates.supersede_row(t regclass, content jsonb) returns void language plpgsql set search_path = pg_catalog as $$
begin
  execute format('update %s set superseded_at = platform.moment() where id = $1 and superseded_at is null', t) using (content ->> 'id')::uuid;
end $$;

-- The days of a spell of membership; from its first known day up to its end.
create function duplicates.days_of_spell(spell jsonb) returns daterange language sql immutable set search_path = pg_catalog as $$
  select daterange(begins, case when spell ->> 'ended_on' is not null then greatest(begins, (spell ->> 'ended_on')::date) end)
  from (select least((spell ->> 'decided_on')::date, (spell ->> 'ceremony_on')::date, (rpad(spell ->> 'admitted_on', 10, case length(spell ->> 'admitted_on') when 4 then '-01-01' else '-01' end))::date) as begins) b
$$;

-- Two statements of one spell as one: what the first leaves open is told by the second, as far as the two agree with each other.
create function duplicates.fuller_spell(first jsonb, second jsonb, is_official boolean) returns jsonb language sql immutable set search_path = pg_catalog as $$
  select first || jsonb_object_agg(k, coalesce(nullif(first -> k, 'null'), second -> k)) filter (where k is not null)
  from unnest(array['admitted_on', 'card_number', 'history_number']
    || case when first ->> 'decided_on' is null and (first ->> 'ceremony_on' is null or first ->> 'ceremony_on' >= second ->> 'decided_on') then array['decided_on', 'decision_number', 'decided_by'] else '{}' end
    || case when first ->> 'ceremony_on' is null and first ->> 'decided_on' is not null and second ->> 'ceremony_on' >= first ->> 'decided_on' then array['ceremony_on'] else '{}' end
    || case when is_official and first ->> 'confirmed_on' is null then array['confirmed_on', 'confirmation_number', 'confirmation_signed_on'] else '{}' end) k
$$;

-- Membership, status and cell of two records as those of one. lead_id is the record whose facts stand on days of which both speak;
-- the other one fills the days of membership that it leaves free. numbers: what of the spell is told otherwise.
create function duplicates.join_membership(survivor uuid, other uuid, lead_id uuid, numbers jsonb) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  rest_id constant uuid := case when lead_id = survivor then other else survivor end;
  spells jsonb[] := array(select duplicates.live_rows('members.membership', lead_id));
  further jsonb[] := array(select duplicates.live_rows('members.membership', rest_id));
  official constant boolean := exists (select from members.status s where s.person_id = lead_id and s.superseded_at is null and s.status <> 'probationary');
  merged jsonb[] := '{}';
  facts jsonb[];
  free datemultirange;
  days datemultirange;
  mine jsonb;
  f jsonb;
  part daterange;
  t regclass;
begin
  if further = '{}' and (lead_id = survivor or spells = '{}') then return; end if;
  foreach f in array further loop
    if not exists (select from unnest(spells) s where duplicates.days_of_spell(s) && duplicates.days_of_spell(f)) then spells := spells || f; end if;
  end loop;
  select array_agg(coalesce(duplicates.fuller_spell(s, (select g from unnest(further) g where g ->> 'id' <> s ->> 'id' and duplicates.days_of_spell(s) && duplicates.days_of_spell(g) limit 1), official), s) order by lower(duplicates.days_of_spell(s)), s ->> 'id') into merged from unnest(spells) s;
  merged := array(select s || jsonb_build_object('person_id', survivor, 'ordinal', n) || case when n = cardinality(merged) then numbers else '{}' end from unnest(merged) with ordinality u (s, n));
  select range_agg(duplicates.days_of_spell(s)) into days from unnest(merged) s;
  perform duplicates.supersede('members.membership', other);
  update members.membership m set superseded_at = platform.moment() where m.person_id = survivor and m.superseded_at is null and to_jsonb(m) <> all (merged);
  for f in select s from unnest(merged) s where not exists (select from members.membership m where to_jsonb(m) = s) loop
    perform duplicates.restate('members.membership', f);
  end loop;
  foreach t in array array['members.status'::regclass, 'members.placement'::regclass] loop
    facts := array(select duplicates.live_rows(t, lead_id));
    select coalesce(range_agg((x ->> 'valid_during')::daterange), '{}') into free from unnest(facts) x;
    if lead_id = survivor then facts := '{}'; end if;
    for mine in select duplicates.live_rows(t, rest_id) loop
      for part in select unnest(datemultirange((mine ->> 'valid_during')::daterange) * days - free) loop
        facts := facts || (mine || jsonb_build_object('valid_during', part));
      end loop;
    end loop;
    perform duplicates.supersede(t, other);
    if lead_id <> survivor then perform duplicates.supersede(t, survivor); end if;
    foreach f in array facts loop
      perform duplicates.restate(t, f || jsonb_build_object('person_id', survivor));
    end loop;
  end loop;
end $$;

-- Items of the sheet: those that are taken from the other record take the place of the survivor's, with their history by days.
create function duplicates.join_values(survivor uuid, other uuid, items text[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare r jsonb;
begin
  update member_sheet.value v set superseded_at = platform.moment()
    where v.person_id = survivor and v.superseded_at is null and v.field = any (items) and exists (select from member_sheet.value o where o.person_id = other and o.superseded_at is null and o.field = v.field);
  for r in select duplicates.live_rows('member_sheet.value', other) loop
    perform duplicates.supersede_row('member_sheet.value', r);
    if r ->> 'field' = any (items) then perform duplicates.restate('member_sheet.value', r || jsonb_build_object('person_id', survivor)); end if;
  end loop;
end $$;

-- What keeps two records from being joined: places in two cells on one day, an end in one and none in the other, or two things of which
-- only one may be open. Asked with the same arguments as the joining.
create function duplicates.obstacles(survivor uuid, other uuid, lead_id uuid, day date) returns table (what text, facts jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare reach constant uuid[] := array(select access.people_reach());
begin
  if (select count(*) from members.person x where x.id in (survivor, other) and x.withdrawn_at is null and x.keeper_id = any (reach)) < 2 then return; end if;
  return query
    select 'twoCells', jsonb_build_object('first', organisations.name_on(a.cell_id, day), 'second', organisations.name_on(b.cell_id, day))
    from members.placement a join members.placement b on b.person_id = other and b.superseded_at is null and b.valid_during @> day and b.cell_id <> a.cell_id
    where a.person_id = survivor and a.superseded_at is null and a.valid_during @> day;
  return query
    select 'endedAndLive', jsonb_build_object('endedOn', m.ended_on)
    from members.membership m
    where m.person_id = lead_id and m.superseded_at is null and m.ended_on <= day
      and not exists (select from members.placement p where p.person_id = lead_id and p.superseded_at is null and p.valid_during @> day)
      and exists (select from members.membership o where o.person_id = case when lead_id = survivor then other else survivor end and o.superseded_at is null
        and (o.ended_on is null or o.ended_on > day) and duplicates.days_of_spell(to_jsonb(o)) && duplicates.days_of_spell(to_jsonb(m)));
  return query
    select distinct 'openAtOnce', jsonb_build_object('called', c.called) from duplicates.collisions('members.person', other, survivor) c where c.at_once;
end $$;

-- Does what a joining says. lead_id: whose membership stands; fields: columns of the person that are stated anew on the survivor, corrected: how
-- the register calls them; items: items of the sheet that are taken from the other; numbers: columns of the last spell. The caller has
-- authorised, asked for obstacles and inserted the joining.
create function duplicates.join_records(of_joining uuid, lead_id uuid, fields jsonb, corrected text[], items text[], numbers jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  j duplicates.joining;
  reach constant uuid[] := array(select access.people_reach());
  before duplicates.row_about[];
  home uuid;
  t regclass;
begin
  select * into strict j from duplicates.joining where id = of_joining;
  perform from members.person x where x.id in (j.survivor_id, j.other_id) and x.withdrawn_at is null and x.keeper_id = any (reach) order by x.id for update;
  if (select count(*) from members.person x where x.id in (j.survivor_id, j.other_id) and x.withdrawn_at is null and x.keeper_id = any (reach)) < 2 then
    raise exception 'A record to be joined lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  before := array(select row(r.*)::duplicates.row_about from duplicates.rows_about(array[j.survivor_id, j.other_id]) r);
  perform duplicates.join_membership(j.survivor_id, j.other_id, lead_id, numbers);
  perform duplicates.join_values(j.survivor_id, j.other_id, items);
  for t in select distinct l.child from duplicates.links_to('members.person') l
    where l.owned and l.col = 'person_id' and duplicates.is_restated(l.child) and not duplicates.stays(l.child)
      and l.child <> all (array['members.membership', 'members.status', 'members.placement', 'member_sheet.value']::regclass[]) loop
    perform duplicates.restate_table(t, j.other_id, j.survivor_id);
  end loop;
  perform duplicates.move_references(j.other_id, j.survivor_id);
  update admission.case_file c set circumstances = replace(c.circumstances::text, j.other_id::text, j.survivor_id::text)::jsonb where c.circumstances::text like '%' || j.other_id || '%';
  perform duplicates.correct_survivor(j, fields, corrected);
  update members.person set joined_into = j.survivor_id, withdrawn_at = platform.moment() where id = j.other_id;
  -- A member belongs to the cell in which he or she stands.
  select p.cell_id into home from members.placement p where p.person_id = j.survivor_id and p.superseded_at is null and p.valid_during @> access.today();
  update members.person set keeper_id = home where id = j.survivor_id and keeper_id <> home;
  perform members.restand(array[j.survivor_id, j.other_id]);
  perform duplicates.keep_changes(of_joining, before);
end $$;

-- Corrects the survivor by what was chosen; the register and the sheet keep what stood before.
create function duplicates.correct_survivor(j duplicates.joining, fields jsonb, corrected text[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  former_version int;
  names text := (select string_agg(quote_ident(k), ', ' order by k) from jsonb_object_keys(fields) k);
begin
  if names is null then return; end if;
  select version into former_version from members.person where id = j.survivor_id;
  perform set_config('dangvu.basis', j.basis, true);
  execute format('update members.person x set (%1$s) = (select %1$s from jsonb_populate_record(x, $1)) where x.id = $2', names) using fields, j.survivor_id;
  perform set_config('dangvu.basis', '', true);
  insert into members.correction (id, person_id, former_version, fields, reason, paper, corrected_by)
    select gen_random_uuid(), j.survivor_id, former_version, corrected, j.reason, j.basis, j.joined_by from members.person x where x.id = j.survivor_id and x.version > former_version;
end $$;

-- Writes down what a joining changed, row by row, and how it left the two.
create function duplicates.keep_changes(of_joining uuid, before duplicates.row_about[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  people constant uuid[] := (select array[j.survivor_id, j.other_id] from duplicates.joining j where j.id = of_joining);
  after duplicates.row_about[] := array(select row(r.*)::duplicates.row_about from duplicates.rows_about(people) r);
begin
  insert into duplicates.joined_row (joining_id, ordinal, in_table, row_key, before, after)
  select of_joining, row_number() over (order by in_table, row_key::text), in_table, row_key,
    case when b.content is null then null when a.content is null then b.content else (select jsonb_object_agg(k, b.content -> k) from unnest(duplicates.kept_columns(in_table::regclass)) k where a.content -> k is distinct from b.content -> k) end,
    case when a.content is null then null when b.content is null then a.content else (select jsonb_object_agg(k, a.content -> k) from unnest(duplicates.kept_columns(in_table::regclass)) k where a.content -> k is distinct from b.content -> k) end
  from (select distinct * from unnest(before)) b full join (select distinct * from unnest(after)) a using (in_table, row_key)
  where a.content is distinct from b.content;
  update duplicates.joining j set left_as = duplicates.fingerprints(people) where j.id = of_joining;
end $$;

-- Fingerprints of all that belongs to people, by table and key.
create function duplicates.fingerprints(people uuid[]) returns jsonb language sql stable set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(r.in_table || ' ' || r.row_key::text, md5(r.content::text)), '{}')
  from (select distinct in_table, row_key, content from duplicates.rows_below('members.person', people)
    union select 'members.person', jsonb_build_object('id', x.id), to_jsonb(x) from members.person x where x.id = any (people)) r
$$;

-- What was built on the two records since they were joined, by table.
create function duplicates.built_since(of_joining uuid) returns table (in_table text, rows int)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  left_as jsonb;
  now_is jsonb;
begin
  select j.left_as, duplicates.fingerprints(array[j.survivor_id, j.other_id]) into left_as, now_is from duplicates.joining j where j.id = of_joining;
  return query select split_part(k, ' ', 1), count(*)::int from jsonb_object_keys(left_as || now_is) k where left_as -> k is distinct from now_is -> k group by 1 order by 1;
end $$;

-- The condition that finds the row `t` of a table by the key that a joining wrote down in `r`.
create function duplicates.by_key(t regclass) returns text language sql stable set search_path = pg_catalog as $$
  select string_agg(format('t.%I = (r.row_key ->> %L)::%s', a.attname, a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
  from unnest(duplicates.key_of(t)) k join pg_attribute a on a.attrelid = t and a.attname = k
$$;

-- The statement that puts the rows of one table back: what changed, what went under another key, and what came by that.
create function duplicates.restoring_sql(t regclass, n int, columns name[], has_vanished boolean) returns text language sql stable set search_path = pg_catalog as $$
  select concat_ws(', ',
    (select format('c%s as (update %s t set %s from duplicates.joined_row r where r.joining_id = $1 and r.in_table = %L and r.before is not null and r.after is not null and %s and (select bool_and(to_jsonb(t) -> k = r.after -> k) from jsonb_object_keys(r.after) k))',
        n, t, string_agg(format('%1$I = case when r.before ? %2$L then (jsonb_populate_record(t, r.before)).%1$I else t.%1$I end', c, c), ', '), t, duplicates.by_key(t))
      from unnest(columns) c having count(*) > 0),
    case when has_vanished then format('n%s as (delete from %s t using duplicates.joined_row r where r.joining_id = $1 and r.in_table = %L and r.before is null and %s)', n, t, t, duplicates.by_key(t)) end,
    case when has_vanished then format('v%s as (insert into %s (%s) select %s from duplicates.joined_row r cross join lateral jsonb_populate_record(null::%s, r.before) x where r.joining_id = $1 and r.in_table = %L and r.after is null)',
      n, t, (select string_agg(quote_ident(c), ', ') from unnest(duplicates.kept_columns(t)) c), (select string_agg('x.' || quote_ident(c), ', ') from unnest(duplicates.kept_columns(t)) c), t, t) end)
$$;

-- Parts two records again: every row that the joining changed stands as before. The caller has authorised, and has asked what was built since.
create function duplicates.part_records(of_joining uuid) returns void
language plpgsql security definer set search_path = pg_catalog set dangvu.restoring = 'yes' as $$
declare
  j duplicates.joining;
  reach constant uuid[] := array(select access.people_reach());
  each record;
  parts text;
begin
  select * into strict j from duplicates.joining where id = of_joining and undone_on is null;
  if not (j.other_keeper_id = any (reach) and exists (select from members.person x where x.id = j.survivor_id and x.withdrawn_at is null and x.keeper_id = any (reach))) then
    raise exception 'A joined record lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  -- First what was stated anew: its days would stand in the way of those that come back.
  for each in
    select r.in_table::regclass as t from duplicates.joined_row r where r.joining_id = of_joining group by r.in_table
    having bool_or(r.before is null) and not bool_or(r.after is null)
  loop
    execute format('delete from %s t using duplicates.joined_row r where r.joining_id = $1 and r.in_table = %L and r.before is null and %s', each.t, each.t, duplicates.by_key(each.t)) using of_joining;
  end loop;
  -- All else in one statement, so that keys over several tables agree at its end.
  select string_agg(nullif(duplicates.restoring_sql(g.in_table::regclass, g.n, g.columns, g.has_vanished), ''), ', ') into parts
  from (
    select r.in_table, row_number() over (order by r.in_table)::int as n, bool_or(r.after is null) as has_vanished,
      array(select distinct k from duplicates.joined_row c cross join lateral jsonb_object_keys(c.before) k where c.joining_id = of_joining and c.in_table = r.in_table and c.before is not null and c.after is not null)::name[] as columns
    from duplicates.joined_row r where r.joining_id = of_joining group by r.in_table) g;
  execute format('with %s select 1', parts) using of_joining;
  perform members.restand(array[j.survivor_id, j.other_id]);
end $$;

-- Names and births of the records that were joined into others, of joinings that the actor may see.
create function duplicates.joined_others() returns table (joining_id uuid, full_name text, born_on text)
language sql stable security definer rows 100 set search_path = pg_catalog as $$
  select j.id, o.full_name, o.born_on from duplicates.joining j
  join members.person s on s.id = j.survivor_id and s.withdrawn_at is null and s.keeper_id = any (array(select access.people_reach()))
  join members.person o on o.id = j.other_id
$$;

-- Both records of a joining as they stand; for what one says and the other does not.
create function duplicates.both_records(of_joining uuid) returns table (survivor jsonb, other jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select to_jsonb(s), to_jsonb(o) from duplicates.joining j
  join members.person s on s.id = j.survivor_id and s.withdrawn_at is null and s.keeper_id = any (array(select access.people_reach()))
  join members.person o on o.id = j.other_id where j.id = of_joining
$$;

alter table duplicates.joining enable row level security;
create policy joining_read on duplicates.joining for select using (exists (select from members.person p where p.id = survivor_id));
create policy joining_write on duplicates.joining for insert with check (other_keeper_id in (select access.people_reach()) and exists (select from members.person p where p.id = survivor_id));
create policy joining_change on duplicates.joining for update using (other_keeper_id in (select access.people_reach()));
alter table duplicates.joined_row enable row level security;
create policy joined_row_read on duplicates.joined_row for select using (exists (select from duplicates.joining j where j.id = joining_id));

grant select, insert, update on duplicates.joining to dangvu_program;
grant select on duplicates.joined_row to dangvu_program;
revoke all on all functions in schema duplicates from public;
grant execute on function duplicates.obstacles(uuid, uuid, uuid, date), duplicates.join_records(uuid, uuid, jsonb, text[], text[], jsonb), duplicates.built_since(uuid), duplicates.part_records(uuid), duplicates.joined_others(), duplicates.both_records(uuid) to dangvu_program;
