import { newId, type PlainDate } from '../../../kernel/index.ts'
import { raw, sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { cellGone, memberAgain, notEnded } from '../errors.ts'
import { findPlacementOn } from '../queries/dated-facts.ts'
import { listMemberships, restateMembership } from '../queries/memberships.ts'
import { lockPerson } from '../queries/people.ts'

const reopened = { placement: 'person_id, cell_id, basis, source_id', status: 'person_id, status, basis, source_id' } as const

/** What held when membership ended holds again: the latest statement of that day, which the end superseded, in place of what was left of it. */
async function reopen(db: Db, table: keyof typeof reopened, personId: string, endedOn: PlainDate): Promise<void> {
  const [name, copied] = [raw(`members.${table}`), raw(reopened[table])]
  const former = await db.one<{ id: string }>(sql`
    select id from ${name} where person_id = ${personId} and superseded_at is not null and lower(valid_during) <= ${endedOn}::date and (upper_inf(valid_during) or upper(valid_during) > ${endedOn}::date)
    order by superseded_at desc, lower(valid_during) desc, id desc limit 1`)
  await db.run(sql`update ${name} set superseded_at = platform.moment() where person_id = ${personId} and superseded_at is null
    and valid_during && (select valid_during from ${name} where id = ${former.id})`)
  await db.run(sql`insert into ${name} (id, ${copied}, valid_during) select ${newId()}, ${copied}, valid_during from ${name} where id = ${former.id}`)
}

/**
 * The decision that ended membership on `endedOn` was annulled: membership, party age, status and cell run on as if it had not ended; posts and what lay over the
 * membership do not come back. What was known before stays. For a caller that has authorised. Refuses `members.notEnded`, `members.memberAgain`, `members.cellGone`.
 */
export async function restoreMembership(ctx: Ctx, { personId, endedOn, basis }: { personId: string; endedOn: PlainDate; basis: string }): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  const spells = await listMemberships(ctx.db, personId)
  const ended = spells.find((spell) => spell.endedOn === endedOn)
  if (!ended) throw notEnded(person.fullName, endedOn)
  if (spells.at(-1) !== ended) throw memberAgain(person.fullName, endedOn)
  for (const table of ['placement', 'status'] as const) await reopen(ctx.db, table, personId, endedOn)
  const placement = await findPlacementOn(ctx.db, personId, ctx.today)
  if (placement && !(await findOrganisation(ctx.db, placement.cellId, ctx.today))) throw cellGone(person.fullName, placement.cell)
  await restateMembership(ctx.db, ended, { endedOn: null, endKind: null, endBasis: null })
  await ctx.audit({ event: 'members.restored', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { endedOn, basis } })
}
