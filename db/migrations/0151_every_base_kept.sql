-- The bases of tables 5, 7 and 9 are kept like the others: posts and acts are settled person by person, and how many stand in a cell is settled day by day. Nothing that a large organisation is
-- asked for today is counted anew any more.

-- The next settling makes everything anew.
delete from statistics.settled;
delete from statistics.spell;
delete from statistics.kept_sum;
delete from statistics.kept_organisation;

create table statistics.seat (
  person_id         uuid not null,
  organisation_id   uuid not null,
  days              daterange not null,
  position          text not null,
  level             text not null,
  sex               text,
  ethnicity         text,
  religion          text,
  general_education text,
  profession        text,
  political_theory  text,
  occupation        text,
  age_from          date[]
);
create index seat_person on statistics.seat (person_id);
create index seat_organisation on statistics.seat (organisation_id);
comment on table statistics.seat is 'Derived, written only when settling: the days on which a position was the highest that somebody held in an organisation, and at which level that stood.';

create table statistics.act (
  person_id    uuid not null,
  act          text not null,
  days         daterange not null,
  cell_id      uuid not null,
  seen_on      date,
  woman        boolean not null,
  minority     boolean not null,
  probationary boolean not null
);
create index act_person on statistics.act (person_id);
create index act_cell on statistics.act (cell_id);
comment on table statistics.act is 'Derived, written only when settling: the acts of table 7 with the cell of the person. Of one that lasts (exempt) all its days, of any other the one on which it was.';
comment on column statistics.act.seen_on is 'The day on which the cell is looked up in the tree; null: each of the days.';

create table statistics.headcount (
  cell_id uuid primary key,
  days    date[] not null,
  members int[] not null
);
comment on table statistics.headcount is 'Derived, written only when settling: how many stand in a cell from each day on on which that changes, as the spells say.';

-- Only ever added to, like statistics.touched.
create table statistics.reshaped (organisation_id uuid not null);
comment on table statistics.reshaped is 'Below which organisations one was founded, ended, put elsewhere, or is of another kind or area, since the sums of organisations were made.';

alter table statistics.seat enable row level security;
alter table statistics.act enable row level security;
alter table statistics.headcount enable row level security;

-- Letters and receptions of transfers in a period (both days inclusive), each with the cell or organisation that it belongs to.
create function transfers.acts_between(from_day date, until_day date, known_at timestamptz) returns table (person_id uuid, act text, on_day date, cell_id uuid) language sql stable as $$
  select t.person_id, case when t.kind = 'temporary' then 'introducedForATime' else 'introduced' end, l.issued_on, t.from_cell_id
  from transfers.letter_known(known_at) l join transfers.transfer t on t.id = l.transfer_id
  where l.issued_on between from_day and until_day and l.void_on is null and t.person_id is not null and t.from_cell_id is not null
  union all
  select t.person_id, case when t.kind = 'temporary' then 'receivedForATime' else 'received' end, s.occurred_on, coalesce(t.to_cell_id, t.receiver_id)
  from transfers.step s join transfers.transfer t on t.id = s.transfer_id
  where s.to_stage in ('accepted', 'hosted') and s.from_stage is distinct from s.to_stage and s.occurred_on between from_day and until_day and t.person_id is not null
    and coalesce(t.to_cell_id, t.receiver_id) is not null and (known_at is null or s.recorded_at <= known_at)
$$;
create or replace function transfers.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with act as (
    select a.* from transfers.acts_between(from_day, until_day, known_at) a
    where exists (select from organisations.closure_known(known_at) c where c.descendant_id = a.cell_id and c.ancestor_id = organisation and c.valid_during @> a.on_day)
  ), listed as (select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.on_day) as days from act a)
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.days, l.days, known_at, sorting) s
$$;

-- Which days a position was the highest in an organisation, as the facts are now: of all, or of those in $1; $2 bounds of age, $3 positions, the highest first.
create function statistics.seats_sql(of_all boolean) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with held as (
    select p.person_id, p.organisation_id, p.position, r.rank, range_agg(p.held_during) as days
    from members.post p join unnest($3) with ordinality r (position, rank) on r.position = p.position where p.superseded_at is null and not isempty(p.held_during) {p} group by 1, 2, 3, 4
  ), ranked as (
    select *, range_agg(days) over (partition by person_id, organisation_id order by rank rows between unbounded preceding and 1 preceding) as higher from held
  ), highest as (
    select r.person_id, r.organisation_id, r.position, d.days from ranked r cross join lateral unnest(r.days - coalesce(r.higher, '{}')) d (days)
  ), born as materialized (
    select b.born_on, statistics.age_days(b.born_on, $2) as age_from from (select distinct x.born_on from members.person x where x.born_on is not null and x.id in (select h.person_id from held h)) b
  )
  select h.person_id, h.organisation_id, h.days * v.valid_during, h.position,
    case when v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'atGrassroots' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'atSection' when v.type in ('CHI_BO', 'CB_SH_TAM') then 'atCell' else 'atSuperior' end,
    x.sex, x.ethnicity, x.religion, x.general_education, x.profession, x.political_theory, x.occupation, b.age_from
  from highest h join organisations.version v on v.organisation_id = h.organisation_id and v.superseded_at is null and v.valid_during && h.days
  join members.person x on x.id = h.person_id left join born b on b.born_on = x.born_on
  $q$, '{p}', case when of_all then '' else 'and p.person_id = any ($1)' end)
$$;

