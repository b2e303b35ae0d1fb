import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { DayField, dayText, Select, TextField } from '../../../../../platform/ui-kit/index.ts'
import { members } from '../../client.ts'
import { departureNames, word } from '../../words.vi.ts'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './act-props.ts'
import { useMemberAct } from './use-member-act.ts'

type Kind = keyof typeof departureNames

/** Ends membership: death, striking off, resignation, leaving the province. An expulsion is recorded with its discipline. */
export function DepartForm({ member, onLeave }: ActProps) {
  const [kind, setKind] = useState('')
  const [on, setOn] = useState<PlainDate>()
  const [basis, setBasis] = useState('')
  const name = kind ? departureNames[kind as Kind] : ''
  const act = useMemberAct(members.recordDeparture, word('departDone', { what: name }), onLeave)
  const check = [{ label: word('departKind'), value: name }, { label: word('departOn'), value: dayText(on) }, { label: word('basis'), value: basis }]
  return (
    <ActForm title={word('departTitle', { name: member.fullName })} act={act} doing={word('actDepart')} check={check} onLeave={onLeave}
      onAct={() => void act.run({ id: member.id, kind: kind as Kind, on: on!, ...(basis.trim() && { basis }) })}
      required={[['kind', 'departKind', kind !== ''], ['on', 'departOn', on !== undefined], ['basis', 'basis', basis.trim() !== '']]}>
      <Select name="kind" label={word('departKind')} value={kind} onChange={setKind} choices={Object.entries(departureNames).map(([value, label]) => ({ value, label }))} />
      <DayField name="on" label={word('departOn')} hint={word('departOnHint')} value={on} onChange={setOn} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={300} />
    </ActForm>
  )
}
