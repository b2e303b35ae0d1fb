-- What keeps the numbers of large organisations ready. `statistics.spell` is what the sums were made from, person by person; `statistics.kept_sum` what the spells
-- add up to; `statistics.touched` whose facts have changed since. An answer is the sum, less what the settled spells of the touched gave, plus what their facts give now.

-- One row for a whole stay in a cell (status null) and one for each stretch of it with one status, as settled.
create table statistics.spell (
  person_id         uuid not null,
  cell_id           uuid not null,
  days              daterange not null,
  status            text,
  former_cell       uuid,
  next_cell         uuid,
  way_in            text,
  way_out           text,
  on_probation      datemultirange,
  sex               text,
  ethnicity         text,
  religion          text,
  general_education text,
  profession        text,
  political_theory  text,
  occupation        text,
  age_from          date[],
  party_age_known   date,
  party_age_from    date[]
);
create index spell_person on statistics.spell (person_id);
comment on table statistics.spell is 'Derived, written only when settling: what the kept sums were made from. A row without a status is a whole stay in a cell, the others its stretches of one status.';
comment on column statistics.spell.former_cell is 'The cell of the day before the first day, when there is one; next_cell that of the day after the last.';
comment on column statistics.spell.age_from is 'The first day of each band of age after the lowest; party_age_from the same of party age, which is known from party_age_known on.';

create table statistics.kept_sum (
  organisation_id uuid not null,
  base            text not null,
  grain           text not null,
  starts_on       date not null,
  trait           text not null,
  value           text,
  mark            text not null,
  n               integer not null,
  constraint kept_sum_grain check (grain in ('year', 'month', 'day'))
);
create unique index kept_sum_once on statistics.kept_sum (organisation_id, base, grain, starts_on, trait, value, mark) nulls not distinct;
comment on table statistics.kept_sum is 'By how much a number of an organisation changes on a day; the same summed by month and by year, so that the sum up to a day reads few rows.';

create table statistics.kept_organisation (
  organisation_id uuid primary key,
  sorting         jsonb not null,
  tree            text not null,
  settled_at      timestamptz not null default platform.moment()
);
comment on column statistics.kept_organisation.tree is 'Which cells stood below it on which days when its sums were made.';

-- Only ever added to by those who write facts, so that no writer waits for another and none is missed: settling takes the rows it sees and then reads the facts; whoever
-- commits later has left a row of their own.
create table statistics.touched (person_id uuid not null);
create table statistics.stale (organisation_id uuid not null);
comment on table statistics.touched is 'Whose facts have changed since they were settled; a person may stand here several times.';
comment on table statistics.stale is 'Below which organisations the tree has changed since their sums were made.';

-- Nobody but the functions below reads or writes these tables; those that tell of people are closed a second time.
alter table statistics.spell enable row level security;
alter table statistics.touched enable row level security;

-- More members than this below it, and an organisation is kept; fewer are counted anew quickly.
create function statistics.fewest_kept() returns int language sql immutable return 2000;
-- With more people touched than this, counting anew is quicker than adding them.
create function statistics.most_touched() returns int language sql immutable return 5000;

-- The first day on which members.age_on reaches each bound (all above zero).
create function statistics.age_days(born_on text, bounds int[]) returns date[] language sql immutable parallel safe set search_path = pg_catalog as $$
  select case when length(born_on) in (4, 7, 10) then array(
    select case length(born_on)
      when 4 then make_date(left(born_on, 4)::int + b + 1, 1, 1) - 1
      when 7 then (make_date(left(born_on, 4)::int + b, 1, 1) + make_interval(months => right(born_on, 2)::int))::date - 1
      else least((m.first + (greatest(right(born_on, 2)::int, 1) - 1)), (m.first + interval '1 month')::date) end
    from unnest(bounds) with ordinality u (b, nth)
    cross join lateral (select (make_date(left(born_on, 4)::int + b, 1, 1) + make_interval(months => coalesce(nullif(substr(born_on, 6, 2), ''), '1')::int - 1))::date as first) m
    order by nth) end
$$;

-- The first day on which the full years since a day reach each bound, as members.full_months counts them.
create function statistics.years_since(since date, bounds int[]) returns date[] language sql immutable parallel safe set search_path = pg_catalog as $$
  select array(select (since + make_interval(months => case when b > 0 then 12 * b else 12 * b - 11 end))::date from unnest(bounds) with ordinality u (b, nth) order by nth)
