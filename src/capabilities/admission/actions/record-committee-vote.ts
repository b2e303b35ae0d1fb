import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { committeeVote } from '../../../regulations/index.ts'
import { committeeOf, grassrootsOf } from '../../organisations/index.ts'
import type { admissionContract } from '../contract.ts'
import { noCommitteeOn, questionDoesNotFit } from '../errors.ts'
import { votesOf } from '../guards.ts'
import { questionNames } from '../messages.vi.ts'
import { isConfirmation, questionOf, sendingNow, type CaseFile, type Question } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfDay, refusalsOfOrder } from '../perform.ts'
import { insertDocument } from '../queries/documents.ts'
import { insertVote } from '../queries/steps.ts'
import type { Result } from '../transitions.ts'
import { outcomeOf, refusalsOfTally } from '../votes.ts'

type Input = InputOf<typeof admissionContract.recordCommitteeVote>

/** The committee votes on what the cell proposed; after a lost confirmation it may vote on removal, and the other way round. */
function questionFor(file: CaseFile, asked: Question | undefined): Question {
  const proposed = questionOf(file)!
  if (!isConfirmation(file) && asked && asked !== 'admit') throw questionDoesNotFit(questionNames.admit)
  if (isConfirmation(file) && asked === 'admit') throw questionDoesNotFit(questionNames[proposed])
  const isLost = file.votes.some(({ level, question, outcome }) => level === 'committee' && question === proposed && outcome === 'lost')
  if (asked && asked !== proposed && !isLost) throw questionDoesNotFit(questionNames[proposed])
  return asked ?? proposed
}

const paperOf = (file: CaseFile): string | undefined => (isConfirmation(file) ? 'KNĐ-15' : file.line.decidesItself ? undefined : 'KNĐ-8')

/**
 * Records how the grassroots committee voted; the share is of all its elected members on the day, present or not. A lost vote is recorded.
 * Refuses `admission.noCommitteeOn`, impossible numbers, a file that was not sent up or not appraised, papers that are not in order.
 */
export async function recordCommitteeVote(ctx: Ctx, input: Input) {
  const { heldOn, present, inFavour, against, invalid, resolutionNumber } = input
  const begun = await begin(ctx, input, 'recordCommitteeVote', heldOn)
  const { file, settings } = begun
  refuseAll(refusalsOfDay(ctx, heldOn))
  refuseAll(refusalsOf(begun, 'recordCommitteeVote'))
  const question = questionFor(file, input.question)
  const grassroots = (await grassrootsOf(ctx.db, file.cellId, heldOn)) ?? file.line.grassroots
  const committee = await committeeOf(ctx.db, grassroots.id, heldOn)
  if (!committee) throw noCommitteeOn(grassroots.name, heldOn)
  const denominator = committee.electedSeats
  refuseAll([...refusalsOfOrder(heldOn, [['sendUp', file.sentUpOn]]), ...refusalsOfTally(input, denominator, heldOn, settings)])

  const rule = committeeVote.usedOn(heldOn, settings.overrides)
  const { required, outcome } = outcomeOf(rule, denominator, input)
  const { left, rule: most } = votesOf(file, 'committee', heldOn, settings.overrides)
  const result: Result = outcome === 'lost' && isConfirmation(file) && left <= 1 ? 'deadlocked' : outcome
  await insertVote(ctx.db, file.id, {
    level: 'committee', question, ordinal: file.votes.filter(({ level }) => level === 'committee').length + 1, heldOn, roll: denominator, excluded: [], denominator, required,
    present, inFavour, against, invalid, outcome, resolutionNumber: resolutionNumber ?? null, rule,
  })
  const code = paperOf(file)
  if (outcome === 'carried' && code) await insertDocument(ctx.db, file.id, { code, number: resolutionNumber, datedOn: heldOn, receivedOn: ctx.today, sending: sendingNow(file) })
  const acted = await perform(begun, {
    act: 'recordCommitteeVote', step: isConfirmation(file) ? 'P08' : 'A11', event: 'committeeVoteRecorded', result, rules: isConfirmation(file) ? [rule, most] : [rule],
    facts: { question, denominator, required, present, inFavour, against, invalid }, ...(outcome === 'carried' && { change: { committeeResolvedOn: heldOn } }),
  })
  return { ...acted, outcome, denominator, required }
}
