-- How membership ends otherwise than by discipline: striking off and resignation with their votes and decision, and death.
create table lifecycle.ending (
  id               uuid primary key,
  person_id        uuid not null references members.person,
  cell_id          uuid not null references organisations.organisation,
  kind             text not null constraint ending_kind check (kind in ('strikeOff','resignation','death')),
  ground           text constraint ending_ground check (ground in ('inactive','cardGivenUp','lostWill','twoYearsBelow','politicalStandard')),
  since_day        date,
  reason           text not null,
  stage            text not null constraint ending_stage check (stage in ('opened','cellCarried','committeeCarried','notCarried','dropped','ended','restored')),
  stage_since      date not null,
  opened_on        date not null,
  decision_number  text,
  decided_on       date,
  issued_by        text,
  ended_on         date,
  received_on      date,
  complaint_due_on date,
  complained_on    date,
  complaint        text,
  review_outcome   text constraint ending_review check (review_outcome in ('upheld','annulled')),
  review_number    text,
  reviewed_on      date,
  reviewed_by      text,
  review_reason    text,
  settled          jsonb not null default '[]',
  version          int not null default 1,
  recorded_by      uuid references access.account,
  recorded_at      timestamptz not null default platform.moment(),
  constraint ending_ground_fits check ((kind = 'strikeOff') = (ground is not null)),
  constraint ending_decided check (stage not in ('ended','restored') or (ended_on is not null and decided_on is not null and decision_number is not null)),
  constraint ending_restored_by_decision check (stage <> 'restored' or (review_outcome = 'annulled' and review_number is not null and reviewed_on is not null and review_reason is not null))
);
comment on table lifecycle.ending is 'A case of striking off or resignation from its opening to its decision, or a death by its paper. since_day: from which the ground lasts. ended_on: first day without membership; of a death the day of death. settled: what membership had tied to it and what became of that, as it was said at the end. restored: the decision was annulled, membership never ended.';
create unique index ending_one_open on lifecycle.ending (person_id) where stage in ('opened','cellCarried','committeeCarried');
create index ending_person on lifecycle.ending (person_id);

create table lifecycle.ending_step (
  id          uuid primary key,
  ending_id   uuid not null references lifecycle.ending,
  ordinal     int not null,
  act         text not null,
  occurred_on date not null,
  to_stage    text not null,
  facts       jsonb not null default '{}',
  rules       jsonb not null default '[]',
  recorded_by uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint ending_step_in_order unique (ending_id, ordinal)
);
comment on table lifecycle.ending_step is 'What was done in a case, in order, with the rules that judged it; of votes the numbers only. From it the stage of any day is read, as known at any moment.';

alter table lifecycle.ending enable row level security;
alter table lifecycle.ending_step enable row level security;
create policy ending_read on lifecycle.ending for select using (exists (select from members.person p where p.id = person_id));
create policy ending_write on lifecycle.ending for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy ending_change on lifecycle.ending for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy ending_step_read on lifecycle.ending_step for select using (exists (select from lifecycle.ending e where e.id = ending_id));
create policy ending_step_write on lifecycle.ending_step for insert with check (exists (select from lifecycle.ending e join members.person p on p.id = e.person_id where e.id = ending_id and p.keeper_id in (select access.people_reach())));
grant select, insert on lifecycle.ending, lifecycle.ending_step to dangvu_program;
grant update (stage, stage_since, decision_number, decided_on, issued_by, ended_on, received_on, complaint_due_on, complained_on, complaint, review_outcome, review_number, reviewed_on, reviewed_by, review_reason, settled, version)
  on lifecycle.ending to dangvu_program;

-- When what came later was recorded, so that the lists of measures can be read as known at a moment.
alter table lifecycle.discipline add column complaint_recorded_at timestamptz, add column review_recorded_at timestamptz;
alter table lifecycle.suspension add column first_last_day date, add column extension_recorded_at timestamptz, add column lifting_recorded_at timestamptz;
alter table lifecycle.exemption add column return_recorded_at timestamptz;
update lifecycle.discipline set complaint_recorded_at = recorded_at where complained_on is not null;
update lifecycle.discipline set review_recorded_at = recorded_at where reviewed_on is not null;
update lifecycle.suspension set first_last_day = last_day;
update lifecycle.suspension set extension_recorded_at = recorded_at where extended_on is not null;
update lifecycle.suspension set lifting_recorded_at = recorded_at where lifted_on is not null;
update lifecycle.exemption set return_recorded_at = recorded_at where returned_on is not null;
comment on column lifecycle.suspension.first_last_day is 'The last day before any extension.';
grant update (complaint_recorded_at, review_recorded_at) on lifecycle.discipline to dangvu_program;
grant update (first_last_day, extension_recorded_at, lifting_recorded_at) on lifecycle.suspension to dangvu_program;
grant update (return_recorded_at) on lifecycle.exemption to dangvu_program;
