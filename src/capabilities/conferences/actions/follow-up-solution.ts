import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { measureFigure } from '../../statistics/index.ts'
import type { conferencesContract } from '../contract.ts'
import { alreadyClosed, nextDayMissing, nextDayPast, staleVersion, whyNotMoved } from '../errors.ts'
import { movementOf } from '../model.ts'
import { insertFollowUp, loadSolution, lockSolution } from '../queries/solutions.ts'

type Contract = typeof conferencesContract
type Input = InputOf<Contract['followUpSolution']>

/** The day on which a solution that goes on is asked about again. */
function nextDay({ closes, dueOn }: Input, today: PlainDate): PlainDate | undefined {
  if (closes) return undefined
  if (!dueOn) throw nextDayMissing()
  if (dueOn <= today) throw nextDayPast(dueOn, today)
  return dueOn
}

/**
 * Answers for a solution: the figure is counted today, and what has not come to what was wanted needs a reason. Refuses `conferences.whyNotMoved`,
 * `conferences.nextDayMissing`, `conferences.nextDayPast`, `conferences.alreadyClosed`, `platform.staleVersion`.
 */
export async function followUpSolution(ctx: Ctx, input: Input): Promise<AnswerOf<Contract['followUpSolution']>> {
  await ctx.authorise('conferences.followUp', { organisationId: (await loadSolution(ctx.db, input.solutionId, ctx.today)).ownerId })
  const solution = await lockSolution(ctx.db, input.solutionId, ctx.today)
  if (solution.version !== input.version) throw staleVersion(input.version, solution.version)
  if (solution.closedOn) throw alreadyClosed(solution.closedOn)
  const value = await measureFigure(ctx, { organisationId: solution.measuredAt, on: ctx.today }, solution.measure)
  const movement = movementOf(solution, value)
  if (movement !== 'reached' && !input.note) throw whyNotMoved(solution.valueThen, value, solution.wanted)
  const dueOn = nextDay(input, ctx.today)
  await insertFollowUp(ctx.db, { solutionId: solution.id, followedOn: ctx.today, value, note: input.note, dueOn, by: ctx.actor.accountId })
  await ctx.audit({
    event: 'conferences.followedUp', subject: { type: 'solution', id: solution.id }, organisationId: solution.ownerId, facts: { value, movement, note: input.note ?? null, dueOn: dueOn ?? null },
  })
  return { value, movement }
}
