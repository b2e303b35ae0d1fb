import { addDays } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { listHoldersOver, officesOver, roleNames } from '../../access/index.ts'
import { assigneeRoles, type AssigneeRole } from '../codes.ts'
import type { remindersContract } from '../contract.ts'
import type { Deadlines, DueItem } from '../due-item.ts'
import { alreadyAssigned, assigneeElsewhere, assigneeMissing, officeEmpty, thingsNotDue, wantedInThePast } from '../errors.ts'
import { thingOf } from '../model.ts'
import { insertAssignments, listAssignmentRows, type Receiver } from '../queries/assignments.ts'
import { placeNames } from '../queries/places.ts'
import { collectDue } from './collect-due.ts'

type Input = InputOf<typeof remindersContract.assignWork>

/** Chosen things are found however far ahead they fall due. */
const YEAR_DAYS = 366

/** Users and offices to whom what lies at all of these organisations may be given: those who see it and work on it. */
export async function listAssignees(ctx: Ctx, { organisationIds }: InputOf<typeof remindersContract.listAssignees>) {
  for (const organisationId of organisationIds) await ctx.authorise('reminders.assignWork', { organisationId })
  const holders = await listHoldersOver(ctx.db, organisationIds, assigneeRoles, ctx.today)
  const names = await placeNames(ctx.db, holders.map(({ organisationId }) => organisationId), ctx.today)
  const offices: AssigneeRole[] = []
  for (const role of assigneeRoles) {
    const found = await officesOver(ctx.db, organisationIds, role, ctx.today)
    if (organisationIds.every((id) => found.has(id))) offices.push(role)
  }
  return { offices, users: holders.map(({ organisationId, ...user }) => ({ ...user, role: user.role as AssigneeRole, placeName: names.get(organisationId)?.shortName ?? '' })) }
}

async function receiversOf(ctx: Ctx, { accountId, role }: Input, items: readonly DueItem[]): Promise<(item: DueItem) => Receiver> {
  if ((accountId === undefined) === (role === undefined)) throw assigneeMissing()
  const places = [...new Set(items.map(({ organisationId }) => organisationId))]
  if (accountId !== undefined) {
    const holders = await listHoldersOver(ctx.db, places, assigneeRoles, ctx.today)
    if (!holders.some((holder) => holder.accountId === accountId)) throw assigneeElsewhere(places.length)
    return () => ({ accountId })
  }
  const offices = await officesOver(ctx.db, places, role!, ctx.today)
  const empty = places.find((place) => !offices.has(place))
  if (empty) throw officeEmpty(roleNames[role!], (await placeNames(ctx.db, [empty], ctx.today)).get(empty)?.shortName ?? '')
  return ({ organisationId }) => ({ role: role!, organisationId: offices.get(organisationId)! })
}

async function refuseGivenOnes(ctx: Ctx, items: readonly DueItem[]): Promise<void> {
  const open = new Set((await listAssignmentRows(ctx.db, { state: 'open' })).map(thingOf))
  const given = items.filter((item) => open.has(thingOf(item)))
  if (given.length) throw alreadyAssigned(given.length, given[0]!.personName ?? given[0]!.nextAct)
}

/**
 * Gives chosen things to a user, or to whoever holds a role over each of them, to be done by a day (inclusive). What is no longer due is
 * left out. Refuses: nothing due any more, nobody or nobody fitting chosen, a day that is over, a thing already given and not answered.
 */
export const assignWorkOf = (rooms: readonly Deadlines[]) =>
  async function assignWork(ctx: Ctx, input: Input) {
    await ctx.authorise('reminders.assignWork', 'own part')
    if (input.wantedOn < ctx.today) throw wantedInThePast(input.wantedOn, ctx.today)
    const wanted = new Set(input.things.map(thingOf))
    const items = (await collectDue(ctx, rooms, { until: addDays(ctx.today, YEAR_DAYS) })).filter((item) => wanted.has(thingOf(item)))
    if (items.length === 0) throw thingsNotDue()
    for (const organisationId of new Set(items.map((item) => item.organisationId))) await ctx.authorise('reminders.assignWork', { organisationId })
    const receiverOf = await receiversOf(ctx, input, items)
    await refuseGivenOnes(ctx, items)
    await insertAssignments(ctx.db, items.map((item) => ({ item, to: receiverOf(item) })), { wantedOn: input.wantedOn, note: input.note || undefined, on: ctx.today, by: ctx.actor.accountId })
    for (const item of items)
      await ctx.audit({
        event: 'reminders.workAssigned', subject: { type: item.subjectType, id: item.subjectId }, organisationId: item.organisationId, personId: item.personId ?? undefined,
        facts: { kind: item.kind, nextAct: item.nextActCode, wantedOn: input.wantedOn, ...receiverOf(item) },
      })
    return { assigned: items.length }
  }
