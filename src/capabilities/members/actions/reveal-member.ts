import { seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { membersContract } from '../contract.ts'
import type { LifeEvents } from '../ports.ts'
import { followPerson, loadPersonWithIdentity } from '../queries/people.ts'

/**
 * Opens the identity numbers of a person, and what is covered in the timeline on a day as known at a moment, newest first, for a reason.
 * The reason, who and when go into the trail before anything is shown.
 */
export const revealMemberWith = (life: LifeEvents) => async (ctx: Ctx, { id, reason, note, asOf, knownAt }: InputOf<typeof membersContract.revealMember>) => {
  await ctx.authorise('members.reveal', { personId: id })
  const { identityNumber, oldIdentityNumber, keeperId } = await loadPersonWithIdentity(ctx.db, id)
  await ctx.audit({ event: 'members.revealed', subject: { type: 'person', id }, personId: id, organisationId: keeperId, facts: { reason, note: note ?? null } })
  const events = await life(ctx, (await followPerson(ctx.db, id)) ?? id, seenBy(ctx, { asOf, knownAt }))
  const opened = events.filter(({ isCovered }) => isCovered).map(({ isCovered: _c, ...event }) => event).sort((a, b) => b.on.localeCompare(a.on))
  return { identityNumber, oldIdentityNumber, events: opened, openedAt: ctx.now }
}
