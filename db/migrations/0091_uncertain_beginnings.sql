-- A membership whose beginning is known only by its year or month may have ended before the last day of it; that spoils no number.

create or replace function members.membership_years(person uuid, day date)
 returns integer language sql stable as $$
  with spell as (
    select ended_on, coalesce(decided_on, case length(admitted_on)
      when 4 then (admitted_on || '-12-31')::date
      when 7 then ((admitted_on || '-01')::date + interval '1 month' - interval '1 day')::date
      else admitted_on::date end) as begins, row_number() over (order by ordinal) as nth
    from members.membership where person_id = person and superseded_at is null
  ), ruled as (
    select lower(valid_during) as begins from members.party_age_ruling where person_id = person and superseded_at is null and kind = 'countedFrom'
  ), counted as (
    select case when nth = 1 and begins is not null then coalesce((select r.begins from ruled r), begins) else begins end as begins, ended_on from spell
  ), gap as (
    select coalesce(range_agg(valid_during), '{}') as days from members.party_age_ruling where person_id = person and superseded_at is null and kind = 'interruption'
  ), stretch as (
    -- A beginning known only by its year counts from the last day of it, which may lie behind the end: nothing is counted then.
    select s.days from counted, gap, unnest(datemultirange(daterange(begins, case when ended_on is not null then greatest(begins, ended_on) end)) - gap.days) s (days)
    where begins is not null
  )
  select floor(sum(members.full_months(lower(days), least(coalesce(upper(days), day), day))) / 12.0)::int from stretch where lower(days) <= day
$$;
