import { useState } from 'react'
import { Button, Form, keepFile, say, Section, TextField, useAct, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { dataQuality, type ListInput } from '../client.ts'
import { word } from '../words.vi.ts'

/** Asks why the list is taken out, then takes it: the rows that are filtered. */
export function ExportForm({ input, onClose }: { input: ListInput; onClose: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(() => dataQuality.exportFaults({ ...input, reason }), {
    onDone: (file) => {
      keepFile(file as unknown as Blob, `lam-sach-so-lieu${input.asOf ? `-${input.asOf}` : ''}.xlsx`)
      tell(word('exportDone'))
      onClose()
    },
  })
  const submit = () => {
    const wrong = reason.trim() ? [] : [{ field: 'reason', text: word('missing', { field: word('exportReason') }) }]
    setErrors(wrong)
    if (wrong.length === 0) void act.run(undefined)
  }
  return (
    <Section title={word('exportTitle')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('exportTake')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        <TextField name="reason" label={word('exportReason')} hint={word('exportHint')} value={reason} onChange={setReason} maxLength={300} />
      </Form>
    </Section>
  )
}