-- The acts of people as the facts are now: of all, or of those in $1. An act is of the cell in which the person stood on the day on which it is sorted; who had left by then, of that where he was last.
create function statistics.acts_sql(of_all boolean) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with stood as materialized (
    select p.person_id, p.cell_id, p.valid_during as days, lead(lower(p.valid_during)) over (partition by p.person_id order by p.valid_during) as next_from
    from members.placement p where p.superseded_at is null and not isempty(p.valid_during) and not lower_inf(p.valid_during) {p}
  ), status as materialized (
    select p.person_id, p.status, p.valid_during as days from members.status p where p.superseded_at is null and not isempty(p.valid_during) and p.status in ('probationary', 'exempt') {p}
  ), on_probation as (
    select person_id, range_agg(days) as days from status where status = 'probationary' group by 1
  ), act as (
    select p.person_id, p.act, p.on_day, p.sorted_on from lifecycle.acts_between('-infinity', 'infinity', null) p where true {p}
    union all select p.person_id, p.act, p.on_day, p.sorted_on from cards.acts_between('-infinity', 'infinity', null) p where true {p}
    union all select p.person_id, p.act, p.on_day, p.sorted_on from members.acts_between('-infinity', 'infinity', null) p where p.act <> 'exempt' {p}
  ), located as (
    select a.person_id, a.act, daterange(a.on_day, a.on_day, '[]') as days, s.cell_id, least(a.sorted_on, upper(s.days) - 1) as seen_on, a.sorted_on
    from act a join stood s on s.person_id = a.person_id and lower(s.days) <= a.sorted_on and (s.next_from is null or s.next_from > a.sorted_on)
    union all select p.person_id, p.act, daterange(p.on_day, p.on_day, '[]'), p.cell_id, p.on_day, p.on_day from transfers.acts_between('-infinity', 'infinity', null) p where true {p}
    union all select e.person_id, 'exempt', e.days * s.days, s.cell_id, null, null from status e join stood s on s.person_id = e.person_id and s.days && e.days where e.status = 'exempt'
    union all select e.person_id, 'exempt', e.days * daterange(upper(s.days), s.next_from), s.cell_id, upper(s.days) - 1, null
      from status e join stood s on s.person_id = e.person_id and not upper_inf(s.days) and e.days && daterange(upper(s.days), s.next_from) where e.status = 'exempt'
  )
  select l.person_id, l.act, l.days, l.cell_id, l.seen_on, coalesce(x.sex = 'female', false), coalesce(x.ethnicity <> 'Kinh', false), coalesce(o.days @> l.sorted_on, false)
  from located l join members.person x on x.id = l.person_id left join on_probation o on o.person_id = l.person_id
  $q$, '{p}', case when of_all then '' else 'and p.person_id = any ($1)' end)
$$;

create function statistics.positions(sorting jsonb) returns text[] language sql immutable set search_path = pg_catalog as $$
  select array(select p from jsonb_array_elements_text(sorting -> 'positions') with ordinality e (p, n) order by n)
$$;
create function statistics.seats_now(people uuid[], sorting jsonb) returns setof statistics.seat language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute statistics.seats_sql(false) using people, members.bounds(sorting, 'age'), statistics.positions(sorting);
end $$;
create function statistics.acts_now(people uuid[]) returns setof statistics.act language plpgsql stable set search_path = pg_catalog as $$
begin
  return query execute statistics.acts_sql(false) using people;
end $$;

-- What seats give to the sums of the organisations $1, up to the day $2; see contributions_sql.
create function statistics.contributions_of_seats_sql(seats text, day text) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with piece as not materialized (
    select c.ancestor_id as organisation_id, s.position, s.level, s.sex, s.ethnicity, s.religion, s.general_education, s.profession, s.political_theory, s.occupation, s.age_from,
      coalesce(lower(b.below), '-infinity') as since, nullif(upper(b.below), 'infinity') as until, coalesce(s.sex = 'female', false) as woman, coalesce(s.ethnicity <> 'Kinh', false) as minority
    from $q$ || seats || $q$ s join organisations.closure c on c.descendant_id = s.organisation_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as below) b
  ), step as (
    select p.*, e.on_day, e.n, width_bucket(e.seen_on, p.age_from) as age_band from piece p cross join lateral (values (p.since, p.since, 1), (p.until, p.until - 1, -1)) e (on_day, seen_on, n) where e.on_day <= $2
  ), seated as (
    select organisation_id, {day} as on_day, level, grouping(position, sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band) as sorted,
      coalesce(position, sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band::text) as value,
      sum(n) as total, sum(n) filter (where woman) as women, sum(n) filter (where minority) as minority
    from step group by organisation_id, {day}, level, grouping sets ((), (position), (sex), (ethnicity), (religion), (general_education), (profession), (political_theory), (occupation), (age_band))
  ), crossing as (
    select organisation_id, level, woman, minority, generate_series(first, last - 1) as left_band, generate_series(first + 1, last) as band, unnest(age_from[first + 1 : last]) as on_day
    from (select p.*, width_bucket(p.since, p.age_from) as first, width_bucket(least(p.until - 1, $2), p.age_from) as last from piece p) b where first < last
  ), crossed as (
    select organisation_id, {day} as on_day, level, left_band, band, count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority from crossing where on_day < 'infinity' group by 1, 2, 3, 4, 5
  ), number as (
    select organisation_id, case sorted when 511 then 'all' when 255 then 'position' when 383 then 'sex' when 447 then 'ethnicity' when 479 then 'religion' when 495 then 'generalEducation' when 503 then 'profession'
      when 507 then 'politicalTheory' when 509 then 'occupation' else 'ageBand' end as trait, case sorted when 511 then 'all' else value end as value, on_day, level, total, women, minority from seated
    union all select organisation_id, 'ageBand', band::text, on_day, level, total, women, minority from crossed
    union all select organisation_id, 'ageBand', left_band::text, on_day, level, -total, -women, -minority from crossed
  )
  select n.organisation_id, 'committee' as base, n.trait, n.value, m.mark, n.on_day, sum(m.n)::int as n
  from number n cross join lateral (values ('total', n.total), ('women', n.women), ('ethnicMinority', n.minority), (n.level, n.total)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$, '{day}', day)
$$;

-- What acts give to the sums of the organisations $1, up to the day $2. Those that last have a base of their own, because they are counted on a day and not within a period.
create function statistics.contributions_of_acts_sql(acts text, day text) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with piece as (
    select c.ancestor_id as organisation_id, a.act, a.woman, a.minority, a.probationary, case when a.seen_on is null then a.days * c.valid_during else a.days end as days
    from $q$ || acts || $q$ a join organisations.closure c on c.descendant_id = a.cell_id and c.ancestor_id = any ($1)
      and case when a.seen_on is null then c.valid_during && a.days else c.valid_during @> a.seen_on end
  ), step as (
    select p.organisation_id, p.act, {day} as on_day, sum(e.n) as total, sum(e.n) filter (where p.woman) as women, sum(e.n) filter (where p.minority) as minority, sum(e.n) filter (where p.probationary) as probationary
    from piece p cross join lateral (values (coalesce(lower(p.days), '-infinity'), 1), (case p.act when 'exempt' then nullif(upper(p.days), 'infinity') end, -1)) e (on_day, n) where e.on_day <= $2 group by 1, 2, 3
  )
  select s.organisation_id, case s.act when 'exempt' then 'exempt' else 'acts' end as base, t.trait, t.value, m.mark, s.on_day, sum(m.n)::int as n
  from step s cross join lateral (values ('act', s.act), ('all', 'all')) t (trait, value)
  cross join lateral (values ('total', s.total), ('women', s.women), ('ethnicMinority', s.minority), ('probationary', s.probationary)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$, '{day}', day)
