-- Files and organisations are counted as they were known at a moment, as people are.

create or replace function admission.files_sql() returns text language sql immutable return
  'select f.person_id, admission.cell_on(f.id, $3, $4) as organisation_id, $3 as on_day, f.kind as detail, case when f.kind = ''confirmation'' then ''confirmation.'' else '''' end || admission.stage_on(f.id, $3, $4) as stage
   from admission.case_file f where f.opened_on <= $3 and case when $4 is null then f.closed_on is null or f.closed_on > $3 else admission.stage_on(f.id, $3, $4) not in (''completed'', ''closed'') end';

drop function admission.files_counted_by(uuid, date, date, int[], int[], text, text);
create function admission.files_counted_by(organisation uuid, until_day date, known_at timestamptz, owner_day date, age_bands int[], party_age_bands int[], rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int) language sql stable security definer set search_path = pg_catalog as $$
  select * from members.count_facts(admission.files_sql(), organisation, until_day, until_day, known_at, owner_day, age_bands, party_age_bands, rows_by, columns_by)
$$;
revoke all on function admission.files_counted_by(uuid, date, timestamptz, date, int[], int[], text, text) from public;
grant execute on function admission.files_counted_by(uuid, date, timestamptz, date, int[], int[], text, text) to dangvu_program;

drop function admission.people_of_files_by(uuid, date, date, int[], int[], text, text, boolean, text, text, boolean);
create function admission.people_of_files_by(organisation uuid, until_day date, known_at timestamptz, owner_day date, age_bands int[], party_age_bands int[], rows_by text, row_wanted text, every_row boolean,
  columns_by text, column_wanted text, every_column boolean)
returns table (person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text) language sql stable security definer set search_path = pg_catalog as $$
  select * from members.people_of_facts(admission.files_sql(), organisation, until_day, until_day, known_at, owner_day, age_bands, party_age_bands, rows_by, row_wanted, every_row, columns_by, column_wanted, every_column)
$$;
revoke all on function admission.people_of_files_by(uuid, date, timestamptz, date, int[], int[], text, text, boolean, text, text, boolean) from public;
grant execute on function admission.people_of_files_by(uuid, date, timestamptz, date, int[], int[], text, text, boolean, text, text, boolean) to dangvu_program;

drop function organisations.counted_by(uuid, date, text, text);
-- Organisations below one on a day, as known at a moment (null: now); one recorded only later counts as it was first recorded.
create function organisations.counted_by(organisation uuid, day date, known_at timestamptz, rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int) language sql stable security definer set search_path = pg_catalog as $$
  with line as materialized (
    select l.* from organisations.lines_known(array(select organisations.below(organisation, day, known_at)), day, known_at) l where organisation = any (array(select access.reach()))
  ), below as (
    select jsonb_build_object('none', null, 'detail', v.type, 'areaKind', v.area_kind, 'grassroots', g.organisation_id, 'organisationKind', g.type) as by
    from line l
    cross join lateral (select greatest(coalesce(known_at, 'infinity'), min(f.recorded_at)) as moment from organisations.version f where f.organisation_id = l.organisation_id) k
    join organisations.version v on v.organisation_id = l.organisation_id and v.valid_during @> day and v.recorded_at <= k.moment and (v.superseded_at is null or v.superseded_at > k.moment)
    left join lateral (
      select a.organisation_id, a.type from line a where a.cell_id = l.cell_id and a.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') order by a.depth limit 1
    ) g on true
    where l.depth = 0
  )
  select by ->> rows_by, by ->> columns_by, count(*)::int from below group by 1, 2
$$;
revoke all on function organisations.counted_by(uuid, date, timestamptz, text, text) from public;
grant execute on function organisations.counted_by(uuid, date, timestamptz, text, text) to dangvu_program;
