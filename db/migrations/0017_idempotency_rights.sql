-- Two rights that the tables themselves guard from here on: whose answers the program may give again, and who may be named as introducer.

-- A key that was sent twice gives the earlier answer again, and an answer may hold what only its asker may see. The terminal has no
-- account; its keys stand under the empty one.
alter table platform.idempotency enable row level security;
create policy idempotency_own on platform.idempotency using (
  actor_id = (select access.account_id())
  or ((select access.is_keeper()) and actor_id = '00000000-0000-0000-0000-000000000000'));

-- Who introduces a candidate worked, studied or lived beside him in one grassroots organisation, not always in one cell. So somebody who
-- prepares a file may name a member of any cell of the grassroots organisation of the file's cell, although he sees only his own cell.
-- Of the people asked for, those are answered who stood in such a cell on one of the days; nothing else is told of them here.
create function admission.may_introduce(cell uuid, people uuid[], days date[])
returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  with unit as (
    select distinct on (d.day) d.day, l.ancestor_id as id
    from unnest(days) as d(day)
    join organisations.closure l on l.descendant_id = cell and l.valid_during @> d.day
    join organisations.version v on v.organisation_id = l.ancestor_id and v.superseded_at is null and v.valid_during @> d.day
    where v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') and cell = any (array(select access.people_reach()))
    order by d.day, l.depth
  )
  select distinct p.id
  from unit u
  join organisations.closure below on below.ancestor_id = u.id and below.valid_during @> u.day
  join members.placement s on s.cell_id = below.descendant_id and s.superseded_at is null and s.valid_during @> u.day
  join members.person p on p.id = s.person_id and p.withdrawn_at is null
  where s.person_id = any (people)
$$;
comment on function admission.may_introduce is 'Of some people, those who stood on one of the days in a cell of the grassroots organisation to which the cell belonged. Empty for a cell outside the actor''s part.';
revoke all on function admission.may_introduce(uuid, uuid[], date[]) from public;
grant execute on function admission.may_introduce(uuid, uuid[], date[]) to dangvu_program;
