-- Whatever leaves the house as a file is numbered within its year, so that each copy can be named and found again in the trail.
create table audit.export_number (
  year int primary key,
  last int not null
);
comment on table audit.export_number is 'The last number given to an exported list in a year. Who took it, when and why stands in audit.entry.';

create function audit.next_export(in_year int) returns int
language sql security definer set search_path = pg_catalog, audit as $$
  insert into audit.export_number (year, last) values (in_year, 1)
  on conflict (year) do update set last = audit.export_number.last + 1
  returning last
$$;
revoke all on function audit.next_export(int) from public;
grant execute on function audit.next_export(int) to dangvu_program;
