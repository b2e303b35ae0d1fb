import { ComboBox, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import { members } from '../../client.ts'
import { nameWithYear } from '../../marks.tsx'
import { word } from '../../words.vi.ts'

export type Contact = ComboItem

/** Who of the cell keeps touch with somebody away. */
export function ContactField({ cellId, value, onChange }: { cellId: string | undefined; value: Contact | undefined; onChange: (contact: Contact | undefined) => void }) {
  const search = async (text: string, signal: AbortSignal): Promise<ComboItem[]> => {
    const { rows } = await members.listPeople({ ...(cellId && { organisationId: cellId }), ...(text && { search: text }) }, { signal })
    return rows.map((person) => ({ id: person.id, label: nameWithYear(person), note: person.cell }))
  }
  return <ComboBox name="contactId" label={word('awayContact')} value={value} onChange={onChange} search={search} optional />
}
