import { useState } from 'react'
import { Button, Form, TextField, type FieldError, type useAct } from '../../../platform/ui-kit/index.ts'
import { word } from './words.vi.ts'

type Opening = Pick<ReturnType<typeof useAct<{ id: string; reason: string }, unknown>>, 'run' | 'running' | 'failure'>

/** Asks why covered things are opened, then opens them. */
export function OpenCoveredForm({ id, act, label }: { id: string; act: Opening; label: string }) {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const missing = reason.trim() ? [] : [{ field: 'reason', text: word('verificationReasonMissing') }]
    setErrors(missing)
    if (missing.length === 0) void act.run({ id, reason })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{label}</Button>}>
      <TextField name="reason" label={word('verificationReason')} hint={word('verificationReasonHint')} value={reason} onChange={setReason} maxLength={300} />
    </Form>
  )
}
