-- The trail of what was done: append-only, each row chained to the one before it by hash.
create schema audit;

create table audit.entry (
  number          bigint primary key,
  recorded_at     timestamptz not null,
  actor_id        uuid,
  holding_id      uuid,
  actor_name      text not null,
  actor_role      text not null,
  event           text not null,
  subject_type    text not null,
  subject_id      text,
  organisation_id uuid,
  person_id       uuid,
  facts           jsonb not null,
  citations       jsonb not null,
  previous_hash   bytea not null,
  hash            bytea not null
);
comment on table audit.entry is 'Who did what, when, to what, under which clause. The program may only append (audit.append) and read.';
create index entry_person on audit.entry (person_id, number) where person_id is not null;
create index entry_subject on audit.entry (subject_type, subject_id, number);
create index entry_organisation on audit.entry (organisation_id, number);

-- What one row vouches for. Field lengths are part of the text, so that no two rows can share it.
create function audit.sealed_text(e audit.entry) returns text language sql stable as $$
  select jsonb_build_array(e.number, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_id, e.holding_id, e.actor_name,
    e.actor_role, e.event, e.subject_type, e.subject_id, e.organisation_id, e.person_id, e.facts, e.citations,
    encode(e.previous_hash, 'hex'))::text
$$;

-- Appends one row to the chain. Writers queue on one lock until they commit, so the chain has no forks.
create function audit.append(entry jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, audit, platform as $$
declare
  e audit.entry;
begin
  perform pg_advisory_xact_lock(hashtext('audit.entry'));
  select number, hash into e.number, e.previous_hash from audit.entry order by number desc limit 1;
  e.number := coalesce(e.number, 0) + 1;
  e.previous_hash := coalesce(e.previous_hash, '\x00'::bytea);
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
  return e.number;
end $$;

-- First row whose content, place or predecessor was changed; no row when the chain is whole.
create function audit.first_broken() returns bigint
language sql stable security definer set search_path = pg_catalog, audit as $$
  select number from (
    select e.number, e.hash, e.previous_hash, sha256(convert_to(audit.sealed_text(e), 'UTF8')) as again,
      lag(e.hash, 1, '\x00'::bytea) over (order by e.number) as before,
      row_number() over (order by e.number) as place
    from audit.entry e) t
  where hash <> again or previous_hash <> before or number <> place
  order by number limit 1
$$;

revoke all on function audit.append(jsonb), audit.first_broken() from public;
grant usage on schema audit to dangvu_program;
grant select on audit.entry to dangvu_program;
grant execute on function audit.append(jsonb), audit.first_broken(), audit.sealed_text(audit.entry) to dangvu_program;
alter table audit.entry enable row level security;
