import { useState, type ReactNode } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import {
  Button, ComboBox, DayField, dayText, Form, say, Select, TextArea, TextField, useAct, useDesk, useTell, type Act, type ComboItem, type FieldError,
} from '../../../../../platform/ui-kit/index.ts'
import { closeReasonNames, quarterText } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets, type Prospect } from './client.ts'
import { word } from './words.vi.ts'

type Props = { one: Prospect; onClose: () => void }
type Field = readonly [name: string, label: string, value: unknown]

/** What is missing is said before anything is sent. */
function useSubmit(fields: readonly Field[], send: () => void) {
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const submit = () => {
    const wrongs = fields.filter(([, , value]) => value === undefined || value === '').map(([field, label]) => ({ field, text: word('missing', { field: label }) }))
    setErrors(wrongs)
    if (wrongs.length === 0) send()
  }
  return { errors, submit }
}

function ActForm<I, O>(props: { fields: readonly Field[]; act: Act<I, O>; doing: string; send: () => void; onClose: () => void; children: ReactNode }) {
  const { errors, submit } = useSubmit(props.fields, props.send)
  return (
    <Form onSubmit={submit} errors={errors} failure={props.act.failure}
      acts={<><Button look="main" type="submit" running={props.act.running}>{props.doing}</Button><Button onClick={props.onClose}>{say('ui.cancelForm')}</Button></>}>
      {props.children}
    </Form>
  )
}

const refresh = [[ROOM]]

/** What the cell says of the person for a quarter. */
export function RemarkForm({ one, onClose }: Props) {
  const tell = useTell()
  const [quarter, setQuarter] = useState(one.quarters[0] ?? '')
  const [text, setText] = useState('')
  const act = useAct(sourcesAndTargets.recordRemark, { refresh, onDone: () => { tell(word('remarkSaved')); onClose() } })
  return (
    <ActForm act={act} doing={word('remark')} onClose={onClose} send={() => void act.run({ id: one.id, quarter, text })} fields={[['quarter', word('fieldQuarter'), quarter], ['text', word('fieldText'), text.trim()]]}>
      <Select name="quarter" label={word('fieldQuarter')} value={quarter} onChange={setQuarter} choices={one.quarters.map((value) => ({ value, label: quarterText(value) }))} />
      <TextArea name="text" label={word('fieldText')} value={text} onChange={setText} rows={6} maxLength={2000} />
    </ActForm>
  )
}

/** Which full member helps from now on. */
export function MentorForm({ one, onClose }: Props) {
  const tell = useTell()
  const { today } = useDesk()
  const [mentor, setMentor] = useState<ComboItem>()
  const [from, setFrom] = useState<PlainDate | undefined>(today)
  const search = async (text: string, signal: AbortSignal) =>
    (await sourcesAndTargets.listMentorCandidates({ id: one.id, ...(text ? { search: text } : {}) }, { signal })).rows.map((row) => ({ id: row.personId, label: row.fullName, note: row.cellName }))
  const act = useAct(sourcesAndTargets.assignMentor, {
    refresh,
    onDone: ({ load, overloaded, most }) => { tell(overloaded ? word('mentorOverloaded', { n: load, most }) : word('mentorSaved', { name: mentor?.label ?? '' })); onClose() },
  })
  return (
    <ActForm act={act} doing={word('mentor')} onClose={onClose} send={() => void act.run({ id: one.id, mentorId: mentor!.id, from: from! })} fields={[['mentorId', word('fieldMentor'), mentor?.id], ['from', word('fieldCloseOn'), from]]}>
      <ComboBox name="mentorId" label={word('fieldMentor')} value={mentor} onChange={setMentor} search={search} />
      <DayField name="from" label={word('fieldCloseOn')} value={from} onChange={setFrom} />
    </ActForm>
  )
}

/** The certificate of the awareness class. */
export function CertificateForm({ one, onClose }: Props) {
  const tell = useTell()
  const [issuedOn, setIssuedOn] = useState<PlainDate>()
  const [number, setNumber] = useState('')
  const [issuer, setIssuer] = useState('')
  const act = useAct(sourcesAndTargets.recordCertificate, { refresh, onDone: ({ validUntil }) => { tell(word('certificateSaved', { day: dayText(validUntil) })); onClose() } })
  const send = () => void act.run({ id: one.id, issuedOn: issuedOn!, ...(number.trim() ? { number } : {}), ...(issuer.trim() ? { issuer } : {}) })
  return (
    <ActForm act={act} doing={word('certificate')} onClose={onClose} send={send} fields={[['issuedOn', word('fieldIssued'), issuedOn]]}>
      <DayField name="issuedOn" label={word('fieldIssued')} value={issuedOn} onChange={setIssuedOn} />
      <TextField name="number" label={word('fieldNumber')} value={number} onChange={setNumber} maxLength={60} optional />
      <TextField name="issuer" label={word('fieldIssuer')} value={issuer} onChange={setIssuer} maxLength={200} optional />
    </ActForm>
  )
}

/** The day on which the person applied. */
export function ApplicationForm({ one, onClose }: Props) {
  const tell = useTell()
  const [appliedOn, setAppliedOn] = useState<PlainDate>()
  const act = useAct(sourcesAndTargets.recordApplication, { refresh, onDone: () => { tell(word('applicationSaved')); onClose() } })
  return (
    <ActForm act={act} doing={word('application')} onClose={onClose} send={() => void act.run({ id: one.id, appliedOn: appliedOn!, version: one.version })} fields={[['appliedOn', word('fieldApplied'), appliedOn]]}>
      <DayField name="appliedOn" label={word('fieldApplied')} value={appliedOn} onChange={setAppliedOn} />
    </ActForm>
  )
}

const reasons = ['moved', 'unsuitable', 'withdrawn', 'died'] as const

/** The cell no longer follows the person. */
export function CloseForm({ one, onClose }: Props) {
  const tell = useTell()
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useAct(sourcesAndTargets.closeProspect, { refresh, onDone: () => { tell(word('closed')); onClose() } })
  const chosen = reasons.find((each) => each === reason)
  return (
    <ActForm act={act} doing={word('close')} onClose={onClose} send={() => void act.run({ id: one.id, on: on!, reason: chosen!, version: one.version })} fields={[['on', word('fieldCloseOn'), on], ['reason', word('fieldReason'), chosen]]}>
      <DayField name="on" label={word('fieldCloseOn')} value={on} onChange={setOn} />
      <Select name="reason" label={word('fieldReason')} value={reason} onChange={setReason} choices={reasons.map((value) => ({ value, label: closeReasonNames[value] }))} />
    </ActForm>
  )
}
