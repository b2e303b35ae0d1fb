import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { cellVote, committeeVote, firstRuledDay, mayDecide, packInForceOn, removalVote, requiredVotes, type Settings } from '../../../regulations/index.ts'
import { rollOf } from '../../members/index.ts'
import { committeeOf, grassrootsOf } from '../../organisations/index.ts'
import { showRule } from '../answers.ts'
import type { admissionContract } from '../contract.ts'
import { caseNotFound, dayBeforeRules, noCommitteeOn } from '../errors.ts'
import { showExcluded } from '../file-page.ts'
import type { CaseFile } from '../model.ts'
import { findCaseById } from '../queries/cases.ts'
import { loadSettings } from '../queries/settings.ts'
import { cellRollOf } from '../votes.ts'

type Input = InputOf<typeof admissionContract.rollForVote>
type Answer = AnswerOf<typeof admissionContract.rollForVote>

async function committeeRoll(ctx: Ctx, file: CaseFile, on: PlainDate, { overrides }: Settings): Promise<Answer> {
  const body = (await grassrootsOf(ctx.db, file.cellId, on)) ?? file.line.grassroots
  const committee = await committeeOf(ctx.db, body.id, on)
  if (!committee) throw noCommitteeOn(body.name, on)
  const rule = committeeVote.usedOn(on, overrides)
  const { electedSeats } = committee
  return {
    on, packName: packInForceOn(on).name, body: { id: body.id, name: body.name, shortName: body.shortName }, fullMembers: electedSeats, probationary: 0, excluded: [], exempt: [], counted: [],
    denominator: electedSeats, required: requiredVotes(rule.value, electedSeats), rule: showRule(rule), mayDecide: true, minimumRule: null,
  }
}

/** The sum behind the denominator of a vote on a day, with the names, before anybody types a number. A day to come may be asked for. */
export async function rollForVote(ctx: Ctx, input: Input): Promise<Answer> {
  const { on, exemptPresent } = input
  const file = await findCaseById(ctx.db, input.id)
  if (!file) throw caseNotFound()
  await ctx.authorise('admission.readCases', { organisationId: file.cellId })
  if (on < firstRuledDay) throw dayBeforeRules(on, firstRuledDay)
  const settings = await loadSettings(ctx.db)
  if (input.level === 'committee') return committeeRoll(ctx, file, on, settings)
  const { excluded, ...roll } = cellRollOf(await rollOf(ctx.db, file.cellId, on), exemptPresent)
  const rule = (input.question === 'strikeOff' ? removalVote : cellVote).usedOn(on, settings.overrides)
  const minimum = mayDecide(roll.fullMembers, on, settings.overrides)
  return {
    on, packName: packInForceOn(on).name, body: file.line.cell, ...roll, counted: [...roll.counted], exempt: [...roll.exempt], excluded: showExcluded(excluded),
    required: requiredVotes(rule.value, roll.denominator), rule: showRule(rule), mayDecide: minimum.mayDecide, minimumRule: showRule(minimum.rule),
  }
}
