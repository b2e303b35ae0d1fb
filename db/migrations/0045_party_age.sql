-- What decisions say of the party age of a member: a time that does not count, or another day to count from. It is counted from the dated
-- facts, never stored.
create table members.party_age_ruling (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  kind            text not null constraint party_age_ruling_kind check (kind in ('interruption','countedFrom')),
  valid_during    daterange not null,
  reason          text not null,
  decision_number text not null,
  decided_on      date not null,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint party_age_ruling_not_empty check (not isempty(valid_during) and lower(valid_during) is not null),
  constraint party_age_no_overlap exclude using gist (person_id with =, kind with =, valid_during with &&) where (superseded_at is null)
);
comment on table members.party_age_ruling is 'interruption: days that do not count, upper bound exclusive. countedFrom: party age counts from lower(valid_during), whatever the decision of admission; there is one at most.';
create index party_age_ruling_person on members.party_age_ruling (person_id);
alter table members.party_age_ruling enable row level security;
create policy party_age_ruling_read on members.party_age_ruling for select using (exists (select from members.person p where p.id = person_id));
create policy party_age_ruling_write on members.party_age_ruling for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy party_age_ruling_change on members.party_age_ruling for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
grant select, insert on members.party_age_ruling to dangvu_program;
grant update (superseded_at) on members.party_age_ruling to dangvu_program;

-- Party age in full years on a day; agrees with membershipYears() of the program. Null for who was never a member by then.
create or replace function members.membership_years(person uuid, day date) returns int language sql stable as $$
  with spell as (
    select ended_on, coalesce(decided_on, case length(admitted_on)
      when 4 then (admitted_on || '-12-31')::date
      when 7 then ((admitted_on || '-01')::date + interval '1 month' - interval '1 day')::date
      else admitted_on::date end) as begins, row_number() over (order by ordinal) as nth
    from members.membership where person_id = person and superseded_at is null
  ), ruled as (
    select lower(valid_during) as begins from members.party_age_ruling where person_id = person and superseded_at is null and kind = 'countedFrom'
  ), gap as (
    select coalesce(range_agg(valid_during), '{}') as days from members.party_age_ruling where person_id = person and superseded_at is null and kind = 'interruption'
  ), stretch as (
    select s.days from spell, gap, unnest(datemultirange(daterange(case when nth = 1 then coalesce((select begins from ruled), spell.begins) else spell.begins end, ended_on)) - gap.days) s (days)
    where spell.begins is not null
  )
  select floor(sum(members.full_months(lower(days), least(coalesce(upper(days), day), day))) / 12.0)::int from stretch where lower(days) <= day
$$;
