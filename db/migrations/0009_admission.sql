-- Files of admission and of confirmation: acts, documents, verifications, votes, returns.
create schema admission;

create table admission.case_file (
  id                 uuid primary key,
  kind               text not null constraint case_kind check (kind in ('admission','readmission','confirmation')),
  person_id          uuid not null references members.person,
  cell_id            uuid not null references organisations.organisation,
  stage              text not null,
  stage_since        date not null,
  opened_on          date not null,
  -- facts for eligibility that belong to this case
  circumstances      jsonb not null default '{}',
  -- admission: what the steps brought
  cell_resolved_on   date,
  sent_up_on         date,
  committee_resolved_on date,
  sent_to_deciding_on date,
  submitted_on       date,
  extended_by        int not null default 0,
  decided_on         date,
  decision_number    text,
  decision_signatory text,
  decided_by         uuid references organisations.organisation,
  decision_received_on date,
  ceremony_on        date,
  ceremony_consent   text,
  mentor_id          uuid references members.person,
  mentor_since       date,
  moved_after        text,
  dossier_opened_on  date,
  -- confirmation: probation of this person
  probation_from     date,
  probation_until    date,
  effective_on       date,
  closed_on          date,
  close_reason       text,
  returned_at_level  text,
  version            int not null default 1,
  recorded_at        timestamptz not null default platform.moment(),
  constraint case_ceremony_after_decision check (ceremony_on >= decided_on)
);
comment on table admission.case_file is 'One file from application to ceremony (admission, readmission) or from ceremony to the recognition as full member (confirmation). stage is the state reached by the acts in admission.act.';
-- The confirmation opens at the ceremony, while the file of admission still waits for the dossier.
create unique index case_one_open on admission.case_file (person_id, (kind = 'confirmation')) where closed_on is null;
create unique index case_decision_number on admission.case_file (decided_by, decision_number, decided_on) where decision_number is not null;
create index case_cell on admission.case_file (cell_id) where closed_on is null;
create index case_person on admission.case_file (person_id);
create index case_decided on admission.case_file (decided_on);

create table admission.act (
  id          uuid primary key,
  case_id     uuid not null references admission.case_file,
  ordinal     int not null,
  step        text,
  kind        text not null,
  occurred_on date not null,
  from_stage  text,
  to_stage    text not null,
  facts       jsonb not null default '{}',
  rules       jsonb not null default '[]',
  acted_by    uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint act_order unique (case_id, ordinal)
);
comment on table admission.act is 'What was done to a file, in order, with the rule entries that judged it (rule, pack, value, citation, date that picked it). Never changed.';

create table admission.document (
  id             uuid primary key,
  case_id        uuid not null references admission.case_file,
  type           text not null,
  subject_id     uuid references members.person,
  number         text,
  dated_on       date,
  received_on    date not null,
  pages          int,
  state          text not null constraint document_state check (state in ('toCheck','valid','needsWork')),
  fault          text constraint document_fault check (fault in ('missing','stale','unsigned','wrongForm','contradiction','illegible','procedure','other')),
  remark         text,
  checked_by     uuid references access.account,
  checked_on     date,
  sending        int not null default 1,
  replaces_id    uuid references admission.document,
  recorded_at    timestamptz not null default platform.moment(),
  superseded_at  timestamptz
);
comment on table admission.document is 'A paper in a file. subject_id: whose statement it is (introducer). sending: with which sending it came, from 1; a replaced paper is superseded, not overwritten.';
create index document_case on admission.document (case_id) where superseded_at is null;

create table admission.scan (
  id           uuid primary key,
  document_id  uuid not null references admission.document,
  content_hash text not null,
  media_type   text not null,
  byte_size    int not null,
  file_name    text not null,
  uploaded_by  uuid references access.account,
  recorded_at  timestamptz not null default platform.moment()
);
create index scan_document on admission.scan (document_id);

create table admission.verification (
  id         uuid primary key,
  case_id    uuid not null references admission.case_file,
  about      text not null constraint verification_about check (about in ('candidate','father','mother','fosterer','spouse','spouseFather','spouseMother','child')),
  place      text not null,
  abroad     boolean not null default false,
  asked_on   date not null,
  replied_on date,
  by_letter  boolean,
  outcome    text,
  recorded_at timestamptz not null default platform.moment(),
  constraint verification_reply check ((replied_on is null) = (by_letter is null) and replied_on >= asked_on)
);
create index verification_case on admission.verification (case_id);

