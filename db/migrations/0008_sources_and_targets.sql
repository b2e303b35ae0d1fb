-- People followed as sources, targets of admission down the tree, and the counts of mass organisations.
create schema sources_and_targets;

create table sources_and_targets.prospect (
  id            uuid primary key,
  person_id     uuid not null references members.person,
  cell_id       uuid not null references organisations.organisation,
  opened_on     date not null,
  resolution    text,
  union_code    text,
  found_through text,
  applied_on    date,
  closed_on     date,
  close_reason  text constraint prospect_close_reason check (close_reason in ('admitted','moved','unsuitable','withdrawn','died')),
  close_note    text,
  version       int not null default 1,
  recorded_at   timestamptz not null default platform.moment(),
  constraint prospect_closed_with_reason check ((closed_on is null) = (close_reason is null))
);
comment on table sources_and_targets.prospect is 'An outstanding person whom a cell follows as a source (quần chúng ưu tú), from the day the cell took them up to the day it closed.';
create unique index prospect_one_open on sources_and_targets.prospect (person_id) where closed_on is null;
create index prospect_cell on sources_and_targets.prospect (cell_id) where closed_on is null;
create index prospect_person on sources_and_targets.prospect (person_id);

create table sources_and_targets.mentor_assignment (
  id              uuid primary key,
  prospect_id     uuid not null references sources_and_targets.prospect,
  mentor_id       uuid not null references members.person,
  assigned_during daterange not null,
  resolution      text,
  recorded_at     timestamptz not null default platform.moment(),
  constraint mentor_assignment_no_overlap exclude using gist (prospect_id with =, assigned_during with &&)
);
comment on table sources_and_targets.mentor_assignment is 'Which full member helps a prospect from a day to a day: one at a time. An assignment replaced on its first day stays with an empty range.';
create index mentor_assignment_prospect on sources_and_targets.mentor_assignment (prospect_id);
create index mentor_assignment_mentor on sources_and_targets.mentor_assignment (mentor_id);

create table sources_and_targets.remark (
  id          uuid primary key,
  prospect_id uuid not null references sources_and_targets.prospect,
  quarter     text not null constraint remark_quarter check (quarter ~ '^\d{4}-Q[1-4]$'),
  written_on  date not null,
  text        text not null,
  written_by  uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  superseded_at timestamptz
);
comment on table sources_and_targets.remark is 'What the cell says of a prospect for a quarter. A remark written anew supersedes the former one, which stays.';
create unique index remark_live on sources_and_targets.remark (prospect_id, quarter) where superseded_at is null;

create table sources_and_targets.awareness_certificate (
  id          uuid primary key,
  person_id   uuid not null references members.person,
  number      text,
  issued_on   date not null,
  issuer      text,
  recorded_at timestamptz not null default platform.moment()
);
create index awareness_certificate_person on sources_and_targets.awareness_certificate (person_id, issued_on);

create table sources_and_targets.target (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  period          daterange not null constraint target_period_bounded check (not lower_inf(period) and not upper_inf(period) and not isempty(period)),
  period_kind     text not null constraint target_period_kind check (period_kind in ('term','year')),
  measure         text not null default 'admissions',
  value           int not null constraint target_value check (value >= 0),
  basis           text not null,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz
);
comment on table sources_and_targets.target is 'How many are to be admitted by an organisation in a period, with the paper that set it. Earlier values stay.';
create unique index target_live on sources_and_targets.target (organisation_id, period, measure) where superseded_at is null;

create table sources_and_targets.mass_review (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  union_code      text not null,
  reviewed_on     date not null,
  total           int not null constraint mass_review_total check (total >= 0),
  party_members   int not null constraint mass_review_party check (party_members between 0 and total),
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz
);
comment on table sources_and_targets.mass_review is 'Counts of one mass organisation at one place on the day of review. Counts only, never names.';
create unique index mass_review_live on sources_and_targets.mass_review (organisation_id, union_code, reviewed_on) where superseded_at is null;

-- Who sees a person sees through whom they were followed before; acts go by the cell that follows.
alter table sources_and_targets.prospect enable row level security;
create policy prospect_read on sources_and_targets.prospect for select
  using (cell_id = any (array(select access.people_reach())) or exists (select from members.person p where p.id = person_id and p.keeper_id = any (array(select access.people_reach()))));
create policy prospect_write on sources_and_targets.prospect for insert with check (cell_id = any (array(select access.people_reach())));
create policy prospect_change on sources_and_targets.prospect for update using (cell_id = any (array(select access.people_reach())));

do $$
declare t text;
begin
  foreach t in array array['mentor_assignment','remark'] loop
    execute format('alter table sources_and_targets.%I enable row level security', t);
    execute format('create policy %I on sources_and_targets.%I using (exists (select from sources_and_targets.prospect p where p.id = prospect_id))', t || '_reach', t);
  end loop;
  foreach t in array array['target','mass_review'] loop
    execute format('alter table sources_and_targets.%I enable row level security', t);
    execute format('create policy %I on sources_and_targets.%I using (organisation_id = any (array(select access.people_reach())))', t || '_reach', t);
  end loop;
end $$;
alter table sources_and_targets.awareness_certificate enable row level security;
create policy awareness_certificate_reach on sources_and_targets.awareness_certificate using (exists (select from members.person p where p.id = person_id));

grant usage on schema sources_and_targets to dangvu_program;
grant select, insert, update on all tables in schema sources_and_targets to dangvu_program;
