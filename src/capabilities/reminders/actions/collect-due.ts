import { addDays, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { Deadlines, DueItem, DueKind, DueOwner } from '../due-item.ts'
import { byUrgency, effectOf, groupOf, thingOf, workingDaysOff, type Reminder } from '../model.ts'
import { listReminders, placeNames } from '../queries/reminders.ts'

export type DueFilters = {
  organisationId?: string | undefined; kinds?: readonly DueKind[] | undefined; owner?: DueOwner | undefined; reminded?: 'yes' | 'no' | undefined; within: number
}

/** Reminders older than this say nothing about a thing that is due now. */
const MEMORY_DAYS = 92

/** Everything due up to `until`, from all rooms, longest overdue first. */
export async function collectDue(ctx: Ctx, rooms: readonly Deadlines[], query: { until: PlainDate; organisationId?: string | undefined; kinds?: readonly DueKind[] | undefined }): Promise<DueItem[]> {
  const items: DueItem[] = []
  // One transaction has one connection: the rooms are asked one after the other.
  for (const deadlines of rooms) items.push(...(await deadlines(ctx, query)))
  return items.sort(byUrgency)
}

export type Collected = { items: DueItem[]; lastReminder: ReadonlyMap<string, Reminder>; dueNow: ReadonlyMap<string, DueItem>; reminders: Reminder[] }

/** What is due by the filters, with the last reminder of each thing. */
export async function collectWork(ctx: Ctx, rooms: readonly Deadlines[], filters: DueFilters): Promise<Collected> {
  // A reminded thing may have its limit moved by a step forward; a longer look ahead still finds it.
  const lookAhead = addDays(ctx.today, Math.max(filters.within, 60))
  const all = await collectDue(ctx, rooms, { until: lookAhead, organisationId: filters.organisationId })
  const reminders = await listReminders(ctx.db, { from: addDays(ctx.today, -MEMORY_DAYS), to: ctx.today, organisationId: filters.organisationId, today: ctx.today })
  const lastReminder = new Map<string, Reminder>()
  for (const reminder of reminders) {
    const before = lastReminder.get(thingOf(reminder))
    if (!before || before.on <= reminder.on) lastReminder.set(thingOf(reminder), reminder)
  }
  const until = addDays(ctx.today, filters.within)
  const items = all.filter((item) =>
    item.dueOn <= until
    && (!filters.kinds?.length || filters.kinds.includes(item.kind))
    && (!filters.owner || item.owner === filters.owner)
    && (!filters.reminded || lastReminder.has(thingOf(item)) === (filters.reminded === 'yes')))
  return { items, lastReminder, reminders, dueNow: new Map(all.map((item) => [thingOf(item), item])) }
}

/** Rows of the list: each thing with its place in words, its days, and what its last reminder did. */
export async function workRows(ctx: Ctx, items: readonly DueItem[], { lastReminder, dueNow }: Pick<Collected, 'lastReminder' | 'dueNow'>) {
  const places = await placeNames(ctx.db, items.map((item) => item.organisationId), ctx.today)
  return items.map((item) => {
    const place = places.get(item.organisationId)
    const reminder = lastReminder.get(thingOf(item))
    return {
      ...item, rule: item.rule, organisationName: place?.shortName ?? '', aboveName: place?.aboveName ?? null,
      group: groupOf(item.dueOn, ctx.today), workingDays: workingDaysOff(item.dueOn, ctx.today),
      reminded: reminder ? { on: reminder.on, effect: effectOf(reminder, dueNow) } : null,
    }
  })
}
