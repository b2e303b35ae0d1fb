-- What falls with a person (on delete cascade) is derived from them: it is nothing that was built on the entry, and does not keep an
-- import from being taken back.
create or replace function members.referred_to(people uuid[]) returns table (person_id uuid, by_table text)
language plpgsql stable security definer set search_path = pg_catalog, members as $$
declare r record;
begin
  for r in
    select c.conrelid::regclass as from_table, n.nspname || '.' || t.relname as called, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and c.confrelid = 'members.person'::regclass and c.confdeltype <> 'c'
      and (n.nspname, t.relname) not in (('members', 'membership'), ('members', 'status'), ('members', 'placement'), ('members', 'person_version'))
  loop
    return query execute format('select distinct %1$I, %3$L::text from %2$s where %1$I = any ($1)', r.col, r.from_table, r.called) using people;
  end loop;
end $$;
