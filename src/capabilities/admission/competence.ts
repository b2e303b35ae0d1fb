import { addDays, dayOf, partsOf, type PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { committeeVote, decisionBodyGrassroots, decisionBodySuperior, standingBoardVote, type RuleUse, type Settings, type Threshold } from '../../regulations/index.ts'
import { committeeOf, decidingOrganisationOf, type Organisation } from '../organisations/index.ts'
import { boardVoteLost, decisionNumberUsed, noCommitteeOn, noSuperior, notCompetent } from './errors.ts'
import type { CaseFile, Question } from './model.ts'
import { refuseAll } from './perform.ts'
import { findDecisionByNumber } from './queries/cases.ts'
import { insertVote } from './queries/steps.ts'
import { outcomeOf, refusalsOfTally, type Tally } from './votes.ts'

/**
 * The organisation whose committee decides on the day, computed from the tree of that day. Refuses `admission.notCompetent` for a role
 * that is held neither there nor above it.
 */
export async function refuseIncompetent(ctx: Ctx, file: CaseFile, on: PlainDate, settings: Settings): Promise<Organisation> {
  const deciding = await decidingOrganisationOf(ctx.db, file.cellId, on)
  if (!deciding) throw noSuperior(file.line.cell.name, on)
  if (!(await ctx.may('admission.recordDecision', { organisationId: deciding.id }))) throw notCompetent(deciding.name, on, bodyRule(deciding, on, settings))
  return deciding
}

/** Which body decides there, by the rule of the day of the decision. */
export const bodyRule = (deciding: Organisation, on: PlainDate, { overrides }: Settings): RuleUse<string> =>
  (deciding.mayDecideAdmission ? decisionBodyGrassroots : decisionBodySuperior).usedOn(on, overrides)

/** Papers are numbered once in a committee's term; where no term is known, once in a year. */
export async function refuseUsedNumber(ctx: Ctx, file: CaseFile, deciding: Organisation, number: string, on: PlainDate): Promise<void> {
  const term = await committeeOf(ctx.db, deciding.id, on)
  const { year } = partsOf(on)
  const from = term?.termFrom ?? dayOf(year, 1, 1)
  const until = term ? term.termUntil : addDays(dayOf(year, 12, 31), 1)
  const used = await findDecisionByNumber(ctx.db, { decidedBy: deciding.id, number, from, until, exceptId: file.id })
  if (used) throw decisionNumberUsed({ number, organisation: deciding.name, usedOn: used.decidedOn, name: used.name })
}

export type BoardVote = { readonly tally: Tally; readonly question: Question; readonly decides: boolean; readonly on: PlainDate }

/**
 * Records the vote of those who decide, when it is told: numbers only. The share is of the standing board, or of the whole committee where
 * the committee decides together. Refuses `admission.boardVoteLost` when the decision goes against it.
 */
export async function recordBoardVote(ctx: Ctx, file: CaseFile, deciding: Organisation, { tally, question, decides, on }: BoardVote, settings: Settings): Promise<RuleUse<Threshold>> {
  const committee = await committeeOf(ctx.db, deciding.id, on)
  if (!committee) throw noCommitteeOn(deciding.name, on)
  const together = bodyRule(deciding, on, settings).value === 'collectiveCommittee' || committee.standingSeats === 0
  const rule = (together ? committeeVote : standingBoardVote).usedOn(on, settings.overrides)
  const denominator = together ? committee.electedSeats : committee.standingSeats
  refuseAll(refusalsOfTally(tally, denominator, on, settings))
  const { required, outcome } = outcomeOf(rule, denominator, tally)
  if (decides && outcome === 'lost') throw boardVoteLost(tally.inFavour, denominator, required, rule)
  const ordinal = file.votes.filter(({ level }) => level === 'standingBoard').length + 1
  await insertVote(ctx.db, file.id, {
    level: 'standingBoard', question, ordinal, heldOn: on, roll: denominator, excluded: [], denominator, required, ...tally, outcome, resolutionNumber: null, rule,
  })
  return rule
}
