import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Button, ComboBox, DayField, Page, TextField, useAddress, useDesk, usePlace, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { searchCells, searchMembers, transfers } from '../client.ts'
import { word } from '../words.vi.ts'
import { useTransferAct } from './use-transfer-act.ts'

/** One decision moves many members to a cell. */
export default function TogetherScreen() {
  const { today } = useDesk()
  const address = useAddress()
  const place = usePlace()
  const [people, setPeople] = useState<readonly ComboItem[]>([])
  const [cell, setCell] = useState<ComboItem>()
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useTransferAct(transfers.transferTogether, ({ moved }) => word('togetherDone', { n: moved }), () => place.go(address('transfers', {}, { loai: 'joint', 'tinh-trang': 'tat-ca' })))
  const add = (item: ComboItem | undefined) => { if (item && !people.some(({ id }) => id === item.id)) setPeople([...people, item]) }
  return (
    <Page isAct alwaysToday title={word('togetherTitle')} crumbs={[{ label: word('menu'), to: address('transfers') }, { label: word('togetherTitle') }]}>
      <ActBox act={act} doing={people.length > 0 ? word('togetherIt', { n: people.length }) : word('actTogether')} onLeave={() => place.go(address('transfers'))}
        required={[['personIds', word('people'), people.length > 0], ['toCellId', word('toCellField'), cell !== undefined], ['number', word('numberDecision'), number.trim() !== ''], ['decidedOn', word('decidedOnJoint'), decidedOn !== undefined], ['on', word('effectiveOn'), on !== undefined], ['reason', word('reason'), reason.trim() !== '']]}
        onAct={() => void act.run({ personIds: people.map(({ id }) => id), toCellId: cell!.id, number, decidedOn: decidedOn!, on: on!, reason })}>
        <ComboBox name="personIds" label={word('addPerson')} value={undefined} onChange={add} search={searchMembers} />
        {people.length === 0 ? <p className="hint">{word('peopleNone')}</p> : (
          <ol>{people.map((person) => <li key={person.id}>{person.label} <span className="hint">{person.note}</span> <Button look="quiet" aria-label={`${word('drop')}: ${person.label}`} onClick={() => setPeople(people.filter(({ id }) => id !== person.id))}>{word('drop')}</Button></li>)}</ol>
        )}
        <ComboBox name="toCellId" label={word('toCellField')} value={cell} onChange={setCell} search={searchCells} />
        <TextField name="number" label={word('numberDecision')} value={number} onChange={setNumber} maxLength={60} width={24} />
        <DayField name="decidedOn" label={word('decidedOnJoint')} value={decidedOn} onChange={setDecidedOn} />
        <DayField name="on" label={word('effectiveOn')} value={on} onChange={setOn} />
        <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
      </ActBox>
    </Page>
  )
}
