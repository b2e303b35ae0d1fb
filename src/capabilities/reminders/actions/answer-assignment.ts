import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { AssignmentOutcome } from '../codes.ts'
import type { remindersContract } from '../contract.ts'
import { assignmentAnswered, assignmentNotFound, assignmentOfOthers, staleVersion } from '../errors.ts'
import { endAssignment, lockAssignment, type AssignmentRow } from '../queries/assignments.ts'
import { placeNames } from '../queries/places.ts'
import { isFor, receiverName } from '../receiver.ts'

async function lockOpen(ctx: Ctx, input: { id: string; version: number }, permission: string): Promise<AssignmentRow> {
  const assignment = await lockAssignment(ctx.db, input.id)
  if (!assignment) throw assignmentNotFound()
  await ctx.authorise(permission, { organisationId: assignment.organisationId })
  if (assignment.answeredOn) throw assignmentAnswered(assignment.answeredOn)
  if (assignment.version !== input.version) throw staleVersion(input.version, assignment.version)
  return assignment
}

async function end(ctx: Ctx, { id, kind, subjectId, subjectType, organisationId, personId }: AssignmentRow, outcome: AssignmentOutcome, words: string) {
  await endAssignment(ctx.db, id, { outcome, on: ctx.today, by: ctx.actor.accountId, words })
  await ctx.audit({
    event: outcome === 'withdrawn' ? 'reminders.assignmentWithdrawn' : 'reminders.assignmentAnswered', subject: { type: subjectType, id: subjectId }, organisationId, personId: personId ?? undefined,
    facts: { assignmentId: id, kind, outcome },
  })
  return { done: true as const }
}

/** The receiver answers: done, or given back; with words in both cases. Refuses who did not receive it, a second answer, a stale version. */
export async function answerAssignment(ctx: Ctx, input: InputOf<typeof remindersContract.answerAssignment>) {
  const assignment = await lockOpen(ctx, input, 'reminders.answerAssignment')
  if (!isFor(assignment, ctx.actor)) throw assignmentOfOthers(receiverName(assignment, await placeNames(ctx.db, assignment.toOrganisationId ? [assignment.toOrganisationId] : [], ctx.today)))
  return end(ctx, assignment, input.outcome, input.words)
}

/** Takes an assignment back before it is answered, so that it can be given to another. */
export async function withdrawAssignment(ctx: Ctx, input: InputOf<typeof remindersContract.withdrawAssignment>) {
  return end(ctx, await lockOpen(ctx, input, 'reminders.assignWork'), 'withdrawn', input.words)
}
