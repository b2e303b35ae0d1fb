-- What this installation is: facts of its own that are not about the Party.
create table platform.installation (
  name        text primary key,
  value       jsonb not null,
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table platform.installation is 'demonstration: {seed, today, complete} when the data are invented; setUpCode: hash of the code for the first administrator.';
grant select on platform.installation to dangvu_program;
