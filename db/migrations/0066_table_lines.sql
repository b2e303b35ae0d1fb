-- Lines of the official tables: one row for each thing that a table counts (a person, an organisation), with what it is sorted by and the columns it stands in. Every
-- number of a table is a count of such lines, so a number and its names are one thing. Each room publishes the lines of its own facts, bound by no rights; the room
-- `statistics` joins them and asks once whether the organisation lies in the actor's part. sorting: bounds of the bands ({age, partyAge, size}) and codes of the
-- positions in committees, the highest first ({positions}).

-- Line by line who was in a part on the day before a period, who came, who left, and who is there on its last day (see 0050). The places of an organisation are looked up
-- cell by cell: by their days, which nearly all of them share, the index of overlaps would be read through for every cell.
create or replace function members.balance_lines(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamptz)
returns table (organisation_id uuid, person_id uuid, item text, on_day date) language sql stable as $$
  with below as materialized (
    select c.ancestor_id, c.descendant_id, c.valid_during * w.valid_during as days
    from organisations.closure c
    join organisations.closure w on w.descendant_id = c.descendant_id and w.ancestor_id = within and w.valid_during && c.valid_during
    where c.ancestor_id = any (organisations)
  ), placed as materialized (
    select p.person_id, p.cell_id, p.valid_during from members.placement p
    where p.cell_id = any (array(select b.descendant_id from below b))
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), stay as (
    select b.ancestor_id, p.person_id, range_agg(p.valid_during * b.days) as days
    from placed p join below b on b.descendant_id = p.cell_id
    where p.valid_during && daterange(from_day - 1, until_day, '[]') and p.valid_during && b.days
    group by b.ancestor_id, p.person_id
  ), stretch as (
    select s.ancestor_id, s.person_id, coalesce(lower(r), '-infinity') as begins, coalesce(upper(r), 'infinity') as ends from stay s, unnest(s.days) r
  )
  select ancestor_id, person_id, 'opening', from_day - 1 from stretch where begins < from_day and ends >= from_day
  union all select ancestor_id, person_id, 'closing', until_day from stretch where begins <= until_day and ends > until_day
  union all select ancestor_id, person_id, members.way_in(person_id, begins, known_at), begins from stretch where begins between from_day and until_day
  union all select ancestor_id, person_id, members.way_out(person_id, ends, known_at), ends from stretch where ends between from_day and until_day
$$;

create function members.bounds(sorting jsonb, kind text) returns int[] language sql immutable parallel safe as $$
  select coalesce(array_agg(b::int order by n), '{}') from jsonb_array_elements_text(sorting -> kind) with ordinality e (b, n)
$$;

-- What people are sorted by, each on a day of its own (sorted_on); label and on_day go along.
create function members.sorted_people(people uuid[], labels text[], sorted_on date[], on_days date[], known_at timestamptz, sorting jsonb)
returns table (person_id uuid, label text, on_day date, traits jsonb, marks text[]) language sql stable as $$
  with bound as materialized (select members.bounds(sorting, 'age') as age)
  select w.person_id, w.label, w.on_day,
    jsonb_build_object('sex', t.sex, 'ethnicity', t.ethnicity, 'religion', t.religion, 'generalEducation', t.general_education, 'profession', t.profession, 'politicalTheory', t.political_theory,
      'occupation', t.occupation, 'ageBand', width_bucket(members.age_on(t.born_on, w.day), bound.age)::text),
    array_remove(array[case when t.sex = 'female' then 'women' end, case when t.ethnicity <> 'Kinh' then 'ethnicMinority' end, case when s.status = 'probationary' then 'probationary' end], null)
  from unnest(people, labels, sorted_on, on_days) w (person_id, label, day, on_day)
  cross join bound
  join members.person x on x.id = w.person_id
  cross join lateral (
    select x.sex, x.ethnicity, x.religion, x.general_education, x.profession, x.political_theory, x.occupation, x.born_on where known_at is null or x.recorded_at <= known_at
    union all
    select r.* from jsonb_to_record(members.person_as_known(x.id, known_at)) r (sex text, ethnicity text, religion text, general_education text, profession text, political_theory text, occupation text, born_on text)
    where not (known_at is null or x.recorded_at <= known_at)) t
  left join lateral (select s.status from members.status s where s.person_id = w.person_id and s.valid_during @> w.day
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at) limit 1) s on true
$$;

