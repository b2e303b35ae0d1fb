-- Reminders that were sent or printed. Whether one had effect is computed from the facts, never stored.
create schema reminders;

create table reminders.reminder (
  id              uuid primary key,
  kind            text not null,
  subject_id      uuid not null,
  subject_type    text not null,
  person_id       uuid,
  person_name     text,
  organisation_id uuid not null references organisations.organisation,
  next_act        text not null,
  next_act_words  text not null,
  due_on          date not null,
  way             text not null constraint reminder_way check (way in ('sent','printed')),
  reminded_on     date not null,
  reminded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment()
);
comment on table reminders.reminder is 'That somebody was reminded on a day of a next act. kind and subject_id name the thing that is due, as the rooms'' deadlines name it; person_name and next_act_words are what the reminder said.';
create index reminder_subject on reminders.reminder (subject_id, kind, reminded_on);
create index reminder_day on reminders.reminder (reminded_on);
create index reminder_organisation on reminders.reminder (organisation_id);

alter table reminders.reminder enable row level security;
create policy reminder_read on reminders.reminder for select using (organisation_id = any (array(select access.people_reach())));
create policy reminder_write on reminders.reminder for insert with check (organisation_id = any (array(select access.people_reach())));

grant usage on schema reminders to dangvu_program;
grant select, insert on reminders.reminder to dangvu_program;
