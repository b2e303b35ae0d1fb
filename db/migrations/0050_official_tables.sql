-- What members publish for the official tables: the changes of a period that always balance, and the members of a day by what is known of them.

-- How somebody came into a part on a day: by admission, re-admission, from outside, from another cell, or because the cell itself was put elsewhere.
create function members.way_in(person uuid, day date, known_at timestamptz) returns text language sql stable as $$
  with placed as (
    select p.cell_id, p.valid_during @> day - 1 as before, p.valid_during @> day as after from members.placement p
    where p.person_id = person and p.valid_during && daterange(day - 1, day, '[]')
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), joined as (
    select m.ordinal from members.membership m
    where m.person_id = person and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      and day = coalesce(m.ceremony_on, case length(m.admitted_on) when 4 then (m.admitted_on || '-01-01')::date when 7 then (m.admitted_on || '-01')::date else m.admitted_on::date end, m.decided_on)
    order by m.ordinal desc limit 1
  )
  select case
    when exists (select from placed b join placed a on a.cell_id = b.cell_id where b.before and a.after) then 'reorganisedIn'
    when exists (select from placed where before) then 'movedIn'
    when (select ordinal from joined) = 1 then 'admitted'
    when (select ordinal from joined) > 1 then 'readmitted'
    else 'fromOutside' end
$$;

-- How somebody left a part on the first day outside it.
create function members.way_out(person uuid, day date, known_at timestamptz) returns text language sql stable as $$
  with placed as (
    select p.cell_id, p.valid_during @> day - 1 as before, p.valid_during @> day as after from members.placement p
    where p.person_id = person and p.valid_during && daterange(day - 1, day, '[]')
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  )
  select case
    when exists (select from placed b join placed a on a.cell_id = b.cell_id where b.before and a.after) then 'reorganisedOut'
    when exists (select from placed where after) then 'movedOut'
    else coalesce((
      select case m.end_kind when 'death' then 'died' when 'strikeOff' then 'struckOff' when 'expulsion' then 'expelled' when 'resignation' then 'left' else 'toOutside' end
      from members.membership m where m.person_id = person and m.ended_on = day and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      order by m.ordinal desc limit 1), 'unexplained') end
$$;

-- Line by line who was in a part on the day before a period, who came, who left, and who is there on its last day. A stay is what days in one cell and in the next
-- make together, as the tree stood on each of them, so that moves inside a part are none; the lines of a part balance whatever its history. Of a part, only the days
-- count on which it stood below the whole (within): then the parts make the whole, though one was put elsewhere in the period.
create function members.balance_lines(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamptz)
returns table (organisation_id uuid, person_id uuid, item text, on_day date) language sql stable as $$
  with stay as (
    select c.ancestor_id, p.person_id, range_agg(p.valid_during * c.valid_during * w.valid_during) as days
    from members.placement p
    join organisations.closure c on c.descendant_id = p.cell_id and c.valid_during && p.valid_during
    join organisations.closure w on w.descendant_id = p.cell_id and w.ancestor_id = within and w.valid_during && p.valid_during and w.valid_during && c.valid_during
    where c.ancestor_id = any (organisations) and p.valid_during && daterange(from_day - 1, until_day, '[]')
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
    group by c.ancestor_id, p.person_id
  ), stretch as (
    select s.ancestor_id, s.person_id, coalesce(lower(r), '-infinity') as begins, coalesce(upper(r), 'infinity') as ends from stay s, unnest(s.days) r
  )
  select ancestor_id, person_id, 'opening', from_day - 1 from stretch where begins < from_day and ends >= from_day
  union all select ancestor_id, person_id, 'closing', until_day from stretch where begins <= until_day and ends > until_day
  union all select ancestor_id, person_id, members.way_in(person_id, begins, known_at), begins from stretch where begins between from_day and until_day
  union all select ancestor_id, person_id, members.way_out(person_id, ends, known_at), ends from stretch where ends between from_day and until_day
$$;

