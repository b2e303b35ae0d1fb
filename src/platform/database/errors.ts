import { Refusal } from '../../kernel/refusal.ts'

/** No PostgreSQL for this operating system is packed with the program. */
export const noBinaries = (system: string) => new Refusal('conflict', 'database.noBinaries', { system })

/** The packed PostgreSQL stopped before it could serve; `log` holds its last words. */
export const cannotStart = (log: string) => new Refusal('conflict', 'database.cannotStart', { log })

/** The cluster was made by another major version than the packed one. */
export const otherMajorVersion = (found: string, expected: string) =>
  new Refusal('conflict', 'database.otherMajorVersion', { found, expected })

/** The server behind `DATABASE_URL` is older than PostgreSQL 15. */
export const serverTooOld = (version: string) => new Refusal('conflict', 'database.serverTooOld', { version })

/** The server behind `DATABASE_URL` does not answer, or does not let the program in; `server` without its password. */
export const serverNotReached = (server: string, problem: string) => new Refusal('conflict', 'database.serverNotReached', { server, problem })

/** The data folder holds a cluster but not the password of its owner. */
export const passwordMissing = (file: string) => new Refusal('conflict', 'database.passwordMissing', { file })

/** The folder belongs to another user of the machine. */
export const folderNotReachable = (folder: string) => new Refusal('conflict', 'database.folderNotReachable', { folder })

/** What is given as the folder, or one above it, is a file. */
export const folderIsAFile = (folder: string) => new Refusal('invalid', 'database.folderIsAFile', { folder })

/** A migration that ran on this database no longer has the text it ran with. */
export const migrationChanged = (file: string) => new Refusal('conflict', 'database.migrationChanged', { file })

/** The database has migrations that this program does not know. */
export const databaseIsNewer = (databaseNumber: number, programNumber: number) =>
  new Refusal('conflict', 'database.databaseIsNewer', { databaseNumber, programNumber })

/** A migration was put below one that already ran on this database. */
export const migrationOutOfOrder = (file: string, newest: number) =>
  new Refusal('conflict', 'database.migrationOutOfOrder', { file, newest })

/** The program's login role is in use by another process whose password is not in this data folder. */
export const programPasswordUnknown = (role: string, file: string) =>
  new Refusal('conflict', 'database.programPasswordUnknown', { role, file })

/** The owner of the database may not create or correct the roles the program needs. */
export const cannotCreateRole = (owner: string, role: string) =>
  new Refusal('conflict', 'database.cannotCreateRole', { owner, role })
