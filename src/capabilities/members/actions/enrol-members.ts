import { earliestDay, newId, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { bornAfter, confirmedBeforeAdmitted } from '../errors.ts'
import type { PersonFields } from '../model.ts'
import { insertPeople } from '../queries/people.ts'

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
  if (confirmed !== null) spells.push({ status: 'full', from: confirmed > from ? confirmed : from, until: member.exemptFrom ?? null })
  if (confirmed !== null && member.exemptFrom) spells.push({ status: 'exempt', from: member.exemptFrom, until: null })
  return spells.filter((spell) => spell.until === null || spell.until > spell.from)
}

function check(member: TakenOverMember): void {
  const { admittedOn, confirmedOn, bornOn } = member
  if (admittedOn && confirmedOn && earliestDay(confirmedOn) < earliestDay(admittedOn)) throw confirmedBeforeAdmitted(confirmedOn, admittedOn)
  if (bornOn && admittedOn && earliestDay(bornOn) >= earliestDay(admittedOn)) throw bornAfter(bornOn, admittedOn)
}

async function insertAll(db: Db, table: 'membership' | 'status' | 'placement', rows: readonly object[]): Promise<void> {
  const statements = {
    membership: sql`insert into members.membership (id, person_id, ordinal, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, source_id)
      select id, person_id, 1, decided_on, decision_number, ceremony_on, admitted_on, confirmed_on, card_number, history_number, source_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person_id uuid, decided_on date, decision_number text, ceremony_on date, admitted_on text,
        confirmed_on text, card_number text, history_number text, source_id uuid)`,
    status: sql`insert into members.status (id, person_id, status, valid_during, basis, source_id)
      select id, person_id, status, daterange(begins, ends), basis, source_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person_id uuid, status text, begins date, ends date, basis text, source_id uuid)`,
    placement: sql`insert into members.placement (id, person_id, cell_id, valid_during, basis, source_id)
      select id, person_id, cell_id, daterange(begins, null), basis, source_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person_id uuid, cell_id uuid, begins date, basis text, source_id uuid)`,
  }
  await db.run(statements[table])
}

async function enrol(db: Db, ids: readonly string[], { members, sourceId, basis, asOf }: TakeOver): Promise<void> {
  const memberships: object[] = [], statuses: object[] = [], placements: object[] = []
  for (const [i, member] of members.entries()) {
    const person_id = ids[i]!
    const from = firstDay(member, asOf)
    memberships.push({
      id: newId(), person_id, decided_on: member.decidedOn ?? null, decision_number: member.decisionNumber ?? null, ceremony_on: member.ceremonyOn ?? null,
      admitted_on: member.admittedOn ?? null, confirmed_on: member.confirmedOn ?? null, card_number: member.cardNumber ?? null,
      history_number: member.historyNumber ?? null, source_id: sourceId,
    })
    for (const { status, from: begins, until: ends } of spellsOf(member, from)) statuses.push({ id: newId(), person_id, status, begins, ends, basis, source_id: sourceId })
    placements.push({ id: newId(), person_id, cell_id: member.cellId, begins: member.placedFrom ?? from, basis, source_id: sourceId })
  }
  await insertAll(db, 'membership', memberships)
  await insertAll(db, 'status', statuses)
  await insertAll(db, 'placement', placements)
}

/**
 * Takes over members from a list, thousands at once: person, membership, status and place in the cell, as the list says, with one entry in
 * the trail. Whether a cell exists and the person is known already is settled by the caller. Answers the people in the same order.
 * Refuses `members.confirmedBeforeAdmitted`, `members.bornAfterAdmission`.
 */
export async function enrolMembers(ctx: Ctx, takeOver: TakeOver): Promise<string[]> {
  const { members, sourceId, basis } = takeOver
  members.forEach(check)
  const ids = await insertPeople(ctx.db, members.map((member) => ({ ...member, keeperId: member.cellId })))
  for (let start = 0; start < members.length; start += 2000)
    await enrol(ctx.db, ids.slice(start, start + 2000), { ...takeOver, members: members.slice(start, start + 2000) })
  await ctx.audit({ event: 'members.takenOver', subject: { type: 'import', id: sourceId }, facts: { members: members.length, basis } })
  return ids
}
