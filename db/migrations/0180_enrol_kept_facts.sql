-- Members whom the database has at hand are handed on as they lie there, instead of being packed together once more and taken apart again: with a whole district
-- a tenth of the time of writing its list.
drop function members.enrol(jsonb, uuid, text, date);

-- Somebody of a list: the identifier the person is to have, the cell, and what else the list says.
create type members.listed as (id uuid, cell_id uuid, facts jsonb);

-- listed: people with their facts. source: what brings them. paper: where they stand. as_of: day of the list; counts as the first day of whoever has none.
-- taken: how many they are. against: the days of one of them that contradict each other; whoever is told of it takes nothing over.
create function members.enrol(listed members.listed[], source uuid, paper text, as_of date, out taken int, out against jsonb)
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
    from (select id, cell_id, facts, facts->>'sortKey' as sort_key, facts->>'bornOn' as born_on, facts->>'admittedOn' as admitted_on, facts->>'confirmedOn' as confirmed_on,
      (facts->>'decidedOn')::date as decided_on, (facts->>'ceremonyOn')::date as ceremony_on, (facts->>'placedFrom')::date as placed_from, (facts->>'exemptFrom')::date as exempt_from
      from unnest(listed)) l
    -- Of a day that is known only to the month or the year, the earliest that it may be.
    cross join lateral (select left(born_on || '-01-01', 10)::date as born, left(admitted_on || '-01-01', 10)::date as admitted, left(confirmed_on || '-01-01', 10)::date as confirmed) d
    cross join lateral (select coalesce(ceremony_on, admitted, decided_on, as_of) as first) f
    cross join lateral (select daterange(coalesce(placed_from, first), null) as placed) p
  ), spell as materialized (
    -- Without a day of confirmation a member is still probationary, however long ago admitted.
    select id, cell_id, sort_key, placed, status, daterange(begins, ends) as days
    from said
    cross join lateral (values ('probationary', first, confirmed),
      ('full', case when confirmed is not null then greatest(confirmed, first) end, case when exempt_from is not null then greatest(exempt_from, confirmed, first) end),
      ('exempt', case when confirmed is not null and exempt_from is not null then greatest(exempt_from, confirmed, first) end, null)) s (status, begins, ends)
    where begins is not null and (ends is null or ends > begins)
  ), person as (
    insert into members.person (id, full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence,
        general_education, profession, political_theory, occupation, note, sort_key, keeper_id, recorded_at)
      select id, facts->>'fullName', facts->>'otherName', facts->>'sex', born_on, facts->>'ethnicity', facts->>'religion', facts->>'identityNumber', facts->>'oldIdentityNumber',
        facts->>'phone', facts->>'nativePlace', facts->>'residence', facts->>'generalEducation', facts->>'profession', facts->>'politicalTheory', facts->>'occupation', facts->>'note',
        sort_key, cell_id, recorded from said
  ), membership as (
    insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id, keeper_id, recorded_at)
      select gen_random_uuid(), id, decided_on, facts->>'decisionNumber', ceremony_on, admitted_on, confirmed_on, facts->>'cardNumber', facts->>'historyNumber', 1, source, cell_id, recorded
      from said
  ), placement as (
    insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id, recorded_at)
      select gen_random_uuid(), id, cell_id, placed, paper, source, recorded from said
  ), status as (
    insert into members.status (id, person_id, status, valid_during, basis, source_id, keeper_id, recorded_at)
      select gen_random_uuid(), id, status, days, paper, source, cell_id, recorded from spell
  ), standing as (
    -- What members.stand() would derive of whoever has one place and nothing before it, without reading back what was just written.
    insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
      select id, cell_id, status, days * placed, cell_id, sort_key from spell where later = '' and days && placed
  )
  select count(*), coalesce(bool_and(coalesce(cell_id = any (reach), false)), true),
    (select jsonb_build_object('bornOn', born_on, 'admittedOn', admitted_on, 'confirmedOn', confirmed_on) from said where confirmed < admitted or born >= admitted limit 1)
    into taken, are_within, against from said;
  if not are_within then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('dangvu.derives_later', later, true);
end $$;
revoke all on function members.enrol(members.listed[], uuid, text, date) from public;
grant execute on function members.enrol(members.listed[], uuid, text, date) to dangvu_program;

-- What a row of a list says of a new member is kept as the register takes it over. Lists read before are to be read once more.
update import_export.import set state = 'reading', version = version + 1 where state = 'toSettle';
