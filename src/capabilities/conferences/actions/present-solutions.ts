import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx, Seen } from '../../../platform/action/index.ts'
import type { AnswerOf } from '../../../platform/http/index.ts'
import { measureFigure, type FigureMeasure } from '../../statistics/index.ts'
import type { conferencesContract } from '../contract.ts'
import { movementOf } from '../model.ts'
import { listFollowUps, type Solution } from '../queries/solutions.ts'

type Presented = AnswerOf<typeof conferencesContract.listSolutions>['rows'][number]

/** Figures of organisations on a day, each counted once. */
function figuresOn(ctx: Ctx, on: PlainDate, knownAt?: string): (organisationId: string, measure: FigureMeasure) => Promise<number> {
  const counted = new Map<string, number>()
  return async (organisationId, measure) => {
    const key = `${organisationId} ${measure}`
    const figure = counted.get(key) ?? (await measureFigure(ctx, { organisationId, on, knownAt }, measure))
    counted.set(key, figure)
    return figure
  }
}

/** Solutions with how their figures stand on a day, and what was answered. A solution that is closed is told by its last answer. */
export async function presentSolutions(ctx: Ctx, solutions: readonly Solution[], { on, knownAt, past }: Seen): Promise<Presented[]> {
  const followUps = await listFollowUps(ctx.db, solutions.map(({ id }) => id), { on, knownAt })
  const figure = figuresOn(ctx, on, knownAt)
  const presented: Presented[] = []
  for (const solution of solutions) {
    const own = followUps.filter(({ solutionId }) => solutionId === solution.id)
    const last = solution.closedOn ? own.at(-1) : undefined
    const valueNow = last ? last.value : await figure(solution.measuredAt, solution.measure)
    presented.push({
      ...solution, valueNow, movement: movementOf(solution, valueNow), isAsked: !solution.closedOn && solution.dueOn <= on,
      followUps: own.map(({ solutionId: _s, ...rest }) => rest), mayFollowUp: !solution.closedOn && !past && (await ctx.may('conferences.followUp', { organisationId: solution.ownerId })),
    })
  }
  return presented
}
