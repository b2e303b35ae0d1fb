import { fillIn } from '../../../../platform/words.ts'
import type { Ctx } from '../../../../platform/action/index.ts'
import type { InputOf } from '../../../../platform/http/index.ts'
import { endingComplaintDue } from '../../../../regulations/index.ts'
import { endMembership, findPlacementOn, lockPerson } from '../../../members/index.ts'
import { decidingOrganisationOf } from '../../../organisations/index.ts'
import { loadOverrides } from '../../../rulebook/index.ts'
import { refuseStale, refuseTomorrow } from '../../actions/checks.ts'
import { beforeFormerStep, daysOutOfOrder, neverMemberOn, notAtThisStage, notCompetent } from '../../errors.ts'
import type { EndingAct } from '../codes.ts'
import type { endingsContract } from '../contract.ts'
import { endingActNames, endingKindNames, endingStageNames, tieWords } from '../messages.vi.ts'
import { nextStage, openStages } from '../model.ts'
import type { Ties } from '../ports.ts'
import { insertEnding, insertEndingStep, listEndingsSeen, loadEnding, updateEnding, type Ending } from '../queries/endings.ts'
import { settleTies, tiesOf } from '../ties.ts'
import { hasCommittee } from './vote.ts'

const wrongStage = (act: EndingAct, { stage }: Ending) => notAtThisStage(endingActNames[act], endingStageNames[stage])

/** The committee in authority over the cell on a day must be that of the actor, or below it. Refuses `lifecycle.notCompetent`. */
async function refuseIncompetent(ctx: Ctx, { cellId }: Ending, on: typeof ctx.today): Promise<string> {
  const deciding = await decidingOrganisationOf(ctx.db, cellId, on)
  if (!deciding || !(await ctx.may('lifecycle.decideEnding', { organisationId: deciding.id }))) throw notCompetent(deciding?.name ?? '')
  return deciding.id
}

/**
 * Records the decision of the committee in authority: membership ends on `endedOn`, and what was tied to it is seen to in the same act. Refuses
 * `lifecycle.notAtThisStage`, `lifecycle.notCompetent`, `lifecycle.beforeFormerStep`, `lifecycle.daysOutOfOrder`, `lifecycle.dayNotYet`, and what ending a membership refuses.
 */
export const decideEndingWith = (above: Ties) =>
  async function decideEnding(ctx: Ctx, { endingId, version, decisionNumber, decidedOn, issuedBy, endedOn, ...given }: InputOf<typeof endingsContract.decideEnding>) {
    const ending = await loadEnding(ctx.db, endingId, { lock: true })
    const { personId, kind } = ending
    await ctx.authorise('lifecycle.decideEnding', { personId })
    refuseStale(version, ending.version)
    const receivedOn = given.receivedOn ?? decidedOn
    for (const on of [decidedOn, endedOn, receivedOn]) refuseTomorrow(ctx, on)
    const to = nextStage(ending.stage, 'decide', { hasCommittee: await hasCommittee(ctx, ending, decidedOn) })
    if (!to) throw wrongStage('decide', ending)
    if (decidedOn < ending.stageSince) throw beforeFormerStep(decidedOn, ending.stageSince)
    if (endedOn < decidedOn) throw daysOutOfOrder(decidedOn, endedOn)
    const deciding = await refuseIncompetent(ctx, ending, decidedOn)
    const basis = fillIn(tieWords.basis, { act: endingKindNames[kind], number: decisionNumber })
    const settled = await tiesOf(ctx, personId, kind, above)
    await endMembership(ctx, { personId, kind, on: endedOn, basis, sourceId: endingId })
    await settleTies(ctx, { personId, on: endedOn, kind, basis }, above)
    const { dueOn, rule } = endingComplaintDue(receivedOn, await loadOverrides(ctx.db))
    await updateEnding(ctx.db, endingId, { stage: to, stageSince: decidedOn, decisionNumber, decidedOn, issuedBy, endedOn, receivedOn, complaintDueOn: dueOn, settled })
    await insertEndingStep(ctx.db, { endingId, act: 'decide', on: decidedOn, to, facts: { note: decisionNumber, deciding }, rules: [rule] }, ctx.actor.accountId)
    await ctx.audit({ event: 'lifecycle.endingDecided', subject: { type: 'person', id: personId }, personId, organisationId: ending.cellId, facts: { endingId, kind, decisionNumber, decidedOn, issuedBy, endedOn, receivedOn, settled: settled.length }, citations: [rule.citation] })
    return { done: true as const }
  }

