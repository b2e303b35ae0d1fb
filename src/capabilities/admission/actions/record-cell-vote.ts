import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { cellVote } from '../../../regulations/index.ts'
import { rollOf } from '../../members/index.ts'
import type { admissionContract } from '../contract.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfDay, refusalsOfOrder } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'
import { insertVote } from '../queries/steps.ts'
import { cellRollOf, outcomeOf, refusalsOfCellVote } from '../votes.ts'

/**
 * Records how the cell voted on the candidate, carried or lost; numbers only. Roll, exclusions and the share are those of the day of the
 * meeting and are frozen with the vote. Conditions and papers are judged by that day. Refuses with every reason at once:
 * `admission.rollTooSmall`, `admission.tallyExceedsPresent`, `admission.presentExceedsDenominator`, and whatever the file lacks.
 */
export async function recordCellVote(ctx: Ctx, input: InputOf<typeof admissionContract.recordCellVote>) {
  const { heldOn, exemptPresent = [] } = input
  const begun = await begin(ctx, input, 'recordCellVote', heldOn)
  const { file, settings } = begun
  refuseAll(refusalsOfDay(ctx, heldOn))
  const roll = cellRollOf(await rollOf(ctx.db, file.cellId, heldOn), exemptPresent)
  refuseAll([
    ...refusalsOf(begun, 'recordCellVote'), ...refusalsOfOrder(heldOn, [['openCase', file.openedOn]]), ...refusalsOfCellVote(roll, input, exemptPresent, heldOn, settings),
  ])

  const rule = cellVote.usedOn(heldOn, settings.overrides)
  const { denominator } = roll
  const { required, outcome } = outcomeOf(rule, denominator, input)
  const { present, inFavour, against, invalid, resolutionNumber } = input
  await insertVote(ctx.db, file.id, {
    level: 'cell', question: 'admit', ordinal: 1, heldOn, roll: roll.fullMembers, excluded: roll.excluded, denominator, required, present, inFavour, against, invalid, outcome,
    resolutionNumber: resolutionNumber ?? null, rule,
  })
  if (outcome === 'carried') await insertDocument(ctx.db, file.id, { code: 'KNĐ-6', number: resolutionNumber, datedOn: heldOn, receivedOn: ctx.today, sending: 1 })
  const eligibility = begun.judged.eligibility!.reasons.flatMap((reason) => reason.rule ?? [])
  const acted = await perform(begun, {
    act: 'recordCellVote', step: 'A09', event: 'cellVoteRecorded', result: outcome, rules: [rule, ...eligibility],
    facts: { denominator, required, present, inFavour, against, invalid, excluded: roll.excluded.length }, ...(outcome === 'carried' && { change: { cellResolvedOn: heldOn } }),
  })
  return { ...acted, outcome, denominator, required }
}
