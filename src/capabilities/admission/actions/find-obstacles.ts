import { Refusal, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { problemOf, type AnswerOf, type InputOf } from '../../../platform/http/index.ts'
import { firstRuledDay } from '../../../regulations/index.ts'
import type { admissionContract } from '../contract.ts'
import { actOfOtherRole, caseNotFound } from '../errors.ts'
import { obstaclesAhead, obstaclesToVote } from '../guards.ts'
import { actWords, admissionRefusals } from '../messages.vi.ts'
import type { CaseFile } from '../model.ts'
import { judge } from '../next-act.ts'
import { permissionOf, refusalsOfDay } from '../perform.ts'
import { findCaseById } from '../queries/cases.ts'
import { loadSettings } from '../queries/settings.ts'

type Input = InputOf<typeof admissionContract.findObstacles>
type Answer = AnswerOf<typeof admissionContract.findObstacles>

const judgeable = (on: PlainDate, today: PlainDate): PlainDate => (on < firstRuledDay || on > today ? today : on)

async function refusalsFor(ctx: Ctx, file: CaseFile, { act, question }: Input, on: PlainDate): Promise<readonly Refusal[]> {
  const permission = permissionOf(act, file)
  const organisationId = permission === 'admission.recordDecision' ? file.line.deciding.id : file.cellId
  if (!(await ctx.may(permission, { organisationId }))) return [actOfOtherRole(actWords[act])]
  const day = judgeable(on, ctx.today)
  const attempt = { judged: judge(file, day, await loadSettings(ctx.db)), on: day, role: ctx.actor.role }
  return [...refusalsOfDay(ctx, on), ...(act === 'recordConfirmationVote' ? obstaclesToVote(question, attempt) : obstaclesAhead(act, attempt))]
}

/**
 * What stands in the way of a step on a day, by the very rules that refuse it: asked before its form is shown. What only the
 * answers of the form decide (numbers, paper, order of days) is refused when they are given. Changes nothing.
 */
export async function findObstacles(ctx: Ctx, input: Input): Promise<Answer> {
  const on = input.on ?? ctx.today
  const file = await findCaseById(ctx.db, input.id, judgeable(on, ctx.today))
  if (!file) throw caseNotFound()
  await ctx.authorise('admission.readCases', { organisationId: file.cellId })
  const refusal = Refusal.all(await refusalsFor(ctx, file, input, on))
  return { on, isPossible: !refusal, reasons: (refusal ? problemOf(refusal, admissionRefusals).reasons : []) as Answer['reasons'] }
}
