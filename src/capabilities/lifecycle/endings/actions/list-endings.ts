import { laterOf } from '../../../../kernel/index.ts'
import { seenBy, type Ctx } from '../../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../../platform/http/index.ts'
import { endingComplaintDays, endingStepDue, endingVote, firstRuledDay, strikeOffGroundsAllowed, strikeOffMonths, type Override } from '../../../../regulations/index.ts'
import { findHome, findStatusOn, followPerson, loadPerson } from '../../../members/index.ts'
import { loadOverrides } from '../../../rulebook/index.ts'
import { organisationAsked, shownRule } from '../../actions/checks.ts'
import { withPlaces } from '../../queries/badges.ts'
import type { EndingAct } from '../codes.ts'
import type { endingsContract } from '../contract.ts'
import { nextStage, openStages } from '../model.ts'
import type { Ties } from '../ports.ts'
import { countEndingsBelow, listEndingsBelow, listEndingsSeen, listEndingSteps, type Ending, type EndingStep } from '../queries/endings.ts'
import { tiesOf } from '../ties.ts'
import { hasCommittee } from './vote.ts'

type Contract = typeof endingsContract
type Shown = AnswerOf<Contract['findEndings']>['endings'][number]

/** Why somebody is to leave, or of what somebody died, belongs to a class of secrecy; the paper of a death does not. */
const told = (kind: Ending['kind'], reason: string, paper: string | null) => (kind === 'death' && reason === paper ? { reason, isCovered: false } : { reason: null, isCovered: true })

/** What heads a case in lists and on its page. */
const heading = ({ id, version, kind, ground, since, reason, stage, stageSince, openedOn, decisionNumber, decidedOn, issuedBy, endedOn }: Ending, overrides: readonly Override[]) =>
  ({ id, version, kind, ground, since, ...told(kind, reason, decisionNumber), stage, stageSince, openedOn, decisionNumber, decidedOn, issuedBy, endedOn, nextDueOn: openStages.includes(stage) ? endingStepDue(stageSince, overrides).dueOn : null })

/** Cases below an organisation on a day as known at a moment, and how many there are of each state. */
export async function listEndings(ctx: Ctx, { state, kind, page, size, asOf, knownAt, ...asked }: InputOf<Contract['listEndings']>): Promise<AnswerOf<Contract['listEndings']>> {
  const organisationId = await organisationAsked(ctx, 'lifecycle.listEndings', asked.organisationId)
  const which = { organisationId, kind, ...seenBy(ctx, { asOf, knownAt }) }
  const overrides = await loadOverrides(ctx.db)
  const counts = await countEndingsBelow(ctx.db, which)
  const rows = await withPlaces(ctx.db, (await listEndingsBelow(ctx.db, { ...which, state }, { page, size })).map((row) => ({ ...heading(row, overrides), personId: row.personId, fullName: row.fullName, bornOn: row.bornOn, cellId: row.cellId })), which.on)
  return { asOf: which.on, rows, total: counts[state], counts }
}

const voteOf = ({ act, facts }: EndingStep): Shown['steps'][number]['vote'] => (act === 'cellVote' || act === 'committeeVote' ? (facts as Shown['steps'][number]['vote']) : null)
/** Steps that note the number of their paper; the others note what was said. */
const papersOfSteps: readonly EndingAct[] = ['decide', 'recordDeath', 'uphold', 'annul']
const stepShown = (step: EndingStep): Shown['steps'][number] => ({
  act: step.act, occurredOn: step.occurredOn, toStage: step.toStage, vote: voteOf(step), note: typeof step.facts.note === 'string' && papersOfSteps.includes(step.act) ? step.facts.note : null, rules: step.rules.map(shownRule), by: step.by, recordedAt: step.recordedAt,
})

const rightFor: Partial<Record<EndingAct, string>> = { cellVote: 'recordCellVote', committeeVote: 'recordCommitteeVote', decide: 'decideEnding', drop: 'openEnding', complain: 'recordComplaint', uphold: 'reviewEnding', annul: 'reviewEnding' }

/** What may be done next with a case, as it stands today, by the acting role. */
async function actsOn(ctx: Ctx, ending: Ending): Promise<EndingAct[]> {
  const withCommittee = await hasCommittee(ctx, ending, ctx.today)
  const acts: EndingAct[] = []
  for (const [act, verb] of Object.entries(rightFor) as [EndingAct, string][]) {
    const possible = nextStage(ending.stage, act, { result: 'carried', hasCommittee: withCommittee })
    const fits = act === 'complain' ? ending.kind === 'strikeOff' && !ending.complainedOn : act === 'uphold' ? ending.complainedOn !== null && ending.reviewOutcome === null : true
    if (possible && fits && (await ctx.may(`lifecycle.${verb}`, { personId: ending.personId }))) acts.push(act)
  }
  return acts
}

