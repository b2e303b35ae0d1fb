import { useState } from 'react'
import { addDays, type PlainDate } from '../../../../kernel/index.ts'
import { ComboBox, DayField, FieldGroup, Select, TextField, useDesk, type ComboItem, type FieldError, say } from '../../../../platform/ui-kit/index.ts'
import { roleNames } from '../../messages.vi.ts'
import { access, type RoleName } from '../client.ts'
import { placeOf } from '../role-words.ts'
import { word, type Word } from '../words.vi.ts'

type Grant = { role: RoleName; organisationId: string; from: PlainDate; until?: PlainDate; basis: string }

const searchPlaces = async (search: string, signal: AbortSignal): Promise<ComboItem[]> => {
  const { rows } = await access.listPlaces({ search }, { signal })
  return rows.map(({ id, name, aboveName }) => ({ id, label: placeOf({ organisationName: name, aboveName }) }))
}

/** The fields that say which role, where, from when to when, by which decision; shared by the two forms that give one. */
export function useGrantFields() {
  const { today } = useDesk()
  const [role, setRole] = useState('')
  const [place, setPlace] = useState<ComboItem>()
  const [from, setFrom] = useState<PlainDate | undefined>(today)
  const [lastDay, setLastDay] = useState<PlainDate>()
  const [basis, setBasis] = useState('')
  const missing: [boolean, string, Word][] = [[!role, 'role', 'grantRole'], [!place, 'organisationId', 'grantPlace'], [!from, 'from', 'grantFrom'], [!basis.trim(), 'basis', 'grantBasis']]
  const errors: FieldError[] = missing.flatMap(([isMissing, field, label]) => (isMissing ? [{ field, text: say('ui.fieldMissing', { field: word(label) }) }] : []))
  const grant: Grant | undefined = role && place && from ? { role: role as RoleName, organisationId: place.id, from, ...(lastDay && { until: addDays(lastDay, 1) }), basis } : undefined
  const fields = (
    <>
      <Select name="role" label={word('grantRole')} value={role} onChange={setRole} choices={Object.entries(roleNames).map(([value, label]) => ({ value, label }))} />
      <ComboBox name="organisationId" label={word('grantPlace')} hint={word('grantPlaceHint')} value={place} onChange={setPlace} search={searchPlaces} />
      <FieldGroup legend={word('columnRange')} inline>
        <DayField name="from" label={word('grantFrom')} value={from} onChange={setFrom} />
        <DayField name="until" label={word('grantLastDay')} hint={word('grantLastDayHint')} value={lastDay} onChange={setLastDay} optional />
      </FieldGroup>
      <TextField name="basis" label={word('grantBasis')} hint={word('grantBasisHint')} value={basis} onChange={setBasis} maxLength={200} />
    </>
  )
  return { fields, errors, grant }
}
