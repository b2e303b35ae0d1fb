import { useState } from 'react'
import type { PlainDate, UncertainDate } from '../../../../kernel/index.ts'
import { ActBox, ComboBox, DayField, Page, RadioRow, Select, TextField, UncertainDayField, useAddress, useDesk, usePlace, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { kindNames } from '../../messages.vi.ts'
import { searchCells, searchReturners, searchOwnReceivers, transfers } from '../client.ts'
import { word } from '../words.vi.ts'
import { useTransferAct } from './use-transfer-act.ts'
import { AddressField } from './address-field.tsx'

const kinds = ['official', 'temporary', 'fromAbroad'] as const
type Kind = (typeof kinds)[number]
type Person = { fullName: string; bornOn: UncertainDate | undefined; sex: string; decidedOn: PlainDate | undefined; admittedOn: UncertainDate | undefined; confirmedOn: UncertainDate | undefined; cardNumber: string }

const newcomerOf = ({ sex, bornOn, admittedOn, fullName, cardNumber, decidedOn, confirmedOn }: Person) => ({
  fullName, bornOn: bornOn!, admittedOn: admittedOn!, ...(sex ? { sex: sex as 'male' | 'female' } : {}), ...(decidedOn ? { decidedOn } : {}), ...(confirmedOn ? { confirmedOn } : {}), ...(cardNumber.trim() ? { cardNumber } : {}),
})

function PersonFields({ person, set }: { person: Person; set: (change: Partial<Person>) => void }) {
  return (
    <>
      <TextField name="fullName" label={word('fullName')} value={person.fullName} onChange={(fullName) => set({ fullName })} maxLength={120} />
      <UncertainDayField name="bornOn" label={word('bornOn')} value={person.bornOn} onChange={(bornOn) => set({ bornOn })} />
      <RadioRow name="sex" label={word('sex')} value={person.sex} choices={[{ value: 'male', label: word('male') }, { value: 'female', label: word('female') }]} onChange={(sex) => set({ sex })} />
      <DayField name="decidedOn" label={word('decidedOn')} value={person.decidedOn} onChange={(decidedOn) => set({ decidedOn })} optional />
      <UncertainDayField name="admittedOn" label={word('admittedOn')} value={person.admittedOn} onChange={(admittedOn) => set({ admittedOn })} />
      <UncertainDayField name="confirmedOn" label={word('confirmedOn')} value={person.confirmedOn} onChange={(confirmedOn) => set({ confirmedOn })} optional />
      <TextField name="cardNumber" label={word('card')} value={person.cardNumber} onChange={(cardNumber) => set({ cardNumber })} maxLength={20} width={16} optional />
    </>
  )
}

/** A member comes with a letter from an organisation outside: somebody new, or somebody who left from here before. */
export default function ArrivalScreen() {
  const { today } = useDesk()
  const address = useAddress()
  const place = usePlace()
  const [kind, setKind] = useState<Kind>('official')
  const [who, setWho] = useState<'new' | 'back'>('new')
  const [known, setKnown] = useState<ComboItem>()
  const [person, setPerson] = useState<Person>({ fullName: '', bornOn: undefined, sex: '', decidedOn: undefined, admittedOn: undefined, confirmedOn: undefined, cardNumber: '' })
  const [book, setBook] = useState<ComboItem>()
  const [organisation, setOrganisation] = useState<ComboItem>()
  const [cell, setCell] = useState<ComboItem>()
  const [letterNumber, setLetterNumber] = useState('')
  const [letterOn, setLetterOn] = useState<PlainDate>()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [endsOn, setEndsOn] = useState<PlainDate>()
  const act = useTransferAct(transfers.openArrival, word('arriveDone'), ({ id }) => place.go(address('transfer', { id })))
  const record = () => act.run({
    kind, organisationId: organisation!.id, ...(cell ? { toCellId: cell.id } : {}), addressId: book!.id, letterNumber, letterOn: letterOn!, on: on!, ...(kind === 'temporary' ? { endsOn: endsOn! } : {}),
    ...(who === 'back' ? { personId: known!.id } : { newcomer: newcomerOf(person) }),
  })
  const isNew = who === 'new'
  return (
    <Page isAct alwaysToday title={word('arrivalTitle')} crumbs={[{ label: word('menu'), to: address('transfers') }, { label: word('arrivalTitle') }]}>
      <ActBox act={act} doing={word('arriveIt')} onLeave={() => place.go(address('transfers'))} onAct={() => void record()}
        required={[['addressId', word('addressFrom'), book !== undefined], ['letterNumber', word('letterNumber'), letterNumber.trim() !== ''], ['letterOn', word('letterOn'), letterOn !== undefined], ['on', word('presentedOn'), on !== undefined],
          ['endsOn', word('endsOn'), kind !== 'temporary' || endsOn !== undefined], ['organisationId', word('organisation'), organisation !== undefined], ['personId', word('person'), isNew || known !== undefined],
          ['fullName', word('fullName'), !isNew || person.fullName.trim() !== ''], ['bornOn', word('bornOn'), !isNew || person.bornOn !== undefined], ['admittedOn', word('admittedOn'), !isNew || person.admittedOn !== undefined]]}>
        <Select name="kind" label={word('kind')} value={kind} choices={kinds.map((value) => ({ value, label: kindNames[value] }))} onChange={(value) => setKind(value as Kind)} />
        <AddressField label={word('addressFrom')} value={book} onChange={setBook} mayAdd isAbroad={kind === 'fromAbroad'} />
        <TextField name="letterNumber" label={word('letterNumber')} value={letterNumber} onChange={setLetterNumber} maxLength={60} width={24} />
        <DayField name="letterOn" label={word('letterOn')} value={letterOn} onChange={setLetterOn} />
        <DayField name="on" label={word('presentedOn')} value={on} onChange={setOn} />
        {kind === 'temporary' && <DayField name="endsOn" label={word('endsOn')} value={endsOn} onChange={setEndsOn} />}
        <ComboBox name="organisationId" label={word('organisation')} value={organisation} onChange={setOrganisation} search={searchOwnReceivers} />
        <ComboBox name="toCellId" label={word('toCellField')} value={cell} onChange={setCell} search={searchCells} optional />
        <RadioRow name="who" label={word('who')} value={who} choices={[{ value: 'new', label: word('whoNew') }, { value: 'back', label: word('whoBack') }]} onChange={(value) => setWho(value as typeof who)} />
        {isNew ? <PersonFields person={person} set={(change) => setPerson((former) => ({ ...former, ...change }))} /> : <ComboBox name="personId" label={word('person')} hint={word('returnersHint')} value={known} onChange={setKnown} search={searchReturners} />}
      </ActBox>
    </Page>
  )
}