-- The same counted, for a whole within the actor's part and its parts.
create function members.balance(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamptz)
returns table (organisation_id uuid, item text, people int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if within <> all (array(select access.people_reach())) then return; end if;
  return query select b.organisation_id, b.item, count(*)::int from members.balance_lines(organisations, within, from_day, until_day, known_at) b group by 1, 2;
end $$;

-- Who stands behind a number of the balance, as far as the actor may see them today. item 'increase' and 'decrease': all ways together.
create function members.people_in_balance(organisation uuid, within uuid, from_day date, until_day date, known_at timestamptz, wanted text[])
returns table (person_id uuid, item text, on_day date, keeper_id uuid, sort_key text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if within <> all (reach) then return; end if;
  return query
    select b.person_id, b.item, b.on_day, x.keeper_id, x.sort_key
    from members.balance_lines(array[organisation], within, from_day, until_day, known_at) b join members.person x on x.id = b.person_id
    where b.item = any (wanted) and x.keeper_id = any (reach);
end $$;

-- The members of a day, one row a person, with what tables sort them by. Bound by nothing: only functions that asked for the rights call it.
create function members.traits_on(organisation uuid, valid_on date, known_at timestamptz, age_bands int[], party_age_bands int[])
returns table (person_id uuid, cell_id uuid, status text, women boolean, minority boolean, traits jsonb) language sql stable as $$
  select p.person_id, p.cell_id, s.status, t.said ->> 'sex' = 'female', t.said ->> 'ethnicity' <> 'Kinh',
    jsonb_build_object(
      'sex', t.said ->> 'sex', 'status', s.status, 'ethnicity', t.said ->> 'ethnicity', 'religion', t.said ->> 'religion', 'generalEducation', t.said ->> 'general_education',
      'politicalTheory', t.said ->> 'political_theory', 'ageBand', width_bucket(members.age_on(t.said ->> 'born_on', valid_on), age_bands)::text,
      'partyAgeBand', width_bucket(case when m.spells = 1 and not exists (select from members.party_age_ruling r where r.person_id = p.person_id and r.superseded_at is null)
        then members.full_months(m.since, valid_on) / 12 else members.membership_years(p.person_id, valid_on) end, party_age_bands)::text)
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
  join members.person x on x.id = p.person_id
  cross join lateral (select case when known_at is null or x.recorded_at <= known_at
    then jsonb_build_object('sex', x.sex, 'ethnicity', x.ethnicity, 'religion', x.religion, 'general_education', x.general_education, 'political_theory', x.political_theory, 'born_on', x.born_on)
    else members.person_as_known(x.id, known_at) end as said) t
  left join lateral (select count(*) as spells, min(m.admission_day) as since from members.membership m where m.person_id = p.person_id
    and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)) m on true
  where p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> valid_on)
    and p.valid_during @> valid_on and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
$$;

-- Numbers of members of a day by each trait; the value is null where nothing is known. Bands are told by their place, from 1.
create function members.counts_by_trait(organisation uuid, valid_on date, known_at timestamptz, age_bands int[], party_age_bands int[])
returns table (trait text, value text, members int, women int, ethnic_minority int, probationary int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select e.key, e.value, count(*)::int, (count(*) filter (where t.women))::int, (count(*) filter (where t.minority))::int, (count(*) filter (where t.status = 'probationary'))::int
    from members.traits_on(organisation, valid_on, known_at, age_bands, party_age_bands) t, jsonb_each_text(t.traits) e
    group by e.key, e.value;
end $$;

-- Who stands behind one of these numbers, as far as the actor may see them today. among: members, women, ethnicMinority, probationary.
create function members.people_with_trait(organisation uuid, valid_on date, known_at timestamptz, age_bands int[], party_age_bands int[], wanted text, wanted_value text, among text)
returns table (person_id uuid, keeper_id uuid, sort_key text)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select t.person_id, x.keeper_id, x.sort_key
    from members.traits_on(organisation, valid_on, known_at, age_bands, party_age_bands) t join members.person x on x.id = t.person_id
    where x.keeper_id = any (reach) and (wanted = 'all' or t.traits ->> wanted is not distinct from wanted_value)
      and case among when 'women' then t.women when 'ethnicMinority' then t.minority when 'probationary' then t.status = 'probationary' else true end;
end $$;

revoke all on function members.way_in(uuid, date, timestamptz), members.way_out(uuid, date, timestamptz), members.balance_lines(uuid[], uuid, date, date, timestamptz),
  members.traits_on(uuid, date, timestamptz, int[], int[]), members.balance(uuid[], uuid, date, date, timestamptz), members.people_in_balance(uuid, uuid, date, date, timestamptz, text[]),
  members.counts_by_trait(uuid, date, timestamptz, int[], int[]), members.people_with_trait(uuid, date, timestamptz, int[], int[], text, text, text) from public;
grant execute on function members.balance(uuid[], uuid, date, date, timestamptz), members.people_in_balance(uuid, uuid, date, date, timestamptz, text[]),
  members.counts_by_trait(uuid, date, timestamptz, int[], int[]), members.people_with_trait(uuid, date, timestamptz, int[], int[], text, text, text) to dangvu_program;
