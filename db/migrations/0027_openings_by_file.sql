-- A file with numbers opens those of everybody in it; each of them finds it among those who looked.
create function audit.opened_people(facts jsonb) returns text[]
language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(array(select jsonb_array_elements_text(case when jsonb_typeof(facts -> 'people') = 'array' then facts -> 'people' else '[]'::jsonb end)), '{}')
$$;
grant execute on function audit.opened_people(jsonb) to dangvu_program;

create index entry_opened_people on audit.entry using gin (audit.opened_people(facts)) where event = 'exports.inputFileTaken';

-- Who took the covered parts of a person out with a file, and who opened what places answered about the person, newest first; for the person and for those
-- in whose part the person is.
create function member_sheet.openings_beside_sheet(person uuid)
returns table (recorded_at timestamptz, actor_name text, actor_role text, event text, facts jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select e.recorded_at, e.actor_name, e.actor_role, e.event, e.facts - 'people' from audit.entry e
  where (e.person_id = person and e.event = 'admission.verificationsOpened'
      or e.event = 'exports.inputFileTaken' and audit.opened_people(e.facts) @> array[person::text])
    and (person = members.own_person_id() or exists (select from members.person p where p.id = person and p.keeper_id = any (array(select access.people_reach()))))
  order by e.number desc limit 500
$$;
revoke all on function member_sheet.openings_beside_sheet(uuid) from public;
grant execute on function member_sheet.openings_beside_sheet(uuid) to dangvu_program;
