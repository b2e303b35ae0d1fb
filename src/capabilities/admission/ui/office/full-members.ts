import type { ComboItem } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../client.ts'
import { members } from '../member-names.ts'

/** Finds full members who may introduce or be given as mentor: those of the cell first, by name in the whole own part. */
export function fullMembersOf(file: Pick<CaseFile, 'cell'>) {
  return async (text: string, signal: AbortSignal): Promise<readonly ComboItem[]> => {
    const { rows } = await members.listPeople({ fullMembersOnly: true, ...(text ? { search: text } : { organisationId: file.cell.id }) }, { signal })
    return rows.map((person) => ({ id: person.id, label: person.bornOn ? `${person.fullName} (${person.bornOn.slice(0, 4)})` : person.fullName, note: person.cell }))
  }
}
