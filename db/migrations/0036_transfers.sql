-- A member's belonging changes: from the request over the letter to the reception, and the temporary stay that lies over a membership.
create schema transfers;

create table transfers.address (
  id          uuid primary key,
  name        text not null,
  superior    text not null default '',
  postal      text,
  abroad      boolean not null default false,
  recorded_by uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint address_once unique (name, superior)
);
comment on table transfers.address is 'Organisations outside the tree to which members are introduced, or from which they come. superior: the one above it, empty when unknown.';

create table transfers.joint_decision (
  id              uuid primary key,
  number          text not null,
  decided_on      date not null,
  effective_on    date not null,
  organisation_id uuid not null references organisations.organisation,
  to_cell_id      uuid not null references organisations.organisation,
  reason          text not null,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment()
);
comment on table transfers.joint_decision is 'One decision that moves many members to a cell. effective_on: the first day there. organisation_id: whose committee decided.';

create table transfers.transfer (
  id                uuid primary key,
  kind              text not null constraint transfer_kind check (kind in ('official','temporary','internal','abroad','fromAbroad','joint')),
  direction         text not null constraint transfer_direction check (direction in ('within','out','in')),
  stage             text not null constraint transfer_stage check (stage in
    ('requested','atGrassroots','atSuperior','letterIssued','handedOver','presented','letterVoid','removalProposed','hosted','accepted','completed','cancelled','struckOff')),
  stage_since       date not null,
  person_id         uuid references members.person,
  person_name       text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  probationary      boolean not null default false,
  from_cell_id      uuid references organisations.organisation,
  from_name         text not null,
  receiver_id       uuid references organisations.organisation,
  to_cell_id        uuid references organisations.organisation,
  address_id        uuid references transfers.address,
  to_name           text not null,
  reach             text not null constraint transfer_reach_known check (reach in ('withinGrassroots','withinSuperior','beyond')),
  cause             text not null constraint transfer_cause check (cause in ('work','retirement','residence','study','demobilised','abroad','restructuring','other')),
  cause_on          date not null,
  reason            text,
  consent           text,
  requested_on      date not null,
  letter_on         date,
  ends_on           date,
  accepted_on       date,
  arrival           jsonb,
  joint_decision_id uuid references transfers.joint_decision,
  version           int not null default 1,
  recorded_by       uuid references access.account,
  recorded_at       timestamptz not null default platform.moment(),
  constraint transfer_sides check (case direction when 'within' then from_cell_id is not null and receiver_id is not null and address_id is null
    when 'out' then from_cell_id is not null and receiver_id is null and address_id is not null else from_cell_id is null and receiver_id is not null and address_id is not null end),
  constraint transfer_person check (person_id is not null or direction = 'in' and arrival is not null),
  constraint transfer_ends check ((ends_on is not null) = (kind = 'temporary'))
);
comment on table transfers.transfer is 'A transfer as a case. person_name, born_on, from_name, to_name: as the letter writes them, for the receiving side does not see the person before the reception. receiver_id: the grassroots organisation addressed; to_cell_id: its cell that receives. letter_on: the letter in force. ends_on: last day of a temporary stay. reach: how far it goes, as the tree stood at the request. arrival: what the letter from outside says of a person not known here.';
create unique index transfer_one_open on transfers.transfer (person_id) where stage not in ('accepted','completed','cancelled','struckOff');
create index transfer_from on transfers.transfer (from_cell_id);
create index transfer_receiver on transfers.transfer (receiver_id);
create index transfer_to_cell on transfers.transfer (to_cell_id);
create index transfer_person_all on transfers.transfer (person_id);