/** The case goes no further and the member stays. Refuses `lifecycle.notAtThisStage`, `lifecycle.beforeFormerStep`, `lifecycle.dayNotYet`. */
export async function dropEnding(ctx: Ctx, { endingId, version, on, reason }: InputOf<typeof endingsContract.dropEnding>) {
  const ending = await loadEnding(ctx.db, endingId, { lock: true })
  await ctx.authorise('lifecycle.openEnding', { personId: ending.personId })
  refuseStale(version, ending.version)
  refuseTomorrow(ctx, on)
  const to = nextStage(ending.stage, 'drop')
  if (!to) throw wrongStage('drop', ending)
  if (on < ending.stageSince) throw beforeFormerStep(on, ending.stageSince)
  await updateEnding(ctx.db, endingId, { stage: to, stageSince: on })
  await insertEndingStep(ctx.db, { endingId, act: 'drop', on, to, facts: { note: reason } }, ctx.actor.accountId)
  await ctx.audit({ event: 'lifecycle.endingDropped', subject: { type: 'person', id: ending.personId }, personId: ending.personId, organisationId: ending.cellId, facts: { endingId, kind: ending.kind, on } })
  return { done: true as const }
}

/**
 * Records that a member died, by the paper that says so; membership ends on the day of death, what was tied to it is seen to, and a case of striking off or resignation
 * goes no further. Refuses `lifecycle.neverMemberOn`, `lifecycle.dayNotYet`, `members.laterFacts`.
 */
export const recordDeathWith = (above: Ties) =>
  async function recordDeath(ctx: Ctx, { personId, diedOn, paper, note }: InputOf<typeof endingsContract.recordDeath>) {
    await ctx.authorise('lifecycle.recordDeath', { personId })
    const person = await lockPerson(ctx.db, personId)
    refuseTomorrow(ctx, diedOn)
    const placement = await findPlacementOn(ctx.db, personId, diedOn)
    if (!placement) throw neverMemberOn(person.fullName, diedOn)
    const basis = fillIn(tieWords.death, { paper })
    for (const open of (await listEndingsSeen(ctx.db, personId, { on: ctx.today })).filter(({ stage }) => openStages.includes(stage))) {
      await updateEnding(ctx.db, open.id, { stage: 'dropped', stageSince: ctx.today })
      await insertEndingStep(ctx.db, { endingId: open.id, act: 'drop', on: ctx.today, to: 'dropped', facts: { note: basis } }, ctx.actor.accountId)
    }
    const settled = await tiesOf(ctx, personId, 'death', above)
    await endMembership(ctx, { personId, kind: 'death', on: diedOn, basis })
    await settleTies(ctx, { personId, on: diedOn, kind: 'death', basis }, above)
    const id = await insertEnding(ctx.db, {
      personId, cellId: placement.cellId, kind: 'death', reason: note || paper, stage: 'ended', stageSince: diedOn, openedOn: diedOn, decisionNumber: paper, decidedOn: diedOn, endedOn: diedOn, settled,
    }, ctx.actor.accountId)
    await insertEndingStep(ctx.db, { endingId: id, act: 'recordDeath', on: diedOn, to: 'ended', facts: { note: paper } }, ctx.actor.accountId)
    await ctx.audit({ event: 'lifecycle.deathRecorded', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId, facts: { endingId: id, diedOn, paper, settled: settled.length } })
    return { id }
  }
