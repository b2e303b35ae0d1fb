import { addDays } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines } from '../due-item.ts'
import { noSuchOrganisation } from '../errors.ts'
import { findByCode } from '../queries/organisation-by-code.ts'
import { placeNames } from '../queries/places.ts'
import { collectDue, workRows } from './collect-due.ts'
import { on } from './list-work.ts'

/** What is late and what falls due, in the shape other programs read. */
export const listDueForMachinesOf = (rooms: readonly Deadlines[]) =>
  async function listDueForMachines(ctx: Ctx, input: InputOf<typeof remindersContract.listDueForMachines>) {
    const organisationId = input.organisation ? await findByCode(ctx.db, input.organisation, ctx.today) : undefined
    if (input.organisation && !organisationId) throw noSuchOrganisation(input.organisation)
    await ctx.authorise('reminders.readWork', on(organisationId))
    const items = await collectDue(ctx, rooms, { until: addDays(ctx.today, input.within), organisationId })
    const places = await placeNames(ctx.db, items.map((item) => item.organisationId), ctx.today)
    const rows = await workRows(ctx, items, { lastReminder: new Map(), dueNow: new Map() })
    const told = rows.map((row) => ({
      kind: row.kind, file: row.subjectId, person: row.personName,
      organisation: places.get(row.organisationId)?.code ?? row.organisationName,
      organisationName: [row.organisationName, row.aboveName].filter(Boolean).join(' – '),
      dueOn: row.dueOn, ...(row.group === 'late' ? { workingDaysLate: row.workingDays } : { workingDaysLeft: row.workingDays }),
      nextAct: row.nextAct, owner: row.owner,
      rule: row.rule ? { instrument: row.rule.source.title, clause: row.rule.source.clause, value: row.rule.value, certainty: row.rule.source.certainty } : null,
      group: row.group,
    }))
    const without = ({ group: _group, ...row }: (typeof told)[number]) => row
    return { late: told.filter((row) => row.group === 'late').map(without), soon: told.filter((row) => row.group !== 'late').map(without) }
  }
