-- Whoever opened why a membership ended is among those who looked.

create or replace function member_sheet.openings_beside_sheet(person uuid)
 returns table(recorded_at timestamp with time zone, actor_name text, actor_role text, event text, facts jsonb)
 language sql
 stable security definer
 set search_path to 'pg_catalog'
as $function$
  select e.recorded_at, e.actor_name, e.actor_role, e.event, e.facts - 'people' from audit.entry e
  where (e.person_id = person and e.event in ('admission.verificationsOpened', 'admission.circumstancesOpened', 'lifecycle.measuresOpened', 'lifecycle.endingsOpened')
      or e.event = 'exports.inputFileTaken' and audit.opened_people(e.facts) @> array[person::text])
    and (person = members.own_person_id() or exists (select from members.person p where p.id = person and p.keeper_id = any (array(select access.people_reach()))))
  order by e.number desc limit 500
$function$;
