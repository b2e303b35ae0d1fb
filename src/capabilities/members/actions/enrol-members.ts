import { earliestDay, laterOf, nameSortKey, newId, tidy, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { begun, sql, type Ctx } from '../../../platform/action/index.ts'
import { bornAfter, confirmedBeforeAdmitted } from '../errors.ts'
import type { PersonFields } from '../model.ts'

/** A member who is taken over from a list, as far as the list says. */
export type TakenOverMember = PersonFields & {
  /** Identifier the person is to have, when one was given beforehand. */
  id?: string | undefined
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

/** Members of a list, whole or a part at a time as they are read from somewhere. */
export type ListedMembers = readonly TakenOverMember[] | AsyncIterable<readonly TakenOverMember[]>

export type TakeOver = {
  members: ListedMembers
  /** The import that brought them; `takeBackSource` undoes it. */
  sourceId: string
  /** Where the list comes from, in words. */
  basis: string
  /** Day of the list: counts as the beginning for whoever has no day of admission. */
  asOf: PlainDate
}

type Spell = { status: string; from: PlainDate; until: PlainDate | null }

/** First day of membership as far as the list says. */
const firstDay = (member: TakenOverMember, asOf: PlainDate): PlainDate =>
  member.ceremonyOn ?? (member.admittedOn ? earliestDay(member.admittedOn) : (member.decidedOn ?? asOf))

/** Statuses from the first day on; without a day of confirmation the member is still probationary, however long ago admitted. */
function spellsOf(member: TakenOverMember, from: PlainDate): Spell[] {
  const confirmed = member.confirmedOn ? earliestDay(member.confirmedOn) : null
  const spells: Spell[] = []
  if (confirmed === null || confirmed > from) spells.push({ status: 'probationary', from, until: confirmed })
  if (confirmed !== null) {
    const full = confirmed > from ? confirmed : from
    const exempt = member.exemptFrom ? laterOf(member.exemptFrom, full) : null
    spells.push({ status: 'full', from: full, until: exempt })
    if (exempt) spells.push({ status: 'exempt', from: exempt, until: null })
  }
  return spells.filter((spell) => spell.until === null || spell.until > spell.from)
}

function check(member: TakenOverMember): void {
  const { admittedOn, confirmedOn, bornOn } = member
  if (admittedOn && confirmedOn && earliestDay(confirmedOn) < earliestDay(admittedOn)) throw confirmedBeforeAdmitted(confirmedOn, admittedOn)
  if (bornOn && admittedOn && earliestDay(bornOn) >= earliestDay(admittedOn)) throw bornAfter(bornOn, admittedOn)
}

/** What the database is told of a part of the list: a row of each person with the spells of status beside; what is left out is null to it. */
function rowsOf(part: readonly TakenOverMember[], ids: readonly string[], asOf: PlainDate) {
  const people: object[] = [], spells: object[] = []
  for (const [i, member] of part.entries()) {
    const { cellId: cell, exemptFrom: _inSpells, placedFrom, ...said } = member
    const person = ids[i]!
    const from = firstDay(member, asOf)
    people.push({ ...said, id: person, fullName: tidy(member.fullName), sortKey: nameSortKey(member.fullName), cell, membership: newId(), placement: newId(), placedFrom: placedFrom ?? from })
    for (const spell of spellsOf(member, from)) spells.push({ ...spell, id: newId(), person })
  }
  return { people, spells }
}

// Small enough for the database to begin while the program still makes the next part ready; for the first it has to wait.
const FIRST = 200
const AT_ONCE = 1_200

async function* partsOf(members: ListedMembers): AsyncGenerator<readonly TakenOverMember[]> {
  if (Symbol.asyncIterator in members) return yield* members
  if (members.length > 0) yield members.slice(0, FIRST)
  for (let start = FIRST; start < members.length; start += AT_ONCE) yield members.slice(start, start + AT_ONCE)
}

/**
 * Takes over members from a list, thousands at once: person, membership, status and place in the cell, as the list says, with one entry in
 * the trail. Whether a cell exists and the person is known already is settled by the caller. Answers the people in the same order.
 * Refuses `members.confirmedBeforeAdmitted`, `members.bornAfterAdmission`; a cell outside the reach of the actor is a bug of the caller.
 */
export async function enrolMembers(ctx: Ctx, { members, sourceId, basis, asOf }: TakeOver): Promise<string[]> {
  const enrolled: string[] = []
  let running: Promise<unknown> = Promise.resolve()
  try {
    for await (const part of partsOf(members)) {
      part.forEach(check)
      const ids = part.map(({ id }) => id ?? newId())
      const { people, spells } = rowsOf(part, ids, asOf)
      const writing = sql`select members.enrol(${JSON.stringify(people)}::json, ${JSON.stringify(spells)}::json, ${sourceId}::uuid, ${basis})`
      // This part was made ready while the database wrote the one before.
      await running
      running = begun(ctx.db.run(writing))
      enrolled.push(...ids)
    }
  } finally {
    // What the database refused comes before what went wrong after it.
    await running
  }
  if (enrolled.length > 0) await ctx.audit({ event: 'members.takenOver', subject: { type: 'import', id: sourceId }, facts: { members: enrolled.length, basis } })
  return enrolled
}
