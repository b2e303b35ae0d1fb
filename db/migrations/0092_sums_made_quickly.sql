-- The same sums, made by statements over everybody at once: what many people share is reckoned once, and what a spell gives is added up before it is spread over the traits.

-- The stretches of time that count as membership of a person: from the official day of each membership to its end, or as ruled, without the interruptions ruled.
create function members.membership_stretches(person uuid) returns table (days daterange) language sql stable as $$
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
  )
  -- A beginning known only by its year counts from the last day of it, which may lie behind the end: nothing is counted then.
  select s.days from counted, gap, unnest(datemultirange(daterange(begins, case when ended_on is not null then greatest(begins, ended_on) end)) - gap.days) s (days)
  where begins is not null
$$;
grant execute on function members.membership_stretches(uuid) to dangvu_program;

create or replace function members.membership_years(person uuid, day date) returns integer language sql stable as $$
  select floor(sum(members.full_months(lower(days), least(coalesce(upper(days), day), day))) / 12.0)::int from members.membership_stretches(person) where lower(days) <= day
$$;

-- The first day on which members.membership_years of a person is known at all, and the first on which it reaches each bound (rising, none negative); infinity if it never does.
-- Stretches that lie behind each other are filled one after the other; of memberships that overlap only halving finds the day.
create function statistics.membership_years_reached(person uuid, bounds int[], out known date, out reached date[]) language sql stable set search_path = pg_catalog as $$
  with stretch as materialized (
    select lower(s.days) as begins, coalesce(members.full_months(lower(s.days), upper(s.days)), 'infinity'::float8) as months,
      coalesce(lag(coalesce(upper(s.days), 'infinity')) over (order by s.days) > lower(s.days), false) as overlapping
    from members.membership_stretches(person) s
  ), filled as (
    select begins, months, coalesce(sum(months) over (order by begins rows between unbounded preceding and 1 preceding), 0) as before from stretch where not exists (select from stretch where overlapping)
  )
  select (select min(begins) from stretch), array(
    select case when exists (select from stretch where overlapping) then statistics.membership_years_reach(person, b)
      else coalesce((select (f.begins + make_interval(months => (12 * b - f.before)::int))::date from filled f where f.before + f.months >= 12 * b order by f.begins limit 1), 'infinity') end
    from unnest(bounds) with ordinality u (b, nth) order by nth)
$$;

