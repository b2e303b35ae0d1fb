-- The member sheet (2-HSĐV) and the personal history (1-HSĐV): what each item says, since which day, known since when, from which paper;
-- corrections by proposal; the yearly supplement. What everyday lists read stays in members.person; both say the same on every day.
create schema member_sheet;

create table member_sheet.value (
  id            uuid primary key default gen_random_uuid(),
  person_id     uuid not null references members.person,
  field         text not null,
  content       jsonb not null,
  valid_during  daterange not null,
  basis         text,
  source_id     uuid,
  recorded_by   uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz,
  constraint value_one_a_day exclude using gist (person_id with =, field with =, valid_during with &&) where (superseded_at is null)
);
comment on table member_sheet.value is 'What one item of the sheet says of a person from a day to a day. No row = as members.person knew it. JSON null = nothing to say from that day.';
comment on column member_sheet.value.basis is 'From which paper it was taken.';
create index value_person on member_sheet.value (person_id);
create index value_source on member_sheet.value (source_id) where source_id is not null;

create table member_sheet.entry (
  id            uuid primary key default gen_random_uuid(),
  entry_id      uuid not null,
  person_id     uuid not null references members.person,
  list          text not null,
  content       jsonb not null,
  basis         text,
  source_id     uuid,
  recorded_by   uuid references access.account,
  recorded_at   timestamptz not null default platform.moment(),
  superseded_at timestamptz,
  removed       boolean not null default false
);
comment on table member_sheet.entry is 'One line of a list of the sheet (work, training, family …). entry_id stays the same through its restatements; the days it speaks of are in its content.';
create unique index entry_live on member_sheet.entry (entry_id) where superseded_at is null;
create index entry_person on member_sheet.entry (person_id);

create table member_sheet.campaign (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  year            int not null,
  asked_on        date not null,
  due_on          date not null constraint campaign_due_later check (due_on >= asked_on),
  opened_by       uuid references access.account,
  recorded_at     timestamptz not null default platform.moment(),
  constraint campaign_once_a_year unique (organisation_id, year)
);
comment on table member_sheet.campaign is 'The yearly supplement (3-HSĐV) asked of the members of an organisation.';

create table member_sheet.supplement (
  id            uuid primary key default gen_random_uuid(),
  campaign_id   uuid not null references member_sheet.campaign,
  person_id     uuid not null references members.person,
  state         text not null default 'asked' constraint supplement_state check (state in ('asked','answered','checked','takenIn','returned')),
  answers       jsonb not null default '[]',
  answered_on   date,
  answered_by   uuid references access.account,
  checked_by    uuid references access.account,
  return_reason text,
  version       int not null default 1,
  recorded_at   timestamptz not null default platform.moment(),
  constraint supplement_once unique (campaign_id, person_id)
);
comment on table member_sheet.supplement is 'One member''s form of a yearly supplement. answers: the changes of the year, with what stood before; an empty list says that nothing changed.';
create index supplement_person on member_sheet.supplement (person_id);

create table member_sheet.proposal (
  id              uuid primary key,
  person_id       uuid not null references members.person,
  organisation_id uuid not null references organisations.organisation,
  proposed_by     uuid references access.account,
  proposed_on     date not null,
  kind            text not null constraint proposal_kind check (kind in ('correction','typingError','supplement')),
  changes         jsonb not null,
  reason          text not null,
  paper           text not null,
  state           text not null default 'open' constraint proposal_state check (state in ('open','approved','refused','withdrawn')),
  decided_by      uuid references access.account,
  decided_on      date,
  consent_number  text,
  consent_on      date,
  refusal_reason  text,
  supplement_id   uuid references member_sheet.supplement,
  version         int not null default 1,
  recorded_at     timestamptz not null default platform.moment(),
  constraint proposal_approved_with_consent check (state <> 'approved' or kind = 'supplement' or (consent_number is not null and consent_on is not null)),
  constraint proposal_refused_with_reason check (state <> 'refused' or refusal_reason is not null)
);
comment on table member_sheet.proposal is 'A correction that somebody proposes and the level that keeps the dossier approves or refuses. changes: per item what stood before and what is to stand. organisation_id: the level that keeps the dossier.';
create index proposal_person on member_sheet.proposal (person_id);
create index proposal_open on member_sheet.proposal (proposed_on) where state = 'open';

-- The words of a value: a place says its text.
create function member_sheet.said(content jsonb) returns text language sql immutable parallel safe
return case jsonb_typeof(content) when 'object' then content ->> 'text' else content #>> '{}' end;

