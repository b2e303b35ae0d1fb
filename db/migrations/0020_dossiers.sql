-- Dossiers on paper: what must lie in them, what lies where, scans, loans, change of keeper, lost papers, inspections.
create schema dossiers;

create table dossiers.dossier (
  id          uuid primary key,
  person_id   uuid not null references members.person,
  keeper_id   uuid not null references organisations.organisation,
  room        text,
  cabinet     text,
  box         text,
  folder      text,
  opened_on   date not null,
  basis       text,
  events      text[] not null default '{}',
  version     int not null default 1,
  recorded_by uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint dossier_one_a_person unique (person_id)
);
comment on table dossiers.dossier is 'The dossier of a member on paper. keeper_id: the committee that keeps it; room, cabinet, box, folder: where it lies. events: what happened to the member, beside what the register tells, that asks for papers.';
create index dossier_keeper on dossiers.dossier (keeper_id);

-- A paper keeps the identifier of its first statement (thread_id); every later statement about it supersedes the former one.
create table dossiers.item (
  id            uuid primary key,
  thread_id     uuid not null references dossiers.item,
  ordinal       int not null default 1,
  dossier_id    uuid not null references dossiers.dossier,
  document_type text not null,
  title         text,
  number        text,
  dated_on      text constraint item_dated check (dated_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  pages         int constraint item_pages check (pages > 0),
  state         text not null constraint item_state check (state in ('present','unreadable','lost','absentWithReason')),
  place         text,
  basis         text,
  source_id     uuid references admission.document,
  recorded_by   uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz,
  constraint item_order unique (thread_id, ordinal),
  constraint item_absent_by_decision check (state <> 'absentWithReason' or basis <> '')
);
comment on table dossiers.item is 'A paper in a dossier, or the decision that there is none. source_id: the paper of an admission file that was taken over.';
create unique index item_live on dossiers.item (thread_id) where superseded_at is null;
create unique index item_source on dossiers.item (source_id) where superseded_at is null;
create index item_dossier on dossiers.item (dossier_id) where superseded_at is null;

create table dossiers.scan (
  id            uuid primary key,
  item_id       uuid not null references dossiers.item,
  content_hash  text not null,
  media_type    text not null,
  byte_size     int not null,
  pages         int,
  file_name     text not null,
  part          int,
  uploaded_by   uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz
);
comment on table dossiers.scan is 'A scan of a paper, kept by the hash of its bytes. item_id: the first statement of the paper. part: which of several files of the paper. A scan that was put to the wrong paper is superseded; its bytes stay.';
create unique index scan_once on dossiers.scan (item_id, content_hash) where superseded_at is null;
create index scan_hash on dossiers.scan (content_hash) where superseded_at is null;

create table dossiers.loan (
  id          uuid primary key,
  dossier_id  uuid not null references dossiers.dossier,
  item_id     uuid references dossiers.item,
  borrower    text not null,
  purpose     text not null,
  lent_on     date not null,
  due_on      date not null,
  returned_on date,
  lent_by     uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint loan_order check (due_on >= lent_on and returned_on >= lent_on)
);
comment on table dossiers.loan is 'A paper, or the whole dossier (item_id null), out of the cabinet; due_on is the last day in time.';
create unique index loan_one_at_once on dossiers.loan (dossier_id, coalesce(item_id, dossier_id)) where returned_on is null;
create index loan_open on dossiers.loan (due_on) where returned_on is null;
create index loan_dossier on dossiers.loan (dossier_id);

create table dossiers.handover (
  id             uuid primary key,
  from_keeper_id uuid not null references organisations.organisation,
  to_keeper_id   uuid references organisations.organisation,
  to_name        text,
  handed_on      date not null,
  handed_by      text not null,
  received_by    text not null,
  basis          text not null,
  dossiers       int not null,
  recorded_by    uuid references access.account,
  recorded_at    timestamptz not null default platform.moment(),
  constraint handover_to_somebody check (num_nonnulls(to_keeper_id, to_name) = 1)
);
comment on table dossiers.handover is 'Dossiers passed from one keeper to another, within the tree (to_keeper_id) or out of it (to_name), with the list that both sign.';
create index handover_from on dossiers.handover (from_keeper_id);
create index handover_to on dossiers.handover (to_keeper_id);

create table dossiers.handover_line (
  handover_id uuid not null references dossiers.handover,
  dossier_id  uuid not null references dossiers.dossier,
  person_id   uuid not null references members.person,
  ordinal     int not null,
  papers      int not null,
  pages       int not null,
  missing     text[] not null default '{}',
  primary key (handover_id, dossier_id)
);
comment on table dossiers.handover_line is 'One dossier of a handover as it stood that day: papers, pages, types that were missing.';
create index handover_line_dossier on dossiers.handover_line (dossier_id);

create table dossiers.remaking (
  id              uuid primary key,
  dossier_id      uuid not null references dossiers.dossier,
  item_id         uuid references dossiers.item,
  document_type   text,
  state           text not null constraint remaking_state check (state in ('stated','confirmed','finished')),
  stated_on       date not null,
  statement       text not null,
  confirmed_on    date,
  confirmed_basis text,
  finished_on     date,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint remaking_order check (confirmed_on >= stated_on and finished_on >= confirmed_on),
  constraint remaking_steps check ((state = 'stated') = (confirmed_on is null) and (state = 'finished') = (finished_on is not null))
);
comment on table dossiers.remaking is 'Lost papers made anew: the member states the loss, the committee confirms, the paper is replaced. document_type null = the whole dossier.';
create index remaking_dossier on dossiers.remaking (dossier_id);

create table dossiers.inspection (
  id              uuid primary key,
  committee_id    uuid not null references organisations.organisation,
  organisation_id uuid not null references organisations.organisation,
  decision_number text not null,
  decided_on      date not null,
  from_day        date not null,
  until_day       date not null,
  sampling        text not null constraint inspection_sampling check (sampling in ('everyNth','perCell','neverInspected','chosen')),
  sample_size     int,
  drawn_at        timestamptz,
  closed_on       date,
  conclusion      text,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint inspection_days check (until_day >= from_day),
  constraint inspection_size check ((sampling = 'chosen') = (sample_size is null) and sample_size > 0)
);
comment on table dossiers.inspection is 'How an organisation keeps its dossiers, looked at by a committee. sample_size: every n-th, n of each cell, or n of those never inspected. until_day inclusive.';
create index inspection_organisation on dossiers.inspection (organisation_id);

create table dossiers.inspection_dossier (
  inspection_id uuid not null references dossiers.inspection,
  person_id     uuid not null references members.person,
  examined_on   date,
  primary key (inspection_id, person_id)
);
create index inspection_dossier_person on dossiers.inspection_dossier (person_id);

create table dossiers.finding (
  id            uuid primary key,
  inspection_id uuid not null references dossiers.inspection,
  person_id     uuid not null references members.person,
  kind          text not null constraint finding_kind check (kind in ('missing','unsigned','altered','contradiction','notSupplemented','wrongForm','illegible','badOrder','badKeeping','other')),
  document_type text,
  note          text not null,
  guidance      text not null,
  mend_by       date not null,
  mended_on     date,
  mended_note   text,
  recorded_by   uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  constraint finding_mended check ((mended_on is null) = (mended_note is null)),
  constraint finding_of_sample foreign key (inspection_id, person_id) references dossiers.inspection_dossier
);
comment on table dossiers.finding is 'What an inspection found in a dossier, what it advised, and until when (inclusive) it is to be mended.';
create index finding_inspection on dossiers.finding (inspection_id);
create index finding_open on dossiers.finding (mend_by) where mended_on is null;
create index finding_person on dossiers.finding (person_id);

-- What the register and the dossiers tell of everybody below an organisation on a day: the facts that decide which papers are required, and
-- the papers known to be there at the end of that day, as type|state|year. Rights are asked once; who has left the actor's part since is left out.
create function dossiers.survey(organisation uuid, day date)
returns table (person_id uuid, full_name text, sort_key text, born_on text, cell_id uuid, status text, joined_on text, official boolean, events text[],
  dossier_id uuid, keeper_id uuid, place text, papers text[])
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
  day_ends constant timestamptz := (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
  if organisation <> all (reach) then return; end if;
  return query
    with placed as materialized (
      select s.person_id, s.cell_id, s.status, s.sort_key from members.standing s
      where s.cell_id = any (cells) and s.valid_during @> day and s.keeper_id = any (reach)
    ), spell as (
      select distinct on (m.person_id) m.person_id, coalesce(m.admitted_on, m.ceremony_on::text, m.decided_on::text) as joined_on, m.ordinal
      from members.membership m where m.superseded_at is null and m.person_id in (select p.person_id from placed p) order by m.person_id, m.ordinal desc
    ), held as (
      select d.person_id, array_agg(distinct i.document_type || '|' || i.state || '|' || coalesce(left(i.dated_on, 4), '')) as papers
      from dossiers.dossier d join dossiers.item i on i.dossier_id = d.id and i.recorded_at < day_ends and (i.superseded_at is null or i.superseded_at >= day_ends)
      where d.person_id in (select p.person_id from placed p) group by d.person_id
    ), disciplined as (
      select distinct o.person_id from members.overlay o where o.kind = 'disciplined' and o.superseded_at is null and lower(o.valid_during) <= day
    ), renamed as (
      select distinct c.person_id from members.correction c where 'fullName' = any (c.fields)
    )
    select p.person_id, x.full_name, p.sort_key, x.born_on, p.cell_id, p.status, s.joined_on, p.status <> 'probationary',
      coalesce(d.events, '{}') || array_remove(array[
        case when s.ordinal > 1 then 'readmitted' end, case when p.status = 'exempt' then 'exempt' end, case when p.status = 'suspended' then 'suspended' end,
        case when g.person_id is not null then 'disciplined' end, case when r.person_id is not null then 'nameChanged' end], null),
      d.id, d.keeper_id, nullif(concat_ws(' · ', d.room, d.cabinet, d.box, d.folder), ''), coalesce(h.papers, '{}')
    from placed p
    join members.person x on x.id = p.person_id
    left join spell s on s.person_id = p.person_id
    left join dossiers.dossier d on d.person_id = p.person_id and d.opened_on <= day
    left join held h on h.person_id = p.person_id
    left join disciplined g on g.person_id = p.person_id
    left join renamed r on r.person_id = p.person_id;
end $$;
revoke all on function dossiers.survey(uuid, date) from public;

-- People and their papers are seen with the person; the papers of an organisation's keeping, with the organisation.
alter table dossiers.dossier enable row level security;
create policy dossier_reach on dossiers.dossier using (exists (select from members.person p where p.id = person_id));
do $$
declare t text;
begin
  foreach t in array array['item','loan','remaking'] loop
    execute format('alter table dossiers.%I enable row level security', t);
    execute format('create policy %I on dossiers.%I using (exists (select from dossiers.dossier d where d.id = dossier_id))', t || '_reach', t);
  end loop;
end $$;
alter table dossiers.scan enable row level security;
create policy scan_reach on dossiers.scan using (exists (select from dossiers.item i where i.id = item_id));
alter table dossiers.handover enable row level security;
create policy handover_reach on dossiers.handover using (
  from_keeper_id = any (array(select access.people_reach())) or to_keeper_id = any (array(select access.people_reach())));
alter table dossiers.handover_line enable row level security;
create policy handover_line_reach on dossiers.handover_line using (
  exists (select from dossiers.handover h where h.id = handover_id) and exists (select from members.person p where p.id = person_id));
alter table dossiers.inspection enable row level security;
create policy inspection_reach on dossiers.inspection using (organisation_id = any (array(select access.people_reach())));
do $$
declare t text;
begin
  foreach t in array array['inspection_dossier','finding'] loop
    execute format('alter table dossiers.%I enable row level security', t);
    execute format('create policy %I on dossiers.%I using (exists (select from dossiers.inspection i where i.id = inspection_id) and exists (select from members.person p where p.id = person_id))', t || '_reach', t);
  end loop;
end $$;

grant usage on schema dossiers to dangvu_program;
grant select, insert, update on all tables in schema dossiers to dangvu_program;
revoke update on dossiers.handover, dossiers.handover_line from dangvu_program;
grant execute on all functions in schema dossiers to dangvu_program;
