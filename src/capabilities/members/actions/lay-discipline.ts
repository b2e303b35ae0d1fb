import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { endFacts, insertOverlay } from '../queries/dated-facts.ts'
import { lockPerson } from '../queries/people.ts'
import { loadMembershipOn, refuseFutureDay } from './checks.ts'

/** A member is under discipline from a day, `until` exclusive. For a caller that has authorised. Refuses `members.dayNotYet`, `members.notMemberOn`. */
export async function layDiscipline(ctx: Ctx, { personId, on, until, note, basis }: { personId: string; on: PlainDate; until: PlainDate; note: string; basis: string }): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const { placement } = await loadMembershipOn(ctx, person, on)
  await insertOverlay(ctx.db, { personId, kind: 'disciplined', from: on, until, since: on, note, basis })
  await ctx.audit({ event: 'members.disciplineLaid', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId, facts: { on, until, note, basis } })
}

/** The discipline that began on a day was never right: it holds on no day any more, and stays on record as it was known. For a caller that has authorised. */
export async function liftDiscipline(ctx: Ctx, { personId, on, basis }: { personId: string; on: PlainDate; basis: string }): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  const laid = await ctx.db.rows<{ id: string }>(sql`
    select id from members.overlay where person_id = ${personId} and kind = 'disciplined' and superseded_at is null and lower(valid_during) = ${on}::date order by recorded_at limit 1`)
  for (const { id } of laid) await endFacts(ctx.db, 'overlay', personId, on, id)
  await ctx.audit({ event: 'members.disciplineLifted', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { on, basis } })
}
