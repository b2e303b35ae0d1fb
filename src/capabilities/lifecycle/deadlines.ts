import { formatDay } from '../../kernel/index.ts'
import { endingStepDue, listDueFor, nextAwardDay, suspensionLimits } from '../../regulations/index.ts'
import { fillIn } from '../../platform/words.ts'
import { findTop, grassrootsUnitsOf } from '../organisations/index.ts'
import type { Deadlines, DueItem } from '../reminders/index.ts'
import { loadOverrides } from '../rulebook/index.ts'
import { endingDueWords, endingKindNames } from './endings/messages.vi.ts'
import { listEndingsDue } from './endings/queries/endings.ts'
import { candidatesOf } from './actions/list-candidates.ts'
import { ruleInWords } from './errors.ts'
import { dueWords } from './messages.vi.ts'
import { suspensionsDue } from './queries/measure-lists.ts'

/** Suspensions whose last day comes, and that no act has lifted. */
async function suspensionEnds(ctx: Parameters<Deadlines>[0], { until, organisationId }: Parameters<Deadlines>[1]): Promise<DueItem[]> {
  const overrides = await loadOverrides(ctx.db)
  return (await suspensionsDue(ctx.db, until, organisationId, ctx.today)).map(({ personId, fullName, bornOn, cellId, lastDay, from }): DueItem => {
    const { rule } = suspensionLimits(from, overrides)
    return {
      kind: 'suspensionEnd', subjectId: personId, subjectType: 'person', personId, personName: fullName, bornYear: bornOn ? Number(bornOn.slice(0, 4)) : null, organisationId: cellId, dueOn: lastDay, owner: 'grassrootsCommittee',
      counting: rule.value.counting === 'inWorkingDays' ? 'workingDays' : 'calendar', rule: { value: ruleInWords(rule), source: rule.citation }, nextActCode: 'liftSuspension', nextAct: dueWords.suspensionEnd,
    }
  })
}

/** For each grassroots organisation: the list of the next award day, while somebody who reaches a badge is not on it yet. */
async function badgeLists(ctx: Parameters<Deadlines>[0], { until, organisationId }: Parameters<Deadlines>[1]): Promise<DueItem[]> {
  const awardOn = nextAwardDay(ctx.today)
  const dueOn = listDueFor(awardOn, await loadOverrides(ctx.db))
  if (dueOn > until) return []
  const below = organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
  if (!below) return []
  const waiting = (await candidatesOf(ctx, below, awardOn)).filter(({ group, waitsFor }) => group !== 'early' && !waitsFor)
  const unitOf = await grassrootsUnitsOf(ctx.db, waiting.map(({ cellId }) => cellId), ctx.today)
  const counts = new Map<string, number>()
  for (const { cellId } of waiting) {
    const unit = unitOf.get(cellId) ?? cellId
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].map(([unitId, n]): DueItem => ({
    kind: 'badgeList', subjectId: unitId, subjectType: 'badgeList', personId: null, personName: null, bornYear: null, organisationId: unitId, dueOn, owner: 'grassrootsCommittee', counting: 'calendar', rule: null,
    nextActCode: 'listBadges', nextAct: fillIn(dueWords.listBadges, { day: formatDay(awardOn), n }),
  }))
}

const ownerOf = { opened: 'cell', cellCarried: 'grassrootsCommittee', committeeCarried: 'decidingOffice', complained: 'decidingOffice' } as const

/** Cases of striking off and resignation that go on, and complaints of a decision. */
async function endingSteps(ctx: Parameters<Deadlines>[0], { until, organisationId }: Parameters<Deadlines>[1]): Promise<DueItem[]> {
  const overrides = await loadOverrides(ctx.db)
  return (await listEndingsDue(ctx.db, organisationId, ctx.today)).flatMap(({ personId, fullName, bornOn, cellId, kind, stage, stageSince, complainedOn }): DueItem[] => {
    const step = stage === 'ended' ? 'complained' : (stage as 'opened' | 'cellCarried' | 'committeeCarried')
    const { dueOn, rule } = endingStepDue(complainedOn ?? stageSince, overrides)
    if (dueOn > until) return []
    return [{
      kind: 'endingStep', subjectId: personId, subjectType: 'person', personId, personName: fullName, bornYear: bornOn ? Number(bornOn.slice(0, 4)) : null, organisationId: cellId, dueOn, owner: ownerOf[step], counting: 'calendar',
      rule: { value: ruleInWords(rule), source: rule.citation }, nextActCode: step === 'complained' ? 'reviewEnding' : step === 'committeeCarried' ? 'decideEnding' : 'recordEndingVote', nextAct: fillIn(endingDueWords[step], { kind: endingKindNames[kind] }),
    }]
  })
}

/** Lists of badges to be made, cases of striking off and resignation, and suspensions that come to their last day. */
export const lifecycleDeadlines: Deadlines = async (ctx, query) => {
  const wanted = (kind: DueItem['kind']) => !query.kinds?.length || query.kinds.includes(kind)
  return [...(wanted('badgeList') ? await badgeLists(ctx, query) : []), ...(wanted('suspensionEnd') ? await suspensionEnds(ctx, query) : []), ...(wanted('endingStep') ? await endingSteps(ctx, query) : [])]
}
