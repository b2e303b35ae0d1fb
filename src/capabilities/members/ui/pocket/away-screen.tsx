import { useState } from 'react'
import type { PlainDate, UncertainDate } from '../../../../kernel/index.ts'
import {
  Button, DayField, FailureBox, Form, GreyLines, PocketPage, TextField, UncertainDayField, useAct, useAddress, useDesk, useParams, usePlace, useRead, useTell, dayText, say, type EntryWords, type FieldError,
} from '../../../../platform/ui-kit/index.ts'
import { members, ROOM, type Member } from '../client.ts'
import { awayOf, dateText } from '../marks.tsx'
import { word } from '../words.vi.ts'

/** Says what was done, or that it waits on the phone, and goes back to the person. */
function useDone<Input>(member: Member, said: string, title: string, rows: (input: Input) => EntryWords['rows']) {
  const tell = useTell()
  const place = usePlace()
  const back = useAddress('pocketMember', { id: member.id })
  const leave = (words: string) => { tell(words); place.go(back, { replace: true }) }
  const words = (input: Input): EntryWords => ({ title: `${title} – ${member.fullName}`, page: place.path, rows: rows(input), subject: { kind: 'members.person', id: member.id } })
  return { refresh: [[ROOM]], onDone: () => leave(said), waits: { words, onWaiting: () => leave(say('m.waiting.saved')) } }
}

type Away = Parameters<typeof members.recordAway>[0]
type Back = Parameters<typeof members.recordReturn>[0]

const awayRows = (input: Away): EntryWords['rows'] => [
  { label: word('awayPlace'), value: input.place }, { label: word('awaySince'), value: dateText(input.since as UncertainDate) },
  ...(input.occupation ? [{ label: word('awayWork'), value: input.occupation }] : []), ...(input.excusedUntil ? [{ label: word('awayExcused'), value: dayText(input.excusedUntil as PlainDate) }] : []),
]

const missing = (field: string, label: string): FieldError => ({ field, text: say('ui.fieldMissing', { field: label }) })

function AwayQuestions({ member }: { member: Member }) {
  const [place, setPlace] = useState('')
  const [since, setSince] = useState<UncertainDate>()
  const [occupation, setOccupation] = useState('')
  const [phone, setPhone] = useState(member.phone ?? '')
  const [excusedUntil, setExcused] = useState<PlainDate>()
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(members.recordAway, useDone<Away>(member, word('awayDone', { name: member.fullName }), word('actAway'), awayRows))
  const submit = () => {
    const wrong = [...(place.trim() ? [] : [missing('place', word('awayPlace'))]), ...(since ? [] : [missing('since', word('awaySince'))])]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ id: member.id, place, since: since!, ...(occupation.trim() && { occupation }), ...(phone.trim() && { phone }), ...(excusedUntil && { excusedUntil }) })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word('actAway')}</Button>}>
      <p className="pocket-note">{word('firstTwo')}</p>
      <TextField name="place" label={word('awayPlace')} value={place} onChange={setPlace} maxLength={200} />
      <UncertainDayField name="since" label={word('awaySince')} value={since} onChange={setSince} />
      <TextField name="occupation" label={word('awayWork')} value={occupation} onChange={setOccupation} maxLength={200} optional />
      <TextField name="phone" label={word('awayPhone')} value={phone} onChange={setPhone} maxLength={40} inputMode="tel" optional />
      <DayField name="excusedUntil" label={word('awayExcused')} value={excusedUntil} onChange={setExcused} optional />
    </Form>
  )
}

function ReturnQuestion({ member }: { member: Member }) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(members.recordReturn, useDone<Back>(member, word('returnDone', { name: member.fullName }), word('actReturn'), ({ on }) => [{ label: word('returnOn'), value: dayText(on as PlainDate) }]))
  const away = awayOf(member)!
  const submit = () => {
    const wrong = on ? [] : [missing('on', word('returnOn'))]
    setErrors(wrong)
    if (on) void act.run({ id: member.id, on })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word('actReturn')}</Button>}>
      <p>{word('awayNow', { since: dateText(away.since ?? away.from), place: away.place ?? word('unknown') })}</p>
      <DayField name="on" label={word('returnOn')} value={on} onChange={setOn} />
    </Form>
  )
}

/** Where somebody works far from home and since when, or that they are back. */
export default function AwayScreen() {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const read = useRead([ROOM, 'member', id], (signal) => members.findMember({ id }, { signal }), { kept: true })
  const member = read.value?.id === id ? read.value : undefined
  const isAway = member && awayOf(member)
  return (
    <PocketPage title={word(isAway ? 'actReturn' : 'actAway')} backTo={address('pocketMember', { id })} lead={member?.fullName}>
      {member ? (isAway ? <ReturnQuestion member={member} /> : <AwayQuestions member={member} />) : read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}
    </PocketPage>
  )
}
