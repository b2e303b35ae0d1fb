-- A list is taken over from where it was kept: its people need not go out to the program and come back for it. What the program used to work out of a row
-- is worked out here: since when somebody counts, and the statuses from then on.
drop function members.enrol(json, json, uuid, text);

-- listed: people with their facts. source: what brings them. paper: where they stand. as_of: day of the list; counts as the first day of whoever has none.
-- taken: how many they are. against: the days of one of them that contradict each other; whoever is told of it takes nothing over.
create function members.enrol(listed jsonb, source uuid, paper text, as_of date, out taken int, out against jsonb)
  language plpgsql security definer set search_path = 'pg_catalog', 'members', 'access', 'platform', 'public' as $$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
  -- The defaults of the tables would ask for it again with every row.
  recorded constant timestamptz := platform.moment();
  reach constant uuid[] := array(select access.people_reach());
  are_within boolean;
begin
  perform set_config('dangvu.derives_later', 'yes', true);
  with said as materialized (
    select *
    from jsonb_to_recordset(listed) r (id uuid, "fullName" text, "otherName" text, sex text, "bornOn" text, ethnicity text, religion text, "identityNumber" text,
      "oldIdentityNumber" text, phone text, "nativePlace" text, residence text, "generalEducation" text, profession text, "politicalTheory" text, occupation text, note text,
      "sortKey" text, "cellId" uuid, "placedFrom" date, "decidedOn" date, "decisionNumber" text, "ceremonyOn" date, "admittedOn" text, "confirmedOn" text, "exemptFrom" date,
      "cardNumber" text, "historyNumber" text)
    -- Of a day that is known only to the month or the year, the earliest that it may be.
    cross join lateral (select left("bornOn" || '-01-01', 10)::date as born, left("admittedOn" || '-01-01', 10)::date as admitted, left("confirmedOn" || '-01-01', 10)::date as confirmed) d
    cross join lateral (select coalesce("ceremonyOn", admitted, "decidedOn", as_of) as first) f
    cross join lateral (select daterange(coalesce("placedFrom", first), null) as placed) p
  ), spell as materialized (
    -- Without a day of confirmation a member is still probationary, however long ago admitted.
    select id, "cellId", "sortKey", placed, status, daterange(begins, ends) as days
    from said
    cross join lateral (values ('probationary', first, confirmed),
      ('full', case when confirmed is not null then greatest(confirmed, first) end, case when "exemptFrom" is not null then greatest("exemptFrom", confirmed, first) end),
      ('exempt', case when confirmed is not null and "exemptFrom" is not null then greatest("exemptFrom", confirmed, first) end, null)) s (status, begins, ends)
    where begins is not null and (ends is null or ends > begins)
  ), person as (
    insert into members.person (id, full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence,
        general_education, profession, political_theory, occupation, note, sort_key, keeper_id, recorded_at)
      select id, "fullName", "otherName", sex, "bornOn", ethnicity, religion, "identityNumber", "oldIdentityNumber", phone, "nativePlace", residence,
        "generalEducation", profession, "politicalTheory", occupation, note, "sortKey", "cellId", recorded from said
  ), membership as (
    insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id, keeper_id, recorded_at)
      select gen_random_uuid(), id, "decidedOn", "decisionNumber", "ceremonyOn", "admittedOn", "confirmedOn", "cardNumber", "historyNumber", 1, source, "cellId", recorded from said
  ), placement as (
    insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id, recorded_at)
      select gen_random_uuid(), id, "cellId", placed, paper, source, recorded from said
  ), status as (
    insert into members.status (id, person_id, status, valid_during, basis, source_id, keeper_id, recorded_at)
      select gen_random_uuid(), id, status, days, paper, source, "cellId", recorded from spell
  ), standing as (
    -- What members.stand() would derive of whoever has one place and nothing before it, without reading back what was just written.
    insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
      select id, "cellId", status, days * placed, "cellId", "sortKey" from spell where later = '' and days && placed
  )
  select count(*), coalesce(bool_and(coalesce("cellId" = any (reach), false)), true),
    (select jsonb_build_object('bornOn', "bornOn", 'admittedOn', "admittedOn", 'confirmedOn', "confirmedOn") from said where confirmed < admitted or born >= admitted limit 1)
    into taken, are_within, against from said;
  if not are_within then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('dangvu.derives_later', later, true);
end $$;
revoke all on function members.enrol(jsonb, uuid, text, date) from public;
grant execute on function members.enrol(jsonb, uuid, text, date) to dangvu_program;

-- The key that a name is sorted by is made by the program, and kept beside the name when a list is read. Lists read before are to be read once more.
update import_export.import set state = 'reading', version = version + 1 where state = 'toSettle';
