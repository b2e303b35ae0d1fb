import { raw, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'

/**
 * Column with the cell to which a person (`alias` of `members.person`) belongs in a reading: who keeps the person now, and in the past the cell of the day, or
 * the last one before it. Somebody who was in no cell by then belongs to who keeps the person now.
 */
export const homeSeen = (alias: string, { on, knownAt, past }: Seen): Sql => {
  const keeper = raw(`${alias}.keeper_id`)
  return past ? sql`coalesce(members.home_on(${raw(`${alias}.id`)}, ${on}::date, ${knownAt ?? null}::timestamptz), ${keeper})` : keeper
}

/** The same as `cellId`, with the name of the cell on the day as `cell`. */
export const homeColumns = (alias: string, seen: Seen): Sql => sql`${homeSeen(alias, seen)} as "cellId", coalesce(organisations.name_on(${homeSeen(alias, seen)}, ${seen.on}::date), '') as cell`

/** The same of one person. */
export async function findHome(db: Db, personId: string, seen: Seen): Promise<string> {
  return (await db.one<{ id: string }>(sql`select ${homeSeen('p', seen)} as id from members.person p where p.id = ${personId}`)).id
}
