-- One engine counts people by anything that is dated: a measure gives facts (who, in which organisation, on which day, with which detail), two
-- dimensions sort them. Every statement is put together from the fixed pieces below; what an actor says goes in as a value only.
-- $1 organisation, $2 first day, $3 last day, $4 known at, $5 day of the owner (null: the owner of each fact's own day), $6 age bands, $7 party age bands.

-- What a measure counts. A stock is that of the last day; a flow has happened from the first day to the last, both inclusive.
create function members.facts_sql(measure text, known_at timestamptz) returns text language plpgsql immutable set search_path = pg_catalog as $$
declare
  known constant text := '(%1$s.superseded_at is null or %1$s.superseded_at > $4) and ($4 is null or %1$s.recorded_at <= $4)';
begin
  return case
    when measure = 'members' and known_at is null then
      'select s.person_id, s.cell_id as organisation_id, $3 as on_day, s.status as detail from members.standing s where s.valid_during @> $3'
    when measure = 'members' then
      'select p.person_id, p.cell_id as organisation_id, $3 as on_day, s.status as detail from members.placement p join members.status s on s.person_id = p.person_id and s.valid_during @> $3 and ' || format(known, 's')
      || ' where p.valid_during @> $3 and ' || format(known, 'p')
    when measure = 'admitted' then
      'select a.person_id, a.cell_id as organisation_id, a.decided_on as on_day, null::text as detail
       from members.admissions($2, $3, $4, array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = $1)) a'
    when measure = 'recognised' then
      'select m.person_id, p.cell_id as organisation_id, d.day as on_day, null::text as detail from members.membership m cross join lateral (select members.latest_day(m.confirmed_on) as day) d
       join members.placement p on p.person_id = m.person_id and p.valid_during @> d.day and ' || format(known, 'p') || ' where d.day between $2 and $3 and ' || format(known, 'm')
    when measure = 'left' then
      'select m.person_id, p.cell_id as organisation_id, m.ended_on as on_day, m.end_kind as detail from members.membership m
       join members.placement p on p.person_id = m.person_id and p.valid_during @> m.ended_on - 1 and ' || format(known, 'p') || ' where m.ended_on between $2 and $3 and ' || format(known, 'm')
    when measure = 'posts' then
      'select o.person_id, o.organisation_id, $3 as on_day, o.position as detail from members.post o where o.held_during @> $3 and ' || format(known, 'o')
    -- Sorted by what is known of each on the last day, so that the numbers of every value balance.
    when measure = 'movement' then
      'select b.person_id, b.organisation_id, $3 as on_day, b.item as detail from members.balance_lines(array[$1], $1, $2, $3, $4) b'
  end;
end $$;

-- What a dimension sorts by. l: the fact; x: the person; g: the grassroots organisation; m: the spells of membership.
create function members.dimension_sql(dimension text) returns text language plpgsql immutable set search_path = pg_catalog as $$
declare
  said constant text := 'case when $4 is null or x.recorded_at <= $4 then x.%1$s else members.person_as_known(x.id, $4) ->> %1$L end';
  of_person constant jsonb := '{"sex": "sex", "ethnicity": "ethnicity", "religion": "religion", "generalEducation": "general_education", "profession": "profession", "politicalTheory": "political_theory", "occupation": "occupation"}';
begin
  return case
    when of_person ? dimension then format(said, of_person ->> dimension)
    when dimension = 'none' then 'null::text'
    when dimension = 'cell' then 'l.organisation_id::text'
    when dimension = 'grassroots' then 'g.organisation_id::text'
    when dimension = 'organisationKind' then 'g.type'
    when dimension = 'detail' then 'l.detail'
    when dimension = 'year' then $d$to_char(l.on_day, 'YYYY')$d$
    when dimension = 'month' then $d$to_char(l.on_day, 'YYYY-MM')$d$
    when dimension = 'ageBand' then format('width_bucket(members.age_on(%s, l.on_day), $6)::text', format(said, 'born_on'))
    when dimension = 'partyAgeBand' then 'width_bucket(case when m.spells = 1 and not exists (select from members.party_age_ruling r where r.person_id = l.person_id and r.superseded_at is null)
      then members.full_months(m.since, l.on_day) / 12 else members.membership_years(l.person_id, l.on_day) end, $7)::text'
  end;
