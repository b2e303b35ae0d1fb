import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import { endFacts, insertOverlay, insertStatus } from '../queries/dated-facts.ts'
import { lockPerson } from '../queries/people.ts'
import { loadMembershipOn, refuseFutureDay } from './checks.ts'

type Stay = { id: string; kind: 'temporaryElsewhere' | 'temporaryHere'; cellId: string | null; from: PlainDate; place: string | null; basis: string | null }

/** A member is active in an organisation outside for a time, `until` exclusive, and stays counted here. The caller has authorised. */
export async function recordStayOutside(ctx: Ctx, { personId, on, until, place, basis }: { personId: string; on: PlainDate; until: PlainDate; place: string; basis: string }): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const { placement } = await loadMembershipOn(ctx, person, on)
  await insertOverlay(ctx.db, { personId, kind: 'temporaryElsewhere', from: on, until, since: on, place, basis })
  await ctx.audit({ event: 'members.stayRecorded', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId, facts: { on, until, place, basis } })
}

/**
 * A temporary stay ends on another day than was written: `until` is the first day without it, earlier (the member is back) or later (extended).
 * A guest's status follows. The caller has authorised.
 */
export async function restateStay(ctx: Ctx, personId: string, from: PlainDate, until: PlainDate): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  const stays = await ctx.db.rows<Stay>(sql`
    select id, kind, cell_id as "cellId", lower(valid_during) as "from", place, basis from members.overlay
    where person_id = ${personId} and superseded_at is null and kind in ('temporaryElsewhere','temporaryHere') and lower(valid_during) = ${from}::date`)
  for (const stay of stays) {
    await endFacts(ctx.db, 'overlay', personId, from, stay.id)
    if (until > from) await insertOverlay(ctx.db, { ...stay, personId, since: from, until })
  }
  const isGuest = !stays.some(({ kind }) => kind === 'temporaryElsewhere')
  if (isGuest) {
    const status = await ctx.db.first<{ status: 'full' | 'probationary' }>(sql`
      select status from members.status where person_id = ${personId} and superseded_at is null and lower(valid_during) = ${from}::date`)
    await endFacts(ctx.db, 'status', personId, from)
    if (status && until > from) await insertStatus(ctx.db, { personId, status: status.status, from, until })
  }
  await ctx.audit({ event: 'members.stayRestated', subject: { type: 'person', id: personId }, personId, organisationId: person.keeperId, facts: { from, until } })
}
