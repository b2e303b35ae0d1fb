-- Membership cards: ranges of numbers given to committees, and every card from its proposal to its end.
create schema cards;

create table cards.number_range (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  digits          int not null constraint number_range_digits check (digits between 4 and 18),
  given           int8range not null,
  numbers         int8range not null,
  basis           text not null,
  given_on        date not null,
  closed_on       date,
  closed_reason   text,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint number_range_not_empty check (not isempty(given) and lower(given) >= 0 and numbers <@ given and (closed_on is not null or numbers = given)),
  constraint number_range_closed_with_reason check ((closed_on is null) = (closed_reason is null)),
  constraint number_range_given_once exclude using gist (digits with =, numbers with &&)
);
comment on table cards.number_range is 'Numbers of cards that a committee may give to members below it. Upper bound exclusive; every number has as many digits as the range says. given: as it was given; numbers: what is left to it, all of it until the range is closed, then only up to the last number that was used, so that the rest may be given to another committee.';

create table cards.card (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  kind            text not null constraint card_kind check (kind in ('first','exchange','reissue','takenOver')),
  cause           text constraint card_cause check (cause in ('damaged','wrongFacts','campaign','lost')),
  note            text,
  state           text not null constraint card_state check (state in ('proposed','decided','held','lost','replaced','withdrawn','keptByFamily','dropped')),
  replaces_id     uuid references cards.card,
  number          text,
  range_id        uuid references cards.number_range,
  rule            jsonb,
  proposed_on     date,
  decision_number text,
  decided_on      date,
  issued_by       text,
  handed_on       date,
  received_by     text,
  ended_on        date,
  ended_reason    text,
  version         int not null default 1,
  recorded_by     uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint card_cause_fits check ((kind in ('exchange','reissue')) = (cause is not null)),
  constraint card_numbered check (state in ('proposed','dropped') or number is not null),
  constraint card_decided check (state in ('proposed','dropped') or kind = 'takenOver' or (decision_number is not null and decided_on is not null)),
  constraint card_ended_with_reason check ((ended_on is null) = (ended_reason is null)),
  constraint card_number_of_one_person exclude using gist (number with =, person_id with <>) where (number is not null)
);
comment on table cards.card is 'A membership card of a person. takenOver: in the hands of the member before the book of cards was kept. A number belongs to one person for ever; an exchanged card may bear it again. received_by: who signed for the card.';
create unique index card_one_under_way on cards.card (person_id) where state in ('proposed','decided');
create unique index card_one_in_hand on cards.card (person_id) where state = 'held';
create index card_person on cards.card (person_id);
create index card_decided on cards.card (decided_on);
create index card_range on cards.card (range_id);

create table cards.step (
  id          uuid primary key,
  card_id     uuid not null references cards.card,
  ordinal     int not null,
  act         text not null,
  occurred_on date not null,
  to_state    text not null,
  note        text,
  recorded_by uuid references access.account,
  recorded_at timestamptz not null default platform.moment(),
  constraint step_in_order unique (card_id, ordinal)
);
comment on table cards.step is 'What was done to a card, in order: from it the state of any day is read, as known at any moment.';

create table cards.loss (
  id                uuid primary key,
  card_id           uuid not null references cards.card,
  lost_on           date not null,
  reported_on       date not null,
  circumstances     text not null,
  outcome           text constraint loss_outcome check (outcome in ('found','lost')),
  concluded_on      date,
  conclusion_paper  text,
  version           int not null default 1,
  recorded_by       uuid references access.account,
  recorded_at       timestamptz not null default platform.moment(),
  constraint loss_in_order check (reported_on >= lost_on and (concluded_on is null or concluded_on >= reported_on)),
  constraint loss_concluded check ((outcome is null) = (concluded_on is null) and (outcome is null) = (conclusion_paper is null))
);
comment on table cards.loss is 'The report that a card is lost, and what was concluded: found again, or lost, so that it may be issued anew.';
create unique index loss_one_open on cards.loss (card_id) where outcome is null;
create index loss_card on cards.loss (card_id);

alter table cards.number_range enable row level security;
alter table cards.card enable row level security;
alter table cards.step enable row level security;
alter table cards.loss enable row level security;
-- Who works below a committee needs its ranges; those of others are not there.
create policy number_range_read on cards.number_range for select using (exists (
  select from organisations.closure c where c.ancestor_id = organisation_id and c.valid_during @> access.today() and c.descendant_id in (select access.people_reach())));
create policy number_range_write on cards.number_range for insert with check (organisation_id in (select access.people_reach()));
create policy number_range_change on cards.number_range for update using (organisation_id in (select access.people_reach()));
create policy card_read on cards.card for select using (exists (select from members.person p where p.id = person_id));
create policy card_write on cards.card for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy card_change on cards.card for update using (exists (select from members.person p where p.id = person_id and p.keeper_id in (select access.people_reach())));
create policy step_read on cards.step for select using (exists (select from cards.card c where c.id = card_id));
create policy step_write on cards.step for insert with check (exists (select from cards.card c join members.person p on p.id = c.person_id where c.id = card_id and p.keeper_id in (select access.people_reach())));
create policy loss_read on cards.loss for select using (exists (select from cards.card c where c.id = card_id));
create policy loss_write on cards.loss for insert with check (exists (select from cards.card c join members.person p on p.id = c.person_id where c.id = card_id and p.keeper_id in (select access.people_reach())));
create policy loss_change on cards.loss for update using (exists (select from cards.card c join members.person p on p.id = c.person_id where c.id = card_id and p.keeper_id in (select access.people_reach())));

-- Numbers of a range that were given already, or stand in the register, in order: whoever has them, wherever in the tree.
create function cards.numbers_used(the_range uuid) returns setof bigint language sql stable security definer set search_path = pg_catalog, cards, members as $$
  with r as (select digits, numbers, lpad(lower(numbers)::text, digits, '0') as first, lpad((upper(numbers) - 1)::text, digits, '0') as last from cards.number_range where id = the_range),
  used as (
    select c.number from cards.card c, r where c.number between r.first and r.last and length(c.number) = r.digits
    union select m.card_number from members.membership m, r where m.superseded_at is null and m.card_number between r.first and r.last and length(m.card_number) = r.digits
  )
  select u.number::bigint from used u, r where u.number ~ '^\d+$' and r.numbers @> u.number::bigint order by 1
$$;

-- Everybody below an organisation whose number stands in the register and who has no card in the book yet; a number that two people have is left out.
create function cards.not_in_book(top uuid, day date) returns table (person_id uuid, number text) language sql stable as $$
  select distinct on (m.card_number) m.person_id, m.card_number
  from members.membership m join members.person p on p.id = m.person_id
  where m.superseded_at is null and m.card_number is not null and m.ended_on is null
    and p.keeper_id in (select descendant_id from organisations.closure where ancestor_id = top and valid_during @> day)
    and not exists (select from cards.card c where c.person_id = m.person_id)
    and not exists (select from members.card_numbers_taken(array[m.card_number], m.person_id))
  order by m.card_number, m.person_id
$$;

grant usage on schema cards to dangvu_program;
grant select, insert on cards.number_range, cards.card, cards.step, cards.loss to dangvu_program;
grant update (numbers, closed_on, closed_reason, version) on cards.number_range to dangvu_program;
grant update (state, number, range_id, rule, decision_number, decided_on, issued_by, handed_on, received_by, ended_on, ended_reason, version) on cards.card to dangvu_program;
grant update (outcome, concluded_on, conclusion_paper, version) on cards.loss to dangvu_program;