-- The spells of people as their facts are now: of all, or of those in $1; $2 bounds of age, $3 of party age. Whoever has one membership and no ruling is of the age
-- of everybody admitted on that day, and of the age of everybody born on that day.
create or replace function statistics.spells_sql(of_all boolean) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with placed as (
    select p.person_id, p.cell_id, p.valid_during as days, lag(p.cell_id) over w as former, lag(upper(p.valid_during)) over w as former_until,
      lead(p.cell_id) over w as next, lead(lower(p.valid_during)) over w as next_from
    from members.placement p where p.superseded_at is null and not isempty(p.valid_during) {p}
    window w as (partition by p.person_id order by p.valid_during)
  ), stay as (
    select person_id, cell_id, days, case when former_until = lower(days) then former end as former_cell, case when next_from = upper(days) then next end as next_cell from placed
  ), stood as materialized (
    select p.person_id, p.status, p.valid_during as days from members.status p where p.superseded_at is null and not isempty(p.valid_during) {p}
  ), on_probation as (
    select person_id, range_agg(days) as days from stood where status = 'probationary' group by 1
  ), belonged as materialized (
    select p.person_id, p.ordinal, p.ended_on, p.end_kind, p.admission_day,
      coalesce(p.ceremony_on, case length(p.admitted_on) when 4 then (p.admitted_on || '-01-01')::date when 7 then (p.admitted_on || '-01')::date else p.admitted_on::date end, p.decided_on) as joined_on
    from members.membership p where p.superseded_at is null {p}
  ), joined as (
    select person_id, joined_on, max(ordinal) as ordinal from belonged where joined_on is not null group by 1, 2
  ), ended as (
    select distinct on (person_id, ended_on) person_id, ended_on, end_kind from belonged where ended_on is not null order by 1, 2, ordinal desc
  ), long as (
    select person_id, count(*) as spells, min(admission_day) as since from belonged group by 1
  ), ruled as (
    select distinct p.person_id from members.party_age_ruling p where p.superseded_at is null {p}
  ), born as materialized (
    select b.born_on, statistics.age_days(b.born_on, $2) as age_from from (select distinct p.born_on from (select x.id as person_id, x.born_on from members.person x) p where p.born_on is not null {p}) b
  ), counted_since as materialized (
    select l.since, statistics.years_since(l.since, $3) as party_age_from from (select distinct since from long where since is not null) l
  ), manifold as materialized (
    select m.person_id, r.known, r.reached from (select person_id from long where spells > 1 union select person_id from ruled) m
    cross join lateral statistics.membership_years_reached(m.person_id, $3) r
  ), aged as materialized (
    select p.person_id, p.sex, p.ethnicity, p.religion, p.general_education, p.profession, p.political_theory, p.occupation, b.age_from,
      case when m.person_id is not null then m.known when c.since is not null then '-infinity' end as party_age_known,
      case when m.person_id is not null then m.reached else c.party_age_from end as party_age_from
    from (select x.id as person_id, x.* from members.person x) p
    left join born b on b.born_on = p.born_on
    left join manifold m on m.person_id = p.person_id
    left join long l on l.person_id = p.person_id left join counted_since c on c.since = l.since
    where true {p}
  )
  select s.person_id, s.cell_id, s.days, null::text as status, s.former_cell, s.next_cell,
    case when s.former_cell = s.cell_id then 'reorganisedIn' when s.former_cell is not null then 'movedIn'
      when j.ordinal = 1 then 'admitted' when j.ordinal > 1 then 'readmitted' else 'fromOutside' end as way_in,
    case when s.next_cell = s.cell_id then 'reorganisedOut' when s.next_cell is not null then 'movedOut' when e.person_id is null then 'unexplained'
      else case e.end_kind when 'death' then 'died' when 'strikeOff' then 'struckOff' when 'expulsion' then 'expelled' when 'resignation' then 'left' else 'toOutside' end end as way_out,
    o.days as on_probation, a.sex, a.ethnicity, a.religion, a.general_education, a.profession, a.political_theory, a.occupation, a.age_from, a.party_age_known, a.party_age_from
  from stay s join aged a on a.person_id = s.person_id
  left join joined j on j.person_id = s.person_id and j.joined_on = lower(s.days)
  left join ended e on e.person_id = s.person_id and e.ended_on = upper(s.days)
  left join on_probation o on o.person_id = s.person_id
  union all
  select s.person_id, s.cell_id, s.days * t.days, t.status, null, null, null, null, null, a.sex, a.ethnicity, a.religion, a.general_education, a.profession, a.political_theory, a.occupation,
    a.age_from, a.party_age_known, a.party_age_from
  from stay s join stood t on t.person_id = s.person_id and t.days && s.days join aged a on a.person_id = s.person_id
  $q$, '{p}', case when of_all then '' else 'and p.person_id = any ($1)' end)
$$;

