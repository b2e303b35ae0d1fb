import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines, DueItem } from '../due-item.ts'
import { nothingDue } from '../errors.ts'
import { thingOf } from '../model.ts'
import { placeNames } from '../queries/places.ts'
import { insertReminders, listHistoryOf } from '../queries/reminders.ts'
import { collectWork, workRows } from './collect-due.ts'
import { on } from './list-work.ts'

/** Chosen things are found however far ahead they fall due. */
const YEAR_DAYS = 366

/** The chosen things that are really due now; others were dealt with meanwhile and are left out. */
function chosen(items: readonly DueItem[], things: readonly { kind: string; subjectId: string }[] | undefined): DueItem[] {
  if (!things) return [...items]
  const wanted = new Set(things.map(thingOf))
  return items.filter((item) => wanted.has(thingOf(item)))
}

async function keep(ctx: Ctx, items: readonly DueItem[], way: 'sent' | 'printed'): Promise<void> {
  await insertReminders(ctx.db, items, { way, on: ctx.today, by: ctx.actor.accountId })
  await ctx.audit({ event: 'reminders.reminded', subject: { type: 'reminders', id: way }, organisationId: ctx.actor.organisationId, facts: { way, things: items.length } })
}

/** Reminds those who must act: of the chosen things, or of all that the filters find. What is no longer due is skipped; refuses with `reminders.nothingDue` when nothing is left. */
export const remindOf = (rooms: readonly Deadlines[]) =>
  async function remind(ctx: Ctx, input: InputOf<typeof remindersContract.remind>) {
    await ctx.authorise('reminders.remind', on(input.organisationId))
    const { items } = await collectWork(ctx, rooms, input.things ? { within: YEAR_DAYS } : input)
    const due = chosen(items, input.things)
    if (due.length === 0) throw nothingDue(input.things?.length ?? 0)
    await keep(ctx, due, 'sent')
    return { reminded: due.length }
  }

/** One page for each cell with what it must do, most urgent first; that it was printed counts as a reminder. */
export const printSheetsOf = (rooms: readonly Deadlines[]) =>
  async function printSheets(ctx: Ctx, input: InputOf<typeof remindersContract.printSheets>) {
    await ctx.authorise('reminders.remind', on(input.organisationId))
    const collected = await collectWork(ctx, rooms, input.things ? { within: YEAR_DAYS } : input)
    const due = chosen(collected.items, input.things)
    if (due.length === 0) throw nothingDue(input.things?.length ?? 0)
    const rows = await workRows(ctx, due, collected)
    await keep(ctx, due, 'printed')
    const places = await placeNames(ctx.db, due.map((item) => item.organisationId), ctx.today)
    const sheets = new Map<string, { organisationId: string; organisationName: string; aboveName: string | null; rows: typeof rows }>()
    for (const row of rows) {
      const sheet = sheets.get(row.organisationId) ?? { organisationId: row.organisationId, organisationName: places.get(row.organisationId)?.name ?? row.organisationName, aboveName: row.aboveName, rows: [] }
      sheet.rows.push(row)
      sheets.set(row.organisationId, sheet)
    }
    return { printedOn: ctx.today, sheets: [...sheets.values()] }
  }

/** Reminders of one thing, newest first. */
export async function listHistory(ctx: Ctx, input: { subjectId: string }) {
  await ctx.authorise('reminders.readWork', 'own part')
  return { rows: await listHistoryOf(ctx.db, input.subjectId) }
}
