-- Who of the register may be one of many people that a list describes, asked at once.

/*
 * Keys of a folded name with a day of birth as far as it is known, of which each is shared by few people: the words in any order with the
 * year, or with day and month; the whole day with the given name, or with all but it. `short`: a name of two words, which may lack its middle.
 */
create function duplicates.name_keys(name text, born text) returns table(key text, whole boolean, short boolean)
language sql immutable parallel safe as $$
  select k, length(born) = 10, name !~ ' .* ' from unnest(array[
    case when born <> '' then 'n' || duplicates.sorted_words(name) || '|' || left(born, 4) end,
    case when born <> '' then 's' || split_part(name, ' ', 1) || ' ' || substring(name from '[^ ]+$') || '|' || left(born, 4) end,
    case when length(born) = 10 then 'w' || duplicates.sorted_words(name) || '|' || substr(born, 6) end,
    case when length(born) = 10 then 'd' || born || '|' || substring(name from '[^ ]+$') end,
    case when length(born) = 10 then 'f' || born || '|' || regexp_replace(name, ' ?[^ ]+$', '') end]) k where k is not null
$$;

/*
 * People within the actor's part who share a key with one of those described, by the place of the description, from 1. `names` folded, `born` as
 * far as known or blank, `numbers` each with `i` (identity) or `c` (card) before its digits, apart by blanks. Candidates only: how alike they
 * are is weighed elsewhere.
 */
create function duplicates.like_people(names text[], born text[], numbers text[]) returns table(place integer, person_id uuid)
language plpgsql stable security definer rows 1000
set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan set enable_nestloop = off set jit = off as $$
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
      select d.place, n.number, substring(d.name from '[^ ]+$') as given from described d cross join lateral regexp_split_to_table(d.number, ' ') n(number) where length(n.number) >= 7
    ), number_known as materialized (
      select distinct m.id, m.number, substring(n.name from '[^ ]+$') as given from duplicates.numbers_of(null) m join named n on n.id = m.id where exists (select from number_asked)
    ), by_number as (
      select a.place, b.id from number_asked a join number_known b on b.number = a.number
      union all
      select a.place, b.id from (select place, left(number, 1) || o as number, given from number_asked, duplicates.with_one_left_out(substr(number, 2)) o) a
        join (select id, left(number, 1) || o as number, given from number_known, duplicates.with_one_left_out(substr(number, 2)) o) b on b.number = a.number and b.given = a.given
    )
    select place, id from by_name union select place, id from by_number;
end $$;
grant execute on function duplicates.like_people(text[], text[], text[]) to dangvu_program;
