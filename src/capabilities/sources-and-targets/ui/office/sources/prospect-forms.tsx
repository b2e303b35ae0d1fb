import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { ComboBox, DayField, dayText, Select, TextField, useAct, useDesk, useTell, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import { closeReasonNames } from '../../../messages.vi.ts'
import { ActForm, refresh, type ActFormProps } from './act-form.tsx'
import { sourcesAndTargets } from './client.ts'
import { word } from './words.vi.ts'

/** Which full member helps from now on. */
export function MentorForm({ one, onClose }: ActFormProps) {
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
export function CertificateForm({ one, onClose }: ActFormProps) {
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
export function ApplicationForm({ one, onClose }: ActFormProps) {
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
export function CloseForm({ one, onClose }: ActFormProps) {
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