create table admission.vote (
  id             uuid primary key,
  case_id        uuid not null references admission.case_file,
  level          text not null constraint vote_level check (level in ('cell','section','committee','standingBoard')),
  question       text not null constraint vote_question check (question in ('admit','confirm','strikeOff')),
  ordinal        int not null default 1,
  held_on        date not null,
  roll           int not null,
  excluded       jsonb not null default '[]',
  denominator    int not null,
  required       int not null,
  present        int not null,
  in_favour      int not null,
  against        int not null,
  invalid        int not null,
  outcome        text not null constraint vote_outcome check (outcome in ('carried','lost')),
  resolution_number text,
  rule           jsonb not null,
  recorded_at    timestamptz not null default platform.moment(),
  constraint vote_order unique (case_id, level, ordinal),
  constraint vote_within_present check (in_favour + against + invalid <= present and present <= roll)
);
comment on table admission.vote is 'Numbers only: nobody''s vote. excluded: who is not in the denominator and why, frozen as on the day of the meeting; rule: the share that decided.';

create table admission.return (
  id          uuid primary key,
  case_id     uuid not null references admission.case_file,
  returned_on date not null,
  from_level  text not null,
  to_level    text not null,
  due_on      date not null,
  resent_on   date,
  withdrawn_on date,
  note        text,
  recorded_at timestamptz not null default platform.moment()
);
create index return_case on admission.return (case_id);
create index return_day on admission.return (returned_on);

create table admission.return_reason (
  id            uuid primary key,
  return_id     uuid not null references admission.return,
  document_type text,
  document_id   uuid references admission.document,
  condition     text,
  what          text not null,
  todo          text not null,
  kind          text not null constraint return_reason_kind check (kind in ('missing','stale','unsigned','wrongForm','contradiction','illegible','procedure','other')),
  constraint return_reason_names_something check (coalesce(document_type, condition) is not null)
);
create index return_reason_return on admission.return_reason (return_id);

create table admission.mentor_remark (
  id          uuid primary key,
  case_id     uuid not null references admission.case_file,
  written_on  date not null,
  text        text not null,
  written_by  uuid references access.account,
  recorded_at timestamptz not null default platform.moment()
);
create index mentor_remark_case on admission.mentor_remark (case_id, written_on);

-- People named in files within one's part (sponsors, mentors) with their standing on a day: a sponsor may belong to a cell
-- that one does not see, and whether he is a full member still decides.
create function admission.people_named(case_ids uuid[], days date[])
returns table (case_id uuid, person_id uuid, full_name text, status text, disciplined boolean)
language sql stable security definer set search_path = pg_catalog, admission, members, access as $$
  with asked as (
    select c.id, c.mentor_id, c.circumstances, d.day
    from unnest(case_ids, days) as d(id, day)
    join admission.case_file c on c.id = d.id
      and (c.cell_id = any (array(select access.people_reach())) or c.person_id = (select members.own_person_id()))
  ), named as (
    select id, day, (s ->> 'personId')::uuid as person_id
    from asked, jsonb_array_elements(coalesce(nullif(circumstances -> 'sponsors', 'null'), '[]')) as s
    union select id, day, mentor_id from asked where mentor_id is not null
    union select a.id, a.day, x.subject_id from asked a join admission.document x on x.case_id = a.id where x.subject_id is not null
  )
  select n.id, p.id, p.full_name,
    (select st.status from members.status st where st.person_id = p.id and st.superseded_at is null and st.valid_during @> n.day),
    exists (select from members.overlay o
      where o.person_id = p.id and o.kind in ('disciplined','prosecuted') and o.superseded_at is null and o.valid_during @> n.day)
  from named n join members.person p on p.id = n.person_id
$$;
revoke all on function admission.people_named(uuid[], date[]) from public;

alter table admission.case_file enable row level security;
create policy case_file_reach on admission.case_file using (
  cell_id = any (array(select access.people_reach())) or person_id = (select members.own_person_id()));
do $$
declare t text;
begin
  foreach t in array array['act','document','verification','vote','return','mentor_remark'] loop
    execute format('alter table admission.%I enable row level security', t);
    execute format('create policy %I on admission.%I using (exists (select from admission.case_file c where c.id = case_id))', t || '_reach', t);
  end loop;
end $$;
alter table admission.scan enable row level security;
create policy scan_reach on admission.scan using (exists (select from admission.document d where d.id = document_id));
alter table admission.return_reason enable row level security;
create policy return_reason_reach on admission.return_reason using (exists (select from admission.return r where r.id = return_id));

grant usage on schema admission to dangvu_program;
grant select, insert, update on all tables in schema admission to dangvu_program;
revoke update on admission.act from dangvu_program;
grant execute on all functions in schema admission to dangvu_program;
