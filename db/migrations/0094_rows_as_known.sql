-- What was known at a moment of rows that are changed in place: each former state stays, with the moment up to which it was what was recorded.
-- Former states are kept from this migration on; of rows changed before, only the last state is known.

create function platform.keep_former() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('insert into %I.%I (id, former, recorded_until) select o.id, to_jsonb(o), platform.moment() from former o join changed n on n.id = o.id where o is distinct from n', tg_table_schema, tg_table_name || '_former');
  return null;
end $$;
revoke all on function platform.keep_former() from public;
comment on function platform.keep_former() is 'Trigger of a table T, once a statement: the states before a change go to T_former.';

-- For each table T: T_former, the trigger that fills it, and T_known(known_at), which answers the rows of T as recorded by a moment (inclusive).
do $do$
declare
  t record;
begin
  for t in select * from (values
    ('admission', 'case_file', 'recorded_at'), ('admission', 'document', 'recorded_at'), ('admission', 'verification', 'recorded_at'), ('admission', 'return', 'recorded_at'),
    ('dossiers', 'dossier', 'recorded_at'), ('dossiers', 'remaking', 'recorded_at'), ('dossiers', 'loan', 'recorded_at'), ('dossiers', 'inspection', 'recorded_at'), ('dossiers', 'finding', 'recorded_at'),
    ('lifecycle', 'badge', 'recorded_at'), ('reorganisation', 'plan', 'recorded_at'),
    ('sources_and_targets', 'prospect', 'recorded_at'), ('sources_and_targets', 'mentor_assignment', 'recorded_at'),
    ('reconciling', 'reconciliation', 'known_at'), ('reconciling', 'statement', 'recorded_at'), ('reconciling', 'difference', 'recorded_at'), ('reconciling', 'signature', 'recorded_at')
  ) v (room, name, since)
  loop
    execute format($s$
      create table %1$I.%3$I (
        ordinal bigint generated always as identity primary key,
        id uuid not null references %1$I.%2$I on delete cascade,
        former jsonb not null,
        recorded_until timestamptz not null
      )$s$, t.room, t.name, t.name || '_former');
    execute format('create index %3$I on %1$I.%2$I (id, recorded_until)', t.room, t.name || '_former', t.name || '_former_row');
    execute format('comment on table %1$I.%2$I is %3$L', t.room, t.name || '_former', format('Former states of %s.%s, each with the moment up to which it was what was recorded.', t.room, t.name));
    execute format('alter table %1$I.%2$I enable row level security', t.room, t.name || '_former');
    execute format('create policy %3$I on %1$I.%2$I using (exists (select from %1$I.%4$I x where x.id = %2$I.id))', t.room, t.name || '_former', t.name || '_former_reach', t.name);
    execute format('grant select on %1$I.%2$I to dangvu_program', t.room, t.name || '_former');
    execute format('create trigger %3$I after update on %1$I.%2$I referencing old table as former new table as changed for each statement execute function platform.keep_former()', t.room, t.name, t.name || '_keeps_former');
    execute format($s$
      create function %1$I.%4$I(known_at timestamptz) returns setof %1$I.%2$I language sql stable as $f$
        select x.* from %1$I.%2$I x
        where x.%5$I <= $1 and not exists (select from %1$I.%3$I f where f.id = x.id and f.recorded_until > $1)
        union all
        select r.* from (select distinct on (f.id) f.former from %1$I.%3$I f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
          jsonb_populate_record(null::%1$I.%2$I, f.former) r
        where r.%5$I <= $1
      $f$ $s$, t.room, t.name, t.name || '_former', t.name || '_known', t.since);
    execute format('comment on function %1$I.%2$I(timestamptz) is %3$L', t.room, t.name || '_known', format('Rows of %s.%s as recorded by a moment, inclusive.', t.room, t.name));
    execute format('revoke all on function %1$I.%2$I(timestamptz) from public', t.room, t.name || '_known');
    execute format('grant execute on function %1$I.%2$I(timestamptz) to dangvu_program', t.room, t.name || '_known');
  end loop;
end $do$;

-- When a dossier came into a sample, and when its examination was written down; unknown for what was written before.
alter table dossiers.inspection_dossier add column recorded_at timestamptz, add column examination_recorded_at timestamptz;
alter table dossiers.inspection_dossier alter column recorded_at set default platform.moment();
grant update (examination_recorded_at) on dossiers.inspection_dossier to dangvu_program;

-- Dossiers as known at a moment. Of a paper the day of its statement is the day on which it was recorded, so both clocks bound the same column.
drop function dossiers.survey(uuid, date);
create FUNCTION dossiers.survey(organisation uuid, day date, known_at timestamptz default null)
 RETURNS TABLE(person_id uuid, full_name text, sort_key text, born_on text, cell_id uuid, status text, joined_on text, official boolean, events text[], dossier_id uuid, keeper_id uuid, place text, papers text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
  day_ends constant timestamptz := (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
  if organisation <> all (reach) then return; end if;
  return query
    with placed as materialized (
      select s.person_id, s.cell_id, s.status, s.sort_key from members.standing s
      where known_at is null and s.cell_id = any (cells) and s.valid_during @> day and s.keeper_id = any (reach)
      union all
      select p.person_id, p.cell_id, t.status, y.sort_key from members.placement p
      join members.status t on t.person_id = p.person_id and t.valid_during @> day and t.recorded_at <= known_at and (t.superseded_at is null or t.superseded_at > known_at)
      join members.person y on y.id = p.person_id
      where known_at is not null and p.cell_id = any (cells) and p.valid_during @> day and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at) and y.keeper_id = any (reach)
    ), spell as (
      select distinct on (m.person_id) m.person_id, coalesce(m.admitted_on, m.ceremony_on::text, m.decided_on::text) as joined_on, m.ordinal
      from members.membership m where (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at) and m.person_id in (select p.person_id from placed p) order by m.person_id, m.ordinal desc
    ), held as (
      select d.person_id, array_agg(distinct i.document_type || '|' || i.state || '|' || coalesce(left(i.dated_on, 4), '')) as papers
      from dossiers.dossier d join dossiers.item i on i.dossier_id = d.id and i.recorded_at < day_ends and (i.superseded_at is null or i.superseded_at >= day_ends or i.superseded_at > known_at)
        and (known_at is null or i.recorded_at <= known_at)
      where d.person_id in (select p.person_id from placed p) group by d.person_id
    ), kept as (
      select d.* from dossiers.dossier d where known_at is null
      union all select d.* from dossiers.dossier_known(known_at) d
    ), disciplined as (
      select distinct o.person_id from members.overlay o where o.kind = 'disciplined' and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at) and lower(o.valid_during) <= day
    ), renamed as (
      select distinct c.person_id from members.correction c where 'fullName' = any (c.fields) and (known_at is null or c.recorded_at <= known_at)
    )
    select p.person_id, x.full_name, p.sort_key, case when known_at is null or x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, p.cell_id, p.status, s.joined_on, p.status <> 'probationary',
      coalesce(d.events, '{}') || array_remove(array[
        case when s.ordinal > 1 then 'readmitted' end, case when p.status = 'exempt' then 'exempt' end, case when p.status = 'suspended' then 'suspended' end,
        case when g.person_id is not null then 'disciplined' end, case when r.person_id is not null then 'nameChanged' end], null),
      d.id, d.keeper_id, nullif(concat_ws(' · ', d.room, d.cabinet, d.box, d.folder), ''), coalesce(h.papers, '{}')
    from placed p
    join members.person x on x.id = p.person_id
    left join spell s on s.person_id = p.person_id
    left join kept d on d.person_id = p.person_id and d.opened_on <= day
    left join held h on h.person_id = p.person_id
    left join disciplined g on g.person_id = p.person_id
    left join renamed r on r.person_id = p.person_id;
end $function$;
revoke all on function dossiers.survey(uuid, date, timestamptz) from public;
grant execute on function dossiers.survey(uuid, date, timestamptz) to dangvu_program;
