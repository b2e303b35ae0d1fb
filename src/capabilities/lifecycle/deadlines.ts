import { formatDay } from '../../kernel/index.ts'
import { listDueFor, nextAwardDay } from '../../regulations/index.ts'
import { fillIn } from '../../platform/words.ts'
import { findTop, grassrootsUnitsOf } from '../organisations/index.ts'
import type { Deadlines, DueItem } from '../reminders/index.ts'
import { loadOverrides } from '../rulebook/index.ts'
import { candidatesOf } from './actions/list-candidates.ts'
import { dueWords } from './messages.vi.ts'

/** For each grassroots organisation: the list of the next award day, while somebody who reaches a badge is not on it yet. */
export const lifecycleDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  if (kinds?.length && !kinds.includes('badgeList')) return []
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