-- States what an item says. since null: what held today was wrong, and the new statement takes its place for the same days.
-- since a day: true from that day on; what was said before stays true before it. former: what members.person said until now, for an item
-- that has no statement yet.
create function member_sheet.state(person uuid, item text, said jsonb, since date, paper text, source uuid, by_account uuid,
  former jsonb, former_known_since timestamptz) returns void
language plpgsql set search_path = pg_catalog, member_sheet, members, access, platform, public as $$
declare
  live member_sheet.value;
  during daterange := daterange(null, null);
begin
  if former is not null and not exists (select from member_sheet.value v where v.person_id = person and v.field = item and v.superseded_at is null) then
    insert into member_sheet.value (person_id, field, content, valid_during, recorded_at)
      values (person, item, former, daterange(null, null), coalesce(former_known_since, platform.moment()));
  end if;
  if since is null then
    select v.* into live from member_sheet.value v
      where v.person_id = person and v.field = item and v.superseded_at is null and v.valid_during @> access.today();
    if found then
      during := live.valid_during;
      update member_sheet.value set superseded_at = platform.moment() where id = live.id;
    else
      update member_sheet.value v set superseded_at = platform.moment() where v.person_id = person and v.field = item and v.superseded_at is null;
    end if;
  else
    during := daterange(since, null);
    for live in select v.* from member_sheet.value v
      where v.person_id = person and v.field = item and v.superseded_at is null and v.valid_during && during
    loop
      update member_sheet.value set superseded_at = platform.moment() where id = live.id;
      if lower(live.valid_during) is null or lower(live.valid_during) < since then
        insert into member_sheet.value (person_id, field, content, valid_during, basis, source_id, recorded_by)
          values (person, item, live.content, daterange(lower(live.valid_during), since), live.basis, live.source_id, live.recorded_by);
      end if;
    end loop;
  end if;
  insert into member_sheet.value (person_id, field, content, valid_during, basis, source_id, recorded_by)
    values (person, item, said, during, paper, source, by_account);
end $$;

-- Whatever way writes a person (an approved proposal, an import, its taking back), the sheet says the same. An approved proposal states the
-- sheet first, with the day from which it is true; then there is nothing left to do here.
create function member_sheet.follow_person() returns trigger
language plpgsql security definer set search_path = pg_catalog, member_sheet, members, access, platform, public as $$
declare
  each record;
  stated jsonb;
begin
  for each in
    select t.item, coalesce(t.before, 'null') as before, coalesce(t.after, 'null') as after from (values
      ('fullName', to_jsonb(old.full_name), to_jsonb(new.full_name)), ('otherName', to_jsonb(old.other_name), to_jsonb(new.other_name)),
      ('sex', to_jsonb(old.sex), to_jsonb(new.sex)), ('bornOn', to_jsonb(old.born_on), to_jsonb(new.born_on)),
      ('ethnicity', to_jsonb(old.ethnicity), to_jsonb(new.ethnicity)), ('religion', to_jsonb(old.religion), to_jsonb(new.religion)),
      ('identityNumber', to_jsonb(old.identity_number), to_jsonb(new.identity_number)),
      ('oldIdentityNumber', to_jsonb(old.old_identity_number), to_jsonb(new.old_identity_number)),
      ('phone', to_jsonb(old.phone), to_jsonb(new.phone)),
      ('nativePlace', case when old.native_place is not null then jsonb_build_object('text', old.native_place) end,
        case when new.native_place is not null then jsonb_build_object('text', new.native_place) end),
      ('residence', case when old.residence is not null then jsonb_build_object('text', old.residence) end,
        case when new.residence is not null then jsonb_build_object('text', new.residence) end),
      ('generalEducation', to_jsonb(old.general_education), to_jsonb(new.general_education)),
      ('profession', to_jsonb(old.profession), to_jsonb(new.profession)),
      ('politicalTheory', to_jsonb(old.political_theory), to_jsonb(new.political_theory)),
      ('occupation', to_jsonb(old.occupation), to_jsonb(new.occupation)), ('note', to_jsonb(old.note), to_jsonb(new.note))
    ) as t (item, before, after) where t.before is distinct from t.after
  loop
    select v.content into stated from member_sheet.value v
      where v.person_id = new.id and v.field = each.item and v.superseded_at is null and v.valid_during @> access.today();
    if found and member_sheet.said(stated) is not distinct from member_sheet.said(each.after) then continue; end if;
    perform member_sheet.state(new.id, each.item, each.after, null, nullif(current_setting('dangvu.basis', true), ''),
      nullif(current_setting('dangvu.source', true), '')::uuid, access.account_id(), each.before, old.recorded_at);
  end loop;
  return null;
