import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

/** The organisation that keeps the dossiers of a cell's people on a day, as known at a moment (without one, now); none for who stands in no cell. */
export async function dossierKeeperOf(db: Db, cellId: string, on: PlainDate, knownAt?: string): Promise<string | null> {
  const { keeper } = await db.one<{ keeper: string | null }>(sql`select member_sheet.dossier_keeper(${cellId}, ${on}, ${knownAt ?? null}) as keeper`)
  return keeper
}

/** The person of the account that acts, if it is one. */
export async function ownPersonId(db: Db): Promise<string | null> {
  const { id } = await db.one<{ id: string | null }>(sql`select members.own_person_id() as id`)
  return id
}
