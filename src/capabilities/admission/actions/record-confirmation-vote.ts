import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { cellVote, removalVote } from '../../../regulations/index.ts'
import { rollOf } from '../../members/index.ts'
import type { admissionContract } from '../contract.ts'
import { obstaclesToVote, votesOf } from '../guards.ts'
import { begin, perform, refusalsOf, refusalsOfDay, refusalsOfOrder, refuseAll } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'
import { insertVote } from '../queries/steps.ts'
import type { Result } from '../transitions.ts'
import { cellRollOf, outcomeOf, refusalsOfCellVote } from '../votes.ts'

type Input = InputOf<typeof admissionContract.recordConfirmationVote>

/**
 * Records how the cell voted on confirmation, or on removal; numbers only, denominator and share those of the day of the meeting. After the
 * last vote allowed without two thirds the file can only be reported to the superior. Refuses, all at once: probation not over, no certificate
 * of the new-member class, papers missing, impossible numbers.
 */
export async function recordConfirmationVote(ctx: Ctx, input: Input) {
  const { heldOn, question, exemptPresent = [], present, inFavour, against, invalid, resolutionNumber } = input
  const begun = await begin(ctx, input, 'recordConfirmationVote', heldOn)
  const { file, judged, settings } = begun
  refuseAll(refusalsOfDay(ctx, heldOn))
  const roll = cellRollOf(await rollOf(ctx.db, file.cellId, heldOn), exemptPresent)
  const former = file.votes.findLast(({ level }) => level === 'cell')
  refuseAll([
    ...obstaclesToVote(question, { judged, on: heldOn, role: ctx.actor.role }), ...refusalsOfOrder(heldOn, [['recordConfirmationVote', former?.heldOn ?? file.probationFrom]]),
    ...refusalsOfCellVote(roll, input, exemptPresent, heldOn, settings),
  ])

  const rule = (question === 'confirm' ? cellVote : removalVote).usedOn(heldOn, settings.overrides)
  const { denominator } = roll
  const { required, outcome } = outcomeOf(rule, denominator, input)
  const { left, rule: most } = votesOf(file, 'cell', heldOn, settings.overrides)
  const result: Result = outcome === 'lost' && left <= 1 ? 'deadlocked' : outcome
  await insertVote(ctx.db, file.id, {
    level: 'cell', question, ordinal: (former?.ordinal ?? 0) + 1, heldOn, roll: roll.fullMembers, excluded: roll.excluded, denominator, required, present, inFavour, against, invalid,
    outcome, resolutionNumber: resolutionNumber ?? null, rule,
  })
  if (outcome === 'carried' && question === 'confirm') await insertDocument(ctx.db, file.id, { code: 'KNĐ-13', number: resolutionNumber, datedOn: heldOn, receivedOn: ctx.today, sending: 1 })
  const considers = judged.clocks.find(({ kind }) => kind === 'cellConsiders')
  const acted = await perform(begun, {
    act: 'recordConfirmationVote', step: 'P06', event: 'confirmationVoteRecorded', result, rules: [rule, most, ...(considers?.rules ?? [])],
    facts: {
      question, denominator, required, present, inFavour, against, invalid, dueOn: considers?.dueOn ?? null, isLate: !!considers && heldOn > considers.dueOn,
      latenessReason: input.latenessReason ?? null,
    },
    ...(outcome === 'carried' && { change: { cellResolvedOn: heldOn } }),
  })
  return { ...acted, outcome, denominator, required, votesLeft: outcome === 'carried' ? 0 : left - 1 }
}

/** After the last vote without two thirds: reports to the direct superior, who decides. */
export async function reportDeadlock(ctx: Ctx, input: InputOf<typeof admissionContract.reportDeadlock>) {
  const begun = await begin(ctx, input, 'reportDeadlock', input.on)
  const { file, on, settings } = begun
  refuseAll([...refusalsOf(begun, 'reportDeadlock'), ...refusalsOfOrder(on, [['recordConfirmationVote', file.votes.at(-1)?.heldOn ?? null]])])
  const { rule, held } = votesOf(file, 'cell', on, settings.overrides)
  return perform(begun, { act: 'reportDeadlock', step: 'P06', event: 'deadlockReported', facts: { number: input.number ?? null, lostVotes: held }, rules: [rule] })
}
