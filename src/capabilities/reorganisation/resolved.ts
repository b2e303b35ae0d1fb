import { addDays, newId } from '../../kernel/index.ts'
import type { Content } from './content.ts'
import type { Evaluation } from './evaluate.ts'
import { actKindOf, writtenOrder, type Unit, type UnitAfter } from './model.ts'
import type { Outcome, Side } from './queries/plans.ts'

/** A plan as the database puts it in force. */
export function resolvedPlan({ order, rules, holdings, targets }: Evaluation, content: Content, isCounter: boolean) {
  return {
    kind: actKindOf(order, content, isCounter),
    ...writtenOrder(order), ...rules, terms: content.endedTerms,
    committees: content.committees.map(({ lastDay, ...committee }) => ({ ...committee, until: addDays(lastDay, 1) })),
    posts: content.posts, targets: targets.after,
    holdings: holdings.filter(({ toId }) => toId !== null).map(({ holdingId, toId }) => ({ holdingId, toId, newId: newId() })),
  }
}

/** Every organisation that a plan touches or whose numbers it changes, before and after: what is shown and kept as the picture of the act. */
export function outcomesOf({ order, figures }: Evaluation): Outcome[] {
  const nothing = { members: 0, full: 0, cells: 0 }
  const side = (unit: Unit | UnitAfter, tree: ReadonlyMap<string, { name: string }>, counts: Evaluation['figures']['before']): Side =>
    ({ name: unit.name, type: unit.type, code: unit.code, parent: unit.parentId ? (tree.get(unit.parentId)?.name ?? null) : null, ...(counts.get(unit.id) ?? nothing) })
  const outcomes: Outcome[] = []
  for (const unit of order.before.values()) {
    const now = order.after.get(unit.id)
    const before = side(unit, order.before, figures.before)
    const after = now ? side(now, order.after, figures.after) : null
    if (!after || now!.fate === 'changed' || before.members !== after.members || before.cells !== after.cells) outcomes.push({ organisationId: unit.id, fate: now?.fate ?? 'ended', before, after })
  }
  const founded = [...order.after.values()].filter(({ fate }) => fate === 'founded').map((unit): Outcome => ({ organisationId: unit.id, fate: 'founded', before: null, after: side(unit, order.after, figures.after) }))
  return [...founded, ...outcomes]
}