create table transfers.letter (
  id            uuid primary key,
  transfer_id   uuid not null references transfers.transfer,
  ordinal       int not null,
  number        text not null,
  issued_on     date not null,
  issuer_id     uuid references organisations.organisation,
  issuer_name   text not null,
  document_type text not null,
  present_by    date not null,
  attachments   text[] not null default '{}',
  dues_paid_until text,
  handed_on     date,
  void_on       date,
  void_reason   text constraint letter_void_reason check (void_reason in ('lost','expired','sentBack','changed')),
  recorded_by   uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  constraint letter_order unique (transfer_id, ordinal),
  constraint letter_present_after check (present_by >= issued_on and handed_on >= issued_on),
  constraint letter_void check ((void_on is null) = (void_reason is null))
);
comment on table transfers.letter is 'A letter of introduction; a lost or void one stays and the next one follows. present_by: last day to present it. issuer_id null: an organisation outside.';
create unique index letter_number_once on transfers.letter (issuer_id, number, (extract(year from issued_on))) where issuer_id is not null;

create table transfers.step (
  id          uuid primary key,
  transfer_id uuid not null references transfers.transfer,
  ordinal     int not null,
  act         text not null,
  occurred_on date not null,
  from_stage  text,
  to_stage    text not null,
  facts       jsonb not null default '{}',
  rules       jsonb not null default '[]',
  acted_by    uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint step_order unique (transfer_id, ordinal)
);
comment on table transfers.step is 'What was done to a transfer, with the rules that judged it.';

-- Organisations of the tree to which a member can be introduced, by words of their names. Their names are known beyond one's own part,
-- because a letter must be addressed; nothing else of them is told.
create function transfers.receivers(words text, day date)
returns table (id uuid, name text, short_name text, superior_id uuid, superior text)
language sql stable security definer set search_path = pg_catalog, transfers, organisations, access, platform as $$
  select v.organisation_id, v.name, v.short_name, p.parent_id, organisations.name_on(p.parent_id, day)
  from organisations.version v
  join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> day
  where v.superseded_at is null and v.valid_during @> day and v.type in ('DB_CO_SO','CB_CO_SO','TCCSD_LLVT','TCCSD_DN')
    and length(words) >= 2 and platform.fold(v.name) like '%' || platform.fold(words) || '%' and exists (select from access.people_reach())
  order by v.name limit 20
$$;
create function transfers.receiver(organisation uuid, day date)
returns table (id uuid, name text, short_name text, superior_id uuid, superior text)
language sql stable security definer set search_path = pg_catalog, transfers, organisations, access as $$
  select v.organisation_id, v.name, v.short_name, p.parent_id, organisations.name_on(p.parent_id, day)
  from organisations.version v
  join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> day
  where v.organisation_id = organisation and v.superseded_at is null and v.valid_during @> day and v.type in ('DB_CO_SO','CB_CO_SO','TCCSD_LLVT','TCCSD_DN')
    and exists (select from access.people_reach())
$$;

-- A person goes to another cell: rights follow. Only functions of rooms above call it; the program may not.
create function members.hand_to(who uuid, cell uuid) returns void
language sql security definer set search_path = pg_catalog, members as $$
  update members.person set keeper_id = cell where id = who and withdrawn_at is null
$$;
-- A member is active in another cell of ours from a day to a day (exclusive), and stays a member of the own one.
create function members.host(who uuid, cell uuid, begins date, ends date, place text, basis text) returns void
language sql security definer set search_path = pg_catalog, members as $$
  insert into members.overlay (id, person_id, kind, cell_id, valid_during, since, place, basis)
  select gen_random_uuid(), who, k, cell, daterange(begins, ends), begins::text, place, basis from unnest(array['temporaryElsewhere','temporaryHere']) k
$$;
-- Open files of a member go to the cell to which the member went.
create function admission.pass_files(who uuid, from_cell uuid, to_cell uuid) returns void
language sql security definer set search_path = pg_catalog, admission as $$
  update admission.case_file set cell_id = to_cell, version = version + 1 where person_id = who and cell_id = from_cell and closed_on is null
