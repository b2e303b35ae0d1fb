import { useState } from 'react'
import { ActBox, Select, TextField, useAct, useAddress, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { organisationTypeNames } from '../../messages.vi.ts'
import { organisations, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import type { ActProps } from './act-props.ts'
import { useDecision } from './decision-fields.tsx'
import { missing } from './wrongs.ts'

/** Founds an organisation under this one. */
export function FoundForm({ one, onLeave }: ActProps) {
  const tell = useTell()
  const address = useAddress()
  const place = usePlace()
  const decision = useDecision('on')
  const [name, setName] = useState('')
  const [type, setType] = useState('')
  const [code, setCode] = useState('')
  const act = useAct(organisations.foundOrganisation, {
    refresh: [[ROOM]],
    onDone: ({ id }) => {
      tell(word('founded', { name: name.trim() }))
      place.go(address('organisation', { id }))
    },
  })
  return (
    <ActBox
      title={word('found')} doing={word('found')} act={act} onLeave={onLeave}
      further={() => [...missing([['name', word('fieldName'), name], ['type', word('fieldType'), type]]), ...decision.wrongs()]}
      onAct={() => void act.run({ parentId: one.id, name: name.trim(), type, ...(code.trim() ? { code: code.trim() } : {}), on: decision.on(), ...decision.input() })}
      check={() => [
        { label: word('fieldParent'), value: one.name },
        { label: word('fieldName'), value: name },
        { label: word('fieldType'), value: organisationTypeNames[type] },
        ...(code.trim() ? [{ label: word('fieldCode'), value: code }] : []),
        ...decision.rows(),
      ]}
    >
      <TextField name="name" label={word('fieldName')} hint={word('fieldNameHint')} value={name} onChange={setName} />
      <Select name="type" label={word('fieldType')} value={type} onChange={setType} choices={one.foundable.map((value) => ({ value, label: organisationTypeNames[value] ?? value }))} />
      <TextField name="code" label={word('fieldCode')} hint={word('fieldCodeHint')} optional value={code} onChange={setCode} width={20} maxLength={40} />
      {decision.fields}
    </ActBox>
  )
}
