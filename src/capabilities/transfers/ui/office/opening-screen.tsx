import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, ComboBox, DayField, Page, RadioRow, Select, TextField, useAddress, useDesk, usePlace, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { causes, type Cause } from '../../codes.ts'
import { causeNames, kindNames } from '../../messages.vi.ts'
import { searchCells, searchMembers, searchReceivers, transfers } from '../client.ts'
import { word } from '../words.vi.ts'
import { useTransferAct } from './use-transfer-act.ts'
import { AddressField } from './address-field.tsx'

const kinds = ['official', 'temporary', 'internal', 'abroad'] as const
type Kind = (typeof kinds)[number]

/** A member asks to be transferred: who, why, where to. Made with the keyboard alone. */
export default function OpeningScreen() {
  const { today, roleName } = useDesk()
  const address = useAddress()
  const place = usePlace()
  const [person, setPerson] = useState<ComboItem>()
  const [kind, setKind] = useState<Kind>('official')
  const [cause, setCause] = useState<Cause>('work')
  const [causeOn, setCauseOn] = useState<PlainDate | undefined>(today)
  const [requestedOn, setRequestedOn] = useState<PlainDate | undefined>(today)
  const [endsOn, setEndsOn] = useState<PlainDate>()
  const [reason, setReason] = useState('')
  const [outside, setOutside] = useState(false)
  const [receiver, setReceiver] = useState<ComboItem>()
  const [book, setBook] = useState<ComboItem>()
  const [cell, setCell] = useState<ComboItem>()
  const goesOut = kind === 'abroad' || (kind !== 'internal' && outside)
  const goal = kind === 'internal' ? cell && { toCellId: cell.id } : goesOut ? book && { addressId: book.id } : receiver && { receiverId: receiver.id }
  const act = useTransferAct(transfers.openTransfer, word('openDone'), ({ id }) => place.go(address('transfer', { id })))
  const chooseKind = (chosen: Kind) => {
    setKind(chosen)
    if (chosen === 'abroad') setCause('abroad')
    else if (cause === 'abroad') setCause('work')
  }
  const open = () => act.run({ personId: person!.id, kind, cause, causeOn: causeOn!, requestedOn: requestedOn!, ...(reason.trim() ? { reason } : {}), ...(kind === 'temporary' ? { endsOn: endsOn! } : {}), ...goal })
  return (
    <Page isAct alwaysToday title={word('newTitle')} crumbs={[{ label: word('menu'), to: address('transfers') }, { label: word('newTitle') }]}>
      <ActBox act={act} doing={word('openIt')} onLeave={() => place.go(address('transfers'))} onAct={() => void open()}
        required={[['personId', word('person'), person !== undefined], ['causeOn', word('causeOn'), causeOn !== undefined], ['requestedOn', word('requestedOn'), requestedOn !== undefined], ['endsOn', word('endsOn'), kind !== 'temporary' || endsOn !== undefined],
          [kind === 'internal' ? 'toCellId' : goesOut ? 'addressId' : 'receiverId', word(kind === 'internal' ? 'toCellField' : goesOut ? 'address' : 'receiver'), goal !== undefined]]}>
        <ComboBox name="personId" label={word('person')} value={person} onChange={setPerson} search={searchMembers} />
        <Select name="kind" label={word('kind')} value={kind} choices={kinds.map((value) => ({ value, label: kindNames[value] }))} onChange={(value) => chooseKind(value as Kind)} />
        <Select name="cause" label={word('cause')} value={cause} choices={causes.map((value) => ({ value, label: causeNames[value] }))} onChange={(value) => setCause(value as Cause)} />
        <DayField name="causeOn" label={word('causeOn')} value={causeOn} onChange={setCauseOn} />
        <DayField name="requestedOn" label={word('requestedOn')} value={requestedOn} onChange={setRequestedOn} />
        {kind === 'temporary' && <DayField name="endsOn" label={word('endsOn')} value={endsOn} onChange={setEndsOn} />}
        {['official', 'temporary'].includes(kind) && <RadioRow name="where" label={word('where')} value={outside ? 'out' : 'within'} choices={[{ value: 'within', label: word('whereWithin') }, { value: 'out', label: word('whereOut') }]} onChange={(value) => setOutside(value === 'out')} />}
        {kind === 'internal' ? <ComboBox name="toCellId" label={word('toCellField')} value={cell} onChange={setCell} search={searchCells} />
          : goesOut ? <AddressField label={word('address')} value={book} onChange={setBook} mayAdd={roleName !== 'cellSecretary'} isAbroad={kind === 'abroad'} />
          : <ComboBox name="receiverId" label={word('receiver')} hint={word('receiverHint')} value={receiver} onChange={setReceiver} search={searchReceivers} />}
        <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} optional />
      </ActBox>
    </Page>
  )
}
