import { fillIn } from '../../../platform/words.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { endFilesOf, filesTiedTo } from '../../admission/index.ts'
import { overlayKindsOn, overlayNames, positionName, postsSeen, type EndKind } from '../../members/index.ts'
import { endMentoringsOf, namesHelpedBy } from '../../sources-and-targets/index.ts'
import { endBadge, listBadgesOf } from '../queries/badges.ts'
import { tieWords as words } from './messages.vi.ts'
import type { EndOfMembership, Tie, Ties } from './ports.ts'

/** Names of many in one line. */
const joined = (names: readonly string[]) => names.join(', ')

/** What a membership has tied to it today, in this room and in those below and above it, with what becomes of each when it ends in this way. */
export async function tiesOf(ctx: Ctx, personId: string, kind: EndKind, above: Ties): Promise<Tie[]> {
  const posts = (await postsSeen(ctx.db, personId, { on: ctx.today })).filter(({ lastDay }) => lastDay === null)
  const overlays = await overlayKindsOn(ctx.db, personId, ctx.today)
  const badges = (await listBadgesOf(ctx.db, personId)).filter(({ state }) => state === 'proposed')
  const files = await filesTiedTo(ctx, personId)
  const helped = await namesHelpedBy(ctx, personId)
  return [
    ...posts.map(({ position, organisation }): Tie => ({ kind: 'post', name: `${positionName(position)} ${organisation}`, fate: 'ends' })),
    ...overlays.map((overlay): Tie => ({ kind: 'overlay', name: overlayNames[overlay], fate: 'ends' })),
    // Who died may be given the badge posthumously: the committee looks at the list.
    ...badges.map(({ years }): Tie => ({ kind: 'badge', name: fillIn(words.badge, { years }), fate: kind === 'death' ? 'toSee' : 'takenBack' })),
    ...files.own.map((name): Tie => ({ kind: 'ownFile', name, fate: 'ends' })),
    ...(files.named.length > 0 ? [{ kind: 'namedInFile', name: joined(files.named), fate: 'toSee' } as const] : []),
    ...(helped.length > 0 ? [{ kind: 'mentoring', name: joined(helped), fate: 'ends' } as const] : []),
    ...(await above.list(ctx, personId, kind)),
  ]
}

/** Sees to everything that was tied to a membership which has just ended; posts and overlays ended with it. */
export async function settleTies(ctx: Ctx, end: EndOfMembership, above: Ties): Promise<void> {
  const { personId, on, kind, basis } = end
  if (kind !== 'death')
    for (const { id, state, years, awardOn } of await listBadgesOf(ctx.db, personId)) {
      if (state !== 'proposed') continue
      await endBadge(ctx.db, id, 'withdrawn', basis)
      await ctx.audit({ event: 'lifecycle.badgeWithdrawn', subject: { type: 'badge', id }, personId, facts: { years, awardOn, reason: basis } })
    }
  await endFilesOf(ctx, { personId, on, reason: kind === 'death' ? 'died' : kind === 'resignation' ? 'withdrawn' : 'unsuitable' })
  await endMentoringsOf(ctx, personId, on)
  await above.settle(ctx, end)
}
