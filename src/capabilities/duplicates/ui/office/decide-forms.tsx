import { useState } from 'react'
import { ActBox, Button, RadioRow, TextArea, TextField, useAct, useAddress, usePlace, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { duplicates, ROOM, type Field, type Pair } from '../client.ts'
import { bornWords } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Side = 'first' | 'second'
type FormProps = { pair: Pair; onLeave: () => void }

/** They are two people, and why. */
export function ApartForm({ pair, onLeave }: FormProps) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const act = useAct(duplicates.keepApart, { refresh: [[ROOM]], onDone: () => { tell(word('apartDone')); onLeave() } })
  return (
    <ActBox title={word('apartTitle')} act={act} doing={word('apartDo')} required={[['reason', word('apartReason'), reason.trim() !== '']]} onAct={() => void act.run({ pairId: pair.id, version: pair.version, reason })} onLeave={onLeave}>
      <TextArea name="reason" label={word('apartReason')} hint={word('apartHint')} value={reason} onChange={setReason} maxLength={500} />
    </ActBox>
  )
}

const sideWord = (side: Side) => word(side === 'first' ? 'left' : 'right')
const personChoices = (pair: Pair) => (['first', 'second'] as const).map((side) => ({
  value: side, label: pair[side].fullName, hint: [sideWord(side), bornWords(pair[side].bornOn), pair[side].cell].filter(Boolean).join(' · '),
}))

function ChoiceRow({ field, chosen, onChoose }: { field: Field; chosen: Side | undefined; onChoose: (side: Side) => void }) {
  const said = (side: Side) => `${field[side] ?? word('coveredChoice')} (${sideWord(side)})`
  return <RadioRow name={field.field} label={field.label} value={chosen ?? ''} onChange={(side) => onChoose(side as Side)} choices={(['first', 'second'] as const).map((side) => ({ value: side, label: said(side) }))} />
}

/** They are one person: which record goes on, whose membership stands, and one value for each item on which they differ. */
export function JoinForm({ pair, onLeave }: FormProps) {
  const tell = useTell()
  const address = useAddress()
  const place = usePlace()
  const [survivor, setSurvivor] = useState<Side>()
  const [membership, setMembership] = useState<Side>()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const [reason, setReason] = useState('')
  const [basis, setBasis] = useState('')
  const act = useAct(duplicates.joinRecords, { refresh: [[ROOM], ['members'], ['reminders']], onDone: ({ joiningId }) => { tell(word('joinDone')); place.go(address('duplicateJoining', { id: joiningId })) } })
  const conflicts = pair.fields.filter(({ needsChoice }) => needsChoice)
  const open = (): FieldError[] => conflicts.filter(({ field }) => !chosen[field]).map(({ field, label }) => ({ field, text: word('choose', { field: label }) }))
  const run = () => void act.run({
    pairId: pair.id, version: pair.version, survivor: survivor!, ...(membership ? { membership } : {}), choices: Object.entries(chosen).map(([field, side]) => ({ field, side })), reason, basis,
  })
  const all = (side: Side) => setChosen(Object.fromEntries(conflicts.map(({ field }) => [field, side])))
  return (
    <ActBox title={word('joinTitle')} act={act} doing={word('joinDo')} onAct={run} onLeave={onLeave} further={open}
      required={[['survivor', word('survivor'), survivor !== undefined], ['membership', word('membershipOf'), !pair.membership.needsChoice || membership !== undefined], ['reason', word('reason'), reason.trim() !== ''], ['basis', word('basis'), basis.trim() !== '']]}>
      <p className="hint">{word('joinLead')}</p>
      <RadioRow name="survivor" label={word('survivor')} value={survivor ?? ''} onChange={(side) => setSurvivor(side as Side)} choices={personChoices(pair)} stacked />
      {pair.membership.needsChoice && <RadioRow name="membership" label={word('membershipOf')} value={membership ?? ''} onChange={(side) => setMembership(side as Side)} choices={personChoices(pair)} stacked />}
      <fieldset className="field-group pair-choices">
        <legend>{word('choices')}</legend>
        <p className="hint">{word(conflicts.length ? 'choiceHint' : 'noChoices')}</p>
        {conflicts.length > 1 && <div className="pair-all">{(['first', 'second'] as const).map((side) => <Button key={side} look="quiet" onClick={() => all(side)}>{word('allFrom', { side: sideWord(side) })}</Button>)}</div>}
        {conflicts.map((field) => <ChoiceRow key={field.field} field={field} chosen={chosen[field.field]} onChoose={(side) => setChosen({ ...chosen, [field.field]: side })} />)}
      </fieldset>
      <TextArea name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={500} />
      <TextField name="basis" label={word('basis')} hint={word('basisHint')} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}