$$;

-- The level of an organisation in table 5; null of one that it does not count.
create function organisations.counted_level(type text) returns text language sql immutable parallel safe as $$
  select case when type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'grassrootsCommittee' when type = 'CB_CO_SO' then 'grassrootsCell' when type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'section'
    when type in ('CHI_BO', 'CB_SH_TAM') then 'cell' end
$$;

-- Of which kind, area and size each organisation was on which days, from the first of the kept days on (before it nothing is said of the size): of all, or of those named.
create function statistics.sizes(organisations uuid[], first_day date, last_day date, sizes int[]) returns table (organisation_id uuid, days daterange, type text, area text, size text, level text)
language plpgsql stable set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
  with kind as materialized (
    select v.organisation_id, v.type, v.valid_during as days, organisations.counted_level(v.type) as level from organisations.version v
    where v.superseded_at is null and not isempty(v.valid_during) and organisations.counted_level(v.type) is not null and (sizes.organisations is null or v.organisation_id = any (sizes.organisations))
  ), counted as materialized (select distinct k.organisation_id from kind k),
  named as (
    select c.descendant_id as organisation_id, c.depth, v.area_kind, range_agg(c.valid_during * v.valid_during) as days
    from organisations.version v join organisations.closure c on c.ancestor_id = v.organisation_id and c.valid_during && v.valid_during
    where v.superseded_at is null and v.area_kind is not null and c.descendant_id in (select n.organisation_id from counted n) group by 1, 2, 3
  ), nearest as (
    select n.*, range_agg(n.days) over (partition by n.organisation_id order by n.depth groups between unbounded preceding and 1 preceding) as nearer from named n
  ), area as (
    select n.organisation_id, n.area_kind, d.days from nearest n cross join lateral unnest(n.days - coalesce(n.nearer, '{}')) d (days)
    union all select n.organisation_id, null, d.days from (select c.organisation_id, range_agg(m.days) as days from counted c left join named m on m.organisation_id = c.organisation_id group by 1) n
      cross join lateral unnest('{(,)}'::datemultirange - coalesce(n.days, '{}')) d (days)
  ), below as materialized (
    select c.ancestor_id, c.descendant_id, b.days, lower(b.days) as since, nullif(upper(b.days), 'infinity') as until
    from organisations.closure c cross join lateral (select c.valid_during * daterange(sizes.first_day, null) as days) b where not isempty(b.days) and c.ancestor_id in (select n.organisation_id from counted n)
  ), change as (
    select b.ancestor_id, b.since as on_day, h.members[width_bucket(b.since, h.days)] as n from below b join statistics.headcount h on h.cell_id = b.descendant_id
    union all select b.ancestor_id, b.until, -h.members[width_bucket(b.until - 1, h.days)] from below b join statistics.headcount h on h.cell_id = b.descendant_id where b.until <= sizes.last_day
    union all select b.ancestor_id, d.day, d.members - d.before from below b join statistics.headcount h on h.cell_id = b.descendant_id cross join lateral unnest(h.days, h.members, 0 || h.members) d (day, members, before)
      where d.day > b.since and d.day <= sizes.last_day and (b.until is null or d.day < b.until)
  ), stepped as (
    select c.ancestor_id, c.on_day, sum(c.n) as n from change c group by 1, 2 having sum(c.n) <> 0
    union all select c.organisation_id, '-infinity', 0 from counted c
  ), banded as (
    select s.ancestor_id, s.on_day, width_bucket(sum(s.n) over (partition by s.ancestor_id order by s.on_day), sizes.sizes::numeric[]) as size from stepped s
  ), sized as (
    select e.ancestor_id, daterange(e.on_day, lead(e.on_day) over (partition by e.ancestor_id order by e.on_day)) as days, e.size
    from (select b.*, lag(b.size) over (partition by b.ancestor_id order by b.on_day) as before from banded b) e where e.size is distinct from e.before
  )
  select k.organisation_id, k.days * a.days * s.days, k.type, a.area_kind, s.size::text, k.level
  from kind k join area a on a.organisation_id = k.organisation_id and a.days && k.days join sized s on s.ancestor_id = k.organisation_id and s.days && (k.days * a.days);
end $$;

-- What organisations give to the sums of those above them, $1, up to the day $2.
create function statistics.contributions_of_organisations_sql(sizes text, day text) returns text language sql immutable set search_path = pg_catalog as $$
  select replace($q$
  with step as (
    select c.ancestor_id as organisation_id, s.type, s.area, s.size, s.level, {day} as on_day, sum(e.n) as n
    from $q$ || sizes || $q$ s join organisations.closure c on c.descendant_id = s.organisation_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as days) b
    cross join lateral (values (coalesce(lower(b.days), '-infinity'), 1), (nullif(upper(b.days), 'infinity'), -1)) e (on_day, n) where e.on_day <= $2 group by 1, 2, 3, 4, 5, 6
  )
  select s.organisation_id, 'organisations' as base, t.trait, t.value, m.mark, s.on_day, sum(s.n)::int as n
  from step s cross join lateral (values ('all', 'all'), ('type', s.type), ('area', s.area), ('size', s.size)) t (trait, value) cross join lateral (values ('total'), (s.level)) m (mark)
  group by 1, 2, 3, 4, 5, 6 having sum(s.n) <> 0
  $q$, '{day}', day)
$$;

-- Counts the cells (null: all) from the settled spells.
create function statistics.count_heads(cells uuid[]) returns void language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
  delete from statistics.headcount h where cells is null or h.cell_id = any (cells);
  insert into statistics.headcount
    select c.cell_id, array_agg(c.day order by c.day), array_agg(c.members order by c.day) from (
      select s.cell_id, e.day, sum(sum(e.n)) over (partition by s.cell_id order by e.day)::int as members
      from statistics.spell s cross join lateral (values (coalesce(lower(s.days), '-infinity'), 1), (nullif(upper(s.days), 'infinity'), -1)) e (day, n)
      where s.status is null and e.day is not null and (cells is null or s.cell_id = any (cells)) group by s.cell_id, e.day having sum(e.n) <> 0) c
    group by 1;
