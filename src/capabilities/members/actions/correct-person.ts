import { newId, Refusal, tidy } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { membersContract } from '../contract.ts'
import { nothingCorrected } from '../errors.ts'
import { maskedNumber, type PersonFields } from '../model.ts'
import { lockPerson, updatePerson, type PersonField, type PersonWithIdentity } from '../queries/people.ts'

type Input = InputOf<typeof membersContract.correctPerson>

/** The fields whose value is another than the one kept; an absent field stays as it is. */
function changedFields(person: PersonWithIdentity, wanted: Partial<PersonFields>): Partial<PersonFields> {
  const tidied = wanted.fullName ? { ...wanted, fullName: tidy(wanted.fullName) } : wanted
  return Object.fromEntries(Object.entries(tidied).filter(([field, value]) => value !== undefined && (value || null) !== person[field as PersonField]).map(([field, value]) => [field, value || null]))
}

/** What the trail says of a value; identity numbers never stand there in full. */
const trailed = (field: string, value: unknown): string | null => {
  const text = (value as string | null) ?? null
  return field === 'identityNumber' || field === 'oldIdentityNumber' ? maskedNumber(text) : text
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
  await updatePerson(ctx.db, id, changes)
  await ctx.db.run(sql`
    insert into members.correction (id, person_id, former_version, fields, reason, paper, corrected_by)
    values (${newId()}, ${id}, ${person.version}, ${changed}, ${why.reason}, ${why.paper}, ${ctx.actor.accountId ?? null})`)
  const both = changed.map((field) => [field, { before: trailed(field, person[field]), after: trailed(field, changes[field]) }])
  await ctx.audit({
    event: 'members.corrected', subject: { type: 'person', id }, personId: id, organisationId: person.keeperId, facts: { ...why, changes: Object.fromEntries(both) },
  })
  return { version: person.version + 1, changed }
}

/** Corrects what is known about a person. Refuses `platform.staleVersion` when somebody corrected in between, `members.nothingCorrected`. */
export async function correctPerson(ctx: Ctx, { id, version, fields, reason, paper }: Input) {
  await ctx.authorise('members.correct', { personId: id })
  const latest = (await lockPerson(ctx.db, id)).version
  if (latest !== version) throw new Refusal('conflict', 'platform.staleVersion', { seen: version, latest })
  const { version: next, changed } = await restatePerson(ctx, id, fields, { reason, paper })
  if (changed.length === 0) throw nothingCorrected()
  return { version: next }
}
