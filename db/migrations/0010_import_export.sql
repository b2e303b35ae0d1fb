-- Workbooks taken in: what was read, what was found, what was written, and how to take it back.
create schema import_export;

create table import_export.import (
  id              uuid primary key,
  file_name       text not null,
  content_hash    text not null,
  layout          text,
  sheet           text,
  as_of           date,
  organisation_id uuid not null references organisations.organisation,
  state           text not null constraint import_state check (state in ('reading','toSettle','refused','writing','written','undone','cancelled')),
  refusal         text,
  progress_done   int not null default 0,
  progress_total  int,
  cancel_asked    boolean not null default false,
  preview         jsonb,
  answers         jsonb not null default '{}',
  started_by      uuid references access.account,
  started_on      date not null,
  written_at      timestamptz,
  undone_at       timestamptz,
  version         int not null default 1,
  recorded_at     timestamptz not null default platform.moment()
);
create index import_organisation on import_export.import (organisation_id);
create index import_content on import_export.import (content_hash);

create table import_export.import_row (
  import_id   uuid not null references import_export.import,
  sheet       text not null,
  row         int not null,
  outcome     text not null constraint import_row_outcome check (outcome in ('new','changed','same','doubtful','faulty')),
  person_id   uuid,
  fields      jsonb not null,
  changes     jsonb,
  written     boolean not null default false,
  primary key (import_id, sheet, row)
);
comment on table import_export.import_row is 'One member row of a workbook: as read, what it would change field by field, and whether it was written.';
create index import_row_person on import_export.import_row (person_id);

create table import_export.heading_map (
  organisation_id uuid not null references organisations.organisation,
  heading         text not null,
  field           text not null,
  recorded_at     timestamptz not null default platform.moment(),
  primary key (organisation_id, heading)
);

create table import_export.organisation_answer (
  organisation_id uuid not null references organisations.organisation,
  written_name    text not null,
  cell_id         uuid not null references organisations.organisation,
  recorded_at     timestamptz not null default platform.moment(),
  primary key (organisation_id, written_name)
);
comment on table import_export.organisation_answer is 'Which cell a sender means by a name, asked once and remembered.';

alter table import_export.import enable row level security;
create policy import_reach on import_export.import using (organisation_id = any (array(select access.people_reach())));
alter table import_export.import_row enable row level security;
create policy import_row_reach on import_export.import_row using (exists (select from import_export.import i where i.id = import_id));
alter table import_export.heading_map enable row level security;
create policy heading_map_reach on import_export.heading_map using (organisation_id = any (array(select access.people_reach())));
alter table import_export.organisation_answer enable row level security;
create policy organisation_answer_reach on import_export.organisation_answer using (organisation_id = any (array(select access.people_reach())));

grant usage on schema import_export to dangvu_program;
grant select, insert, update, delete on all tables in schema import_export to dangvu_program;
