-- Whether somebody touched belongs below an organisation is looked up for each of the touched. Said as "exists or exists", a planner may list everybody below first: at the top
-- that took twelve seconds with 200,000 members (PostgreSQL 15).
create or replace function statistics.touched_below(organisation uuid) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    cross join lateral (
      select from (
        select s.cell_id as place from statistics.spell s where s.person_id = t.person_id
        union all select p.cell_id from members.placement p where p.person_id = t.person_id and p.superseded_at is null) x
      where exists (select from organisations.closure c where c.ancestor_id = organisation and c.descendant_id = x.place)
      limit 1) found)
$$;

create or replace function statistics.touched_seats(organisation uuid) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    cross join lateral (
      select from (
        select s.organisation_id as place from statistics.seat s where s.person_id = t.person_id
        union all select p.organisation_id from members.post p where p.person_id = t.person_id and p.superseded_at is null) x
      where exists (select from organisations.closure c where c.ancestor_id = organisation and c.descendant_id = x.place)
      limit 1) found)
$$;

create or replace function statistics.touched_acts(organisation uuid) returns uuid[] language sql stable set search_path = pg_catalog as $$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    cross join lateral (
      select from (
        select a.cell_id as place from statistics.act a where a.person_id = t.person_id
        union all select p.cell_id from members.placement p where p.person_id = t.person_id and p.superseded_at is null
        union all select e.place from transfers.transfer f cross join lateral (values (f.from_cell_id), (f.to_cell_id), (f.receiver_id)) e (place) where f.person_id = t.person_id) x
      where exists (select from organisations.closure c where c.ancestor_id = organisation and c.descendant_id = x.place)
      limit 1) found)
$$;