end $$;
revoke all on function member_sheet.follow_person() from public;
create trigger person_is_followed_by_sheet after update of full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number,
  phone, native_place, residence, general_education, profession, political_theory, occupation, note on members.person
  for each row when (old.* is distinct from new.*) execute function member_sheet.follow_person();

-- The level that keeps the dossiers of a cell's members on a day: the committee of the grassroots organisation; for a grassroots cell,
-- which has no committee of that kind, its direct superior (24-QĐ/TW, 6.2).
create function member_sheet.dossier_keeper(cell uuid, day date) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select c.ancestor_id from organisations.closure c
  join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during @> day
  where c.descendant_id = cell and c.valid_during @> day and c.depth >= (
    select min(g.depth + case when gv.type = 'CB_CO_SO' then 1 else 0 end) from organisations.closure g
    join organisations.version gv on gv.organisation_id = g.ancestor_id and gv.superseded_at is null and gv.valid_during @> day
    where g.descendant_id = cell and g.valid_during @> day and gv.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN'))
  order by c.depth limit 1
$$;

-- Who looked at the covered parts of a person's sheet, newest first; for the person and for those in whose part the person is.
create function member_sheet.openings_of(person uuid)
returns table (recorded_at timestamptz, actor_name text, actor_role text, event text, facts jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select e.recorded_at, e.actor_name, e.actor_role, e.event, e.facts from audit.entry e
  where e.person_id = person and e.event in ('memberSheet.opened', 'memberSheet.proposalOpened', 'members.revealed')
    and (person = members.own_person_id() or exists (select from members.person p where p.id = person and p.keeper_id = any (array(select access.people_reach()))))
  order by e.number desc
$$;
revoke all on function member_sheet.openings_of(uuid), member_sheet.dossier_keeper(uuid, date) from public;

-- Who sees a person sees the sheet; the classes that are covered are the business of the program. Statements are written by those in
-- whose part the person is, never by the person.
do $$
declare t text;
begin
  foreach t in array array['value','entry','proposal','supplement'] loop
    execute format('alter table member_sheet.%I enable row level security', t);
    execute format('create policy %I on member_sheet.%I for select using (exists (select from members.person p where p.id = person_id))', t || '_read', t);
  end loop;
  foreach t in array array['value','entry'] loop
    execute format('create policy %I on member_sheet.%I for insert with check (exists (select from members.person p where p.id = person_id and p.keeper_id = any (array(select access.people_reach()))))', t || '_write', t);
    execute format('create policy %I on member_sheet.%I for update using (exists (select from members.person p where p.id = person_id and p.keeper_id = any (array(select access.people_reach()))))', t || '_change', t);
  end loop;
end $$;
create policy proposal_write on member_sheet.proposal for insert with check (exists (select from members.person p where p.id = person_id));
create policy proposal_change on member_sheet.proposal for update using (exists (select from members.person p where p.id = person_id));
create policy supplement_write on member_sheet.supplement for insert
  with check (exists (select from members.person p where p.id = person_id and p.keeper_id = any (array(select access.people_reach()))));
create policy supplement_change on member_sheet.supplement for update using (exists (select from members.person p where p.id = person_id));
alter table member_sheet.campaign enable row level security;
create policy campaign_read on member_sheet.campaign for select
  using (organisation_id = any (array(select access.people_reach())) or exists (select from member_sheet.supplement s where s.campaign_id = campaign.id));
create policy campaign_write on member_sheet.campaign for insert with check (organisation_id = any (array(select access.people_reach())));

grant usage on schema member_sheet to dangvu_program;
grant select, insert on all tables in schema member_sheet to dangvu_program;
-- Nothing that was said is changed or taken away: it is superseded.
grant update (superseded_at) on member_sheet.value, member_sheet.entry to dangvu_program;
grant update (organisation_id, state, decided_by, decided_on, consent_number, consent_on, refusal_reason, version) on member_sheet.proposal to dangvu_program;
grant update (state, answers, answered_on, answered_by, checked_by, return_reason, version) on member_sheet.supplement to dangvu_program;
grant execute on all functions in schema member_sheet to dangvu_program;
revoke execute on function member_sheet.follow_person() from dangvu_program;
