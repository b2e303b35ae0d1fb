import { fold } from '../../../kernel/index.ts'
import { raw, sql, type Db } from '../../../platform/action/index.ts'
import type { ComparedFacts } from '../model.ts'

export type Candidates = { readonly firstId: string; readonly secondId: string }

/**
 * Pairs within the actor's part that share a key, never everybody with everybody, so many at a time: the database keeps the rest, so that the
 * memory of a look does not grow with the register. Inside one transaction only.
 */
export async function* blocksOfCandidates(db: Db, size: number): AsyncGenerator<Candidates[]> {
  await db.run(sql`declare duplicates_candidates no scroll cursor for select first_id as "firstId", second_id as "secondId" from duplicates.candidates()`)
  const next = () => db.rows<Candidates>(sql`fetch forward ${raw(String(size))} from duplicates_candidates`)
  for (let block = await next(); block.length > 0; block = await next()) yield block
  await db.run(sql`close duplicates_candidates`)
}

type FactsRow = ComparedFacts & { readonly id: string }

/** What is compared of people within the actor's part, by their identifiers. */
export async function factsOf(db: Db, people: readonly string[]): Promise<Map<string, ComparedFacts>> {
  const rows = await db.rows<FactsRow>(sql`
    select id, full_name as "fullName", other_names as "otherNames", sex, born_on as "bornOn", identity_numbers as "identityNumbers", card_numbers as "cardNumbers", phone,
      native_place as "nativePlace", cell_id as "cellId", father, mother
    from duplicates.facts_of(${people as string[]}::uuid[])`)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** People within the actor's part who may be the one described; names folded. */
export async function listLikePerson(db: Db, { names, born, numbers }: { names: readonly string[]; born: string | null; numbers: readonly string[] }, most: number): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`select l as id from duplicates.like_person(${names}::text[], ${born}, ${numbers}::text[], ${most}) l`)
  return rows.map(({ id }) => id)
}

const digits = (mark: 'i' | 'c', numbers: readonly string[]) => numbers.map((number) => `${mark}${number.replace(/\D/g, '')}`)

/** For each of those described, by their order, the people within the actor's part who may be the same; who is like nobody is not in it. */
export async function listLikePeople(db: Db, described: readonly ComparedFacts[]): Promise<Map<number, string[]>> {
  const names = described.map(({ fullName }) => fold(fullName))
  const numbers = described.map(({ identityNumbers, cardNumbers }) => [...digits('i', identityNumbers), ...digits('c', cardNumbers)].join(' '))
  const rows = await db.rows<{ place: number; id: string }>(sql`
    select place, person_id as id from duplicates.like_people(${names}::text[], ${described.map(({ bornOn }) => bornOn ?? '')}::text[], ${numbers}::text[])`)
  const found = new Map<number, string[]>()
  for (const { place, id } of rows) found.set(place - 1, [...(found.get(place - 1) ?? []), id])
  return found
}
