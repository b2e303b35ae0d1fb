import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { cardNumberTaken, laterFacts } from '../errors.ts'
import { restateMembership } from '../queries/memberships.ts'
import { lockPerson } from '../queries/people.ts'
import { loadMembershipOn, refuseFutureDay } from './checks.ts'

type Live = { readonly id: string; readonly number: string; readonly from: PlainDate | null }

/** Numbers among these that somebody else bears, wherever in the tree. */
export async function cardNumbersTaken(db: Db, numbers: readonly string[], besides?: string): Promise<string[]> {
  const rows = await db.rows<{ number: string }>(sql`select n as number from members.card_numbers_taken(${[...numbers]}::text[], ${besides ?? null}) n`)
  return rows.map(({ number }) => number)
}

async function insertNumber(db: Db, personId: string, number: string, from: PlainDate | null, until: PlainDate | null, basis: string | null): Promise<void> {
  await db.run(sql`insert into members.card_number (id, person_id, number, valid_during, basis) values (${newId()}, ${personId}, ${number}, daterange(${from}::date, ${until}::date), ${basis})`)
}

/** Ends the number borne so far on a day; a number that only the register knew is kept as the one from before. */
async function endFormer(ctx: Ctx, person: { id: string; fullName: string }, registered: string | null, on: PlainDate): Promise<void> {
  const live = await ctx.db.first<Live>(sql`
    select id, number, lower(valid_during) as "from" from members.card_number where person_id = ${person.id} and superseded_at is null and upper_inf(valid_during)`)
  if (!live) return registered ? insertNumber(ctx.db, person.id, registered, null, on, null) : undefined
  if (live.from && live.from >= on) throw laterFacts(person.fullName, on, live.from)
  await ctx.db.run(sql`update members.card_number set superseded_at = platform.moment() where id = ${live.id}`)
  await insertNumber(ctx.db, person.id, live.number, live.from, on, null)
}

/**
 * A member bears a card with this number from a day on (inclusive); the number of before stays on record for its days. For a caller that has authorised.
 * Nothing happens when the number is borne already. Refuses `members.cardNumberTaken`, `members.notMemberOn`, `members.laterFacts`, `members.dayNotYet`.
 */
export async function writeCardNumber(ctx: Ctx, { personId, number, on, basis }: { personId: string; number: string; on: PlainDate; basis: string }): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  refuseFutureDay(ctx, on)
  const { membership, placement } = await loadMembershipOn(ctx, person, on)
  if (membership.cardNumber === number) return
  if ((await cardNumbersTaken(ctx.db, [number], personId)).length > 0) throw cardNumberTaken(number)
  await endFormer(ctx, person, membership.cardNumber, on)
  await insertNumber(ctx.db, personId, number, on, null, basis)
  await restateMembership(ctx.db, membership, { cardNumber: number })
  await ctx.audit({ event: 'members.cardNumberWritten', subject: { type: 'person', id: personId }, personId, organisationId: placement.cellId, facts: { number, former: membership.cardNumber, on, basis } })
}
