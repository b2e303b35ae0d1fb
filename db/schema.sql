-- The whole database on one page, read from the catalog of a migrated database. Generated: change db/migrations instead.

create extension btree_gist;
create extension pg_trgm;

create schema platform;

create table platform.idempotency (
  request_key  uuid not null,
  actor_id     uuid not null,
  operation    text not null,
  request_hash bytea not null,
  status       integer,
  answer       jsonb,
  recorded_at  timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (actor_id, request_key)
);
alter table platform.idempotency enable row level security;
CREATE INDEX idempotency_recorded_at ON platform.idempotency USING btree (recorded_at);
create policy idempotency_own on platform.idempotency for all to public
  using (actor_id = (( SELECT access.account_id() AS account_id)) OR ( SELECT access.is_keeper() AS is_keeper) AND actor_id = '00000000-0000-0000-0000-000000000000'::uuid);
grant select, insert, update, delete on platform.idempotency to dangvu_program;
comment on table platform.idempotency is 'Changes that were asked for with a key of the client, and their answers, so that the same request sent twice acts once.';

create table platform.installation (
  name        text not null,
  value       jsonb not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  constraint installation_pkey PRIMARY KEY (name)
);
grant select on platform.installation to dangvu_program;
comment on table platform.installation is 'demonstration: {seed, today, complete} when the data are invented; setUpCode: hash of the code for the first administrator.';

create table platform.migration (
  number     integer not null,
  name       text not null,
  checksum   text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);
grant select on platform.migration to dangvu_program;
comment on table platform.migration is 'Migrations that ran on this database';

create table platform.trace (
  ordinal     bigint not null generated always as identity,
  source_id   uuid not null,
  table_name  text not null,
  superseded  uuid[] not null default '{}'::uuid[],
  written     uuid[] not null default '{}'::uuid[],
  changed     uuid[] not null default '{}'::uuid[],
  column_name text,
  former      text[] not null default '{}'::text[],
  later       text[] not null default '{}'::text[],
  constraint trace_pkey PRIMARY KEY (ordinal)
);
CREATE INDEX trace_source ON platform.trace USING btree (source_id, ordinal);
comment on table platform.trace is 'What an act over sets wrote, table by table, so that it can be taken back. Closed to the program.';

CREATE OR REPLACE PROCEDURE platform.answer_known(IN room text, IN name text, IN since text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
begin
  execute format($s$
    create or replace function %1$I.%4$I(known_at timestamptz) returns setof %1$I.%2$I language sql stable as $f$
      select x.* from %1$I.%2$I x where $1 is null
      union all
      select x.* from %1$I.%2$I x
      where x.%5$I <= $1 and not exists (select from %1$I.%3$I f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from %1$I.%3$I f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::%1$I.%2$I, f.former) r
      where r.%5$I <= $1
    $f$ $s$, room, name, name || '_former', name || '_known', since);
  execute format('comment on function %1$I.%2$I(timestamptz) is %3$L', room, name || '_known', format('Rows of %s.%s as recorded by a moment, inclusive (null: now).', room, name));
  execute format('revoke all on function %1$I.%2$I(timestamptz) from public', room, name || '_known');
  execute format('grant execute on function %1$I.%2$I(timestamptz) to dangvu_program', room, name || '_known');
end $procedure$;
comment on function platform.answer_known(text,text,text) is 'For a table T with T_former: T_known(known_at), the rows of T as recorded by a moment. since: its column with the moment of recording.';

CREATE OR REPLACE FUNCTION platform.disturbed(source uuid)
 RETURNS TABLE(table_name text, row_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'platform'
AS $function$
#variable_conflict use_column
declare t platform.trace;
begin
  for t in select * from platform.trace where source_id = source order by ordinal loop
    if cardinality(t.written) > 0 then
      return query execute format('select %L::text, id from %s where id = any ($1) and superseded_at is not null', t.table_name, t.table_name) using t.written;
    end if;
    if t.column_name is not null then
      return query execute format('select %L::text, x.id from unnest($1, $2) w (id, later) join %s x on x.id = w.id where x.%I::text is distinct from w.later', t.table_name, t.table_name, t.column_name)
        using t.changed, t.later;
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION platform.fold(content text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(regexp_replace(lower((regexp_replace(NORMALIZE(translate(content, 'đĐ'::text, 'dd'::text), NFD), platform.marks(), ''::text, 'g'::text) COLLATE "vi-x-icu")), '[\u200b-\u200d\ufeff\u00ad]+'::text, ''::text, 'g'::text), '[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+'::text, ' '::text, 'g'::text), ' '::text);
grant execute on function platform.fold(text) to dangvu_program;
comment on function platform.fold(text) is 'Text without marks, in small letters, single blanks. Agrees with fold() of src/kernel/vietnamese.ts.';

CREATE OR REPLACE FUNCTION platform.is_restoring()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(current_setting('dangvu.restoring', true), '') = 'yes' and current_user <> session_user
$function$;
grant execute on function platform.is_restoring() to dangvu_program;

CREATE OR REPLACE FUNCTION platform.keep_former()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  execute format('insert into %I.%I (id, former, recorded_until) select o.id, to_jsonb(o), platform.moment() from former o join changed n on n.id = o.id where o is distinct from n', tg_table_schema, tg_table_name || '_former');
  return null;
end $function$;
comment on function platform.keep_former() is 'Trigger of a table T, once a statement: the states before a change go to T_former.';

CREATE OR REPLACE PROCEDURE platform.keep_former_of(IN room text, IN name text, IN since text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
begin
  execute format($s$
    create table %1$I.%3$I (
      ordinal bigint generated always as identity primary key,
      id uuid not null references %1$I.%2$I on delete cascade,
      former jsonb not null,
      recorded_until timestamptz not null
    )$s$, room, name, name || '_former');
  execute format('create index %3$I on %1$I.%2$I (id, recorded_until)', room, name || '_former', name || '_former_row');
  execute format('comment on table %1$I.%2$I is %3$L', room, name || '_former', format('Former states of %s.%s, each with the moment up to which it was what was recorded.', room, name));
  execute format('alter table %1$I.%2$I enable row level security', room, name || '_former');
  execute format('create policy %3$I on %1$I.%2$I using (exists (select from %1$I.%4$I x where x.id = %2$I.id))', room, name || '_former', name || '_former_reach', name);
  execute format('grant select on %1$I.%2$I to dangvu_program', room, name || '_former');
  execute format('create trigger %3$I after update on %1$I.%2$I referencing old table as former new table as changed for each statement execute function platform.keep_former()', room, name, name || '_keeps_former');
  call platform.answer_known(room, name, since);
end $procedure$;
comment on function platform.keep_former_of(text,text,text) is 'For a table T: T_former, the trigger that fills it, and T_known(known_at), which answers the rows of T as recorded by a moment (inclusive). since: its column with the moment of recording.';

CREATE OR REPLACE FUNCTION platform.marks()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09c4\u09c7-\u09c8\u09cb-\u09cd\u09d7\u09e2-\u09e3\u09fe\u0a01-\u0a03\u0a3c\u0a3e-\u0a42\u0a47-\u0a48\u0a4b-\u0a4d\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb-\u0acd\u0ae2-\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3c\u0b3e-\u0b44\u0b47-\u0b48\u0b4b-\u0b4d\u0b55-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bc2\u0bc6-\u0bc8\u0bca-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c44\u0c46-\u0c48\u0c4a-\u0c4d\u0c55-\u0c56\u0c62-\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cc4\u0cc6-\u0cc8\u0cca-\u0ccd\u0cd5-\u0cd6\u0ce2-\u0ce3\u0cf3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d44\u0d46-\u0d48\u0d4a-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca\u0dcf-\u0dd4\u0dd6\u0dd8-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0f97\u0f99-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17b4-\u17d3\u17dd\u180b-\u180d\u180f\u1885-\u1886\u18a9\u1920-\u192b\u1930-\u193b\u1a17-\u1a1b\u1a55-\u1a5e\u1a60-\u1a7c\u1a7f\u1ab0-\u1add\u1ae0-\u1aeb\u1b00-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880-\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U000101fd\U000102e0\U00010376-\U0001037a\U00010a01-\U00010a03\U00010a05-\U00010a06\U00010a0c-\U00010a0f\U00010a38-\U00010a3a\U00010a3f\U00010ae5-\U00010ae6\U00010d24-\U00010d27\U00010d69-\U00010d6d\U00010eab-\U00010eac\U00010efa-\U00010eff\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011000-\U00011002\U00011038-\U00011046\U00011070\U00011073-\U00011074\U0001107f-\U00011082\U000110b0-\U000110ba\U000110c2\U00011100-\U00011102\U00011127-\U00011134\U00011145-\U00011146\U00011173\U00011180-\U00011182\U000111b3-\U000111c0\U000111c9-\U000111cc\U000111ce-\U000111cf\U0001122c-\U00011237\U0001123e\U00011241\U000112df-\U000112ea\U00011300-\U00011303\U0001133b-\U0001133c\U0001133e-\U00011344\U00011347-\U00011348\U0001134b-\U0001134d\U00011357\U00011362-\U00011363\U00011366-\U0001136c\U00011370-\U00011374\U000113b8-\U000113c0\U000113c2\U000113c5\U000113c7-\U000113ca\U000113cc-\U000113d0\U000113d2\U000113e1-\U000113e2\U00011435-\U00011446\U0001145e\U000114b0-\U000114c3\U000115af-\U000115b5\U000115b8-\U000115c0\U000115dc-\U000115dd\U00011630-\U00011640\U000116ab-\U000116b7\U0001171d-\U0001172b\U0001182c-\U0001183a\U00011930-\U00011935\U00011937-\U00011938\U0001193b-\U0001193e\U00011940\U00011942-\U00011943\U000119d1-\U000119d7\U000119da-\U000119e0\U000119e4\U00011a01-\U00011a0a\U00011a33-\U00011a39\U00011a3b-\U00011a3e\U00011a47\U00011a51-\U00011a5b\U00011a8a-\U00011a99\U00011b60-\U00011b67\U00011c2f-\U00011c36\U00011c38-\U00011c3f\U00011c92-\U00011ca7\U00011ca9-\U00011cb6\U00011d31-\U00011d36\U00011d3a\U00011d3c-\U00011d3d\U00011d3f-\U00011d45\U00011d47\U00011d8a-\U00011d8e\U00011d90-\U00011d91\U00011d93-\U00011d97\U00011ef3-\U00011ef6\U00011f00-\U00011f01\U00011f03\U00011f34-\U00011f3a\U00011f3e-\U00011f42\U00011f5a\U00013440\U00013447-\U00013455\U0001611e-\U0001612f\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f\U00016f51-\U00016f87\U00016f8f-\U00016f92\U00016fe4\U00016ff0-\U00016ff1\U0001bc9d-\U0001bc9e\U0001cf00-\U0001cf2d\U0001cf30-\U0001cf46\U0001d165-\U0001d169\U0001d16d-\U0001d172\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001da9f\U0001daa1-\U0001daaf\U0001e000-\U0001e006\U0001e008-\U0001e018\U0001e01b-\U0001e021\U0001e023-\U0001e024\U0001e026-\U0001e02a\U0001e08f\U0001e130-\U0001e136\U0001e2ae\U0001e2ec-\U0001e2ef\U0001e4ec-\U0001e4ef\U0001e5ee-\U0001e5ef\U0001e6e3\U0001e6e6\U0001e6ee-\U0001e6ef\U0001e6f5\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a\U000e0100-\U000e01ef]+'::text;
grant execute on function platform.marks() to dangvu_program;

CREATE OR REPLACE FUNCTION platform.moment()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('dangvu.now'::text, true), ''::text))::timestamp with time zone, now());
grant execute on function platform.moment() to dangvu_program;
comment on function platform.moment() is 'When a change is recorded: the moment of the program''s clock, which in the demonstration is not that of the machine.';

CREATE OR REPLACE FUNCTION platform.take_back(source uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'platform', 'public'
AS $function$
declare
  t platform.trace;
  kept text;
  type_name text;
begin
  for t in select * from platform.trace where source_id = source order by ordinal desc loop
    if cardinality(t.written) > 0 then
      execute format('update %s set superseded_at = platform.moment() where id = any ($1) and superseded_at is null', t.table_name) using t.written;
    end if;
    if cardinality(t.superseded) > 0 then
      select string_agg(quote_ident(attname), ', ' order by attnum) into kept from pg_attribute
        where attrelid = t.table_name::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'recorded_at', 'superseded_at');
      execute format('insert into %1$s (id, %2$s) select gen_random_uuid(), %2$s from %1$s where id = any ($1)', t.table_name, kept) using t.superseded;
    end if;
    if t.column_name is not null then
      select format_type(atttypid, atttypmod) into type_name from pg_attribute where attrelid = t.table_name::regclass and attname = t.column_name;
      execute format('update %1$s x set %2$I = w.former::%3$s from unnest($1, $2) w (id, former) where x.id = w.id', t.table_name, t.column_name, type_name) using t.changed, t.former;
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION platform.trace_column(source uuid, of_table text, of_column text, changed uuid[], former text[], later text[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'platform'
AS $function$
  insert into platform.trace (source_id, table_name, column_name, changed, former, later)
  select source, of_table, of_column, changed, former, later where changed is not null
$function$;

CREATE OR REPLACE FUNCTION platform.trace_rows(source uuid, of_table text, superseded uuid[], written uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'platform'
AS $function$
  insert into platform.trace (source_id, table_name, superseded, written)
  select source, of_table, coalesce(superseded, '{}'), coalesce(written, '{}') where superseded is not null or written is not null
$function$;

create schema access;

create table access.account (
  id            uuid not null,
  sign_in_name  text not null,
  full_name     text not null,
  password_hash text,
  disabled_on   date,
  must_change   boolean not null default false,
  large_type    boolean not null default false,
  recorded_at   timestamp with time zone not null default platform.moment(),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_name_unique UNIQUE (sign_in_name)
);
grant select, insert, update on access.account to dangvu_program;
comment on table access.account is 'A person who signs in. Accounts are never deleted, only disabled from a day.';

create table access.role_holding (
  id              uuid not null,
  account_id      uuid not null,
  role            text not null,
  organisation_id uuid not null,
  held_during     daterange not null,
  basis           text,
  granted_by      uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint role_holding_pkey PRIMARY KEY (id),
  constraint role_holding_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint role_holding_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint role_known CHECK (role = ANY (ARRAY['superiorOfficer'::text, 'leader'::text, 'grassrootsOfficer'::text, 'cellSecretary'::text, 'member'::text, 'inspector'::text, 'administrator'::text]))
);
CREATE INDEX role_holding_account ON access.role_holding USING btree (account_id);
grant select, insert, update on access.role_holding to dangvu_program;
comment on table access.role_holding is 'A role held at an organisation from a day to a day; ended, never deleted.';

create table access.session (
  token_hash   bytea not null,
  account_id   uuid not null,
  holding_id   uuid,
  kind         text not null,
  label        text,
  created_at   timestamp with time zone not null default clock_timestamp(),
  last_seen_at timestamp with time zone not null default clock_timestamp(),
  expires_at   timestamp with time zone not null,
  revoked_at   timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint session_holding_id_fkey FOREIGN KEY (holding_id) REFERENCES access.role_holding(id),
  constraint session_kind CHECK (kind = ANY (ARRAY['browser'::text, 'token'::text]))
);
CREATE INDEX session_account ON access.session USING btree (account_id);
grant select, insert, update on access.session to dangvu_program;
comment on table access.session is 'A sign-in or a bearer token; only the hash of the secret is kept. Times are those of the machine, also in the demonstration.';

create table access.sign_in_attempt (
  id           bigint not null generated always as identity,
  sign_in_name text not null,
  address      text not null,
  succeeded    boolean not null,
  attempted_at timestamp with time zone not null default clock_timestamp(),
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_attempt_address ON access.sign_in_attempt USING btree (address, attempted_at);
CREATE INDEX sign_in_attempt_name ON access.sign_in_attempt USING btree (sign_in_name, attempted_at);
grant select, insert on access.sign_in_attempt to dangvu_program;

CREATE OR REPLACE FUNCTION access.account_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('dangvu.account', true), '')::uuid
$function$;
grant execute on function access.account_id() to dangvu_program;

CREATE OR REPLACE FUNCTION access.accounts_reach()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 500
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
  select c.descendant_id from access.role_holding h
  join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
  where h.id = access.holding_id() and h.held_during @> access.today() and h.role = 'administrator'
  union all
  select b from access.role_holding h cross join lateral access.afterlife_below(h.id) b
  where h.id = access.holding_id() and h.held_during @> access.today() and h.role = 'administrator'
$function$;
grant execute on function access.accounts_reach() to dangvu_program;

CREATE OR REPLACE FUNCTION access.afterlife_below(holding uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
  select distinct a.organisation_id from organisations.afterlife a
  where a.valid_during @> access.today()
    and exists (select from access.role_holding h join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = holding and c.descendant_id = a.stands_with)
    and not exists (select from organisations.closure own where own.descendant_id = a.organisation_id and own.depth = 0 and own.valid_during @> access.today())
$function$;

CREATE OR REPLACE FUNCTION access.enter(secret_hash bytea)
 RETURNS TABLE(account_id uuid, full_name text, sign_in_name text, holding_id uuid, role text, organisation_id uuid, session_kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access'
AS $function$
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
end $function$;
grant execute on function access.enter(bytea) to dangvu_program;

CREATE OR REPLACE FUNCTION access.enter_on(secret_hash bytea, today text, moment text)
 RETURNS TABLE(account_id uuid, full_name text, sign_in_name text, holding_id uuid, role text, organisation_id uuid, session_kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access'
AS $function$
begin
  perform set_config('dangvu.today', today, true), set_config('dangvu.now', moment, true);
  return query select * from access.enter(secret_hash);
end $function$;
grant execute on function access.enter_on(bytea,text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION access.holding_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('dangvu.holding', true), '')::uuid
$function$;
grant execute on function access.holding_id() to dangvu_program;

CREATE OR REPLACE FUNCTION access.is_keeper()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(current_setting('dangvu.keeper', true), '') = 'yes'
$function$;
grant execute on function access.is_keeper() to dangvu_program;

CREATE OR REPLACE FUNCTION access.known_at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('dangvu.known_at', true), '')::timestamptz $function$;
grant execute on function access.known_at() to dangvu_program;
comment on function access.known_at() is 'The moment of which a reading tells what was known; null: now. Set by the runner for the transaction, as the day of today is.';

CREATE OR REPLACE FUNCTION access.names_reach()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 500
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
begin
  return query select access.reach();
  return query
    select c.ancestor_id from access.role_holding h
    join organisations.closure c on c.descendant_id = h.organisation_id and c.depth > 0 and c.valid_during @> access.today()
    where h.id = access.holding_id();
end $function$;
grant execute on function access.names_reach() to dangvu_program;

CREATE OR REPLACE FUNCTION access.people_reach()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 500
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
begin
  if access.is_keeper() then
    return query select id from organisations.organisation;
  else
    return query
      select c.descendant_id from access.role_holding h
      join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today()
        and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector');
    if exists (select from organisations.afterlife) then
      return query select b from access.role_holding h cross join lateral access.afterlife_below(h.id) b
        where h.id = access.holding_id() and h.held_during @> access.today() and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector');
    end if;
  end if;
end $function$;
grant execute on function access.people_reach() to dangvu_program;

CREATE OR REPLACE FUNCTION access.reach()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 500
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
begin
  if access.is_keeper() then
    return query select id from organisations.organisation;
  else
    return query
      select c.descendant_id from access.role_holding h
      join organisations.closure c on c.ancestor_id = h.organisation_id and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today();
    if exists (select from organisations.afterlife) then
      return query select b from access.role_holding h cross join lateral access.afterlife_below(h.id) b
        where h.id = access.holding_id() and h.held_during @> access.today();
    end if;
  end if;
end $function$;
grant execute on function access.reach() to dangvu_program;

CREATE OR REPLACE FUNCTION access.reaches(organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
begin
  if access.is_keeper() then return exists (select from organisations.organisation o where o.id = organisation); end if;
  return exists (select from access.role_holding h join organisations.closure c on c.ancestor_id = h.organisation_id and c.descendant_id = organisation and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today())
    or exists (select from organisations.afterlife a where a.organisation_id = organisation) and organisation in (select access.reach());
end $function$;
grant execute on function access.reaches(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION access.reaches_every_name()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
  with top as (select p.organisation_id from organisations.placement p where p.parent_id is null and p.superseded_at is null and p.valid_during @> access.today())
  select access.is_keeper() or (select count(*) from top) = 1
    and exists (select from access.role_holding h join top on top.organisation_id = h.organisation_id where h.id = access.holding_id() and h.held_during @> access.today())
$function$;
grant execute on function access.reaches_every_name() to dangvu_program;

CREATE OR REPLACE FUNCTION access.reaches_people(organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access', 'organisations'
AS $function$
begin
  if access.is_keeper() then return exists (select from organisations.organisation o where o.id = organisation); end if;
  return exists (select from access.role_holding h join organisations.closure c on c.ancestor_id = h.organisation_id and c.descendant_id = organisation and c.valid_during @> access.today()
      where h.id = access.holding_id() and h.held_during @> access.today() and h.role in ('superiorOfficer','leader','grassrootsOfficer','cellSecretary','inspector'))
    or exists (select from organisations.afterlife a where a.organisation_id = organisation) and organisation in (select access.people_reach());
end $function$;
grant execute on function access.reaches_people(uuid) to dangvu_program;
comment on function access.reaches_people(uuid) is 'Whether access.people_reach names the organisation.';

CREATE OR REPLACE FUNCTION access.reorganise(act uuid, on_day date, gone uuid[], moves jsonb, paper text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access', 'platform', 'public'
AS $function$
declare
  held constant uuid[] := array(select id from access.role_holding where organisation_id = any (gone) and not isempty(held_during) and (upper_inf(held_during) or upper(held_during) > on_day));
begin
  insert into access.role_holding (id, account_id, role, organisation_id, held_during, basis, granted_by)
    select r."newId", h.account_id, h.role, r."toId", daterange(greatest(lower(h.held_during), on_day), upper(h.held_during)), paper, access.account_id()
    from jsonb_to_recordset(moves) r ("holdingId" uuid, "toId" uuid, "newId" uuid) join access.role_holding h on h.id = r."holdingId" and h.id = any (held);
  perform platform.trace_column(act, 'access.role_holding', 'held_during', array_agg(h.id), array_agg('empty'::text), array_agg(h.held_during::text))
    from jsonb_to_recordset(moves) r ("newId" uuid) join access.role_holding h on h.id = r."newId";
  perform platform.trace_column(act, 'access.role_holding', 'held_during', array_agg(h.id), array_agg(h.held_during::text),
      array_agg(case when lower(h.held_during) < on_day then daterange(lower(h.held_during), on_day) else 'empty' end::text))
    from access.role_holding h where h.id = any (held);
  update access.role_holding set held_during = case when lower(held_during) < on_day then daterange(lower(held_during), on_day) else 'empty' end where id = any (held);
  update access.session s set holding_id = r."newId" from jsonb_to_recordset(moves) r ("holdingId" uuid, "newId" uuid) where s.holding_id = r."holdingId" and on_day <= access.today();
end $function$;

CREATE OR REPLACE FUNCTION access.session_key()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('dangvu.session', true), '')
$function$;
grant execute on function access.session_key() to dangvu_program;

CREATE OR REPLACE FUNCTION access.take_sessions_back(act uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'access', 'platform'
AS $function$
  update access.session s set holding_id = was.id
  from access.role_holding taken, access.role_holding was
  where s.holding_id = taken.id and isempty(taken.held_during) and was.account_id = taken.account_id and was.role = taken.role and not isempty(was.held_during)
    and taken.id in (select unnest(t.changed) from platform.trace t where t.source_id = act and t.table_name = 'access.role_holding')
    and was.id in (select unnest(t.changed) from platform.trace t where t.source_id = act and t.table_name = 'access.role_holding')
$function$;

CREATE OR REPLACE FUNCTION access.today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(nullif(current_setting('dangvu.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date)
$function$;
grant execute on function access.today() to dangvu_program;

create schema admission;

create table admission.act (
  id          uuid not null,
  case_id     uuid not null,
  ordinal     integer not null,
  step        text,
  kind        text not null,
  occurred_on date not null,
  from_stage  text,
  to_stage    text not null,
  facts       jsonb not null default '{}'::jsonb,
  rules       jsonb not null default '[]'::jsonb,
  acted_by    uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint act_pkey PRIMARY KEY (id),
  constraint act_order UNIQUE (case_id, ordinal),
  constraint act_acted_by_fkey FOREIGN KEY (acted_by) REFERENCES access.account(id),
  constraint act_case_id_fkey FOREIGN KEY (case_id) REFERENCES admission.case_file(id)
);
alter table admission.act enable row level security;
create policy act_reach on admission.act for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file c
  WHERE c.id = act.case_id)));
grant select, insert on admission.act to dangvu_program;
comment on table admission.act is 'What was done to a file, in order, with the rule entries that judged it (rule, pack, value, citation, date that picked it). Never changed.';

create table admission.case_file (
  id                    uuid not null,
  kind                  text not null,
  person_id             uuid not null,
  cell_id               uuid not null,
  stage                 text not null,
  stage_since           date not null,
  opened_on             date not null,
  circumstances         jsonb not null default '{}'::jsonb,
  cell_resolved_on      date,
  sent_up_on            date,
  committee_resolved_on date,
  sent_to_deciding_on   date,
  submitted_on          date,
  extended_by           integer not null default 0,
  decided_on            date,
  decision_number       text,
  decision_signatory    text,
  decided_by            uuid,
  decision_received_on  date,
  ceremony_on           date,
  ceremony_consent      text,
  mentor_id             uuid,
  mentor_since          date,
  moved_after           text,
  dossier_opened_on     date,
  probation_from        date,
  probation_until       date,
  effective_on          date,
  closed_on             date,
  close_reason          text,
  returned_at_level     text,
  version               integer not null default 1,
  recorded_at           timestamp with time zone not null default platform.moment(),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES organisations.organisation(id),
  constraint case_file_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.organisation(id),
  constraint case_file_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES members.person(id),
  constraint case_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint case_ceremony_after_decision CHECK (ceremony_on >= decided_on),
  constraint case_kind CHECK (kind = ANY (ARRAY['admission'::text, 'readmission'::text, 'confirmation'::text]))
);
alter table admission.case_file enable row level security;
CREATE INDEX case_cell ON admission.case_file USING btree (cell_id) WHERE closed_on IS NULL;
CREATE INDEX case_decided ON admission.case_file USING btree (decided_on);
CREATE INDEX case_decision_key ON admission.case_file USING btree (search.number_key(decision_number) COLLATE "C") WHERE decision_number IS NOT NULL;
CREATE UNIQUE INDEX case_decision_number ON admission.case_file USING btree (decided_by, decision_number, decided_on) WHERE decision_number IS NOT NULL;
CREATE UNIQUE INDEX case_one_open ON admission.case_file USING btree (person_id, (kind = 'confirmation'::text)) WHERE closed_on IS NULL;
CREATE INDEX case_person ON admission.case_file USING btree (person_id);
CREATE TRIGGER case_file_keeps_former AFTER UPDATE ON admission.case_file REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy case_file_reach on admission.case_file for all to public
  using ((cell_id IN ( SELECT access.people_reach() AS people_reach)) OR person_id = (( SELECT members.own_person_id() AS own_person_id)));
grant select, insert, update on admission.case_file to dangvu_program;
comment on table admission.case_file is 'One file from application to ceremony (admission, readmission) or from ceremony to the recognition as full member (confirmation). stage is the state reached by the acts in admission.act.';

create table admission.case_file_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint case_file_former_pkey PRIMARY KEY (ordinal),
  constraint case_file_former_id_fkey FOREIGN KEY (id) REFERENCES admission.case_file(id) ON DELETE CASCADE
);
alter table admission.case_file_former enable row level security;
CREATE INDEX case_file_former_row ON admission.case_file_former USING btree (id, recorded_until);
create policy case_file_former_reach on admission.case_file_former for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file x
  WHERE x.id = case_file_former.id)));
grant select on admission.case_file_former to dangvu_program;
comment on table admission.case_file_former is 'Former states of admission.case_file, each with the moment up to which it was what was recorded.';

create table admission.document (
  id            uuid not null,
  case_id       uuid not null,
  type          text not null,
  subject_id    uuid,
  number        text,
  dated_on      date,
  received_on   date not null,
  pages         integer,
  state         text not null,
  fault         text,
  remark        text,
  checked_by    uuid,
  checked_on    date,
  sending       integer not null default 1,
  replaces_id   uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_case_id_fkey FOREIGN KEY (case_id) REFERENCES admission.case_file(id),
  constraint document_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES access.account(id),
  constraint document_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES admission.document(id),
  constraint document_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES members.person(id),
  constraint document_fault CHECK (fault = ANY (ARRAY['missing'::text, 'stale'::text, 'unsigned'::text, 'wrongForm'::text, 'contradiction'::text, 'illegible'::text, 'procedure'::text, 'other'::text])),
  constraint document_state CHECK (state = ANY (ARRAY['toCheck'::text, 'valid'::text, 'needsWork'::text]))
);
alter table admission.document enable row level security;
CREATE INDEX document_case ON admission.document USING btree (case_id) WHERE superseded_at IS NULL;
CREATE TRIGGER document_keeps_former AFTER UPDATE ON admission.document REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy document_reach on admission.document for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file c
  WHERE c.id = document.case_id)));
grant select, insert, update on admission.document to dangvu_program;
comment on table admission.document is 'A paper in a file. subject_id: whose statement it is (introducer). sending: with which sending it came, from 1; a replaced paper is superseded, not overwritten.';

create table admission.document_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint document_former_pkey PRIMARY KEY (ordinal),
  constraint document_former_id_fkey FOREIGN KEY (id) REFERENCES admission.document(id) ON DELETE CASCADE
);
alter table admission.document_former enable row level security;
CREATE INDEX document_former_row ON admission.document_former USING btree (id, recorded_until);
create policy document_former_reach on admission.document_former for all to public
  using ((EXISTS ( SELECT
   FROM admission.document x
  WHERE x.id = document_former.id)));
grant select on admission.document_former to dangvu_program;
comment on table admission.document_former is 'Former states of admission.document, each with the moment up to which it was what was recorded.';

create table admission.mentor_remark (
  id          uuid not null,
  case_id     uuid not null,
  written_on  date not null,
  text        text not null,
  written_by  uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint mentor_remark_pkey PRIMARY KEY (id),
  constraint mentor_remark_case_id_fkey FOREIGN KEY (case_id) REFERENCES admission.case_file(id),
  constraint mentor_remark_written_by_fkey FOREIGN KEY (written_by) REFERENCES access.account(id)
);
alter table admission.mentor_remark enable row level security;
CREATE INDEX mentor_remark_case ON admission.mentor_remark USING btree (case_id, written_on);
create policy mentor_remark_reach on admission.mentor_remark for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file c
  WHERE c.id = mentor_remark.case_id)));
grant select, insert, update on admission.mentor_remark to dangvu_program;

create table admission.return (
  id           uuid not null,
  case_id      uuid not null,
  returned_on  date not null,
  from_level   text not null,
  to_level     text not null,
  due_on       date not null,
  resent_on    date,
  withdrawn_on date,
  note         text,
  recorded_at  timestamp with time zone not null default platform.moment(),
  constraint return_pkey PRIMARY KEY (id),
  constraint return_case_id_fkey FOREIGN KEY (case_id) REFERENCES admission.case_file(id)
);
alter table admission.return enable row level security;
CREATE INDEX return_case ON admission.return USING btree (case_id);
CREATE INDEX return_day ON admission.return USING btree (returned_on);
CREATE TRIGGER return_keeps_former AFTER UPDATE ON admission.return REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy return_reach on admission.return for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file c
  WHERE c.id = return.case_id)));
grant select, insert, update on admission.return to dangvu_program;

create table admission.return_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint return_former_pkey PRIMARY KEY (ordinal),
  constraint return_former_id_fkey FOREIGN KEY (id) REFERENCES admission.return(id) ON DELETE CASCADE
);
alter table admission.return_former enable row level security;
CREATE INDEX return_former_row ON admission.return_former USING btree (id, recorded_until);
create policy return_former_reach on admission.return_former for all to public
  using ((EXISTS ( SELECT
   FROM admission.return x
  WHERE x.id = return_former.id)));
grant select on admission.return_former to dangvu_program;
comment on table admission.return_former is 'Former states of admission.return, each with the moment up to which it was what was recorded.';

create table admission.return_reason (
  id            uuid not null,
  return_id     uuid not null,
  document_type text,
  document_id   uuid,
  condition     text,
  what          text not null,
  todo          text not null,
  kind          text not null,
  ordinal       integer not null default 1,
  constraint return_reason_pkey PRIMARY KEY (id),
  constraint return_reason_document_id_fkey FOREIGN KEY (document_id) REFERENCES admission.document(id),
  constraint return_reason_return_id_fkey FOREIGN KEY (return_id) REFERENCES admission.return(id),
  constraint return_reason_kind CHECK (kind = ANY (ARRAY['missing'::text, 'stale'::text, 'unsigned'::text, 'wrongForm'::text, 'contradiction'::text, 'illegible'::text, 'procedure'::text, 'other'::text])),
  constraint return_reason_names_something CHECK (COALESCE(document_type, condition) IS NOT NULL)
);
alter table admission.return_reason enable row level security;
CREATE INDEX return_reason_return ON admission.return_reason USING btree (return_id);
create policy return_reason_reach on admission.return_reason for all to public
  using ((EXISTS ( SELECT
   FROM admission.return r
  WHERE r.id = return_reason.return_id)));
grant select, insert, update on admission.return_reason to dangvu_program;

create table admission.scan (
  id           uuid not null,
  document_id  uuid not null,
  content_hash text not null,
  media_type   text not null,
  byte_size    integer not null,
  file_name    text not null,
  uploaded_by  uuid,
  recorded_at  timestamp with time zone not null default platform.moment(),
  constraint scan_pkey PRIMARY KEY (id),
  constraint scan_document_id_fkey FOREIGN KEY (document_id) REFERENCES admission.document(id),
  constraint scan_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES access.account(id)
);
alter table admission.scan enable row level security;
CREATE INDEX scan_document ON admission.scan USING btree (document_id);
create policy scan_reach on admission.scan for all to public
  using ((EXISTS ( SELECT
   FROM admission.document d
  WHERE d.id = scan.document_id)));
grant select, insert, update on admission.scan to dangvu_program;

create table admission.verification (
  id          uuid not null,
  case_id     uuid not null,
  about       text not null,
  place       text not null,
  abroad      boolean not null default false,
  asked_on    date not null,
  replied_on  date,
  by_letter   boolean,
  outcome     text,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint verification_pkey PRIMARY KEY (id),
  constraint verification_case_id_fkey FOREIGN KEY (case_id) REFERENCES admission.case_file(id),
  constraint verification_about CHECK (about = ANY (ARRAY['candidate'::text, 'father'::text, 'mother'::text, 'fosterer'::text, 'spouse'::text, 'spouseFather'::text, 'spouseMother'::text, 'child'::text])),
  constraint verification_reply CHECK ((replied_on IS NULL) = (by_letter IS NULL) AND replied_on >= asked_on)
);
alter table admission.verification enable row level security;
CREATE INDEX verification_case ON admission.verification USING btree (case_id);
CREATE TRIGGER verification_keeps_former AFTER UPDATE ON admission.verification REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy verification_reach on admission.verification for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file c
  WHERE c.id = verification.case_id)));
grant select, insert, update on admission.verification to dangvu_program;

create table admission.verification_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint verification_former_pkey PRIMARY KEY (ordinal),
  constraint verification_former_id_fkey FOREIGN KEY (id) REFERENCES admission.verification(id) ON DELETE CASCADE
);
alter table admission.verification_former enable row level security;
CREATE INDEX verification_former_row ON admission.verification_former USING btree (id, recorded_until);
create policy verification_former_reach on admission.verification_former for all to public
  using ((EXISTS ( SELECT
   FROM admission.verification x
  WHERE x.id = verification_former.id)));
grant select on admission.verification_former to dangvu_program;
comment on table admission.verification_former is 'Former states of admission.verification, each with the moment up to which it was what was recorded.';

create table admission.vote (
  id                uuid not null,
  case_id           uuid not null,
  level             text not null,
  question          text not null,
  ordinal           integer not null default 1,
  held_on           date not null,
  roll              integer not null,
  excluded          jsonb not null default '[]'::jsonb,
  denominator       integer not null,
  required          integer not null,
  present           integer not null,
  in_favour         integer not null,
  against           integer not null,
  invalid           integer not null,
  outcome           text not null,
  resolution_number text,
  rule              jsonb not null,
  recorded_at       timestamp with time zone not null default platform.moment(),
  constraint vote_pkey PRIMARY KEY (id),
  constraint vote_order UNIQUE (case_id, level, ordinal),
  constraint vote_case_id_fkey FOREIGN KEY (case_id) REFERENCES admission.case_file(id),
  constraint vote_level CHECK (level = ANY (ARRAY['cell'::text, 'section'::text, 'committee'::text, 'standingBoard'::text])),
  constraint vote_outcome CHECK (outcome = ANY (ARRAY['carried'::text, 'lost'::text])),
  constraint vote_question CHECK (question = ANY (ARRAY['admit'::text, 'confirm'::text, 'strikeOff'::text])),
  constraint vote_within_present CHECK ((in_favour + against + invalid) <= present AND present <= roll)
);
alter table admission.vote enable row level security;
create policy vote_reach on admission.vote for all to public
  using ((EXISTS ( SELECT
   FROM admission.case_file c
  WHERE c.id = vote.case_id)));
grant select, insert, update on admission.vote to dangvu_program;
comment on table admission.vote is 'Numbers only: nobody''s vote. excluded: who is not in the denominator and why, frozen as on the day of the meeting; rule: the share that decided.';

CREATE OR REPLACE FUNCTION admission.case_file_known(known_at timestamp with time zone)
 RETURNS SETOF admission.case_file
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from admission.case_file x where $1 is null
      union all
      select x.* from admission.case_file x
      where x.recorded_at <= $1 and not exists (select from admission.case_file_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from admission.case_file_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::admission.case_file, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function admission.case_file_known(timestamp with time zone) to dangvu_program;
comment on function admission.case_file_known(timestamp with time zone) is 'Rows of admission.case_file as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION admission.cell_on(file uuid, day date, known_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with asked as (select least(((day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') - interval '1 microsecond', known_at) as moment),
  moves as (select a.ordinal, a.occurred_on, a.recorded_at, (a.facts ->> 'fromCellId')::uuid as from_cell_id from admission.act a where a.case_id = file and a.kind = 'moveCase')
  select coalesce(
    (select m.from_cell_id from moves m where m.occurred_on > day or m.recorded_at > known_at order by m.ordinal limit 1),
    (select (f.former ->> 'cell_id')::uuid from admission.case_file_former f, asked
      where f.id = file and f.recorded_until > case
        when exists (select from moves m where m.occurred_on <= day and m.recorded_at > asked.moment and (known_at is null or m.recorded_at <= known_at)) then known_at else asked.moment end
      order by f.recorded_until, f.ordinal limit 1),
    (select c.cell_id from admission.case_file c where c.id = file))
$function$;
comment on function admission.cell_on(uuid,date,timestamp with time zone) is 'The cell that had a file at the end of a day, as known at a moment (null: now): whence the first move after it went.';

CREATE OR REPLACE FUNCTION admission.document_known(known_at timestamp with time zone)
 RETURNS SETOF admission.document
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from admission.document x where $1 is null
      union all
      select x.* from admission.document x
      where x.recorded_at <= $1 and not exists (select from admission.document_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from admission.document_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::admission.document, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function admission.document_known(timestamp with time zone) to dangvu_program;
comment on function admission.document_known(timestamp with time zone) is 'Rows of admission.document as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION admission.files_below(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(case_id uuid, kind text, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, stage text, stage_since date, opened_on date, cell_resolved_on date, member_status text, member_since date, helper_id uuid, helper_status text, paper_after_receipt text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    with file as (
      select c.id, c.kind, c.person_id, c.cell_id, c.stage, c.stage_since, c.opened_on, c.cell_resolved_on, c.mentor_id from admission.case_file c
      where known_at is null and day = access.today() and c.opened_on <= day and (c.closed_on is null or c.closed_on > day)
      union all
      -- Of another day, or as known before, the stage is the one of the last step by then.
      select c.id, c.kind, c.person_id, admission.cell_on(c.id, day, known_at), s.to_stage, s.occurred_on, c.opened_on, case when c.cell_resolved_on <= day then c.cell_resolved_on end, c.mentor_id
      from admission.case_file_known(known_at) c
      cross join lateral (select a.to_stage, a.occurred_on from admission.act a
        where a.case_id = c.id and a.occurred_on <= day and a.from_stage is distinct from a.to_stage and (known_at is null or a.recorded_at <= known_at) order by a.ordinal desc limit 1) s
      where (known_at is not null or day <> access.today()) and c.opened_on <= day
        and case when known_at is null then c.closed_on is null or c.closed_on > day else s.to_stage not in ('completed', 'closed') end
    )
    select f.id, f.kind, f.person_id, f.cell_id, x.full_name, x.sort_key, x.born_on, f.stage, f.stage_since, f.opened_on, f.cell_resolved_on,
      s.status, s.since, f.mentor_id, hs.status,
      (select min(d.type) from admission.document d where d.case_id = f.id and d.dated_on > d.received_on
        and (d.superseded_at is null or d.superseded_at > known_at) and (known_at is null or d.recorded_at <= known_at))
    from file f
    join members.person x on x.id = f.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.membership_as_of(day, known_at) s on s.person_id = f.person_id
    left join members.membership_as_of(day, known_at) hs on hs.person_id = f.mentor_id
    where f.cell_id = any (cells);
end $function$;
grant execute on function admission.files_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION admission.files_counted_by(organisation uuid, until_day date, known_at timestamp with time zone, owner_day date, age_bands integer[], party_age_bands integer[], rows_by text, columns_by text)
 RETURNS TABLE(row_value text, column_value text, counted integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select * from members.count_facts(admission.files_sql(), organisation, until_day, until_day, known_at, owner_day, age_bands, party_age_bands, rows_by, columns_by)
$function$;
grant execute on function admission.files_counted_by(uuid,date,timestamp with time zone,date,integer[],integer[],text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION admission.files_sql()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN 'select f.person_id, admission.cell_on(f.id, $3, $4) as organisation_id, $3 as on_day, f.kind as detail, case when f.kind = ''confirmation'' then ''confirmation.'' else '''' end || admission.stage_on(f.id, $3, $4) as stage
   from admission.case_file f where f.opened_on <= $3 and case when $4 is null then f.closed_on is null or f.closed_on > $3 else admission.stage_on(f.id, $3, $4) not in (''completed'', ''closed'') end'::text;

CREATE OR REPLACE FUNCTION admission.may_introduce(cell uuid, people uuid[], days date[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with unit as (
    select distinct on (d.day) d.day, l.ancestor_id as id
    from unnest(days) as d(day)
    join organisations.closure l on l.descendant_id = cell and l.valid_during @> d.day
    join organisations.version v on v.organisation_id = l.ancestor_id and v.superseded_at is null and v.valid_during @> d.day
    where v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') and cell = any (array(select access.people_reach()))
    order by d.day, l.depth
  )
  select distinct p.id
  from unit u
  join organisations.closure below on below.ancestor_id = u.id and below.valid_during @> u.day
  join members.placement s on s.cell_id = below.descendant_id and s.superseded_at is null and s.valid_during @> u.day
  join members.person p on p.id = s.person_id and p.withdrawn_at is null
  where s.person_id = any (people)
$function$;
grant execute on function admission.may_introduce(uuid,uuid[],date[]) to dangvu_program;
comment on function admission.may_introduce(uuid,uuid[],date[]) is 'Of some people, those who stood on one of the days in a cell of the grassroots organisation to which the cell belonged. Empty for a cell outside the actor''s part.';

CREATE OR REPLACE FUNCTION admission.open_by_stage(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, stage text, files integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.id, s.to_stage, count(*)::int
    from admission.case_file f
    cross join lateral (select admission.stage_on(f.id, day, known_at) as to_stage) s
    cross join lateral (select admission.cell_on(f.id, day, known_at) as id) p
    where f.kind in ('admission', 'readmission') and f.opened_on <= day
      and s.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
      and p.id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.id, s.to_stage;
end 
$function$;
grant execute on function admission.open_by_stage(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION admission.pass_files(who uuid, from_cell uuid, to_cell uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'admission'
AS $function$
  update admission.case_file set cell_id = to_cell, version = version + 1 where person_id = who and cell_id = from_cell and closed_on is null
$function$;

CREATE OR REPLACE FUNCTION admission.passes(organisation uuid, since date, day date, known_at timestamp with time zone)
 RETURNS TABLE(stage text, reached integer, passed integer, median_days integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    with told as (
      select a.case_id, min(a.occurred_on) filter (where a.to_stage = 'decided') as decided_on, min(a.occurred_on) filter (where a.to_stage in ('declined', 'closed')) as dropped_on,
        array_agg(distinct a.to_stage) as stages
      from admission.act a where a.occurred_on <= day and (known_at is null or a.recorded_at <= known_at) group by a.case_id
    ), ended as (
      select f.opened_on, t.decided_on, t.stages
      from told t join admission.case_file f on f.id = t.case_id
      where f.kind in ('admission', 'readmission') and coalesce(t.decided_on, t.dropped_on) between since and day and f.close_reason is distinct from 'enteredInError'
        and admission.cell_on(f.id, day, known_at) in (select b.organisation_id from organisations.last_below(organisation, day, known_at) b)
    ), reached as (
      select e.decided_on, x.to_stage from ended e, unnest(e.stages) x (to_stage)
      where x.to_stage in ('fileOpen', 'verifying', 'readyForCell', 'cellPassed', 'appraised', 'committeePassed')
    )
    select r.to_stage, count(*)::int, (count(*) filter (where r.decided_on is not null))::int,
      (select percentile_cont(0.5) within group (order by e.decided_on - e.opened_on) from ended e where e.decided_on is not null)::int
    from reached r group by r.to_stage;
end 
$function$;
grant execute on function admission.passes(uuid,date,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION admission.people_named(case_ids uuid[], days date[])
 RETURNS TABLE(case_id uuid, person_id uuid, full_name text, status text, disciplined boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'admission', 'members', 'access'
AS $function$
  with asked as (
    select c.id, c.mentor_id, c.circumstances, d.day
    from unnest(case_ids, days) as d(id, day)
    join admission.case_file c on c.id = d.id
      and (c.cell_id = any (array(select access.people_reach())) or c.person_id = (select members.own_person_id()))
  ), named as (
    select id, day, (s ->> 'personId')::uuid as person_id
    from asked, jsonb_array_elements(coalesce(nullif(circumstances -> 'sponsors', 'null'), '[]')) as s
    union select id, day, mentor_id from asked where mentor_id is not null
    union select a.id, a.day, x.subject_id from asked a join admission.document x on x.case_id = a.id where x.subject_id is not null
  )
  select n.id, p.id, p.full_name,
    (select st.status from members.status st where st.person_id = p.id and st.superseded_at is null and st.valid_during @> n.day),
    exists (select from members.overlay o
      where o.person_id = p.id and o.kind in ('disciplined','prosecuted') and o.superseded_at is null and o.valid_during @> n.day)
  from named n join members.person p on p.id = n.person_id
$function$;
grant execute on function admission.people_named(uuid[],date[]) to dangvu_program;

CREATE OR REPLACE FUNCTION admission.people_named_known(case_ids uuid[], days date[], known_at timestamp with time zone)
 RETURNS TABLE(case_id uuid, person_id uuid, full_name text, status text, disciplined boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'admission', 'members', 'access'
AS $function$
  with asked as (
    select c.id, c.mentor_id, c.circumstances, d.day
    from unnest(case_ids, days) as d(id, day)
    join admission.case_file c on c.id = d.id
      and (c.cell_id = any (array(select access.people_reach())) or c.person_id = (select members.own_person_id()))
  ), told as (
    select id, day, circumstances from asked
    union all select a.id, a.day, f.former -> 'circumstances' from asked a join admission.case_file_former f on f.id = a.id
  ), named as (
    select id, day, (s ->> 'personId')::uuid as person_id
    from told, jsonb_array_elements(coalesce(nullif(circumstances -> 'sponsors', 'null'), '[]')) as s
    union select id, day, mentor_id from asked where mentor_id is not null
    union select a.id, a.day, (x.facts ->> w.who)::uuid from asked a join admission.act x on x.case_id = a.id and x.kind = 'assignMentor', (values ('mentorId'), ('former')) w (who) where x.facts ->> w.who is not null
    union select a.id, a.day, x.subject_id from asked a join admission.document x on x.case_id = a.id where x.subject_id is not null
  )
  select n.id, p.id, case when known_at is null or p.recorded_at <= known_at then p.full_name else coalesce(members.person_as_known(p.id, known_at) ->> 'full_name', p.full_name) end,
    (select st.status from members.status st
      where st.person_id = p.id and st.valid_during @> n.day and (known_at is null or st.recorded_at <= known_at) and (st.superseded_at is null or st.superseded_at > known_at) limit 1),
    exists (select from members.overlay o where o.person_id = p.id and o.kind in ('disciplined','prosecuted') and o.valid_during @> n.day
      and (known_at is null or o.recorded_at <= known_at) and (o.superseded_at is null or o.superseded_at > known_at))
  from named n join members.person p on p.id = n.person_id
$function$;
grant execute on function admission.people_named_known(uuid[],date[],timestamp with time zone) to dangvu_program;
comment on function admission.people_named_known(uuid[],date[],timestamp with time zone) is 'Everybody a file names or ever named, with the standing on its day as known at a moment (null: now). Empty for files outside the actor''s part.';

CREATE OR REPLACE FUNCTION admission.people_of_files_by(organisation uuid, until_day date, known_at timestamp with time zone, owner_day date, age_bands integer[], party_age_bands integer[], rows_by text, row_wanted text, every_row boolean, columns_by text, column_wanted text, every_column boolean)
 RETURNS TABLE(person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select * from members.people_of_facts(admission.files_sql(), organisation, until_day, until_day, known_at, owner_day, age_bands, party_age_bands, rows_by, row_wanted, every_row, columns_by, column_wanted, every_column)
$function$;
grant execute on function admission.people_of_files_by(uuid,date,timestamp with time zone,date,integer[],integer[],text,text,boolean,text,text,boolean) to dangvu_program;

CREATE OR REPLACE FUNCTION admission.reorganise(act uuid, people uuid[], from_cells uuid[], to_cells uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'admission', 'platform', 'public'
AS $function$
declare
  files uuid[];
  was text[];
  is_now text[];
begin
  with moved as (
    update admission.case_file c set cell_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where c.person_id = w.person_id and c.cell_id = w.cell_id and c.closed_on is null returning c.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id::text), array_agg(to_id::text) into files, was, is_now from moved;
  perform platform.trace_column(act, 'admission.case_file', 'cell_id', files, was, is_now);
end $function$;

CREATE OR REPLACE FUNCTION admission.return_known(known_at timestamp with time zone)
 RETURNS SETOF admission.return
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from admission.return x where $1 is null
      union all
      select x.* from admission.return x
      where x.recorded_at <= $1 and not exists (select from admission.return_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from admission.return_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::admission.return, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function admission.return_known(timestamp with time zone) to dangvu_program;
comment on function admission.return_known(timestamp with time zone) is 'Rows of admission.return as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION admission.stage_on(file uuid, day date, known_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select a.to_stage from admission.act a
  where a.case_id = file and a.occurred_on <= day and a.from_stage is distinct from a.to_stage and (known_at is null or a.recorded_at <= known_at)
  order by a.ordinal desc limit 1
$function$;
grant execute on function admission.stage_on(uuid,date,timestamp with time zone) to dangvu_program;
comment on function admission.stage_on(uuid,date,timestamp with time zone) is 'Stage of a file at the end of a day, told by its acts, as known at a moment (null: now). Null before its first act. Today''s is the stage that the file keeps.';

CREATE OR REPLACE FUNCTION admission.standing_of_introducers(cell uuid, people uuid[], days date[], standing_on date)
 RETURNS TABLE(person_id uuid, full_name text, status text, disciplined boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.id, p.full_name,
    (select st.status from members.status st where st.person_id = p.id and st.superseded_at is null and st.valid_during @> standing_on limit 1),
    exists (select from members.overlay o where o.person_id = p.id and o.superseded_at is null and o.kind in ('disciplined', 'prosecuted') and o.valid_during @> standing_on)
  from admission.may_introduce(cell, people, days) as m(id) join members.person p on p.id = m.id
$function$;
grant execute on function admission.standing_of_introducers(uuid,uuid[],date[],date) to dangvu_program;
comment on function admission.standing_of_introducers(uuid,uuid[],date[],date) is 'Of the people who may be named as introducers on one of the days: name, and standing on a day. Empty for a cell outside the actor''s part.';

CREATE OR REPLACE FUNCTION admission.verification_known(known_at timestamp with time zone)
 RETURNS SETOF admission.verification
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from admission.verification x where $1 is null
      union all
      select x.* from admission.verification x
      where x.recorded_at <= $1 and not exists (select from admission.verification_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from admission.verification_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::admission.verification, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function admission.verification_known(timestamp with time zone) to dangvu_program;
comment on function admission.verification_known(timestamp with time zone) is 'Rows of admission.verification as recorded by a moment, inclusive (null: now).';

create schema audit;

create table audit.entry (
  number          bigint not null,
  recorded_at     timestamp with time zone not null,
  actor_id        uuid,
  holding_id      uuid,
  actor_name      text not null,
  actor_role      text not null,
  event           text not null,
  subject_type    text not null,
  subject_id      text,
  organisation_id uuid,
  person_id       uuid,
  facts           jsonb not null,
  citations       jsonb not null,
  previous_hash   bytea not null,
  hash            bytea not null,
  constraint entry_pkey PRIMARY KEY (number)
);
alter table audit.entry enable row level security;
CREATE INDEX entry_opened_people ON audit.entry USING gin (audit.opened_people(facts)) WHERE event = 'exports.inputFileTaken'::text;
CREATE INDEX entry_organisation ON audit.entry USING btree (organisation_id, number);
CREATE INDEX entry_person ON audit.entry USING btree (person_id, number) WHERE person_id IS NOT NULL;
CREATE INDEX entry_subject ON audit.entry USING btree (subject_type, subject_id, number);
create policy entry_read on audit.entry for select to public
  using (access.is_keeper() OR actor_id = access.account_id() OR (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR person_id IS NULL AND (organisation_id = ANY ((ARRAY( SELECT access.accounts_reach() AS accounts_reach)))));
grant select on audit.entry to dangvu_program;
comment on table audit.entry is 'Who did what, when, to what, under which clause. The program may only append (audit.append) and read.';

create table audit.export_number (
  year integer not null,
  last integer not null,
  constraint export_number_pkey PRIMARY KEY (year)
);
comment on table audit.export_number is 'The last number given to an exported list in a year. Who took it, when and why stands in audit.entry.';

create table audit.head (
  one    boolean not null default true,
  number bigint not null,
  hash   bytea not null,
  constraint head_pkey PRIMARY KEY (one),
  constraint head_is_one CHECK (one)
);
comment on table audit.head is 'Number and hash of the last row of the trail; only audit.append moves it.';

CREATE OR REPLACE FUNCTION audit.append(entry jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'audit', 'platform'
AS $function$
declare
  e audit.entry;
begin
  perform pg_advisory_xact_lock(hashtext('audit.entry'));
  select h.number + 1, h.hash into e.number, e.previous_hash from audit.head h;
  e.recorded_at := platform.moment();
  e.actor_id := nullif(entry->>'actorId', '')::uuid;
  e.holding_id := nullif(entry->>'holdingId', '')::uuid;
  e.actor_name := entry->>'actorName';
  e.actor_role := entry->>'actorRole';
  e.event := entry->>'event';
  e.subject_type := entry->>'subjectType';
  e.subject_id := entry->>'subjectId';
  e.organisation_id := nullif(entry->>'organisationId', '')::uuid;
  e.person_id := nullif(entry->>'personId', '')::uuid;
  e.facts := coalesce(entry->'facts', '{}');
  e.citations := coalesce(entry->'citations', '[]');
  e.hash := sha256(convert_to(audit.sealed_text(e), 'UTF8'));
  insert into audit.entry select e.*;
  update audit.head set number = e.number, hash = e.hash;
  return e.number;
end $function$;
grant execute on function audit.append(jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION audit.first_broken()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'audit'
AS $function$
  with last as (select coalesce(max(e.number), 0) as number from audit.entry e)
  select min(found.number) from (
    select number from (
      select e.number, e.hash, e.previous_hash, sha256(convert_to(audit.sealed_text(e), 'UTF8')) as again,
        lag(e.hash, 1, '\x00'::bytea) over (order by e.number) as before,
        row_number() over (order by e.number) as place
      from audit.entry e) t
    where hash <> again or previous_hash <> before or number <> place
    union all select last.number + 1 from last where not exists (select from audit.head h where h.number <= last.number)
    union all select last.number from last, audit.head h
      where h.number <= last.number and not exists (select from audit.entry e where e.number = last.number and e.number = h.number and e.hash = h.hash) and last.number > 0
  ) found
$function$;
grant execute on function audit.first_broken() to dangvu_program;

CREATE OR REPLACE FUNCTION audit.next_export(in_year integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'audit'
AS $function$
  insert into audit.export_number (year, last) values (in_year, 1)
  on conflict (year) do update set last = audit.export_number.last + 1
  returning last
$function$;
grant execute on function audit.next_export(integer) to dangvu_program;

CREATE OR REPLACE FUNCTION audit.opened_people(facts jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array(select jsonb_array_elements_text(case when jsonb_typeof(facts -> 'people') = 'array' then facts -> 'people' else '[]'::jsonb end)), '{}')
$function$;
grant execute on function audit.opened_people(jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION audit.sealed_text(e audit.entry)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select jsonb_build_array(e.number, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_id, e.holding_id, e.actor_name,
    e.actor_role, e.event, e.subject_type, e.subject_id, e.organisation_id, e.person_id, e.facts, e.citations,
    encode(e.previous_hash, 'hex'))::text
$function$;
grant execute on function audit.sealed_text(audit.entry) to dangvu_program;

create schema cards;

create table cards.card (
  id              uuid not null,
  person_id       uuid not null,
  kind            text not null,
  cause           text,
  note            text,
  state           text not null,
  replaces_id     uuid,
  number          text,
  range_id        uuid,
  rule            jsonb,
  proposed_on     date,
  decision_number text,
  decided_on      date,
  issued_by       text,
  handed_on       date,
  received_by     text,
  ended_on        date,
  ended_reason    text,
  version         integer not null default 1,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint card_pkey PRIMARY KEY (id),
  constraint card_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint card_range_id_fkey FOREIGN KEY (range_id) REFERENCES cards.number_range(id),
  constraint card_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint card_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES cards.card(id),
  constraint card_cause CHECK (cause = ANY (ARRAY['damaged'::text, 'wrongFacts'::text, 'campaign'::text, 'lost'::text])),
  constraint card_cause_fits CHECK ((kind = ANY (ARRAY['exchange'::text, 'reissue'::text])) = (cause IS NOT NULL)),
  constraint card_decided CHECK ((state = ANY (ARRAY['proposed'::text, 'dropped'::text])) OR kind = 'takenOver'::text OR decision_number IS NOT NULL AND decided_on IS NOT NULL),
  constraint card_ended_with_reason CHECK ((ended_on IS NULL) = (ended_reason IS NULL)),
  constraint card_kind CHECK (kind = ANY (ARRAY['first'::text, 'exchange'::text, 'reissue'::text, 'takenOver'::text])),
  constraint card_numbered CHECK ((state = ANY (ARRAY['proposed'::text, 'dropped'::text])) OR number IS NOT NULL),
  constraint card_state CHECK (state = ANY (ARRAY['proposed'::text, 'decided'::text, 'held'::text, 'lost'::text, 'replaced'::text, 'withdrawn'::text, 'keptByFamily'::text, 'dropped'::text])),
  constraint card_number_of_one_person EXCLUDE USING gist (number WITH =, person_id WITH <>) WHERE (number IS NOT NULL)
);
alter table cards.card enable row level security;
CREATE INDEX card_decided ON cards.card USING btree (decided_on);
CREATE UNIQUE INDEX card_one_in_hand ON cards.card USING btree (person_id) WHERE state = 'held'::text;
CREATE UNIQUE INDEX card_one_under_way ON cards.card USING btree (person_id) WHERE state = ANY (ARRAY['proposed'::text, 'decided'::text]);
CREATE INDEX card_person ON cards.card USING btree (person_id);
CREATE INDEX card_range ON cards.card USING btree (range_id);
CREATE TRIGGER card_touches_changed AFTER UPDATE ON cards.card REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER card_touches_entered AFTER INSERT ON cards.card REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER card_touches_gone AFTER DELETE ON cards.card REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy card_change on cards.card for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = card.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy card_read on cards.card for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = card.person_id)));
create policy card_write on cards.card for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = card.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on cards.card to dangvu_program;
grant update (decided_on) on cards.card to dangvu_program;
grant update (decision_number) on cards.card to dangvu_program;
grant update (ended_on) on cards.card to dangvu_program;
grant update (ended_reason) on cards.card to dangvu_program;
grant update (handed_on) on cards.card to dangvu_program;
grant update (issued_by) on cards.card to dangvu_program;
grant update (number) on cards.card to dangvu_program;
grant update (range_id) on cards.card to dangvu_program;
grant update (received_by) on cards.card to dangvu_program;
grant update (rule) on cards.card to dangvu_program;
grant update (state) on cards.card to dangvu_program;
grant update (version) on cards.card to dangvu_program;
comment on table cards.card is 'A membership card of a person. takenOver: in the hands of the member before the book of cards was kept. A number belongs to one person for ever; an exchanged card may bear it again. received_by: who signed for the card.';

create table cards.loss (
  id                    uuid not null,
  card_id               uuid not null,
  lost_on               date not null,
  reported_on           date not null,
  circumstances         text not null,
  outcome               text,
  concluded_on          date,
  conclusion_paper      text,
  version               integer not null default 1,
  recorded_by           uuid,
  recorded_at           timestamp with time zone not null default platform.moment(),
  concluded_recorded_at timestamp with time zone,
  constraint loss_pkey PRIMARY KEY (id),
  constraint loss_card_id_fkey FOREIGN KEY (card_id) REFERENCES cards.card(id),
  constraint loss_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint loss_concluded CHECK ((outcome IS NULL) = (concluded_on IS NULL) AND (outcome IS NULL) = (conclusion_paper IS NULL)),
  constraint loss_in_order CHECK (reported_on >= lost_on AND (concluded_on IS NULL OR concluded_on >= reported_on)),
  constraint loss_outcome CHECK (outcome = ANY (ARRAY['found'::text, 'lost'::text]))
);
alter table cards.loss enable row level security;
CREATE INDEX loss_card ON cards.loss USING btree (card_id);
CREATE UNIQUE INDEX loss_one_open ON cards.loss USING btree (card_id) WHERE outcome IS NULL;
create policy loss_change on cards.loss for update to public
  using ((EXISTS ( SELECT
   FROM cards.card c
     JOIN members.person p ON p.id = c.person_id
  WHERE c.id = loss.card_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy loss_read on cards.loss for select to public
  using ((EXISTS ( SELECT
   FROM cards.card c
  WHERE c.id = loss.card_id)));
create policy loss_write on cards.loss for insert to public
  with check ((EXISTS ( SELECT
   FROM cards.card c
     JOIN members.person p ON p.id = c.person_id
  WHERE c.id = loss.card_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on cards.loss to dangvu_program;
grant update (concluded_on) on cards.loss to dangvu_program;
grant update (concluded_recorded_at) on cards.loss to dangvu_program;
grant update (conclusion_paper) on cards.loss to dangvu_program;
grant update (outcome) on cards.loss to dangvu_program;
grant update (version) on cards.loss to dangvu_program;
comment on table cards.loss is 'The report that a card is lost, and what was concluded: found again, or lost, so that it may be issued anew.';
comment on column cards.loss.concluded_recorded_at is 'When the conclusion was entered.';

create table cards.number_range (
  id                  uuid not null,
  organisation_id     uuid not null,
  digits              integer not null,
  given               int8range not null,
  numbers             int8range not null,
  basis               text not null,
  given_on            date not null,
  closed_on           date,
  closed_reason       text,
  version             integer not null default 1,
  recorded_by         uuid,
  recorded_at         timestamp with time zone not null default platform.moment(),
  closing_recorded_at timestamp with time zone,
  constraint number_range_pkey PRIMARY KEY (id),
  constraint number_range_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint number_range_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint number_range_closed_with_reason CHECK ((closed_on IS NULL) = (closed_reason IS NULL)),
  constraint number_range_closing_has_moment CHECK ((closed_on IS NULL) = (closing_recorded_at IS NULL)),
  constraint number_range_digits CHECK (digits >= 4 AND digits <= 18),
  constraint number_range_not_empty CHECK (NOT isempty(given) AND lower(given) >= 0 AND numbers <@ given AND (closed_on IS NOT NULL OR numbers = given)),
  constraint number_range_given_once EXCLUDE USING gist (digits WITH =, numbers WITH &&)
);
alter table cards.number_range enable row level security;
create policy number_range_change on cards.number_range for update to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
create policy number_range_read on cards.number_range for select to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)) OR (EXISTS ( SELECT
   FROM organisations.closure c
  WHERE c.ancestor_id = number_range.organisation_id AND c.valid_during @> access.today() AND (c.descendant_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy number_range_write on cards.number_range for insert to public
  with check ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on cards.number_range to dangvu_program;
grant update (closed_on) on cards.number_range to dangvu_program;
grant update (closed_reason) on cards.number_range to dangvu_program;
grant update (closing_recorded_at) on cards.number_range to dangvu_program;
grant update (numbers) on cards.number_range to dangvu_program;
grant update (version) on cards.number_range to dangvu_program;
comment on table cards.number_range is 'Numbers of cards that a committee may give to members below it. Upper bound exclusive; every number has as many digits as the range says. given: as it was given; numbers: what is left to it, all of it until the range is closed, then only up to the last number that was used, so that the rest may be given to another committee.';

create table cards.step (
  id          uuid not null,
  card_id     uuid not null,
  ordinal     integer not null,
  act         text not null,
  occurred_on date not null,
  to_state    text not null,
  note        text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_in_order UNIQUE (card_id, ordinal),
  constraint step_card_id_fkey FOREIGN KEY (card_id) REFERENCES cards.card(id),
  constraint step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);
alter table cards.step enable row level security;
create policy step_read on cards.step for select to public
  using ((EXISTS ( SELECT
   FROM cards.card c
  WHERE c.id = step.card_id)));
create policy step_write on cards.step for insert to public
  with check ((EXISTS ( SELECT
   FROM cards.card c
     JOIN members.person p ON p.id = c.person_id
  WHERE c.id = step.card_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on cards.step to dangvu_program;
comment on table cards.step is 'What was done to a card, in order: from it the state of any day is read, as known at any moment.';

CREATE OR REPLACE FUNCTION cards.acts_between(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, act text, on_day date, sorted_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select c.person_id, case c.kind when 'first' then 'cardsIssued' else 'cardsReissued' end, c.decided_on, c.decided_on from cards.card c
  where c.decided_on between from_day and until_day and c.kind in ('first', 'exchange', 'reissue') and c.state not in ('proposed', 'dropped') and (known_at is null or c.recorded_at <= known_at and c.decided_on <= known_at::date)
$function$;

CREATE OR REPLACE FUNCTION cards.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(subject_id uuid, fact text)
 LANGUAGE sql
 STABLE
AS $function$
  select c.person_id, 'card:' || c.id || ':' || (c.state in ('proposed', 'dropped')) from cards.card c
  where c.person_id = any (subjects) and c.decided_on between from_day and until_day and c.kind <> 'takenOver' and (known_at is null or c.recorded_at <= known_at)
$function$;

CREATE OR REPLACE FUNCTION cards.not_in_book(top uuid, day date)
 RETURNS TABLE(person_id uuid, number text)
 LANGUAGE sql
 STABLE
AS $function$
  with waiting as materialized (
    select m.person_id, m.card_number as number
    from members.membership m join members.person p on p.id = m.person_id
    where m.superseded_at is null and m.card_number is not null and m.ended_on is null
      and p.keeper_id = any (array(select descendant_id from organisations.closure where ancestor_id = top and valid_during @> day))
      and not exists (select from cards.card c where c.person_id = m.person_id))
  select distinct on (w.number) w.person_id, w.number from waiting w
  where not exists (select from members.card_numbers_taken(array[w.number], w.person_id)) order by w.number, w.person_id
$function$;

CREATE OR REPLACE FUNCTION cards.numbers_used(the_range uuid)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'cards', 'members'
AS $function$
  with r as (select digits, numbers, lpad(lower(numbers)::text, digits, '0') as first, lpad((upper(numbers) - 1)::text, digits, '0') as last from cards.number_range where id = the_range),
  used as (
    select c.number from cards.card c, r where c.number between r.first and r.last and length(c.number) = r.digits
    union select m.card_number from members.membership m, r where m.superseded_at is null and m.card_number between r.first and r.last and length(m.card_number) = r.digits
  )
  select u.number::bigint from used u, r where u.number ~ '^\d+$' and r.numbers @> u.number::bigint order by 1
$function$;

CREATE OR REPLACE FUNCTION cards.numbers_used_on(the_range uuid, day date, known_at timestamp with time zone)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'cards', 'members'
AS $function$
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
$function$;
grant execute on function cards.numbers_used_on(uuid,date,timestamp with time zone) to dangvu_program;
comment on function cards.numbers_used_on(uuid,date,timestamp with time zone) is 'Numbers of a range that somebody had by the day, as known at the moment, ascending.';

CREATE OR REPLACE FUNCTION cards.told_facts(facts text[])
 RETURNS TABLE(fact text, kind text, person_id uuid, days daterange, recorded_at timestamp with time zone, superseded_at timestamp with time zone, basis text, says jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  select w, 'card', c.person_id, daterange(c.decided_on, c.decided_on, '[]'), c.recorded_at, null::timestamptz, c.decision_number, '{}'::jsonb
  from unnest(facts) w join cards.card c on split_part(w, ':', 1) = 'card' and c.id = split_part(w, ':', 2)::uuid
$function$;

create schema conferences;

create table conferences.conference (
  id              uuid not null,
  organisation_id uuid not null,
  title           text not null,
  held_on         date not null,
  place           text,
  as_of           date not null,
  known_at        timestamp with time zone not null default platform.moment(),
  sections        jsonb not null default '[]'::jsonb,
  conclusion      text,
  concluded_on    date,
  version         integer not null default 1,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint conference_pkey PRIMARY KEY (id),
  constraint conference_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint conference_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint conference_concluded_with_words CHECK ((conclusion IS NULL) = (concluded_on IS NULL))
);
alter table conferences.conference enable row level security;
CREATE INDEX conference_organisation ON conferences.conference USING btree (organisation_id, held_on);
CREATE TRIGGER conference_keeps_former AFTER UPDATE ON conferences.conference REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy conference_reach on conferences.conference for all to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on conferences.conference to dangvu_program;
grant update (concluded_on) on conferences.conference to dangvu_program;
grant update (conclusion) on conferences.conference to dangvu_program;
grant update (sections) on conferences.conference to dangvu_program;
grant update (version) on conferences.conference to dangvu_program;
comment on table conferences.conference is 'A conference of an organisation. as_of, known_at: of which day and as known at which moment its figures are. sections: the report on the situation, [{title, text}]. Once concluded, nothing in it changes but the follow-up.';

create table conferences.conference_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint conference_former_pkey PRIMARY KEY (ordinal),
  constraint conference_former_id_fkey FOREIGN KEY (id) REFERENCES conferences.conference(id) ON DELETE CASCADE
);
alter table conferences.conference_former enable row level security;
CREATE INDEX conference_former_row ON conferences.conference_former USING btree (id, recorded_until);
create policy conference_former_reach on conferences.conference_former for all to public
  using ((EXISTS ( SELECT
   FROM conferences.conference x
  WHERE x.id = conference_former.id)));
grant select on conferences.conference_former to dangvu_program;
comment on table conferences.conference_former is 'Former states of conferences.conference, each with the moment up to which it was what was recorded.';

create table conferences.figure (
  id              uuid not null,
  conference_id   uuid not null,
  organisation_id uuid not null,
  about_id        uuid not null,
  measure         text not null,
  value           integer not null,
  constraint figure_pkey PRIMARY KEY (id),
  constraint figure_once UNIQUE (conference_id, about_id, measure),
  constraint figure_about_id_fkey FOREIGN KEY (about_id) REFERENCES organisations.organisation(id),
  constraint figure_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conferences.conference(id),
  constraint figure_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id)
);
alter table conferences.figure enable row level security;
create policy figure_reach on conferences.figure for all to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on conferences.figure to dangvu_program;
comment on table conferences.figure is 'A figure of the report, frozen: of the organisation itself or of one right below it (about_id). organisation_id here and below: that of the conference.';

create table conferences.finding (
  id              uuid not null,
  conference_id   uuid not null,
  organisation_id uuid not null,
  kind            text not null,
  about_id        uuid,
  text            text not null,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_about_id_fkey FOREIGN KEY (about_id) REFERENCES organisations.organisation(id),
  constraint finding_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conferences.conference(id),
  constraint finding_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint finding_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint experience_is_of_somebody CHECK (kind = 'finding'::text OR about_id IS NOT NULL),
  constraint finding_kind CHECK (kind = ANY (ARRAY['finding'::text, 'experience'::text]))
);
alter table conferences.finding enable row level security;
CREATE INDEX finding_conference ON conferences.finding USING btree (conference_id);
create policy finding_reach on conferences.finding for all to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on conferences.finding to dangvu_program;
comment on table conferences.finding is 'What the conference found, about an organisation or in general; and experience that an organisation shared.';

create table conferences.follow_up (
  id          uuid not null,
  solution_id uuid not null,
  followed_on date not null,
  value       integer not null,
  note        text,
  due_on      date,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint follow_up_pkey PRIMARY KEY (id),
  constraint follow_up_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint follow_up_solution_id_fkey FOREIGN KEY (solution_id) REFERENCES conferences.solution(id)
);
alter table conferences.follow_up enable row level security;
CREATE INDEX follow_up_solution ON conferences.follow_up USING btree (solution_id);
create policy follow_up_reach on conferences.follow_up for all to public
  using ((EXISTS ( SELECT
   FROM conferences.solution s
  WHERE s.id = follow_up.solution_id)));
grant select, insert on conferences.follow_up to dangvu_program;
comment on table conferences.follow_up is 'How the figure stood on a day, why it has not come to what was wanted, and on which day it is asked about again; none when the solution was closed.';

create table conferences.solution (
  id              uuid not null,
  conference_id   uuid not null,
  organisation_id uuid not null,
  text            text not null,
  owner_id        uuid not null,
  owner_role      text not null,
  place           text,
  due_on          date not null,
  measure         text not null,
  measured_at     uuid not null,
  value_then      integer not null,
  wanted          integer not null,
  closed_on       date,
  version         integer not null default 1,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint solution_pkey PRIMARY KEY (id),
  constraint solution_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conferences.conference(id),
  constraint solution_measured_at_fkey FOREIGN KEY (measured_at) REFERENCES organisations.organisation(id),
  constraint solution_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint solution_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organisations.organisation(id),
  constraint solution_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint solution_moves_something CHECK (wanted <> value_then),
  constraint solution_owner_role CHECK (owner_role = ANY (ARRAY['superiorOfficer'::text, 'leader'::text, 'grassrootsOfficer'::text, 'cellSecretary'::text]))
);
alter table conferences.solution enable row level security;
CREATE INDEX solution_conference ON conferences.solution USING btree (conference_id);
CREATE INDEX solution_due ON conferences.solution USING btree (owner_id, due_on) WHERE closed_on IS NULL;
CREATE TRIGGER solution_keeps_former AFTER UPDATE ON conferences.solution REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy solution_change on conferences.solution for update to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)) OR (owner_id IN ( SELECT access.people_reach() AS people_reach)));
create policy solution_read on conferences.solution for select to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)) OR (owner_id IN ( SELECT access.people_reach() AS people_reach)));
create policy solution_write on conferences.solution for insert to public
  with check ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on conferences.solution to dangvu_program;
grant update (closed_on) on conferences.solution to dangvu_program;
grant update (due_on) on conferences.solution to dangvu_program;
grant update (version) on conferences.solution to dangvu_program;
comment on table conferences.solution is 'What was decided: who does it (an organisation and the role in it), where, by when, and which counted figure at which organisation it is to bring from value_then to wanted. due_on is the next day on which it is asked about.';

create table conferences.solution_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint solution_former_pkey PRIMARY KEY (ordinal),
  constraint solution_former_id_fkey FOREIGN KEY (id) REFERENCES conferences.solution(id) ON DELETE CASCADE
);
alter table conferences.solution_former enable row level security;
CREATE INDEX solution_former_row ON conferences.solution_former USING btree (id, recorded_until);
create policy solution_former_reach on conferences.solution_former for all to public
  using ((EXISTS ( SELECT
   FROM conferences.solution x
  WHERE x.id = solution_former.id)));
grant select on conferences.solution_former to dangvu_program;
comment on table conferences.solution_former is 'Former states of conferences.solution, each with the moment up to which it was what was recorded.';

CREATE OR REPLACE FUNCTION conferences.conference_known(known_at timestamp with time zone)
 RETURNS SETOF conferences.conference
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from conferences.conference x where $1 is null
      union all
      select x.* from conferences.conference x
      where x.recorded_at <= $1 and not exists (select from conferences.conference_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from conferences.conference_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::conferences.conference, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function conferences.conference_known(timestamp with time zone) to dangvu_program;
comment on function conferences.conference_known(timestamp with time zone) is 'Rows of conferences.conference as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION conferences.of_solution(solution uuid)
 RETURNS TABLE(title text, held_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.title, c.held_on from conferences.solution s join conferences.conference c on c.id = s.conference_id
  where s.id = solution and (s.owner_id = any (array(select access.people_reach())) or s.organisation_id = any (array(select access.people_reach())))
$function$;
grant execute on function conferences.of_solution(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION conferences.solution_known(known_at timestamp with time zone)
 RETURNS SETOF conferences.solution
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from conferences.solution x where $1 is null
      union all
      select x.* from conferences.solution x
      where x.recorded_at <= $1 and not exists (select from conferences.solution_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from conferences.solution_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::conferences.solution, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function conferences.solution_known(timestamp with time zone) to dangvu_program;
comment on function conferences.solution_known(timestamp with time zone) is 'Rows of conferences.solution as recorded by a moment, inclusive (null: now).';

create schema data_quality;

create table data_quality.month_count (
  organisation_id uuid not null,
  on_day          date not null,
  counts          jsonb not null,
  kept_at         timestamp with time zone not null default platform.moment(),
  constraint month_count_pkey PRIMARY KEY (organisation_id, on_day),
  constraint month_count_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id)
);
alter table data_quality.month_count enable row level security;
create policy month_count_keep on data_quality.month_count for all to public
  using (( SELECT access.is_keeper() AS is_keeper))
  with check (( SELECT access.is_keeper() AS is_keeper));
create policy month_count_read on data_quality.month_count for select to public
  using ((organisation_id IN ( SELECT access.reach() AS reach)));
grant select, insert, update, delete on data_quality.month_count to dangvu_program;
comment on table data_quality.month_count is 'Facts that each rule checked, called wrong, and that were set aside, of all below an organisation: at the end of a month as known then, counted anew every night, and of today below a large top. Never told without its moment.';

create table data_quality.set_aside (
  id              uuid not null,
  rule            text not null,
  subject_id      uuid not null,
  person_id       uuid,
  organisation_id uuid not null,
  fact            text not null,
  reason          text not null,
  set_by          uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  lifted_by       uuid,
  superseded_at   timestamp with time zone,
  constraint set_aside_pkey PRIMARY KEY (id),
  constraint set_aside_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES access.account(id),
  constraint set_aside_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint set_aside_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint set_aside_set_by_fkey FOREIGN KEY (set_by) REFERENCES access.account(id),
  constraint set_aside_reason CHECK (reason <> ''::text)
);
alter table data_quality.set_aside enable row level security;
CREATE UNIQUE INDEX set_aside_live ON data_quality.set_aside USING btree (rule, subject_id) WHERE superseded_at IS NULL;
CREATE INDEX set_aside_organisation ON data_quality.set_aside USING btree (organisation_id);
CREATE INDEX set_aside_person ON data_quality.set_aside USING btree (person_id);
create policy set_aside_change on data_quality.set_aside for update to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
create policy set_aside_read on data_quality.set_aside for select to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
create policy set_aside_write on data_quality.set_aside for insert to public
  with check (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert on data_quality.set_aside to dangvu_program;
grant update (lifted_by) on data_quality.set_aside to dangvu_program;
grant update (superseded_at) on data_quality.set_aside to dangvu_program;
comment on table data_quality.set_aside is 'Somebody who keeps the thing says that what a rule calls wrong is really so. Counts while the fact is what it was then (fact: a digest of it) and nobody has lifted it.';

create table data_quality.weight (
  id            uuid not null,
  rule          text not null,
  weight        integer not null,
  set_by        uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint weight_pkey PRIMARY KEY (id),
  constraint weight_set_by_fkey FOREIGN KEY (set_by) REFERENCES access.account(id),
  constraint weight_range CHECK (weight >= 0 AND weight <= 10)
);
CREATE UNIQUE INDEX weight_live ON data_quality.weight USING btree (rule) WHERE superseded_at IS NULL;
grant select, insert on data_quality.weight to dangvu_program;
grant update (superseded_at) on data_quality.weight to dangvu_program;
comment on table data_quality.weight is 'How much a rule counts in the score of this installation, where somebody said otherwise than the program; 0 = not at all.';

create schema dossiers;

create table dossiers.dossier (
  id          uuid not null,
  person_id   uuid not null,
  keeper_id   uuid not null,
  room        text,
  cabinet     text,
  box         text,
  folder      text,
  opened_on   date not null,
  basis       text,
  events      text[] not null default '{}'::text[],
  version     integer not null default 1,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint dossier_pkey PRIMARY KEY (id),
  constraint dossier_one_a_person UNIQUE (person_id),
  constraint dossier_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisations.organisation(id),
  constraint dossier_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint dossier_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);
alter table dossiers.dossier enable row level security;
CREATE INDEX dossier_keeper ON dossiers.dossier USING btree (keeper_id);
CREATE TRIGGER dossier_keeps_former AFTER UPDATE ON dossiers.dossier REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy dossier_reach on dossiers.dossier for all to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = dossier.person_id)));
grant select, insert, update on dossiers.dossier to dangvu_program;
comment on table dossiers.dossier is 'The dossier of a member on paper. keeper_id: the committee that keeps it; room, cabinet, box, folder: where it lies. events: what happened to the member, beside what the register tells, that asks for papers.';

create table dossiers.dossier_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint dossier_former_pkey PRIMARY KEY (ordinal),
  constraint dossier_former_id_fkey FOREIGN KEY (id) REFERENCES dossiers.dossier(id) ON DELETE CASCADE
);
alter table dossiers.dossier_former enable row level security;
CREATE INDEX dossier_former_row ON dossiers.dossier_former USING btree (id, recorded_until);
create policy dossier_former_reach on dossiers.dossier_former for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.dossier x
  WHERE x.id = dossier_former.id)));
grant select on dossiers.dossier_former to dangvu_program;
comment on table dossiers.dossier_former is 'Former states of dossiers.dossier, each with the moment up to which it was what was recorded.';

create table dossiers.finding (
  id            uuid not null,
  inspection_id uuid not null,
  person_id     uuid not null,
  kind          text not null,
  document_type text,
  note          text not null,
  guidance      text not null,
  mend_by       date not null,
  mended_on     date,
  mended_note   text,
  recorded_by   uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES dossiers.inspection(id),
  constraint finding_of_sample FOREIGN KEY (inspection_id, person_id) REFERENCES dossiers.inspection_dossier(inspection_id, person_id),
  constraint finding_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint finding_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint finding_kind CHECK (kind = ANY (ARRAY['missing'::text, 'unsigned'::text, 'altered'::text, 'contradiction'::text, 'notSupplemented'::text, 'wrongForm'::text, 'illegible'::text, 'badOrder'::text, 'badKeeping'::text, 'other'::text])),
  constraint finding_mended CHECK ((mended_on IS NULL) = (mended_note IS NULL))
);
alter table dossiers.finding enable row level security;
CREATE INDEX finding_inspection ON dossiers.finding USING btree (inspection_id);
CREATE INDEX finding_open ON dossiers.finding USING btree (mend_by) WHERE mended_on IS NULL;
CREATE INDEX finding_person ON dossiers.finding USING btree (person_id);
CREATE TRIGGER finding_keeps_former AFTER UPDATE ON dossiers.finding REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy finding_reach on dossiers.finding for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.inspection i
  WHERE i.id = finding.inspection_id)) AND (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = finding.person_id)));
grant select, insert, update on dossiers.finding to dangvu_program;
comment on table dossiers.finding is 'What an inspection found in a dossier, what it advised, and until when (inclusive) it is to be mended.';

create table dossiers.finding_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint finding_former_pkey PRIMARY KEY (ordinal),
  constraint finding_former_id_fkey FOREIGN KEY (id) REFERENCES dossiers.finding(id) ON DELETE CASCADE
);
alter table dossiers.finding_former enable row level security;
CREATE INDEX finding_former_row ON dossiers.finding_former USING btree (id, recorded_until);
create policy finding_former_reach on dossiers.finding_former for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.finding x
  WHERE x.id = finding_former.id)));
grant select on dossiers.finding_former to dangvu_program;
comment on table dossiers.finding_former is 'Former states of dossiers.finding, each with the moment up to which it was what was recorded.';

create table dossiers.handover (
  id             uuid not null,
  from_keeper_id uuid not null,
  to_keeper_id   uuid,
  to_name        text,
  handed_on      date not null,
  handed_by      text not null,
  received_by    text not null,
  basis          text not null,
  dossiers       integer not null,
  recorded_by    uuid,
  recorded_at    timestamp with time zone not null default platform.moment(),
  constraint handover_pkey PRIMARY KEY (id),
  constraint handover_from_keeper_id_fkey FOREIGN KEY (from_keeper_id) REFERENCES organisations.organisation(id),
  constraint handover_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint handover_to_keeper_id_fkey FOREIGN KEY (to_keeper_id) REFERENCES organisations.organisation(id),
  constraint handover_to_somebody CHECK (num_nonnulls(to_keeper_id, to_name) = 1)
);
alter table dossiers.handover enable row level security;
CREATE INDEX handover_from ON dossiers.handover USING btree (from_keeper_id);
CREATE INDEX handover_to ON dossiers.handover USING btree (to_keeper_id);
create policy handover_reach on dossiers.handover for all to public
  using ((from_keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (to_keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert on dossiers.handover to dangvu_program;
comment on table dossiers.handover is 'Dossiers passed from one keeper to another, within the tree (to_keeper_id) or out of it (to_name), with the list that both sign.';

create table dossiers.handover_line (
  handover_id uuid not null,
  dossier_id  uuid not null,
  person_id   uuid not null,
  ordinal     integer not null,
  papers      integer not null,
  pages       integer not null,
  missing     text[] not null default '{}'::text[],
  constraint handover_line_pkey PRIMARY KEY (handover_id, dossier_id),
  constraint handover_line_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id),
  constraint handover_line_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES dossiers.handover(id),
  constraint handover_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id)
);
alter table dossiers.handover_line enable row level security;
CREATE INDEX handover_line_dossier ON dossiers.handover_line USING btree (dossier_id);
create policy handover_line_reach on dossiers.handover_line for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.handover h
  WHERE h.id = handover_line.handover_id)) AND (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = handover_line.person_id)));
grant select, insert on dossiers.handover_line to dangvu_program;
comment on table dossiers.handover_line is 'One dossier of a handover as it stood that day: papers, pages, types that were missing.';

create table dossiers.inspection (
  id              uuid not null,
  committee_id    uuid not null,
  organisation_id uuid not null,
  decision_number text not null,
  decided_on      date not null,
  from_day        date not null,
  until_day       date not null,
  sampling        text not null,
  sample_size     integer,
  drawn_at        timestamp with time zone,
  closed_on       date,
  conclusion      text,
  version         integer not null default 1,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint inspection_pkey PRIMARY KEY (id),
  constraint inspection_committee_id_fkey FOREIGN KEY (committee_id) REFERENCES organisations.organisation(id),
  constraint inspection_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint inspection_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint inspection_days CHECK (until_day >= from_day),
  constraint inspection_sampling CHECK (sampling = ANY (ARRAY['everyNth'::text, 'perCell'::text, 'neverInspected'::text, 'chosen'::text])),
  constraint inspection_size CHECK ((sampling = 'chosen'::text) = (sample_size IS NULL) AND sample_size > 0)
);
alter table dossiers.inspection enable row level security;
CREATE INDEX inspection_organisation ON dossiers.inspection USING btree (organisation_id);
CREATE TRIGGER inspection_keeps_former AFTER UPDATE ON dossiers.inspection REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy inspection_reach on dossiers.inspection for all to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on dossiers.inspection to dangvu_program;
comment on table dossiers.inspection is 'How an organisation keeps its dossiers, looked at by a committee. sample_size: every n-th, n of each cell, or n of those never inspected. until_day inclusive.';

create table dossiers.inspection_dossier (
  inspection_id           uuid not null,
  person_id               uuid not null,
  examined_on             date,
  recorded_at             timestamp with time zone default platform.moment(),
  examination_recorded_at timestamp with time zone,
  constraint inspection_dossier_pkey PRIMARY KEY (inspection_id, person_id),
  constraint inspection_dossier_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES dossiers.inspection(id),
  constraint inspection_dossier_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id)
);
alter table dossiers.inspection_dossier enable row level security;
CREATE INDEX inspection_dossier_person ON dossiers.inspection_dossier USING btree (person_id);
create policy inspection_dossier_reach on dossiers.inspection_dossier for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.inspection i
  WHERE i.id = inspection_dossier.inspection_id)) AND (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = inspection_dossier.person_id)));
grant select, insert, update on dossiers.inspection_dossier to dangvu_program;
grant update (examination_recorded_at) on dossiers.inspection_dossier to dangvu_program;

create table dossiers.inspection_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint inspection_former_pkey PRIMARY KEY (ordinal),
  constraint inspection_former_id_fkey FOREIGN KEY (id) REFERENCES dossiers.inspection(id) ON DELETE CASCADE
);
alter table dossiers.inspection_former enable row level security;
CREATE INDEX inspection_former_row ON dossiers.inspection_former USING btree (id, recorded_until);
create policy inspection_former_reach on dossiers.inspection_former for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.inspection x
  WHERE x.id = inspection_former.id)));
grant select on dossiers.inspection_former to dangvu_program;
comment on table dossiers.inspection_former is 'Former states of dossiers.inspection, each with the moment up to which it was what was recorded.';

create table dossiers.item (
  id            uuid not null,
  thread_id     uuid not null,
  ordinal       integer not null default 1,
  dossier_id    uuid not null,
  document_type text not null,
  title         text,
  number        text,
  dated_on      text,
  pages         integer,
  state         text not null,
  place         text,
  basis         text,
  source_id     uuid,
  recorded_by   uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_order UNIQUE (thread_id, ordinal),
  constraint item_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id),
  constraint item_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint item_source_id_fkey FOREIGN KEY (source_id) REFERENCES admission.document(id),
  constraint item_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES dossiers.item(id),
  constraint item_absent_by_decision CHECK (state <> 'absentWithReason'::text OR basis <> ''::text),
  constraint item_dated CHECK (dated_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text),
  constraint item_pages CHECK (pages > 0),
  constraint item_state CHECK (state = ANY (ARRAY['present'::text, 'unreadable'::text, 'lost'::text, 'absentWithReason'::text]))
);
alter table dossiers.item enable row level security;
CREATE INDEX item_dossier ON dossiers.item USING btree (dossier_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX item_live ON dossiers.item USING btree (thread_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX item_source ON dossiers.item USING btree (source_id) WHERE superseded_at IS NULL;
create policy item_reach on dossiers.item for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.dossier d
  WHERE d.id = item.dossier_id)));
grant select, insert, update on dossiers.item to dangvu_program;
comment on table dossiers.item is 'A paper in a dossier, or the decision that there is none. source_id: the paper of an admission file that was taken over.';

create table dossiers.loan (
  id          uuid not null,
  dossier_id  uuid not null,
  item_id     uuid,
  borrower    text not null,
  purpose     text not null,
  lent_on     date not null,
  due_on      date not null,
  returned_on date,
  lent_by     uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint loan_pkey PRIMARY KEY (id),
  constraint loan_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id),
  constraint loan_item_id_fkey FOREIGN KEY (item_id) REFERENCES dossiers.item(id),
  constraint loan_lent_by_fkey FOREIGN KEY (lent_by) REFERENCES access.account(id),
  constraint loan_order CHECK (due_on >= lent_on AND returned_on >= lent_on)
);
alter table dossiers.loan enable row level security;
CREATE INDEX loan_dossier ON dossiers.loan USING btree (dossier_id);
CREATE UNIQUE INDEX loan_one_at_once ON dossiers.loan USING btree (dossier_id, COALESCE(item_id, dossier_id)) WHERE returned_on IS NULL;
CREATE INDEX loan_open ON dossiers.loan USING btree (due_on) WHERE returned_on IS NULL;
CREATE TRIGGER loan_keeps_former AFTER UPDATE ON dossiers.loan REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy loan_reach on dossiers.loan for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.dossier d
  WHERE d.id = loan.dossier_id)));
grant select, insert, update on dossiers.loan to dangvu_program;
comment on table dossiers.loan is 'A paper, or the whole dossier (item_id null), out of the cabinet; due_on is the last day in time.';

create table dossiers.loan_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint loan_former_pkey PRIMARY KEY (ordinal),
  constraint loan_former_id_fkey FOREIGN KEY (id) REFERENCES dossiers.loan(id) ON DELETE CASCADE
);
alter table dossiers.loan_former enable row level security;
CREATE INDEX loan_former_row ON dossiers.loan_former USING btree (id, recorded_until);
create policy loan_former_reach on dossiers.loan_former for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.loan x
  WHERE x.id = loan_former.id)));
grant select on dossiers.loan_former to dangvu_program;
comment on table dossiers.loan_former is 'Former states of dossiers.loan, each with the moment up to which it was what was recorded.';

create table dossiers.remaking (
  id              uuid not null,
  dossier_id      uuid not null,
  item_id         uuid,
  document_type   text,
  state           text not null,
  stated_on       date not null,
  statement       text not null,
  confirmed_on    date,
  confirmed_basis text,
  finished_on     date,
  version         integer not null default 1,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint remaking_pkey PRIMARY KEY (id),
  constraint remaking_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id),
  constraint remaking_item_id_fkey FOREIGN KEY (item_id) REFERENCES dossiers.item(id),
  constraint remaking_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint remaking_order CHECK (confirmed_on >= stated_on AND finished_on >= confirmed_on),
  constraint remaking_state CHECK (state = ANY (ARRAY['stated'::text, 'confirmed'::text, 'finished'::text])),
  constraint remaking_steps CHECK ((state = 'stated'::text) = (confirmed_on IS NULL) AND (state = 'finished'::text) = (finished_on IS NOT NULL))
);
alter table dossiers.remaking enable row level security;
CREATE INDEX remaking_dossier ON dossiers.remaking USING btree (dossier_id);
CREATE TRIGGER remaking_keeps_former AFTER UPDATE ON dossiers.remaking REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy remaking_reach on dossiers.remaking for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.dossier d
  WHERE d.id = remaking.dossier_id)));
grant select, insert, update on dossiers.remaking to dangvu_program;
comment on table dossiers.remaking is 'Lost papers made anew: the member states the loss, the committee confirms, the paper is replaced. document_type null = the whole dossier.';

create table dossiers.remaking_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint remaking_former_pkey PRIMARY KEY (ordinal),
  constraint remaking_former_id_fkey FOREIGN KEY (id) REFERENCES dossiers.remaking(id) ON DELETE CASCADE
);
alter table dossiers.remaking_former enable row level security;
CREATE INDEX remaking_former_row ON dossiers.remaking_former USING btree (id, recorded_until);
create policy remaking_former_reach on dossiers.remaking_former for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.remaking x
  WHERE x.id = remaking_former.id)));
grant select on dossiers.remaking_former to dangvu_program;
comment on table dossiers.remaking_former is 'Former states of dossiers.remaking, each with the moment up to which it was what was recorded.';

create table dossiers.scan (
  id            uuid not null,
  item_id       uuid not null,
  content_hash  text not null,
  media_type    text not null,
  byte_size     integer not null,
  pages         integer,
  file_name     text not null,
  part          integer,
  uploaded_by   uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint scan_pkey PRIMARY KEY (id),
  constraint scan_item_id_fkey FOREIGN KEY (item_id) REFERENCES dossiers.item(id),
  constraint scan_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES access.account(id)
);
alter table dossiers.scan enable row level security;
CREATE INDEX scan_hash ON dossiers.scan USING btree (content_hash) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX scan_once ON dossiers.scan USING btree (item_id, content_hash) WHERE superseded_at IS NULL;
create policy scan_reach on dossiers.scan for all to public
  using ((EXISTS ( SELECT
   FROM dossiers.item i
  WHERE i.id = scan.item_id)));
grant select, insert, update on dossiers.scan to dangvu_program;
comment on table dossiers.scan is 'A scan of a paper, kept by the hash of its bytes. item_id: the first statement of the paper. part: which of several files of the paper. A scan that was put to the wrong paper is superseded; its bytes stay.';

CREATE OR REPLACE FUNCTION dossiers.dossier_known(known_at timestamp with time zone)
 RETURNS SETOF dossiers.dossier
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from dossiers.dossier x where $1 is null
      union all
      select x.* from dossiers.dossier x
      where x.recorded_at <= $1 and not exists (select from dossiers.dossier_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from dossiers.dossier_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::dossiers.dossier, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function dossiers.dossier_known(timestamp with time zone) to dangvu_program;
comment on function dossiers.dossier_known(timestamp with time zone) is 'Rows of dossiers.dossier as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION dossiers.finding_known(known_at timestamp with time zone)
 RETURNS SETOF dossiers.finding
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from dossiers.finding x where $1 is null
      union all
      select x.* from dossiers.finding x
      where x.recorded_at <= $1 and not exists (select from dossiers.finding_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from dossiers.finding_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::dossiers.finding, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function dossiers.finding_known(timestamp with time zone) to dangvu_program;
comment on function dossiers.finding_known(timestamp with time zone) is 'Rows of dossiers.finding as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION dossiers.hand_over_one(handover uuid, wanted uuid, to_keeper uuid, receiver text, day date, giver text, taker text, ground text, n_papers integer, n_pages integer, lacking text[], writer uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'dossiers', 'members', 'access'
AS $function$
declare d dossiers.dossier;
begin
  select * into d from dossiers.dossier x where x.id = wanted for update;
  if not exists (select from members.person p where p.id = d.person_id and p.keeper_id in (select access.people_reach())) then raise exception 'dossier % lies beyond', wanted; end if;
  insert into dossiers.handover (id, from_keeper_id, to_keeper_id, to_name, handed_on, handed_by, received_by, basis, dossiers, recorded_by)
    values (handover, d.keeper_id, to_keeper, receiver, day, giver, taker, ground, 1, writer);
  insert into dossiers.handover_line (handover_id, dossier_id, person_id, ordinal, papers, pages, missing) values (handover, d.id, d.person_id, 1, n_papers, n_pages, lacking);
  if to_keeper is not null then
    update dossiers.dossier set keeper_id = to_keeper, room = null, cabinet = null, box = null, folder = null, version = version + 1 where id = d.id;
  end if;
end $function$;
grant execute on function dossiers.hand_over_one(uuid,uuid,uuid,text,date,text,text,text,integer,integer,text[],uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION dossiers.inspection_known(known_at timestamp with time zone)
 RETURNS SETOF dossiers.inspection
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from dossiers.inspection x where $1 is null
      union all
      select x.* from dossiers.inspection x
      where x.recorded_at <= $1 and not exists (select from dossiers.inspection_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from dossiers.inspection_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::dossiers.inspection, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function dossiers.inspection_known(timestamp with time zone) to dangvu_program;
comment on function dossiers.inspection_known(timestamp with time zone) is 'Rows of dossiers.inspection as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION dossiers.keepers_after(keepers uuid[], day date)
 RETURNS TABLE(dossier_id uuid, person_id uuid, from_id uuid, to_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with kept as (
    select d.id, d.person_id, d.keeper_id, p.keeper_id as cell_id from dossiers.dossier d join members.person p on p.id = d.person_id where d.keeper_id = any (keepers)
  ), keeper as (select c.cell_id, member_sheet.dossier_keeper(c.cell_id, day) as to_id from (select distinct cell_id from kept) c)
  select kept.id, kept.person_id, kept.keeper_id, keeper.to_id from kept join keeper using (cell_id) where keeper.to_id <> kept.keeper_id
$function$;

CREATE OR REPLACE FUNCTION dossiers.loan_known(known_at timestamp with time zone)
 RETURNS SETOF dossiers.loan
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from dossiers.loan x where $1 is null
      union all
      select x.* from dossiers.loan x
      where x.recorded_at <= $1 and not exists (select from dossiers.loan_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from dossiers.loan_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::dossiers.loan, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function dossiers.loan_known(timestamp with time zone) to dangvu_program;
comment on function dossiers.loan_known(timestamp with time zone) is 'Rows of dossiers.loan as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION dossiers.remaking_known(known_at timestamp with time zone)
 RETURNS SETOF dossiers.remaking
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from dossiers.remaking x where $1 is null
      union all
      select x.* from dossiers.remaking x
      where x.recorded_at <= $1 and not exists (select from dossiers.remaking_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from dossiers.remaking_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::dossiers.remaking, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function dossiers.remaking_known(timestamp with time zone) to dangvu_program;
comment on function dossiers.remaking_known(timestamp with time zone) is 'Rows of dossiers.remaking as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION dossiers.reorganise(act uuid, dossiers uuid[], to_keepers uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'platform', 'public'
AS $function$
begin
  perform platform.trace_column(act, 'dossiers.dossier', 'keeper_id', array_agg(d.id), array_agg(d.keeper_id::text), array_agg(w.to_id::text))
    from unnest(dossiers, to_keepers) w (id, to_id) join dossiers.dossier d on d.id = w.id;
  update dossiers.dossier d set keeper_id = w.to_id from unnest(dossiers, to_keepers) w (id, to_id) where d.id = w.id;
end $function$;

CREATE OR REPLACE FUNCTION dossiers.survey(organisation uuid, day date, known_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(person_id uuid, full_name text, sort_key text, born_on text, cell_id uuid, status text, joined_on text, official boolean, events text[], dossier_id uuid, keeper_id uuid, place text, papers text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
  day_ends constant timestamptz := (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
  if organisation <> all (reach) then return; end if;
  return query
    with placed as materialized (
      select s.person_id, s.cell_id, s.status, s.sort_key from members.standing s
      where known_at is null and s.cell_id = any (cells) and s.valid_during @> day and s.keeper_id = any (reach)
      union all
      select p.person_id, p.cell_id, t.status, y.sort_key from members.placement p
      join members.status t on t.person_id = p.person_id and t.valid_during @> day and t.recorded_at <= known_at and (t.superseded_at is null or t.superseded_at > known_at)
      join members.person y on y.id = p.person_id
      where known_at is not null and p.cell_id = any (cells) and p.valid_during @> day and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at) and y.keeper_id = any (reach)
    ), spell as (
      select distinct on (m.person_id) m.person_id, coalesce(m.admitted_on, m.ceremony_on::text, m.decided_on::text) as joined_on, m.ordinal
      from members.membership m where (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at) and m.person_id in (select p.person_id from placed p) order by m.person_id, m.ordinal desc
    ), held as (
      select d.person_id, array_agg(distinct i.document_type || '|' || i.state || '|' || coalesce(left(i.dated_on, 4), '')) as papers
      from dossiers.dossier d join dossiers.item i on i.dossier_id = d.id and i.recorded_at < day_ends and (i.superseded_at is null or i.superseded_at >= day_ends or i.superseded_at > known_at)
        and (known_at is null or i.recorded_at <= known_at)
      where d.person_id in (select p.person_id from placed p) group by d.person_id
    ), kept as (
      select d.* from dossiers.dossier_known(known_at) d
    ), disciplined as (
      select distinct o.person_id from members.overlay o where o.kind = 'disciplined' and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at) and lower(o.valid_during) <= day
    ), renamed as (
      select distinct c.person_id from members.correction c where 'fullName' = any (c.fields) and (known_at is null or c.recorded_at <= known_at)
    )
    select p.person_id, x.full_name, p.sort_key, case when known_at is null or x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, p.cell_id, p.status, s.joined_on, p.status <> 'probationary',
      coalesce(d.events, '{}') || array_remove(array[
        case when s.ordinal > 1 then 'readmitted' end, case when p.status = 'exempt' then 'exempt' end, case when p.status = 'suspended' then 'suspended' end,
        case when g.person_id is not null then 'disciplined' end, case when r.person_id is not null then 'nameChanged' end], null),
      d.id, d.keeper_id, nullif(concat_ws(' · ', d.room, d.cabinet, d.box, d.folder), ''), coalesce(h.papers, '{}')
    from placed p
    join members.person x on x.id = p.person_id
    left join spell s on s.person_id = p.person_id
    left join kept d on d.person_id = p.person_id and d.opened_on <= day
    left join held h on h.person_id = p.person_id
    left join disciplined g on g.person_id = p.person_id
    left join renamed r on r.person_id = p.person_id;
end 
$function$;
grant execute on function dossiers.survey(uuid,date,timestamp with time zone) to dangvu_program;

create schema duplicates;

create table duplicates.decision (
  id          uuid not null,
  pair_id     uuid not null,
  verdict     text not null,
  reason      text,
  score       integer not null,
  fingerprint text not null,
  decided_on  date not null,
  decided_by  uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint decision_pair_id_fkey FOREIGN KEY (pair_id) REFERENCES duplicates.pair(id) ON DELETE CASCADE,
  constraint decision_verdict CHECK (verdict = ANY (ARRAY['different'::text, 'joined'::text, 'parted'::text, 'changed'::text]))
);
alter table duplicates.decision enable row level security;
CREATE INDEX decision_pair ON duplicates.decision USING btree (pair_id, recorded_at);
create policy decision_reach on duplicates.decision for all to public
  using ((EXISTS ( SELECT
   FROM duplicates.pair p
  WHERE p.id = decision.pair_id)));
grant select, insert on duplicates.decision to dangvu_program;
comment on table duplicates.decision is 'What was decided about a pair, in order; changed: one of the two was written anew, and the question stands again.';

create table duplicates.joined_row (
  joining_id uuid not null,
  ordinal    integer not null,
  in_table   text not null,
  row_key    jsonb not null,
  before     jsonb,
  after      jsonb,
  constraint joined_row_pkey PRIMARY KEY (joining_id, ordinal),
  constraint joined_row_joining_id_fkey FOREIGN KEY (joining_id) REFERENCES duplicates.joining(id)
);
alter table duplicates.joined_row enable row level security;
create policy joined_row_read on duplicates.joined_row for select to public
  using ((EXISTS ( SELECT
   FROM duplicates.joining j
  WHERE j.id = joined_row.joining_id)));
grant select on duplicates.joined_row to dangvu_program;
comment on table duplicates.joined_row is 'A row that a joining changed: the columns that differ, before and after. before null: the row was made by it; after null: it stands under another key since.';

create table duplicates.joining (
  id              uuid not null,
  survivor_id     uuid not null,
  other_id        uuid not null,
  other_keeper_id uuid not null,
  pair_id         uuid,
  reason          text not null,
  basis           text not null,
  taken           text[] not null default '{}'::text[],
  joined_on       date not null,
  joined_by       uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  left_as         jsonb not null default '{}'::jsonb,
  version         integer not null default 1,
  undone_on       date,
  undone_by       uuid,
  undo_reason     text,
  constraint joining_pkey PRIMARY KEY (id),
  constraint joining_joined_by_fkey FOREIGN KEY (joined_by) REFERENCES access.account(id),
  constraint joining_other_id_fkey FOREIGN KEY (other_id) REFERENCES members.person(id),
  constraint joining_other_keeper_id_fkey FOREIGN KEY (other_keeper_id) REFERENCES organisations.organisation(id),
  constraint joining_pair_id_fkey FOREIGN KEY (pair_id) REFERENCES duplicates.pair(id),
  constraint joining_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES members.person(id),
  constraint joining_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES access.account(id),
  constraint joining_of_two CHECK (survivor_id <> other_id),
  constraint joining_undone_with_reason CHECK ((undone_on IS NULL) = (undo_reason IS NULL))
);
alter table duplicates.joining enable row level security;
CREATE UNIQUE INDEX joining_live ON duplicates.joining USING btree (other_id) WHERE undone_on IS NULL;
CREATE INDEX joining_survivor ON duplicates.joining USING btree (survivor_id);
create policy joining_change on duplicates.joining for update to public
  using ((other_keeper_id IN ( SELECT access.people_reach() AS people_reach)));
create policy joining_read on duplicates.joining for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = joining.survivor_id)));
create policy joining_write on duplicates.joining for insert to public
  with check ((other_keeper_id IN ( SELECT access.people_reach() AS people_reach)) AND (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = joining.survivor_id)));
grant select, insert, update on duplicates.joining to dangvu_program;
comment on table duplicates.joining is 'A record joined into another. taken: what was taken from the other where both said something. left_as: fingerprints of all rows about the two right after, to tell what was built on them since.';

create table duplicates.pair (
  id          uuid not null,
  first_id    uuid not null,
  second_id   uuid not null,
  score       integer not null,
  parts       jsonb not null,
  fingerprint text not null,
  state       text not null default 'open'::text,
  reason      text,
  decided_on  date,
  decided_by  uuid,
  found_on    date not null,
  version     integer not null default 1,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint pair_pkey PRIMARY KEY (id),
  constraint pair_once UNIQUE (first_id, second_id),
  constraint pair_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint pair_first_id_fkey FOREIGN KEY (first_id) REFERENCES members.person(id) ON DELETE CASCADE,
  constraint pair_second_id_fkey FOREIGN KEY (second_id) REFERENCES members.person(id) ON DELETE CASCADE,
  constraint pair_different_with_reason CHECK (state <> 'different'::text OR reason <> ''::text AND decided_on IS NOT NULL),
  constraint pair_in_order CHECK (first_id < second_id),
  constraint pair_score CHECK (score >= 0 AND score <= 100),
  constraint pair_state CHECK (state = ANY (ARRAY['open'::text, 'different'::text, 'joined'::text]))
);
alter table duplicates.pair enable row level security;
CREATE INDEX pair_open ON duplicates.pair USING btree (score DESC) WHERE state = 'open'::text;
CREATE INDEX pair_second ON duplicates.pair USING btree (second_id);
create policy pair_reach on duplicates.pair for all to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = pair.first_id)) AND (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = pair.second_id)));
grant select, insert, update on duplicates.pair to dangvu_program;
comment on table duplicates.pair is 'Two records that look like one person. parts: what speaks for and against, as the last look found it; fingerprint: of what was compared. A pair that was found to be two people comes up again when one of them changed.';

CREATE OR REPLACE FUNCTION duplicates.both_records(of_joining uuid)
 RETURNS TABLE(survivor jsonb, other jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select to_jsonb(s), to_jsonb(o) from duplicates.joining j
  join members.person s on s.id = j.survivor_id and s.withdrawn_at is null and s.keeper_id = any (array(select access.people_reach()))
  join members.person o on o.id = j.other_id where j.id = of_joining
$function$;
grant execute on function duplicates.both_records(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.built_since(of_joining uuid)
 RETURNS TABLE(in_table text, rows integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  left_as jsonb;
  now_is jsonb;
begin
  select j.left_as, duplicates.fingerprints(array[j.survivor_id, j.other_id]) into left_as, now_is from duplicates.joining j where j.id = of_joining;
  return query select split_part(k, ' ', 1), count(*)::int from jsonb_object_keys(left_as || now_is) k where left_as -> k is distinct from now_is -> k group by 1 order by 1;
end $function$;
grant execute on function duplicates.built_since(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.by_key(t regclass)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select string_agg(format('t.%I = (r.row_key ->> %L)::%s', a.attname, a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
  from unnest(duplicates.key_of(t)) k join pg_attribute a on a.attrelid = t and a.attname = k
$function$;

CREATE OR REPLACE FUNCTION duplicates.candidates()
 RETURNS TABLE(first_id uuid, second_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_nestloop TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return query
    with named as materialized (
      select n.id, n.name, n.born, left(n.born, 4) as year, length(n.born) = 10 as whole, duplicates.sorted_words(n.name) as sorted,
        split_part(n.name, ' ', 1) as family, substring(n.name from '[^ ]+$') as given, n.name !~ ' .* ' as short
      from duplicates.names_of(null) n
    ), key as (
      select id, 'n' || sorted || '|' || year as key, born, whole from named where year <> ''
      union all select id, 'w' || sorted || '|' || substr(born, 6), born, whole from named where whole
      union all select id, 'd' || born || '|' || given, born, whole from named where whole
      union all select id, 'f' || born || '|' || regexp_replace(name, ' ?[^ ]+$', ''), born, whole from named where whole
    ), by_name as (
      select a.id as a, b.id as b from key a join key b on b.key = a.key and b.id > a.id
      -- Namesakes born on quite other days of one year are many and nothing to ask about.
      where left(a.key, 1) <> 'n' or not (a.whole and b.whole) or a.born = b.born
        or a.born = left(b.born, 5) || right(b.born, 2) || substr(b.born, 5, 3) or duplicates.digits_apart(a.born, b.born) <= 1
    ), by_short_name as (
      select least(a.id, b.id), greatest(a.id, b.id) from named a join named b on b.family = a.family and b.given = a.given and b.year = a.year and b.id <> a.id
      where a.short and not b.short and a.year <> '' and (not (a.whole and b.whole) or a.born = b.born)
    ), number as materialized (
      select distinct m.id, m.number, n.family || ' ' || n.given as called from duplicates.numbers_of(null) m join named n on n.id = m.id
    ), by_number as (
      select a.id, b.id from number a join number b on b.number = a.number and b.id > a.id
      union all
      -- A number one sign off is asked about when family and given name are the same: numbers of a district follow one another.
      select a.id, b.id from (select id, left(number, 1) || o as number, called from number, duplicates.with_one_left_out(substr(number, 2)) o) a
        join (select id, left(number, 1) || o as number, called from number, duplicates.with_one_left_out(substr(number, 2)) o) b on b.number = a.number and b.called = a.called and b.id > a.id
    )
    select * from by_name union select * from by_short_name union select * from by_number;
end $function$;
grant execute on function duplicates.candidates() to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.collisions(parent regclass, source uuid, target uuid)
 RETURNS SETOF duplicates.collision
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  l duplicates.link;
  u record;
  c duplicates.collision;
  keys text;
  fits text;
begin
  for l in select * from duplicates.links_to(parent) k where (k.owned or parent = 'members.person'::regclass) and not duplicates.stays(k.child) and not (parent = 'members.person'::regclass and duplicates.is_restated(k.child)) loop
    for u in
      select i.indexrelid, r.relname as called, i.indpred is not null as at_once, coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as pred, i.indnkeyatts as n
      from pg_index i join pg_class r on r.oid = i.indexrelid
      where i.indrelid = l.child and i.indisunique and (i.indexprs is not null or (select a.attnum from pg_attribute a where a.attrelid = i.indrelid and a.attname = l.col) = any (i.indkey::smallint[]))
    loop
      select string_agg(pg_get_indexdef(u.indexrelid, k, true) || ' as k' || k, ', '), string_agg(format('s.k%s = t.k%s', k, k), ' and ') into keys, fits from generate_series(1, u.n) k;
      for c in execute format(
        'select %L::regclass, %L::name, %L::boolean, (select jsonb_object_agg(k, (s.whole || jsonb_build_object(%L, $1)) -> k) from unnest($3) k), (s.whole ->> ''id'')::uuid, (t.whole ->> ''id'')::uuid
         from (select %s, to_jsonb(q) as whole from (select (jsonb_populate_record(x, jsonb_build_object(%L, $2))).* from %s x where x.%I = $1) q where %s) s
         join (select %s, to_jsonb(q) as whole from %s q where q.%I = $2 and %s) t on %s',
        l.child, u.called, u.at_once, l.col, keys, l.col, l.child, l.col, u.pred, keys, l.child, l.col, u.pred, fits)
        using source, target, duplicates.key_of(l.child)
      loop
        return next c;
        if not c.at_once and c.source_id is not null then
          return query select * from duplicates.collisions(c.child, c.source_id, c.target_id);
        end if;
      end loop;
    end loop;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.correct_survivor(j duplicates.joining, fields jsonb, corrected text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  former_version int;
  names text := (select string_agg(quote_ident(k), ', ' order by k) from jsonb_object_keys(fields) k);
begin
  if names is null then return; end if;
  select version into former_version from members.person where id = j.survivor_id;
  perform set_config('dangvu.basis', j.basis, true);
  execute format('update members.person x set (%1$s) = (select %1$s from jsonb_populate_record(x, $1)) where x.id = $2', names) using fields, j.survivor_id;
  perform set_config('dangvu.basis', '', true);
  insert into members.correction (id, person_id, former_version, fields, reason, paper, corrected_by)
    select gen_random_uuid(), j.survivor_id, former_version, corrected, j.reason, j.basis, j.joined_by from members.person x where x.id = j.survivor_id and x.version > former_version;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.days_of_spell(spell jsonb)
 RETURNS daterange
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select daterange(begins, case when spell ->> 'ended_on' is not null then greatest(begins, (spell ->> 'ended_on')::date) end)
  from (select least((spell ->> 'decided_on')::date, (spell ->> 'ceremony_on')::date, (rpad(spell ->> 'admitted_on', 10, case length(spell ->> 'admitted_on') when 4 then '-01-01' else '-01' end))::date) as begins) b
$function$;

CREATE OR REPLACE FUNCTION duplicates.digits_apart(a text, b text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*)::int from generate_series(1, 10) k where substr(a, k, 1) <> substr(b, k, 1)
$function$;

CREATE OR REPLACE FUNCTION duplicates.facts_of(people uuid[])
 RETURNS TABLE(id uuid, full_name text, other_names text[], sex text, born_on text, identity_numbers text[], card_numbers text[], phone text, native_place text, cell_id uuid, father text, mother text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  return query
    select x.id, x.full_name, array_remove(array[x.other_name, a.alias], null), x.sex, x.born_on, array_remove(array[x.identity_number, x.old_identity_number], null), coalesce(c.cards, '{}'),
      x.phone, x.native_place, x.keeper_id, f.father, f.mother
    from members.person x
    left join (select v.person_id, max(member_sheet.said(v.content)) as alias from member_sheet.value v
      where v.field = 'alias' and v.superseded_at is null and v.valid_during @> access.today() and v.person_id = any (people) group by 1) a on a.person_id = x.id
    left join (select m.person_id, array_agg(distinct m.card_number order by m.card_number) as cards from members.membership m
      where m.superseded_at is null and m.card_number is not null and m.person_id = any (people) group by 1) c on c.person_id = x.id
    left join (select e.person_id, max(e.content ->> 'name') filter (where platform.fold(e.content ->> 'relation') in ('bo', 'bo de', 'cha', 'cha de')) as father,
        max(e.content ->> 'name') filter (where platform.fold(e.content ->> 'relation') in ('me', 'me de')) as mother
      from member_sheet.entry e where e.list = 'family' and e.superseded_at is null and not e.removed and e.person_id = any (people) group by 1) f on f.person_id = x.id
    where x.id = any (people) and x.withdrawn_at is null and x.keeper_id in (select unnest(reach));
end $function$;
grant execute on function duplicates.facts_of(uuid[]) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.fingerprints(people uuid[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(jsonb_object_agg(r.in_table || ' ' || r.row_key::text, md5(r.content::text)), '{}')
  from (select distinct in_table, row_key, content from duplicates.rows_below('members.person', people)
    union select 'members.person', jsonb_build_object('id', x.id), to_jsonb(x) from members.person x where x.id = any (people)) r
$function$;

CREATE OR REPLACE FUNCTION duplicates.fuller_spell(first jsonb, second jsonb, is_official boolean)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select first || jsonb_object_agg(k, coalesce(nullif(first -> k, 'null'), second -> k)) filter (where k is not null)
  from unnest(array['admitted_on', 'card_number', 'history_number']
    || case when first ->> 'decided_on' is null and (first ->> 'ceremony_on' is null or first ->> 'ceremony_on' >= second ->> 'decided_on') then array['decided_on', 'decision_number', 'decided_by'] else '{}' end
    || case when first ->> 'ceremony_on' is null and first ->> 'decided_on' is not null and second ->> 'ceremony_on' >= first ->> 'decided_on' then array['ceremony_on'] else '{}' end
    || case when is_official and first ->> 'confirmed_on' is null then array['confirmed_on', 'confirmation_number', 'confirmation_signed_on'] else '{}' end) k
$function$;

CREATE OR REPLACE FUNCTION duplicates.has_column(t regclass, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from pg_attribute a where a.attrelid = t and a.attname = wanted and a.attnum > 0 and not a.attisdropped)
$function$;

CREATE OR REPLACE FUNCTION duplicates.is_restated(t regclass)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select duplicates.has_column(t, 'person_id') and duplicates.has_column(t, 'recorded_at') and duplicates.has_column(t, 'superseded_at')
$function$;

CREATE OR REPLACE FUNCTION duplicates.join_membership(survivor uuid, other uuid, lead_id uuid, numbers jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  rest_id constant uuid := case when lead_id = survivor then other else survivor end;
  spells jsonb[] := array(select duplicates.live_rows('members.membership', lead_id));
  further jsonb[] := array(select duplicates.live_rows('members.membership', rest_id));
  official constant boolean := exists (select from members.status s where s.person_id = lead_id and s.superseded_at is null and s.status <> 'probationary');
  merged jsonb[] := '{}';
  facts jsonb[];
  free datemultirange;
  days datemultirange;
  mine jsonb;
  f jsonb;
  part daterange;
  t regclass;
begin
  if further = '{}' and (lead_id = survivor or spells = '{}') then return; end if;
  foreach f in array further loop
    if not exists (select from unnest(spells) s where duplicates.days_of_spell(s) && duplicates.days_of_spell(f)) then spells := spells || f; end if;
  end loop;
  select array_agg(coalesce(duplicates.fuller_spell(s, (select g from unnest(further) g where g ->> 'id' <> s ->> 'id' and duplicates.days_of_spell(s) && duplicates.days_of_spell(g) limit 1), official), s) order by lower(duplicates.days_of_spell(s)), s ->> 'id') into merged from unnest(spells) s;
  merged := array(select s || jsonb_build_object('person_id', survivor, 'ordinal', n) || case when n = cardinality(merged) then numbers else '{}' end from unnest(merged) with ordinality u (s, n));
  select range_agg(duplicates.days_of_spell(s)) into days from unnest(merged) s;
  perform duplicates.supersede('members.membership', other);
  update members.membership m set superseded_at = platform.moment() where m.person_id = survivor and m.superseded_at is null and to_jsonb(m) <> all (merged);
  for f in select s from unnest(merged) s where not exists (select from members.membership m where to_jsonb(m) = s) loop
    perform duplicates.restate('members.membership', f);
  end loop;
  foreach t in array array['members.status'::regclass, 'members.placement'::regclass] loop
    facts := array(select duplicates.live_rows(t, lead_id));
    select coalesce(range_agg((x ->> 'valid_during')::daterange), '{}') into free from unnest(facts) x;
    if lead_id = survivor then facts := '{}'; end if;
    for mine in select duplicates.live_rows(t, rest_id) loop
      for part in select unnest(datemultirange((mine ->> 'valid_during')::daterange) * days - free) loop
        facts := facts || (mine || jsonb_build_object('valid_during', part));
      end loop;
    end loop;
    perform duplicates.supersede(t, other);
    if lead_id <> survivor then perform duplicates.supersede(t, survivor); end if;
    foreach f in array facts loop
      perform duplicates.restate(t, f || jsonb_build_object('person_id', survivor));
    end loop;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.join_records(of_joining uuid, lead_id uuid, fields jsonb, corrected text[], items text[], numbers jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  j duplicates.joining;
  reach constant uuid[] := array(select access.people_reach());
  before duplicates.row_about[];
  home uuid;
  t regclass;
begin
  select * into strict j from duplicates.joining where id = of_joining;
  perform from members.person x where x.id in (j.survivor_id, j.other_id) and x.withdrawn_at is null and x.keeper_id = any (reach) order by x.id for update;
  if (select count(*) from members.person x where x.id in (j.survivor_id, j.other_id) and x.withdrawn_at is null and x.keeper_id = any (reach)) < 2 then
    raise exception 'A record to be joined lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  before := array(select row(r.*)::duplicates.row_about from duplicates.rows_about(array[j.survivor_id, j.other_id]) r);
  perform duplicates.join_membership(j.survivor_id, j.other_id, lead_id, numbers);
  perform duplicates.join_values(j.survivor_id, j.other_id, items);
  for t in select distinct l.child from duplicates.links_to('members.person') l
    where l.owned and l.col = 'person_id' and duplicates.is_restated(l.child) and not duplicates.stays(l.child)
      and l.child <> all (array['members.membership', 'members.status', 'members.placement', 'member_sheet.value']::regclass[]) loop
    perform duplicates.restate_table(t, j.other_id, j.survivor_id);
  end loop;
  perform duplicates.move_references(j.other_id, j.survivor_id);
  update admission.case_file c set circumstances = replace(c.circumstances::text, j.other_id::text, j.survivor_id::text)::jsonb where c.circumstances::text like '%' || j.other_id || '%';
  perform duplicates.correct_survivor(j, fields, corrected);
  update members.person set joined_into = j.survivor_id, withdrawn_at = platform.moment() where id = j.other_id;
  -- A member belongs to the cell in which he or she stands.
  select p.cell_id into home from members.placement p where p.person_id = j.survivor_id and p.superseded_at is null and p.valid_during @> access.today();
  update members.person set keeper_id = home where id = j.survivor_id and keeper_id <> home;
  perform members.restand(array[j.survivor_id, j.other_id]);
  perform duplicates.keep_changes(of_joining, before);
end $function$;
grant execute on function duplicates.join_records(uuid,uuid,jsonb,text[],text[],jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.join_values(survivor uuid, other uuid, items text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare r jsonb;
begin
  update member_sheet.value v set superseded_at = platform.moment()
    where v.person_id = survivor and v.superseded_at is null and v.field = any (items) and exists (select from member_sheet.value o where o.person_id = other and o.superseded_at is null and o.field = v.field);
  for r in select duplicates.live_rows('member_sheet.value', other) loop
    perform duplicates.supersede_row('member_sheet.value', r);
    if r ->> 'field' = any (items) then perform duplicates.restate('member_sheet.value', r || jsonb_build_object('person_id', survivor)); end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.joined_others()
 RETURNS TABLE(joining_id uuid, full_name text, born_on text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog'
AS $function$
  select j.id, o.full_name, o.born_on from duplicates.joining j
  join members.person s on s.id = j.survivor_id and s.withdrawn_at is null and s.keeper_id = any (array(select access.people_reach()))
  join members.person o on o.id = j.other_id
$function$;
grant execute on function duplicates.joined_others() to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.keep_changes(of_joining uuid, before duplicates.row_about[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  people constant uuid[] := (select array[j.survivor_id, j.other_id] from duplicates.joining j where j.id = of_joining);
  after duplicates.row_about[] := array(select row(r.*)::duplicates.row_about from duplicates.rows_about(people) r);
begin
  insert into duplicates.joined_row (joining_id, ordinal, in_table, row_key, before, after)
  select of_joining, row_number() over (order by in_table, row_key::text), in_table, row_key,
    case when b.content is null then null when a.content is null then b.content else (select jsonb_object_agg(k, b.content -> k) from unnest(duplicates.kept_columns(in_table::regclass)) k where a.content -> k is distinct from b.content -> k) end,
    case when a.content is null then null when b.content is null then a.content else (select jsonb_object_agg(k, a.content -> k) from unnest(duplicates.kept_columns(in_table::regclass)) k where a.content -> k is distinct from b.content -> k) end
  from (select distinct * from unnest(before)) b full join (select distinct * from unnest(after)) a using (in_table, row_key)
  where a.content is distinct from b.content;
  update duplicates.joining j set left_as = duplicates.fingerprints(people) where j.id = of_joining;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.kept_columns(t regclass)
 RETURNS name[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = t and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
$function$;

CREATE OR REPLACE FUNCTION duplicates.key_of(t regclass)
 RETURNS name[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array_agg(a.attname order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = t and i.indisprimary
$function$;

CREATE OR REPLACE FUNCTION duplicates.like_people(names text[], born text[], numbers text[])
 RETURNS TABLE(place integer, person_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_nestloop TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  -- The first list of a new register has nobody to be like.
  if not exists (select from members.person x where x.withdrawn_at is null and x.keeper_id = any (reach)) then return; end if;
  return query
    with described as materialized (
      select d.place::integer, d.name, d.born, d.number from unnest(names, born, numbers) with ordinality d(name, born, number, place)
    ), named as materialized (
      select n.id, n.name, n.born from duplicates.names_of(null) n
    ), key_asked as (
      select d.place, d.born, k.key, k.whole, k.short from described d cross join lateral duplicates.name_keys(d.name, d.born) k
    ), key_known as (
      select n.id, n.born, k.key, k.whole, k.short from named n cross join lateral duplicates.name_keys(n.name, n.born) k
    ), by_name as (
      select a.place, b.id from key_asked a join key_known b on b.key = a.key
      where case left(a.key, 1)
        -- Namesakes born on quite other days of one year are many and nothing to ask about.
        when 'n' then not (a.whole and b.whole) or a.born = b.born or a.born = left(b.born, 5) || right(b.born, 2) || substr(b.born, 5, 3) or duplicates.digits_apart(a.born, b.born) <= 1
        when 's' then a.short <> b.short and (not (a.whole and b.whole) or a.born = b.born)
        else true end
    ), number_asked as materialized (
      select d.place, n.number, split_part(d.name, ' ', 1) || ' ' || substring(d.name from '[^ ]+$') as called from described d cross join lateral regexp_split_to_table(d.number, ' ') n(number) where length(n.number) >= 7
    ), number_known as materialized (
      select distinct m.id, m.number, split_part(n.name, ' ', 1) || ' ' || substring(n.name from '[^ ]+$') as called from duplicates.numbers_of(null) m join named n on n.id = m.id where exists (select from number_asked)
    ), by_number as (
      select a.place, b.id from number_asked a join number_known b on b.number = a.number
      union all
      select a.place, b.id from (select place, left(number, 1) || o as number, called from number_asked, duplicates.with_one_left_out(substr(number, 2)) o) a
        join (select id, left(number, 1) || o as number, called from number_known, duplicates.with_one_left_out(substr(number, 2)) o) b on b.number = a.number and b.called = a.called
    )
    select place, id from by_name union select place, id from by_number;
end $function$;
grant execute on function duplicates.like_people(text[],text[],text[]) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.like_person(names text[], born text, numbers text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog'
 SET "pg_trgm.similarity_threshold" TO '0.6'
AS $function$
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  return query
    select x.id from members.person x
    where x.withdrawn_at is null and x.keeper_id = any (reach) and x.id in (
      select p.id from unnest(names) n join members.person p on p.search_text operator(public.%) n
      where born is null or p.born_on is null or abs(left(p.born_on, 4)::int - left(born, 4)::int) <= 1 or public.similarity(p.search_text, n) > 0.95 and substr(p.born_on, 6) = substr(born, 6)
      union select p.id from members.person p where p.identity_number = any (numbers) or p.old_identity_number = any (numbers)
      union select m.person_id from members.membership m where m.card_number = any (numbers) and m.superseded_at is null)
    limit most;
end $function$;
grant execute on function duplicates.like_person(text[],text,text[],integer) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.links_to(parent regclass)
 RETURNS SETOF duplicates.link
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select c.conrelid::regclass, a.attname, a.attnotnull or a.attname = 'person_id'
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
  where c.contype = 'f' and c.confrelid = parent and c.conrelid <> c.confrelid and cardinality(c.conkey) = 1 and c.confdeltype <> 'c'
    and n.nspname <> 'duplicates' and has_table_privilege('dangvu_program', c.conrelid, 'insert')
  order by n.nspname, t.relname, a.attname
$function$;

CREATE OR REPLACE FUNCTION duplicates.live_rows(t regclass, person uuid)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query execute format('select to_jsonb(t) from %s t where t.person_id = $1 and t.superseded_at is null', t) using person;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.move_references(source uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  clashes duplicates.collision[] := array(select c from duplicates.collisions('members.person', source, target) c);
  moves duplicates.move[];
  parts text;
begin
  moves := array(select row(l.child, l.col, source, target)::duplicates.move from duplicates.links_to('members.person') l where not duplicates.stays(l.child) and not (l.owned and duplicates.is_restated(l.child)))
    || array(select distinct row(l.child, l.col, c.source_id, c.target_id)::duplicates.move from unnest(clashes) c cross join lateral duplicates.links_to(c.child) l
      where not c.at_once and c.source_id is not null and l.owned)
    || row('members.person'::regclass, 'joined_into', source, target)::duplicates.move;
  select string_agg(format('u%s as (update %s t set %s where (%s) and not exists (select from unnest($1) c where c.child = %L::regclass and to_jsonb(t) @> c.source_key))', number, child, sets, wheres, child), ', ') into parts
  from (
    select row_number() over () as number, child, string_agg(format('%I = case t.%I %s else t.%I end', col, col, cases, col), ', ') as sets, string_agg(format('t.%I = any (%L)', col, sources), ' or ') as wheres
    from (select m.child, m.col, string_agg(distinct format('when %L::uuid then %L::uuid', m.source, m.target), ' ') as cases, array_agg(m.source)::text as sources from unnest(moves) m group by m.child, m.col) by_column
    group by child) by_table;
  -- What cannot stand beside a row of the other stays where it is.
  execute format('with %s select 1', parts) using clashes;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.name_keys(name text, born text)
 RETURNS TABLE(key text, whole boolean, short boolean)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select k, length(born) = 10, name !~ ' .* ' from unnest(array[
    case when born <> '' then 'n' || duplicates.sorted_words(name) || '|' || left(born, 4) end,
    case when born <> '' then 's' || split_part(name, ' ', 1) || ' ' || substring(name from '[^ ]+$') || '|' || left(born, 4) end,
    case when length(born) = 10 then 'w' || duplicates.sorted_words(name) || '|' || substr(born, 6) end,
    case when length(born) = 10 then 'd' || born || '|' || substring(name from '[^ ]+$') end,
    case when length(born) = 10 then 'f' || born || '|' || regexp_replace(name, ' ?[^ ]+$', '') end]) k where k is not null
$function$;

CREATE OR REPLACE FUNCTION duplicates.names_of(people uuid[])
 RETURNS TABLE(id uuid, name text, born text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  return query
    with who as materialized (
      select x.id, case when x.other_name is null then x.search_text else platform.fold(x.full_name) end as name, platform.fold(x.other_name) as other, coalesce(x.born_on, '') as born
      from members.person x where x.withdrawn_at is null and x.keeper_id in (select unnest(reach)) and (people is null or x.id = any (people))
    ), alias as (
      select v.person_id as id, platform.fold(member_sheet.said(v.content)) as other from member_sheet.value v
      where v.field in ('alias', 'otherName') and v.superseded_at is null and v.valid_during @> access.today() and v.content <> 'null' and (people is null or v.person_id = any (people))
    )
    select w.id, w.name, w.born from who w
    union
    -- A single word takes the place of the given name.
    select w.id, case when o.other like '% %' then o.other else regexp_replace(w.name, '[^ ]+$', '') || o.other end, w.born
    from who w join (select id, other from who where other <> '' union all select id, other from alias where other <> '') o on o.id = w.id;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.numbers_of(people uuid[])
 RETURNS TABLE(id uuid, number text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare reach constant uuid[] := array(select access.people_reach());
begin
  return query
    with who as materialized (
      select x.id, x.identity_number, x.old_identity_number from members.person x
      where x.withdrawn_at is null and x.keeper_id in (select unnest(reach)) and (people is null or x.id = any (people)))
    select n.id, n.number from (
      select id, 'i' || regexp_replace(identity_number, '[^0-9]', '', 'g') as number from who where identity_number is not null
      union select id, 'i' || regexp_replace(old_identity_number, '[^0-9]', '', 'g') from who where old_identity_number is not null
      union select m.person_id, 'c' || regexp_replace(m.card_number, '[^0-9]', '', 'g') from members.membership m join who on who.id = m.person_id where m.superseded_at is null and m.card_number is not null) n
    where length(n.number) >= 7;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.obstacles(survivor uuid, other uuid, lead_id uuid, day date)
 RETURNS TABLE(what text, facts jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare reach constant uuid[] := array(select access.people_reach());
begin
  if (select count(*) from members.person x where x.id in (survivor, other) and x.withdrawn_at is null and x.keeper_id = any (reach)) < 2 then return; end if;
  return query
    select 'twoCells', jsonb_build_object('first', organisations.name_on(a.cell_id, day), 'second', organisations.name_on(b.cell_id, day))
    from members.placement a join members.placement b on b.person_id = other and b.superseded_at is null and b.valid_during @> day and b.cell_id <> a.cell_id
    where a.person_id = survivor and a.superseded_at is null and a.valid_during @> day;
  return query
    select 'endedAndLive', jsonb_build_object('endedOn', m.ended_on)
    from members.membership m
    where m.person_id = lead_id and m.superseded_at is null and m.ended_on <= day
      and not exists (select from members.placement p where p.person_id = lead_id and p.superseded_at is null and p.valid_during @> day)
      and exists (select from members.membership o where o.person_id = case when lead_id = survivor then other else survivor end and o.superseded_at is null
        and (o.ended_on is null or o.ended_on > day) and duplicates.days_of_spell(to_jsonb(o)) && duplicates.days_of_spell(to_jsonb(m)));
  return query
    select distinct 'openAtOnce', jsonb_build_object('called', c.called) from duplicates.collisions('members.person', other, survivor) c where c.at_once;
end $function$;
grant execute on function duplicates.obstacles(uuid,uuid,uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.part_records(of_joining uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET "dangvu.restoring" TO 'yes'
AS $function$
declare
  j duplicates.joining;
  reach constant uuid[] := array(select access.people_reach());
  each record;
  parts text;
begin
  select * into strict j from duplicates.joining where id = of_joining and undone_on is null;
  if not (j.other_keeper_id = any (reach) and exists (select from members.person x where x.id = j.survivor_id and x.withdrawn_at is null and x.keeper_id = any (reach))) then
    raise exception 'A joined record lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  -- First what was stated anew: its days would stand in the way of those that come back.
  for each in
    select r.in_table::regclass as t from duplicates.joined_row r where r.joining_id = of_joining group by r.in_table
    having bool_or(r.before is null) and not bool_or(r.after is null)
  loop
    execute format('delete from %s t using duplicates.joined_row r where r.joining_id = $1 and r.in_table = %L and r.before is null and %s', each.t, each.t, duplicates.by_key(each.t)) using of_joining;
  end loop;
  -- All else in one statement, so that keys over several tables agree at its end.
  select string_agg(nullif(duplicates.restoring_sql(g.in_table::regclass, g.n, g.columns, g.has_vanished), ''), ', ') into parts
  from (
    select r.in_table, row_number() over (order by r.in_table)::int as n, bool_or(r.after is null) as has_vanished,
      array(select distinct k from duplicates.joined_row c cross join lateral jsonb_object_keys(c.before) k where c.joining_id = of_joining and c.in_table = r.in_table and c.before is not null and c.after is not null)::name[] as columns
    from duplicates.joined_row r where r.joining_id = of_joining group by r.in_table) g;
  execute format('with %s select 1', parts) using of_joining;
  perform members.restand(array[j.survivor_id, j.other_id]);
end $function$;
grant execute on function duplicates.part_records(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION duplicates.restate(t regclass, content jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare columns constant text := (select string_agg(quote_ident(c), ', ') from unnest(duplicates.kept_columns(t)) c);
begin
  execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', t, columns, columns, t)
    using content || jsonb_build_object('id', gen_random_uuid(), 'recorded_at', platform.moment(), 'superseded_at', null) || case when duplicates.has_column(t, 'keeper_id') then '{"keeper_id": null}'::jsonb else '{}' end;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.restate_table(t regclass, source uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  about constant text[] := array['id', 'person_id', 'recorded_at', 'superseded_at', 'keeper_id', 'source_id', 'basis', 'recorded_by'];
  range_column name;
  same name[];
  r jsonb;
  free datemultirange;
  part daterange;
  theirs jsonb[] := array(select duplicates.live_rows(t, target));
begin
  select max(a.attname) filter (where o.oprname = '&&'), array_agg(a.attname) filter (where o.oprname = '=') into range_column, same
  from pg_constraint c cross join lateral unnest(c.conkey, c.conexclop) as k (attnum, op) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum join pg_operator o on o.oid = k.op
  where c.conrelid = t and c.contype = 'x';
  for r in select duplicates.live_rows(t, source) loop
    perform duplicates.supersede_row(t, r);
    if range_column is not null then
      select datemultirange((r ->> range_column)::daterange) - coalesce(range_agg((o ->> range_column)::daterange), '{}') into free
      from unnest(theirs) o where (select bool_and(c = 'person_id' or o -> c = r -> c) from unnest(same) c);
      for part in select unnest(free) loop
        perform duplicates.restate(t, r || jsonb_build_object('person_id', target, range_column, part));
      end loop;
    elsif not exists (select from unnest(theirs) o where o - about - 'entry_id' = r - about - 'entry_id') then
      perform duplicates.restate(t, r || jsonb_build_object('person_id', target));
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.restoring_sql(t regclass, n integer, columns name[], has_vanished boolean)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select concat_ws(', ',
    (select format('c%s as (update %s t set %s from duplicates.joined_row r where r.joining_id = $1 and r.in_table = %L and r.before is not null and r.after is not null and %s and (select bool_and(to_jsonb(t) -> k = r.after -> k) from jsonb_object_keys(r.after) k))',
        n, t, string_agg(format('%1$I = case when r.before ? %2$L then (jsonb_populate_record(t, r.before)).%1$I else t.%1$I end', c, c), ', '), t, duplicates.by_key(t))
      from unnest(columns) c having count(*) > 0),
    case when has_vanished then format('n%s as (delete from %s t using duplicates.joined_row r where r.joining_id = $1 and r.in_table = %L and r.before is null and %s)', n, t, t, duplicates.by_key(t)) end,
    case when has_vanished then format('v%s as (insert into %s (%s) select %s from duplicates.joined_row r cross join lateral jsonb_populate_record(null::%s, r.before) x where r.joining_id = $1 and r.in_table = %L and r.after is null)',
      n, t, (select string_agg(quote_ident(c), ', ') from unnest(duplicates.kept_columns(t)) c), (select string_agg('x.' || quote_ident(c), ', ') from unnest(duplicates.kept_columns(t)) c), t, t) end)
$function$;

CREATE OR REPLACE FUNCTION duplicates.rows_about(people uuid[])
 RETURNS SETOF duplicates.row_about
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare l duplicates.link;
begin
  return query select 'members.person', jsonb_build_object('id', x.id), to_jsonb(x) from members.person x where x.id = any (people) or x.joined_into = any (people);
  return query select distinct * from duplicates.rows_below('members.person', people);
  for l in select * from duplicates.links_to('members.person') where not owned loop
    return query execute format('select %L, (select jsonb_object_agg(k, to_jsonb(t) -> k) from unnest($2) k), to_jsonb(t) from %s t where t.%I = any ($1)', l.child::text, l.child, l.col)
      using people, duplicates.key_of(l.child);
  end loop;
  -- Introducers stand in the circumstances of a file.
  return query select 'admission.case_file', jsonb_build_object('id', c.id), to_jsonb(c) from admission.case_file c, unnest(people) p where c.circumstances::text like '%' || p || '%';
end $function$;

CREATE OR REPLACE FUNCTION duplicates.rows_below(parent regclass, ids uuid[])
 RETURNS SETOF duplicates.row_about
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  l duplicates.link;
  found duplicates.row_about[];
begin
  for l in select * from duplicates.links_to(parent) where owned loop
    execute format('select array_agg(row(%L, (select jsonb_object_agg(k, to_jsonb(t) -> k) from unnest($2) k), to_jsonb(t))::duplicates.row_about) from %s t where t.%I = any ($1)', l.child, l.child, l.col)
      into found using ids, duplicates.key_of(l.child);
    continue when found is null;
    return query select * from unnest(found);
    if duplicates.has_column(l.child, 'id') then
      return query select * from duplicates.rows_below(l.child, array(select (f.content ->> 'id')::uuid from unnest(found) f));
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.sorted_words(folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
  select string_agg(w, ' ' order by w) from regexp_split_to_table(folded, '[^a-z0-9]+') w where w <> ''
$function$;

CREATE OR REPLACE FUNCTION duplicates.stays(t regclass)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select t in ('members.person_version'::regclass, 'members.correction'::regclass)
$function$;

CREATE OR REPLACE FUNCTION duplicates.supersede(t regclass, person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  execute format('update %s set superseded_at = platform.moment() where person_id = $1 and superseded_at is null', t) using person;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.supersede_row(t regclass, content jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  execute format('update %s set superseded_at = platform.moment() where id = $1 and superseded_at is null', t) using (content ->> 'id')::uuid;
end $function$;

CREATE OR REPLACE FUNCTION duplicates.with_one_left_out(number text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
  select distinct left(number, k - 1) || substr(number, k + 1) from generate_series(1, length(number)) k
$function$;

create schema import_export;

create table import_export.heading_map (
  organisation_id uuid not null,
  heading         text not null,
  field           text not null,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint heading_map_pkey PRIMARY KEY (organisation_id, heading),
  constraint heading_map_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id)
);
alter table import_export.heading_map enable row level security;
create policy heading_map_reach on import_export.heading_map for all to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update, delete on import_export.heading_map to dangvu_program;

create table import_export.import (
  id              uuid not null,
  file_name       text not null,
  content_hash    text not null,
  layout          text,
  sheet           text,
  as_of           date,
  organisation_id uuid not null,
  state           text not null,
  refusal         text,
  progress_done   integer not null default 0,
  progress_total  integer,
  cancel_asked    boolean not null default false,
  preview         jsonb,
  answers         jsonb not null default '{}'::jsonb,
  started_by      uuid,
  started_on      date not null,
  written_at      timestamp with time zone,
  undone_at       timestamp with time zone,
  version         integer not null default 1,
  recorded_at     timestamp with time zone not null default platform.moment(),
  asked_layout    text,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint import_started_by_fkey FOREIGN KEY (started_by) REFERENCES access.account(id),
  constraint import_state CHECK (state = ANY (ARRAY['reading'::text, 'toSettle'::text, 'refused'::text, 'writing'::text, 'written'::text, 'undone'::text, 'cancelled'::text]))
);
alter table import_export.import enable row level security;
CREATE INDEX import_content ON import_export.import USING btree (content_hash);
CREATE INDEX import_organisation ON import_export.import USING btree (organisation_id);
create policy import_reach on import_export.import for all to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on import_export.import to dangvu_program;

create table import_export.import_row (
  import_id uuid not null,
  sheet     text not null,
  row       integer not null,
  outcome   text not null,
  person_id uuid,
  fields    jsonb not null,
  changes   jsonb,
  constraint import_row_pkey PRIMARY KEY (import_id, sheet, "row"),
  constraint import_row_outcome CHECK (outcome = ANY (ARRAY['new'::text, 'changed'::text, 'same'::text, 'doubtful'::text, 'faulty'::text]))
);
alter table import_export.import_row enable row level security;
CREATE INDEX import_row_person ON import_export.import_row USING btree (person_id);
create policy import_row_reach on import_export.import_row for all to public
  using ((import_id IN ( SELECT i.id
   FROM import_export.import i)));
grant select, insert, update, delete on import_export.import_row to dangvu_program;
comment on table import_export.import_row is 'One member row of a workbook: as read, and what it would change field by field. Not touched any more once its import is written.';
comment on column import_export.import_row.person_id is 'Whom the row was found to be; of a new person the identifier it gets when the import is written.';

create table import_export.organisation_answer (
  organisation_id uuid not null,
  written_name    text not null,
  cell_id         uuid not null,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint organisation_answer_pkey PRIMARY KEY (organisation_id, written_name),
  constraint organisation_answer_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES organisations.organisation(id),
  constraint organisation_answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id)
);
alter table import_export.organisation_answer enable row level security;
create policy organisation_answer_reach on import_export.organisation_answer for all to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update, delete on import_export.organisation_answer to dangvu_program;
comment on table import_export.organisation_answer is 'Which cell a sender means by a name, asked once and remembered.';

create schema lifecycle;

create table lifecycle.badge (
  id                uuid not null,
  person_id         uuid not null,
  years             integer not null,
  award_on          date not null,
  ground            text not null,
  state             text not null,
  reached_on        date,
  reason            text,
  rule              jsonb,
  decision_number   text,
  decided_on        date,
  issued_by         text,
  ended_reason      text,
  version           integer not null default 1,
  recorded_by       uuid,
  recorded_at       timestamp with time zone not null default platform.moment(),
  ended_at          timestamp with time zone,
  given_recorded_at timestamp with time zone,
  constraint badge_pkey PRIMARY KEY (id),
  constraint badge_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint badge_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint badge_decided CHECK (state <> 'awarded'::text OR ground = 'takenOver'::text OR decision_number IS NOT NULL AND decided_on IS NOT NULL),
  constraint badge_ended_with_reason CHECK ((state = ANY (ARRAY['withdrawn'::text, 'revoked'::text])) = (ended_reason IS NOT NULL)),
  constraint badge_ground CHECK (ground = ANY (ARRAY['reached'::text, 'early'::text, 'posthumous'::text, 'takenOver'::text])),
  constraint badge_state CHECK (state = ANY (ARRAY['proposed'::text, 'awarded'::text, 'withdrawn'::text, 'revoked'::text])),
  constraint badge_years CHECK (years >= 1 AND years <= 120)
);
alter table lifecycle.badge enable row level security;
CREATE UNIQUE INDEX badge_once ON lifecycle.badge USING btree (person_id, years) WHERE state = ANY (ARRAY['proposed'::text, 'awarded'::text]);
CREATE INDEX badge_round ON lifecycle.badge USING btree (award_on) WHERE state = ANY (ARRAY['proposed'::text, 'awarded'::text]);
CREATE TRIGGER badge_keeps_former AFTER UPDATE ON lifecycle.badge REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
CREATE TRIGGER badge_touches_changed AFTER UPDATE ON lifecycle.badge REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER badge_touches_entered AFTER INSERT ON lifecycle.badge REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER badge_touches_gone AFTER DELETE ON lifecycle.badge REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy badge_change on lifecycle.badge for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = badge.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy badge_read on lifecycle.badge for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = badge.person_id)));
create policy badge_write on lifecycle.badge for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = badge.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on lifecycle.badge to dangvu_program;
grant update (decided_on) on lifecycle.badge to dangvu_program;
grant update (decision_number) on lifecycle.badge to dangvu_program;
grant update (ended_at) on lifecycle.badge to dangvu_program;
grant update (ended_reason) on lifecycle.badge to dangvu_program;
grant update (given_recorded_at) on lifecycle.badge to dangvu_program;
grant update (issued_by) on lifecycle.badge to dangvu_program;
grant update (state) on lifecycle.badge to dangvu_program;
grant update (version) on lifecycle.badge to dangvu_program;
comment on table lifecycle.badge is 'A badge of long membership proposed for, or given to, a person. award_on: the day of the round. reached_on: the day on which so many years were reached, as counted when it was proposed. takenOver: given before, entered from papers. A proposal withdrawn and a badge entered in error stay on record.';
comment on column lifecycle.badge.given_recorded_at is 'When the decision on a proposal was entered. Null of a badge that was entered as given: known since recorded_at.';

create table lifecycle.badge_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint badge_former_pkey PRIMARY KEY (ordinal),
  constraint badge_former_id_fkey FOREIGN KEY (id) REFERENCES lifecycle.badge(id) ON DELETE CASCADE
);
alter table lifecycle.badge_former enable row level security;
CREATE INDEX badge_former_row ON lifecycle.badge_former USING btree (id, recorded_until);
create policy badge_former_reach on lifecycle.badge_former for all to public
  using ((EXISTS ( SELECT
   FROM lifecycle.badge x
  WHERE x.id = badge_former.id)));
grant select on lifecycle.badge_former to dangvu_program;
comment on table lifecycle.badge_former is 'Former states of lifecycle.badge, each with the moment up to which it was what was recorded.';

create table lifecycle.discipline (
  id                    uuid not null,
  person_id             uuid not null,
  measure               text not null,
  authority             text not null,
  ground                text not null,
  decision_number       text not null,
  decided_on            date not null,
  issued_by             text not null,
  effective_on          date not null,
  effect_until          date,
  received_on           date not null,
  complaint_due_on      date not null,
  rule                  jsonb not null,
  complained_on         date,
  complaint             text,
  state                 text not null default 'standing'::text,
  review_number         text,
  reviewed_on           date,
  reviewed_by           text,
  review_reason         text,
  version               integer not null default 1,
  recorded_by           uuid,
  recorded_at           timestamp with time zone not null default platform.moment(),
  complaint_recorded_at timestamp with time zone,
  review_recorded_at    timestamp with time zone,
  constraint discipline_pkey PRIMARY KEY (id),
  constraint discipline_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint discipline_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint discipline_annulled_by_decision CHECK (state = 'standing'::text OR review_number IS NOT NULL AND reviewed_on IS NOT NULL AND review_reason IS NOT NULL),
  constraint discipline_authority CHECK (authority = ANY (ARRAY['cell'::text, 'grassroots'::text, 'superior'::text, 'inspection'::text])),
  constraint discipline_has_end CHECK ((measure = 'expulsion'::text) = (effect_until IS NULL)),
  constraint discipline_measure CHECK (measure = ANY (ARRAY['reprimand'::text, 'warning'::text, 'removalFromOffice'::text, 'expulsion'::text])),
  constraint discipline_state CHECK (state = ANY (ARRAY['standing'::text, 'annulled'::text]))
);
alter table lifecycle.discipline enable row level security;
CREATE INDEX discipline_effective ON lifecycle.discipline USING btree (effective_on);
CREATE UNIQUE INDEX discipline_once ON lifecycle.discipline USING btree (person_id, decision_number) WHERE state = 'standing'::text;
CREATE INDEX discipline_person ON lifecycle.discipline USING btree (person_id);
CREATE TRIGGER discipline_touches_changed AFTER UPDATE ON lifecycle.discipline REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER discipline_touches_entered AFTER INSERT ON lifecycle.discipline REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER discipline_touches_gone AFTER DELETE ON lifecycle.discipline REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy discipline_change on lifecycle.discipline for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = discipline.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy discipline_read on lifecycle.discipline for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = discipline.person_id)));
create policy discipline_write on lifecycle.discipline for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = discipline.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on lifecycle.discipline to dangvu_program;
grant update (complained_on) on lifecycle.discipline to dangvu_program;
grant update (complaint_recorded_at) on lifecycle.discipline to dangvu_program;
grant update (complaint) on lifecycle.discipline to dangvu_program;
grant update (review_number) on lifecycle.discipline to dangvu_program;
grant update (review_reason) on lifecycle.discipline to dangvu_program;
grant update (review_recorded_at) on lifecycle.discipline to dangvu_program;
grant update (reviewed_by) on lifecycle.discipline to dangvu_program;
grant update (reviewed_on) on lifecycle.discipline to dangvu_program;
grant update (state) on lifecycle.discipline to dangvu_program;
grant update (version) on lifecycle.discipline to dangvu_program;
comment on table lifecycle.discipline is 'A measure of discipline against a member. effective_on: the day from which it has effect (announcement of the result of the vote). effect_until: first day without effect. A review upholds it or annuls it; one that is annulled stays on record.';

create table lifecycle.ending (
  id               uuid not null,
  person_id        uuid not null,
  cell_id          uuid not null,
  kind             text not null,
  ground           text,
  since_day        date,
  reason           text not null,
  stage            text not null,
  stage_since      date not null,
  opened_on        date not null,
  decision_number  text,
  decided_on       date,
  issued_by        text,
  ended_on         date,
  received_on      date,
  complaint_due_on date,
  complained_on    date,
  complaint        text,
  review_outcome   text,
  review_number    text,
  reviewed_on      date,
  reviewed_by      text,
  review_reason    text,
  settled          jsonb not null default '[]'::jsonb,
  version          integer not null default 1,
  recorded_by      uuid,
  recorded_at      timestamp with time zone not null default platform.moment(),
  constraint ending_pkey PRIMARY KEY (id),
  constraint ending_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES organisations.organisation(id),
  constraint ending_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint ending_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint ending_decided CHECK ((stage <> ALL (ARRAY['ended'::text, 'restored'::text])) OR ended_on IS NOT NULL AND decided_on IS NOT NULL AND decision_number IS NOT NULL),
  constraint ending_ground CHECK (ground = ANY (ARRAY['inactive'::text, 'cardGivenUp'::text, 'lostWill'::text, 'twoYearsBelow'::text, 'politicalStandard'::text])),
  constraint ending_ground_fits CHECK ((kind = 'strikeOff'::text) = (ground IS NOT NULL)),
  constraint ending_kind CHECK (kind = ANY (ARRAY['strikeOff'::text, 'resignation'::text, 'death'::text])),
  constraint ending_restored_by_decision CHECK (stage <> 'restored'::text OR review_outcome = 'annulled'::text AND review_number IS NOT NULL AND reviewed_on IS NOT NULL AND review_reason IS NOT NULL),
  constraint ending_review CHECK (review_outcome = ANY (ARRAY['upheld'::text, 'annulled'::text])),
  constraint ending_stage CHECK (stage = ANY (ARRAY['opened'::text, 'cellCarried'::text, 'committeeCarried'::text, 'notCarried'::text, 'dropped'::text, 'ended'::text, 'restored'::text]))
);
alter table lifecycle.ending enable row level security;
CREATE UNIQUE INDEX ending_one_open ON lifecycle.ending USING btree (person_id) WHERE stage = ANY (ARRAY['opened'::text, 'cellCarried'::text, 'committeeCarried'::text]);
CREATE INDEX ending_person ON lifecycle.ending USING btree (person_id);
create policy ending_change on lifecycle.ending for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = ending.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy ending_read on lifecycle.ending for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = ending.person_id)));
create policy ending_write on lifecycle.ending for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = ending.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on lifecycle.ending to dangvu_program;
grant update (complained_on) on lifecycle.ending to dangvu_program;
grant update (complaint_due_on) on lifecycle.ending to dangvu_program;
grant update (complaint) on lifecycle.ending to dangvu_program;
grant update (decided_on) on lifecycle.ending to dangvu_program;
grant update (decision_number) on lifecycle.ending to dangvu_program;
grant update (ended_on) on lifecycle.ending to dangvu_program;
grant update (issued_by) on lifecycle.ending to dangvu_program;
grant update (received_on) on lifecycle.ending to dangvu_program;
grant update (review_number) on lifecycle.ending to dangvu_program;
grant update (review_outcome) on lifecycle.ending to dangvu_program;
grant update (review_reason) on lifecycle.ending to dangvu_program;
grant update (reviewed_by) on lifecycle.ending to dangvu_program;
grant update (reviewed_on) on lifecycle.ending to dangvu_program;
grant update (settled) on lifecycle.ending to dangvu_program;
grant update (stage_since) on lifecycle.ending to dangvu_program;
grant update (stage) on lifecycle.ending to dangvu_program;
grant update (version) on lifecycle.ending to dangvu_program;
comment on table lifecycle.ending is 'A case of striking off or resignation from its opening to its decision, or a death by its paper. since_day: from which the ground lasts. ended_on: first day without membership; of a death the day of death. settled: what membership had tied to it and what became of that, as it was said at the end. restored: the decision was annulled, membership never ended.';

create table lifecycle.ending_step (
  id          uuid not null,
  ending_id   uuid not null,
  ordinal     integer not null,
  act         text not null,
  occurred_on date not null,
  to_stage    text not null,
  facts       jsonb not null default '{}'::jsonb,
  rules       jsonb not null default '[]'::jsonb,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint ending_step_pkey PRIMARY KEY (id),
  constraint ending_step_in_order UNIQUE (ending_id, ordinal),
  constraint ending_step_ending_id_fkey FOREIGN KEY (ending_id) REFERENCES lifecycle.ending(id),
  constraint ending_step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);
alter table lifecycle.ending_step enable row level security;
create policy ending_step_read on lifecycle.ending_step for select to public
  using ((EXISTS ( SELECT
   FROM lifecycle.ending e
  WHERE e.id = ending_step.ending_id)));
create policy ending_step_write on lifecycle.ending_step for insert to public
  with check ((EXISTS ( SELECT
   FROM lifecycle.ending e
     JOIN members.person p ON p.id = e.person_id
  WHERE e.id = ending_step.ending_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on lifecycle.ending_step to dangvu_program;
comment on table lifecycle.ending_step is 'What was done in a case, in order, with the rules that judged it; of votes the numbers only. From it the stage of any day is read, as known at any moment.';

create table lifecycle.exemption (
  id                 uuid not null,
  person_id          uuid not null,
  ground             text not null,
  note               text,
  resolution         text not null,
  decided_on         date not null,
  from_day           date not null,
  rule               jsonb not null,
  former_status      text not null,
  returned_on        date,
  return_basis       text,
  version            integer not null default 1,
  recorded_by        uuid,
  recorded_at        timestamp with time zone not null default platform.moment(),
  return_recorded_at timestamp with time zone,
  constraint exemption_pkey PRIMARY KEY (id),
  constraint exemption_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint exemption_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint exemption_ground CHECK (ground = ANY (ARRAY['oldAge'::text, 'weakHealth'::text, 'longTreatment'::text, 'abroadAlone'::text, 'itinerantWork'::text, 'maternity'::text])),
  constraint exemption_returned_by_resolution CHECK ((returned_on IS NULL) = (return_basis IS NULL))
);
alter table lifecycle.exemption enable row level security;
CREATE INDEX exemption_from ON lifecycle.exemption USING btree (from_day);
CREATE UNIQUE INDEX exemption_one_at_a_time ON lifecycle.exemption USING btree (person_id) WHERE returned_on IS NULL;
CREATE INDEX exemption_person ON lifecycle.exemption USING btree (person_id);
CREATE INDEX exemption_returned ON lifecycle.exemption USING btree (returned_on) WHERE returned_on IS NOT NULL;
CREATE TRIGGER exemption_touches_changed AFTER UPDATE ON lifecycle.exemption REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER exemption_touches_entered AFTER INSERT ON lifecycle.exemption REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER exemption_touches_gone AFTER DELETE ON lifecycle.exemption REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy exemption_change on lifecycle.exemption for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = exemption.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy exemption_read on lifecycle.exemption for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = exemption.person_id)));
create policy exemption_write on lifecycle.exemption for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = exemption.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on lifecycle.exemption to dangvu_program;
grant update (return_basis) on lifecycle.exemption to dangvu_program;
grant update (return_recorded_at) on lifecycle.exemption to dangvu_program;
grant update (returned_on) on lifecycle.exemption to dangvu_program;
grant update (version) on lifecycle.exemption to dangvu_program;
comment on table lifecycle.exemption is 'A member exempt from work and meetings by decision of the cell. returned_on: first day active again, on request.';

create table lifecycle.suspension (
  id                    uuid not null,
  person_id             uuid not null,
  ground                text not null,
  reason                text not null,
  decision_number       text not null,
  decided_on            date not null,
  issued_by             text not null,
  from_day              date not null,
  last_day              date,
  rule                  jsonb not null,
  former_status         text not null,
  extension_number      text,
  extended_on           date,
  lifted_on             date,
  lifting_reason        text,
  version               integer not null default 1,
  recorded_by           uuid,
  recorded_at           timestamp with time zone not null default platform.moment(),
  first_last_day        date,
  extension_recorded_at timestamp with time zone,
  lifting_recorded_at   timestamp with time zone,
  constraint suspension_pkey PRIMARY KEY (id),
  constraint suspension_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint suspension_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint suspension_ground CHECK (ground = ANY (ARRAY['inquiry'::text, 'prosecuted'::text])),
  constraint suspension_has_end CHECK (ground = 'prosecuted'::text OR last_day IS NOT NULL),
  constraint suspension_lifted_with_reason CHECK ((lifted_on IS NULL) = (lifting_reason IS NULL))
);
alter table lifecycle.suspension enable row level security;
CREATE INDEX suspension_from ON lifecycle.suspension USING btree (from_day);
CREATE UNIQUE INDEX suspension_one_at_a_time ON lifecycle.suspension USING btree (person_id) WHERE lifted_on IS NULL;
CREATE INDEX suspension_person ON lifecycle.suspension USING btree (person_id);
CREATE TRIGGER suspension_touches_changed AFTER UPDATE ON lifecycle.suspension REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER suspension_touches_entered AFTER INSERT ON lifecycle.suspension REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER suspension_touches_gone AFTER DELETE ON lifecycle.suspension REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy suspension_change on lifecycle.suspension for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = suspension.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy suspension_read on lifecycle.suspension for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = suspension.person_id)));
create policy suspension_write on lifecycle.suspension for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = suspension.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on lifecycle.suspension to dangvu_program;
grant update (extended_on) on lifecycle.suspension to dangvu_program;
grant update (extension_number) on lifecycle.suspension to dangvu_program;
grant update (extension_recorded_at) on lifecycle.suspension to dangvu_program;
grant update (first_last_day) on lifecycle.suspension to dangvu_program;
grant update (last_day) on lifecycle.suspension to dangvu_program;
grant update (lifted_on) on lifecycle.suspension to dangvu_program;
grant update (lifting_reason) on lifecycle.suspension to dangvu_program;
grant update (lifting_recorded_at) on lifecycle.suspension to dangvu_program;
grant update (version) on lifecycle.suspension to dangvu_program;
comment on table lifecycle.suspension is 'Activity of a member suspended by decision. last_day: last day of the decision with its extensions, none for who is prosecuted. lifted_on: first day active again; until then the status of the member is suspended.';
comment on column lifecycle.suspension.first_last_day is 'The last day before any extension.';

CREATE OR REPLACE FUNCTION lifecycle.acts_between(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, act text, on_day date, sorted_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select b.person_id, 'badge' || b.years, b.award_on, b.award_on from lifecycle.badge b
  where b.award_on between acts_between.from_day and until_day and (b.state = 'awarded' or b.state = 'revoked' and b.ended_at > known_at) and (known_at is null or b.recorded_at <= known_at and coalesce(b.decided_on, b.award_on) <= known_at::date)
  union all
  select d.person_id, 'discipline:' || d.measure, d.effective_on, d.effective_on from lifecycle.discipline d
  where d.effective_on between acts_between.from_day and until_day and (d.state = 'standing' or d.reviewed_on > known_at::date) and (known_at is null or d.recorded_at <= known_at)
  union all
  select s.person_id, 'suspended', s.from_day, s.from_day from lifecycle.suspension s where s.from_day between acts_between.from_day and until_day and (known_at is null or s.recorded_at <= known_at)
  union all
  select e.person_id, 'exempted', e.from_day, e.from_day from lifecycle.exemption e where e.from_day between acts_between.from_day and until_day and (known_at is null or e.recorded_at <= known_at)
  union all
  select e.person_id, 'returned', e.returned_on, e.returned_on from lifecycle.exemption e where e.returned_on between acts_between.from_day and until_day and (known_at is null or e.recorded_at <= known_at and e.returned_on <= known_at::date)
$function$;

CREATE OR REPLACE FUNCTION lifecycle.badge_known(known_at timestamp with time zone)
 RETURNS SETOF lifecycle.badge
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from lifecycle.badge x where $1 is null
      union all
      select x.* from lifecycle.badge x
      where x.recorded_at <= $1 and not exists (select from lifecycle.badge_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from lifecycle.badge_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::lifecycle.badge, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function lifecycle.badge_known(timestamp with time zone) to dangvu_program;
comment on function lifecycle.badge_known(timestamp with time zone) is 'Rows of lifecycle.badge as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION lifecycle.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(subject_id uuid, fact text)
 LANGUAGE sql
 STABLE
AS $function$
  select b.person_id, 'badge:' || b.id || ':' || b.version from lifecycle.badge b where b.person_id = any (subjects) and b.award_on between from_day and until_day and (known_at is null or b.recorded_at <= known_at)
  union all select d.person_id, 'discipline:' || d.id || ':' || d.state from lifecycle.discipline d where d.person_id = any (subjects) and d.effective_on between from_day and until_day and (known_at is null or d.recorded_at <= known_at)
  union all select s.person_id, 'suspension:' || s.id || ':' || s.from_day from lifecycle.suspension s where s.person_id = any (subjects) and s.from_day <= until_day and (known_at is null or s.recorded_at <= known_at)
  union all select e.person_id, 'exemption:' || e.id || ':' || coalesce(e.returned_on::text, '') from lifecycle.exemption e where e.person_id = any (subjects) and e.from_day <= until_day and (known_at is null or e.recorded_at <= known_at)
$function$;

CREATE OR REPLACE FUNCTION lifecycle.told_facts(facts text[])
 RETURNS TABLE(fact text, kind text, person_id uuid, days daterange, recorded_at timestamp with time zone, superseded_at timestamp with time zone, basis text, says jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  with f as (select w as fact, split_part(w, ':', 1) as kind, split_part(w, ':', 2)::uuid as id from unnest(facts) w)
  select f.fact, f.kind, b.person_id, daterange(b.award_on, b.award_on, '[]'), b.recorded_at, b.ended_at, b.decision_number, jsonb_build_object('years', b.years) from f join lifecycle.badge b on f.kind = 'badge' and b.id = f.id
  union all select f.fact, f.kind, d.person_id, daterange(d.effective_on, d.effect_until), d.recorded_at, null, d.decision_number, '{}' from f join lifecycle.discipline d on f.kind = 'discipline' and d.id = f.id
  union all select f.fact, f.kind, s.person_id, daterange(s.from_day, s.lifted_on), s.recorded_at, null, s.decision_number, '{}' from f join lifecycle.suspension s on f.kind = 'suspension' and s.id = f.id
  union all select f.fact, f.kind, e.person_id, daterange(e.from_day, e.returned_on), e.recorded_at, null, e.resolution, '{}' from f join lifecycle.exemption e on f.kind = 'exemption' and e.id = f.id
$function$;

create schema member_sheet;

create table member_sheet.campaign (
  id              uuid not null,
  organisation_id uuid not null,
  year            integer not null,
  asked_on        date not null,
  due_on          date not null,
  opened_by       uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_once_a_year UNIQUE (organisation_id, year),
  constraint campaign_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES access.account(id),
  constraint campaign_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint campaign_due_later CHECK (due_on >= asked_on)
);
alter table member_sheet.campaign enable row level security;
create policy campaign_read on member_sheet.campaign for select to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (EXISTS ( SELECT
   FROM member_sheet.supplement s
  WHERE s.campaign_id = campaign.id)));
create policy campaign_write on member_sheet.campaign for insert to public
  with check (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert on member_sheet.campaign to dangvu_program;
comment on table member_sheet.campaign is 'The yearly supplement (3-HSĐV) asked of the members of an organisation.';

create table member_sheet.entry (
  id            uuid not null default gen_random_uuid(),
  entry_id      uuid not null,
  person_id     uuid not null,
  list          text not null,
  content       jsonb not null,
  basis         text,
  source_id     uuid,
  recorded_by   uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  removed       boolean not null default false,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint entry_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);
alter table member_sheet.entry enable row level security;
CREATE UNIQUE INDEX entry_live ON member_sheet.entry USING btree (entry_id) WHERE superseded_at IS NULL;
CREATE INDEX entry_person ON member_sheet.entry USING btree (person_id);
create policy entry_change on member_sheet.entry for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = entry.person_id AND (p.keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))))));
create policy entry_read on member_sheet.entry for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = entry.person_id)));
create policy entry_write on member_sheet.entry for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = entry.person_id AND (p.keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))))));
grant select, insert on member_sheet.entry to dangvu_program;
grant update (superseded_at) on member_sheet.entry to dangvu_program;
comment on table member_sheet.entry is 'One line of a list of the sheet (work, training, family …). entry_id stays the same through its restatements; the days it speaks of are in its content.';

create table member_sheet.photo (
  id           uuid not null,
  proposal_id  uuid not null,
  content_hash text not null,
  media_type   text not null,
  byte_size    integer not null,
  file_name    text not null,
  kept_by      uuid,
  recorded_at  timestamp with time zone not null default platform.moment(),
  constraint photo_pkey PRIMARY KEY (id),
  constraint photo_once UNIQUE (proposal_id, content_hash),
  constraint photo_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES access.account(id),
  constraint photo_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES member_sheet.proposal(id)
);
alter table member_sheet.photo enable row level security;
create policy photo_read on member_sheet.photo for select to public
  using ((EXISTS ( SELECT
   FROM member_sheet.proposal p
  WHERE p.id = photo.proposal_id)));
create policy photo_write on member_sheet.photo for insert to public
  with check ((EXISTS ( SELECT
   FROM member_sheet.proposal p
  WHERE p.id = photo.proposal_id)));
grant select, insert on member_sheet.photo to dangvu_program;
comment on table member_sheet.photo is 'A photograph of the paper of a proposed correction, kept by the hash of its bytes.';

create table member_sheet.proposal (
  id              uuid not null,
  person_id       uuid not null,
  organisation_id uuid not null,
  proposed_by     uuid,
  proposed_on     date not null,
  kind            text not null,
  changes         jsonb not null,
  reason          text not null,
  paper           text not null,
  state           text not null default 'open'::text,
  decided_by      uuid,
  decided_on      date,
  consent_number  text,
  consent_on      date,
  refusal_reason  text,
  supplement_id   uuid,
  version         integer not null default 1,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint proposal_pkey PRIMARY KEY (id),
  constraint proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint proposal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint proposal_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.account(id),
  constraint proposal_supplement_id_fkey FOREIGN KEY (supplement_id) REFERENCES member_sheet.supplement(id),
  constraint proposal_approved_with_consent CHECK (state <> 'approved'::text OR kind = 'supplement'::text OR consent_number IS NOT NULL AND consent_on IS NOT NULL),
  constraint proposal_kind CHECK (kind = ANY (ARRAY['correction'::text, 'typingError'::text, 'supplement'::text])),
  constraint proposal_refused_with_reason CHECK (state <> 'refused'::text OR refusal_reason IS NOT NULL),
  constraint proposal_state CHECK (state = ANY (ARRAY['open'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))
);
alter table member_sheet.proposal enable row level security;
CREATE INDEX proposal_open ON member_sheet.proposal USING btree (proposed_on) WHERE state = 'open'::text;
CREATE INDEX proposal_person ON member_sheet.proposal USING btree (person_id);
create policy proposal_change on member_sheet.proposal for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = proposal.person_id)));
create policy proposal_read on member_sheet.proposal for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = proposal.person_id)));
create policy proposal_write on member_sheet.proposal for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = proposal.person_id)));
grant select, insert on member_sheet.proposal to dangvu_program;
grant update (consent_number) on member_sheet.proposal to dangvu_program;
grant update (consent_on) on member_sheet.proposal to dangvu_program;
grant update (decided_by) on member_sheet.proposal to dangvu_program;
grant update (decided_on) on member_sheet.proposal to dangvu_program;
grant update (organisation_id) on member_sheet.proposal to dangvu_program;
grant update (refusal_reason) on member_sheet.proposal to dangvu_program;
grant update (state) on member_sheet.proposal to dangvu_program;
grant update (version) on member_sheet.proposal to dangvu_program;
comment on table member_sheet.proposal is 'A correction that somebody proposes and the level that keeps the dossier approves or refuses. changes: per item what stood before and what is to stand. organisation_id: the level that keeps the dossier.';

create table member_sheet.supplement (
  id            uuid not null default gen_random_uuid(),
  campaign_id   uuid not null,
  person_id     uuid not null,
  state         text not null default 'asked'::text,
  answers       jsonb not null default '[]'::jsonb,
  answered_on   date,
  answered_by   uuid,
  checked_by    uuid,
  return_reason text,
  version       integer not null default 1,
  recorded_at   timestamp with time zone not null default platform.moment(),
  constraint supplement_pkey PRIMARY KEY (id),
  constraint supplement_once UNIQUE (campaign_id, person_id),
  constraint supplement_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES access.account(id),
  constraint supplement_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES member_sheet.campaign(id),
  constraint supplement_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES access.account(id),
  constraint supplement_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint supplement_state CHECK (state = ANY (ARRAY['asked'::text, 'answered'::text, 'checked'::text, 'takenIn'::text, 'returned'::text]))
);
alter table member_sheet.supplement enable row level security;
CREATE INDEX supplement_person ON member_sheet.supplement USING btree (person_id);
CREATE TRIGGER supplement_keeps_former AFTER UPDATE ON member_sheet.supplement REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy supplement_change on member_sheet.supplement for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = supplement.person_id)));
create policy supplement_read on member_sheet.supplement for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = supplement.person_id)));
create policy supplement_write on member_sheet.supplement for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = supplement.person_id AND (p.keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))))));
grant select, insert on member_sheet.supplement to dangvu_program;
grant update (answered_by) on member_sheet.supplement to dangvu_program;
grant update (answered_on) on member_sheet.supplement to dangvu_program;
grant update (answers) on member_sheet.supplement to dangvu_program;
grant update (checked_by) on member_sheet.supplement to dangvu_program;
grant update (return_reason) on member_sheet.supplement to dangvu_program;
grant update (state) on member_sheet.supplement to dangvu_program;
grant update (version) on member_sheet.supplement to dangvu_program;
comment on table member_sheet.supplement is 'One member''s form of a yearly supplement. answers: the changes of the year, with what stood before; an empty list says that nothing changed.';

create table member_sheet.supplement_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint supplement_former_pkey PRIMARY KEY (ordinal),
  constraint supplement_former_id_fkey FOREIGN KEY (id) REFERENCES member_sheet.supplement(id) ON DELETE CASCADE
);
alter table member_sheet.supplement_former enable row level security;
CREATE INDEX supplement_former_row ON member_sheet.supplement_former USING btree (id, recorded_until);
create policy supplement_former_reach on member_sheet.supplement_former for all to public
  using ((EXISTS ( SELECT
   FROM member_sheet.supplement x
  WHERE x.id = supplement_former.id)));
grant select on member_sheet.supplement_former to dangvu_program;
comment on table member_sheet.supplement_former is 'Former states of member_sheet.supplement, each with the moment up to which it was what was recorded.';

create table member_sheet.value (
  id            uuid not null default gen_random_uuid(),
  person_id     uuid not null,
  field         text not null,
  content       jsonb not null,
  valid_during  daterange not null,
  basis         text,
  source_id     uuid,
  recorded_by   uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint value_pkey PRIMARY KEY (id),
  constraint value_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint value_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint value_one_a_day EXCLUDE USING gist (person_id WITH =, field WITH =, valid_during WITH &&) WHERE (superseded_at IS NULL)
);
alter table member_sheet.value enable row level security;
CREATE INDEX value_person ON member_sheet.value USING btree (person_id);
CREATE INDEX value_source ON member_sheet.value USING btree (source_id) WHERE source_id IS NOT NULL;
create policy value_change on member_sheet.value for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = value.person_id AND (p.keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))))));
create policy value_read on member_sheet.value for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = value.person_id)));
create policy value_write on member_sheet.value for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = value.person_id AND (p.keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))))));
grant select, insert on member_sheet.value to dangvu_program;
grant update (superseded_at) on member_sheet.value to dangvu_program;
comment on table member_sheet.value is 'What one item of the sheet says of a person from a day to a day. No row = as members.person knew it. JSON null = nothing to say from that day.';
comment on column member_sheet.value.basis is 'From which paper it was taken.';

CREATE OR REPLACE FUNCTION member_sheet.dossier_keeper(cell uuid, day date, known_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.ancestor_id from organisations.closure_known(known_at) c
  join organisations.version_known(known_at) v on v.organisation_id = c.ancestor_id and v.valid_during @> day
  where c.descendant_id = cell and c.valid_during @> day and c.depth >= (
    select min(g.depth + case when gv.type = 'CB_CO_SO' then 1 else 0 end) from organisations.closure_known(known_at) g
    join organisations.version_known(known_at) gv on gv.organisation_id = g.ancestor_id and gv.valid_during @> day
    where g.descendant_id = cell and g.valid_during @> day and gv.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN'))
  order by c.depth limit 1
$function$;
grant execute on function member_sheet.dossier_keeper(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.entries_below(organisation uuid, day date, known_at timestamp with time zone, lists text[])
 RETURNS TABLE(person_id uuid, list text, entry_id uuid, content jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select e.person_id, e.list, e.entry_id, e.content from member_sheet.entry e
    where e.list = any (lists) and not e.removed and (e.superseded_at is null or e.superseded_at > known_at) and (known_at is null or e.recorded_at <= known_at)
      and e.person_id in (select s.person_id from members.standing s where s.cell_id = any (cells) and s.keeper_id = any (reach));
end 
$function$;
grant execute on function member_sheet.entries_below(uuid,date,timestamp with time zone,text[]) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.follow_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'member_sheet', 'members', 'access', 'platform', 'public'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION member_sheet.openings_beside_sheet(person uuid)
 RETURNS TABLE(recorded_at timestamp with time zone, actor_name text, actor_role text, event text, facts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.recorded_at, e.actor_name, e.actor_role, e.event, e.facts - 'people' from audit.entry e
  where (e.person_id = person and e.event in ('admission.verificationsOpened', 'admission.circumstancesOpened', 'lifecycle.measuresOpened', 'lifecycle.endingsOpened')
      or e.event = 'exports.inputFileTaken' and audit.opened_people(e.facts) @> array[person::text])
    and (person = members.own_person_id() or exists (select from members.person p where p.id = person and p.keeper_id = any (array(select access.people_reach()))))
  order by e.number desc limit 500
$function$;
grant execute on function member_sheet.openings_beside_sheet(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.openings_of(person uuid)
 RETURNS TABLE(recorded_at timestamp with time zone, actor_name text, actor_role text, event text, facts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.recorded_at, e.actor_name, e.actor_role, e.event, e.facts from audit.entry e
  where e.person_id = person and e.event in ('memberSheet.opened', 'memberSheet.proposalOpened', 'memberSheet.photoSeen', 'members.revealed', 'dossiers.read', 'dossiers.scanRead', 'admission.scanRead')
    and (person = members.own_person_id() or exists (select from members.person p where p.id = person and p.keeper_id = any (array(select access.people_reach()))))
  order by e.number desc limit 500
$function$;
grant execute on function member_sheet.openings_of(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.said(content jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(content) WHEN 'object'::text THEN (content ->> 'text'::text) ELSE (content #>> '{}'::text[]) END;
grant execute on function member_sheet.said(jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.state(person uuid, item text, said jsonb, since date, paper text, source uuid, by_account uuid, former jsonb, former_known_since timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'member_sheet', 'members', 'access', 'platform', 'public'
AS $function$
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
end $function$;
grant execute on function member_sheet.state(uuid,text,jsonb,date,text,uuid,uuid,jsonb,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.supplement_known(known_at timestamp with time zone)
 RETURNS SETOF member_sheet.supplement
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from member_sheet.supplement x where $1 is null
      union all
      select x.* from member_sheet.supplement x
      where x.recorded_at <= $1 and not exists (select from member_sheet.supplement_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from member_sheet.supplement_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::member_sheet.supplement, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function member_sheet.supplement_known(timestamp with time zone) to dangvu_program;
comment on function member_sheet.supplement_known(timestamp with time zone) is 'Rows of member_sheet.supplement as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION member_sheet.supplements_below(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, year integer, due_on date, handed_in boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select distinct on (s.person_id) s.person_id, c.year, c.due_on, s.state <> 'returned' and s.answered_on <= day
    from member_sheet.campaign c
    join member_sheet.supplement_known(known_at) s on s.campaign_id = c.id
    where c.due_on < day and s.person_id in (select m.person_id from members.membership_as_of(day, known_at) m join members.person x on x.id = m.person_id and x.keeper_id = any (reach) where m.cell_id = any (cells))
    order by s.person_id, c.year desc;
end 
$function$;
grant execute on function member_sheet.supplements_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION member_sheet.values_below(organisation uuid, day date, known_at timestamp with time zone, items text[])
 RETURNS TABLE(person_id uuid, field text, content jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select v.person_id, v.field, v.content from member_sheet.value v
    where v.field = any (items) and v.valid_during @> day and (v.superseded_at is null or v.superseded_at > known_at) and (known_at is null or v.recorded_at <= known_at)
      and v.person_id in (select s.person_id from members.standing s where s.cell_id = any (cells) and s.keeper_id = any (reach));
end 
$function$;
grant execute on function member_sheet.values_below(uuid,date,timestamp with time zone,text[]) to dangvu_program;

create schema members;

create table members.account_person (
  account_id uuid not null,
  person_id  uuid not null,
  constraint account_person_pkey PRIMARY KEY (account_id),
  constraint account_person_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint account_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id)
);
alter table members.account_person enable row level security;
create policy account_person_own on members.account_person for select to public
  using (account_id = access.account_id() OR (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = account_person.person_id)));
grant select, insert, update on members.account_person to dangvu_program;

create table members.card_number (
  id            uuid not null,
  person_id     uuid not null,
  number        text not null,
  valid_during  daterange not null,
  basis         text,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint card_number_pkey PRIMARY KEY (id),
  constraint card_number_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint card_number_filled CHECK (number <> ''::text),
  constraint card_number_not_empty CHECK (NOT isempty(valid_during)),
  constraint card_number_no_overlap EXCLUDE USING gist (person_id WITH =, valid_during WITH &&) WHERE (superseded_at IS NULL)
);
alter table members.card_number enable row level security;
CREATE INDEX card_number_person ON members.card_number USING btree (person_id);
create policy card_number_change on members.card_number for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = card_number.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy card_number_read on members.card_number for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = card_number.person_id)));
create policy card_number_write on members.card_number for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = card_number.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on members.card_number to dangvu_program;
grant update (superseded_at) on members.card_number to dangvu_program;
comment on table members.card_number is 'Which number the membership card of a person bore from a day to a day, as far as acts on the card say so. Before the first of them the number of the papers counts.';

create table members.correction (
  id             uuid not null,
  person_id      uuid not null,
  former_version integer not null,
  fields         text[] not null,
  reason         text not null,
  paper          text not null,
  corrected_by   uuid,
  recorded_at    timestamp with time zone not null default platform.moment(),
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES access.account(id),
  constraint correction_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id)
);
alter table members.correction enable row level security;
CREATE INDEX correction_person ON members.correction USING btree (person_id);
create policy correction_change on members.correction for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = correction.person_id)));
create policy correction_read on members.correction for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = correction.person_id)));
create policy correction_write on members.correction for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = correction.person_id)));
grant select, insert, update on members.correction to dangvu_program;
comment on table members.correction is 'Why and by which paper what is known about a person was corrected; the former state is in members.person_version.';

create table members.membership (
  id                     uuid not null,
  person_id              uuid not null,
  ordinal                integer not null default 1,
  decided_on             date,
  decision_number        text,
  decided_by             uuid,
  ceremony_on            date,
  admitted_on            text,
  confirmed_on           text,
  confirmation_number    text,
  confirmation_signed_on date,
  card_number            text,
  history_number         text,
  ended_on               date,
  end_kind               text,
  end_basis              text,
  source_id              uuid,
  keeper_id              uuid not null,
  recorded_at            timestamp with time zone not null default platform.moment(),
  superseded_at          timestamp with time zone,
  admission_day          date generated always as (COALESCE(decided_on, members.latest_day(admitted_on))) stored,
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.organisation(id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint membership_admitted CHECK (admitted_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text),
  constraint membership_ceremony_after_decision CHECK (ceremony_on >= decided_on),
  constraint membership_confirmed CHECK (confirmed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text),
  constraint membership_end_kind CHECK (end_kind = ANY (ARRAY['death'::text, 'strikeOff'::text, 'expulsion'::text, 'resignation'::text, 'transferOut'::text])),
  constraint membership_ended_with_kind CHECK ((ended_on IS NULL) = (end_kind IS NULL))
);
alter table members.membership enable row level security;
CREATE INDEX membership_admission_day ON members.membership USING btree (admission_day) WHERE superseded_at IS NULL;
CREATE INDEX membership_card ON members.membership USING btree (card_number) WHERE superseded_at IS NULL;
CREATE INDEX membership_confirmation_key ON members.membership USING btree (search.number_key(confirmation_number) COLLATE "C") WHERE confirmation_number IS NOT NULL AND superseded_at IS NULL;
CREATE INDEX membership_decided ON members.membership USING btree (decided_on) WHERE decided_on IS NOT NULL AND superseded_at IS NULL;
CREATE INDEX membership_decision_key ON members.membership USING btree (search.number_key(decision_number) COLLATE "C") WHERE decision_number IS NOT NULL AND superseded_at IS NULL;
CREATE INDEX membership_ended ON members.membership USING btree (ended_on) WHERE ended_on IS NOT NULL;
CREATE UNIQUE INDEX membership_live ON members.membership USING btree (person_id, ordinal) WHERE superseded_at IS NULL;
CREATE INDEX membership_person ON members.membership USING btree (person_id);
CREATE TRIGGER membership_takes_keeper BEFORE INSERT ON members.membership FOR EACH ROW WHEN (new.keeper_id IS NULL) EXECUTE FUNCTION members.take_keeper();
CREATE TRIGGER membership_touches_changed AFTER UPDATE ON members.membership REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER membership_touches_entered AFTER INSERT ON members.membership REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER membership_touches_gone AFTER DELETE ON members.membership REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy membership_change on members.membership for update to public
  using ((keeper_id IN ( SELECT access.people_reach() AS people_reach)));
create policy membership_read on members.membership for select to public
  using ((keeper_id IN ( SELECT access.people_reach() AS people_reach)) OR person_id = (( SELECT members.own_person_id() AS own_person_id)));
create policy membership_write on members.membership for insert to public
  with check ((keeper_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert, update on members.membership to dangvu_program;
comment on table members.membership is 'From admission to the end of membership. decided_on: decision of admission (party age counts from it); ceremony_on: probation counts from it; admitted_on: day printed on the member''s papers; confirmed_on: end of the 12 months, never the signing day. ended_on: first day without membership. source_id: the case or the import that brought it.';
comment on column members.membership.admission_day is 'The decision of admission, else the day on the member''s papers: what admissions are counted by. A column, because the planner knows how the days of a column are spread and nothing of those of an expression.';

create table members.overlay (
  id            uuid not null,
  person_id     uuid not null,
  kind          text not null,
  cell_id       uuid,
  valid_during  daterange not null,
  since         text,
  place         text,
  occupation    text,
  phone         text,
  excused_until date,
  contact_id    uuid,
  note          text,
  basis         text,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint overlay_pkey PRIMARY KEY (id),
  constraint overlay_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES organisations.organisation(id),
  constraint overlay_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES members.person(id),
  constraint overlay_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint overlay_kind CHECK (kind = ANY (ARRAY['away'::text, 'temporaryElsewhere'::text, 'temporaryHere'::text, 'prosecuted'::text, 'disciplined'::text])),
  constraint overlay_since CHECK (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)
);
alter table members.overlay enable row level security;
CREATE INDEX overlay_cell ON members."overlay" USING btree (cell_id);
CREATE INDEX overlay_person ON members."overlay" USING btree (person_id);
create policy overlay_change on members."overlay" for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = "overlay".person_id)));
create policy overlay_read on members."overlay" for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = "overlay".person_id)));
create policy overlay_write on members."overlay" for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = "overlay".person_id)));
grant select, insert, update on members."overlay" to dangvu_program;
comment on column members.overlay.cell_id is 'temporaryHere: the cell that hosts the member; temporaryElsewhere: the cell where the member is active, when it is one of ours.';
comment on column members.overlay.since is 'The beginning as far as it is known (2018, 2018-03, 2018-03-05); valid_during begins on its earliest day.';

create table members.party_age_ruling (
  id              uuid not null,
  person_id       uuid not null,
  kind            text not null,
  valid_during    daterange not null,
  reason          text not null,
  decision_number text not null,
  decided_on      date not null,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  constraint party_age_ruling_pkey PRIMARY KEY (id),
  constraint party_age_ruling_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint party_age_ruling_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint party_age_ruling_kind CHECK (kind = ANY (ARRAY['interruption'::text, 'countedFrom'::text])),
  constraint party_age_ruling_not_empty CHECK (NOT isempty(valid_during) AND lower(valid_during) IS NOT NULL),
  constraint party_age_no_overlap EXCLUDE USING gist (person_id WITH =, kind WITH =, valid_during WITH &&) WHERE (superseded_at IS NULL)
);
alter table members.party_age_ruling enable row level security;
CREATE INDEX party_age_ruling_person ON members.party_age_ruling USING btree (person_id);
CREATE TRIGGER party_age_ruling_touches_changed AFTER UPDATE ON members.party_age_ruling REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER party_age_ruling_touches_entered AFTER INSERT ON members.party_age_ruling REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER party_age_ruling_touches_gone AFTER DELETE ON members.party_age_ruling REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy party_age_ruling_change on members.party_age_ruling for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = party_age_ruling.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy party_age_ruling_read on members.party_age_ruling for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = party_age_ruling.person_id)));
create policy party_age_ruling_write on members.party_age_ruling for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = party_age_ruling.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on members.party_age_ruling to dangvu_program;
grant update (superseded_at) on members.party_age_ruling to dangvu_program;
comment on table members.party_age_ruling is 'interruption: days that do not count, upper bound exclusive. countedFrom: party age counts from lower(valid_during), whatever the decision of admission; there is one at most.';

create table members.person (
  id                  uuid not null,
  full_name           text not null,
  other_name          text,
  sort_key            text collate "C" not null,
  search_text         text generated always as (platform.fold(((full_name || ' '::text) || COALESCE(other_name, ''::text)))) stored,
  sex                 text,
  born_on             text,
  ethnicity           text,
  religion            text,
  identity_number     text,
  identity_last4      text generated always as ("right"(identity_number, 4)) stored,
  old_identity_number text,
  phone               text,
  native_place        text,
  residence           text,
  general_education   text,
  profession          text,
  political_theory    text,
  occupation          text,
  note                text,
  keeper_id           uuid not null,
  version             integer not null default 1,
  withdrawn_at        timestamp with time zone,
  recorded_at         timestamp with time zone not null default platform.moment(),
  joined_into         uuid,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_joined_into FOREIGN KEY (joined_into) REFERENCES members.person(id),
  constraint person_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES organisations.organisation(id),
  constraint person_born CHECK (born_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text),
  constraint person_joined_is_put_aside CHECK (joined_into IS NULL OR withdrawn_at IS NOT NULL AND joined_into <> id),
  constraint person_sex CHECK (sex = ANY (ARRAY['male'::text, 'female'::text]))
);
alter table members.person enable row level security;
CREATE INDEX person_identity ON members.person USING btree (identity_number) WHERE identity_number IS NOT NULL;
CREATE INDEX person_identity_last4 ON members.person USING btree (identity_last4) WHERE identity_last4 IS NOT NULL;
CREATE INDEX person_joined_into ON members.person USING btree (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX person_keeper_name ON members.person USING btree (keeper_id, sort_key);
CREATE INDEX person_name ON members.person USING btree (sort_key, id);
CREATE INDEX person_old_identity ON members.person USING btree (old_identity_number) WHERE old_identity_number IS NOT NULL;
CREATE INDEX person_search ON members.person USING gin (search_text public.gin_trgm_ops);
CREATE TRIGGER person_changed AFTER UPDATE ON members.person REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members.restand_person();
CREATE TRIGGER person_is_followed_by_sheet AFTER UPDATE OF full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence, general_education, profession, political_theory, occupation, note ON members.person FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.* AND NOT platform.is_restoring()) EXECUTE FUNCTION member_sheet.follow_person();
CREATE TRIGGER person_keeps_former_version BEFORE UPDATE OF full_name, other_name, sort_key, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence, general_education, profession, political_theory, occupation, note, withdrawn_at ON members.person FOR EACH ROW WHEN (NOT platform.is_restoring()) EXECUTE FUNCTION members.keep_former_version();
CREATE TRIGGER person_keyed AFTER INSERT ON members.person REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION search.key_entered_people();
CREATE TRIGGER person_rekeyed AFTER UPDATE ON members.person REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.key_changed_person();
CREATE TRIGGER person_touches AFTER UPDATE ON members.person REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_person();
create policy person_change on members.person for update to public
  using ((keeper_id IN ( SELECT access.people_reach() AS people_reach)));
create policy person_read on members.person for select to public
  using (withdrawn_at IS NULL AND ((keeper_id IN ( SELECT access.people_reach() AS people_reach)) OR id = (( SELECT members.own_person_id() AS own_person_id))));
create policy person_write on members.person for insert to public
  with check ((keeper_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert, update on members.person to dangvu_program;
comment on table members.person is 'A person: member, candidate or one who is followed. Never deleted. born_on, like every uncertain day, is written as far as it is known (1962, 1962-05, 1962-05-03).';
comment on column members.person.sort_key is 'nameSortKey of the program: given name, family name, middle words in Vietnamese order.';
comment on column members.person.keeper_id is 'The cell whose people it belongs to now (own cell of a member, following cell of others); rights follow it.';
comment on column members.person.withdrawn_at is 'Shown nowhere since then: entered in error and taken back before anything was built on it, or joined into another record.';
comment on column members.person.joined_into is 'The record that goes on for this one, since both were found to be one person.';

create table members.person_version (
  person_id     uuid not null,
  version       integer not null,
  content       jsonb not null,
  recorded_at   timestamp with time zone not null,
  superseded_at timestamp with time zone not null default platform.moment(),
  constraint person_version_pkey PRIMARY KEY (person_id, version),
  constraint person_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id)
);
alter table members.person_version enable row level security;
create policy person_version_change on members.person_version for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = person_version.person_id)));
create policy person_version_read on members.person_version for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = person_version.person_id)));
create policy person_version_write on members.person_version for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = person_version.person_id)));
grant select, insert, update on members.person_version to dangvu_program;
comment on table members.person_version is 'What was known about a person before a correction, and from when to when it was known.';

create table members.placement (
  id            uuid not null,
  person_id     uuid not null,
  cell_id       uuid not null,
  valid_during  daterange not null,
  basis         text,
  source_id     uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint placement_pkey PRIMARY KEY (id),
  constraint placement_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES organisations.organisation(id),
  constraint placement_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint placement_one_cell_a_day EXCLUDE USING gist (person_id WITH =, valid_during WITH &&) WHERE (COALESCE(superseded_at, 'infinity'::timestamp with time zone) = 'infinity'::timestamp with time zone)
);
alter table members.placement enable row level security;
CREATE INDEX placement_cell ON members.placement USING btree (cell_id, person_id);
CREATE INDEX placement_person ON members.placement USING btree (person_id);
CREATE TRIGGER placement_added AFTER INSERT ON members.placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members.restand_changed();
CREATE TRIGGER placement_changed AFTER UPDATE ON members.placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members.restand_changed();
CREATE TRIGGER placement_touches_changed AFTER UPDATE ON members.placement REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER placement_touches_entered AFTER INSERT ON members.placement REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER placement_touches_gone AFTER DELETE ON members.placement REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy placement_change on members.placement for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = placement.person_id)));
create policy placement_read on members.placement for select to public
  using ((cell_id IN ( SELECT access.people_reach() AS people_reach)) OR person_id = (( SELECT members.own_person_id() AS own_person_id)) OR (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = placement.person_id)));
create policy placement_write on members.placement for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = placement.person_id)));
grant select, insert, update on members.placement to dangvu_program;

create table members.post (
  id              uuid not null,
  person_id       uuid not null,
  organisation_id uuid not null,
  position        text not null,
  held_during     daterange not null,
  basis           text,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint post_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint post_no_overlap EXCLUDE USING gist (person_id WITH =, organisation_id WITH =, "position" WITH =, held_during WITH &&) WHERE (superseded_at IS NULL)
);
alter table members.post enable row level security;
CREATE INDEX post_organisation ON members.post USING btree (organisation_id);
CREATE INDEX post_person ON members.post USING btree (person_id);
CREATE TRIGGER post_touches_changed AFTER UPDATE ON members.post REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER post_touches_entered AFTER INSERT ON members.post REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER post_touches_gone AFTER DELETE ON members.post REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy post_change on members.post for update to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = post.person_id)));
create policy post_read on members.post for select to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = post.person_id)));
create policy post_write on members.post for insert to public
  with check ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = post.person_id)));
grant select, insert, update on members.post to dangvu_program;

create table members.standing (
  person_id    uuid not null,
  cell_id      uuid not null,
  status       text not null,
  valid_during daterange not null,
  keeper_id    uuid not null,
  sort_key     text collate "C" not null
);
alter table members.standing enable row level security;
CREATE INDEX standing_cell ON members.standing USING btree (cell_id) INCLUDE (person_id, status, valid_during, keeper_id, sort_key);
CREATE INDEX standing_person ON members.standing USING btree (person_id);
CREATE INDEX standing_probationary ON members.standing USING btree (cell_id) INCLUDE (person_id, valid_during, keeper_id) WHERE status = 'probationary'::text;
create policy standing_read on members.standing for select to public
  using ((keeper_id IN ( SELECT access.people_reach() AS people_reach)) OR person_id = (( SELECT members.own_person_id() AS own_person_id)));
grant select on members.standing to dangvu_program;
comment on table members.standing is 'Derived, never written by the program: one row for each stretch of days with the same cell and status, as known now.';

create table members.status (
  id            uuid not null,
  person_id     uuid not null,
  status        text not null,
  valid_during  daterange not null,
  basis         text,
  source_id     uuid,
  keeper_id     uuid not null,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint status_pkey PRIMARY KEY (id),
  constraint status_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint status_known CHECK (status = ANY (ARRAY['probationary'::text, 'full'::text, 'exempt'::text, 'suspended'::text, 'lostContact'::text])),
  constraint status_no_overlap EXCLUDE USING gist (person_id WITH =, valid_during WITH &&) WHERE (COALESCE(superseded_at, 'infinity'::timestamp with time zone) = 'infinity'::timestamp with time zone)
);
alter table members.status enable row level security;
CREATE INDEX status_exempt ON members.status USING btree (person_id) WHERE status = 'exempt'::text;
CREATE INDEX status_person ON members.status USING btree (person_id);
CREATE TRIGGER status_added AFTER INSERT ON members.status REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members.restand_changed();
CREATE TRIGGER status_changed AFTER UPDATE ON members.status REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members.restand_changed();
CREATE TRIGGER status_takes_keeper BEFORE INSERT ON members.status FOR EACH ROW WHEN (new.keeper_id IS NULL) EXECUTE FUNCTION members.take_keeper();
CREATE TRIGGER status_touches_changed AFTER UPDATE ON members.status REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_changed();
CREATE TRIGGER status_touches_entered AFTER INSERT ON members.status REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_entered();
CREATE TRIGGER status_touches_gone AFTER DELETE ON members.status REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone();
create policy status_change on members.status for update to public
  using ((keeper_id IN ( SELECT access.people_reach() AS people_reach)));
create policy status_read on members.status for select to public
  using ((keeper_id IN ( SELECT access.people_reach() AS people_reach)) OR person_id = (( SELECT members.own_person_id() AS own_person_id)));
create policy status_write on members.status for insert to public
  with check ((keeper_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert, update on members.status to dangvu_program;

CREATE OR REPLACE FUNCTION members.acts_between(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, act text, on_day date, sorted_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select m.person_id, case m.end_kind when 'strikeOff' then 'struckOff' else 'left' end, m.ended_on, m.ended_on - 1 from members.membership m
  where m.ended_on between from_day and until_day and m.end_kind in ('strikeOff', 'resignation') and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
  union all
  select s.person_id, 'exempt', until_day, until_day from members.status s
  where s.status = 'exempt' and s.valid_during @> until_day and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
$function$;

CREATE OR REPLACE FUNCTION members.admissions(from_day date, until_day date, known_at timestamp with time zone, cells uuid[])
 RETURNS TABLE(person_id uuid, membership_id uuid, cell_id uuid, decided_on date)
 LANGUAGE sql
 STABLE
AS $function$
  with decision as (
    select m.id, m.person_id, m.admission_day as decided_on
    from members.membership m
    where m.admission_day between from_day and until_day
      and m.person_id in (select p.person_id from members.placement p where p.cell_id = any (cells))
      and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
  ), placed as (
    select distinct on (d.id) d.person_id, d.id, p.cell_id, d.decided_on
    from decision d
    join members.placement p on p.person_id = d.person_id
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
    order by d.id, p.valid_during @> d.decided_on desc, abs(coalesce(lower(p.valid_during), d.decided_on) - d.decided_on), p.valid_during
  )
  select person_id, id, cell_id, decided_on from placed where cell_id = any (cells)
$function$;
grant execute on function members.admissions(date,date,timestamp with time zone,uuid[]) to dangvu_program;

CREATE OR REPLACE FUNCTION members.admissions_by_cell(organisation uuid, tree_day date, from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, decided_on date, admitted integer, women integer, ethnic_minority integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select b.organisation_id from organisations.last_below(organisation, tree_day, known_at) b);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select a.cell_id, a.decided_on, count(*)::int, (count(*) filter (where x.sex = 'female'))::int, (count(*) filter (where x.ethnicity <> 'Kinh'))::int
    from members.admissions(from_day, until_day, known_at, cells) a
    join members.person x on x.id = a.person_id
    group by a.cell_id, a.decided_on;
end 
$function$;
grant execute on function members.admissions_by_cell(uuid,date,date,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.age_and_admission(organisation uuid, valid_on date, known_at timestamp with time zone)
 RETURNS TABLE(average_age numeric, last_admitted_on text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with cells as (
    select array(select c.descendant_id from organisations.closure_known(known_at) c
      where c.ancestor_id = organisation and c.valid_during @> valid_on and organisation = any (array(select access.people_reach()))) as ids
  )
  select
    (select round(avg(extract(year from valid_on) - left(case when known_at is null or x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, 4)::int), 1)
      from members.placement p join members.person x on x.id = p.person_id
      where p.cell_id = any ((select ids from cells)::uuid[]) and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at) and p.valid_during @> valid_on),
    (select max(coalesce(m.decided_on::text, m.admitted_on)) 
      from members.placement p join members.membership m on m.person_id = p.person_id and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      where p.cell_id = any ((select ids from cells)::uuid[]) and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
        and coalesce(m.decided_on::text, m.admitted_on) <= valid_on::text and p.valid_during @> coalesce(m.ceremony_on, m.decided_on))
$function$;
grant execute on function members.age_and_admission(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.age_on(born_on text, day date)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case length(born_on)
    when 10 then ((extract(year from day) * 10000 + extract(month from day) * 100 + extract(day from day))::int - replace(born_on, '-', '')::int) / 10000
    when 7 then ((extract(year from day + 1) * 12 + extract(month from day + 1))::int - left(born_on, 4)::int * 12 - right(born_on, 2)::int - 1) / 12
    when 4 then extract(year from day + 1)::int - left(born_on, 4)::int - 1 end
$function$;
grant execute on function members.age_on(text,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.ages_by_cell(organisation uuid, day date)
 RETURNS TABLE(cell_id uuid, members integer, age_known integer, age_sum integer, full_under_35 integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select p.cell_id, count(*)::int, count(a.age)::int, coalesce(sum(a.age), 0)::int, (count(*) filter (where p.status <> 'probationary' and a.age < 35))::int
    from members.standing p
    join members.person x on x.id = p.person_id
    cross join lateral (select members.age_on(x.born_on, day) as age) a
    where p.valid_during @> day
      and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    group by p.cell_id;
end $function$;
grant execute on function members.ages_by_cell(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.ages_by_cell(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, members integer, age_known integer, age_sum integer, full_under_35 integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  if known_at is null then return query select * from members.ages_by_cell(organisation, day); return; end if;
  return query
    with placed as materialized (
      select p.person_id, p.cell_id from members.placement p
      where p.valid_during @> day and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
        and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    ), standing as materialized (
      select s.person_id, s.status from members.status s where s.valid_during @> day and (s.superseded_at is null or s.superseded_at > known_at) and s.recorded_at <= known_at
    ), aged as materialized (
      select p.cell_id, s.status, members.age_on(case when x.recorded_at <= known_at then x.born_on else members.person_as_known(x.id, known_at) ->> 'born_on' end, day) as age
      from placed p join standing s on s.person_id = p.person_id join members.person x on x.id = p.person_id
    )
    select a.cell_id, count(*)::int, count(a.age)::int, coalesce(sum(a.age), 0)::int, (count(*) filter (where a.status <> 'probationary' and a.age < 35))::int from aged a group by a.cell_id;
end 
$function$;
grant execute on function members.ages_by_cell(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.assigned(rules jsonb, listed jsonb, day date)
 RETURNS TABLE(person_id uuid, cell_id uuid, to_cell_id uuid, is_member boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  return query
    with rule as materialized (
      select r.n, r."cellId" as cell_id, r.kind, r."toId" as to_id, array_position(array['list', 'residence', 'rest'], r.kind) as rank,
        '%' || platform.fold(coalesce(r.words, '')) || '%' as pattern
      from jsonb_to_recordset(rules) r (n int, "cellId" uuid, kind text, words text, "toId" uuid)
    ), cell as (select distinct r.cell_id from rule r where r.cell_id = any (reach)
    ), here as (
      select p.person_id, p.cell_id, true as is_member from members.placement p join cell on cell.cell_id = p.cell_id
      where p.superseded_at is null and p.valid_during && daterange(day, null)
      union
      select x.id, x.keeper_id, false from members.person x join cell on cell.cell_id = x.keeper_id
      where x.withdrawn_at is null and not exists (select from members.placement p where p.person_id = x.id and p.cell_id = x.keeper_id and p.superseded_at is null and p.valid_during && daterange(day, null))
    ), named as (select r.n, r."personId" as person_id from jsonb_to_recordset(listed) r (n int, "personId" uuid)
    ), fit as (
      select h.person_id, h.cell_id, h.is_member, r.to_id, r.rank, min(r.rank) over (partition by h.person_id, h.cell_id) as best
      from here h left join rule r on r.cell_id = h.cell_id and case r.kind
        when 'list' then exists (select from named where named.n = r.n and named.person_id = h.person_id)
        when 'residence' then exists (select from members.person x where x.id = h.person_id and platform.fold(x.residence) like r.pattern)
        else true end
    )
    select f.person_id, f.cell_id, f.to_id, f.is_member from fit f where f.rank is not distinct from f.best;
end $function$;
grant execute on function members.assigned(jsonb,jsonb,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.balance(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, item text, people integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if within <> all (array(select access.people_reach())) then return; end if;
  return query select b.organisation_id, b.item, count(*)::int from members.balance_lines(organisations, within, from_day, until_day, known_at) b group by 1, 2;
end $function$;
grant execute on function members.balance(uuid[],uuid,date,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.balance_lines(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, person_id uuid, item text, on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  with below as materialized (
    select c.ancestor_id, c.descendant_id, c.valid_during * w.valid_during as days
    from organisations.closure_known(known_at) c
    join organisations.closure_known(known_at) w on w.descendant_id = c.descendant_id and w.ancestor_id = within and w.valid_during && c.valid_during
    where c.ancestor_id = any (organisations)
  ), placed as materialized (
    select p.person_id, p.cell_id, p.valid_during from members.placement p
    where p.cell_id = any (array(select b.descendant_id from below b))
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), stay as (
    select b.ancestor_id, p.person_id, range_agg(p.valid_during * b.days) as days
    from placed p join below b on b.descendant_id = p.cell_id
    where p.valid_during && daterange(from_day - 1, until_day, '[]') and p.valid_during && b.days
    group by b.ancestor_id, p.person_id
  ), stretch as (
    select s.ancestor_id, s.person_id, coalesce(lower(r), '-infinity') as begins, coalesce(upper(r), 'infinity') as ends from stay s, unnest(s.days) r
  )
  select ancestor_id, person_id, 'opening', from_day - 1 from stretch where begins < from_day and ends >= from_day
  union all select ancestor_id, person_id, 'closing', until_day from stretch where begins <= until_day and ends > until_day
  union all select ancestor_id, person_id, members.way_in(person_id, begins, known_at), begins from stretch where begins between from_day and until_day
  union all select ancestor_id, person_id, members.way_out(person_id, ends, known_at), ends from stretch where ends between from_day and until_day
$function$;

CREATE OR REPLACE FUNCTION members.bounds(sorting jsonb, kind text)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(b::int order by n), '{}') from jsonb_array_elements_text(sorting -> kind) with ordinality e (b, n)
$function$;

CREATE OR REPLACE FUNCTION members.card_numbers_taken(numbers text[], besides uuid DEFAULT NULL::uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  select distinct m.card_number from members.membership m where m.card_number = any (numbers) and m.superseded_at is null and m.person_id is distinct from besides
  union select c.number from members.card_number c where c.number = any (numbers) and c.superseded_at is null and c.person_id is distinct from besides
$function$;

CREATE OR REPLACE FUNCTION members.count_facts(facts text, organisation uuid, from_day date, until_day date, known_at timestamp with time zone, owner_day date, age_bands integer[], party_age_bands integer[], rows_by text, columns_by text)
 RETURNS TABLE(row_value text, column_value text, counted integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
AS $function$
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query execute format('select %s, %s, count(*)::int %s group by 1, 2', members.dimension_sql(rows_by), members.dimension_sql(columns_by), members.counted_sql(facts, owner_day, array[rows_by, columns_by], false))
    using organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands;
end $function$;

CREATE OR REPLACE FUNCTION members.counted_by(measure text, organisation uuid, from_day date, until_day date, known_at timestamp with time zone, owner_day date, age_bands integer[], party_age_bands integer[], rows_by text, columns_by text)
 RETURNS TABLE(row_value text, column_value text, counted integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select * from members.count_facts(members.facts_sql(measure, known_at), organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands, rows_by, columns_by)
$function$;
grant execute on function members.counted_by(text,uuid,date,date,timestamp with time zone,date,integer[],integer[],text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION members.counted_sql(facts text, owner_day date, dimensions text[], with_person boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select concat_ws(' ', 'from (select f.*,', case when owner_day is null then 'f.on_day' else 'w.seen_on' end, 'as tree_day from (', facts, ') f',
    case when owner_day is null then 'join organisations.closure_known($4) w on w.ancestor_id = $1 and w.descendant_id = f.organisation_id and w.valid_during @> f.on_day'
      else 'join organisations.last_below($1, $5, $4) w on w.organisation_id = f.organisation_id' end, ') l',
    case when with_person or dimensions && array['sex', 'ethnicity', 'religion', 'generalEducation', 'profession', 'politicalTheory', 'occupation', 'ageBand'] then 'join members.person x on x.id = l.person_id' end,
    case when dimensions && array['grassroots', 'organisationKind'] then
      'left join (select c.descendant_id, v.organisation_id, v.type, c.valid_during * v.valid_during as valid_during from organisations.closure_known($4) c
         join organisations.version_known($4) v on v.organisation_id = c.ancestor_id and v.valid_during && c.valid_during and v.type in (''DB_CO_SO'', ''CB_CO_SO'', ''TCCSD_LLVT'', ''TCCSD_DN'')
       ) g on g.descendant_id = l.organisation_id and g.valid_during @> l.tree_day' end,
    case when 'partyAgeBand' = any (dimensions) then
      'left join lateral (select count(*) as spells, min(q.admission_day) as since from members.membership q where q.person_id = l.person_id
         and (q.superseded_at is null or q.superseded_at > $4) and ($4 is null or q.recorded_at <= $4)) m on true' end)
$function$;

CREATE OR REPLACE FUNCTION members.counts_by_cell(organisation uuid, valid_on date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, members integer, probationary integer, women integer, ethnic_minority integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  if known_at is null then
    return query
      select p.cell_id, count(*)::int, (count(*) filter (where p.status = 'probationary'))::int,
        (count(*) filter (where x.sex = 'female'))::int, (count(*) filter (where x.ethnicity <> 'Kinh'))::int
      from members.standing p
      join members.person x on x.id = p.person_id
      where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
        and p.valid_during @> valid_on
      group by p.cell_id;
    return;
  end if;
  return query
    select p.cell_id, count(*)::int, (count(*) filter (where s.status = 'probationary'))::int,
      (count(*) filter (where case when x.recorded_at <= known_at then x.sex else members.person_as_known(x.id, known_at) ->> 'sex' end = 'female'))::int,
      (count(*) filter (where case when x.recorded_at <= known_at then x.ethnicity else members.person_as_known(x.id, known_at) ->> 'ethnicity' end <> 'Kinh'))::int
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
      and (s.superseded_at is null or s.superseded_at > known_at) and s.recorded_at <= known_at
    join members.person x on x.id = p.person_id
    where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and p.recorded_at <= known_at
    group by p.cell_id;
end 
$function$;
grant execute on function members.counts_by_cell(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.counts_by_trait(organisation uuid, valid_on date, known_at timestamp with time zone, age_bands integer[], party_age_bands integer[])
 RETURNS TABLE(trait text, value text, members integer, women integer, ethnic_minority integer, probationary integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    select e.key, e.value, count(*)::int, (count(*) filter (where t.women))::int, (count(*) filter (where t.minority))::int, (count(*) filter (where t.status = 'probationary'))::int
    from members.traits_on(organisation, valid_on, known_at, age_bands, party_age_bands) t, jsonb_each_text(t.traits) e
    group by e.key, e.value;
end $function$;
grant execute on function members.counts_by_trait(uuid,date,timestamp with time zone,integer[],integer[]) to dangvu_program;

CREATE OR REPLACE FUNCTION members.derives_later()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (COALESCE(current_setting('dangvu.derives_later'::text, true), ''::text) = 'yes'::text);
grant execute on function members.derives_later() to dangvu_program;

CREATE OR REPLACE FUNCTION members.described(organisation uuid, on_day date, from_day date, known_at timestamp with time zone, bounds integer[])
 RETURNS TABLE(among text, person_id uuid, keeper_id uuid, sort_key text, sex text, ethnicity text, education text, theory text, age_band integer)
 LANGUAGE sql
 STABLE
AS $function$
  with listed as (
    select 'members' as among, p.person_id, on_day as day
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> on_day
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    where p.valid_during @> on_day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> on_day)
    union all
    select 'admitted', a.person_id, a.decided_on
    from members.admissions(from_day, on_day, known_at, array(select b.organisation_id from organisations.last_below(organisation, on_day, known_at) b)) a
  )
  select l.among, l.person_id, x.keeper_id, x.sort_key, t.sex, t.ethnicity, t.general_education, t.political_theory, width_bucket(members.age_on(t.born_on, l.day), bounds)
  from listed l
  join members.person x on x.id = l.person_id
  cross join lateral (
    select x.sex, x.ethnicity, x.general_education, x.political_theory, x.born_on where known_at is null or x.recorded_at <= known_at
    union all
    select k ->> 'sex', k ->> 'ethnicity', k ->> 'general_education', k ->> 'political_theory', k ->> 'born_on'
    from (select members.person_as_known(x.id, known_at) as k) v where x.recorded_at > known_at
  ) t
$function$;

CREATE OR REPLACE FUNCTION members.dimension_sql(dimension text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  said constant text := 'case when $4 is null or x.recorded_at <= $4 then x.%1$s else members.person_as_known(x.id, $4) ->> %1$L end';
  of_person constant jsonb := '{"sex": "sex", "ethnicity": "ethnicity", "religion": "religion", "generalEducation": "general_education", "profession": "profession", "politicalTheory": "political_theory", "occupation": "occupation"}';
begin
  return case
    when of_person ? dimension then format(said, of_person ->> dimension)
    when dimension = 'none' then 'null::text'
    when dimension = 'cell' then 'l.organisation_id::text'
    when dimension = 'grassroots' then 'g.organisation_id::text'
    when dimension = 'organisationKind' then 'g.type'
    when dimension = 'detail' then 'l.detail'
    when dimension = 'stage' then 'l.stage'
    when dimension = 'year' then $d$to_char(l.on_day, 'YYYY')$d$
    when dimension = 'month' then $d$to_char(l.on_day, 'YYYY-MM')$d$
    when dimension = 'ageBand' then format('width_bucket(members.age_on(%s, l.on_day), $6)::text', format(said, 'born_on'))
    when dimension = 'partyAgeBand' then 'width_bucket(case when m.spells = 1 and not exists (select from members.party_age_ruling r where r.person_id = l.person_id and r.superseded_at is null)
      then members.full_months(m.since, l.on_day) / 12 else members.membership_years(l.person_id, l.on_day) end, $7)::text'
  end;
end $function$;

CREATE OR REPLACE FUNCTION members.enrol(listed members.listed[], source uuid, paper text, as_of date, OUT taken integer, OUT against jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'access', 'platform', 'public'
AS $function$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
  -- The defaults of the tables would ask for it again with every row.
  recorded constant timestamptz := platform.moment();
  reach constant uuid[] := array(select access.people_reach());
  are_within boolean;
begin
  perform set_config('dangvu.derives_later', 'yes', true);
  with said as materialized (
    select *
    from (select id, cell_id, facts, facts->>'sortKey' as sort_key, facts->>'bornOn' as born_on, facts->>'admittedOn' as admitted_on, facts->>'confirmedOn' as confirmed_on,
      (facts->>'decidedOn')::date as decided_on, (facts->>'ceremonyOn')::date as ceremony_on, (facts->>'placedFrom')::date as placed_from, (facts->>'exemptFrom')::date as exempt_from
      from unnest(listed)) l
    -- Of a day that is known only to the month or the year, the earliest that it may be.
    cross join lateral (select left(born_on || '-01-01', 10)::date as born, left(admitted_on || '-01-01', 10)::date as admitted, left(confirmed_on || '-01-01', 10)::date as confirmed) d
    cross join lateral (select coalesce(ceremony_on, admitted, decided_on, as_of) as first) f
    cross join lateral (select daterange(coalesce(placed_from, first), null) as placed) p
  ), spell as materialized (
    -- Without a day of confirmation a member is still probationary, however long ago admitted.
    select id, cell_id, sort_key, placed, status, daterange(begins, ends) as days
    from said
    cross join lateral (values ('probationary', first, confirmed),
      ('full', case when confirmed is not null then greatest(confirmed, first) end, case when exempt_from is not null then greatest(exempt_from, confirmed, first) end),
      ('exempt', case when confirmed is not null and exempt_from is not null then greatest(exempt_from, confirmed, first) end, null)) s (status, begins, ends)
    where begins is not null and (ends is null or ends > begins)
  ), person as (
    insert into members.person (id, full_name, other_name, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone, native_place, residence,
        general_education, profession, political_theory, occupation, note, sort_key, keeper_id, recorded_at)
      select id, facts->>'fullName', facts->>'otherName', facts->>'sex', born_on, facts->>'ethnicity', facts->>'religion', facts->>'identityNumber', facts->>'oldIdentityNumber',
        facts->>'phone', facts->>'nativePlace', facts->>'residence', facts->>'generalEducation', facts->>'profession', facts->>'politicalTheory', facts->>'occupation', facts->>'note',
        sort_key, cell_id, recorded from said
  ), membership as (
    insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id, keeper_id, recorded_at)
      select gen_random_uuid(), id, decided_on, facts->>'decisionNumber', ceremony_on, admitted_on, confirmed_on, facts->>'cardNumber', facts->>'historyNumber', 1, source, cell_id, recorded
      from said
  ), placement as (
    insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id, recorded_at)
      select gen_random_uuid(), id, cell_id, placed, paper, source, recorded from said
  ), status as (
    insert into members.status (id, person_id, status, valid_during, basis, source_id, keeper_id, recorded_at)
      select gen_random_uuid(), id, status, days, paper, source, cell_id, recorded from spell
  ), standing as (
    -- What members.stand() would derive of whoever has one place and nothing before it, without reading back what was just written.
    insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
      select id, cell_id, status, days * placed, cell_id, sort_key from spell where later = '' and days && placed
  )
  select count(*), coalesce(bool_and(coalesce(cell_id = any (reach), false)), true),
    (select jsonb_build_object('bornOn', born_on, 'admittedOn', admitted_on, 'confirmedOn', confirmed_on) from said where confirmed < admitted or born >= admitted limit 1)
    into taken, are_within, against from said;
  if not are_within then
    raise exception 'A cell of the list lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('dangvu.derives_later', later, true);
end $function$;
grant execute on function members.enrol(members.listed[],uuid,text,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(subject_id uuid, fact text)
 LANGUAGE sql
 STABLE
AS $function$
  with span as (select daterange(from_day - 1, until_day, '[]') as days),
  placed as materialized (
    select p.person_id, p.id, p.cell_id from members.placement p, span where p.person_id = any (subjects) and p.valid_during && span.days
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), tree as materialized (
    select distinct d.descendant_id as cell_id, o.id from (select distinct cell_id from placed) c
    join organisations.closure_known(known_at) d on d.descendant_id = c.cell_id
    join organisations.placement_known(known_at) o on o.organisation_id = d.ancestor_id and o.parent_id is not null, span
    where o.valid_during && span.days
  )
  select person_id, 'placement:' || id from placed
  union all select p.person_id, 'tree:' || t.id from placed p join tree t on t.cell_id = p.cell_id
  union all select s.person_id, 'status:' || s.id from members.status s, span where s.person_id = any (subjects) and s.valid_during && span.days
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
  union all select m.person_id, 'membership:' || m.id from members.membership m where m.person_id = any (subjects)
    and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
  union all select r.person_id, 'ruling:' || r.id from members.party_age_ruling r where r.person_id = any (subjects)
    and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)
  union all select h.person_id, 'post:' || h.id from members.post h, span where h.person_id = any (subjects) and h.held_during && span.days
    and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
  union all select x.id, 'person:' || x.id || ':' || coalesce((select v.version from members.person_version v
      where v.person_id = x.id and v.recorded_at <= known_at and v.superseded_at > known_at order by v.version desc limit 1), x.version)
    from members.person x where x.id = any (subjects)
  union all select v.organisation_id, 'organisation:' || v.id from organisations.version_known(known_at) v, span where v.organisation_id = any (subjects) and v.valid_during && span.days
  union all select o.organisation_id, 'tree:' || o.id from organisations.placement_known(known_at) o, span where o.organisation_id = any (subjects) and o.valid_during && span.days
$function$;

CREATE OR REPLACE FUNCTION members.facts_sql(measure text, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  known constant text := '(%1$s.superseded_at is null or %1$s.superseded_at > $4) and ($4 is null or %1$s.recorded_at <= $4)';
begin
  return case
    when measure = 'members' and known_at is null then
      'select s.person_id, s.cell_id as organisation_id, $3 as on_day, s.status as detail from members.standing s where s.valid_during @> $3'
    when measure = 'members' then
      'select p.person_id, p.cell_id as organisation_id, $3 as on_day, s.status as detail from members.placement p join members.status s on s.person_id = p.person_id and s.valid_during @> $3 and ' || format(known, 's')
      || ' where p.valid_during @> $3 and ' || format(known, 'p')
    when measure = 'admitted' then
      'select a.person_id, a.cell_id as organisation_id, a.decided_on as on_day, null::text as detail
       from members.admissions($2, $3, $4, array(select distinct c.descendant_id from organisations.closure_known($4) c where c.ancestor_id = $1)) a'
    when measure = 'recognised' then
      'select m.person_id, p.cell_id as organisation_id, d.day as on_day, null::text as detail from members.membership m cross join lateral (select members.latest_day(m.confirmed_on) as day) d
       join members.placement p on p.person_id = m.person_id and p.valid_during @> d.day and ' || format(known, 'p') || ' where d.day between $2 and $3 and ' || format(known, 'm')
    when measure = 'left' then
      'select m.person_id, p.cell_id as organisation_id, m.ended_on as on_day, m.end_kind as detail from members.membership m
       join members.placement p on p.person_id = m.person_id and p.valid_during @> m.ended_on - 1 and ' || format(known, 'p') || ' where m.ended_on between $2 and $3 and ' || format(known, 'm')
    when measure = 'posts' then
      'select o.person_id, o.organisation_id, $3 as on_day, o.position as detail from members.post o where o.held_during @> $3 and ' || format(known, 'o')
    -- Sorted by what is known of each on the last day, so that the numbers of every value balance.
    when measure = 'movement' then
      'select b.person_id, b.organisation_id, $3 as on_day, b.item as detail from members.balance_lines(array[$1], $1, $2, $3, $4) b'
  end;
end 
$function$;

CREATE OR REPLACE FUNCTION members.few_below(organisation uuid, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  cells constant uuid[] := array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = organisation);
begin
  if (select count(*) from (select from members.placement p where p.cell_id = any (cells) limit most + 1) t) > most then return null; end if;
  return array(select distinct p.person_id from members.placement p where p.cell_id = any (cells));
end $function$;

CREATE OR REPLACE FUNCTION members.fields_changed(former jsonb, later jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_agg(f.name order by f.n) from unnest(array['fullName', 'sex', 'bornOn', 'ethnicity', 'religion', 'generalEducation', 'profession', 'politicalTheory', 'occupation'],
    array['full_name', 'sex', 'born_on', 'ethnicity', 'religion', 'general_education', 'profession', 'political_theory', 'occupation']) with ordinality f (name, field, n)
  where former is not null and former -> f.field is distinct from later -> f.field
$function$;

CREATE OR REPLACE FUNCTION members.full_months(begins date, ends date)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select m - case when begins + make_interval(months => m) > ends then 1 else 0 end
  from (select (extract(year from ends) - extract(year from begins))::int * 12 + (extract(month from ends) - extract(month from begins))::int as m) t
$function$;
grant execute on function members.full_months(date,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.hand_to(who uuid, cell uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  update members.person set keeper_id = cell where id = who and withdrawn_at is null
$function$;

CREATE OR REPLACE FUNCTION members.home_on(person uuid, day date, known_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select p.cell_id from members.placement p
  where p.person_id = person and lower(p.valid_during) <= day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  order by p.valid_during desc limit 1
$function$;
grant execute on function members.home_on(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.host(who uuid, cell uuid, begins date, ends date, place text, basis text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  insert into members.overlay (id, person_id, kind, cell_id, valid_during, since, place, basis)
  select gen_random_uuid(), who, k, cell, daterange(begins, ends), begins::text, place, basis from unnest(array['temporaryElsewhere','temporaryHere']) k
$function$;

CREATE OR REPLACE FUNCTION members.keep_former_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'platform'
AS $function$
declare
  -- Joining a record into another, or parting them, says nothing else about the person. What is computed is not known yet when this runs.
  aside constant text[] := array['keeper_id', 'version', 'recorded_at', 'joined_into', 'search_text', 'identity_last4'] || case when old.joined_into is distinct from new.joined_into then array['withdrawn_at'] else '{}' end;
begin
  if to_jsonb(old) - aside is distinct from to_jsonb(new) - aside then
    insert into members.person_version (person_id, version, content, recorded_at)
      values (old.id, old.version, to_jsonb(old) - 'search_text' - 'sort_key' - 'identity_last4' - 'joined_into', old.recorded_at);
    new.version := old.version + 1;
    new.recorded_at := platform.moment();
  end if;
  return new;
end $function$;
grant execute on function members.keep_former_version() to dangvu_program;

CREATE OR REPLACE FUNCTION members.last_admission_by_cell(organisation uuid, day date)
 RETURNS TABLE(cell_id uuid, decided_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query select a.cell_id, max(a.decided_on) from members.admissions('-infinity', day, null, cells) a group by a.cell_id;
end $function$;
grant execute on function members.last_admission_by_cell(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.last_admission_by_cell(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, decided_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query select a.cell_id, max(a.decided_on) from members.admissions('-infinity', day, known_at, cells) a group by a.cell_id;
end 
$function$;
grant execute on function members.last_admission_by_cell(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.latest_day(uncertain text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case length(uncertain)
    when 10 then make_date(left(uncertain, 4)::int, substr(uncertain, 6, 2)::int, substr(uncertain, 9, 2)::int)
    when 7 then (make_date(left(uncertain, 4)::int, substr(uncertain, 6, 2)::int, 1) + interval '1 month')::date - 1
    when 4 then make_date(left(uncertain, 4)::int, 12, 31) end
$function$;
grant execute on function members.latest_day(text) to dangvu_program;

CREATE OR REPLACE FUNCTION members.lines_below(organisation uuid, people uuid[], acts text[], sorted_on date[], on_days date[], known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(subject_id uuid, act text, on_day date, marks text[])
 LANGUAGE sql
 STABLE
AS $function$
  with stood as materialized (
    select a.* from unnest(people, acts, sorted_on, on_days) a (person_id, act, sorted_on, on_day)
    cross join lateral (select p.cell_id, least(a.sorted_on, upper(p.valid_during) - 1) as seen_on from members.placement p
      where p.person_id = a.person_id and lower(p.valid_during) <= a.sorted_on and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      order by p.valid_during desc limit 1) p
    where exists (select from organisations.closure_known(known_at) c where c.descendant_id = p.cell_id and c.ancestor_id = organisation and c.valid_during @> p.seen_on)
  ), listed as (select array_agg(s.person_id) as people, array_agg(s.act) as acts, array_agg(s.sorted_on) as sorted_on, array_agg(s.on_day) as days from stood s)
  select s.person_id, s.label, s.on_day, s.marks from listed l, members.sorted_people(l.people, l.acts, l.sorted_on, l.days, known_at, sorting) s
$function$;

CREATE OR REPLACE FUNCTION members.lines_of(people uuid[], day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, full_name text, other_name text, born_on text, sex text, ethnicity text, identity_last4 text, decided_on date, admitted_on text, confirmed_on text, card_number text, overlays text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'members'
AS $function$
#variable_conflict use_column
declare
  reach uuid[] := array(select access.people_reach());
begin
  return query
    select x.id, x.full_name, x.other_name, x.born_on, x.sex, x.ethnicity, x.identity_last4, m.decided_on, m.admitted_on, m.confirmed_on, m.card_number,
      array(select distinct o.kind from members.overlay o where o.person_id = x.id and o.valid_during @> day
        and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at) order by 1)
    from unnest(people) u (id)
    join members.person x on x.id = u.id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join lateral (
      select * from members.membership m
      where m.person_id = x.id and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
        and coalesce(m.ceremony_on::text, m.admitted_on, m.decided_on::text, '') <= day::text
      order by m.ordinal desc limit 1) m on true;
end $function$;
grant execute on function members.lines_of(uuid[],date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.lines_of_changes(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  with line as (
    select array_agg(b.person_id) as people, array_agg(b.item) as items, array_agg(b.on_day) as days,
      array_agg(case when b.item in ('opening', 'closing', 'admitted', 'readmitted', 'movedIn', 'fromOutside', 'reorganisedIn') then b.on_day else b.on_day - 1 end) as sorted_on
    from members.balance_lines(array[organisation], organisation, from_day, until_day, known_at) b
  ), sorted as materialized (select s.* from line l, members.sorted_people(l.people, l.items, l.sorted_on, l.days, known_at, sorting) s)
  select 'changes', s.person_id, jsonb_build_object('item', s.label), s.marks, s.on_day from sorted s
  union all select 'admitted', s.person_id, s.traits, s.marks, s.on_day from sorted s where s.label = 'admitted'
$function$;

CREATE OR REPLACE FUNCTION members.lines_of_committees(organisation uuid, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  with held as (
    select distinct on (h.person_id, h.organisation_id) h.person_id, h.position || ' ' ||
      case when v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'atGrassroots' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'atSection' when v.type in ('CHI_BO', 'CB_SH_TAM') then 'atCell' else 'atSuperior' end as post
    from members.post h
    join jsonb_array_elements_text(sorting -> 'positions') with ordinality r (position, rank) on r.position = h.position
    join organisations.closure_known(known_at) c on c.descendant_id = h.organisation_id and c.ancestor_id = organisation and c.valid_during @> until_day
    join organisations.version_known(known_at) v on v.organisation_id = h.organisation_id and v.valid_during @> until_day
    where h.held_during @> until_day and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    order by h.person_id, h.organisation_id, r.rank
  ), listed as (select array_agg(h.person_id) as people, array_agg(h.post) as posts, array_agg(until_day) as days from held h)
  select 'committee', s.person_id, s.traits || jsonb_build_object('position', split_part(s.label, ' ', 1)), array_remove(s.marks, 'probationary') || split_part(s.label, ' ', 2), until_day
  from listed l, members.sorted_people(l.people, l.posts, l.days, l.days, known_at, sorting) s
$function$;

CREATE OR REPLACE FUNCTION members.lines_of_organisations(organisation uuid, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  with placed as (
    select c.ancestor_id, count(*)::int as members from members.placement p
    join organisations.closure_known(known_at) c on c.descendant_id = p.cell_id and c.valid_during @> until_day
    where p.valid_during @> until_day and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and p.cell_id in (select b.descendant_id from organisations.closure_known(known_at) b where b.ancestor_id = organisation and b.valid_during @> until_day)
    group by c.ancestor_id
  )
  select 'organisations', v.organisation_id,
    jsonb_build_object('type', v.type, 'area', coalesce(v.area_kind, g.area_kind), 'size', width_bucket(coalesce(n.members, 0), members.bounds(sorting, 'size'))::text),
    array[case when v.type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'grassrootsCommittee' when v.type = 'CB_CO_SO' then 'grassrootsCell' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'section' else 'cell' end],
    until_day
  from organisations.closure_known(known_at) b
  join organisations.version_known(known_at) v on v.organisation_id = b.descendant_id and v.valid_during @> until_day
  left join placed n on n.ancestor_id = b.descendant_id
  left join lateral (
    select gv.area_kind from organisations.closure_known(known_at) a
    join organisations.version_known(known_at) gv on gv.organisation_id = a.ancestor_id and gv.valid_during @> until_day and gv.area_kind is not null
    where a.descendant_id = b.descendant_id and a.valid_during @> until_day order by a.depth limit 1) g on true
  where b.ancestor_id = organisation and b.valid_during @> until_day
    and v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN', 'DB_BO_PHAN', 'DB_TT_CO_SO', 'CHI_BO', 'CB_SH_TAM')
$function$;

CREATE OR REPLACE FUNCTION members.lines_of_stand(organisation uuid, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  select 'stand', t.person_id, t.traits,
    array_remove(array[case when t.women then 'women' end, case when t.minority then 'ethnicMinority' end, case when t.status = 'probationary' then 'probationary' end], null), until_day
  from members.traits_on(organisation, until_day, known_at, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge')) t
$function$;

CREATE OR REPLACE FUNCTION members.membership_as_of(valid_on date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, cell_id uuid, status text, since date)
 LANGUAGE sql
 STABLE
AS $function$
  select s.person_id, s.cell_id, s.status, lower(s.valid_during) from members.standing s where known_at is null and s.valid_during @> valid_on
  union all
  select p.person_id, p.cell_id, s.status, greatest(lower(p.valid_during), lower(s.valid_during)) from members.placement p
  join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on and s.recorded_at <= known_at and (s.superseded_at is null or s.superseded_at > known_at)
  where known_at is not null and p.valid_during @> valid_on and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at)
$function$;
grant execute on function members.membership_as_of(date,timestamp with time zone) to dangvu_program;
comment on function members.membership_as_of(date,timestamp with time zone) is 'A promise to other rooms: one row for each member on a day, with cell, status and since when both, as known at a moment (null: now). The planner takes it into the asking statement.';

CREATE OR REPLACE FUNCTION members.membership_stretches(person uuid)
 RETURNS TABLE(days daterange)
 LANGUAGE sql
 STABLE
AS $function$
  with spell as (
    select ended_on, coalesce(decided_on, case length(admitted_on)
      when 4 then (admitted_on || '-12-31')::date
      when 7 then ((admitted_on || '-01')::date + interval '1 month' - interval '1 day')::date
      else admitted_on::date end) as begins, row_number() over (order by ordinal) as nth
    from members.membership where person_id = person and superseded_at is null
  ), ruled as (
    select lower(valid_during) as begins from members.party_age_ruling where person_id = person and superseded_at is null and kind = 'countedFrom'
  ), counted as (
    select case when nth = 1 and begins is not null then coalesce((select r.begins from ruled r), begins) else begins end as begins, ended_on from spell
  ), gap as (
    select coalesce(range_agg(valid_during), '{}') as days from members.party_age_ruling where person_id = person and superseded_at is null and kind = 'interruption'
  )
  -- A beginning known only by its year counts from the last day of it, which may lie behind the end: nothing is counted then.
  select s.days from counted, gap, unnest(datemultirange(daterange(begins, case when ended_on is not null then greatest(begins, ended_on) end)) - gap.days) s (days)
  where begins is not null
$function$;
grant execute on function members.membership_stretches(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION members.membership_years(person uuid, day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select floor(sum(members.full_months(lower(days), least(coalesce(upper(days), day), day))) / 12.0)::int from members.membership_stretches(person) where lower(days) <= day
$function$;
grant execute on function members.membership_years(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.own_person_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'access'
AS $function$
  select person_id from members.account_person where account_id = access.account_id()
$function$;
grant execute on function members.own_person_id() to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_admitted(organisation uuid, tree_day date, from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, membership_id uuid, cell_id uuid, decided_on date, sort_key text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  cells constant uuid[] := array(select b.organisation_id from organisations.last_below(organisation, tree_day, known_at) b);
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select a.person_id, a.membership_id, a.cell_id, a.decided_on, x.sort_key
    from members.admissions(from_day, until_day, known_at, cells) a
    join members.person x on x.id = a.person_id
    where x.keeper_id = any (reach);
end 
$function$;
grant execute on function members.people_admitted(uuid,date,date,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_counted(organisation uuid, valid_on date, known_at timestamp with time zone, measure text)
 RETURNS TABLE(person_id uuid, cell_id uuid, status text, sort_key text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  -- A list the planner can see: of a function it would guess five hundred rows.
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select p.person_id, p.cell_id, s.status, x.sort_key
    from members.placement p
    join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    join members.person x on x.id = p.person_id
    where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
      and p.valid_during @> valid_on
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
      and x.keeper_id = any (reach)
      and case measure
        when 'members' then true
        when 'full' then s.status <> 'probationary'
        when 'probationary' then s.status = 'probationary'
        when 'women' then case when known_at is null or x.recorded_at <= known_at then x.sex else members.person_as_known(x.id, known_at) ->> 'sex' end = 'female'
        when 'ethnicMinority' then case when known_at is null or x.recorded_at <= known_at then x.ethnicity
          else members.person_as_known(x.id, known_at) ->> 'ethnicity' end <> 'Kinh' end;
end 
$function$;
grant execute on function members.people_counted(uuid,date,timestamp with time zone,text) to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_counted_by(measure text, organisation uuid, from_day date, until_day date, known_at timestamp with time zone, owner_day date, age_bands integer[], party_age_bands integer[], rows_by text, row_wanted text, every_row boolean, columns_by text, column_wanted text, every_column boolean)
 RETURNS TABLE(person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select * from members.people_of_facts(members.facts_sql(measure, known_at), organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands,
    rows_by, row_wanted, every_row, columns_by, column_wanted, every_column)
$function$;
grant execute on function members.people_counted_by(text,uuid,date,date,timestamp with time zone,date,integer[],integer[],text,text,boolean,text,text,boolean) to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_in_balance(organisation uuid, within uuid, from_day date, until_day date, known_at timestamp with time zone, wanted text[])
 RETURNS TABLE(person_id uuid, item text, on_day date, keeper_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if within <> all (reach) then return; end if;
  return query
    select b.person_id, b.item, b.on_day, x.keeper_id, x.sort_key
    from members.balance_lines(array[organisation], within, from_day, until_day, known_at) b join members.person x on x.id = b.person_id
    where b.item = any (wanted) and x.keeper_id = any (reach);
end $function$;
grant execute on function members.people_in_balance(uuid,uuid,date,date,timestamp with time zone,text[]) to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_named(wanted text, most integer)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'platform'
AS $function$
  select case when count(*) > most then null else coalesce(array_agg(id), '{}') end
  from (select id from members.person where search_text like '%' || platform.fold(wanted) || '%' limit most + 1) found
$function$;
grant execute on function members.people_named(text,integer) to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_of_facts(facts text, organisation uuid, from_day date, until_day date, known_at timestamp with time zone, owner_day date, age_bands integer[], party_age_bands integer[], rows_by text, row_wanted text, every_row boolean, columns_by text, column_wanted text, every_column boolean)
 RETURNS TABLE(person_id uuid, keeper_id uuid, sort_key text, on_day date, detail text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
AS $function$
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query execute format('select l.person_id, x.keeper_id, x.sort_key, l.on_day, l.detail %s where x.keeper_id = any ($8) and ($9 or %s is not distinct from $10) and ($11 or %s is not distinct from $12)',
      members.counted_sql(facts, owner_day, array[rows_by, columns_by], true), members.dimension_sql(rows_by), members.dimension_sql(columns_by))
    using organisation, from_day, until_day, known_at, owner_day, age_bands, party_age_bands, reach, every_row, row_wanted, every_column, column_wanted;
end $function$;

CREATE OR REPLACE FUNCTION members.people_of_quality(organisation uuid, on_day date, from_day date, known_at timestamp with time zone, bounds integer[], wanted_among text, wanted text, wanted_value text, wanted_sex text)
 RETURNS TABLE(person_id uuid, keeper_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select d.person_id, d.keeper_id, d.sort_key from members.described(organisation, on_day, from_day, known_at, bounds) d
    where d.among = wanted_among and d.keeper_id = any (reach)
      and case wanted when 'all' then true when 'age' then d.age_band::text is not distinct from wanted_value and d.sex is not distinct from wanted_sex
        when 'sex' then d.sex is not distinct from wanted_value when 'ethnicity' then d.ethnicity is not distinct from wanted_value
        when 'education' then d.education is not distinct from wanted_value when 'theory' then d.theory is not distinct from wanted_value end;
end $function$;
grant execute on function members.people_of_quality(uuid,date,date,timestamp with time zone,integer[],text,text,text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION members.people_with_trait(organisation uuid, valid_on date, known_at timestamp with time zone, age_bands integer[], party_age_bands integer[], wanted text, wanted_value text, among text)
 RETURNS TABLE(person_id uuid, keeper_id uuid, sort_key text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select t.person_id, x.keeper_id, x.sort_key
    from members.traits_on(organisation, valid_on, known_at, age_bands, party_age_bands) t join members.person x on x.id = t.person_id
    where x.keeper_id = any (reach) and (wanted = 'all' or t.traits ->> wanted is not distinct from wanted_value)
      and case among when 'women' then t.women when 'ethnicMinority' then t.minority when 'probationary' then t.status = 'probationary' else true end;
end $function$;
grant execute on function members.people_with_trait(uuid,date,timestamp with time zone,integer[],integer[],text,text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION members.person_as_known(person uuid, known_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select v.content from members.person_version v
  where v.person_id = person and v.recorded_at <= known_at and v.superseded_at > known_at order by v.version desc limit 1
$function$;
grant execute on function members.person_as_known(uuid,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.place_now(person uuid, keeper uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select case when access.known_at() is null then keeper else coalesce(members.home_on(person, access.today(), access.known_at()), keeper) end
$function$;
grant execute on function members.place_now(uuid,uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION members.posts_below(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(post_id uuid, person_id uuid, full_name text, sort_key text, organisation_id uuid, post text, held_from date, held_until date, standing_cell uuid, standing_status text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    select h.id, h.person_id, x.full_name, x.sort_key, h.organisation_id, h.position, lower(h.held_during), upper(h.held_during), s.cell_id, s.status
    from organisations.last_below(organisation, day, known_at) b
    join members.post h on h.organisation_id = b.organisation_id and h.held_during @> day
      and (h.superseded_at is null or h.superseded_at > known_at) and (known_at is null or h.recorded_at <= known_at)
    join members.person x on x.id = h.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.membership_as_of(day, known_at) s on s.person_id = h.person_id;
end 
$function$;
grant execute on function members.posts_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.quality(organisation uuid, on_day date, from_day date, known_at timestamp with time zone, bounds integer[])
 RETURNS TABLE(among text, trait text, value text, sex text, people integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.people_reach())) then return; end if;
  return query
    with d as materialized (select * from members.described(organisation, on_day, from_day, known_at, bounds))
    select d.among, 'age', d.age_band::text, d.sex, count(*)::int from d group by d.among, d.age_band, d.sex
    union all select d.among, 'sex', d.sex, null, count(*)::int from d group by d.among, d.sex
    union all select d.among, 'ethnicity', d.ethnicity, null, count(*)::int from d group by d.among, d.ethnicity
    union all select d.among, 'education', d.education, null, count(*)::int from d group by d.among, d.education
    union all select d.among, 'theory', d.theory, null, count(*)::int from d group by d.among, d.theory;
end $function$;
grant execute on function members.quality(uuid,date,date,timestamp with time zone,integer[]) to dangvu_program;

CREATE OR REPLACE FUNCTION members.referred_to(people uuid[])
 RETURNS TABLE(person_id uuid, by_table text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
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
end $function$;
grant execute on function members.referred_to(uuid[]) to dangvu_program;

CREATE OR REPLACE FUNCTION members.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[], posts jsonb, paper text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'platform', 'public'
 SET work_mem TO '64MB'
AS $function$
declare
  old uuid[];
  made uuid[];
begin
  perform set_config('dangvu.derives_later', 'yes', true);
  with ended as (
    update members.placement p set superseded_at = platform.moment() from unnest(people, from_cells) w (person_id, cell_id)
    where p.person_id = w.person_id and p.cell_id = w.cell_id and p.superseded_at is null and p.valid_during && daterange(on_day, null) returning p.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
    select gen_random_uuid(), person_id, cell_id, daterange(lower(valid_during), on_day), basis, source_id from members.placement where id = any (old) and lower(valid_during) < on_day
    union all
    select gen_random_uuid(), p.person_id, w.to_id, daterange(greatest(lower(p.valid_during), on_day), upper(p.valid_during)), paper, act
    from members.placement p join unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id) on w.person_id = p.person_id and w.cell_id = p.cell_id where p.id = any (old)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'members.placement', old, made);

  with kept as (
    update members.person x set keeper_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where x.id = w.person_id and x.keeper_id = w.cell_id returning x.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id), array_agg(to_id) into old, from_cells, to_cells from kept;
  perform platform.trace_column(act, 'members.person', 'keeper_id', old, from_cells::text[], to_cells::text[]);

  with ended as (
    update members.overlay set superseded_at = platform.moment()
    where cell_id = any (gone) and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into members.overlay (id, person_id, kind, cell_id, valid_during, since, place, occupation, phone, excused_until, contact_id, note, basis)
    select gen_random_uuid(), o.person_id, o.kind, part.cell_id, o.valid_during * part.days, o.since, o.place, o.occupation, o.phone, o.excused_until, o.contact_id, o.note, o.basis
    from members.overlay o join unnest(gone, successors) w (id, to_id) on w.id = o.cell_id
    cross join lateral (values (w.id, daterange(null, on_day)), (w.to_id, daterange(on_day, null))) part (cell_id, days)
    where o.id = any (old) and not isempty(o.valid_during * part.days)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'members.overlay', old, made);

  with ended as (
    update members.post p set superseded_at = platform.moment()
    where p.superseded_at is null and (upper_inf(p.held_during) or upper(p.held_during) > on_day)
      and (p.organisation_id = any (gone) or exists (
        select from members.placement s where s.source_id = act and s.superseded_at is null and s.person_id = p.person_id
          and s.cell_id <> p.organisation_id and exists (select from members.placement b where b.person_id = p.person_id and b.cell_id = p.organisation_id and b.superseded_at is null and upper(b.valid_during) = lower(s.valid_during))))
    returning p.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into members.post (id, person_id, organisation_id, position, held_during, basis)
    select gen_random_uuid(), person_id, organisation_id, position, daterange(lower(held_during), on_day), basis from members.post where id = any (old) and lower(held_during) < on_day
    union all
    select gen_random_uuid(), "personId", "organisationId", position, daterange(on_day, null), paper from jsonb_to_recordset(posts) r ("personId" uuid, "organisationId" uuid, position text)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'members.post', old, made);

  perform set_config('dangvu.derives_later', '', true);
  perform members.restand(people);
end $function$;

CREATE OR REPLACE FUNCTION members.restand(people uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  delete from members.standing where person_id = any (people);
  select members.stand(people);
$function$;
grant execute on function members.restand(uuid[]) to dangvu_program;

CREATE OR REPLACE FUNCTION members.restand_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
begin
  if not members.derives_later() then perform members.restand(array(select distinct person_id from changed)); end if;
  return null;
end $function$;
grant execute on function members.restand_changed() to dangvu_program;

CREATE OR REPLACE FUNCTION members.restand_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
declare
  later constant text := coalesce(current_setting('dangvu.derives_later', true), '');
  moved constant uuid[] := array(select n.id from changed n join former o on o.id = n.id where n.keeper_id <> o.keeper_id);
begin
  if cardinality(moved) > 0 then
    perform set_config('dangvu.derives_later', 'yes', true);
    update members.membership m set keeper_id = n.keeper_id from changed n where n.id = any (moved) and m.person_id = n.id;
    update members.status s set keeper_id = n.keeper_id from changed n where n.id = any (moved) and s.person_id = n.id;
    perform set_config('dangvu.derives_later', later, true);
  end if;
  if not members.derives_later() then
    perform members.restand(array(select n.id from changed n join former o on o.id = n.id
      where n.sort_key <> o.sort_key or n.keeper_id <> o.keeper_id or n.withdrawn_at is distinct from o.withdrawn_at));
  end if;
  return null;
end $function$;
grant execute on function members.restand_person() to dangvu_program;

CREATE OR REPLACE FUNCTION members.roll_on(cell uuid, day date)
 RETURNS TABLE(person_id uuid, full_name text, sort_key text, born_on text, sex text, status text, confirmed boolean, hosted boolean, overlays text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'access'
AS $function$
  with listed as (
    select p.person_id, false as hosted from members.placement p
    where p.cell_id = cell and p.superseded_at is null and p.valid_during @> day
    union all
    select o.person_id, true from members.overlay o
    where o.cell_id = cell and o.kind = 'temporaryHere' and o.superseded_at is null and o.valid_during @> day
  )
  select x.id, x.full_name, x.sort_key, x.born_on, x.sex, s.status,
    s.status in ('full', 'exempt') or s.status in ('suspended', 'lostContact') and exists (
      select from members.membership m where m.person_id = x.id and m.superseded_at is null and m.confirmed_on <= day::text),
    l.hosted,
    array(select distinct o.kind from members.overlay o where o.person_id = x.id and o.superseded_at is null and o.valid_during @> day order by 1)
  from listed l
  join members.person x on x.id = l.person_id
  join members.status s on s.person_id = l.person_id and s.superseded_at is null and s.valid_during @> day
  where cell = any (array(select access.people_reach()))
$function$;
grant execute on function members.roll_on(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION members.sorted_people(people uuid[], labels text[], sorted_on date[], on_days date[], known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(person_id uuid, label text, on_day date, traits jsonb, marks text[])
 LANGUAGE sql
 STABLE
AS $function$
  with bound as materialized (select members.bounds(sorting, 'age') as age)
  select w.person_id, w.label, w.on_day,
    jsonb_build_object('sex', t.sex, 'ethnicity', t.ethnicity, 'religion', t.religion, 'generalEducation', t.general_education, 'profession', t.profession, 'politicalTheory', t.political_theory,
      'occupation', t.occupation, 'ageBand', width_bucket(members.age_on(t.born_on, w.day), bound.age)::text),
    array_remove(array[case when t.sex = 'female' then 'women' end, case when t.ethnicity <> 'Kinh' then 'ethnicMinority' end, case when s.status = 'probationary' then 'probationary' end], null)
  from unnest(people, labels, sorted_on, on_days) w (person_id, label, day, on_day)
  cross join bound
  join members.person x on x.id = w.person_id
  cross join lateral (
    select x.sex, x.ethnicity, x.religion, x.general_education, x.profession, x.political_theory, x.occupation, x.born_on where known_at is null or x.recorded_at <= known_at
    union all
    select r.* from jsonb_to_record(members.person_as_known(x.id, known_at)) r (sex text, ethnicity text, religion text, general_education text, profession text, political_theory text, occupation text, born_on text)
    where not (known_at is null or x.recorded_at <= known_at)) t
  left join lateral (select s.status from members.status s where s.person_id = w.person_id and s.valid_during @> w.day
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at) limit 1) s on true
$function$;

CREATE OR REPLACE FUNCTION members.stand(people uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
  insert into members.standing (person_id, cell_id, status, valid_during, keeper_id, sort_key)
  select p.person_id, p.cell_id, s.status, p.valid_during * s.valid_during, x.keeper_id, x.sort_key
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.superseded_at is null and s.valid_during && p.valid_during
  join members.person x on x.id = p.person_id and x.withdrawn_at is null
  where p.superseded_at is null and p.person_id = any (people);
$function$;

CREATE OR REPLACE FUNCTION members.survey(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, cell_id uuid, status text, status_since date, status_basis text, sort_key text, full_name text, born_on text, sex text, ethnicity text, identity_number text, old_identity_number text, phone text, native_place text, residence text, general_education text, ordinal integer, decided_on date, decision_number text, ceremony_on date, admitted_on text, confirmed_on text, confirmation_number text, confirmation_signed_on date, card_number text, card_twice boolean, identity_twice boolean, is_away boolean, away_place text, away_phone text, excused_until date, contact_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    with placed as materialized (
      select s.person_id, s.cell_id from members.standing s
      where known_at is null and s.cell_id = any (cells) and s.valid_during @> day and s.keeper_id = any (reach)
      union all
      select p.person_id, p.cell_id from members.placement p
      where known_at is not null and p.cell_id = any (cells) and p.valid_during @> day and p.recorded_at <= known_at and (p.superseded_at is null or p.superseded_at > known_at)
    ), person as (
      select x.id, x.sort_key, x.full_name, x.born_on, x.sex, x.ethnicity, x.identity_number, x.old_identity_number, x.phone, x.native_place, x.residence, x.general_education
      from members.person x
      where x.withdrawn_at is null and x.keeper_id = any (reach) and (known_at is null or x.recorded_at <= known_at)
      union all
      select x.id, x.sort_key, f.full_name, f.born_on, f.sex, f.ethnicity, f.identity_number, f.old_identity_number, f.phone, f.native_place, f.residence, f.general_education
      from members.person_version v
      join members.person x on x.id = v.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
      cross join lateral jsonb_populate_record(null::members.person, v.content) f
      where v.recorded_at <= known_at and v.superseded_at > known_at
    ), spell as (
      select distinct on (m.person_id) m.* from members.membership m
      where m.person_id in (select p.person_id from placed p) and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      order by m.person_id, m.ordinal desc
    ), away as (
      select distinct on (o.person_id) o.person_id, o.place, o.phone, o.excused_until, o.contact_id from members.overlay o
      where o.kind = 'away' and o.valid_during @> day and (o.superseded_at is null or o.superseded_at > known_at) and (known_at is null or o.recorded_at <= known_at)
      order by o.person_id, o.recorded_at desc
    )
    select p.person_id, p.cell_id, s.status, lower(s.valid_during), s.basis, x.sort_key, x.full_name, x.born_on, x.sex, x.ethnicity,
      x.identity_number, x.old_identity_number, x.phone, x.native_place, x.residence, x.general_education,
      m.ordinal, m.decided_on, m.decision_number, m.ceremony_on, m.admitted_on, m.confirmed_on, m.confirmation_number, m.confirmation_signed_on, m.card_number,
      m.card_number is not null and exists (select from members.membership o
        where o.card_number = m.card_number and o.person_id <> p.person_id and o.superseded_at is null and (o.ended_on is null or o.ended_on > day)),
      x.identity_number is not null and exists (select from members.person o where o.identity_number = x.identity_number and o.id <> x.id and o.withdrawn_at is null),
      a.person_id is not null, a.place, a.phone, a.excused_until, a.contact_id
    from placed p
    join person x on x.id = p.person_id
    join members.status s on s.person_id = p.person_id and s.valid_during @> day
      and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
    left join spell m on m.person_id = p.person_id
    left join away a on a.person_id = p.person_id;
end 
$function$;
grant execute on function members.survey(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION members.surviving(person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with recursive line as (
    select x.id, x.joined_into, 0 as step from members.person x where x.id = person
    union all
    select x.id, x.joined_into, step + 1 from line l join members.person x on x.id = l.joined_into where step < 20
  )
  select l.id from line l join members.person x on x.id = l.id
  where l.joined_into is null and x.withdrawn_at is null
    and (x.keeper_id = any (array(select access.people_reach())) or x.id = members.own_person_id())
$function$;
grant execute on function members.surviving(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION members.take_keeper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members'
AS $function$
begin
  select keeper_id into new.keeper_id from members.person where id = new.person_id;
  return new;
end $function$;
grant execute on function members.take_keeper() to dangvu_program;

CREATE OR REPLACE FUNCTION members.told_facts(facts text[])
 RETURNS TABLE(fact text, kind text, person_id uuid, days daterange, recorded_at timestamp with time zone, superseded_at timestamp with time zone, basis text, says jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  with f as (select w as fact, split_part(w, ':', 1) as kind, split_part(w, ':', 2)::uuid as id, split_part(w, ':', 3) as mark from unnest(facts) w)
  select f.fact, f.kind, p.person_id, p.valid_during, p.recorded_at, p.superseded_at, p.basis, jsonb_build_object('cell', organisations.name_on(p.cell_id, coalesce(lower(p.valid_during), upper(p.valid_during) - 1))) from f join members.placement p on f.kind = 'placement' and p.id = f.id
  union all select f.fact, f.kind, s.person_id, s.valid_during, s.recorded_at, s.superseded_at, s.basis, jsonb_build_object('status', s.status) from f join members.status s on f.kind = 'status' and s.id = f.id
  union all select f.fact, f.kind, m.person_id, daterange(m.admission_day, m.ended_on), m.recorded_at, m.superseded_at, coalesce(m.end_basis, m.decision_number), jsonb_build_object('ended', m.end_kind) from f join members.membership m on f.kind = 'membership' and m.id = f.id
  union all select f.fact, f.kind, r.person_id, r.valid_during, r.recorded_at, r.superseded_at, r.decision_number, '{}' from f join members.party_age_ruling r on f.kind = 'ruling' and r.id = f.id
  union all select f.fact, f.kind, h.person_id, h.held_during, h.recorded_at, h.superseded_at, h.basis, jsonb_build_object('position', h.position, 'organisation', organisations.name_on(h.organisation_id, lower(h.held_during))) from f join members.post h on f.kind = 'post' and h.id = f.id
  union all select f.fact, f.kind, x.id, null, x.recorded_at, null, c.paper, jsonb_build_object('fields', members.fields_changed(was.content, to_jsonb(x)), 'reason', c.reason)
    from f join members.person x on f.kind = 'person' and x.id = f.id and x.version = f.mark::int
    left join members.person_version was on was.person_id = x.id and was.version = x.version - 1 left join members.correction c on c.person_id = x.id and c.former_version = x.version - 1
  union all select f.fact, f.kind, v.person_id, null, v.recorded_at, v.superseded_at, c.paper, jsonb_build_object('fields', members.fields_changed(was.content, v.content), 'reason', c.reason)
    from f join members.person_version v on f.kind = 'person' and v.person_id = f.id and v.version = f.mark::int
    left join members.person_version was on was.person_id = v.person_id and was.version = v.version - 1 left join members.correction c on c.person_id = v.person_id and c.former_version = v.version - 1
  union all select f.fact, f.kind, null, o.valid_during, o.recorded_at, o.superseded_at, a.decision_number, jsonb_build_object('organisation', organisations.name_on(o.organisation_id, lower(o.valid_during)), 'parent', organisations.name_on(o.parent_id, lower(o.valid_during)))
    from f join organisations.placement o on f.kind = 'tree' and o.id = f.id left join organisations.act a on a.id = o.act_id
  union all select f.fact, f.kind, null, v.valid_during, v.recorded_at, v.superseded_at, a.decision_number, jsonb_build_object('organisation', v.short_name)
    from f join organisations.version v on f.kind = 'organisation' and v.id = f.id left join organisations.act a on a.id = v.act_id
$function$;

CREATE OR REPLACE FUNCTION members.traits_on(organisation uuid, valid_on date, known_at timestamp with time zone, age_bands integer[], party_age_bands integer[])
 RETURNS TABLE(person_id uuid, cell_id uuid, status text, women boolean, minority boolean, traits jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  select p.person_id, p.cell_id, s.status, t.said ->> 'sex' = 'female', t.said ->> 'ethnicity' <> 'Kinh',
    jsonb_build_object(
      'sex', t.said ->> 'sex', 'status', s.status, 'ethnicity', t.said ->> 'ethnicity', 'religion', t.said ->> 'religion', 'generalEducation', t.said ->> 'general_education',
      'politicalTheory', t.said ->> 'political_theory', 'ageBand', width_bucket(members.age_on(t.said ->> 'born_on', valid_on), age_bands)::text,
      'partyAgeBand', width_bucket(case when m.spells = 1 and not exists (select from members.party_age_ruling r where r.person_id = p.person_id and r.superseded_at is null)
        then members.full_months(m.since, valid_on) / 12 else members.membership_years(p.person_id, valid_on) end, party_age_bands)::text)
  from members.placement p
  join members.status s on s.person_id = p.person_id and s.valid_during @> valid_on
    and (s.superseded_at is null or s.superseded_at > known_at) and (known_at is null or s.recorded_at <= known_at)
  join members.person x on x.id = p.person_id
  cross join lateral (select case when known_at is null or x.recorded_at <= known_at
    then jsonb_build_object('sex', x.sex, 'ethnicity', x.ethnicity, 'religion', x.religion, 'general_education', x.general_education, 'political_theory', x.political_theory, 'born_on', x.born_on)
    else members.person_as_known(x.id, known_at) end as said) t
  left join lateral (select count(*) as spells, min(m.admission_day) as since from members.membership m where m.person_id = p.person_id
    and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)) m on true
  where p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> valid_on)
    and p.valid_during @> valid_on and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
$function$;

CREATE OR REPLACE FUNCTION members.way_in(person uuid, day date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  with placed as (
    select p.cell_id, p.valid_during @> day - 1 as before, p.valid_during @> day as after from members.placement p
    where p.person_id = person and p.valid_during && daterange(day - 1, day, '[]')
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  ), joined as (
    select m.ordinal from members.membership m
    where m.person_id = person and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      and day = coalesce(m.ceremony_on, case length(m.admitted_on) when 4 then (m.admitted_on || '-01-01')::date when 7 then (m.admitted_on || '-01')::date else m.admitted_on::date end, m.decided_on)
    order by m.ordinal desc limit 1
  )
  select case
    when exists (select from placed b join placed a on a.cell_id = b.cell_id where b.before and a.after) then 'reorganisedIn'
    when exists (select from placed where before) then 'movedIn'
    when (select ordinal from joined) = 1 then 'admitted'
    when (select ordinal from joined) > 1 then 'readmitted'
    else 'fromOutside' end
$function$;

CREATE OR REPLACE FUNCTION members.way_out(person uuid, day date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  with placed as (
    select p.cell_id, p.valid_during @> day - 1 as before, p.valid_during @> day as after from members.placement p
    where p.person_id = person and p.valid_during && daterange(day - 1, day, '[]')
      and (p.superseded_at is null or p.superseded_at > known_at) and (known_at is null or p.recorded_at <= known_at)
  )
  select case
    when exists (select from placed b join placed a on a.cell_id = b.cell_id where b.before and a.after) then 'reorganisedOut'
    when exists (select from placed where after) then 'movedOut'
    else coalesce((
      select case m.end_kind when 'death' then 'died' when 'strikeOff' then 'struckOff' when 'expulsion' then 'expelled' when 'resignation' then 'left' else 'toOutside' end
      from members.membership m where m.person_id = person and m.ended_on = day and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at)
      order by m.ordinal desc limit 1), 'unexplained') end
$function$;

CREATE OR REPLACE FUNCTION members.withdraw(people uuid[])
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'members', 'access', 'platform'
AS $function$
  with gone as (
    update members.person set withdrawn_at = platform.moment()
    where id = any (people) and withdrawn_at is null and keeper_id = any (array(select access.people_reach())) returning 1)
  select count(*)::int from gone
$function$;
grant execute on function members.withdraw(uuid[]) to dangvu_program;

create schema organisations;

create table organisations.act (
  id              uuid not null,
  kind            text not null,
  decision_number text,
  decided_on      date,
  issued_by       text,
  effective_on    date not null,
  note            text,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint act_pkey PRIMARY KEY (id),
  constraint act_kind CHECK (kind = ANY (ARRAY['register'::text, 'founding'::text, 'renaming'::text, 'typeChange'::text, 'move'::text, 'merger'::text, 'split'::text, 'closure'::text, 'handover'::text, 'authorisation'::text, 'counterAct'::text, 'reorganisation'::text]))
);
grant select, insert, update on organisations.act to dangvu_program;
comment on table organisations.act is 'An act of law that founds, renames, moves, merges, splits or closes organisations; the dated facts point to it.';

create table organisations.afterlife (
  organisation_id uuid not null,
  stands_with     uuid not null,
  valid_during    daterange not null,
  known_since     timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint afterlife_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint afterlife_stands_with_fkey FOREIGN KEY (stands_with) REFERENCES organisations.organisation(id)
);
CREATE INDEX afterlife_down ON organisations.afterlife USING btree (stands_with);
CREATE INDEX afterlife_up ON organisations.afterlife USING btree (organisation_id);
grant select on organisations.afterlife to dangvu_program;
comment on table organisations.afterlife is 'Derived: with which organisation one that has ended stands, through all successions. Who reaches the other reaches what the ended one left.';

create table organisations.afterlife_former (
  organisation_id uuid not null,
  stands_with     uuid not null,
  valid_during    daterange not null,
  known_during    tstzrange not null,
  constraint afterlife_former_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint afterlife_former_stands_with_fkey FOREIGN KEY (stands_with) REFERENCES organisations.organisation(id)
);
CREATE INDEX afterlife_former_up ON organisations.afterlife_former USING btree (organisation_id);
grant select on organisations.afterlife_former to dangvu_program;
comment on table organisations.afterlife_former is 'With which organisation one that had ended stood, by what was on record during known_during and is no longer; derived with afterlife.';

create table organisations.closure (
  ancestor_id   uuid not null,
  descendant_id uuid not null,
  depth         integer not null,
  valid_during  daterange not null,
  known_since   timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint closure_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES organisations.organisation(id),
  constraint closure_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES organisations.organisation(id)
);
CREATE INDEX closure_down ON organisations.closure USING btree (ancestor_id, descendant_id);
CREATE INDEX closure_up ON organisations.closure USING btree (descendant_id, depth);
CREATE TRIGGER closure_marks_stale AFTER INSERT OR UPDATE ON organisations.closure FOR EACH STATEMENT EXECUTE FUNCTION statistics.mark_stale();
grant select, insert, update on organisations.closure to dangvu_program;
comment on table organisations.closure is 'Who stands above whom (depth 0 = itself) on which days; derived from the live placements in the same transaction as the act.';
comment on column organisations.closure.known_since is 'The moment from which this was on record; -infinity for what an organisation was first recorded with.';

create table organisations.closure_former (
  ancestor_id   uuid not null,
  descendant_id uuid not null,
  depth         integer not null,
  valid_during  daterange not null,
  known_during  tstzrange not null,
  constraint closure_former_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES organisations.organisation(id),
  constraint closure_former_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES organisations.organisation(id)
);
CREATE INDEX closure_former_down ON organisations.closure_former USING btree (ancestor_id, descendant_id);
CREATE INDEX closure_former_up ON organisations.closure_former USING btree (descendant_id, depth);
grant select on organisations.closure_former to dangvu_program;
comment on table organisations.closure_former is 'Who stood above whom (depth 0 = itself) on which days by what was on record during known_during and is no longer; derived with closure.';

create table organisations.committee (
  id              uuid not null,
  organisation_id uuid not null,
  kind            text not null,
  term_name       text not null,
  term            daterange not null,
  elected_seats   integer not null,
  standing_seats  integer not null default 0,
  basis           text,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  constraint committee_pkey PRIMARY KEY (id),
  constraint committee_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint committee_kind CHECK (kind = ANY (ARRAY['committee'::text, 'cellCommittee'::text, 'secretaryOnly'::text])),
  constraint committee_seats CHECK (elected_seats >= 1),
  constraint committee_no_overlap EXCLUDE USING gist (organisation_id WITH =, term WITH &&) WHERE (superseded_at IS NULL)
);
alter table organisations.committee enable row level security;
CREATE INDEX committee_organisation ON organisations.committee USING btree (organisation_id);
create policy committee_change on organisations.committee for update to public
  using (organisation_id = ANY ((ARRAY( SELECT access.reach() AS reach))));
create policy committee_read on organisations.committee for select to public
  using ((organisation_id IN ( SELECT access.reach() AS reach)));
create policy committee_write on organisations.committee for insert to public
  with check (organisation_id = ANY ((ARRAY( SELECT access.reach() AS reach))));
grant select, insert, update on organisations.committee to dangvu_program;
comment on table organisations.committee is 'A committee of one term. A term ends on the day before upper(term). elected_seats is the number of members the congress decided on.';

create table organisations.organisation (
  id         uuid not null,
  founded_on date not null,
  ended_on   date,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_lives CHECK (ended_on IS NULL OR ended_on >= founded_on)
);
alter table organisations.organisation enable row level security;
create policy organisation_change on organisations.organisation for update to public
  using (id = ANY ((ARRAY( SELECT access.reach() AS reach))));
create policy organisation_read on organisations.organisation for select to public
  using (( SELECT access.reaches_every_name() AS reaches_every_name) OR (id IN ( SELECT access.names_reach() AS names_reach)));
create policy organisation_write on organisations.organisation for insert to public
  with check (true);
grant select, insert, update on organisations.organisation to dangvu_program;
comment on table organisations.organisation is 'An organisation as such. Everything said about it is dated and stands in organisations.version and organisations.placement.';

create table organisations.placement (
  id              uuid not null,
  organisation_id uuid not null,
  parent_id       uuid,
  valid_during    daterange not null,
  act_id          uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  constraint placement_pkey PRIMARY KEY (id),
  constraint placement_act_id_fkey FOREIGN KEY (act_id) REFERENCES organisations.act(id),
  constraint placement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint placement_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisations.organisation(id),
  constraint placement_not_own_parent CHECK (parent_id <> organisation_id),
  constraint placement_no_overlap EXCLUDE USING gist (organisation_id WITH =, valid_during WITH &&) WHERE (superseded_at IS NULL)
);
alter table organisations.placement enable row level security;
CREATE INDEX placement_organisation ON organisations.placement USING btree (organisation_id);
CREATE INDEX placement_parent ON organisations.placement USING btree (parent_id);
CREATE TRIGGER placement_reshapes_changed AFTER UPDATE ON organisations.placement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.mark_reshaped();
CREATE TRIGGER placement_reshapes_entered AFTER INSERT ON organisations.placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.mark_reshaped();
CREATE TRIGGER placement_reshapes_gone AFTER DELETE ON organisations.placement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.mark_reshaped();
CREATE TRIGGER placement_reshapes_into AFTER UPDATE ON organisations.placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.mark_reshaped();
create policy placement_change on organisations.placement for update to public
  using (organisation_id = ANY ((ARRAY( SELECT access.reach() AS reach))));
create policy placement_read on organisations.placement for select to public
  using (( SELECT access.reaches_every_name() AS reaches_every_name) OR (organisation_id IN ( SELECT access.names_reach() AS names_reach)));
create policy placement_write on organisations.placement for insert to public
  with check (true);
grant select, insert, update on organisations.placement to dangvu_program;
comment on table organisations.placement is 'Under which parent an organisation stands from a day to a day; no parent = top of our part of the world.';

create table organisations.succession (
  id              uuid not null default gen_random_uuid(),
  organisation_id uuid not null,
  successor_id    uuid not null,
  since           date not null,
  act_id          uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  constraint succession_pkey PRIMARY KEY (id),
  constraint succession_act_id_fkey FOREIGN KEY (act_id) REFERENCES organisations.act(id),
  constraint succession_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisations.organisation(id),
  constraint succession_to_another CHECK (organisation_id <> successor_id)
);
CREATE UNIQUE INDEX succession_live ON organisations.succession USING btree (organisation_id, since) WHERE superseded_at IS NULL;
grant select on organisations.succession to dangvu_program;
comment on table organisations.succession is 'Who stands in the place of an organisation that ended: keeps its papers, answers for what it left. since: first day without it.';

create table organisations.version (
  id                   uuid not null,
  organisation_id      uuid not null,
  name                 text not null,
  short_name           text not null,
  type                 text not null,
  code                 text,
  area_kind            text,
  admin_unit_code      text,
  residential          boolean not null default false,
  may_decide_admission boolean not null default false,
  valid_during         daterange not null,
  act_id               uuid,
  recorded_at          timestamp with time zone not null default platform.moment(),
  superseded_at        timestamp with time zone,
  constraint version_pkey PRIMARY KEY (id),
  constraint version_act_id_fkey FOREIGN KEY (act_id) REFERENCES organisations.act(id),
  constraint version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint version_no_overlap EXCLUDE USING gist (organisation_id WITH =, valid_during WITH &&) WHERE (COALESCE(superseded_at, 'infinity'::timestamp with time zone) = 'infinity'::timestamp with time zone)
);
alter table organisations.version enable row level security;
CREATE INDEX version_code ON organisations.version USING btree (code);
CREATE INDEX version_name ON organisations.version USING gin (platform.fold(name) public.gin_trgm_ops);
CREATE INDEX version_organisation ON organisations.version USING btree (organisation_id);
CREATE TRIGGER version_keyed AFTER INSERT OR UPDATE ON organisations.version FOR EACH ROW EXECUTE FUNCTION search.key_organisation();
CREATE TRIGGER version_touches_changed AFTER UPDATE ON organisations.version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_version();
CREATE TRIGGER version_touches_entered AFTER INSERT ON organisations.version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_version();
CREATE TRIGGER version_touches_gone AFTER DELETE ON organisations.version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_version();
CREATE TRIGGER version_touches_into AFTER UPDATE ON organisations.version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_version();
create policy version_change on organisations.version for update to public
  using (organisation_id = ANY ((ARRAY( SELECT access.reach() AS reach))));
create policy version_read on organisations.version for select to public
  using (( SELECT access.reaches_every_name() AS reaches_every_name) OR (organisation_id IN ( SELECT access.names_reach() AS names_reach)));
create policy version_write on organisations.version for insert to public
  with check (true);
grant select, insert, update on organisations.version to dangvu_program;
comment on table organisations.version is 'Name, type, code and competence of an organisation from a day to a day. short_name is the name without its kind (xã Quang Minh, Thôn Khun Luông).';
comment on column organisations.version.may_decide_admission is 'A grassroots committee authorised to decide on admission itself (đảng ủy cơ sở được ủy quyền).';

CREATE OR REPLACE FUNCTION organisations.afterlife_known(known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, stands_with uuid, valid_during daterange)
 LANGUAGE sql
 STABLE
AS $function$
  select a.organisation_id, a.stands_with, a.valid_during from organisations.afterlife a where (a.known_since > known_at) is not true
  union all
  select a.organisation_id, a.stands_with, a.valid_during from organisations.afterlife_former a where known_at is not null and a.known_during @> known_at
$function$;
grant execute on function organisations.afterlife_known(timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.came_first(act uuid, recorded_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select act is null or exists (select from organisations.act a where a.id = act and a.kind = 'register')
    and recorded_at <= (select min(p.recorded_at) from organisations.placement p where p.parent_id is null)
$function$;
grant execute on function organisations.came_first(uuid,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.cells_below(organisation uuid, day date, known_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(cell_id uuid, short_name text, founded_on date, above_id uuid, above_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.reach())) then return; end if;
  return query
    select v.organisation_id, v.short_name, o.founded_on, p.parent_id, above.short_name
    from organisations.closure_known(known_at) c
    join organisations.version_known(known_at) v on v.organisation_id = c.descendant_id and v.valid_during @> day and v.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')
    join organisations.organisation o on o.id = v.organisation_id
    left join organisations.placement_known(known_at) p on p.organisation_id = v.organisation_id and p.valid_during @> day
    left join organisations.version_known(known_at) above on above.organisation_id = p.parent_id and above.valid_during @> day
    where c.ancestor_id = organisation and c.valid_during @> day;
end 
$function$;
grant execute on function organisations.cells_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.closure_known(known_at timestamp with time zone)
 RETURNS TABLE(ancestor_id uuid, descendant_id uuid, depth integer, valid_during daterange)
 LANGUAGE sql
 STABLE
AS $function$
  select c.ancestor_id, c.descendant_id, c.depth, c.valid_during from organisations.closure c where (c.known_since > known_at) is not true
  union all
  select c.ancestor_id, c.descendant_id, c.depth, c.valid_during from organisations.closure_former c where known_at is not null and c.known_during @> known_at
$function$;
grant execute on function organisations.closure_known(timestamp with time zone) to dangvu_program;
comment on function organisations.closure_known(timestamp with time zone) is 'A promise to other rooms: who stands above whom (depth 0 = itself) on which days, as known at a moment (null: now).';

CREATE OR REPLACE FUNCTION organisations.counted_by(organisation uuid, day date, known_at timestamp with time zone, rows_by text, columns_by text)
 RETURNS TABLE(row_value text, column_value text, counted integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with below as (
    select jsonb_build_object('none', null, 'detail', v.type, 'areaKind', v.area_kind, 'grassroots', g.organisation_id, 'organisationKind', g.type) as by
    from organisations.closure_known(known_at) b
    join organisations.version_known(known_at) v on v.organisation_id = b.descendant_id and v.valid_during @> day
    left join lateral (
      select a.organisation_id, a.type from organisations.closure_known(known_at) c
      join organisations.version_known(known_at) a on a.organisation_id = c.ancestor_id and a.valid_during @> day and a.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
      where c.descendant_id = b.descendant_id and c.valid_during @> day order by c.depth limit 1
    ) g on true
    where b.ancestor_id = organisation and b.valid_during @> day and organisation = any (array(select access.reach()))
  )
  select by ->> rows_by, by ->> columns_by, count(*)::int from below group by 1, 2
$function$;
grant execute on function organisations.counted_by(uuid,date,timestamp with time zone,text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.counted_level(type text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'grassrootsCommittee' when type = 'CB_CO_SO' then 'grassrootsCell' when type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'section'
    when type in ('CHI_BO', 'CB_SH_TAM') then 'cell' end
$function$;

CREATE OR REPLACE FUNCTION organisations.counts_below(organisation uuid, day date, known_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(grassroots integer, cells integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select (count(*) filter (where v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')))::int, (count(*) filter (where v.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM')))::int
  from organisations.closure_known(known_at) c
  join organisations.version_known(known_at) v on v.organisation_id = c.descendant_id and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.reach()))
$function$;
grant execute on function organisations.counts_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.known_during(recorded_at timestamp with time zone, superseded_at timestamp with time zone, first_recorded_at timestamp with time zone)
 RETURNS tstzrange
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (superseded_at <= recorded_at) THEN 'empty'::tstzrange ELSE tstzrange(CASE WHEN (recorded_at <= first_recorded_at) THEN NULL::timestamp with time zone ELSE recorded_at END, superseded_at) END;
grant execute on function organisations.known_during(timestamp with time zone,timestamp with time zone,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.last_below(organisation uuid, day date, known_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, stands_with uuid, seen_on date)
 LANGUAGE sql
 STABLE
AS $function$
  with last_place as (
    select distinct on (c.descendant_id) c.descendant_id, least(day, upper(c.valid_during) - 1) as seen_on
    from organisations.closure_known(known_at) c where c.depth = 0 and lower(c.valid_during) <= day
    order by c.descendant_id, lower(c.valid_during) desc
  ), place as (
    select l.descendant_id, coalesce(a.stands_with, l.descendant_id) as stands_with, case when a.stands_with is null then l.seen_on else day end as seen_on
    from last_place l
    left join lateral (
      select a.stands_with from organisations.afterlife_known(known_at) a
      join organisations.closure_known(known_at) s on s.descendant_id = a.stands_with and s.depth = 0 and s.valid_during @> day
      where l.seen_on < day and a.organisation_id = l.descendant_id and a.valid_during @> day
      order by a.valid_during desc limit 1) a on true
  )
  select p.descendant_id, p.stands_with, p.seen_on
  from place p
  join organisations.closure_known(known_at) c on c.descendant_id = p.stands_with and c.ancestor_id = organisation and c.valid_during @> p.seen_on
$function$;
grant execute on function organisations.last_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.lines_known(cells uuid[], day date, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, organisation_id uuid, depth integer, name text, short_name text, type text, may_decide_admission boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.descendant_id, v.organisation_id, c.depth, v.name, v.short_name, v.type, v.may_decide_admission
  from organisations.closure_known(known_at) c
  join organisations.version_known(known_at) v on v.organisation_id = c.ancestor_id and v.valid_during @> day
  where c.descendant_id = any (cells) and c.valid_during @> day
$function$;
grant execute on function organisations.lines_known(uuid[],date,timestamp with time zone) to dangvu_program;
comment on function organisations.lines_known(uuid[],date,timestamp with time zone) is 'A promise to other rooms: the organisations above cells on a day, itself at depth 0, as known at a moment (null: now). Like name_on it names cells outside the actor''s part: those that something within it names. One recorded only later counts as it was first recorded.';

CREATE OR REPLACE FUNCTION organisations.name_on(organisation uuid, day date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(
    (select v.name from organisations.version_known(access.known_at()) v where v.organisation_id = organisation order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1),
    (select v.name from organisations.version v where v.organisation_id = organisation and v.superseded_at is null order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1))
$function$;
grant execute on function organisations.name_on(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.placement_known(known_at timestamp with time zone)
 RETURNS SETOF organisations.placement
 LANGUAGE sql
 STABLE
AS $function$
  select p.* from organisations.placement p
  where case when known_at is null then p.superseded_at is null
    else organisations.known_during(p.recorded_at, p.superseded_at,
      (select min(f.recorded_at) from organisations.placement f where f.organisation_id = p.organisation_id and organisations.came_first(f.act_id, f.recorded_at))) @> known_at end
$function$;
grant execute on function organisations.placement_known(timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.places_of(cells uuid[], day date)
 RETURNS TABLE(cell_id uuid, cell text, organisation text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'organisations'
AS $function$
#variable_conflict use_column
declare
  moment constant timestamptz := access.known_at();
begin
  -- The wanted version is looked for by the organisation alone: by the day as well, the planner would take the index of the ranges.
  return query
    select u.id,
      coalesce(
        (select v.short_name from organisations.version_known(moment) v where v.organisation_id = u.id order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1),
        (select v.short_name from organisations.version v where v.organisation_id = u.id and v.superseded_at is null order by v.valid_during @> day desc, abs(lower(v.valid_during) - day) limit 1)),
      (select g.short_name from organisations.closure_known(moment) c
        join lateral (select v.short_name, v.type from organisations.version_known(moment) v where v.organisation_id = c.ancestor_id
          order by v.valid_during @> day desc limit 1) g on g.type in ('DB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
        where c.descendant_id = u.id and c.depth > 0 and c.valid_during @> day order by c.depth limit 1)
    from unnest(cells) u (id);
end $function$;
grant execute on function organisations.places_of(uuid[],date) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.rebuild_closure()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'organisations'
AS $function$
begin
  -- Two acts at the same time would each add their own copy.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  delete from organisations.closure;
  delete from organisations.closure_former;
  with recursive register as (
    select min(p.recorded_at) as began from organisations.placement p where p.parent_id is null
  ), place as materialized (
    -- As came_first says, of all rows at once.
    select p.organisation_id, p.parent_id, p.valid_during, organisations.known_during(p.recorded_at, p.superseded_at,
      min(p.recorded_at) filter (where p.act_id is null or a.kind = 'register' and p.recorded_at <= r.began) over (partition by p.organisation_id)) as known_during
    from organisations.placement p cross join register r left join organisations.act a on a.id = p.act_id
  ), line as (
    select organisation_id as ancestor_id, organisation_id as descendant_id, 0 as depth, valid_during, known_during from place where not isempty(known_during)
    union all
    select p.parent_id, l.descendant_id, l.depth + 1, l.valid_during * p.valid_during, l.known_during * p.known_during
    from line l join place p
      on p.organisation_id = l.ancestor_id and p.parent_id is not null and p.valid_during && l.valid_during and p.known_during && l.known_during
  ), former as (
    insert into organisations.closure_former (ancestor_id, descendant_id, depth, valid_during, known_during)
    select ancestor_id, descendant_id, depth, valid_during, known_during from line where not upper_inf(known_during)
  )
  insert into organisations.closure (ancestor_id, descendant_id, depth, valid_during, known_since)
  select ancestor_id, descendant_id, depth, valid_during, coalesce(lower(known_during), '-infinity') from line where upper_inf(known_during);
  delete from organisations.afterlife;
  delete from organisations.afterlife_former;
  with recursive step as materialized (
    select s.organisation_id, s.successor_id, s.since,
      organisations.known_during(s.recorded_at, s.superseded_at,
        (select min(p.recorded_at) from organisations.placement p where p.organisation_id = s.organisation_id and organisations.came_first(p.act_id, p.recorded_at))) as known_during
    from organisations.succession s
  ), life as (
    select organisation_id, successor_id, since, known_during from step where not isempty(known_during)
    union
    select l.organisation_id, s.successor_id, greatest(l.since, s.since), l.known_during * s.known_during
    from life l join step s on s.organisation_id = l.successor_id and s.successor_id <> l.organisation_id and s.known_during && l.known_during
  ), former as (
    insert into organisations.afterlife_former (organisation_id, stands_with, valid_during, known_during)
    select organisation_id, successor_id, daterange(since, null), known_during from life where not upper_inf(known_during)
  )
  insert into organisations.afterlife (organisation_id, stands_with, valid_during, known_since)
  select organisation_id, successor_id, daterange(since, null), min(coalesce(lower(known_during), '-infinity')) from life where upper_inf(known_during) group by 1, 2, 3;
end $function$;
grant execute on function organisations.rebuild_closure() to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.reorganise(act uuid, on_day date, founds jsonb, changes jsonb, ends jsonb, terms uuid[], committees jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'organisations', 'platform', 'public'
AS $function$
declare
  gone constant uuid[] := array(select id from jsonb_to_recordset(ends) r (id uuid));
  said constant uuid[] := array(select id from jsonb_to_recordset(changes) r (id uuid, says boolean) where says) || gone;
  moved constant uuid[] := array(select id from jsonb_to_recordset(changes) r (id uuid, moves boolean) where moves) || gone;
  old uuid[];
  made uuid[];
begin
  insert into organisations.organisation (id, founded_on) select id, on_day from jsonb_to_recordset(founds) r (id uuid, revives boolean) where not coalesce(revives, false);
  perform platform.trace_column(act, 'organisations.organisation', 'ended_on', array_agg(r.id), array_agg(case when r.revives then o.ended_on else on_day end::text), array_agg(null::text))
    from jsonb_to_recordset(founds) r (id uuid, revives boolean) join organisations.organisation o on o.id = r.id;
  update organisations.organisation set ended_on = null where id in (select id from jsonb_to_recordset(founds) r (id uuid, revives boolean) where revives);
  perform platform.trace_column(act, 'organisations.organisation', 'ended_on', array_agg(o.id), array_agg(o.ended_on::text), array_agg(on_day::text)) from organisations.organisation o where o.id = any (gone);
  update organisations.organisation set ended_on = on_day where id = any (gone);

  with ended as (
    update organisations.version set superseded_at = platform.moment()
    where organisation_id = any (said) and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into organisations.version (id, organisation_id, name, short_name, type, code, area_kind, admin_unit_code, residential, may_decide_admission, valid_during, act_id)
    select gen_random_uuid(), organisation_id, name, short_name, type, code, area_kind, admin_unit_code, residential, may_decide_admission, daterange(lower(valid_during), on_day), act_id
    from organisations.version where id = any (old) and lower(valid_during) < on_day
    union all
    select gen_random_uuid(), v.organisation_id, coalesce(r.name, v.name), coalesce(r."shortName", v.short_name), coalesce(r.type, v.type), r.code, v.area_kind, v.admin_unit_code,
      coalesce(r.residential, v.residential), v.may_decide_admission, daterange(greatest(lower(v.valid_during), on_day), upper(v.valid_during)), act
    from organisations.version v
    join jsonb_to_recordset(changes) r (id uuid, name text, "shortName" text, type text, code text, residential boolean, says boolean) on r.id = v.organisation_id and r.says
    where v.id = any (old)
    union all
    select gen_random_uuid(), id, name, "shortName", type, code, "areaKind", "adminUnitCode", coalesce(residential, false), false, daterange(on_day, null), act
    from jsonb_to_recordset(founds) r (id uuid, name text, "shortName" text, type text, code text, "areaKind" text, "adminUnitCode" text, residential boolean)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.version', old, made);

  with ended as (
    update organisations.placement set superseded_at = platform.moment()
    where organisation_id = any (moved) and superseded_at is null and (upper_inf(valid_during) or upper(valid_during) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into organisations.placement (id, organisation_id, parent_id, valid_during, act_id)
    select gen_random_uuid(), organisation_id, parent_id, daterange(lower(valid_during), on_day), act_id from organisations.placement where id = any (old) and lower(valid_during) < on_day
    union all
    select gen_random_uuid(), p.organisation_id, r."parentId", daterange(greatest(lower(p.valid_during), on_day), upper(p.valid_during)), act
    from organisations.placement p join jsonb_to_recordset(changes) r (id uuid, "parentId" uuid, moves boolean) on r.id = p.organisation_id and r.moves where p.id = any (old)
    union all
    select gen_random_uuid(), id, "parentId", daterange(on_day, null), act from jsonb_to_recordset(founds) r (id uuid, "parentId" uuid)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.placement', old, made);

  with ended as (
    update organisations.committee set superseded_at = platform.moment()
    where organisation_id = any (gone || terms) and superseded_at is null and (upper_inf(term) or upper(term) > on_day) returning id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into organisations.committee (id, organisation_id, kind, term_name, term, elected_seats, standing_seats, basis)
    select gen_random_uuid(), organisation_id, kind, term_name, daterange(lower(term), on_day), elected_seats, standing_seats, basis from organisations.committee where id = any (old) and lower(term) < on_day
    union all
    select gen_random_uuid(), "organisationId", kind, "termName", daterange(on_day, until), "electedSeats", "standingSeats", basis
    from jsonb_to_recordset(committees) r ("organisationId" uuid, kind text, "termName" text, until date, "electedSeats" int, "standingSeats" int, basis text)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.committee', old, made);

  with stated as (
    insert into organisations.succession (organisation_id, successor_id, since, act_id)
    select id, "successorId", on_day, act from jsonb_to_recordset(ends) r (id uuid, "successorId" uuid) where "successorId" is not null returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'organisations.succession', null, made);
  perform organisations.rebuild_closure();
end $function$;

CREATE OR REPLACE FUNCTION organisations.survey(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, unit_id uuid, name text, short_name text, type text, code text, admin_unit_code text, ended_on date, term_from date, term_until date, elected_seats integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if organisation <> all (array(select access.reach())) then return; end if;
  return query
    select b.organisation_id,
      (select u.ancestor_id from organisations.closure_known(known_at) a
        join organisations.closure_known(known_at) u on u.descendant_id = a.descendant_id and u.depth = greatest(a.depth - 1, 0) and u.valid_during @> b.seen_on
        where a.descendant_id = b.organisation_id and a.ancestor_id = organisation and a.valid_during @> b.seen_on limit 1),
      v.name, v.short_name, v.type, v.code, v.admin_unit_code, case when b.seen_on < day then b.seen_on + 1 end, c.term_from, c.term_until, c.elected_seats
    from organisations.last_below(organisation, day, known_at) b
    join lateral (select * from organisations.version_known(known_at) v where v.organisation_id = b.organisation_id and v.valid_during @> b.seen_on limit 1) v on true
    left join lateral (
      select lower(c.term) as term_from, upper(c.term) as term_until, c.elected_seats from organisations.committee c
      where c.organisation_id = b.organisation_id and lower(c.term) <= day
        and (c.superseded_at is null or c.superseded_at > known_at) and (known_at is null or c.recorded_at <= known_at)
      order by lower(c.term) desc, c.recorded_at desc limit 1) c on true;
end 
$function$;
grant execute on function organisations.survey(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.term_on(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(term_name text, term_from date, term_until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'organisations', 'access'
AS $function$
  select c.term_name, lower(c.term), upper(c.term) from organisations.committee c
  where c.organisation_id = organisation and c.term @> day
    and (c.superseded_at is null or c.superseded_at > known_at) and (known_at is null or c.recorded_at <= known_at)
    and organisation = any (array(select access.names_reach()))
  order by c.recorded_at desc limit 1
$function$;
grant execute on function organisations.term_on(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION organisations.version_known(known_at timestamp with time zone)
 RETURNS SETOF organisations.version
 LANGUAGE sql
 STABLE
AS $function$
  select v.* from organisations.version v
  where case when known_at is null then v.superseded_at is null
    else organisations.known_during(v.recorded_at, v.superseded_at,
      (select min(f.recorded_at) from organisations.version f where f.organisation_id = v.organisation_id and organisations.came_first(f.act_id, f.recorded_at))) @> known_at end
$function$;
grant execute on function organisations.version_known(timestamp with time zone) to dangvu_program;
comment on function organisations.version_known(timestamp with time zone) is 'A promise to other rooms: name, type, code and competence of organisations, as known at a moment (null: now).';

create schema reconciling;

create table reconciling.agreed (
  signature_id      uuid not null,
  reconciliation_id uuid not null,
  organisation_id   uuid not null,
  place_id          uuid not null,
  person_id         uuid not null,
  ordinal           integer not null,
  full_name         text not null,
  born_on           text,
  status            text not null,
  card_number       text,
  cell_name         text not null,
  constraint agreed_pkey PRIMARY KEY (signature_id, person_id),
  constraint agreed_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint agreed_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.organisation(id),
  constraint agreed_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciling.reconciliation(id),
  constraint agreed_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES reconciling.signature(id)
);
alter table reconciling.agreed enable row level security;
create policy agreed_reach on reconciling.agreed for all to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert on reconciling.agreed to dangvu_program;
comment on table reconciling.agreed is 'The names behind a signed number, never changed.';

create table reconciling.difference (
  id                uuid not null,
  reconciliation_id uuid not null,
  organisation_id   uuid not null,
  place_id          uuid not null,
  statement_id      uuid not null,
  person_id         uuid,
  kind              text not null,
  full_name         text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  ours              jsonb not null default '{}'::jsonb,
  theirs            jsonb not null default '{}'::jsonb,
  note              text,
  owner             text not null,
  due_on            date not null,
  state             text not null default 'open'::text,
  settled_by        jsonb,
  reason            text,
  decided_on        date,
  decided_by        uuid,
  version           integer not null default 1,
  recorded_at       timestamp with time zone not null default platform.moment(),
  constraint difference_pkey PRIMARY KEY (id),
  constraint difference_once UNIQUE (statement_id, kind),
  constraint difference_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint difference_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint difference_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.organisation(id),
  constraint difference_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciling.reconciliation(id),
  constraint difference_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES reconciling.statement(id),
  constraint difference_kind CHECK (kind = ANY (ARRAY['died'::text, 'movedOut'::text, 'surplus'::text, 'absent'::text, 'missing'::text, 'admitted'::text, 'movedIn'::text, 'name'::text, 'particulars'::text, 'otherCell'::text, 'unclear'::text])),
  constraint difference_owner CHECK (owner = ANY (ARRAY['cell'::text, 'grassrootsCommittee'::text, 'decidingOffice'::text])),
  constraint difference_reason CHECK ((state <> ALL (ARRAY['rejected'::text, 'standing'::text])) OR reason IS NOT NULL),
  constraint difference_settled CHECK ((state = 'settled'::text) = (settled_by IS NOT NULL)),
  constraint difference_state CHECK (state = ANY (ARRAY['open'::text, 'settled'::text, 'rejected'::text, 'standing'::text, 'withdrawn'::text]))
);
alter table reconciling.difference enable row level security;
CREATE INDEX difference_of ON reconciling.difference USING btree (reconciliation_id);
CREATE INDEX difference_open ON reconciling.difference USING btree (due_on) WHERE state = 'open'::text;
CREATE TRIGGER difference_keeps_former AFTER UPDATE ON reconciling.difference REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy difference_reach on reconciling.difference for all to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert, update on reconciling.difference to dangvu_program;
comment on table reconciling.difference is 'A difference of the two lists as a small task. settled_by: the act in the register by which both agree (kind, subject, day). withdrawn: their list says so no more. standing: both levels keep to their word.';

create table reconciling.difference_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint difference_former_pkey PRIMARY KEY (ordinal),
  constraint difference_former_id_fkey FOREIGN KEY (id) REFERENCES reconciling.difference(id) ON DELETE CASCADE
);
alter table reconciling.difference_former enable row level security;
CREATE INDEX difference_former_row ON reconciling.difference_former USING btree (id, recorded_until);
create policy difference_former_reach on reconciling.difference_former for all to public
  using ((EXISTS ( SELECT
   FROM reconciling.difference x
  WHERE x.id = difference_former.id)));
grant select on reconciling.difference_former to dangvu_program;
comment on table reconciling.difference_former is 'Former states of reconciling.difference, each with the moment up to which it was what was recorded.';

create table reconciling.entry (
  reconciliation_id uuid not null,
  organisation_id   uuid not null,
  place_id          uuid not null,
  person_id         uuid not null,
  ordinal           integer not null,
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
  constraint entry_pkey PRIMARY KEY (reconciliation_id, person_id),
  constraint entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint entry_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.organisation(id),
  constraint entry_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciling.reconciliation(id)
);
alter table reconciling.entry enable row level security;
CREATE INDEX entry_person ON reconciling.entry USING btree (person_id);
CREATE INDEX entry_place ON reconciling.entry USING btree (place_id, reconciliation_id);
create policy entry_reach on reconciling.entry for all to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert on reconciling.entry to dangvu_program;
comment on table reconciling.entry is 'The frozen list, never changed. place_id: the cell on that day. ordinal: by cell and name, as printed. Identity numbers are not frozen.';

create table reconciling.reconciliation (
  id              uuid not null,
  round_id        uuid not null,
  organisation_id uuid not null,
  organisation    text not null,
  as_of           date not null,
  due_on          date not null,
  opened_on       date not null,
  ours            integer not null,
  known_at        timestamp with time zone not null default platform.moment(),
  version         integer not null default 1,
  recorded_by     uuid,
  constraint reconciliation_pkey PRIMARY KEY (id),
  constraint reconciliation_once UNIQUE (organisation_id, as_of),
  constraint reconciliation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint reconciliation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint reconciliation_round_id_fkey FOREIGN KEY (round_id) REFERENCES reconciling.round(id)
);
alter table reconciling.reconciliation enable row level security;
CREATE INDEX reconciliation_round ON reconciling.reconciliation USING btree (round_id);
CREATE TRIGGER reconciliation_keeps_former AFTER UPDATE ON reconciling.reconciliation REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy reconciliation_change on reconciling.reconciliation for update to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
create policy reconciliation_read on reconciling.reconciliation for select to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (EXISTS ( SELECT
   FROM reconciling.entry e
  WHERE e.reconciliation_id = reconciliation.id AND (e.place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))))));
create policy reconciliation_write on reconciling.reconciliation for insert to public
  with check (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on reconciling.reconciliation to dangvu_program;
comment on table reconciling.reconciliation is 'The reconciliation of one organisation. ours: members on its list of the day as known at known_at; the names behind it are reconciling.entry. organisation: its name on that day.';

create table reconciling.reconciliation_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint reconciliation_former_pkey PRIMARY KEY (ordinal),
  constraint reconciliation_former_id_fkey FOREIGN KEY (id) REFERENCES reconciling.reconciliation(id) ON DELETE CASCADE
);
alter table reconciling.reconciliation_former enable row level security;
CREATE INDEX reconciliation_former_row ON reconciling.reconciliation_former USING btree (id, recorded_until);
create policy reconciliation_former_reach on reconciling.reconciliation_former for all to public
  using ((EXISTS ( SELECT
   FROM reconciling.reconciliation x
  WHERE x.id = reconciliation_former.id)));
grant select on reconciling.reconciliation_former to dangvu_program;
comment on table reconciling.reconciliation_former is 'Former states of reconciling.reconciliation, each with the moment up to which it was what was recorded.';

create table reconciling.return (
  id                uuid not null,
  reconciliation_id uuid not null,
  organisation_id   uuid not null,
  place_id          uuid not null,
  file_name         text not null,
  content_hash      text not null,
  layout            text not null,
  rows              integer not null,
  skipped           jsonb not null default '[]'::jsonb,
  read_on           date not null,
  read_by           uuid,
  taken_on          date,
  taken_by          uuid,
  version           integer not null default 1,
  recorded_at       timestamp with time zone not null default platform.moment(),
  taken_recorded_at timestamp with time zone,
  constraint return_pkey PRIMARY KEY (id),
  constraint return_file_once UNIQUE (reconciliation_id, place_id, content_hash),
  constraint return_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint return_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.organisation(id),
  constraint return_read_by_fkey FOREIGN KEY (read_by) REFERENCES access.account(id),
  constraint return_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciling.reconciliation(id),
  constraint return_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES access.account(id)
);
alter table reconciling.return enable row level security;
create policy return_reach on reconciling.return for all to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert, update on reconciling.return to dangvu_program;
comment on table reconciling.return is 'A marked workbook that came back. place_id: for whom it speaks, the whole organisation or one cell. taken_on null: read and shown only.';
comment on column reconciling.return.taken_recorded_at is 'When the taking was written down; null: not taken, or before this was kept.';

create table reconciling.return_line (
  return_id       uuid not null,
  ordinal         integer not null,
  organisation_id uuid not null,
  place_id        uuid not null,
  sheet           text,
  sheet_row       integer,
  person_id       uuid,
  line_key        text,
  full_name       text not null,
  born_on         text,
  mark            text not null,
  reason          text,
  reason_on       text,
  note            text,
  said            jsonb not null default '{}'::jsonb,
  questions       text[] not null default '{}'::text[],
  constraint return_line_pkey PRIMARY KEY (return_id, ordinal),
  constraint return_line_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint return_line_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.organisation(id),
  constraint return_line_return_id_fkey FOREIGN KEY (return_id) REFERENCES reconciling.return(id),
  constraint return_line_mark CHECK (mark = ANY (ARRAY['right'::text, 'wrong'::text, 'surplus'::text, 'missing'::text, 'absent'::text, 'unclear'::text]))
);
alter table reconciling.return_line enable row level security;
create policy return_line_reach on reconciling.return_line for all to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert on reconciling.return_line to dangvu_program;
comment on table reconciling.return_line is 'One row of the workbook, or (sheet_row null) a row of the list that the workbook no longer has. said: field to what the workbook says otherwise. questions: what could not be read.';

create table reconciling.round (
  id              uuid not null,
  organisation_id uuid not null,
  as_of           date not null,
  due_on          date not null,
  note            text,
  opened_on       date not null,
  opened_by       uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint round_pkey PRIMARY KEY (id),
  constraint round_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES access.account(id),
  constraint round_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint round_due CHECK (due_on >= opened_on AND as_of <= opened_on)
);
alter table reconciling.round enable row level security;
create policy round_read on reconciling.round for select to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (EXISTS ( SELECT
   FROM reconciling.reconciliation r
  WHERE r.round_id = round.id)));
create policy round_write on reconciling.round for insert to public
  with check (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert on reconciling.round to dangvu_program;
comment on table reconciling.round is 'Opened by the organisation above for one, many or all grassroots organisations below it. as_of: of which day the lists are. due_on: last day to settle.';

create table reconciling.signature (
  id                uuid not null,
  reconciliation_id uuid not null,
  side              text not null,
  number            integer not null,
  standing          integer not null,
  signer            text not null,
  signed_by         uuid,
  signed_on         date not null,
  recorded_at       timestamp with time zone not null default platform.moment(),
  withdrawn_on      date,
  withdrawn_reason  text,
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciling.reconciliation(id),
  constraint signature_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES access.account(id),
  constraint signature_side CHECK (side = ANY (ARRAY['grassroots'::text, 'superior'::text])),
  constraint signature_withdrawn CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))
);
alter table reconciling.signature enable row level security;
CREATE UNIQUE INDEX signature_one ON reconciling.signature USING btree (reconciliation_id, side) WHERE withdrawn_on IS NULL;
CREATE TRIGGER signature_keeps_former AFTER UPDATE ON reconciling.signature REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy signature_reach on reconciling.signature for all to public
  using ((EXISTS ( SELECT
   FROM reconciling.reconciliation r
  WHERE r.id = signature.reconciliation_id)));
grant select, insert, update on reconciling.signature to dangvu_program;
comment on table reconciling.signature is 'Who signed the agreed number for which level. The names behind it were frozen with the signature of the grassroots.';

create table reconciling.signature_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint signature_former_pkey PRIMARY KEY (ordinal),
  constraint signature_former_id_fkey FOREIGN KEY (id) REFERENCES reconciling.signature(id) ON DELETE CASCADE
);
alter table reconciling.signature_former enable row level security;
CREATE INDEX signature_former_row ON reconciling.signature_former USING btree (id, recorded_until);
create policy signature_former_reach on reconciling.signature_former for all to public
  using ((EXISTS ( SELECT
   FROM reconciling.signature x
  WHERE x.id = signature_former.id)));
grant select on reconciling.signature_former to dangvu_program;
comment on table reconciling.signature_former is 'Former states of reconciling.signature, each with the moment up to which it was what was recorded.';

create table reconciling.statement (
  id                uuid not null,
  reconciliation_id uuid not null,
  organisation_id   uuid not null,
  place_id          uuid not null,
  person_id         uuid,
  line_key          text,
  full_name         text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  mark              text not null,
  reason            text,
  reason_on         text,
  note              text,
  said              jsonb not null default '{}'::jsonb,
  questions         text[] not null default '{}'::text[],
  source            text not null,
  return_id         uuid,
  sheet_row         integer,
  version           integer not null default 1,
  stated_by         uuid,
  stated_on         date not null,
  recorded_at       timestamp with time zone not null default platform.moment(),
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint statement_place_id_fkey FOREIGN KEY (place_id) REFERENCES organisations.organisation(id),
  constraint statement_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciling.reconciliation(id),
  constraint statement_return_id_fkey FOREIGN KEY (return_id) REFERENCES reconciling.return(id),
  constraint statement_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES access.account(id),
  constraint statement_mark CHECK (mark = ANY (ARRAY['right'::text, 'wrong'::text, 'surplus'::text, 'missing'::text, 'absent'::text, 'unclear'::text])),
  constraint statement_missing CHECK (person_id IS NOT NULL OR (mark = ANY (ARRAY['missing'::text, 'unclear'::text, 'right'::text]))),
  constraint statement_of CHECK ((person_id IS NULL) = (line_key IS NOT NULL)),
  constraint statement_source CHECK (source = ANY (ARRAY['screen'::text, 'workbook'::text]))
);
alter table reconciling.statement enable row level security;
CREATE UNIQUE INDEX statement_of_line ON reconciling.statement USING btree (reconciliation_id, line_key) WHERE person_id IS NULL;
CREATE UNIQUE INDEX statement_of_person ON reconciling.statement USING btree (reconciliation_id, person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER statement_keeps_former AFTER UPDATE ON reconciling.statement REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy statement_reach on reconciling.statement for all to public
  using ((organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))) OR (place_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach)))));
grant select, insert, update on reconciling.statement to dangvu_program;
comment on table reconciling.statement is 'What the other level says of one line. person_id null: somebody whom only their list has. absent: the row was taken out of the workbook. right with a line_key: an added line that was withdrawn.';

create table reconciling.statement_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint statement_former_pkey PRIMARY KEY (ordinal),
  constraint statement_former_id_fkey FOREIGN KEY (id) REFERENCES reconciling.statement(id) ON DELETE CASCADE
);
alter table reconciling.statement_former enable row level security;
CREATE INDEX statement_former_row ON reconciling.statement_former USING btree (id, recorded_until);
create policy statement_former_reach on reconciling.statement_former for all to public
  using ((EXISTS ( SELECT
   FROM reconciling.statement x
  WHERE x.id = statement_former.id)));
grant select on reconciling.statement_former to dangvu_program;
comment on table reconciling.statement_former is 'Former states of reconciling.statement, each with the moment up to which it was what was recorded.';

CREATE OR REPLACE FUNCTION reconciling.acts_since(people uuid[], moment timestamp with time zone, until timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(person_id uuid, kind text, subject_id uuid, recorded_at timestamp with time zone, happened_on date, basis text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reconciling', 'members', 'transfers', 'admission', 'access'
AS $function$
  select distinct on (a.person_id, a.kind) a.person_id, a.kind, a.subject_id, a.recorded_at, a.happened_on, a.basis from (
    select t.person_id, 'transfer', t.id, s.recorded_at, s.occurred_on, t.to_name, null::timestamptz from transfers.transfer t join transfers.step s on s.transfer_id = t.id and s.act in ('accept','confirmOutside','recordRemoval','recordReturn')
      where t.person_id = any (people)
    union all select m.person_id, 'departure', m.person_id, m.recorded_at, m.ended_on, m.end_kind, m.superseded_at from members.membership m where m.person_id = any (people) and m.ended_on is not null
    union all select f.person_id, 'admission', f.id, x.recorded_at, x.occurred_on, null, null from admission.case_file f join admission.act x on x.case_id = f.id where f.person_id = any (people) and f.kind <> 'confirmation' and f.ceremony_on is not null
    union all select p.person_id, 'placement', p.person_id, p.recorded_at, lower(p.valid_during), p.basis, p.superseded_at from members.placement p where p.person_id = any (people)
    union all select x.joined_into, 'joining', x.joined_into, x.withdrawn_at, null, x.full_name, null from members.person x where x.joined_into = any (people)
    union all select x.id, 'joining', x.joined_into, x.withdrawn_at, null, x.full_name, null from members.person x where x.id = any (people) and x.joined_into is not null
    union all select v.person_id, 'correction', v.person_id, v.superseded_at, null, null, null from members.person_version v where v.person_id = any (people)
    union all select s.person_id, 'status', s.person_id, s.recorded_at, lower(s.valid_during), s.basis, s.superseded_at from members.status s where s.person_id = any (people)
    union all select m.person_id, 'membership', m.person_id, m.recorded_at, null, null, m.superseded_at from members.membership m where m.person_id = any (people)
  ) a (person_id, kind, subject_id, recorded_at, happened_on, basis, superseded_at)
  where a.recorded_at >= moment and (until is null or a.recorded_at <= until) and (a.superseded_at is null or a.superseded_at > until)
    and (exists (select from reconciling.entry e where e.person_id = a.person_id and (e.organisation_id = any (array(select access.people_reach())) or e.place_id = any (array(select access.people_reach()))))
      or exists (select from members.person x where x.id = a.person_id and x.keeper_id = any (array(select access.people_reach()))))
  order by a.person_id, a.kind, a.recorded_at desc
$function$;
grant execute on function reconciling.acts_since(uuid[],timestamp with time zone,timestamp with time zone) to dangvu_program;
comment on function reconciling.acts_since(uuid[],timestamp with time zone,timestamp with time zone) is 'What was recorded about people from a moment to another, both inclusive (no second: until now), the latest of each kind.';

CREATE OR REPLACE FUNCTION reconciling.count_known(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reconciling', 'members', 'organisations', 'access'
AS $function$
  select count(*)::int from organisations.closure_known(known_at) c
  join members.membership_as_of(day, known_at) m on m.cell_id = c.descendant_id
  join members.person x on x.id = m.person_id and (x.withdrawn_at is null or x.withdrawn_at > known_at)
  join organisations.version_known(known_at) v on v.organisation_id = m.cell_id and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$function$;
grant execute on function reconciling.count_known(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION reconciling.count_on(organisation uuid, day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reconciling', 'members', 'organisations', 'access'
AS $function$
  select count(*)::int from organisations.closure c
  join members.placement pl on pl.cell_id = c.descendant_id and pl.superseded_at is null and pl.valid_during @> day
  join members.person x on x.id = pl.person_id and x.withdrawn_at is null
  join members.status s on s.person_id = pl.person_id and s.superseded_at is null and s.valid_during @> day
  join organisations.version v on v.organisation_id = pl.cell_id and v.superseded_at is null and v.valid_during @> day
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$function$;
grant execute on function reconciling.count_on(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION reconciling.difference_known(known_at timestamp with time zone)
 RETURNS SETOF reconciling.difference
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from reconciling.difference x where $1 is null
      union all
      select x.* from reconciling.difference x
      where x.recorded_at <= $1 and not exists (select from reconciling.difference_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from reconciling.difference_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::reconciling.difference, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function reconciling.difference_known(timestamp with time zone) to dangvu_program;
comment on function reconciling.difference_known(timestamp with time zone) is 'Rows of reconciling.difference as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION reconciling.reconciliation_known(known_at timestamp with time zone)
 RETURNS SETOF reconciling.reconciliation
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from reconciling.reconciliation x where $1 is null
      union all
      select x.* from reconciling.reconciliation x
      where x.known_at <= $1 and not exists (select from reconciling.reconciliation_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from reconciling.reconciliation_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::reconciling.reconciliation, f.former) r
      where r.known_at <= $1
    $function$;
grant execute on function reconciling.reconciliation_known(timestamp with time zone) to dangvu_program;
comment on function reconciling.reconciliation_known(timestamp with time zone) is 'Rows of reconciling.reconciliation as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION reconciling.register_known(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, cell_id uuid, cell_code text, cell_name text, full_name text, sort_key text, born_on text, sex text, ethnicity text, status text, card_number text, admitted_on text, confirmed_on text, ordinal integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reconciling', 'members', 'organisations', 'access'
AS $function$
  select x.id, r.cell_id, v.code, v.name, k.full_name, k.sort_key, k.born_on, k.sex, k.ethnicity, r.status, m.card_number, m.admitted_on, m.confirmed_on,
    (row_number() over (order by v.code, v.name, k.sort_key collate "C", k.born_on, x.id))::int
  from organisations.closure_known(known_at) c
  join members.membership_as_of(day, known_at) r on r.cell_id = c.descendant_id
  join members.person x on x.id = r.person_id and (x.withdrawn_at is null or x.withdrawn_at > known_at)
  cross join lateral jsonb_populate_record(x, case when x.recorded_at > known_at then members.person_as_known(x.id, known_at) end) k
  join organisations.version_known(known_at) v on v.organisation_id = r.cell_id and v.valid_during @> day
  left join lateral (select * from members.membership m where m.person_id = x.id and m.recorded_at <= known_at and (m.superseded_at is null or m.superseded_at > known_at) order by m.ordinal desc limit 1) m on true
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$function$;
grant execute on function reconciling.register_known(uuid,date,timestamp with time zone) to dangvu_program;
comment on function reconciling.register_known(uuid,date,timestamp with time zone) is 'The register''s list of an organisation and a day as known at a moment, inclusive: the names behind reconciling.count_known.';

CREATE OR REPLACE FUNCTION reconciling.register_on(organisation uuid, day date)
 RETURNS TABLE(person_id uuid, cell_id uuid, cell_code text, cell_name text, full_name text, sort_key text, born_on text, sex text, ethnicity text, status text, card_number text, admitted_on text, confirmed_on text, ordinal integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reconciling', 'members', 'organisations', 'access'
AS $function$
  select x.id, pl.cell_id, v.code, v.name, x.full_name, x.sort_key, x.born_on, x.sex, x.ethnicity, s.status, m.card_number, m.admitted_on, m.confirmed_on,
    (row_number() over (order by v.code, v.name, x.sort_key collate "C", x.born_on, x.id))::int
  from organisations.closure c
  join members.placement pl on pl.cell_id = c.descendant_id and pl.superseded_at is null and pl.valid_during @> day
  join members.person x on x.id = pl.person_id and x.withdrawn_at is null
  join members.status s on s.person_id = x.id and s.superseded_at is null and s.valid_during @> day
  join organisations.version v on v.organisation_id = pl.cell_id and v.superseded_at is null and v.valid_during @> day
  left join lateral (select * from members.membership m where m.person_id = x.id and m.superseded_at is null order by m.ordinal desc limit 1) m on true
  where c.ancestor_id = organisation and c.valid_during @> day and organisation = any (array(select access.people_reach()))
$function$;
grant execute on function reconciling.register_on(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION reconciling.signature_known(known_at timestamp with time zone)
 RETURNS SETOF reconciling.signature
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from reconciling.signature x where $1 is null
      union all
      select x.* from reconciling.signature x
      where x.recorded_at <= $1 and not exists (select from reconciling.signature_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from reconciling.signature_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::reconciling.signature, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function reconciling.signature_known(timestamp with time zone) to dangvu_program;
comment on function reconciling.signature_known(timestamp with time zone) is 'Rows of reconciling.signature as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION reconciling.statement_known(known_at timestamp with time zone)
 RETURNS SETOF reconciling.statement
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from reconciling.statement x where $1 is null
      union all
      select x.* from reconciling.statement x
      where x.recorded_at <= $1 and not exists (select from reconciling.statement_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from reconciling.statement_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::reconciling.statement, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function reconciling.statement_known(timestamp with time zone) to dangvu_program;
comment on function reconciling.statement_known(timestamp with time zone) is 'Rows of reconciling.statement as recorded by a moment, inclusive (null: now).';

create schema reminders;

create table reminders.assignment (
  id                 uuid not null,
  kind               text not null,
  subject_id         uuid not null,
  subject_type       text not null,
  person_id          uuid,
  person_name        text,
  organisation_id    uuid not null,
  next_act           text not null,
  next_act_words     text not null,
  due_on             date not null,
  to_account_id      uuid,
  to_role            text,
  to_organisation_id uuid,
  wanted_on          date not null,
  note               text,
  assigned_on        date not null,
  assigned_by        uuid,
  recorded_at        timestamp with time zone not null default platform.moment(),
  version            integer not null default 1,
  outcome            text,
  answered_on        date,
  answered_by        uuid,
  answer             text,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES access.account(id),
  constraint assignment_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES access.account(id),
  constraint assignment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint assignment_to_account_id_fkey FOREIGN KEY (to_account_id) REFERENCES access.account(id),
  constraint assignment_to_organisation_id_fkey FOREIGN KEY (to_organisation_id) REFERENCES organisations.organisation(id),
  constraint assignment_answered CHECK ((outcome IS NULL) = (answered_on IS NULL) AND (outcome IS NULL) = (answer IS NULL)),
  constraint assignment_outcome CHECK (outcome = ANY (ARRAY['done'::text, 'givenBack'::text, 'withdrawn'::text])),
  constraint assignment_to CHECK ((to_account_id IS NULL) = (to_role IS NOT NULL) AND (to_role IS NULL) = (to_organisation_id IS NULL))
);
alter table reminders.assignment enable row level security;
CREATE INDEX assignment_open ON reminders.assignment USING btree (wanted_on) WHERE outcome IS NULL;
CREATE INDEX assignment_organisation ON reminders.assignment USING btree (organisation_id);
CREATE INDEX assignment_subject ON reminders.assignment USING btree (subject_id, kind, assigned_on);
create policy assignment_change on reminders.assignment for update to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
create policy assignment_read on reminders.assignment for select to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
create policy assignment_write on reminders.assignment for insert to public
  with check ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on reminders.assignment to dangvu_program;
grant update (answer) on reminders.assignment to dangvu_program;
grant update (answered_by) on reminders.assignment to dangvu_program;
grant update (answered_on) on reminders.assignment to dangvu_program;
grant update (outcome) on reminders.assignment to dangvu_program;
grant update (version) on reminders.assignment to dangvu_program;
comment on table reminders.assignment is 'A due thing given to a user, or to whoever holds a role at an organisation, to be done by a day. kind and subject_id name the thing as in reminder; person_name and next_act_words are what was said then. Answered once: done, given back, or withdrawn by who gave it.';

create table reminders.reminder (
  id              uuid not null,
  kind            text not null,
  subject_id      uuid not null,
  subject_type    text not null,
  person_id       uuid,
  person_name     text,
  organisation_id uuid not null,
  next_act        text not null,
  next_act_words  text not null,
  due_on          date not null,
  way             text not null,
  reminded_on     date not null,
  reminded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint reminder_pkey PRIMARY KEY (id),
  constraint reminder_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint reminder_reminded_by_fkey FOREIGN KEY (reminded_by) REFERENCES access.account(id),
  constraint reminder_way CHECK (way = ANY (ARRAY['sent'::text, 'printed'::text]))
);
alter table reminders.reminder enable row level security;
CREATE INDEX reminder_day ON reminders.reminder USING btree (reminded_on);
CREATE INDEX reminder_organisation ON reminders.reminder USING btree (organisation_id);
CREATE INDEX reminder_subject ON reminders.reminder USING btree (subject_id, kind, reminded_on);
create policy reminder_read on reminders.reminder for select to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
create policy reminder_write on reminders.reminder for insert to public
  with check (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert on reminders.reminder to dangvu_program;
comment on table reminders.reminder is 'That somebody was reminded on a day of a next act. kind and subject_id name the thing that is due, as the rooms'' deadlines name it; person_name and next_act_words are what the reminder said.';

create schema reorganisation;

create table reorganisation.carried (
  plan_id    uuid not null,
  kind       text not null,
  subject_id uuid not null,
  person_id  uuid not null,
  from_id    uuid not null,
  to_id      uuid not null,
  constraint carried_pkey PRIMARY KEY (plan_id, kind, subject_id),
  constraint carried_from_id_fkey FOREIGN KEY (from_id) REFERENCES organisations.organisation(id),
  constraint carried_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint carried_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES reorganisation.plan(id),
  constraint carried_to_id_fkey FOREIGN KEY (to_id) REFERENCES organisations.organisation(id) DEFERRABLE INITIALLY DEFERRED,
  constraint carried_kind CHECK (kind = ANY (ARRAY['member'::text, 'person'::text, 'caseFile'::text, 'prospect'::text, 'dossier'::text]))
);
alter table reorganisation.carried enable row level security;
CREATE INDEX carried_person ON reorganisation.carried USING btree (person_id);
create policy carried_reach on reorganisation.carried for all to public
  using ((from_id IN ( SELECT access.people_reach() AS people_reach)) OR (to_id IN ( SELECT access.people_reach() AS people_reach)));
grant select on reorganisation.carried to dangvu_program;
comment on table reorganisation.carried is 'Members, people followed, open files and dossiers that went from one organisation to another by an act: the lists of the handover minutes.';

create table reorganisation.outcome (
  plan_id         uuid not null,
  organisation_id uuid not null,
  fate            text not null,
  ordinal         integer not null,
  before          jsonb,
  after           jsonb,
  constraint outcome_pkey PRIMARY KEY (plan_id, organisation_id),
  constraint outcome_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint outcome_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES reorganisation.plan(id),
  constraint outcome_fate CHECK (fate = ANY (ARRAY['founded'::text, 'changed'::text, 'ended'::text, 'kept'::text]))
);
alter table reorganisation.outcome enable row level security;
CREATE INDEX outcome_organisation ON reorganisation.outcome USING btree (organisation_id);
create policy outcome_reach on reorganisation.outcome for all to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select on reorganisation.outcome to dangvu_program;
comment on table reorganisation.outcome is 'What an act in force made of each organisation it concerns: name, kind, parent and numbers before and after, as they were on its day.';

create table reorganisation.plan (
  id              uuid not null,
  organisation_id uuid not null,
  title           text not null,
  effective_on    date,
  state           text not null default 'draft'::text,
  decision_number text,
  decided_on      date,
  issued_by       text,
  counters_id     uuid,
  act_id          uuid,
  in_force_at     timestamp with time zone,
  undone_at       timestamp with time zone,
  undone_reason   text,
  version         integer not null default 1,
  prepared_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_act_id_fkey FOREIGN KEY (act_id) REFERENCES organisations.act(id),
  constraint plan_counters_id_fkey FOREIGN KEY (counters_id) REFERENCES reorganisation.plan(id),
  constraint plan_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint plan_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES access.account(id),
  constraint plan_decided CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR num_nonnulls(effective_on, decision_number, decided_on, issued_by) = 4),
  constraint plan_in_force CHECK ((state = ANY (ARRAY['inForce'::text, 'undone'::text])) = (in_force_at IS NOT NULL) AND (state = 'undone'::text) = (undone_at IS NOT NULL)),
  constraint plan_state CHECK (state = ANY (ARRAY['draft'::text, 'decided'::text, 'inForce'::text, 'undone'::text, 'withdrawn'::text]))
);
alter table reorganisation.plan enable row level security;
CREATE INDEX plan_act ON reorganisation.plan USING btree (act_id);
CREATE INDEX plan_organisation ON reorganisation.plan USING btree (organisation_id);
CREATE TRIGGER plan_keeps_former AFTER UPDATE ON reorganisation.plan REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy plan_change on reorganisation.plan for update to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
create policy plan_read on reorganisation.plan for select to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)) OR (state = ANY (ARRAY['inForce'::text, 'undone'::text])) AND reorganisation.concerns_part(id));
create policy plan_write on reorganisation.plan for insert to public
  with check ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert, update on reorganisation.plan to dangvu_program;
comment on table reorganisation.plan is 'A reorganisation from its first draft to its end. organisation_id: the committee above all that is concerned. effective_on: first day of the new order. counters_id: the earlier act that this one countermands.';

create table reorganisation.plan_content (
  plan_id     uuid not null,
  version     integer not null,
  content     jsonb not null,
  saved_by    uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint plan_content_pkey PRIMARY KEY (plan_id, version),
  constraint plan_content_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES reorganisation.plan(id),
  constraint plan_content_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES access.account(id)
);
alter table reorganisation.plan_content enable row level security;
create policy plan_content_reach on reorganisation.plan_content for all to public
  using ((EXISTS ( SELECT
   FROM reorganisation.plan p
  WHERE p.id = plan_content.plan_id AND (p.organisation_id IN ( SELECT access.people_reach() AS people_reach)))));
grant select, insert on reorganisation.plan_content to dangvu_program;
comment on table reorganisation.plan_content is 'What a plan says, one row for each time it was saved; the last is the plan. Seen where the plan is made, not below.';

create table reorganisation.plan_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint plan_former_pkey PRIMARY KEY (ordinal),
  constraint plan_former_id_fkey FOREIGN KEY (id) REFERENCES reorganisation.plan(id) ON DELETE CASCADE
);
alter table reorganisation.plan_former enable row level security;
CREATE INDEX plan_former_row ON reorganisation.plan_former USING btree (id, recorded_until);
create policy plan_former_reach on reorganisation.plan_former for all to public
  using ((EXISTS ( SELECT
   FROM reorganisation.plan x
  WHERE x.id = plan_former.id)));
grant select on reorganisation.plan_former to dangvu_program;
comment on table reorganisation.plan_former is 'Former states of reorganisation.plan, each with the moment up to which it was what was recorded.';

CREATE OR REPLACE FUNCTION reorganisation.built_on(which uuid)
 RETURNS TABLE(table_name text, row_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reorganisation', 'platform', 'public'
AS $function$
#variable_conflict use_column
declare
  the_act uuid;
  founded uuid[];
  r record;
begin
  select p.act_id into the_act from reorganisation.plan p
    where p.id = which and p.state = 'inForce' and p.organisation_id in (select access.people_reach());
  if the_act is null then return; end if;
  return query select d.table_name, d.row_id from platform.disturbed(the_act) d;
  founded := array(select o.organisation_id from reorganisation.outcome o where o.plan_id = which and o.fate = 'founded');
  for r in
    select c.conrelid as table_oid, c.conrelid::regclass as from_table, n.nspname || '.' || t.relname as called, a.attname as col from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and c.confrelid = 'organisations.organisation'::regclass and n.nspname <> 'reorganisation'
      and c.conrelid not in ('organisations.closure'::regclass, 'organisations.afterlife'::regclass)
      and exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and i.atttypid = 'uuid'::regtype)
  loop
    return query execute format(
      'select %1$L::text, x.id from %3$s x where x.%2$I = any ($1) and to_jsonb(x) ->> ''superseded_at'' is null
        and x.id not in (select unnest(t.written || t.changed) from platform.trace t where t.source_id = $2 and t.table_name::regclass::oid = $3)', r.called, r.col, r.from_table) using founded, the_act, r.table_oid;
  end loop;
end $function$;
grant execute on function reorganisation.built_on(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION reorganisation.concerns_part(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from reorganisation.outcome o where o.plan_id = which and o.organisation_id in (select access.people_reach()))
$function$;
grant execute on function reorganisation.concerns_part(uuid) to dangvu_program;

CREATE OR REPLACE FUNCTION reorganisation.plan_known(known_at timestamp with time zone)
 RETURNS SETOF reorganisation.plan
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from reorganisation.plan x where $1 is null
      union all
      select x.* from reorganisation.plan x
      where x.recorded_at <= $1 and not exists (select from reorganisation.plan_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from reorganisation.plan_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::reorganisation.plan, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function reorganisation.plan_known(timestamp with time zone) to dangvu_program;
comment on function reorganisation.plan_known(timestamp with time zone) is 'Rows of reorganisation.plan as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION reorganisation.put_in_force(which uuid, act uuid, said jsonb, outcomes jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reorganisation', 'platform', 'public'
 SET work_mem TO '64MB'
AS $function$
declare
  p reorganisation.plan;
  on_day date;
  paper text;
  gone uuid[] := array(select id from jsonb_to_recordset(said -> 'ends') r (id uuid, "successorId" uuid) where "successorId" is not null);
  successors uuid[] := array(select "successorId" from jsonb_to_recordset(said -> 'ends') r (id uuid, "successorId" uuid) where "successorId" is not null);
  people uuid[];
  from_cells uuid[];
  to_cells uuid[];
  keepers uuid[];
  papers uuid[];
  papers_to uuid[];
begin
  select * into p from reorganisation.plan where id = which for update;
  if p.state <> 'decided' then raise exception 'A plan that is % cannot take effect', p.state; end if;
  if exists (
    (select id from jsonb_to_recordset(said -> 'changes') r (id uuid) union select unnest(gone) union select p.organisation_id
      union select "cellId" from jsonb_to_recordset(said -> 'rules') r ("cellId" uuid) union select "toId" from jsonb_to_recordset(said -> 'rules') r ("toId" uuid) where "toId" is not null)
    except select access.people_reach() except select id from jsonb_to_recordset(said -> 'founds') r (id uuid)) then
    raise exception 'An organisation of the plan lies outside the reach of the actor' using errcode = 'insufficient_privilege';
  end if;
  on_day := p.effective_on;
  paper := p.decision_number || ', ' || to_char(p.decided_on, 'DD/MM/YYYY');
  insert into organisations.act (id, kind, decision_number, decided_on, issued_by, effective_on, note)
    values (act, said ->> 'kind', p.decision_number, p.decided_on, p.issued_by, on_day, p.title);

  -- Who goes where is asked before the tree changes: afterwards the part of who acts may be another.
  insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id)
    select which, case when a.is_member then 'member' else 'person' end, a.person_id, a.person_id, a.cell_id, a.to_cell_id
    from members.assigned(said -> 'rules', said -> 'listed', on_day) a where a.to_cell_id is not null and a.to_cell_id <> a.cell_id;
  select array_agg(person_id), array_agg(from_id), array_agg(to_id) into people, from_cells, to_cells from reorganisation.carried where plan_id = which;
  people := coalesce(people, '{}'); from_cells := coalesce(from_cells, '{}'); to_cells := coalesce(to_cells, '{}');
  insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id)
    select which, 'caseFile', c.id, c.person_id, w.cell_id, w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    join admission.case_file c on c.person_id = w.person_id and c.cell_id = w.cell_id and c.closed_on is null
    union all
    select which, 'prospect', c.id, c.person_id, w.cell_id, w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    join sources_and_targets.prospect c on c.person_id = w.person_id and c.cell_id = w.cell_id and c.closed_on is null;
  keepers := gone || array(select l.parent_id from jsonb_to_recordset(said -> 'changes') r (id uuid, moves boolean)
    join organisations.placement l on l.organisation_id = r.id and l.superseded_at is null and l.valid_during @> (on_day - 1) and l.parent_id is not null where r.moves);

  perform organisations.reorganise(act, on_day, said -> 'founds', said -> 'changes', said -> 'ends', array(select x::uuid from jsonb_array_elements_text(said -> 'terms') x), said -> 'committees');
  perform access.reorganise(act, on_day, gone, said -> 'holdings', paper);
  perform members.reorganise(act, on_day, people, from_cells, to_cells, gone, successors, said -> 'posts', paper);
  perform sources_and_targets.reorganise(act, on_day, people, from_cells, to_cells, gone, successors, said -> 'targets', paper);
  perform admission.reorganise(act, people, from_cells, to_cells);
  perform transfers.reorganise(act, on_day, people, from_cells, to_cells, gone, successors);
  insert into reorganisation.carried (plan_id, kind, subject_id, person_id, from_id, to_id)
    select which, 'dossier', k.dossier_id, k.person_id, k.from_id, k.to_id from dossiers.keepers_after(keepers, on_day) k;
  select array_agg(subject_id), array_agg(to_id) into papers, papers_to from reorganisation.carried where plan_id = which and kind = 'dossier';
  if papers is not null then perform dossiers.reorganise(act, papers, papers_to); end if;

  insert into reorganisation.outcome (plan_id, organisation_id, fate, ordinal, before, after)
    select which, r."organisationId", r.fate, row_number() over (), r.before, r.after from jsonb_to_recordset(outcomes) r ("organisationId" uuid, fate text, before jsonb, after jsonb);
  update reorganisation.plan set state = 'inForce', act_id = act, in_force_at = platform.moment(), version = version + 1 where id = which;
  insert into reorganisation.plan_content (plan_id, version, content, saved_by)
    select which, p.version + 1, c.content, access.account_id() from reorganisation.plan_content c where c.plan_id = which and c.version = p.version;
  return cardinality(people);
end $function$;
grant execute on function reorganisation.put_in_force(uuid,uuid,jsonb,jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION reorganisation.undo(which uuid, reason text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'reorganisation', 'platform', 'public'
AS $function$
declare
  p reorganisation.plan;
begin
  select * into p from reorganisation.plan where id = which and organisation_id in (select access.people_reach()) for update;
  if p.state <> 'inForce' or (p.in_force_at at time zone 'Asia/Ho_Chi_Minh')::date <> access.today() then raise exception 'The act cannot be taken back any more'; end if;
  if exists (select from reorganisation.built_on(which)) then raise exception 'Something was built on the act'; end if;
  perform platform.take_back(p.act_id);
  perform access.take_sessions_back(p.act_id);
  perform organisations.rebuild_closure();
  perform members.restand(array(select person_id from reorganisation.carried where plan_id = which and kind = 'member'));
  update reorganisation.plan set state = 'undone', undone_at = platform.moment(), undone_reason = reason, version = version + 1 where id = which;
  insert into reorganisation.plan_content (plan_id, version, content, saved_by)
    select which, p.version + 1, c.content, access.account_id() from reorganisation.plan_content c where c.plan_id = which and c.version = p.version;
end $function$;
grant execute on function reorganisation.undo(uuid,text) to dangvu_program;

create schema reports;

create table reports.basis (
  submission_id uuid not null,
  subject_id    uuid not null,
  facts         text[] not null,
  constraint basis_pkey PRIMARY KEY (submission_id, subject_id),
  constraint basis_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES reports.submission(id)
);
alter table reports.basis enable row level security;
comment on table reports.basis is 'The facts that put a person or an organisation into a frozen report; of a report made of others only of what it counted itself. Read through functions only.';

create table reports.correction_request (
  id            uuid not null,
  submission_id uuid not null,
  reason        text not null,
  asked_by      uuid,
  asked_at      timestamp with time zone not null default platform.moment(),
  constraint correction_request_pkey PRIMARY KEY (id),
  constraint correction_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.account(id),
  constraint correction_request_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES reports.submission(id)
);
alter table reports.correction_request enable row level security;
CREATE INDEX correction_request_of ON reports.correction_request USING btree (submission_id);
create policy correction_request_reach on reports.correction_request for all to public
  using ((submission_id IN ( SELECT s.id
   FROM reports.submission s)));
grant select, insert on reports.correction_request to dangvu_program;
comment on table reports.correction_request is 'That the level above wants an approved submission corrected, and why. The submission stands until another one is approved in its place.';

create table reports.figure (
  submission_id uuid not null,
  base          text not null,
  trait         text not null,
  value         text,
  mark          text not null,
  people        integer not null,
  constraint figure_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES reports.submission(id)
);
alter table reports.figure enable row level security;
CREATE INDEX figure_submission ON reports.figure USING btree (submission_id);
create policy figure_reach on reports.figure for select to public
  using ((submission_id IN ( SELECT s.id
   FROM reports.submission s)));
grant select on reports.figure to dangvu_program;
comment on table reports.figure is 'Every number of a frozen report: by what it is sorted, which value of it (null: nothing is known), in which column.';

create table reports.line (
  submission_id uuid not null,
  base          text not null,
  subject_id    uuid not null,
  traits        jsonb not null,
  marks         text[] not null,
  on_day        date not null,
  constraint line_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES reports.submission(id)
);
alter table reports.line enable row level security;
CREATE INDEX line_submission ON reports.line USING btree (submission_id);
comment on table reports.line is 'What every number of a frozen report counts: one row for each person or organisation in each table; of a report made of others only what it counted itself. Read through functions only.';

create table reports.part (
  submission_id uuid not null,
  part_id       uuid not null,
  constraint part_once PRIMARY KEY (submission_id, part_id),
  constraint part_part_id_fkey FOREIGN KEY (part_id) REFERENCES reports.submission(id),
  constraint part_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES reports.submission(id),
  constraint part_of_another CHECK (submission_id <> part_id)
);
alter table reports.part enable row level security;
CREATE INDEX part_back ON reports.part USING btree (part_id);
create policy part_reach on reports.part for select to public
  using ((submission_id IN ( SELECT s.id
   FROM reports.submission s)));
grant select on reports.part to dangvu_program;
comment on table reports.part is 'The approved submissions of the level below of which a submission is made. A part that is replaced later stays a part of what was made of it.';

create table reports.period (
  id              uuid not null,
  organisation_id uuid not null,
  from_day        date not null,
  until_day       date not null,
  due_on          date not null,
  version         integer not null default 1,
  opened_by       uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint period_pkey PRIMARY KEY (id),
  constraint period_once UNIQUE (organisation_id, from_day, until_day),
  constraint period_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES access.account(id),
  constraint period_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint period_days CHECK (until_day >= from_day AND due_on > until_day)
);
alter table reports.period enable row level security;
create policy period_change on reports.period for update to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
create policy period_read on reports.period for select to public
  using ((organisation_id IN ( SELECT access.names_reach() AS names_reach)) AND (EXISTS ( SELECT
   FROM access.people_reach() people_reach(people_reach))));
create policy period_write on reports.period for insert to public
  with check ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on reports.period to dangvu_program;
grant update (due_on) on reports.period to dangvu_program;
grant update (version) on reports.period to dangvu_program;
comment on table reports.period is 'A period, both days inclusive, for which the organisations right below report to this organisation. due_on: last day on which a report is in time.';

create table reports.report (
  id              uuid not null,
  period_id       uuid not null,
  organisation_id uuid not null,
  state           text not null,
  version         integer not null default 1,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_once UNIQUE (period_id, organisation_id),
  constraint report_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint report_period_id_fkey FOREIGN KEY (period_id) REFERENCES reports.period(id),
  constraint report_state CHECK (state = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text]))
);
alter table reports.report enable row level security;
create policy report_reach on reports.report for all to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on reports.report to dangvu_program;
grant update (state) on reports.report to dangvu_program;
grant update (version) on reports.report to dangvu_program;
comment on table reports.report is 'The report of an organisation for a period. state: of its last submission; returned as well while an approved one is wanted corrected.';

create table reports.submission (
  id           uuid not null,
  report_id    uuid not null,
  ordinal      integer not null,
  reason       text,
  submitted_by uuid,
  submitted_at timestamp with time zone not null default platform.moment(),
  known_at     timestamp with time zone,
  outcome      text not null default 'waiting'::text,
  decided_by   uuid,
  decided_at   timestamp with time zone,
  decision     text,
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_order UNIQUE (report_id, ordinal),
  constraint submission_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint submission_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports.report(id),
  constraint submission_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES access.account(id),
  constraint submission_corrects CHECK (ordinal = 1 OR reason IS NOT NULL),
  constraint submission_decided CHECK ((outcome = 'waiting'::text) = (decided_at IS NULL)),
  constraint submission_outcome CHECK (outcome = ANY (ARRAY['waiting'::text, 'returned'::text, 'approved'::text, 'replaced'::text])),
  constraint submission_returned CHECK (outcome <> 'returned'::text OR decision IS NOT NULL)
);
alter table reports.submission enable row level security;
create policy submission_reach on reports.submission for all to public
  using ((report_id IN ( SELECT r.id
   FROM reports.report r)));
grant select, insert on reports.submission to dangvu_program;
grant update (decided_at) on reports.submission to dangvu_program;
grant update (decided_by) on reports.submission to dangvu_program;
grant update (decision) on reports.submission to dangvu_program;
grant update (outcome) on reports.submission to dangvu_program;
comment on table reports.submission is 'A version of a report, frozen when it is submitted. An approved one that a later approved one replaces stays. known_at: counted as known at that moment; null: at its submission.';

CREATE OR REPLACE FUNCTION reports.behind(side jsonb, sorting jsonb, of_base text, of_trait text, of_values text[], of_mark text)
 RETURNS TABLE(subject_id uuid, value text, on_day date, keeper_id uuid, sort_key text, total integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if not reports.in_part(side) then return; end if;
  return query
    with behind as materialized (
      select l.subject_id, l.base, l.traits ->> of_trait as value, l.on_day from reports.side(side, sorting) l
      where l.base = of_base and (of_trait = 'all' or coalesce(l.traits ->> of_trait, '') = any (of_values)) and (of_mark = 'total' or of_mark = any (l.marks)))
    select l.subject_id, l.value, l.on_day, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, ''), (select count(*)::int from behind)
    from behind l
    left join members.person x on x.id = l.subject_id and l.base <> 'organisations'
    left join organisations.organisation o on o.id = l.subject_id and l.base = 'organisations'
    where o.id is not null or x.keeper_id = any (reach);
end $function$;
grant execute on function reports.behind(jsonb,jsonb,text,text,text[],text) to dangvu_program;

CREATE OR REPLACE FUNCTION reports.differences(a jsonb, b jsonb, sorting jsonb)
 RETURNS TABLE(base text, trait text, value text, mark text, only_a integer, only_b integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if not reports.in_part(a) or not reports.in_part(b) then return; end if;
  return query
    select d.base, d.trait, d.value, d.mark, coalesce(sum(d.in_a - d.in_b) filter (where d.in_a > d.in_b), 0)::int, coalesce(sum(d.in_b - d.in_a) filter (where d.in_b > d.in_a), 0)::int
    from reports.differing(a, b, sorting) d group by 1, 2, 3, 4;
end $function$;
grant execute on function reports.differences(jsonb,jsonb,jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION reports.differing(a jsonb, b jsonb, sorting jsonb)
 RETURNS TABLE(base text, trait text, value text, mark text, subject_id uuid, in_a integer, in_b integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
begin
  return query
  with side_a as materialized (select l.base, l.subject_id, l.traits, l.marks from reports.side(a, sorting) l),
  side_b as materialized (select l.base, l.subject_id, l.traits, l.marks from reports.side(b, sorting) l),
  only_a as (select * from side_a except all select * from side_b), only_b as (select * from side_b except all select * from side_a),
  numbers as (
    select l.base, t.key, t.value, m.mark, l.subject_id, l.n_a, l.n_b
    from (select *, 1 as n_a, 0 as n_b from only_a union all select *, 0, 1 from only_b) l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark)
  )
  select n.base, n.key, n.value, n.mark, n.subject_id, sum(n.n_a)::int, sum(n.n_b)::int from numbers n group by 1, 2, 3, 4, 5 having sum(n.n_a) <> sum(n.n_b);
end $function$;

CREATE OR REPLACE FUNCTION reports.differing_names(a jsonb, b jsonb, sorting jsonb, of_base text, of_trait text, of_value text, of_mark text)
 RETURNS TABLE(subject_id uuid, base text, in_a integer, in_b integer, keeper_id uuid, sort_key text, gone text[], come text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  sorted constant jsonb := jsonb_build_object('sorting', sorting);
begin
  if not reports.in_part(a) or not reports.in_part(b) then return; end if;
  return query
  with who as materialized (
    select min(d.base) as base, d.subject_id, max(d.in_a) as in_a, max(d.in_b) as in_b from reports.differing(a, b, sorting) d
    where of_base is null or d.base = of_base and d.trait = of_trait and d.value is not distinct from of_value and d.mark = of_mark group by 2
  ), subjects as materialized (select coalesce(array_agg(distinct w.subject_id), '{}') as ids from who w),
  facts_a as materialized (select f.* from subjects s, reports.facts_of(a || sorted, s.ids) f),
  facts_b as materialized (select f.* from subjects s, reports.facts_of(b || sorted, s.ids) f)
  select w.subject_id, w.base, w.in_a, w.in_b, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, ''),
    array(select unnest(coalesce(fa.facts, '{}')) except select unnest(coalesce(fb.facts, '{}'))), array(select unnest(coalesce(fb.facts, '{}')) except select unnest(coalesce(fa.facts, '{}')))
  from who w
  left join members.person x on x.id = w.subject_id and w.base <> 'organisations'
  left join organisations.organisation o on o.id = w.subject_id and w.base = 'organisations'
  left join facts_a fa on fa.subject_id = w.subject_id left join facts_b fb on fb.subject_id = w.subject_id
  where o.id is not null or x.keeper_id = any (reach);
end $function$;
grant execute on function reports.differing_names(jsonb,jsonb,jsonb,text,text,text,text) to dangvu_program;

CREATE OR REPLACE FUNCTION reports.facts_of(side jsonb, subjects uuid[])
 RETURNS TABLE(subject_id uuid, facts text[])
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  counted constant boolean := side ->> 'organisation' is not null;
begin
  return query
  select x.subject_id, array_agg(distinct x.fact) from (
    select b.subject_id, f as fact from reports.basis b, unnest(b.facts) f where not counted and b.submission_id = any (reports.with_parts(reports.submissions_of(side))) and b.subject_id = any (subjects)
    union all
    select f.subject_id, f.fact from statistics.facts_behind(
      case when counted then subjects else array(select distinct o.subject_id from reports.own_lines((side ->> 'own')::uuid, (side ->> 'from')::date, (side ->> 'until')::date, (side ->> 'knownAt')::timestamptz, side -> 'sorting') o
        where side ->> 'own' is not null and o.subject_id = any (subjects)) end,
      (side ->> 'from')::date, (side ->> 'until')::date, (side ->> 'knownAt')::timestamptz) f
  ) x group by x.subject_id;
end $function$;

CREATE OR REPLACE FUNCTION reports.figures_of(side jsonb, sorting jsonb)
 RETURNS TABLE(base text, trait text, value text, mark text, people integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if not reports.in_part(side) then return; end if;
  return query select f.* from reports.joined_figures(reports.submissions_of(side), (side ->> 'own')::uuid, (side ->> 'from')::date, (side ->> 'until')::date, (side ->> 'knownAt')::timestamptz, sorting) f;
end $function$;
grant execute on function reports.figures_of(jsonb,jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION reports.freeze_lines(which uuid, sorting jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  s reports.submission;
  r record;
  parts uuid[] := '{}';
begin
  select * into s from reports.submission where id = which;
  select t.organisation_id, p.from_day, p.until_day,
    coalesce((select v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') from organisations.version v where v.organisation_id = t.organisation_id and v.superseded_at is null and v.valid_during @> p.until_day), true) as is_grassroots
    into r from reports.report t join reports.period p on p.id = t.period_id where t.id = s.report_id;
  if r.is_grassroots then
    insert into reports.line (submission_id, base, subject_id, traits, marks, on_day)
      select which, l.base, l.subject_id, l.traits, l.marks, l.on_day from statistics.lines(r.organisation_id, r.from_day, r.until_day, s.known_at, sorting, null) l;
    insert into reports.figure (submission_id, base, trait, value, mark, people)
      select which, l.base, t.key, t.value, m.mark, count(*)
      from reports.line l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark) where l.submission_id = which group by l.base, t.key, t.value, m.mark;
  else
    insert into reports.part (submission_id, part_id)
      select which, a.id from reports.period p join reports.report t on t.period_id = p.id join reports.submission a on a.report_id = t.id and a.outcome = 'approved'
      where p.organisation_id = r.organisation_id and p.from_day = r.from_day and p.until_day = r.until_day and t.organisation_id in (select reports.right_below(r.organisation_id, r.from_day, r.until_day));
    parts := array(select p.part_id from reports.part p where p.submission_id = which);
    insert into reports.line (submission_id, base, subject_id, traits, marks, on_day)
      select which, l.base, l.subject_id, l.traits, l.marks, l.on_day
      from (select reports.right_below(r.organisation_id, r.from_day, r.until_day) except select t.organisation_id from reports.submission a join reports.report t on t.id = a.report_id where a.id = any (parts)) b (id),
        statistics.lines(b.id, r.from_day, r.until_day, s.known_at, sorting, null) l
      union all select which, o.base, o.subject_id, o.traits, o.marks, o.on_day from reports.own_lines(r.organisation_id, r.from_day, r.until_day, s.known_at, sorting) o;
    insert into reports.figure (submission_id, base, trait, value, mark, people)
      with counted as (
        select l.base, l.traits, l.marks from reports.line l where l.submission_id = which and l.base <> 'changes'
        union all select l.base, l.traits, l.marks from reports.joined_lines(array[which], null, r.from_day, r.until_day, s.known_at, sorting) l where l.base = 'changes'
      ), number as (
        select f.base, f.trait, f.value, f.mark, f.people from reports.figure f where f.submission_id = any (parts) and f.base <> 'changes'
        union all
        select c.base, t.key, t.value, m.mark, count(*)::int from counted c, jsonb_each_text(c.traits || '{"all": "all"}') t, unnest(c.marks || 'total'::text) m (mark) group by 1, 2, 3, 4
      )
      select which, n.base, n.trait, n.value, n.mark, sum(n.people) from number n group by n.base, n.trait, n.value, n.mark;
  end if;
  insert into reports.basis (submission_id, subject_id, facts)
    select which, f.subject_id, array_agg(distinct f.fact)
    from statistics.facts_behind(array(select distinct l.subject_id from reports.line l where l.submission_id = which), r.from_day, r.until_day, s.known_at) f group by f.subject_id;
  return (select count(*)::int from reports.line l where l.submission_id = any (reports.with_parts(array[which])));
end $function$;

CREATE OR REPLACE FUNCTION reports.freeze_submission(which uuid, sorting jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not exists (select from reports.submission s join reports.report r on r.id = s.report_id
    where s.id = which and s.outcome = 'waiting' and r.organisation_id in (select access.people_reach())) or exists (select from reports.figure f where f.submission_id = which) then
    raise exception 'No submission of the actor waits to be frozen' using errcode = 'insufficient_privilege';
  end if;
  return reports.freeze_lines(which, sorting);
end $function$;
grant execute on function reports.freeze_submission(uuid,jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION reports.in_part(side jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with reach as materialized (select access.people_reach() as id)
  select not exists (select from (values (side ->> 'organisation'), (side ->> 'own')) o (id) where o.id is not null and o.id::uuid not in (select id from reach))
    and not exists (select from unnest(reports.submissions_of(side)) w (id) left join reports.submission s on s.id = w.id left join reports.report r on r.id = s.report_id
      where r.id is null or r.organisation_id not in (select id from reach))
$function$;

CREATE OR REPLACE FUNCTION reports.joined_figures(submissions uuid[], own uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, trait text, value text, mark text, people integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with counted as (
    select l.base, l.traits, l.marks from reports.joined_lines(submissions, null, from_day, until_day, known_at, sorting) l where l.base = 'changes'
    union all select o.base, o.traits, o.marks from reports.own_lines(own, from_day, until_day, known_at, sorting) o where own is not null
  ), number as (
    select f.base, f.trait, f.value, f.mark, f.people from reports.figure f where f.submission_id = any (submissions) and f.base <> 'changes'
    union all
    select c.base, t.key, t.value, m.mark, count(*)::int from counted c, jsonb_each_text(c.traits || '{"all": "all"}') t, unnest(c.marks || 'total'::text) m (mark) group by 1, 2, 3, 4
  )
  select n.base, n.trait, n.value, n.mark, sum(n.people)::int from number n group by 1, 2, 3, 4
$function$;

CREATE OR REPLACE FUNCTION reports.joined_lines(submissions uuid[], own uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  frozen constant uuid[] := reports.with_parts(submissions);
begin
  if cardinality(frozen) <= 1 and own is null then
    return query select l.base, l.subject_id, l.traits, l.marks, l.on_day from reports.line l where l.submission_id = any (frozen);
    return;
  end if;
  return query
  with taken as materialized (
    select l.base, l.subject_id, l.traits, l.marks, l.on_day, case
      when l.base <> 'changes' or l.traits ->> 'item' in ('opening', 'closing') then null
      when l.traits ->> 'item' in ('admitted', 'readmitted', 'movedIn', 'fromOutside', 'reorganisedIn') then 'in' else 'out' end as way
    from reports.line l where l.submission_id = any (frozen)
  ), numbered as (
    select t.*, row_number() over (partition by t.subject_id, t.on_day, t.way order by t.traits ->> 'item' desc) as n,
      least(count(*) filter (where t.way = 'in') over same, count(*) filter (where t.way = 'out') over same) as pairs
    from taken t where t.way is not null window same as (partition by t.subject_id, t.on_day)
  )
  select t.base, t.subject_id, t.traits, t.marks, t.on_day from taken t where t.way is null
  union all select n.base, n.subject_id, n.traits, n.marks, n.on_day from numbered n where n.n > n.pairs
  union all select o.base, o.subject_id, o.traits, o.marks, o.on_day from reports.own_lines(own, from_day, until_day, known_at, sorting) o where own is not null;
end $function$;

CREATE OR REPLACE FUNCTION reports.own_lines(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  select l.* from statistics.lines(organisation, from_day, until_day, known_at, sorting, '{acts,committee}') l
  except all
  select l.* from reports.right_below(organisation, from_day, until_day) b (id), statistics.lines(b.id, from_day, until_day, known_at, sorting, '{acts,committee}') l
$function$;

CREATE OR REPLACE FUNCTION reports.right_below(organisation uuid, from_day date, until_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  select distinct p.organisation_id from organisations.placement p
  where p.parent_id = organisation and p.superseded_at is null and p.valid_during && daterange(from_day - 1, until_day, '[]')
    and (p.valid_during @> until_day or not exists (select from organisations.version v where v.organisation_id = p.organisation_id and v.superseded_at is null and v.valid_during @> until_day))
$function$;

CREATE OR REPLACE FUNCTION reports.side(side jsonb, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  from_day constant date := (side ->> 'from')::date;
  until_day constant date := (side ->> 'until')::date;
  known_at constant timestamptz := (side ->> 'knownAt')::timestamptz;
begin
  if side ->> 'organisation' is not null then return query select l.* from statistics.lines((side ->> 'organisation')::uuid, from_day, until_day, known_at, sorting, null) l;
  else return query select l.* from reports.joined_lines(reports.submissions_of(side), (side ->> 'own')::uuid, from_day, until_day, known_at, sorting) l; end if;
end $function$;

CREATE OR REPLACE FUNCTION reports.submissions_of(side jsonb)
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE
AS $function$ select array(select jsonb_array_elements_text(side -> 'submissions')::uuid) $function$;

CREATE OR REPLACE FUNCTION reports.told(facts text[])
 RETURNS TABLE(fact text, kind text, days daterange, recorded_at timestamp with time zone, superseded_at timestamp with time zone, basis text, says jsonb, recorded_by text, event text, superseded_by text, superseding_event text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  return query
    select t.fact, t.kind, t.days, t.recorded_at, t.superseded_at, t.basis, t.says, e.actor_name, e.event, g.actor_name, g.event
    from statistics.told_facts(facts) t
    left join members.person x on x.id = t.person_id
    left join lateral (select e.actor_name, e.event from audit.entry e where e.person_id = t.person_id and e.recorded_at = t.recorded_at order by e.number desc limit 1) e on true
    left join lateral (select e.actor_name, e.event from audit.entry e where e.person_id = t.person_id and e.recorded_at = t.superseded_at order by e.number desc limit 1) g on true
    where t.person_id is null or x.keeper_id = any (reach);
end $function$;
grant execute on function reports.told(text[]) to dangvu_program;

CREATE OR REPLACE FUNCTION reports.with_parts(submissions uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  with recursive made as (
    select unnest(submissions) as id
    union select p.part_id from made m join reports.part p on p.submission_id = m.id)
  select coalesce(array_agg(m.id), '{}') from made m
$function$;

create schema rulebook;

create table rulebook.override (
  id            uuid not null,
  rule          text not null,
  entry_from    date not null,
  value         jsonb not null,
  instrument    text not null,
  clause        text not null,
  reason        text not null,
  entered_by    uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint override_pkey PRIMARY KEY (id),
  constraint override_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id)
);
CREATE UNIQUE INDEX override_live ON rulebook.override USING btree (rule, entry_from) WHERE superseded_at IS NULL;
grant select, insert, update on rulebook.override to dangvu_program;
comment on table rulebook.override is 'A value entered for one unconfirmed entry of a rule, with its own citation. Withdrawn by superseded_at, never deleted.';

create table rulebook.swapped_day (
  day         date not null,
  working     boolean not null,
  basis       text not null,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint swapped_day_pkey PRIMARY KEY (day)
);
grant select, insert, update on rulebook.swapped_day to dangvu_program;
comment on table rulebook.swapped_day is 'A weekend day that is worked or a weekday that is off, as announced for a year.';

create schema search;

create table search.organisation_key (
  version_id      uuid not null,
  organisation_id uuid not null,
  code            text collate "C",
  words           tsvector not null,
  constraint organisation_key_pkey PRIMARY KEY (version_id),
  constraint organisation_key_version_id_fkey FOREIGN KEY (version_id) REFERENCES organisations.version(id) ON DELETE CASCADE
);
alter table search.organisation_key enable row level security;
CREATE INDEX organisation_key_code ON search.organisation_key USING btree (code);
CREATE INDEX organisation_key_organisation ON search.organisation_key USING btree (organisation_id);
CREATE INDEX organisation_key_words ON search.organisation_key USING gin (words);
create policy organisation_key_read on search.organisation_key for select to public
  using (organisation_id = ANY ((ARRAY( SELECT access.reach() AS reach))));
grant select on search.organisation_key to dangvu_program;
comment on table search.organisation_key is 'Derived: the words of every name an organisation has or had, its committee''s among them, and its code. Kept by triggers of organisations.version.';

create table search.person_key (
  person_id uuid not null,
  keeper_id uuid not null,
  sort_key  text collate "C" not null,
  words     tsvector not null,
  constraint person_key_pkey PRIMARY KEY (person_id)
);
alter table search.person_key enable row level security;
CREATE INDEX person_key_keeper ON search.person_key USING btree (keeper_id);
CREATE INDEX person_key_words ON search.person_key USING gin (words);
create policy person_key_read on search.person_key for select to public
  using (keeper_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select on search.person_key to dangvu_program;
comment on table search.person_key is 'Derived: the words of the names of a person, and what rights and order go by. Kept by triggers of members.person, never written by the program.';

create table search.word (
  word text collate "C" not null,
  constraint word_pkey PRIMARY KEY (word)
);
comment on table search.word is 'Every word of every name, without marks: what a misspelt word is compared with. A syllable belongs to nobody.';

CREATE OR REPLACE FUNCTION search.decisions(number_start text, most integer, day date)
 RETURNS TABLE(total integer, kind text, number text, decided_on date, case_id uuid, case_kind text, person_id uuid, full_name text, born_on text, cell text, organisation text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  until constant text := number_start || '~';
  longer constant text := '^' || number_start || case when number_start ~ '[0-9]$' then '[0-9]' else '$^' end;
begin
  return query
    with hit as (
      select case when c.kind = 'confirmation' then 'confirmation' else 'admission' end as kind, c.decision_number as number, c.decided_on as day, c.id as case_id, c.kind as case_kind,
        c.person_id, c.cell_id
      from admission.case_file c
      where c.decision_number is not null and search.number_key(c.decision_number) collate "C" >= number_start and search.number_key(c.decision_number) collate "C" < until
        and c.cell_id = any (reach)
      union all
      select 'admission', m.decision_number, m.decided_on, null, null, m.person_id, null from members.membership m
      where m.superseded_at is null and m.decision_number is not null
        and search.number_key(m.decision_number) collate "C" >= number_start and search.number_key(m.decision_number) collate "C" < until
      union all
      select 'confirmation', m.confirmation_number, m.confirmation_signed_on, null, null, m.person_id, null from members.membership m
      where m.superseded_at is null and m.confirmation_number is not null
        and search.number_key(m.confirmation_number) collate "C" >= number_start and search.number_key(m.confirmation_number) collate "C" < until
    ), best as (
      select distinct on (h.person_id, h.kind, search.number_key(h.number)) h.*, x.full_name, x.born_on, x.sort_key, coalesce(h.cell_id, x.keeper_id) as place_id
      from hit h join members.person x on x.id = h.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
      where search.number_key(h.number) !~ longer
      order by h.person_id, h.kind, search.number_key(h.number), h.case_id is null
    ), page as (select *, count(*) over () as total from best order by day desc nulls last, number, sort_key limit most)
    select p.total::int, p.kind, p.number, p.day, p.case_id, p.case_kind, p.person_id, p.full_name, p.born_on, l.cell, l.organisation
    from page p left join organisations.places_of(array(select distinct place_id from page), day) l on l.cell_id = p.place_id
    order by p.day desc nulls last, p.number, p.sort_key;
end $function$;
grant execute on function search.decisions(text,integer,date) to dangvu_program;

CREATE OR REPLACE FUNCTION search.files(queries text[], most integer, day date)
 RETURNS TABLE(tier integer, total integer, case_id uuid, kind text, stage text, closed_on date, opened_on date, full_name text, born_on text, cell text, organisation text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach uuid[];
  wanted tsquery;
begin
  for i in 1 .. coalesce(array_length(queries, 1), 0) loop
    wanted := queries[i]::tsquery;
    -- Most searches fit no file: then nobody's part is asked for.
    continue when not exists (select from admission.case_file c join search.person_key k on k.person_id = c.person_id where k.words @@ wanted);
    reach := coalesce(reach, array(select access.people_reach()));
    return query
      with hit as (
        select c.id, c.kind, c.stage, c.closed_on, c.opened_on, c.cell_id, k.person_id, k.sort_key
        from admission.case_file c join search.person_key k on k.person_id = c.person_id
        where k.words @@ wanted and c.cell_id = any (reach) and k.keeper_id = any (reach)
      ), page as (select *, count(*) over () as total from hit order by closed_on is not null, sort_key, opened_on desc, id limit most)
      select i, p.total::int, p.id, p.kind, p.stage, p.closed_on, p.opened_on, x.full_name, x.born_on, l.cell, l.organisation
      from page p join members.person x on x.id = p.person_id
      left join organisations.places_of(array(select distinct cell_id from page), day) l on l.cell_id = p.cell_id
      order by p.closed_on is not null, p.sort_key, p.opened_on desc, p.id;
    exit when found;
  end loop;
end $function$;
grant execute on function search.files(text[],integer,date) to dangvu_program;

CREATE OR REPLACE FUNCTION search.key_all()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
begin
  delete from search.person_key;
  insert into search.person_key (person_id, keeper_id, sort_key, words)
    select id, keeper_id, sort_key, search.word_vector(full_name || ' ' || coalesce(other_name, '')) from members.person where withdrawn_at is null;
  insert into search.word (word)
    select word from ts_stat('select words from search.person_key') where word ~ '^[a-z0-9]+$' on conflict do nothing;
end $function$;

CREATE OR REPLACE FUNCTION search.key_changed_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
declare
  renamed constant uuid[] := array(select n.id from changed n join former o on o.id = n.id where (n.full_name, n.other_name, n.withdrawn_at) is distinct from (o.full_name, o.other_name, o.withdrawn_at));
begin
  if cardinality(renamed) > 0 then perform search.key_people(renamed); end if;
  update search.person_key k set keeper_id = n.keeper_id, sort_key = n.sort_key
    from changed n where k.person_id = n.id and (k.keeper_id, k.sort_key) is distinct from (n.keeper_id, n.sort_key);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.key_entered_people()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
begin
  perform search.key_people(array(select id from entered));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.key_organisation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
begin
  delete from search.organisation_key where version_id = new.id;
  if new.superseded_at is null then
    insert into search.organisation_key (version_id, organisation_id, code, words)
    values (new.id, new.organisation_id, new.code, search.word_vector(new.name || ' ' || new.short_name || ' uy ' ||
      case when new.type in ('CHI_BO', 'CB_CO_SO', 'CB_SH_TAM') then 'chi' when new.type = 'DB_HUYEN' then 'huyen dang' when new.type = 'DB_TINH' then 'tinh dang' else 'dang' end));
    perform search.learn_words(array[search.word_vector(new.name || ' ' || new.short_name)]);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.key_people(people uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
  delete from search.person_key where person_id = any (people);
  with named as (
    select id, keeper_id, sort_key, full_name || ' ' || coalesce(other_name, '') as name
    from members.person where id = any (people) and withdrawn_at is null
  ), part as materialized (
    select n.id, p.part from named n, string_to_table(n.name, ' ') p (part)
  ), spelt as materialized (
    select d.part, search.words(d.part) || search.marked_words(d.part) as lexemes from (select distinct part from part) d
  ), vector as (
    select p.id, array_to_tsvector(array_agg(l.lexeme)) as words from part p join spelt s using (part), unnest(s.lexemes) l (lexeme) group by p.id
  ), keyed as (
    insert into search.person_key (person_id, keeper_id, sort_key, words)
    select n.id, n.keeper_id, n.sort_key, coalesce(v.words, ''::tsvector) from named n left join vector v using (id)
  )
  select search.learn_words(array_agg(array_to_tsvector(lexemes))) from spelt
$function$;

CREATE OR REPLACE FUNCTION search.known_words(candidates text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
  select word from search.word where word = any (candidates)
$function$;
grant execute on function search.known_words(text[]) to dangvu_program;

CREATE OR REPLACE FUNCTION search.learn_words(vectors tsvector[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search'
AS $function$
  insert into search.word (word)
  select distinct w from unnest(vectors) v, unnest(tsvector_to_array(v)) w where w ~ '^[a-z0-9]+$'
  on conflict do nothing
$function$;

CREATE OR REPLACE FUNCTION search.marked_words(content text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN array_remove(regexp_split_to_array(regexp_replace(regexp_replace(lower((NORMALIZE(content, NFD) COLLATE "vi-x-icu")), '([\u0300\u0301\u0303\u0309\u0323])([a-zđ\u0302\u0306\u031b]*)'::text, '\2\1'::text, 'g'::text), '(^|[^a-zđ0-9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323])([bcdđghklmnpqrstvx]+|qu)y(?=[\u0300\u0301\u0303\u0309\u0323]?($|[^a-zđ0-9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]))'::text, '\1\2i'::text, 'g'::text), '[^a-zđ0-9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]+'::text), ''::text);
grant execute on function search.marked_words(text) to dangvu_program;

CREATE OR REPLACE FUNCTION search.number_key(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(regexp_replace(platform.fold(number), '[^a-z0-9]+'::text, ''::text, 'g'::text), '^[^0-9]+'::text, ''::text);
grant execute on function search.number_key(text) to dangvu_program;

CREATE OR REPLACE FUNCTION search.organisations(queries text[], code_start text, most integer, day date)
 RETURNS TABLE(tier integer, total integer, organisation_id uuid, name text, type text, code text, above text, former_name text, former_until date, by_code boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach uuid[];
  wanted tsquery;
begin
  for i in 1 .. greatest(coalesce(array_length(queries, 1), 0), 1) loop
    wanted := queries[i]::tsquery;
    continue when not exists (select from search.organisation_key k where k.words @@ wanted)
      and not exists (select from search.organisation_key k where k.code >= code_start and k.code < code_start || '~');
    reach := coalesce(reach, array(select access.reach()));
    return query
      with hit as (
        select k.version_id, k.organisation_id, false as by_code from search.organisation_key k where k.words @@ wanted
        union all
        select k.version_id, k.organisation_id, true from search.organisation_key k where code_start is not null and k.code >= code_start and k.code < code_start || '~'
      ), best as (
        select distinct on (h.organisation_id) h.organisation_id, h.by_code, v.name, v.valid_during
        from hit h join organisations.version v on v.id = h.version_id
        where h.organisation_id = any (reach)
        order by h.organisation_id, v.valid_during @> day desc, lower(v.valid_during) desc
      ), now as (
        select b.organisation_id, b.by_code, b.valid_during, b.name as found_name, c.name, c.type, c.code
        from best b
        cross join lateral (select v.name, v.type, v.code from organisations.version v
          where v.organisation_id = b.organisation_id and v.superseded_at is null order by v.valid_during @> day desc, lower(v.valid_during) desc limit 1) c
      )
      select i, (count(*) over ())::int, w.organisation_id, w.name, w.type, w.code,
        (select p.organisation from organisations.places_of(array[w.organisation_id], day) p),
        case when w.found_name <> w.name then w.found_name end, case when w.found_name <> w.name then upper(w.valid_during) - 1 end, w.by_code
      from now w order by w.found_name <> w.name, w.code nulls last, w.name limit most;
    exit when found;
  end loop;
end $function$;
grant execute on function search.organisations(text[],text,integer,date) to dangvu_program;

CREATE OR REPLACE FUNCTION search.part()
 RETURNS TABLE(reach uuid[], everything boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with part as (select array(select access.people_reach()) as reach)
  select reach, cardinality(reach) >= (select count(*) from organisations.organisation) from part
$function$;

CREATE OR REPLACE FUNCTION search.people(queries text[], counted integer, most integer, day date)
 RETURNS TABLE(tier integer, ordinal integer, total integer, person_id uuid, full_name text, other_name text, born_on text, card_number text, cell_id uuid, cell text, organisation text, status text, end_kind text, prospect_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  reach uuid[];
  everything boolean;
  wanted tsquery;
  found uuid[] := '{}';
  tiers int[] := '{}';
  batch uuid[];
  hits int := 0;
begin
  select p.reach, p.everything into reach, everything from search.part() p;
  for i in 1 .. coalesce(array_length(queries, 1), 0) loop
    exit when cardinality(found) >= most and i > counted;
    wanted := queries[i]::tsquery;
    with hit as materialized (
      select k.person_id, k.sort_key from search.person_key k
      where k.words @@ wanted and (everything or k.keeper_id = any (reach)) limit 1001
    ), fresh as (
      select person_id from hit where person_id <> all (found) order by sort_key, person_id limit most - cardinality(found)
    )
    select array(select person_id from fresh), (select count(*) from hit) into batch, hits;
    if i = counted then total := hits; end if;
    found := found || batch;
    tiers := tiers || array_fill(i, array[cardinality(batch)]);
  end loop;
  hits := total;
  return query
    select tiers[n.ordinal], n.ordinal::int, hits, l.* from unnest(found) with ordinality n (id, ordinal)
    join search.person_lines(found, day) l on l.person_id = n.id order by n.ordinal;
end $function$;
grant execute on function search.people(text[],integer,integer,date) to dangvu_program;

CREATE OR REPLACE FUNCTION search.people_by_number(cards text[], last4 text, identity text, most integer, day date)
 RETURNS TABLE(reason text, person_id uuid, full_name text, other_name text, born_on text, card_number text, cell_id uuid, cell text, organisation text, status text, end_kind text, prospect_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  found uuid[];
  reasons text[];
begin
  with hit as (
    select m.person_id as id, 'card' as reason, 1 as rank from members.membership m where m.card_number = any (cards) and m.superseded_at is null
    union all select x.id, 'identity', 2 from members.person x where x.identity_number = identity
    union all select x.id, 'oldIdentity', 3 from members.person x where x.old_identity_number = identity
    union all select x.id, 'identityLast4', 4 from members.person x where x.identity_last4 = last4
  ), best as (
    select distinct on (h.id) h.id, h.reason, h.rank, x.sort_key from hit h
    join members.person x on x.id = h.id and x.withdrawn_at is null and x.keeper_id = any (reach) order by h.id, h.rank
  ), shown as (select * from best order by rank, sort_key, id limit most)
  select array_agg(id order by rank, sort_key, id), array_agg(shown.reason order by rank, sort_key, id) from shown into found, reasons;
  return query
    select reasons[n.ordinal], l.* from unnest(found) with ordinality n (id, ordinal)
    join search.person_lines(found, day) l on l.person_id = n.id order by n.ordinal;
end $function$;
grant execute on function search.people_by_number(text[],text,text,integer,date) to dangvu_program;

CREATE OR REPLACE FUNCTION search.person_lines(people uuid[], day date)
 RETURNS TABLE(person_id uuid, full_name text, other_name text, born_on text, card_number text, cell_id uuid, cell text, organisation text, status text, end_kind text, prospect_id uuid)
 LANGUAGE plpgsql
 STABLE ROWS 10
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
begin
  return query
    with line as (
      select x.id, x.full_name, x.other_name, x.born_on, m.card_number, coalesce(s.cell_id, x.keeper_id) as cell_id, s.status,
        case when s.status is null then m.end_kind end as end_kind,
        case when s.status is null then (select p.id from sources_and_targets.prospect p where p.person_id = x.id and p.closed_on is null) end as prospect_id
      from unnest(people) u (id)
      join members.person x on x.id = u.id
      left join lateral (select t.cell_id, t.status from members.standing t where t.person_id = x.id and t.valid_during @> day limit 1) s on true
      left join lateral (select t.card_number, t.end_kind from members.membership t where t.person_id = x.id and t.superseded_at is null order by t.ordinal desc limit 1) m on true
    )
    select l.id, l.full_name, l.other_name, l.born_on, l.card_number, l.cell_id, p.cell, p.organisation, l.status, l.end_kind, l.prospect_id
    from line l left join organisations.places_of(array(select distinct cell_id from line), day) p on p.cell_id = l.cell_id;
end $function$;

CREATE OR REPLACE FUNCTION search.word_vector(content text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN array_to_tsvector((search.words(content) || search.marked_words(content)));
grant execute on function search.word_vector(text) to dangvu_program;

CREATE OR REPLACE FUNCTION search.words(content text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN array_remove(regexp_split_to_array(regexp_replace(platform.fold(content), '\m([bcdghklmnpqrstvx]+|qu)y\M'::text, '\1i'::text, 'g'::text), '[^a-z0-9]+'::text), ''::text);
grant execute on function search.words(text) to dangvu_program;

create schema sources_and_targets;

create table sources_and_targets.awareness_certificate (
  id          uuid not null,
  person_id   uuid not null,
  number      text,
  issued_on   date not null,
  issuer      text,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint awareness_certificate_pkey PRIMARY KEY (id),
  constraint awareness_certificate_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id)
);
alter table sources_and_targets.awareness_certificate enable row level security;
CREATE INDEX awareness_certificate_person ON sources_and_targets.awareness_certificate USING btree (person_id, issued_on);
create policy awareness_certificate_reach on sources_and_targets.awareness_certificate for all to public
  using ((EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = awareness_certificate.person_id)));
grant select, insert, update on sources_and_targets.awareness_certificate to dangvu_program;

create table sources_and_targets.mass_review (
  id              uuid not null,
  organisation_id uuid not null,
  union_code      text not null,
  reviewed_on     date not null,
  total           integer not null,
  party_members   integer not null,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  constraint mass_review_pkey PRIMARY KEY (id),
  constraint mass_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint mass_review_party CHECK (party_members >= 0 AND party_members <= total),
  constraint mass_review_total CHECK (total >= 0)
);
alter table sources_and_targets.mass_review enable row level security;
CREATE UNIQUE INDEX mass_review_live ON sources_and_targets.mass_review USING btree (organisation_id, union_code, reviewed_on) WHERE superseded_at IS NULL;
create policy mass_review_reach on sources_and_targets.mass_review for all to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on sources_and_targets.mass_review to dangvu_program;
comment on table sources_and_targets.mass_review is 'Counts of one mass organisation at one place on the day of review. Counts only, never names.';

create table sources_and_targets.mentor_assignment (
  id              uuid not null,
  prospect_id     uuid not null,
  mentor_id       uuid not null,
  assigned_during daterange not null,
  resolution      text,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint mentor_assignment_pkey PRIMARY KEY (id),
  constraint mentor_assignment_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES members.person(id),
  constraint mentor_assignment_prospect_id_fkey FOREIGN KEY (prospect_id) REFERENCES sources_and_targets.prospect(id),
  constraint mentor_assignment_no_overlap EXCLUDE USING gist (prospect_id WITH =, assigned_during WITH &&)
);
alter table sources_and_targets.mentor_assignment enable row level security;
CREATE INDEX mentor_assignment_mentor ON sources_and_targets.mentor_assignment USING btree (mentor_id);
CREATE INDEX mentor_assignment_prospect ON sources_and_targets.mentor_assignment USING btree (prospect_id);
CREATE TRIGGER mentor_assignment_keeps_former AFTER UPDATE ON sources_and_targets.mentor_assignment REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy mentor_assignment_reach on sources_and_targets.mentor_assignment for all to public
  using ((EXISTS ( SELECT
   FROM sources_and_targets.prospect p
  WHERE p.id = mentor_assignment.prospect_id)));
grant select, insert, update on sources_and_targets.mentor_assignment to dangvu_program;
comment on table sources_and_targets.mentor_assignment is 'Which full member helps a prospect from a day to a day: one at a time. An assignment replaced on its first day stays with an empty range.';

create table sources_and_targets.mentor_assignment_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint mentor_assignment_former_pkey PRIMARY KEY (ordinal),
  constraint mentor_assignment_former_id_fkey FOREIGN KEY (id) REFERENCES sources_and_targets.mentor_assignment(id) ON DELETE CASCADE
);
alter table sources_and_targets.mentor_assignment_former enable row level security;
CREATE INDEX mentor_assignment_former_row ON sources_and_targets.mentor_assignment_former USING btree (id, recorded_until);
create policy mentor_assignment_former_reach on sources_and_targets.mentor_assignment_former for all to public
  using ((EXISTS ( SELECT
   FROM sources_and_targets.mentor_assignment x
  WHERE x.id = mentor_assignment_former.id)));
grant select on sources_and_targets.mentor_assignment_former to dangvu_program;
comment on table sources_and_targets.mentor_assignment_former is 'Former states of sources_and_targets.mentor_assignment, each with the moment up to which it was what was recorded.';

create table sources_and_targets.prospect (
  id            uuid not null,
  person_id     uuid not null,
  cell_id       uuid not null,
  opened_on     date not null,
  resolution    text,
  union_code    text,
  found_through text,
  applied_on    date,
  closed_on     date,
  close_reason  text,
  close_note    text,
  version       integer not null default 1,
  recorded_at   timestamp with time zone not null default platform.moment(),
  found_by      text,
  also_in       text[] not null default '{}'::text[],
  constraint prospect_pkey PRIMARY KEY (id),
  constraint prospect_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES organisations.organisation(id),
  constraint prospect_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint prospect_close_reason CHECK (close_reason = ANY (ARRAY['admitted'::text, 'moved'::text, 'unsuitable'::text, 'withdrawn'::text, 'died'::text])),
  constraint prospect_closed_with_reason CHECK ((closed_on IS NULL) = (close_reason IS NULL)),
  constraint prospect_found_by CHECK (found_by = ANY (ARRAY['movement'::text, 'model'::text, 'village'::text, 'union'::text, 'work'::text]))
);
alter table sources_and_targets.prospect enable row level security;
CREATE INDEX prospect_cell ON sources_and_targets.prospect USING btree (cell_id) WHERE closed_on IS NULL;
CREATE UNIQUE INDEX prospect_one_open ON sources_and_targets.prospect USING btree (person_id) WHERE closed_on IS NULL;
CREATE INDEX prospect_person ON sources_and_targets.prospect USING btree (person_id);
CREATE TRIGGER prospect_keeps_former AFTER UPDATE ON sources_and_targets.prospect REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
create policy prospect_change on sources_and_targets.prospect for update to public
  using (cell_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
create policy prospect_read on sources_and_targets.prospect for select to public
  using ((cell_id IN ( SELECT access.people_reach() AS people_reach)) OR (EXISTS ( SELECT
   FROM members.person p
  WHERE p.id = prospect.person_id AND (p.keeper_id IN ( SELECT access.people_reach() AS people_reach)))));
create policy prospect_write on sources_and_targets.prospect for insert to public
  with check (cell_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on sources_and_targets.prospect to dangvu_program;
comment on table sources_and_targets.prospect is 'An outstanding person whom a cell follows as a source (quần chúng ưu tú), from the day the cell took them up to the day it closed.';
comment on column sources_and_targets.prospect.found_by is 'Through what the person was noticed: a movement, an economic model, the self-governing village, a mass organisation, work or study. Null: not said.';
comment on column sources_and_targets.prospect.also_in is 'Further mass organisations of the person beside union_code: each counts the person, all together count it once.';

create table sources_and_targets.prospect_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint prospect_former_pkey PRIMARY KEY (ordinal),
  constraint prospect_former_id_fkey FOREIGN KEY (id) REFERENCES sources_and_targets.prospect(id) ON DELETE CASCADE
);
alter table sources_and_targets.prospect_former enable row level security;
CREATE INDEX prospect_former_row ON sources_and_targets.prospect_former USING btree (id, recorded_until);
create policy prospect_former_reach on sources_and_targets.prospect_former for all to public
  using ((EXISTS ( SELECT
   FROM sources_and_targets.prospect x
  WHERE x.id = prospect_former.id)));
grant select on sources_and_targets.prospect_former to dangvu_program;
comment on table sources_and_targets.prospect_former is 'Former states of sources_and_targets.prospect, each with the moment up to which it was what was recorded.';

create table sources_and_targets.prospect_move (
  id            uuid not null default gen_random_uuid(),
  prospect_id   uuid not null,
  from_cell_id  uuid not null,
  moved_on      date not null,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint prospect_move_pkey PRIMARY KEY (id),
  constraint prospect_move_from_cell_id_fkey FOREIGN KEY (from_cell_id) REFERENCES organisations.organisation(id),
  constraint prospect_move_prospect_id_fkey FOREIGN KEY (prospect_id) REFERENCES sources_and_targets.prospect(id) ON DELETE CASCADE
);
alter table sources_and_targets.prospect_move enable row level security;
CREATE INDEX prospect_move_of ON sources_and_targets.prospect_move USING btree (prospect_id);
create policy prospect_move_reach on sources_and_targets.prospect_move for select to public
  using ((prospect_id IN ( SELECT p.id
   FROM sources_and_targets.prospect p)));
grant select on sources_and_targets.prospect_move to dangvu_program;
comment on table sources_and_targets.prospect_move is 'The cell that followed a person up to the day before moved_on; the following itself says which cell follows now.';

create table sources_and_targets.remark (
  id            uuid not null,
  prospect_id   uuid not null,
  quarter       text not null,
  written_on    date not null,
  text          text not null,
  written_by    uuid,
  recorded_at   timestamp with time zone not null default platform.moment(),
  superseded_at timestamp with time zone,
  constraint remark_pkey PRIMARY KEY (id),
  constraint remark_prospect_id_fkey FOREIGN KEY (prospect_id) REFERENCES sources_and_targets.prospect(id),
  constraint remark_written_by_fkey FOREIGN KEY (written_by) REFERENCES access.account(id),
  constraint remark_quarter CHECK (quarter ~ '^\d{4}-Q[1-4]$'::text)
);
alter table sources_and_targets.remark enable row level security;
CREATE UNIQUE INDEX remark_live ON sources_and_targets.remark USING btree (prospect_id, quarter) WHERE superseded_at IS NULL;
create policy remark_reach on sources_and_targets.remark for all to public
  using ((EXISTS ( SELECT
   FROM sources_and_targets.prospect p
  WHERE p.id = remark.prospect_id)));
grant select, insert, update on sources_and_targets.remark to dangvu_program;
comment on table sources_and_targets.remark is 'What the cell says of a prospect for a quarter. A remark written anew supersedes the former one, which stays.';

create table sources_and_targets.target (
  id              uuid not null,
  organisation_id uuid not null,
  period          daterange not null,
  period_kind     text not null,
  measure         text not null default 'admissions'::text,
  value           integer not null,
  basis           text not null,
  recorded_at     timestamp with time zone not null default platform.moment(),
  superseded_at   timestamp with time zone,
  stands_during   daterange not null default '(,)'::daterange,
  constraint target_pkey PRIMARY KEY (id),
  constraint target_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint target_period_bounded CHECK (NOT lower_inf(period) AND NOT upper_inf(period) AND NOT isempty(period)),
  constraint target_period_kind CHECK (period_kind = ANY (ARRAY['term'::text, 'year'::text])),
  constraint target_value CHECK (value >= 0),
  constraint target_one_a_day EXCLUDE USING gist (organisation_id WITH =, measure WITH =, period WITH =, stands_during WITH &&) WHERE (superseded_at IS NULL)
);
alter table sources_and_targets.target enable row level security;
create policy target_reach on sources_and_targets.target for all to public
  using (organisation_id = ANY ((ARRAY( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on sources_and_targets.target to dangvu_program;
comment on table sources_and_targets.target is 'How many are to be admitted by an organisation in a period, with the paper that set it. Earlier values stay.';
comment on column sources_and_targets.target.stands_during is 'On which days the value stands: an act that merges or splits organisations gives them other targets from its day on, for the same period.';

CREATE OR REPLACE FUNCTION sources_and_targets.followed_by_cell(organisation uuid, day date, certificate_months integer, open_files uuid[], known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, stage text, found_by text, unions text[], people integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  select p.cell_id,
    case when p.person_id = any (open_files) then 'caseOpen' when p.applied_on <= day then 'applied'
      when exists (select from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day
        and (known_at is null or c.recorded_at <= known_at)) then 'classDone' else 'inSource' end,
    p.found_by, case when p.union_code is null then p.also_in else p.union_code || p.also_in end, count(*)::int
  from sources_and_targets.prospects_on(day, known_at) p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day)
    and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by 1, 2, 3, 4
$function$;
grant execute on function sources_and_targets.followed_by_cell(uuid,date,integer,uuid[],timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.mentor_assignment_known(known_at timestamp with time zone)
 RETURNS SETOF sources_and_targets.mentor_assignment
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from sources_and_targets.mentor_assignment x where $1 is null
      union all
      select x.* from sources_and_targets.mentor_assignment x
      where x.recorded_at <= $1 and not exists (select from sources_and_targets.mentor_assignment_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from sources_and_targets.mentor_assignment_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::sources_and_targets.mentor_assignment, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function sources_and_targets.mentor_assignment_known(timestamp with time zone) to dangvu_program;
comment on function sources_and_targets.mentor_assignment_known(timestamp with time zone) is 'Rows of sources_and_targets.mentor_assignment as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION sources_and_targets.prospect_known(known_at timestamp with time zone)
 RETURNS SETOF sources_and_targets.prospect
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from sources_and_targets.prospect x where $1 is null
      union all
      select x.* from sources_and_targets.prospect x
      where x.recorded_at <= $1 and not exists (select from sources_and_targets.prospect_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from sources_and_targets.prospect_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::sources_and_targets.prospect, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function sources_and_targets.prospect_known(timestamp with time zone) to dangvu_program;
comment on function sources_and_targets.prospect_known(timestamp with time zone) is 'Rows of sources_and_targets.prospect as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION sources_and_targets.prospects_below(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(prospect_id uuid, person_id uuid, cell_id uuid, full_name text, sort_key text, born_on text, opened_on date, member_status text, helper_id uuid, helper_status text, helper_cell uuid, last_remark_on date, last_certificate_on date, has_file boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
  cells constant uuid[] := array(select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day);
begin
  if organisation <> all (reach) then return; end if;
  return query
    select p.id, p.person_id, p.cell_id, x.full_name, x.sort_key, x.born_on, p.opened_on, s.status, h.mentor_id, hs.status, hs.cell_id,
      (select max(r.written_on) from sources_and_targets.remark r where r.prospect_id = p.id and r.written_on <= day and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)),
      (select max(c.issued_on) from sources_and_targets.awareness_certificate c where c.person_id = p.person_id and c.issued_on <= day and (known_at is null or c.recorded_at <= known_at)),
      coalesce(p.applied_on <= day, false)
    from sources_and_targets.prospects_on(day, known_at) p
    join members.person x on x.id = p.person_id and x.withdrawn_at is null and x.keeper_id = any (reach)
    left join members.membership_as_of(day, known_at) s on s.person_id = p.person_id
    left join sources_and_targets.mentor_assignment_known(known_at) h on h.prospect_id = p.id and h.assigned_during @> day
    left join members.membership_as_of(day, known_at) hs on hs.person_id = h.mentor_id
    where p.cell_id = any (cells) and p.opened_on <= day and (p.closed_on is null or p.closed_on > day);
end 
$function$;
grant execute on function sources_and_targets.prospects_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.prospects_by_cell(organisation uuid, day date, certificate_months integer)
 RETURNS TABLE(cell_id uuid, followed integer, class_done integer, applied integer, last_remark_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.cell_id, count(*)::int,
    count(*) filter (where exists (select from sources_and_targets.awareness_certificate c
      where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day))::int,
    count(*) filter (where p.applied_on <= day)::int,
    max((select max(r.written_on) from sources_and_targets.remark r where r.prospect_id = p.id and r.superseded_at is null and r.written_on <= day))
  from sources_and_targets.prospect p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day)
    and p.cell_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by p.cell_id
$function$;
grant execute on function sources_and_targets.prospects_by_cell(uuid,date,integer) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.prospects_by_cell(organisation uuid, day date, certificate_months integer, known_at timestamp with time zone)
 RETURNS TABLE(cell_id uuid, followed integer, class_done integer, applied integer, last_remark_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  select p.cell_id, count(*)::int,
    count(*) filter (where exists (select from sources_and_targets.awareness_certificate c
      where c.person_id = p.person_id and c.issued_on <= day and c.issued_on + make_interval(months => certificate_months) >= day and (known_at is null or c.recorded_at <= known_at)))::int,
    count(*) filter (where p.applied_on <= day)::int,
    max((select max(r.written_on) from sources_and_targets.remark r
      where r.prospect_id = p.id and r.written_on <= day and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)))
  from sources_and_targets.prospects_on(day, known_at) p
  where p.opened_on <= day and (p.closed_on is null or p.closed_on > day)
    and p.cell_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  group by p.cell_id
$function$;
grant execute on function sources_and_targets.prospects_by_cell(uuid,date,integer,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.prospects_on(day date, known_at timestamp with time zone)
 RETURNS SETOF sources_and_targets.prospect
 LANGUAGE sql
 STABLE
AS $function$
  select p.id, p.person_id, coalesce((select m.from_cell_id from sources_and_targets.prospect_move m
      where m.prospect_id = p.id and m.moved_on > day and (m.superseded_at is null or m.superseded_at > known_at) and (known_at is null or m.recorded_at <= known_at) order by m.moved_on limit 1), p.cell_id),
    p.opened_on, p.resolution, p.union_code, p.found_through, p.applied_on, p.closed_on, p.close_reason, p.close_note, p.version, p.recorded_at, p.found_by, p.also_in
  from sources_and_targets.prospect_known(known_at) p
$function$;
grant execute on function sources_and_targets.prospects_on(date,timestamp with time zone) to dangvu_program;
comment on function sources_and_targets.prospects_on(date,timestamp with time zone) is 'Followings with the cell that followed on a day, as known at a moment (null: now).';

CREATE OR REPLACE FUNCTION sources_and_targets.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[], targets jsonb, paper text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'sources_and_targets', 'platform', 'public'
AS $function$
declare
  old uuid[];
  made uuid[];
  was text[];
  is_now text[];
  reviews jsonb;
begin
  with moved as (
    update sources_and_targets.prospect p set cell_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where p.person_id = w.person_id and p.cell_id = w.cell_id and p.closed_on is null returning p.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id::text), array_agg(to_id::text) into old, was, is_now from moved;
  perform platform.trace_column(act, 'sources_and_targets.prospect', 'cell_id', old, was, is_now);
  with stated as (
    insert into sources_and_targets.prospect_move (prospect_id, from_cell_id, moved_on) select w.id, w.was::uuid, on_day from unnest(old, was) w (id, was) returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'sources_and_targets.prospect_move', null, made);

  with given as (
    select * from jsonb_to_recordset(targets) r ("organisationId" uuid, "periodKind" text, measure text, "from" date, until date, value int)
  ), ended as (
    update sources_and_targets.target t set superseded_at = platform.moment() from given g
    where t.organisation_id = g."organisationId" and t.measure = g.measure and t.period = daterange(g."from", g.until) and t.superseded_at is null and t.stands_during && daterange(on_day, null)
    returning t.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into sources_and_targets.target (id, organisation_id, period, period_kind, measure, value, basis, stands_during)
    select gen_random_uuid(), organisation_id, period, period_kind, measure, value, basis, stands_during * daterange(null, on_day)
    from sources_and_targets.target where id = any (old) and not isempty(stands_during * daterange(null, on_day))
    union all
    select gen_random_uuid(), "organisationId", daterange("from", until), "periodKind", measure, value, paper, daterange(on_day, null)
    from jsonb_to_recordset(targets) r ("organisationId" uuid, "periodKind" text, measure text, "from" date, until date, value int)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'sources_and_targets.target', old, made);

  with merged as (
    select w.to_id, w.id from unnest(gone, successors) w (id, to_id)
    union
    select w.to_id, w.to_id from unnest(gone, successors) w (id, to_id) join organisations.organisation o on o.id = w.to_id and o.founded_on < on_day
  ), latest as (
    select distinct on (r.organisation_id, r.union_code) r.organisation_id, r.union_code, r.total, r.party_members
    from sources_and_targets.mass_review r
    where r.organisation_id in (select id from merged) and r.superseded_at is null and r.reviewed_on <= on_day
    order by r.organisation_id, r.union_code, r.reviewed_on desc
  ), added as (
    select m.to_id, l.union_code, sum(l.total)::int as total, sum(l.party_members)::int as party_members
    from merged m join latest l on l.organisation_id = m.id
    group by m.to_id, l.union_code having count(*) = (select count(*) from merged a where a.to_id = m.to_id)
  )
  select coalesce(jsonb_agg(to_jsonb(added)), '[]') into reviews from added;
  with ended as (
    update sources_and_targets.mass_review r set superseded_at = platform.moment() from jsonb_to_recordset(reviews) a (to_id uuid, union_code text)
    where r.organisation_id = a.to_id and r.union_code = a.union_code and r.reviewed_on = on_day and r.superseded_at is null returning r.id)
  select array_agg(id) into old from ended;
  with stated as (
    insert into sources_and_targets.mass_review (id, organisation_id, union_code, reviewed_on, total, party_members)
    select gen_random_uuid(), to_id, union_code, on_day, total, party_members from jsonb_to_recordset(reviews) a (to_id uuid, union_code text, total int, party_members int)
    returning id)
  select array_agg(id) into made from stated;
  perform platform.trace_rows(act, 'sources_and_targets.mass_review', old, made);
end 
$function$;

CREATE OR REPLACE FUNCTION sources_and_targets.reviews_below(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, union_code text, reviewed_on date, total integer, party_members integer, counts boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with place as (
    select c.descendant_id as id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day
  ), latest as (
    select distinct on (r.organisation_id, r.union_code) r.organisation_id, r.union_code, r.reviewed_on, r.total, r.party_members
    from sources_and_targets.mass_review r join place on place.id = r.organisation_id
    where r.reviewed_on <= day and organisation = any (array(select access.people_reach()))
      and (r.superseded_at is null or r.superseded_at > known_at) and (known_at is null or r.recorded_at <= known_at)
    order by r.organisation_id, r.union_code, r.reviewed_on desc, r.recorded_at desc
  ), covered as (
    select distinct c.descendant_id, above.union_code
    from latest above join organisations.closure_known(known_at) c on c.ancestor_id = above.organisation_id and c.depth > 0 and c.valid_during @> day
  )
  select l.*, h.descendant_id is null
  from latest l left join covered h on h.descendant_id = l.organisation_id and h.union_code = l.union_code
$function$;
grant execute on function sources_and_targets.reviews_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.targets_below(organisation uuid, day date)
 RETURNS TABLE(organisation_id uuid, period_kind text, period_from date, period_until date, value integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select distinct on (t.organisation_id) t.organisation_id, t.period_kind, lower(t.period), upper(t.period), t.value
  from sources_and_targets.target t
  where t.measure = 'admissions' and t.superseded_at is null and t.period @> day and t.stands_during @> day
    and t.organisation_id in (select c.descendant_id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  order by t.organisation_id, t.period_kind desc
$function$;
grant execute on function sources_and_targets.targets_below(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.targets_below(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, period_kind text, period_from date, period_until date, value integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  select distinct on (t.organisation_id) t.organisation_id, t.period_kind, lower(t.period), upper(t.period), t.value
  from sources_and_targets.target t
  where t.measure = 'admissions' and t.period @> day and t.stands_during @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
    and t.organisation_id in (select c.descendant_id from organisations.closure_known(known_at) c where c.ancestor_id = organisation and c.valid_during @> day)
    and organisation = any (array(select access.people_reach()))
  order by t.organisation_id, t.period_kind desc
$function$;
grant execute on function sources_and_targets.targets_below(uuid,date,timestamp with time zone) to dangvu_program;

CREATE OR REPLACE FUNCTION sources_and_targets.term_target(organisation uuid, day date, known_at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, value integer, period_from date, period_until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.organisation_id, t.value, lower(t.period), upper(t.period)
  from organisations.closure_known(known_at) c
  join sources_and_targets.target t on t.organisation_id = c.ancestor_id and t.measure = 'admissions' and t.period_kind = 'term' and t.period @> day and t.stands_during @> day
    and (t.superseded_at is null or t.superseded_at > known_at) and (known_at is null or t.recorded_at <= known_at)
  where c.descendant_id = organisation and c.valid_during @> day
    and organisation = any (array(select access.people_reach()))
  order by c.depth, t.recorded_at desc limit 1
$function$;
grant execute on function sources_and_targets.term_target(uuid,date,timestamp with time zone) to dangvu_program;

create schema statistics;

create table statistics.act (
  person_id    uuid not null,
  act          text not null,
  days         daterange not null,
  cell_id      uuid not null,
  seen_on      date,
  woman        boolean not null,
  minority     boolean not null,
  probationary boolean not null
);
alter table statistics.act enable row level security;
CREATE INDEX act_cell ON statistics.act USING btree (cell_id);
CREATE INDEX act_person ON statistics.act USING btree (person_id);
comment on table statistics.act is 'Derived, written only when settling: the acts of table 7 with the cell of the person. Of one that lasts (exempt) all its days, of any other the one on which it was.';
comment on column statistics.act.seen_on is 'The day on which the cell is looked up in the tree; null: each of the days.';

create table statistics.headcount (
  cell_id uuid not null,
  days    date[] not null,
  members integer[] not null,
  constraint headcount_pkey PRIMARY KEY (cell_id)
);
alter table statistics.headcount enable row level security;
comment on table statistics.headcount is 'Derived, written only when settling: how many stand in a cell from each day on on which that changes, as the spells say.';

create table statistics.kept_organisation (
  organisation_id uuid not null,
  sorting         jsonb not null,
  tree            text not null,
  settled_at      timestamp with time zone not null default platform.moment(),
  constraint kept_organisation_pkey PRIMARY KEY (organisation_id)
);
comment on column statistics.kept_organisation.tree is 'Which cells stood below it on which days when its sums were made.';

create table statistics.kept_sum (
  organisation_id uuid not null,
  base            text collate "C" not null,
  trait           text collate "C" not null,
  value           text collate "C",
  mark            text collate "C" not null,
  year            integer not null,
  days            smallint[] not null,
  sums            integer[] not null,
  total           integer not null,
  constraint kept_sum_once UNIQUE NULLS NOT DISTINCT (organisation_id, base, trait, value, mark, year)
);
comment on table statistics.kept_sum is 'By how much a number of an organisation changes within a year. days: those of the year, from 1, on which it changes; sums: what it has changed by on each; total: by its end.';

create table statistics.occupied (
  organisation_id uuid not null,
  constraint occupied_pkey PRIMARY KEY (organisation_id)
);
comment on table statistics.occupied is 'Derived, written only when settling: the organisations in which something of somebody is settled. Where any other stands in the tree changes no sum of people.';

create table statistics.reshaped (
  organisation_id uuid not null
);
comment on table statistics.reshaped is 'Below which organisations one was founded, ended, put elsewhere, or is of another kind or area, since the sums of organisations were made.';

create table statistics.seat (
  person_id         uuid not null,
  organisation_id   uuid not null,
  days              daterange not null,
  position          text not null,
  level             text not null,
  sex               text,
  ethnicity         text,
  religion          text,
  general_education text,
  profession        text,
  political_theory  text,
  occupation        text,
  age_from          date[]
);
alter table statistics.seat enable row level security;
CREATE INDEX seat_organisation ON statistics.seat USING btree (organisation_id);
CREATE INDEX seat_person ON statistics.seat USING btree (person_id);
comment on table statistics.seat is 'Derived, written only when settling: the days on which a position was the highest that somebody held in an organisation, and at which level that stood.';

create table statistics.settled (
  is_only    boolean not null default true,
  sorting    jsonb not null,
  first_day  date not null,
  last_day   date not null,
  settled_at timestamp with time zone not null default platform.moment(),
  constraint settled_pkey PRIMARY KEY (is_only),
  constraint settled_is_one CHECK (is_only)
);
comment on table statistics.settled is 'The bounds by which the spells were made, the days of which sums are kept (what was before stands under the first), and when they were settled last; no row before the first time.';

create table statistics.spell (
  person_id         uuid not null,
  cell_id           uuid not null,
  days              daterange not null,
  status            text,
  former_cell       uuid,
  next_cell         uuid,
  way_in            text,
  way_out           text,
  on_probation      datemultirange,
  sex               text,
  ethnicity         text,
  religion          text,
  general_education text,
  profession        text,
  political_theory  text,
  occupation        text,
  age_from          date[],
  party_age_known   date,
  party_age_from    date[]
);
alter table statistics.spell enable row level security;
CREATE INDEX spell_cell ON statistics.spell USING btree (cell_id);
CREATE INDEX spell_person ON statistics.spell USING btree (person_id);
comment on table statistics.spell is 'Derived, written only when settling: what the kept sums were made from. A row without a status is a whole stay in a cell, the others its stretches of one status.';
comment on column statistics.spell.former_cell is 'The cell of the day before the first day, when there is one; next_cell that of the day after the last.';
comment on column statistics.spell.age_from is 'The first day of each band of age after the lowest; party_age_from the same of party age, which is known from party_age_known on.';

create table statistics.stale (
  organisation_id uuid not null
);
comment on table statistics.stale is 'Below which organisations the tree has changed since their sums were made.';

create table statistics.touched (
  person_id uuid not null
);
alter table statistics.touched enable row level security;
comment on table statistics.touched is 'Whose facts have changed since they were settled; a person may stand here several times.';

CREATE OR REPLACE FUNCTION statistics.acts_kept_sql(acts text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select '(select a.act, a.days * daterange($3, null) as days, a.cell_id, a.seen_on, a.woman, a.minority, a.probationary from ' || acts || ' a where a.days && daterange($3, null))'
$function$;

CREATE OR REPLACE FUNCTION statistics.acts_now(people uuid[])
 RETURNS SETOF statistics.act
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query execute statistics.acts_sql(false) using people;
end $function$;

CREATE OR REPLACE FUNCTION statistics.acts_sql(of_all boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace($q$
  with stood as materialized (
    select p.person_id, p.cell_id, p.valid_during as days, lead(lower(p.valid_during)) over (partition by p.person_id order by p.valid_during) as next_from
    from members.placement p where p.superseded_at is null and not isempty(p.valid_during) and not lower_inf(p.valid_during) {p}
  ), status as materialized (
    select p.person_id, p.status, p.valid_during as days from members.status p where p.superseded_at is null and not isempty(p.valid_during) and p.status in ('probationary', 'exempt') {p}
  ), on_probation as (
    select person_id, range_agg(days) as days from status where status = 'probationary' group by 1
  ), act as (
    select p.person_id, p.act, p.on_day, p.sorted_on from lifecycle.acts_between('-infinity', 'infinity', null) p where true {p}
    union all select p.person_id, p.act, p.on_day, p.sorted_on from cards.acts_between('-infinity', 'infinity', null) p where true {p}
    union all select p.person_id, p.act, p.on_day, p.sorted_on from members.acts_between('-infinity', 'infinity', null) p where p.act <> 'exempt' {p}
  ), located as (
    select a.person_id, a.act, daterange(a.on_day, a.on_day, '[]') as days, s.cell_id, least(a.sorted_on, upper(s.days) - 1) as seen_on, a.sorted_on
    from act a join stood s on s.person_id = a.person_id and lower(s.days) <= a.sorted_on and (s.next_from is null or s.next_from > a.sorted_on)
    union all select p.person_id, p.act, daterange(p.on_day, p.on_day, '[]'), p.cell_id, p.on_day, p.on_day from transfers.acts_between('-infinity', 'infinity', null) p where true {p}
    union all select e.person_id, 'exempt', e.days * s.days, s.cell_id, null, null from status e join stood s on s.person_id = e.person_id and s.days && e.days where e.status = 'exempt'
    union all select e.person_id, 'exempt', e.days * daterange(upper(s.days), s.next_from), s.cell_id, upper(s.days) - 1, null
      from status e join stood s on s.person_id = e.person_id and not upper_inf(s.days) and e.days && daterange(upper(s.days), s.next_from) where e.status = 'exempt'
  )
  select l.person_id, l.act, l.days, l.cell_id, l.seen_on, coalesce(x.sex = 'female', false), coalesce(x.ethnicity <> 'Kinh', false), coalesce(o.days @> l.sorted_on, false)
  from located l join members.person x on x.id = l.person_id left join on_probation o on o.person_id = l.person_id
  $q$, '{p}', case when of_all then '' else 'and p.person_id = any ($1)' end)
$function$;

CREATE OR REPLACE FUNCTION statistics.add_changes()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  create temp table statistics_year on commit drop as
  with change as materialized (
    select organisation_id, base, trait, value, mark, extract(year from on_day)::int as year, array_agg(extract(doy from on_day)::smallint) as days, array_agg(n) as ns from pg_temp.statistics_change group by 1, 2, 3, 4, 5, 6
  )
  select c.organisation_id, c.base, c.trait, c.value, c.mark, c.year, coalesce(m.days, '{}') as days, coalesce(m.sums, '{}') as sums, coalesce(m.sums[cardinality(m.sums)], 0) as total
  from change c
  left join statistics.kept_sum k on k.organisation_id = c.organisation_id and k.base = c.base and k.trait = c.trait and k.value is not distinct from c.value and k.mark = c.mark and k.year = c.year
  cross join lateral (
    select array_agg(s.day order by s.day) as days, array_agg(s.up_to order by s.day) as sums from (
      select e.day, sum(sum(e.n)) over (order by e.day)::int as up_to
      from (select u.day, u.n from unnest(c.days, c.ns) u (day, n) union all select d.day, d.up_to - d.before from unnest(k.days, k.sums, 0 || k.sums) d (day, up_to, before) where d.day is not null) e
      group by e.day having sum(e.n) <> 0) s) m;

  insert into statistics.kept_sum as k select * from pg_temp.statistics_year y where y.days <> '{}'
    on conflict (organisation_id, base, trait, value, mark, year) do update set days = excluded.days, sums = excluded.sums, total = excluded.total;
  delete from statistics.kept_sum k using pg_temp.statistics_year y where y.days = '{}' and k.organisation_id = y.organisation_id and k.base = y.base and k.trait = y.trait and k.value is not distinct from y.value
    and k.mark = y.mark and k.year = y.year;
  drop table pg_temp.statistics_year;
end $function$;

CREATE OR REPLACE FUNCTION statistics.age_days(born_on text, bounds integer[])
 RETURNS date[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  select case when length(born_on) in (4, 7, 10) then array(
    select case length(born_on)
      when 4 then make_date(left(born_on, 4)::int + b + 1, 1, 1) - 1
      when 7 then (make_date(left(born_on, 4)::int + b, 1, 1) + make_interval(months => right(born_on, 2)::int))::date - 1
      else least((m.first + (greatest(right(born_on, 2)::int, 1) - 1)), (m.first + interval '1 month')::date) end
    from unnest(bounds) with ordinality u (b, nth)
    cross join lateral (select (make_date(left(born_on, 4)::int + b, 1, 1) + make_interval(months => coalesce(nullif(substr(born_on, 6, 2), ''), '1')::int - 1))::date as first) m
    order by nth) end
$function$;

CREATE OR REPLACE FUNCTION statistics.balance(organisations uuid[], within uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(organisation_id uuid, item text, people integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  summed uuid[] := '{}';
begin
  if not access.reaches_people(within) then return; end if;
  if known_at is null and from_day <= until_day then
    summed := array(select o from unnest(organisations) o where (o = within or exists (select from organisations.closure_known(known_at) c where c.ancestor_id = within and c.descendant_id = o and c.valid_during @> daterange(from_day - 1, until_day, '[]')))
      and statistics.way_of_counting(o, from_day, until_day, sorting) = 'sums');
  end if;
  return query
    select o, k.value, k.people from unnest(summed) o cross join lateral statistics.kept_counts(o, from_day, until_day, sorting, '{changes}', 'sums') k where k.base = 'changes' and k.trait = 'item' and k.mark = 'total'
    union all
    select b.organisation_id, b.item, b.people from members.balance(array(select o from unnest(organisations) o where o <> all (summed)), within, from_day, until_day, known_at) b;
end 
$function$;
grant execute on function statistics.balance(uuid[],uuid,date,date,timestamp with time zone,jsonb) to dangvu_program;

CREATE OR REPLACE FUNCTION statistics.behind(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb, of_base text, of_trait text, of_values text[], of_mark text)
 RETURNS TABLE(subject_id uuid, value text, on_day date, keeper_id uuid, sort_key text, total integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  reach constant uuid[] := array(select access.people_reach());
begin
  if organisation <> all (reach) then return; end if;
  return query
    with behind as materialized (
      select l.subject_id, l.base, l.traits ->> of_trait as value, l.on_day from statistics.lines(organisation, from_day, until_day, known_at, sorting, array[of_base]) l
      where l.base = of_base and (of_trait = 'all' or coalesce(l.traits ->> of_trait, '') = any (of_values)) and (of_mark = 'total' or of_mark = any (l.marks)))
    select l.subject_id, l.value, l.on_day, coalesce(x.keeper_id, o.id), coalesce(x.sort_key, l.subject_id::text), (select count(*)::int from behind)
    from behind l
    left join members.person x on x.id = l.subject_id and l.base <> 'organisations'
    left join organisations.organisation o on o.id = l.subject_id and l.base = 'organisations'
    where o.id is not null or x.keeper_id = any (reach);
end $function$;
grant execute on function statistics.behind(uuid,date,date,timestamp with time zone,jsonb,text,text,text[],text) to dangvu_program;

CREATE OR REPLACE FUNCTION statistics.changes_by_spells(organisation uuid, from_day date, until_day date, sorting jsonb)
 RETURNS TABLE(base text, trait text, value text, mark text, on_day date, n integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  touched constant uuid[] := statistics.touched_below(organisation);
  given constant text := 'given as materialized (
    select s.person_id, s.cell_id, case when s.status is null then s.days else s.days * daterange($4 - 1, null) end as days, s.status, s.former_cell, s.next_cell, s.way_in, s.way_out, s.on_probation, s.sex, s.ethnicity, s.religion,
      s.general_education, s.profession, s.political_theory, s.occupation, s.age_from, s.party_age_known, s.party_age_from
    from (select * from statistics.spell where cell_id = any ($3) and person_id <> all ($5) union all select * from unnest($6)) s
    where case when s.status is null then s.days && daterange($4 - 1, $2, ''[]'') else s.days @> ($4 - 1) or s.days @> $2 end), ';
begin
  return query execute 'select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (' || statistics.contributions_sql('given', 'case when on_day < $4 then $4 - 1 else $2 end', given) || ') c'
    using array[organisation], until_day, array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = organisation), from_day, touched,
      case when touched = '{}' then '{}' else array(select s from statistics.spells_now(touched, sorting) s) end;
end $function$;

CREATE OR REPLACE FUNCTION statistics.changes_by_sums(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[])
 RETURNS TABLE(base text, trait text, value text, mark text, on_day date, n integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  day constant text := 'case when on_day < $4 then $4 - 1 else $2 end';
  less_and_more constant text := 'select c.base, c.trait, c.value, c.mark, c.on_day, -c.n from (%s) c union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (%s) c';
  both text;
  flows constant text[] := case when bases && '{changes,admitted}' then '{placed,changes,admitted}'::text[] else '{}' end || case when bases && '{acts}' then '{acts}'::text[] else '{}' end;
  touched uuid[];
begin
  if bases && '{stand,changes,admitted}' then
    touched := statistics.touched_below(organisation);
    if touched <> '{}' then
      return query select c.base, c.trait, c.value, c.mark, c.on_day, -c.n from statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spell s where s.person_id = any (touched))) c
        union all select c.base, c.trait, c.value, c.mark, c.on_day, c.n from statistics.contributions(array[organisation], from_day, until_day, array(select s from statistics.spells_now(touched, sorting) s)) c;
    end if;
  end if;
  if bases && '{committee}' then
    touched := statistics.touched_seats(organisation);
    if touched <> '{}' then
      return query execute format(less_and_more, statistics.contributions_of_seats_sql('(select * from statistics.seat where person_id = any ($3))', day), statistics.contributions_of_seats_sql('statistics.seats_now($3, $5)', day))
        using array[organisation], until_day, touched, from_day, sorting;
    end if;
  end if;
  if bases && '{acts}' then
    touched := statistics.touched_acts(organisation);
    if touched <> '{}' then
      return query execute format(less_and_more, statistics.contributions_of_acts_sql('(select * from statistics.act where person_id = any ($3))', day), statistics.contributions_of_acts_sql('statistics.acts_now($3)', day))
        using array[organisation], until_day, touched, from_day;
    end if;
  end if;
  if bases && '{organisations}' then return query select r.base, r.trait, r.value, r.mark, until_day, r.n from statistics.resized(organisation, until_day, members.bounds(sorting, 'size')) r; end if;
  return query
    select s.base, s.trait, s.value, s.mark, d.on_day, s.n * d.times from statistics.sum_until(organisation, flows, from_day - 1) s, (values (from_day - 1, 1), (until_day, -1)) d (on_day, times)
    union all select s.base, s.trait, s.value, s.mark, until_day, s.n from statistics.sum_until(organisation, flows || bases || case when bases && '{acts}' then '{exempt}'::text[] else '{}' end, until_day) s;
end $function$;

CREATE OR REPLACE FUNCTION statistics.contributions(organisations uuid[], from_day date, until_day date, spells statistics.spell[])
 RETURNS TABLE(organisation_id uuid, base text, trait text, value text, mark text, on_day date, n integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query execute statistics.contributions_sql('unnest($3)', 'case when on_day < $4 then $4 - 1 else $2 end') using organisations, until_day, spells, from_day;
end $function$;

CREATE OR REPLACE FUNCTION statistics.contributions_of_acts_sql(acts text, day text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace($q$
  with piece as (
    select c.ancestor_id as organisation_id, a.act, a.woman, a.minority, a.probationary, case when a.seen_on is null then a.days * c.valid_during else a.days end as days
    from $q$ || acts || $q$ a join organisations.closure c on c.descendant_id = a.cell_id and c.ancestor_id = any ($1)
      and case when a.seen_on is null then c.valid_during && a.days else c.valid_during @> a.seen_on end
  ), step as (
    select p.organisation_id, p.act, {day} as on_day, sum(e.n) as total, sum(e.n) filter (where p.woman) as women, sum(e.n) filter (where p.minority) as minority, sum(e.n) filter (where p.probationary) as probationary
    from piece p cross join lateral (values (coalesce(lower(p.days), '-infinity'), 1), (case p.act when 'exempt' then nullif(upper(p.days), 'infinity') end, -1)) e (on_day, n) where e.on_day <= $2 group by 1, 2, 3
  )
  select s.organisation_id, case s.act when 'exempt' then 'exempt' else 'acts' end as base, t.trait, t.value, m.mark, s.on_day, sum(m.n)::int as n
  from step s cross join lateral (values ('act', s.act), ('all', 'all')) t (trait, value)
  cross join lateral (values ('total', s.total), ('women', s.women), ('ethnicMinority', s.minority), ('probationary', s.probationary)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$, '{day}', day)
$function$;

CREATE OR REPLACE FUNCTION statistics.contributions_of_organisations_sql(sizes text, day text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace($q$
  with step as (
    select c.ancestor_id as organisation_id, s.type, s.area, s.size, s.level, {day} as on_day, sum(e.n) as n
    from $q$ || sizes || $q$ s join organisations.closure c on c.descendant_id = s.organisation_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as days) b
    cross join lateral (values (coalesce(lower(b.days), '-infinity'), 1), (nullif(upper(b.days), 'infinity'), -1)) e (on_day, n) where e.on_day <= $2 group by 1, 2, 3, 4, 5, 6
  )
  select s.organisation_id, 'organisations' as base, t.trait, t.value, m.mark, s.on_day, sum(s.n)::int as n
  from step s cross join lateral (values ('all', 'all'), ('type', s.type), ('area', s.area), ('size', s.size)) t (trait, value) cross join lateral (values ('total'), (s.level)) m (mark)
  group by 1, 2, 3, 4, 5, 6 having sum(s.n) <> 0
  $q$, '{day}', day)
$function$;

CREATE OR REPLACE FUNCTION statistics.contributions_of_seats_sql(seats text, day text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace($q$
  with piece as not materialized (
    select c.ancestor_id as organisation_id, s.position, s.level, s.sex, s.ethnicity, s.religion, s.general_education, s.profession, s.political_theory, s.occupation, s.age_from,
      coalesce(lower(b.below), '-infinity') as since, nullif(upper(b.below), 'infinity') as until, coalesce(s.sex = 'female', false) as woman, coalesce(s.ethnicity <> 'Kinh', false) as minority
    from $q$ || seats || $q$ s join organisations.closure c on c.descendant_id = s.organisation_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as below) b
  ), step as (
    select p.*, e.on_day, e.n, width_bucket(e.seen_on, p.age_from) as age_band from piece p cross join lateral (values (p.since, p.since, 1), (p.until, p.until - 1, -1)) e (on_day, seen_on, n) where e.on_day <= $2
  ), seated as (
    select organisation_id, {day} as on_day, level, grouping(position, sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band) as sorted,
      coalesce(position, sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band::text) as value,
      sum(n) as total, sum(n) filter (where woman) as women, sum(n) filter (where minority) as minority
    from step group by organisation_id, {day}, level, grouping sets ((), (position), (sex), (ethnicity), (religion), (general_education), (profession), (political_theory), (occupation), (age_band))
  ), crossing as (
    select organisation_id, level, woman, minority, generate_series(first, last - 1) as left_band, generate_series(first + 1, last) as band, unnest(age_from[first + 1 : last]) as on_day
    from (select p.*, width_bucket(p.since, p.age_from) as first, width_bucket(least(p.until - 1, $2), p.age_from) as last from piece p) b where first < last
  ), crossed as (
    select organisation_id, {day} as on_day, level, left_band, band, count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority from crossing where on_day < 'infinity' group by 1, 2, 3, 4, 5
  ), number as (
    select organisation_id, case sorted when 511 then 'all' when 255 then 'position' when 383 then 'sex' when 447 then 'ethnicity' when 479 then 'religion' when 495 then 'generalEducation' when 503 then 'profession'
      when 507 then 'politicalTheory' when 509 then 'occupation' else 'ageBand' end as trait, case sorted when 511 then 'all' else value end as value, on_day, level, total, women, minority from seated
    union all select organisation_id, 'ageBand', band::text, on_day, level, total, women, minority from crossed
    union all select organisation_id, 'ageBand', left_band::text, on_day, level, -total, -women, -minority from crossed
  )
  select n.organisation_id, 'committee' as base, n.trait, n.value, m.mark, n.on_day, sum(m.n)::int as n
  from number n cross join lateral (values ('total', n.total), ('women', n.women), ('ethnicMinority', n.minority), (n.level, n.total)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$, '{day}', day)
$function$;

CREATE OR REPLACE FUNCTION statistics.contributions_sql(spells text, day text, given text DEFAULT ''::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace(replace($q$
  with {given}piece as not materialized (
    select c.ancestor_id as organisation_id, s.*, b.below, coalesce(lower(b.below), '-infinity') as since, nullif(upper(b.below), 'infinity') as until,
      coalesce(s.sex = 'female', false) as woman, coalesce(s.ethnicity <> 'Kinh', false) as minority
    from $q$ || spells || $q$ s join organisations.closure c on c.descendant_id = s.cell_id and c.ancestor_id = any ($1) and c.valid_during && s.days
    cross join lateral (select s.days * c.valid_during as below offset 0) b
  ), step as (
    select p.organisation_id, p.woman, p.minority, p.status = 'probationary' as probationary, p.sex, p.status, p.ethnicity, p.religion, p.general_education, p.political_theory, e.on_day, e.n,
      width_bucket(e.seen_on, p.age_from) as age_band, case when p.party_age_known <= e.seen_on then width_bucket(e.seen_on, p.party_age_from) end as party_age_band
    from piece p cross join lateral (values (p.since, p.since, 1), (p.until, p.until - 1, -1)) e (on_day, seen_on, n) where p.status is not null and e.on_day <= $2
  ), stood as (
    select organisation_id, {day} as on_day, grouping(sex, status, ethnicity, religion, general_education, political_theory, age_band, party_age_band) as sorted,
      coalesce(sex, status, ethnicity, religion, general_education, political_theory, age_band::text, party_age_band::text) as value,
      sum(n) as total, sum(n) filter (where woman) as women, sum(n) filter (where minority) as minority, sum(n) filter (where probationary) as probationary
    from step group by organisation_id, {day}, grouping sets ((), (sex), (status), (ethnicity), (religion), (general_education), (political_theory), (age_band), (party_age_band))
  ), banded as (
    select p.organisation_id, p.woman, p.minority, p.status = 'probationary' as probationary, b.trait, b.from_day, b.days, width_bucket(b.from_day, b.days) as first, width_bucket(least(p.until - 1, $2), b.days) as last
    from piece p cross join lateral (values ('ageBand', p.since, p.age_from), ('partyAgeBand', greatest(p.since, p.party_age_known), case when p.party_age_known is not null then p.party_age_from end)) b (trait, from_day, days)
    where p.status is not null
  ), crossing as (
    select organisation_id, woman, minority, probationary, trait, generate_series(first, last - 1) as left_band, generate_series(first + 1, last) as band, unnest(days[first + 1 : last]) as on_day from banded where first < last
    union all
    select organisation_id, woman, minority, status = 'probationary', 'partyAgeBand', null, width_bucket(party_age_known, party_age_from), party_age_known from piece
    where status is not null and party_age_known > since and party_age_known < coalesce(until, 'infinity') and party_age_known <= $2
  ), crossed as (
    select organisation_id, trait, left_band, band, {day} as on_day, count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority, count(*) filter (where probationary) as probationary
    from crossing where on_day < 'infinity' group by 1, 2, 3, 4, 5
  ), placed as (
    select p.organisation_id, {day} as on_day, sum(e.n) as total, sum(e.n) filter (where p.woman) as women, sum(e.n) filter (where p.minority) as minority
    from piece p cross join lateral (values (p.since, 1), (p.until, -1)) e (on_day, n) where p.status is null and e.on_day <= $2 group by 1, 2
  ), way as (
    select p.*, p.since as on_day, p.since as seen_on, case when lower(p.below) = lower(p.days) then p.way_in else 'reorganisedIn' end as item
    from piece p where p.status is null and p.since > '-infinity' and p.since <= $2 and (
      select count(*) from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> p.since - 1
        and c.descendant_id = case when lower(p.below) = lower(p.days) then p.former_cell else p.cell_id end) = 0
    union all
    select p.*, p.until, p.until - 1, case when upper(p.below) = upper(p.days) then p.way_out else 'reorganisedOut' end
    from piece p where p.status is null and p.until <= $2 and (
      select count(*) from organisations.closure c where c.ancestor_id = p.organisation_id and c.valid_during @> p.until
        and c.descendant_id = case when upper(p.below) = upper(p.days) then p.next_cell else p.cell_id end) = 0
  ), went as (
    select w.*, coalesce(w.on_probation @> w.seen_on, false) as probationary, width_bucket(w.on_day, w.age_from) as age_band from way w
  ), flowed as (
    select organisation_id, {day} as on_day, item, grouping(sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band) as sorted,
      coalesce(sex, ethnicity, religion, general_education, profession, political_theory, occupation, age_band::text) as value,
      count(*) as total, count(*) filter (where woman) as women, count(*) filter (where minority) as minority, count(*) filter (where probationary) as probationary
    from went group by organisation_id, {day}, item, grouping sets ((), (sex), (ethnicity), (religion), (general_education), (profession), (political_theory), (occupation), (age_band))
  ), number as (
    select organisation_id, 'stand' as base, case sorted when 255 then 'all' when 127 then 'sex' when 191 then 'status' when 223 then 'ethnicity' when 239 then 'religion' when 247 then 'generalEducation'
      when 251 then 'politicalTheory' when 253 then 'ageBand' else 'partyAgeBand' end as trait, case sorted when 255 then 'all' else value end as value, on_day, total, women, minority, probationary from stood
    union all select organisation_id, 'stand', trait, band::text, on_day, total, women, minority, probationary from crossed
    union all select organisation_id, 'stand', trait, left_band::text, on_day, -total, -women, -minority, -probationary from crossed
    union all select organisation_id, 'placed', 'all', 'all', on_day, total, women, minority, null from placed
    union all select organisation_id, 'placed', 'all', 'all', on_day, null, null, null, probationary from stood where sorted = 255
    union all select organisation_id, 'changes', 'item', item, on_day, total, women, minority, probationary from flowed where sorted = 255
    union all select organisation_id, 'admitted', case sorted when 255 then 'all' when 127 then 'sex' when 191 then 'ethnicity' when 223 then 'religion' when 239 then 'generalEducation' when 247 then 'profession'
      when 251 then 'politicalTheory' when 253 then 'occupation' else 'ageBand' end, case sorted when 255 then 'all' else value end, on_day, total, women, minority, probationary from flowed where item = 'admitted'
  )
  select n.organisation_id, n.base, n.trait, n.value, m.mark, n.on_day, sum(m.n)::int as n
  from number n cross join lateral (values ('total', n.total), ('women', n.women), ('ethnicMinority', n.minority), ('probationary', n.probationary)) m (mark, n)
  where m.n <> 0 group by 1, 2, 3, 4, 5, 6 having sum(m.n) <> 0
  $q$, '{day}', day), '{given}', given)
$function$;

CREATE OR REPLACE FUNCTION statistics.count_heads(cells uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  delete from statistics.headcount h where cells is null or h.cell_id = any (cells);
  insert into statistics.headcount
    select c.cell_id, array_agg(c.day order by c.day), array_agg(c.members order by c.day) from (
      select s.cell_id, e.day, sum(sum(e.n)) over (partition by s.cell_id order by e.day)::int as members
      from statistics.spell s cross join lateral (values (coalesce(lower(s.days), '-infinity'), 1), (nullif(upper(s.days), 'infinity'), -1)) e (day, n)
      where s.status is null and e.day is not null and (cells is null or s.cell_id = any (cells)) group by s.cell_id, e.day having sum(e.n) <> 0) c
    group by 1;
end $function$;

CREATE OR REPLACE FUNCTION statistics.counts(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb, bases text[])
 RETURNS TABLE(base text, trait text, value text, mark text, people integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  way text := 'anew';
begin
  if not access.reaches_people(organisation) then return; end if;
  if known_at is null and from_day <= until_day then way := statistics.way_of_counting(organisation, from_day, until_day, sorting); end if;
  if way = 'anew' then
    return query select * from statistics.counts_anew(organisation, from_day, until_day, known_at, sorting, bases);
  else
    return query select * from statistics.kept_counts(organisation, from_day, until_day, sorting, bases, way);
  end if;
end $function$;
grant execute on function statistics.counts(uuid,date,date,timestamp with time zone,jsonb,text[]) to dangvu_program;

CREATE OR REPLACE FUNCTION statistics.counts_anew(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb, bases text[])
 RETURNS TABLE(base text, trait text, value text, mark text, people integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select l.base, t.key, t.value, m.mark, count(*)::int
    from statistics.lines(organisation, from_day, until_day, known_at, sorting, bases) l, jsonb_each_text(l.traits || '{"all": "all"}') t, unnest(l.marks || 'total'::text) m (mark)
    group by 1, 2, 3, 4;
end $function$;

CREATE OR REPLACE FUNCTION statistics.differences(organisation uuid, from_day date, until_day date, sorting jsonb, way text)
 RETURNS TABLE(base text, trait text, value text, mark text, kept integer, counted integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
AS $function$
  select coalesce(k.base, c.base), coalesce(k.trait, c.trait), coalesce(k.value, c.value), coalesce(k.mark, c.mark), coalesce(k.people, 0), coalesce(c.people, 0)
  from statistics.kept_counts(organisation, from_day, until_day, sorting, null, way) k
  full join (select * from statistics.counts_anew(organisation, from_day, until_day, null, sorting, null)) c
    on c.base = k.base and c.trait = k.trait and coalesce(c.value, '') = coalesce(k.value, '') and (c.value is null) = (k.value is null) and c.mark = k.mark
  where k.people is distinct from c.people
$function$;

CREATE OR REPLACE FUNCTION statistics.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(subject_id uuid, fact text)
 LANGUAGE sql
 STABLE
AS $function$
  select * from members.facts_behind(subjects, from_day, until_day, known_at)
  union all select * from lifecycle.facts_behind(subjects, from_day, until_day, known_at)
  union all select * from transfers.facts_behind(subjects, from_day, until_day, known_at)
  union all select * from cards.facts_behind(subjects, from_day, until_day, known_at)
$function$;

CREATE OR REPLACE FUNCTION statistics.fewest_kept()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN 20000;

CREATE OR REPLACE FUNCTION statistics.headcount_since(people uuid[], day date)
 RETURNS TABLE(cell_id uuid, n integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select d.cell_id, sum(d.n)::int from (
    select s.cell_id, -1 as n from statistics.spell s where s.person_id = any (people) and s.status is null and s.days @> day
    union all select p.cell_id, 1 from members.placement p where p.person_id = any (people) and p.superseded_at is null and p.valid_during @> day) d
  group by 1 having sum(d.n) <> 0
$function$;

CREATE OR REPLACE FUNCTION statistics.kept_counts(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[], way text)
 RETURNS TABLE(base text, trait text, value text, mark text, people integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  every constant text[] := coalesce(bases, '{stand,changes,admitted,organisations,committee,acts}');
  wanted constant text[] := every || case when every && '{changes,admitted}' then '{changes,admitted}'::text[] else '{}' end;
  summed text[] := case way when 'sums' then wanted else '{}' end;
  others text[];
begin
  if summed && '{organisations}' and exists (select from statistics.reshaped r where r.organisation_id = organisation) then summed := array_remove(summed, 'organisations'); end if;
  others := array(select w from unnest(wanted) w where w <> all (summed));
  return query
  with change as (
    select * from statistics.changes_by_sums(organisation, from_day, until_day, sorting, summed) where summed <> '{}'
    union all select * from statistics.changes_by_spells(organisation, from_day, until_day, sorting) where others && '{stand,changes,admitted}'
    union all select * from statistics.others_by_spells(organisation, from_day, until_day, sorting, others) where others && '{organisations,committee,acts}'
  ), number as (
    select c.base, c.trait, c.value, c.mark, c.n from change c where c.base in ('stand', 'committee', 'organisations') or c.base in ('changes', 'admitted', 'acts') and c.on_day >= from_day
    union all select 'acts', c.trait, c.value, c.mark, c.n from change c where c.base = 'exempt'
    union all select c.base, 'all', 'all', c.mark, c.n from change c where c.base = 'changes' and c.on_day >= from_day
    union all select 'changes', t.trait, t.value, c.mark, c.n from change c, (values ('opening', 'item', 'opening'), ('opening', 'all', 'all'), ('closing', 'item', 'closing'), ('closing', 'all', 'all')) t (side, trait, value)
      where c.base = 'placed' and (t.side = 'closing' or c.on_day < from_day)
  )
  select n.base, n.trait, n.value, n.mark, sum(n.n)::int from number n where n.base = any (wanted) group by 1, 2, 3, 4 having sum(n.n) <> 0;
end $function$;

CREATE OR REPLACE FUNCTION statistics.kept_days(today date, OUT first_day date, OUT last_day date)
 RETURNS record
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select make_date(y - 12, 1, 1), make_date(y + 2, 12, 31) from (select extract(year from today)::int as y) t
$function$;

CREATE OR REPLACE FUNCTION statistics.large(fewest integer)
 RETURNS TABLE(organisation_id uuid, members integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select c.ancestor_id, sum(p.members)::int from (select p.cell_id, count(*) as members from members.placement p where p.superseded_at is null and upper_inf(p.valid_during) group by 1) p
  join organisations.closure c on c.descendant_id = p.cell_id and upper_inf(c.valid_during) group by 1
  having sum(p.members) > case when exists (select from organisations.closure a where a.descendant_id = c.ancestor_id and a.depth > 0 and upper_inf(a.valid_during)) then fewest else least(fewest, 2000) end
  order by 2 desc, 1
$function$;

CREATE OR REPLACE FUNCTION statistics.lines(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb, bases text[])
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  select * from members.lines_of_changes(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{changes,admitted}'
  union all select * from members.lines_of_stand(organisation, until_day, known_at, sorting) where bases is null or bases && '{stand}'
  union all select * from members.lines_of_organisations(organisation, until_day, known_at, sorting) where bases is null or bases && '{organisations}'
  union all select * from members.lines_of_committees(organisation, until_day, known_at, sorting) where bases is null or bases && '{committee}'
  union all select * from statistics.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
  union all select * from transfers.lines_of_acts(organisation, from_day, until_day, known_at, sorting) where bases is null or bases && '{acts}'
$function$;

CREATE OR REPLACE FUNCTION statistics.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  people constant uuid[] := members.few_below(organisation, 20000);
begin
  return query
    with act as materialized (
      select a.* from lifecycle.acts_between(from_day, until_day, known_at) a where people is null or a.person_id = any (people)
      union all select a.* from cards.acts_between(from_day, until_day, known_at) a where people is null or a.person_id = any (people)
      union all select a.* from members.acts_between(from_day, until_day, known_at) a where people is null or a.person_id = any (people)
    ), listed as (select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.sorted_on) as sorted_on, array_agg(a.on_day) as days from act a)
    select 'acts', b.subject_id, jsonb_build_object('act', b.act), b.marks, b.on_day from listed l, members.lines_below(organisation, l.people, l.acts, l.sorted_on, l.days, known_at, sorting) b;
end $function$;

CREATE OR REPLACE FUNCTION statistics.make_sums(organisations uuid[], members integer[], reshaped uuid[], first_day date, last_day date, size_bounds integer[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  into_changes constant text := 'insert into pg_temp.statistics_change ';
  day constant text := 'greatest(on_day, $3)';
  batch uuid[];
  whole uuid[];
begin
  create temp table statistics_size on commit drop as
    select * from statistics.sizes(array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = any (organisations)), first_day, last_day, size_bounds);
  for batch in
    select array_agg(b.id) from (select u.id, (sum(u.members) over (order by u.members desc, u.id) - u.members) / statistics.most_at_once() as nth from unnest(organisations, members) u (id, members)) b group by b.nth order by b.nth
  loop
    delete from pg_temp.statistics_change;
    whole := array(select b from unnest(batch) b where b <> all (reshaped));
    if whole <> '{}' then
      execute into_changes || statistics.contributions_sql(statistics.spells_kept_sql('statistics.spell'), day) using whole, last_day, first_day;
      execute into_changes || statistics.contributions_of_seats_sql(statistics.seats_kept_sql('statistics.seat'), day) using whole, last_day, first_day;
      execute into_changes || statistics.contributions_of_acts_sql(statistics.acts_kept_sql('statistics.act'), day) using whole, last_day, first_day;
    end if;
    execute into_changes || statistics.contributions_of_organisations_sql('pg_temp.statistics_size', day) using batch, last_day, first_day;
    perform statistics.add_changes();
  end loop;
  delete from pg_temp.statistics_change;
  drop table pg_temp.statistics_size;
end $function$;

CREATE OR REPLACE FUNCTION statistics.mark_reshaped()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.reshaped
    select c.ancestor_id from organisations.closure c where c.descendant_id in (select p.organisation_id from changed p union select p.parent_id from changed p)
    union select c.descendant_id from organisations.closure c where c.ancestor_id in (select p.organisation_id from changed p)
    union select p.organisation_id from changed p union select p.parent_id from changed p where p.parent_id is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.mark_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.stale select k.organisation_id from statistics.kept_organisation k where k.tree <> statistics.tree_of(k.organisation_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.membership_years_reach(person uuid, years integer)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  low date := '1900-01-01';
  high date := '2200-01-01';
  middle date;
begin
  if coalesce(members.membership_years(person, high) >= coalesce(years, 0), false) is false then return 'infinity'; end if;
  while low < high loop
    middle := low + (high - low) / 2;
    if coalesce(members.membership_years(person, middle) >= coalesce(years, 0), false) then high := middle; else low := middle + 1; end if;
  end loop;
  return low;
end $function$;

CREATE OR REPLACE FUNCTION statistics.membership_years_reached(person uuid, bounds integer[], OUT known date, OUT reached date[])
 RETURNS record
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with stretch as materialized (
    select lower(s.days) as begins, coalesce(members.full_months(lower(s.days), upper(s.days)), 'infinity'::float8) as months,
      coalesce(lag(coalesce(upper(s.days), 'infinity')) over (order by s.days) > lower(s.days), false) as overlapping
    from members.membership_stretches(person) s
  ), filled as (
    select begins, months, coalesce(sum(months) over (order by begins rows between unbounded preceding and 1 preceding), 0) as before from stretch where not exists (select from stretch where overlapping)
  )
  select (select min(begins) from stretch), array(
    select case when exists (select from stretch where overlapping) then statistics.membership_years_reach(person, b)
      else coalesce((select (f.begins + make_interval(months => (12 * b - f.before)::int))::date from filled f where f.before + f.months >= 12 * b order by f.begins limit 1), 'infinity') end
    from unnest(bounds) with ordinality u (b, nth) order by nth)
$function$;

CREATE OR REPLACE FUNCTION statistics.most_at_once()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ select 2000000 $function$;

CREATE OR REPLACE FUNCTION statistics.organisations_by_heads(organisation uuid, day date, sizes integer[])
 RETURNS TABLE(base text, trait text, value text, mark text, n integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  return query
  with below as materialized (
    select c.descendant_id as id from organisations.closure c where c.ancestor_id = organisation and c.valid_during @> day
  ), headed as (
    select h.cell_id, h.members[width_bucket(day, h.days)] as n from statistics.headcount h where h.cell_id in (select b.id from below b)
    union all select d.cell_id, d.n from statistics.headcount_since(statistics.touched_below(organisation), day) d
  ), sized as (
    select c.ancestor_id as id, sum(h.n)::int as members from headed h join organisations.closure c on c.descendant_id = h.cell_id and c.valid_during @> day where h.n <> 0 group by 1
  ), area as (
    select distinct on (b.id) b.id, v.area_kind from below b join organisations.closure a on a.descendant_id = b.id and a.valid_during @> day
    join organisations.version v on v.organisation_id = a.ancestor_id and v.superseded_at is null and v.valid_during @> day and v.area_kind is not null order by b.id, a.depth
  )
  select 'organisations', t.trait, t.value, m.mark, count(*)::int
  from below b join organisations.version v on v.organisation_id = b.id and v.superseded_at is null and v.valid_during @> day and organisations.counted_level(v.type) is not null
  left join sized s on s.id = b.id left join area a on a.id = b.id
  cross join lateral (values ('all', 'all'), ('type', v.type), ('area', a.area_kind), ('size', width_bucket(coalesce(s.members, 0), sizes)::text)) t (trait, value)
  cross join lateral (values ('total'), (organisations.counted_level(v.type))) m (mark) group by 2, 3, 4;
end $function$;

CREATE OR REPLACE FUNCTION statistics.others_by_spells(organisation uuid, from_day date, until_day date, sorting jsonb, bases text[])
 RETURNS TABLE(base text, trait text, value text, mark text, on_day date, n integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  day constant text := 'case when on_day < $4 then $4 - 1 else $2 end';
  below constant uuid[] := array(select distinct c.descendant_id from organisations.closure c where c.ancestor_id = organisation);
begin
  if bases && '{committee}' then
    return query execute 'select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (' || statistics.contributions_of_seats_sql('(
      select * from (select * from statistics.seat where organisation_id = any ($6) and person_id <> all ($3) union all select * from statistics.seats_now($3, $5)) s where s.days @> $2)', day) || ') c'
      using array[organisation], until_day, statistics.touched_seats(organisation), from_day, sorting, below;
  end if;
  if bases && '{acts}' then
    return query execute 'select c.base, c.trait, c.value, c.mark, c.on_day, c.n from (' || statistics.contributions_of_acts_sql('(
      select * from (select * from statistics.act where cell_id = any ($5) and person_id <> all ($3) union all select * from statistics.acts_now($3)) a
      where case a.act when ''exempt'' then a.days @> $2 else a.days && daterange($4, $2, ''[]'') end)', day) || ') c' using array[organisation], until_day, statistics.touched_acts(organisation), from_day, below;
  end if;
  if bases && '{organisations}' then return query select o.base, o.trait, o.value, o.mark, until_day, o.n from statistics.organisations_by_heads(organisation, until_day, members.bounds(sorting, 'size')) o; end if;
end $function$;

CREATE OR REPLACE FUNCTION statistics.positions(sorting jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array(select p from jsonb_array_elements_text(sorting -> 'positions') with ordinality e (p, n) order by n)
$function$;

CREATE OR REPLACE FUNCTION statistics.resized(organisation uuid, day date, sizes integer[])
 RETURNS TABLE(base text, trait text, value text, mark text, n integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  touched constant uuid[] := statistics.touched_below(organisation);
begin
  if touched = '{}' then return; end if;
  return query
  with changed as materialized (
    select c.ancestor_id as id, sum(d.n)::int as n from statistics.headcount_since(touched, day) d join organisations.closure c on c.descendant_id = d.cell_id and c.valid_during @> day
    where exists (select from organisations.closure b where b.ancestor_id = organisation and b.descendant_id = c.ancestor_id and b.valid_during @> day) group by 1 having sum(d.n) <> 0
  ), kind as materialized (
    select x.id, x.n, organisations.counted_level(v.type) as level from changed x
    join organisations.version v on v.organisation_id = x.id and v.superseded_at is null and v.valid_during @> day and organisations.counted_level(v.type) is not null
  ), sized as (
    select k.level, k.n, (select coalesce(sum(h.members[width_bucket(day, h.days)]), 0)::int from organisations.closure c join statistics.headcount h on h.cell_id = c.descendant_id
      where c.ancestor_id = k.id and c.valid_during @> day) as members from kind k
  )
  select 'organisations', 'size', width_bucket(s.members + e.more, sizes)::text, m.mark, sum(e.n)::int
  from sized s cross join lateral (values (0, -1), (s.n, 1)) e (more, n) cross join lateral (values ('total'), (s.level)) m (mark) group by 3, 4 having sum(e.n) <> 0;
end $function$;

CREATE OR REPLACE FUNCTION statistics.seats_kept_sql(seats text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select '(select s.organisation_id, s.days * daterange($3, null) as days, s.position, s.level, s.sex, s.ethnicity, s.religion, s.general_education, s.profession, s.political_theory, s.occupation, s.age_from
    from ' || seats || ' s where s.days && daterange($3, null))'
$function$;

CREATE OR REPLACE FUNCTION statistics.seats_now(people uuid[], sorting jsonb)
 RETURNS SETOF statistics.seat
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query execute statistics.seats_sql(false) using people, members.bounds(sorting, 'age'), statistics.positions(sorting);
end $function$;

CREATE OR REPLACE FUNCTION statistics.seats_sql(of_all boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace($q$
  with held as (
    select p.person_id, p.organisation_id, p.position, r.rank, range_agg(p.held_during) as days
    from members.post p join unnest($3) with ordinality r (position, rank) on r.position = p.position where p.superseded_at is null and not isempty(p.held_during) {p} group by 1, 2, 3, 4
  ), ranked as (
    select *, range_agg(days) over (partition by person_id, organisation_id order by rank rows between unbounded preceding and 1 preceding) as higher from held
  ), highest as (
    select r.person_id, r.organisation_id, r.position, d.days from ranked r cross join lateral unnest(r.days - coalesce(r.higher, '{}')) d (days)
  ), born as materialized (
    select b.born_on, statistics.age_days(b.born_on, $2) as age_from from (select distinct x.born_on from members.person x where x.born_on is not null and x.id in (select h.person_id from held h)) b
  )
  select h.person_id, h.organisation_id, h.days * v.valid_during, h.position,
    case when v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN') then 'atGrassroots' when v.type in ('DB_BO_PHAN', 'DB_TT_CO_SO') then 'atSection' when v.type in ('CHI_BO', 'CB_SH_TAM') then 'atCell' else 'atSuperior' end,
    x.sex, x.ethnicity, x.religion, x.general_education, x.profession, x.political_theory, x.occupation, b.age_from
  from highest h join organisations.version v on v.organisation_id = h.organisation_id and v.superseded_at is null and v.valid_during && h.days
  join members.person x on x.id = h.person_id left join born b on b.born_on = x.born_on
  $q$, '{p}', case when of_all then '' else 'and p.person_id = any ($1)' end)
$function$;

CREATE OR REPLACE FUNCTION statistics.settle(sorting jsonb, today date, whole boolean DEFAULT false, fewest integer DEFAULT statistics.fewest_kept(), OUT people integer, OUT organisations integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '8MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  wanted uuid[];
  members_of_wanted int[];
  anew uuid[];
  reshaped uuid[];
  taken uuid[];
  days record;
begin
  perform pg_advisory_xact_lock(hashtext('statistics.settle'));
  -- The lock of organisations.rebuild_closure: an act on the tree would not see the organisations that are being made here, and leave them unmarked.
  perform pg_advisory_xact_lock(hashtext('organisations.closure'));
  create temp table if not exists statistics_change (organisation_id uuid, base text collate "C", trait text collate "C", value text collate "C", mark text collate "C", on_day date, n int) on commit drop;
  select coalesce(array_agg(l.organisation_id), '{}'), coalesce(array_agg(l.members), '{}') into wanted, members_of_wanted from statistics.large(fewest) l;
  whole := whole or not exists (select from statistics.spell)
    or not exists (select from statistics.settled d join statistics.kept_days(today) k on k.first_day = d.first_day and k.last_day = d.last_day where d.sorting = settle.sorting);
  insert into statistics.settled (sorting, first_day, last_day) select settle.sorting, k.first_day, k.last_day from statistics.kept_days(today) k
    on conflict (is_only) do update set sorting = excluded.sorting, first_day = excluded.first_day, last_day = excluded.last_day, settled_at = platform.moment()
    returning statistics.settled.first_day, statistics.settled.last_day into days;
  with gone as (delete from statistics.touched returning person_id) select array(select distinct person_id from gone) into taken;
  -- Of a quarter of everybody, making all anew is quicker.
  whole := whole or cardinality(taken) > 2000 and cardinality(taken) * 4 > (select count(*) from statistics.spell where status is null);
  with gone as (delete from statistics.stale returning organisation_id) select array(select organisation_id from gone) into anew;
  with gone as (delete from statistics.reshaped returning organisation_id) select array(select distinct organisation_id from gone) into reshaped;
  anew := case when whole then wanted else array(select w from unnest(wanted) w where w = any (anew) or not exists (select from statistics.kept_organisation k where k.organisation_id = w)) end;
  reshaped := array(select w from unnest(wanted) w where w = any (reshaped) and w <> all (anew));
  delete from statistics.kept_organisation where organisation_id <> all (wanted) or organisation_id = any (anew);
  delete from statistics.kept_sum where organisation_id <> all (wanted) or organisation_id = any (anew) or organisation_id = any (reshaped) and base = 'organisations';

  if whole then
    perform statistics.settle_all(sorting);
  elsif taken <> '{}' then
    -- In slices, so that what is kept of them fits into memory however many they are.
    for first_of_slice in 1 .. cardinality(taken) by 10000 loop
      delete from pg_temp.statistics_change;
      perform statistics.settle_people(taken[first_of_slice : first_of_slice + 9999], array(select k.organisation_id from statistics.kept_organisation k), days.first_day, days.last_day, sorting);
      delete from pg_temp.statistics_change where base = 'organisations' and organisation_id = any (reshaped);
      perform statistics.add_changes();
    end loop;
    update statistics.kept_organisation set settled_at = platform.moment();
  end if;

  -- The fingerprint first: a tree that changes while the sums are made is then seen to differ.
  insert into statistics.kept_organisation (organisation_id, sorting, tree) select a, settle.sorting, statistics.tree_of(a) from unnest(anew) a;
  if anew <> '{}' or reshaped <> '{}' then
    perform statistics.make_sums(array_agg(w.id), array_agg(w.members), reshaped, days.first_day, days.last_day, members.bounds(sorting, 'size'))
      from unnest(wanted, members_of_wanted) w (id, members) where w.id = any (anew) or w.id = any (reshaped);
  end if;
  people := case when whole then (select count(distinct person_id) from statistics.spell where status is null) else cardinality(taken) end;
  organisations := cardinality(wanted);
end $function$;

CREATE OR REPLACE FUNCTION statistics.settle_all(sorting jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  first constant boolean := not exists (select from statistics.spell);
begin
  delete from statistics.spell;
  delete from statistics.seat;
  delete from statistics.act;
  -- The first time nobody reads them yet, and an index over all of them at once is made many times faster.
  if first then drop index statistics.spell_person, statistics.spell_cell, statistics.seat_person, statistics.seat_organisation, statistics.act_person, statistics.act_cell; end if;
  execute 'insert into statistics.spell ' || statistics.spells_sql(true) using null::uuid[], members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
  execute 'insert into statistics.seat ' || statistics.seats_sql(true) using null::uuid[], members.bounds(sorting, 'age'), statistics.positions(sorting);
  execute 'insert into statistics.act ' || statistics.acts_sql(true);
  if first then
    create index spell_person on statistics.spell (person_id);
    create index spell_cell on statistics.spell (cell_id);
    create index seat_person on statistics.seat (person_id);
    create index seat_organisation on statistics.seat (organisation_id);
    create index act_person on statistics.act (person_id);
    create index act_cell on statistics.act (cell_id);
  end if;
  analyze statistics.spell, statistics.seat, statistics.act;
  delete from statistics.occupied;
  insert into statistics.occupied select cell_id from statistics.spell union select organisation_id from statistics.seat union select cell_id from statistics.act;
  analyze statistics.occupied;
  perform statistics.count_heads(null);
  analyze statistics.headcount;
end $function$;

CREATE OR REPLACE FUNCTION statistics.settle_people(people uuid[], kept uuid[], first_day date, last_day date, sorting jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  less constant text := 'insert into pg_temp.statistics_change select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, -c.n from (%s) c';
  more constant text := 'insert into pg_temp.statistics_change %s';
  day constant text := 'greatest(on_day, $3)';
  size_bounds constant int[] := members.bounds(sorting, 'size');
  former statistics.spell[] := array(select s from statistics.spell s where s.person_id = any (people));
  later statistics.spell[] := array(select s from statistics.spells_now(people, sorting) s);
  cells uuid[] := array(select distinct s.cell_id from (select * from unnest(former) union all select * from unnest(later)) s where s.status is null);
  sized uuid[] := statistics.sized_with(cells);
  occupied uuid[];
begin
  execute format(less, statistics.contributions_sql(statistics.spells_kept_sql('unnest($4)'), day)) using kept, last_day, first_day, former;
  execute format(more, statistics.contributions_sql(statistics.spells_kept_sql('unnest($4)'), day)) using kept, last_day, first_day, later;
  execute format(less, statistics.contributions_of_organisations_sql('statistics.sizes($4, $3, $2, $5)', day)) using kept, last_day, first_day, sized, size_bounds;
  delete from statistics.spell where person_id = any (people);
  insert into statistics.spell select s.* from unnest(later) s;
  perform statistics.count_heads(cells);
  execute format(more, statistics.contributions_of_organisations_sql('statistics.sizes($4, $3, $2, $5)', day)) using kept, last_day, first_day, sized, size_bounds;

  execute format(less, statistics.contributions_of_seats_sql(statistics.seats_kept_sql('(select * from statistics.seat where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  execute format(less, statistics.contributions_of_acts_sql(statistics.acts_kept_sql('(select * from statistics.act where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  delete from statistics.seat where person_id = any (people);
  insert into statistics.seat select s.* from statistics.seats_now(people, sorting) s;
  delete from statistics.act where person_id = any (people);
  insert into statistics.act select a.* from statistics.acts_now(people) a;
  execute format(more, statistics.contributions_of_seats_sql(statistics.seats_kept_sql('(select * from statistics.seat where person_id = any ($4))'), day)) using kept, last_day, first_day, people;
  execute format(more, statistics.contributions_of_acts_sql(statistics.acts_kept_sql('(select * from statistics.act where person_id = any ($4))'), day)) using kept, last_day, first_day, people;

  -- Of most who are touched nearly everything is as it was: only what differs is added.
  with change as (delete from pg_temp.statistics_change returning *)
  insert into pg_temp.statistics_change select c.organisation_id, c.base, c.trait, c.value, c.mark, c.on_day, sum(c.n) from change c group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;

  -- Where nobody was settled before, the tree counts from now on.
  with place as (
    insert into statistics.occupied select s.cell_id from statistics.spell s where s.person_id = any (people) union select s.organisation_id from statistics.seat s where s.person_id = any (people)
      union select a.cell_id from statistics.act a where a.person_id = any (people) on conflict do nothing returning organisation_id)
  select array(select p.organisation_id from place p) into occupied;
  update statistics.kept_organisation k set tree = statistics.tree_of(k.organisation_id) where exists (select from organisations.closure c where c.ancestor_id = k.organisation_id and c.descendant_id = any (occupied));
end $function$;

CREATE OR REPLACE FUNCTION statistics.sized_with(cells uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array(select distinct c.ancestor_id from organisations.closure c where c.descendant_id = any (cells)
    and exists (select from organisations.version v where v.organisation_id = c.ancestor_id and v.superseded_at is null and organisations.counted_level(v.type) is not null))
$function$;

CREATE OR REPLACE FUNCTION statistics.sizes(organisations uuid[], first_day date, last_day date, sizes integer[])
 RETURNS TABLE(organisation_id uuid, days daterange, type text, area text, size text, level text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  return query
  with kind as materialized (
    select v.organisation_id, v.type, v.valid_during as days, organisations.counted_level(v.type) as level from organisations.version v
    where v.superseded_at is null and not isempty(v.valid_during) and organisations.counted_level(v.type) is not null and (sizes.organisations is null or v.organisation_id = any (sizes.organisations))
  ), counted as materialized (select distinct k.organisation_id from kind k),
  named as (
    select c.descendant_id as organisation_id, c.depth, v.area_kind, range_agg(c.valid_during * v.valid_during) as days
    from organisations.version v join organisations.closure c on c.ancestor_id = v.organisation_id and c.valid_during && v.valid_during
    where v.superseded_at is null and v.area_kind is not null and c.descendant_id in (select n.organisation_id from counted n) group by 1, 2, 3
  ), nearest as (
    select n.*, range_agg(n.days) over (partition by n.organisation_id order by n.depth groups between unbounded preceding and 1 preceding) as nearer from named n
  ), area as (
    select n.organisation_id, n.area_kind, d.days from nearest n cross join lateral unnest(n.days - coalesce(n.nearer, '{}')) d (days)
    union all select n.organisation_id, null, d.days from (select c.organisation_id, range_agg(m.days) as days from counted c left join named m on m.organisation_id = c.organisation_id group by 1) n
      cross join lateral unnest('{(,)}'::datemultirange - coalesce(n.days, '{}')) d (days)
  ), below as materialized (
    select c.ancestor_id, c.descendant_id, b.days, lower(b.days) as since, nullif(upper(b.days), 'infinity') as until
    from organisations.closure c cross join lateral (select c.valid_during * daterange(sizes.first_day, null) as days) b where not isempty(b.days) and c.ancestor_id in (select n.organisation_id from counted n)
  ), change as (
    select b.ancestor_id, b.since as on_day, h.members[width_bucket(b.since, h.days)] as n from below b join statistics.headcount h on h.cell_id = b.descendant_id
    union all select b.ancestor_id, b.until, -h.members[width_bucket(b.until - 1, h.days)] from below b join statistics.headcount h on h.cell_id = b.descendant_id where b.until <= sizes.last_day
    union all select b.ancestor_id, d.day, d.members - d.before from below b join statistics.headcount h on h.cell_id = b.descendant_id cross join lateral unnest(h.days, h.members, 0 || h.members) d (day, members, before)
      where d.day > b.since and d.day <= sizes.last_day and (b.until is null or d.day < b.until)
  ), stepped as (
    select c.ancestor_id, c.on_day, sum(c.n) as n from change c group by 1, 2 having sum(c.n) <> 0
    union all select c.organisation_id, '-infinity', 0 from counted c
  ), banded as (
    select s.ancestor_id, s.on_day, width_bucket(sum(s.n) over (partition by s.ancestor_id order by s.on_day), sizes.sizes::numeric[]) as size from stepped s
  ), sized as (
    select e.ancestor_id, daterange(e.on_day, lead(e.on_day) over (partition by e.ancestor_id order by e.on_day)) as days, e.size
    from (select b.*, lag(b.size) over (partition by b.ancestor_id order by b.on_day) as before from banded b) e where e.size is distinct from e.before
  )
  select k.organisation_id, k.days * a.days * s.days, k.type, a.area_kind, s.size::text, k.level
  from kind k join area a on a.organisation_id = k.organisation_id and a.days && k.days join sized s on s.ancestor_id = k.organisation_id and s.days && (k.days * a.days);
end $function$;

CREATE OR REPLACE FUNCTION statistics.spells_kept_sql(spells text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select '(select s.person_id, s.cell_id, s.days * daterange($3, null) as days, s.status, case when lower(s.days) < $3 then s.cell_id else s.former_cell end as former_cell, s.next_cell, s.way_in, s.way_out, s.on_probation,
    s.sex, s.ethnicity, s.religion, s.general_education, s.profession, s.political_theory, s.occupation, s.age_from, s.party_age_known, s.party_age_from from ' || spells || ' s where s.days && daterange($3, null))'
$function$;

CREATE OR REPLACE FUNCTION statistics.spells_now(people uuid[], sorting jsonb)
 RETURNS SETOF statistics.spell
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query execute statistics.spells_sql(false) using people, members.bounds(sorting, 'age'), members.bounds(sorting, 'partyAge');
end $function$;

CREATE OR REPLACE FUNCTION statistics.spells_sql(of_all boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select replace($q$
  with placed as (
    select p.person_id, p.cell_id, p.valid_during as days, lag(p.cell_id) over w as former, lag(upper(p.valid_during)) over w as former_until,
      lead(p.cell_id) over w as next, lead(lower(p.valid_during)) over w as next_from
    from members.placement p where p.superseded_at is null and not isempty(p.valid_during) {p}
    window w as (partition by p.person_id order by p.valid_during)
  ), stay as (
    select person_id, cell_id, days, case when former_until = lower(days) then former end as former_cell, case when next_from = upper(days) then next end as next_cell from placed
  ), stood as materialized (
    select p.person_id, p.status, p.valid_during as days from members.status p where p.superseded_at is null and not isempty(p.valid_during) {p}
  ), on_probation as (
    select person_id, range_agg(days) as days from stood where status = 'probationary' group by 1
  ), belonged as materialized (
    select p.person_id, p.ordinal, p.ended_on, p.end_kind, p.admission_day,
      coalesce(p.ceremony_on, case length(p.admitted_on) when 4 then (p.admitted_on || '-01-01')::date when 7 then (p.admitted_on || '-01')::date else p.admitted_on::date end, p.decided_on) as joined_on
    from members.membership p where p.superseded_at is null {p}
  ), joined as (
    select person_id, joined_on, max(ordinal) as ordinal from belonged where joined_on is not null group by 1, 2
  ), ended as (
    select distinct on (person_id, ended_on) person_id, ended_on, end_kind from belonged where ended_on is not null order by 1, 2, ordinal desc
  ), long as (
    select person_id, count(*) as spells, min(admission_day) as since from belonged group by 1
  ), ruled as (
    select distinct p.person_id from members.party_age_ruling p where p.superseded_at is null {p}
  ), born as materialized (
    select b.born_on, statistics.age_days(b.born_on, $2) as age_from from (select distinct p.born_on from (select x.id as person_id, x.born_on from members.person x) p where p.born_on is not null {p}) b
  ), counted_since as materialized (
    select l.since, statistics.years_since(l.since, $3) as party_age_from from (select distinct since from long where since is not null) l
  ), manifold as materialized (
    select m.person_id, r.known, r.reached from (select person_id from long where spells > 1 union select person_id from ruled) m
    cross join lateral statistics.membership_years_reached(m.person_id, $3) r
  ), aged as materialized (
    select p.person_id, p.sex, p.ethnicity, p.religion, p.general_education, p.profession, p.political_theory, p.occupation, b.age_from,
      case when m.person_id is not null then m.known when c.since is not null then '-infinity' end as party_age_known,
      case when m.person_id is not null then m.reached else c.party_age_from end as party_age_from
    from (select x.id as person_id, x.* from members.person x) p
    left join born b on b.born_on = p.born_on
    left join manifold m on m.person_id = p.person_id
    left join long l on l.person_id = p.person_id left join counted_since c on c.since = l.since
    where true {p}
  )
  select s.person_id, s.cell_id, s.days, null::text as status, s.former_cell, s.next_cell,
    case when s.former_cell = s.cell_id then 'reorganisedIn' when s.former_cell is not null then 'movedIn'
      when j.ordinal = 1 then 'admitted' when j.ordinal > 1 then 'readmitted' else 'fromOutside' end as way_in,
    case when s.next_cell = s.cell_id then 'reorganisedOut' when s.next_cell is not null then 'movedOut' when e.person_id is null then 'unexplained'
      else case e.end_kind when 'death' then 'died' when 'strikeOff' then 'struckOff' when 'expulsion' then 'expelled' when 'resignation' then 'left' else 'toOutside' end end as way_out,
    o.days as on_probation, a.sex, a.ethnicity, a.religion, a.general_education, a.profession, a.political_theory, a.occupation, a.age_from, a.party_age_known, a.party_age_from
  from stay s join aged a on a.person_id = s.person_id
  left join joined j on j.person_id = s.person_id and j.joined_on = lower(s.days)
  left join ended e on e.person_id = s.person_id and e.ended_on = upper(s.days)
  left join on_probation o on o.person_id = s.person_id
  union all
  select s.person_id, s.cell_id, s.days * t.days, t.status, null, null, null, null, null, a.sex, a.ethnicity, a.religion, a.general_education, a.profession, a.political_theory, a.occupation,
    a.age_from, a.party_age_known, a.party_age_from
  from stay s join stood t on t.person_id = s.person_id and t.days && s.days join aged a on a.person_id = s.person_id
  $q$, '{p}', case when of_all then '' else 'and p.person_id = any ($1)' end)
$function$;

CREATE OR REPLACE FUNCTION statistics.sum_until(organisation uuid, bases text[], day date)
 RETURNS TABLE(base text, trait text, value text, mark text, n integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select k.base, k.trait, k.value, k.mark, sum(case when k.year < u.year then k.total else coalesce(k.sums[width_bucket(u.day, k.days)], 0) end)::int
  from (select case when isfinite(day) then extract(year from day)::int else 10000 end as year, case when isfinite(day) then extract(doy from day)::smallint end as day) u
  join statistics.kept_sum k on k.organisation_id = organisation and k.base = any (bases) and k.year <= u.year
  group by 1, 2, 3, 4
$function$;

CREATE OR REPLACE FUNCTION statistics.told_facts(facts text[])
 RETURNS TABLE(fact text, kind text, person_id uuid, days daterange, recorded_at timestamp with time zone, superseded_at timestamp with time zone, basis text, says jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  select * from members.told_facts(facts) union all select * from lifecycle.told_facts(facts) union all select * from transfers.told_facts(facts) union all select * from cards.told_facts(facts)
$function$;

CREATE OR REPLACE FUNCTION statistics.touch_by_transfer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select t.person_id from transfers.transfer t where t.person_id is not null and t.id in (select c.transfer_id from changed c);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_by_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select distinct p.person_id from members.post p where p.organisation_id in (select c.organisation_id from changed c);
  insert into statistics.reshaped select c.ancestor_id from organisations.closure c where c.descendant_id in (select v.organisation_id from changed v)
    union select c.descendant_id from organisations.closure c where c.ancestor_id in (select v.organisation_id from changed v where v.area_kind is not null);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select person_id from former union select person_id from changed;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_entered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select distinct person_id from entered;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_gone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select distinct person_id from former;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_gone_transfer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select distinct f.person_id from former f where f.person_id is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_of_transfer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select f.person_id from former f where f.person_id is not null union select c.person_id from changed c where c.person_id is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touch_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into statistics.touched select n.id from changed n join former o on o.id = n.id
    where (n.sex, n.born_on, n.ethnicity, n.religion, n.general_education, n.profession, n.political_theory, n.occupation)
      is distinct from (o.sex, o.born_on, o.ethnicity, o.religion, o.general_education, o.profession, o.political_theory, o.occupation);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION statistics.touched_acts(organisation uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    cross join lateral (
      select from (
        select a.cell_id as place from statistics.act a where a.person_id = t.person_id
        union all select p.cell_id from members.placement p where p.person_id = t.person_id and p.superseded_at is null
        union all select e.place from transfers.transfer f cross join lateral (values (f.from_cell_id), (f.to_cell_id), (f.receiver_id)) e (place) where f.person_id = t.person_id) x
      where exists (select from organisations.closure c where c.ancestor_id = organisation and c.descendant_id = x.place)
      limit 1) found)
$function$;

CREATE OR REPLACE FUNCTION statistics.touched_below(organisation uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    cross join lateral (
      select from (
        select s.cell_id as place from statistics.spell s where s.person_id = t.person_id
        union all select p.cell_id from members.placement p where p.person_id = t.person_id and p.superseded_at is null) x
      where exists (select from organisations.closure c where c.ancestor_id = organisation and c.descendant_id = x.place)
      limit 1) found)
$function$;

CREATE OR REPLACE FUNCTION statistics.touched_seats(organisation uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array(
    select t.person_id from (select distinct person_id from statistics.touched) t
    cross join lateral (
      select from (
        select s.organisation_id as place from statistics.seat s where s.person_id = t.person_id
        union all select p.organisation_id from members.post p where p.person_id = t.person_id and p.superseded_at is null) x
      where exists (select from organisations.closure c where c.ancestor_id = organisation and c.descendant_id = x.place)
      limit 1) found)
$function$;

CREATE OR REPLACE FUNCTION statistics.tree_of(organisation uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select md5(coalesce(string_agg(b.descendant_id || ' ' || b.days::text, ' ' order by b.descendant_id), ''))
  from (select c.descendant_id, range_agg(c.valid_during) as days from organisations.closure c join statistics.occupied o on o.organisation_id = c.descendant_id where c.ancestor_id = organisation group by 1) b
$function$;

CREATE OR REPLACE FUNCTION statistics.way_of_counting(organisation uuid, from_day date, until_day date, sorting jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  most int;
begin
  if not exists (select from statistics.settled d where d.sorting = way_of_counting.sorting) then return 'anew'; end if;
  if not exists (select from statistics.kept_organisation k where k.organisation_id = organisation) or exists (select from statistics.stale s where s.organisation_id = organisation)
    or not exists (select from statistics.settled d where from_day > d.first_day and until_day <= d.last_day) then return 'spells'; end if;
  select coalesce(sum(s.n), 0) / 8 into most from statistics.sum_until(organisation, '{placed}', 'infinity') s where s.mark = 'total';
  if (select count(distinct person_id) from statistics.touched) <= most or cardinality(statistics.touched_below(organisation)) <= most then return 'sums'; end if;
  return 'spells';
end $function$;

CREATE OR REPLACE FUNCTION statistics.years_since(since date, bounds integer[])
 RETURNS date[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  select array(select (since + make_interval(months => case when b > 0 then 12 * b else 12 * b - 11 end))::date from unnest(bounds) with ordinality u (b, nth) order by nth)
$function$;

create schema transfers;

create table transfers.address (
  id          uuid not null,
  name        text not null,
  superior    text not null default ''::text,
  postal      text,
  abroad      boolean not null default false,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint address_pkey PRIMARY KEY (id),
  constraint address_once UNIQUE (name, superior),
  constraint address_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);
grant select, insert on transfers.address to dangvu_program;
comment on table transfers.address is 'Organisations outside the tree to which members are introduced, or from which they come. superior: the one above it, empty when unknown.';

create table transfers.joint_decision (
  id              uuid not null,
  number          text not null,
  decided_on      date not null,
  effective_on    date not null,
  organisation_id uuid not null,
  to_cell_id      uuid not null,
  reason          text not null,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint joint_decision_pkey PRIMARY KEY (id),
  constraint joint_decision_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations.organisation(id),
  constraint joint_decision_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint joint_decision_to_cell_id_fkey FOREIGN KEY (to_cell_id) REFERENCES organisations.organisation(id)
);
alter table transfers.joint_decision enable row level security;
create policy joint_decision_reach on transfers.joint_decision for all to public
  using ((organisation_id IN ( SELECT access.people_reach() AS people_reach)) OR (to_cell_id IN ( SELECT access.people_reach() AS people_reach)));
grant select, insert on transfers.joint_decision to dangvu_program;
comment on table transfers.joint_decision is 'One decision that moves many members to a cell. effective_on: the first day there. organisation_id: whose committee decided.';

create table transfers.letter (
  id              uuid not null,
  transfer_id     uuid not null,
  ordinal         integer not null,
  number          text not null,
  issued_on       date not null,
  issuer_id       uuid,
  issuer_name     text not null,
  document_type   text not null,
  present_by      date not null,
  attachments     text[] not null default '{}'::text[],
  dues_paid_until text,
  handed_on       date,
  void_on         date,
  void_reason     text,
  recorded_by     uuid,
  recorded_at     timestamp with time zone not null default platform.moment(),
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_order UNIQUE (transfer_id, ordinal),
  constraint letter_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES organisations.organisation(id),
  constraint letter_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint letter_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES transfers.transfer(id),
  constraint letter_present_after CHECK (present_by >= issued_on AND handed_on >= issued_on),
  constraint letter_void CHECK ((void_on IS NULL) = (void_reason IS NULL)),
  constraint letter_void_reason CHECK (void_reason = ANY (ARRAY['lost'::text, 'expired'::text, 'sentBack'::text, 'changed'::text]))
);
alter table transfers.letter enable row level security;
CREATE INDEX letter_issued ON transfers.letter USING btree (issued_on);
CREATE UNIQUE INDEX letter_number_once ON transfers.letter USING btree (issuer_id, number, EXTRACT(year FROM issued_on)) WHERE issuer_id IS NOT NULL;
CREATE TRIGGER letter_keeps_former AFTER UPDATE ON transfers.letter REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
CREATE TRIGGER letter_touches_changed AFTER UPDATE ON transfers.letter REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_transfer();
CREATE TRIGGER letter_touches_entered AFTER INSERT ON transfers.letter REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_transfer();
CREATE TRIGGER letter_touches_gone AFTER DELETE ON transfers.letter REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_transfer();
create policy letter_reach on transfers.letter for all to public
  using ((EXISTS ( SELECT
   FROM transfers.transfer t
  WHERE t.id = letter.transfer_id)));
grant select, insert, update on transfers.letter to dangvu_program;
comment on table transfers.letter is 'A letter of introduction; a lost or void one stays and the next one follows. present_by: last day to present it. issuer_id null: an organisation outside.';

create table transfers.letter_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint letter_former_pkey PRIMARY KEY (ordinal),
  constraint letter_former_id_fkey FOREIGN KEY (id) REFERENCES transfers.letter(id) ON DELETE CASCADE
);
alter table transfers.letter_former enable row level security;
CREATE INDEX letter_former_row ON transfers.letter_former USING btree (id, recorded_until);
create policy letter_former_reach on transfers.letter_former for all to public
  using ((EXISTS ( SELECT
   FROM transfers.letter x
  WHERE x.id = letter_former.id)));
grant select on transfers.letter_former to dangvu_program;
comment on table transfers.letter_former is 'Former states of transfers.letter, each with the moment up to which it was what was recorded.';

create table transfers.step (
  id          uuid not null,
  transfer_id uuid not null,
  ordinal     integer not null,
  act         text not null,
  occurred_on date not null,
  from_stage  text,
  to_stage    text not null,
  facts       jsonb not null default '{}'::jsonb,
  rules       jsonb not null default '[]'::jsonb,
  acted_by    uuid,
  recorded_at timestamp with time zone not null default platform.moment(),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_order UNIQUE (transfer_id, ordinal),
  constraint step_acted_by_fkey FOREIGN KEY (acted_by) REFERENCES access.account(id),
  constraint step_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES transfers.transfer(id)
);
alter table transfers.step enable row level security;
CREATE INDEX step_accepted ON transfers.step USING btree (occurred_on) WHERE to_stage = ANY (ARRAY['accepted'::text, 'hosted'::text]);
CREATE TRIGGER step_touches_changed AFTER UPDATE ON transfers.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_transfer();
CREATE TRIGGER step_touches_entered AFTER INSERT ON transfers.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_transfer();
CREATE TRIGGER step_touches_gone AFTER DELETE ON transfers.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_by_transfer();
create policy step_reach on transfers.step for all to public
  using ((EXISTS ( SELECT
   FROM transfers.transfer t
  WHERE t.id = step.transfer_id)));
grant select, insert on transfers.step to dangvu_program;
comment on table transfers.step is 'What was done to a transfer, with the rules that judged it.';

create table transfers.transfer (
  id                uuid not null,
  kind              text not null,
  direction         text not null,
  stage             text not null,
  stage_since       date not null,
  person_id         uuid,
  person_name       text not null,
  sort_key          text collate "C" not null,
  born_on           text,
  probationary      boolean not null default false,
  from_cell_id      uuid,
  from_name         text not null,
  receiver_id       uuid,
  to_cell_id        uuid,
  address_id        uuid,
  to_name           text not null,
  reach             text not null,
  cause             text not null,
  cause_on          date not null,
  reason            text,
  consent           text,
  requested_on      date not null,
  letter_on         date,
  ends_on           date,
  accepted_on       date,
  arrival           jsonb,
  joint_decision_id uuid,
  version           integer not null default 1,
  recorded_by       uuid,
  recorded_at       timestamp with time zone not null default platform.moment(),
  constraint transfer_pkey PRIMARY KEY (id),
  constraint transfer_address_id_fkey FOREIGN KEY (address_id) REFERENCES transfers.address(id),
  constraint transfer_from_cell_id_fkey FOREIGN KEY (from_cell_id) REFERENCES organisations.organisation(id),
  constraint transfer_joint_decision_id_fkey FOREIGN KEY (joint_decision_id) REFERENCES transfers.joint_decision(id),
  constraint transfer_person_id_fkey FOREIGN KEY (person_id) REFERENCES members.person(id),
  constraint transfer_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES organisations.organisation(id),
  constraint transfer_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id),
  constraint transfer_to_cell_id_fkey FOREIGN KEY (to_cell_id) REFERENCES organisations.organisation(id),
  constraint transfer_cause CHECK (cause = ANY (ARRAY['work'::text, 'retirement'::text, 'residence'::text, 'study'::text, 'demobilised'::text, 'abroad'::text, 'restructuring'::text, 'other'::text])),
  constraint transfer_direction CHECK (direction = ANY (ARRAY['within'::text, 'out'::text, 'in'::text])),
  constraint transfer_ends CHECK ((ends_on IS NOT NULL) = (kind = 'temporary'::text)),
  constraint transfer_kind CHECK (kind = ANY (ARRAY['official'::text, 'temporary'::text, 'internal'::text, 'abroad'::text, 'fromAbroad'::text, 'joint'::text])),
  constraint transfer_person CHECK (person_id IS NOT NULL OR direction = 'in'::text AND arrival IS NOT NULL),
  constraint transfer_reach_known CHECK (reach = ANY (ARRAY['withinGrassroots'::text, 'withinSuperior'::text, 'beyond'::text])),
  constraint transfer_sides CHECK (
CASE direction
    WHEN 'within'::text THEN from_cell_id IS NOT NULL AND receiver_id IS NOT NULL AND address_id IS NULL
    WHEN 'out'::text THEN from_cell_id IS NOT NULL AND receiver_id IS NULL AND address_id IS NOT NULL
    ELSE from_cell_id IS NULL AND receiver_id IS NOT NULL AND address_id IS NOT NULL
END),
  constraint transfer_stage CHECK (stage = ANY (ARRAY['requested'::text, 'atGrassroots'::text, 'atSuperior'::text, 'letterIssued'::text, 'handedOver'::text, 'presented'::text, 'letterVoid'::text, 'removalProposed'::text, 'hosted'::text, 'accepted'::text, 'completed'::text, 'cancelled'::text, 'struckOff'::text]))
);
alter table transfers.transfer enable row level security;
CREATE INDEX transfer_from ON transfers.transfer USING btree (from_cell_id);
CREATE UNIQUE INDEX transfer_one_open ON transfers.transfer USING btree (person_id) WHERE stage <> ALL (ARRAY['accepted'::text, 'completed'::text, 'cancelled'::text, 'struckOff'::text]);
CREATE INDEX transfer_person_all ON transfers.transfer USING btree (person_id);
CREATE INDEX transfer_receiver ON transfers.transfer USING btree (receiver_id);
CREATE INDEX transfer_to_cell ON transfers.transfer USING btree (to_cell_id);
CREATE TRIGGER transfer_keeps_former AFTER UPDATE ON transfers.transfer REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_former();
CREATE TRIGGER transfer_touches_changed AFTER UPDATE ON transfers.transfer REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_of_transfer();
CREATE TRIGGER transfer_touches_gone AFTER DELETE ON transfers.transfer REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION statistics.touch_gone_transfer();
create policy transfer_reach on transfers.transfer for all to public
  using ((from_cell_id IN ( SELECT access.people_reach() AS people_reach)) OR letter_on IS NOT NULL AND ((receiver_id IN ( SELECT access.people_reach() AS people_reach)) OR (to_cell_id IN ( SELECT access.people_reach() AS people_reach))));
grant select, insert, update on transfers.transfer to dangvu_program;
comment on table transfers.transfer is 'A transfer as a case. person_name, born_on, from_name, to_name: as the letter writes them, for the receiving side does not see the person before the reception. receiver_id: the grassroots organisation addressed; to_cell_id: its cell that receives. letter_on: the letter in force. ends_on: last day of a temporary stay. reach: how far it goes, as the tree stood at the request. arrival: what the letter from outside says of a person not known here.';

create table transfers.transfer_former (
  ordinal        bigint not null generated always as identity,
  id             uuid not null,
  former         jsonb not null,
  recorded_until timestamp with time zone not null,
  constraint transfer_former_pkey PRIMARY KEY (ordinal),
  constraint transfer_former_id_fkey FOREIGN KEY (id) REFERENCES transfers.transfer(id) ON DELETE CASCADE
);
alter table transfers.transfer_former enable row level security;
CREATE INDEX transfer_former_row ON transfers.transfer_former USING btree (id, recorded_until);
create policy transfer_former_reach on transfers.transfer_former for all to public
  using ((EXISTS ( SELECT
   FROM transfers.transfer x
  WHERE x.id = transfer_former.id)));
grant select on transfers.transfer_former to dangvu_program;
comment on table transfers.transfer_former is 'Former states of transfers.transfer, each with the moment up to which it was what was recorded.';

CREATE OR REPLACE FUNCTION transfers.acts_between(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, act text, on_day date, cell_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select t.person_id, case when t.kind = 'temporary' then 'introducedForATime' else 'introduced' end, l.issued_on, t.from_cell_id
  from transfers.letter_known(known_at) l join transfers.transfer t on t.id = l.transfer_id
  where l.issued_on between from_day and until_day and l.void_on is null and t.person_id is not null and t.from_cell_id is not null
  union all
  select t.person_id, case when t.kind = 'temporary' then 'receivedForATime' else 'received' end, s.occurred_on, coalesce(t.to_cell_id, t.receiver_id)
  from transfers.step s join transfers.transfer t on t.id = s.transfer_id
  where s.to_stage in ('accepted', 'hosted') and s.from_stage is distinct from s.to_stage and s.occurred_on between from_day and until_day and t.person_id is not null
    and coalesce(t.to_cell_id, t.receiver_id) is not null and (known_at is null or s.recorded_at <= known_at)
$function$;

CREATE OR REPLACE FUNCTION transfers.facts_behind(subjects uuid[], from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(subject_id uuid, fact text)
 LANGUAGE sql
 STABLE
AS $function$
  select t.person_id, 'letter:' || l.id || ':' || coalesce(l.void_on::text, '') from transfers.letter l join transfers.transfer t on t.id = l.transfer_id
    where t.person_id = any (subjects) and l.issued_on between from_day and until_day and (known_at is null or l.recorded_at <= known_at)
  union all select t.person_id, 'step:' || s.id from transfers.step s join transfers.transfer t on t.id = s.transfer_id
    where t.person_id = any (subjects) and s.to_stage in ('accepted', 'hosted') and s.occurred_on between from_day and until_day and (known_at is null or s.recorded_at <= known_at)
$function$;

CREATE OR REPLACE FUNCTION transfers.letter_known(known_at timestamp with time zone)
 RETURNS SETOF transfers.letter
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from transfers.letter x where $1 is null
      union all
      select x.* from transfers.letter x
      where x.recorded_at <= $1 and not exists (select from transfers.letter_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from transfers.letter_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::transfers.letter, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function transfers.letter_known(timestamp with time zone) to dangvu_program;
comment on function transfers.letter_known(timestamp with time zone) is 'Rows of transfers.letter as recorded by a moment, inclusive (null: now).';

CREATE OR REPLACE FUNCTION transfers.lines_of_acts(organisation uuid, from_day date, until_day date, known_at timestamp with time zone, sorting jsonb)
 RETURNS TABLE(base text, subject_id uuid, traits jsonb, marks text[], on_day date)
 LANGUAGE sql
 STABLE
AS $function$
  with act as (
    select a.* from transfers.acts_between(from_day, until_day, known_at) a
    where exists (select from organisations.closure_known(known_at) c where c.descendant_id = a.cell_id and c.ancestor_id = organisation and c.valid_during @> a.on_day)
  ), listed as (select array_agg(a.person_id) as people, array_agg(a.act) as acts, array_agg(a.on_day) as days from act a)
  select 'acts', s.person_id, jsonb_build_object('act', s.label), s.marks, s.on_day from listed l, members.sorted_people(l.people, l.acts, l.days, l.days, known_at, sorting) s
$function$;

CREATE OR REPLACE FUNCTION transfers.receiver(organisation uuid, day date)
 RETURNS TABLE(id uuid, name text, short_name text, superior_id uuid, superior text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'transfers', 'organisations', 'access'
AS $function$
  select v.organisation_id, v.name, v.short_name, p.parent_id, organisations.name_on(p.parent_id, day)
  from organisations.version v
  join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> day
  where v.organisation_id = organisation and v.superseded_at is null and v.valid_during @> day and v.type in ('DB_CO_SO','CB_CO_SO','TCCSD_LLVT','TCCSD_DN')
    and exists (select from access.people_reach())
$function$;
grant execute on function transfers.receiver(uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION transfers.receivers(words text, day date)
 RETURNS TABLE(id uuid, name text, short_name text, superior_id uuid, superior text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'transfers', 'organisations', 'access', 'platform'
AS $function$
  select v.organisation_id, v.name, v.short_name, p.parent_id, organisations.name_on(p.parent_id, day)
  from organisations.version v
  join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> day
  where v.superseded_at is null and v.valid_during @> day and v.type in ('DB_CO_SO','CB_CO_SO','TCCSD_LLVT','TCCSD_DN')
    and length(words) >= 2 and platform.fold(v.name) like '%' || platform.fold(words) || '%' and exists (select from access.people_reach())
  order by v.name limit 20
$function$;
grant execute on function transfers.receivers(text,date) to dangvu_program;

CREATE OR REPLACE FUNCTION transfers.reorganise(act uuid, on_day date, people uuid[], from_cells uuid[], to_cells uuid[], gone uuid[], successors uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'platform', 'public'
AS $function$
declare
  running uuid[] := array(select id from transfers.transfer where stage not in ('accepted','completed','cancelled','struckOff'));
  ids uuid[];
  was text[];
  is_now text[];
begin
  with moved as (
    update transfers.transfer t set from_cell_id = w.to_id from unnest(people, from_cells, to_cells) w (person_id, cell_id, to_id)
    where t.id = any (running) and t.person_id = w.person_id and t.from_cell_id = w.cell_id returning t.id, w.cell_id, w.to_id)
  select array_agg(id), array_agg(cell_id::text), array_agg(to_id::text) into ids, was, is_now from moved;
  perform platform.trace_column(act, 'transfers.transfer', 'from_cell_id', ids, was, is_now);
  with moved as (
    update transfers.transfer t set to_cell_id = w.to_id from unnest(gone, successors) w (id, to_id) where t.id = any (running) and t.to_cell_id = w.id returning t.id, w.id as was, w.to_id)
  select array_agg(id), array_agg(moved.was::text), array_agg(to_id::text) into ids, was, is_now from moved;
  perform platform.trace_column(act, 'transfers.transfer', 'to_cell_id', ids, was, is_now);
  with receiver as (
    select t.id, t.receiver_id as was, coalesce(above.ancestor_id, w.to_id) as is_now from transfers.transfer t
    left join unnest(gone, successors) w (id, to_id) on w.id = t.receiver_id
    left join lateral (
      select c.ancestor_id from organisations.closure c
      join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during @> on_day and v.type in ('DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN')
      where c.descendant_id = t.to_cell_id and c.valid_during @> on_day order by c.depth limit 1) above on true
    where t.id = any (running) and t.receiver_id is not null
  ), moved as (
    update transfers.transfer t set receiver_id = r.is_now from receiver r where t.id = r.id and r.was <> r.is_now returning t.id, r.was, r.is_now)
  select array_agg(id), array_agg(moved.was::text), array_agg(moved.is_now::text) into ids, was, is_now from moved;
  perform platform.trace_column(act, 'transfers.transfer', 'receiver_id', ids, was, is_now);
end $function$;

CREATE OR REPLACE FUNCTION transfers.take_in(wanted uuid, cell uuid, begins date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'transfers', 'members', 'admission', 'access', 'organisations'
AS $function$
declare t transfers.transfer;
begin
  select * into t from transfers.transfer x where x.id = wanted for update;
  if t.stage is distinct from 'presented' or t.person_id is null then raise exception 'transfer % is not presented', wanted; end if;
  if cell not in (select access.people_reach())
    or not exists (select from organisations.closure c where c.ancestor_id = t.receiver_id and c.descendant_id = cell and c.valid_during @> begins) then
    raise exception 'cell % does not receive transfer %', cell, wanted;
  end if;
  if t.direction = 'in' then
    perform members.hand_to(t.person_id, cell);
  elsif t.kind = 'temporary' then
    perform members.host(t.person_id, cell, begins, t.ends_on + 1, organisations.name_on(cell, begins), t.to_name);
  else
    perform members.hand_to(t.person_id, cell), admission.pass_files(t.person_id, t.from_cell_id, cell);
  end if;
end $function$;
grant execute on function transfers.take_in(uuid,uuid,date) to dangvu_program;

CREATE OR REPLACE FUNCTION transfers.told_facts(facts text[])
 RETURNS TABLE(fact text, kind text, person_id uuid, days daterange, recorded_at timestamp with time zone, superseded_at timestamp with time zone, basis text, says jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  with f as (select w as fact, split_part(w, ':', 1) as kind, split_part(w, ':', 2)::uuid as id from unnest(facts) w)
  select f.fact, f.kind, t.person_id, daterange(l.issued_on, l.issued_on, '[]'), l.recorded_at, null::timestamptz, l.number, '{}'::jsonb from f join transfers.letter l on f.kind = 'letter' and l.id = f.id join transfers.transfer t on t.id = l.transfer_id
  union all select f.fact, f.kind, t.person_id, daterange(s.occurred_on, s.occurred_on, '[]'), s.recorded_at, null, null, '{}' from f join transfers.step s on f.kind = 'step' and s.id = f.id join transfers.transfer t on t.id = s.transfer_id
$function$;

CREATE OR REPLACE FUNCTION transfers.transfer_known(known_at timestamp with time zone)
 RETURNS SETOF transfers.transfer
 LANGUAGE sql
 STABLE
AS $function$
      select x.* from transfers.transfer x where $1 is null
      union all
      select x.* from transfers.transfer x
      where x.recorded_at <= $1 and not exists (select from transfers.transfer_former f where f.id = x.id and f.recorded_until > $1)
      union all
      select r.* from (select distinct on (f.id) f.former from transfers.transfer_former f where f.recorded_until > $1 order by f.id, f.recorded_until, f.ordinal) f,
        jsonb_populate_record(null::transfers.transfer, f.former) r
      where r.recorded_at <= $1
    $function$;
grant execute on function transfers.transfer_known(timestamp with time zone) to dangvu_program;
comment on function transfers.transfer_known(timestamp with time zone) is 'Rows of transfers.transfer as recorded by a moment, inclusive (null: now).';
