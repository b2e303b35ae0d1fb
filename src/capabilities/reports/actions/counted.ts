import type { Ctx } from '../../../platform/action/index.ts'
import { countLines, figuresOf, type Figures } from '../../statistics/index.ts'
import type { Period } from '../queries/periods.ts'

/** The numbers of an organisation for a period as they are counted now. */
export const countedFigures = async (ctx: Ctx, organisationId: string, { from, until }: Pick<Period, 'from' | 'until'>): Promise<Figures> =>
  figuresOf(await countLines(ctx.db, organisationId, { from, until }))