-- Ways into and out of an organisation in a period, with who was there before it and who is there at its end: table 1. base changes.
-- Those who came by admission are the new members of tables 2 and 2B, sorted as on that day. base admitted.
create function members.lines_of_changes(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with line as (
    select array_agg(b.person_id) as people, array_agg(b.item) as items, array_agg(b.on_day) as days,
      array_agg(case when b.item in ('opening', 'closing', 'admitted', 'readmitted', 'movedIn', 'fromOutside', 'reorganisedIn') then b.on_day else b.on_day - 1 end) as sorted_on
    from members.balance_lines(array[organisation], organisation, from_day, until_day, known_at) b
  ), sorted as materialized (select s.* from line l, members.sorted_people(l.people, l.items, l.sorted_on, l.days, known_at, sorting) s)
  select 'changes', s.person_id, jsonb_build_object('item', s.label), s.marks, s.on_day from sorted s
  union all select 'admitted', s.person_id, s.traits, s.marks, s.on_day from sorted s where s.label = 'admitted'
$$;

-- The members of a day: tables 3 and 4. base stand.
create function members.lines_of_stand(organisation uuid, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  select 'stand', t.person_id, t.traits,
    array_remove(array[case when t.women then 'women' end, case when t.minority then 'ethnicMinority' end, case when t.status = 'probationary' then 'probationary' end], null), until_day
  from members.traits_on(organisation, until_day, known_at, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge')) t
$$;

-- The organisations of a day by kind, kind of unit and number of members: table 5. The tree is that of the day as known now. base organisations.
create function members.lines_of_organisations(organisation uuid, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with placed as (
    select c.ancestor_id, count(*)::int as members from members.placement p
    join organisations.closure c on c.descendant_id = p.cell_id and c.valid_during @> until_day
    where p.valid_during @> until_day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and p.cell_id in (select b.descendant_id from organisations.closure b where b.ancestor_id = organisation and b.valid_during @> until_day)
    group by c.ancestor_id
  )
  select 'organisations', v.organisation_id,
    jsonb_build_object('type', v.type, 'area', coalesce(v.area_kind, g.area_kind), 'size', width_bucket(coalesce(n.members, 0), members.bounds(sorting, 'size'))::text),
    array[case when v.type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'grassrootsCommittee' when v.type = 'CB_CO_SO' then 'grassrootsCell' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'section' else 'cell' end],
    until_day
  from organisations.closure b
  join organisations.version v on v.organisation_id = b.descendant_id and v.superseded_at is null and v.valid_during @> until_day
  left join placed n on n.ancestor_id = b.descendant_id
  left join lateral (
    select gv.area_kind from organisations.closure a
    join organisations.version gv on gv.organisation_id = a.ancestor_id and gv.superseded_at is null and gv.valid_during @> until_day and gv.area_kind is not null
    where a.descendant_id = b.descendant_id and a.valid_during @> until_day order by a.depth limit 1) g on true
  where b.ancestor_id = organisation and b.valid_during @> until_day
    and v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN', 'DB_BO_PHAN', 'DB_TT_CO_SO', 'CHI_BO', 'CB_SH_TAM')
$$;

-- Members of committees on a day: table 9. Who holds several posts in one organisation stands with the highest. base committee.
create function members.lines_of_committees(organisation uuid, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with held as (
    select distinct on (h.person_id, h.organisation_id) h.person_id, h.position || ' ' ||
      case when v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'atGrassroots' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'atSection' when v.type in ('CHI_BO', 'CB_SH_TAM') then 'atCell' else 'atSuperior' end as post
    from members.post h
    join jsonb_array_elements_text(sorting -> 'positions') with ordinality r (position, rank) on r.position = h.position
    join organisations.closure c on c.descendant_id = h.organisation_id and c.ancestor_id = organisation and c.valid_during @> until_day
    join organisations.version v on v.organisation_id = h.organisation_id and v.superseded_at is null and v.valid_during @> until_day
    where h.held_during @> until_day and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    order by h.person_id, h.organisation_id, r.rank
  ), listed as (select array_agg(h.person_id) as people, array_agg(h.post) as posts, array_agg(until_day) as days from held h)
  select 'committee', s.person_id, s.traits || jsonb_build_object('position', split_part(s.label, ' ', 1)), array_remove(s.marks, 'probationary') || split_part(s.label, ' ', 2), until_day
  from listed l, members.sorted_people(l.people, l.posts, l.days, l.days, known_at, sorting) s
$$;

-- Whether somebody stood below an organisation on a day; who had left by then, where he was last.
create function members.stood_below(organisation uuid, person uuid, day date, known_at timestamptz) returns boolean language sql stable as $$
  select coalesce((
    select exists (select from organisations.closure c where c.descendant_id = p.cell_id and c.ancestor_id = organisation and c.valid_during @> least(day, upper(p.valid_during) - 1))
    from members.placement p
    where p.person_id = person and lower(p.valid_during) <= day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
    order by p.valid_during desc limit 1), false)
$$;

-- Names struck off, members who left, and exemptions that stand at the end of a period: table 7. base acts.
create function members.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with act as (
    select m.person_id, case m.end_kind when 'strikeOff' then 'struckOff' else 'left' end as act, m.ended_on as day, m.ended_on - 1 as sorted_on from members.membership m
    where m.ended_on between from_day and until_day and m.end_kind in ('strikeOff', 'resignation') and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
    union all
    select s.person_id, 'exempt', until_day, until_day from members.status s
    where s.status = 'exempt' and s.valid_during @> until_day and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
  ), listed as (
    select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.sorted_on) as sorted_on, array_agg(a.day) as days from act a where members.stood_below(organisation, a.person_id, a.sorted_on, known_at)
  )
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.sorted_on, l.days, known_at, sorting) s
$$;

-- Badges given, measures of discipline, suspensions and exemptions that began in a period: table 7. base acts.
create function lifecycle.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with act as (
    select b.person_id, 'badge' || b.years as act, b.award_on as day from lifecycle.badge b
    where b.award_on between from_day and until_day and (b.state = 'awarded' or b.state = 'revoked' and b.ended_at > known_at) and (known_at is null or b.recorded_at <= known_at and coalesce(b.decided_on, b.award_on) <= known_at::date)
    union all
    select d.person_id, 'discipline:' || d.measure, d.effective_on from lifecycle.discipline d
    where d.effective_on between from_day and until_day and (d.state = 'standing' or d.reviewed_on > known_at::date) and (known_at is null or d.recorded_at <= known_at)
    union all
    select s.person_id, 'suspended', s.from_day from lifecycle.suspension s where s.from_day between lines_of_acts.from_day and until_day and (known_at is null or s.recorded_at <= known_at)
    union all
    select e.person_id, 'exempted', e.from_day from lifecycle.exemption e where e.from_day between lines_of_acts.from_day and until_day and (known_at is null or e.recorded_at <= known_at)
    union all
    select e.person_id, 'returned', e.returned_on from lifecycle.exemption e where e.returned_on between lines_of_acts.from_day and until_day and (known_at is null or e.recorded_at <= known_at and e.returned_on <= known_at::date)
  ), listed as (
    select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.day) as days from act a where members.stood_below(organisation, a.person_id, a.day, known_at)
  )
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.days, l.days, known_at, sorting) s
$$;

-- Introductions and receptions of transfers in a period: table 7. base acts. The person of a transfer from outside is known from its reception on.
create function transfers.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with act as (
    select t.person_id, case when t.kind = 'temporary' then 'introducedForATime' else 'introduced' end as act, l.issued_on as day
    from transfers.letter l join transfers.transfer t on t.id = l.transfer_id
    where l.issued_on between from_day and until_day and l.void_on is null and t.person_id is not null and (known_at is null or l.recorded_at <= known_at)
      and exists (select from organisations.closure c where c.descendant_id = t.from_cell_id and c.ancestor_id = organisation and c.valid_during @> l.issued_on)
    union all
    select t.person_id, case when t.kind = 'temporary' then 'receivedForATime' else 'received' end, s.occurred_on
    from transfers.step s join transfers.transfer t on t.id = s.transfer_id
    where s.to_stage in ('accepted', 'hosted') and s.from_stage is distinct from s.to_stage and s.occurred_on between from_day and until_day and t.person_id is not null and (known_at is null or s.recorded_at <= known_at)
      and exists (select from organisations.closure c where c.descendant_id = coalesce(t.to_cell_id, t.receiver_id) and c.ancestor_id = organisation and c.valid_during @> s.occurred_on)
  ), listed as (select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.day) as days from act a)
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.days, l.days, known_at, sorting) s
$$;

