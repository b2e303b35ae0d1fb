-- How many stand on the list of an organisation on a day as known now: the same people as in register_on, without their names and order.
create function reconciling.count_on(organisation uuid, day date) returns int
language sql stable security definer set search_path = pg_catalog, reconciling, members, organisations, access as $$
  select count(*)::int from organisations.closure c
  join members.placement pl on pl.cell_id = c.descendant_id and pl.superseded_at is null and pl.valid_during @> day
  join members.person x on x.id = pl.person_id and x.withdrawn_at is null
  join members.status s on s.person_id = pl.person_id and s.superseded_at is null and s.valid_during @> day
  join organisations.version v on v.organisation_id = pl.cell_id and v.superseded_at is null and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$$;
revoke all on function reconciling.count_on(uuid, date) from public;
grant execute on function reconciling.count_on(uuid, date) to dangvu_program;
