-- The words of many names at once are learnt from their distinct parts, not from every name again.

create or replace function search.key_people(people uuid[]) returns void
  language sql security definer set search_path to 'pg_catalog', 'search'
as $$
  delete from search.person_key where person_id = any (people);
  with named as (
    select id, keeper_id, sort_key, full_name || ' ' || coalesce(other_name, '') as name
    from members.person where id = any (people) and withdrawn_at is null
  ), part as materialized (
    select n.id, p.part from named n, regexp_split_to_table(n.name, '\s+') p (part)
  ), spelt as materialized (
    select d.part, search.words(d.part) || search.marked_words(d.part) as lexemes from (select distinct part from part) d
  ), vector as (
    select p.id, array_to_tsvector(array_agg(l.lexeme)) as words from part p join spelt s using (part), unnest(s.lexemes) l (lexeme) group by p.id
  ), keyed as (
    insert into search.person_key (person_id, keeper_id, sort_key, words)
    select n.id, n.keeper_id, n.sort_key, coalesce(v.words, ''::tsvector) from named n left join vector v using (id)
  )
  select search.learn_words(array_agg(array_to_tsvector(lexemes))) from spelt
$$;
