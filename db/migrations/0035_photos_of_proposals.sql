-- Photographs of the paper by which a correction is proposed, taken with the telephone of who proposes it.
create table member_sheet.photo (
  id           uuid primary key,
  proposal_id  uuid not null references member_sheet.proposal,
  content_hash text not null,
  media_type   text not null,
  byte_size    int not null,
  file_name    text not null,
  kept_by      uuid references access.account,
  recorded_at  timestamptz not null default platform.moment(),
  constraint photo_once unique (proposal_id, content_hash)
);
comment on table member_sheet.photo is 'A photograph of the paper of a proposed correction, kept by the hash of its bytes.';

-- Who sees a proposal sees that there are photographs; who may open them is the business of the program.
alter table member_sheet.photo enable row level security;
create policy photo_read on member_sheet.photo for select using (exists (select from member_sheet.proposal p where p.id = proposal_id));
create policy photo_write on member_sheet.photo for insert with check (exists (select from member_sheet.proposal p where p.id = proposal_id));
grant select, insert on member_sheet.photo to dangvu_program;

-- Who looked at the covered parts of a person's sheet, at the dossier on paper and at scans, newest first; for the person and for those in
-- whose part the person is.
create or replace function member_sheet.openings_of(person uuid)
returns table (recorded_at timestamptz, actor_name text, actor_role text, event text, facts jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select e.recorded_at, e.actor_name, e.actor_role, e.event, e.facts from audit.entry e
  where e.person_id = person and e.event in ('memberSheet.opened', 'memberSheet.proposalOpened', 'memberSheet.photoSeen', 'members.revealed', 'dossiers.read', 'dossiers.scanRead', 'admission.scanRead')
    and (person = members.own_person_id() or exists (select from members.person p where p.id = person and p.keeper_id = any (array(select access.people_reach()))))
  order by e.number desc limit 500
$$;
