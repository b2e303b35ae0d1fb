-- The number of the membership card from a day to a day. The last spell of membership says the number of today; this table keeps what it was before.
create table members.card_number (
  id            uuid primary key,
  person_id     uuid not null references members.person,
  number        text not null constraint card_number_filled check (number <> ''),
  valid_during  daterange not null constraint card_number_not_empty check (not isempty(valid_during)),
  basis         text,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz,
  constraint card_number_no_overlap exclude using gist (person_id with =, valid_during with &&) where (superseded_at is null)
);
comment on table members.card_number is 'Which number the membership card of a person bore from a day to a day, as far as acts on the card say so. Before the first of them the number of the papers counts.';
create index card_number_person on members.card_number (person_id);
alter table members.card_number enable row level security;
create policy card_number_read on members.card_number for select using (exists (select from members.person p where p.id = person_id));
create policy card_number_write on members.card_number for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy card_number_change on members.card_number for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
grant select, insert on members.card_number to dangvu_program;
grant update (superseded_at) on members.card_number to dangvu_program;

-- Which of these numbers stand in the register of anybody but the person named, wherever in the tree: a number is given only once.
create function members.card_numbers_taken(numbers text[], besides uuid default null) returns setof text language sql stable security definer set search_path = pg_catalog, members as $$
  select distinct m.card_number from members.membership m where m.card_number = any (numbers) and m.superseded_at is null and m.person_id is distinct from besides
  union select c.number from members.card_number c where c.number = any (numbers) and c.superseded_at is null and c.person_id is distinct from besides
$$;
