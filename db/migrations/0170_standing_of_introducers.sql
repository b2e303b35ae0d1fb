-- Whoever may be named as introducer must be an official member who is not disciplined or suspended: said when the name is given, not
-- months later when the cell meets. The standing of a neighbour cell's member is told only of people who may be named at all.
create function admission.standing_of_introducers(cell uuid, people uuid[], days date[], standing_on date)
returns table(person_id uuid, full_name text, status text, disciplined boolean) language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.full_name,
    (select st.status from members.status st where st.person_id = p.id and st.superseded_at is null and st.valid_during @> standing_on limit 1),
    exists (select from members.overlay o where o.person_id = p.id and o.superseded_at is null and o.kind in ('disciplined', 'prosecuted') and o.valid_during @> standing_on)
  from admission.may_introduce(cell, people, days) as m(id) join members.person p on p.id = m.id
$$;
comment on function admission.standing_of_introducers is 'Of the people who may be named as introducers on one of the days: name, and standing on a day. Empty for a cell outside the actor''s part.';
revoke all on function admission.standing_of_introducers(uuid, uuid[], date[], date) from public;
grant execute on function admission.standing_of_introducers(uuid, uuid[], date[], date) to dangvu_program;
