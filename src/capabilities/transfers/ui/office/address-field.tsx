import { useState } from 'react'
import { Button, Checkbox, ComboBox, FailureBox, TextField, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { searchAddresses, transfers } from '../client.ts'
import { word } from '../words.vi.ts'
import { useTransferAct } from './use-transfer-act.ts'

type Props = { label: string; value: ComboItem | undefined; onChange: (item: ComboItem | undefined) => void; mayAdd: boolean }

/** An organisation of the address book; one that is not there yet is added on the spot. */
export function AddressField({ label, value, onChange, mayAdd }: Props) {
  const [adding, setAdding] = useState(false)
  const [name, setName] = useState('')
  const [superior, setSuperior] = useState('')
  const [abroad, setAbroad] = useState(false)
  const act = useTransferAct(transfers.addAddress, word('addressDone', { name }), ({ id }) => { onChange({ id, label: name, note: superior }); setAdding(false) })
  return (
    <>
      <ComboBox name="addressId" label={label} hint={word('addressHint')} value={value} onChange={onChange} search={searchAddresses} />
      {mayAdd && !adding && <p><Button look="quiet" onClick={() => setAdding(true)}>{word('addAddress')}</Button></p>}
      {adding && (
        <>
          <TextField name="name" label={word('addressName')} value={name} onChange={setName} maxLength={200} />
          <TextField name="superior" label={word('addressSuperior')} value={superior} onChange={setSuperior} maxLength={200} optional />
          <Checkbox name="abroad" label={word('addressAbroad')} checked={abroad} onChange={setAbroad} />
          <FailureBox failure={act.failure} />
          <p><Button running={act.running} onClick={() => { if (name.trim()) void act.run({ name, ...(superior.trim() ? { superior } : {}), abroad }) }}>{word('keepAddress')}</Button></p>
        </>
      )}
    </>
  )
}