-- Cards that decisions gave for the first time, and anew, in a period: table 7. base acts.
create function cards.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb)
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  with act as (
    select c.person_id, case c.kind when 'first' then 'cardsIssued' else 'cardsReissued' end as act, c.decided_on as day from cards.card c
    where c.decided_on between from_day and until_day and c.kind in ('first', 'exchange', 'reissue') and c.state not in ('proposed', 'dropped') and (known_at is null or c.recorded_at <= known_at and c.decided_on <= known_at::date)
  ), listed as (
    select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.day) as days from act a where members.stood_below(organisation, a.person_id, a.day, known_at)
  )
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.days, l.days, known_at, sorting) s
$$;

create schema statistics;
grant usage on schema statistics to dangvu_program;

-- Every line of the tables of an organisation and a period (both days inclusive), as known at a moment (null: now); bases: only of these (null: of all). Bound by nothing:
-- only functions that asked for the rights call it.
create function statistics.lines(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, subject_id uuid, traits jsonb, marks text[], on_day date) language sql stable as $$
  select * from members.lines_of_changes(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{changes,admitted}'
  union all select * from members.lines_of_stand(organisation, until_day, known_at, sorting) where bases is null or bases && '{stand}'
  union all select * from members.lines_of_organisations(organisation, until_day, known_at, sorting) where bases is null or bases && '{organisations}'
  union all select * from members.lines_of_committees(organisation, until_day, known_at, sorting) where bases is null or bases && '{committee}'
  union all select * from lifecycle.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
  union all select * from transfers.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
  union all select * from cards.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
  union all select * from members.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
$$;

-- Numbers of the lines: by what (all: every line), which value of it (null: nothing is known), in which column (total: every line).
create function statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select l.base, t.key, t.value, m.mark, count(*)::int
    from statistics.lines(organisation, from_day, until_day, known_at, sorting, bases) l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark)
    group by 1, 2, 3, 4;
