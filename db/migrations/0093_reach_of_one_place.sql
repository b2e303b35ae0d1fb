-- Whether one organisation is within reach, without naming all that are: below the whole country those are hundreds of thousands.

create function access.reaches_people(organisation uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, access, organisations as $$
begin
  if access.is_keeper() then return exists (select from organisations.organisation o where o.id = organisation); end if;
  return exists (select from access.role_holding h join organisations.closure c on c.ancestor_id = h.organisation_id and c.descendant_id = organisation and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today() and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector'))
    or exists (select from organisations.afterlife a where a.organisation_id = organisation) and organisation in (select access.people_reach());
end $$;
grant execute on function access.reaches_people(uuid) to dangvu_program;
comment on function access.reaches_people(uuid) is 'Whether access.people_reach names the organisation.';

create or replace function statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamptz, sorting jsonb, bases text[])
returns table (base text, trait text, value text, mark text, people int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  kept boolean;
  anew text[] := bases;
begin
  if not access.reaches_people(organisation) then return; end if;
  kept := known_at is null and from_day <= until_day and (bases is null or bases && '{stand,changes,admitted}') and statistics.is_kept(organisation, sorting);
  if kept then
    return query select * from statistics.kept_counts(organisation, from_day, until_day, sorting, bases);
    anew := array(select b from unnest(coalesce(bases, '{organisations,committee,acts}')) b where b not in ('stand', 'changes', 'admitted'));
  end if;
  if anew is null or anew <> '{}' then return query select * from statistics.counts_anew(organisation, from_day, until_day, known_at, sorting, anew); end if;
end $$;
