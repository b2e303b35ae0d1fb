import { vietnameseOrder, type PlainDate } from '../../kernel/index.ts'
import { workingDaysBetween } from '../../regulations/index.ts'
import { dueKinds, type DueGroup, type DueKind } from './codes.ts'
import type { DueItem } from './due-item.ts'

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

export type GroupCounts = { late: number; today: number; soon: number }
export type KindCount = GroupCounts & { kind: DueKind }
export type PlaceCount = GroupCounts & { id: string; name: string }

/** How many are late, due today and due soon. */
export function countByGroup(items: readonly DueItem[], today: PlainDate): GroupCounts {
  const counts = { late: 0, today: 0, soon: 0 }
  for (const item of items) counts[groupOf(item.dueOn, today)]++
  return counts
}

/** How many of each kind, kinds without any left out. */
export const countByKind = (items: readonly DueItem[], today: PlainDate): KindCount[] =>
  dueKinds.map((kind) => ({ kind, ...countByGroup(items.filter((item) => item.kind === kind), today) })).filter((c) => c.late + c.today + c.soon > 0)

/** How many below each grassroots organisation, in the order of names; what lies above the grassroots is left out. */
export function countByGrassroots(items: readonly DueItem[], today: PlainDate, grassroots: ReadonlyMap<string, { id: string; name: string }>): PlaceCount[] {
  const below = new Map<string, { id: string; name: string; items: DueItem[] }>()
  for (const item of items) {
    const place = grassroots.get(item.organisationId)
    if (!place) continue
    const entry = below.get(place.id) ?? { ...place, items: [] }
    entry.items.push(item)
    below.set(place.id, entry)
  }
  return [...below.values()].sort((a, b) => vietnameseOrder(a.name, b.name)).map((place) => ({ id: place.id, name: place.name, ...countByGroup(place.items, today) }))
}

/** The first rows of each group, in the order they came. */
export function firstOfGroups(items: readonly DueItem[], today: PlainDate, perGroup: number): DueItem[] {
  const shown = { late: 0, today: 0, soon: 0 }
  return items.filter((item) => shown[groupOf(item.dueOn, today)]++ < perGroup)
}

export type Reminder = { kind: DueKind; subjectId: string; nextActCode: string; on: PlainDate }

/**
 * What became of a reminder: `unchanged` while the same next act of the same thing is still to be done, else `moved`.
 * Computed from what is due now, so it cannot be stale.
 */
export function effectOf(reminder: Reminder, dueNow: ReadonlyMap<string, DueItem>): 'unchanged' | 'moved' {
  return dueNow.get(thingOf(reminder))?.nextActCode === reminder.nextActCode ? 'unchanged' : 'moved'
}

/** The last reminder of each thing: reminded twice is one thing reminded. */
export function lastOfEach<R extends Reminder>(reminders: readonly R[]): Map<string, R> {
  const last = new Map<string, R>()
  for (const reminder of reminders) {
    const before = last.get(thingOf(reminder))
    if (!before || before.on <= reminder.on) last.set(thingOf(reminder), reminder)
  }
  return last
}