-- What spells give to the sums of the organisations $1, up to the day $2: from on_day on, n more (fewer) are counted in a number. The only place that says so, for the sums and for the touched alike.
-- `stood`: whoever enters or leaves a stretch of one status, in the bands of that day; `crossed`: whoever passes from one band into the next within it; `placed`: whoever stands in a
-- cell, with or without a status, of which the opening and the closing of table 1 are read. Each is added up by day before it is spread over the marks.
-- Where somebody stood the day before is counted by a subquery and not by `exists`: joined, it may read all that stands below the organisation for every spell.
create or replace function statistics.contributions_sql(spells text) returns text language sql immutable set search_path = pg_catalog as $$
  select $q$
  with piece as not materialized (
    select c.ancestor_id as organisation_id, s.*, b.below, coalesce(lower(b.below), '-infinity') as since, nullif(upper(b.below), 'infinity') as until,
      coalesce(s.sex = 'female', false) as woman, coalesce(s.ethnicity <> 'Kinh', false) as minority
    from $q$ || spells || $q$ s join organisations.closure c on c.descendant_id = s.cell_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as below) b
  ), step as (
    select p.organisation_id, p.woman, p.minority, p.status = 'probationary' as probationary, p.sex, p.status, p.ethnicity, p.religion, p.general_education, p.political_theory, e.on_day, e.n,
      width_bucket(e.seen_on, p.age_from) as age_band, case when p.party_age_known <= e.seen_on then width_bucket(e.seen_on, p.party_age_from) end as party_age_band
    from piece p cross join lateral (values (p.since, p.since, 1), (p.until, p.until - 1, -1)) e (on_day, seen_on, n) where p.status is not null and e.on_day <= $2
  ), stood as (
    select organisation_id, on_day, grouping(sex, status, ethnicity, religion, general_education, political_theory, age_band, party_age_band) as sorted,
      coalesce(sex, status, ethnicity, religion, general_education, political_theory, age_band::text, party_age_band::text) as value,
      sum(n) as total, sum(n) filter (where woman) as women, sum(n) filter (where minority) as minority, sum(n) filter (where probationary) as probationary
    from step group by organisation_id, on_day, grouping sets ((), (sex), (status), (ethnicity), (religion), (general_education), (political_theory), (age_band), (party_age_band))
  ), banded as (
    select p.organisation_id, p.woman, p.minority, p.status = 'probationary' as probationary, b.trait, b.from_day, b.days, width_bucket(b.from_day, b.days) as first, width_bucket(least(p.until - 1, $2), b.days) as last
    from piece p cross join lateral (values ('ageBand', p.since, p.age_from), ('partyAgeBand', greatest(p.since, p.party_age_known), case when p.party_age_known is not null then p.party_age_from end)) b (trait, from_day, days)
    where p.status is not null
  ), crossing as (
    select organisation_id, woman, minority, probationary, trait, generate_series(first, last - 1) as left_band, generate_series(first + 1, last) as band, unnest(days[first + 1 : last]) as on_day from banded where first < last
    union all
    select organisation_id, woman, minority, status = 'probationary', 'partyAgeBand', null, width_bucket(party_age_known, party_age_from), party_age_known from piece
    where status is not null and party_age_known > since and party_age_known < coalesce(until, 'infinity') and party_age_known <= $2
  ), crossed as (
    select organisation_id, trait, left_band, band, on_day, count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority, count(*) filter (where probationary) as probationary
    from crossing where on_day < 'infinity' group by 1, 2, 3, 4, 5
  ), placed as (
    select p.organisation_id, e.on_day, sum(e.n) as total, sum(e.n) filter (where p.woman) as women, sum(e.n) filter (where p.minority) as minority
    from piece p cross join lateral (values (p.since, 1), (p.until, -1)) e (on_day, n) where p.status is null and e.on_day <= $2 group by 1, 2
  ), way as (
    select p.*, p.since as on_day, p.since as seen_on, case when lower(p.below) = lower(p.days) then p.way_in else 'reorganisedIn' end as item
    from piece p where p.status is null and p.since > '-infinity' and p.since <= $2 and (
      select count(*) from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> p.since - 1
        and c.descendant_id = case when lower(p.below) = lower(p.days) then p.former_cell else p.cell_id end) = 0
    union all
    select p.*, p.until, p.until - 1, case when upper(p.below) = upper(p.days) then p.way_out else 'reorganisedOut' end
    from piece p where p.status is null and p.until <= $2 and (
      select count(*) from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> p.until
        and c.descendant_id = case when upper(p.below) = upper(p.days) then p.next_cell else p.cell_id end) = 0
  ), went as (
    select w.*, coalesce(w.on_probation @> w.seen_on, false) as probationary, width_bucket(w.on_day, w.age_from) as age_band from way w
  ), flowed as (
    select organisation_id, on_day, item, grouping(sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band) as sorted,
      coalesce(sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band::text) as value,
      count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority, count(*) filter (where probationary) as probationary
    from went group by organisation_id, on_day, item, grouping sets ((), (sex), (ethnicity), (religion), (general_education), (profession), (political_theory), (occupation), (age_band))
  ), number as (
    select organisation_id, 'stand' as base, case sorted when 255 then 'all' when 127 then 'sex' when 191 then 'status' when 223 then 'ethnicity' when 239 then 'religion' when 247 then 'generalEducation'
      when 251 then 'politicalTheory' when 253 then 'ageBand' else 'partyAgeBand' end as trait, case sorted when 255 then 'all' else value end as value, on_day, total, women, minority, probationary from stood
    union all select organisation_id, 'stand', trait, band::text, on_day, total, women, minority, probationary from crossed
    union all select organisation_id, 'stand', trait, left_band::text, on_day, -total, -women, -minority, -probationary from crossed
    union all select organisation_id, 'placed', 'all', 'all', on_day, total, women, minority, null from placed
    union all select organisation_id, 'placed', 'all', 'all', on_day, null, null, null, probationary from stood where sorted = 255
    union all select organisation_id, 'changes', 'item', item, on_day, total, women, minority, probationary from flowed where sorted = 255
    union all select organisation_id, 'admitted', case sorted when 255 then 'all' when 127 then 'sex' when 191 then 'ethnicity' when 223 then 'religion' when 239 then 'generalEducation' when 247 then 'profession'
      when 251 then 'politicalTheory' when 253 then 'occupation' else 'ageBand' end, case sorted when 255 then 'all' else value end, on_day, total, women, minority, probationary from flowed where item = 'admitted'
  )
  select n.organisation_id, n.base, n.trait, n.value, m.mark, n.on_day, sum(m.n)::int as n
  from number n cross join lateral (values ('total', n.total), ('women', n.women), ('ethnicMinority', n.minority), ('probationary', n.probationary)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$
$$;

-- Brings the sums up to the facts; people and organisations settled. `whole`: everything anew, as the first time. Facts written meanwhile stay touched.
create or replace function statistics.settle(sorting jsonb, whole boolean default false, fewest int default statistics.fewest_kept(), out people int, out organisations int)
language plpgsql security definer set search_path = pg_catalog set work_mem = '256MB' set plan_cache_mode = force_custom_plan as $$
declare
  bounds constant jsonb := jsonb_build_object('age', sorting -> 'age', 'partyAge', sorting -> 'partyAge');
  first constant boolean := not exists (select from statistics.spell);
  wanted uuid[];
  anew uuid[];
  taken uuid[];
  former statistics.spell[];
  later statistics.spell[];
begin
  perform pg_advisory_xact_lock(hashtext('statistics.settle'));
  -- The lock of organisations.rebuild_closure: an act on the tree would not see the organisations that are being made here, and leave them unmarked.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  create temp table if not exists statistics_change (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) on commit drop;
  wanted := array(select statistics.large(fewest));
  whole := whole or exists (select from statistics.kept_organisation k where k.sorting <> bounds) or first;
  with gone as (delete from statistics.touched returning person_id) select array(select distinct person_id from gone) into taken;
  -- Of a quarter of everybody, making all anew is quicker.
  whole := whole or cardinality(taken) > statistics.most_touched() and cardinality(taken) * 4 > (select count(*) from statistics.spell where status is null);
  with gone as (delete from statistics.stale returning organisation_id) select array(select organisation_id from gone) into anew;
  anew := case when whole then wanted else array(select w from unnest(wanted) w where w = any (anew) or not exists (select from statistics.kept_organisation k where k.organisation_id = w)) end;
  delete from statistics.kept_organisation where organisation_id <> all (wanted) or organisation_id = any (anew);
  delete from statistics.kept_sum where organisation_id <> all (wanted) or organisation_id = any (anew);

  if whole then
    delete from statistics.spell;
    -- The first time nobody reads them yet, and an index over all of them at once is made many times faster.
    if first then drop index statistics.spell_person; end if;
    execute 'insert into statistics.spell ' || statistics.spells_sql(true) using taken, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
    if first then create index spell_person on statistics.spell (person_id); end if;
    analyze statistics.spell;
  elsif taken <> '{}' then
    former := array(select s from statistics.spell s where s.person_id = any (taken));
    later := array(select s from statistics.spells_now(taken, sorting) s);
    delete from pg_temp.statistics_change;
    insert into pg_temp.statistics_change
      select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from statistics.contributions(array(select k.organisation_id from statistics.kept_organisation k), 'infinity', former) c
      union all select c.* from statistics.contributions(array(select k.organisation_id from statistics.kept_organisation k), 'infinity', later) c;
    perform statistics.add_changes();
    delete from statistics.spell where person_id = any (taken);
    insert into statistics.spell select s.* from unnest(later) s;
    update statistics.kept_organisation set settled_at = platform.moment();
  end if;

  -- The fingerprint first: a tree that changes while the sums are made is then seen to differ.
  insert into statistics.kept_organisation (organisation_id, sorting, tree) select a, bounds, statistics.tree_of(a) from unnest(anew) a;
  if anew <> '{}' then
    delete from pg_temp.statistics_change;
    execute 'insert into pg_temp.statistics_change ' || statistics.contributions_sql('statistics.spell') using anew, date 'infinity';
    perform statistics.add_changes();
  end if;
  delete from statistics.kept_sum where n = 0;
  people := case when whole then (select count(distinct person_id) from statistics.spell where status is null) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $$;

-- Compared byte by byte: nothing is ever sorted by these for a reader, and entering half a million sums takes a third of the time.
alter table statistics.kept_sum alter column base type text collate "C", alter column grain type text collate "C", alter column trait type text collate "C", alter column value type text collate "C",
  alter column mark type text collate "C";

revoke all on function statistics.membership_years_reached(uuid, int[]), statistics.spells_sql(boolean), statistics.contributions_sql(text), statistics.settle(jsonb, boolean, int) from public;
