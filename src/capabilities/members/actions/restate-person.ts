import { newId, tidy } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { maskedNumber, type PersonFields } from '../model.ts'
import { listMemberships, restateMembership } from '../queries/memberships.ts'
import { lockPerson, updatePerson, type PersonField, type PersonWithIdentity } from '../queries/people.ts'

const COVERED = '••••'

/** The fields whose value is another than the one kept; an absent field stays as it is. */
function changedFields(person: PersonWithIdentity, wanted: Partial<PersonFields>): Partial<PersonFields> {
  const tidied = wanted.fullName ? { ...wanted, fullName: tidy(wanted.fullName) } : wanted
  return Object.fromEntries(Object.entries(tidied).filter(([field, value]) => value !== undefined && (value || null) !== person[field as PersonField]).map(([field, value]) => [field, value || null]))
}

/** What the trail says of a value: identity numbers never stand there in full, and of religion and ethnic group only that there is one. */
const trailed = (field: string, value: unknown): string | null => {
  const text = (value as string | null) ?? null
  if (field === 'religion' || field === 'ethnicity') return text && COVERED
  return field === 'identityNumber' || field === 'oldIdentityNumber' ? maskedNumber(text) : text
}

/** Tells the database, for this transaction, from which paper the people that are written now are known. */
export async function tellBasis(db: Db, basis: string | null, sourceId: string | null = null): Promise<void> {
  await db.run(sql`select set_config('dangvu.basis', ${basis ?? ''}, true), set_config('dangvu.source', ${sourceId ?? ''}, true)`)
}

/**
 * Corrects a person by a paper: the former state is kept with the moment until which it was known. For the caller that has authorised.
 * Answers the new version, or the old one when nothing differs. Refuses `members.personNotFound`.
 */
export async function restatePerson(ctx: Ctx, id: string, fields: Partial<PersonFields>, why: { reason: string; paper: string }): Promise<{ version: number; changed: PersonField[] }> {
  const person = await lockPerson(ctx.db, id)
  const changes = changedFields(person, fields)
  const changed = Object.keys(changes) as PersonField[]
  if (changed.length === 0) return { version: person.version, changed }
  await tellBasis(ctx.db, why.paper)
  await updatePerson(ctx.db, id, changes)
  await tellBasis(ctx.db, null)
  await ctx.db.run(sql`
    insert into members.correction (id, person_id, former_version, fields, reason, paper, corrected_by)
    values (${newId()}, ${id}, ${person.version}, ${changed}, ${why.reason}, ${why.paper}, ${ctx.actor.accountId ?? null})`)
  const both = changed.map((field) => [field, { before: trailed(field, person[field]), after: trailed(field, changes[field]) }])
  await ctx.audit({
    event: 'members.corrected', subject: { type: 'person', id }, personId: id, organisationId: person.keeperId, facts: { ...why, changes: Object.fromEntries(both) },
  })
  return { version: person.version + 1, changed }
}

/**
 * States the numbers of the last spell of membership anew (an absent one stays, `null` clears it); the former statement stays, superseded.
 * For the caller that has authorised and writes the trail. Answers false for who was never a member.
 */
export async function restateNumbers(ctx: Ctx, personId: string, numbers: { cardNumber?: string | null; historyNumber?: string | null }): Promise<boolean> {
  const last = (await listMemberships(ctx.db, personId)).at(-1)
  if (!last) return false
  await restateMembership(ctx.db, last, numbers)
  return true
}
