import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderSchema } from '../../scripts/generate/schema.ts'
import { createEmptyDatabase, createTestDatabase } from '../harness/database.ts'
import type { TestDatabase } from '../harness/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('two copies of the database give the same page', async () => {
  const other = await createTestDatabase()
  try {
    expect(await renderSchema(other.owner)).toBe(await renderSchema(database.owner))
  } finally {
    await other.drop()
  }
})

test('the page names every table, constraint, index, policy and function of the house, and nothing of an extension', async () => {
  const page = await renderSchema(database.owner)
  const { rows } = await database.owner.query<{ name: string }>(`
    with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public'))
    select n.nspname || '.' || relname as name from pg_class c join ours n on n.oid = relnamespace where relkind in ('r', 'v')
    union all select indexname from pg_indexes i join ours n on n.nspname = i.schemaname
    union all select conname from pg_constraint c join ours n on n.oid = connamespace where contype in ('c', 'f', 'x')
    union all select policyname from pg_policies p join ours n on n.nspname = p.schemaname
    union all select n.nspname || '.' || proname || '(' from pg_proc p join ours n on n.oid = pronamespace`)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map(({ name }) => name).filter((name) => !page.includes(name))).toEqual([])
  expect(page).not.toContain('gtrgm_')
})

test('the page of a small database is the SQL one would write', async () => {
  const empty = await createEmptyDatabase()
  try {
    await empty.owner.query(`
      create schema room;
      comment on schema room is 'It''s a room';
      create table room.thing (id uuid primary key, name text not null default 'x', held_on date, n bigint generated always as identity,
        constraint thing_named check (name <> ''));
      comment on column room.thing.held_on is 'The day';
      create index thing_name on room.thing (name);
      alter table room.thing enable row level security;
      create policy seen on room.thing for select using (name = nullif(current_setting('dangvu.who', true), ''))`)
    expect(await renderSchema(empty.owner)).toContain(`create schema room;
comment on schema room is 'It''s a room';

create table room.thing (
  id      uuid not null,
  name    text not null default 'x'::text,
  held_on date,
  n       bigint not null generated always as identity,
  constraint thing_pkey PRIMARY KEY (id),
  constraint thing_named CHECK (name <> ''::text)
);
alter table room.thing enable row level security;
CREATE INDEX thing_name ON room.thing USING btree (name);
create policy seen on room.thing for select to public
  using (name = NULLIF(current_setting('dangvu.who'::text, true), ''::text));
comment on column room.thing.held_on is 'The day';
`)
  } finally {
    await empty.drop()
  }
})
