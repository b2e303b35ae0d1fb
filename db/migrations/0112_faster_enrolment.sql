-- Read straight from the text: what is written to the tables at once need not become a document of its own first.
drop function members.enrol(jsonb, jsonb, uuid, text);
create function members.enrol(listed json, spells json, source uuid, paper text) returns void
  language plpgsql security definer set search_path = 'pg_catalog', 'members', 'access', 'platform', 'public' as $$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
  -- The defaults of the tables would ask for it again with every row.
  recorded constant timestamptz := platform.moment();
  reach constant uuid[] := array(select access.people_reach());
  people uuid[];
  are_within boolean;
begin
  perform set_config('dangvu.derives_later', 'yes', true);
  with said as materialized (
    select * from json_to_recordset(listed) r (id uuid, "fullName" text, "otherName" text, sex text, "bornOn" text, ethnicity text, religion text, "identityNumber" text,
      "oldIdentityNumber" text, phone text, "nativePlace" text, residence text, "generalEducation" text, profession text, "politicalTheory" text, occupation text, note text,
      "sortKey" text, cell uuid, membership uuid, placement uuid, "placedFrom" date, "decidedOn" date, "decisionNumber" text, "ceremonyOn" date, "admittedOn" text, "confirmedOn" text,
      "cardNumber" text, "historyNumber" text)
  ), person as (
    insert into members.person (id, full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence,
        general_education, profession, political_theory, occupation, note, sort_key, keeper_id, recorded_at)
      select id, "fullName", "otherName", sex, "bornOn", ethnicity, religion, "identityNumber", "oldIdentityNumber", phone, "nativePlace", residence,
        "generalEducation", profession, "politicalTheory", occupation, note, "sortKey", cell, recorded from said
  ), membership as (
    insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id, keeper_id, recorded_at)
      select membership, id, "decidedOn", "decisionNumber", "ceremonyOn", "admittedOn", "confirmedOn", "cardNumber", "historyNumber", 1, source, cell, recorded from said
  ), placement as (
    insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id, recorded_at)
      select placement, id, cell, daterange("placedFrom", null), paper, source, recorded from said
  ), status as (
    insert into members.status (id, person_id, status, valid_during, basis, source_id, keeper_id, recorded_at)
      select s.id, said.id, s.status, daterange(s."from", s.until), paper, source, said.cell, recorded
      from json_to_recordset(spells) s (id uuid, person uuid, status text, "from" date, until date) join said on said.id = s.person
  )
  select array_agg(id), coalesce(bool_and(cell = any (reach)), true) into people, are_within from said;
  if not are_within then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('dangvu.derives_later', later, true);
  if later = '' then perform members.stand(people); end if;
end $$;
revoke all on function members.enrol(json, json, uuid, text) from public;
grant execute on function members.enrol(json, json, uuid, text) to dangvu_program;

-- A part of a name that other blanks than these stand in is taken apart by the words themselves.
create or replace function search.key_people(people uuid[]) returns void
  language sql security definer set search_path = 'pg_catalog', 'search' as $$
  delete from search.person_key where person_id = any (people);
  with named as (
    select id, keeper_id, sort_key, full_name || ' ' || coalesce(other_name, '') as name
    from members.person where id = any (people) and withdrawn_at is null
  ), part as materialized (
    select n.id, p.part from named n, string_to_table(n.name, ' ') p (part)
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

-- Asked once of a whole statement, not of every row.
alter policy import_row_reach on import_export.import_row using (import_id in (select i.id from import_export.import i));

-- A function that might answer to null keeps the planner from putting fold() in its place.
alter function platform.marks() strict;