end $$;

-- The facts below an organisation with all that the dimensions ask for. Below by the tree of the fact's day, or by that of the owner's day, where
-- what had ended by then counts at its last place.
create function members.counted_sql(facts text, owner_day date, dimensions text[], with_person boolean) returns text language sql immutable set search_path = pg_catalog as $$
  select concat_ws(' ', 'from (select f.*,', case when owner_day is null then 'f.on_day' else 'w.seen_on' end, 'as tree_day from (', facts, ') f',
    case when owner_day is null then 'join organisations.closure w on w.ancestor_id = $1 and w.descendant_id = f.organisation_id and w.valid_during @> f.on_day'
      else 'join organisations.last_below($1, $5) w on w.organisation_id = f.organisation_id' end, ') l',
    case when with_person or dimensions && array['sex', 'ethnicity', 'religion', 'generalEducation', 'profession', 'politicalTheory', 'occupation', 'ageBand'] then 'join members.person x on x.id = l.person_id' end,
    case when dimensions && array['grassroots', 'organisationKind'] then
      'left join (select c.descendant_id, v.organisation_id, v.type, c.valid_during * v.valid_during as valid_during from organisations.closure c
         join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during && c.valid_during and v.type in (''DB_CO_SO'', ''CB_CO_SO'', ''TCCSD_LLVT'', ''TCCSD_DN'')
       ) g on g.descendant_id = l.organisation_id and g.valid_during @> l.tree_day' end,
    case when 'partyAgeBand' = any (dimensions) then
      'left join lateral (select count(*) as spells, min(q.admission_day) as since from members.membership q where q.person_id = l.person_id
         and (q.superseded_at is null or q.superseded_at > $4) and ($4 is null or q.recorded_at <= $4)) m on true' end)
$$;

