-- More rows that are changed in place, as they were known at a moment (as others since 0094): transfers, whose sides follow a reorganisation, conferences and their solutions.
create procedure platform.answer_known(room text, name text, since text) language plpgsql set search_path = pg_catalog as $do$
begin
  execute format($s$
    create or replace function %1$I.%4$I(known_at timestamptz) returns setof %1$I.%2$I language sql stable as $f$
      select x.* from %1$I.%2$I x where $1 is null
      union all
      select x.* from %1$I.%2$I x
      where x.%5$I <= $1 and not exists (select from %1$I.%3$I f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from %1$I.%3$I f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::%1$I.%2$I, f.former) r
      where r.%5$I <= $1
    $f$ $s$, room, name, name || '_former', name || '_known', since);
  execute format('comment on function %1$I.%2$I(timestamptz) is %3$L', room, name || '_known', format('Rows of %s.%s as recorded by a moment, inclusive (null: now).', room, name));
  execute format('revoke all on function %1$I.%2$I(timestamptz) from public', room, name || '_known');
  execute format('grant execute on function %1$I.%2$I(timestamptz) to dangvu_program', room, name || '_known');
end $do$;
comment on procedure platform.answer_known(text, text, text) is 'For a table T with T_former: T_known(known_at), the rows of T as recorded by a moment. since: its column with the moment of recording.';
revoke all on procedure platform.answer_known(text, text, text) from public;

-- Those that stand already answer the present as well, so that nobody who may be asked for either writes both out.
do $do$
declare
  t record;
begin
  for t in select n.nspname as room, left(c.relname, -7) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relname like '%\_former' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'former') loop
    call platform.answer_known(t.room, t.name, case t.name when 'reconciliation' then 'known_at' else 'recorded_at' end);
  end loop;
end $do$;

create procedure platform.keep_former_of(room text, name text, since text) language plpgsql set search_path = pg_catalog as $do$
begin
  execute format($s$
    create table %1$I.%3$I (
      ordinal bigint generated always as identity primary key,
      id uuid not null references %1$I.%2$I on delete cascade,
      former jsonb not null,
      recorded_until timestamptz not null
    )$s$, room, name, name || '_former');
  execute format('create index %3$I on %1$I.%2$I (id, recorded_until)', room, name || '_former', name || '_former_row');
  execute format('comment on table %1$I.%2$I is %3$L', room, name || '_former', format('Former states of %s.%s, each with the moment up to which it was what was recorded.', room, name));
  execute format('alter table %1$I.%2$I enable row level security', room, name || '_former');
  execute format('create policy %3$I on %1$I.%2$I using (exists (select from %1$I.%4$I x where x.id = %2$I.id))', room, name || '_former', name || '_former_reach', name);
  execute format('grant select on %1$I.%2$I to dangvu_program', room, name || '_former');
  execute format('create trigger %3$I after update on %1$I.%2$I referencing old table as former new table as changed for each statement execute function platform.keep_former()', room, name, name || '_keeps_former');
  call platform.answer_known(room, name, since);
end $do$;
comment on procedure platform.keep_former_of(text, text, text) is 'For a table T: T_former, the trigger that fills it, and T_known(known_at), which answers the rows of T as recorded by a moment (inclusive). since: its column with the moment of recording.';
revoke all on procedure platform.keep_former_of(text, text, text) from public;
call platform.keep_former_of('transfers', 'transfer', 'recorded_at');
call platform.keep_former_of('transfers', 'letter', 'recorded_at');

call platform.keep_former_of('conferences', 'conference', 'recorded_at');
call platform.keep_former_of('conferences', 'solution', 'recorded_at');

-- A letter that served no more from a later moment served then.
create or replace function transfers.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with act as (
    select t.person_id, case when t.kind = 'temporary' then 'introducedForATime' else 'introduced' end as act, l.issued_on as day
    from transfers.letter_known(known_at) l join transfers.transfer t on t.id = l.transfer_id
    where l.issued_on between from_day and until_day and l.void_on is null and t.person_id is not null
      and exists (select from organisations.closure_known(known_at) c where c.descendant_id = t.from_cell_id and c.ancestor_id = organisation and c.valid_during @> l.issued_on)
    union all
    select t.person_id, case when t.kind = 'temporary' then 'receivedForATime' else 'received' end, s.occurred_on
    from transfers.step s join transfers.transfer t on t.id = s.transfer_id
    where s.to_stage in ('accepted', 'hosted') and s.from_stage is distinct from s.to_stage and s.occurred_on between from_day and until_day and t.person_id is not null and (known_at is null or s.recorded_at <= known_at)
      and exists (select from organisations.closure_known(known_at) c where c.descendant_id = coalesce(t.to_cell_id, t.receiver_id) and c.ancestor_id = organisation and c.valid_during @> s.occurred_on)
  ), listed as (select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.day) as days from act a)
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.days, l.days, known_at, sorting) s
$$;
