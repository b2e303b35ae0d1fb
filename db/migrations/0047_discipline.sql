-- Discipline of members, suspension of activity, exemption from work and meetings. What follows for status, overlays, posts and membership stands in members.
create table lifecycle.discipline (
  id               uuid primary key,
  person_id        uuid not null references members.person,
  measure          text not null constraint discipline_measure check (measure in ('reprimand','warning','removalFromOffice','expulsion')),
  authority        text not null constraint discipline_authority check (authority in ('cell','grassroots','superior','inspection')),
  ground           text not null,
  decision_number  text not null,
  decided_on       date not null,
  issued_by        text not null,
  effective_on     date not null,
  effect_until     date,
  received_on      date not null,
  complaint_due_on date not null,
  rule             jsonb not null,
  complained_on    date,
  complaint        text,
  state            text not null default 'standing' constraint discipline_state check (state in ('standing','annulled')),
  review_number    text,
  reviewed_on      date,
  reviewed_by      text,
  review_reason    text,
  version          int not null default 1,
  recorded_by      uuid references access.account,
  recorded_at      timestamptz not null default platform.moment(),
  constraint discipline_has_end check ((measure = 'expulsion') = (effect_until is null)),
  constraint discipline_annulled_by_decision check (state = 'standing' or (review_number is not null and reviewed_on is not null and review_reason is not null))
);
comment on table lifecycle.discipline is 'A measure of discipline against a member. effective_on: the day from which it has effect (announcement of the result of the vote). effect_until: first day without effect. A review upholds it or annuls it; one that is annulled stays on record.';
create unique index discipline_once on lifecycle.discipline (person_id, decision_number) where state = 'standing';
create index discipline_person on lifecycle.discipline (person_id);

create table lifecycle.suspension (
  id               uuid primary key,
  person_id        uuid not null references members.person,
  ground           text not null constraint suspension_ground check (ground in ('inquiry','prosecuted')),
  reason           text not null,
  decision_number  text not null,
  decided_on       date not null,
  issued_by        text not null,
  from_day         date not null,
  last_day         date,
  rule             jsonb not null,
  former_status    text not null,
  extension_number text,
  extended_on      date,
  lifted_on        date,
  lifting_reason   text,
  version          int not null default 1,
  recorded_by      uuid references access.account,
  recorded_at      timestamptz not null default platform.moment(),
  constraint suspension_has_end check (ground = 'prosecuted' or last_day is not null),
  constraint suspension_lifted_with_reason check ((lifted_on is null) = (lifting_reason is null))
);
comment on table lifecycle.suspension is 'Activity of a member suspended by decision. last_day: last day of the decision with its extensions, none for who is prosecuted. lifted_on: first day active again; until then the status of the member is suspended.';
create unique index suspension_one_at_a_time on lifecycle.suspension (person_id) where lifted_on is null;
create index suspension_person on lifecycle.suspension (person_id);

create table lifecycle.exemption (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  ground          text not null constraint exemption_ground check (ground in ('oldAge','weakHealth','longTreatment','abroadAlone','itinerantWork','maternity')),
  note            text,
  resolution      text not null,
  decided_on      date not null,
  from_day        date not null,
  rule            jsonb not null,
  former_status   text not null,
  returned_on     date,
  return_basis    text,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint exemption_returned_by_resolution check ((returned_on is null) = (return_basis is null))
);
comment on table lifecycle.exemption is 'A member exempt from work and meetings by decision of the cell. returned_on: first day active again, on request.';
create unique index exemption_one_at_a_time on lifecycle.exemption (person_id) where returned_on is null;
create index exemption_person on lifecycle.exemption (person_id);

alter table lifecycle.discipline enable row level security;
alter table lifecycle.suspension enable row level security;
alter table lifecycle.exemption enable row level security;
create policy discipline_read on lifecycle.discipline for select using (exists (select from members.person p where p.id = person_id));
create policy discipline_write on lifecycle.discipline for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy discipline_change on lifecycle.discipline for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy suspension_read on lifecycle.suspension for select using (exists (select from members.person p where p.id = person_id));
create policy suspension_write on lifecycle.suspension for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy suspension_change on lifecycle.suspension for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy exemption_read on lifecycle.exemption for select using (exists (select from members.person p where p.id = person_id));
create policy exemption_write on lifecycle.exemption for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy exemption_change on lifecycle.exemption for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));

grant select, insert on lifecycle.discipline, lifecycle.suspension, lifecycle.exemption to dangvu_program;
grant update (complained_on, complaint, state, review_number, reviewed_on, reviewed_by, review_reason, version) on lifecycle.discipline to dangvu_program;
grant update (last_day, extension_number, extended_on, lifted_on, lifting_reason, version) on lifecycle.suspension to dangvu_program;
grant update (returned_on, return_basis, version) on lifecycle.exemption to dangvu_program;
