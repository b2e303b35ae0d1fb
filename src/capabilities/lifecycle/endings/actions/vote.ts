import type { PlainDate } from '../../../../kernel/index.ts'
import type { Ctx } from '../../../../platform/action/index.ts'
import { Refusal } from '../../../../kernel/index.ts'
import type { AnswerOf, InputOf } from '../../../../platform/http/index.ts'
import { endingVote, requiredVotes, strikeOffPossible, type Override, type RuleUse, type Threshold } from '../../../../regulations/index.ts'
import { cellRollOf, loadSettings, outcomeOf, refusalsOfCellVote, refusalsOfTally } from '../../../admission/index.ts'
import { loadPerson, rollOf } from '../../../members/index.ts'
import { committeeOf, grassrootsOf } from '../../../organisations/index.ts'
import { refuseStale, refuseTomorrow, shownRule } from '../../actions/checks.ts'
import { beforeFormerStep, groundTooShort, noCommittee, notAtThisStage } from '../../errors.ts'
import type { endingsContract } from '../contract.ts'
import { endingActNames, endingStageNames } from '../messages.vi.ts'
import { nextStage } from '../model.ts'
import { insertEndingStep, loadEnding, updateEnding, type Ending } from '../queries/endings.ts'

type Level = 'cell' | 'committee'
type Counted = { readonly fullMembers: number; readonly denominator: number; readonly rule: RuleUse<Threshold>; readonly excluded: readonly { name: string; reason: string }[]; readonly exempt: readonly { personId: string; name: string }[] }

const votedOn = (ending: Ending): 'strikeOff' | 'resignation' => (ending.kind === 'resignation' ? 'resignation' : 'strikeOff')

/** Whether the cell of a case has a committee of the grassroots above it on a day. */
export async function hasCommittee(ctx: Ctx, { cellId }: Pick<Ending, 'cellId'>, on: PlainDate): Promise<boolean> {
  const unit = await grassrootsOf(ctx.db, cellId, on)
  return unit !== undefined && unit.id !== cellId
}

/** The seats of the committee of the grassroots on a day. Refuses `lifecycle.noCommittee`. */
async function committeeSeats(ctx: Ctx, { cellId }: Ending, on: PlainDate): Promise<number> {
  const unit = await grassrootsOf(ctx.db, cellId, on)
  const committee = unit && (await committeeOf(ctx.db, unit.id, on))
  if (!committee) throw noCommittee(unit?.name ?? '', on)
  return committee.electedSeats
}

async function counted(ctx: Ctx, ending: Ending, level: Level, on: PlainDate, exemptPresent: readonly string[], overrides: readonly Override[]): Promise<Counted> {
  const rule = endingVote(votedOn(ending), level, on, overrides)
  if (level === 'committee') {
    const seats = await committeeSeats(ctx, ending, on)
    return { fullMembers: seats, denominator: seats, rule, excluded: [], exempt: [] }
  }
  const { fullMembers, denominator, excluded, exempt } = cellRollOf(await rollOf(ctx.db, ending.cellId, on), exemptPresent)
  return { fullMembers, denominator, rule, excluded: excluded.map(({ name, reason }) => ({ name, reason })), exempt: exempt.map(({ personId, name }) => ({ personId, name })) }
}

/** Of how many a share is taken on a day, before anybody types a number. Refuses `lifecycle.endingNotFound`, `lifecycle.noCommittee`. */
export async function rollForEnding(ctx: Ctx, { endingId, level, on, exemptPresent }: InputOf<typeof endingsContract.rollForEnding>): Promise<AnswerOf<typeof endingsContract.rollForEnding>> {
  const ending = await loadEnding(ctx.db, endingId)
  await ctx.authorise('lifecycle.readEndings', { personId: ending.personId })
  const { rule, ...found } = await counted(ctx, ending, level, on, exemptPresent, (await loadSettings(ctx.db)).overrides ?? [])
  return { on, ...found, excluded: [...found.excluded], exempt: [...found.exempt], required: requiredVotes(rule.value, found.denominator), rule: shownRule(rule) }
}

/** A ground that has to last must have lasted by the day of the cell's vote. Refuses `lifecycle.groundTooShort` (with the rule of that day). */
function refuseYoungGround(ending: Ending, name: string, heldOn: PlainDate, overrides: readonly Override[]): RuleUse[] {
  const possible = ending.ground && ending.since ? strikeOffPossible(ending.ground, ending.since, heldOn, overrides) : undefined
  if (possible && heldOn < possible.from) throw groundTooShort(name, ending.since!, possible.from, possible.rule)
  return possible ? [possible.rule] : []
}

/**
 * Records the vote of the cell, then of the committee of the grassroots: numbers only; denominator and share are those of the day of the meeting. Lost, the case ends
 * and the member stays. Refuses `lifecycle.notAtThisStage`, `lifecycle.groundTooShort` (with the rule), `lifecycle.beforeFormerStep`, `lifecycle.noCommittee`,
 * `lifecycle.dayNotYet`, and what admission refuses of impossible numbers.
 */
export async function recordEndingVote(ctx: Ctx, { endingId, version, level, heldOn, exemptPresent, resolutionNumber, ...tally }: InputOf<typeof endingsContract.recordEndingVote>) {
  const ending = await loadEnding(ctx.db, endingId, { lock: true })
  const { personId } = ending
  await ctx.authorise(level === 'cell' ? 'lifecycle.recordCellVote' : 'lifecycle.recordCommitteeVote', { personId })
  refuseStale(version, ending.version)
  refuseTomorrow(ctx, heldOn)
  const act = level === 'cell' ? 'cellVote' : 'committeeVote'
  const withCommittee = await hasCommittee(ctx, ending, heldOn)
  if (!nextStage(ending.stage, act, { result: 'lost', hasCommittee: withCommittee })) throw notAtThisStage(endingActNames[act], endingStageNames[ending.stage])
  if (heldOn < ending.stageSince) throw beforeFormerStep(heldOn, ending.stageSince)
  const settings = await loadSettings(ctx.db)
  const person = await loadPerson(ctx.db, personId)
  const grounds = level === 'cell' ? refuseYoungGround(ending, person.fullName, heldOn, settings.overrides ?? []) : []
  const { denominator, rule } = await counted(ctx, ending, level, heldOn, exemptPresent, settings.overrides ?? [])
  const wrong = level === 'cell' ? refusalsOfCellVote(cellRollOf(await rollOf(ctx.db, ending.cellId, heldOn), exemptPresent), tally, exemptPresent, heldOn, settings) : refusalsOfTally(tally, denominator, heldOn, settings)
  const refused = Refusal.all(wrong)
  if (refused) throw refused
  const { required, outcome } = outcomeOf(rule, denominator, tally)
  const to = nextStage(ending.stage, act, { result: outcome, hasCommittee: withCommittee })!
  const facts = { ...tally, denominator, required, outcome, resolutionNumber: resolutionNumber || null }
  await updateEnding(ctx.db, endingId, { stage: to, stageSince: heldOn })
  await insertEndingStep(ctx.db, { endingId, act, on: heldOn, to, facts, rules: [rule, ...grounds] }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.endingVoted', subject: { type: 'person', id: personId }, personId, organisationId: ending.cellId, facts: { endingId, level, heldOn, ...facts }, citations: [rule.citation] })
  return { outcome, denominator, required }
}
