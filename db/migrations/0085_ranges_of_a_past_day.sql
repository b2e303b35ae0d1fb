-- Ranges of numbers as they stood on a day, as known at a moment: when a closing was recorded, and what was used by then.

alter table cards.number_range add column closing_recorded_at timestamptz;
update cards.number_range r set closing_recorded_at = coalesce(
  (select max(e.recorded_at) from audit.entry e where e.event = 'cards.rangeClosed' and e.facts ->> 'rangeId' = r.id::text), platform.moment())
where closed_on is not null;
grant update (closing_recorded_at) on cards.number_range to dangvu_program;
alter table cards.number_range add constraint number_range_closing_has_moment check ((closed_on is null) = (closing_recorded_at is null));

create function cards.numbers_used_on(the_range uuid, day date, known_at timestamptz) returns setof bigint
  language sql stable security definer set search_path to 'pg_catalog', 'cards', 'members'
as $$
  with r as (
    select digits, case when closed_on <= day and closing_recorded_at <= known_at then numbers else given end as numbers,
      lpad(lower(given)::text, digits, '0') as first, lpad((upper(given) - 1)::text, digits, '0') as last
    from cards.number_range where id = the_range
  ), used as (
    select c.number from cards.card c, r where c.number between r.first and r.last and length(c.number) = r.digits
      and exists (select from cards.step x where x.card_id = c.id and x.to_state not in ('proposed', 'dropped') and x.occurred_on <= day and x.recorded_at <= known_at)
    union select m.card_number from members.membership m, r where m.card_number between r.first and r.last and length(m.card_number) = r.digits
      and m.recorded_at <= known_at and (m.superseded_at is null or m.superseded_at > known_at)
      and not exists (select from members.card_number n where n.person_id = m.person_id and n.number = m.card_number and upper_inf(n.valid_during)
        and n.recorded_at <= known_at and (n.superseded_at is null or n.superseded_at > known_at) and lower(n.valid_during) > day)
  )
  select u.number::bigint from used u, r where u.number ~ '^\d+$' and r.numbers @> u.number::bigint order by 1
$$;
grant execute on function cards.numbers_used_on(uuid, date, timestamptz) to dangvu_program;
comment on function cards.numbers_used_on(uuid, date, timestamptz) is 'Numbers of a range that somebody had by the day, as known at the moment, ascending.';