$$;
-- Hands one dossier over with its member. Whoever receives or sends the member may, though the keepers of both sides lie beyond.
create function dossiers.hand_over_one(handover uuid, wanted uuid, to_keeper uuid, receiver text, day date, giver text, taker text, ground text, n_papers int, n_pages int, lacking text[], writer uuid) returns void
language plpgsql security definer set search_path = pg_catalog, dossiers, members, access as $$
declare d dossiers.dossier;
begin
  select * into d from dossiers.dossier x where x.id = wanted for update;
  if not exists (select from members.person p where p.id = d.person_id and p.keeper_id in (select access.people_reach())) then raise exception 'dossier % lies beyond', wanted; end if;
  insert into dossiers.handover (id, from_keeper_id, to_keeper_id, to_name, handed_on, handed_by, received_by, basis, dossiers, recorded_by)
    values (handover, d.keeper_id, to_keeper, receiver, day, giver, taker, ground, 1, writer);
  insert into dossiers.handover_line (handover_id, dossier_id, person_id, ordinal, papers, pages, missing) values (handover, d.id, d.person_id, 1, n_papers, n_pages, lacking);
  if to_keeper is not null then
    update dossiers.dossier set keeper_id = to_keeper, room = null, cabinet = null, box = null, folder = null, version = version + 1 where id = d.id;
  end if;
end $$;
-- Receives a member whose letter was presented: the one moment at which the receiving side, which does not see the person yet, reaches across.
create function transfers.take_in(wanted uuid, cell uuid, begins date) returns void
language plpgsql security definer set search_path = pg_catalog, transfers, members, admission, access, organisations as $$
declare t transfers.transfer;
begin
  select * into t from transfers.transfer x where x.id = wanted for update;
  if t.stage is distinct from 'presented' or t.person_id is null then raise exception 'transfer % is not presented', wanted; end if;
  if cell not in (select access.people_reach())
    or not exists (select from organisations.closure c where c.ancestor_id = t.receiver_id and c.descendant_id = cell and c.valid_during @> begins) then
    raise exception 'cell % does not receive transfer %', cell, wanted;
  end if;
  if t.direction = 'in' then
    perform members.hand_to(t.person_id, cell);
  elsif t.kind = 'temporary' then
    perform members.host(t.person_id, cell, begins, t.ends_on + 1, organisations.name_on(cell, begins), t.to_name);
  else
    perform members.hand_to(t.person_id, cell), admission.pass_files(t.person_id, t.from_cell_id, cell);
  end if;
end $$;
revoke all on function members.hand_to(uuid, uuid), members.host(uuid, uuid, date, date, text, text), admission.pass_files(uuid, uuid, uuid),
  dossiers.hand_over_one(uuid, uuid, uuid, text, date, text, text, text, int, int, text[], uuid),
  transfers.take_in(uuid, uuid, date), transfers.receivers(text, date), transfers.receiver(uuid, date) from public;
grant execute on function dossiers.hand_over_one(uuid, uuid, uuid, text, date, text, text, text, int, int, text[], uuid) to dangvu_program;

-- Both sides see a transfer: the sending one always, the receiving one from the day on which a letter is addressed to it.
alter table transfers.transfer enable row level security;
create policy transfer_reach on transfers.transfer using (
  from_cell_id in (select access.people_reach())
  or letter_on is not null and (receiver_id in (select access.people_reach()) or to_cell_id in (select access.people_reach())));
alter table transfers.letter enable row level security;
create policy letter_reach on transfers.letter using (exists (select from transfers.transfer t where t.id = transfer_id));
alter table transfers.step enable row level security;
create policy step_reach on transfers.step using (exists (select from transfers.transfer t where t.id = transfer_id));
alter table transfers.joint_decision enable row level security;
create policy joint_decision_reach on transfers.joint_decision using (
  organisation_id in (select access.people_reach()) or to_cell_id in (select access.people_reach()));

grant usage on schema transfers to dangvu_program;
grant select, insert, update on all tables in schema transfers to dangvu_program;
grant execute on function transfers.take_in(uuid, uuid, date), transfers.receivers(text, date), transfers.receiver(uuid, date) to dangvu_program;
revoke update on transfers.step, transfers.joint_decision, transfers.address from dangvu_program;