const wordsOf = (steps: readonly EndingStep[], endingId: string, act: EndingAct): string | null => {
  const note = steps.find((step) => step.endingId === endingId && step.act === act)?.facts.note
  return typeof note === 'string' ? note : null
}

/**
 * Opens why the membership of a person ended or is to end, what was complained of and how it was answered, on a day as known at a moment, for this one
 * answer. Who and why go into the trail first.
 */
export async function openEndings(ctx: Ctx, { personId: asked, reason, ...when }: InputOf<Contract['openEndings']>): Promise<AnswerOf<Contract['openEndings']>> {
  await ctx.authorise('lifecycle.openEndings', { personId: asked })
  const personId = (await followPerson(ctx.db, asked)) ?? asked
  const { keeperId } = await loadPerson(ctx.db, personId)
  await ctx.audit({ event: 'lifecycle.endingsOpened', subject: { type: 'person', id: personId }, personId, organisationId: keeperId, facts: { classes: ['discipline'], reason } })
  const seen = seenBy(ctx, when)
  const steps = await listEndingSteps(ctx.db, personId, seen)
  return { openedAt: ctx.now, endings: (await listEndingsSeen(ctx.db, personId, seen)).map(({ id, reason: why, complaint, reviewReason }) => ({ id, reason: why, dropped: wordsOf(steps, id, 'drop'), complaint, reviewReason })) }
}

/** How a membership ended or is to end, on a day as known at a moment, and what is tied to it today. */
export const findEndingsWith = (above: Ties) =>
  async function findEndings(ctx: Ctx, { personId: asked, asOf, knownAt }: InputOf<Contract['findEndings']>): Promise<AnswerOf<Contract['findEndings']>> {
    await ctx.authorise('lifecycle.readEndings', { personId: asked })
    const personId = (await followPerson(ctx.db, asked)) ?? asked
    const seen = seenBy(ctx, { asOf, knownAt })
    const person = await loadPerson(ctx.db, personId)
    const [place] = await withPlaces(ctx.db, [{ cellId: await findHome(ctx.db, personId, seen) }], seen.on)
    const status = await findStatusOn(ctx.db, personId, seen.on)
    const overrides = await loadOverrides(ctx.db)
    const steps = await listEndingSteps(ctx.db, personId, seen)
    const endings: Shown[] = []
    for (const ending of await listEndingsSeen(ctx.db, personId, seen)) {
      const { complaint: _c, reviewReason: _r, personId: _p, cellId: _i, ...shown } = ending
      endings.push({
        ...shown, ...heading(ending, overrides), settled: [...ending.settled], acts: asOf || knownAt ? [] : await actsOn(ctx, ending),
        steps: steps.filter(({ endingId }) => endingId === ending.id).map(stepShown),
      })
    }
    const on = laterOf(seen.on, firstRuledDay)
    const grounds = strikeOffGroundsAllowed.usedOn(on, overrides)
    const running = endings.find(({ stage }) => openStages.includes(stage))
    const may = (verb: string) => ctx.may(`lifecycle.${verb}`, { personId })
    return {
      asOf: seen.on, person: { id: person.id, fullName: person.fullName, bornOn: person.bornOn, cell: place?.cell ?? null, organisation: place?.organisation ?? null, isMember: status !== undefined, isProbationary: status?.status === 'probationary' },
      endings, ties: status && !asOf && !knownAt ? await tiesOf(ctx, personId, running?.kind ?? 'strikeOff', above) : [], grounds: [...grounds.value],
      rules: {
        grounds: shownRule(grounds), months: shownRule(strikeOffMonths.usedOn(on, overrides)), cellVote: shownRule(endingVote(running?.kind === 'resignation' ? 'resignation' : 'strikeOff', 'cell', on, overrides)),
        committeeVote: shownRule(endingVote(running?.kind === 'resignation' ? 'resignation' : 'strikeOff', 'committee', on, overrides)), complaint: shownRule(endingComplaintDays.usedOn(on, overrides)),
      },
      may: { open: await may('openEnding'), vote: await may('recordCellVote'), decide: await may('decideEnding'), death: await may('recordDeath'), complain: await may('recordComplaint'), review: await may('reviewEnding') },
    }
  }
