import type pg from 'pg'
import { join } from 'node:path'
import { keptSecret, readSecret } from './data-folder.ts'
import { cannotCreateRole, programPasswordUnknown } from './errors.ts'

/** Group that the migrations grant to; the program's login role of every database is a member. */
export const PROGRAM_GROUP = 'dangvu_program'

export type RoleOptions = {
  readonly ownerUrl: string
  /** Folder of the password file `app-password` (0600), unless `DANGVU_APP_PASSWORD_FILE` names another. */
  readonly secretsFolder: string
  readonly env?: NodeJS.ProcessEnv
}

type RoleState = { database: string; owner: string; exists: boolean; excessive: boolean; complete: boolean; in_use: boolean }

/**
 * Makes sure that the program has its login role `<database>_app`: no superuser, bound by row-level security, owner of
 * nothing. Its password is random and kept in a file; deleting the file changes it. Returns the URL of the program.
 * Refuses `database.programPasswordUnknown`, `database.cannotCreateRole`.
 */
export async function ensureProgramRole(ownerPool: pg.Pool, { ownerUrl, secretsFolder, env = process.env }: RoleOptions): Promise<string> {
  const state = await readState(ownerPool)
  const role = `${state.database}_app`
  const file = env.DANGVU_APP_PASSWORD_FILE || join(secretsFolder, 'app-password')
  if (!readSecret(file) && state.in_use) throw programPasswordUnknown(role, file)
  const { secret, isNew } = keptSecret(file)
  if (!state.complete || isNew) await writeRole(ownerPool, { ...state, role, secret, setPassword: isNew || !state.exists })
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(role)
  url.password = encodeURIComponent(secret)
  return url.href
}

async function readState(pool: pg.Pool): Promise<RoleState> {
  const { rows } = await pool.query<RoleState>(
    `with program as (select oid, rolcanlogin, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as excessive
                        from pg_roles where rolname = current_database() || '_app')
     select current_database() as database, current_user as owner,
            exists (select from program) as exists,
            exists (select from program where excessive) as excessive,
            exists (select from program p join pg_auth_members m on m.member = p.oid join pg_roles g on g.oid = m.roleid
                     where p.rolcanlogin and not p.excessive and g.rolname = $1 and has_database_privilege(p.oid, current_database(), 'connect'))
              and exists (select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
                           where d.datname = current_database() and s.setrole = 0 and 'jit=off' = any (s.setconfig)) as complete,
            exists (select from pg_stat_activity where usename = current_database() || '_app') as in_use`,
    [PROGRAM_GROUP],
  )
  return rows[0]!
}

type RoleToWrite = RoleState & { readonly role: string; readonly secret: string; readonly setPassword: boolean }

async function writeRole(pool: pg.Pool, wanted: RoleToWrite): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('dangvu program role'))`)
    await client.query(roleStatements(wanted, client).join(';\n'))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw (error as { code?: string }).code === '42501' ? cannotCreateRole(wanted.owner, wanted.role) : error
  } finally {
    client.release()
  }
}

function roleStatements({ database, excessive, role, secret, setPassword }: RoleToWrite, client: pg.PoolClient): string[] {
  const [name, base] = [client.escapeIdentifier(role), client.escapeIdentifier(database)]
  // An owner who is no superuser may not even mention these, so they are taken away only where they were given.
  const modesty = excessive ? ' nosuperuser nobypassrls nocreaterole nocreatedb' : ''
  const password = setPassword ? ` password ${client.escapeLiteral(secret)}` : ''
  return [
    `do $$ begin create role ${name}; exception when duplicate_object then null; end $$`,
    `alter role ${name} with login${modesty}${password}`,
    `do $$ begin create role ${PROGRAM_GROUP} nologin; exception when duplicate_object then null; end $$`,
    `grant ${PROGRAM_GROUP} to ${name}`,
    // Programs of other databases on the same server are members of the same group and must not get in here.
    `revoke connect, temporary on database ${base} from public`,
    `grant connect on database ${base} to ${name}`,
    `alter database ${base} set timezone to 'UTC'`,
    `alter database ${base} set datestyle to 'ISO, YMD'`,
    // Compiling a long statement takes longer than it runs, and memory besides; servers do so unless told otherwise.
    `alter database ${base} set jit to off`,
  ]
}
