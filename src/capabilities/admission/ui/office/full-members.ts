import { roomClient, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { membersContract } from '../../../members/contract.ts'
import type { CaseFile } from '../client.ts'

export const members = roomClient(membersContract)

/** Finds full members who may introduce or be given as mentor: those of the cell first, by name in the whole own part. */
export function fullMembersOf(file: Pick<CaseFile, 'cell'>) {
  return async (text: string, signal: AbortSignal): Promise<readonly ComboItem[]> => {
    const { rows } = await members.listPeople({ fullMembersOnly: true, ...(text ? { search: text } : { organisationId: file.cell.id }) }, { signal })
    return rows.map((person) => ({ id: person.id, label: person.bornOn ? `${person.fullName} (${person.bornOn.slice(0, 4)})` : person.fullName, note: person.cell }))
  }
}

/** Names of people by identifier; one that may not be read is left out. */
export async function namesOf(ids: readonly string[], signal: AbortSignal): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(ids.map((id) => members.findMember({ id }, { signal }).then((person) => [[id, person.fullName]] as const, () => [])))
  return Object.fromEntries(found.flat())
}
