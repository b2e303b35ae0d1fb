-- What becomes of a member after recognition: the badges of long membership.
create schema lifecycle;

create table lifecycle.badge (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  years           int not null constraint badge_years check (years between 1 and 120),
  award_on        date not null,
  ground          text not null constraint badge_ground check (ground in ('reached','early','posthumous','takenOver')),
  state           text not null constraint badge_state check (state in ('proposed','awarded','withdrawn','revoked')),
  reached_on      date,
  reason          text,
  rule            jsonb,
  decision_number text,
  decided_on      date,
  issued_by       text,
  ended_reason    text,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  ended_at        timestamptz,
  constraint badge_decided check (state <> 'awarded' or ground = 'takenOver' or (decision_number is not null and decided_on is not null)),
  constraint badge_ended_with_reason check ((state in ('withdrawn','revoked')) = (ended_reason is not null))
);
comment on table lifecycle.badge is 'A badge of long membership proposed for, or given to, a person. award_on: the day of the round. reached_on: the day on which so many years were reached, as counted when it was proposed. takenOver: given before, entered from papers. A proposal withdrawn and a badge entered in error stay on record.';
create unique index badge_once on lifecycle.badge (person_id, years) where state in ('proposed','awarded');
create index badge_round on lifecycle.badge (award_on) where state in ('proposed','awarded');

alter table lifecycle.badge enable row level security;
create policy badge_read on lifecycle.badge for select using (exists (select from members.person p where p.id = person_id));
create policy badge_write on lifecycle.badge for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy badge_change on lifecycle.badge for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));

grant usage on schema lifecycle to dangvu_program;
grant select, insert on lifecycle.badge to dangvu_program;
grant update (state, decision_number, decided_on, issued_by, ended_reason, ended_at, version) on lifecycle.badge to dangvu_program;
