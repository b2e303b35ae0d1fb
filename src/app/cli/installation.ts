import type { Pool } from 'pg'
import type { PlainDate } from '../../kernel/index.ts'
import type { Clock, Ports } from '../../platform/action/index.ts'
import { openDatabase, resolveDataFolder, type DataFolder, type OpenDatabase } from '../../platform/database/index.ts'
import { folderStore } from '../../platform/files/index.ts'
import { clockStayingOn, wallClock } from '../server/clock.ts'

/** What the database says about itself: real, or invented people on a day of their own. */
export type Demonstration = { readonly seed: number; readonly today: PlainDate | 'now'; readonly complete: boolean }

export type Installation = {
  readonly folder: DataFolder
  readonly database: OpenDatabase
  readonly demonstration: Demonstration | undefined
  readonly clock: Clock
  readonly ports: Ports
  close(): Promise<void>
}

export async function readDemonstration(owner: Pool): Promise<Demonstration | undefined> {
  const { rows } = await owner.query(`select value from platform.installation where name = 'demonstration'`)
  return rows[0]?.value
}

export async function writeInstallation(owner: Pool, name: string, value: unknown): Promise<void> {
  await owner.query(
    `insert into platform.installation (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value, recorded_at = clock_timestamp()`,
    [name, JSON.stringify(value)])
}

export const clockOf = (today: PlainDate | 'now' | undefined): Clock => (today === undefined || today === 'now' ? wallClock : clockStayingOn(today))

/** Opens one installation: its database (started or joined), its files, its clock. */
export async function openInstallation({ data, demo = false, today }: { data?: string | undefined; demo?: boolean; today?: PlainDate | 'now' | undefined }): Promise<Installation> {
  const folder = resolveDataFolder({ data, ...(demo ? { habit: 'dangvu-demo' } : {}) })
  // The rooms are loaded while the database starts.
  const [database, { portsOf }] = await Promise.all([openDatabase(folder), import('../server/house.ts')])
  const demonstration = await readDemonstration(database.owner)
  const clock = clockOf(today ?? demonstration?.today)
  const ports = portsOf({ pool: database.program, clock, files: folderStore(folder.files) })
  return { folder, database, demonstration, clock, ports, close: () => database.close() }
}
