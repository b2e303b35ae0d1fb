import { useState } from 'react'
import { BigChoice, BigNumberField, BottomBar, Button, DayField, LinkButton, PocketCard, PocketPage, PocketRows, RefusalBox, say, ScanButton, StatusMark, TextField } from '../index.ts'
import { pocket as p, refusal, w, fields } from './messages.vi.ts'

const places = (['work', 'meetings', 'members', 'me'] as const).map((id) => ({ id, label: say(`m.bar.${id}`), to: `/m/${id}` }))

export function PocketHome() {
  return (
    <>
      <PocketPage title={p.home} lead={<><p>{p.cell}</p><p>{p.day}</p></>}>
        <PocketCard first mark={<StatusMark shape="returned">{p.back}</StatusMark>} title={w.file} act={<LinkButton look="main" to="/m/ket-nap/1">{p.see}</LinkButton>}>
          <p>{p.points}</p>
          <p className="pocket-note">{p.pointsNote}</p>
        </PocketCard>
        <PocketCard mark={<StatusMark shape="soon">{p.five}</StatusMark>} title={p.five2} note={p.five3} to="/m/dang-vien/1" />
        <PocketCard mark={<StatusMark shape="unclear">{p.ask}</StatusMark>} title={p.ask2} note={p.ask3} to="/m/dang-vien/2" />
        <PocketCard><PocketRows rows={[{ label: p.decided, value: '20/04/2012' }, { label: p.ceremony, value: '03/05/2012' }, { label: p.general, value: <a href="/m/x">{p.open}</a> }]} /></PocketCard>
        <PocketCard title={w.documents} act={<ScanButton name="scan" label={p.scan} onPages={() => undefined} />} />
      </PocketPage>
      <BottomBar places={places} current="work" />
    </>
  )
}

export function PocketVote() {
  const [counts, setCounts] = useState<Record<string, number>>({ present: 18, for: 17, against: 1, invalid: 0 })
  const wrong = counts['for']! + counts['against']! + counts['invalid']! > counts['present']!
  return (
    <PocketPage title={p.vote} backTo="/m/" bottomNote={wrong ? <RefusalBox reasons={[refusal]} still /> : <StatusMark shape="done" plain><strong>{p.result}</strong></StatusMark>} bottom={<Button look="main">{p.check}</Button>}>
      <div><h2>{p.voteOf}</h2><p className="pocket-note">{p.voteWhat}</p></div>
      <PocketCard><p className="pocket-note">{p.sum}</p><p><strong>{p.denominator}</strong></p></PocketCard>
      <PocketCard>
        {(['present', 'for', 'against', 'invalid'] as const).map((name) => (
          <BigNumberField key={name} name={name} label={p[name]} value={counts[name]!} onChange={(value) => setCounts({ ...counts, [name]: value })} />
        ))}
      </PocketCard>
      <StatusMark shape="done" strong>{p.enough}</StatusMark>
    </PocketPage>
  )
}

export function PocketAttendance() {
  const [answers, setAnswers] = useState<Record<string, string>>({ [p.people[2]!]: 'excused' })
  return (
    <PocketPage title={p.attendance} backTo="/m/" lead={<><p><strong>{p.counts}</strong></p><p>{p.counts2}</p></>} bottom={<Button look="main">{p.record}</Button>}>
      {p.people.map((name) => (
        <BigChoice key={name} label={name} value={answers[name] ?? 'here'} onChange={(value) => setAnswers({ ...answers, [name]: value })} {...(answers[name] === 'excused' ? { note: p.ill } : {})}
          options={[{ value: 'here', label: p.here, tone: 'calm' }, { value: 'excused', label: p.excused }, { value: 'absent', label: p.absent }]} />
      ))}
      <DayField name="day" label={fields.meeting} value={undefined} onChange={() => undefined} />
      <TextField name="remark" label={fields.remark} value="" onChange={() => undefined} optional />
    </PocketPage>
  )
}
