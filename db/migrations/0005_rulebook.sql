-- What the administrator put in place of values that are not confirmed against the original text, local limits, and swapped working days.
create schema rulebook;

create table rulebook.override (
  id            uuid primary key,
  rule          text not null,
  entry_from    date not null,
  value         jsonb not null,
  instrument    text not null,
  clause        text not null,
  reason        text not null,
  entered_by    uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz
);
comment on table rulebook.override is 'A value entered for one unconfirmed entry of a rule, with its own citation. Withdrawn by superseded_at, never deleted.';
create unique index override_live on rulebook.override (rule, entry_from) where superseded_at is null;

create table rulebook.swapped_day (
  day         date primary key,
  working     boolean not null,
  basis       text not null,
  recorded_at timestamptz not null default platform.moment()
);
comment on table rulebook.swapped_day is 'A weekend day that is worked or a weekday that is off, as announced for a year.';

grant usage on schema rulebook to dangvu_program;
grant select, insert, update on all tables in schema rulebook to dangvu_program;
