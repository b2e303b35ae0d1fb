import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import type { membersContract } from '../contract.ts'
import { endsBeforeItBegins, positionDoesNotFit, positionUnknown, postNotFound, postTaken } from '../errors.ts'
import { findPosition, fitsOrganisation, isSingle } from '../positions.ts'
import { endFacts } from '../queries/dated-facts.ts'
import { lockPerson } from '../queries/people.ts'
import { postHoldersOn, postsSeen } from '../queries/record.ts'
import { loadMembershipOn, refuseFutureDay } from './checks.ts'

type Input = InputOf<typeof membersContract.recordPost>

async function checkPosition(ctx: Ctx, { id, organisationId, position: code, from }: Input): Promise<void> {
  const organisation = await loadOrganisation(ctx.db, organisationId, from)
  const position = findPosition(code)
  if (!position) throw positionUnknown(code)
  if (!fitsOrganisation(position, organisation.type)) throw positionDoesNotFit(position.vi, organisation.name)
  const holder = (await postHoldersOn(ctx.db, organisationId, { on: from })).find((each) => each.position === code && each.personId !== id)
  if (holder && isSingle(code)) throw postTaken(position.vi, organisation.name, holder.fullName)
}

/**
 * Records a post of a member in the committee of an organisation, from a day. Refuses `members.positionUnknown`, `members.positionDoesNotFit`,
 * `members.postTaken`, `members.notMemberOn`, `members.postHeldAlready`, `members.dayNotYet`.
 */
export async function recordPost(ctx: Ctx, input: Input) {
  const { id, organisationId, position, from, basis } = input
  await ctx.authorise('members.recordPost', { personId: id })
  await ctx.authorise('members.recordPost', { organisationId })
  const person = await lockPerson(ctx.db, id)
  refuseFutureDay(ctx, from)
  await loadMembershipOn(ctx, person, from)
  await checkPosition(ctx, input)
  const postId = newId()
  await ctx.db.run(sql`insert into members.post (id, person_id, organisation_id, position, held_during, basis)
    values (${postId}, ${id}, ${organisationId}, ${position}, daterange(${from}, null), ${basis})`)
  await ctx.audit({ event: 'members.postTaken', subject: { type: 'person', id }, personId: id, organisationId, facts: { ...input, postId } })
  return { id: postId }
}

/** Ends a post for a caller that has authorised; `on` is the first day without it. Refuses `members.postNotFound`, `members.endsBeforeItBegins`, `members.dayNotYet`. */
export async function endPostHeld(ctx: Ctx, { personId, postId, on, basis }: { personId: string; postId: string; on: PlainDate; basis: string | null }): Promise<void> {
  await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const post = (await postsSeen(ctx.db, personId, { on: ctx.today })).find((each) => each.id === postId && each.lastDay === null)
  if (!post) throw postNotFound()
  if (on < post.from) throw endsBeforeItBegins(post.from, on)
  await endFacts(ctx.db, 'post', personId, on, postId)
  await ctx.audit({
    event: 'members.postEnded', subject: { type: 'person', id: personId }, personId, organisationId: post.organisationId, facts: { postId, position: post.position, on, basis },
  })
}

/** Ends a post; `on` is the first day without it. Refuses `members.postNotFound`, `members.endsBeforeItBegins`, `members.dayNotYet`. */
export async function endPost(ctx: Ctx, { id, postId, on, basis }: InputOf<typeof membersContract.endPost>) {
  await ctx.authorise('members.recordPost', { personId: id })
  await endPostHeld(ctx, { personId: id, postId, on, basis: basis ?? null })
  return { done: true as const }
}
