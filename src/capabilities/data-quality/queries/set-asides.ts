import { newId } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import type { RuleKey } from '../catalogue.ts'
import { setAsideNotFound } from '../errors.ts'

export type SetAside = { readonly id: string; readonly rule: RuleKey; readonly subjectId: string; readonly personId: string | null; readonly organisationId: string; readonly fact: string; readonly isLive: boolean }

const columns = sql`id, rule, subject_id as "subjectId", person_id as "personId", organisation_id as "organisationId", fact, superseded_at is null as "isLive"`

/** A statement that something is really so, locked. Refuses `dataQuality.setAsideNotFound`. */
export async function lockSetAside(db: Db, id: string): Promise<SetAside> {
  const found = await db.first<SetAside>(sql`select ${columns} from data_quality.set_aside where id = ${id} for update`)
  if (!found) throw setAsideNotFound()
  return found
}

export function findLiveSetAside(db: Db, rule: RuleKey, subjectId: string): Promise<SetAside | undefined> {
  return db.first(sql`select ${columns} from data_quality.set_aside where rule = ${rule} and subject_id = ${subjectId} and superseded_at is null for update`)
}

export const endSetAside = ({ db, actor }: Ctx, id: string) =>
  db.run(sql`update data_quality.set_aside set superseded_at = platform.moment(), lifted_by = ${actor.accountId ?? null} where id = ${id}`)

export async function insertSetAside({ db, actor }: Ctx, row: Omit<SetAside, 'id' | 'isLive'> & { readonly reason: string }): Promise<string> {
  const id = newId()
  await db.run(sql`insert into data_quality.set_aside (id, rule, subject_id, person_id, organisation_id, fact, reason, set_by)
    values (${id}, ${row.rule}, ${row.subjectId}, ${row.personId}, ${row.organisationId}, ${row.fact}, ${row.reason}, ${actor.accountId ?? null})`)
  return id
}
