-- What the rules counted at the end of each month for the top of the tree: a year of a whole district is too much to count while somebody waits.

create table data_quality.month_count (
  organisation_id uuid not null constraint month_count_organisation_id_fkey references organisations.organisation (id),
  on_day          date not null,
  counts          jsonb not null,
  kept_at         timestamptz not null default platform.moment(),
  constraint month_count_pkey primary key (organisation_id, on_day)
);
comment on table data_quality.month_count is 'Facts that each rule checked, called wrong, and that were set aside, at the end of a month as known then; counted anew every night, and never told without its moment.';
alter table data_quality.month_count enable row level security;
create policy month_count_read on data_quality.month_count for select using (organisation_id = any (array(select access.reach())));
create policy month_count_keep on data_quality.month_count for all using ((select access.is_keeper())) with check ((select access.is_keeper()));
grant select, insert, update, delete on data_quality.month_count to dangvu_program;
