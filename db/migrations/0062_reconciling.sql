-- The list of an organisation as of a day is frozen, goes out, comes back marked; differences are settled, both levels sign the number.
create schema reconciling;

create table reconciling.round (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  as_of           date not null,
  due_on          date not null,
  note            text,
  opened_on       date not null,
  opened_by       uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint round_due check (due_on >= opened_on and as_of <= opened_on)
);
comment on table reconciling.round is 'Opened by the organisation above for one, many or all grassroots organisations below it. as_of: of which day the lists are. due_on: last day to settle.';

create table reconciling.reconciliation (
  id              uuid primary key,
  round_id        uuid not null references reconciling.round,
  organisation_id uuid not null references organisations.organisation,
  organisation    text not null,
  as_of           date not null,
  due_on          date not null,
  opened_on       date not null,
  ours            int not null,
  known_at        timestamptz not null default platform.moment(),
  version         int not null default 1,
  recorded_by     uuid references access.account,
  constraint reconciliation_once unique (organisation_id, as_of)
);
comment on table reconciling.reconciliation is 'The reconciliation of one organisation. ours: members on its list of the day as known at known_at; the names behind it are reconciling.entry. organisation: its name on that day.';
create index reconciliation_round on reconciling.reconciliation (round_id);

-- Frozen names point at nobody: records that are joined later must not change what was sent out or signed.
create table reconciling.entry (
  reconciliation_id uuid not null references reconciling.reconciliation,
  organisation_id   uuid not null references organisations.organisation,
  place_id          uuid not null references organisations.organisation,
  person_id         uuid not null,
  ordinal           int not null,
  full_name         text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  sex               text,
  ethnicity         text,
  status            text not null,
  card_number       text,
  admitted_on       text,
  confirmed_on      text,
  cell_code         text,
  cell_name         text not null,
  constraint entry_pkey primary key (reconciliation_id, person_id)
);
comment on table reconciling.entry is 'The frozen list, never changed. place_id: the cell on that day. ordinal: by cell and name, as printed. Identity numbers are not frozen.';
create index entry_person on reconciling.entry (person_id);
create index entry_place on reconciling.entry (place_id, reconciliation_id);

create table reconciling.return (
  id                uuid primary key,
  reconciliation_id uuid not null references reconciling.reconciliation,
  organisation_id   uuid not null references organisations.organisation,
  place_id          uuid not null references organisations.organisation,
  file_name         text not null,
  content_hash      text not null,
  layout            text not null,
  rows              int not null,
  skipped           jsonb not null default '[]',
  read_on           date not null,
  read_by           uuid references access.account,
  taken_on          date,
  taken_by          uuid references access.account,
  version           int not null default 1,
  recorded_at       timestamptz not null default platform.moment(),
  constraint return_file_once unique (reconciliation_id, place_id, content_hash)
);
comment on table reconciling.return is 'A marked workbook that came back. place_id: for whom it speaks, the whole organisation or one cell. taken_on null: read and shown only.';

create table reconciling.return_line (
  return_id       uuid not null references reconciling.return,
  ordinal         int not null,
  organisation_id uuid not null references organisations.organisation,
  place_id        uuid not null references organisations.organisation,
  sheet           text,
  sheet_row       int,
  person_id       uuid,
  line_key        text,
  full_name       text not null,
  born_on         text,
  mark            text not null constraint return_line_mark check (mark in ('right','wrong','surplus','missing','absent','unclear')),
  reason          text,
  reason_on       text,
  note            text,
  said            jsonb not null default '{}',
  questions       text[] not null default '{}',
  constraint return_line_pkey primary key (return_id, ordinal)
);
comment on table reconciling.return_line is 'One row of the workbook, or (sheet_row null) a row of the list that the workbook no longer has. said: field to what the workbook says otherwise. questions: what could not be read.';

create table reconciling.statement (
  id                uuid primary key,
  reconciliation_id uuid not null references reconciling.reconciliation,
  organisation_id   uuid not null references organisations.organisation,
  place_id          uuid not null references organisations.organisation,
  person_id         uuid,
  line_key          text,
  full_name         text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  mark              text not null constraint statement_mark check (mark in ('right','wrong','surplus','missing','absent','unclear')),
  reason            text,
  reason_on         text,
  note              text,
  said              jsonb not null default '{}',
  questions         text[] not null default '{}',
  source            text not null constraint statement_source check (source in ('screen','workbook')),
  return_id         uuid references reconciling.return,
  sheet_row         int,
  version           int not null default 1,
  stated_by         uuid references access.account,
  stated_on         date not null,
  recorded_at       timestamptz not null default platform.moment(),
  constraint statement_of check ((person_id is null) = (line_key is not null)),
  constraint statement_missing check (person_id is not null or mark in ('missing','unclear','right'))
);
comment on table reconciling.statement is 'What the other level says of one line. person_id null: somebody whom only their list has. absent: the row was taken out of the workbook. right with a line_key: an added line that was withdrawn.';
create unique index statement_of_person on reconciling.statement (reconciliation_id, person_id) where person_id is not null;
create unique index statement_of_line on reconciling.statement (reconciliation_id, line_key) where person_id is null;

