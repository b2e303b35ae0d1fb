import { addDays, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines } from '../due-item.ts'
import { effectOf, thingOf } from '../model.ts'
import { listAssignmentRows, type AssignmentRow } from '../queries/assignments.ts'
import { placeNames } from '../queries/places.ts'
import { isFor, isLate, receiverName } from '../receiver.ts'
import { collectDue } from './collect-due.ts'

/** A thing that waits for another act than the one it was given for is looked for this far ahead. */
const AHEAD_DAYS = 366

const countsOf = (rows: readonly AssignmentRow[], today: PlainDate) => ({
  open: rows.filter(({ outcome }) => outcome === null).length, late: rows.filter((row) => isLate(row, today)).length,
  done: rows.filter(({ outcome }) => outcome === 'done').length, givenBack: rows.filter(({ outcome }) => outcome === 'givenBack').length,
})

/** Work given in one's part, or to oneself: by whom, until when, what was answered, and whether the thing moved since. */
export const listAssignmentsOf = (rooms: readonly Deadlines[]) =>
  async function listAssignments(ctx: Ctx, { mine, state, subjectId, page, size }: InputOf<typeof remindersContract.listAssignments>) {
    await ctx.authorise('reminders.readWork', 'own part')
    const all = await listAssignmentRows(ctx.db, { state: 'all', subjectId, mineOf: mine ? ctx.actor : undefined })
    const found = all.filter(({ outcome }) => state === 'all' || (outcome === null) === (state === 'open'))
    const shown = found.slice((page - 1) * size, page * size)
    const dueNow = new Map((shown.length ? await collectDue(ctx, rooms, { until: addDays(ctx.today, AHEAD_DAYS) }) : []).map((item) => [thingOf(item), item]))
    const places = await placeNames(ctx.db, shown.flatMap(({ organisationId, toOrganisationId }) => (toOrganisationId ? [organisationId, toOrganisationId] : [organisationId])), ctx.today)
    return {
      today: ctx.today, total: found.length, counts: countsOf(all, ctx.today),
      rows: shown.map((row) => {
        const { toAccountId: _user, toAccountName: _name, toOrganisationId: _office, nextActCode: _code, on, ...told } = row
        return {
          ...told, assignedOn: on, toName: receiverName(row, places), isLate: isLate(row, ctx.today), isMine: isFor(row, ctx.actor), effect: effectOf(row, dueNow),
          organisationName: places.get(row.organisationId)?.shortName ?? '', aboveName: places.get(row.organisationId)?.aboveName ?? null,
        }
      }),
    }
  }