end $$;

-- The counted organisations in whose size some cells have a part, on any day.
create function statistics.sized_with(cells uuid[]) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(select distinct c.ancestor_id from organisations.closure c where c.descendant_id = any (cells)
    and exists (select from organisations.version v where v.organisation_id = c.ancestor_id and v.superseded_at is null and organisations.counted_level(v.type) is not null))
$$;

-- Whoever is touched and has, or had when settled, a seat in an organisation or below.
create function statistics.touched_seats(organisation uuid) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    where exists (select from statistics.seat s join organisations.closure c on c.descendant_id = s.organisation_id and c.ancestor_id = organisation where s.person_id = t.person_id)
      or exists (select from members.post p join organisations.closure c on c.descendant_id = p.organisation_id and c.ancestor_id = organisation where p.person_id = t.person_id and p.superseded_at is null))
$$;
-- Whoever is touched and has, or had when settled, an act below an organisation.
create function statistics.touched_acts(organisation uuid) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    where exists (select from statistics.act a join organisations.closure c on c.descendant_id = a.cell_id and c.ancestor_id = organisation where a.person_id = t.person_id)
      or exists (select from members.placement p join organisations.closure c on c.descendant_id = p.cell_id and c.ancestor_id = organisation where p.person_id = t.person_id and p.superseded_at is null)
      or exists (select from transfers.transfer f join organisations.closure c on c.descendant_id in (f.from_cell_id, f.to_cell_id, f.receiver_id) and c.ancestor_id = organisation where f.person_id = t.person_id))
$$;

-- By how many more or fewer each cell has members on a day than its headcount says, because of the touched.
create function statistics.headcount_since(people uuid[], day date) returns table (cell_id uuid, n int) language sql stable set search_path = pg_catalog as $$
  select d.cell_id, sum(d.n)::int from (
    select s.cell_id, -1 as n from statistics.spell s where s.person_id = any (people) and s.status is null and s.days @> day
    union all select p.cell_id, 1 from members.placement p where p.person_id = any (people) and p.superseded_at is null and p.valid_during @> day) d
  group by 1 having sum(d.n) <> 0
$$;

-- The organisations below one on a day whose size is another because of the touched: out of the band that was settled, into that of now.
create function statistics.resized(organisation uuid, day date, sizes int[]) returns table (base text, trait text, value text, mark text, n int)
language plpgsql stable set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  touched constant uuid[] := statistics.touched_below(organisation);
begin
  if touched = '{}' then return; end if;
  return query
  with changed as materialized (
    select c.ancestor_id as id, sum(d.n)::int as n from statistics.headcount_since(touched, day) d join organisations.closure c on c.descendant_id = d.cell_id and c.valid_during @> day
    where exists (select from organisations.closure b where b.ancestor_id = organisation and b.descendant_id = c.ancestor_id and b.valid_during @> day) group by 1 having sum(d.n) <> 0
  ), kind as materialized (
    select x.id, x.n, organisations.counted_level(v.type) as level from changed x
    join organisations.version v on v.organisation_id = x.id and v.superseded_at is null and v.valid_during @> day and organisations.counted_level(v.type) is not null
  ), sized as (
    select k.level, k.n, (select coalesce(sum(h.members[width_bucket(day, h.days)]), 0)::int from organisations.closure c join statistics.headcount h on h.cell_id = c.descendant_id
      where c.ancestor_id = k.id and c.valid_during @> day) as members from kind k
  )
  select 'organisations', 'size', width_bucket(s.members + e.more, sizes)::text, m.mark, sum(e.n)::int
  from sized s cross join lateral (values (0, -1), (s.n, 1)) e (more, n) cross join lateral (values ('total'), (s.level)) m (mark) group by 3, 4 having sum(e.n) <> 0;
end $$;

-- The organisations below one on a day, by the headcounts of its cells and what the touched have changed in them, as the tree stands now.
create function statistics.organisations_by_heads(organisation uuid, day date, sizes int[]) returns table (base text, trait text, value text, mark text, n int)
language plpgsql stable set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
  with below as materialized (
    select c.descendant_id as id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day
  ), headed as (
    select h.cell_id, h.members[width_bucket(day, h.days)] as n from statistics.headcount h where h.cell_id in (select b.id from below b)
    union all select d.cell_id, d.n from statistics.headcount_since(statistics.touched_below(organisation), day) d
  ), sized as (
    select c.ancestor_id as id, sum(h.n)::int as members from headed h join organisations.closure c on c.descendant_id = h.cell_id and c.valid_during @> day where h.n <> 0 group by 1
  ), area as (
    select distinct on (b.id) b.id, v.area_kind from below b join organisations.closure a on a.descendant_id = b.id and a.valid_during @> day
    join organisations.version v on v.organisation_id = a.ancestor_id and v.superseded_at is null and v.valid_during @> day and v.area_kind is not null order by b.id, a.depth
  )
  select 'organisations', t.trait, t.value, m.mark, count(*)::int
  from below b join organisations.version v on v.organisation_id = b.id and v.superseded_at is null and v.valid_during @> day and organisations.counted_level(v.type) is not null
  left join sized s on s.id = b.id left join area a on a.id = b.id
  cross join lateral (values ('all', 'all'), ('type', v.type), ('area', a.area_kind), ('size', width_bucket(coalesce(s.members, 0), sizes)::text)) t (trait, value)
  cross join lateral (values ('total'), (organisations.counted_level(v.type))) m (mark) group by 2, 3, 4;
end $$;

drop function statistics.changes_by_sums(uuid, date, date, jsonb);
-- What changes the numbers of an organisation before and within a period (both days inclusive), under a day before it or its last: by the sums, less what the settled facts of the touched gave, and
-- what their facts give now.
create function statistics.changes_by_sums(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, on_day date, n int) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  day constant text := 'case when on_day < $4 then $4 - 1 else $2 end';
  less_and_more constant text := 'select c.base, c.trait, c.value, c.mark, c.on_day, -c.n from (%s) c union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (%s) c';
  both text;
  flows constant text[] := case when bases && '{changes,admitted}' then '{placed,changes,admitted}'::text[] else '{}' end || case when bases && '{acts}' then '{acts}'::text[] else '{}' end;
  touched uuid[];
