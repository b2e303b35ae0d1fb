import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, stoodAt, type Db, type Seen } from '../../../platform/action/index.ts'
import type { PartyAgeRuling } from '../party-age.ts'

/** A decision about the party age of a member, with its paper. `until` is the first day that counts again. */
export type KeptRuling = {
  readonly id: string; readonly kind: PartyAgeRuling['kind']; readonly from: PlainDate; readonly until: PlainDate | null; readonly reason: string
  readonly decisionNumber: string; readonly decidedOn: PlainDate
}

/** Decisions about the party age of a person as known at a moment, by the days they speak of. */
export function partyAgeRulingsSeen(db: Db, personId: string, { knownAt }: Pick<Seen, 'knownAt'>): Promise<KeptRuling[]> {
  return db.rows(sql`
    select t.id, t.kind, lower(t.valid_during) as "from", upper(t.valid_during) as until, t.reason, t.decision_number as "decisionNumber", t.decided_on as "decidedOn"
    from members.party_age_ruling t where t.person_id = ${personId} and ${stoodAt('t', knownAt)} order by t.valid_during`)
}

export async function insertPartyAgeRuling(db: Db, personId: string, ruling: Omit<KeptRuling, 'id'>, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into members.party_age_ruling (id, person_id, kind, valid_during, reason, decision_number, decided_on, recorded_by)
    values (${id}, ${personId}, ${ruling.kind}, daterange(${ruling.from}, ${ruling.until}), ${ruling.reason}, ${ruling.decisionNumber}, ${ruling.decidedOn}, ${by ?? null})`)
  return id
}

/** Supersedes a ruling that stands; false when it does not. */
export async function supersedePartyAgeRuling(db: Db, personId: string, id: string): Promise<boolean> {
  return (await db.run(sql`update members.party_age_ruling set superseded_at = platform.moment() where id = ${id} and person_id = ${personId} and superseded_at is null`)) === 1
}
