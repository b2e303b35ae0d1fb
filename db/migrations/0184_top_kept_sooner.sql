-- The top is asked more than anything, by everybody at a meeting: its sums are kept from a district's size on. The others below are not many people then.
create or replace function statistics.large(fewest int) returns table (organisation_id uuid, members int) language sql stable set search_path = pg_catalog as $$
  select c.ancestor_id, sum(p.members)::int from (select p.cell_id, count(*) as members from members.placement p where p.superseded_at is null and upper_inf(p.valid_during) group by 1) p
  join organisations.closure c on c.descendant_id = p.cell_id and upper_inf(c.valid_during) group by 1
  having sum(p.members) > case when exists (select from organisations.closure a where a.descendant_id = c.ancestor_id and a.depth > 0 and upper_inf(a.valid_during)) then fewest else least(fewest, 2000) end
  order by 2 desc, 1
$$;