begin
  if bases && '{stand,changes,admitted}' then
    touched := statistics.touched_below(organisation);
    if touched <> '{}' then
      return query select c.base, c.trait, c.value, c.mark, c.on_day, -c.n from statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spell s where s.person_id = any (touched))) c
        union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spells_now(touched, sorting) s)) c;
    end if;
  end if;
  if bases && '{committee}' then
    touched := statistics.touched_seats(organisation);
    if touched <> '{}' then
      return query execute format(less_and_more, statistics.contributions_of_seats_sql('(select * from statistics.seat where person_id = any ($3))', day), statistics.contributions_of_seats_sql('statistics.seats_now($3, $5)', day))
        using array[organisation], until_day, touched, from_day, sorting;
    end if;
  end if;
  if bases && '{acts}' then
    touched := statistics.touched_acts(organisation);
    if touched <> '{}' then
      return query execute format(less_and_more, statistics.contributions_of_acts_sql('(select * from statistics.act where person_id = any ($3))', day), statistics.contributions_of_acts_sql('statistics.acts_now($3)', day))
        using array[organisation], until_day, touched, from_day;
    end if;
  end if;
  if bases && '{organisations}' then return query select r.base, r.trait, r.value, r.mark, until_day, r.n from statistics.resized(organisation, until_day, members.bounds(sorting, 'size')) r; end if;
  return query
    select s.base, s.trait, s.value, s.mark, d.on_day, s.n * d.times from statistics.sum_until(organisation, flows, from_day - 1) s, (values (from_day - 1, 1), (until_day, -1)) d (on_day, times)
    union all select s.base, s.trait, s.value, s.mark, until_day, s.n from statistics.sum_until(organisation, flows || bases || case when bases && '{acts}' then '{exempt}'::text[] else '{}' end, until_day) s;
end $$;

-- The same of seats, acts and organisations by every settled one below the organisation that bears on the period, of the touched by what their facts give now.
create function statistics.others_by_spells(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, on_day date, n int) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  day constant text := 'case when on_day < $4 then $4 - 1 else $2 end';
  below constant uuid[] := array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = organisation);
begin
  if bases && '{committee}' then
    return query execute 'select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (' || statistics.contributions_of_seats_sql('(
      select * from (select * from statistics.seat where organisation_id = any ($6) and person_id <> all ($3) union all select * from statistics.seats_now($3, $5)) s where s.days @> $2)', day) || ') c'
      using array[organisation], until_day, statistics.touched_seats(organisation), from_day, sorting, below;
  end if;
  if bases && '{acts}' then
    return query execute 'select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (' || statistics.contributions_of_acts_sql('(
      select * from (select * from statistics.act where cell_id = any ($5) and person_id <> all ($3) union all select * from statistics.acts_now($3)) a
      where case a.act when ''exempt'' then a.days @> $2 else a.days && daterange($4, $2, ''[]'') end)', day) || ') c' using array[organisation], until_day, statistics.touched_acts(organisation), from_day, below;
  end if;
  if bases && '{organisations}' then return query select o.base, o.trait, o.value, o.mark, until_day, o.n from statistics.organisations_by_heads(organisation, until_day, members.bounds(sorting, 'size')) o; end if;
end $$;

drop function statistics.kept_counts(uuid, date, date, jsonb, text[], text);
-- The numbers of an organisation, by its sums or by what is settled below it: exactly those of a count anew. Of an organisation below which the tree is another, those of organisations never by sums.
create function statistics.kept_counts(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[], way text)
returns table (base text, trait text, value text, mark text, people int) language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  every constant text[] := coalesce(bases, '{stand,changes,admitted,organisations,committee,acts}');
  wanted constant text[] := every || case when every && '{changes,admitted}' then '{changes,admitted}'::text[] else '{}' end;
  summed text[] := case way when 'sums' then wanted else '{}' end;
  others text[];
begin
  if summed && '{organisations}' and exists (select from statistics.reshaped r where r.organisation_id = organisation) then summed := array_remove(summed, 'organisations'); end if;
  others := array(select w from unnest(wanted) w where w <> all (summed));
  return query
  with change as (
    select * from statistics.changes_by_sums(organisation, from_day, until_day, sorting, summed) where summed <> '{}'
    union all select * from statistics.changes_by_spells(organisation, from_day, until_day, sorting) where others && '{stand,changes,admitted}'
    union all select * from statistics.others_by_spells(organisation, from_day, until_day, sorting, others) where others && '{organisations,committee,acts}'
  ), number as (
    select c.base, c.trait, c.value, c.mark, c.n from change c where c.base in ('stand', 'committee', 'organisations') or c.base in ('changes', 'admitted', 'acts') and c.on_day >= from_day
    union all select 'acts', c.trait, c.value, c.mark, c.n from change c where c.base = 'exempt'
    union all select c.base, 'all', 'all', c.mark, c.n from change c where c.base = 'changes' and c.on_day >= from_day
    union all select 'changes', t.trait, t.value, c.mark, c.n from change c, (values ('opening', 'item', 'opening'), ('opening', 'all', 'all'), ('closing', 'item', 'closing'), ('closing', 'all', 'all')) t (side, trait, value)
      where c.base = 'placed' and (t.side = 'closing' or c.on_day < from_day)
  )
  select n.base, n.trait, n.value, n.mark, sum(n.n)::int from number n where n.base = any (wanted) group by 1, 2, 3, 4 having sum(n.n) <> 0;
end $$;

create or replace function statistics.way_of_counting(organisation uuid, from_day date, until_day date, sorting jsonb) returns text language plpgsql stable set search_path = pg_catalog as $$
declare
  most int;
begin
  if not exists (select from statistics.settled d where d.sorting = way_of_counting.sorting) then return 'anew'; end if;
  if not exists (select from statistics.kept_organisation k where k.organisation_id = organisation) or exists (select from statistics.stale s where s.organisation_id = organisation)
    or not exists (select from statistics.settled d where from_day > d.first_day and until_day <= d.last_day) then return 'spells'; end if;
  select coalesce(sum(s.n), 0) / 8 into most from statistics.sum_until(organisation, '{placed}', 'infinity') s where s.mark = 'total';
  if (select count(distinct person_id) from statistics.touched) <= most or cardinality(statistics.touched_below(organisation)) <= most then return 'sums'; end if;
  return 'spells';
end $$;