end $$;

-- Who stands behind a number, as far as the actor may see them today; an organisation stands for itself. total: the number itself.
create function statistics.behind(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, of_base text, of_trait text, of_values text[], of_mark text)
returns table (subject_id uuid, value text, on_day date, keeper_id uuid, sort_key text, total int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    with behind as materialized (
      select l.subject_id, l.base, l.traits ->> of_trait as value, l.on_day from statistics.lines(organisation, from_day, until_day, known_at, sorting, array[of_base]) l
      where l.base = of_base and (of_trait = 'all' or coalesce(l.traits ->> of_trait, '') = any (of_values)) and (of_mark = 'total' or of_mark = any (l.marks)))
    select l.subject_id, l.value, l.on_day, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, l.subject_id::text), (select count(*)::int from behind)
    from behind l
    left join members.person x on x.id = l.subject_id and l.base <> 'organisations'
    left join organisations.organisation o on o.id = l.subject_id and l.base = 'organisations'
    where o.id is not null or x.keeper_id = any (reach);
end $$;

revoke all on function members.bounds(jsonb, text), members.sorted_people(uuid[], text[], date[], date[], timestamptz, jsonb), members.lines_of_changes(uuid, date, date, timestamptz, jsonb),
  members.lines_of_stand(uuid, date, timestamptz, jsonb), members.lines_of_organisations(uuid, date, timestamptz, jsonb), members.lines_of_committees(uuid, date, timestamptz, jsonb),
  members.stood_below(uuid, uuid, date, timestamptz), members.lines_of_acts(uuid, date, date, timestamptz, jsonb), lifecycle.lines_of_acts(uuid, date, date, timestamptz, jsonb), transfers.lines_of_acts(uuid, date, date, timestamptz, jsonb), cards.lines_of_acts(uuid, date, date, timestamptz, jsonb),
  statistics.lines(uuid, date, date, timestamptz, jsonb, text[]), statistics.counts(uuid, date, date, timestamptz, jsonb, text[]),
  statistics.behind(uuid, date, date, timestamptz, jsonb, text, text, text[], text) from public;
grant execute on function statistics.counts(uuid, date, date, timestamptz, jsonb, text[]), statistics.behind(uuid, date, date, timestamptz, jsonb, text, text, text[], text) to dangvu_program;