$$;

-- The first day on which members.membership_years of a person reaches a number (null: is known at all); infinity if it never does. It never falls, so halving finds it.
create function statistics.membership_years_reach(person uuid, years int) returns date language plpgsql stable set search_path = pg_catalog as $$
declare
  low date := '1900-01-01';
  high date := '2200-01-01';
  middle date;
begin
  if coalesce(members.membership_years(person, high) >= coalesce(years, 0), false) is false then return 'infinity'; end if;
  while low < high loop
    middle := low + (high - low) / 2;
    if coalesce(members.membership_years(person, middle) >= coalesce(years, 0), false) then high := middle; else low := middle + 1; end if;
  end loop;
  return low;
end $$;

-- The spells of people as their facts are now: of all, or of those in $1; $2 bounds of age, $3 of party age.
create function statistics.spells_sql(of_all boolean) returns text language sql immutable set search_path = pg_catalog as $$
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
  ), described as materialized (
    select p.*, statistics.age_days(p.born_on, $2) as age_from, simple and l.since is not null as counts_since, l.since, simple
    from (select x.id as person_id, x.* from members.person x) p
    left join long l on l.person_id = p.person_id
    cross join lateral (select coalesce(l.spells = 1, false) and not exists (select from ruled r where r.person_id = p.person_id) as simple) r
    where true {p}
  ), aged as materialized (
    select d.person_id, d.sex, d.ethnicity, d.religion, d.general_education, d.profession, d.political_theory, d.occupation, d.age_from,
      case when counts_since then '-infinity' when simple then null else nullif(statistics.membership_years_reach(d.person_id, null), 'infinity') end as party_age_known,
      case when counts_since then statistics.years_since(d.since, $3)
        when not simple then array(select statistics.membership_years_reach(d.person_id, b) from unnest($3) with ordinality u (b, nth) order by nth) end as party_age_from
    from described d
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
-- `placed`: whoever stands in a cell, with or without a status, of which the opening and the closing of table 1 are read.
create function statistics.contributions_sql(spells text) returns text language sql immutable set search_path = pg_catalog as $$
  select $q$
  with piece as (
    select c.ancestor_id as organisation_id, s.*, s.days * c.valid_during as below,
      array_remove(array['total', case when s.sex = 'female' then 'women' end, case when s.ethnicity <> 'Kinh' then 'ethnicMinority' end], null) as marks
    from $q$ || spells || $q$ s join organisations.closure c on c.descendant_id = s.cell_id and c.ancestor_id = any ($1) and c.valid_during && s.days
  ), stock as (
    select p.organisation_id, t.base, t.trait, t.value, t.marks, p.below * t.days as days
    from piece p cross join lateral (
      select 'stand' as base, v.trait, v.value, v.days, case when p.status = 'probationary' then p.marks || 'probationary'::text else p.marks end as marks
      from (
        select * from (values ('all', 'all', '(,)'::daterange), ('sex', p.sex, '(,)'), ('status', p.status, '(,)'), ('ethnicity', p.ethnicity, '(,)'), ('religion', p.religion, '(,)'),
          ('generalEducation', p.general_education, '(,)'), ('politicalTheory', p.political_theory, '(,)')) o (trait, value, days)
        union all select 'ageBand', n::text, daterange(p.age_from[n], p.age_from[n + 1]) from generate_series(0, cardinality(p.age_from)) n
        union all select 'ageBand', null, '(,)' where p.age_from is null
        union all select 'partyAgeBand', n::text, daterange(p.party_age_from[n], p.party_age_from[n + 1]) * daterange(p.party_age_known, null)
          from generate_series(0, cardinality(p.party_age_from)) n where p.party_age_known is not null
        union all select 'partyAgeBand', null, daterange(null, p.party_age_known)
      ) v where p.status is not null
      union all select 'placed', 'all', 'all', '(,)', p.marks where p.status is null
      union all select 'placed', 'all', 'all', '(,)', array['probationary'] where p.status = 'probationary'
    ) t
    where not isempty(p.below * t.days) and coalesce(lower(p.below * t.days), '-infinity') <= $2
  ), way as (
    select p.*, lower(p.below) as on_day, lower(p.below) as sorted_on, case when lower(p.below) = lower(p.days) then p.way_in else 'reorganisedIn' end as item
    from piece p where p.status is null and lower(p.below) is not null and not exists (
      select from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> lower(p.below) - 1
        and c.descendant_id = case when lower(p.below) = lower(p.days) then p.former_cell else p.cell_id end)
    union all
    select p.*, upper(p.below), upper(p.below) - 1, case when upper(p.below) = upper(p.days) then p.way_out else 'reorganisedOut' end
    from piece p where p.status is null and upper(p.below) is not null and not exists (
      select from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> upper(p.below)
        and c.descendant_id = case when upper(p.below) = upper(p.days) then p.next_cell else p.cell_id end)
  ), flow as (
    select w.organisation_id, t.base, t.trait, t.value, case when w.on_probation @> w.sorted_on then w.marks || 'probationary'::text else w.marks end as marks, w.on_day
    from way w cross join lateral (
      select 'changes' as base, 'item' as trait, w.item as value
      union all select 'admitted', v.* from (values ('all', 'all'), ('sex', w.sex), ('ethnicity', w.ethnicity), ('religion', w.religion), ('generalEducation', w.general_education),
        ('profession', w.profession), ('politicalTheory', w.political_theory), ('occupation', w.occupation), ('ageBand', (select count(*) from unnest(w.age_from) f where f <= w.on_day having w.age_from is not null)::text)) v (trait, value)
        where w.item = 'admitted'
    ) t
  )
  select g.organisation_id, g.base, g.trait, g.value, m.mark, g.on_day, sum(g.n)::int as n
  from (
    select organisation_id, base, trait, value, marks, coalesce(lower(days), '-infinity') as on_day, 1 as n from stock
    union all select organisation_id, base, trait, value, marks, upper(days), -1 from stock where upper(days) is not null and upper(days) < 'infinity' and upper(days) <= $2
    union all select organisation_id, base, trait, value, marks, on_day, 1 from flow where on_day <= $2) g, unnest(g.marks) m (mark)
  group by 1, 2, 3, 4, 5, 6 having sum(g.n) <> 0
  $q$
$$;

create function statistics.contributions(organisations uuid[], until_day date, spells statistics.spell[])
returns table (organisation_id uuid, base text, trait text, value text, mark text, on_day date, n int) language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute statistics.contributions_sql('unnest($3)') using organisations, until_day, spells;
end $$;

create function statistics.spells_now(people uuid[], sorting jsonb) returns setof statistics.spell language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute statistics.spells_sql(false) using people, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
end $$;

-- Up to a day (inclusive): whole years, then whole months, then days.
create function statistics.sum_until(organisation uuid, bases text[], day date) returns table (base text, trait text, value text, mark text, n int)
language sql stable set search_path = pg_catalog as $$
  select k.base, k.trait, k.value, k.mark, sum(k.n)::int from statistics.kept_sum k
  where k.organisation_id = organisation and k.base = any (bases) and (
    k.grain = 'year' and k.starts_on < date_trunc('year', day)::date
    or k.grain = 'month' and k.starts_on >= date_trunc('year', day)::date and k.starts_on < date_trunc('month', day)::date
    or k.grain = 'day' and k.starts_on >= date_trunc('month', day)::date and k.starts_on <= day)
  group by 1, 2, 3, 4
$$;

-- Whether the sums of an organisation can answer.
create function statistics.is_kept(organisation uuid, sorting jsonb) returns boolean language sql stable set search_path = pg_catalog as $$
  select exists (select from statistics.kept_organisation k where k.organisation_id = organisation and k.sorting = jsonb_build_object('age', is_kept.sorting -> 'age', 'partyAge', is_kept.sorting -> 'partyAge'))
    and not exists (select from statistics.stale s where s.organisation_id = organisation)
    and (select count(*) from (select from statistics.touched limit statistics.most_touched() + 1) t) <= statistics.most_touched()
$$;

-- The numbers of the bases stand, changes and admitted of a kept organisation, exactly those of a count anew.
create function statistics.kept_counts(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int) language sql stable set search_path = pg_catalog as $$
  with people as materialized (select array(select distinct person_id from statistics.touched) as ids),
  corrected as materialized (
    select c.base, c.trait, c.value, c.mark, c.on_day, -c.n as n from people p, statistics.contributions(array[organisation], until_day, array(select s from statistics.spell s where s.person_id = any (p.ids))) c where p.ids <> '{}'
    union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from people p, statistics.contributions(array[organisation], until_day, array(select s from statistics.spells_now(p.ids, sorting) s)) c where p.ids <> '{}'
  ), summed as (
    select 'before' as side, s.* from statistics.sum_until(organisation, '{placed,changes,admitted}', from_day - 1) s where bases is null or bases && '{changes,admitted}'
    union all select 'before', c.base, c.trait, c.value, c.mark, c.n from corrected c where c.on_day < from_day and c.base <> 'stand'
    union all select 'after', s.* from statistics.sum_until(organisation, case when bases is null then '{placed,changes,admitted,stand}' when bases && '{changes,admitted}' then
      case when bases && '{stand}' then '{placed,changes,admitted,stand}'::text[] else '{placed,changes,admitted}' end else '{stand}' end, until_day) s
    union all select 'after', c.base, c.trait, c.value, c.mark, c.n from corrected c where c.on_day <= until_day
  ), number as (
    select 'stand' as base, trait, value, mark, n from summed where base = 'stand' and side = 'after'
    union all select base, trait, value, mark, case side when 'after' then n else -n end from summed where base in ('changes', 'admitted')
    union all select 'changes', 'item', case side when 'after' then 'closing' else 'opening' end, mark, n from summed where base = 'placed'
  )
  select n.base, n.trait, n.value, n.mark, sum(n.n)::int
  from (select * from number union all select base, 'all', 'all', mark, n from number where base = 'changes') n
  where bases is null or n.base = any (bases) or n.base in ('changes', 'admitted') and bases && '{changes,admitted}'
  group by 1, 2, 3, 4 having sum(n.n) <> 0
$$;

create or replace function statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  kept boolean;
  anew text[] := bases;
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  kept := known_at is null and from_day <= until_day and (bases is null or bases && '{stand,changes,admitted}') and statistics.is_kept(organisation, sorting);
  if kept then
    return query select * from statistics.kept_counts(organisation, from_day, until_day, sorting, bases);
    anew := array(select b from unnest(coalesce(bases, '{organisations,committee,acts}')) b where b not in ('stand', 'changes', 'admitted'));
  end if;
  if anew is null or anew <> '{}' then return query select * from statistics.counts_anew(organisation, from_day, until_day, known_at, sorting, anew); end if;
end $$;

-- The same counted from the lines, whatever is kept.
create function statistics.counts_anew(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int) language plpgsql stable set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
    select l.base, t.key, t.value, m.mark, count(*)::int
    from statistics.lines(organisation, from_day, until_day, known_at, sorting, bases) l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark)
    group by 1, 2, 3, 4;
