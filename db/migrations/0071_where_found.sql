-- How a person who is followed was found, beside the words, so that it can be counted; and further mass organisations that the person belongs to.
alter table sources_and_targets.prospect add column found_by text constraint prospect_found_by check (found_by in ('movement', 'model', 'village', 'union', 'work'));
comment on column sources_and_targets.prospect.found_by is 'Through what the person was noticed: a movement, an economic model, the self-governing village, a mass organisation, work or study. Null: not said.';
alter table sources_and_targets.prospect add column also_in text[] not null default '{}';
comment on column sources_and_targets.prospect.also_in is 'Further mass organisations of the person beside union_code: each counts the person, all together count it once.';

-- The people followed in each cell on a day as known at a moment, by stage as far as it is known here, and by what they were found through.
-- open_files: people with an open file of admission, handed in by the caller, whose room knows files.
create function sources_and_targets.followed_by_cell(organisation uuid, day date, certificate_months int, open_files uuid[], known_at timestamptz)
returns table (cell_id uuid, stage text, found_by text, unions text[], people int)
language sql stable security definer set search_path = pg_catalog as $$
  select p.cell_id,
    case when p.person_id = any (open_files) then 'caseOpen' when p.applied_on <= day then 'applied'
      when exists (select from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day
        and (known_at is null or c.recorded_at <= known_at)) then 'classDone' else 'inSource' end,
    p.found_by, case when p.union_code is null then p.also_in else p.union_code || p.also_in end, count(*)::int
  from sources_and_targets.prospect p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day) and (known_at is null or p.recorded_at <= known_at)
    and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by 1, 2, 3, 4
$$;
revoke all on function sources_and_targets.followed_by_cell(uuid, date, int, uuid[], timestamptz) from public;
grant execute on function sources_and_targets.followed_by_cell(uuid, date, int, uuid[], timestamptz) to dangvu_program;
