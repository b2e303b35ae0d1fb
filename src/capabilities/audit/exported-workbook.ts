import { formatDay } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { exportWords as words } from './messages.vi.ts'

// No summer time: Việt Nam is seven hours ahead all year.
const clockInVietnam = (now: string) => `${String((Number(now.slice(11, 13)) + 7) % 24).padStart(2, '0')}:${now.slice(14, 16)}`

/** `08:05, 05/10/2018`: the moment of the request, as written on what leaves the house. */
export const momentWritten = (ctx: Pick<Ctx, 'now' | 'today'>): string => `${clockInVietnam(ctx.now)}, ${formatDay(ctx.today)}`

/** Number of the copy, who took it and when; stands in the head of a list and at the foot of its pages. */
export const takenBy = (ctx: Ctx, number: string): string => fillIn(words.by, { number, name: ctx.actor.name, moment: momentWritten(ctx) })
