import { cardEventsOf } from '../../capabilities/cards/index.ts'
import { lifeEventsOf } from '../../capabilities/lifecycle/index.ts'
import type { LifeEvents } from '../../capabilities/members/index.ts'
import { letterEventsOf } from '../../capabilities/transfers/index.ts'

/** What the rooms above `members` keep of the life of a person, for the timeline. */
export const lifeAbove: LifeEvents = async (ctx, personId, seen) => [
  ...(await lifeEventsOf(ctx, personId, seen)), ...(await cardEventsOf(ctx, personId, seen)), ...(await letterEventsOf(ctx, personId, seen)),
]
