-- More rows that are changed in place, as they were known at a moment (as others since 0094): transfers, whose sides follow a reorganisation, conferences and their solutions.
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
  execute format($s$
    create function %1$I.%4$I(known_at timestamptz) returns setof %1$I.%2$I language sql stable as $f$
      select x.* from %1$I.%2$I x
      where x.%5$I <= $1 and not exists (select from %1$I.%3$I f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from %1$I.%3$I f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::%1$I.%2$I, f.former) r
      where r.%5$I <= $1
    $f$ $s$, room, name, name || '_former', name || '_known', since);
  execute format('comment on function %1$I.%2$I(timestamptz) is %3$L', room, name || '_known', format('Rows of %s.%s as recorded by a moment, inclusive.', room, name));
  execute format('revoke all on function %1$I.%2$I(timestamptz) from public', room, name || '_known');
  execute format('grant execute on function %1$I.%2$I(timestamptz) to dangvu_program', room, name || '_known');
end $do$;
comment on procedure platform.keep_former_of(text, text, text) is 'For a table T: T_former, the trigger that fills it, and T_known(known_at), which answers the rows of T as recorded by a moment (inclusive). since: its column with the moment of recording.';
revoke all on procedure platform.keep_former_of(text, text, text) from public;
call platform.keep_former_of('transfers', 'transfer', 'recorded_at');

call platform.keep_former_of('conferences', 'conference', 'recorded_at');
call platform.keep_former_of('conferences', 'solution', 'recorded_at');
