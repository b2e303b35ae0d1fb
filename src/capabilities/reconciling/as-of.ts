import type { PlainDate } from '../../kernel/index.ts'
import { isPast, seenBy, type Ctx } from '../../platform/action/index.ts'

export type Clocks = { readonly asOf?: PlainDate | undefined; readonly knownAt?: string | undefined }

/** A reading of this room: up to which moment counts what was recorded (none: as it stands now), and the day that decides what is late. */
export type Sight = { readonly on: PlainDate; readonly moment: string | undefined }

/**
 * What is done in this room is recorded on the day on which it is done, so both clocks bound the same moment: the end of the day asked
 * for, inclusive and in Việt Nam, or the moment asked for when that is earlier.
 */
export function sightOf(ctx: Pick<Ctx, 'today'>, asked: Clocks): Sight {
  const { on, knownAt } = seenBy(ctx, asked)
  if (!isPast(ctx, asked)) return { on, moment: undefined }
  const dayEnds = `${on}T23:59:59.999999+07:00`
  return { on, moment: knownAt && new Date(knownAt) < new Date(dayEnds) ? knownAt : dayEnds }
}
