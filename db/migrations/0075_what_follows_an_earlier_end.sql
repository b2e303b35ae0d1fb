-- Who ends into an organisation that, by an act recorded later, had ended before stands with what followed that one.
create or replace function organisations.rebuild_closure()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'organisations'
AS $function$
begin
  -- Two acts at the same time would each add their own copy.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  delete from organisations.closure;
  insert into organisations.closure (ancestor_id, descendant_id, depth, valid_during)
  with recursive line as (
    select organisation_id as ancestor_id, organisation_id as descendant_id, 0 as depth, valid_during
    from organisations.placement where superseded_at is null
    union all
    select p.parent_id, l.descendant_id, l.depth + 1, l.valid_during * p.valid_during
    from line l join organisations.placement p
      on p.organisation_id = l.ancestor_id and p.superseded_at is null and p.parent_id is not null and p.valid_during && l.valid_during
  )
  select ancestor_id, descendant_id, depth, valid_during from line;
  delete from organisations.afterlife;
  insert into organisations.afterlife (organisation_id, stands_with, valid_during)
  with recursive life as (
    select organisation_id, successor_id, since from organisations.succession where superseded_at is null
    union
    select l.organisation_id, s.successor_id, greatest(l.since, s.since)
    from life l join organisations.succession s on s.organisation_id = l.successor_id and s.superseded_at is null and s.successor_id <> l.organisation_id
  )
  select organisation_id, successor_id, daterange(since, null) from life;
end $function$;
select organisations.rebuild_closure();
