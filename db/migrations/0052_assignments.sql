-- Work of the Monday list given to a person or an office, with a day and a word, and what the receiver answered. Whether the thing moved is computed from the facts, never stored.
create table reminders.assignment (
  id                 uuid primary key,
  kind               text not null,
  subject_id         uuid not null,
  subject_type       text not null,
  person_id          uuid,
  person_name        text,
  organisation_id    uuid not null references organisations.organisation,
  next_act           text not null,
  next_act_words     text not null,
  due_on             date not null,
  to_account_id      uuid references access.account,
  to_role            text,
  to_organisation_id uuid references organisations.organisation,
  wanted_on          date not null,
  note               text,
  assigned_on        date not null,
  assigned_by        uuid references access.account,
  recorded_at        timestamptz not null default platform.moment(),
  version            int not null default 1,
  outcome            text constraint assignment_outcome check (outcome in ('done','givenBack','withdrawn')),
  answered_on        date,
  answered_by        uuid references access.account,
  answer             text,
  constraint assignment_to check ((to_account_id is null) = (to_role is not null) and (to_role is null) = (to_organisation_id is null)),
  constraint assignment_answered check ((outcome is null) = (answered_on is null) and (outcome is null) = (answer is null))
);
comment on table reminders.assignment is 'A due thing given to a user, or to whoever holds a role at an organisation, to be done by a day. kind and subject_id name the thing as in reminder; person_name and next_act_words are what was said then. Answered once: done, given back, or withdrawn by who gave it.';
create index assignment_subject on reminders.assignment (subject_id, kind, assigned_on);
create index assignment_organisation on reminders.assignment (organisation_id);
create index assignment_open on reminders.assignment (wanted_on) where outcome is null;

alter table reminders.assignment enable row level security;
create policy assignment_read on reminders.assignment for select using (organisation_id in (select access.people_reach()));
create policy assignment_write on reminders.assignment for insert with check (organisation_id in (select access.people_reach()));
create policy assignment_change on reminders.assignment for update using (organisation_id in (select access.people_reach()));

grant select, insert on reminders.assignment to dangvu_program;
grant update (version, outcome, answered_on, answered_by, answer) on reminders.assignment to dangvu_program;
