-- When the taking of a marked workbook was written down; unknown for what was taken before.
alter table reconciling.return add column taken_recorded_at timestamptz;
comment on column reconciling.return.taken_recorded_at is 'When the taking was written down; null: not taken, or before this was kept.';

-- How many the register counted for an organisation and a day, as known at a moment (inclusive). Beside reconciling.count_on, whose question of now stays on the rows that stand.
create function reconciling.count_known(organisation uuid, day date, known_at timestamptz) returns integer language sql stable security definer set search_path = pg_catalog, reconciling, members, organisations, access as $$
  select count(*)::int from organisations.closure c
  join members.membership_as_of(day, known_at) m on m.cell_id = c.descendant_id
  join members.person x on x.id = m.person_id and (x.withdrawn_at is null or x.withdrawn_at > known_at)
  join organisations.version v on v.organisation_id = m.cell_id and v.valid_during @> day and v.recorded_at <= known_at and (v.superseded_at is null or v.superseded_at > known_at)
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$$;
revoke all on function reconciling.count_known(uuid, date, timestamptz) from public;
grant execute on function reconciling.count_known(uuid, date, timestamptz) to dangvu_program;
