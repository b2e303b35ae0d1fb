import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, countText, DayField, dayText, NumberField, RadioRow, TextField, useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { organisations, ROOM } from '../client.ts'
import { committeeNames, word } from '../words.vi.ts'
import type { ActProps } from './act-props.ts'
import { missing } from './wrongs.ts'

type Kind = keyof typeof committeeNames

/** Records the committee of a new term. */
export function CommitteeForm({ one, onLeave }: ActProps) {
  const tell = useTell()
  const kinds: readonly Kind[] = one.isCell ? ['cellCommittee', 'secretaryOnly'] : ['committee']
  const [kind, setKind] = useState<Kind | ''>(one.isCell ? '' : 'committee')
  const [termName, setTermName] = useState('')
  const [from, setFrom] = useState<PlainDate>()
  const [lastDay, setLastDay] = useState<PlainDate>()
  const [electedSeats, setElectedSeats] = useState<number>()
  const [standingSeats, setStandingSeats] = useState<number | undefined>(0)
  const [basis, setBasis] = useState('')
  const act = useAct(organisations.recordCommittee, {
    refresh: [[ROOM], ['reminders']],
    onDone: () => {
      tell(word('recorded', { term: termName }))
      onLeave()
    },
  })
  const wrongs = () => [
    ...missing([
      ['kind', word('fieldCommitteeKind'), kind], ['termName', word('fieldTermName'), termName], ['from', word('fieldFrom'), from], ['lastDay', word('fieldLastDay'), lastDay],
      ['electedSeats', word('fieldSeats'), electedSeats], ['basis', word('fieldBasis'), basis],
    ]),
    ...(from && lastDay && lastDay <= from ? [{ field: 'lastDay', text: word('wrongOrder') }] : []),
  ]
  return (
    <ActBox
      title={word('recordCommittee')} doing={word('recordCommittee')} further={wrongs} act={act} onLeave={onLeave} after={word('earlierEnds')}
      onAct={() => void act.run({ id: one.id, kind: kind as Kind, termName: termName.trim(), from: from!, lastDay: lastDay!, electedSeats: electedSeats!, standingSeats: standingSeats ?? 0, basis: basis.trim() })}
      check={() => [
        { label: word('fieldParent'), value: one.name },
        { label: word('fieldCommitteeKind'), value: kind && committeeNames[kind] },
        { label: word('fieldTermName'), value: termName },
        { label: word('fieldFrom'), value: dayText(from) },
        { label: word('fieldLastDay'), value: dayText(lastDay) },
        { label: word('fieldSeats'), value: countText(electedSeats) },
        ...(one.isCell ? [] : [{ label: word('fieldStanding'), value: countText(standingSeats ?? 0) }]),
        { label: word('fieldBasis'), value: basis },
      ]}
    >
      {kinds.length > 1 && <RadioRow name="kind" label={word('fieldCommitteeKind')} value={kind} onChange={(value) => setKind(value as Kind)} choices={kinds.map((value) => ({ value, label: committeeNames[value] }))} stacked />}
      <TextField name="termName" label={word('fieldTermName')} hint={word('fieldTermHint')} value={termName} onChange={setTermName} maxLength={60} />
      <DayField name="from" label={word('fieldFrom')} value={from} onChange={setFrom} />
      <DayField name="lastDay" label={word('fieldLastDay')} value={lastDay} onChange={setLastDay} />
      <NumberField name="electedSeats" label={word('fieldSeats')} unit={word('unitPeople')} value={electedSeats} onChange={setElectedSeats} />
      {!one.isCell && <NumberField name="standingSeats" label={word('fieldStanding')} hint={word('fieldStandingHint')} unit={word('unitPeople')} value={standingSeats} onChange={setStandingSeats} />}
      <TextField name="basis" label={word('fieldBasis')} hint={word('fieldBasisHint')} value={basis} onChange={setBasis} />
    </ActBox>
  )
}
