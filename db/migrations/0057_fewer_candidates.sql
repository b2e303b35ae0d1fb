-- Numbers that differ by one sign: many people of one given name have them, since card numbers follow one another.

CREATE OR REPLACE FUNCTION duplicates.candidates()
 RETURNS TABLE(first_id uuid, second_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_nestloop TO 'off'
 SET jit TO 'off'
AS $function$
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
      select distinct m.id, m.number, n.family || ' ' || n.given as called from duplicates.numbers_of(null) m join named n on n.id = m.id
    ), by_number as (
      select a.id, b.id from number a join number b on b.number = a.number and b.id > a.id
      union all
      -- A number one sign off is asked about when family and given name are the same: numbers of a district follow one another.
      select a.id, b.id from (select id, left(number, 1) || o as number, called from number, duplicates.with_one_left_out(substr(number, 2)) o) a
        join (select id, left(number, 1) || o as number, called from number, duplicates.with_one_left_out(substr(number, 2)) o) b on b.number = a.number and b.called = a.called and b.id > a.id
    )
    select * from by_name union select * from by_short_name union select * from by_number;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.like_people(names text[], born text[], numbers text[])
 RETURNS TABLE(place integer, person_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_nestloop TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  -- The first list of a new register has nobody to be like.
  if not exists (select from members.person x where x.withdrawn_at is null and x.keeper_id = any (reach)) then return; end if;
  return query
    with described as materialized (
      select d.place::integer, d.name, d.born, d.number from unnest(names, born, numbers) with ordinality d(name, born, number, place)
    ), named as materialized (
      select n.id, n.name, n.born from duplicates.names_of(null) n
    ), key_asked as (
      select d.place, d.born, k.key, k.whole, k.short from described d cross join lateral duplicates.name_keys(d.name, d.born) k
    ), key_known as (
      select n.id, n.born, k.key, k.whole, k.short from named n cross join lateral duplicates.name_keys(n.name, n.born) k
    ), by_name as (
      select a.place, b.id from key_asked a join key_known b on b.key = a.key
      where case left(a.key, 1)
        -- Namesakes born on quite other days of one year are many and nothing to ask about.
        when 'n' then not (a.whole and b.whole) or a.born = b.born or a.born = left(b.born, 5) || right(b.born, 2) || substr(b.born, 5, 3) or duplicates.digits_apart(a.born, b.born) <= 1
        when 's' then a.short <> b.short and (not (a.whole and b.whole) or a.born = b.born)
        else true end
    ), number_asked as materialized (
      select d.place, n.number, split_part(d.name, ' ', 1) || ' ' || substring(d.name from '[^ ]+$') as called from described d cross join lateral regexp_split_to_table(d.number, ' ') n(number) where length(n.number) >= 7
    ), number_known as materialized (
      select distinct m.id, m.number, split_part(n.name, ' ', 1) || ' ' || substring(n.name from '[^ ]+$') as called from duplicates.numbers_of(null) m join named n on n.id = m.id where exists (select from number_asked)
    ), by_number as (
      select a.place, b.id from number_asked a join number_known b on b.number = a.number
      union all
      select a.place, b.id from (select place, left(number, 1) || o as number, called from number_asked, duplicates.with_one_left_out(substr(number, 2)) o) a
        join (select id, left(number, 1) || o as number, called from number_known, duplicates.with_one_left_out(substr(number, 2)) o) b on b.number = a.number and b.called = a.called
    )
    select place, id from by_name union select place, id from by_number;
end $function$;
