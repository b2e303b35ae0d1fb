import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { membersContract } from '../contract.ts'
import { loadPersonWithIdentity } from '../queries/people.ts'

/** Opens the identity numbers of a person for a reason. The reason, who and when go into the trail before anything is shown. */
export async function revealMember(ctx: Ctx, { id, reason, note }: InputOf<typeof membersContract.revealMember>) {
  await ctx.authorise('members.reveal', { personId: id })
  const { identityNumber, oldIdentityNumber, keeperId } = await loadPersonWithIdentity(ctx.db, id)
  await ctx.audit({ event: 'members.revealed', subject: { type: 'person', id }, personId: id, organisationId: keeperId, facts: { reason, note: note ?? null } })
  return { identityNumber, oldIdentityNumber, openedAt: ctx.now }
}
