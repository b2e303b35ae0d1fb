-- Members taken over by the thousand: where they stand is derived once, when all that it is derived from is there.

create or replace function members.enrol(listed jsonb, facts jsonb, spells jsonb, source uuid, paper text) returns void
  language plpgsql security definer set search_path to 'pg_catalog', 'members', 'access', 'platform', 'public'
as $$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
begin
  if exists (
    (select "keeperId" from jsonb_to_recordset(listed) r ("keeperId" uuid) union select cell from jsonb_to_recordset(facts) r (cell uuid)
      union select cell from jsonb_to_recordset(spells) r (cell uuid))
    except select access.people_reach()) then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('dangvu.derives_later', 'yes', true);
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
  insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
    select placement, person, cell, daterange("placedFrom", null), paper, source
    from jsonb_to_recordset(facts) r (placement uuid, person uuid, cell uuid, "placedFrom" date);
  perform set_config('dangvu.derives_later', later, true);
  if later = '' then perform members.restand(array(select person from jsonb_to_recordset(facts) r (person uuid))); end if;
end $$;
