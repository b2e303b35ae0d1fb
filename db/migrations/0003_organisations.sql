-- The dated tree of Party organisations, its acts of law, committees and their terms.
create schema organisations;

create table organisations.act (
  id              uuid primary key,
  kind            text not null constraint act_kind check (kind in ('register','founding','renaming','typeChange','move','merger','split','closure','handover','authorisation','counterAct')),
  decision_number text,
  decided_on      date,
  issued_by       text,
  effective_on    date not null,
  note            text,
  recorded_at     timestamptz not null default platform.moment()
);
comment on table organisations.act is 'An act of law that founds, renames, moves, merges, splits or closes organisations; the dated facts point to it.';

create table organisations.organisation (
  id         uuid primary key,
  founded_on date not null,
  ended_on   date,
  constraint organisation_lives check (ended_on is null or ended_on >= founded_on)
);
comment on table organisations.organisation is 'An organisation as such. Everything said about it is dated and stands in organisations.version and organisations.placement.';

create table organisations.version (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  name            text not null,
  short_name      text not null,
  type            text not null,
  code            text,
  area_kind       text,
  admin_unit_code text,
  residential     boolean not null default false,
  may_decide_admission boolean not null default false,
  valid_during    daterange not null,
  act_id          uuid references organisations.act,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint version_no_overlap exclude using gist (organisation_id with =, valid_during with &&) where (superseded_at is null)
);
comment on table organisations.version is 'Name, type, code and competence of an organisation from a day to a day. short_name is the name without its kind (xã Quang Minh, Thôn Khun Luông).';
comment on column organisations.version.may_decide_admission is 'A grassroots committee authorised to decide on admission itself (đảng ủy cơ sở được ủy quyền).';
create index version_organisation on organisations.version (organisation_id);
create index version_code on organisations.version (code);
create index version_name on organisations.version using gin (platform.fold(name) gin_trgm_ops);

create table organisations.placement (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  parent_id       uuid references organisations.organisation,
  valid_during    daterange not null,
  act_id          uuid references organisations.act,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint placement_no_overlap exclude using gist (organisation_id with =, valid_during with &&) where (superseded_at is null),
  constraint placement_not_own_parent check (parent_id <> organisation_id)
);
comment on table organisations.placement is 'Under which parent an organisation stands from a day to a day; no parent = top of our part of the world.';
create index placement_parent on organisations.placement (parent_id);

create table organisations.closure (
  ancestor_id   uuid not null references organisations.organisation,
  descendant_id uuid not null references organisations.organisation,
  depth         int not null,
  valid_during  daterange not null
);
comment on table organisations.closure is 'Who stands above whom (depth 0 = itself) on which days; derived from the live placements in the same transaction as the act.';
create index closure_down on organisations.closure (ancestor_id, descendant_id);
create index closure_up on organisations.closure (descendant_id, depth);

-- Makes the closure anew from the live placements. Called by every act that changes the tree.
create function organisations.rebuild_closure() returns void
language plpgsql security definer set search_path = pg_catalog, organisations as $$
begin
  -- Two acts at the same time would each add their own copy.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  delete from organisations.closure;
  insert into organisations.closure (ancestor_id, descendant_id, depth, valid_during)
  with recursive line as (
    select organisation_id as ancestor_id, organisation_id as descendant_id, 0 as depth, valid_during
    from organisations.placement where superseded_at is null
    union all
    select p.parent_id, l.descendant_id, l.depth + 1, l.valid_during * p.valid_during
    from line l join organisations.placement p
      on p.organisation_id = l.ancestor_id and p.superseded_at is null and p.parent_id is not null and p.valid_during && l.valid_during
  )
  select ancestor_id, descendant_id, depth, valid_during from line;
end $$;

-- Name of an organisation on a day; its last name when it had ended by then, its first when it was not yet founded.
create function organisations.name_on(organisation uuid, day date) returns text
language sql stable security definer set search_path = pg_catalog, organisations as $$
  select name from organisations.version where organisation_id = organisation and superseded_at is null
  order by valid_during @> day desc, abs(lower(valid_during) - day) limit 1
$$;

-- Short names of cells and of the grassroots organisations they belong to, on a day: what a line of a list says of the place.
create function organisations.places_of(cells uuid[], day date) returns table (cell_id uuid, cell text, organisation text)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, organisations as $$
#variable_conflict use_column
begin
  -- The wanted version is looked for by the organisation alone: by the day as well, the planner would take the index of the ranges.
  return query
    select u.id,
      (select v.short_name from organisations.version v where v.organisation_id = u.id and v.superseded_at is null
        order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1),
      (select g.short_name from organisations.closure c
        join lateral (select v.short_name, v.type from organisations.version v where v.organisation_id = c.ancestor_id and v.superseded_at is null
          order by v.valid_during @> day desc limit 1) g on g.type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
        where c.descendant_id = u.id and c.depth > 0 and c.valid_during @> day order by c.depth limit 1)
    from unnest(cells) u (id);
end $$;

create table organisations.committee (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  kind            text not null constraint committee_kind check (kind in ('committee','cellCommittee','secretaryOnly')),
  term_name       text not null,
  term            daterange not null,
  elected_seats   int not null constraint committee_seats check (elected_seats >= 1),
  standing_seats  int not null default 0,
  basis           text,
  recorded_at     timestamptz not null default platform.moment(),
  superseded_at   timestamptz,
  constraint committee_no_overlap exclude using gist (organisation_id with =, term with &&) where (superseded_at is null)
);
comment on table organisations.committee is 'A committee of one term. A term ends on the day before upper(term). elected_seats is the number of members the congress decided on.';

grant usage on schema organisations to dangvu_program;
grant select, insert, update on all tables in schema organisations to dangvu_program;
grant execute on all functions in schema organisations to dangvu_program;