create table reconciling.difference (
  id                uuid primary key,
  reconciliation_id uuid not null references reconciling.reconciliation,
  organisation_id   uuid not null references organisations.organisation,
  place_id          uuid not null references organisations.organisation,
  statement_id      uuid not null references reconciling.statement,
  person_id         uuid,
  kind              text not null constraint difference_kind check (kind in ('died','movedOut','surplus','absent','missing','admitted','movedIn','name','particulars','otherCell','unclear')),
  full_name         text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  ours              jsonb not null default '{}',
  theirs            jsonb not null default '{}',
  note              text,
  owner             text not null constraint difference_owner check (owner in ('cell','grassrootsCommittee','decidingOffice')),
  due_on            date not null,
  state             text not null default 'open' constraint difference_state check (state in ('open','settled','rejected','standing','withdrawn')),
  settled_by        jsonb,
  reason            text,
  decided_on        date,
  decided_by        uuid references access.account,
  version           int not null default 1,
  recorded_at       timestamptz not null default platform.moment(),
  constraint difference_once unique (statement_id, kind),
  constraint difference_settled check ((state = 'settled') = (settled_by is not null)),
  constraint difference_reason check (state not in ('rejected','standing') or reason is not null)
);
comment on table reconciling.difference is 'A difference of the two lists as a small task. settled_by: the act in the register by which both agree (kind, subject, day). withdrawn: their list says so no more. standing: both levels keep to their word.';
create index difference_open on reconciling.difference (due_on) where state = 'open';
create index difference_of on reconciling.difference (reconciliation_id);

create table reconciling.signature (
  id                uuid primary key,
  reconciliation_id uuid not null references reconciling.reconciliation,
  side              text not null constraint signature_side check (side in ('grassroots','superior')),
  number            int not null,
  standing          int not null,
  signer            text not null,
  signed_by         uuid references access.account,
  signed_on         date not null,
  recorded_at       timestamptz not null default platform.moment(),
  withdrawn_on      date,
  withdrawn_reason  text,
  constraint signature_withdrawn check ((withdrawn_on is null) = (withdrawn_reason is null))
);
comment on table reconciling.signature is 'Who signed the agreed number for which level. The names behind it were frozen with the signature of the grassroots.';
create unique index signature_one on reconciling.signature (reconciliation_id, side) where withdrawn_on is null;

create table reconciling.agreed (
  signature_id      uuid not null references reconciling.signature,
  reconciliation_id uuid not null references reconciling.reconciliation,
  organisation_id   uuid not null references organisations.organisation,
  place_id          uuid not null references organisations.organisation,
  person_id         uuid not null,
  ordinal           int not null,
  full_name         text not null,
  born_on           text,
  status            text not null,
  card_number       text,
  cell_name         text not null,
  constraint agreed_pkey primary key (signature_id, person_id)
);
comment on table reconciling.agreed is 'The names behind a signed number, never changed.';

-- The list of an organisation on a day as known now. It is the organisation's own list: whoever has the organisation in the own part is told
-- all of it, people and cells that have gone elsewhere since among them.
create function reconciling.register_on(organisation uuid, day date)
returns table (person_id uuid, cell_id uuid, cell_code text, cell_name text, full_name text, sort_key text, born_on text, sex text, ethnicity text, status text, card_number text, admitted_on text, confirmed_on text, ordinal int)
language sql stable security definer set search_path = pg_catalog, reconciling, members, organisations, access as $$
  select x.id, pl.cell_id, v.code, v.name, x.full_name, x.sort_key, x.born_on, x.sex, x.ethnicity, s.status, m.card_number, m.admitted_on, m.confirmed_on,
    (row_number() over (order by v.code, v.name, x.sort_key collate "C", x.born_on, x.id))::int
  from organisations.closure c
  join members.placement pl on pl.cell_id = c.descendant_id and pl.superseded_at is null and pl.valid_during @> day
  join members.person x on x.id = pl.person_id and x.withdrawn_at is null
  join members.status s on s.person_id = x.id and s.superseded_at is null and s.valid_during @> day
  join organisations.version v on v.organisation_id = pl.cell_id and v.superseded_at is null and v.valid_during @> day
  left join lateral (select * from members.membership m where m.person_id = x.id and m.superseded_at is null order by m.ordinal desc limit 1) m on true
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$$;

