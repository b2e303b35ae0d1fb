-- Who has a card in the book is left out before anybody asks whose the number is: that is asked number by number.
create or replace function cards.not_in_book(top uuid, day date) returns table (person_id uuid, number text) language sql stable as $$
  with waiting as materialized (
    select m.person_id, m.card_number as number
    from members.membership m join members.person p on p.id = m.person_id
    where m.superseded_at is null and m.card_number is not null and m.ended_on is null
      and p.keeper_id = any (array(select descendant_id from organisations.closure where ancestor_id = top and valid_during @> day))
      and not exists (select from cards.card c where c.person_id = m.person_id))
  select distinct on (w.number) w.person_id, w.number from waiting w
  where not exists (select from members.card_numbers_taken(array[w.number], w.person_id)) order by w.number, w.person_id
$$;
