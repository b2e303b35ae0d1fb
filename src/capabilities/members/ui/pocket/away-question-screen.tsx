import { useState } from 'react'
import { addMonths, type PlainDate } from '../../../../kernel/index.ts'
import { AppLink, Button, DayField, Form, Loaded, PocketCard, PocketPage, TextField, useAct, useAddress, useDesk, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { awayWord } from '../away.vi.ts'
import { members, ROOM } from '../client.ts'
import { dateText, nameWithYear } from '../marks.tsx'

type Row = Awaited<ReturnType<typeof members.listAway>>['rows'][number]

function Question({ row }: { row: Row }) {
  const { today } = useDesk()
  const tell = useTell()
  const address = useAddress()
  const [until, setUntil] = useState<PlainDate | undefined>(addMonths(today, 3))
  const [phone, setPhone] = useState(row.phone ?? '')
  const act = useAct(members.renewExcuse, { refresh: [[ROOM], ['reminders']], onDone: () => tell(awayWord('saved', { name: row.fullName })) })
  const submit = () => { if (until) void act.run({ id: row.personId, excusedUntil: until, ...(phone.trim() ? { phone } : {}) }) }
  return (
    <PocketCard title={nameWithYear(row)} note={row.contactName ? awayWord('through', { name: row.contactName }) : undefined}>
      <p>{[row.place, row.occupation, dateText(row.since ?? row.from)].filter(Boolean).join(' · ')}</p>
      <Form onSubmit={submit} failure={act.failure} errors={[]} acts={<><Button type="submit" look="main" running={act.running}>{awayWord('save')}</Button><AppLink to={address('pocketAway', { id: row.personId })}>{awayWord('isBack')}</AppLink></>}>
        <DayField name={`until-${row.personId}`} label={awayWord('newEnd')} value={until} onChange={setUntil} />
        <TextField name={`phone-${row.personId}`} label={awayWord('phone')} value={phone} onChange={setPhone} maxLength={40} inputMode="tel" optional />
      </Form>
    </PocketCard>
  )
}

/** The monthly question: only those whose excuse has lapsed, one card each. */
export default function AwayQuestionScreen() {
  const address = useAddress()
  const read = useRead([ROOM, 'away', 'lapsed'], (signal) => members.listAway({ which: 'lapsed', size: 100 }, { signal }))
  return (
    <PocketPage title={awayWord('ask')} backTo={address('pocketMembers')} lead={awayWord('askLead')}>
      <Loaded read={read}>{({ rows }) => (rows.length === 0 ? <p className="empty">{awayWord('askEmpty')}</p> : rows.map((row) => <Question key={row.overlayId} row={row} />))}</Loaded>
    </PocketPage>
  )
}
