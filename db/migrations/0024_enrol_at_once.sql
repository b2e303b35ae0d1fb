-- A list is taken over by one call for thousands of people: the rights over its cells are asked once, not of every row, and every fact is
-- told the keeper it belongs to. What may be written is what the row rules of the four tables allow.
drop trigger membership_takes_keeper on members.membership;
create trigger membership_takes_keeper before insert on members.membership for each row when (new.keeper_id is null) execute function members.take_keeper();
drop trigger status_takes_keeper on members.status;
create trigger status_takes_keeper before insert on members.status for each row when (new.keeper_id is null) execute function members.take_keeper();

-- listed: people; facts: membership and first place of each; spells: their statuses; each an array as the program's enrolMembers() writes it
-- (three, because taking a field out of a long array goes through all of it). source: what brings them. paper: where they stand.
create function members.enrol(listed jsonb, facts jsonb, spells jsonb, source uuid, paper text) returns void
language plpgsql security definer set search_path = pg_catalog, members, access, platform, public as $$
begin
  if exists (
    (select "keeperId" from jsonb_to_recordset(listed) r ("keeperId" uuid) union select cell from jsonb_to_recordset(facts) r (cell uuid)
      union select cell from jsonb_to_recordset(spells) r (cell uuid))
    except select access.people_reach()) then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  insert into members.person (id, full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence,
      general_education, profession, political_theory, occupation, note, sort_key, keeper_id)
    select id, "fullName", "otherName", sex, "bornOn", ethnicity, religion, "identityNumber", "oldIdentityNumber", phone, "nativePlace", residence,
      "generalEducation", profession, "politicalTheory", occupation, note, "sortKey", "keeperId"
    from jsonb_to_recordset(listed) r (id uuid, "fullName" text, "otherName" text, sex text, "bornOn" text, ethnicity text, religion text, "identityNumber" text,
      "oldIdentityNumber" text, phone text, "nativePlace" text, residence text, "generalEducation" text, profession text, "politicalTheory" text, occupation text, note text,
      "sortKey" text, "keeperId" uuid);
  insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id, keeper_id)
    select membership, person, "decidedOn", "decisionNumber", "ceremonyOn", "admittedOn", "confirmedOn", "cardNumber", "historyNumber", 1, source, cell
    from jsonb_to_recordset(facts) r (membership uuid, person uuid, "decidedOn" date, "decisionNumber" text, "ceremonyOn" date, "admittedOn" text, "confirmedOn" text,
      "cardNumber" text, "historyNumber" text, cell uuid);
  insert into members.status (id, person_id, status, valid_during, basis, source_id, keeper_id)
    select id, person, status, daterange("from", until), paper, source, cell
    from jsonb_to_recordset(spells) r (id uuid, person uuid, status text, "from" date, until date, cell uuid);
  -- Last: a placement brings the standing, which is derived from the statuses as well.
  insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
    select placement, person, cell, daterange("placedFrom", null), paper, source
    from jsonb_to_recordset(facts) r (placement uuid, person uuid, cell uuid, "placedFrom" date);
end $$;
revoke all on function members.enrol(jsonb, jsonb, jsonb, uuid, text) from public;
grant execute on function members.enrol(jsonb, jsonb, jsonb, uuid, text) to dangvu_program;

-- Keys are only ever written from people, who are never deleted: asking again for each key took as long as a tenth of writing it.
alter table search.person_key drop constraint person_key_person_id_fkey;
