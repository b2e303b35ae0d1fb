import { nameSortKey, newId, tidy, type UncertainDate } from '../../../kernel/index.ts'
import { join, raw, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { personNotFound } from '../errors.ts'
import type { PersonFields } from '../model.ts'

/** A person without what is covered. */
export type Person = {
  readonly id: string
  readonly fullName: string
  readonly otherName: string | null
  readonly sex: 'male' | 'female' | null
  readonly bornOn: UncertainDate | null
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly phone: string | null
  readonly nativePlace: string | null
  readonly residence: string | null
  readonly generalEducation: string | null
  readonly profession: string | null
  readonly politicalTheory: string | null
  readonly occupation: string | null
  readonly note: string | null
  /** The cell whose people it belongs to now. */
  readonly keeperId: string
  readonly version: number
}

/** With the identity numbers: only for acts that opened them for a reason, and for comparing lists. */
export type PersonWithIdentity = Person & { readonly identityNumber: string | null; readonly oldIdentityNumber: string | null }

/** Columns of a person by the names of their fields. */
export const personColumns = {
  fullName: 'full_name', otherName: 'other_name', sex: 'sex', bornOn: 'born_on', ethnicity: 'ethnicity', religion: 'religion',
  identityNumber: 'identity_number', oldIdentityNumber: 'old_identity_number', phone: 'phone', nativePlace: 'native_place', residence: 'residence',
  generalEducation: 'general_education', profession: 'profession', politicalTheory: 'political_theory', occupation: 'occupation', note: 'note',
} as const satisfies Record<keyof PersonFields, string>

export type PersonField = keyof typeof personColumns
const fields = Object.keys(personColumns) as PersonField[]
const covered: readonly PersonField[] = ['identityNumber', 'oldIdentityNumber']

const listOf = (names: readonly PersonField[]) => raw(names.map((name) => `x.${personColumns[name]} as "${name}"`).join(', '))
const openColumns = sql`x.id, ${listOf(fields.filter((name) => !covered.includes(name)))}, x.keeper_id as "keeperId", x.version`
const columnsWithIdentity = sql`x.id, ${listOf(fields)}, x.keeper_id as "keeperId", x.version`

/** A person within one's part, or oneself. */
export function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return db.first(sql`select ${openColumns} from members.person x where x.id = ${id}`)
}

/** A person within one's part, or oneself. Refuses with `members.personNotFound`. */
export async function loadPerson(db: Db, id: string): Promise<Person> {
  const person = await findPerson(db, id)
  if (!person) throw personNotFound()
  return person
}

/** Where a record is found now: the one it was joined into, else itself; none outside one's part. For readings: an act names the record it means. */
export async function followPerson(db: Db, id: string): Promise<string | undefined> {
  return (await db.one<{ id: string | null }>(sql`select members.surviving(${id}) as id`)).id ?? undefined
}

/** The same, locked until the end of the transaction, so that two acts on one person wait for each other. */
export async function lockPerson(db: Db, id: string): Promise<PersonWithIdentity> {
  const person = await db.first<PersonWithIdentity>(sql`select ${columnsWithIdentity} from members.person x where x.id = ${id} for update`)
  if (!person) throw personNotFound()
  return person
}

/** With the identity numbers; the caller has authorised and writes the trail. */
export async function loadPersonWithIdentity(db: Db, id: string): Promise<PersonWithIdentity> {
  const person = await db.first<PersonWithIdentity>(sql`select ${columnsWithIdentity} from members.person x where x.id = ${id}`)
  if (!person) throw personNotFound()
  return person
}

const columnNames = raw(`${fields.map((name) => personColumns[name]).join(', ')}`)

/** A person to be added; with an identifier when the caller has already told it to somebody. */
export type NewPerson = PersonFields & { readonly id?: string | undefined; readonly keeperId: string }

function insertion(people: readonly NewPerson[], ids: readonly string[]): Sql {
  const valuesOf = (name: PersonField) => people.map((person) => (name === 'fullName' ? tidy(person.fullName) : (person[name] ?? null)))
  const columns = join([
    sql`${ids}::uuid[]`, ...fields.map((name) => sql`${valuesOf(name)}::text[]`),
    sql`${people.map(({ fullName }) => nameSortKey(fullName))}::text[]`, sql`${people.map(({ keeperId }) => keeperId)}::uuid[]`,
  ])
  return sql`insert into members.person (id, ${columnNames}, sort_key, keeper_id) select * from unnest(${columns})`
}

const AT_ONCE = 1000

/** Adds people; answers their identifiers in the same order. */
export async function insertPeople(db: Db, people: readonly NewPerson[]): Promise<string[]> {
  const ids = people.map(({ id }) => id ?? newId())
  const partFrom = (start: number) => insertion(people.slice(start, start + AT_ONCE), ids.slice(start, start + AT_ONCE))
  let next = people.length > 0 ? partFrom(0) : undefined
  for (let start = AT_ONCE; next; start += AT_ONCE) {
    const running = db.run(next)
    // The next part is made ready while the database writes this one.
    next = start < people.length ? partFrom(start) : undefined
    await running
  }
  return ids
}

/** Changes fields of a person; the former state is kept by the database, which also raises the version. */
export async function updatePerson(db: Db, id: string, changed: Partial<PersonFields>): Promise<void> {
  const names = (Object.keys(changed) as PersonField[]).filter((name) => name in personColumns)
  const parts = names.map((name) => sql`${raw(personColumns[name])} = ${changed[name] ?? null}`)
  if (changed.fullName) parts.push(sql`sort_key = ${nameSortKey(changed.fullName)}`)
  if (parts.length) await db.run(sql`update members.person set ${join(parts)} where id = ${id}`)
}

/** Gives a person to a cell: rights follow. */
export async function moveKeeper(db: Db, personId: string, cellId: string): Promise<void> {
  await db.run(sql`update members.person set keeper_id = ${cellId} where id = ${personId} and keeper_id <> ${cellId}`)
}
