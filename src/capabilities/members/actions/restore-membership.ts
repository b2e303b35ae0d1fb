import { newId, type PlainDate } from '../../../kernel/index.ts'
import { raw, sql, type Ctx } from '../../../platform/action/index.ts'
import { memberAgain, notEnded } from '../errors.ts'
import { listMemberships, restateMembership } from '../queries/memberships.ts'
import { lockPerson } from '../queries/people.ts'

const reopened = { placement: 'person_id, cell_id, basis, source_id', status: 'person_id, status, basis, source_id' } as const

/**
 * The decision that ended membership on `endedOn` was annulled: membership, party age, status and cell run on as if it had not ended; posts do not come back.
 * What was known before stays. For a caller that has authorised. Refuses `members.notEnded`, `members.memberAgain`.
 */
export async function restoreMembership(ctx: Ctx, { personId, endedOn, basis }: { personId: string; endedOn: PlainDate; basis: string }): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  const spells = await listMemberships(ctx.db, personId)
  const ended = spells.find((spell) => spell.endedOn === endedOn)
  if (!ended) throw notEnded(person.fullName, endedOn)
  if (spells.at(-1) !== ended) throw memberAgain(person.fullName, endedOn)
  for (const table of ['placement', 'status'] as const) {
    const [name, copied] = [raw(`members.${table}`), raw(reopened[table])]
    const { id } = await ctx.db.one<{ id: string }>(sql`update ${name} set superseded_at = platform.moment() where person_id = ${personId} and superseded_at is null and upper(valid_during) = ${endedOn}::date returning id`)
    await ctx.db.run(sql`insert into ${name} (id, ${copied}, valid_during) select ${newId()}, ${copied}, daterange(lower(valid_during), null) from ${name} where id = ${id}`)
  }
  await restateMembership(ctx.db, ended, { endedOn: null, endKind: null, endBasis: null })
  await ctx.audit({ event: 'members.restored', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { endedOn, basis } })
}
