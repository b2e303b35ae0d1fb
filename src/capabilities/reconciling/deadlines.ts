import type { Deadlines, DueItem } from '../reminders/index.ts'
import { askDay, askNames, taskWords } from './messages.vi.ts'
import { listOpenDifferences, type Difference } from './queries/differences.ts'
import { listReconciliationsBelow, phaseOfReconciliation, type Reconciliation } from './queries/reconciliations.ts'

const common = { kind: 'reconciling', counting: 'workingDays', rule: null } as const

function taskOf(difference: Difference & { personSeen: boolean }): DueItem {
  const { id, personId, personSeen, fullName, bornOn, placeId, dueOn, kind, reasonOn, owner } = difference
  const asksDay = (kind === 'died' || kind === 'movedOut') && !reasonOn
  return {
    ...common, subjectId: id, subjectType: 'reconciliationDifference', personId: personSeen ? personId : null, personName: fullName, bornYear: bornOn ? Number(bornOn.slice(0, 4)) : null, organisationId: placeId, dueOn,
    nextActCode: asksDay ? `${kind}.askDay` : kind, nextAct: asksDay ? askDay : askNames[kind], owner,
  }
}

/** What a list waits for as a whole: the marks of the organisation or (for its secretary) of the cell, and the two signatures. */
function stepOf(r: Reconciliation, cellId: string | undefined): DueItem | undefined {
  const phase = phaseOfReconciliation(r)
  const item = { ...common, subjectId: r.id, subjectType: 'reconciliation', personId: null, personName: null, bornYear: null, organisationId: r.organisationId, dueOn: r.dueOn } as const
  if (!r.isWhole) return r.unmarked > 0 && cellId && phase === 'marking' ? { ...item, organisationId: cellId, nextActCode: 'mark', nextAct: taskWords.mark, owner: 'cell' } : undefined
  if (phase === 'marking') return { ...item, nextActCode: 'mark', nextAct: taskWords.mark, owner: 'grassrootsCommittee' }
  if (phase === 'toSign') return { ...item, nextActCode: 'signBelow', nextAct: taskWords.signBelow, owner: 'grassrootsCommittee' }
  return phase === 'signedBelow' ? { ...item, nextActCode: 'signAbove', nextAct: taskWords.signAbove, owner: 'decidingOffice' } : undefined
}

/** Open differences under their owners, and lists that wait for marks or signatures. */
export const reconcilingDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  if (kinds?.length && !kinds.includes('reconciling')) return []
  const tasks = (await listOpenDifferences(ctx.db, { organisationId, until, today: ctx.today })).map(taskOf)
  const steps = (await listReconciliationsBelow(ctx.db, { organisationId, on: ctx.today })).flatMap((r) => (r.dueOn <= until ? (stepOf(r, ctx.actor.organisationId) ?? []) : []))
  return [...tasks, ...steps]
}
