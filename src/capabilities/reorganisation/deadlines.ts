import { fillIn } from '../../platform/words.ts'
import { belowCondition } from '../organisations/index.ts'
import type { Deadlines, DueItem } from '../reminders/index.ts'
import { sql } from '../../platform/action/index.ts'
import { dueWords } from './messages.vi.ts'
import { listPlansDue, type Plan } from './queries/plans.ts'

const itemOf = (plan: Plan): DueItem => ({
  kind: 'reorganisation', subjectId: plan.id, subjectType: 'reorganisation', personId: null, personName: null, bornYear: null, organisationId: plan.organisationId, dueOn: plan.effectiveOn!,
  nextActCode: plan.state === 'draft' ? 'decidePlan' : 'takeEffect', nextAct: fillIn(plan.state === 'draft' ? dueWords.decide : dueWords.takeEffect, { title: plan.title }),
  owner: plan.state === 'draft' ? 'standingBoard' : 'decidingOffice', counting: 'calendar', rule: null,
})

/** Drafts whose day is near without a decision, and decided plans whose day has come without being carried out. */
export const reorganisationDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  if (kinds?.length && !kinds.includes('reorganisation')) return []
  const plans = await listPlansDue(ctx.db, until)
  if (!organisationId || plans.length === 0) return plans.map(itemOf)
  const below = await ctx.db.rows<{ id: string }>(sql`select id from reorganisation.plan where organisation_id ${belowCondition(organisationId, ctx.today)}`)
  const ids = new Set(below.map(({ id }) => id))
  return plans.filter(({ id }) => ids.has(id)).map(itemOf)
}