-- Facts counted by two dimensions. Asks once for the rights over the organisation. Only functions that name their facts call it.
create function members.count_facts(facts text, organisation uuid, from_day date, until_day date, known_at timestamptz, owner_day date, age_bands int[], party_age_bands int[], rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' as $$
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query execute format('select %s, %s, count(*)::int %s group by 1, 2', members.dimension_sql(rows_by), members.dimension_sql(columns_by), members.counted_sql(facts, owner_day, array[rows_by, columns_by], false))
    using organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands;
end $$;

-- Who stands behind one of these numbers, as far as the actor may see them today.
create function members.people_of_facts(facts text, organisation uuid, from_day date, until_day date, known_at timestamptz, owner_day date, age_bands int[], party_age_bands int[],
  rows_by text, row_wanted text, every_row boolean, columns_by text, column_wanted text, every_column boolean)
returns table (person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' as $$
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query execute format('select l.person_id, x.keeper_id, x.sort_key, l.on_day, l.detail %s where x.keeper_id = any ($8) and ($9 or %s is not distinct from $10) and ($11 or %s is not distinct from $12)',
      members.counted_sql(facts, owner_day, array[rows_by, columns_by], true), members.dimension_sql(rows_by), members.dimension_sql(columns_by))
    using organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands, reach, every_row, row_wanted, every_column, column_wanted;
end $$;

create function members.counted_by(measure text, organisation uuid, from_day date, until_day date, known_at timestamptz, owner_day date, age_bands int[], party_age_bands int[], rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int) language sql stable security definer set search_path = pg_catalog as $$
  select * from members.count_facts(members.facts_sql(measure, known_at), organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands, rows_by, columns_by)
$$;
create function members.people_counted_by(measure text, organisation uuid, from_day date, until_day date, known_at timestamptz, owner_day date, age_bands int[], party_age_bands int[],
  rows_by text, row_wanted text, every_row boolean, columns_by text, column_wanted text, every_column boolean)
returns table (person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text) language sql stable security definer set search_path = pg_catalog as $$
  select * from members.people_of_facts(members.facts_sql(measure, known_at), organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands,
    rows_by, row_wanted, every_row, columns_by, column_wanted, every_column)
$$;

-- Files open at the end of the last day, by their kind. When a file was entered is not asked: the steps of files are known from the day they were taken.
create function admission.files_sql() returns text language sql immutable return
  'select f.person_id, f.cell_id as organisation_id, $3 as on_day, f.kind as detail from admission.case_file f where f.opened_on <= $3 and (f.closed_on is null or f.closed_on > $3)';
create function admission.files_counted_by(organisation uuid, until_day date, owner_day date, age_bands int[], party_age_bands int[], rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int) language sql stable security definer set search_path = pg_catalog as $$
  select * from members.count_facts(admission.files_sql(), organisation, until_day, until_day, null, owner_day, age_bands, party_age_bands, rows_by, columns_by)
$$;
create function admission.people_of_files_by(organisation uuid, until_day date, owner_day date, age_bands int[], party_age_bands int[],
  rows_by text, row_wanted text, every_row boolean, columns_by text, column_wanted text, every_column boolean)
returns table (person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text) language sql stable security definer set search_path = pg_catalog as $$
  select * from members.people_of_facts(admission.files_sql(), organisation, until_day, until_day, null, owner_day, age_bands, party_age_bands, rows_by, row_wanted, every_row, columns_by, column_wanted, every_column)
$$;

-- Organisations below one on a day, itself included, by their kind, by the kind of place, or by the grassroots organisation they stand in.
create function organisations.counted_by(organisation uuid, day date, rows_by text, columns_by text)
returns table (row_value text, column_value text, counted int)
language sql stable security definer set search_path = pg_catalog as $$
  with below as (
    select jsonb_build_object('none', null, 'detail', v.type, 'areaKind', v.area_kind, 'grassroots', g.organisation_id, 'organisationKind', g.type) as by
    from organisations.closure c
    join organisations.version v on v.organisation_id = c.descendant_id and v.superseded_at is null and v.valid_during @> day
    left join lateral (
      select gv.organisation_id, gv.type from organisations.closure gc
      join organisations.version gv on gv.organisation_id = gc.ancestor_id and gv.superseded_at is null and gv.valid_during @> day and gv.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
      where gc.descendant_id = c.descendant_id and gc.valid_during @> day order by gc.depth limit 1
    ) g on true
    where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.reach()))
  )
  select by ->> rows_by, by ->> columns_by, count(*)::int from below group by 1, 2
$$;

revoke all on function members.facts_sql(text, timestamptz), members.dimension_sql(text), members.counted_sql(text, date, text[], boolean),
  members.count_facts(text, uuid, date, date, timestamptz, date, int[], int[], text, text),
  members.people_of_facts(text, uuid, date, date, timestamptz, date, int[], int[], text, text, boolean, text, text, boolean),
  members.counted_by(text, uuid, date, date, timestamptz, date, int[], int[], text, text),
  members.people_counted_by(text, uuid, date, date, timestamptz, date, int[], int[], text, text, boolean, text, text, boolean),
  admission.files_sql(), admission.files_counted_by(uuid, date, date, int[], int[], text, text),
  admission.people_of_files_by(uuid, date, date, int[], int[], text, text, boolean, text, text, boolean), organisations.counted_by(uuid, date, text, text) from public;
grant execute on function members.counted_by(text, uuid, date, date, timestamptz, date, int[], int[], text, text),
  members.people_counted_by(text, uuid, date, date, timestamptz, date, int[], int[], text, text, boolean, text, text, boolean),
  admission.files_counted_by(uuid, date, date, int[], int[], text, text), admission.people_of_files_by(uuid, date, date, int[], int[], text, text, boolean, text, text, boolean),
  organisations.counted_by(uuid, date, text, text) to dangvu_program;
