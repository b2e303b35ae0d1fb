-- Conferences on solutions: what the situation was, with its figures as they stood, what was found and shared, and what was decided, by whom,
-- by when, and which figure it is to move.
create schema conferences;

create table conferences.conference (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  title           text not null,
  held_on         date not null,
  place           text,
  as_of           date not null,
  known_at        timestamptz not null default platform.moment(),
  sections        jsonb not null default '[]',
  conclusion      text,
  concluded_on    date,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint conference_concluded_with_words check ((conclusion is null) = (concluded_on is null))
);
comment on table conferences.conference is 'A conference of an organisation. as_of, known_at: of which day and as known at which moment its figures are. sections: the report on the situation, [{title, text}]. Once concluded, nothing in it changes but the follow-up.';
create index conference_organisation on conferences.conference (organisation_id, held_on);

create table conferences.figure (
  id              uuid primary key,
  conference_id   uuid not null references conferences.conference,
  organisation_id uuid not null references organisations.organisation,
  about_id        uuid not null references organisations.organisation,
  measure         text not null,
  value           int not null,
  constraint figure_once unique (conference_id, about_id, measure)
);
comment on table conferences.figure is 'A figure of the report, frozen: of the organisation itself or of one right below it (about_id). organisation_id here and below: that of the conference.';

create table conferences.finding (
  id              uuid primary key,
  conference_id   uuid not null references conferences.conference,
  organisation_id uuid not null references organisations.organisation,
  kind            text not null constraint finding_kind check (kind in ('finding', 'experience')),
  about_id        uuid references organisations.organisation,
  text            text not null,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint experience_is_of_somebody check (kind = 'finding' or about_id is not null)
);
comment on table conferences.finding is 'What the conference found, about an organisation or in general; and experience that an organisation shared.';
create index finding_conference on conferences.finding (conference_id);

create table conferences.solution (
  id              uuid primary key,
  conference_id   uuid not null references conferences.conference,
  organisation_id uuid not null references organisations.organisation,
  text            text not null,
  owner_id        uuid not null references organisations.organisation,
  owner_role      text not null constraint solution_owner_role check (owner_role in ('superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary')),
  place           text,
  due_on          date not null,
  measure         text not null,
  measured_at     uuid not null references organisations.organisation,
  value_then      int not null,
  wanted          int not null,
  closed_on       date,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint solution_moves_something check (wanted <> value_then)
);
comment on table conferences.solution is 'What was decided: who does it (an organisation and the role in it), where, by when, and which counted figure at which organisation it is to bring from value_then to wanted. due_on is the next day on which it is asked about.';
create index solution_conference on conferences.solution (conference_id);
create index solution_due on conferences.solution (owner_id, due_on) where closed_on is null;

create table conferences.follow_up (
  id           uuid primary key,
  solution_id  uuid not null references conferences.solution,
  followed_on  date not null,
  value        int not null,
  note         text,
  due_on       date,
  recorded_by  uuid references access.account,
  recorded_at  timestamptz not null default platform.moment()
);
comment on table conferences.follow_up is 'How the figure stood on a day, why it has not come to what was wanted, and on which day it is asked about again; none when the solution was closed.';
create index follow_up_solution on conferences.follow_up (solution_id);

alter table conferences.conference enable row level security;
create policy conference_reach on conferences.conference using (organisation_id in (select access.people_reach()));
alter table conferences.figure enable row level security;
create policy figure_reach on conferences.figure using (organisation_id in (select access.people_reach()));
alter table conferences.finding enable row level security;
create policy finding_reach on conferences.finding using (organisation_id in (select access.people_reach()));
-- A solution is seen by the organisation that decided it and by the one that is to do it.
alter table conferences.solution enable row level security;
create policy solution_read on conferences.solution for select using (organisation_id in (select access.people_reach()) or owner_id in (select access.people_reach()));
create policy solution_write on conferences.solution for insert with check (organisation_id in (select access.people_reach()));
create policy solution_change on conferences.solution for update using (organisation_id in (select access.people_reach()) or owner_id in (select access.people_reach()));
alter table conferences.follow_up enable row level security;
create policy follow_up_reach on conferences.follow_up using (exists (select from conferences.solution s where s.id = solution_id));

-- The name and the day of a conference for who has a solution of it to do and does not see the conference itself.
create function conferences.of_solution(solution uuid) returns table (title text, held_on date)
language sql stable security definer set search_path = pg_catalog as $$
  select c.title, c.held_on from conferences.solution s join conferences.conference c on c.id = s.conference_id
  where s.id = solution and (s.owner_id = any (array(select access.people_reach())) or s.organisation_id = any (array(select access.people_reach())))
$$;
revoke all on function conferences.of_solution(uuid) from public;

grant usage on schema conferences to dangvu_program;
grant execute on function conferences.of_solution(uuid) to dangvu_program;
grant select, insert on conferences.conference, conferences.figure, conferences.finding, conferences.solution, conferences.follow_up to dangvu_program;
grant update (sections, conclusion, concluded_on, version) on conferences.conference to dangvu_program;
grant update (due_on, closed_on, version) on conferences.solution to dangvu_program;
