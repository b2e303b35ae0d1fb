import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { confirmationEffective, firstRuledDay, type RuleUse } from '../../../regulations/index.ts'
import { confirmMember, strikeOffMember } from '../../members/index.ts'
import { clocksOf, latenessOf, type Lateness } from '../clocks.ts'
import { bodyRule, recordBoardVote, refuseIncompetent, refuseUsedNumber } from '../competence.ts'
import type { admissionContract } from '../contract.ts'
import { confirmedOnNotEndOfProbation, decisionBeforeVote, latenessReasonMissing, outcomeNotVoted } from '../errors.ts'
import { levelNames, questionNames } from '../messages.vi.ts'
import { questionOf, type CaseFile } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, type Begun } from '../perform.ts'
import { listActs } from '../queries/acts.ts'
import { insertDocument } from '../queries/documents.ts'

type Input = InputOf<typeof admissionContract.recordConfirmationDecision>

/** The decision follows the vote; only after a report the superior is free. */
function refusalsOfOutcome(file: CaseFile, { outcome, decidedOn }: Input) {
  const question = questionOf(file)
  const last = file.votes.at(-1)
  return [
    ...(file.stage !== 'reported' && question && question !== outcome ? [outcomeNotVoted(questionNames[question])] : []),
    ...(last && decidedOn < last.heldOn ? [decisionBeforeVote(decidedOn, last.heldOn, levelNames[last.level === 'cell' ? 'cell' : 'grassrootsCommittee'], last.rule)] : []),
  ]
}

/** The official date is the day probation ends; whoever writes the signing day, or any other, is told which day it is. */
function refusalsOfConfirmedOn(file: CaseFile, { outcome, confirmedOn }: Input, rule: RuleUse) {
  const until = file.probationUntil!
  return outcome === 'confirm' && confirmedOn && confirmedOn !== until ? [confirmedOnNotEndOfProbation({ given: confirmedOn, until, ceremonyOn: file.probationFrom! }, rule)] : []
}

/** How late each level was, with the reasons told: at the cell's vote, and now. Refuses lateness without any reason. */
async function tellLateness({ ctx, file, settings }: Begun, { decidedOn, latenessReason, outcome }: Input): Promise<(Lateness & { reason: string | null })[]> {
  const decided: CaseFile = { ...file, decidedOn }
  const lateness = latenessOf(decided, clocksOf(decided, decidedOn, settings), decidedOn, settings)
  const vote = (await listActs(ctx.db, file.id)).findLast(({ kind, facts }) => kind === 'recordConfirmationVote' && facts.latenessReason)
  const reasonOf = ({ level }: Lateness) => (level === 'cell' ? (vote?.facts.latenessReason as string | undefined) : undefined) ?? latenessReason ?? null
  const told = lateness.map((each) => ({ ...each, reason: each.workingDaysLate > 0 ? reasonOf(each) : null }))
  const silent = told.filter(({ workingDaysLate, reason }) => workingDaysLate > 0 && !reason)
  if (outcome === 'confirm' && silent.length > 0) throw latenessReasonMissing(Math.max(...silent.map(({ workingDaysLate }) => workingDaysLate)))
  return told
}

async function carryOut({ ctx, file }: Begun, { outcome, number, decidedOn }: Input, effectiveOn: PlainDate): Promise<void> {
  const code = outcome === 'confirm' ? 'KNĐ-16' : 'KNĐ-XTDB'
  await insertDocument(ctx.db, file.id, { code, number, datedOn: decidedOn, receivedOn: ctx.today, state: 'valid', sending: 1 })
  if (outcome === 'confirm') await confirmMember(ctx, { personId: file.personId, confirmedOn: effectiveOn, decisionNumber: number, signedOn: decidedOn, sourceId: file.id })
  else await strikeOffMember(ctx, { personId: file.personId, on: effectiveOn, basis: number, sourceId: file.id })
}

/**
 * Records the decision to confirm, or to strike off. A confirmed member is a full member from the day the 12 months end, whatever the
 * signing day (`recognition.confirmedOnNotEndOfProbation` for any other day); the lateness of each level stays on record with its reason.
 */
export async function recordConfirmationDecision(ctx: Ctx, input: Input) {
  const { outcome, number, decidedOn, signatory, boardVote } = input
  const begun = await begin(ctx, input, 'recordConfirmationDecision', decidedOn)
  const { file, judged, settings } = begun
  const rule = confirmationEffective.usedOn(laterOf(file.probationUntil ?? decidedOn, firstRuledDay), settings.overrides)
  refuseAll([...refusalsOf(begun, 'recordConfirmationDecision'), ...refusalsOfOutcome(file, input), ...refusalsOfConfirmedOn(file, input, rule)])
  const deciding = await refuseIncompetent(ctx, file, decidedOn, settings)
  await refuseUsedNumber(ctx, file, deciding, number, decidedOn)
  const lateness = await tellLateness(begun, input)
  const voteRules = boardVote ? [await recordBoardVote(ctx, file, deciding, { tally: boardVote, question: outcome, decides: true, on: decidedOn }, settings)] : []
  const effectiveOn = outcome === 'confirm' ? file.probationUntil! : decidedOn
  await carryOut(begun, input, effectiveOn)
  const clock = judged.clocks.find(({ kind }) => kind === 'confirmationDecision')
  const acted = await perform(begun, {
    act: 'recordConfirmationDecision', step: outcome === 'confirm' ? 'P09' : 'P10', event: outcome === 'confirm' ? 'confirmationDecided' : 'strikeOffDecided', result: outcome,
    facts: { outcome, number, signatory, decidedBy: deciding.id, effectiveOn, lateness }, rules: [rule, ...(clock?.rules ?? []), bodyRule(deciding, decidedOn, settings), ...voteRules],
    change: { decidedOn, decisionNumber: number, decisionSignatory: signatory, decidedBy: deciding.id, effectiveOn },
  })
  return { ...acted, effectiveOn }
}