create or replace function statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int) language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  way text := 'anew';
begin
  if not access.reaches_people(organisation) then return; end if;
  if known_at is null and from_day <= until_day then way := statistics.way_of_counting(organisation, from_day, until_day, sorting); end if;
  if way = 'anew' then
    return query select * from statistics.counts_anew(organisation, from_day, until_day, known_at, sorting, bases);
  else
    return query select * from statistics.kept_counts(organisation, from_day, until_day, sorting, bases, way);
  end if;
end $$;

-- What an organisation's sums or what is settled below it say otherwise than a count anew, of a period (both days inclusive).
create or replace function statistics.differences(organisation uuid, from_day date, until_day date, sorting jsonb, way text)
returns table (base text, trait text, value text, mark text, kept int, counted int) language sql stable set search_path = pg_catalog set work_mem = '64MB' as $$
  select coalesce(k.base, c.base), coalesce(k.trait, c.trait), coalesce(k.value, c.value), coalesce(k.mark, c.mark), coalesce(k.people, 0), coalesce(c.people, 0)
  from statistics.kept_counts(organisation, from_day, until_day, sorting, null, way) k
  full join (select * from statistics.counts_anew(organisation, from_day, until_day, null, sorting, null)) c
    on c.base = k.base and c.trait = k.trait and coalesce(c.value, '') = coalesce(k.value, '') and (c.value is null) = (k.value is null) and c.mark = k.mark
  where k.people is distinct from c.people
$$;

-- The part of what is settled that bears on the sums from the first kept day ($3) on. Whoever stood in a cell before it comes from there: no way in is counted on that day.
create function statistics.spells_kept_sql(spells text) returns text language sql immutable set search_path = pg_catalog as $$
  select '(select s.person_id, s.cell_id, s.days * daterange($3, null) as days, s.status, case when lower(s.days) < $3 then s.cell_id else s.former_cell end as former_cell, s.next_cell, s.way_in, s.way_out, s.on_probation,
    s.sex, s.ethnicity, s.religion, s.general_education, s.profession, s.political_theory, s.occupation, s.age_from, s.party_age_known, s.party_age_from from ' || spells || ' s where s.days && daterange($3, null))'
$$;
create function statistics.seats_kept_sql(seats text) returns text language sql immutable set search_path = pg_catalog as $$
  select '(select s.organisation_id, s.days * daterange($3, null) as days, s.position, s.level, s.sex, s.ethnicity, s.religion, s.general_education, s.profession, s.political_theory, s.occupation, s.age_from
    from ' || seats || ' s where s.days && daterange($3, null))'
$$;
create function statistics.acts_kept_sql(acts text) returns text language sql immutable set search_path = pg_catalog as $$
  select '(select a.act, a.days * daterange($3, null) as days, a.cell_id, a.seen_on, a.woman, a.minority, a.probationary from ' || acts || ' a where a.days && daterange($3, null))'
$$;

drop function statistics.make_sums(uuid[], int[], date, date);
-- The sums of so many members at most are made at once, but for an organisation that alone has more: what is sorted and added up at a time does not grow with the country.
create function statistics.most_at_once() returns int language sql immutable set search_path = pg_catalog as $$ select 2000000 $$;
-- Makes the sums of organisations from what is settled, the largest first; of those among `reshaped` only the sums of organisations.
create function statistics.make_sums(organisations uuid[], members int[], reshaped uuid[], first_day date, last_day date, size_bounds int[]) returns void language plpgsql set search_path = pg_catalog as $$
declare
  into_changes constant text := 'insert into pg_temp.statistics_change ';
  day constant text := 'greatest(on_day, $3)';
  batch uuid[];
  whole uuid[];
begin
  create temp table statistics_size on commit drop as
    select * from statistics.sizes(array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = any (organisations)), first_day, last_day, size_bounds);
  for batch in
    select array_agg(b.id) from (select u.id, (sum(u.members) over (order by u.members desc, u.id) - u.members) / statistics.most_at_once() as nth from unnest(organisations, members) u (id, members)) b group by b.nth order by b.nth
  loop
    delete from pg_temp.statistics_change;
    whole := array(select b from unnest(batch) b where b <> all (reshaped));
    if whole <> '{}' then
      execute into_changes || statistics.contributions_sql(statistics.spells_kept_sql('statistics.spell'), day) using whole, last_day, first_day;
      execute into_changes || statistics.contributions_of_seats_sql(statistics.seats_kept_sql('statistics.seat'), day) using whole, last_day, first_day;
      execute into_changes || statistics.contributions_of_acts_sql(statistics.acts_kept_sql('statistics.act'), day) using whole, last_day, first_day;
    end if;
    execute into_changes || statistics.contributions_of_organisations_sql('pg_temp.statistics_size', day) using batch, last_day, first_day;
    perform statistics.add_changes();
  end loop;
  delete from pg_temp.statistics_change;
  drop table pg_temp.statistics_size;
end $$;

-- Settles anew what is kept of some people, and moves the sums of the organisations $2 by the difference.
create function statistics.settle_people(people uuid[], kept uuid[], first_day date, last_day date, sorting jsonb) returns void language plpgsql set search_path = pg_catalog as $$
declare
  less constant text := 'insert into pg_temp.statistics_change select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from (%s) c';
  more constant text := 'insert into pg_temp.statistics_change %s';
  day constant text := 'greatest(on_day, $3)';
  size_bounds constant int[] := members.bounds(sorting, 'size');
  former statistics.spell[] := array(select s from statistics.spell s where s.person_id = any (people));
  later statistics.spell[] := array(select s from statistics.spells_now(people, sorting) s);
  cells uuid[] := array(select distinct s.cell_id from (select * from unnest(former) union all select * from unnest(later)) s where s.status is null);
  sized uuid[] := statistics.sized_with(cells);
