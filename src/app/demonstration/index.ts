import type { Pool } from 'pg'
import type { PlainDate } from '../../kernel/index.ts'
import { hashPassword } from '../../capabilities/access/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { layAccounts } from './accounts.ts'
import { Chronicle } from './chronicle.ts'
import { layCases } from './cases.ts'
import { layCommittees } from './committees.ts'
import { layDistrict } from './district.ts'
import { layFaults } from './faults.ts'
import { layFormerStretches } from './former-stretches.ts'
import { layMassReviews } from './mass-organisations.ts'
import { layMembers } from './members.ts'
import { progressWords } from './messages.vi.ts'
import { layOverlays } from './overlays.ts'
import { People } from './people.ts'
import { layAssignments } from './assignments.ts'
import { layReminders } from './reminders.ts'
import { layPaperScans, layScans } from './scans.ts'
import { layProspects } from './sources.ts'
import { laySheets } from './sheets.ts'
import { layTargets } from './targets.ts'
import { DEMONSTRATION_PASSWORD } from './sign-ins.ts'
import { writeChronicle, type Progress } from './write.ts'

export { DEMONSTRATION_PASSWORD, demonstrationSignIns } from './sign-ins.ts'

export type DemonstrationOptions = {
  /** The same seed makes the same district. */
  readonly seed: number
  /** The day the demonstration stands on; inside the term 2015–2020, from October 2017 on. */
  readonly today: PlainDate
  readonly files: FileStore
  readonly onProgress?: Progress | undefined
}

/**
 * Fills an empty, migrated database with an invented district of the true size: its tree, members, sources, files, posts and users.
 * `owner` must own the tables: row-level security does not bind the maker. One transaction: all or nothing.
 */
export async function makeDemonstration(owner: Pool, { seed, today, files, onProgress = () => undefined }: DemonstrationOptions): Promise<void> {
  onProgress(0, 1, progressWords.invent)
  const chronicle = inventDistrict(seed, today, await hashPassword(DEMONSTRATION_PASSWORD))
  for (const bytes of chronicle.files) await files.put(bytes)
  await writeChronicle(owner, chronicle, onProgress)
}

/** All rows of the demonstration, without touching a database. The same seed, day and hash give the same rows. */
export function inventDistrict(seed: number, today: PlainDate, passwordHash: string): Chronicle {
  const chronicle = new Chronicle(seed, today)
  const district = layDistrict(chronicle)
  const people = new People(chronicle, district)
  const { members, leavers } = layMembers(chronicle, district, people)
  const posts = layCommittees(chronicle, district, members)
  const accounts = layAccounts({ chronicle, district, people, members, posts, passwordHash })
  layOverlays(chronicle, members)
  const sourcing = { chronicle, district, people, members, accounts }
  layCases({ ...sourcing, ...layProspects(sourcing), leavers, posts })
  layReminders(chronicle, accounts)
  layAssignments(chronicle, accounts)
  layScans(chronicle)
  layPaperScans(chronicle)
  layTargets(chronicle, district, members)
  layMassReviews(chronicle, district)
  laySheets(chronicle, members, accounts)
  layFaults(chronicle, members, accounts)
  layFormerStretches(chronicle)
  return chronicle
}
