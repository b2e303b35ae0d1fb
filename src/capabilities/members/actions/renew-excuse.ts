import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { membersContract } from '../contract.ts'
import { endsBeforeItBegins, notAway } from '../errors.ts'
import { endFacts, insertOverlay } from '../queries/dated-facts.ts'
import { loadPerson, lockPerson } from '../queries/people.ts'
import { overlaysSeen } from '../queries/record.ts'

/**
 * Answers the monthly question about a member away: excused until another day, and what else is known now; what is not told stays. The former
 * statement stays, superseded. Refuses `members.notAway`, `members.endsBeforeItBegins`.
 */
export async function renewExcuse(ctx: Ctx, { id, excusedUntil, ...told }: InputOf<typeof membersContract.renewExcuse>) {
  await ctx.authorise('members.recordAway', { personId: id })
  const person = await lockPerson(ctx.db, id)
  if (told.contactId) await loadPerson(ctx.db, told.contactId)
  const running = (await overlaysSeen(ctx.db, id, { on: ctx.today })).find(({ kind, lastDay }) => kind === 'away' && lastDay === null)
  if (!running) throw notAway(person.fullName, ctx.today)
  if (excusedUntil < running.from) throw endsBeforeItBegins(running.from, excusedUntil)
  const { place, occupation, phone, contactId, note, since, from } = running
  await endFacts(ctx.db, 'overlay', id, from, running.id)
  const overlayId = await insertOverlay(ctx.db, {
    personId: id, kind: 'away', from, since, excusedUntil, place: told.place || place, occupation: told.occupation || occupation, phone: told.phone || phone, contactId: told.contactId ?? contactId, note,
  })
  await ctx.audit({ event: 'members.excuseRenewed', subject: { type: 'person', id }, personId: id, organisationId: person.keeperId, facts: { excusedUntil, before: running.excusedUntil, overlayId } })
  return { id: overlayId }
}