-- What was recorded about people since a moment: by what a list of a past day has changed. Told of the people of a list in the own
-- part, who may have gone elsewhere since, and of one's own people: the kind of the act, its day and its paper.
create function reconciling.acts_since(people uuid[], moment timestamptz)
returns table (person_id uuid, kind text, subject_id uuid, recorded_at timestamptz, happened_on date, basis text)
language sql stable security definer set search_path = pg_catalog, reconciling, members, transfers, admission, access as $$
  select distinct on (a.person_id, a.kind) a.person_id, a.kind, a.subject_id, a.recorded_at, a.happened_on, a.basis from (
    select t.person_id, 'transfer', t.id, s.recorded_at, s.occurred_on, t.to_name from transfers.transfer t join transfers.step s on s.transfer_id = t.id and s.act in ('accept','confirmOutside','recordRemoval','recordReturn')
      where t.person_id = any (people) and s.recorded_at >= moment
    union all select m.person_id, 'departure', m.person_id, m.recorded_at, m.ended_on, m.end_kind from members.membership m where m.person_id = any (people) and m.superseded_at is null and m.ended_on is not null and m.recorded_at >= moment
    union all select f.person_id, 'admission', f.id, x.recorded_at, x.occurred_on, null from admission.case_file f join admission.act x on x.case_id = f.id where f.person_id = any (people) and f.kind <> 'confirmation' and f.ceremony_on is not null and x.recorded_at >= moment
    union all select p.person_id, 'placement', p.person_id, p.recorded_at, lower(p.valid_during), p.basis from members.placement p where p.person_id = any (people) and p.superseded_at is null and p.recorded_at >= moment
    union all select x.joined_into, 'joining', x.joined_into, x.withdrawn_at, null, x.full_name from members.person x where x.joined_into = any (people) and x.withdrawn_at >= moment
    union all select x.id, 'joining', x.joined_into, x.withdrawn_at, null, x.full_name from members.person x where x.id = any (people) and x.joined_into is not null and x.withdrawn_at >= moment
    union all select v.person_id, 'correction', v.person_id, v.superseded_at, null, null from members.person_version v where v.person_id = any (people) and v.superseded_at >= moment
    union all select s.person_id, 'status', s.person_id, s.recorded_at, lower(s.valid_during), s.basis from members.status s where s.person_id = any (people) and s.superseded_at is null and s.recorded_at >= moment
    union all select m.person_id, 'membership', m.person_id, m.recorded_at, null, null from members.membership m where m.person_id = any (people) and m.superseded_at is null and m.recorded_at >= moment
  ) a (person_id, kind, subject_id, recorded_at, happened_on, basis)
  where exists (select from reconciling.entry e where e.person_id = a.person_id and (e.organisation_id = any (array(select access.people_reach())) or e.place_id = any (array(select access.people_reach()))))
    or exists (select from members.person x where x.id = a.person_id and x.keeper_id = any (array(select access.people_reach())))
  order by a.person_id, a.kind, a.recorded_at desc
$$;
revoke all on function reconciling.register_on(uuid, date), reconciling.acts_since(uuid[], timestamptz) from public;
grant execute on function reconciling.register_on(uuid, date), reconciling.acts_since(uuid[], timestamptz) to dangvu_program;

-- A list belongs to its organisation and to the cell of each line. The cell below knows that its organisation reconciles, and its own lines.
alter table reconciling.round enable row level security;
create policy round_read on reconciling.round for select using (
  organisation_id = any (array(select access.people_reach())) or exists (select from reconciling.reconciliation r where r.round_id = round.id));
create policy round_write on reconciling.round for insert with check (organisation_id = any (array(select access.people_reach())));
alter table reconciling.reconciliation enable row level security;
create policy reconciliation_read on reconciling.reconciliation for select using (
  organisation_id = any (array(select access.people_reach())) or exists (select from reconciling.entry e where e.reconciliation_id = reconciliation.id and e.place_id = any (array(select access.people_reach()))));
create policy reconciliation_write on reconciling.reconciliation for insert with check (organisation_id = any (array(select access.people_reach())));
create policy reconciliation_change on reconciling.reconciliation for update using (organisation_id = any (array(select access.people_reach())));
alter table reconciling.signature enable row level security;
create policy signature_reach on reconciling.signature using (exists (select from reconciling.reconciliation r where r.id = reconciliation_id));
alter table reconciling.entry enable row level security;
create policy entry_reach on reconciling.entry using (organisation_id = any (array(select access.people_reach())) or place_id = any (array(select access.people_reach())));
alter table reconciling.return enable row level security;
create policy return_reach on reconciling.return using (organisation_id = any (array(select access.people_reach())) or place_id = any (array(select access.people_reach())));
alter table reconciling.return_line enable row level security;
create policy return_line_reach on reconciling.return_line using (organisation_id = any (array(select access.people_reach())) or place_id = any (array(select access.people_reach())));
alter table reconciling.statement enable row level security;
create policy statement_reach on reconciling.statement using (organisation_id = any (array(select access.people_reach())) or place_id = any (array(select access.people_reach())));
alter table reconciling.difference enable row level security;
create policy difference_reach on reconciling.difference using (organisation_id = any (array(select access.people_reach())) or place_id = any (array(select access.people_reach())));
alter table reconciling.agreed enable row level security;
create policy agreed_reach on reconciling.agreed using (organisation_id = any (array(select access.people_reach())) or place_id = any (array(select access.people_reach())));

grant usage on schema reconciling to dangvu_program;
grant select, insert on all tables in schema reconciling to dangvu_program;
grant update on reconciling.reconciliation, reconciling.return, reconciling.statement, reconciling.difference, reconciling.signature to dangvu_program;
