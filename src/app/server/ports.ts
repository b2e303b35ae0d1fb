import { keeper, sql, type Actor, type Db, type Role, type Who } from '../../platform/action/index.ts'
import { actorNames } from '../../platform/messages.vi.ts'

/** Reads the row with which `access.enter` answers. */
export function actorOf(row: Record<string, unknown> | undefined, who: Who): Actor | undefined {
  if (who === 'keeper') return keeper
  if (who === 'nobody') return { accountId: undefined, name: actorNames.nobody, signInName: '', holdingId: undefined, role: undefined, organisationId: undefined }
  if (!row?.account_id) return undefined
  return {
    accountId: row.account_id as string,
    name: row.full_name as string,
    signInName: row.sign_in_name as string,
    holdingId: (row.holding_id as string | null) ?? undefined,
    role: (row.role as Role | null) ?? undefined,
    organisationId: (row.organisation_id as string | null) ?? undefined,
  }
}

/** Whether the database lets the actor see a person, and whether it is the actor. A record that was joined into another is seen with that one. */
export function reachOfPerson(db: Db, personId: string): Promise<{ seen: boolean; own: boolean }> {
  return db.one(sql`
    select exists (select from members.person where id in (${personId}, members.surviving(${personId})) and keeper_id = any (array(select access.people_reach()))) as seen,
      coalesce(members.own_person_id() = ${personId}, false) as own`)
}
