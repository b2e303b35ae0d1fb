import { useState } from 'react'
import { Button, Form, say, TextField, useAct, useTell, type FieldError } from '../../../platform/ui-kit/index.ts'
import { dataQuality, ROOM, type Fault } from './client.ts'
import { word } from './words.vi.ts'

/** Asks why a fact that a rule calls wrong is really so. */
export function AsideForm({ fault, onClose }: { fault: Fault; onClose: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(dataQuality.setAside, { refresh: [[ROOM]], onDone: () => { tell(word('asideDone', { name: fault.name })); onClose() } })
  const submit = () => {
    const wrong = reason.trim() ? [] : [{ field: 'reason', text: say('ui.fieldMissing', { field: word('asideReason') }) }]
    setErrors(wrong)
    const { organisationId, rule, subjectId, mark } = fault
    if (wrong.length === 0) void act.run({ organisationId, rule, subjectId, mark, reason })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure}
      acts={<><Button type="submit" look="main" running={act.running}>{word('pocketSend')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <TextField name="reason" label={word('asideReason')} hint={word('asideHint')} value={reason} onChange={setReason} maxLength={300} />
    </Form>
  )
}
