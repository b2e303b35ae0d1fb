import type { PlainDate } from '../../kernel/index.ts'
import { workingDaysBetween } from '../../regulations/index.ts'
import { dueKinds, type DueItem, type DueKind } from './due-item.ts'

export type DueGroup = 'late' | 'today' | 'soon'

/** Late from the day after the limit: on its last day a thing is still in time. */
export const groupOf = (dueOn: PlainDate, today: PlainDate): DueGroup => (dueOn < today ? 'late' : dueOn === today ? 'today' : 'soon')

/** Working days past the limit, or left until it. */
export const workingDaysOff = (dueOn: PlainDate, today: PlainDate): number =>
  dueOn < today ? workingDaysBetween(dueOn, today) : workingDaysBetween(today, dueOn)

/** Names one thing over time: what it is, and of whom. */
export const thingOf = ({ kind, subjectId }: { kind: string; subjectId: string }): string => `${kind} ${subjectId}`

/** Longest overdue first; the same day by kind, so that the order is the same every time. */
export function byUrgency(a: DueItem, b: DueItem): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  const kinds = dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind)
  return kinds || (a.subjectId < b.subjectId ? -1 : 1)
}

export type KindCount = { kind: DueKind; late: number; today: number; soon: number }

/** How many of each kind, kinds without any left out. */
export function countByKind(items: readonly DueItem[], today: PlainDate): KindCount[] {
  const counts = new Map<DueKind, KindCount>(dueKinds.map((kind) => [kind, { kind, late: 0, today: 0, soon: 0 }]))
  for (const item of items) counts.get(item.kind)![groupOf(item.dueOn, today)]++
  return [...counts.values()].filter((c) => c.late + c.today + c.soon > 0)
}

export type Reminder = { kind: string; subjectId: string; nextActCode: string; on: PlainDate }

/**
 * What became of a reminder: `unchanged` while the same next act of the same thing is still to be done, else `moved`.
 * Computed from what is due now, so it cannot be stale.
 */
export function effectOf(reminder: Reminder, dueNow: ReadonlyMap<string, DueItem>): 'unchanged' | 'moved' {
  return dueNow.get(thingOf(reminder))?.nextActCode === reminder.nextActCode ? 'unchanged' : 'moved'
}
