import { roomClient } from '../../../platform/ui-kit/index.ts'
import { membersContract } from '../../members/contract.ts'

export const members = roomClient(membersContract)

/** Names of people by identifier; one that may not be read is left out. */
export async function namesOf(ids: readonly string[], signal: AbortSignal): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(ids.map((id) => members.findMember({ id }, { signal }).then((person) => [[id, person.fullName]] as const, () => [])))
  return Object.fromEntries(found.flat())
}
