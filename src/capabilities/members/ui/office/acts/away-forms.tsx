import { useState } from 'react'
import { addMonths, earliestDay, type PlainDate, type UncertainDate } from '../../../../../kernel/index.ts'
import { ActBox, DayField, TextField, UncertainDayField, useDesk } from '../../../../../platform/ui-kit/index.ts'
import { members } from '../../client.ts'
import { word } from '../../words.vi.ts'
import type { ActProps } from './act-props.ts'
import { ContactField, type Contact } from './contact-field.tsx'
import { useMemberAct } from './use-member-act.ts'

const LONG_MONTHS = 3

/** A member works far from home: where and since when, the rest when it is known. */
export function AwayForm({ member, onLeave }: ActProps) {
  const { today } = useDesk()
  const [place, setPlace] = useState('')
  const [since, setSince] = useState<UncertainDate>()
  const [occupation, setOccupation] = useState('')
  const [phone, setPhone] = useState(member.phone ?? '')
  const [excusedUntil, setExcused] = useState<PlainDate>()
  const [contact, setContact] = useState<Contact>()
  const act = useMemberAct(members.recordAway, word('awayDone', { name: member.fullName }), onLeave)
  const isLong = since && addMonths(earliestDay(since), LONG_MONTHS) < (excusedUntil ?? today)
  const record = () => act.run({
    id: member.id, place, since: since!, ...(occupation.trim() && { occupation }), ...(phone.trim() && { phone }), ...(excusedUntil && { excusedUntil }), ...(contact && { contactId: contact.id }),
  })
  return (
    <ActBox title={`${word('actAway')}: ${member.fullName}`} act={act} doing={word('actAway')} onAct={() => void record()} onLeave={onLeave}
      required={[['place', word('awayPlace'), place.trim() !== ''], ['since', word('awaySince'), since !== undefined]]}>
      <TextField name="place" label={word('awayPlace')} value={place} onChange={setPlace} maxLength={200} />
      <UncertainDayField name="since" label={word('awaySince')} value={since} onChange={setSince} />
      <TextField name="occupation" label={word('awayWork')} value={occupation} onChange={setOccupation} maxLength={200} optional />
      <TextField name="phone" label={word('awayPhone')} value={phone} onChange={setPhone} maxLength={40} inputMode="tel" optional />
      <DayField name="excusedUntil" label={word('awayExcused')} value={excusedUntil} onChange={setExcused} optional />
      <ContactField cellId={member.placement?.cellId} value={contact} onChange={setContact} />
      {isLong && <p className="hint">{word('awayLong')}</p>}
    </ActBox>
  )
}

/** A member is back. */
export function ReturnForm({ member, onLeave }: ActProps) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const act = useMemberAct(members.recordReturn, word('returnDone', { name: member.fullName }), onLeave)
  return (
    <ActBox title={`${word('actReturn')}: ${member.fullName}`} act={act} doing={word('actReturn')} onAct={() => void act.run({ id: member.id, on: on! })} onLeave={onLeave}
      required={[['on', word('returnOn'), on !== undefined]]}>
      <DayField name="on" label={word('returnOn')} value={on} onChange={setOn} />
    </ActBox>
  )
}
