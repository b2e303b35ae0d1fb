import { addDays, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { DueGroup, DueKind, DueOwner } from '../codes.ts'
import type { Deadlines, DueItem } from '../due-item.ts'
import { byUrgency, effectOf, groupOf, lastOfEach, thingOf, workingDaysOff } from '../model.ts'
import { listAssignmentRows, type AssignmentRow } from '../queries/assignments.ts'
import { listBelow, placeNames } from '../queries/places.ts'
import { listReminders, type ReminderRow } from '../queries/reminders.ts'
import { isLate, receiverName } from '../receiver.ts'

export type DueFilters = {
  organisationId?: string | undefined; kinds?: readonly DueKind[] | undefined; owner?: DueOwner | undefined; reminded?: 'yes' | 'no' | undefined
  group?: DueGroup | undefined; within: number
}

/** Reminders older than this say nothing about a thing that is due now. */
const MEMORY_DAYS = 92

/** A reminded thing may have its limit moved by a step forward; a longer look ahead still finds it. */
const LOOK_AHEAD_DAYS = 60

/** Everything due up to `until`, from all rooms, longest overdue first. */
export async function collectDue(ctx: Ctx, rooms: readonly Deadlines[], query: { until: PlainDate; organisationId?: string | undefined; kinds?: readonly DueKind[] | undefined }): Promise<DueItem[]> {
  const items: DueItem[] = []
  // One transaction has one connection: the rooms are asked one after the other.
  for (const deadlines of rooms) items.push(...(await deadlines(ctx, query)))
  return items.sort(byUrgency)
}

export type Collected = {
  /** By all filters. */
  items: DueItem[]
  /** By the filters that `without` leaves. */
  foundWithout(...without: (keyof DueFilters)[]): DueItem[]
  reminders: ReminderRow[]
  lastReminder: ReadonlyMap<string, ReminderRow>
  dueNow: ReadonlyMap<string, DueItem>
}

/** What is due in one's part, by the filters, with the last reminder of each thing. */
export async function collectWork(ctx: Ctx, rooms: readonly Deadlines[], filters: DueFilters): Promise<Collected> {
  const all = await collectDue(ctx, rooms, { until: addDays(ctx.today, Math.max(filters.within, LOOK_AHEAD_DAYS)) })
  const below = filters.organisationId ? await listBelow(ctx.db, filters.organisationId, ctx.today) : undefined
  const everyReminder = await listReminders(ctx.db, { from: addDays(ctx.today, -MEMORY_DAYS), to: ctx.today })
  const lastReminder = lastOfEach(everyReminder)
  const until = addDays(ctx.today, filters.within)
  const passes: Record<keyof DueFilters, (item: DueItem) => boolean> = {
    within: (item) => (item.warnFrom ?? item.dueOn) <= until,
    organisationId: (item) => !below || below.has(item.organisationId),
    kinds: (item) => !filters.kinds?.length || filters.kinds.includes(item.kind),
    owner: (item) => !filters.owner || item.owner === filters.owner,
    reminded: (item) => !filters.reminded || lastReminder.has(thingOf(item)) === (filters.reminded === 'yes'),
    group: (item) => !filters.group || groupOf(item.dueOn, ctx.today) === filters.group,
  }
  const foundWithout = (...without: (keyof DueFilters)[]) => {
    const asked = (Object.keys(passes) as (keyof DueFilters)[]).filter((name) => !without.includes(name))
    return all.filter((item) => asked.every((name) => passes[name](item)))
  }
  return {
    items: foundWithout(), foundWithout, lastReminder,
    reminders: everyReminder.filter((reminder) => !below || below.has(reminder.organisationId)),
    dueNow: new Map(all.map((item) => [thingOf(item), item])),
  }
}

/** The last assignment of each thing that was not withdrawn; an open one before an answered one. */
async function lastAssignments(ctx: Ctx): Promise<ReadonlyMap<string, AssignmentRow>> {
  const rows = (await listAssignmentRows(ctx.db, { state: 'all', since: addDays(ctx.today, -MEMORY_DAYS) })).filter(({ outcome }) => outcome !== 'withdrawn')
  return new Map(rows.reverse().map((row) => [thingOf(row), row]))
}

/** Rows of the list: each thing with its place in words, its days, and what its last reminder did. */
export async function workRows(ctx: Ctx, items: readonly DueItem[], { lastReminder, dueNow }: Pick<Collected, 'lastReminder' | 'dueNow'>) {
  const assignments = await lastAssignments(ctx)
  const given = items.flatMap((item) => assignments.get(thingOf(item)) ?? [])
  const places = await placeNames(ctx.db, [...items.map((item) => item.organisationId), ...given.flatMap(({ toOrganisationId }) => toOrganisationId ?? [])], ctx.today)
  return items.map((item) => {
    const assignment = assignments.get(thingOf(item))
    const place = places.get(item.organisationId)
    const reminder = lastReminder.get(thingOf(item))
    return {
      ...item, rule: item.rule, organisationName: place?.shortName ?? '', aboveName: place?.aboveName ?? null,
      group: groupOf(item.dueOn, ctx.today), workingDays: workingDaysOff(item.dueOn, ctx.today),
      reminded: reminder ? { on: reminder.on, effect: effectOf(reminder, dueNow) } : null,
      assigned: assignment
        ? { id: assignment.id, toName: receiverName(assignment, places), wantedOn: assignment.wantedOn, isLate: isLate(assignment, ctx.today), outcome: assignment.outcome }
        : null,
    }
  })
}
