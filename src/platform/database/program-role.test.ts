import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase } from '../../../tests/harness/database.ts'
import type { TestDatabase } from '../../../tests/harness/database.ts'
import { openPool } from './connect.ts'
import { ensureProgramRole } from './program-role.ts'

let database: TestDatabase
let secretsFolder: string

beforeAll(async () => {
  database = await createTestDatabase()
  secretsFolder = mkdtempSync(join(tmpdir(), 'dangvu-secrets-'))
  await database.owner.query(`
    create table secret_thing (owner_name text);
    insert into secret_thing values ('mine'), ('theirs');
    alter table secret_thing enable row level security;
    create policy own_only on secret_thing using (owner_name = nullif(current_setting('dangvu.test_name', true), ''));
    grant select, insert on secret_thing to dangvu_program`)
})

afterAll(async () => {
  await database.drop()
  rmSync(secretsFolder, { recursive: true })
})

test('the program is an ordinary role that owns nothing', async () => {
  const { rows } = await database.program.query(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin, rolname = current_database() || '_app' as named,
           exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid)
             or exists (select from pg_namespace where nspowner = r.oid) as owns
      from pg_roles r where rolname = current_user`)
  expect(rows).toEqual([{
    rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolcanlogin: true, named: true, owns: false,
  }])
})

test('the program sees only the rows its policies show, and none without an actor, also on a connection used before', async () => {
  const client = await database.program.connect()
  try {
    const seen = async () => (await client.query('select owner_name from secret_thing')).rows.map((row) => row.owner_name)
    expect(await seen()).toEqual([])
    await client.query(`begin; select set_config('dangvu.test_name', 'mine', true)`)
    expect(await seen()).toEqual(['mine'])
    await client.query('commit')
    expect(await seen()).toEqual([])
  } finally {
    client.release()
  }
})

test.each([
  ['switching row security off', 'set row_security = off; select * from secret_thing'],
  ['switching it off on the table', 'alter table secret_thing disable row level security'],
  ['dropping the policy', 'drop policy own_only on secret_thing'],
  ['writing a row of somebody else', `insert into secret_thing values ('theirs')`],
  ['becoming the owner', `do $$ begin execute format('set role %I', (select pg_get_userbyid(datdba) from pg_database where datname = current_database())); end $$`],
  ['granting itself the right to bypass', 'alter role current_user bypassrls'],
  ['changing a function of the house', `create or replace function platform.fold(text) returns text language sql return 'x'`],
  ['making a table in a room', 'create table platform.mine (n int)'],
  ['making a table beside the rooms', 'create table public.mine (n int)'],
  ['making a temporary table', 'create temporary table mine (n int)'],
  ['reading the passwords of the server', 'select rolpassword from pg_authid'],
  ['reading a file of the server', `select pg_read_file('postgresql.conf')`],
  ['rewriting the list of migrations', 'delete from platform.migration'],
])('the program is kept from %s', async (_what, statement) => {
  await expect(database.program.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0LP01)$/) })
})

test('the program of one database does not get into another', async () => {
  const other = await createTestDatabase()
  try {
    const url = new URL(database.url)
    url.pathname = new URL(other.url).pathname
    const client = new pg.Client({ connectionString: url.href })
    await expect(client.connect()).rejects.toMatchObject({ code: '42501' })
  } finally {
    await other.drop()
  }
})

test('the password is kept in a closed file, stays while the file stays, and changes with it', async () => {
  const other = await createTestDatabase()
  const ensure = () => ensureProgramRole(other.owner, { ownerUrl: other.ownerUrl, secretsFolder, env: {} })
  try {
    const first = await ensure()
    expect(statSync(join(secretsFolder, 'app-password')).mode & 0o777).toBe(0o600)
    expect(await ensure()).toBe(first)
    expect(await currentUser(first)).toMatch(/_app$/)
    rmSync(join(secretsFolder, 'app-password'))
    // The server takes a moment to notice that the connection above has ended.
    const second = await vi.waitFor(ensure)
    expect(second).not.toBe(first)
    expect(await currentUser(second)).toMatch(/_app$/)
    await expect(currentUser(first)).rejects.toMatchObject({ code: '28P01' })
  } finally {
    await other.drop()
  }
})

test('a second machine without the password does not lock out the first', async () => {
  const other = await createTestDatabase()
  const elsewhere = mkdtempSync(join(tmpdir(), 'dangvu-secrets-'))
  try {
    await other.program.query('select 1')
    await expect(ensureProgramRole(other.owner, { ownerUrl: other.ownerUrl, secretsFolder: elsewhere, env: {} })).rejects.toMatchObject({
      code: 'database.programPasswordUnknown',
    })
    await other.program.query('select 1')
  } finally {
    rmSync(elsewhere, { recursive: true })
    await other.drop()
  }
})

test('a role that was given too much is refused its extra rights again', async () => {
  const other = await createTestDatabase()
  try {
    await other.owner.query(`do $$ begin execute format('alter role %I createdb createrole bypassrls', current_database() || '_app'); end $$`)
    await ensureProgramRole(other.owner, { ownerUrl: other.ownerUrl, secretsFolder, env: {} })
    const { rows } = await other.owner.query(`select rolcreatedb, rolcreaterole, rolbypassrls from pg_roles where rolname = current_database() || '_app'`)
    expect(rows).toEqual([{ rolcreatedb: false, rolcreaterole: false, rolbypassrls: false }])
  } finally {
    await other.drop()
  }
})

test('a database that compiles statements, as servers do by themselves, is told not to', async () => {
  const other = await createTestDatabase()
  try {
    await other.owner.query(`do $$ begin execute format('alter database %I set jit to on', current_database()); end $$`)
    await ensureProgramRole(other.owner, { ownerUrl: other.ownerUrl, secretsFolder, env: {} })
    const { rows } = await other.owner.query(`select s.setconfig as told from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase where d.datname = current_database() and s.setrole = 0`)
    expect(rows[0].told).toEqual(expect.arrayContaining(['jit=off', 'TimeZone=UTC']))
  } finally {
    await other.drop()
  }
})

async function currentUser(url: string): Promise<string> {
  const pool = openPool(url, { max: 1 })
  try {
    return (await pool.query('select current_user as name')).rows[0].name
  } finally {
    await pool.end()
  }
}
