import { addDays } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines } from '../due-item.ts'
import { countByKind, effectOf, groupOf } from '../model.ts'
import { placeNames } from '../queries/reminders.ts'
import { findByCode } from '../queries/organisation-by-code.ts'
import { noSuchOrganisation } from '../errors.ts'
import { collectDue, collectWork, workRows } from './collect-due.ts'

const on = (organisationId: string | undefined) => (organisationId ? { organisationId } : ('own part' as const))

/** The Monday list: computed at the moment of asking from facts and rules, never from a stored flag. */
export const listWorkOf = (rooms: readonly Deadlines[]) =>
  async function listWork(ctx: Ctx, input: InputOf<typeof remindersContract.listWork>) {
    await ctx.authorise('reminders.readWork', on(input.organisationId))
    const collected = await collectWork(ctx, rooms, input)
    const { items, dueNow, reminders } = collected
    const shown = input.group ? items.filter((item) => groupOf(item.dueOn, ctx.today) === input.group) : items
    const byKind = countByKind(items, ctx.today)
    const sum = (group: 'late' | 'today' | 'soon') => byKind.reduce((total, kind) => total + kind[group], 0)
    const from = addDays(ctx.today, -7)
    const lastWeek = reminders.filter((r) => r.on >= from && r.on < ctx.today).map((r) => effectOf(r, dueNow))
    return {
      asOf: ctx.today, within: input.within,
      counts: { late: sum('late'), today: sum('today'), soon: sum('soon') },
      byKind,
      lastWeek: { from, reminded: lastWeek.length, moved: lastWeek.filter((e) => e === 'moved').length, unchanged: lastWeek.filter((e) => e === 'unchanged').length },
      rows: await workRows(ctx, shown.slice((input.page - 1) * input.size, input.page * input.size), collected),
      total: shown.length,
      nextDueOn: [...dueNow.values()].find((item) => item.dueOn > addDays(ctx.today, input.within))?.dueOn ?? null,
    }
  }

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
