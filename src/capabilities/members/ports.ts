import type { Ctx, Seen } from '../../platform/action/index.ts'
import type { LifeEvent } from './timeline.ts'

/** What a room above keeps of the life of a person, up to a day as known at a moment; nothing where the reader may not see what that room keeps. Handed in by the roof. */
export type LifeEvents = (ctx: Ctx, personId: string, seen: Seen) => Promise<readonly LifeEvent[]>

export const noLifeEvents: LifeEvents = async () => []
