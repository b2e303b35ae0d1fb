-- People who are just entered have no standing that would first have to go.
CREATE OR REPLACE FUNCTION members.stand(people uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
  select p.person_id, p.cell_id, s.status, p.valid_during * s.valid_during, x.keeper_id, x.sort_key
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.superseded_at is null and s.valid_during && p.valid_during
  join members.person x on x.id = p.person_id and x.withdrawn_at is null
  where p.superseded_at is null and p.person_id = any (people);
$function$;
revoke execute on function members.stand(uuid[]) from public, dangvu_program;

CREATE OR REPLACE FUNCTION members.restand(people uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  delete from members.standing where person_id = any (people);
  select members.stand(people);
$function$;

CREATE OR REPLACE FUNCTION members.enrol(listed jsonb, facts jsonb, spells jsonb, source uuid, paper text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'access', 'platform', 'public'
AS $function$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
  -- The defaults of the tables would ask for it again with every row.
  recorded constant timestamptz := platform.moment();
begin
  if exists (
    (select "keeperId" from jsonb_to_recordset(listed) r ("keeperId" uuid) union select cell from jsonb_to_recordset(facts) r (cell uuid)
      union select cell from jsonb_to_recordset(spells) r (cell uuid))
    except select access.people_reach()) then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('dangvu.derives_later', 'yes', true);
  insert into members.person (id, full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence,
      general_education, profession, political_theory, occupation, note, sort_key, keeper_id, recorded_at)
    select id, "fullName", "otherName", sex, "bornOn", ethnicity, religion, "identityNumber", "oldIdentityNumber", phone, "nativePlace", residence,
      "generalEducation", profession, "politicalTheory", occupation, note, "sortKey", "keeperId", recorded
    from jsonb_to_recordset(listed) r (id uuid, "fullName" text, "otherName" text, sex text, "bornOn" text, ethnicity text, religion text, "identityNumber" text,
      "oldIdentityNumber" text, phone text, "nativePlace" text, residence text, "generalEducation" text, profession text, "politicalTheory" text, occupation text, note text,
      "sortKey" text, "keeperId" uuid);
  insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id, keeper_id, recorded_at)
    select membership, person, "decidedOn", "decisionNumber", "ceremonyOn", "admittedOn", "confirmedOn", "cardNumber", "historyNumber", 1, source, cell, recorded
    from jsonb_to_recordset(facts) r (membership uuid, person uuid, "decidedOn" date, "decisionNumber" text, "ceremonyOn" date, "admittedOn" text, "confirmedOn" text,
      "cardNumber" text, "historyNumber" text, cell uuid);
  insert into members.status (id, person_id, status, valid_during, basis, source_id, keeper_id, recorded_at)
    select id, person, status, daterange("from", until), paper, source, cell, recorded
    from jsonb_to_recordset(spells) r (id uuid, person uuid, status text, "from" date, until date, cell uuid);
  insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id, recorded_at)
    select placement, person, cell, daterange("placedFrom", null), paper, source, recorded
    from jsonb_to_recordset(facts) r (placement uuid, person uuid, cell uuid, "placedFrom" date);
  perform set_config('dangvu.derives_later', later, true);
  if later = '' then perform members.stand(array(select person from jsonb_to_recordset(facts) r (person uuid))); end if;
end $function$;