begin
  execute format(less, statistics.contributions_sql(statistics.spells_kept_sql('unnest($4)'), day)) using kept, last_day, first_day, former;
  execute format(more, statistics.contributions_sql(statistics.spells_kept_sql('unnest($4)'), day)) using kept, last_day, first_day, later;
  execute format(less, statistics.contributions_of_organisations_sql('statistics.sizes($4, $3, $2, $5)', day)) using kept, last_day, first_day, sized, size_bounds;
  delete from statistics.spell where person_id = any (people);
  insert into statistics.spell select s.* from unnest(later) s;
  perform statistics.count_heads(cells);
  execute format(more, statistics.contributions_of_organisations_sql('statistics.sizes($4, $3, $2, $5)', day)) using kept, last_day, first_day, sized, size_bounds;

  execute format(less, statistics.contributions_of_seats_sql(statistics.seats_kept_sql('(select * from statistics.seat where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  execute format(less, statistics.contributions_of_acts_sql(statistics.acts_kept_sql('(select * from statistics.act where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  delete from statistics.seat where person_id = any (people);
  insert into statistics.seat select s.* from statistics.seats_now(people, sorting) s;
  delete from statistics.act where person_id = any (people);
  insert into statistics.act select a.* from statistics.acts_now(people) a;
  execute format(more, statistics.contributions_of_seats_sql(statistics.seats_kept_sql('(select * from statistics.seat where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  execute format(more, statistics.contributions_of_acts_sql(statistics.acts_kept_sql('(select * from statistics.act where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
end $$;

-- Settles everybody.
create function statistics.settle_all(sorting jsonb) returns void language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
  first constant boolean := not exists (select from statistics.spell);
begin
  delete from statistics.spell;
  delete from statistics.seat;
  delete from statistics.act;
  -- The first time nobody reads them yet, and an index over all of them at once is made many times faster.
  if first then drop index statistics.spell_person, statistics.spell_cell, statistics.seat_person, statistics.seat_organisation, statistics.act_person, statistics.act_cell; end if;
  execute 'insert into statistics.spell ' || statistics.spells_sql(true) using null::uuid[], members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
  execute 'insert into statistics.seat ' || statistics.seats_sql(true) using null::uuid[], members.bounds(sorting, 'age'), statistics.positions(sorting);
  execute 'insert into statistics.act ' || statistics.acts_sql(true);
  if first then
    create index spell_person on statistics.spell (person_id);
    create index spell_cell on statistics.spell (cell_id);
    create index seat_person on statistics.seat (person_id);
    create index seat_organisation on statistics.seat (organisation_id);
    create index act_person on statistics.act (person_id);
    create index act_cell on statistics.act (cell_id);
  end if;
  analyze statistics.spell, statistics.seat, statistics.act;
  perform statistics.count_heads(null);
  analyze statistics.headcount;
end $$;

-- Brings what is settled, and the sums, up to the facts; people and organisations settled. `whole`: everything anew, as the first time. `today` picks the days of which sums are kept. Facts written
-- meanwhile stay touched.
create or replace function statistics.settle(sorting jsonb, today date, whole boolean default false, fewest int default statistics.fewest_kept(), out people int, out organisations int)
  language plpgsql security definer set search_path = pg_catalog set work_mem = '128MB' set plan_cache_mode = force_custom_plan as $$
declare
  wanted uuid[];
  members_of_wanted int[];
  anew uuid[];
  reshaped uuid[];
  taken uuid[];
  days record;
begin
  perform pg_advisory_xact_lock(hashtext('statistics.settle'));
  -- The lock of organisations.rebuild_closure: an act on the tree would not see the organisations that are being made here, and leave them unmarked.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  create temp table if not exists statistics_change (organisation_id uuid, base text collate "C", trait text collate "C", value text collate "C", mark text collate "C", on_day date, n int) on commit drop;
  select coalesce(array_agg(l.organisation_id), '{}'), coalesce(array_agg(l.members), '{}') into wanted, members_of_wanted from statistics.large(fewest) l;
  whole := whole or not exists (select from statistics.spell)
    or not exists (select from statistics.settled d join statistics.kept_days(today) k on k.first_day = d.first_day and k.last_day = d.last_day where d.sorting = settle.sorting);
  insert into statistics.settled (sorting, first_day, last_day) select settle.sorting, k.first_day, k.last_day from statistics.kept_days(today) k
    on conflict (is_only) do update set sorting = excluded.sorting, first_day = excluded.first_day, last_day = excluded.last_day, settled_at = platform.moment()
    returning statistics.settled.first_day, statistics.settled.last_day into days;
  with gone as (delete from statistics.touched returning person_id) select array(select distinct person_id from gone) into taken;
  -- Of a quarter of everybody, making all anew is quicker.
  whole := whole or cardinality(taken) > 2000 and cardinality(taken) * 4 > (select count(*) from statistics.spell where status is null);
  with gone as (delete from statistics.stale returning organisation_id) select array(select organisation_id from gone) into anew;
  with gone as (delete from statistics.reshaped returning organisation_id) select array(select distinct organisation_id from gone) into reshaped;
  anew := case when whole then wanted else array(select w from unnest(wanted) w where w = any (anew) or not exists (select from statistics.kept_organisation k where k.organisation_id = w)) end;
  reshaped := array(select w from unnest(wanted) w where w = any (reshaped) and w <> all (anew));
  delete from statistics.kept_organisation where organisation_id <> all (wanted) or organisation_id = any (anew);
  delete from statistics.kept_sum where organisation_id <> all (wanted) or organisation_id = any (anew) or organisation_id = any (reshaped) and base = 'organisations';

  if whole then
    perform statistics.settle_all(sorting);
  elsif taken <> '{}' then
    -- In slices, so that what is kept of them fits into memory however many they are.
    for first_of_slice in 1 .. cardinality(taken) by 10000 loop
      delete from pg_temp.statistics_change;
      perform statistics.settle_people(taken[first_of_slice : first_of_slice + 9999], array(select k.organisation_id from statistics.kept_organisation k), days.first_day, days.last_day, sorting);
      delete from pg_temp.statistics_change where base = 'organisations' and organisation_id = any (reshaped);
      perform statistics.add_changes();
    end loop;
    update statistics.kept_organisation set settled_at = platform.moment();
  end if;

  -- The fingerprint first: a tree that changes while the sums are made is then seen to differ.
  insert into statistics.kept_organisation (organisation_id, sorting, tree) select a, settle.sorting, statistics.tree_of(a) from unnest(anew) a;
  if anew <> '{}' or reshaped <> '{}' then
    perform statistics.make_sums(array_agg(w.id), array_agg(w.members), reshaped, days.first_day, days.last_day, members.bounds(sorting, 'size'))
      from unnest(wanted, members_of_wanted) w (id, members) where w.id = any (anew) or w.id = any (reshaped);
  end if;
  people := case when whole then (select count(distinct person_id) from statistics.spell where status is null) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $$;

-- Who is touched through an act, a transfer or the kind of an organisation; below which organisations another tree stands.
create function statistics.touch_of_transfer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select f.person_id from former f where f.person_id is not null union select c.person_id from changed c where c.person_id is not null;
  return null;
end $$;
create function statistics.touch_by_transfer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select t.person_id from transfers.transfer t where t.person_id is not null and t.id in (select c.transfer_id from changed c);
  return null;
end $$;
create function statistics.touch_gone_transfer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select distinct f.person_id from former f where f.person_id is not null;
  return null;
end $$;
-- Those below are marked as well: they may have their kind of area from above.
create function statistics.touch_by_version() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.touched select distinct p.person_id from members.post p where p.organisation_id in (select c.organisation_id from changed c);
  insert into statistics.reshaped select c.ancestor_id from organisations.closure c where c.descendant_id in (select v.organisation_id from changed v)
    union select c.descendant_id from organisations.closure c where c.ancestor_id in (select v.organisation_id from changed v where v.area_kind is not null);
  return null;
end $$;
create function statistics.mark_reshaped() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into statistics.reshaped
    select c.ancestor_id from organisations.closure c where c.descendant_id in (select p.organisation_id from changed p union select p.parent_id from changed p)
    union select c.descendant_id from organisations.closure c where c.ancestor_id in (select p.organisation_id from changed p)
    union select p.organisation_id from changed p union select p.parent_id from changed p where p.parent_id is not null;
  return null;
end $$;

create trigger post_touches_entered after insert on members.post referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger post_touches_changed after update on members.post referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger post_touches_gone after delete on members.post referencing old table as former for each statement execute function statistics.touch_gone();
create trigger badge_touches_entered after insert on lifecycle.badge referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger badge_touches_changed after update on lifecycle.badge referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger badge_touches_gone after delete on lifecycle.badge referencing old table as former for each statement execute function statistics.touch_gone();
create trigger discipline_touches_entered after insert on lifecycle.discipline referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger discipline_touches_changed after update on lifecycle.discipline referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger discipline_touches_gone after delete on lifecycle.discipline referencing old table as former for each statement execute function statistics.touch_gone();
create trigger exemption_touches_entered after insert on lifecycle.exemption referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger exemption_touches_changed after update on lifecycle.exemption referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger exemption_touches_gone after delete on lifecycle.exemption referencing old table as former for each statement execute function statistics.touch_gone();
create trigger suspension_touches_entered after insert on lifecycle.suspension referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger suspension_touches_changed after update on lifecycle.suspension referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger suspension_touches_gone after delete on lifecycle.suspension referencing old table as former for each statement execute function statistics.touch_gone();
create trigger card_touches_entered after insert on cards.card referencing new table as entered for each statement execute function statistics.touch_entered();
create trigger card_touches_changed after update on cards.card referencing old table as former new table as changed for each statement execute function statistics.touch_changed();
create trigger card_touches_gone after delete on cards.card referencing old table as former for each statement execute function statistics.touch_gone();
create trigger transfer_touches_changed after update on transfers.transfer referencing old table as former new table as changed for each statement execute function statistics.touch_of_transfer();
create trigger transfer_touches_gone after delete on transfers.transfer referencing old table as former for each statement execute function statistics.touch_gone_transfer();
create trigger letter_touches_entered after insert on transfers.letter referencing new table as changed for each statement execute function statistics.touch_by_transfer();
create trigger letter_touches_changed after update on transfers.letter referencing new table as changed for each statement execute function statistics.touch_by_transfer();
create trigger letter_touches_gone after delete on transfers.letter referencing old table as changed for each statement execute function statistics.touch_by_transfer();
create trigger step_touches_entered after insert on transfers.step referencing new table as changed for each statement execute function statistics.touch_by_transfer();
create trigger step_touches_changed after update on transfers.step referencing new table as changed for each statement execute function statistics.touch_by_transfer();
create trigger step_touches_gone after delete on transfers.step referencing old table as changed for each statement execute function statistics.touch_by_transfer();
create trigger version_touches_entered after insert on organisations.version referencing new table as changed for each statement execute function statistics.touch_by_version();
create trigger version_touches_changed after update on organisations.version referencing old table as changed for each statement execute function statistics.touch_by_version();
create trigger version_touches_into after update on organisations.version referencing new table as changed for each statement execute function statistics.touch_by_version();
create trigger version_touches_gone after delete on organisations.version referencing old table as changed for each statement execute function statistics.touch_by_version();
create trigger placement_reshapes_entered after insert on organisations.placement referencing new table as changed for each statement execute function statistics.mark_reshaped();
create trigger placement_reshapes_changed after update on organisations.placement referencing old table as changed for each statement execute function statistics.mark_reshaped();
create trigger placement_reshapes_into after update on organisations.placement referencing new table as changed for each statement execute function statistics.mark_reshaped();
create trigger placement_reshapes_gone after delete on organisations.placement referencing old table as changed for each statement execute function statistics.mark_reshaped();

revoke all on function transfers.acts_between(date, date, timestamptz), organisations.counted_level(text), statistics.seats_sql(boolean), statistics.acts_sql(boolean), statistics.positions(jsonb), statistics.seats_now(uuid[], jsonb),
  statistics.acts_now(uuid[]), statistics.contributions_of_seats_sql(text, text), statistics.contributions_of_acts_sql(text, text), statistics.sizes(uuid[], date, date, int[]), statistics.contributions_of_organisations_sql(text, text),
  statistics.count_heads(uuid[]), statistics.sized_with(uuid[]), statistics.touched_seats(uuid), statistics.touched_acts(uuid), statistics.headcount_since(uuid[], date), statistics.resized(uuid, date, int[]),
  statistics.organisations_by_heads(uuid, date, int[]), statistics.changes_by_sums(uuid, date, date, jsonb, text[]), statistics.others_by_spells(uuid, date, date, jsonb, text[]),
  statistics.most_at_once(), statistics.spells_kept_sql(text), statistics.seats_kept_sql(text), statistics.acts_kept_sql(text), statistics.kept_counts(uuid, date, date, jsonb, text[], text), statistics.make_sums(uuid[], int[], uuid[], date, date, int[]), statistics.settle_people(uuid[], uuid[], date, date, jsonb), statistics.settle_all(jsonb),
  statistics.touch_of_transfer(), statistics.touch_gone_transfer(), statistics.touch_by_transfer(), statistics.touch_by_version(), statistics.mark_reshaped() from public;
