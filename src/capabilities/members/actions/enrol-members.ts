import { earliestDay, nameSortKey, newId, tidy, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { sql, type Ctx, type Sql } from '../../../platform/action/index.ts'
import { bornAfter, confirmedBeforeAdmitted } from '../errors.ts'
import type { PersonFields } from '../model.ts'

/** A member who is taken over from a list, as far as the list says. */
export type TakenOverMember = PersonFields & {
  cellId: string
  decidedOn?: PlainDate | null
  decisionNumber?: string | null
  ceremonyOn?: PlainDate | null
  admittedOn?: UncertainDate | null
  confirmedOn?: UncertainDate | null
  cardNumber?: string | null
  historyNumber?: string | null
  /** First day of which the list says that the person is exempt from work and meetings. */
  exemptFrom?: PlainDate | null
  /** First day in this cell, when it is not the day of admission. */
  placedFrom?: PlainDate | null
}

type Source = {
  /** The import that brought them; `takeBackSource` undoes it. */
  sourceId: string
  /** Where the list comes from, in words. */
  basis: string
  /** Day of the list: counts as the beginning for whoever has no day of admission. */
  asOf: PlainDate
}

export type TakeOver = Source & { members: readonly TakenOverMember[] }

/**
 * Members whom the database has at hand, a part of at most `ENROLLED_AT_ONCE` at a time: each a question for the identifier the person is to have, the cell, and as jsonb
 * what else a `TakenOverMember` says, with the key of the name (`sortKey`, by `nameSortKey`). The name is tidy already.
 */
export type KeptList = Source & { parts: readonly Sql[] }

type Contradiction = { bornOn: string | null; admittedOn: UncertainDate; confirmedOn: UncertainDate | null }

function contradictionIn({ bornOn, admittedOn, confirmedOn }: Contradiction) {
  return confirmedOn && earliestDay(confirmedOn) < earliestDay(admittedOn) ? confirmedBeforeAdmitted(confirmedOn, admittedOn) : bornAfter(bornOn!, admittedOn)
}

/** Person, membership, status and place in the cell of each, as the list says. `members` is a question for them, as `KeptList` has them. */
async function enrol(ctx: Ctx, members: Sql, { sourceId, basis, asOf }: Source): Promise<number> {
  const { taken, against } = await ctx.db.one<{ taken: number; against: Contradiction | null }>(sql`
    select taken, against from members.enrol(array(select row(id, cell_id, facts)::members.listed from (${members}) l (id, cell_id, facts)), ${sourceId}::uuid, ${basis}, ${asOf}::date)`)
  if (against) throw contradictionIn(against)
  return taken
}

const handedIn = (listed: readonly (TakenOverMember & { id: string })[]): Sql => sql`
  select (m->>'id')::uuid, (m->>'cellId')::uuid, m from jsonb_array_elements(${JSON.stringify(listed)}::jsonb) m`

/** How many people one statement takes over: so few that no plan made for a small register is slow for them. */
export const ENROLLED_AT_ONCE = 3_000

const audit = (ctx: Ctx, { sourceId, basis }: Source, members: number) =>
  ctx.audit({ event: 'members.takenOver', subject: { type: 'import', id: sourceId }, facts: { members, basis } })

/**
 * Takes over members from a list, thousands at once: person, membership, status and place in the cell, as the list says, with one entry in
 * the trail. Whether a cell exists and the person is known already is settled by the caller. Answers the people in the same order.
 * Refuses `members.confirmedBeforeAdmitted`, `members.bornAfterAdmission`; a cell outside the reach of the actor is a bug of the caller.
 */
export async function enrolMembers(ctx: Ctx, { members, ...source }: TakeOver): Promise<string[]> {
  if (members.length === 0) return []
  const listed = members.map((member) => ({ ...member, id: newId(), fullName: tidy(member.fullName), sortKey: nameSortKey(member.fullName) }))
  for (let start = 0; start < listed.length; start += ENROLLED_AT_ONCE) await enrol(ctx, handedIn(listed.slice(start, start + ENROLLED_AT_ONCE)), source)
  await audit(ctx, source, listed.length)
  return listed.map(({ id }) => id)
}

/** `enrolMembers` for a list that was kept in the database: nobody of it passes through the program. Answers how many they were. */
export async function enrolKept(ctx: Ctx, { parts, ...source }: KeptList): Promise<number> {
  let taken = 0
  for (const part of parts) taken += await enrol(ctx, part, source)
  if (taken > 0) await audit(ctx, source, taken)
  return taken
}
