import { addDays, vietnameseOrder } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines, DueItem } from '../due-item.ts'
import { countByGrassroots, countByGroup, countByKind, effectOf, firstOfGroups, lastOfEach } from '../model.ts'
import { grassrootsNames, placeNames } from '../queries/places.ts'
import { collectWork, workRows, type Collected } from './collect-due.ts'

type Input = InputOf<typeof remindersContract.listWork>

const WEEK_DAYS = 7

export const on = (organisationId: string | undefined) => (organisationId ? { organisationId } : ('own part' as const))

/** Things reminded in the seven days before today, each once, with what became of it. */
function lastWeekOf(ctx: Ctx, { reminders, dueNow }: Collected) {
  const from = addDays(ctx.today, -WEEK_DAYS)
  const reminded = [...lastOfEach(reminders.filter((r) => r.on >= from && r.on < ctx.today)).values()]
  return { from, things: reminded.map((reminder) => ({ ...reminder, effect: effectOf(reminder, dueNow) })) }
}

/** The things of one cell together, cells in the order of what stands above them, then of their names. */
async function inOrderOfCells(ctx: Ctx, items: readonly DueItem[]): Promise<DueItem[]> {
  const places = await placeNames(ctx.db, items.map((item) => item.organisationId), ctx.today)
  const nameOf = ({ organisationId }: DueItem) => `${places.get(organisationId)?.aboveName ?? ''} ${places.get(organisationId)?.shortName ?? ''}`
  return [...items].sort((a, b) => vietnameseOrder(nameOf(a), nameOf(b)) || (a.organisationId < b.organisationId ? -1 : a.organisationId > b.organisationId ? 1 : 0))
}

async function shownOf(ctx: Ctx, items: DueItem[], input: Input): Promise<DueItem[]> {
  if (input.perGroup) return firstOfGroups(items, ctx.today, input.perGroup)
  const ordered = input.order === 'cell' ? await inOrderOfCells(ctx, items) : items
  return ordered.slice((input.page - 1) * input.size, input.page * input.size)
}

/** The Monday list: computed at the moment of asking from facts and rules, never from a stored flag. */
export const listWorkOf = (rooms: readonly Deadlines[]) =>
  async function listWork(ctx: Ctx, input: Input) {
    await ctx.authorise('reminders.readWork', on(input.organisationId))
    const collected = await collectWork(ctx, rooms, input)
    const everywhere = collected.foundWithout('group', 'organisationId')
    const { from, things } = lastWeekOf(ctx, collected)
    const place = input.organisationId ? (await placeNames(ctx.db, [input.organisationId], ctx.today)).get(input.organisationId) : undefined
    return {
      asOf: ctx.today, within: input.within,
      place: place ? { id: place.id, name: place.shortName } : null,
      counts: countByGroup(collected.foundWithout('group'), ctx.today),
      byKind: countByKind(collected.foundWithout('group', 'kinds'), ctx.today),
      byGrassroots: countByGrassroots(everywhere, ctx.today, await grassrootsNames(ctx.db, everywhere.map((item) => item.organisationId), ctx.today)),
      lastWeek: { from, reminded: things.length, moved: things.filter((t) => t.effect === 'moved').length, unchanged: things.filter((t) => t.effect === 'unchanged').length },
      rows: await workRows(ctx, await shownOf(ctx, collected.items, input), collected),
      total: collected.items.length,
      nextDueOn: collected.foundWithout('within', 'group').find((item) => item.dueOn > addDays(ctx.today, input.within))?.dueOn ?? null,
    }
  }

/** What was reminded in the seven days before today: the names behind the line of the list. */
export const listLastWeekOf = (rooms: readonly Deadlines[]) =>
  async function listLastWeek(ctx: Ctx, input: InputOf<typeof remindersContract.listLastWeek>) {
    await ctx.authorise('reminders.readWork', on(input.organisationId))
    const { from, things } = lastWeekOf(ctx, await collectWork(ctx, rooms, { organisationId: input.organisationId, within: 0 }))
    const places = await placeNames(ctx.db, things.map((thing) => thing.organisationId), ctx.today)
    return {
      from,
      rows: things.map(({ nextActCode: _code, ...thing }) => ({
        ...thing, organisationName: places.get(thing.organisationId)?.shortName ?? '', aboveName: places.get(thing.organisationId)?.aboveName ?? null,
      })),
    }
  }
