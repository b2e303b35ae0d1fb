-- The end of the trail's chain is kept apart: without it, the last rows could be taken away and the rest would still be whole.
create table audit.head (
  one    boolean primary key default true constraint head_is_one check (one),
  number bigint not null,
  hash   bytea not null
);
comment on table audit.head is 'Number and hash of the last row of the trail; only audit.append moves it.';
insert into audit.head (number, hash)
  select coalesce(max(e.number), 0), coalesce((select l.hash from audit.entry l order by l.number desc limit 1), '\x00'::bytea) from audit.entry e;

-- Appends one row to the chain. Writers queue on one lock until they commit, so the chain has no forks. It goes on from the head, not from the
-- last row that is there: a row that was taken away leaves a gap that later rows cannot close.
create or replace function audit.append(entry jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, audit, platform as $$
declare
  e audit.entry;
begin
  perform pg_advisory_xact_lock(hashtext('audit.entry'));
  select h.number + 1, h.hash into e.number, e.previous_hash from audit.head h;
  e.recorded_at := platform.moment();
  e.actor_id := nullif(entry->>'actorId', '')::uuid;
  e.holding_id := nullif(entry->>'holdingId', '')::uuid;
  e.actor_name := entry->>'actorName';
  e.actor_role := entry->>'actorRole';
  e.event := entry->>'event';
  e.subject_type := entry->>'subjectType';
  e.subject_id := entry->>'subjectId';
  e.organisation_id := nullif(entry->>'organisationId', '')::uuid;
  e.person_id := nullif(entry->>'personId', '')::uuid;
  e.facts := coalesce(entry->'facts', '{}');
  e.citations := coalesce(entry->'citations', '[]');
  e.hash := sha256(convert_to(audit.sealed_text(e), 'UTF8'));
  insert into audit.entry select e.*;
  update audit.head set number = e.number, hash = e.hash;
  return e.number;
end $$;

-- First row whose content, place or predecessor was changed; the number after the last row when rows are missing at the end; the last row when
-- it is not the one that the head vouches for; nothing when the chain is whole.
create or replace function audit.first_broken() returns bigint
language sql stable security definer set search_path = pg_catalog, audit as $$
  with last as (select coalesce(max(e.number), 0) as number from audit.entry e)
  select min(found.number) from (
    select number from (
      select e.number, e.hash, e.previous_hash, sha256(convert_to(audit.sealed_text(e), 'UTF8')) as again,
        lag(e.hash, 1, '\x00'::bytea) over (order by e.number) as before,
        row_number() over (order by e.number) as place
      from audit.entry e) t
    where hash <> again or previous_hash <> before or number <> place
    union all select last.number + 1 from last where not exists (select from audit.head h where h.number <= last.number)
    union all select last.number from last, audit.head h
      where h.number <= last.number and not exists (select from audit.entry e where e.number = last.number and e.number = h.number and e.hash = h.hash) and last.number > 0
  ) found
$$;
