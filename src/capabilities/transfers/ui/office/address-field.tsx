import { useState } from 'react'
import { Button, Checkbox, ComboBox, FailureBox, say, TextField, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { searchAddresses, transfers } from '../client.ts'
import { word } from '../words.vi.ts'
import { useTransferAct } from './use-transfer-act.ts'

type Props = { label: string; value: ComboItem | undefined; onChange: (item: ComboItem | undefined) => void; mayAdd: boolean; isAbroad: boolean; optional?: boolean }

/** An organisation of the address book; one that is not there yet is added on the spot. */
export function AddressField({ label, value, onChange, mayAdd, isAbroad, optional = false }: Props) {
  const [adding, setAdding] = useState(false)
  const [name, setName] = useState('')
  const [superior, setSuperior] = useState('')
  const [postal, setPostal] = useState('')
  const [chosenAbroad, setAbroad] = useState<boolean>()
  const [isMissing, setMissing] = useState(false)
  const abroad = chosenAbroad ?? isAbroad
  const act = useTransferAct(transfers.addAddress, word('addressDone', { name }), ({ id }) => { onChange({ id, label: name, note: superior }); setAdding(false) })
  const keep = () => {
    setMissing(!name.trim())
    if (name.trim()) void act.run({ name, ...(superior.trim() ? { superior } : {}), ...(postal.trim() ? { postal } : {}), abroad })
  }
  return (
    <>
      <ComboBox name="addressId" label={label} hint={word('addressHint')} value={value} onChange={onChange} search={searchAddresses} optional={optional} />
      {mayAdd && !adding && <p><Button look="quiet" onClick={() => setAdding(true)}>{word('addAddress')}</Button></p>}
      {adding && (
        <>
          <TextField name="name" label={word('addressName')} value={name} onChange={setName} maxLength={200} error={isMissing ? say('ui.fieldMissing', { field: word('addressName') }) : undefined} />
          <TextField name="superior" label={word('addressSuperior')} value={superior} onChange={setSuperior} maxLength={200} optional />
          <TextField name="postal" label={word('addressPostal')} value={postal} onChange={setPostal} maxLength={300} optional />
          <Checkbox name="abroad" label={word('addressAbroad')} checked={abroad} onChange={setAbroad} />
          <FailureBox failure={act.failure} />
          <p><Button running={act.running} onClick={keep}>{word('keepAddress')}</Button></p>
        </>
      )}
    </>
  )
}
