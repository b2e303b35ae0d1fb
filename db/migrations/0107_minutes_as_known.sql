-- Minutes of a reconciliation as of a day: the names as they were known then, and what had changed by then.

create function reconciling.register_known(organisation uuid, day date, known_at timestamptz)
returns table(person_id uuid, cell_id uuid, cell_code text, cell_name text, full_name text, sort_key text, born_on text, sex text, ethnicity text, status text, card_number text, admitted_on text, confirmed_on text, ordinal integer)
language sql stable security definer set search_path = pg_catalog, reconciling, members, organisations, access as $$
  select x.id, r.cell_id, v.code, v.name, k.full_name, k.sort_key, k.born_on, k.sex, k.ethnicity, r.status, m.card_number, m.admitted_on, m.confirmed_on,
    (row_number() over (order by v.code, v.name, k.sort_key collate "C", k.born_on, x.id))::int
  from organisations.closure c
  join members.membership_as_of(day, known_at) r on r.cell_id = c.descendant_id
  join members.person x on x.id = r.person_id and (x.withdrawn_at is null or x.withdrawn_at > known_at)
  cross join lateral jsonb_populate_record(x, case when x.recorded_at > known_at then members.person_as_known(x.id, known_at) end) k
  join organisations.version v on v.organisation_id = r.cell_id and v.valid_during @> day and v.recorded_at <= known_at and (v.superseded_at is null or v.superseded_at > known_at)
  left join lateral (select * from members.membership m where m.person_id = x.id and m.recorded_at <= known_at and (m.superseded_at is null or m.superseded_at > known_at) order by m.ordinal desc limit 1) m on true
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$$;
revoke all on function reconciling.register_known(uuid, date, timestamptz) from public;
grant execute on function reconciling.register_known(uuid, date, timestamptz) to dangvu_program;
comment on function reconciling.register_known(uuid, date, timestamptz) is 'The register''s list of an organisation and a day as known at a moment, inclusive: the names behind reconciling.count_known.';

drop function reconciling.acts_since(uuid[], timestamptz);
create function reconciling.acts_since(people uuid[], moment timestamptz, until timestamptz default null)
returns table(person_id uuid, kind text, subject_id uuid, recorded_at timestamptz, happened_on date, basis text)
language sql stable security definer set search_path = pg_catalog, reconciling, members, transfers, admission, access as $$
  select distinct on (a.person_id, a.kind) a.person_id, a.kind, a.subject_id, a.recorded_at, a.happened_on, a.basis from (
    select t.person_id, 'transfer', t.id, s.recorded_at, s.occurred_on, t.to_name, null::timestamptz from transfers.transfer t join transfers.step s on s.transfer_id = t.id and s.act in ('accept','confirmOutside','recordRemoval','recordReturn')
      where t.person_id = any (people)
    union all select m.person_id, 'departure', m.person_id, m.recorded_at, m.ended_on, m.end_kind, m.superseded_at from members.membership m where m.person_id = any (people) and m.ended_on is not null
    union all select f.person_id, 'admission', f.id, x.recorded_at, x.occurred_on, null, null from admission.case_file f join admission.act x on x.case_id = f.id where f.person_id = any (people) and f.kind <> 'confirmation' and f.ceremony_on is not null
    union all select p.person_id, 'placement', p.person_id, p.recorded_at, lower(p.valid_during), p.basis, p.superseded_at from members.placement p where p.person_id = any (people)
    union all select x.joined_into, 'joining', x.joined_into, x.withdrawn_at, null, x.full_name, null from members.person x where x.joined_into = any (people)
    union all select x.id, 'joining', x.joined_into, x.withdrawn_at, null, x.full_name, null from members.person x where x.id = any (people) and x.joined_into is not null
    union all select v.person_id, 'correction', v.person_id, v.superseded_at, null, null, null from members.person_version v where v.person_id = any (people)
    union all select s.person_id, 'status', s.person_id, s.recorded_at, lower(s.valid_during), s.basis, s.superseded_at from members.status s where s.person_id = any (people)
    union all select m.person_id, 'membership', m.person_id, m.recorded_at, null, null, m.superseded_at from members.membership m where m.person_id = any (people)
  ) a (person_id, kind, subject_id, recorded_at, happened_on, basis, superseded_at)
  where a.recorded_at >= moment and (until is null or a.recorded_at <= until) and (a.superseded_at is null or a.superseded_at > until)
    and (exists (select from reconciling.entry e where e.person_id = a.person_id and (e.organisation_id = any (array(select access.people_reach())) or e.place_id = any (array(select access.people_reach()))))
      or exists (select from members.person x where x.id = a.person_id and x.keeper_id = any (array(select access.people_reach()))))
  order by a.person_id, a.kind, a.recorded_at desc
$$;
revoke all on function reconciling.acts_since(uuid[], timestamptz, timestamptz) from public;
grant execute on function reconciling.acts_since(uuid[], timestamptz, timestamptz) to dangvu_program;
comment on function reconciling.acts_since(uuid[], timestamptz, timestamptz) is 'What was recorded about people from a moment to another, both inclusive (no second: until now), the latest of each kind.';
