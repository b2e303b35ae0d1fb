-- Users, sessions, roles held at an organisation from a day to a day, and what the database lets each of them see.
create schema access;

create table access.account (
  id             uuid primary key,
  sign_in_name   text not null constraint account_name_unique unique,
  full_name      text not null,
  password_hash  text,
  disabled_on    date,
  must_change    boolean not null default false,
  large_type     boolean not null default false,
  recorded_at    timestamptz not null default platform.moment()
);
comment on table access.account is 'A person who signs in. Accounts are never deleted, only disabled from a day.';

create table access.role_holding (
  id              uuid primary key,
  account_id      uuid not null references access.account,
  role            text not null constraint role_known check (role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','member','inspector','administrator')),
  organisation_id uuid not null references organisations.organisation,
  held_during     daterange not null,
  basis           text,
  granted_by      uuid,
  recorded_at     timestamptz not null default platform.moment()
);
comment on table access.role_holding is 'A role held at an organisation from a day to a day; ended, never deleted.';
create index role_holding_account on access.role_holding (account_id);

create table access.session (
  token_hash   bytea primary key,
  account_id   uuid not null references access.account,
  holding_id   uuid references access.role_holding,
  kind         text not null constraint session_kind check (kind in ('browser','token')),
  label        text,
  created_at   timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at   timestamptz not null,
  revoked_at   timestamptz
);
comment on table access.session is 'A sign-in or a bearer token; only the hash of the secret is kept. Times are those of the machine, also in the demonstration.';
create index session_account on access.session (account_id);

create table access.sign_in_attempt (
  id           bigint generated always as identity primary key,
  sign_in_name text not null,
  address      text not null,
  succeeded    boolean not null,
  attempted_at timestamptz not null default clock_timestamp()
);
create index sign_in_attempt_name on access.sign_in_attempt (sign_in_name, attempted_at);
create index sign_in_attempt_address on access.sign_in_attempt (address, attempted_at);

-- The day it is for the program (the demonstration has a day of its own).
create function access.today() returns date language sql stable as $$
  select coalesce(nullif(current_setting('dangvu.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
$$;

create function access.account_id() returns uuid language sql stable as $$
  select nullif(current_setting('dangvu.account', true), '')::uuid
$$;
create function access.holding_id() returns uuid language sql stable as $$
  select nullif(current_setting('dangvu.holding', true), '')::uuid
$$;
-- Key of the acting session: the hash of its secret, in hex.
create function access.session_key() returns text language sql stable as $$
  select nullif(current_setting('dangvu.session', true), '')
$$;
-- The keeper of the machine, working from the terminal.
create function access.is_keeper() returns boolean language sql stable as $$
  select coalesce(current_setting('dangvu.keeper', true), '') = 'yes'
$$;

-- Organisations in the part of the tree of the acting role: the organisation at which it is held and all below, today.
-- An empty setting shows nothing.
create function access.reach() returns setof uuid
language plpgsql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
begin
  if access.is_keeper() then
    return query select id from organisations.organisation;
  else
    return query
      select c.descendant_id from access.role_holding h
      join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today();
  end if;
end $$;

-- The same for what concerns people: the administrator and the plain member see nobody by virtue of their role.
create function access.people_reach() returns setof uuid
language plpgsql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
begin
  if access.is_keeper() then
    return query select id from organisations.organisation;
  else
    return query
      select c.descendant_id from access.role_holding h
      join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today()
        and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector');
  end if;
end $$;

-- The same for what concerns users and settings: the whole part of the administrator.
create function access.accounts_reach() returns setof uuid
language sql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
  select c.descendant_id from access.role_holding h
  join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
  where h.id = access.holding_id() and h.held_during @> access.today() and h.role = 'administrator'
$$;

-- Organisations whose names one may read: one's part, and the line above it (for addresses and letterheads).
create function access.names_reach() returns setof uuid
language plpgsql stable security definer rows 500 set search_path = pg_catalog, access, organisations as $$
begin
  return query select access.reach();
  return query
    select c.ancestor_id from access.role_holding h
    join organisations.closure c on c.descendant_id = h.organisation_id and c.depth > 0 and c.valid_during @> access.today()
    where h.id = access.holding_id();
end $$;

-- Begins the work of one request: finds the session, sets who acts for this transaction, tells who it is.
-- No row = no valid session.
create function access.enter(secret_hash bytea)
returns table (account_id uuid, full_name text, sign_in_name text, holding_id uuid, role text, organisation_id uuid, session_kind text)
language plpgsql security definer set search_path = pg_catalog, access as $$
declare
  s record;
begin
  select a.id, a.full_name, a.sign_in_name, h.id as holding_id, h.role, h.organisation_id, x.kind,
    x.last_seen_at < clock_timestamp() - interval '1 minute' as stale
  into s
  from access.session x
  join access.account a on a.id = x.account_id and (a.disabled_on is null or a.disabled_on > access.today())
  left join access.role_holding h on h.id = x.holding_id and h.held_during @> access.today()
  where x.token_hash = secret_hash and x.revoked_at is null and x.expires_at > clock_timestamp()
    and (x.kind = 'token' or x.last_seen_at > clock_timestamp() - interval '30 minutes');
  if not found then return; end if;
  perform set_config('dangvu.account', s.id::text, true), set_config('dangvu.holding', coalesce(s.holding_id::text, ''), true),
    set_config('dangvu.session', encode(secret_hash, 'hex'), true);
  -- Once a minute is enough to know when somebody was last here.
  if s.stale then
    update access.session set last_seen_at = clock_timestamp() where token_hash = secret_hash;
  end if;
  return query select s.id, s.full_name, s.sign_in_name, s.holding_id, s.role, s.organisation_id, s.kind;
end $$;

revoke all on function access.reach(), access.people_reach(), access.accounts_reach(), access.names_reach(), access.enter(bytea) from public;
grant usage on schema access to dangvu_program;
grant select, insert, update on access.account, access.role_holding, access.session to dangvu_program;
grant select, insert on access.sign_in_attempt to dangvu_program;
grant execute on all functions in schema access to dangvu_program;

-- The tree below the own place, and the line above it; nothing beside it.
alter table organisations.organisation enable row level security;
create policy organisation_read on organisations.organisation for select using (id = any (array(select access.names_reach())));
create policy organisation_write on organisations.organisation for insert with check (true);
create policy organisation_change on organisations.organisation for update using (id = any (array(select access.reach())));
alter table organisations.version enable row level security;
create policy version_read on organisations.version for select using (organisation_id = any (array(select access.names_reach())));
create policy version_write on organisations.version for insert with check (true);
create policy version_change on organisations.version for update using (organisation_id = any (array(select access.reach())));
alter table organisations.placement enable row level security;
create policy placement_read on organisations.placement for select using (organisation_id = any (array(select access.names_reach())));
create policy placement_write on organisations.placement for insert with check (true);
create policy placement_change on organisations.placement for update using (organisation_id = any (array(select access.reach())));
alter table organisations.committee enable row level security;
create policy committee_read on organisations.committee for select using (organisation_id = any (array(select access.reach())));
create policy committee_write on organisations.committee for insert with check (organisation_id = any (array(select access.reach())));
create policy committee_change on organisations.committee for update using (organisation_id = any (array(select access.reach())));

-- What was done to people is seen by those who see the people; the rest by whoever keeps or inspects the part.
create policy entry_read on audit.entry for select using (
  access.is_keeper() or actor_id = access.account_id()
  or organisation_id = any (array(select access.people_reach()))
  or (person_id is null and organisation_id = any (array(select access.accounts_reach()))));