end $$;

-- What the kept sums say otherwise than a count anew, of an organisation and a period (both days inclusive).
create function statistics.differences(organisation uuid, from_day date, until_day date, sorting jsonb)
returns table (base text, trait text, value text, mark text, kept int, counted int) language sql stable set search_path = pg_catalog set work_mem = '64MB' as $$
  select coalesce(k.base, c.base), coalesce(k.trait, c.trait), coalesce(k.value, c.value), coalesce(k.mark, c.mark), coalesce(k.people, 0), coalesce(c.people, 0)
  from statistics.kept_counts(organisation, from_day, until_day, sorting, '{stand,changes,admitted}') k
  full join (select * from statistics.counts_anew(organisation, from_day, until_day, null, sorting, '{stand,changes,admitted}')) c
    on c.base = k.base and c.trait = k.trait and coalesce(c.value, '') = coalesce(k.value, '') and (c.value is null) = (k.value is null) and c.mark = k.mark
  where k.people is distinct from c.people
$$;

-- Which cells stand below an organisation on which days; a cell that moves inside it changes nothing.
create function statistics.tree_of(organisation uuid) returns text language sql stable set search_path = pg_catalog as $$
  select md5(coalesce(string_agg(b.descendant_id || ' ' || b.days::text, ' ' order by b.descendant_id), ''))
  from (select c.descendant_id, range_agg(c.valid_during) as days from organisations.closure c where c.ancestor_id = organisation group by 1) b
$$;
