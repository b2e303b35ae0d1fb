import { nameSortKey, newId } from '../../src/kernel/index.ts'
import type { House } from './house.ts'

/** A record of a person who is no member, by SQL; columns of `members.person`. */
export async function layPerson(house: House, keeperId: string, fullName: string, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const row = { id: newId(), full_name: fullName, sort_key: nameSortKey(fullName), keeper_id: keeperId, ...columns }
  await house.owner.query(`insert into members.person (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_c, i) => `$${i + 1}`).join(', ')})`, Object.values(row))
  return row.id
}
