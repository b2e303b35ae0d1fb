import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { addWorkingDays, membershipYearsStart } from '../../../regulations/index.ts'
import { bodyRule, recordBoardVote, refuseIncompetent, refuseUsedNumber } from '../competence.ts'
import type { admissionContract } from '../contract.ts'
import { decisionBeforeVote, declineReasonMissing, extensionTooLong } from '../errors.ts'
import { extensionLeft } from '../guards.ts'
import { levelNames } from '../messages.vi.ts'
import { carriedVote, isConfirmation, type CaseFile } from '../model.ts'
import { begin, perform, refusalsOf, refusalsOfOrder, refuseAll } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'

type Input = InputOf<typeof admissionContract.recordDecision>

/** The printed form of the decision: a readmission has its own, an authorised grassroots committee another. */
const paperOf = (file: CaseFile): string => (file.kind === 'readmission' ? 'KNĐ-QĐKNL' : file.line.decidesItself ? 'KNĐ-9A' : 'KNĐ-9')

function refusalsOfVotes(file: CaseFile, { decidedOn }: Input) {
  return (['committee', 'cell'] as const).flatMap((level) => {
    const vote = carriedVote(file, level)
    return vote && decidedOn < vote.heldOn ? [decisionBeforeVote(decidedOn, vote.heldOn, levelNames[level === 'cell' ? 'cell' : 'grassrootsCommittee'], vote.rule)] : []
  })
}

/**
 * Records the decision to admit, or not to admit with its reason; the cell is told of either. Whose committee decides is computed for the day
 * of the decision. Refuses a decision before a vote, a role that is not competent, a number already used in the term, and a board vote that
 * went the other way. Party age counts from this day.
 */
export async function recordDecision(ctx: Ctx, input: Input) {
  const { decidedOn, outcome, number, signatory, boardVote } = input
  const begun = await begin(ctx, input, 'recordDecision', decidedOn)
  const { file, judged, settings } = begun
  refuseAll([...refusalsOf(begun, 'recordDecision'), ...refusalsOfVotes(file, input)])
  const deciding = await refuseIncompetent(ctx, file, decidedOn, settings)
  if (outcome === 'decline' && !input.reason) throw declineReasonMissing()
  await refuseUsedNumber(ctx, file, deciding, number, decidedOn)
  const voteRules = boardVote ? [await recordBoardVote(ctx, file, deciding, { tally: boardVote, question: 'admit', decides: outcome === 'admit', on: decidedOn }, settings)] : []
  if (outcome === 'admit') await insertDocument(ctx.db, file.id, { code: paperOf(file), number, datedOn: decidedOn, receivedOn: ctx.today, state: 'valid', sending: 1 })

  const clock = judged.clocks.find(({ kind }) => kind === 'decision')
  const age = outcome === 'admit' ? [membershipYearsStart.usedOn(decidedOn, settings.overrides)] : []
  return perform(begun, {
    act: 'recordDecision', step: 'A12', event: outcome === 'admit' ? 'admissionDecided' : 'admissionDeclined', result: outcome,
    facts: { outcome, number, signatory, decidedBy: deciding.id, reason: input.reason ?? null, dueOn: clock?.dueOn ?? null, isLate: !!clock && decidedOn > clock.dueOn },
    rules: [...(clock?.rules ?? []), bodyRule(deciding, decidedOn, settings), ...voteRules, ...age],
    change: { decidedOn, decisionNumber: number, decisionSignatory: signatory, decidedBy: deciding.id },
  })
}

/** Lengthens the time for the decision in a special case; all extensions together may not pass what the rule of the cell's meeting allows. */
export async function extendDecision(ctx: Ctx, input: InputOf<typeof admissionContract.extendDecision>) {
  const begun = await begin(ctx, input, 'extendDecision', input.on)
  const { file, judged, on, settings } = begun
  refuseAll(refusalsOf(begun, 'extendDecision'))
  await refuseIncompetent(ctx, file, on, settings)
  const { left, rule } = extensionLeft(judged)
  if (input.workingDays > left) throw extensionTooLong(input.workingDays, left, rule.value, rule)
  refuseAll(refusalsOfOrder(on, [['recordCellVote', file.cellResolvedOn]]))
  const clock = judged.clocks.find(({ kind }) => kind === (isConfirmation(file) ? 'confirmationDecision' : 'decision'))!
  const dueOn = addWorkingDays(clock.dueOn, input.workingDays, settings.swaps)
  const acted = await perform(begun, {
    act: 'extendDecision', step: isConfirmation(file) ? 'P09' : 'A12', event: 'decisionExtended', facts: { workingDays: input.workingDays, reason: input.reason, dueOn }, rules: [rule],
    change: { extendedBy: file.extendedBy + input.workingDays },
  })
  return { ...acted, dueOn }
}
