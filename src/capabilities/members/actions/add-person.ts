import { addMonths, earliestDay, latestDay } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { bornTooLongAgo, dayNotYet } from '../errors.ts'
import type { PersonFields } from '../model.ts'
import { insertPeople } from '../queries/people.ts'

/** Nobody is older; a year of birth before that is mistyped. */
const OLDEST = 120

/**
 * Adds a person whom a cell follows or takes over; not yet a member. The caller has authorised. Whether somebody like that is known
 * already is the caller's question. Refuses a birth after today (`dayNotYet`) or longer ago than anybody lives (`bornTooLongAgo`).
 */
export async function addPerson(ctx: Ctx, person: PersonFields & { keeperId: string }): Promise<{ id: string }> {
  const born = person.bornOn && earliestDay(person.bornOn)
  if (born && born > ctx.today) throw dayNotYet(born, ctx.today)
  if (born && addMonths(latestDay(person.bornOn!), OLDEST * 12) < ctx.today) throw bornTooLongAgo(person.bornOn!, OLDEST)
  const [id] = await insertPeople(ctx.db, [person])
  await ctx.audit({ event: 'members.personAdded', subject: { type: 'person', id: id! }, personId: id!, organisationId: person.keeperId, facts: { fullName: person.fullName, bornOn: person.bornOn ?? null } })
  return { id: id! }
}
