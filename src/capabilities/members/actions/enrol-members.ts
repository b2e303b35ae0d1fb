import { earliestDay, laterOf, newId, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { sql, type Ctx, type Sql } from '../../../platform/action/index.ts'
import { bornAfter, confirmedBeforeAdmitted } from '../errors.ts'
import type { PersonFields } from '../model.ts'
import { insertPeople } from '../queries/people.ts'

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

export type TakeOver = {
  members: readonly TakenOverMember[]
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

type Row = Readonly<Record<string, string | null>>
const column = (rows: readonly Row[], name: string) => rows.map((row) => row[name] ?? null)

const insertMemberships = (rows: readonly Row[], sourceId: string): Sql => sql`
  insert into members.membership (id, person_id, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, ordinal, source_id)
  select r.*, 1, ${sourceId}::uuid
  from unnest(${column(rows, 'id')}::uuid[], ${column(rows, 'person')}::uuid[], ${column(rows, 'decidedOn')}::date[], ${column(rows, 'decisionNumber')}::text[],
    ${column(rows, 'ceremonyOn')}::date[], ${column(rows, 'admittedOn')}::text[], ${column(rows, 'confirmedOn')}::text[], ${column(rows, 'cardNumber')}::text[],
    ${column(rows, 'historyNumber')}::text[]) r`

const insertStatuses = (rows: readonly Row[], sourceId: string, basis: string): Sql => sql`
  insert into members.status (id, person_id, status, valid_during, basis, source_id)
  select id, person, status, daterange(begins, ends), ${basis}::text, ${sourceId}::uuid
  from unnest(${column(rows, 'id')}::uuid[], ${column(rows, 'person')}::uuid[], ${column(rows, 'status')}::text[], ${column(rows, 'begins')}::date[],
    ${column(rows, 'ends')}::date[]) r (id, person, status, begins, ends)`

const insertPlacements = (rows: readonly Row[], sourceId: string, basis: string): Sql => sql`
  insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
  select id, person, cell, daterange(begins, null), ${basis}::text, ${sourceId}::uuid
  from unnest(${column(rows, 'id')}::uuid[], ${column(rows, 'person')}::uuid[], ${column(rows, 'cell')}::uuid[], ${column(rows, 'begins')}::date[]) r (id, person, cell, begins)`

/** What is written of members beside the person: in the order in which it must be written, for placements bring the derived standing. */
function factsOf(ids: readonly string[], { members, sourceId, basis, asOf }: TakeOver): Sql[] {
  const memberships: Row[] = [], statuses: Row[] = [], placements: Row[] = []
  for (const [i, member] of members.entries()) {
    const person = ids[i]!
    const from = firstDay(member, asOf)
    const { decidedOn = null, decisionNumber = null, ceremonyOn = null, admittedOn = null, confirmedOn = null, cardNumber = null, historyNumber = null } = member
    memberships.push({ id: newId(), person, decidedOn, decisionNumber, ceremonyOn, admittedOn, confirmedOn, cardNumber, historyNumber })
    for (const { status, from: begins, until: ends } of spellsOf(member, from)) statuses.push({ id: newId(), person, status, begins, ends })
    placements.push({ id: newId(), person, cell: member.cellId, begins: member.placedFrom ?? from })
  }
  return [insertMemberships(memberships, sourceId), insertStatuses(statuses, sourceId, basis), insertPlacements(placements, sourceId, basis)]
}

const AT_ONCE = 2000

/**
 * Takes over members from a list, thousands at once: person, membership, status and place in the cell, as the list says, with one entry in
 * the trail. Whether a cell exists and the person is known already is settled by the caller. Answers the people in the same order.
 * Refuses `members.confirmedBeforeAdmitted`, `members.bornAfterAdmission`.
 */
export async function enrolMembers(ctx: Ctx, takeOver: TakeOver): Promise<string[]> {
  const { members, sourceId, basis } = takeOver
  members.forEach(check)
  const ids = await insertPeople(ctx.db, members.map((member) => ({ ...member, keeperId: member.cellId })))
  for (let start = 0; start < members.length; start += AT_ONCE) {
    const part = { ...takeOver, members: members.slice(start, start + AT_ONCE) }
    for (const insertion of factsOf(ids.slice(start, start + AT_ONCE), part)) await ctx.db.run(insertion)
  }
  await ctx.audit({ event: 'members.takenOver', subject: { type: 'import', id: sourceId }, facts: { members: members.length, basis } })
  return ids
}
